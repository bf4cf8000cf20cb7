import COutlineData
import FanganText

/// The words by which the parts of a plan are told; read from the tables in `Resources/`.
///
/// A class, since this is one large immutable table that every rule holds: a copy would retain each of its words.
public final class OutlineVocabulary: Sendable {
    let sectionTitles: Lexicon<SectionRole>
    /// Last words of short titles: 攻坚目标, 整治任务.
    let titleTails: Endings<SectionRole>
    let titleVerbs: Set<String>
    /// What may stand behind a section's title: 工作, 力度.
    let titleEnds: Set<String>
    let planWords: Endings<Bool>
    let noticeWords: Endings<Bool>
    let programmeWords: Endings<Bool>
    let rulesWords: Endings<Bool>
    let annexWords: [(word: Word, loose: Bool)]
    /// First characters of them.
    let annexHeads: ScalarSet
    let assessmentAnnexes: [Word]
    let otherAnnexes: [Word]
    let preambleStarts: [Word]
    /// First characters of them.
    let preambleHeads: ScalarSet
    /// What stands near the end of a preamble: 特制定本.
    let preambleEnds: Lexicon<Bool>
    let noticeBodies: Lexicon<Bool>
    let closings: [Word]
    /// What the notes behind minutes begin with, in front of a colon.
    let closingKeys: Set<String>
    let closingRules: [Word]
    /// Numbers whose bytes are out of step, behind `?。`: ㄒ唬.
    let shiftedNumbers: Lexicon<Bool>
    /// What is done with another's document: 贯彻.
    let carryingOut: Lexicon<Bool>
    /// What a site writes in front of a title.
    let titleBanners: Lexicon<Bool>
    /// What stands over a table of contents: 目录.
    let contentsTitles: Set<String>
    /// What the first part of an item's text begins with: 一是.
    let partStarts: [Word]
    /// What a paragraph with one of them begins with: 本, 各政策.
    let closingStarts: Lexicon<Bool>
    /// What says that other rules go before the document's (从其规定), and what begins it: 国家.
    let yielding: [Word], yieldingStarts: Lexicon<Bool>
    /// What a document calls itself in a sentence about itself: 根据本命令.
    let ownNames: Lexicon<Bool>
    /// What is to be reported at the end of an appeal to all: 重大问题.
    let reported: Lexicon<Bool>
    /// Heads over lists behind a plan, and whether they may stand in one as well: 名词解释, 注.
    let tailHeads: Lexicon<Bool>
    let tailHeadEnds: Endings<Bool>
    /// What lines behind a plan hold (ICP备), begin with in front of a colon or a blank (主办单位), begin with (共印), and are (完).
    let tailSigns: Lexicon<Bool>, tailKeys: Lexicon<Bool>, tailStarts: Lexicon<Bool>
    let tailWords: Set<String>
    let backReferences: [Word]
    let backCounted: [Word]
    let subjects: Lexicon<Bool>
    let safeguardWords: [Word]
    /// The same under a title that ends as one of safeguards may: 工作责任.
    let weakSafeguardWords: [Word]
    /// What the title of a section of safeguards may end in: 措施, 机制.
    let safeguardTitles: Endings<Bool>
    /// Titles of safeguards behind other sections: 抓好落实.
    let lateTitles: Set<String>
    /// Titles of measures, which behind a section of duties may be safeguards: 工作措施.
    let measuresTitles: Endings<Bool>
    let assignmentKeys: Lexicon<Bool>
    /// What stands behind 第一 as a division of the plan: 部分, 阶段.
    let numberedDivisions: Lexicon<LabelForm>
    /// Signs that begin the lines of a list without numbers: ●.
    let bullets: ScalarSet
    /// What stands in front of a number as one: 任务一.
    let numberedWords: Lexicon<Bool>
    let issuerEnds: Endings<Bool>
    let nameEnds: Endings<Bool>
    let nameParts: Endings<Bool>
    let nameTails: Set<String>
    /// What no name begins with: 人民政府.
    let secondWords: Lexicon<Bool>
    /// First words of organs' short names: 区教体局.
    let levels: [Word]
    /// Last words of a body that has organs of its own: 区委 ⏎ 办公室.
    let hosts: Endings<Bool>
    let methodEnds: Endings<Bool>
    /// What a number in front of it counts: 次, 个; few, since names of organs begin with many others (人社局).
    let measures: Lexicon<Bool>
    /// The same where words stand right behind the number: 4季度.
    let counted: Lexicon<Bool>
    /// What a deadline without a date begins with: 长期, 逐年.
    let timeStarts: Lexicon<Bool>
    /// Bodies whose branches bear their name in front: 人行, 国家税务总局.
    let branchHeads: Lexicon<Bool>
    let columns: [String: ColumnRole]
    /// The same by their characters, so that no string is made of a line to look it up.
    let columnTitles: Lexicon<ColumnRole>
    /// The characters with which titles of columns end, and closing brackets: most lines are told by their last one.
    let columnEnds: ScalarSet
    /// The characters with which titles of the column of numbers begin.
    let ordinalHeads: ScalarSet
    /// Titles of at least four characters, which keep their meaning with a word in front, and the ends of titles (职责).
    let columnTails: Endings<ColumnRole>
    /// Beginnings of paragraphs about the whole plan: 其他, 上述.
    let planStarts: [Word]
    let planMentions: [Word]
    /// Words that assign work.
    let assignmentWords: [Word]
    /// What the names of annexes end in beside the names of plans: 联系方式.
    let annexNouns: Endings<Bool>
    /// What says that something is shown and not ordered: 示例.
    let exampleMarks: Lexicon<Bool>
    /// What tables and lists are called that go with a plan: 任务分解表.
    let listTitles: Endings<Bool>
    /// What stands over the notes under a table.
    let noteMarks: Set<String>
    /// What a row of sums begins with.
    let totals: Set<String>
    /// First characters of them.
    let totalHeads: ScalarSet
    /// Signs that begin the parts of an item, beside those of lists without numbers: —.
    let listSigns: ScalarSet
    /// What stands behind the names in a line of names: 职责.
    let headTails: Endings<Bool>
    /// What begins a duty behind the name of whose it is: 负责.
    let dutyVerbs: Lexicon<Bool>
    /// What titles end in over duties by unit: 成员单位职责.
    let dutiesTitles: Endings<Bool>
    /// What titles of columns end in that hold stretches of years, sums and numbers, places, words of a few characters: 起止, 投资, 地点, 性质.
    let yearTitles: Endings<Bool>, figureTitles: Endings<Bool>, placeTitles: Endings<Bool>, wordTitles: Endings<Bool>
    /// What the keys of facts end in: 日期.
    let factKeys: Endings<Bool>
    /// Titles over units, or over what figures are counted in.
    let doubtfulUnits: Set<String>
    /// Titles over duties, or over whose they are.
    let doubtfulDuties: Set<String>
    /// What a figure begins with that says how much and not what: 不低于90%, 约12公里, 前三名.
    let comparing: ScalarSet
    /// What a row begins with that goes on with the one above: 同步完成….
    let joinWords: Lexicon<Bool>
    /// Keys of the day that says of which year a form is: 交办日期, but not 打印时间.
    let yearKeys: Set<String>
    /// What names end in behind a level, and whether they are organs' or classes' (县植物园) or not (县级主体); the longest tells.
    let organEnds: Endings<Bool>
    /// What names of townships end in, and what ends so and names none.
    let townEnds: Endings<Bool>
    /// Words that begin with the character of a level and name none: 县域, 市场.
    let placeWords: Lexicon<Bool>
    /// What a cell says that means the one above: 同上.
    let dittos: Set<String>
    /// Bytes of the longest of them.
    private let longestDitto: Int
    /// What a cell says that holds nothing: 无.
    let emptyCells: Set<String>
    /// Stretches of a year that columns stand for: 一季度, 上半年.
    let periods: Lexicon<Bool>
    /// What stands behind them in a title: 目标, 进度.
    let periodTails: Lexicon<Bool>
    /// What the cells of a column 单位 say where it is over measures: 个, 公里.
    let measureUnits: Set<String>
    /// Columns of groups whose cells are titles of the rows beside them: 项目.
    let titlingColumns: Set<String>
    /// Classes of units that stand over their duties: 乡镇责任.
    let headClasses: Lexicon<Bool>
    /// What begins the title of a column that tells what was: 原责任单位, 实际完成时间.
    let formerColumns: Lexicon<Bool>
    /// What announces a list: 下列, 之一.
    let announcing: [Word]
    /// What a list holds that gives no orders, behind its announcement (材料) and in front of it (行为).
    let announcedNouns: Lexicon<Bool>, announcedEnds: Endings<Bool>
    /// What has or hands in what is announced: 具备.
    let havingEnds: Endings<Bool>
    /// Titles of such lists: 申报材料.
    let announcedTitles: Set<String>
    /// What the names of files end in.
    let fileEndings: [Word]
    /// What a notice says in front of numbers that are demands.
    let noticeDemands: [Word]
    /// What is said of a meeting behind its day.
    let meetingVerbs: [Word]

    public static let standard = OutlineVocabulary()

    // Run once. Optimised, a function that sets so many properties takes the compiler longer than all the rest.
    @_optimize(none)
    private init() {
        let titles = Self.table(outline_section_titles())
        let named = titles.rows.compactMap { row in SectionRole(rawValue: row[1]).map { (row[0], $0) } }
        sectionTitles = Lexicon(named.filter { !$0.0.hasPrefix("*") })
        titleTails = Endings(named.filter { $0.0.hasPrefix("*") }.map { (String($0.0.dropFirst()), $0.1) })
        let words = Self.table(outline_words())
        let list: (String) -> [Word] = { kind in words.words(kind).map { Word($0) } }
        titleVerbs = Set(words.words("title-verb"))
        titleEnds = Set(words.words("title-end"))
        planWords = Endings(words.words("plan"))
        noticeWords = Endings(words.words("notice"))
        programmeWords = Endings(words.words("programme"))
        rulesWords = Endings(words.words("rules"))
        annexWords = list("annex").map { ($0, false) } + list("annex-loose").map { ($0, true) }
        annexHeads = ScalarSet(annexWords.compactMap(\.word.scalars.first))
        assessmentAnnexes = list("annex-assessment")
        otherAnnexes = list("annex-other")
        preambleStarts = list("preamble")
        preambleHeads = ScalarSet(preambleStarts.compactMap(\.scalars.first))
        preambleEnds = Lexicon(words.words("preamble-end").map { ($0, true) })
        noticeBodies = Lexicon(words.words("notice-body").map { ($0, true) })
        closings = list("closing")
        closingRules = list("closing-rule")
        partStarts = list("part-start")
        closingStarts = Lexicon(words.words("closing-start").map { ($0, true) })
        yielding = list("yielding")
        yieldingStarts = Lexicon(words.words("yielding-start").map { ($0, true) })
        ownNames = Lexicon(words.words("own-name").map { ($0, true) })
        reported = Lexicon(words.words("reported").map { ($0, true) })
        tailHeads = Lexicon(words.words("tail-head").map { ($0, false) } + words.words("tail-note").map { ($0, true) })
        tailHeadEnds = Endings(words.words("tail-head-end"))
        tailSigns = Lexicon(words.words("tail-sign").map { ($0, true) })
        // The heads of lists are keys as well: 附件下载：….docx
        let keys = Set(words.words("tail-key"))
        tailKeys = Lexicon(keys.sorted().map { ($0, true) } + words.words("tail-head").filter { !keys.contains($0) }.map { ($0, false) })
        tailStarts = Lexicon(words.words("tail-start").map { ($0, true) })
        tailWords = Set(words.words("tail-word"))
        backReferences = list("back-reference")
        backCounted = list("back-counted")
        assignmentKeys = Lexicon(words.words("assignment-key").map { ($0, true) })
        safeguardWords = list("safeguard")
        weakSafeguardWords = list("safeguard-weak")
        lateTitles = Set(words.words("late-title"))
        measuresTitles = Endings(words.words("measures-title"))
        safeguardTitles = Endings(words.words("safeguard-title"))
        subjects = Lexicon(words.words("subject").map { ($0, true) })
        numberedDivisions = Lexicon(words.words("numbered-part").map { ($0, LabelForm.book) } + words.words("numbered-stage").map { ($0, .stage) })
        bullets = ScalarSet(words.words("bullet").compactMap { $0.unicodeScalars.first?.value })
        numberedWords = Lexicon(words.words("numbered-word").map { ($0, true) })
        issuerEnds = Endings(words.words("issuer-end"))
        nameEnds = Endings(words.words("name-end"))
        nameParts = Endings(words.words("name-part"))
        nameTails = Set(words.words("name-tail"))
        secondWords = Lexicon(words.words("second-word").map { ($0, true) })
        levels = list("level")
        hosts = Endings(words.words("host"))
        methodEnds = Endings(words.words("method-end"))
        measures = Lexicon(words.words("measure").map { ($0, true) })
        counted = Lexicon(words.words("counted").map { ($0, true) })
        timeStarts = Lexicon(words.words("time-start").map { ($0, true) })
        branchHeads = Lexicon(words.words("branch-head").map { ($0, true) })
        totals = Set(words.words("total"))
        totalHeads = ScalarSet(totals.compactMap { $0.unicodeScalars.first?.value })
        listSigns = ScalarSet(words.words("list-sign").compactMap { $0.unicodeScalars.first?.value })
        headTails = Endings(words.words("head-tail"))
        dutyVerbs = Lexicon(words.words("duty-verb").map { ($0, true) })
        dutiesTitles = Endings(words.words("duties-title"))
        factKeys = Endings(words.words("fact-key"))
        yearKeys = Set(words.words("year-key"))
        closingKeys = Set(words.words("closing-key"))
        titleBanners = Lexicon(words.words("title-banner").map { ($0, true) })
        carryingOut = Lexicon(words.words("carry-out").map { ($0, true) })
        shiftedNumbers = Lexicon(words.words("shifted-number").map { ($0, true) })
        contentsTitles = Set(words.words("contents-title"))
        doubtfulUnits = Set(words.words("doubtful-units"))
        doubtfulDuties = Set(words.words("doubtful-duties"))
        comparing = ScalarSet(words.words("comparing").compactMap { $0.unicodeScalars.first?.value })
        joinWords = Lexicon(words.words("join").map { ($0, true) })
        yearTitles = Endings(words.words("years-title"))
        figureTitles = Endings(words.words("figure-title"))
        placeTitles = Endings(words.words("place-title"))
        wordTitles = Endings(words.words("word-title"))
        organEnds = Endings(["name-end", "name-part", "issuer-end", "site-organ"].flatMap { words.words($0).map { ($0, true) } } + words.words("no-organ-end").map { ($0, false) })
        townEnds = Endings(words.words("town-end").map { ($0, true) } + words.words("no-town-end").map { ($0, false) })
        placeWords = Lexicon(words.words("place-word").map { ($0, true) })
        dittos = Set(words.words("ditto"))
        longestDitto = dittos.map(\.utf8.count).max() ?? 0
        emptyCells = Set(words.words("empty-cell"))
        periods = Lexicon(words.words("period").map { ($0, true) })
        periodTails = Lexicon(words.words("period-tail").map { ($0, true) })
        titlingColumns = Set(words.words("titling-column"))
        headClasses = Lexicon(words.words("head-class").map { ($0, true) })
        formerColumns = Lexicon(words.words("former-column").map { ($0, true) })
        announcing = list("announcing")
        announcedNouns = Lexicon(words.words("announced").map { ($0, true) })
        announcedEnds = Endings(words.words("announced-end"))
        havingEnds = Endings(words.words("having"))
        announcedTitles = Set(words.words("announced-title"))
        fileEndings = list("file-ending")
        noticeDemands = list("notice-demand")
        meetingVerbs = list("meeting-verb")
        planStarts = list("plan-start")
        planMentions = list("plan-mention")
        assignmentWords = list("assignment-word")
        annexNouns = Endings(words.words("annex-noun"))
        exampleMarks = Lexicon(words.words("example-mark").map { ($0, true) })
        listTitles = Endings(words.words("list-title"))
        noteMarks = Set(words.words("note-mark"))
        let titled = Self.table(outline_table_columns()).rows.compactMap { row in ColumnRole(rawValue: row[1]).map { (row[0], $0) } }
        let ends = titled.filter { $0.0.hasPrefix("*") }.map { (String($0.0.dropFirst()), $0.1) }
        columns = Dictionary(titled.filter { !$0.0.hasPrefix("*") }, uniquingKeysWith: { a, _ in a })
        columnTitles = Lexicon(columns.map { ($0.key, $0.value) })
        columnEnds = ScalarSet(titled.compactMap { $0.0.unicodeScalars.last?.value } + [0xFF09, 0x29, 0x3015])
        ordinalHeads = ScalarSet(titled.filter { $0.1 == .ordinal }.compactMap { $0.0.unicodeScalars.first?.value })
        columnTails = Endings(titled.filter { $0.0.count >= 4 && !$0.0.hasPrefix("*") } + ends)
        measureUnits = Set(words.words("unit-of-measure"))
    }

    private static func table(_ file: OutlineFile) -> TabTable {
        TabTable(UnsafeBufferPointer(start: file.start, count: file.size))
    }

    /// Whether words mean what was said above in the same place: 同上.
    public func isDitto(_ words: String) -> Bool { words.utf8.count <= longestDitto && dittos.contains(words) }

    /// Whether all that a cell says is that there is nothing: 无.
    public func isEmptyCell(_ words: String) -> Bool { emptyCells.contains(words) }
}
