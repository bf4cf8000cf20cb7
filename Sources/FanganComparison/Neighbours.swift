import Dispatch

/// For each vector those that are nearest, found through an index of the rarest coordinates.
struct Neighbours: Sendable {
    private struct Holder { var place: Int32; var value: Float }

    /// What one thread writes on while it looks for neighbours; all 0 between two searches.
    private struct Scratch {
        /// What each other vector shares by the coordinates that were looked at, and which shares any: the parts may add up to 0.
        var partial: [Float], isTouched: [Bool]
        var spread: SpreadVector
    }

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

    /// Places of the neighbours of each vector, the nearest first; several threads look for them, each for a stretch of the vectors.
    ///
    /// - Parameter floor: those less alike are left out.
    func all(floor: Double) -> [[Int]] {
        let count = vectors.count, stretch = max(256, (count + 15) / 16), dimensions = SpreadVector.dimensions(of: vectors)
        return [[Int]](unsafeUninitializedCapacity: count) { found, initialised in
            // Each place is written once, by the one thread that has its stretch.
            nonisolated(unsafe) let places = found
            DispatchQueue.concurrentPerform(iterations: (count + stretch - 1) / stretch) { part in
                var scratch = Scratch(partial: [Float](repeating: 0, count: count), isTouched: [Bool](repeating: false, count: count), spread: SpreadVector(dimensions: dimensions))
                for i in part * stretch..<min(count, (part + 1) * stretch) {
                    places.initializeElement(at: i, to: neighbours(of: i, floor: floor, &scratch))
                }
            }
            initialised = count
        }
    }

    private func neighbours(of i: Int, floor: Double, _ scratch: inout Scratch) -> [Int] {
        var touched: [Int32] = []
        let vector = vectors[i]
        let chosen = vector.keys.indices.filter { !holders[Int(vector.keys[$0])].isEmpty }
            .sorted { (abs(vector.values[$0]), $1) > (abs(vector.values[$1]), $0) }.prefix(probes)
        for place in chosen {
            let value = vector.values[place]
            for holder in holders[Int(vector.keys[place])] where holder.place != Int32(i) {
                if !scratch.isTouched[Int(holder.place)] {
                    scratch.isTouched[Int(holder.place)] = true
                    touched.append(holder.place)
                }
                scratch.partial[Int(holder.place)] += value * holder.value
            }
        }
        // What shares little by the heaviest coordinates is not alike as a whole; that spares most products.
        let hopeful = touched.filter { Double(scratch.partial[Int($0)]) >= 0.4 * floor }
        for other in touched { (scratch.partial[Int(other)], scratch.isTouched[Int(other)]) = (0, false) }
        let alike = scratch.spread.spreading(vector) { spread in
            hopeful.map { (place: Int($0), likeness: spread.dot(vectors[Int($0)])) }.filter { $0.likeness >= floor }
        }
        return nearest(to: i, of: alike)
    }

    private func nearest(to i: Int, of others: [(place: Int, likeness: Double)]) -> [Int] {
        let sorted = others.sorted { ($0.likeness, $1.place) > ($1.likeness, $0.place) }
        var room = limits, found: [Int] = []
        for (place, _) in sorted {
            if documents[place] >= 0, documents[place] == documents[i] {
                if room.same > 0 { room.same -= 1; found.append(place) }
            } else if room.other > 0 { room.other -= 1; found.append(place) }
        }
        return found
    }
}
