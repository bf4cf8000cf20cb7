import CLintData
import Foundation
import Testing

@testable import FanganLint

@Suite struct LintVocabularyTests {
    @Test func everyRowOfTheWordingsIsWhole() {
        let rows = LintVocabulary.rows(of: lint_wordings())
        #expect(rows.count >= 20)
        for row in rows {
            #expect(row.count == 3 || row.count == 4 && row[3] == "d", "\(row)")
            #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
        }
        #expect(Set(rows.map { $0[0] }).count == rows.count, "a code stands twice")
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
