import FanganText

/// Dates that share the word behind the last of them: `3、6、9、12月底前`, `第二、三季度`, `2024、2025年底前`.
extension DateScanner {
    /// Reads such a list where it is one of deadlines, and returns the index behind it.
    mutating func readShared(at i: Int) -> Int? {
        guard let (dates, last) = shared(at: i), judge.suffix(at: last.range.upperBound).0 == .before || last.position == .final || context.isDeadline else { return nil }
        for date in dates { _ = read(listed: date, before: last) }
        return read(last)
    }

    private func shared(at start: Int) -> (dates: [DateExpression], last: DateExpression)? {
        let isOrdinal = text[start] == 0x7B2C // 第
        var ranges: [Range<Int>] = [], i = isOrdinal ? start + 1 : start
        while ranges.count < 12, let number = Numerals.read(text, at: i), !number.isPercent, text.isOne(of: "、和", at: number.end) {
            ranges.append(i..<number.end)
            i = number.end + 1
        }
        guard !ranges.isEmpty, let last = DateExpression.read(text, at: i) else { return nil }
        // `1、6月底前完成摸底` is a number and a day, 附件3、6月底前 the annex and a day.
        if case .month = last.part { guard ranges.count > 1, text[start - 1] == 0 || text[start - 1].endsClause || text.isOne(of: "于在到至的年", at: start - 1) else { return nil } }
        let dates = ranges.compactMap { named($0, like: last, isOrdinal) }
        let months = (dates + [last]).map { $0.months.first ?? 0 }
        guard dates.count == ranges.count, last.part == .year || zip(months, months.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        return (dates, last)
    }

    /// The date that a number of the list names, with the last one's word behind it.
    private func named(_ range: Range<Int>, like last: DateExpression, _ isOrdinal: Bool) -> DateExpression? {
        let whole = isOrdinal && range.lowerBound > 0 && text[range.lowerBound - 1] == 0x7B2C ? range.lowerBound - 1..<range.upperBound : range
        if case .number = last.year, last.part == .year {
            guard let year = DateExpression.fourDigits(text, at: range.lowerBound), range.count == 4 else { return nil }
            return DateExpression(range: whole, year: .number(year), part: .year, position: last.position)
        }
        guard !last.hasYear, range.count <= 2, let number = DateExpression.smallNumber(text, at: range.lowerBound, 1...12) else { return nil }
        switch last.part {
        case .month: return DateExpression(range: whole, year: .none, part: .month(number.value), position: last.position)
        case .quarter where number.value <= 4: return DateExpression(range: whole, year: .none, part: .quarter(number.value), position: last.position)
        default: return nil
        }
    }
}
