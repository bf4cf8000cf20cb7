/// For each vector those that are nearest, found through an index of the rarest coordinates.
struct Neighbours {
    struct Near: Sendable { var other: Int32; var likeness: Float }

    private let vectors: [SparseVector]
    private let holders: [[Int32]]
    /// Coordinates by which others are looked for.
    private let probes: Int
    /// A coordinate that more vectors hold is no way to find near ones: so the work for a vector is bounded, whatever their number.
    private let common: Int

    init(_ vectors: [SparseVector], probes: Int = 40, common: Int = 256) {
        self.vectors = vectors
        self.probes = probes
        self.common = common
        var counts: [Int32] = []
        for vector in vectors { for key in vector.keys { while counts.count <= Int(key) { counts.append(0) }; counts[Int(key)] += 1 } }
        var holders = [[Int32]](repeating: [], count: counts.count)
        for (place, vector) in vectors.enumerated() {
            for key in vector.keys where counts[Int(key)] > 1 && counts[Int(key)] <= Int32(common) { holders[Int(key)].append(Int32(place)) }
        }
        self.holders = holders
    }

    /// - Parameters:
    ///   - limit: neighbours of one vector.
    ///   - floor: those less alike are left out.
    func all(limit: Int, floor: Double) -> [[Near]] {
        var sums = [Float](repeating: 0, count: vectors.count)
        return vectors.indices.map { i in
            var touched: [Int32] = []
            let vector = vectors[i]
            let chosen = vector.keys.indices.filter { !holders[Int(vector.keys[$0])].isEmpty }
                .sorted { (vector.values[$0], $1) > (vector.values[$1], $0) }.prefix(probes)
            for place in chosen {
                let value = vector.values[place]
                // Shared weight is enough to choose by; the likeness itself is reckoned for the chosen alone.
                for other in holders[Int(vector.keys[place])] where other != Int32(i) {
                    if sums[Int(other)] == 0 { touched.append(other) }
                    sums[Int(other)] += value * value
                }
            }
            let best = touched.sorted { (sums[Int($0)], $1) > (sums[Int($1)], $0) }.prefix(2 * limit)
            let near = best.map { Near(other: $0, likeness: Float(vectors[i].dot(vectors[Int($0)]))) }.filter { Double($0.likeness) >= floor }
            for other in touched { sums[Int(other)] = 0 }
            return Array(near.sorted { ($0.likeness, $1.other) > ($1.likeness, $0.other) }.prefix(limit))
        }
    }
}
