import FanganText

/// Who was responsible and who is now.
final class ChangeWords: Sendable {
    /// Between who was responsible and who is now: 调整为.
    let changeVerbs = Lexicon(.changeVerb)
    /// In front of 由 (不再, 原) and behind a name (不再), that it is not responsible.
    let formers = Endings(.former)
    let noLonger = Endings(.noLonger)
    /// What is handed over: 职责.
    let handedNouns = Endings(.handedNoun)
    /// What a body does that has been given a work: 管理.
    let ownWorks = Lexicon(.ownWork)
    /// That a unit is not meant: 除外, 不含.
    let exceptions = Lexicon(.exception)
    let exceptionEnds = Endings(.exception)
    /// Around a name that is not meant: 除|县财政局|外.
    let exceptOpen = ScalarSet(firstOf: .exceptOpen)
    let exceptClose = ScalarSet(firstOf: .exceptClose)
    /// In front of 原由 at a clause's head: 将, 现; behind other characters 原 ends a name.
    let beforeFormer = ScalarSet(firstOf: .beforeFormer)
    /// In front of who answers from now on (新增) and of who did (代替).
    let addingVerbs = Lexicon(.addingVerb)
    let replacingVerbs = Lexicon(.replacingVerb)
}
