import COutlineData
import FanganText

/// Titles of documents, sections and annexes.
final class TitleWords: Sendable {
    let sectionTitles = Lexicon(TitleWords.named.filter { !$0.0.hasPrefix("*") })
    /// Last words of short titles: 攻坚目标, 整治任务.
    let titleTails = Endings(TitleWords.named.filter { $0.0.hasPrefix("*") }.map { (String($0.0.dropFirst()), $0.1) })
    let titleVerbs = Set<String>(.titleVerb)
    /// First characters of them.
    let titleVerbHeads = ScalarSet(firstOf: .titleVerb)
    /// What may stand behind a section's title: 工作, 力度.
    let titleEnds = Set<String>(.titleEnd)
    let planWords = Endings(.plan)
    let noticeWords = Endings(.notice)
    let programmeWords = Endings(.programme)
    let rulesWords = Endings(.rules)
    let annexWords = words(.annex).map { (word: $0, loose: false) } + words(.annexLoose).map { (word: $0, loose: true) }
    /// First characters of them.
    let annexHeads = ScalarSet((OutlineCue.table[.annex] + OutlineCue.table[.annexLoose]).compactMap { $0.unicodeScalars.first?.value })
    let assessmentAnnexes = words(.annexAssessment)
    let otherAnnexes = words(.annexOther)
    /// What a site writes in front of a title.
    let titleBanners = Lexicon(.titleBanner)
    /// What stands over a table of contents: 目录.
    let contentsTitles = Set<String>(.contentsTitle)
    /// First characters of them.
    let contentsHeads = ScalarSet(firstOf: .contentsTitle)
    let subjects = Lexicon(.subject)
    let safeguardWords = words(.safeguard)
    /// The same under a title that ends as one of safeguards may: 工作责任.
    let weakSafeguardWords = words(.safeguardWeak)
    /// What the title of a section of safeguards may end in: 措施, 机制.
    let safeguardTitles = Endings(.safeguardTitle)
    /// Titles of safeguards behind other sections: 抓好落实.
    let lateTitles = Set<String>(.lateTitle)
    /// Titles of measures, which behind a section of duties may be safeguards: 工作措施.
    let measuresTitles = Endings(.measuresTitle)
    let assignmentKeys = Lexicon(.assignmentKey)
    /// What the names of annexes end in beside the names of plans: 联系方式.
    let annexNouns = Endings(.annexNoun)
    /// What says that something is shown and not ordered: 示例.
    let exampleMarks = Lexicon(.exampleMark)
    /// What tables and lists are called that go with a plan: 任务分解表.
    let listTitles = Endings(.listTitle)
    /// What titles end in over duties by unit: 成员单位职责.
    let dutiesTitles = Endings(.dutiesTitle)
    /// Titles of such lists: 申报材料.
    let announcedTitles = Set<String>(.announcedTitle)

    /// Titles of sections with what they are for; those with `*` are last words of titles.
    private static let named = TabTable(outline_section_titles()).rows.compactMap { row in SectionRole(rawValue: row[1]).map { (row[0], $0) } }
}
