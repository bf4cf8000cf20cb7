import CReaderData
import FanganText

/// The words by which web pages name their parts and the facts of a document; `Sources/FanganReaders/Resources/web-words.tsv`, embedded, says
/// what each list is.
struct WebVocabulary: Sendable {
    /// What the name of a box says of its text.
    enum Hint: Sendable, Hashable { case main, chrome }

    /// A line of a page's table of facts.
    enum Key: Sendable, Hashable {
        case fact(DocumentFact.Kind)
        /// A fact that has no place in a graph.
        case other
    }

    static let shared = WebVocabulary(rows: ReaderVocabulary.rows(of: web_words()))

    private var mainNames: Set<String> = []
    private var chromeNames: Set<String> = []
    private var keys: [String: Key] = [:]
    /// For the first scalars of keys whether there is one with these lower bits: nearly every line is told by it.
    private var keyStarts = [Bool](repeating: false, count: 1024)
    let footers, infos, tails, links: ByteWords

    /// The lists of the file.
    enum List: String, CaseIterable {
        case main, chrome, footer, key, info, tail, links
        case title = "key-title", number = "key-number", issuer = "key-issuer", issued = "key-issued"
    }

    init(rows: [(list: String, word: String)]) {
        var footers: [String] = [], infos: [String] = [], tails: [String] = [], links: [String] = []
        for row in rows {
            switch List(rawValue: row.list) {
            case .main: mainNames.insert(row.word)
            case .chrome: chromeNames.insert(row.word)
            case .footer: footers.append(row.word)
            case .info: infos.append(row.word)
            case .tail: tails.append(row.word)
            case .links: links.append(row.word)
            case .key: keys[row.word] = .other
            case .title: keys[row.word] = .fact(.title)
            case .number: keys[row.word] = .fact(.number)
            case .issuer: keys[row.word] = .fact(.issuer)
            case .issued: keys[row.word] = .fact(.issued)
            case nil: break
            }
        }
        self.footers = ByteWords(footers)
        self.infos = ByteWords(infos)
        self.tails = ByteWords(tails)
        self.links = ByteWords(links)
        for key in keys.keys { if let first = key.unicodeScalars.first { keyStarts[Int(first.value & 1023)] = true } }
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

    /// Whether a key may begin at a place, blanks and brackets in front of it passed over; most often it does not.
    func mayBeginKey(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
        var i = start
        while i < limit {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            switch scalar {
            case 0x20, 0x09, 0x5B, 0x5D, 0x3010, 0x3011: i += width
            default: return keyStarts[Int(scalar & 1023)]
            }
        }
        return false
    }

    /// - Parameter word: without blanks and colon.
    func key(_ word: String) -> Key? { keys[word] }
}
