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

    /// Whether strings are checked for damaged UTF-8.
    private let checksUTF8: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, checksUTF8: Bool = true) {
        self.text = text
        self.checksUTF8 = checksUTF8
    }

    var isAtEnd: Bool { at >= text.count }
    /// The next byte; zero, which no JSON text holds, at the end.
    @inline(__always) var next: UInt8 { at < text.count ? text[at] : 0 }

    @inline(__always)
    mutating func skipSpace() {
        while at < text.count, text[at] <= 0x20, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
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
        while true {
            at = ByteScan.endOfPlainText(text, from: at)
            guard at < text.count else { return nil }
            if text[at] == 0x22 { break }
            guard text[at] == 0x5C, escape() else { return nil }
            hasEscapes = true
        }
        guard !checksUTF8 || UTF8Check.isValid(text, start..<at) else { return nil }
        at += 1
        return StringToken(range: start..<(at - 1), hasEscapes: hasEscapes)
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
