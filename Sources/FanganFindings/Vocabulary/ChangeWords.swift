import FanganText

/// Who was responsible and who is now.
final class ChangeWords: Sendable {
    /// Between who was responsible and who is now: 调整为.
    let changeVerbs = Lexicon(.changeVerb)
    /// In front of 由 (不再, 原) and behind a name (不再), that it is not responsible.
    let formers = Endings(.former)
    let noLonger = Endings(.noLonger)
    /// In front of 原, which is then no part of a name: 将原由.
    let formerLeads = ScalarSet(firstOf: .formerLead)
    /// What is handed over: 职责.
    let handedNouns = Endings(.handedNoun)
    /// What a body does that has been given a work: 管理.
    let ownWorks = Lexicon(.ownWork)
    /// That a unit is not meant: 除外, 不含.
    let exceptions = Lexicon(.exception)
    let exceptionEnds = Endings(.exception)
    /// In front of who answers from now on (新增) and of who did (代替).
    let addingVerbs = Lexicon(.addingVerb)
    let replacingVerbs = Lexicon(.replacingVerb)
}
