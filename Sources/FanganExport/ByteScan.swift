/// Looks through text eight bytes at a time.
enum ByteScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Offset of the first byte that JSON strings cannot hold as it is (a quote, a backslash, a control character),
    /// or the end. Bytes of non-ASCII characters are plain.
    @inline(__always)
    static func endOfPlainText(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return start }
        var at = start
        while at &+ 8 <= text.count {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
            let found = isChinese(word) ? 0 : specials(word)
            if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
            at &+= 8
        }
        while at < text.count, !isSpecial(base[at]) { at &+= 1 }
        return at
    }

    /// Whether JSON strings can hold eight bytes as they are.
    @inline(__always)
    static func isPlain(_ word: UInt64) -> Bool { isChinese(word) || specials(word) == 0 }

    /// Chinese characters have the high bit in all of their bytes.
    @inline(__always)
    static func isChinese(_ word: UInt64) -> Bool { word & highBits == highBits }

    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }

    /// The high bit of the first special byte, and perhaps bits behind it; zero where there is none. A byte below n borrows
    /// from its high bit when n is taken from each byte; bytes over 0x7F are left out.
    @inline(__always)
    private static func specials(_ word: UInt64) -> UInt64 {
        let control = (word &- 0x20 &* ones) & ~word
        let quote = word ^ (0x22 &* ones)
        let backslash = word ^ (0x5C &* ones)
        return (control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & highBits
    }
}
