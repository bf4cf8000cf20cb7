import CReaderData
import FanganText

/// The readers' words by list, read once from the embedded `Sources/FanganReaders/Resources/reader-words.tsv`; the file says
/// what each list is. Held by reference: it has dozens of lists.
final class ReaderVocabulary: Sendable {
    /// The lists of the file.
    enum List: String, CaseIterable {
        case key, broken, opener, title, unit, host, level, serial, column, measure, chrome, catalogue, download, traditional, remark, duty, home, rule
        case titleStart = "title-start"
        case greatMeasure = "great-measure"
        case weakChrome = "chrome-weak"
        case weakCatalogue = "catalogue-weak"
        case remarkStart = "remark-start"
        case pageCode = "page-code"
        case pageWord = "page-word"
    }

    let keys, broken, openers, titleStarts, titleEnds, unitEnds, hosts, levels, serials, columns, measures, greatMeasures: ByteWords
    let chrome, weakChrome, catalogue, weakCatalogue, downloads, remarks, remarkStarts, duties, homes, rules, pageCodes, pageWords: ByteWords

    /// All words with which a line of the page begins that shows itself to be one (``LineForm``).
    let lineStarts: ByteWords

    /// Characters that only texts in traditional characters have.
    let traditional: ScalarSet

    static let shared = ReaderVocabulary(rows: rows(of: reader_words()))

    init(rows: [(list: String, word: String)]) {
        var lists: [String: [String]] = [:]
        for row in rows { lists[row.list, default: []].append(row.word) }
        func words(_ list: List) -> ByteWords { ByteWords(lists[list.rawValue] ?? []) }
        keys = words(.key)
        broken = words(.broken)
        openers = words(.opener)
        titleStarts = words(.titleStart)
        titleEnds = words(.title)
        unitEnds = words(.unit)
        hosts = words(.host)
        levels = words(.level)
        serials = words(.serial)
        columns = words(.column)
        measures = words(.measure)
        greatMeasures = words(.greatMeasure)
        chrome = words(.chrome)
        weakChrome = words(.weakChrome)
        catalogue = words(.catalogue)
        weakCatalogue = words(.weakCatalogue)
        downloads = words(.download)
        remarks = words(.remark)
        remarkStarts = words(.remarkStart)
        duties = words(.duty)
        homes = words(.home)
        rules = words(.rule)
        pageCodes = words(.pageCode)
        pageWords = words(.pageWord)
        lineStarts = ByteWords([List.chrome, .catalogue, .download, .home].flatMap { lists[$0.rawValue] ?? [] })
        traditional = ScalarSet((lists[List.traditional.rawValue] ?? []).flatMap { $0.unicodeScalars.map(\.value) })
    }

    /// The rows of a file; `#` begins a comment.
    static func rows(of file: ReaderFile) -> [(list: String, word: String)] {
        UnsafeBufferPointer(start: file.start, count: file.size).split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#") else { return nil }
            let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard fields.count == 2 else { return nil }
            return (String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self))
        }
    }
}
