/// A regular expression of the plain kind that the schemas use, compiled to a row of byte sets.
///
/// `^`, then literal characters, `\.`-like escapes and classes `[a-z]`, `[^ :]`, each with an optional `?`, `*`, `+`,
/// `{n}`, `{n,}` or `{n,m}`, then `$`. What follows a repeated class must not begin with a character of that class:
/// then a match needs no going back and takes one pass. Anything else is refused when the schema is compiled.
struct SchemaPattern: Sendable {
    struct Step: Sendable {
        var set: ByteSet
        var least: Int
        var most: Int
    }

    /// The expression as the schema has it.
    let source: String
    let steps: [Step]

    init(_ source: String) throws(SchemaError) {
        self.source = source
        var parser = PatternParser(source)
        steps = try parser.steps()
        for (place, step) in steps.enumerated() where step.least != step.most {
            for later in steps[(place + 1)...] {
                guard step.set.isDisjoint(with: later.set) else { throw SchemaError("pattern \(source) would need to go back") }
                if later.least > 0 { break }
            }
        }
    }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { steps.withUnsafeBufferPointer { Self.matches($0, 0..<$0.count, text) } }

    static func matches(_ steps: UnsafeBufferPointer<Step>, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        guard let base = text.baseAddress else { return range.allSatisfy { steps[$0].least == 0 } }
        for place in range {
            let step = steps[place]
            if step.least == 1, step.most == 1 {
                guard at < text.count, step.set.contains(base[at]) else { return false }
                at += 1
                continue
            }
            let start = at, end = step.most < text.count - at ? at + step.most : text.count
            // Of an open class beyond ASCII, Chinese is taken eight bytes at a time.
            if step.most == .max, step.set.hasNonASCII {
                while at + 8 <= text.count, UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 { at += 8 }
            }
            while at < end, step.set.contains(base[at]) { at += 1 }
            if at - start < step.least { return false }
        }
        return at == text.count
    }
}

/// A set of byte values; all bytes of non-ASCII characters are in it or none.
struct ByteSet: Sendable, Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private(set) var hasNonASCII = false

    mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte >= 0x80 ? hasNonASCII : (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }

    func isDisjoint(with other: ByteSet) -> Bool {
        low & other.low == 0 && high & other.high == 0 && !(hasNonASCII && other.hasNonASCII)
    }

    var complement: ByteSet {
        var result = self
        result.low = ~low
        result.high = ~high
        result.hasNonASCII = !hasNonASCII
        return result
    }
}

private struct PatternParser {
    let source: String
    let bytes: [UInt8]
    var at = 1

    init(_ source: String) {
        self.source = source
        bytes = Array(source.utf8)
    }

    private func unsupported(_ what: String) -> SchemaError { SchemaError("pattern \(source): \(what)") }

    mutating func steps() throws(SchemaError) -> [SchemaPattern.Step] {
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "^"), bytes.last == UInt8(ascii: "$") else { throw unsupported("not anchored at both ends") }
        var steps: [SchemaPattern.Step] = []
        while at < bytes.count - 1 {
            let set = try atom()
            let (least, most) = try count()
            guard !(set.hasNonASCII && (least > 1 || (most != .max && most != 1))) else { throw unsupported("counts characters that take several bytes") }
            // A single non-ASCII character is several bytes; only an open repetition treats them alike.
            guard !set.hasNonASCII || most == .max else { throw unsupported("a negated class needs + or *") }
            steps.append(SchemaPattern.Step(set: set, least: least, most: most))
        }
        return steps
    }

    private mutating func atom() throws(SchemaError) -> ByteSet {
        let byte = bytes[at]
        at += 1
        guard byte < 0x80 else { throw unsupported("a character beyond ASCII") }
        switch byte {
        case UInt8(ascii: "["): return try characterClass()
        case UInt8(ascii: "\\"): return try escaped()
        case UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"),
             UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"):
            throw unsupported("only literals and classes")
        default:
            var set = ByteSet()
            set.insert(byte)
            return set
        }
    }

    private mutating func escaped() throws(SchemaError) -> ByteSet {
        let byte = bytes[at]
        let isWordCharacter = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        guard !isWordCharacter, byte < 0x80, at < bytes.count - 1 else { throw unsupported("only escaped punctuation") }
        at += 1
        var set = ByteSet()
        set.insert(byte)
        return set
    }

    private mutating func characterClass() throws(SchemaError) -> ByteSet {
        var set = ByteSet()
        let isNegated = bytes[at] == UInt8(ascii: "^")
        if isNegated { at += 1 }
        while at < bytes.count - 1, bytes[at] != UInt8(ascii: "]") {
            let from = bytes[at]
            guard from != UInt8(ascii: "\\"), from < 0x80 else { throw unsupported("an escape or a character beyond ASCII in a class") }
            if at + 2 < bytes.count - 1, bytes[at + 1] == UInt8(ascii: "-"), bytes[at + 2] != UInt8(ascii: "]") {
                guard from <= bytes[at + 2], bytes[at + 2] < 0x80 else { throw unsupported("a range that runs backwards") }
                for byte in from...bytes[at + 2] { set.insert(byte) }
                at += 3
            } else {
                set.insert(from)
                at += 1
            }
        }
        guard at < bytes.count - 1 else { throw unsupported("a class without an end") }
        at += 1
        return isNegated ? set.complement : set
    }

    private mutating func count() throws(SchemaError) -> (least: Int, most: Int) {
        switch bytes[at] {
        case UInt8(ascii: "?"): at += 1; return (0, 1)
        case UInt8(ascii: "*"): at += 1; return (0, .max)
        case UInt8(ascii: "+"): at += 1; return (1, .max)
        case UInt8(ascii: "{"): return try bounds()
        default: return (1, 1)
        }
    }

    private mutating func bounds() throws(SchemaError) -> (least: Int, most: Int) {
        guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else { throw unsupported("{ without }") }
        let parts = bytes[(at + 1)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        at = end + 1
        guard let first = parts.first, let least = Int(first), parts.count <= 2 else { throw unsupported("no count in {}") }
        guard parts.count == 2 else { return (least, least) }
        if parts[1].isEmpty { return (least, .max) }
        guard let most = Int(parts[1]), most >= least else { throw unsupported("no count in {}") }
        return (least, most)
    }
}
