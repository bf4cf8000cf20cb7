import FanganText

/// Dates as only cells of deadlines write them, and what stands behind 完成时限： — 2024-10, 10.31, 20241031, 2024.6-10: in running text
/// such figures are no dates.
extension DateScanner {
    /// Reads a date of figures alone that begins at an index, or a range of two; nil where there is none.
    mutating func readFigures(at i: Int) -> Int? {
        guard isFree(i - 1), let first = context.isDeadline || judge.hasKey(before: i) ? figures(at: i) : wholeDay(at: i) else { return nil }
        if let second = DateInterval.separatorEnd(text, at: first.range.upperBound), text[second].isDigit {
            guard let last = figures(at: second) ?? goingOn(from: first, at: second), isEnd(last.range.upperBound) else { return nil }
            return read(DateInterval(first: first, last: last, range: i..<last.range.upperBound))
        }
        return isEnd(first.range.upperBound) ? read(first) : nil
    }

    /// Behind no other figure, sign or letter.
    private func isFree(_ i: Int) -> Bool { !text[i].isDigit && !text[i].isLetter && !text.isOne(of: ".-/", at: i) }

    /// 前, 底, a mark or nothing: not 10.31万元.
    private func isEnd(_ i: Int) -> Bool { text[i] == 0 || text[i] == 0x20 || text[i].endsClause || text.isOne(of: "前之以底末止", at: i) }

    private func figures(at i: Int) -> DateExpression? { digits(at: i) ?? parted(at: i) ?? monthAndDay(at: i) }

    /// 20241031前: eight figures and 前 behind them are a date anywhere; but 20241031前缀.
    private func wholeDay(at i: Int) -> DateExpression? {
        guard text[i + 7].isDigit, text[i + 8] == 0x524D, !text[i + 9].isDigit, case .before = judge.suffix(at: i + 8).0 else { return nil } // 前
        return digits(at: i)
    }

    /// 20241031, 202410
    private func digits(at i: Int) -> DateExpression? {
        var end = i, value = 0
        while text[end].isDigit, end - i < 9 { value = value * 10 + text[end].digit; end += 1 }
        switch end - i {
        case 8: return date(i..<end, year: value / 10_000, month: value / 100 % 100, day: value % 100)
        case 6: return date(i..<end, year: value / 100, month: value % 100, day: nil)
        default: return nil
        }
    }

    /// 2024-10, 2024/10, 2024.10, 2024-10-31
    private func parted(at i: Int) -> DateExpression? {
        guard let year = DateExpression.fourDigits(text, at: i) else { return nil }
        let mark = text[i + 4]
        guard mark == 0x2D || mark == 0x2F || mark == 0x2E, let month = DateExpression.smallNumber(text, at: i + 5, 1...12), text[i + 5].isDigit else { return nil }
        // 2024-06-2024-12: the mark behind the month joins two dates.
        if text[month.end] == mark, let day = DateExpression.smallNumber(text, at: month.end + 1, 1...31), text[month.end + 1].isDigit, !text[day.end].isDigit,
           text[day.end] != mark || mark == 0x2D {
            // 2024.6.1 is a day, 2024-06-10 too.
            return date(i..<day.end, year: year, month: month.value, day: day.value)
        }
        return date(i..<month.end, year: year, month: month.value, day: nil)
    }

    /// 10.31, 10/31
    private func monthAndDay(at i: Int) -> DateExpression? {
        guard let month = DateExpression.smallNumber(text, at: i, 1...12), text[i].isDigit, text.isOne(of: "./", at: month.end),
              let day = DateExpression.smallNumber(text, at: month.end + 1, 1...31), text[month.end + 1].isDigit, !text[day.end].isDigit else { return nil }
        return DateExpression(range: i..<day.end, year: .none, part: .day(month.value, day.value))
    }

    /// The 10 of 2024.6-10, the 15 of 6.1-15.
    private func goingOn(from first: DateExpression, at i: Int) -> DateExpression? {
        switch first.part {
        case .month(let month):
            guard let last = DateExpression.smallNumber(text, at: i, 1...12), last.value > month else { return nil }
            return DateExpression(range: i..<last.end, year: .none, part: .month(last.value))
        case .day(let month, let day):
            guard let last = DateExpression.smallNumber(text, at: i, 1...31), last.value > day else { return nil }
            return DateExpression(range: i..<last.end, year: .none, part: .day(month, last.value))
        default: return nil
        }
    }

    private func date(_ range: Range<Int>, year: Int, month: Int, day: Int?) -> DateExpression? {
        guard (1990...2099).contains(year), (1...12).contains(month), (1...31).contains(day ?? 1) else { return nil }
        return DateExpression(range: range, year: .number(year), part: day.map { .day(month, $0) } ?? .month(month))
    }
}
