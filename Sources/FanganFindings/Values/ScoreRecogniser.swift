import FanganText

/// Points that a text gives or takes.
public struct ScoreMention: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// `得2分`, `（3分）`, `加1分`.
        case award
        /// `扣1分`; points are negative.
        case deduction
        /// `最多扣5分`, `最高加3分`: a bound on what other rules give; deductions are negative.
        case cap
        /// `满分100分`, `总分20分`: a sum that can be checked.
        case total
        /// `扣完为止`: deductions end where the points do; it names no number, ``ScoreMention/points`` is 0.
        case untilZero = "until-zero"
    }

    public var points: Double
    public var kind: Kind
    /// In the passage, with the verb: `得2分`, `每少1次扣0.5分` is `扣0.5分`.
    public var range: Range<Int>
    /// In a bracket of its own, `（2分）`, `（得2分）`: one of the parts that add up, and no grade among others (`优秀得3分，良好得2分`).
    public var isPart = false

    public init(points: Double, kind: Kind, range: Range<Int>) {
        self.points = points
        self.kind = kind
        self.range = range
    }
}

/// Finds points: `（得2分）`, `（1.5分）`, `扣1分`, `分值：5`. Not points: 分钟, 部分, 百分点, 90分以上, 8时30分, weights (60%).
public struct ScoreRecogniser: Sendable {
    public init() {}

    public func scan(_ passage: Passage, in range: Range<Int>) -> [ScoreMention] {
        scan(CompactText(passage, range))
    }

    func scan(_ text: CompactText) -> [ScoreMention] {
        var found: [ScoreMention] = []
        var i = 0
        while true {
            i = Self.triggers.next(text, from: i)
            guard i < text.count else { break }
            let scalar = text[i]
            if scalar == 0x300A, let end = text.titleEnd(at: i) { i = end; continue }
            if scalar == 0x6263, let end = untilZero(text, at: i) {
                found.append(ScoreMention(points: 0, kind: .untilZero, range: text.place(i..<end)))
                i = end
                continue
            }
            if scalar == 0x5206 {
                if let mention = points(text, at: i) { found.append(mention) }
                else if let mention = labelled(text, at: i) { found.append(mention) }
            }
            i += 1
        }
        return found
    }

    private static let triggers = TriggerSet("《分扣")

    /// 扣完为止, 扣完该项分值为止.
    private func untilZero(_ text: CompactText, at i: Int) -> Int? {
        guard let word = text.any(["扣完", "扣光", "扣至0分", "扣到0分"], at: i) else { return nil }
        let from = i + word.count
        return (from..<(from + 9)).first { text.has("为止", at: $0) }.map { $0 + 2 }
    }

    /// The points of a cell of a 分值 column: `3`, `3分`, `2.5`.
    public func points(ofCell passage: Passage) -> ScoreMention? {
        let text = CompactText(passage, passage.indices)
        guard text[0].isDigit, let number = Numerals.read(text, at: 0), !number.isChinese else { return nil }
        guard number.end == text.count || (text[number.end] == 0x5206 && number.end + 1 == text.count) else { return nil }
        return ScoreMention(points: number.value, kind: .award, range: text.place(0..<text.count))
    }

    /// Words that begin with 分: what stands before them counts no points.
    private static let otherWords: StaticString = "钟鐘之部别局布类校院行析工贝米享贯流散成秒担公队站期批管所支册队辨制组区级项"

    /// A number in front of the 分 at an index.
    private func points(_ text: CompactText, at i: Int) -> ScoreMention? {
        guard text[i - 1].isDigit, !text.isOne(of: Self.otherWords, at: i + 1) else { return nil }
        var start = i
        while text[start - 1].isDigit || (text[start - 1] == 0x2E && text[start - 2].isDigit) { start -= 1 }
        let before = text[start - 1]
        // 扣5-10分: up to so many, with the verb in front of both.
        if before == 0x2D, text[start - 2].isDigit {
            var first = start - 1
            while text[first - 1].isDigit || (text[first - 1] == 0x2E && text[first - 2].isDigit) { first -= 1 }
            guard Self.verbs.contains(where: { text.has($0.0, before: first) }), let number = Numerals.read(text, at: start), number.end == i else { return nil }
            return signed(text, first, i + 1, number.value)
        }
        if before.isLetter || before == 0x65F6 || before == 0x70B9 || before == 0x7B2C { return nil }  // 时 点 第
        if isThreshold(text, start, i + 1) || isFormer(text, start, i + 1) { return nil }
        guard let number = Numerals.read(text, at: start), number.end == i else { return nil }
        return signed(text, start, i + 1, number.value)
    }

    /// 90分以上, 低于60分, 80-90分: a grade, not points to be had.
    private func isThreshold(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        if text.any(Self.sumCaps, before: start) != nil { return false }
        if let word = text.any(Self.rangeEnds, at: end) { return word.count > 0 }
        if text[end] == 0x28, text.any(Self.bracketedEnds, at: end) != nil { return true }
        if text.any(Self.levels, before: start) != nil { return true }
        return text[end] == 0x2D && text[end + 1].isDigit
    }

    /// 分值由10分|调整为15分
    private func isFormer(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        Self.formers.match(text, before: start) != nil && Self.changes.match(text, at: end) != nil
    }

    private static let formers = ValueVocabulary.dates[.former]
    private static let changes = ValueVocabulary.dates[.change]
    private static let rangeEnds: [StaticString] = ["以上", "以下", "及以上", "及以下", "以内", "至", "为合格", "为优秀", "为良好", "为不合格", "者"]
    private static let bracketedEnds: [StaticString] = ["(含", "(不含", "(包含"]
    private static let levels: [StaticString] = ["低于", "高于", "达到", "不足", "超过", "大于", "小于", "不满", "少于", "至", "≥", "≤", "在", "未达"]

    private func signed(_ text: CompactText, _ start: Int, _ end: Int, _ value: Double) -> ScoreMention {
        for (word, kind) in Self.verbs where text.has(word, before: start) {
            let from = start - word.count
            let isCap = text.any(Self.caps, before: from) != nil || text.any(Self.capsAfter, at: end) != nil
            let points = kind == .deduction ? -value : value
            var mention = ScoreMention(points: points, kind: isCap ? .cap : kind, range: text.place(from..<end))
            mention.isPart = isBracketed(text, from, end)
            return mention
        }
        if let from = deductionStart(text, start) { return ScoreMention(points: -value, kind: .deduction, range: text.place(from..<end)) }
        if let word = text.any(Self.caps, before: start) {
            return ScoreMention(points: value, kind: .cap, range: text.place((start - word.count)..<end))
        }
        if text.any(Self.capsAfter, at: end) != nil { return ScoreMention(points: value, kind: .cap, range: text.place(start..<end)) }
        var mention = ScoreMention(points: value, kind: .award, range: text.place(start..<end))
        mention.isPart = isBracketed(text, start, end)
        return mention
    }

    /// 扣|绩效分5分, 扣减|年度考核分3分: between the verb and the number stands what the points are of.
    private func deductionStart(_ text: CompactText, _ start: Int) -> Int? {
        guard text[start - 1] == 0x5206 else { return nil } // 分
        for i in (max(0, start - Self.longestOwner)..<start - 1).reversed() {
            if text[i].isDigit || text[i].endsClause { return nil }
            if text[i] == 0x6263, text[i + 1] != 0x5206 { return i } // 扣
        }
        return nil
    }

    private static let longestOwner = 14

    private func isBracketed(_ text: CompactText, _ start: Int, _ end: Int) -> Bool {
        (text[start - 1] == 0x28 || text[start - 1] == 0x5B) && (text[end] == 0x29 || text[end] == 0x5D)
    }

    /// Caps that end like the bound of a grade (超过60分).
    private static let sumCaps: [StaticString] = ["累计不超过", "扣分不超过", "加分不超过", "最高不超过", "最多不超过"]

    /// Longer words first.
    private static let caps: [StaticString] = [
        "扣分累计不超过", "累计不超过", "扣分不超过", "加分不超过", "最高不超过", "最多不超过", "上限为", "最多可", "最高可", "最多", "最高", "至多", "不超过", "上限", "封顶",
    ]
    private static let capsAfter: [StaticString] = ["封顶", "为限", "为上限"]
    private static let verbs: [(StaticString, ScoreMention.Kind)] = [
        ("扣减", .deduction), ("扣除", .deduction), ("扣分", .deduction), ("加分", .award), ("扣", .deduction), ("减", .deduction), ("倒扣", .deduction),
        ("得", .award), ("加", .award), ("计", .award), ("记", .award), ("赋", .award), ("给", .award), ("奖励", .award),
        ("满分", .total), ("满分为", .total), ("总分", .total), ("总分为", .total), ("共", .total), ("共计", .total), ("合计", .total),
        ("总计", .total), ("满分:", .total), ("总分:", .total), ("合计:", .total), ("基础分", .total), ("总分值", .total),
    ]

    /// 分值：5 with the number behind the word and no 分 after it.
    private func labelled(_ text: CompactText, at i: Int) -> ScoreMention? {
        guard text[i + 1] == 0x503C else { return nil }
        var start = i + 2
        if text[start] == 0x3A || text[start] == 0x4E3A { start += 1 }
        guard text[start].isDigit, let number = Numerals.read(text, at: start), !number.isChinese else { return nil }
        guard text[number.end] == 0 || text[number.end].endsClause else { return nil }
        return ScoreMention(points: number.value, kind: .award, range: text.place(i..<number.end))
    }
}
