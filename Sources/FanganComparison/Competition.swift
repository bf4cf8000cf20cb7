#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A duty of another plan and how alike it is.
struct NearDuty: Sendable {
    var place: Int
    var likeness: Double
}

/// How clearly a duty's nearest one in another plan stands out from that plan's others.
///
/// A row of a list, 把创建工作纳入学习内容, is of other words than any task of a plan; yet of them all the one on learning is by far the
/// nearest to it.
struct Competition: Sendable {
    /// Likeness by which one has to be ahead to count e times as much.
    private static let scale = 0.03
    /// What one has to be ahead of in any case: a plan's only candidate is not clear because it is alone.
    private static let background = 0.1

    /// For each duty those near it, by place, with the part that each has of its plan's, 0 to 1.
    let shares: [[(place: Int, share: Double)]]

    /// - Parameters:
    ///   - near: for each duty those of other plans near it.
    ///   - documents: the plan of each duty.
    init(_ near: [[NearDuty]], documents: [Int32]) {
        shares = near.map { others in
            var sums: [Int32: Double] = [:]
            let weights = others.map { exp($0.likeness / Self.scale) }
            for (other, weight) in zip(others, weights) { sums[documents[other.place], default: exp(Self.background / Self.scale)] += weight }
            return zip(others, weights).map { (place: $0.place, share: $1 / sums[documents[$0.place]]!) }.sorted { $0.place < $1.place }
        }
    }

    /// Pairs of duties with how clearly the two stand out for each other, 0 to 1; each pair once, under the smaller place, by the greater.
    ///
    /// What counts is the clearer of both directions: many rows may have one task as their nearest, which has none of them as its own.
    func clearness() -> [[(other: Int, clearness: Double)]] {
        var found = [[(other: Int, clearness: Double)]](repeating: [], count: shares.count)
        for (i, others) in shares.enumerated() { for (other, share) in others { found[min(i, other)].append((other: max(i, other), clearness: share)) } }
        return found.map { pairs in
            var clearest: [(other: Int, clearness: Double)] = []
            // Of the two of one pair the greater comes first.
            for pair in pairs.sorted(by: { ($0.other, $1.clearness) < ($1.other, $0.clearness) }) where clearest.last?.other != pair.other { clearest.append(pair) }
            return clearest
        }
    }
}
