import CComparisonData

/// Words of government plans that speak of one thing (`Resources/concepts.tsv`): 经费, 财政预算 and 财力 are of one concept.
struct Concepts: Sendable {
    private struct Word: Sendable { var scalars: [UInt32]; var concept: Int }

    /// By their first two characters; no word is shorter.
    private let words: [UInt64: [Word]]
    /// How many concepts there are.
    let count: Int

    static let shared = Concepts(rows: rows(of: comparison_concepts()))

    init(rows: [[String]]) {
        var words: [UInt64: [Word]] = [:]
        for (concept, row) in rows.enumerated() {
            for word in Set(row.dropFirst().flatMap { $0.split(separator: " ") }.map { $0.unicodeScalars.map(\.value) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) where word.count > 1 {
                words[Self.key(word[0], word[1]), default: []].append(Word(scalars: word, concept: concept))
            }
        }
        self.words = words
        count = rows.count
    }

    /// How often each concept is named, at most twice: a list of many words for one thing is no more of it.
    func found(in text: [UInt32]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        guard text.count > 1 else { return found }
        for place in 0..<(text.count - 1) {
            guard let candidates = words[Self.key(text[place], text[place + 1])] else { continue }
            for word in candidates where text[place...].starts(with: word.scalars) && found[word.concept, default: 0] < 2 {
                found[word.concept, default: 0] += 1
            }
        }
        return found
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// The rows of a file as fields; `#` begins a comment.
    private static func rows(of file: ComparisonFile) -> [[String]] {
        UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
            .map { $0.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) } }
    }
}
