import FanganText

/// What stands in front of a plan’s items.
final class HeadWords: Sendable {
    let preambleStarts = words(.preamble)
    /// First characters of them.
    let preambleHeads = ScalarSet(firstOf: .preamble)
    /// What stands near the end of a preamble: 特制定本.
    let preambleEnds = Lexicon(.preambleEnd)
    let noticeBodies = Lexicon(.noticeBody)
    /// What is done with another's document: 贯彻.
    let carryingOut = Lexicon(.carryOut)
    let issuerEnds = Endings(.issuerEnd)
    /// What a line of addressees holds.
    let addresseeWords = words(.addresseeWord)
    /// What is done with the document of another, in the title of a notice: 转发.
    let passingOn = words(.passingOn)
    /// What the keys of facts end in: 日期.
    let factKeys = Endings(.factKey)
    /// Keys of the day that says of which year a form is: 交办日期, but not 打印时间.
    let yearKeys = Set<String>(.yearKey)
    /// What the names of files end in.
    let fileEndings = words(.fileEnding)
    /// What a notice says in front of numbers that are demands.
    let noticeDemands = words(.noticeDemand)
    /// What is said of a meeting behind its day.
    let meetingVerbs = words(.meetingVerb)
}
