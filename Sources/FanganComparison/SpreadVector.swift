/// A vector with a place for each coordinate, so that its products with many others are quick: only the keys of the other are walked.
struct SpreadVector {
    private var values: [Float]

    /// - Parameter dimensions: more than the greatest key of any vector that it is used with.
    init(dimensions: Int) { values = [Float](repeating: 0, count: dimensions) }

    /// Spreads a vector out for as long as `body` runs; it has to be empty before, and is so again behind.
    mutating func spreading<Result>(_ vector: SparseVector, _ body: (borrowing SpreadVector) -> Result) -> Result {
        for (key, value) in zip(vector.keys, vector.values) { values[Int(key)] = value }
        defer { for key in vector.keys { values[Int(key)] = 0 } }
        return body(self)
    }

    /// The same number as ``SparseVector/dot(_:)`` of what is spread out here: what only one of them holds adds 0.
    func dot(_ other: SparseVector) -> Double {
        values.withUnsafeBufferPointer { values in
            other.keys.withUnsafeBufferPointer { keys in
                other.values.withUnsafeBufferPointer { weights in
                    var sum: Float = 0
                    for place in keys.indices { sum += values[Int(keys[place])] * weights[place] }
                    return Double(sum)
                }
            }
        }
    }

    /// The same with one of a row of vectors, but for rounding: four sums side by side do not wait for each other.
    func dot(_ row: RowOfVectors, _ place: Int) -> Double {
        values.withUnsafeBufferPointer { values in
            row.coordinates.withUnsafeBufferPointer { coordinates in
                func product(_ n: Int) -> Float { values[Int(coordinates[n].key)] * coordinates[n].value }
                let places = row.places(of: place)
                var sums: (Float, Float, Float, Float) = (0, 0, 0, 0), n = places.lowerBound
                while n + 4 <= places.upperBound {
                    sums.0 += product(n)
                    sums.1 += product(n + 1)
                    sums.2 += product(n + 2)
                    sums.3 += product(n + 3)
                    n += 4
                }
                while n < places.upperBound { sums.0 += product(n); n += 1 }
                return Double((sums.0 + sums.1) + (sums.2 + sums.3))
            }
        }
    }

    /// Places enough for all of them.
    static func dimensions(of vectors: some Sequence<SparseVector>) -> Int { Int(vectors.lazy.compactMap(\.keys.last).max() ?? 0) + 1 }
}

/// Many vectors, one behind the other in one stretch of memory: for those that are multiplied again and again.
struct RowOfVectors: Sendable {
    struct Coordinate: Sendable { var key: UInt32, value: Float }

    let coordinates: [Coordinate]
    /// Where each vector begins; one more at the end.
    private let starts: [Int]

    init(_ vectors: [SparseVector]) {
        var coordinates: [Coordinate] = [], starts = [0]
        coordinates.reserveCapacity(vectors.reduce(0) { $0 + $1.keys.count })
        starts.reserveCapacity(vectors.count + 1)
        for vector in vectors {
            for (key, value) in zip(vector.keys, vector.values) { coordinates.append(Coordinate(key: key, value: value)) }
            starts.append(coordinates.count)
        }
        (self.coordinates, self.starts) = (coordinates, starts)
    }

    func places(of vector: Int) -> Range<Int> { starts[vector]..<starts[vector + 1] }
}
