/// Counts the characters of valid UTF-8 by the length of their encoding, eight bytes at a time.
struct ScalarTally: Sendable, Hashable {
    private(set) var ascii = 0
    /// Of two bytes.
    private(set) var narrow = 0
    /// Of three and four bytes.
    private(set) var wide = 0

    var scalars: Int { ascii + narrow + wide }
    /// Display columns: East Asian characters take two.
    var columns: Int { ascii + narrow + 2 * wide }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    init(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var i = range.lowerBound
        let raw = UnsafeRawBufferPointer(b)
        while i + 8 <= range.upperBound {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let high = word >> 7 & Self.ones, second = word >> 6 & Self.ones, third = word >> 5 & Self.ones
            ascii &+= 8 &- high.nonzeroBitCount
            narrow &+= (high & second & ~third).nonzeroBitCount
            wide &+= (high & second & third).nonzeroBitCount
            i &+= 8
        }
        while i < range.upperBound {
            switch b[i] {
            case 0..<0x80: ascii += 1
            case 0xC0..<0xE0: narrow += 1
            case 0xE0...: wide += 1
            default: break
            }
            i += 1
        }
    }
}
