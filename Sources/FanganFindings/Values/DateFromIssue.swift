import FanganText

/// Terms counted from the day on which the plan was issued: 印发后30日内, 公布之日起1个月内.
extension DateScanner {
    /// 印发, 发布: what a term may be counted from.
    static let issuing = ValueVocabulary.dates[.issuing]

    /// 印发之日起至2025年12月31日, 公布之日起1个月内, 即日起至5月底.
    mutating func counted(at i: Int) -> Int {
        let after = text[i + 2] == 0x8D77 ? i + 3 : i + 2
        let word = Self.issuing.match(text, before: i)
        guard word != nil || text[i] == 0x5373 else { return after }
        let start = i - (word ?? 0)
        if let second = DateInterval.separatorEnd(text, at: after), let date = DateExpression.read(text, at: second) {
            let (year, basis) = year(of: date)
            let isPossible = date.isPossible(in: year)
            let last = isPossible ? year.map { date.days(in: $0).last } : nil
            let range = start..<date.range.upperBound
            var detail = date.detail(in: year, suffix: .none)
            detail.edtf = year.map { (context.issued?.iso ?? "") + "/" + date.notation(in: $0).last }
            add(isTimeOfWork(range, last: last, isRough: false) ? .due : .interval, context.issued, last, range, basis, detail: detail, open: isPossible ? nil : .impossible)
            return date.range.upperBound
        }
        if let end = takesEffect(start, after) { return end }
        guard let (end, day) = duration(at: after) else { return after }
        let edtf = day.map { (context.issued?.iso ?? "") + "/" + $0.iso }
        let detail = DateDetail(edtf: edtf, precision: .day, month: .counted, day: .counted)
        add(.due, context.issued, day, start..<end, .issued, detail: detail, open: .day)
        return end
    }

    /// 自印发之日起施行: from the day of issue on.
    private mutating func takesEffect(_ start: Int, _ end: Int) -> Int? {
        guard let issued = context.issued, judge.takesEffect(end) else { return nil }
        add(.interval, issued, nil, start..<end, .issued, detail: DateDetail(edtf: issued.iso + "/..", precision: .day, month: .counted, day: .counted))
        mentions[mentions.count - 1].takesEffect = true
        return readValidity(behind: end) ?? end
    }

    /// 印发后30日内: counted as from 印发之日.
    mutating func countedBehind(_ i: Int) -> Int { counted(fromIssueBefore: i, at: i + 1) ?? i }

    /// 印发30日内
    mutating func countedDirectly(at i: Int) -> Int? { counted(fromIssueBefore: i, at: i) }

    /// - Parameter end: where the word for issuing ends.
    private mutating func counted(fromIssueBefore end: Int, at number: Int) -> Int? {
        guard let word = Self.issuing.match(text, before: end), let (last, day) = duration(at: number) else { return nil }
        let detail = DateDetail(edtf: day.map { (context.issued?.iso ?? "") + "/" + $0.iso }, precision: .day, month: .counted, day: .counted)
        add(.due, context.issued, day, end - word..<last, .issued, detail: detail, open: .day)
        return last
    }

    private static let within = ValueVocabulary.dates[.within]

    /// 1个月内, 30日内, 一年内, counted from the day of issue. Working days are left open, and all where that day is not known.
    private func duration(at i: Int) -> (end: Int, day: Day?)? {
        guard let number = DateExpression.smallNumber(text, at: i, 1...999) else { return nil }
        var end = number.end
        if text[end] == 0x4E2A { end += 1 }
        let unit = text[end]
        end += unit == 0x5DE5 ? 3 : 1  // 工作日
        guard let word = Self.within.match(text, at: end) else { return nil }
        end += word
        guard let issued = context.issued else { return (end, nil) }
        switch unit {
        case 0x6708: return (end, issued.adding(months: number.value))
        case 0x5E74: return (end, issued.adding(months: 12 * number.value))
        case 0x65E5, 0x5929: return (end, issued.adding(days: number.value))
        case 0x5468: return (end, issued.adding(days: 7 * number.value))
        default: return (end, nil)
        }
    }
}
