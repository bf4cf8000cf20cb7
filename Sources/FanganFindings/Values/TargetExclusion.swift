import FanganText

/// What makes an amount none that is required: a condition, a grant, a fact, a name.
extension TargetJudge {
    func isExcluded(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.core.lowerBound, end = amount.core.upperBound
        if isNumbered(amount) || onlyDescribes(amount, segment) { return true }
        if text[start - 1] == 0x5404, amount.low == 1, before.accepted != nil, !isForEach(segment, start - 1) { return true }  // 各一个; 其余乡镇各1个
        if amount.measure == .article, amount.low == amount.high, isSlogan(amount), !isOrderedByForm(amount, segment) { return true }
        if isBracketedWeight(amount) || isCondition(amount, segment, before) || isThresholdOfNoun(amount, segment) || isMissed(amount) || isQuorum(amount, segment) || isLimitOfConsequence(amount) || isStep(amount, segment) { return true }
        if tellsPresent(segment.lowerBound..<amount.range.lowerBound) { return true }
        if amount.isChinese, text[end] == 0x201D || text[end] == 0x22 { return true }  // “一业一册”
        if isSumOfList(amount, segment) || isRate(segment.lowerBound..<start) { return true }
        if tellsThePast(start) || isDefined(amount) || isReplaced(amount, segment) { return true }
        if isCapacity(amount) { return true }
        if amount.isUnit("届", text), amount.isChinese || amount.low >= 1900 { return true }  // 十九届全会, 2023届毕业生
        if text[start - 1] == 0x4E86 { return true }  // 打造了24个
        if amount.isChinese, amount.low == 1, text[start - 2] == 0x4E00 { return true }  // 一业一册
        if amount.isChinese, text[start - 1] == 0x28, text[end] == 0x29 { return true }  // 工程（一期）
        if before.isOtherPeriod { return true }
        if text.first("基础上", in: end..<segment.upperBound) != nil { return true }
        // 成熟一个上线一个
        if amount.isChinese, amount.low == 1, amount.bound == .none, let first = text.first("一个", in: segment.lowerBound..<start), first + 2 < start, amount.isUnit("个", text) { return true }
        if isOrderedByForm(amount, segment) { return false }
        let isCounted = amount.measure == .count || amount.measure == .article
        let from = freshStart(before: start, from: text.sentenceStart(start, limit: 80), isCounted)
        let to = otherStart(behind: end, to: text.sentenceEnd(end, limit: 60), amount, segment, before)
        if isOfItsOwn(amount, segment) { return says(Self.grants, in: segment.lowerBound..<otherStart(behind: end, to: to, amount)) }
        if isOrdered(amount, from, before) || isFeeLevel(amount, segment) || goesOnLevel(amount, before) { return says(Self.grants, in: from..<to) }
        switch amount.measure {
        case .count, .article, .bandwidth, .length, .mass, .power, .volume: return says(Self.grants, in: from..<to)
        case .span where isAnswered(amount, segment) || isAnsweredBehindBracket(amount) || isAdjusted(amount, segment) || Self.shortens.contains(text, in: segment.lowerBound..<start): return false
        default: return says(Self.reliefs, in: from..<to)
        }
    }

    /// 现有, 上年; but 比上年增加一倍 only compares.
    private func tellsPresent(_ range: Range<Int>) -> Bool {
        guard Self.presents.contains(text, in: range) else { return false }
        return range.contains { Self.presents.match(text, at: $0) != nil && !text.isOne(of: "比较", at: $0 - 1) }
    }

    /// 三个离不开, 五个一; but 22个一类事专区: so many are counted.
    private func isSlogan(_ amount: Amount) -> Bool {
        let end = amount.core.upperBound
        if text[end].isDigit, let share = Numerals.read(text, at: end), text[share.end] == 0x25 { return true } // 3个100%
        guard amount.bound == .none, Self.slogans.match(text, at: end) != nil else { return false }
        // 用电报装压缩至2个环节
        if text.isOne(of: "至到为", at: amount.range.lowerBound - 1), Self.reaches.match(text, before: amount.range.lowerBound) != nil { return false }
        return amount.isChinese || amount.low < 10 || text[end] != 0x4E00 // 一
    }

    /// 年均增长10%以上 at the end of its clause, behind no 对 or 给予: words of eligibility (营收, 销售额) are then only what is measured.
    private func isOrdered(_ amount: Amount, _ from: Int, _ before: Before) -> Bool {
        guard endsClause(amount), amount.measure == .percent || amount.measure == .money else { return false }
        guard text[from] != 0x5BF9, text[text.clauseStart(amount.range.lowerBound)] != 0x5BF9 else { return false }
        let start = amount.range.lowerBound
        if Self.growths.match(text, before: start) != nil || isGrowthOfLevel(amount, before) || Self.breakthroughs.match(text, at: start) != nil { return true }
        // 非接触式缴费比例达95%以上
        if Self.sharesReached.match(text, before: start) != nil { return true }
        return isLevelReached(amount) || isJoinedMoney(amount, before)
    }

    /// 贷款余额|增长15%以上，存款余额|增长10%; not 贷款余额增长15%，形势良好.
    private func isGrowthOfLevel(_ amount: Amount, _ before: Before) -> Bool {
        let start = amount.range.lowerBound
        return (amount.bound == .least || isGoal || before.accepted != nil) && text.has("增长", before: start) && Self.levels.match(text, before: start - 2) != nil
    }

    /// 同意率未达到三分之二的不得列入: what happens where the level is missed.
    private func isMissed(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        guard let verb = Self.reaches.match(text, before: start), text[amount.range.upperBound] == 0x7684 else { return false } // 的
        return Self.missed.match(text, before: start - verb) != nil
    }

    private static let missed = ValueVocabulary.targets[.missed]
    private static let growths = ValueVocabulary.targets[.growth]
    private static let sharesReached = ValueVocabulary.targets[.shareReached]

    /// 担保费率降至1%以下, 收费标准不高于2%: the ordered level of a fee; tax, interest and rent are reliefs.
    private func isFeeLevel(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.measure == .percent || amount.measure == .money else { return false }
        let start = amount.range.lowerBound
        // 收费标准上限为60元
        if isAdjustedFee(amount, segment) { return true }
        if amount.measure == .money { return amount.bound == .most && endsClause(amount) && Self.prices.contains(text, in: segment.lowerBound..<start) }
        let isLowered = Self.reaches.match(text, before: start) != nil || amount.bound == .most && start < amount.core.lowerBound || text.has("收取", at: amount.range.upperBound)
        return isLowered && Self.fees.contains(text, in: segment)
    }

    /// `落实各项优惠，绿色采购份额分步提高至35%以上`: what is measured is said in the clause of the amount, which speaks of no relief.
    private func isOfItsOwn(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard endsClause(amount), amount.measure == .percent || amount.measure == .money, amount.bound != .none, text[segment.lowerBound] != 0x5BF9,
              !says(Self.reliefs, in: segment), !Self.helps.contains(text, in: segment) else { return false }
        return (segment.lowerBound + 1..<max(segment.lowerBound + 1, start)).contains { at in
            // 交付率完成80%以上
            if text[at] == 0x7387, !text.isOne(of: "利税费汇", at: at - 1) { return at + 1 == start || Self.reaches.contains(text, in: at + 1..<amount.core.lowerBound) }
            guard let word = Self.ownMeasured.match(text, at: at), at + word <= start else { return false }
            return at + word == start || Self.reaches.contains(text, in: at + word..<amount.core.lowerBound)
        }
    }

    /// `不超过2.5%，并力争降低至2%以下`, `突破50亿元，力争达到60亿元`: a level that was ordered goes on.
    private func goesOnLevel(_ amount: Amount, _ before: Before) -> Bool {
        guard let last = before.accepted, last.measure == amount.measure, endsClause(amount) else { return false }
        let clause = last.range.upperBound + 1
        guard text[last.range.upperBound] == 0xFF0C || text[last.range.upperBound] == 0x2C, amount.range.lowerBound - clause <= 10, Self.goings.match(text, at: clause) != nil else { return false }
        return Self.reaches.match(text, before: amount.range.lowerBound) != nil
    }

    /// `每年统筹开发800个岗位…，对在岗人员给予补贴`: with 对 others are spoken of, if the work in front was ordered for itself; and so is what
    /// each of them is given: `培育龙头企业8家，每家补助20万元`.
    private func otherStart(behind end: Int, to: Int, _ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Int {
        guard before.period != nil || doesWork(segment.lowerBound..<amount.core.lowerBound), text[segment.lowerBound] != 0x5BF9 else { return to }
        return otherStart(behind: end, to: to, amount)
    }

    private func otherStart(behind end: Int, to: Int, _ amount: Amount) -> Int {
        (end..<max(end, to)).first { (text[$0] == 0xFF0C || text[$0] == 0x2C) && isOfOthers($0 + 1, amount) } ?? to
    }

    /// What a clause begins with that gives to others than those who are counted: 对, 每家, 给予每家; or spends money of its own: 发放补贴资金25万元.
    private func isOfOthers(_ at: Int, _ amount: Amount) -> Bool {
        if text[at] == 0x5BF9 || Self.spends.match(text, at: at) != nil || isGivenToOthers(at) { return true } // 对
        let each = text.has("给予", at: at) ? at + 2 : at
        return text[each] == 0x6BCF && isOfEach(each, amount) // 每
    }

    /// `，非预留项目要给予评审优惠`: a subject with 要 or 应 stands in front of what is given.
    private func isGivenToOthers(_ at: Int) -> Bool {
        guard let word = (at + 3..<max(at + 3, text.clauseEnd(at, limit: 30))).first(where: { text.isOne(of: "要应", at: $0) }) else { return false }
        return !says(Self.grants, in: at..<word)
    }

    /// 每家, 每亩 behind an amount of 家 or 亩.
    private func isOfEach(_ at: Int, _ amount: Amount) -> Bool {
        amount.unit.count > 0 && amount.unit.indices.allSatisfy { text[at + 1 + $0 - amount.unit.lowerBound] == text[$0] }
    }

    /// Where a sentence begins anew: …给予奖补，到2025年，累计建成27万个; …发放补贴，确保产量不低于839万吨. What is granted before does not
    /// reach over it.
    private func freshStart(before start: Int, from: Int, _ isCounted: Bool) -> Int {
        var i = start
        while i > from {
            if text[i - 1] == 0xFF0C || text[i - 1] == 0x2C,
               text.any(["到20", "至20", "力争到20", "确保"], at: i) != nil || beginsYear(i) || isCounted && text.has("为每", at: i) || beginsWork(i, start) || beginsUse(i) || raises(i, start) { return i }
            i -= 1
        }
        return from
    }

    /// `给予50万元奖励，培育规上企业10家以上`: a clause that begins with its own verb and ends with the amount, and grants nothing behind it.
    private func beginsWork(_ i: Int, _ start: Int) -> Bool {
        guard let length = Self.requires.match(text, at: i), length > 1, text.clauseStart(start) == i, Self.helps.match(text, at: i) == nil else { return false }
        let end = text.clauseEnd(start, limit: 30)
        return text[end - 1] != 0x7684 && !says(Self.grants, in: i..<text.sentenceEnd(start, limit: 60))
    }

    /// 2023年新增…: what was granted before is not of that year.
    private func beginsYear(_ i: Int) -> Bool { text[i].isDigit && DateExpression.fourDigits(text, at: i) != nil && text[i + 4] == 0x5E74 } // 年

    /// `落实优惠政策，将价格扣除比例提升至20%`: what is brought to a level at the end of its clause.
    private func raises(_ i: Int, _ start: Int) -> Bool {
        text[i] == 0x5C06 && text.clauseStart(start) == i && Self.reaches.match(text, before: start) != nil && text.clauseEnd(start, limit: 12) - start <= 8 // 将
    }

    /// `统筹使用补助资金，用于支持开展培训30万人次以上`: what the money is there for.
    private func beginsUse(_ i: Int) -> Bool { text.has("用于", at: i) && i > 1 && Self.spends.match(text, at: text.clauseStart(i - 1)) != nil }

    /// 30m³/秒, 9万吨/天, 160立方米每秒, 元/平方米: what a thing can do or costs.
    func isCapacity(_ amount: Amount) -> Bool {
        let end = amount.core.upperBound
        if text[end] == 0x6BCF { return true }
        // 5万吨级码头, 3.8米直径运载火箭: the size that names a thing.
        if amount.measure != .count, amount.measure != .article, text[end] == 0x7EA7 || text.any(["直径", "口径"], at: end) != nil { return true }
        guard text[end] == 0x2F else { return false }
        if amount.measure == .money, amount.bound == .most { return false } // 停车费不超过5元/小时
        if text.isOne(of: "人户亩", at: end + 1) || text.any(["万人", "千人", "百户"], at: end + 1) != nil { return false } // 1.5平方米/人, 20万元/亩
        guard let (period, _, _) = Period.read(text, after: end + 1) else { return true }
        return period == .day
    }

    /// 截至2020年底, 已累计…: the sentence up to its 。 tells.
    func tellsThePast(_ start: Int) -> Bool {
        var from = start
        while from > 0, start - from < 160, text[from - 1] != 0x3002 { from -= 1 }
        return says(Self.tolds, in: from..<start)
    }

    /// 日间手术是指…，住院时间不超过48小时; but …是指…，高度控制在80米以下 goes on to order.
    private func isDefined(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound, from = text.sentenceStart(start, limit: 120)
        return Self.defines.contains(text, in: from..<start) && !text.has("控制在", at: start) && !text.has("应", before: start)
    }

    private static let defines = ValueVocabulary.targets[.define]

    /// 鑫达、渝南2个露天煤矿: the count of the names in front.
    func isSumOfList(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.bound == .none, amount.low == amount.high, amount.measure == .article || Self.placed.contains(where: { amount.isUnit($0, text) }) else { return false }
        return namesInFront(amount).map { Double($0.lowerBound) <= amount.low && amount.low <= Double($0.upperBound) } ?? false
    }

    /// What has names of its own, beside 个 and 项.
    private static let placed: [StaticString] = ["家", "座", "所", "处"]

    /// 每完成1000套, 每少1篇: what something is given or taken for.
    func isRate(_ range: Range<Int>) -> Bool {
        range.contains {
            text[$0] == 0x6BCF && Period.read(text, after: $0 + 1) == nil
                && (Self.requires.match(text, at: $0 + 1) != nil || Self.rates.match(text, at: $0 + 1) != nil)
        }
    }

    /// 由不大于1.8米调整为…: the level that was.
    func isReplaced(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        if Self.formerly.match(text, before: amount.range.lowerBound) != nil { return true }
        let from = max(segment.lowerBound, amount.range.lowerBound - 6)
        guard (from..<amount.range.lowerBound).contains(where: { text[$0] == 0x7531 || text[$0] == 0x4ECE }) else { return false }  // 由 从
        let to = min(segment.upperBound, amount.range.upperBound + 14)
        return Self.changes.contains(text, in: amount.range.upperBound..<max(to, amount.range.upperBound))
    }

    /// 第3次, 每1家, 由30%, 按20%; 同一, 上一次, 统一; 全省前5家, but 上线前15项.
    func isNumbered(_ amount: Amount) -> Bool {
        let start = amount.core.lowerBound
        let previous = text[start - 1]
        if previous == 0x524D {
            let place = text[start - 2]
            return place == 0 || place.endsClause || text.isOne(of: Self.ranked, at: start - 2)
        }
        if previous == 0x8FD1 { return amount.bound != .about }
        if text.has("连续", before: start) { return true }  // 连续2次排名末位
        return text.isOne(of: Self.notBefore, at: start - 1) || (amount.isChinese && text.isOne(of: Self.notBeforeChinese, at: start - 1) && amount.low < 10)
    }

    static let ranked: StaticString = "省市国县区列居排位入进按分取"
    static let notBefore: StaticString = "第每由从某按以万千百十余"
    static let notBeforeChinese: StaticString = "其这那上下首同统单唯逐任另进专之归划协合惟数"

    /// （60%）: a weight.
    func isBracketedWeight(_ amount: Amount) -> Bool {
        amount.measure == .percent && text[amount.range.lowerBound - 1] == 0x28 && text[amount.range.upperBound] == 0x29
    }

    /// 100万元以下（含100万元）, 长度不超过1000米（不含电缆井）且…的; but 新建公园5个（含口袋公园2个）。 tells what is among them.
    private func isThreshold(behind open: Int, _ word: Int) -> Bool {
        if text.isOne(of: ")本", at: word) || text[word].isDigit { return true }
        guard let close = text.first(")", in: open..<min(open + 40, text.count)) else { return true }
        let next = text[close + 1]
        return !(next == 0 || next.endsClause)
    }

    /// 组建不少于60人的队伍, 开展不少于2次的检查: the bound behind the verb itself orders the size of its object.
    private func isOrderedForm(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        let isNumber = amount.measure == .count || amount.measure == .article
        // 形成300个以上的“语料库”; but 成立3个月以上的企业, 组织500人以上的企业参会.
        if isFloor(amount), isNumber || amount.measure == .span { return Self.makers.match(text, before: start) != nil || Self.gathers.match(text, before: start) != nil }
        // 建设面积不少于1000平方米的服务中心
        if isFloor(amount), let level = Self.levels.match(text, before: start) { return Self.makers.match(text, before: start - level) != nil }
        guard isNumber, start == amount.core.lowerBound, isWholeObject(behind: amount.range.upperBound) else { return false }
        return Self.makers.match(text, before: start) != nil
    }

    /// 建设100个以上的智慧社区: a noun up to the end of its clause, and nobody who gets something for it.
    private func isWholeObject(behind end: Int) -> Bool {
        let stop = text.clauseEnd(end, limit: 24)
        guard stop - end <= 20, !(end..<stop).contains(where: { Self.gains.match(text, at: $0) != nil }) else { return false }
        return Self.gains.match(text, at: stop + 1) == nil
    }

    /// 3年以上的企业, 达到15%以上的，, 对…: who is meant, not what is to be done.
    func isCondition(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let end = amount.range.upperBound
        if text[segment.upperBound - 1] == 0x7684, segment.upperBound > end { return true }
        // 从业人员≤10人，为微型企业: what follows from it.
        if text.isOne(of: "≤≦⩽<＜≥≧⩾>＞", at: amount.range.lowerBound), text.isOne(of: ",，", at: end), Self.consequences.match(text, at: end + 1) != nil { return true }
        if text[end] == 0x7684, amount.bound != .none, amount.measure != .percent {
            // 按每百户不少于20平方米的标准配建: the standard is what is asked.
            if isOrderedForm(amount) { return false }
            return !(text.has("的标准", at: end) && (segment.lowerBound..<amount.range.lowerBound).contains { text[$0] == 0x6309 }) // 按
        }
        if text[end] == 0x28, let word = text.any(["(含", "(不含"], at: end), isThreshold(behind: end, end + word.count), !isAnsweredBehindBracket(amount), !isFloor(amount) { return true }
        if text[end] == 0x65F6, amount.bound != .none, !text.isOne(of: "间限长", at: end + 1) { return true }  // 超过100公顷时
        // 培育年产值超100亿元、具备竞争力的龙头企业2家: what the firms are like.
        if amount.measure == .money, text[end] == 0x3001, text.first("的", in: end..<segment.upperBound) != nil { return true }
        let first = text[segment.lowerBound]
        if first == 0x5BF9 || first == 0x51E1 || first == 0x82E5 || text.has("符合", at: segment.lowerBound) {
            // 对同一企业的检查每年不超过1次, 对线索2小时内核实: the order itself.
            // 对企业开展走访300家次: the verb stands at its count, the last word of the clause.
            let isCounted = amount.measure == .count && endsClause(amount) && Self.requires.match(text, before: amount.range.lowerBound) != nil
            let isOrder = isCounted || isServed(amount, segment) || isReachedFor(amount) || before.period != nil || text.has("不", at: amount.range.lowerBound) || isAnswered(amount, segment)
            return segment.lowerBound < amount.core.lowerBound && !isOrder
        }
        guard amount.bound == .least || amount.bound == .most, end > amount.core.upperBound, amount.measure != .percent else { return false }
        // 有三名以上公证员的公证机构
        let limit = Swift.min(end + 10, segment.upperBound)
        guard let noun = text.first("的", in: end..<limit) else { return false }
        return !doesWork(end..<noun)
    }
}
