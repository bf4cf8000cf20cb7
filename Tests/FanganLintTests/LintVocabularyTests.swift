import CLintData
import FanganGraph
import Foundation
import Testing

@testable import FanganLint

@Suite struct LintVocabularyTests {
    @Test func everyRowOfTheWordingsIsWhole() {
        let rows = LintVocabulary.rows(of: lint_wordings())
        #expect(rows.count >= 20)
        for row in rows {
            #expect(row.count == 3 || row.count > 4 && row.count % 2 == 0 && (row[3] == "d" || row[3] == "-"), "\(row)")
            #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
        }
        #expect(Set(rows.map { $0[0] }).count == rows.count, "a code stands twice")
    }

    /// Who reads Chinese is told in Chinese which name is meant, and since when.
    @Test(arguments: [
        ("unit.no-longer", "“石柱县扶贫开发办公室” was replaced by 石柱县乡村振兴局, 石柱县农业农村委员会 from 2021-02-25 on (乡村振兴局组建); the document is of 2022-09",
         "“石柱县扶贫开发办公室”自2021-02-25起由石柱县乡村振兴局、石柱县农业农村委员会接替（乡村振兴局组建），本文成文于2022-09"),
        ("unit.unresolved", "The field of government of “筹建工作组” is not known", "“筹建工作组”的职能领域不明"),
        ("unit.unresolved", "“县” is not read as the name of a unit.", "“县”不像单位名称"),
        ("unit.other-names", "“市园林局” was read as “清河市园林局”; it may also be 清河市城市管理局, 清河市园林中心.", "“市园林局”读作清河市园林局，也可能是清河市城市管理局、清河市园林中心"),
        ("score.sum-differs", "“（10分）” gives 10 points, its parts (“（3分）” … “（5分）”) add up to 8.", "“（10分）”为10分，各项（“（3分）” … “（5分）”）合计8分"),
        ("page.image", "Pages 1, 2 of the file: pictures without text. Have it recognised (OCR).", "第1、2页"),
        ("outline.text-outside", "700 characters stand in paragraphs without a number, 90 in numbered items; what the paragraphs ask for is in no task.", "没有序号的700字，有序号的90字"),
        ("outline.text-outside", "The paragraph “一是加强宣传…” counts out what is to be done and stands in no numbered item; no task was made of it.", "“一是加强宣传…”分项列举的事项"),
    ]) func whatAMessageSaysIsPutInChinese(_ code: String, _ message: String, _ expected: String) {
        #expect(DiagnosticWording.detail(of: GraphDiagnostic(code: code, severity: "note", message: message, span: nil)) == expected)
    }

    /// A place has its words beside it; without one the name must be said.
    @Test func aDiagnosticWithoutAPlaceNamesWhatItIsAbout() {
        func message(_ code: String, _ message: String, _ span: ScalarSpan?) -> String {
            DiagnosticWording.message(of: GraphDiagnostic(code: code, severity: "note", message: message, span: span))
        }
        let said = "The field of government of “筹建工作组” is not known"
        #expect(message("unit.unresolved", said, nil) == "不能识别为单位名称，或不知其职能领域（“筹建工作组”的职能领域不明）")
        #expect(message("unit.unresolved", said, ScalarSpan(0, 3)) == "不能识别为单位名称，或不知其职能领域")
        #expect(message("outline.number-repeated", "x", nil) == "序号重复")
        #expect(message("score.sum-differs", "of a new shape", ScalarSpan(0, 3)) == "分值合计不符（of a new shape）")
    }

    @Test func everyWordHasAClass() {
        let rows = LintVocabulary.rows(of: lint_words())
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.count == 2 && row[0] == "numbered" && !row[1].isEmpty, "\(row)") }
    }

    /// A diagnostic that the page explains and this table does not word is shown in English; one that is gone is no use here.
    @Test func everyDiagnosticIsWorded() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/diagnostics.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let chapters = text.split(separator: "\n# ")
        let chapter = try #require(chapters.first { $0.hasPrefix("Diagnostics") })
        let codes = Set(chapter.matches(of: /\n### `([^`]+)`\n/).map { String($0.1) })
        let worded = Set(LintVocabulary.wordings.keys)
        #expect(codes.subtracting(worded).sorted() == [], "diagnostics without a row in wordings.tsv")
        #expect(worded.subtracting(codes).sorted() == [], "rows of wordings.tsv for no diagnostic")
    }
}
