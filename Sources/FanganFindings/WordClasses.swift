/// The words of a table by class; it remembers which classes were asked for.
struct WordClasses {
    private var words: [String: [String]] = [:]
    private(set) var asked: Set<String> = []

    init(_ rows: [(String, String)]) { for (word, name) in rows { words[name, default: []].append(word) } }

    mutating func words(_ name: String) -> [String] {
        asked.insert(name)
        return words[name] ?? []
    }
}
