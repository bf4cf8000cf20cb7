import CFindingData
import FanganText

/// What a measure word measures; decides what a number with it needs around it to be a target.
enum MeasureClass: String, Sendable, CaseIterable {
    case count, article, mark, length, area, mass, power, volume, bandwidth, money, span, percent, ratio, age
    /// 个月: mostly a stretch of the calendar, and a working time limit only by its level.
    case months
    /// Counts with figures alone: 1000起; 一起 and 一批 are words.
    case digits
    /// 番 behind 翻.
    case doubling
    /// No measure word: 用户数突破3000万.
    case number
    /// A word that only begins like a measure word (`个月`, `条例`), or measures nothing that is required.
    case none
}

/// Classes of `date-cues.tsv`; the file says what each means.
enum DateCue: String, Sendable, CaseIterable {
    case result, effort, relief, condition, `extension`, key, open, aside, described, possible, opener, leader, latest, change, former, deadline, reference, rate, rhythm, opening, bound,
        fully, level, topic, finding, issuing, permit, allow, allowed, eligible, beginning, around, within
    case untils = "until", outlooks = "outlook", pushes = "push", wholeTasks = "whole-task", takeEffect = "take-effect", shortLeads = "short-lead",
        everyYear = "every-year", spokenOf = "spoken-of", nextYears = "next-year",
        notPermits = "not-permit", frontWords = "front-word", frontVerbs = "front-verb", rateLeads = "rate-lead", planNames = "plan-name", periodOver = "period-over"
}

/// Classes of `target-cues.tsv`; the file says what each means.
enum TargetCue: String, Sendable, CaseIterable {
    case require, reach, fulfil, least, most, level, event, shorten, cut, respond, answer, decide, doer, aside, term, make, gather, gain, consequence, part, going, finish, task,
        raise, lend, lent, reserve, fix, collect, aim, whole, noun, relief, grant, loan, spend, present, told, describe, territory, define, state, slogan, scope,
        size, once, rate, apply, publish, listing, price, fee, breakthrough, sum, hold, index, throughput, help, formerly, change, half, each, body, grade, found, serve, only, allot, adjust, step, marked, drive, budget, allocate,
        supervise, volume, possess, growth, missed, invest, quorum, attend, burden
    case feeCut = "fee-cut", notFee = "not-fee", notPlace = "not-place", money = "money-talk", ownMeasure = "own-measure", takeHold = "take-hold", ownMeasured = "own-measured",
        leastApart = "least-apart", mostApart = "most-apart", behindAct = "behind-act", inAll = "in-all", timeNoun = "time-noun", shareReached = "share-reached", subjectEnd = "subject-end"
}

/// Classes of `document-words.tsv`.
enum DocumentCue: String, Sendable, CaseIterable {
    case kind, lead, basis, implement, annex, alias, agency, attachment, draft, past, link, pending, write, push
    case carriedOut = "carried-out"
}

/// The word lists of the value recognisers, read once from the embedded TSV files
/// (`Sources/FanganFindings/Resources`): one word and its class per line, `#` begins a comment.
enum ValueVocabulary {
    static let measures = MeasureTable(rows(of: finding_measures()))
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
        var words: [String: [String]] = [:]
        for (word, name) in rows { words[name, default: []].append(word) }
        for cue in Cue.allCases { lexicons[cue] = WordList(words[cue.rawValue] ?? []) }
    }

    subscript(cue: Cue) -> WordList { lexicons[cue] ?? WordList([]) }
}

/// Measure words with their classes.
struct MeasureTable: Sendable {
    private let words: WordList
    private let classes: [MeasureClass]

    init(_ rows: [(String, String)]) {
        words = WordList(rows.map(\.0))
        var byWord: [[UInt32]: MeasureClass] = [:]
        for (word, name) in rows { byWord[word.unicodeScalars.map(\.value)] = MeasureClass(rawValue: name) }
        classes = words.words.map { byWord[$0] ?? .none }
    }

    /// The longest measure word that begins at an index.
    func match(_ text: CompactText, at index: Int) -> (measure: MeasureClass, length: Int)? {
        words.find(text, at: index).map { (classes[$0.number], $0.length) }
    }
}
