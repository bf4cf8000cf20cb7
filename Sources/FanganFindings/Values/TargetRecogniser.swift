import FanganText

/// Finds quantified requirements: `每年…不少于2次`, `达到90%以上`, `新增2家`, `7个省级、20个市级…示范点`.
/// Not: money granted, rates of loans and subsidies, thresholds of eligibility, slogans (“三个离不开”),
/// ordinals, dates, numbers in 《titles》, what exists already.
public struct TargetRecogniser: Sendable {
    private let names: KnownNames

    public init(names: KnownNames = .none) { self.names = names }

    public func scan(_ passage: Passage, in range: Range<Int>) -> [TargetMention] {
        scan(CompactText(passage, range))
    }

    /// - Parameter isGoal: the text says what is to be reached: 粮食产量50万吨 asks for it there without a verb.
    func scan(_ text: CompactText, isGoal: Bool = false) -> [TargetMention] {
        var scanner = TargetScanner(text: text, isGoal: isGoal, names: names)
        scanner.run()
        return scanner.found
    }
}

private struct TargetScanner {
    private let judge: TargetJudge
    private var text: CompactText { judge.text }
    private let names: KnownNames
    private(set) var found: [TargetMention] = []
    private var before = TargetJudge.Before()
    /// Where the period of the sentence was said.
    private var periodPlace = 0
    /// Where 每3小时 was said: it holds for its own clause.
    private var rhythmPlace: Int?
    /// The subjects of the amounts of the sentence, the last one's place in ``found`` and where it ended.
    private var lastSubject: (range: Range<Int>, target: Int)?
    private var lastEnd = 0

    init(text: CompactText, isGoal: Bool, names: KnownNames) {
        self.names = names
        judge = TargetJudge(text: text, isGoal: isGoal)
    }

    mutating func run() {
        var i = 0
        while i < text.count {
            i = Self.triggers.next(text, from: i)
            guard i < text.count else { return }
            i = max(step(at: i), i + 1)
        }
    }

    private static let triggers = TriggerSet("0123456789。;！《“\"「每年半全一二两三四五六七八九十百千万")

    private mutating func step(at i: Int) -> Int {
        let scalar = text[i]
        if scalar.isDigit { return number(at: i) }
        switch scalar {
        case 0x3002, 0x3B, 0xFF01:  // 。；！
            before = TargetJudge.Before()
            lastSubject = nil
        case 0x300A: return text.titleEnd(at: i) ?? i
        // 做到“1个工作日内认领，3个工作日内反馈”: the words of an order; other quotations are names and slogans.
        case 0x201C, 0x22, 0x300C: return text.quoteEnd(at: i).map { $0 - i >= 12 && text.has("做到", before: i) ? i : $0 } ?? i
        case 0x6BCF:  // 每
            if let end = otherPeriodEnd(at: i) {
                before.period = nil
                before.isOtherPeriod = true
                rhythmPlace = i
                return end
            }
            guard let (period, count, end) = Period.read(text, after: i + 1) else {
                if text.isOne(of: "期次场班批", at: i + 1) { before.period = nil }  // 每年不少于2期，每期不少于50人
                return i
            }
            before.period = count == 1 ? period : nil
            before.isOtherPeriod = count > 1
            before.isAverage = false
            periodPlace = i
            return end
        case 0x534A where text[i + 1] == 0x5E74 && !text.isOne(of: "上下前后每个", at: i - 1) && !text[i - 1].isDigit:  // 半年开展一次督查
            before.period = .halfYear
            before.isOtherPeriod = false
            before.isAverage = false
            periodPlace = i
            return i + 2
        case 0x5168 where text[i + 1] == 0x5E74:  // 每季度1次，全年不少于12次
            before.period = nil
            return i + 2
        case 0x5E74 where text[i + 1] == 0x5747:  // 年均
            before.period = .year
            before.isAverage = true
            periodPlace = i
            return i + 2
        case 0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07:
            return number(at: i)
        default: break
        }
        return i
    }

    private mutating func number(at i: Int) -> Int {
        guard !text[i - 1].isLetter, text[i - 1] != 0x2E, text[i - 1] != 0xD7, var amount = Amount.read(text, at: i) else {
            return numberEnd(at: i)
        }
        if amount.isChinese, let place = placeEnd(at: i) { return place }
        amount.readBounds(text)
        // 每年 does not reach from one cell of a long row to the last.
        if before.period != nil, i - periodPlace > Self.periodReach || text.endsParagraph(in: periodPlace + 1..<i + 1) || isOfAYear(i) { before.period = nil }
        if let place = rhythmPlace, text.clauseStart(i) > place {
            before.isOtherPeriod = false
            rhythmPlace = nil
        }
        shareBound(&amount)
        guard judge.isRequired(amount, before) else { return amount.core.upperBound }
        let limits = amount.limits
        let end = levelEnd(after: amount)
        amount.range = amount.range.lowerBound..<max(end, amount.range.upperBound)
        found.append(
            TargetMention(min: limits.min, max: limits.max, unit: amount.unitName(text), per: period(of: amount)?.code, range: text.place(amount.range)))
        found[found.count - 1].isAbout = amount.bound == .about || amount.isMore
        spreadBound(of: amount)
        addScope(amount)
        before.accepted = amount
        return amount.range.upperBound
    }

    /// 三台县, 七台河市: a name that begins like an amount; not 三台县级服务器.
    private func placeEnd(at i: Int) -> Int? {
        (i + 3...i + 5).first { end in
            text.isOne(of: "县区市旗镇乡州", at: end - 1) && text[end] != 0x7EA7 && names.isPlace(text.string(i..<end)) // 级
        }
    }

    /// 每3小时报告一次, 每10分钟: a rhythm that no plan counts in.
    private func otherPeriodEnd(at i: Int) -> Int? {
        guard let number = DateExpression.smallNumber(text, at: i + 1, 1...99) else { return nil }
        return text.any(Self.hours, at: number.end).map { number.end + $0.count }
    }

    private static let hours: [StaticString] = ["个小时", "小时", "分钟", "个钟头"]

    /// 每年开展1次排查，2025年新建100个: a year of its own stands between.
    private func isOfAYear(_ i: Int) -> Bool {
        (periodPlace + 2..<max(periodPlace + 2, i)).contains { at in
            text[at].isDigit && DateExpression.fourDigits(text, at: at) != nil && text[at + 4] == 0x5E74 && (text[at - 1].endsClause || text.isOne(of: "到至", at: at - 1) && text[at - 2].endsClause)
        }
    }

    /// 分别突破2万亿元、3万亿元; 不少于3次、5篇: the bound in front of the first holds for the whole list.
    private func shareBound(_ amount: inout Amount) {
        guard amount.bound == .none, let last = before.accepted, last.bound == .least || last.bound == .most, before.isBoundInFront, judge.isJoined(amount, before) else { return }
        amount.bound = last.bound
    }

    /// 分别达到3家、5家以上: the bound behind the last one holds for the whole list.
    private mutating func spreadBound(of amount: Amount) {
        let last = before.accepted, isJoined = judge.isJoined(amount, before)
        before.isBoundInFront = amount.range.lowerBound < amount.core.lowerBound || isJoined && before.isBoundInFront
        before.shared = isJoined && before.shared > 0 ? before.shared + 1 : saysApart(amount) ? 1 : 0
        guard before.shared > 1, let last, last.bound == .none, amount.bound == .least || amount.bound == .most, amount.range.upperBound > amount.core.upperBound else { return }
        for i in found.index(found.endIndex, offsetBy: -before.shared)..<found.endIndex {
            if amount.bound == .least { found[i].max = nil } else { found[i].min = nil }
        }
    }

    /// 分别 in front of an amount, a verb between: 分别压缩至.
    private func saysApart(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        return (max(0, start - 5)..<max(0, start)).contains { text.has("分别", before: $0 + 1) }
    }

    /// A single place is kept in mind until another subject stands beside it.
    private mutating func addScope(_ amount: Amount) {
        defer { lastEnd = amount.range.upperBound }
        let scopes = TargetScope(text: text)
        guard let subject = scopes.subject(of: amount, judge.segment(of: amount), floor: lastEnd) else { return }
        let target = found.count - 1
        if scopes.isWeak(subject) {
            if let last = lastSubject, scopes.isWeak(last.range) { found[last.target].scope = text.place(last.range) }
            let isBeside = lastSubject != nil || scopes.isHalf(subject) && before.accepted?.measure == amount.measure
            if isBeside { found[target].scope = text.place(subject) }
        } else {
            if let last = lastSubject, scopes.isContrast(subject), scopes.isWeak(last.range) { found[last.target].scope = text.place(last.range) }
            found[target].scope = text.place(subject)
        }
        lastSubject = (subject, target)
    }

    /// 7个省级, 20个市级: the level is quoted with the count.
    private func levelEnd(after amount: Amount) -> Int {
        let end = amount.range.upperBound
        guard amount.measure == .article, end == amount.core.upperBound else { return end }
        return Self.grades.match(text, at: end).map { end + $0 } ?? end
    }

    private static let periodReach = 100
    private static let grades = ValueVocabulary.targets[.grade]

    /// 每年 governs the counts of its sentence; a share only where it stands in the same clause.
    private func period(of amount: Amount) -> Period? {
        if text[amount.core.upperBound] == 0x2F, let (period, _, _) = Period.read(text, after: amount.core.upperBound + 1) { return period }  // 2次/年
        if text.first("年产", in: judge.segment(of: amount).lowerBound..<amount.range.lowerBound) != nil, amount.measure == .count, text.first("年产值", in: judge.segment(of: amount).lowerBound..<amount.range.lowerBound) == nil { return .year }
        // 每年改造100家，累计改造300家: the sum is for no single year.
        guard let period = before.period, !isSum(amount) else { return nil }
        // 每日消毒2次; what follows in another clause is seldom done each day.
        if period == .day { return text.clauseStart(amount.range.lowerBound) <= periodPlace ? period : nil }
        // 年均增长10%，2025年突破2万亿元: an average is that of its clause.
        guard before.isAverage || amount.measure == .percent || amount.measure == .span || amount.measure == .months || amount.measure == .ratio else { return period }
        return text.clauseStart(amount.range.lowerBound) <= periodPlace ? period : nil
    }

    private func isSum(_ amount: Amount) -> Bool {
        let start = amount.range.lowerBound
        if text[start - 1] == 0x5171 { return true } // 三年共90个
        return (text.clauseStart(start)..<start).contains { $0 > periodPlace && Self.sums.match(text, at: $0) != nil }
    }

    private static let sums = ValueVocabulary.targets[.sum]

    private func numberEnd(at i: Int) -> Int {
        var end = i
        while text[end].isDigit || (text[end] == 0x2E && text[end + 1].isDigit) { end += 1 }
        return max(end, i + 1)
    }
}
