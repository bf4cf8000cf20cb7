/// A parsed JSON value, for small texts such as schema files; task graphs are never parsed into one.
public indirect enum JSONValue: Sendable, Equatable {
    public struct Member: Sendable, Equatable {
        public let key: String
        public let value: JSONValue
    }

    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the text.
    case object([Member])

    /// Where and why a text is no JSON.
    public struct SyntaxError: Error, Sendable, Equatable {
        /// Offset of the offending byte.
        public let offset: Int
        public let message: String
    }

    public init(parsing bytes: [UInt8]) throws(SyntaxError) {
        var parser = JSONParser(bytes: bytes)
        self = try parser.wholeText()
    }

    /// The value of a member of an object, if it is an object that has it.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// A recursive-descent parser after RFC 8259 that refuses nesting over 128 levels.
private struct JSONParser {
    let bytes: [UInt8]
    var at = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func wholeText() throws(JSONValue.SyntaxError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw error("text after the value") }
        return value
    }

    private func error(_ message: String) -> JSONValue.SyntaxError {
        JSONValue.SyntaxError(offset: at, message: message)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value() throws(JSONValue.SyntaxError) -> JSONValue {
        skipSpace()
        guard depth < 128 else { throw error("nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[at...].starts(with: letters) else { throw error("no JSON value") }
        at += letters.count
        return value
    }

    private mutating func object() throws(JSONValue.SyntaxError) -> JSONValue {
        at += 1
        var members: [JSONValue.Member] = []
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("a key was expected") }
            let key = try string()
            guard take(UInt8(ascii: ":")) else { throw error("':' was expected") }
            members.append(JSONValue.Member(key: key, value: try value()))
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw error("'}' was expected") }
        return .object(members)
    }

    private mutating func array() throws(JSONValue.SyntaxError) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(values) }
        repeat { values.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw error("']' was expected") }
        return .array(values)
    }

    private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { at += 1 }
        guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)) else { throw error("no JSON value") }
        return .number(value)
    }

    private mutating func string() throws(JSONValue.SyntaxError) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw error("a control character inside a string") }
            at += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        guard at < bytes.count else { throw error("a string without an end") }
        defer { at += 1 }
        guard let text = JSONEscapes.decode(bytes[start..<at]) else { throw error("a damaged escape") }
        return text
    }
}

/// The backslash escapes of JSON strings.
enum JSONEscapes {
    /// The text of a string's inner bytes; nil where an escape or the UTF-8 is damaged.
    static func decode(_ raw: ArraySlice<UInt8>) -> String? {
        guard raw.contains(UInt8(ascii: "\\")) else { return String(validating: raw, as: UTF8.self) }
        var units: [UInt16] = []
        var out: [UInt8] = []
        func flush() -> Bool {
            guard !units.isEmpty else { return true }
            guard let text = String(validating: units, as: UTF16.self) else { return false }
            out.append(contentsOf: text.utf8)
            units.removeAll()
            return true
        }
        var at = raw.startIndex
        while at < raw.endIndex {
            let byte = raw[at]
            guard byte == UInt8(ascii: "\\"), at + 1 < raw.endIndex else {
                guard byte != UInt8(ascii: "\\"), flush() else { return nil }
                out.append(byte)
                at += 1
                continue
            }
            if raw[at + 1] == UInt8(ascii: "u") {
                guard at + 6 <= raw.endIndex, let unit = UInt16(String(decoding: raw[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16) else { return nil }
                units.append(unit)
                at += 6
            } else {
                guard flush(), let plain = single(raw[at + 1]) else { return nil }
                out.append(plain)
                at += 2
            }
        }
        return flush() ? String(validating: out, as: UTF8.self) : nil
    }

    private static func single(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
