import FanganText

/// What stands around brackets that hold units and no key.
final class BracketWords: Sendable {
    /// What is done to a building, which may be called as an organ is: 新建|文化站.
    let buildingVerbs = Lexicon(.buildingVerb)
    /// What stands behind an organ that is only to be asked: 联系电话.
    let contactWords = Lexicon(.contactWord)
    /// How a sentence goes on behind a bracket of units: 确保.
    let outcomeStarts = Lexicon(.outcomeStart)
    /// What a bracket behind a sentence begins with that explains it: 简称, 含.
    /// False for names that only begin so: 即墨区.
    let remarkStarts = Lexicon(.remarkStart, except: .remarkName)
    /// Endings of bodies that stand in a bracket without any further word: 局, 银行.
    let bareEnds = Endings(.bareEnd)
    /// Ends of words that such a bracket explains: 有关部门, 指定地点; and keys in front of them: 主办方.
    let explainedEnds = Endings(.explainedEnd)
    let explainedKeys = Endings(.explainedEnd, .explainedKey)
    /// Ends of words that a bracket of places explains (服务窗口), and how such places end (中心).
    let hostedEnds = Endings(.hostedEnd)
    let facilityEnds = Endings(.facilityEnd)
    /// To whom something goes (司法机关), behind a verb that sends it (移送).
    let receiverEnds = Endings(.receiverEnd)
    let sendingVerbs = Lexicon(.sendingVerb)
}
