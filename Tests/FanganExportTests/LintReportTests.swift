import FanganGraph
import FanganLint
import FanganText
import Testing

@testable import FanganExport

@Suite struct LintReportTests {
    @Test func placesAreThoseOfTheFile() {
        // The file: a mark, CR LF, a line end inside a paragraph. The canonical text has none of them.
        let source = Array("\u{FEFF}甲方案\r\n\r\n（一）清\r\n淤。".utf8)
        let text = CanonicalText("甲方案\n（一）清淤。")
        var edits = EditMap()
        edits.append(canonical: 0, source: 3)
        edits.append(canonical: 9, source: 13)
        edits.append(canonical: 10, source: 16)
        edits.append(canonical: 22, source: 30)
        let places = SourcePlaces(text: text, edits: edits, source: source)
        func place(_ scalar: Int) -> String { let at = places.place(ofScalar: scalar); return "\(at.line):\(at.column)" }
        #expect(place(0) == "1:1")
        #expect(place(2) == "1:3")
        #expect(place(4) == "3:1")
        #expect(place(7) == "3:4")
        #expect(place(8) == "4:1")
        let plain = SourcePlaces(text: text, edits: edits, source: nil).place(ofScalar: 8)
        #expect("\(plain.line):\(plain.column)" == "2:5")
    }

    private func report(isOfText: Bool = true) -> LintReport {
        let text = CanonicalText("甲方案\n（三）清淤。")
        return LintReport(uri: "a\u{1B}.txt", findings: [
            LintFinding("task.no-unit", .warning, at: nil, message: "没有单位", advice: "写明"),
            LintFinding("outline.number-missing", .note, at: ScalarSpan(4, 7), item: "3", message: "缺号", advice: ""),
        ], places: SourcePlaces(text: text, edits: EditMap(), source: isOfText ? text.bytes : nil))
    }

    @Test func theReportIsForAPerson() {
        #expect(LintPrinter().print(report()) == """
            a\u{FFFD}.txt: 请核对
              没有单位
              建议：写明（task.no-unit）
            a\u{FFFD}.txt:2:1: 说明
              缺号［条目 3］：“（三）”
              outline.number-missing
            a\u{FFFD}.txt：请核对 1 处，说明 1 处。

            """)
        #expect(LintPrinter().print(report(isOfText: false)).contains("\na\u{FFFD}.txt: 正文第2行 说明\n"))
        #expect(LintPrinter(isColored: true).print(report()).contains("\u{1B}[33m请核对\u{1B}[0m"))
        let empty = LintReport(uri: "b", findings: [], places: SourcePlaces(text: CanonicalText(""), edits: EditMap(), source: nil))
        #expect(LintPrinter().print(empty) == "b：没有发现问题。\n")
        #expect(!empty.needsWork && report().needsWork)
    }

    @Test func jsonHoldsEverything() throws {
        let json = String(decoding: LintJSON.encode([report()], generator: "g"), as: UTF8.self)
        #expect(json.contains(#"{"code": "outline.number-missing", "severity": "note", "line": 2, "column": 1, "span": [4, 7], "quote": "（三）", "item": "3", "message": "缺号", "advice": ""}"#))
        let validator = try SchemaValidator(schema: Schemas.lint)
        #expect(validator.violation(in: Array(json.utf8)) == nil)
        #expect(validator.violation(in: Array(json.replacing("\"line\": 2", with: "\"line\": 0").utf8)) != nil)
    }
}
