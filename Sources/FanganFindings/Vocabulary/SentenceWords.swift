import FanganText

/// Verbs and nouns by which a sentence says who does what.
final class SentenceWords: Sendable {
    let subjectVerbs = Lexicon(.subjectVerb)
    /// What verbs behind a subject begin with in a sentence and in a clause behind a comma, and with times and words for a helper what stands there.
    let sentenceHeads = ScalarSet(SentenceWords.inSentence), clauseHeads = ScalarSet(SentenceWords.inClause)
    /// These and the brackets behind a name.
    let subjectHeads = ScalarSet(Brackets.openers + SentenceWords.inSentence + SentenceWords.inClause)
    /// All words behind a name that make it a subject, in sentences and in clauses.
    let actingWords = Lexicon(.subjectVerb, .clauseVerb, .clauseNoun, .workVerb, .workAdverb, .plainVerb, .manner, .occasion, .jointVerb, .postLead, .postResponsible, .postSupport, .duty)
    let agentVerbs = Lexicon(.agentVerb)
    /// What a body is for a work: 牵头单位, 责任主体, 主管部门.
    let capacities = Endings<ResponsibilityRole>(ResponsibilityCue.table.pairs([.keyLead: .lead, .keyResponsible: .responsible, .keySupport: .support, .colonKeyLead: .lead, .colonKeyResponsible: .responsible]).filter { $0.0.unicodeScalars.count >= 4 })
    /// That what a body is for a work is not said of it, or not now: 如果. Of one character only in front of 牵头单位.
    let unreals = words(.unreal).filter { $0.count > 1 }
    let unrealEnds = Endings(.unreal)
    let groupEnds = Endings(.adHocEnd, .groupEnd)
    /// What behind 由 and governments is a step of somebody else's work: 批准|后实施.
    let steps = Lexicon(.step)
    /// What a named organ does behind a comma: 负责, 要; false for words that only begin so: 要素.
    let clauseVerbs = Lexicon(.clauseVerb, except: .clauseNoun)
    /// What a named organ does that helps another one.
    let supportVerbs = words(.supportVerb)
    let supportStarts = Lexicon(.supportVerb)
    /// In front of 配合: 要, 负责.
    let joinedSupports = words(.joinedSupport)
    /// What is learned from (做法), and what is done to have it or to pass it on (推广).
    let modelNouns = words(.modelNoun)
    let modelVerbs = Lexicon(.modelVerb)
    /// What everybody is told with (必须), and what stands in front of others' work (批准…后).
    let commands = words(.command)
    let approvals = words(.approval)
    /// What else a body does at the head of its sentence: 完成, 拨付.
    let workVerbs = Lexicon(.workVerb)
    /// What it does where verb and object are the whole clause: 清理|河道.
    let plainVerbs = Lexicon(.plainVerb)
    /// Behind such a verb, what makes a noun of it where more follows: 巡查|制度上墙.
    let plainNouns = Lexicon(.plainNoun)
    /// Upon what it acts, in front of 后 or 时: 接到|通知后，要….
    let occasions = Lexicon(.occasion)
    /// What it meets with: 接到举报|线索|后.
    let occasionEnds = Endings(.occasionEnd)
    /// How it does it, in front of a verb that is known: 分批|开展.
    let manners = Lexicon(.manner)
    /// How it does it, in front of any verb: 立即.
    let workAdverbs = Lexicon(.workAdverb)
    /// Behind such a verb, what makes a noun of it (完成|情况), and what a clause says of it later (显示).
    let workNouns = Lexicon(.workNoun)
    let otherPredicates = words(.otherPredicate)
    /// Behind a word by which one answers, what makes a noun of it: 配合|费.
    let postNouns = Lexicon(.postNoun)
    /// How a body does its work in a time, in front of the verb: 集中.
    let workManners = Lexicon(.workManner)
    /// First characters of times behind a name: 县水利局|6月底前, 一季度, 自…起.
    static let dateHeads = ScalarSet(dates)
    /// How a clause tells a state: 有力.
    let stateEnds = words(.stateEnd)
    let objectEnds = words(.objectEnd)
    /// Between a body and what it does something to: 将|方案|报县政府.
    let objectMarks = ScalarSet(firstOf: .objectMark)
    let handingVerbs = words(.handingVerb)
    let describedEnds = words(.describedEnd)
    let findings = words(.finding)
    let bounds = words(.findingBound)
    /// Behind two bodies that do something together (与县审计局|联合), and behind one that helps (在县审计局|配合下).
    let jointManners = Lexicon(.jointManner)
    let assistances = Lexicon(.assistance)
    /// Behind 分 and a number: 分3个|季度.
    let portions = Lexicon(.portion)
    /// Between an organ and the word for its helper: 要|会同.
    let jointLeads = Lexicon(.jointLead)
    /// Behind 对, what an organ does at the end of its clause: 对…进行督查.
    let carryVerbs = words(.carryVerb)
    /// Of whom a body consists, and who holds its posts.
    let composingVerbs = words(.composingVerb)
    /// Behind 由, names and 共同: what founds a body.
    let foundingVerbs = words(.foundingVerb)
    /// Later in the clause, what makes the names members of a body.
    let memberships = words(.membership)
    /// Behind 由 and names, what makes them members of a body: 组成.
    let memberVerbs = words(.memberVerb)
    /// What a place is told to do.
    let placeVerbs = Lexicon(.placeVerb, except: .clauseNoun)
    /// What may stand behind the name of a place that does something: such a verb, one of help, a time.
    let placeHeads = ScalarSet(SentenceWords.heads(.placeVerb) + SentenceWords.heads(.clauseNoun) + SentenceWords.heads(.supportVerb) + SentenceWords.dates)
    /// By which a sentence gives work to the organ behind them (责成), and what may stand in front: 会议决定.
    let orderVerbs = Lexicon(.orderVerb)
    let leadIns = Lexicon(.leadIn)
    /// Between two organs of which the second helps: 会同.
    let jointVerbs = Lexicon(.jointVerb, except: .jointNoun)

    private static let dates = "0123456789０１２３４５６７８９一二三四五六七八九十上下本今明次翌来第自从到至即每".unicodeScalars.map(\.value) + heads(.yearEnd)
    private static let beside = heads(.jointVerb) + dates
    private static let inSentence = heads(.subjectVerb) + heads(.workVerb) + heads(.workAdverb) + heads(.plainVerb) + heads(.manner) + heads(.occasion) + beside
    private static let inClause = heads(.clauseVerb) + heads(.clauseNoun) + beside

    private static func heads(_ cue: ResponsibilityCue) -> [UInt32] { ResponsibilityCue.table[cue].compactMap { $0.unicodeScalars.first?.value } }
}
