import COutlineData
import FanganText

/// Classes of `outline-words.tsv`; the file says what each means.
enum OutlineCue: String, WordClass {
    case plan, notice, rules, titleBanner = "title-banner", carryOut = "carry-out", shiftedNumber = "shifted-number", contentsTitle = "contents-title", annex
    case annexLoose = "annex-loose", annexAssessment = "annex-assessment", annexOther = "annex-other", titleVerb = "title-verb", titleEnd = "title-end"
    case preamble, noticeBody = "notice-body", closing, closingKey = "closing-key", closingRule = "closing-rule", backReference = "back-reference"
    case backCounted = "back-counted", subject, issuerEnd = "issuer-end", nameEnd = "name-end", namePart = "name-part", nameTail = "name-tail"
    case methodEnd = "method-end", safeguard, safeguardWeak = "safeguard-weak", formerColumn = "former-column", startColumn = "start-column", continuation, safeguardTitle = "safeguard-title"
    case assignmentKey = "assignment-key", secondWord = "second-word", level, host, total, programme, measure, counted, timeStart = "time-start"
    case branchHead = "branch-head", noteMark = "note-mark", planStart = "plan-start", planMention = "plan-mention", assignmentWord = "assignment-word"
    case annexNoun = "annex-noun", numberedPart = "numbered-part", numberedStage = "numbered-stage", numberedWord = "numbered-word", bullet, ditto, period
    case periodTail = "period-tail", titlingColumn = "titling-column", listSign = "list-sign", headTail = "head-tail", dutyVerb = "duty-verb"
    case dutiesTitle = "duties-title", noOrganEnd = "no-organ-end", siteOrgan = "site-organ", townEnd = "town-end", noTownEnd = "no-town-end"
    case placeWord = "place-word", emptyCell = "empty-cell", unitOfMeasure = "unit-of-measure", factKey = "fact-key", yearKey = "year-key"
    case yearsTitle = "years-title", figureTitle = "figure-title", placeTitle = "place-title", wordTitle = "word-title", join
    case doubtfulUnits = "doubtful-units", doubtfulDuties = "doubtful-duties", comparing, headClass = "head-class", announcing, having, announced
    case announcedEnd = "announced-end", announcedTitle = "announced-title", fileEnding = "file-ending", meetingVerb = "meeting-verb"
    case noticeDemand = "notice-demand", listTitle = "list-title", exampleMark = "example-mark", partStart = "part-start", closingStart = "closing-start"
    case yielding, yieldingStart = "yielding-start", ownName = "own-name", reported, tailHead = "tail-head", tailNote = "tail-note"
    case tailHeadEnd = "tail-head-end", tailSign = "tail-sign", tailKey = "tail-key", tailStart = "tail-start", tailWord = "tail-word"
    case preambleEnd = "preamble-end", measuresTitle = "measures-title", lateTitle = "late-title"
    case addresseeWord = "addressee-word", passingOn = "passing-on", annexTail = "annex-tail"

    static let table = WordClasses<OutlineCue>(TabTable(outline_words()).rows.compactMap { $0.count > 1 ? (word: $0[0], name: $0[1]) : nil })
}

extension TabTable {
    init(_ file: OutlineFile) { self.init(UnsafeBufferPointer(start: file.start, count: file.size)) }
}

/// The words of a class in the order of the file.
func words(_ cue: OutlineCue) -> [Word] { OutlineCue.table[cue].map { Word($0) } }

extension Lexicon {
    /// The words of some classes with what each class stands for.
    init(_ values: KeyValuePairs<OutlineCue, Value>) { self.init(OutlineCue.table.pairs(values)) }
}

extension Lexicon<Bool> {
    init(_ cue: OutlineCue) { self.init([cue: true]) }

    /// False for the words of the second class.
    init(_ cue: OutlineCue, except others: OutlineCue) { self.init([others: false, cue: true]) }
}

extension Endings<Bool> {
    init(_ cues: OutlineCue...) { self.init(OutlineCue.table[cues]) }

    /// False for endings of the last class.
    init(_ cues: OutlineCue..., except others: OutlineCue) {
        self.init(OutlineCue.table[cues].map { ($0, true) } + OutlineCue.table[others].map { ($0, false) })
    }
}

extension Set<String> {
    init(_ cue: OutlineCue) { self.init(OutlineCue.table[cue]) }
}

extension ScalarSet {
    init(firstOf cue: OutlineCue) { self.init(OutlineCue.table[cue].compactMap { $0.unicodeScalars.first?.value }) }
}
