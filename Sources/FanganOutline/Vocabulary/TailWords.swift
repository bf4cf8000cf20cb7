import FanganText

/// What stands behind a plan’s items.
final class TailWords: Sendable {
    let closings = words(.closing)
    /// First characters of them.
    let closingHeads = ScalarSet(firstOf: .closing)
    /// What a text that lost its line ends has behind its last sentence: 相关附件, 抄送：.
    let annexTails = words(.annexTail)
    /// What the notes behind minutes begin with, in front of a colon.
    let closingKeys = Set<String>(.closingKey)
    let closingRules = words(.closingRule)
    /// What a paragraph with one of them begins with: 本, 各政策.
    let closingStarts = Lexicon(.closingStart)
    /// What says that other rules go before the document's (从其规定), and what begins it: 国家.
    let yielding = words(.yielding)
    let yieldingStarts = Lexicon(.yieldingStart)
    /// What a document calls itself in a sentence about itself: 根据本命令.
    let ownNames = Lexicon(.ownName)
    /// What is to be reported at the end of an appeal to all: 重大问题.
    let reported = Lexicon(.reported)
    /// Heads over lists behind a plan, and whether they may stand in one as well: 名词解释, 注.
    let tailHeads = Lexicon(.tailNote, except: .tailHead)
    let tailHeadEnds = Endings(.tailHeadEnd)
    /// What lines behind a plan hold (ICP备), begin with in front of a colon or a blank (主办单位), begin with (共印), and are (完).
    let tailSigns = Lexicon(.tailSign)
    let tailKeys = Lexicon(.tailKey, except: .tailHead)
    let tailStarts = Lexicon(.tailStart)
    let tailWords = Set<String>(.tailWord)
}
