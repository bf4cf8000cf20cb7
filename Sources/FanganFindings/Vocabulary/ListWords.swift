import FanganText

/// What stands in a list of units beside their names.
final class ListWords: Sendable {
    /// The longest wins, so that 牵头负责 is not read as 负责.
    let post = Endings<ResponsibilityRole>([.postLead: .lead, .postResponsible: .responsible, .postSupport: .support])
    let postStarts = Lexicon<ResponsibilityRole>([.postLead: .lead, .postResponsible: .responsible, .postSupport: .support])
    /// The same behind names of a bracket alone, where no sentence goes on: 统筹, 督导落实.
    let listPost = Endings<ResponsibilityRole>([.listLead: .lead, .listResponsible: .responsible, .listSupport: .support])
    /// The whole of a bracket behind a name: 主, 协.
    let ownRoles = Lexicon<ResponsibilityRole>([.ownLead: .lead, .ownSupport: .support])
    /// How names of persons begin.
    let surnames = ScalarSet(ResponsibilityCue.table[.surname].flatMap { $0.unicodeScalars.map(\.value) })
    /// Words around a list that are no part of a name: 按职责分工.
    let scopes = Endings(.scope)
    let scopeStarts = Lexicon(.scope)
    /// Words between a name and what stands behind it: 要, 均.
    let modals = Endings(.modal)
    /// How pieces of a list that are no names end and begin: 持续|推进, 每年|底前完成当年任务.
    let phraseEnds = Endings(.phraseEnd)
    let phraseStarts = Lexicon(.phraseStart)
    /// Names that begin like a word of scope (和平区), and words that begin like 等 (等级).
    let scopeNames = Lexicon(.scopeName)
    let noEtceteras = Lexicon(.noEtcetera)
    /// What each region of a class has, whichever it is: 人民政府.
    let regionBodies = words(.regionBody)
    /// Classes that no organ is: 企业, 专人.
    let noUnits = words(.noUnit)
    let bareClasses = Set<String>(.bareClass)
    /// What a cell without a unit says: 无, /.
    let emptyCells = Lexicon(.emptyCell)
    /// What firms of a class do (供水), what the class ends with (企业), and how it begins (全市).
    let trades = Lexicon(.trade)
    let tradeEnds = Endings(.trade)
    let tradeBodies = words(.tradeBody)
    let tradeStarts = words(.tradeStart)
    /// 责任人, in the title of a column of units.
    let personTitles = ResponsibilityCue.table[.personTitle]
    /// Between two names of a list: 会同.
    let listJoints = Lexicon(.listJoint)
    /// Between an organ and the class that it has do the work: 组织|各相关部门.
    let listOrders = Lexicon(.listOrder)
    /// How such a bracket begins that is said of all names in front of it: 共同|牵头.
    let jointPosts = Lexicon(.jointPost)
    /// Behind a level, how a class of its own begins: 州|级各部门.
    let ownClassStarts = Lexicon(.ownClassStart)
    /// Whose bodies sit at a place (中央), and the word for it: 驻.
    let seatedLevels = Endings(.seatedLevel)
    let seated = Lexicon(.seated)
    /// Classes of which another body stands beside: 有关部门|及….
    let classEnds = Endings(.classEnd)
    /// Behind the name of a body, a person of it: 负责人.
    let personPosts = Endings(.personPost)
    /// Words of a bracket by which one leads, in front of a mark: 统筹协调.
    let leadStarts = Lexicon<ResponsibilityRole>([.listLead: .lead])
    /// First characters of these two.
    let listHeads = ScalarSet(firstOf: .listJoint, .listOrder)
}
