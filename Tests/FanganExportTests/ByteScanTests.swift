import FanganGraph
import Testing
@testable import FanganExport

@Suite struct ByteScanTests {
    /// A special byte at every place of runs of all lengths, with Chinese around it.
    @Test func plainTextEndsAtTheFirstSpecialByte() {
        let chinese = Array("市财政局牵头，区（县）配合abcdefgh".utf8)
        for special: UInt8 in [0x00, 0x0A, 0x1F, 0x22, 0x5C] {
            for at in chinese.indices {
                var text = chinese
                text[at] = special
                if at + 3 < text.count { text[at + 3] = 0x22 }
                for start in 0...min(at, 9) {
                    #expect(text.withUnsafeBufferPointer { ByteScan.endOfPlainText($0, from: start) } == at)
                }
            }
        }
        #expect(chinese.withUnsafeBufferPointer { ByteScan.endOfPlainText($0, from: 0) } == chinese.count)
    }

    @Test(arguments: ["", "市", "a\"b", "\\", "一行\n二行", "\u{1}", "市财政局、市教育局（牵头）"])
    func stringsAreEscapedAsTheyMust(_ text: String) throws {
        var writer = JSONWriter()
        writer.string(text)
        #expect(try JSONValue(parsing: writer.bytes) == .string(text))
    }

    /// Rows written beside each other share what the document says; rows written alone do not.
    @Test func tablesOfADocumentAreItsRows() {
        let graph = SampleGraph().graph, rows = TaskRow.rows(of: graph, document: "park")
        let tables = TaskTable.tables(of: graph, document: "park", index: GraphIndex(graph))
        #expect(tables.csv == TaskTable.csv(rows))
        #expect(tables.ndjson == TaskTable.ndjson(rows))
    }

    @Test func textThatIsKnownToBeUTF8IsCheckedForAllElse() throws {
        let validator = try SchemaValidator(schema: Schemas.taskGraph)
        let json = GraphJSON.encode(SampleGraph().graph)
        #expect(validator.violation(in: json, isUTF8: true) == nil)
        #expect(validator.violation(in: Array(json.dropLast(3)), isUTF8: true) != nil)
        let broken = String(decoding: json, as: UTF8.self).split(separator: "\"task\"", omittingEmptySubsequences: false).joined(separator: "\"duty\"")
        #expect(validator.violation(in: Array(broken.utf8), isUTF8: true) != nil)
    }
}
