import FanganText

/// Years that are not four figures: 24年底, 次年3月, 20244年12月.
extension DateScanner {
    /// 24年底前, 24年6月底: a year of two digits, in a plan of the years around it, where it opens its clause.
    func shortYear(at i: Int) -> DateExpression? {
        guard let year = context.year, let date = DateExpression.readShortYear(text, at: i, around: year),
              judge.opensClause(i) || text.isOne(of: "到至", at: i - 1) else { return nil }
        return date
    }

    /// 20244年12月底前, 2204年6月底前: which year is meant nobody knows, and it is not the plan's.
    mutating func mistypedYear(at i: Int, _ end: Int) -> Int? {
        guard end - i == 3 || end - i == 5 || end - i == 4 && text[i].digit == 2 && text[i + 1].digit > 1, text[end] == 0x5E74, var date = DateExpression.read(text, at: end + 1), !date.hasYear else { return nil } // 年
        date.range = i..<date.range.upperBound
        let (suffix, stop) = judge.suffix(at: date.range.upperBound)
        let isDue = judge.isDue(date, suffix: suffix, end: stop, year: context.year)
        add(isDue ? .due : .mention, nil, nil, i..<stop, .written, open: .impossible)
        return stop
    }

    /// 次年3月底前: of the year behind the one that the sentence or the plan is about. Where every year has its next one (当年…，次年…; a plan
    /// of several years) it is none by number.
    mutating func nextYear(at i: Int) -> Int {
        guard judge.opensClause(i) || text.isOne(of: "至到于、和及-", at: i - 1), let date = DateExpression.read(text, at: i), date.part != .year || date.position != .whole else { return i + 1 }
        let sentence = text.sentenceStart(i, limit: 80)..<i
        let isEvery = recurs || context.planPeriod != nil && writtenYear == nil || Self.everyYear.contains(text, in: sentence)
        guard isEvery else { return read(date) }
        add(.reference, nil, nil, date.range, .written)
        return date.range.upperBound
    }

    func isNextYear(_ i: Int) -> Bool { Self.nextYears.match(text, at: i) != nil }

    private static let everyYear = ValueVocabulary.dates[.everyYear]
    private static let nextYears = ValueVocabulary.dates[.nextYears]
}
