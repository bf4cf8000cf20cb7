/// For each vector those that are nearest, found through an index of the rarest coordinates.
struct Neighbours {
    private struct Holder { var place: Int32; var value: Float }

    private let vectors: [SparseVector]
    private let documents: [Int32]
    private let holders: [[Holder]]
    /// Coordinates by which others are looked for.
    private let probes: Int
    /// Neighbours of one vector from other documents, and from its own: rows of a list that repeats itself would take all places.
    private let limits = (other: 40, same: 10)

    /// - Parameters:
    ///   - vectors: of length 1, or empty.
    ///   - documents: what each is of; -1: of several.
    ///   - common: a coordinate that more vectors hold is no way to find near ones: so the work for a vector is bounded, whatever their number.
    init(_ vectors: [SparseVector], documents: [Int32], probes: Int = 40, common: Int = 256) {
        self.vectors = vectors
        self.documents = documents
        self.probes = probes
        var counts: [Int32] = []
        for vector in vectors { for key in vector.keys { while counts.count <= Int(key) { counts.append(0) }; counts[Int(key)] += 1 } }
        var holders = [[Holder]](repeating: [], count: counts.count)
        for (place, vector) in vectors.enumerated() {
            for (key, value) in zip(vector.keys, vector.values) where counts[Int(key)] > 1 && counts[Int(key)] <= Int32(common) {
                holders[Int(key)].append(Holder(place: Int32(place), value: value))
            }
        }
        self.holders = holders
    }

    /// Places of the neighbours of each vector, the nearest first.
    ///
    /// - Parameter floor: those less alike are left out.
    func all(floor: Double) -> [[Int]] {
        var partial = [Float](repeating: 0, count: vectors.count)
        return vectors.indices.map { i in
            var touched: [Int32] = []
            let vector = vectors[i]
            let chosen = vector.keys.indices.filter { !holders[Int(vector.keys[$0])].isEmpty }
                .sorted { (vector.values[$0], $1) > (vector.values[$1], $0) }.prefix(probes)
            for place in chosen {
                let value = vector.values[place]
                for holder in holders[Int(vector.keys[place])] where holder.place != Int32(i) {
                    if partial[Int(holder.place)] == 0 { touched.append(holder.place) }
                    partial[Int(holder.place)] += value * holder.value
                }
            }
            // What shares little by the heaviest coordinates is not alike as a whole; that spares most products.
            let hopeful = touched.filter { Double(partial[Int($0)]) >= 0.4 * floor }
            for other in touched { partial[Int(other)] = 0 }
            return nearest(to: i, of: hopeful, floor: floor)
        }
    }

    private func nearest(to i: Int, of others: [Int32], floor: Double) -> [Int] {
        let sorted = others.map { (place: Int($0), likeness: vectors[i].dot(vectors[Int($0)])) }.filter { $0.likeness >= floor }
            .sorted { ($0.likeness, $1.place) > ($1.likeness, $0.place) }
        var room = limits, found: [Int] = []
        for (place, _) in sorted {
            if documents[place] >= 0, documents[place] == documents[i] {
                if room.same > 0 { room.same -= 1; found.append(place) }
            } else if room.other > 0 { room.other -= 1; found.append(place) }
        }
        return found
    }
}
