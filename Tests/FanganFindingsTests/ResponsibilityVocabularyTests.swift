import FanganText
import Foundation
import Testing
@testable import FanganFindings

@Suite struct ResponsibilityVocabularyTests {
    @Test func everyWordIsOfAKnownKindAndNoneIsThereTwice() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/FanganFindings/Resources/responsibility-words.tsv")
        let table = try Data(contentsOf: file).withUnsafeBytes { TabTable($0.bindMemory(to: UInt8.self)) }
        let kinds: Set<String> = ["key-lead", "key-responsible", "key-support", "key-due", "key-other", "key-text", "post-lead", "post-responsible", "post-support", "scope", "modal", "no-unit", "empty-cell",
                                  "bare-class", "note", "rule-all", "rule-forward", "rule-backward", "rule-everywhere", "rule-first-leads", "rule-comma-leads", "rule-semicolon-leads", "support-verb", "subject-verb",
                                  "agent-verb", "clause-verb", "clause-noun", "heading-verb", "report-verb", "organ-end", "self-named-end", "executing-end", "class-word", "class-start", "class-end", "class-level", "class-tie", "whole-class", "duty", "government-end", "own-area", "board", "level-start", "state-organ", "division-title", "owner-tail", "trade", "trade-body", "trade-start",
                                  "class-verb", "class-body", "year-end", "person-title", "thing-start", "name-start", "addressee-end", "trial", "trial-body", "government-office", "answering", "member-verb", "joint-office", "place-verb",
                                  "order-verb", "lead-in", "joint-verb", "joint-noun", "list-joint", "list-order", "body-end", "township-end", "standing-end", "ad-hoc-end", "bare-end", "remark-start", "remark-name", "no-township",
                                  "work-verb", "work-adverb", "work-noun", "other-predicate", "post-noun", "firm-end", "firm-start", "field-start", "plain-field", "bare-field", "key-member", "division-end", "no-division", "leadership", "carry-verb", "composing-verb", "office-work", "leading-work", "post-mark", "founding-verb", "membership", "telling", "hand-in", "granting",
                                   "joint-lead", "person-title", "work-manner", "no-office", "state-end", "everybody-end", "own-government", "object-end", "handing-verb", "described-end", "finding", "finding-bound", "explained-end", "explained-key", "hosted-end", "facility-end", "phrase-end", "phrase-start", "scope-name", "no-etcetera", "region-body", "seat-verb", "office-end", "upward-level", "command", "approval", "key-level", "party-end", "receiver-end", "sending-verb", "bearing-verb", "bearing-manner", "burden", "bearer",
                                  "colon-key-lead", "colon-key-responsible", "colon-key-support", "key-opening", "list-lead", "list-responsible", "list-support", "own-lead", "own-support", "rule-link", "surname", "body-work", "founding-word"]
        #expect(table.rows.allSatisfy { $0.count == 2 && kinds.contains($0[1]) }, "\(table.rows.filter { $0.count != 2 || !kinds.contains($0[1]) })")
        #expect(kinds.isSubset(of: Set(table.rows.map { $0[1] })))
        let rows = table.rows.map { $0.joined(separator: "\t") }
        #expect(Set(rows).count == rows.count, "\(Dictionary(grouping: rows) { $0 }.filter { $0.value.count > 1 }.keys.sorted())")
    }
}
