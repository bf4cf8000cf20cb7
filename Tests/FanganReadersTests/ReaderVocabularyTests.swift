import CReaderData
import Testing

@testable import FanganReaders

@Suite struct ReaderVocabularyTests {
    @Test func everyRowIsAWordOfAKnownList() {
        check(reader_words(), lists: Set(ReaderVocabulary.List.allCases.map(\.rawValue))) { $0.hasPrefix("chrome") || $0.hasPrefix("catalogue") }
        check(web_words(), lists: Set(WebVocabulary.List.allCases.map(\.rawValue))) { _ in false }
    }

    private func check(_ file: ReaderFile, lists: Set<String>, mayHoldSpaces: (String) -> Bool) {
        let lines = UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
        let rows = ReaderVocabulary.rows(of: file)
        #expect(rows.count == lines.count, "a line without a tab")
        for row in rows {
            #expect(lists.contains(row.list), "\(row.list)\t\(row.word)")
            #expect(!row.word.isEmpty && row.word.unicodeScalars.allSatisfy { $0 != "\t" && $0 != "\r" && $0 != " " || mayHoldSpaces(row.list) }, "\(row.list)\t\(row.word)")
        }
        #expect(Set(rows.map { $0.list + "\t" + $0.word }).count == rows.count, "a row stands twice")
        #expect(Set(rows.map(\.list)) == lists, "a list without words")
    }
}
