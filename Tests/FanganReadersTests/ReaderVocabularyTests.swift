import CReaderData
import Testing

@testable import FanganReaders

@Suite struct ReaderVocabularyTests {
    @Test func everyRowIsAWordOfAKnownList() {
        let file = reader_words()
        let lines = UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
        let rows = ReaderVocabulary.rows(of: file)
        #expect(rows.count == lines.count, "a line without a tab")
        let lists = Set(ReaderVocabulary.List.allCases.map(\.rawValue))
        for row in rows {
            #expect(lists.contains(row.list), "\(row.list)\t\(row.word)")
            #expect(!row.word.isEmpty && row.word.unicodeScalars.allSatisfy { $0 != "\t" && $0 != "\r" && $0 != " " || row.list.hasPrefix("chrome") || row.list.hasPrefix("catalogue") }, "\(row.list)\t\(row.word)")
        }
        #expect(Set(rows.map { $0.list + "\t" + $0.word }).count == rows.count, "a row stands twice")
        #expect(Set(rows.map(\.list)) == lists, "a list without words")
    }
}
