import FanganText

/// Rules and remarks that hold beyond their own item: 以下均由…, 下同, 列第一位的为牵头单位.
final class RuleWords: Sendable {
    /// Which items a rule holds for.
    enum Rule: Sendable { case forward, backward, everywhere }

    /// Remarks beside the units: 下同, 排在第一位的为牵头部门.
    let notes = Lexicon(.note, .henceforth, .ruleFirstLeads)
    /// That a remark holds for all that follows: 下同.
    let henceforth = words(.henceforth)
    let ruleVerbs = words(.ruleAll) + words(.ruleLink)
    /// Those of them that need no word behind the names: 均涉及.
    let ruleLinks = Set(words(.ruleLink))
    let ruleScopes = Lexicon<Rule>([.ruleForward: .forward, .ruleBackward: .backward, .ruleEverywhere: .everywhere])
    let leadPlaces = Lexicon<LeadPlace>([.ruleFirstLeads: .first, .ruleCommaLeads: .beforeComma, .ruleSemicolonLeads: .beforeSemicolon])
    /// First characters of them.
    let leadHeads = ScalarSet(firstOf: .ruleFirstLeads, .ruleCommaLeads, .ruleSemicolonLeads)
    /// Those of a list that do not lead: 其余.
    let otherUnits = words(.otherUnits)
}
