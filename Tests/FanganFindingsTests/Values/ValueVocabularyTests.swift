import CFindingData
import Testing

@testable import FanganFindings

@Suite("Vocabulary") struct ValueVocabularyTests {
    @Test func everyRowIsAWordAndAKnownClass() {
        check(finding_measures(), Set(MeasureClass.allCases.map(\.rawValue)).subtracting([MeasureClass.doubling, .number].map(\.rawValue)))
        check(finding_date_cues(), Set(DateCue.allCases.map(\.rawValue)))
        check(finding_target_cues(), Set(TargetCue.allCases.map(\.rawValue)))
        check(finding_document_words(), Set(DocumentCue.allCases.map(\.rawValue)))
        check(finding_responsibility_words(), Set(ResponsibilityCue.allCases.map(\.rawValue)))
    }

    /// A line is a comment or a word and its class; classes stand one after the other, each under `# class`.
    private func check(_ file: FindingFile, _ known: Set<String>) {
        let lines = String(decoding: UnsafeBufferPointer(start: file.start, count: file.size), as: UTF8.self).split(separator: "\n")
        let broken = lines.filter { !$0.hasPrefix("#") && $0.split(separator: "\t", omittingEmptySubsequences: false).filter { !$0.isEmpty }.count != 2 }
        #expect(broken == [])
        let rows = ValueVocabulary.rows(of: file)
        #expect(Set(rows.map { $0.0 + "\t" + $0.1 }).count == rows.count, "a row stands twice")
        var classes: [String] = []
        for (_, name) in rows where classes.last != name { classes.append(name) }
        #expect(classes.count == known.count && Set(classes) == known, "classes that are unknown, missing or in two places: \(classes)")
        for name in classes { #expect(lines.contains { $0 == "# \(name)" || $0.hasPrefix("# \(name): ") }, "\(name) has no heading") }
    }

    @Test func aMeasureWordHasOneClass() {
        let words = ValueVocabulary.rows(of: finding_measures()).map(\.0)
        #expect(Set(words).count == words.count)
    }
}
