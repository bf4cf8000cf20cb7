import FanganText

/// Decides whether an amount is required, granted, a condition, or only told.
struct TargetJudge {
    let text: CompactText

    private static let requires = ValueVocabulary.targets[.require]
    private static let reaches = ValueVocabulary.targets[.reach]
    private static let fulfils = ValueVocabulary.targets[.fulfil]
    private static let reliefs = ValueVocabulary.targets[.relief]
    private static let moneyTalk = ValueVocabulary.targets[.money]
    private static let presents = ValueVocabulary.targets[.present]
    private static let slogans = ValueVocabulary.targets[.slogan]
    private static let nouns = ValueVocabulary.targets[.noun]
    private static let tolds = ValueVocabulary.targets[.told]
    private static let grants = ValueVocabulary.targets[.grant]
    private static let events = ValueVocabulary.targets[.event]
    private static let shortens = ValueVocabulary.targets[.shorten]

    /// What the sentence has said before the amount.
    struct Before {
        var period: Period?
        /// The last amount of the sentence that was required.
        var accepted: Amount?
        /// 每两年: a period that ``TargetMention/per`` has no word for.
        var isOtherPeriod = false
    }

    func isRequired(_ amount: Amount, _ before: Before) -> Bool {
        let segment = segment(of: amount)
        // What speaks for it is nearer and cheaper to see than what speaks against it.
        return isAsked(amount, segment, before) && !isExcluded(amount, segment, before)
    }

    private func isAsked(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        switch amount.measure {
        case .percent, .ratio: return isLevel(amount, segment)
        case .money: return isMoney(amount, segment)
        case .span: return isShortened(amount, segment)
        case .bandwidth: return isBandwidth(amount)
        case .count, .article: return isCount(amount, segment, before)
        case .length, .area, .mass, .power, .volume: return isExtent(amount, segment)
        case .none: return false
        }
    }

    /// The stretch between two commas, colons or brackets around an amount; 、 does not end it.
    private func segment(of amount: Amount) -> Range<Int> {
        var start = amount.range.lowerBound
        while start > 0, amount.range.lowerBound - start < 60, !ends(text[start - 1]) { start -= 1 }
        var end = amount.range.upperBound
        while end < text.count, end - amount.range.upperBound < 60, !ends(text[end]) { end += 1 }
        return start..<end
    }

    private func ends(_ scalar: UInt32) -> Bool { scalar.endsClause && scalar != 0x3001 }

    // MARK: what is not required

    private func isExcluded(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.core.lowerBound, end = amount.core.upperBound
        if isNumbered(amount) { return true }
        if text[start - 1] == 0x5404, amount.low == 1, before.accepted != nil { return true }  // 各一个
        if amount.measure == .article, Self.slogans.match(text, at: end) != nil { return true }
        if isBracketedWeight(amount) || isCondition(amount, segment) { return true }
        if Self.presents.contains(text, in: segment.lowerBound..<start) { return true }
        if amount.isChinese, text[end] == 0x201D || text[end] == 0x22 { return true }  // “一业一册”
        if isSumOfList(amount, segment) || isRate(segment.lowerBound..<start) { return true }
        if tellsThePast(start) || isReplaced(amount, segment) { return true }
        if text[end] == 0x2F, Period.read(text, after: end + 1) == nil { return true }  // 30m³/秒, 元/平方米
        if before.isOtherPeriod { return true }
        if text.first("基础上", in: end..<segment.upperBound) != nil { return true }
        let from = text.sentenceStart(start, limit: 80)
        let to = text.sentenceEnd(end, limit: 60)
        switch amount.measure {
        case .count, .article, .bandwidth, .length, .mass, .power, .volume: return Self.grants.contains(text, in: from..<to)
        default: return Self.reliefs.contains(text, in: from..<to)
        }
    }

    /// 截至2020年底, 已累计…: the sentence up to its 。 tells.
    private func tellsThePast(_ start: Int) -> Bool {
        var from = start
        while from > 0, start - from < 160, text[from - 1] != 0x3002 { from -= 1 }
        return Self.tolds.contains(text, in: from..<start)
    }

    /// 鑫达、渝南2个露天煤矿: the count of the names in front.
    private func isSumOfList(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        guard amount.bound == .none, amount.low == amount.high, amount.measure == .article || amount.isUnit("家", text) else { return false }
        var names = 1
        var i = amount.core.lowerBound - 1
        while i >= segment.lowerBound, !text[i].isDigit {
            if text[i] == 0x3001 { names += 1 }
            i -= 1
        }
        guard i < segment.lowerBound else { return false }  // a list of amounts
        return names > 1 && Double(names) == amount.low
    }

    /// 每完成1000套, 每新增1家: what something is given for.
    private func isRate(_ range: Range<Int>) -> Bool {
        range.contains { text[$0] == 0x6BCF && Period.read(text, after: $0 + 1) == nil && Self.requires.match(text, at: $0 + 1) != nil }
    }

    /// 由不大于1.8米调整为…: the level that was.
    private func isReplaced(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let from = max(segment.lowerBound, amount.range.lowerBound - 6)
        guard (from..<amount.range.lowerBound).contains(where: { text[$0] == 0x7531 || text[$0] == 0x4ECE }) else { return false }  // 由 从
        let to = min(segment.upperBound, amount.range.upperBound + 14)
        return (amount.range.upperBound..<max(to, amount.range.upperBound)).contains { text.any(Self.changes, at: $0) != nil }
    }

    private static let changes: [StaticString] = ["调整", "提高", "提升", "增加", "扩大", "降", "压", "缩", "上升", "减"]

    /// 第3次, 每1家, 由30%, 按20%; 同一, 上一次, 统一; 全省前5家, but 上线前15项.
    private func isNumbered(_ amount: Amount) -> Bool {
        let start = amount.core.lowerBound
        let previous = text[start - 1]
        if previous == 0x524D {
            let place = text[start - 2]
            return place == 0 || place.endsClause || text.isOne(of: Self.ranked, at: start - 2)
        }
        if previous == 0x8FD1 { return amount.bound != .about }
        return text.isOne(of: Self.notBefore, at: start - 1) || (amount.isChinese && text.isOne(of: Self.notBeforeChinese, at: start - 1))
    }

    private static let ranked: StaticString = "省市国县区列居排位入进按分取"
    private static let notBefore: StaticString = "第每由从某按以万千百十余数"
    private static let notBeforeChinese: StaticString = "其这那上下首同统单唯逐任另进专之归划协合惟"

    /// （60%）: a weight.
    private func isBracketedWeight(_ amount: Amount) -> Bool {
        amount.measure == .percent && text[amount.range.lowerBound - 1] == 0x28 && text[amount.range.upperBound] == 0x29
    }

    /// 3年以上的企业, 达到15%以上的，, 对…: who is meant, not what is to be done.
    private func isCondition(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let end = amount.range.upperBound
        if text[segment.upperBound - 1] == 0x7684, segment.upperBound > end { return true }
        if text[end] == 0x7684, amount.bound != .none, amount.measure != .percent { return true }
        if text[end] == 0x28, text.any(["(含", "(不含"], at: end) != nil { return true }
        let first = text[segment.lowerBound]
        if first == 0x5BF9 || first == 0x51E1 || first == 0x82E5 || text.has("符合", at: segment.lowerBound) { return segment.lowerBound < amount.core.lowerBound }
        guard amount.bound == .least || amount.bound == .most, end > amount.core.upperBound, amount.measure != .percent else { return false }
        // 有三名以上公证员的公证机构
        let limit = Swift.min(end + 10, segment.upperBound)
        guard let noun = text.first("的", in: end..<limit) else { return false }
        return !doesWork(end..<noun)
    }

    /// A verb of work in a range; `建成区`, `开发区`, `服务业` hold none. Verbs of one character (建, 有, 设) count
    /// only in front of the number itself.
    private func doesWork(_ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            if let noun = Self.nouns.match(text, at: i) { i += noun; continue }
            if let length = Self.requires.match(text, at: i), i + length <= range.upperBound {
                if length > 1 || i + length == range.upperBound { return true }
            }
            i += 1
        }
        return false
    }

    // MARK: what is required

    /// A share or a rate: 达90%以上, 增长6%左右, 学校100%创建, 90%的…纳入.
    private func isLevel(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound, end = amount.range.upperBound
        if text[start - 1] == 0x7684, amount.bound == .none { return false }
        if text.has("的比例", at: end) { return false }
        if Self.reaches.match(text, before: start) != nil || text[start - 1] == 0x7387 { return true }
        let evidence = Self.reaches.contains(text, in: segment.lowerBound..<start) || doesWork(segment.lowerBound..<start)
        if amount.bound == .least || amount.bound == .most { return evidence || amount.range.lowerBound < amount.core.lowerBound }
        if amount.bound == .about { return evidence }
        if amount.measure == .ratio { return false }
        if Self.fulfils.match(text, at: end) != nil || Self.fulfils.match(text, at: end + 1) != nil { return true }
        return text[end] == 0x7684 && Self.fulfils.contains(text, in: end..<segment.upperBound)
    }

    private static let fees: [StaticString] = ["收费", "费用标准", "价格"]

    private func isMoney(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        if amount.bound == .most { return segment.contains { text.any(Self.fees, at: $0) != nil } }
        if Self.moneyTalk.contains(text, in: segment) { return false }
        // 10亿元以上工业企业: a threshold.
        let next = text[amount.range.upperBound]
        guard next == 0 || next.endsClause || next.endsSentence || amount.range.upperBound == amount.core.upperBound else { return false }
        if Self.reaches.match(text, before: start) != nil { return true }
        return amount.bound == .least && (Self.reaches.contains(text, in: segment.lowerBound..<start) || doesWork(segment.lowerBound..<start))
    }

    /// 压减到1个工作日以内, 不超过13个工作日. A plain 5个工作日内 is a step of a procedure.
    private func isShortened(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        guard amount.bound == .most || Self.shortens.match(text, before: start) != nil || text.any(["至", "到"], before: start) != nil else { return false }
        return Self.shortens.contains(text, in: segment.lowerBound..<amount.core.lowerBound)
    }

    private static let throughput: [StaticString] = ["扩容至", "扩容到", "提升至", "提升到", "达到", "提高到", "提速至", "不低于"]

    private func isBandwidth(_ amount: Amount) -> Bool {
        if text.any(Self.throughput, before: amount.core.lowerBound) != nil, !amount.isUnit("兆", text) || text[amount.core.upperBound] != 0x5347 { return true }
        guard amount.isUnit("兆", text) else { return false }
        return text.any(["到", "进", "入户", "接入"], at: amount.core.upperBound) != nil
    }

    private func isExtent(_ amount: Amount, _ segment: Range<Int>) -> Bool {
        let start = amount.range.lowerBound
        if amount.bound == .most { return false }
        if amount.bound == .least, start < amount.core.lowerBound { return true }
        return doesWork(segment.lowerBound..<start) || Self.reaches.match(text, before: start) != nil
    }

    private func isCount(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        let start = amount.range.lowerBound, end = amount.core.upperBound
        if text[amount.core.lowerBound - 1] == 0x7B49 { return false }  // 等18个
        if text[end] == 0x4E8B, amount.isUnit("件", text) { return false }  // 一件事
        if amount.isUnit("次", text), text.any(Self.onceWords, at: end) != nil { return false }
        if amount.bound == .most { return amount.range.lowerBound < amount.core.lowerBound && doesWork(segment.lowerBound..<start) }
        if text.first("或", in: segment.lowerBound..<start) != nil, let last = before.accepted, last.core.lowerBound >= segment.lowerBound {
            return false  // 上1次课或开展1次讲座: one requirement
        }
        var work = segment.lowerBound..<amount.core.lowerBound
        if text[start - 1] == 0x7684 {
            // 2016年实施的24项: the verb belongs to what is there already.
            let verb = Self.requires.match(text, before: start - 1) ?? 0
            work = segment.lowerBound..<max(segment.lowerBound, start - 1 - verb)
        }
        let isDone = doesWork(work)
        if amount.bound == .least, amount.range.upperBound > amount.core.upperBound, !isDone, before.period == nil {
            return follows(before.accepted, amount) || Self.reaches.match(text, before: start) != nil  // 两个以上部门
        }
        if amount.isChinese { return isSpelledCount(amount, isDone, before) }
        if amount.bound == .least { return true }
        if isDone || before.period != nil { return true }
        return follows(before.accepted, amount)
    }

    /// 一次性, 一次办好, 一次告知: how, not how often.
    private static let onceWords: [StaticString] = ["性", "办", "告", "申", "提交", "投入", "缴", "验", "审", "常务", "全会", "全体", "党代", "发证", "成"]

    /// 一家, 一名, 一期: with a bound, under 每…, or as the object of a verb directly in front.
    private func isSpelledCount(_ amount: Amount, _ isDone: Bool, _ before: Before) -> Bool {
        if amount.bound == .least { return true }
        let verbs = amount.isUnit("次", text) ? Self.events : Self.requires
        let verb = verbs.match(text, before: amount.range.lowerBound) != nil
        if before.period != nil { return isDone || verb }
        if amount.measure == .article { return verb && amount.low == 1 && follows(before.accepted, amount) && before.accepted?.isChinese == true }
        return verb
    }

    /// The amount goes on a list whose last amount is required: 5个省级、20个市级.
    private func follows(_ accepted: Amount?, _ amount: Amount) -> Bool {
        guard let accepted else { return false }
        return amount.core.lowerBound - accepted.range.upperBound <= 16
    }
}
