/// Where a JSON text breaks its schema, or is no JSON at all.
public struct SchemaViolation: Error, Sendable, Equatable, CustomStringConvertible {
    /// RFC 6901 pointer of the value, for example `/nodes/3/due/0/date`.
    public let pointer: String
    /// Offset of the byte at which it was noticed.
    public let offset: Int
    public let message: String

    public var description: String { "\(pointer.isEmpty ? "the whole text" : pointer): \(message) (byte \(offset))" }
}

/// Checks JSON texts against one JSON Schema in a single pass over their bytes, without building values.
///
/// It also refuses what is no JSON (RFC 8259), invalid UTF-8 and objects with a key twice.
public struct SchemaValidator: Sendable {
    private let rule: SchemaRule

    /// - Parameter schema: the text of a JSON Schema that keeps to the subset of ``SchemaCompiler``.
    public init(schema: [UInt8]) throws(SchemaError) {
        let value: JSONValue
        do { value = try JSONValue(parsing: schema) } catch {
            throw SchemaError("the schema is no JSON: \(error.message) at byte \(error.offset)")
        }
        rule = try SchemaCompiler.compile(value)
    }

    /// The first violation, or nil where the text is as the schema says.
    public func violation(in json: [UInt8]) -> SchemaViolation? {
        json.withUnsafeBufferPointer { text in
            var scan = SchemaScan(text: text)
            if scan.value(rule) && scan.end() { return nil }
            return scan.violation
        }
    }
}

/// One walk over a text. Every step returns false at the first violation; the pointer to it is put together
/// while the calls unwind, so that a valid text pays nothing for it.
private struct SchemaScan {
    private let text: UnsafeBufferPointer<UInt8>
    private var scanner: JSONScanner
    private var message = ""
    private var failedAt = 0
    private var trail: [String] = []
    private var depth = 0

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        scanner = JSONScanner(text)
    }

    var violation: SchemaViolation {
        SchemaViolation(pointer: trail.reversed().map { "/" + $0 }.joined(), offset: failedAt, message: message)
    }

    private mutating func fail(_ message: String) -> Bool {
        self.message = message
        failedAt = scanner.at
        return false
    }

    private mutating func fail(inside step: String) -> Bool {
        trail.append(step)
        return false
    }

    mutating func end() -> Bool {
        scanner.skipSpace()
        return scanner.isAtEnd || fail("text after the value")
    }

    mutating func value(_ rule: SchemaRule) -> Bool {
        scanner.skipSpace()
        switch scanner.next {
        case UInt8(ascii: "\""): return string(rule)
        case UInt8(ascii: "{"): return object(rule)
        case UInt8(ascii: "["): return array(rule)
        case UInt8(ascii: "t"): return word("true", .boolean, rule)
        case UInt8(ascii: "f"): return word("false", .boolean, rule)
        case UInt8(ascii: "n"): return word("null", .null, rule)
        default: return number(rule)
        }
    }

    private mutating func word(_ word: StaticString, _ kind: SchemaRule.Kinds, _ rule: SchemaRule) -> Bool {
        guard rule.kinds.contains(kind) else { return fail("\(word) is not allowed here") }
        return scanner.take(word) || fail("no JSON value")
    }

    private mutating func number(_ rule: SchemaRule) -> Bool {
        guard let number = scanner.number() else { return fail("no JSON value") }
        let isInteger = number == number.rounded(.towardZero)
        guard rule.kinds.contains(.fraction) || (isInteger && rule.kinds.contains(.integer)) else { return fail("a number of this kind is not allowed here") }
        return number >= rule.minimum || fail("under the least value \(rule.minimum)")
    }

    private mutating func string(_ rule: SchemaRule) -> Bool {
        guard rule.kinds.contains(.string) else { return fail("a string is not allowed here") }
        guard let found = scanner.string() else { return fail("a damaged string") }
        let raw = UnsafeBufferPointer(rebasing: text[found.range])
        if !rule.values.isEmpty {
            guard rule.values.contains(where: { $0.elementsEqual(raw) }) else { return fail("none of the allowed values") }
        }
        if rule.minimumLength > 0 {
            guard Self.length(of: raw, hasEscapes: found.hasEscapes) >= rule.minimumLength else { return fail("too short") }
        }
        guard let pattern = rule.pattern else { return true }
        return Self.matches(pattern, raw, hasEscapes: found.hasEscapes) || fail("does not match \(pattern.source)")
    }

    /// Length in characters as JSON Schema counts them: Unicode scalars.
    private static func length(of raw: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> Int {
        guard hasEscapes else { return raw.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
        return JSONEscapes.decode(Array(raw)[...])?.unicodeScalars.count ?? 0
    }

    private static func matches(_ pattern: SchemaPattern, _ raw: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> Bool {
        guard hasEscapes else { return pattern.matches(raw) }
        guard var decoded = JSONEscapes.decode(Array(raw)[...]) else { return false }
        return decoded.withUTF8 { pattern.matches($0) }
    }

    private mutating func array(_ rule: SchemaRule) -> Bool {
        guard rule.kinds.contains(.array) else { return fail("a list is not allowed here") }
        guard enter() else { return false }
        var count = 0
        scanner.at += 1
        scanner.skipSpace()
        if scanner.next != UInt8(ascii: "]") {
            repeat {
                guard count < rule.maximumItems else { return fail("more than \(rule.maximumItems) values") }
                guard value(rule.items ?? Self.anything) else { return fail(inside: String(count)) }
                count += 1
                scanner.skipSpace()
            } while scanner.take(UInt8(ascii: ","))
        }
        guard scanner.take(UInt8(ascii: "]")) else { return fail("',' or ']' was expected") }
        depth -= 1
        return count >= rule.minimumItems || fail("fewer than \(rule.minimumItems) values")
    }

    private mutating func enter() -> Bool {
        depth += 1
        return depth <= 128 || fail("nested too deeply")
    }

    private mutating func object(_ given: SchemaRule) -> Bool {
        guard given.kinds.contains(.object) else { return fail("an object is not allowed here") }
        guard enter() else { return false }
        var rule = given
        if let choice = given.choice {
            guard let branch = branch(of: choice) else { return fail("no branch of oneOf has this \"type\"") }
            rule = branch
        }
        guard members(of: rule) else { return false }
        depth -= 1
        return true
    }

    private mutating func members(of rule: SchemaRule) -> Bool {
        var seen: UInt64 = 0
        var others: [String] = []
        var expected = 0
        scanner.at += 1
        scanner.skipSpace()
        if scanner.next != UInt8(ascii: "}") {
            repeat {
                scanner.skipSpace()
                guard let key = scanner.string() else { return fail("a key was expected") }
                let place = property(key, of: rule, expected: expected)
                scanner.skipSpace()
                guard scanner.take(UInt8(ascii: ":")) else { return fail("':' was expected") }
                if let place {
                    guard seen >> UInt64(place) & 1 == 0 else { return fail("key \(name(key)) twice") }
                    seen |= 1 << UInt64(place)
                    expected = place + 1
                    guard value(rule.properties[place].rule) else { return fail(inside: name(key)) }
                } else {
                    guard rule.allowsOtherProperties else { return fail("key \(name(key)) is not allowed here") }
                    guard !others.contains(name(key)) else { return fail("key \(name(key)) twice") }
                    others.append(name(key))
                    guard value(Self.anything) else { return fail(inside: name(key)) }
                }
                scanner.skipSpace()
            } while scanner.take(UInt8(ascii: ","))
        }
        guard scanner.take(UInt8(ascii: "}")) else { return fail("',' or '}' was expected") }
        let missing = rule.required & ~seen
        guard missing == 0 else { return fail("key \(String(decoding: rule.properties[missing.trailingZeroBitCount].key, as: UTF8.self)) is missing") }
        return true
    }

    private func name(_ key: JSONScanner.StringToken) -> String {
        JSONEscapes.decode(Array(text[key.range])[...]) ?? "?"
    }

    /// Keys mostly come in the schema's order, so the one after the last is tried first.
    private func property(_ key: JSONScanner.StringToken, of rule: SchemaRule, expected: Int) -> Int? {
        let raw = text[key.range]
        func isKey(_ place: Int) -> Bool {
            let wanted = rule.properties[place].key
            return wanted.count == raw.count && wanted.elementsEqual(raw)
        }
        if key.hasEscapes {
            let plain = Array(name(key).utf8)
            return rule.properties.firstIndex { $0.key == plain }
        }
        if expected < rule.properties.count, isKey(expected) { return expected }
        return rule.properties.indices.first(where: isKey)
    }

    /// Looks ahead for the deciding key, then goes back to the object's start.
    private mutating func branch(of choice: SchemaRule.Choice) -> SchemaRule? {
        let start = scanner.at
        defer { scanner.at = start }
        scanner.at += 1
        repeat {
            scanner.skipSpace()
            guard let key = scanner.string() else { return nil }
            scanner.skipSpace()
            guard scanner.take(UInt8(ascii: ":")) else { return nil }
            scanner.skipSpace()
            if text[key.range].elementsEqual(choice.key) {
                guard let found = scanner.string() else { return nil }
                return choice.branches.first { $0.values.contains { $0.elementsEqual(text[found.range]) } }?.rule
            }
            guard scanner.skipValue() else { return nil }
            scanner.skipSpace()
        } while scanner.take(UInt8(ascii: ","))
        return nil
    }

    private static let anything = SchemaRule(
        kinds: .any, properties: [], required: 0, allowsOtherProperties: true, items: nil, minimumItems: 0, maximumItems: .max,
        minimum: -.infinity, minimumLength: 0, pattern: nil, values: [], choice: nil)
}
