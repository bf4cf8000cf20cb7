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
    private let tables: SchemaTables

    /// - Parameter schema: the text of a JSON Schema that keeps to the subset of ``SchemaCompiler``.
    public init(schema: [UInt8]) throws(SchemaError) {
        let value: JSONValue
        do { value = try JSONValue(parsing: schema) } catch {
            throw SchemaError("the schema is no JSON: \(error.message) at byte \(error.offset)")
        }
        tables = SchemaTables(try SchemaCompiler.compile(value))
    }

    /// The first violation, or nil where the text is as the schema says.
    ///
    /// - Parameter isUTF8: the text was put together of strings and is known to be UTF-8; it is not looked at again for that.
    public func violation(in json: [UInt8], isUTF8: Bool = false) -> SchemaViolation? {
        tables.withView { view in
            json.withUnsafeBufferPointer { text in
                var scan = SchemaScan(text: text, view: view, anything: tables.anything, checksUTF8: !isUTF8)
                if scan.value(tables.root) && scan.end() { return nil }
                return scan.violation(patterns: tables.patterns)
            }
        }
    }
}

/// One walk over a text. Every step returns false at the first violation; the pointer to it is put together
/// while the calls unwind, so that a valid text pays nothing for it. Rules are numbers of ``SchemaTables``.
private struct SchemaScan {
    private let text: UnsafeBufferPointer<UInt8>
    private let view: SchemaTables.View
    private let anything: Int
    private var scanner: JSONScanner
    private var message = ""
    /// The rule whose pattern did not match.
    private var failedPattern: Int?
    private var failedAt = 0
    private var trail: [String] = []
    private var depth = 0

    init(text: UnsafeBufferPointer<UInt8>, view: SchemaTables.View, anything: Int, checksUTF8: Bool) {
        self.text = text
        self.view = view
        self.anything = anything
        scanner = JSONScanner(text, checksUTF8: checksUTF8)
    }

    func violation(patterns: [String]) -> SchemaViolation {
        let message = failedPattern.map { "does not match \(patterns[$0])" } ?? message
        return SchemaViolation(pointer: trail.reversed().map { "/" + $0 }.joined(), offset: failedAt, message: message)
    }

    @inline(never)
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

    mutating func value(_ rule: Int) -> Bool {
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

    private mutating func word(_ word: StaticString, _ kind: SchemaRule.Kinds, _ rule: Int) -> Bool {
        guard view.rules[rule].kinds.contains(kind) else { return fail("\(word) is not allowed here") }
        return scanner.take(word) || fail("no JSON value")
    }

    private mutating func number(_ rule: Int) -> Bool {
        guard let number = scanner.number() else { return fail("no JSON value") }
        let kinds = view.rules[rule].kinds, minimum = view.rules[rule].minimum
        let isInteger = number.magnitude < 1e15 ? Double(Int(number)) == number : number == number.rounded(.towardZero)
        guard kinds.contains(.fraction) || (isInteger && kinds.contains(.integer)) else { return fail("a number of this kind is not allowed here") }
        return number >= minimum || fail("under the least value \(minimum)")
    }

    private mutating func string(_ place: Int) -> Bool {
        let rule = view.rules[place]
        guard rule.kinds.contains(.string) else { return fail("a string is not allowed here") }
        guard let found = scanner.string() else { return fail("a damaged string") }
        if !rule.values.isEmpty {
            guard view.first(of: rule.values, text, found.range) != nil else { return fail("none of the allowed values") }
        }
        if rule.minimumLength > 0 {
            let isLong = rule.minimumLength == 1 ? !found.range.isEmpty : length(of: found) >= rule.minimumLength
            guard isLong else { return fail("too short") }
        }
        guard rule.hasPattern, !matches(rule.steps, found) else { return true }
        failedPattern = place
        return fail("")
    }

    /// Length in characters as JSON Schema counts them: Unicode scalars.
    private func length(of token: JSONScanner.StringToken) -> Int {
        let raw = UnsafeBufferPointer(rebasing: text[token.range])
        guard token.hasEscapes else { return raw.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
        return JSONEscapes.decode(Array(raw)[...])?.unicodeScalars.count ?? 0
    }

    private func matches(_ steps: Range<Int>, _ token: JSONScanner.StringToken) -> Bool {
        let raw = UnsafeBufferPointer(rebasing: text[token.range])
        guard token.hasEscapes else { return SchemaPattern.matches(view.steps, steps, raw) }
        guard var decoded = JSONEscapes.decode(Array(raw)[...]) else { return false }
        return decoded.withUTF8 { SchemaPattern.matches(view.steps, steps, $0) }
    }

    private mutating func array(_ place: Int) -> Bool {
        let rule = view.rules[place]
        guard rule.kinds.contains(.array) else { return fail("a list is not allowed here") }
        guard enter() else { return false }
        let items = rule.items < 0 ? anything : rule.items
        var count = 0
        scanner.at += 1
        scanner.skipSpace()
        if scanner.next != UInt8(ascii: "]") {
            repeat {
                guard count < rule.maximumItems else { return fail("more than \(rule.maximumItems) values") }
                guard value(items) else { return fail(inside: String(count)) }
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

    private mutating func object(_ given: Int) -> Bool {
        guard view.rules[given].kinds.contains(.object) else { return fail("an object is not allowed here") }
        guard enter() else { return false }
        var rule = given
        if view.rules[given].hasChoice {
            guard let branch = branch(of: given) else { return fail("no branch of oneOf is told by its deciding key") }
            rule = branch
        }
        guard members(of: rule) else { return false }
        depth -= 1
        return true
    }

    private mutating func members(of place: Int) -> Bool {
        let rule = view.rules[place]
        var seen: UInt64 = 0
        var others: [String] = []
        var expected = rule.properties.lowerBound
        scanner.at += 1
        scanner.skipSpace()
        if scanner.next != UInt8(ascii: "}") {
            repeat {
                scanner.skipSpace()
                guard let key = key(of: rule, expected: expected) else { return fail("a key was expected") }
                scanner.skipSpace()
                guard scanner.take(UInt8(ascii: ":")) else { return fail("':' was expected") }
                if key.property >= 0 {
                    let bit = UInt64(key.property - rule.properties.lowerBound)
                    guard seen >> bit & 1 == 0 else { return fail("key \(name(key.range)) twice") }
                    seen |= 1 << bit
                    expected = key.property + 1
                    guard value(view.keys[key.property].rule) else { return fail(inside: name(key.range)) }
                } else {
                    guard rule.allowsOtherProperties else { return fail("key \(name(key.range)) is not allowed here") }
                    guard !others.contains(name(key.range)) else { return fail("key \(name(key.range)) twice") }
                    others.append(name(key.range))
                    guard value(anything) else { return fail(inside: name(key.range)) }
                }
                scanner.skipSpace()
            } while scanner.take(UInt8(ascii: ","))
        }
        guard scanner.take(UInt8(ascii: "}")) else { return fail("',' or '}' was expected") }
        let missing = rule.required & ~seen
        guard missing == 0 else { return fail("key \(view.string(rule.properties.lowerBound + missing.trailingZeroBitCount)) is missing") }
        return true
    }

    private func name(_ range: Range<Int>) -> String {
        JSONEscapes.decode(Array(text[range])[...]) ?? "?"
    }

    /// The next key and which of the rule's it is, -1 for another. Keys mostly come in the schema's order, so the one
    /// after the last is tried first, on the text itself.
    @inline(__always)
    private mutating func key(of rule: SchemaTables.Rule, expected: Int) -> (property: Int, range: Range<Int>)? {
        if expected < rule.properties.upperBound, scanner.next == UInt8(ascii: "\"") {
            let start = scanner.at + 1, end = start + view.keys[expected].count
            if end < text.count, text[end] == UInt8(ascii: "\""), view.isKey(expected, text, start..<end) {
                scanner.at = end + 1
                return (expected, start..<end)
            }
        }
        guard let key = scanner.string() else { return nil }
        return (property(key, of: rule), key.range)
    }

    private func property(_ key: JSONScanner.StringToken, of rule: SchemaTables.Rule) -> Int {
        guard key.hasEscapes else { return view.first(of: rule.properties, text, key.range) ?? -1 }
        let plain = name(key.range)
        return rule.properties.first { view.string($0) == plain } ?? -1
    }

    /// Looks ahead for the deciding key, then goes back to the object's start.
    private mutating func branch(of rule: Int) -> Int? {
        let choice = view.rules[rule].choiceKey, branches = view.rules[rule].branches
        let start = scanner.at
        defer { scanner.at = start }
        scanner.at += 1
        repeat {
            scanner.skipSpace()
            guard let key = scanner.string() else { return nil }
            scanner.skipSpace()
            guard scanner.take(UInt8(ascii: ":")) else { return nil }
            scanner.skipSpace()
            if view.isKey(choice, text, key.range) {
                guard let found = scanner.string(), let branch = view.first(of: branches, text, found.range) else { return nil }
                return view.keys[branch].rule
            }
            guard scanner.skipValue() else { return nil }
            scanner.skipSpace()
        } while scanner.take(UInt8(ascii: ","))
        return nil
    }
}
