#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Which plans speak of the same field: those whose duties bear the same words that others do not.
struct RelatedPlans {
    private struct Holder { var plan: Int, value: Float }

    /// How many of a plan's words it is known by.
    private static let words = 128

    private let vectors: [SparseVector]

    /// - Parameters:
    ///   - held: for each plan how many of its duties hold a coordinate, in the order of the coordinates.
    ///   - sizes: how many duties each plan has.
    init(_ held: [[(key: UInt32, count: Int32)]], sizes: [Int], dimensions: Int) {
        var everywhere = [Int32](repeating: 0, count: dimensions)
        for plan in held { for (key, count) in plan { everywhere[Int(key)] += count } }
        let total = Double(sizes.reduce(1, +))
        vectors = zip(held, sizes).map { plan, size in
            let values = plan.map { entry in
                (key: entry.key, value: Float((Double(entry.count) / Double(size)).squareRoot() * log(total / Double(everywhere[Int(entry.key)]))))
            }
            let heaviest = values.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.words).sorted { $0.key < $1.key }
            return SparseVector(keys: heaviest.map(\.key), values: heaviest.map(\.value)).unit()
        }
    }

    /// For each plan itself and the nearest others, the nearest first.
    func nearest(_ count: Int) -> [[Int]] {
        if vectors.count <= count + 1 { return vectors.indices.map { _ in Array(vectors.indices) } }
        var holders: [UInt32: [Holder]] = [:]
        for (plan, vector) in vectors.enumerated() { for (key, value) in zip(vector.keys, vector.values) { holders[key, default: []].append(Holder(plan: plan, value: value)) } }
        var likeness = [Float](repeating: 0, count: vectors.count)
        return vectors.enumerated().map { plan, vector in
            for (key, value) in zip(vector.keys, vector.values) { for holder in holders[key]! { likeness[holder.plan] += value * holder.value } }
            let others = likeness.indices.filter { $0 != plan }.sorted { (likeness[$0], $1) > (likeness[$1], $0) }.prefix(count)
            for other in likeness.indices { likeness[other] = 0 }
            return [plan] + others
        }
    }
}
