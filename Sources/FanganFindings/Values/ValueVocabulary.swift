import CFindingData
import FanganText

/// What a measure word measures; decides what a number with it needs around it to be a target.
enum MeasureClass: String, Sendable {
    case count, article, length, area, mass, power, volume, bandwidth, money, span, percent, ratio
    /// A word that only begins like a measure word (`个月`, `条例`), or measures nothing that is required.
    case none
}

/// Classes of `date-cues.tsv`; the file says what each means.
enum DateCue: String, Sendable, CaseIterable {
    case result, relief, condition, `extension`, key, open
}

/// Classes of `target-cues.tsv`.
enum TargetCue: String, Sendable, CaseIterable {
    case require, reach, fulfil, relief, money = "money-talk", present, slogan, shorten, condition, noun, told, event
}

/// Classes of `document-words.tsv`.
enum DocumentCue: String, Sendable, CaseIterable {
    case kind, lead
}

/// The word lists of the value recognisers, read once from the embedded TSV files
/// (`Sources/FanganFindings/Resources`): one word and its class per line, `#` begins a comment.
enum ValueVocabulary {
    static let measures = Lexicon(
        rows(of: finding_measures()).compactMap { word, name in MeasureClass(rawValue: name).map { (word, $0) } })
    static let dates = CueTable<DateCue>(rows(of: finding_date_cues()))
    static let targets = CueTable<TargetCue>(rows(of: finding_target_cues()))
    static let documents = CueTable<DocumentCue>(rows(of: finding_document_words()))

    /// The rows of a file as word and class name.
    static func rows(of file: FindingFile) -> [(String, String)] {
        let bytes = UnsafeBufferPointer(start: file.start, count: file.size)
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#") else { return nil }
            let fields = line.split(separator: UInt8(ascii: "\t"))
            guard fields.count == 2 else { return nil }
            return (String(decoding: fields[0], as: UTF8.self), String(decoding: fields[1], as: UTF8.self))
        }
    }
}

/// Words by class; a word may belong to several classes.
struct CueTable<Cue: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable where Cue.RawValue == String {
    private var lexicons: [Cue: WordList] = [:]

    init(_ rows: [(String, String)]) {
        for (word, name) in rows {
            guard let cue = Cue(rawValue: name) else { continue }
            lexicons[cue, default: WordList()].insert(word)
        }
    }

    subscript(cue: Cue) -> WordList { lexicons[cue] ?? WordList() }
}

/// A set of words that can be looked for forwards and backwards from a place.
struct WordList: Sendable {
    private var forward = Lexicon<Int>()
    private var backward = Lexicon<Int>()
    /// Scalars of the longest word.
    private(set) var longest = 0

    mutating func insert(_ word: String) {
        let count = word.unicodeScalars.count
        forward.insert(word, count)
        var reversed = String.UnicodeScalarView()
        reversed.append(contentsOf: word.unicodeScalars.reversed())
        backward.insert(String(reversed), count)
        longest = max(longest, count)
    }

    /// Length of the longest word that begins at an index.
    func match(_ text: CompactText, at index: Int) -> Int? {
        guard index >= 0, index < text.count else { return nil }
        return forward.match(text.scalars, at: index)?.length
    }

    /// Length of the longest word that ends in front of an index.
    func match(_ text: CompactText, before index: Int) -> Int? {
        guard index > 0 else { return nil }
        let start = max(0, index - longest)
        let reversed = Array(text.scalars[start..<index].reversed())
        return backward.match(reversed, at: 0)?.length
    }

    /// First place in a range where a word begins.
    func first(_ text: CompactText, in range: Range<Int>) -> Range<Int>? {
        for i in range {
            if let length = match(text, at: i), i + length <= range.upperBound { return i..<(i + length) }
        }
        return nil
    }

    func contains(_ text: CompactText, in range: Range<Int>) -> Bool { first(text, in: range) != nil }
}
