import FanganText

/// The words by which web pages name their parts and the facts of a document; see ``WebVocabularyData``.
struct WebVocabulary: Sendable {
    /// What the name of a box says of its text.
    enum Hint: Sendable, Hashable { case main, chrome }

    /// A line of a page's table of facts.
    enum Key: Sendable, Hashable {
        case fact(DocumentFact.Kind)
        /// A fact that has no place in a graph.
        case other
    }

    static let shared = WebVocabulary(table: WebVocabularyData.table)

    private var mainNames: Set<String> = []
    private var chromeNames: Set<String> = []
    private var keys: [String: Key] = [:]
    let footers: ByteWords

    init(table: String) {
        var footers: [String] = []
        for row in table.split(separator: "\n") {
            let fields = row.split(separator: "\t", maxSplits: 1).map(String.init)
            guard fields.count == 2 else { continue }
            switch fields[0] {
            case "main": mainNames.insert(fields[1])
            case "chrome": chromeNames.insert(fields[1])
            case "footer": footers.append(fields[1])
            case "key": keys[fields[1]] = .other
            case "key-title": keys[fields[1]] = .fact(.title)
            case "key-number": keys[fields[1]] = .fact(.number)
            case "key-issuer": keys[fields[1]] = .fact(.issuer)
            case "key-issued": keys[fields[1]] = .fact(.issued)
            default: break
            }
        }
        self.footers = ByteWords(footers)
    }

    /// - Parameter name: a `class` or `id`, which may hold several names.
    func hint(_ name: String) -> Hint? {
        let names = name.lowercased().split(whereSeparator: { $0 == " " })
        if names.contains(where: { mainNames.contains(String($0)) }) { return .main }
        for name in names {
            let words = name.split(whereSeparator: { $0 == "-" || $0 == "_" || $0.isNumber })
            if words.contains(where: { chromeNames.contains(String($0)) }) { return .chrome }
        }
        return nil
    }

    /// - Parameter word: without blanks and colon.
    func key(_ word: String) -> Key? { keys[word] }
}
