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
                return scan.whole(tables.root) ? nil : scan.violation(patterns: tables.patterns)
            }
        }
    }
}

/// One walk over a text. Every step takes the place where its value begins and gives the one behind it, or -1 at the first
/// violation; the pointer to that is put together while the calls unwind, so that a valid text pays nothing for it. Rules are
/// numbers of ``SchemaTables``, and rules stay where they are: a copy of one is longer than most values.
private struct SchemaScan {
    private let text: UnsafeBufferPointer<UInt8>
    private let count: Int
    private let view: SchemaTables.View
    private let anything: Int
    private let checksUTF8: Bool
    private var message = ""
    /// The rule whose pattern did not match.
    private var failedPattern: Int?
    private var failedAt = 0
    private var trail: [String] = []
    /// Keys that the schema does not name, by where their object begins.
    private var others: [Int: Set<String>] = [:]
    private var depth = 0

    init(text: UnsafeBufferPointer<UInt8>, view: SchemaTables.View, anything: Int, checksUTF8: Bool) {
        self.text = text
        count = text.count
        self.view = view
        self.anything = anything
        self.checksUTF8 = checksUTF8
    }

    func violation(patterns: [String]) -> SchemaViolation {
        let message = failedPattern.map { "does not match \(patterns[$0])" } ?? message
        return SchemaViolation(pointer: trail.reversed().map { "/" + $0 }.joined(), offset: failedAt, message: message)
    }

    @inline(never)
    private mutating func fail(_ at: Int, _ message: String) -> Int {
        self.message = message
        failedAt = at
        return -1
    }

    @inline(never)
    private mutating func fail(_ at: Int, key: Int, _ what: String) -> Int { fail(at, "key \(view.string(key)) \(what)") }

    @inline(never)
    private mutating func fail(insideKey key: Int) -> Int { fail(inside: view.string(key)) }

    @inline(never)
    private mutating func fail(inside step: String) -> Int {
        trail.append(step)
        return -1
    }

    // MARK: Tokens

    /// The byte at a place; zero, which no JSON text holds, at the end.
    @inline(__always)
    private func byte(_ at: Int) -> UInt8 { at < count ? text[at] : 0 }

    @inline(__always)
    private func skipSpace(_ start: Int) -> Int {
        var at = start
        while at < count, text[at] <= 0x20, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at &+= 1 }
        return at
    }

    /// What the slower scanner makes of the text from a place on, with where it then stands.
    private func scanned<Token>(_ at: Int, _ read: (inout JSONScanner) -> Token?) -> (token: Token, end: Int)? {
        var scanner = JSONScanner(text, checksUTF8: checksUTF8)
        scanner.at = at
        return read(&scanner).map { ($0, scanner.at) }
    }

    /// A string whose opening quote stands at a place. Nearly all are plain: up to the next quote.
    @inline(__always)
    private func string(at: Int) -> (token: JSONScanner.StringToken, end: Int)? {
        let end = ByteScan.endOfPlainText(text, from: at + 1)
        guard end < count, text[end] == 0x22, !checksUTF8 else { return scanned(at) { $0.string() } }
        return (JSONScanner.StringToken(range: at + 1..<end, hasEscapes: false), end + 1)
    }

    // MARK: Values

    mutating func whole(_ rule: Int) -> Bool {
        let end = value(rule, 0)
        guard end >= 0 else { return false }
        let rest = skipSpace(end)
        return rest >= count || fail(rest, "text after the value") >= 0
    }

    @inline(__always)
    private mutating func value(_ rule: Int, _ start: Int) -> Int {
        let at = skipSpace(start)
        let end = plainEnd(view.rules.baseAddress.unsafelyUnwrapped + rule, at)
        return end > 0 ? end : closely(rule, at)
    }

    /// Where a value ends that is as its rule says, told at a look, as of most values; 0 where a closer look is needed.
    /// It changes nothing; were it not `mutating`, every call would copy the whole of this.
    private mutating func plainEnd(_ rule: UnsafePointer<SchemaTables.Rule>, _ at: Int) -> Int {
        switch byte(at) {
        case UInt8(ascii: "\""):
            guard rule.pointee.kinds.contains(.string), !checksUTF8 else { return 0 }
            let end = ByteScan.endOfPlainText(text, from: at + 1)
            guard end < count, text[end] == 0x22 else { return 0 }
            return rule.pointee.limitsStrings && !allows(rule, at + 1..<end) ? 0 : end + 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let end = endOfDigits(at)
            return rule.pointee.allowsNaturals && isBehindNumber(end) && (text[at] != 0x30 || end == at + 1) ? end : 0
        case UInt8(ascii: "["):
            if byte(at + 1) == UInt8(ascii: "]") { return rule.pointee.minimumItems == 0 && rule.pointee.kinds.contains(.array) ? at + 2 : 0 }
            return rule.pointee.isPair ? endOfPair(at + 1) : 0
        case UInt8(ascii: "n"):
            guard rule.pointee.kinds.contains(.null), at + 4 <= count else { return 0 }
            return UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt32.self).littleEndian == 0x6C6C_756E ? at + 4 : 0
        default: return 0
        }
    }

    /// Of a list of two natural numbers, behind its bracket: `12, 34]`, as spans are.
    @inline(__always)
    private func endOfPair(_ at: Int) -> Int {
        let first = endOfDigits(at)
        guard first > at, byte(first) == UInt8(ascii: ","), byte(first + 1) == 0x20, text[at] != 0x30 || first == at + 1 else { return 0 }
        let end = endOfDigits(first + 2)
        guard end > first + 2, byte(end) == UInt8(ascii: "]"), text[first + 2] != 0x30 || end == first + 3 else { return 0 }
        return end + 1
    }

    @inline(__always)
    private func endOfDigits(_ start: Int) -> Int {
        var at = start
        while at < count, text[at] &- 0x30 < 10 { at &+= 1 }
        return at
    }

    /// Whether a number of digits alone may end here.
    @inline(__always)
    private func isBehindNumber(_ at: Int) -> Bool { byte(at) == UInt8(ascii: ",") || byte(at) == UInt8(ascii: "}") || byte(at) == UInt8(ascii: "]") }

    /// Whether a plain string is one that the rule allows.
    private mutating func allows(_ rule: UnsafePointer<SchemaTables.Rule>, _ range: Range<Int>) -> Bool {
        if !rule.pointee.values.isEmpty, view.first(of: rule.pointee.values, text, range) == nil { return false }
        if rule.pointee.minimumLength > 0, rule.pointee.minimumLength > 1 || range.isEmpty { return false }
        return !rule.pointee.hasPattern || SchemaPattern.matches(view.steps, rule.pointee.steps, UnsafeBufferPointer(rebasing: text[range]))
    }

    @inline(never)
    private mutating func closely(_ rule: Int, _ at: Int) -> Int {
        switch byte(at) {
        case UInt8(ascii: "\""): return string(rule, at)
        case UInt8(ascii: "{"): return object(rule, at)
        case UInt8(ascii: "["): return array(rule, at)
        case UInt8(ascii: "t"): return word("true", .boolean, rule, at)
        case UInt8(ascii: "f"): return word("false", .boolean, rule, at)
        case UInt8(ascii: "n"): return word("null", .null, rule, at)
        default: return number(rule, at)
        }
    }

    private mutating func word(_ word: StaticString, _ kind: SchemaRule.Kinds, _ rule: Int, _ at: Int) -> Int {
        guard view.rules[rule].kinds.contains(kind) else { return fail(at, "\(word) is not allowed here") }
        let length = word.utf8CodeUnitCount
        guard at + length <= count else { return fail(at, "no JSON value") }
        for i in 0..<length where text[at + i] != word.utf8Start[i] { return fail(at, "no JSON value") }
        return at + length
    }

    private mutating func number(_ rule: Int, _ at: Int) -> Int {
        guard let (number, end) = scanned(at, { $0.number() }) else { return fail(at, "no JSON value") }
        let kinds = view.rules[rule].kinds
        let isInteger = number.magnitude < 1e15 ? Double(Int(number)) == number : number == number.rounded(.towardZero)
        guard kinds.contains(.fraction) || (isInteger && kinds.contains(.integer)) else { return fail(end, "a number of this kind is not allowed here") }
        return number >= view.rules[rule].minimum ? end : fail(end, "under the least value \(view.rules[rule].minimum)")
    }

    private mutating func string(_ rule: Int, _ at: Int) -> Int {
        guard view.rules[rule].kinds.contains(.string) else { return fail(at, "a string is not allowed here") }
        guard let (token, end) = string(at: at) else { return fail(at, "a damaged string") }
        return view.rules[rule].limitsStrings && !isAllowed(token, rule, end) ? -1 : end
    }

    private mutating func isAllowed(_ found: JSONScanner.StringToken, _ rule: Int, _ end: Int) -> Bool {
        if !view.rules[rule].values.isEmpty, view.first(of: view.rules[rule].values, text, found.range) == nil { return fail(end, "none of the allowed values") >= 0 }
        let least = view.rules[rule].minimumLength
        if least > 0 {
            let isLong = least == 1 ? !found.range.isEmpty : length(of: found) >= least
            guard isLong else { return fail(end, "too short") >= 0 }
        }
        guard view.rules[rule].hasPattern, !matches(view.rules[rule].steps, found) else { return true }
        failedPattern = rule
        return fail(end, "") >= 0
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

    private mutating func array(_ rule: Int, _ start: Int) -> Int {
        guard view.rules[rule].kinds.contains(.array) else { return fail(start, "a list is not allowed here") }
        guard enter(start) else { return -1 }
        let items = view.rules[rule].items < 0 ? anything : view.rules[rule].items
        var length = 0
        var at = skipSpace(start + 1)
        if byte(at) != UInt8(ascii: "]") {
            while true {
                guard length < view.rules[rule].maximumItems else { return fail(at, "more than \(view.rules[rule].maximumItems) values") }
                let end = value(items, at)
                guard end >= 0 else { return fail(inside: String(length)) }
                length += 1
                at = skipSpace(end)
                guard byte(at) == UInt8(ascii: ",") else { break }
                at += 1
            }
        }
        guard byte(at) == UInt8(ascii: "]") else { return fail(at, "',' or ']' was expected") }
        depth -= 1
        return length >= view.rules[rule].minimumItems ? at + 1 : fail(at + 1, "fewer than \(view.rules[rule].minimumItems) values")
    }

    private mutating func enter(_ at: Int) -> Bool {
        depth += 1
        return depth <= 128 || fail(at, "nested too deeply") >= 0
    }

    // MARK: Objects

    private mutating func object(_ given: Int, _ at: Int) -> Int {
        guard view.rules[given].kinds.contains(.object) else { return fail(at, "an object is not allowed here") }
        guard enter(at) else { return -1 }
        var rule = given
        if view.rules[given].hasChoice {
            guard let branch = branch(of: given, at) else { return fail(at, "no branch of oneOf is told by its deciding key") }
            rule = branch
        }
        let end = members(of: rule, at)
        depth -= 1
        return end
    }

    private mutating func members(of rule: Int, _ start: Int) -> Int {
        let properties = view.rules[rule].properties
        var seen: UInt64 = 0
        var expected = properties.lowerBound
        var at = skipSpace(start + 1)
        if byte(at) != UInt8(ascii: "}") {
            while true {
                at = skipSpace(at)
                if expected < properties.upperBound, stands(expected, at) {
                    at &+= (view.keys.baseAddress.unsafelyUnwrapped + expected).pointee.written.count
                } else {
                    guard let key = key(properties, expected: expected, at) else { return fail(at, "a key was expected") }
                    let behind = skipSpace(key.end)
                    guard byte(behind) == UInt8(ascii: ":") else { return fail(behind, "':' was expected") }
                    guard key.property >= 0 else {
                        at = other(key.range, behind: start, of: rule, behind + 1)
                        guard at >= 0 else { return -1 }
                        guard byte(at) == UInt8(ascii: ",") else { break }
                        at += 1
                        continue
                    }
                    expected = key.property
                    at = behind + 1
                }
                let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: expected &- properties.lowerBound)
                guard seen & bit == 0 else { return fail(at, key: expected, "twice") }
                seen |= bit
                let end = value((view.keys.baseAddress.unsafelyUnwrapped + expected).pointee.rule, at)
                guard end >= 0 else { return fail(insideKey: expected) }
                expected &+= 1
                at = skipSpace(end)
                guard byte(at) == UInt8(ascii: ",") else { break }
                at += 1
            }
        }
        guard byte(at) == UInt8(ascii: "}") else { return fail(at, "',' or '}' was expected") }
        let missing = view.rules[rule].required & ~seen
        guard missing == 0 else { return fail(at + 1, key: properties.lowerBound + missing.trailingZeroBitCount, "is missing") }
        return at + 1
    }

    /// Whether a key stands at a place as this library writes it. Tables are read in place: a copy of a key is longer than most keys.
    @inline(__always)
    private func stands(_ key: Int, _ at: Int) -> Bool {
        at &+ SchemaTables.WrittenKey.room <= count && (view.keys.baseAddress.unsafelyUnwrapped + key).pointee.written.stands(UnsafeRawBufferPointer(text), at)
    }

    /// The value of a key that the schema does not name, and what is behind it.
    private mutating func other(_ range: Range<Int>, behind object: Int, of rule: Int, _ at: Int) -> Int {
        let key = name(range)
        guard view.rules[rule].allowsOtherProperties else { return fail(at, "key \(key) is not allowed here") }
        guard others[object, default: []].insert(key).inserted else { return fail(at, "key \(key) twice") }
        let end = value(anything, at)
        return end >= 0 ? skipSpace(end) : fail(inside: key)
    }

    private func name(_ range: Range<Int>) -> String {
        JSONEscapes.decode(Array(text[range])[...]) ?? "?"
    }

    /// The key at a place and which of the rule's it is, -1 for another. Keys mostly come in the schema's order, so the one
    /// after the last is tried first, on the text itself.
    @inline(__always)
    private func key(_ properties: Range<Int>, expected: Int, _ at: Int) -> (property: Int, range: Range<Int>, end: Int)? {
        guard byte(at) == UInt8(ascii: "\"") else { return nil }
        if expected < properties.upperBound {
            let start = at + 1, end = start + view.keys[expected].count
            if end < count, text[end] == UInt8(ascii: "\""), view.isKey(expected, text, start..<end) { return (expected, start..<end, end + 1) }
        }
        guard let (token, end) = string(at: at) else { return nil }
        return (property(token, of: properties), token.range, end)
    }

    private func property(_ key: JSONScanner.StringToken, of properties: Range<Int>) -> Int {
        guard key.hasEscapes else { return view.first(of: properties, text, key.range) ?? -1 }
        let plain = name(key.range)
        return properties.first { view.string($0) == plain } ?? -1
    }

    /// Looks ahead for the deciding key.
    private func branch(of rule: Int, _ start: Int) -> Int? {
        let choice = view.rules[rule].choiceKey, branches = view.rules[rule].branches
        var at = start
        repeat {
            at = skipSpace(at + 1)
            var isChoice = stands(choice, at)
            if isChoice { at = skipSpace(at + view.keys[choice].written.count) } else {
                guard byte(at) == UInt8(ascii: "\""), let key = string(at: at) else { return nil }
                at = skipSpace(key.end)
                guard byte(at) == UInt8(ascii: ":") else { return nil }
                at = skipSpace(at + 1)
                isChoice = view.isKey(choice, text, key.token.range)
            }
            if isChoice {
                guard byte(at) == UInt8(ascii: "\""), let found = string(at: at) else { return nil }
                return view.first(of: branches, text, found.token.range).map { view.keys[$0].rule }
            }
            if byte(at) == UInt8(ascii: "\""), let value = string(at: at) {
                at = skipSpace(value.end)
                continue
            }
            guard let skipped = scanned(at, { $0.skipValue() ? true : nil }) else { return nil }
            at = skipSpace(skipped.end)
        } while byte(at) == UInt8(ascii: ",")
        return nil
    }
}
