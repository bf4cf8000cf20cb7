import CComparisonData

/// Words of government plans that speak of one thing: 经费, 财政预算 and 财力 are of one concept.
///
/// `Resources/concepts.tsv` has what plans of all fields speak of, `Resources/field-concepts.tsv` the duties and subjects of each field.
struct Concepts: Sendable {
    /// Each word once, in the order of the rows.
    let words: [[UInt32]]
    /// For each word the concepts it names, ascending.
    let concepts: [[Int]]
    /// For each concept the places of its words.
    let members: [[Int]]
    private let index: WordIndex

    /// How many concepts there are.
    var count: Int { members.count }

    static let shared = Concepts(rows: rows(of: comparison_concepts()) + rows(of: comparison_field_concepts()))

    init(rows: [[String]]) {
        var words: [[UInt32]] = [], concepts: [[Int]] = [], places: [[UInt32]: Int] = [:]
        var members = [[Int]](repeating: [], count: rows.count)
        for (concept, row) in rows.enumerated() {
            for word in row.dropFirst().flatMap({ $0.split(separator: " ") }).map({ $0.unicodeScalars.map(\.value) }) where word.count > 1 {
                let place = places[word] ?? words.count
                if place == words.count {
                    places[word] = place
                    words.append(word)
                    concepts.append([])
                }
                guard concepts[place].last != concept else { continue }
                concepts[place].append(concept)
                members[concept].append(place)
            }
        }
        (self.words, self.concepts, self.members) = (words, concepts, members)
        index = WordIndex(words)
    }

    /// How often each concept is named, at most twice: a list of many words for one thing is no more of it.
    func found(in text: [UInt32]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        index.forEachWord(in: text) { word in
            for concept in concepts[word] where found[concept, default: 0] < 2 { found[concept, default: 0] += 1 }
        }
        return found
    }

    /// The rows of a file as fields; `#` begins a comment.
    private static func rows(of file: ComparisonFile) -> [[String]] {
        UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
            .map { $0.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) } }
    }
}
