import FanganText

/// Two dates with a dash, 至 or 到 between them: `2021年12月—2022年9月`, `2023年6月至7月`, `3月1-15日`.
struct DateInterval: Sendable {
    var first: DateExpression
    var last: DateExpression
    /// From the first date to the end of the second, 止 included.
    var range: Range<Int>

    /// Reads on from a date that was read; nil if no second one follows.
    static func read(_ text: CompactText, from first: DateExpression) -> DateInterval? {
        if let shared = readSharedUnit(text, from: first) { return shared }
        var i = first.range.upperBound
        if let word = text.any(["开始", "起"], at: i) { i += word.count }
        guard let second = separatorEnd(text, at: i) else { return nil }
        if let last = DateExpression.read(text, at: second), !text.has("前", at: last.range.upperBound) || last.position == .final {
            return DateInterval(first: first, last: last, range: first.range.lowerBound..<end(text, last.range.upperBound))
        }
        if let last = monthAndDay(text, at: second, like: first) ?? month(text, at: second, like: first) { return DateInterval(first: first, last: last, range: first.range.lowerBound..<last.range.upperBound) }
        // 3月1日至15日
        if case .day(let month, _) = first.part, let day = DateExpression.smallNumber(text, at: second, 1...31),
           text[day.end] == 0x65E5 {
            let last = DateExpression(range: second..<(day.end + 1), year: .none, part: .day(month, day.value))
            return DateInterval(first: first, last: last, range: first.range.lowerBound..<end(text, day.end + 1))
        }
        return nil
    }

    /// The `9.30` of `2024.6.1-9.30`, the `03-31` of `2024-03-01至03-31`.
    private static func monthAndDay(_ text: CompactText, at i: Int, like first: DateExpression) -> DateExpression? {
        guard case .day = first.part, case let mark = text[first.range.lowerBound + 4], mark == 0x2E || mark == 0x2F || mark == 0x2D && text[i - 1] != mark, let month = DateExpression.smallNumber(text, at: i, 1...12), text[month.end] == mark,
              let day = DateExpression.smallNumber(text, at: month.end + 1, 1...31), !DateExpression.isUnitOrNumber(text, day.end), text[day.end] != mark else { return nil }
        return DateExpression(range: i..<(text.isOne(of: "日号", at: day.end) ? day.end + 1 : day.end), year: .none, part: .day(month.value, day.value))
    }

    /// The `9` of `2024.6-9`.
    private static func month(_ text: CompactText, at i: Int, like first: DateExpression) -> DateExpression? {
        guard case .month = first.part, text[first.range.lowerBound + 4] == 0x2E, let month = DateExpression.smallNumber(text, at: i, 1...12), !DateExpression.isUnitOrNumber(text, month.end) else { return nil }
        return DateExpression(range: i..<month.end, year: .none, part: .month(month.value))
    }

    /// Where the unit is said once: `2021—2023年`, `6-8月`, `2023年6-8月`, `3月1-15日`.
    /// Given an index where digits begin.
    static func readBare(_ text: CompactText, at start: Int) -> DateInterval? {
        guard text[start].isDigit, !text[start - 1].isDigit, text[start - 1] != 0x2E else { return nil }
        if let year = DateExpression.fourDigits(text, at: start) {
            guard let second = separatorEnd(text, at: start + 4),
                  let last = DateExpression.read(text, at: second), last.hasYear, case .year = last.part else { return nil }
            let first = DateExpression(range: start..<(start + 4), year: .number(year), part: .year)
            return DateInterval(first: first, last: last, range: start..<last.range.upperBound)
        }
        guard let month = DateExpression.smallNumber(text, at: start, 1...12),
              let second = separatorEnd(text, at: month.end),
              let last = DateExpression.read(text, at: second), !last.hasYear, case .month = last.part else { return nil }
        let first = DateExpression(range: start..<month.end, year: .none, part: .month(month.value))
        return DateInterval(first: first, last: last, range: start..<last.range.upperBound)
    }

    private static func readSharedUnit(_ text: CompactText, from first: DateExpression) -> DateInterval? {
        let i = first.range.upperBound
        guard text[i].isDigit else { return nil }
        if case .year = first.part, first.position == .whole, first.hasYear, var bare = readBare(text, at: i) {
            guard !bare.last.hasYear else { return nil }
            bare.first = DateExpression(range: first.range.lowerBound..<bare.first.range.upperBound, year: first.year, part: bare.first.part)
            bare.range = first.range.lowerBound..<bare.range.upperBound
            return bare
        }
        guard case .month(let month) = first.part, first.position == .whole,
              let day = DateExpression.smallNumber(text, at: i, 1...31), let second = separatorEnd(text, at: day.end),
              let other = DateExpression.smallNumber(text, at: second, 1...31), text[other.end] == 0x65E5 else { return nil }
        let start = DateExpression(range: first.range.lowerBound..<day.end, year: first.year, part: .day(month, day.value))
        let last = DateExpression(range: second..<(other.end + 1), year: .none, part: .day(month, other.value))
        return DateInterval(first: start, last: last, range: start.range.lowerBound..<last.range.upperBound)
    }

    /// Index after a run of dashes, 至 or 到.
    static func separatorEnd(_ text: CompactText, at i: Int) -> Int? {
        var j = i
        while text[j] == 0x2D { j += 1 }
        if j > i { return j }
        return text[i] == 0x81F3 || text[i] == 0x5230 ? i + 1 : nil
    }

    private static func end(_ text: CompactText, _ i: Int) -> Int { text[i] == 0x6B62 ? i + 1 : i }

    /// Whether the calendar has both days.
    func isPossible(assuming year: Int?) -> Bool {
        let years = years(assuming: year)
        return first.isPossible(in: years?.first) && last.isPossible(in: years?.last)
    }

    /// First and last day, nil where the year is open or one of the two is no day; the second date inherits the first one's year, or gives it.
    func days(assuming year: Int?) -> (first: Day, last: Day)? {
        guard isPossible(assuming: year) else { return nil }
        return years(assuming: year).map { (first.days(in: $0.first).first, last.days(in: $0.last).last) }
    }

    /// The years of the two dates.
    func years(assuming year: Int?) -> (first: Int, last: Int)? {
        if case .offset(1) = last.year, let own = first.hasYear ? first.resolvedYear(year) : year { return (own, own + 1) } // 12月1日至次年2月15日
        // 12月1日—2027年1月15日 begins in the year before.
        if !first.hasYear, last.hasYear, let end = last.resolvedYear(year) { return (first.days(in: end).first > last.days(in: end).last ? end - 1 : end, end) }
        let own = first.hasYear ? first.resolvedYear(year) : year
        guard let own else { return nil }
        if last.hasYear { return (own, last.resolvedYear(year) ?? own) }
        // 2023年10月至3月 ends in the next year.
        return (own, last.days(in: own).last < first.days(in: own).first ? own + 1 : own)
    }
}
