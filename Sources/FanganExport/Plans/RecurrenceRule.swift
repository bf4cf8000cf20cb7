/// What a recurrence rule of RFC 5545 says of days, as far as plans say it: `FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1`.
///
/// A calendar counts from the first day, which must be one that the rule names. `2023-03-01` and `FREQ=YEARLY;BYMONTH=9` begin on `2023-09-01`.
struct RecurrenceRule {
    private var isMonthFree = true
    private var months: Set<Int> = []
    /// Negative ones count from the month's end.
    private var monthDays: Set<Int> = []
    /// Monday is 0.
    private var weekDays: Set<Int> = []

    /// nil for a rule with parts that this does not know, or that is none.
    init?(_ rule: String) {
        var frequency = ""
        for part in rule.split(separator: ";", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, part.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
            switch sides[0] {
            case "FREQ": frequency = String(sides[1])
            case "INTERVAL": guard let step = Int(sides[1]), step > 0, step < 1000 else { return nil }
            case "BYMONTH":
                guard let values = Self.numbers(sides[1]), values.isSubset(of: Set(1...12)) else { return nil }
                months = values
            case "BYMONTHDAY":
                guard let values = Self.numbers(sides[1]), !values.contains(0), values.allSatisfy({ $0.magnitude <= 31 }) else { return nil }
                monthDays = values
            case "BYDAY":
                let values = sides[1].split(separator: ",", omittingEmptySubsequences: false).map { name in Self.names.firstIndex { $0 == name } }
                guard values.allSatisfy({ $0 != nil }) else { return nil }
                weekDays = Set(values.compactMap(\.self))
            default: return nil
            }
        }
        guard ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].contains(frequency) else { return nil }
        // A month's day that a rule leaves open is that of the first day in every month: it must be one that every month has.
        isMonthFree = (frequency == "DAILY" || frequency == "WEEKLY") || !monthDays.isEmpty
    }

    private static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func numbers(_ list: Substring) -> Set<Int>? {
        let values = list.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        return values.allSatisfy { $0 != nil } ? Set(values.compactMap(\.self)) : nil
    }

    /// The first day from a day on that the rule names; nil where none of eight years is (`BYMONTH=2;BYMONTHDAY=30`).
    func first(from start: CalendarDay) -> CalendarDay? {
        var day = start
        for _ in 0..<(8 * 366 + 2) {
            if names(day) { return day }
            day = day.next
        }
        return nil
    }

    private func names(_ day: CalendarDay) -> Bool {
        if !months.isEmpty && !months.contains(day.month) { return false }
        if !weekDays.isEmpty && !weekDays.contains(day.weekDay) { return false }
        if monthDays.isEmpty { return isMonthFree || day.day <= 28 }
        return monthDays.contains(day.day) || monthDays.contains(day.day - day.daysOfMonth - 1)
    }
}

/// A day of the Gregorian calendar.
struct CalendarDay: Equatable {
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int

    /// Reads `2023-09-01`; nil where there is no such day.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...9999).contains(year), (1...12).contains(month) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        guard (1...daysOfMonth).contains(day) else { return nil }
    }

    /// `2023-09-01`
    var text: String {
        func padded(_ number: Int, _ width: Int) -> String { String(repeating: "0", count: max(0, width - String(number).count)) + String(number) }
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    var daysOfMonth: Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since the first day of the year 1.
    var number: Int {
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400 + day - 1
        var earlier = self
        earlier.month = 1
        while earlier.month < month {
            days += earlier.daysOfMonth
            earlier.month += 1
        }
        return days
    }

    /// Monday is 0, as the first day of the year 1 was.
    var weekDay: Int { number % 7 }

    var next: CalendarDay {
        var result = self
        if day < daysOfMonth { result.day += 1 } else if month < 12 { (result.month, result.day) = (month + 1, 1) } else { (result.year, result.month, result.day) = (year + 1, 1, 1) }
        return result
    }
}
