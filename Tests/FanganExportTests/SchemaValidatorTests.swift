import FanganGraph
import Testing

@testable import FanganExport

@Suite struct SchemaValidatorTests {
    private func violation(_ json: String, _ schema: String) throws -> SchemaViolation? {
        try SchemaValidator(schema: Array(schema.utf8)).violation(in: Array(json.utf8))
    }

    @Test func bothSchemasCompile() throws {
        _ = try SchemaValidator(schema: Schemas.taskGraph)
        _ = try SchemaValidator(schema: Schemas.manifest)
    }

    @Test func sampleGraphIsValid() throws {
        let validator = try SchemaValidator(schema: Schemas.taskGraph)
        #expect(validator.violation(in: GraphJSON.encode(SampleGraph().graph)) == nil)
    }

    @Test func aViolationNamesItsPlace() throws {
        var graph = SampleGraph().graph
        graph.items[1].due[0].date = "2023-13-30"
        graph.items[1].due[0].date = "30.11.2023"
        let found = try #require(try SchemaValidator(schema: Schemas.taskGraph).violation(in: GraphJSON.encode(graph)))
        #expect(found.pointer == "/nodes/1/due/0/date")
        #expect(found.message.contains("does not match"))
    }

    private static let keywordCases: [(schema: String, valid: [String], invalid: [String])] = [
        (##"{"type":"integer"}"##, ["1", "-3", "2.0", " 7 "], ["1.5", "\"1\"", "null", "true"]),
        (##"{"type":["number","null"],"minimum":0}"##, ["0", "0.5", "null", "1e3"], ["-0.5", "\"0\"", "[]"]),
        (##"{"type":"string","minLength":1}"##, ["\"中\"", "\"\\n\""], ["\"\"", "3"]),
        (##"{"enum":["a","b",null]}"##, ["\"a\"", "null"], ["\"c\"", "\"A\"", "1"]),
        (##"{"const":"x"}"##, ["\"x\""], ["\"y\"", "null", "{}"]),
        (##"{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":2}"##, ["[1]", "[1, 2]"], ["[]", "[1,2,3]", "[\"a\"]", "{}"]),
        (##"{"type":"string","pattern":"^[0-9]{4}-[01][0-9]$"}"##, ["\"2023-12\"", "\"2023\\u002d12\""], ["\"2023-2\"", "\"x2023-12\"", "\"2023-123\""]),
        (##"{"type":"object","properties":{"a":{"type":"null"},"b":{"type":"boolean"}},"required":["a"],"additionalProperties":false}"##,
         [##"{"a":null}"##, ##"{"b":true,"a":null}"##, ##"{"\u0061":null}"##], [##"{}"##, ##"{"b":false}"##, ##"{"a":null,"c":1}"##, ##"{"a":null,"a":null}"##, ##"{"a":1}"##]),
        (##"{"oneOf":[{"$ref":"#/$defs/p"},{"$ref":"#/$defs/q"}],"$defs":{"p":{"type":"object","properties":{"type":{"const":"p"},"n":{"type":"integer"}},"required":["type"],"additionalProperties":false},"q":{"type":"object","properties":{"type":{"enum":["q","r"]}},"required":["type"],"additionalProperties":false}}}"##,
         [##"{"type":"p","n":1}"##, ##"{"n":1,"type":"p"}"##, ##"{"type":"r"}"##], [##"{"type":"q","n":1}"##, ##"{"type":"s"}"##, ##"{}"##, ##"{"n":[1,{"type":"p"}]}"##, ##"{"type":1}"##, "3", "null", "[]"]),
    ]

    @Test(arguments: keywordCases)
    func keywords(_ schema: String, _ valid: [String], _ invalid: [String]) throws {
        for json in valid { #expect(try violation(json, schema) == nil, "\(json) against \(schema)") }
        for json in invalid { #expect(try violation(json, schema) != nil, "\(json) against \(schema)") }
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "[1 2]", "01", "1.", ".5", "-", "+1", "tru", "nulll", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"", "1 2", "'a'", "[1]]",
    ])
    func whatIsNoJSONIsRefused(_ json: String) throws {
        #expect(try violation(json, "{}") != nil)
    }

    @Test(arguments: [[0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE4, 0xBD, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0x80, 0x22]] as [[UInt8]])
    func invalidUTF8IsRefused(_ json: [UInt8]) throws {
        #expect(try SchemaValidator(schema: Array("{}".utf8)).violation(in: json) != nil)
    }

    @Test func deepNestingIsRefusedAndDoesNotOverflow() throws {
        let json = String(repeating: "[", count: 1_000_000)
        #expect(try violation(json, "{}")?.message == "nested too deeply")
        #expect(throws: JSONValue.SyntaxError.self) { try JSONValue(parsing: Array(json.utf8)) }
    }

    private static let refused: [String] = [
        ##"{"maximum":3}"##, ##"{"type":"strange"}"##, ##"{"$ref":"#/$defs/none"}"##, ##"{"enum":[1]}"##, ##"{"pattern":"a+"}"##, ##"{"pattern":"^(a|b)$"}"##, ##"{"pattern":"^.+$"}"##,
        ##"{"pattern":"^[a-z]+abc$"}"##, ##"{"oneOf":[{"type":"string"},{"type":"null"}]}"##, ##"{"properties":{},"required":["a"]}"##, "[]", "{",
        ##"{"type":"object","properties":{"a":{}},"oneOf":[]}"##,
        ##"{"$ref":"#/$defs/a","$defs":{"a":{"items":{"$ref":"#/$defs/a"}}}}"##,
    ]

    @Test(arguments: refused)
    func aSchemaBeyondTheSubsetIsRefused(_ schema: String) {
        #expect(throws: SchemaError.self) { try SchemaValidator(schema: Array(schema.utf8)) }
    }

    @Test(arguments: [
        ("^unit:[^ ]+$", ["unit:市园林局", "unit:a"], ["unit:", "unit:a b", "x"]),
        ("^[a-z]+[.][a-z0-9.-]+$", ["units.two-names", "a.b.c"], ["units", ".a", "Units.a"]),
        ("^a{2,3}b?c*\\.$", ["aa.", "aaabccc."], ["a.", "aaaa.", "aabb.", "aac"]),
        ("^x{2,}$", ["xx", "xxxx"], ["x", ""]),
    ])
    func patterns(_ source: String, _ matching: [String], _ others: [String]) throws {
        let pattern = try SchemaPattern(source)
        for text in matching { #expect(Array(text.utf8).withUnsafeBufferPointer { pattern.matches($0) }, "\(text)") }
        for text in others { #expect(!Array(text.utf8).withUnsafeBufferPointer { pattern.matches($0) }, "\(text)") }
    }
}
