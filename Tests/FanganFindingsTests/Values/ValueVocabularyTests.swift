import CFindingData
import Testing

@testable import FanganFindings

@Suite("Vocabulary") struct ValueVocabularyTests {
    @Test func everyRowIsAWordAndAKnownClass() {
        func check(_ file: FindingFile, _ known: Set<String>) {
            let rows = ValueVocabulary.rows(of: file)
            #expect(!rows.isEmpty)
            for (word, name) in rows {
                #expect(!word.isEmpty)
                #expect(known.contains(name), "\(word): \(name)")
            }
            #expect(Set(rows.map { $0.0 + "\t" + $0.1 }).count == rows.count, "a row stands twice")
        }
        check(finding_measures(), ["count", "article", "length", "area", "mass", "power", "volume", "bandwidth", "money", "span", "months", "percent", "ratio", "age", "digits", "none"])
        check(finding_date_cues(), Set(DateCue.allCases.map(\.rawValue)))
        check(finding_target_cues(), Set(TargetCue.allCases.map(\.rawValue)))
        check(finding_document_words(), Set(DocumentCue.allCases.map(\.rawValue)))
    }

    @Test func aMeasureWordHasOneClass() {
        let words = ValueVocabulary.rows(of: finding_measures()).map(\.0)
        #expect(Set(words).count == words.count)
    }
}
