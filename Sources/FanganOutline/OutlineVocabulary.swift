import COutlineData
import FanganText

/// The words by which the parts of a plan are told; read from the tables in `Resources/`.
public struct OutlineVocabulary: Sendable {
    let sectionTitles: Lexicon<SectionRole>
    let titleVerbs: Set<String>
    let planWords: [Word]
    let noticeWords: [Word]
    let rulesWords: [Word]
    let annexWords: [(word: Word, loose: Bool)]
    let assessmentAnnexes: [Word]
    let otherAnnexes: [Word]
    let preambleStarts: [Word]
    let noticeBodies: [Word]
    let closings: [Word]
    let closingRules: [Word]
    let subjects: Lexicon<Bool>
    let issuerEnds: [Word]
    let nameEnds: [Word]
    let nameParts: [Word]
    let columns: [String: ColumnRole]

    public static let standard = OutlineVocabulary()

    private init() {
        let titles = Self.table(outline_section_titles())
        sectionTitles = Lexicon(titles.rows.compactMap { row in SectionRole(rawValue: row[1]).map { (row[0], $0) } })
        let words = Self.table(outline_words())
        let list: (String) -> [Word] = { kind in words.words(kind).map { Word($0) } }
        titleVerbs = Set(words.words("title-verb"))
        planWords = list("plan")
        noticeWords = list("notice")
        rulesWords = list("rules")
        annexWords = list("annex").map { ($0, false) } + list("annex-loose").map { ($0, true) }
        assessmentAnnexes = list("annex-assessment")
        otherAnnexes = list("annex-other")
        preambleStarts = list("preamble")
        noticeBodies = list("notice-body")
        closings = list("closing")
        closingRules = list("closing-rule")
        subjects = Lexicon(words.words("subject").map { ($0, true) })
        issuerEnds = list("issuer-end")
        nameEnds = list("name-end")
        nameParts = list("name-part")
        let columnRows = Self.table(outline_table_columns()).rows
        columns = Dictionary(columnRows.compactMap { row in ColumnRole(rawValue: row[1]).map { (row[0], $0) } }, uniquingKeysWith: { a, _ in a })
    }

    private static func table(_ file: OutlineFile) -> TabTable {
        TabTable(UnsafeBufferPointer(start: file.start, count: file.size))
    }

    /// The role that a section's heading names: `主要任务`, `加强组织领导`, `工作目标和任务`.
    func role(ofHeading heading: Passage) -> SectionRole? {
        let trimmed = heading.scalars.filter { $0 != 0x20 && $0 != 0x0A }
        guard trimmed.count <= 18 else { return nil }
        for start in trimmed.indices {
            guard let (role, length) = sectionTitles.match(trimmed, at: start) else { continue }
            let before = Passage.string(trimmed[0..<start])
            guard start == 0 || titleVerbs.contains(before) else { continue }
            let rest = trimmed[(start + length)...]
            if rest.isEmpty || Self.joins.contains(rest[rest.startIndex]) { return role }
        }
        return nil
    }

    /// 和 与 及 、 ， , ( （ ： : 。
    private static let joins: Set<UInt32> = Set("和与及、，,(（：:。；;".unicodeScalars.map(\.value))
}

extension Passage {
    static func string(_ scalars: some Collection<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        return String(view)
    }
}
