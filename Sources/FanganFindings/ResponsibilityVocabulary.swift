import CFindingData
import FanganText

/// In what capacity a unit stands beside a duty.
public enum ResponsibilityRole: String, Sendable, Hashable {
    case lead, responsible, support
}

/// The words that assign work; read from `Resources/responsibility-words.tsv`.
final class ResponsibilityVocabulary: Sendable {
    /// What a key in front of a colon holds.
    enum Key: Sendable, Hashable {
        case units(ResponsibilityRole), due, other

        var givesUnits: Bool {
            if case .units = self { return true }
            return false
        }
    }
    enum Rule: Sendable { case forward, backward, everywhere }

    /// Alone, and behind a level those that give units: 责任单位, 市级责任单位.
    let keys: Lexicon<Key>
    /// 市级, in front of a key.
    let keyLevels: Lexicon<Bool>
    /// Keys that only go on with a list that another one began: 牵头单位：…；成员单位：….
    let memberKeys: Lexicon<Bool>
    /// Keys that begin the item's text on a line of their own: 工作目标：….
    let textKeys: Lexicon<Bool>
    /// First characters of them, and of those that may be broken.
    let keyHeads: ScalarSet
    /// The longest wins, so that 牵头负责 is not read as 负责.
    let post: Endings<ResponsibilityRole>
    let postStarts: Lexicon<ResponsibilityRole>
    /// The same behind names of a bracket alone, where no sentence goes on: 统筹, 督导落实.
    let listPost: Endings<ResponsibilityRole>
    /// The whole of a bracket behind a name: 主, 协.
    let ownRoles: Lexicon<ResponsibilityRole>
    /// Keys that count in lists only, with their colon: 主管部门, 指导单位.
    let bracketKeys: Lexicon<Bool>
    /// What stands in front of a key and is no unit: 本部分|牵头单位.
    let keyOpenings: Lexicon<Bool>
    /// How the text goes on behind a heading that is a body's name: 负责, 设在.
    let bodyWorks: Lexicon<Bool>
    /// What a heading begins with that tells a work, though it ends like a body: 建设|平台.
    let foundingWords: Lexicon<Bool>
    /// How names of persons begin.
    let surnames: ScalarSet
    let scopes: Endings<Bool>
    let scopeStarts: Lexicon<Bool>
    /// Words between a name and what stands behind it: 要, 均.
    let modals: Endings<Bool>
    /// How pieces of a list that are no names end and begin: 持续|推进, 每年|底前完成当年任务.
    let phraseEnds: Endings<Bool>, phraseStarts: Lexicon<Bool>
    /// Names that begin like a word of scope (和平区), and words that begin like 等 (等级).
    let scopeNames, noEtceteras: Lexicon<Bool>
    /// What each region of a class has, whichever it is: 人民政府.
    let regionBodies: [Word]
    /// Classes that no organ is: 企业, 专人.
    let noUnits: [Word]
    let bareClasses: Set<String>
    /// Remarks beside the units: 下同, 排在第一位的为牵头部门.
    let notes: Lexicon<Bool>
    /// That a remark holds for all that follows: 下同.
    let henceforth: [Word]
    let ruleVerbs: [Word]
    /// Those of them that need no word behind the names: 均涉及.
    let ruleLinks: Set<Word>
    let ruleScopes: Lexicon<Rule>
    let leadPlaces: Lexicon<LeadPlace>
    /// First characters of them.
    let leadHeads: ScalarSet
    let subjectVerbs: Lexicon<Bool>
    /// Where a subject's name may end: marks, brackets, and what ``subjectVerbs`` (bit 3) and ``clauseVerbs`` (bit 4) begin with.
    let subjectWalk: CharacterKinds
    /// The brackets and the beginnings of verbs among them.
    let subjectHeads: ScalarSet
    let agentVerbs: Lexicon<Bool>
    /// What a named organ does behind a comma: 负责, 要; false for words that only begin so: 要素.
    let clauseVerbs: Lexicon<Bool>
    let reportVerbs: Lexicon<Bool>
    let organEnds: Endings<Bool>
    /// Endings that make a name without its level plain as one.
    let selfNamed: Endings<Bool>
    /// Endings of bodies that act by themselves.
    let executing: Endings<Bool>
    let classWords: [Word]
    /// What a cell without a unit says: 无, /.
    let emptyCells: [Word]
    /// Words that a name of the state begins with: 国家, 国务院.
    let levelStarts: Lexicon<Bool>
    /// Titles under which the headings are who does it: 任务分工.
    let divisionTitles: Endings<Bool>
    /// What a heading that is no name begins with: 建好市级医院.
    let headingVerbs: Lexicon<Bool>
    /// What a named organ does that helps another one.
    let supportVerbs: [Word]
    let supportStarts: Lexicon<Bool>
    /// In front of 配合: 要, 负责.
    let joinedSupports: [Word]
    /// Between who was responsible and who is now: 调整为.
    let changeVerbs: Lexicon<Bool>
    /// In front of 由 (不再, 原) and behind a name (不再), that it is not responsible.
    let formers, noLonger: Endings<Bool>
    /// What is handed over: 职责.
    let handedNouns: Endings<Bool>
    /// What a body does that has been given a work: 管理.
    let ownWorks: Lexicon<Bool>
    /// That a unit is not meant: 除外, 不含.
    let exceptions: Lexicon<Bool>, exceptionEnds: Endings<Bool>
    /// Those of a list that do not lead: 其余.
    let otherUnits: [Word]
    /// What a key ends in that says who else has to do with a work: 验收|单位.
    let holderEnds: Endings<Bool>
    /// For a character of a key those that it may be misread as: 任, 住.
    let lookAlikes: [UInt32: [UInt32]]
    /// Keys of days behind which a text may stand as well: 进度安排.
    let proseKeys: Lexicon<Bool>
    /// What is learned from (做法), and what is done to have it or to pass it on (推广).
    let modelNouns: [Word], modelVerbs: Lexicon<Bool>
    /// What is done to a building, which may be called as an organ is: 新建|文化站.
    let buildingVerbs: Lexicon<Bool>
    /// In front of who answers from now on (新增) and of who did (代替).
    let addingVerbs, replacingVerbs: Lexicon<Bool>
    /// What stands behind an organ that is only to be asked: 联系电话.
    let contactWords: Lexicon<Bool>
    /// How a sentence goes on behind a bracket of units: 确保.
    let outcomeStarts: Lexicon<Bool>
    /// Keys by how many characters they have, for those of which one was misread.
    let keysByLength: [Int: [(word: [UInt32], kind: Key)]]
    /// Classes of the file that were asked for.
    let classes: Set<String>
    /// Behind a name in a heading, where its duties follow: 及其职责.
    let ownerTails: Endings<Bool>
    /// What firms of a class do (供水), what the class ends with (企业), and how it begins (全市).
    let trades: Lexicon<Bool>, tradeEnds: Endings<Bool>, tradeBodies: [Word], tradeStarts: [Word]
    /// Whole names that say no level: 公安部, 审计署.
    let stateOrgans: Lexicon<Bool>
    /// Classes of organs in a sentence: how they begin behind 省直, how they end, and those that are whole names.
    let classStarts, classEnds, wholeClasses: [Word]
    /// 省, and 直 behind it.
    let classLevels, classTies: ScalarSet
    /// Beside levels in a class of regions: 开发区.
    let zones: [Word]
    /// Between a class and its date: 要.
    let duties: [Word]
    /// What governments are called, and what is their own: 辖区.
    let governmentEnds, ownAreas: [Word]
    /// What stands in front of 政府 or in its place: 党委, 党委和.
    let partyEnds: [Word]
    /// Governments of a class without 各: 乡镇人民政府.
    let ownGovernments: [Word]
    /// Of an office where it sits (设在), what it ends in (办公室); of a class of regions 县级以上.
    let seatVerbs, officeEnds, upwardLevels: [Word]
    /// What everybody is told with (必须), and what stands in front of others' work (批准…后).
    let commands, approvals: [Word]
    /// Bodies that lead without being an organ: 领导小组.
    let boards: [Word]
    /// What a class does by its day: 提出, 对照.
    let classVerbs: Lexicon<Bool>
    /// Classes that are addressed and do not execute: 企业.
    let addressees: [Word]
    /// What a class with 各 ends in though no name does: 各省份.
    let classBodies: [Word]
    /// Beginnings of names that begin like a verb: 经开区, 应急局.
    let nameStarts: Lexicon<Bool>
    /// Beginnings of classes of things: 各类.
    let thingStarts: [Word]
    /// The end of the year, without its number: 年底前.
    let yearEnds: [Word]
    /// 责任人, in the title of a column of units.
    let personTitles: [String]
    /// 试点, and what stands behind it: 地区.
    let trials, trialBodies: [Word]
    /// What a government's office is called.
    let governmentOffices: [Word]
    /// What else a body does at the head of its sentence: 完成, 拨付.
    let workVerbs: Lexicon<Bool>
    /// How it does it, in front of any verb: 立即.
    let workAdverbs: Lexicon<Bool>
    /// Behind such a verb, what makes a noun of it (完成|情况), and what a clause says of it later (显示).
    let workNouns: Lexicon<Bool>, otherPredicates: [Word]
    /// Behind a word by which one answers, what makes a noun of it: 配合|费.
    let postNouns: Lexicon<Bool>
    /// How a body does its work in a time, in front of the verb: 集中.
    let workManners: Lexicon<Bool>
    /// First characters of times behind a name: 县水利局|6月底前, 一季度, 自…起.
    let dateHeads: ScalarSet
    /// Firms that answer for something by name: 供电公司; and how such begin that say no level: 国网.
    let firmEnds: Endings<Bool>, firmStarts: Lexicon<Bool>
    /// What ends like an office's name and is none: 一次办.
    let noOffices: [Word]
    /// How a clause tells a state: 有力.
    let stateEnds: [Word]
    let objectEnds: [Word], handingVerbs: [Word], describedEnds: [Word], findings: [Word], bounds: [Word]
    /// Divisions of a bureau (科), and what only ends so: 学科.
    let divisionEnds: Endings<Bool>, noDivisions: [Word]
    /// Between 各级 and 部门, what stands behind the name of a field (行政主管), and what names one only in longer words (审批).
    let plainFields, bareFields: [Word]
    /// The beginning of such a class: 各级, 各地.
    let fieldStarts: Lexicon<Bool>
    /// Between an organ and the word for its helper: 要|会同.
    let jointLeads: Lexicon<Bool>
    /// Behind 对, what an organ does at the end of its clause: 对…进行督查.
    let carryVerbs: [Word]
    /// Of whom a body consists, and who holds its posts.
    let composingVerbs: [Word]
    /// What a body has been founded for, behind its comma: …，负责具体工作.
    let officeWorks: [Word]
    /// The same of a body that leads: …，领导改革工作.
    let leadingWorks: [Word]
    /// Persons and their posts: 由…任主任, 由…同志兼任.
    let postMarks: [Word]
    /// Behind 由, names and 共同: what founds a body.
    let foundingVerbs: [Word]
    /// Later in the clause, what makes the names members of a body.
    let memberships: [Word]
    /// Around a day, what tells what has been reached: 截至2020年底前，累计完成….
    let tellings: [Word]
    /// Behind a day, what a class has to hand in by it.
    let handIns: [Word]
    /// What a class does each week or month that makes it responsible: 上报.
    let regularReports: [Word]
    /// Behind a class and a day, what is granted to it: 各县区6月底前开工的项目给予奖励.
    let grantings: [Word]
    /// Behind 在 and a name, under whom others do the work: 统一领导下.
    let leaderships: [Word]
    /// How a body answers for something: 负总责.
    let answering: [Word]
    /// How regions take on a work (要严格|履行|属地责任): the verb, what stands in front of it, what they take on, and what they are (责任主体).
    let bearingVerbs, bearingManners: Lexicon<Bool>, burdens: [Word], bearers: [Word]
    /// Behind 由 and names, what makes them members of a body: 组成.
    let memberVerbs: [Word]
    /// How the names of joint offices begin; alone, 联合 is a verb.
    let jointOffices: Lexicon<Bool>
    /// What a place is told to do.
    let placeVerbs: Lexicon<Bool>
    /// By which a sentence gives work to the organ behind them (责成), and what may stand in front: 会议决定.
    let orderVerbs, leadIns: Lexicon<Bool>
    /// Between two organs of which the second helps (会同), and between two names of a list.
    let jointVerbs, listJoints: Lexicon<Bool>
    /// Between an organ and the class that it has do the work: 组织|各相关部门.
    let listOrders: Lexicon<Bool>
    /// First characters of these two.
    let listHeads: ScalarSet
    /// What names of bodies beside the organs of the state end in: 公司, 银行, 中队; and of townships.
    let bodyEnds, townshipEnds: Endings<Bool>
    /// Endings of bodies that bear a number: 第12|中学.
    let numberedEnds: Endings<Bool>
    /// What ends like a township's name and is none: 乡镇, 小城镇.
    let plainTownships: [Word]
    /// Endings of organs that are there in any case (局), and of those that a plan may found (指挥部).
    let standingEnds, adHocEnds: Endings<Bool>
    /// What a bracket behind a sentence begins with that explains it: 简称, 含.
    /// False for names that only begin so: 即墨区.
    let remarkStarts: Lexicon<Bool>
    /// Endings of bodies that stand in a bracket without any further word: 局, 银行.
    let bareEnds: Endings<Bool>
    /// Ends of words that such a bracket explains: 有关部门, 指定地点; and keys in front of them: 主办方.
    let explainedEnds, explainedKeys: Endings<Bool>
    /// Ends of words that a bracket of places explains (服务窗口), and how such places end (中心).
    let hostedEnds, facilityEnds: Endings<Bool>
    /// To whom something goes (司法机关), behind a verb that sends it (移送).
    let receiverEnds: Endings<Bool>, sendingVerbs: Lexicon<Bool>
    /// What the name of an organ or of a class of them ends in.
    let nameEnds: ScalarSet

    static let standard = ResponsibilityVocabulary()

    // Run once. Optimised, a function that sets so many properties takes the compiler very long.
    @_optimize(none)
    private init() {
        var table = WordClasses(ValueVocabulary.rows(of: finding_responsibility_words()))
        func words(_ kind: String) -> [Word] { table.words(kind).map { Word($0) }.sorted { $0.count > $1.count } }
        func heads(_ words: [String]) -> [UInt32] { words.compactMap { $0.unicodeScalars.first?.value } }
        let kinds: [(String, Key)] = [("key-lead", .units(.lead)), ("key-responsible", .units(.responsible)), ("key-support", .units(.support)),
                                      ("key-member", .units(.responsible)), ("key-due", .due), ("key-other", .other), ("key-text", .other)]
        let colonKeys: [(String, Key)] = [("colon-key-lead", .units(.lead)), ("colon-key-responsible", .units(.responsible)), ("colon-key-support", .units(.support))]
        let levels = table.words("key-level")
        let keyWords = (kinds + colonKeys).flatMap { kind, key in table.words(kind).flatMap { word in [(word, key)] + (kind == "key-member" || !key.givesUnits ? [] : levels.map { ($0 + word, key) }) } }
        keys = Lexicon(keyWords)
        keysByLength = Dictionary(grouping: keyWords.map { (word: $0.0.unicodeScalars.map(\.value), kind: $0.1) }.filter { $0.word.count >= 4 && $0.kind != .other }, by: \.word.count)
        keyLevels = Lexicon(levels.map { ($0, true) })
        textKeys = Lexicon(table.words("key-text").map { ($0, true) })
        memberKeys = Lexicon(table.words("key-member").map { ($0, true) })
        keyHeads = ScalarSet(heads(keyWords.map(\.0)) + Self.brokenHeads.unicodeScalars.map(\.value))
        let posts = [("post-lead", ResponsibilityRole.lead), ("post-responsible", .responsible), ("post-support", .support)]
        let afterwards = posts.flatMap { kind, role in table.words(kind).map { ($0, role) } }
        post = Endings(afterwards)
        postStarts = Lexicon(afterwards)
        let inLists = [("list-lead", ResponsibilityRole.lead), ("list-responsible", .responsible), ("list-support", .support)]
        listPost = Endings(inLists.flatMap { kind, role in table.words(kind).map { ($0, role) } })
        let inBrackets = [("own-lead", ResponsibilityRole.lead), ("own-support", .support)]
        ownRoles = Lexicon(inBrackets.flatMap { kind, role in table.words(kind).map { ($0, role) } })
        bracketKeys = Lexicon(colonKeys.flatMap { kind, _ in table.words(kind).map { ($0, true) } })
        keyOpenings = Lexicon(table.words("key-opening").map { ($0, true) })
        bodyWorks = Lexicon(table.words("body-work").map { ($0, true) })
        foundingWords = Lexicon(table.words("founding-word").map { ($0, true) })
        surnames = ScalarSet(table.words("surname").flatMap { $0.unicodeScalars.map(\.value) })
        scopes = Endings(table.words("scope"))
        scopeStarts = Lexicon(table.words("scope").map { ($0, true) })
        modals = Endings(table.words("modal"))
        phraseEnds = Endings(table.words("phrase-end"))
        phraseStarts = Lexicon(table.words("phrase-start").map { ($0, true) })
        scopeNames = Lexicon(table.words("scope-name").map { ($0, true) })
        noEtceteras = Lexicon(table.words("no-etcetera").map { ($0, true) })
        regionBodies = words("region-body")
        noUnits = words("no-unit")
        bareClasses = Set(table.words("bare-class"))
        henceforth = words("henceforth")
        notes = Lexicon((table.words("note") + table.words("henceforth") + table.words("rule-first-leads")).map { ($0, true) })
        ruleLinks = Set(words("rule-link"))
        ruleVerbs = words("rule-all") + ruleLinks
        ruleScopes = Lexicon([("rule-forward", Rule.forward), ("rule-backward", .backward), ("rule-everywhere", .everywhere)]
            .flatMap { kind, rule in table.words(kind).map { ($0, rule) } })
        let places = [("rule-first-leads", LeadPlace.first), ("rule-comma-leads", .beforeComma), ("rule-semicolon-leads", .beforeSemicolon)]
            .flatMap { kind, place in table.words(kind).map { ($0, place) } }
        leadPlaces = Lexicon(places)
        leadHeads = ScalarSet(heads(places.map(\.0)))
        subjectVerbs = Lexicon(table.words("subject-verb").map { ($0, true) })
        let dates = "0123456789０１２３４５６７８９一二三四五六七八九十上下本今明次翌来第自从到至即每".unicodeScalars.map(\.value) + heads(table.words("year-end"))
        dateHeads = ScalarSet(dates)
        let beside = heads(table.words("joint-verb")) + dates
        let inSentence = heads(table.words("subject-verb") + table.words("work-verb") + table.words("work-adverb")) + beside, inClause = heads(table.words("clause-verb") + table.words("clause-noun")) + beside
        subjectWalk = CharacterKinds([[0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C], [0xFF1A, 0x3A, 0x3001], Brackets.openers, inSentence, inClause]) // ， 。 ； \n , : ： 、
        subjectHeads = ScalarSet(Brackets.openers + inSentence + inClause)
        clauseVerbs = Lexicon(table.words("clause-verb").map { ($0, true) } + table.words("clause-noun").map { ($0, false) })
        agentVerbs = Lexicon(table.words("agent-verb").map { ($0, true) })
        reportVerbs = Lexicon(table.words("report-verb").map { ($0, true) })
        organEnds = Endings(table.words("organ-end"))
        selfNamed = Endings(table.words("self-named-end"))
        executing = Endings(table.words("executing-end"))
        classWords = words("class-word")
        emptyCells = words("empty-cell")
        divisionTitles = Endings(table.words("division-title"))
        supportVerbs = table.words("support-verb").map { Word($0) }
        supportStarts = Lexicon(table.words("support-verb").map { ($0, true) })
        joinedSupports = words("joined-support")
        changeVerbs = Lexicon(table.words("change-verb").map { ($0, true) })
        formers = Endings(table.words("former"))
        noLonger = Endings(table.words("no-longer"))
        handedNouns = Endings(table.words("handed-noun"))
        ownWorks = Lexicon(table.words("own-work").map { ($0, true) })
        exceptions = Lexicon(table.words("exception").map { ($0, true) })
        exceptionEnds = Endings(table.words("exception"))
        otherUnits = words("other-units")
        lookAlikes = Dictionary(words("look-alike").map { ($0.scalars[0], Array($0.scalars.dropFirst())) }) { $0 + $1 }
        proseKeys = Lexicon(table.words("prose-key").map { ($0, true) })
        holderEnds = Endings(table.words("holder-end"))
        modelNouns = words("model-noun")
        modelVerbs = Lexicon(table.words("model-verb").map { ($0, true) })
        buildingVerbs = Lexicon(table.words("building-verb").map { ($0, true) })
        addingVerbs = Lexicon(table.words("adding-verb").map { ($0, true) })
        replacingVerbs = Lexicon(table.words("replacing-verb").map { ($0, true) })
        contactWords = Lexicon(table.words("contact-word").map { ($0, true) })
        outcomeStarts = Lexicon(table.words("outcome-start").map { ($0, true) })
        headingVerbs = Lexicon(table.words("heading-verb").map { ($0, true) })
        ownerTails = Endings(table.words("owner-tail"))
        trades = Lexicon(table.words("trade").map { ($0, true) })
        tradeEnds = Endings(table.words("trade"))
        tradeBodies = words("trade-body")
        tradeStarts = words("trade-start")
        stateOrgans = Lexicon(table.words("state-organ").map { ($0, true) })
        workVerbs = Lexicon(table.words("work-verb").map { ($0, true) })
        workAdverbs = Lexicon(table.words("work-adverb").map { ($0, true) })
        workManners = Lexicon(table.words("work-manner").map { ($0, true) })
        workNouns = Lexicon(table.words("work-noun").map { ($0, true) })
        otherPredicates = words("other-predicate")
        postNouns = Lexicon(table.words("post-noun").map { ($0, true) })
        firmEnds = Endings(table.words("firm-end"))
        firmStarts = Lexicon(table.words("firm-start").map { ($0, true) })
        noOffices = words("no-office")
        stateEnds = words("state-end")
        objectEnds = words("object-end")
        handingVerbs = words("handing-verb")
        describedEnds = words("described-end")
        findings = words("finding")
        bounds = words("finding-bound")
        divisionEnds = Endings(table.words("division-end"))
        noDivisions = words("no-division")
        plainFields = words("plain-field")
        bareFields = words("bare-field")
        fieldStarts = Lexicon(table.words("field-start").map { ($0, true) })
        jointLeads = Lexicon(table.words("joint-lead").map { ($0, true) })
        nameEnds = ScalarSet((table.words("organ-end") + table.words("state-organ") + table.words("class-end") + table.words("township-end") + table.words("government-end") + table.words("firm-end") + table.words("division-end") + table.words("everybody-end")).compactMap { $0.unicodeScalars.last?.value })
        classStarts = words("class-start")
        classEnds = words("class-end")
        wholeClasses = words("whole-class")
        classLevels = ScalarSet(heads(table.words("class-level")))
        classTies = ScalarSet(heads(table.words("class-tie")))
        zones = words("zone")
        duties = words("duty")
        governmentEnds = words("government-end")
        ownAreas = words("own-area")
        partyEnds = words("party-end")
        ownGovernments = words("own-government")
        seatVerbs = words("seat-verb")
        officeEnds = words("office-end")
        upwardLevels = words("upward-level")
        commands = words("command")
        approvals = words("approval")
        boards = words("board")
        classVerbs = Lexicon((table.words("class-verb") + table.words("report-verb")).map { ($0, true) })
        addressees = words("addressee-end")
        classBodies = words("class-body")
        nameStarts = Lexicon(table.words("name-start").map { ($0, true) })
        thingStarts = words("thing-start")
        yearEnds = words("year-end")
        personTitles = table.words("person-title")
        trials = words("trial")
        trialBodies = words("trial-body")
        governmentOffices = words("government-office")
        carryVerbs = words("carry-verb")
        composingVerbs = words("composing-verb")
        officeWorks = words("office-work")
        leadingWorks = words("leading-work")
        postMarks = words("post-mark")
        foundingVerbs = words("founding-verb")
        memberships = words("membership")
        tellings = words("telling")
        handIns = words("hand-in")
        regularReports = words("regular-report")
        grantings = words("granting")
        leaderships = words("leadership")
        answering = words("answering")
        bearingVerbs = Lexicon(table.words("bearing-verb").map { ($0, true) })
        bearingManners = Lexicon(table.words("bearing-manner").map { ($0, true) })
        burdens = words("burden")
        bearers = words("bearer")
        memberVerbs = words("member-verb")
        jointOffices = Lexicon(table.words("joint-office").map { ($0, true) })
        placeVerbs = Lexicon(table.words("place-verb").map { ($0, true) } + table.words("clause-noun").map { ($0, false) })
        bodyEnds = Endings(table.words("body-end"))
        numberedEnds = Endings(table.words("numbered-end"))
        townshipEnds = Endings(table.words("township-end"))
        plainTownships = words("no-township")
        standingEnds = Endings(table.words("standing-end"))
        adHocEnds = Endings(table.words("ad-hoc-end"))
        remarkStarts = Lexicon(table.words("remark-start").map { ($0, true) } + table.words("remark-name").map { ($0, false) })
        bareEnds = Endings(table.words("bare-end"))
        explainedEnds = Endings(table.words("explained-end"))
        explainedKeys = Endings(table.words("explained-end") + table.words("explained-key"))
        hostedEnds = Endings(table.words("hosted-end"))
        facilityEnds = Endings(table.words("facility-end"))
        receiverEnds = Endings(table.words("receiver-end"))
        sendingVerbs = Lexicon(table.words("sending-verb").map { ($0, true) })
        orderVerbs = Lexicon(table.words("order-verb").map { ($0, true) })
        leadIns = Lexicon(table.words("lead-in").map { ($0, true) })
        jointVerbs = Lexicon(table.words("joint-verb").map { ($0, true) } + table.words("joint-noun").map { ($0, false) })
        listJoints = Lexicon(table.words("list-joint").map { ($0, true) })
        listOrders = Lexicon(table.words("list-order").map { ($0, true) })
        listHeads = ScalarSet(heads(table.words("list-joint") + table.words("list-order")))
        levelStarts = Lexicon(table.words("level-start").map { ($0, true) })
        classes = table.asked
    }
}
