import FanganText

/// A phase of a plan with its dates.
public struct PhaseMention: Sendable, Hashable {
    /// Without label and dates: `动员部署阶段`.
    public var name: String
    public var start: Day?
    /// Nil for an open end.
    public var end: Day?
    /// In the passage: name and dates.
    public var range: Range<Int>
    public var nameRange: Range<Int>
    public var yearBasis: YearBasis
    /// How finely the dates are named.
    public var detail: DateDetail?
    /// A day is named that no calendar has; the dates are left open.
    var isImpossible = false

    public init(
        name: String, start: Day?, end: Day?, range: Range<Int>, nameRange: Range<Int>, yearBasis: YearBasis, detail: DateDetail? = nil
    ) {
        self.name = name
        self.start = start
        self.end = end
        self.range = range
        self.nameRange = nameRange
        self.yearBasis = yearBasis
        self.detail = detail
    }
}

/// Reads the heading of a phase: `动员部署阶段（2021年12月—2022年9月）`, `1.宣传动员阶段(2023年6月至7月):`,
/// `第一阶段：宣传发动（3月底前）`, `启动阶段：2023年1月—3月`.
public struct PhaseRecogniser: Sendable {
    public init() {}

    /// The phase that a heading (or an item's text that begins with one) names; nil if it gives no dates.
    ///
    /// - Parameter inPhases: the section is about phases: then any name with dates in a bracket or behind a colon is one
    ///   (`宣传发动（2023年3月）`, `长效管护：2024年4月起`). Elsewhere a name that does not say 阶段 or 时期 needs a range of dates
    ///   in a bracket and must be no document's.
    /// - Parameter isInSeries: the section has a phase with a beginning: then `动员部署（3月15日前）` is one too, elsewhere a deadline.
    public func read(_ heading: Passage, context: DateContext, inPhases: Bool = false, isInSeries: Bool = false) -> PhaseMention? {
        let text = CompactText(heading, 0..<min(heading.count, 100))
        let first = labelEnd(text)
        guard let dates = dates(text, from: first, context) else { return nil }
        if dates.range.lowerBound - first <= 1 { return named(behind: dates, text, heading) }
        var nameEnd = dates.range.lowerBound
        let opener = text[nameEnd - 1]
        let bracketed = opener == 0x28 || opener == 0x5B
        while nameEnd > first, isMark(text[nameEnd - 1]) { nameEnd -= 1 }
        var nameStart = first
        // 第一阶段：宣传发动: the ordinal is a label where a name follows it.
        if let colon = (first..<nameEnd).first(where: { text[$0] == 0x3A || text[$0] == 0xFF0C || text[$0] == 0x2C }),
           text[first] == 0x7B2C, colon + 1 < nameEnd { nameStart = colon + 1 }
        guard nameEnd - nameStart >= 2, nameEnd - nameStart <= 24 else { return nil }
        let saysPhase = Self.saysPhase(text, first..<nameEnd)
        // 细则拟定（6月底前） without a beginning is a deadline; in a series each sibling is a phase, and this one's beginning is open.
        let next = text[dates.range.upperBound]
        let isAfterColon = inPhases && opener == 0x3A && (dates.start != nil || isInSeries && (next == 0x3002 || next == 0))
        let isSetOff = bracketed && (dates.isInterval || inPhases && (dates.start != nil || isInSeries)) || isAfterColon
        guard saysPhase || (isSetOff && (inPhases || isPlainName(text, nameStart..<nameEnd))) else { return nil }
        var end = dates.range.upperBound
        if bracketed, text[end] == 0x29 || text[end] == 0x5D { end += 1 }
        if bracketed, let name = nameBehind(text, end, ordinal: nameStart..<nameEnd) { return mention(dates, name: name, nameStart..<name.upperBound, text, heading) }
        return mention(dates, name: nameStart..<nameEnd, nameStart..<end, text, heading)
    }

    /// `第一步（5月—6月）：动员部署。`: a clause of its own behind an ordinal with its dates is the phase's name; the beginning of a
    /// sentence (`：制定方案，召开会议。`) is not. Behind a comma (`，动员部署。`) it may be one that says who does what.
    func nameBehind(_ text: CompactText, _ end: Int, ordinal: Range<Int>) -> Range<Int>? {
        let isComma = text.isOne(of: "，,", at: end)
        guard text[ordinal.lowerBound] == 0x7B2C, ordinal.count <= 5, text[end] == 0x3A || isComma else { return nil }
        let stop = text.clauseEnd(end + 1, limit: 25)
        guard stop - end > 4, stop - end <= (isComma ? 7 : 20), text[stop] == 0x3002 || text[stop] == 0 || isComma && text[stop] == 0x3B else { return nil }
        return end + 1..<stop
    }

    /// 2023年11月，总结验收阶段; 3月至4月为动员部署阶段: the dates stand in front of the name.
    private func named(behind dates: Dates, _ text: CompactText, _ heading: Passage) -> PhaseMention? {
        var start = dates.range.upperBound
        while isMark(text[start]) || text.isOne(of: "为是", at: start) { start += 1 }
        let end = text.clauseEnd(start, limit: 25)
        guard end - start >= 2, end - start <= 24, text.has("阶段", before: end) || text.has("階段", before: end) else { return nil }
        return mention(dates, name: start..<end, dates.range.lowerBound..<end, text, heading)
    }

    /// The phase of a heading without dates, whose text begins with them: `集中整治阶段。` `2023年4月至10月，…`, `时间：3月—5月`.
    /// A single date at the head of a text may be a deadline, and is taken only where it stands alone.
    public func read(_ passage: Passage, heading: Range<Int>, textStart: Int, context: DateContext, inPhases: Bool) -> PhaseMention? {
        let name = CompactText(passage, heading)
        guard inPhases || Self.saysPhase(name, 0..<name.count), name.count <= 24 else { return nil }
        let text = CompactText(passage, textStart..<min(passage.count, textStart + 60))
        var start = 0
        while let word = text.any(Self.timeKeys, at: start) { start += word.count }
        guard let dates = dates(text, from: start, context), dates.range.lowerBound == start else { return nil }
        // A single one only as a sentence of its own: 总结阶段。2025年第四季度。
        let next = text[dates.range.upperBound]
        guard dates.isInterval || dates.start != nil && (next == 0x3002 || next == 0 || next == 0x29) else { return nil }
        guard !inPhases || !goesOn(CompactText(passage, textStart..<min(passage.count, textStart + 400)), from: dates.range.upperBound) else { return nil }
        let end = text.place(dates.range).upperBound
        return mention(
            name: squashed(passage, heading), range: heading.lowerBound..<end,
            nameRange: heading, dates: dates)
    }

    private static let timeKeys: [StaticString] = ["时间安排", "工作时间", "时间节点", "时限", "时间", ":", "为", "(", "从", "自"]

    /// Whether a name only says that a time follows: 时间, 工作时间.
    static func isTimeKey(_ name: String) -> Bool {
        let name = Passage(name), text = CompactText(name, name.indices)
        return text.any(timeKeys, at: 0).map { $0.count == text.count } ?? false
    }

    private static func saysPhase(_ text: CompactText, _ range: Range<Int>) -> Bool {
        // 阶段性补贴 is no phase.
        range.contains { (text.has("阶段", at: $0) || text.has("階段", at: $0)) && text[$0 + 2] != 0x6027 } || text.has("期", before: range.upperBound)
    }

    func mention(_ dates: Dates, name: Range<Int>, _ range: Range<Int>, _ text: CompactText, _ heading: Passage) -> PhaseMention {
        let place = text.place(name)
        return mention(name: squashed(heading, place), range: text.place(range), nameRange: place, dates: dates)
    }

    private func mention(name: String, range: Range<Int>, nameRange: Range<Int>, dates: Dates) -> PhaseMention {
        var mention = PhaseMention(
            name: name, start: dates.start, end: dates.end, range: range, nameRange: nameRange, yearBasis: dates.basis, detail: dates.detail)
        mention.isImpossible = dates.isImpossible
        return mention
    }

    struct Dates {
        var start: Day?
        var end: Day?
        var range: Range<Int>
        var basis: YearBasis
        var isInterval = false
        var detail: DateDetail?
        var isImpossible = false
    }

    /// The first date or range of dates.
    func dates(_ text: CompactText, from first: Int, _ context: DateContext) -> Dates? {
        var i = first
        while true {
            i = Self.triggers.next(text, from: i)
            guard i < text.count, text[i] != 0x3002 else { return nil }
            if text.has("即日起", at: i) || text.has("印发之日起", at: i) {
                return fromIssue(text, i, i + (text[i] == 0x5373 ? 3 : 5), context)
            }
            if let bare = DateInterval.readBare(text, at: i) { return dates(bare, context) }
            if let date = DateExpression.read(text, at: i), isTime(text, date) {
                if let interval = DateInterval.read(text, from: date) { return dates(interval, context) }
                return single(text, date, context)
            }
            i += 1
        }
    }

    /// What a date can begin with, and the end of a sentence.
    private static let triggers = TriggerSet("0123456789零〇一二两兩三四五六七八九十百千万萬亿億今本明去上下年第即印次翌来。")

    /// 第一阶段 begins like 第一季度, 2023年 alone may belong to a name.
    private func isTime(_ text: CompactText, _ date: DateExpression) -> Bool {
        let previous = text[date.range.lowerBound - 1]
        return previous == 0 || previous.endsClause || date.part != .year
    }

    private func dates(_ interval: DateInterval, _ context: DateContext) -> Dates {
        let coming = context.comingYear(of: interval), year = coming ?? context.year
        let days = interval.days(assuming: year)
        let isWritten = interval.first.hasYear || interval.last.hasYear
        return Dates(start: days?.first, end: days?.last, range: interval.range, basis: isWritten ? .written : coming == nil ? context.yearBasis : .issued, isInterval: true,
            detail: interval.detail(assuming: year), isImpossible: !interval.isPossible(assuming: year))
    }

    private func single(_ text: CompactText, _ date: DateExpression, _ context: DateContext) -> Dates {
        let judge = DateJudge(text: text, context: context)
        var (suffix, end) = judge.suffix(at: date.range.upperBound)
        if suffix == .from, let today = text.any(["至今", "持续推进", "长期坚持", "持续", "长期"], at: end) { end += today.count }
        // （2023年4月—）
        if suffix == .none, text[end] == 0x2D, let mark = DateInterval.separatorEnd(text, at: end), text[mark] == 0 || text[mark] == 0x29 || text[mark] == 0x5D {
            (suffix, end) = (.from, mark)
        }
        let coming = context.comingYear(of: date), year = date.resolvedYear(coming ?? context.year)
        let basis: YearBasis = date.hasYear ? .written : coming == nil ? context.yearBasis : .issued
        let range = date.range.lowerBound..<end
        guard let year else { return Dates(start: nil, end: nil, range: range, basis: basis) }
        let detail = date.detail(in: year, suffix: suffix, issued: context.issued)
        guard date.isPossible(in: year) else { return Dates(start: nil, end: nil, range: range, basis: basis, detail: detail, isImpossible: true) }
        let days = date.days(in: year)
        var dates = Dates(start: days.first, end: days.last, range: range, basis: basis, detail: detail)
        switch suffix {
        case .before: (dates.start, dates.end) = (nil, date.lastDayBefore(in: year, issued: context.issued))
        case .from: dates.end = nil
        default: if date.position == .final { dates.start = nil }
        }
        return dates
    }

    private func fromIssue(_ text: CompactText, _ i: Int, _ after: Int, _ context: DateContext) -> Dates {
        guard let second = DateInterval.separatorEnd(text, at: after), let date = DateExpression.read(text, at: second) else {
            let detail = DateDetail(edtf: context.issued.map { $0.iso + "/.." }, precision: .day)
            return Dates(start: context.issued, end: nil, range: i..<after, basis: .issued, detail: detail)
        }
        let year = date.resolvedYear(context.year)
        let (_, end) = DateJudge(text: text, context: context).suffix(at: date.range.upperBound)
        var detail = date.detail(in: year, suffix: .none)
        detail.edtf = year.map { (context.issued?.iso ?? "") + "/" + date.notation(in: $0).last }
        let isPossible = date.isPossible(in: year)
        return Dates(
            start: context.issued, end: isPossible ? year.map { date.days(in: $0).last } : nil, range: i..<end,
            basis: date.hasYear ? .written : context.yearBasis, detail: detail, isImpossible: !isPossible)
    }

    /// Index after a label （一）, 1., 一、 at the beginning.
    private func labelEnd(_ text: CompactText) -> Int {
        var i = 0
        let open = text[0] == 0x28
        if open { i = 1 }
        let start = i
        while text[i].isDigit || Numerals.chineseDigit(text[i]) != nil || text[i] == 0x5341 { i += 1 }
        guard i > start, i - start <= 3 else { return 0 }
        if open { return text[i] == 0x29 ? i + 1 : 0 }
        return text[i] == 0x2E && !text[i + 1].isDigit || text[i] == 0x3001 || text[i] == 0x29 ? i + 1 : 0
    }

    private func isMark(_ scalar: UInt32) -> Bool { scalar.endsClause || scalar == 0x2D }

    /// No sentence, no title, no document: 方案（2021—2023年） is none.
    private func isPlainName(_ text: CompactText, _ range: Range<Int>) -> Bool {
        let isWords = range.allSatisfy { !text[$0].endsClause && text[$0] != 0x300A && text[$0] != 0x300B && text[$0] != 0x3D }
        return isWords && ValueVocabulary.documents[.kind].match(text, before: range.upperBound) == nil
    }

    func squashed(_ passage: Passage, _ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for i in range {
            let value = passage.scalars[i]
            if value <= 0x20 || value == 0x3000 || value == 0xA0 { continue }
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }
}
