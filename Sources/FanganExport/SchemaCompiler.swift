/// Compiles a JSON Schema (2020-12) into ``SchemaRule``s.
///
/// Understood are the keywords that `schemas/` uses; an unknown keyword is an error, never ignored, so that a rule
/// that someone adds to a schema is either checked or refused.
struct SchemaCompiler {
    private let root: JSONValue
    /// References being followed, to refuse a schema that contains itself.
    private var open: [String] = []

    static func compile(_ root: JSONValue) throws(SchemaError) -> SchemaRule {
        var compiler = SchemaCompiler(root: root)
        return try compiler.rule(for: root)
    }

    private init(root: JSONValue) { self.root = root }

    /// Keywords that say something to people only.
    private static let annotations: Set<String> = ["$schema", "$id", "$defs", "$comment", "title", "description", "examples"]

    private mutating func rule(for schema: JSONValue) throws(SchemaError) -> SchemaRule {
        guard case .object(let members) = schema else { throw SchemaError("a schema that is no object") }
        if let reference = schema["$ref"] { return try follow(reference, beside: members) }
        var draft = RuleDraft()
        for member in members where !Self.annotations.contains(member.key) {
            try apply(member.key, member.value, of: schema, to: &draft)
        }
        guard draft.choice == nil || draft.properties.isEmpty else { throw SchemaError("properties beside oneOf") }
        return draft.finished()
    }

    private mutating func follow(_ reference: JSONValue, beside members: [JSONValue.Member]) throws(SchemaError) -> SchemaRule {
        guard case .string(let path) = reference, path.hasPrefix("#/$defs/"),
              let target = root["$defs"]?[String(path.dropFirst(8))] else { throw SchemaError("$ref to nothing known: \(reference)") }
        for member in members where member.key != "$ref" && !Self.annotations.contains(member.key) {
            throw SchemaError("\(member.key) beside $ref")
        }
        guard !open.contains(path) else { throw SchemaError("\(path) contains itself") }
        open.append(path)
        defer { open.removeLast() }
        return try rule(for: target)
    }

    private mutating func apply(_ keyword: String, _ value: JSONValue, of schema: JSONValue, to draft: inout RuleDraft) throws(SchemaError) {
        switch keyword {
        case "type": draft.kinds = try kinds(value)
        case "const": try draft.allow([value])
        case "enum":
            guard case .array(let values) = value else { throw SchemaError("enum without a list") }
            try draft.allow(values)
        case "pattern":
            guard case .string(let source) = value else { throw SchemaError("pattern without a string") }
            draft.pattern = try SchemaPattern(source)
        case "minimum": draft.minimum = try number(value, keyword)
        case "minLength": draft.minimumLength = try count(value, keyword)
        case "minItems": draft.minimumItems = try count(value, keyword)
        case "maxItems": draft.maximumItems = try count(value, keyword)
        case "items": draft.items = try rule(for: value)
        case "properties": try addProperties(value, required: schema["required"], to: &draft)
        case "required":
            guard schema["properties"] != nil else { throw SchemaError("required without properties") }
        case "additionalProperties":
            guard case .boolean(let allowed) = value else { throw SchemaError("additionalProperties must be true or false") }
            draft.allowsOtherProperties = allowed
        case "oneOf", "anyOf": draft.choice = try choice(value)
        default: throw SchemaError("keyword \(keyword) is not understood")
        }
    }

    private func number(_ value: JSONValue, _ keyword: String) throws(SchemaError) -> Double {
        guard case .number(let number) = value else { throw SchemaError("\(keyword) without a number") }
        return number
    }

    private func count(_ value: JSONValue, _ keyword: String) throws(SchemaError) -> Int {
        guard let count = Int(exactly: try number(value, keyword)), count >= 0 else { throw SchemaError("\(keyword) without a count") }
        return count
    }

    private func kinds(_ value: JSONValue) throws(SchemaError) -> SchemaRule.Kinds {
        let names: [JSONValue] = if case .array(let list) = value { list } else { [value] }
        var kinds: SchemaRule.Kinds = []
        for name in names {
            switch name {
            case .string("object"): kinds.insert(.object)
            case .string("array"): kinds.insert(.array)
            case .string("string"): kinds.insert(.string)
            case .string("integer"): kinds.insert(.integer)
            case .string("number"): kinds.insert(.number)
            case .string("boolean"): kinds.insert(.boolean)
            case .string("null"): kinds.insert(.null)
            default: throw SchemaError("unknown type \(name)")
            }
        }
        return kinds
    }

    private mutating func addProperties(_ value: JSONValue, required: JSONValue?, to draft: inout RuleDraft) throws(SchemaError) {
        guard case .object(let members) = value, members.count <= 64 else { throw SchemaError("properties: no object, or over 64 keys") }
        for member in members {
            draft.properties.append(SchemaRule.Property(key: Array(member.key.utf8), rule: try rule(for: member.value)))
        }
        guard let required else { return }
        guard case .array(let keys) = required else { throw SchemaError("required without a list") }
        for key in keys {
            guard case .string(let name) = key, let place = members.firstIndex(where: { $0.key == name }) else { throw SchemaError("required key \(key) is no property") }
            draft.required |= 1 << UInt64(place)
        }
    }

    /// Finds the key whose `const` or `enum` tells the branches apart.
    private mutating func choice(_ value: JSONValue) throws(SchemaError) -> SchemaRule.Choice {
        guard case .array(let schemas) = value else { throw SchemaError("oneOf without a list") }
        var rules: [SchemaRule] = []
        for schema in schemas { rules.append(try rule(for: schema)) }
        guard let key = rules.first?.properties.map(\.key).first(where: { key in rules.allSatisfy { !Self.values($0, of: key).isEmpty } }) else {
            throw SchemaError("the branches of oneOf need a required key with const or enum that tells them apart")
        }
        var branches: [(values: [[UInt8]], rule: SchemaRule)] = []
        for rule in rules {
            let names = Self.values(rule, of: key)
            guard !branches.contains(where: { $0.values.contains(where: names.contains) }) else { throw SchemaError("two branches of oneOf share a \(String(decoding: key, as: UTF8.self))") }
            branches.append((names, rule))
        }
        return SchemaRule.Choice(key: key, branches: branches)
    }

    /// What an object may have at a key that it must have; nothing where the key does not tell.
    private static func values(_ rule: SchemaRule, of key: [UInt8]) -> [[UInt8]] {
        guard rule.kinds == .object, let place = rule.properties.firstIndex(where: { $0.key == key }), rule.required >> UInt64(place) & 1 == 1 else { return [] }
        return rule.properties[place].rule.values
    }
}

/// A rule while its keywords are read.
private struct RuleDraft {
    var kinds: SchemaRule.Kinds = .any
    var properties: [SchemaRule.Property] = []
    var required: UInt64 = 0
    var allowsOtherProperties = true
    var items: SchemaRule?
    var minimumItems = 0
    var maximumItems = Int.max
    var minimum = -Double.infinity
    var minimumLength = 0
    var pattern: SchemaPattern?
    var values: [[UInt8]] = []
    var allowedByValue: SchemaRule.Kinds = .any
    var choice: SchemaRule.Choice?

    /// `const` and `enum` over plain strings and null.
    mutating func allow(_ allowed: [JSONValue]) throws(SchemaError) {
        allowedByValue = []
        for value in allowed {
            switch value {
            case .null: allowedByValue.insert(.null)
            case .string(let text):
                var writer = JSONWriter()
                writer.string(text)
                values.append(Array(writer.bytes.dropFirst().dropLast()))
                allowedByValue.insert(.string)
            default: throw SchemaError("const and enum hold strings and null only")
            }
        }
    }

    func finished() -> SchemaRule {
        // The branches of a choice are objects, so nothing else can be one of them.
        let allowed = kinds.intersection(allowedByValue).intersection(choice == nil ? .any : .object)
        return SchemaRule(
            kinds: allowed, properties: properties, required: required, allowsOtherProperties: allowsOtherProperties,
            items: items, minimumItems: minimumItems, maximumItems: maximumItems, minimum: minimum, minimumLength: minimumLength,
            pattern: pattern, values: values, choice: choice)
    }
}
