import FanganText

/// What makes an amount one that is required, by what it measures.
extension TargetJudge {
    /// A share or a rate: 达90%以上, 增长6%左右, 学校100%创建, 90%的…纳入.
    func isLevel(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        // 完成投资额的80%, 达到总数的80%; else a share of something only describes.
        if text[start - 1] == 0x7684, amount.bound == .none { return endsClause(amount) && (text.first("完成", in: segment.lowerBound..<start) != nil || text.first("达到", in: segment.lowerBound..<start) != nil) }
        if text.has("的比例", at: end) { return start < amount.core.lowerBound && text.isOne(of: "不至", at: start) } // 按不低于50%的比例, 按至少70%的比例
        // 安排30%的场地: what is to be kept free.
        if text[end] == 0x7684, Self.reserves.match(text, before: start) != nil || text.has("安排", before: start) { return true }
        // 继续按照0.5%收取担保费
        if text.has("收取", at: end), text.has("按照", before: start) { return true }
        // 密度超过30%的用地占全部用地的百分比: what is measured
        if text[end] == 0x7684, amount.bound != .none, let share = text.first("占", in: end..<min(end + 20, segment.upperBound)),
           text.first("的", in: share..<segment.upperBound) != nil { return false }
        if Self.reaches.match(text, before: start) != nil || text[start - 1] == 0x7387 || isChangedBy(amount, segment) { return true }
        let evidence = Self.reaches.contains(text, in: segment.lowerBound..<start) || doesWork(segment.lowerBound..<start)
        if amount.bound == .least || amount.bound == .most {
            // 占老年人口的15%以上
            if text.first("占", in: max(segment.lowerBound, start - 12)..<start) != nil { return true }
            // 全省90%以上自建系统对接平台: a share of the whole area, with what it does behind it.
            if isShareOfArea(amount, segment) || isShareOfAll(amount, segment) { return true }
            // 80%以上的单位达到标准
            if text[end] == 0x7684, Self.fulfils.contains(text, in: end..<predicateEnd(segment)) { return true }
            // 密度超过30%的居住用地: which of them is meant
            if text[end] == 0x7684, amount.bound == .least, start < amount.core.lowerBound, !isFloor(amount) { return Self.requires.match(text, before: start) != nil }
            return evidence || start < amount.core.lowerBound || measures(before: start) || text[start - 1] == 0x5360 || continues(amount, before)  // 占
        }
        // 增速高于全省平均水平1个百分点, 比全省高1个百分点
        if endsClause(amount), text.first("高于", in: segment.lowerBound..<start) != nil || text[start - 1] == 0x9AD8 && text.first("比", in: segment.lowerBound..<start) != nil { return true }
        if amount.bound == .about { return evidence }
        // 数量比上年增加一倍
        if amount.measure == .ratio { return endsClause(amount) && text.any(["增加", "提高", "扩大", "提升"], before: start) != nil }
        // 100%发放电子执照
        if amount.low == 100, (Self.requires.match(text, at: end) ?? 0) > 1 { return true }
        if Self.fulfils.match(text, at: end) != nil || Self.fulfils.match(text, at: end + 1) != nil { return true }
        if isWhole(amount), measures(before: start) || evidence { return true }
        // 达到总养老床位数30%
        if endsClause(amount), text.first("达到", in: max(segment.lowerBound, start - 12)..<start) != nil { return true }
        // 完成整治80%
        if endsClause(amount), text.first("完成", in: max(segment.lowerBound, start - 8)..<start) != nil { return true }
        if isJoined(amount, before) { return true }
        return text[end] == 0x7684 && Self.fulfils.contains(text, in: end..<predicateEnd(segment))
    }

    /// 70%的县（市、区）达到三星级: a bracket behind a noun does not end what is said of it.
    private func predicateEnd(_ segment: Range<Int>) -> Int {
        let behind = text.behindBracket(segment.upperBound)
        guard behind > segment.upperBound, !ends(text[behind]) else { return segment.upperBound }
        let stop = min(behind + 30, text.count)
        return (behind..<stop).first { ends(text[$0]) } ?? stop
    }

    /// 年度全省新注册企业50%以上生成企业电子印章, 全市90%以上行政村完成改造.
    private func isShareOfArea(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        guard start == amount.core.lowerBound, text[end] != 0x7684 else { return false }
        if Self.fulfils.match(text, at: end) != nil { return true }
        return Self.wholes.contains(text, in: segment.lowerBound..<start) && (Self.fulfils.contains(text, in: end..<segment.upperBound) || doesWork(end..<segment.upperBound))
    }

    /// 建成无烟党政机关100%, 覆盖面100%（…: all of it, at the end of its clause.
    private func isWhole(_ amount: Amount) -> Bool {
        let next = text[amount.core.upperBound]
        return amount.low == 100 && (next == 0 || next.endsClause)
    }

    func endsClause(_ amount: Amount) -> Bool {
        let next = text[amount.range.upperBound]
        return next == 0 || next.endsClause
    }

    /// 90%以上乡镇和60%以上农村社区.
    private func continues(_ amount: Amount, _ before: Before) -> Bool {
        guard let accepted = before.accepted, accepted.measure == .percent, accepted.bound == amount.bound else { return false }
        return follows(accepted, amount)
    }

    /// 分别达到25%和15%, 不少于3次、5篇: 、 or 和 alone between it and the last one of its kind.
    func isJoined(_ amount: Amount, _ before: Before) -> Bool {
        guard let accepted = before.accepted, accepted.measure == amount.measure, amount.range.lowerBound - accepted.range.upperBound == 1 else { return false }
        return text.isOne(of: "和、及", at: accepted.range.upperBound)
    }

    /// `造林3万亩，其中2024年1万亩、2025年1.2万亩`: the parts of what is required.
    func isShare(_ amount: Amount, _ before: Before) -> Bool {
        let start = amount.range.lowerBound
        guard let accepted = before.accepted, Self.parted.contains(amount.measure), amount.unitName(text) == accepted.unitName(text), endsClause(amount),
              let word = text.first("其中", in: text.sentenceStart(start, limit: 120)..<start) else { return false }
        let from = max(word + 2, accepted.range.upperBound)
        return from <= start && start - from <= Self.shareReach && !Self.parts.contains(text, in: from..<start)
    }

    private static let parted: Set<MeasureClass> = [.count, .article, .length, .area, .mass, .power, .volume]
    /// Between a share and the one in front: 、2025年.
    private static let shareReach = 12

    func isMoney(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.range.lowerBound
        if isAdjustedFee(amount, segment) { return true }
        if amount.bound == .most { return Self.prices.contains(text, in: segment) || text[start - 1] == 0x8D39 }  // 费
        if isReached(amount, before) || isLevelReached(amount) || endsClause(amount) && (Self.raises.match(text, before: start) != nil || isInvested(amount) || isLevelOfGoal(amount, segment)) { return true }
        if says(Self.moneyTalk, in: segment) { return false }
        // 10亿元以上工业企业: a threshold.
        let next = text[amount.range.upperBound]
        guard next == 0 || next.endsClause || next.endsSentence || amount.range.upperBound == amount.core.upperBound else { return false }
        if says(Self.loans, in: segment) || amount.low >= 100_000_000 && Self.loans.contains(text, in: segment) {
            // 新增普惠小微贷款200亿元: what is to be lent in all, in 亿.
            guard amount.low >= 100_000_000, next == 0 || next.endsClause else { return false }
            return isFloor(amount) || doesWork(segment.lowerBound..<start)
        }
        if Self.reaches.match(text, before: start) != nil { return true }
        if isFloor(amount), Self.levels.contains(text, in: segment.lowerBound..<start) { return true }
        if next == 0 || next.endsClause, Self.levels.match(text, before: start) != nil, doesWork(segment.lowerBound..<start) { return true }
        return amount.bound == .least && (Self.reaches.contains(text, in: segment.lowerBound..<start) || doesWork(segment.lowerBound..<start))
    }

    /// 产值突破1500亿元 at the end of its clause; 分别突破2.2万亿元、2.4万亿元.
    private func isReached(_ amount: Amount, _ before: Before) -> Bool {
        guard endsClause(amount) else { return false }
        // 突破 is a bound, and with it part of the amount.
        let start = amount.range.lowerBound
        if Self.breakthroughs.match(text, at: start) != nil || Self.breakthroughs.match(text, before: start) != nil { return true }
        return isJoinedMoney(amount, before)
    }

    /// 贷款余额超100亿元, 余额达1.1万亿元: so much, in 亿, of what stands in front, at the end of the clause.
    func isLevelReached(_ amount: Amount) -> Bool {
        guard amount.measure == .money, amount.low >= 100_000_000, endsClause(amount) else { return false }
        let start = amount.range.lowerBound
        if amount.bound == .least, start < amount.core.lowerBound { return Self.levels.match(text, before: start) != nil }
        // 到2025年，余额达1.1万亿元; but 我县余额达500亿元 tells what is there.
        guard let verb = text.any(["达到", "达"], before: start), Self.levels.match(text, before: start - verb.count) != nil else { return false }
        return isGoal || Self.aims.contains(text, in: text.sentenceStart(start, limit: 80)..<start)
    }

    private static let aims = ValueVocabulary.targets[.aim]

    func isJoinedMoney(_ amount: Amount, _ before: Before) -> Bool { amount.measure == .money && isJoined(amount, before) }

    /// 2025年粮食产量50万吨, among goals also without the year: what is measured and how much of it, and nothing behind.
    func isLevelOfGoal(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.bound == .none, endsClause(amount), Self.levels.match(text, before: amount.range.lowerBound) != nil, !describesPlace(amount, segment) else { return false }
        // 人均公园绿地面积15平方米
        if isGoal || text.has("人均", at: segment.lowerBound) { return true }
        let start = text.isOne(of: "到至", at: segment.lowerBound) ? segment.lowerBound + 1 : segment.lowerBound
        return DateExpression.read(text, at: start)?.hasYear ?? false
    }

    /// 全县现有耕地面积90万亩，年产值30亿元; 户籍人口80万人, 辖区面积1200平方公里: what a place has.
    private func describesPlace(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        if Self.territories.contains(text, in: segment.lowerBound..<start) { return true }
        var sentence = start
        while sentence > 0, start - sentence < 80, !text[sentence - 1].endsSentence { sentence -= 1 }
        return Self.describes.contains(text, in: sentence..<start)
    }

    /// 不少于, 至少 in front; 超过 is mostly a threshold.
    func isFloor(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        return amount.bound == .least && start < amount.core.lowerBound && text.isOne(of: "不至最≥≧⩾>＞", at: start)
    }

    func isBandwidth(_ amount: Amount) -> Bool {
        if Self.throughputs.match(text, before: amount.core.lowerBound) != nil, !amount.isUnit("兆", text) || text[amount.core.upperBound] != 0x5347 { return true }
        // 带宽2000M以上; a file's size is none.
        if amount.bound != .none, measures(before: amount.range.lowerBound) { return true }
        guard amount.isUnit("兆", text) else { return false }
        return text.any(["到", "进", "入户", "接入"], at: amount.core.upperBound) != nil
    }

    /// 留样量不少于125克, 还田2.1万亩, 高度不超过15厘米; not 学校周边200米范围内, 年产30万吨.
    func isExtent(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        // 控制在35微克/立方米以内: its bound, no place.
        let isBound = start < amount.core.lowerBound && text.any(["以内", "之内"], at: amount.core.upperBound) != nil
        if !isBound && Self.scopes.match(text, at: amount.core.upperBound) != nil || Self.sizes.match(text, before: start) != nil && !isPassed(amount, segment) { return false }
        if amount.bound != .none, isInBracket(segment) { return false }  // 阳台（高度不低于3米）
        let isWork = doesWork(segment.lowerBound..<start) || beginsBuilding(segment) && endsClause(amount) || Self.reaches.match(text, before: start) != nil || isLevelOfGoal(amount, segment)
        switch amount.bound {
        case .most: return (measures(before: start) || text.has("调整为", before: start) || Self.reaches.match(text, before: start) != nil) && endsSoon(amount, segment)
        case .least: return isFloor(amount) || isWork || measures(before: start) || isPassed(amount, segment)
        case .about: return isWork || (isOutput(amount) && measures(before: start))
        case .none: return isWork
        }
    }

    /// 通车里程突破500公里
    private func isPassed(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        Self.breakthroughs.match(text, at: amount.range.lowerBound) != nil && endsSoon(amount, segment)
    }

    /// 原煤产量3500万吨左右; 面积约30平方公里 only describes.
    private func isOutput(_ amount: Amount) -> Bool {
        guard amount.range.lowerBound == amount.core.lowerBound else { return false }
        return amount.measure == .mass || amount.measure == .power || amount.measure == .volume
    }

    private func isInBracket(_ segment: Range<Int>) -> Bool { text[segment.lowerBound - 1] == 0x28 }

    /// The clause ends with the amount: not 容量200千瓦及以下采用低压, not 高度不超过1.5米、用于储藏的地下室.
    private func endsSoon(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let next = text[amount.range.upperBound]
        guard next == 0 || next.endsClause else { return false }
        return text.first("的", in: amount.range.upperBound..<segment.upperBound) == nil
    }

    // MARK: counts

    func isCount(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.range.lowerBound, end = amount.core.upperBound
        if text[amount.core.lowerBound - 1] == 0x7B49 { return isSumOfExamples(amount, segment) }  // 等18个
        if text[end] == 0x4E8B, amount.isUnit("件", text) { return false }  // 一件事
        if amount.bound == .none, text.has("方面", before: start) { return false }  // 知识产权保护方面5项：…
        if amount.bound != .none, isInBracket(segment), Self.levels.contains(text, in: segment.lowerBound..<start) { return false }  // 阳台（高度不低于两个自然层高）
        if isTimes(amount), Self.onces.match(text, at: end) != nil { return false }
        if amount.bound == .most {
            // 精简至3份以内, 每班人数≤45人
            if Self.reaches.match(text, before: start) != nil || text.isOne(of: "≤≦⩽<＜", at: start) && endsClause(amount) { return true }
            return start < amount.core.lowerBound && (before.period != nil || doesWork(segment.lowerBound..<start) || isCap(amount, segment) || Self.levels.match(text, before: start) != nil || Self.levels.match(text, at: end) != nil)
        }
        if text.first("或", in: segment.lowerBound..<start) != nil, let last = before.accepted, last.core.lowerBound >= segment.lowerBound {
            return false  // 上1次课或开展1次讲座: one requirement
        }
        var work = segment.lowerBound..<amount.core.lowerBound
        if text[start - 1] == 0x7684 {
            // 2016年实施的24项: the verb belongs to what is there already.
            let verb = Self.requires.match(text, before: start - 1) ?? 0
            work = segment.lowerBound..<max(segment.lowerBound, start - 1 - verb)
        }
        let isDone = doesWork(work, isCounted: true) || beginsBuilding(segment) && endsClause(amount) || isAdjusted(amount, segment)
        if isPutIn(amount, segment) || isWhereWorkIsDone(amount, segment) { return true }
        if amount.bound == .least, amount.range.upperBound > amount.core.upperBound, !isDone, before.period == nil {
            return follows(before.accepted, amount) || Self.reaches.match(text, before: start) != nil  // 两个以上部门
        }
        if amount.isChinese { return isSpelledCount(amount, isDone, before) }
        if amount.bound == .least { return true }
        if isDone || before.period != nil || Self.reaches.match(text, before: start) != nil { return true }
        return follows(before.accepted, amount) || goesOnList(amount, segment, before)
    }

    /// 建规模化水厂3座: a verb of one character at the head of its clause.
    private func beginsBuilding(_ segment: Range<Int>) -> Bool {
        // 6月底前|修渠3条
        var start = segment.lowerBound
        if let date = DateExpression.read(text, at: start), text.isOne(of: "前内", at: date.range.upperBound) { start = date.range.upperBound + 1 }
        return text.isOne(of: "建修", at: start) && Self.nouns.match(text, at: start) == nil
    }

    /// 将20个事项纳入清单: so many are to be put somewhere.
    private func isPutIn(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        guard text.isOne(of: "将把", at: segment.lowerBound), segment.lowerBound + 1 == amount.range.lowerBound, !amount.isChinese else { return false }
        return Self.fulfils.contains(text, in: end..<min(end + 16, segment.upperBound)) && text.first("的", in: end..<segment.upperBound) == nil
    }

    /// `在15个以上行业开展能耗监测`: where something is brought about, at the head of the clause.
    private func isWhereWorkIsDone(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        guard text[segment.lowerBound] == 0x5728, !amount.isChinese else { return false } // 在
        // 在全市20个以上社区开展试点
        guard start == segment.lowerBound + 1 || Self.wholes.match(text, at: segment.lowerBound + 1) == start - segment.lowerBound - 1 else { return false }
        return text.first("的", in: end..<segment.upperBound) == nil && doesWork(end..<min(end + 12, segment.upperBound))
    }

    /// 培育3家…平台，20家…平台，100家…平台: the verb is said once, each clause begins with its count.
    private func goesOnList(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        guard let accepted = before.accepted, segment.lowerBound == amount.core.lowerBound, !amount.isChinese else { return false }
        return text.string(accepted.unit) == text.string(amount.unit) && amount.core.lowerBound - accepted.range.upperBound <= 40
    }

    /// 完成用户空间、智能客服等6项功能升级; 6月底前，企业开办等13件“一件事”…办理. Without the verb a sum only describes.
    private func isSumOfExamples(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        // 对A、B等6项事项实行承诺制: those it is about.
        var head = amount.core.lowerBound
        while head > 0, amount.core.lowerBound - head < 160, !ends(text[head - 1]) { head -= 1 }
        if text[head] == 0x5BF9 { return false }
        if doesWork(segment.lowerBound..<amount.core.lowerBound - 1, isCounted: true) { return true }
        // 年底前实现办证、就业、…、用地审批等10个场景: the verb stands at the head of the list, however long.
        if head < segment.lowerBound, doesWork(head..<min(head + 10, segment.lowerBound), isCounted: true) { return true }
        let isDated = text.isOne(of: "前内", at: segment.lowerBound - 2)
        return isDated && Self.fulfils.contains(text, in: amount.range.upperBound..<segment.upperBound)
    }

    private func isTimes(_ amount: Amount) -> Bool { amount.isUnit("次", text) || amount.isUnit("遍", text) }

    /// 一家, 一名, 一期: with a bound, under 每…, or as the object of a verb directly in front.
    private func isSpelledCount(_ amount: Amount, _ isDone: Bool, _ before: Before) -> Bool {
        if amount.bound == .least { return true }
        // 鼓励业主选取一家机构: how it is done.
        if before.period == nil, text.first("鼓励", in: segment(of: amount).lowerBound..<amount.range.lowerBound) != nil { return false }
        let verbs = isTimes(amount) ? Self.events : Self.requires
        let length = verbs.match(text, before: amount.range.lowerBound), verb = length != nil
        if amount.isUnit("期", text), before.period == nil { return false }  // 续建一期
        if before.period != nil { return isDone || verb }
        // 新建口袋公园|十个: behind what is counted, at the end of its clause; 完成一项、评估|一项 counts nothing.
        if !verb, isDone, amount.low > 1 || !isTimes(amount) && !amount.isUnit("项", text), endsClause(amount), amount.range.lowerBound == amount.core.lowerBound, text[amount.core.lowerBound - 1] != 0x7684 { return true }
        if amount.measure == .article, amount.low > 1 { return Self.makers.match(text, before: amount.range.lowerBound) != nil }
        // 每个乡镇建成一个便民服务中心
        if amount.measure == .article, let length, isForEach(segment(of: amount), amount.range.lowerBound - length) { return true }
        if amount.measure == .article { return verb && follows(before.accepted, amount) && before.accepted?.isChinese == true }
        return verb || isDone && amount.low >= 10
    }
}
