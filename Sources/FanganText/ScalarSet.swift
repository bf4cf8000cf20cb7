/// A set of characters that is asked for every character of a text: one bit for each code point of the basic plane.
public struct ScalarSet: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    @usableFromInline let bits: [UInt64]
    /// The same for the last six bits of a code point: most characters are told by it, without a look at 8 KiB.
    @usableFromInline let tails: UInt64
    /// Whether one of U+4E00…U+9FFF is in it: else most characters of a text need no look.
    let holdsIdeographs: Bool

    public init(stringLiteral value: String) { self.init(value.unicodeScalars.map(\.value)) }
    public init(arrayLiteral elements: UInt32...) { self.init(elements) }

    /// Code points past the basic plane are never in the set.
    public init(_ scalars: some Sequence<UInt32>) {
        var bits = [UInt64](repeating: 0, count: 1024)
        for scalar in scalars where scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
        self.bits = bits
        tails = bits.reduce(0, |)
        holdsIdeographs = bits[0x4E00 / 64..<0xA000 / 64].contains { $0 != 0 }
    }

    /// Calls for each code point of the set, in order.
    public func forEach(_ body: (UInt32) -> Void) {
        for (place, word) in bits.enumerated() where word != 0 {
            for bit in 0..<64 where word >> UInt64(bit) & 1 != 0 { body(UInt32(place * 64 + bit)) }
        }
    }

    /// How many ideographs of the basic plane a passage holds, and how many of them are in the set.
    public func count(amongIdeographsOf passage: Passage) -> (all: Int, members: Int) {
        passage.scalars.withUnsafeBufferPointer { scalars in
            bits.withUnsafeBufferPointer { bits in
                var all = 0, members = 0
                for scalar in scalars where scalar &- 0x3400 < 0x6C00 {
                    all &+= 1
                    members &+= Int(truncatingIfNeeded: bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1)
                }
                return (all, members)
            }
        }
    }

    @inlinable
    public func contains(_ scalar: UInt32) -> Bool {
        tails &>> UInt64(scalar & 63) & 1 != 0 && scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
    }
}
