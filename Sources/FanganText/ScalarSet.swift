/// A set of characters that is asked for every character of a text: one bit for each code point of the basic plane.
public struct ScalarSet: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    @usableFromInline let bits: [UInt64]

    public init(stringLiteral value: String) { self.init(value.unicodeScalars.map(\.value)) }
    public init(arrayLiteral elements: UInt32...) { self.init(elements) }

    /// Code points past the basic plane are never in the set.
    public init(_ scalars: some Sequence<UInt32>) {
        var bits = [UInt64](repeating: 0, count: 1024)
        for scalar in scalars where scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
        self.bits = bits
    }

    @inlinable
    public func contains(_ scalar: UInt32) -> Bool {
        scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }
}
