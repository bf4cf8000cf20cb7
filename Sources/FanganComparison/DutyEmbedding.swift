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

    public init(keys: [UInt32], values: [Float]) {
        self.keys = keys
        self.values = values
    }

    public func dot(_ other: SparseVector) -> Double {
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
}
