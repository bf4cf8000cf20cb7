/// Reads the tokens of a JSON text from its bytes; what they mean is the caller's business.
struct JSONScanner {
    /// What stands between two quotes.
    struct StringToken {
        let range: Range<Int>
        let hasEscapes: Bool
    }

    private let text: UnsafeBufferPointer<UInt8>
    /// Offset of the next byte.
    var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { at >= text.count }
    /// The next byte; zero, which no JSON text holds, at the end.
    @inline(__always) var next: UInt8 { at < text.count ? text[at] : 0 }

    @inline(__always)
    mutating func skipSpace() {
        while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
    }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard at + count <= text.count else { return false }
        for i in 0..<count where text[at + i] != word.utf8Start[i] { return false }
        at += count
        return true
    }

    /// A string with valid UTF-8, valid escapes and no control characters; nil where it is damaged.
    mutating func string() -> StringToken? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = at
        var hasEscapes = false
        while at < text.count {
            let byte = text[at]
            if byte >= 0x80 {
                let length = characterLength()
                guard length > 0 else { return nil }
                at += length
            } else if byte == 0x22 {
                at += 1
                return StringToken(range: start..<(at - 1), hasEscapes: hasEscapes)
            } else if byte == 0x5C {
                hasEscapes = true
                guard escape() else { return nil }
            } else if byte < 0x20 {
                return nil
            } else {
                at += 1
            }
        }
        return nil
    }

    private mutating func escape() -> Bool {
        guard at + 1 < text.count else { return false }
        switch text[at + 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            at += 2
            return true
        case 0x75:
            guard at + 6 <= text.count else { return false }
            for i in 2..<6 where !Self.isHexadecimal(text[at + i]) { return false }
            at += 6
            return true
        default: return false
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Bytes of the well-formed character at `at` (Unicode 15, table 3-7), 0 where it is damaged.
    @inline(__always)
    private func characterLength() -> Int {
        func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            at + distance < text.count && range.contains(text[at + distance])
        }
        switch text[at] {
        // E1…EC holds nearly all of Chinese.
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

    /// A number after RFC 8259 (no leading zero, no bare point); nil where there is none.
    mutating func number() -> Double? {
        let start = at
        var isPlain = true
        if next == UInt8(ascii: "-") { at += 1 }
        let first = at
        guard digits() else { return nil }
        if text[first] == UInt8(ascii: "0"), at > first + 1 { return nil }
        if next == UInt8(ascii: ".") {
            isPlain = false
            at += 1
            guard digits() else { return nil }
        }
        if next | 0x20 == UInt8(ascii: "e") {
            isPlain = false
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            guard digits() else { return nil }
        }
        if isPlain, at - first <= 15 {
            var value = 0
            for i in first..<at { value = value * 10 + Int(text[i] & 0xF) }
            return Double(first > start ? -value : value)
        }
        return Double(String(decoding: text[start..<at], as: UTF8.self))
    }

    private mutating func digits() -> Bool {
        let start = at
        while (0x30...0x39).contains(next) { at += 1 }
        return at > start
    }

    /// Steps over one value of any kind, only as carefully as finding its end needs.
    mutating func skipValue() -> Bool {
        var depth = 0
        repeat {
            switch next {
            case UInt8(ascii: "\""): guard string() != nil else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1; at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return false }
                depth -= 1
                at += 1
            case 0: return false
            case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
                guard depth > 0 else { return false }
                at += 1
            default: skipWord()
            }
        } while depth > 0
        return true
    }

    /// A number, true, false or null, up to what may follow it.
    private mutating func skipWord() {
        at += 1
        while !isAtEnd, !",]} \n\r\t\":[{".utf8.contains(text[at]) { at += 1 }
    }
}
