import FanganText

/// Decides whether an amount is required, granted, a condition, or only told.
struct TargetJudge {
    let text: CompactText
    /// Whether the text says what is to be reached.
    var isGoal = false

    static let requires = ValueVocabulary.targets[.require]
    static let reaches = ValueVocabulary.targets[.reach]
    static let fulfils = ValueVocabulary.targets[.fulfil]
    static let reliefs = ValueVocabulary.targets[.relief]
    static let moneyTalk = ValueVocabulary.targets[.money]
    static let presents = ValueVocabulary.targets[.present]
    static let slogans = ValueVocabulary.targets[.slogan]
    static let nouns = ValueVocabulary.targets[.noun]
    static let tolds = ValueVocabulary.targets[.told]
    static let grants = ValueVocabulary.targets[.grant]
    static let events = ValueVocabulary.targets[.event]
    static let shortens = ValueVocabulary.targets[.shorten]
    static let responses = ValueVocabulary.targets[.respond]
    static let levels = ValueVocabulary.targets[.level]
    static let scopes = ValueVocabulary.targets[.scope]
    static let sizes = ValueVocabulary.targets[.size]
    static let loans = ValueVocabulary.targets[.loan]
    static let onces = ValueVocabulary.targets[.once]
    static let rates = ValueVocabulary.targets[.rate]
    static let wholes = ValueVocabulary.targets[.whole]
    static let makers = ValueVocabulary.targets[.make]
    static let gathers = ValueVocabulary.targets[.gather]
    static let answers = ValueVocabulary.targets[.answer]
    static let terms = ValueVocabulary.targets[.term]
    static let goings = ValueVocabulary.targets[.going]
    static let lends = ValueVocabulary.targets[.lend]
    static let lent = ValueVocabulary.targets[.lent]
    static let reserves = ValueVocabulary.targets[.reserve]
    static let fixes = ValueVocabulary.targets[.fix]
    static let decides = ValueVocabulary.targets[.decide]
    static let cuts = ValueVocabulary.targets[.cut]
    static let tasks = ValueVocabulary.targets[.task]
    static let ownMeasures = ValueVocabulary.targets[.ownMeasure]
    static let takesHold = ValueVocabulary.targets[.takeHold]
    static let raises = ValueVocabulary.targets[.raise]
    static let gains = ValueVocabulary.targets[.gain]
    static let consequences = ValueVocabulary.targets[.consequence]
    static let parts = ValueVocabulary.targets[.part]
    static let asides = ValueVocabulary.targets[.aside]
    static let describes = ValueVocabulary.targets[.describe]
    static let territories = ValueVocabulary.targets[.territory]
    static let doers = ValueVocabulary.targets[.doer]
    static let spends = ValueVocabulary.targets[.spend]
    static let feeCuts = ValueVocabulary.targets[.feeCut]
    static let notFees = ValueVocabulary.targets[.notFee]
    static let collects = ValueVocabulary.targets[.collect]
    static let prices = ValueVocabulary.targets[.price]
    static let fees = ValueVocabulary.targets[.fee]
    static let holds = ValueVocabulary.targets[.hold]
    static let breakthroughs = ValueVocabulary.targets[.breakthrough]
    static let throughputs = ValueVocabulary.targets[.throughput]
    static let ownMeasured = ValueVocabulary.targets[.ownMeasured]
    static let helps = ValueVocabulary.targets[.help]
    static let formerly = ValueVocabulary.targets[.formerly]
    static let changes = ValueVocabulary.targets[.change]

    /// What the sentence has said before the amount.
    struct Before {
        var period: Period?
        /// The last amount of the sentence that was required.
        var accepted: Amount?
        /// How many amounts 分别 holds for up to here; 0 where none was said.
        var shared = 0
        /// The bound of the last amount stands in front of it, or of the list that it is in.
        var isBoundInFront = false
        /// 每两年: a period that ``TargetMention/per`` has no word for.
        var isOtherPeriod = false
        /// The period was said as 年均.
        var isAverage = false
    }

    func isRequired(_ amount: Amount, _ before: Before) -> Bool {
        let segment = segment(of: amount)
        // What speaks for it is nearer and cheaper to see than what speaks against it.
        return isAsked(amount, segment, before) && !isExcluded(amount, segment, before)
    }

    func isAsked(_ amount: Amount, _ segment: Range<Int>, _ before: Before) -> Bool {
        if isOrderedByForm(amount, segment) || isHeld(amount) || before.isBoundInFront && isJoined(amount, before) || isShare(amount, before) { return true }
        switch amount.measure {
        case .percent, .ratio: return isLevel(amount, segment, before)
        case .money: return isMoney(amount, segment, before)
        case .span, .months: return isTimeLimit(amount, segment, before)
        case .bandwidth: return isBandwidth(amount)
        case .count, .article: return isCount(amount, segment, before)
        case .length, .area, .mass, .power, .volume: return isExtent(amount, segment)
        case .mark: return isMark(amount, segment)
        case .age: return Self.reaches.match(text, before: amount.range.lowerBound) != nil
        case .doubling: return true
        case .number: return !says(Self.moneyTalk, in: segment) && !says(Self.reliefs, in: segment)
        case .digits, .none: return false
        }
    }

    /// 涨幅控制在3%左右, 用水总量控制在11亿立方米以内: a level to be kept is ordered, whatever is measured.
    private func isHeld(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        guard endsClause(amount), amount.measure != .money, amount.measure != .digits, amount.measure != .none else { return false }
        return Self.holds.match(text, at: start) != nil || Self.holds.match(text, before: start) != nil
    }

    /// The stretch between two commas, colons or brackets around an amount; 、 does not end it.
    func segment(of amount: Amount) -> Range<Int> {
        var start = amount.range.lowerBound
        while start > 0, amount.range.lowerBound - start < 60, !ends(text[start - 1]) { start -= 1 }
        var end = amount.range.upperBound
        while end < text.count, end - amount.range.upperBound < 60, !ends(text[end]) { end += 1 }
        return start..<end
    }

    func ends(_ scalar: UInt32) -> Bool { scalar.endsClause && scalar != 0x3001 }

    // MARK: words around an amount

    /// Whether an amount is the object of the verb right in front of it, or at the head of its clause: 建设240余座, 培训农民500余人次.
    static func isObject(_ text: CompactText, _ start: Int) -> Bool {
        let head = text.clauseStart(start, limit: 12)
        return (requires.match(text, before: start) ?? 0) > 1 || text[head - 1].endsClause && (requires.match(text, at: head) ?? 0) > 1
    }

    /// A verb of work in a range; `建成区`, `开发区`, `服务业` hold none. Verbs of one character (建, 有, 设) count
    /// only in front of the number itself.
    /// - Parameter isCounted: a verb that says when something is done (开工前) tells nothing of how many are asked for.
    func doesWork(_ range: Range<Int>, isCounted: Bool = false) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            if let noun = Self.nouns.match(text, at: i) { i += noun; continue }
            if let length = Self.requires.match(text, at: i), i + length <= range.upperBound, !(isCounted && isTime(i + length)) {
                if length > 1 || i + length == range.upperBound { return true }
            }
            i += 1
        }
        return false
    }

    /// 开工|前, 建成|后: when something is done, not that it is to be; but 完成|前期工作.
    private func isTime(_ end: Int) -> Bool { text.isOne(of: "前后", at: end) && Self.timeNouns.match(text, at: end) == nil }

    private static let timeNouns = ValueVocabulary.targets[.timeNoun]

    /// Whether a word of a list stands in a range, outside the nouns that only look like it: 补贴性培训 grants nothing.
    func says(_ list: WordList, in range: Range<Int>) -> Bool {
        guard list.contains(text, in: range) else { return false }
        var i = range.lowerBound
        while i < range.upperBound {
            if let noun = Self.nouns.match(text, at: i) { i += noun; continue }
            if let length = list.match(text, at: i), i + length <= range.upperBound { return true }
            i += 1
        }
        return false
    }

    /// 高度, 时间, 比例 in front of an index: what is measured; a small word may stand between (时间在5个工作日内), or a bracket (规模（FP16）).
    func measures(before index: Int) -> Bool {
        var index = index
        if text.has("原则上", before: index) { index -= 3 }
        if text[index - 1] == 0x29, let open = (max(0, index - 20)..<index).last(where: { text[$0] == 0x28 }) { index = open }
        if Self.levels.match(text, before: index) != nil { return true }
        return text.isOne(of: "在为约应均占达", at: index - 1) && Self.levels.match(text, before: index - 1) != nil
    }

    /// The amount goes on a list whose last amount is required: 5个省级、20个市级.
    func follows(_ accepted: Amount?, _ amount: Amount) -> Bool {
        guard let accepted else { return false }
        return amount.core.lowerBound - accepted.range.upperBound <= 16
    }
}
