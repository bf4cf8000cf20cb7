import FanganText

/// Small forms that order: caps with a verb, what each body has one of, marks, ratios, terms behind an act.
extension TargetJudge {
    private static let eachWords = ValueVocabulary.targets[.each]
    private static let bodies = ValueVocabulary.targets[.body]
    private static let marked = ValueVocabulary.targets[.marked]
    private static let behindActs = ValueVocabulary.targets[.behindAct]
    private static let adjusts = ValueVocabulary.targets[.adjust]
    private static let stepWords = ValueVocabulary.targets[.step]
    private static let inAll = ValueVocabulary.targets[.inAll]
    private static let allots = ValueVocabulary.targets[.allot]
    private static let drives = ValueVocabulary.targets[.drive]

    /// 每个乡镇|建成一个, 每个单位|最多一个: what stands in front of an index ends with all of a kind of bodies.
    func isForEach(_ segment: Range<Int>, _ end: Int) -> Bool {
        guard Self.bodies.match(text, before: end) != nil || text.isOne(of: "省市县区旗州盟镇乡村", at: end - 1) else { return false }
        return (max(segment.lowerBound, end - 12)..<end).contains { Self.eachWords.match(text, at: $0) != nil && (text[$0] != 0x6BCF || Period.read(text, after: $0 + 1) == nil) } // 每
    }

    /// 每个单位最多一个账号, 最多开设1个, 只设一个: the verb stands between the bound and the number, or the body in front of the bound.
    func isCap(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        return start < amount.core.lowerBound && (Self.allots.match(text, before: amount.core.lowerBound) != nil || doesWork(start..<amount.core.lowerBound, isCounted: true) || isForEach(segment, start))
    }

    /// 满意度评分达到95分以上, also in front of further marks; but behind 得分达到90分以上，方可结项 stands what comes of it.
    func isMark(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard amount.bound == .least, endsClause(amount), Self.marked.contains(text, in: segment.lowerBound..<start),
              isFloor(amount) || Self.reaches.contains(text, in: segment.lowerBound..<start) else { return false }
        var comma = amount.range.upperBound, left = 6
        while left > 0, text[comma] == 0xFF0C || text[comma] == 0x2C {
            left -= 1
            let clause = comma + 1..<max(comma + 1, text.clauseEnd(comma + 1))
            guard Self.marked.contains(text, in: clause), clause.contains(where: { text[$0].isDigit && text[$0 + 1] == 0x5206 }) else { return false } // 分
            comma = clause.upperBound
        }
        return true
    }

    /// 更新后1个月内组织评估: a work has so much time behind another; but 毕业后6个月内申请 is for who applies, and 受理后10个月内未办结的 tells which are meant.
    func isBehindAct(_ amount: Amount) -> Bool {
        let end = amount.range.upperBound
        guard amount.bound == .most, end > amount.core.upperBound, Self.behindActs.match(text, before: amount.range.lowerBound) != nil else { return false }
        let clause = text.clauseEnd(end)
        return !text.isOne(of: "未不", at: end) && text[clause - 1] != 0x7684 && doesWork(end..<min(end + 12, clause)) // 的
    }

    /// 每季度结束后10日内: days of the calendar, each time. Those that no rule of days can say (每月结束后5个工作日内) stay a term.
    func isCountedFromPeriod(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        guard text[start - 1] == 0x540E, let each = (max(0, start - 10)..<start).last(where: { text[$0] == 0x6BCF }) else { return false } // 后 每
        return (RecurrenceReader(text: text).read(at: each)?.range.upperBound ?? 0) >= amount.range.upperBound
    }

    /// `会议应有三分之二以上成员参加`: how many have to be there for it to count.
    func isQuorum(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.bound == .least, Self.quorums.match(text, before: amount.range.lowerBound) != nil else { return false }
        return (amount.range.upperBound..<segment.upperBound).contains { i in
            Self.attends.match(text, at: i).map { i + $0 == segment.upperBound || text.isOne(of: "方才", at: i + $0) } ?? false
        }
    }

    private static let quorums = ValueVocabulary.targets[.quorum]
    private static let attends = ValueVocabulary.targets[.attend]
    private static let burdens = ValueVocabulary.targets[.burden]

    /// 压减审批时限50%: what is cut or raised stands between its verb and the share; but 降低企业负担比例10% is what others are spared.
    func isChangedBy(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard amount.measure == .percent, endsClause(amount), let level = Self.levels.match(text, before: start), let verb = Self.stepWords.match(text, at: segment.lowerBound) else { return false }
        return segment.lowerBound + verb <= start - level && !Self.burdens.contains(text, in: segment.lowerBound + verb..<start)
    }

    /// 低于90%不得分: a level at which something happens.
    func isLimitOfConsequence(_ amount: Amount) -> Bool {
        amount.bound == .most && amount.range.lowerBound < amount.core.lowerBound && text.isOne(of: "低少小", at: amount.range.lowerBound) && !endsClause(amount)
    }

    /// 将办理时限由18天调整为13天: the level to which what is measured is brought, at the end of its clause.
    func isAdjusted(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard endsClause(amount), let verb = Self.adjusts.match(text, before: start) else { return false }
        return Self.levels.contains(text, in: segment.lowerBound..<start - verb) || formerEnd(of: amount, before: start - verb) != nil
    }

    /// 由18天缩短5天，调整为13天: the difference between the level that was and the one to come, which the next clause says.
    func isStep(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, comma = amount.range.upperBound
        guard amount.bound == .none, text[comma] == 0xFF0C || text[comma] == 0x2C, let verb = Self.stepWords.match(text, before: start) else { return false }
        guard formerEnd(of: amount, before: start - verb) != nil else { return false }
        guard let to = Self.adjusts.match(text, at: comma + 1) ?? Self.reaches.match(text, at: comma + 1),
              let number = (comma + 1 + to..<comma + 8 + to).first(where: { text[$0].isDigit }), let level = Amount.read(text, at: number) else { return false }
        return isOneUnit(level, amount)
    }

    /// 10个百分点 are of a kind with 80%.
    private func isOneUnit(_ a: Amount, _ b: Amount) -> Bool { a.measure == .percent && b.measure == .percent || text.string(a.unit) == text.string(b.unit) }

    /// The level that was, in the amount's unit, in front of an index: 由18天, 由原先的不得少于16天，.
    private func formerEnd(of amount: Amount, before end: Int) -> Int? {
        let last = text[end - 1] == 0xFF0C || text[end - 1] == 0x2C ? end - 1 : end
        let from = text.clauseStart(last, limit: 30)
        guard let word = (from..<last).first(where: { text.isOne(of: "由从", at: $0) }), let number = (word..<last).first(where: { text[$0].isDigit }),
              let former = Amount.read(text, at: number), isOneUnit(former, amount) else { return nil }
        return former.core.upperBound
    }

    /// 收费标准由100元调整为80元: an ordered level of a fee.
    func isAdjustedFee(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        amount.measure == .money && Self.prices.contains(text, in: segment.lowerBound..<amount.range.lowerBound) && isAdjusted(amount, segment)
    }

    /// 投入500万元以上
    func isInvested(_ amount: Amount) -> Bool {
        guard amount.bound == .least, let verb = Self.invests.match(text, before: amount.range.lowerBound) else { return false }
        return text[amount.range.lowerBound - verb - 1] != 0x603B // 总
    }

    private static let invests = ValueVocabulary.targets[.invest]

    /// 新增发放贷款不少于3000万元: the sum of what is lent, not what anybody is granted.
    func isLentInAll(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard isFloor(amount), endsClause(amount), text[segment.lowerBound] != 0x5BF9, Self.lent.match(text, before: start) != nil else { return false } // 对
        return Self.inAll.contains(text, in: segment.lowerBound..<start) && text.first("每", in: segment.lowerBound..<start) == nil
    }

    /// 90%以上事项网上办: a share at the head of its clause, and at its end what is to become of it.
    func isShareOfAll(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard amount.range.lowerBound == segment.lowerBound, amount.range.lowerBound == amount.core.lowerBound, text[end] != 0x7684, segment.upperBound - end >= 4, // 的
              let length = Self.fulfils.match(text, before: segment.upperBound) else { return false }
        return segment.upperBound - length > end && text.first("的", in: end..<segment.upperBound) == nil
    }

    /// `推动床位在200张以上医院完成改造`: which of them are meant; the noun stands right behind the bound.
    func isThresholdOfNoun(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        guard amount.bound == .least || amount.bound == .most, start == amount.core.lowerBound, text[start - 1] == 0x5728, !endsClause(amount), text[end] != 0x7684, // 在 的
              Self.drives.match(text, at: segment.lowerBound) != nil else { return false }
        return Self.requires.match(text, at: end) == nil
    }
}
