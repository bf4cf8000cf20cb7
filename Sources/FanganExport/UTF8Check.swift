/// Tells whether bytes are well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Check {
    static func isValid(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        let end = range.upperBound
        while at < end {
            if text[at] < 0x80 {
                at += 1
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
