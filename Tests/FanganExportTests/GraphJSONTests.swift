import FanganGraph
import FanganText
import Foundation
import Testing

@testable import FanganExport

@Suite struct GraphJSONTests {
    private let sample = SampleGraph()
    private var json: String { String(decoding: GraphJSON.encode(sample.graph), as: UTF8.self) }

    @Test func itemHasEveryKeyInOrderOnOneLine() {
        let due = SampleGraph.span(of: "2023年11月底前")
        let target = SampleGraph.span(of: "不少于12个")
        let line = json.split(separator: "\n").first { $0.contains("\"id\": \"1.1\"") } ?? ""
        #expect(line.hasPrefix(#"    {"id": "1.1", "type": "task", "role": "duties", "path": ["一、", "（一）"], "label": "（一）", "ordinal": 1, "heading": "新建口袋公园", "text": "全年"#))
        #expect(line.contains(#""due": [{"date": "2023-11-30", "quote": "2023年11月底前", "span": [\#(due.start), \#(due.end)], "year_basis": "written", "day_basis": "month-end", "edtf": "../2023-11", "precision": "month"}]"#))
        let scope = SampleGraph.span(of: "口袋公园")
        #expect(line.contains(#""scores": [{"points": 2, "quote": "得2分", "#))
        #expect(line.contains(#"{"points": -0.5, "quote": "扣0.5分", "#))
        #expect(line.contains(#""targets": [{"quote": "不少于12个", "min": 12, "max": null, "unit": "个", "per": "year", "span": [\#(target.start), \#(target.end)], "scope": {"quote": "口袋公园", "span": [\#(scope.start), \#(scope.end)]}}]"#))
        #expect(line.contains(#""periods": [{"kind": "open", "start": null, "end": null, "quote": "全年", "#))
        #expect(line.contains(#""score_limits": [{"kind": "cap", "points": -0.5, "quote": "未完成扣0.5分", "#))
        #expect(line.contains(#""recurrence": [{"rule": "FREQ=YEARLY;BYMONTH=9", "quote": "每年9月", "#))
    }

    @Test func anItemWithoutValuesHasEmptyLists() {
        #expect(json.contains(#""due": [], "scores": [], "targets": [], "recurrence": []}"#))
    }

    @Test func anEdgeCarriesOnlyWhatItHas() {
        #expect(json.contains("\n    {\"type\": \"contains\", \"from\": \"1\", \"to\": \"1.1\"},\n"))
        let span = SampleGraph.span(of: "市园林局")
        #expect(json.contains(#"{"type": "responsible", "from": "1.1", "to": "unit:清河市园林局", "role": "lead", "basis": "bracket", "mention": "市园林局", "span": [\#(span.start), \#(span.end)]}"#))
    }

    @Test func documentBlockIsAsDesigned() throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(GraphJSON.encode(sample.graph))) as? [String: Any])
        #expect(root["schema"] as? String == "fangan.task-graph/1")
        let document = try #require(root["document"] as? [String: Any])
        #expect(Set(document.keys) == ["id", "work", "title", "number", "issuers", "issued", "region", "addressees", "based_on", "source", "text", "parts"])
        #expect((document["text"] as? [String: Any])?["scalars"] as? Int == SampleGraph.content.unicodeScalars.count)
        #expect((root["nodes"] as? [[String: Any]])?.compactMap { $0["type"] as? String }
            == ["section", "task", "task", "phase", "phase", "unit", "unit", "unit", "unit", "unit", "reference"])
        #expect((root["diagnostics"] as? [[String: Any]])?[1]["span"] is NSNull)
    }

    @Test func anEmptyGraphIsValid() throws {
        var graph = TaskGraph(generator: "g", document: sample.graph.document)
        graph.document.issuers = []
        let bytes = GraphJSON.encode(graph)
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"nodes\": [],\n  \"edges\": [],\n  \"diagnostics\": []\n}\n"))
        #expect(try SchemaValidator(schema: Schemas.taskGraph).violation(in: bytes) == nil)
    }

    @Test(arguments: ["a\"b\\c", "\u{0}\u{1}\u{8}\t\n\u{C}\r\u{1F}\u{7F}", "中文“”\u{2028}\u{10FFFF}🏞", ""])
    func stringsSurviveEscaping(_ text: String) throws {
        var writer = JSONWriter()
        writer.string(text)
        #expect(try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed) as? String == text)
        #expect(try JSONValue(parsing: writer.bytes) == .string(text))
    }

    @Test(arguments: [
        (2.0, "2"), (0.25, "0.25"), (-1.0, "-1"), (-0.5, "-0.5"), (0.0, "0"), (-0.0, "0"), (200_000_000_000, "200000000000"), (1e22, "1e+22"), (1e-7, "1e-07"),
        (Double.nan, "null"), (Double.infinity, "null"),
    ])
    func numbersAreShort(_ value: Double, _ expected: String) {
        var writer = JSONWriter()
        writer.number(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test func integersOfEverySize() {
        for value in [0, 7, 10, -10, Int.max, Int.min] {
            var writer = JSONWriter()
            writer.integer(value)
            #expect(String(decoding: writer.bytes, as: UTF8.self) == String(value))
        }
    }
}
