/// Counts the characters of valid UTF-8 by the length of their encoding, eight bytes at a time.
struct ScalarTally: Sendable, Hashable {
    private(set) var scalars = 0
    /// Of three and four bytes.
    private(set) var wide = 0

    /// Display columns: East Asian characters take two.
    var columns: Int { scalars + wide }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Of eight bytes that are 0 or 1 each: one multiplication, where counting bits takes a dozen steps on processors without an instruction for it.
    @inline(__always)
    private static func sum(_ bytes: UInt64) -> Int { Int(truncatingIfNeeded: (bytes &* ones) >> 56) }

    init() {}

    /// Counts characters that were looked at by somebody else.
    mutating func add(_ scalars: Int, wide: Int) {
        self.scalars += scalars
        self.wide += wide
    }

    init(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var i = range.lowerBound
        let raw = UnsafeRawBufferPointer(b)
        while i + 8 <= range.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let high = word >> 7, second = word >> 6, third = word >> 5
            scalars &+= Self.sum((~high | second) & Self.ones)
            wide &+= Self.sum(high & second & third & Self.ones)
            i &+= 8
        }
        while i < range.upperBound {
            scalars += b[i] & 0xC0 == 0x80 ? 0 : 1
            wide += b[i] >= 0xE0 ? 1 : 0
            i += 1
        }
    }
}
