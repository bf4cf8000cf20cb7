import FanganText

/// Deadlines named by an occasion: 2024年国庆节前 is the day before the feast, 汛期前 a day that the document does not give.
extension DateScanner {
    /// A year with an occasion behind it; nil where none is there. Whatever follows, the year's end is not what is meant.
    mutating func readOccasion(of date: DateExpression) -> Int? {
        guard case .year = date.part, date.position == .whole, date.hasYear else { return nil }
        let list = Occasion.list(text, at: date.range.upperBound)
        if let last = list.last {
            let (suffix, end) = judge.suffix(at: last.range.upperBound)
            if suffix == .before { return read(list, of: date, end: eve(end)) }
            guard suffix == .from || Self.around.match(text, at: last.range.upperBound) != nil else { return nil }
            return leave(date, date.range.lowerBound..<last.range.upperBound)  // 2024年春节期间
        }
        guard let end = judge.otherTimeBefore(date) else { return nil }
        read(nil, of: date, in: date.range.lowerBound..<end, end: end)
        return end
    }

    /// 国庆节前, without a year, at its 前.
    mutating func readOccasion(before i: Int) -> Int {
        let nameEnd = text.isOne(of: "之以", at: i - 1) ? i - 1 : i
        let (suffix, end) = judge.suffix(at: nameEnd)
        guard suffix == .before, !recurs else { return i }
        let list = Occasion.list(text, before: nameEnd)
        guard let first = list.first, list.last?.range.upperBound == nameEnd,
              mentions.last.map({ $0.range.upperBound <= text.place(first.range).lowerBound }) ?? true else { return i }
        // 每月汇总，月底前报送: of every month.
        if text[first.range.lowerBound] == 0x6708, mentions.last?.kind == .recurring { return i }
        let date = DateExpression(range: first.range.lowerBound..<first.range.lowerBound, year: .none, part: .year)
        return max(i, read(list, of: date, end: eve(end)))
    }

    /// 2024年元旦、春节前: the year in front of the first and what stands behind the last hold for all.
    private mutating func read(_ list: [Occasion], of date: DateExpression, end: Int) -> Int {
        for (k, occasion) in list.enumerated() {
            let start = k == 0 ? date.range.lowerBound : occasion.range.lowerBound
            let stop = k == list.count - 1 ? end : occasion.range.upperBound
            read(occasion, of: date, in: start..<stop, end: end)
        }
        return end
    }

    /// - Parameter occasion: nil where the words are no known occasion (2024年主体工程封顶前).
    /// - Parameter date: the year in front of it.
    /// - Parameter end: the index behind 前.
    private mutating func read(_ occasion: Occasion?, of date: DateExpression, in range: Range<Int>, end: Int) {
        let (year, basis) = year(of: date)
        if date.hasYear, let year, year >= (context.firstYear ?? year) { writtenYear = year }
        let eve = year.flatMap { lastDay(before: occasion, in: $0, isWritten: date.hasYear) }
        var expression = DateExpression(range: range, year: date.year, part: .year)
        if let eve { (expression.year, expression.part) = (.number(eve.year), .day(eve.month, eve.day)) }
        let isDue = judge.isDue(expression, suffix: .before, end: end, year: eve?.year ?? year)
        let detail = eve.map { DateDetail(edtf: "../" + $0.iso, precision: .day, month: .dayBefore, day: .dayBefore) }
        if isDue, let eve {
            add(.due, nil, eve, range, basis, detail: detail)
        } else if isDue, occasion == nil || judge.isOrdered(end) {
            add(.due, nil, nil, range, basis, open: occasion?.start == .unknown || year != nil ? .day : .year)
        } else if date.hasYear || eve != nil {
            add(.mention, nil, eve, range, basis, detail: detail)
        }
    }

    /// The day before an occasion. Without a written year it is the first one that the plan still has before it: 元旦前 in a plan
    /// of March 2023 is the end of that year.
    private func lastDay(before occasion: Occasion?, in year: Int, isWritten: Bool) -> Day? {
        guard let day = occasion?.firstDay(in: year)?.previous else { return nil }
        if isWritten || day >= context.issued ?? Day(year, 1, 1) { return day }
        return occasion?.firstDay(in: year + 1)?.previous ?? day
    }

    private mutating func leave(_ date: DateExpression, _ range: Range<Int>) -> Int {
        let (year, basis) = year(of: date)
        if let year, year >= (context.firstYear ?? year) { writtenYear = year }
        add(.mention, nil, nil, range, basis)
        return range.upperBound
    }

    /// 国庆节前夕
    private func eve(_ end: Int) -> Int { text[end] == 0x5915 ? end + 1 : end }

    /// Behind an occasion: no deadline, and not the year's end either.
    private static let around = ValueVocabulary.dates[.around]
}
