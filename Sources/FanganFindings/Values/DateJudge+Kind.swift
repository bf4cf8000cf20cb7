import FanganText

/// What a date is that is no deadline: a term, an interval, a condition, something past.
extension DateJudge {
    private static let conditions = ValueVocabulary.dates[.condition]
    private static let extensions = ValueVocabulary.dates[.extension]
    private static let possibles = ValueVocabulary.dates[.possible]
    private static let references = ValueVocabulary.dates[.reference]
    private static let reliefs = ValueVocabulary.dates[.relief]

    /// 较2020年底, 比…, 截至…, 超过…, 次年3月, 自…: the date is measured from.
    func isBoundToOther(_ start: Int) -> Bool {
        Self.references.match(text, before: start) != nil
    }

    /// 2023年12月31日前购买…的, 对…前到期的: what the date belongs to is a condition.
    func isCondition(_ start: Int, _ end: Int) -> Bool {
        let clauseEnd = text.clauseEnd(end)
        if clauseEnd > end, text[clauseEnd - 1] == 0x7684 { return true }
        if Self.conditions.match(text, at: end) != nil { return text.first("的", in: end..<clauseEnd) != nil || Self.reliefs.match(text, at: end) != nil }
        let clauseStart = text.clauseStart(start)
        return (text[clauseStart] == 0x5BF9 || text[clauseStart] == 0x51E1) && clauseStart < start
    }

    /// What a date is that is no deadline.
    func kindOfNone(_ date: DateExpression, suffix: Suffix, end: Int, year: Int?) -> DateMention.Kind {
        let start = date.range.lowerBound
        if isExtension(start, end) { return .term }
        if suffix == .from { return meansNew(end) ? .condition : .interval }  // 自2018年以来
        if let year, let first = context.firstYear, year < first { return isBoundToOther(start) ? .reference : .past }
        if isCondition(start, end) || suffix == .before && isPossible(end) { return .condition }
        if isBoundToOther(start) { return .reference }
        return grantsRelief(after: end) || suffix == .before && isAllowed(start) ? .grant : .mention
    }

    /// 2020年6月1日起取得预售的项目, 2021年6月1日以后新购设备的企业, 2014年1月18日及以后出生: which ones are meant.
    private func meansNew(_ end: Int) -> Bool {
        guard !takesEffect(end) else { return false }
        return Self.conditions.match(text, at: end) != nil
    }

    /// 自…起施行: what begins to hold then.
    func takesEffect(_ end: Int) -> Bool { text[end - 1] == 0x8D77 && Self.takeEffects.match(text, at: end) != nil } // 起

    private static let takeEffects = ValueVocabulary.dates[.takeEffect]

    /// What a range is that is no time of work.
    func kindOfRange(_ start: Int, _ end: Int) -> DateMention.Kind {
        if isExtension(start, end) { return .term }
        // 2012年至2022年间制发的有效证照: which ones are meant.
        guard let word = text.any(["期间", "之间", "间"], at: end) else { return .interval }
        return text.first("的", in: end + word.count..<max(end + word.count, text.clauseEnd(end, limit: 14))) != nil ? .condition : .interval
    }

    /// 延长至6月底, 有效期至…, 施行至…: a term, not a deadline.
    func isExtension(_ start: Int, _ end: Int) -> Bool {
        var clauseStart = text.clauseStart(start, limit: 30)
        if text[clauseStart - 1] == 0x3A || text[clauseStart - 1] == 0x28 { clauseStart = text.clauseStart(clauseStart - 1, limit: 16) }
        if Self.extensions.contains(text, in: clauseStart..<start) { return true }
        if isStillValid(end) { return false }
        return Self.extensions.match(text, at: end) != nil || text[end] == 0x6B62 || text.has("(含", at: end)  // 止
    }

    /// 2月底前能够完成的, 年底前无法支出, 12月31日前，可实施: what may be, not what is ordered.
    func isPossible(_ end: Int) -> Bool { Self.possibles.match(text, at: isComma(end) ? end + 1 : end) != nil }

    /// 企业可在6月底前缴清, 符合条件的可于6月底前申请, 允许企业在6月底前缴清: those may do it by then, nobody is told to. A body of the plan that may (有条件的乡镇可在6月底前先行建成)
    /// is meant to.
    func isAllowed(_ start: Int) -> Bool {
        let clause = text.clauseStart(start, limit: 60)
        if let word = Self.allows.first(text, in: clause..<start) { return Self.allowed.contains(text, in: word.upperBound..<start) }
        let end = text.isOne(of: "在于至到从以", at: start - 1) ? start - 1 : start
        guard end > clause, let word = Self.permits.match(text, before: end), Self.notPermits.match(text, before: end) == nil else { return false }
        let subject = clause..<max(clause, end - word)
        return subject.isEmpty || text[subject.upperBound - 1] == 0x7684 && Self.eligible.contains(text, in: subject) || Self.allowed.contains(text, in: subject) // 的
    }

    private static let permits = ValueVocabulary.dates[.permit]
    private static let notPermits = ValueVocabulary.dates[.notPermits]
    private static let allows = ValueVocabulary.dates[.allow]
    private static let allowed = ValueVocabulary.dates[.allowed]
    private static let eligible = ValueVocabulary.dates[.eligible]

    /// In the rest of the sentence, what is granted comes before any result: 2022年底前，对…免征….
    func grantsRelief(after end: Int) -> Bool {
        let limit = text.sentenceEnd(end, limit: 160)
        var i = end
        while i < limit {
            if Self.reliefs.match(text, at: i) != nil, !isStillValid(i) { return true }
            if Self.results.match(text, at: i) != nil { return false }
            i += 1
        }
        return false
    }

    /// Words of something that is granted.
    func namesRelief(in range: Range<Int>) -> Bool { range.contains { Self.reliefs.match(text, at: $0) != nil && !isStillValid($0) } }

    /// 有效期内高新技术企业: those whose term still runs; nothing is granted by it.
    private func isStillValid(_ i: Int) -> Bool { text.has("有效期内", at: i) && !text[i + 4].endsClause && text[i + 4] != 0 }

    /// 2020年底，已累计整治…: what has been reached.
    func tellsThePast(after end: Int) -> Bool {
        let i = text[end] == 0xFF0C || text[end] == 0x2C ? end + 1 : end
        if text[i] == 0x4E86 { return true }
        let clauseEnd = text.clauseEnd(i, limit: 14)
        for k in i..<max(i, clauseEnd) where text[k] == 0x5DF2 { return true }  // 已
        return false
    }
}
