/// Tells whether bytes are well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Check {
    static func isValid(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        let end = range.upperBound
        let raw = UnsafeRawBufferPointer(text)
        while at < end {
            if text[at] < 0x80 {
                at += 1
            } else if at + 8 <= end, isChinesePair(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian) {
                at += 6
            } else if at + 3 <= end, isCommonChinese(text[at], text[at + 1], text[at + 2]) {
                at += 3
            } else {
                let length = characterLength(text, at, end)
                guard length > 0 else { return false }
                at += length
            }
        }
        return true
    }

    /// Two characters of three bytes each in the first six bytes: leads E1…EF but ED, each with any two continuation bytes.
    @inline(__always)
    private static func isChinesePair(_ word: UInt64) -> Bool {
        guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { return false }
        let leads = word & 0x0F00_000F
        // Adding 15 to four bits carries unless they are all zero: first for E0, then for ED.
        return (leads &+ 0x0F00_000F) & ((leads ^ 0x0D00_000D) &+ 0x0F00_000F) & 0x1000_0010 == 0x1000_0010
    }

    /// E1…EC leads nearly all of Chinese (U+1000…U+CFFF), with any two continuation bytes.
    @inline(__always)
    private static func isCommonChinese(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        a >= 0xE1 && a <= 0xEC && b & 0xC0 == 0x80 && c & 0xC0 == 0x80
    }

    /// Bytes of the well-formed character at an offset, 0 where it is damaged.
    private static func characterLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
        func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            at + distance < end && range.contains(text[at + distance])
        }
        switch text[at] {
        case 0xE1...0xEC, 0xEE...0xEF: return follows(1) && follows(2) ? 3 : 0
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
        case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
        case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }
}
