#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// How clearly a duty's nearest one in another plan stands out from that plan's others.
///
/// A row of a list, 把创建工作纳入学习内容, is of other words than any task of a plan; yet of them all the one on learning is by far the
/// nearest to it. What counts is the clearer of both directions: many rows may have one task as their nearest, which has none of them as its own.
struct Competition {
    /// Likeness by which one has to be ahead to count e times as much.
    private static let scale = 0.03
    /// What one has to be ahead of in any case: a plan's only candidate is not clear because it is alone.
    private static let background = 0.1

    /// For each duty others of other plans with how clearly the two stand out, 0 to 1; each pair once, under the smaller place.
    let pairs: [[(other: Int, clearness: Double)]]

    /// - Parameters:
    ///   - near: for each duty the places of those near it.
    ///   - documents: the plan of each duty.
    init(_ vectors: [SparseVector], near: [[Int]], documents: [Int32]) {
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        let towards = near.enumerated().map { i, others in
            let foreign = others.filter { documents[$0] != documents[i] }
            let likeness = spread.spreading(vectors[i]) { spread in foreign.map { spread.dot(vectors[$0]) } }
            return Self.shares(zip(foreign, likeness).map { (other: $0, likeness: $1) }, documents)
        }
        var clearest = [[Int: Double]](repeating: [:], count: near.count)
        for (i, others) in towards.enumerated() {
            for (other, share) in others { clearest[min(i, other)][max(i, other)] = max(share, clearest[min(i, other)][max(i, other)] ?? 0) }
        }
        pairs = clearest.map { found in found.sorted { $0.key < $1.key }.map { (other: $0.key, clearness: $0.value) } }
    }

    /// The parts of one that those of each plan have among them.
    private static func shares(_ others: [(other: Int, likeness: Double)], _ documents: [Int32]) -> [(other: Int, share: Double)] {
        var sums: [Int32: Double] = [:]
        let weights = others.map { exp($0.likeness / scale) }
        for (other, weight) in zip(others, weights) { sums[documents[other.other], default: exp(background / scale)] += weight }
        return zip(others, weights).map { (other: $0.other, share: $1 / sums[documents[$0.other]]!) }
    }
}
