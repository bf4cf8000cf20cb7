import FanganText

/// Who is not meant, or no longer: `县直各部门（县财政局除外）`, `县财政局不再参与`, `责任单位由县住建局调整为县城管局`.
extension UnitList {
    /// `县财政局除外`, `不再保留县房管局`, `除县财政局外`: what is said of a name that is not responsible.
    func excepts(_ range: Range<Int>) -> Bool {
        if vocabulary.changes.exceptions.begins(passage.scalars, at: range.lowerBound, limit: range.upperBound) || vocabulary.changes.exceptionEnds.contains(passage, before: range.upperBound, from: range.lowerBound + 1) { return true }
        return vocabulary.changes.exceptOpen.contains(passage.scalars[range.lowerBound]) && vocabulary.changes.exceptClose.contains(passage.scalars[range.upperBound - 1])
    }

    /// `不含县财政局`: the word with a name behind it.
    func exceptsName(_ range: Range<Int>) -> Bool {
        guard let length = vocabulary.changes.exceptions.match(passage.scalars, at: range.lowerBound, limit: range.upperBound)?.length else { return false }
        return isOrgan(range.lowerBound + length..<range.upperBound)
    }

    /// `除县财政局外的县直各部门`: those that are left.
    func behindException(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 6, vocabulary.changes.exceptOpen.contains(passage.scalars[range.lowerBound]), let out = range.dropFirst(3).first(where: { vocabulary.changes.exceptClose.contains(passage.scalars[$0]) }), out + 2 < range.upperBound else { return range }
        return (passage.has("的", at: out + 1) ? out + 2 : out + 1)..<range.upperBound
    }

    /// `县财政局不再|参与`: in front of a word by which it would answer.
    func isNoLonger(_ name: Range<Int>) -> Bool { vocabulary.changes.noLonger.contains(passage, before: name.upperBound, from: name.lowerBound + 1) }

    /// `县住建局调整为县城管局`: who is now, and whether anybody was before.
    func renewed(_ range: Range<Int>) -> Range<Int> {
        guard let (at, length) = Self.change(passage, range, vocabulary), at + length + 2 < range.upperBound else { return range }
        // 市卫健委（调整为市疾控局）
        let isInBracket = at > range.lowerBound + 1 && Brackets.isOpen(passage.scalars[at - 1]) && Brackets.isClose(passage.scalars[range.upperBound - 1])
        let now = at + length..<range.upperBound - (isInBracket ? 1 : 0), before = range.lowerBound..<at - (isInBracket ? 1 : 0)
        return shape.isName(passage, now) && (before.isEmpty || shape.isName(passage, before)) ? now : range
    }

    /// `责任单位由县住建局调整为县城管局`: the key without its colon in front of a change.
    func tellsChange(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, let (at, _) = Self.change(passage, range, vocabulary) else { return false }
        return at == range.lowerBound || passage.scalars[range.lowerBound] == 0x7531 // 由
    }

    /// The first word in a range that tells a change.
    static func change(_ p: Passage, _ range: Range<Int>, _ words: ResponsibilityVocabulary) -> (at: Int, length: Int)? {
        guard let at = words.changes.changeVerbs.first(p.scalars, in: range), let length = words.changes.changeVerbs.match(p.scalars, at: at, limit: range.upperBound)?.length else { return nil }
        return (at, length)
    }
}
