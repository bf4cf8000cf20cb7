import Dispatch

/// For each vector those that are nearest, found through an index of the rarest coordinates.
struct Neighbours: Sendable {
    private struct Holder { var place: Int32; var value: Float }

    /// Which vectors hold each coordinate, one coordinate behind the other: what is walked most lies together.
    private struct Holders: Sendable {
        let all: [Holder]
        /// For each coordinate where its holders begin; one more at the end.
        let starts: [Int32]

        /// Coordinates that one vector alone holds lead nowhere, those of more than `common` lead everywhere: they have none.
        init(_ vectors: [SparseVector], common: Int) {
            var counts = [Int32](repeating: 0, count: SpreadVector.dimensions(of: vectors) + 1)
            for vector in vectors { for key in vector.keys { counts[Int(key)] += 1 } }
            var starts = counts, next: Int32 = 0
            for key in counts.indices {
                starts[key] = next
                if counts[key] > 1, counts[key] <= Int32(common) { next += counts[key] } else { counts[key] = 0 }
            }
            var ends = starts, all = [Holder](repeating: Holder(place: 0, value: 0), count: Int(next))
            for (place, vector) in vectors.enumerated() {
                for (key, value) in zip(vector.keys, vector.values) where counts[Int(key)] > 0 {
                    all[Int(ends[Int(key)])] = Holder(place: Int32(place), value: value)
                    ends[Int(key)] += 1
                }
            }
            (self.all, self.starts) = (all, starts)
        }

        func places(of key: UInt32) -> Range<Int> { Int(starts[Int(key)])..<Int(starts[Int(key) + 1]) }
    }

    /// What one thread writes on while it looks for neighbours; all 0 between two searches.
    private struct Scratch {
        /// What each other vector shares by the coordinates that were looked at, and which shares any: the parts may add up to 0.
        var partial: [Float], isTouched: [Bool]
        var spread: SpreadVector
    }

    private let vectors: [SparseVector]
    private let row: RowOfVectors
    private let documents: [Int32]
    private let holders: Holders
    /// Coordinates by which others are looked for.
    private let probes: Int
    /// Neighbours of one vector from other documents, and from its own: rows of a list that repeats itself would take all places.
    private let limits = (other: 40, same: 10)
    /// How many others are reckoned in full for one vector: several times as many as can become its neighbours.
    private static let tried = 200

    /// - Parameters:
    ///   - vectors: of length 1, or empty.
    ///   - documents: what each is of; -1: of several.
    ///   - common: a coordinate that more vectors hold is no way to find near ones: so the work for a vector is bounded, whatever their number.
    init(_ vectors: [SparseVector], documents: [Int32], probes: Int = 40, common: Int = 256) {
        self.vectors = vectors
        row = RowOfVectors(vectors)
        self.documents = documents
        self.probes = probes
        holders = Holders(vectors, common: common)
    }

    /// Places of the neighbours of each vector, the nearest first; several threads look for them, each for a stretch of the vectors.
    ///
    /// - Parameters:
    ///   - floor: those less alike are left out.
    ///   - wanted: for which vectors they are looked for, the others get none; nil: for all.
    func all(floor: Double, wanted: [Bool]? = nil) -> [[Int]] {
        let count = vectors.count, stretch = max(256, (count + 15) / 16), dimensions = SpreadVector.dimensions(of: vectors)
        return [[Int]](unsafeUninitializedCapacity: count) { found, initialised in
            // Each place is written once, by the one thread that has its stretch.
            nonisolated(unsafe) let places = found
            DispatchQueue.concurrentPerform(iterations: (count + stretch - 1) / stretch) { part in
                var scratch = Scratch(partial: [Float](repeating: 0, count: count), isTouched: [Bool](repeating: false, count: count), spread: SpreadVector(dimensions: dimensions))
                for i in part * stretch..<min(count, (part + 1) * stretch) {
                    places.initializeElement(at: i, to: wanted?[i] ?? true ? neighbours(of: i, floor: floor, &scratch) : [])
                }
            }
            initialised = count
        }
    }

    private func neighbours(of i: Int, floor: Double, _ scratch: inout Scratch) -> [Int] {
        let vector = vectors[i]
        let touched = shared(by: vector, &scratch)
        let hopeful = hopeful(touched, not: i, least: 0.4 * floor, scratch)
        for other in touched { (scratch.partial[Int(other)], scratch.isTouched[Int(other)]) = (0, false) }
        let alike = scratch.spread.spreading(vector) { spread in
            hopeful.map { (place: Int($0), likeness: spread.dot(row, Int($0))) }.filter { $0.likeness >= floor }
        }
        return nearest(to: i, of: alike)
    }

    /// What shares little by the heaviest coordinates is not alike as a whole, nor is what many others share more: that spares most products.
    private func hopeful(_ touched: [Int32], not i: Int, least: Double, _ scratch: borrowing Scratch) -> [Int32] {
        var shares: [(share: Float, place: Int32)] = []
        for other in touched where other != Int32(i) && Double(scratch.partial[Int(other)]) >= least { shares.append((share: scratch.partial[Int(other)], place: other)) }
        if shares.count > Self.tried {
            shares.sort { ($0.share, $1.place) > ($1.share, $0.place) }
            shares.removeLast(shares.count - Self.tried)
        }
        return shares.map(\.place)
    }

    /// Writes down what each vector shares with one by its heaviest coordinates: which do, in the order in which they were met.
    private func shared(by vector: SparseVector, _ scratch: inout Scratch) -> [Int32] {
        let heaviest = heaviest(of: vector)
        var touched: [Int32] = []
        // This is where a comparison spends most of its time: no check of bounds, no asking whether an array is shared.
        scratch.partial.withUnsafeMutableBufferPointer { partial in
            scratch.isTouched.withUnsafeMutableBufferPointer { isTouched in
                holders.all.withUnsafeBufferPointer { all in
                    for (_, place) in heaviest {
                        let value = vector.values[place]
                        for n in holders.places(of: vector.keys[place]) {
                            let holder = all[n], other = Int(holder.place)
                            if !isTouched[other] {
                                isTouched[other] = true
                                touched.append(holder.place)
                            }
                            partial[other] += value * holder.value
                        }
                    }
                }
            }
        }
        return touched
    }

    /// The coordinates by which others are looked for, heaviest first; of two alike the first.
    private func heaviest(of vector: SparseVector) -> [(weight: Float, place: Int)] {
        var heaviest: [(weight: Float, place: Int)] = []
        heaviest.reserveCapacity(probes + 1)
        for place in vector.keys.indices where !holders.places(of: vector.keys[place]).isEmpty {
            let weight = abs(vector.values[place])
            if heaviest.count == probes, weight <= heaviest[probes - 1].weight { continue }
            var at = heaviest.count
            while at > 0, heaviest[at - 1].weight < weight { at -= 1 }
            heaviest.insert((weight: weight, place: place), at: at)
            if heaviest.count > probes { heaviest.removeLast() }
        }
        return heaviest
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
