/// Words of at least two characters, found in a text by their first two.
struct WordIndex: Sendable {
    private struct Entry { var word: Int; var rest: [UInt32] }

    /// Those that begin alike, the longest first.
    private var entries: [UInt64: [Entry]] = [:]

    /// - Parameter words: as scalars, each once; a word is known by its place here.
    init(_ words: [[UInt32]]) {
        for (place, word) in words.enumerated() where word.count > 1 {
            entries[Self.key(word[0], word[1]), default: []].append(Entry(word: place, rest: Array(word.dropFirst(2))))
        }
        for key in entries.keys { entries[key]!.sort { ($0.rest.count, $1.word) > ($1.rest.count, $0.word) } }
    }

    /// Every word that stands anywhere in the text, also within others.
    func forEachWord(in text: [UInt32], _ body: (Int) -> Void) {
        guard text.count > 1 else { return }
        for place in 0..<(text.count - 1) {
            for entry in entries[Self.key(text[place], text[place + 1])] ?? [] where Self.stands(entry, in: text, at: place) { body(entry.word) }
        }
    }

    /// The text cut into words from its start, the longest that fits each time; what is no word is passed over.
    func forEachWordOfCut(_ text: [UInt32], _ body: (Int) -> Void) {
        var place = 0
        while place + 1 < text.count {
            if let entry = entries[Self.key(text[place], text[place + 1])]?.first(where: { Self.stands($0, in: text, at: place) }) {
                body(entry.word)
                place += 2 + entry.rest.count
            } else {
                place += 1
            }
        }
    }

    private static func stands(_ entry: Entry, in text: [UInt32], at place: Int) -> Bool { text[(place + 2)...].starts(with: entry.rest) }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
