import FanganText

/// Deadlines that count from the day of issue by the calendar: 本月底前, 下周三前.
extension DateScanner {
    /// 本月底前, 下月15日前: of the month in which the plan was issued, or the next one. Without that day it stays open.
    mutating func thisMonth(at i: Int) -> Int {
        if let end = thisWeek(at: i) { return end }
        guard let near = Self.nearMonth(text, at: i), mentions.last?.kind != .recurring else { return i }
        let (suffix, end) = judge.suffix(at: near.range.upperBound)
        guard suffix != .from else { return i }
        let month = (context.issued ?? Day(context.year ?? 2000, 1, 1)).adding(months: near.months)
        let part: DateExpression.Part = near.day.map { .day(month.month, $0) } ?? .month(month.month)
        let date = DateExpression(range: near.range, year: .none, part: part, position: near.day == nil ? .final : .whole)
        guard judge.isDue(date, suffix: suffix, end: end, year: month.year) else { return near.range.upperBound }
        let detail = context.issued.map { _ in date.detail(in: month.year, suffix: suffix) }
        let isKnown = context.issued != nil && date.isPossible(in: month.year)
        add(.due, nil, isKnown ? date.days(in: month.year).last : nil, i..<end, .issued, detail: detail, open: isKnown ? nil : .day)
        return end
    }

    /// 本周内, 下周三前: of the week of issue, whose days nobody counts by; it stays open.
    private mutating func thisWeek(at i: Int) -> Int? {
        guard text.isOne(of: "本下", at: i), text[i + 1] == 0x5468, mentions.last?.kind != .recurring else { return nil } // 周
        let day = text.isOne(of: "一二三四五六日末", at: i + 2) ? i + 3 : i + 2
        let date = DateExpression(range: i..<day, year: .none, part: .month(1), position: .whole)
        let (suffix, end) = judge.suffix(at: day)
        let isWithin = text[day] == 0x5185 // 内
        guard suffix == .before || isWithin, judge.isDue(date, suffix: .before, end: isWithin ? day + 1 : end, year: nil) else { return nil }
        let last = isWithin ? day + 1 : end
        add(.due, nil, nil, i..<last, .issued, open: .day)
        return last
    }

    /// 本月底, 下月15日: a month that counts from the day of issue, with its end or one of its days.
    static func nearMonth(_ text: CompactText, at i: Int) -> (range: Range<Int>, months: Int, day: Int?)? {
        guard text.isOne(of: "本下", at: i), text[i + 1] == 0x6708 else { return nil } // 月
        let months = text[i] == 0x4E0B ? 1 : 0
        if text.isOne(of: "底末内", at: i + 2) { return (i..<i + 3, months, nil) }
        guard let day = DateExpression.smallNumber(text, at: i + 2, 1...31), text.isOne(of: "日号", at: day.end) else { return nil }
        return (i..<day.end + 1, months, day.value)
    }
}
