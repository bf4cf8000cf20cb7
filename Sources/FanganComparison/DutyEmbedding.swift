/// Turns duties into vectors, so that those of one content lie near each other. Another one can be given to ``Comparison``.
public protocol DutyEmbedding: Sendable {
    /// One vector for each duty, in their order; each of length 1, or empty.
    func vectors(of duties: [Duty]) -> [SparseVector]
}

/// A vector of which few coordinates are not 0.
public struct SparseVector: Sendable, Equatable {
    /// Coordinates, ascending, each once.
    public var keys: [UInt32]
    /// Values at the keys, in their order.
    public var values: [Float]

    /// - Parameters:
    ///   - keys: coordinates, ascending, each once.
    ///   - values: as many as keys.
    public init(keys: [UInt32], values: [Float]) {
        self.keys = keys
        self.values = values
    }

    /// The sum of the products of what both hold.
    public func dot(_ other: SparseVector) -> Double {
        if keys.count * 16 < other.keys.count { return Self.sought(self, other) }
        if other.keys.count * 16 < keys.count { return Self.sought(other, self) }
        var sum: Float = 0, i = 0, j = 0
        while i < keys.count, j < other.keys.count {
            if keys[i] < other.keys[j] { i += 1 } else if keys[i] > other.keys[j] { j += 1 } else {
                sum += values[i] * other.values[j]
                i += 1
                j += 1
            }
        }
        return Double(sum)
    }

    /// The few coordinates of one are looked up among the many of the other.
    private static func sought(_ few: SparseVector, _ many: SparseVector) -> Double {
        var sum: Float = 0, start = 0
        for (key, value) in zip(few.keys, few.values) {
            var low = start, high = many.keys.count
            while low < high {
                let middle = (low + high) / 2
                if many.keys[middle] < key { low = middle + 1 } else { high = middle }
            }
            if low == many.keys.count { break }
            if many.keys[low] == key { sum += value * many.values[low] }
            start = low
        }
        return Double(sum)
    }

    /// Adds coordinate by coordinate.
    mutating func add(_ other: SparseVector) {
        var keys: [UInt32] = [], values: [Float] = [], i = 0, j = 0
        keys.reserveCapacity(self.keys.count + other.keys.count)
        values.reserveCapacity(keys.capacity)
        while i < self.keys.count || j < other.keys.count {
            if j == other.keys.count || (i < self.keys.count && self.keys[i] < other.keys[j]) {
                keys.append(self.keys[i]); values.append(self.values[i]); i += 1
            } else if i < self.keys.count, self.keys[i] == other.keys[j] {
                keys.append(self.keys[i]); values.append(self.values[i] + other.values[j]); i += 1; j += 1
            } else {
                keys.append(other.keys[j]); values.append(other.values[j]); j += 1
            }
        }
        (self.keys, self.values) = (keys, values)
    }

    /// Of length 1; an empty one stays as it is.
    func unit() -> SparseVector { scaled(to: 1) }

    /// Of this length; an empty one stays as it is.
    func scaled(to wanted: Float) -> SparseVector {
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? SparseVector(keys: keys, values: values.map { $0 / length * wanted }) : self
    }
}
