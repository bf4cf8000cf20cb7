import COutlineData
import FanganText

/// The words by which the parts of a plan are told; read from the tables in `Resources/`.
///
/// A class, since this is one large immutable table that every rule holds: a copy would retain each of its words.
public final class OutlineVocabulary: Sendable {
    let sectionTitles: Lexicon<SectionRole>
    /// Last words of short titles: 攻坚目标, 整治任务.
    let titleTails: [(word: Word, role: SectionRole)]
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
    let nameTails: Set<String>
    let methodEnds: [Word]
    let columns: [String: ColumnRole]

    public static let standard = OutlineVocabulary()

    private init() {
        let titles = Self.table(outline_section_titles())
        let named = titles.rows.compactMap { row in SectionRole(rawValue: row[1]).map { (row[0], $0) } }
        sectionTitles = Lexicon(named.filter { !$0.0.hasPrefix("*") })
        titleTails = named.filter { $0.0.hasPrefix("*") }.map { (Word($0.0.dropFirst()), $0.1) }
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
        nameTails = Set(words.words("name-tail"))
        methodEnds = list("method-end")
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
        guard trimmed.count <= 7 else { return nil }
        return titleTails.first { heading.part(heading.indices).has($0.word, before: heading.count) }?.role
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
