import FanganText

/// Orders and descriptions that only their form tells: `完成228亿元新增额度任务` asks for money, `停产893户` only says how many there are.
extension TargetJudge {
    /// What is ordered whatever else its sentence grants.
    func isOrderedByForm(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        switch amount.measure {
        case .money: isTask(amount, segment) || isLentVolume(amount) || isLentInAll(amount, segment) || isFund(amount, segment) || isBudget(amount, segment)
        case .percent: isRateBehind(amount, segment) || isReserved(amount) || isBasis(amount, segment) || isProportion(amount, segment) || isOfFee(amount, segment)
        case .months: isShortened(amount) || isDecided(amount)
        case .span: amount.isUnit("年", text)
        case .count, .article: isBroughtAboutByDay(amount, segment) || isBroughtAboutInYear(amount, segment) || isServed(amount, segment)
        default: false
        }
    }

    /// What only tells how many there are.
    func onlyDescribes(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.measure == .count || amount.measure == .article else { return false }
        return isOfState(amount) || isCountOfPlan(amount, segment) || isOfMembers(amount, segment) || isOfDoers(amount, segment)
    }

    // MARK: - Ordered

    /// 完成228亿元政策性银行新增信贷额度任务, 完成全年280亿元投资目标
    private func isTask(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard let verb = text.first("完成", in: max(segment.lowerBound, start - 12)..<start), text.first("的", in: amount.range.upperBound..<segment.upperBound) == nil else { return false }
        return !(verb..<start).contains { text[$0].isDigit } && amount.range.upperBound < segment.upperBound && Self.tasks.match(text, before: segment.upperBound) != nil
    }

    /// 提供不低于2亿元担保贷款: what is to be lent in all, in 亿.
    private func isLentVolume(_ amount: Amount) -> Bool {
        guard isFloor(amount), amount.low >= 100_000_000 else { return false }
        // 为企业授信不少于100亿元, 再贷款额度不少于700亿元
        let volume = amount.range.lowerBound - (Self.volumes.match(text, before: amount.range.lowerBound) ?? 0)
        if endsClause(amount), Self.lent.match(text, before: volume) != nil { return true }
        guard Self.lends.match(text, before: amount.range.lowerBound) != nil else { return false }
        let end = amount.range.upperBound
        // 发放不低于2亿元贷款的银行: who is meant.
        guard let noun = (end..<end + 5).first(where: { Self.lent.match(text, at: $0) != nil }) else { return false }
        return !(noun..<noun + 5).contains { text.has("的", at: $0) }
    }

    /// 设立总规模30亿元的母基金, 组建100亿元产业基金: how much is in it.
    private func isFund(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        guard let fund = text.first("基金", in: end..<min(end + 16, segment.upperBound)), fund + 2 == segment.upperBound else { return false }
        let verb = start - (Self.levels.match(text, before: start) ?? 0)
        return Self.founds.match(text, before: verb) != nil
    }

    /// 每年安排专项资金不少于1000万元: what is to be put in, not what anybody is granted.
    private func isBudget(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        // 对每家企业安排资金不少于10万元 is a grant.
        guard isFloor(amount), endsClause(amount), text[segment.lowerBound] != 0x5BF9, text.first("每", in: segment.lowerBound..<start) == nil || text.first("每年", in: segment.lowerBound..<start) != nil, let noun = Self.budgets.match(text, before: start) else { return false }
        return (max(segment.lowerBound, start - 20)..<start - noun).contains { Self.allocates.match(text, at: $0) != nil }
    }

    private static let budgets = ValueVocabulary.targets[.budget]
    private static let allocates = ValueVocabulary.targets[.allocate]
    private static let volumes = ValueVocabulary.targets[.volume]
    private static let supervises = ValueVocabulary.targets[.supervise]
    private static let founds = ValueVocabulary.targets[.found]

    /// 面向1000名干部开展培训, 为2万户居民提供服务: for whom it is done; who gets something (对50家企业给予奖励) is another matter.
    func isServed(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard amount.measure == .count || amount.measure == .article, !amount.isChinese, amount.bound == .none, !amount.isUnit("起", text),
              let head = text.any(["面向", "对", "为", "向"], at: segment.lowerBound), segment.lowerBound + head.count == amount.range.lowerBound,
              text[segment.upperBound - 1] != 0x7684 else { return false } // 的
        let sentence = end..<text.sentenceEnd(end, limit: 60)
        return Self.serves.contains(text, in: end..<min(end + 16, segment.upperBound)) && !says(Self.grants, in: sentence) && !says(Self.reliefs, in: sentence)
    }

    private static let serves = ValueVocabulary.targets[.serve]

    /// 对入驻企业办理时限压缩至3个工作日以内: a level that is reached at the end of the clause, whoever it is for.
    func isReachedFor(_ amount: Amount) -> Bool {
        guard amount.measure == .percent || amount.measure == .span, endsClause(amount) else { return false }
        return text.isOne(of: "至到达", at: amount.range.lowerBound - 1) && (Self.reaches.match(text, before: amount.range.lowerBound) != nil || Self.shortens.match(text, before: amount.range.lowerBound) != nil)
    }

    /// 预留40%专门面向中小企业采购
    private func isReserved(_ amount: Amount) -> Bool {
        Self.reserves.match(text, before: amount.range.lowerBound) != nil
    }

    /// 按年度总用量的60%—70%估算采购总量: the share by which something is to be fixed; what is granted by it (按…的50%给予) is none.
    private func isBasis(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard amount.bound == .none, text[start - 1] == 0x7684, Self.fixes.match(text, at: amount.range.upperBound) != nil else { return false } // 的
        return text.first("按", in: segment.lowerBound..<start) != nil
    }

    /// 建设费标准下调20%, 按现行标准的80%收取补偿费: an ordered cut or level of a fee, which is no tax, rent or interest.
    private func isOfFee(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        guard amount.bound == .none, text.first("费", in: segment) != nil, !Self.notFees.contains(text, in: segment) else { return false }
        if Self.feeCuts.match(text, before: start) != nil { return endsClause(amount) }
        return text[start - 1] == 0x7684 && Self.collects.match(text, at: end) != nil && text.first("按", in: segment.lowerBound..<start) != nil // 的
    }

    /// 按照不低于上年度征收额15%的比例，将资金用于…: in front of what is done with it.
    private func isProportion(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard text.has("的比例", at: end), amount.range.lowerBound < amount.core.lowerBound, text.first("按", in: segment.lowerBound..<amount.range.lowerBound) != nil else { return false }
        return (text[end + 3] == 0xFF0C || text[end + 3] == 0x2C) && text.any(["将", "用于", "安排", "从"], at: end + 4) != nil
    }

    /// 贷款放款周期缩短到3个月内: what is shortened is no term of a loan.
    func isShortened(_ amount: Amount) -> Bool {
        amount.measure == .months && amount.bound == .most && Self.cuts.match(text, before: amount.range.lowerBound) != nil
    }

    /// 普通案件于24个月内审结: a case is closed in so many months, while 3个月内缴纳 is a term.
    private func isDecided(_ amount: Amount) -> Bool {
        amount.bound == .most && amount.range.upperBound > amount.core.upperBound && Self.decides.match(text, at: amount.range.upperBound) != nil
    }

    /// 实现1分钟响应，90%解决率: the rate behind its number, at the end of the clause.
    private func isRateBehind(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard amount.bound != .most, segment.lowerBound >= amount.range.lowerBound - 4, segment.upperBound - end <= 6, segment.upperBound - end >= 3 else { return false }
        return text[segment.upperBound - 1] == 0x7387 && text.first("利", in: end..<segment.upperBound) == nil && text.first("税", in: end..<segment.upperBound) == nil // 率
    }

    /// 支持的21个项目11月底前开工: they are to be brought to something by a day.
    private func isBroughtAboutByDay(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard !amount.isChinese, amount.bound == .none else { return false }
        let end = amount.core.upperBound
        let limit = min(end + 12, segment.upperBound)
        guard let day = (end + 1..<max(end + 1, limit)).first(where: { text[$0].isDigit }), let date = DateExpression.read(text, at: day) else { return false }
        let behind = date.range.upperBound
        return (behind..<behind + 4).contains { Self.finishes.match(text, at: $0) != nil && $0 < segment.upperBound }
    }

    /// 2024年5000户农户参加保险: right behind the year, and what is to become of them.
    private func isBroughtAboutInYear(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard !amount.isChinese, let date = DateExpression.read(text, at: segment.lowerBound), date.hasYear, date.range.upperBound == amount.range.lowerBound,
              text.first("的", in: end..<segment.upperBound) == nil, text.first("后", in: end..<segment.upperBound) == nil else { return false }
        // 2024年300人参加培训，取得良好效果: what has come of it is told.
        guard !text.has("取得", at: segment.upperBound + 1) else { return false }
        return Self.fulfils.contains(text, in: end..<segment.upperBound)
    }

    private static let finishes = ValueVocabulary.targets[.finish]

    // MARK: - Described

    /// 停产893户企业, 因疫情停工的256个项目: the state they are in.
    private func isOfState(_ amount: Amount) -> Bool {
        let start = amount.core.lowerBound
        return Self.states.match(text, before: text[start - 1] == 0x7684 ? start - 1 : start) != nil // 的
    }

    private static let states = ValueVocabulary.targets[.state]

    /// 推进15条“微改革”举措落地见效: the count of the plan's own measures.
    private func isCountOfPlan(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.isUnit("条", text) || amount.isUnit("项", text) else { return false }
        // 公布13项便民事项清单: how many it holds.
        if amount.bound == .none, Self.publishes.match(text, before: amount.range.lowerBound) != nil, Self.listings.match(text, before: segment.upperBound) != nil { return true }
        let end = amount.core.upperBound
        guard let noun = (end..<end + 14).first(where: { Self.ownMeasures.match(text, at: $0) != nil }), noun < segment.upperBound else { return false }
        // 落实支持园区建设12条措施: those of another document.
        if amount.bound == .none, amount.isUnit("条", text), noun - end <= 6, Self.applies.contains(text, in: segment.lowerBound..<amount.range.lowerBound) { return true }
        return (noun + 2..<noun + 7).contains { Self.takesHold.match(text, at: $0) != nil && $0 < segment.upperBound }
    }

    private static let applies = ValueVocabulary.targets[.apply]
    private static let publishes = ValueVocabulary.targets[.publish]
    private static let listings = ValueVocabulary.targets[.listing]

    /// 指导18个县积极开展改革: those who do it.
    private func isOfDoers(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.core.upperBound
        var start = amount.core.lowerBound
        if let whole = Self.wholes.match(text, before: start) { start -= whole }
        guard amount.bound == .none, Self.supervises.match(text, before: start) != nil, text.isOne(of: "县市区旗乡镇街部", at: end) else { return false }
        let verb = text.behindBracket(end + 1)
        return doesWork(verb..<text.clauseEnd(verb, limit: 30))
    }

    /// 办公室由各城市派1名代表组成: of whom a body consists; 由不少于5人组成 asks for them.
    private func isOfMembers(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.bound == .none, text.has("组成", before: segment.upperBound) else { return false }
        return text.first("由", in: segment.lowerBound..<amount.range.lowerBound) != nil
    }

    /// 选择北京、天津和西安3个城市, `A、B以及C等3项`: how many names stand in front, a 和 counted as one more or as part of a name.
    func namesInFront(_ amount: Amount) -> ClosedRange<Int>? {
        var names = 1, joins = 0
        var i = amount.core.lowerBound - 1
        while i >= 0, amount.core.lowerBound - i < 160, !ends(text[i]) || text[i] == 0x28 || text[i] == 0x29 {
            if text[i].isDigit { return nil }  // a list of amounts
            if text[i] == 0x3001 { names += 1 } else if text.isOne(of: "和及与", at: i) { joins += 1 }
            i -= 1
        }
        return names > 1 ? names...(names + joins) : nil
    }
}
