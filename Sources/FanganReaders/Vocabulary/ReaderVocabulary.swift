/// The readers' words by list; see ``ReaderVocabularyData``.
struct ReaderVocabulary: Sendable {
    let keys, broken, openers, titleStarts, titleEnds, unitEnds, hosts, levels: ByteWords
    let chrome, weakChrome, catalogue, weakCatalogue, downloads: ByteWords

    static let shared = ReaderVocabulary(table: ReaderVocabularyData.table)

    init(table: String) {
        var lists: [Substring: [String]] = [:]
        for row in table.split(separator: "\n") {
            let fields = row.split(separator: "\t", maxSplits: 1)
            guard fields.count == 2 else { continue }
            lists[fields[0], default: []].append(String(fields[1]))
        }
        func words(_ list: Substring) -> ByteWords { ByteWords(lists[list] ?? []) }
        keys = words("key")
        broken = words("broken")
        openers = words("opener")
        titleStarts = words("title-start")
        titleEnds = words("title")
        unitEnds = words("unit")
        hosts = words("host")
        levels = words("level")
        chrome = words("chrome")
        weakChrome = words("chrome-weak")
        catalogue = words("catalogue")
        weakCatalogue = words("catalogue-weak")
        downloads = words("download")
    }
}
