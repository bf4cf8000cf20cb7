extension DateExpression {
    /// The year it names, given the year that is meant where none is written.
    func resolvedYear(_ assumed: Int?) -> Int? {
        switch year {
        case .number(let value): value
        case .offset(let offset): assumed.map { $0 + offset }
        case .none: assumed
        }
    }

    /// The same date at the end of its month or year, where the last of a list says so for all: 3月、6月、9月底前.
    var atEnd: DateExpression {
        guard position == .whole, precision != .day else { return self }
        var date = self
        date.position = .final
        return date
    }

    /// First and last day of what is named: 6月底 is the last day of June, 年内 the whole year.
    func days(in year: Int) -> (first: Day, last: Day) {
        let (first, last) = bounds(in: year)
        switch position {
        case .whole, .within: return (first, last)
        case .final: return (last, last)
        case .early:
            if case .month = part { return (first, Day(first.year, first.month, 10)) }
            return (first, Day.lastDay(first.year, first.month))
        case .middle:
            if case .month = part { return (Day(year, first.month, 11), Day(year, first.month, 20)) }
            let month = (first.month + last.month) / 2
            return (Day(year, month, 1), Day.lastDay(year, month))
        case .late: return (Day(year, last.month, 21), last)
        }
    }

    private func bounds(in year: Int) -> (Day, Day) {
        switch part {
        case .year: (Day(year, 1, 1), Day(year, 12, 31))
        case .half(let half): (Day(year, half * 6 - 5, 1), Day.lastDay(year, half * 6))
        case .quarter(let quarter): (Day(year, quarter * 3 - 2, 1), Day.lastDay(year, quarter * 3))
        case .month(let month): (Day(year, month, 1), Day.lastDay(year, month))
        case .day(let month, let day): (Day(year, month, day), Day(year, month, day))
        }
    }

    /// The last day for what is done 前 it: `2025年6月前` ends with May, `11月30日前` and `6月底前` with that day.
    func lastDayBefore(in year: Int) -> Day {
        let (first, last) = days(in: year)
        if case .day = part { return last }
        return position == .whole ? first.previous : last
    }

    /// As ``lastDayBefore(in:)``, but nothing is due before the plan is issued: 2014年4季度前 in a plan of November 2014 is the quarter's end.
    func lastDayBefore(in year: Int, issued: Day?) -> Day {
        meansItsEnd(in: year, issued: issued) ? days(in: year).last : lastDayBefore(in: year)
    }

    /// Whether what is named has begun when the plan is issued, and is not over.
    func meansItsEnd(in year: Int, issued: Day?) -> Bool {
        guard let issued, position == .whole, precision != .day else { return false }
        let (first, last) = days(in: year)
        return first <= issued && issued <= last
    }

    /// False for 2月30日, in an ordinary year for 2月29日, as the text has them.
    func isPossible(in year: Int?) -> Bool {
        guard case .day(let month, let day) = part else { return true }
        return day <= Day.length(year ?? 2000, month)
    }

    /// Months that a recurring date names, for RFC 5545's BYMONTH.
    var months: [Int] {
        switch part {
        case .year: position == .final ? [12] : position == .early ? [1] : position == .middle ? [6] : []
        case .half(let half): position == .final ? [half * 6] : Array((half * 6 - 5)...(half * 6))
        case .quarter(let quarter): position == .final ? [quarter * 3] : Array((quarter * 3 - 2)...(quarter * 3))
        case .month(let month), .day(let month, _): [month]
        }
    }
}
