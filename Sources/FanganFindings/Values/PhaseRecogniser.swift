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
    /// A heading whose name does not say 阶段 or 时期 is a phase only with a range of dates in a bracket behind
    /// it and a name that is no document's; the caller knows whether its section is about phases.
    public func read(_ heading: Passage, context: DateContext) -> PhaseMention? {
        let text = CompactText(heading, 0..<min(heading.count, 100))
        let first = labelEnd(text)
        guard let dates = dates(text, from: first, context) else { return nil }
        var nameEnd = dates.range.lowerBound
        let bracketed = nameEnd > 0 && (text[nameEnd - 1] == 0x28 || text[nameEnd - 1] == 0x5B)
        while nameEnd > first, isMark(text[nameEnd - 1]) { nameEnd -= 1 }
        var nameStart = first
        // 第一阶段：宣传发动: the ordinal is a label where a name follows it.
        if let colon = (first..<nameEnd).first(where: { text[$0] == 0x3A || text[$0] == 0xFF0C || text[$0] == 0x2C }),
           text[first] == 0x7B2C, colon + 1 < nameEnd { nameStart = colon + 1 }
        guard nameEnd - nameStart >= 2, nameEnd - nameStart <= 24 else { return nil }
        let saysPhase = text.first("阶段", in: first..<nameEnd) != nil || text.first("階段", in: first..<nameEnd) != nil || text.has("期", before: nameEnd)
        guard saysPhase || (bracketed && dates.isInterval && isPlainName(text, nameStart..<nameEnd)) else { return nil }
        let name = text.place(nameStart..<nameEnd)
        var end = dates.range.upperBound
        if bracketed, text[end] == 0x29 || text[end] == 0x5D { end += 1 }
        return PhaseMention(
            name: squashed(heading, name), start: dates.start, end: dates.end, range: text.place(nameStart..<end),
            nameRange: name, yearBasis: dates.basis, detail: dates.detail)
    }

    private struct Dates {
        var start: Day?, end: Day?, range: Range<Int>, basis: YearBasis
        var isInterval = false
        var detail: DateDetail?
    }

    /// The first date or range of dates.
    private func dates(_ text: CompactText, from first: Int, _ context: DateContext) -> Dates? {
        var i = first
        while i < text.count {
            if text[i] == 0x3002 { return nil }
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
        return nil
    }

    /// 第一阶段 begins like 第一季度, 2023年 alone may belong to a name.
    private func isTime(_ text: CompactText, _ date: DateExpression) -> Bool {
        let previous = text[date.range.lowerBound - 1]
        return previous == 0 || previous.endsClause || date.part != .year
    }

    private func dates(_ interval: DateInterval, _ context: DateContext) -> Dates {
        let days = interval.days(assuming: context.year)
        let isWritten = interval.first.hasYear || interval.last.hasYear
        return Dates(start: days?.first, end: days?.last, range: interval.range, basis: isWritten ? .written : context.yearBasis, isInterval: true,
            detail: interval.detail(assuming: context.year))
    }

    private func single(_ text: CompactText, _ date: DateExpression, _ context: DateContext) -> Dates {
        let judge = DateJudge(text: text, context: context)
        var (suffix, end) = judge.suffix(at: date.range.upperBound)
        if suffix == .from, let today = text.any(["至今", "持续推进", "长期坚持", "持续", "长期"], at: end) { end += today.count }
        let year = date.resolvedYear(context.year)
        let basis: YearBasis = date.hasYear ? .written : context.yearBasis
        let range = date.range.lowerBound..<end
        guard let year else { return Dates(start: nil, end: nil, range: range, basis: basis) }
        let days = date.days(in: year)
        var dates = Dates(start: days.first, end: days.last, range: range, basis: basis, detail: date.detail(in: year, suffix: suffix))
        switch suffix {
        case .before: (dates.start, dates.end) = (nil, date.lastDayBefore(in: year))
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
        return Dates(
            start: context.issued, end: year.map { date.days(in: $0).last }, range: i..<end,
            basis: date.hasYear ? .written : context.yearBasis, detail: detail)
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

    private func squashed(_ passage: Passage, _ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for i in range {
            let value = passage.scalars[i]
            if value <= 0x20 || value == 0x3000 || value == 0xA0 { continue }
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }
}
