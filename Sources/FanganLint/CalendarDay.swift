/// A day of the Gregorian calendar, with its number in a row of all days.
struct CalendarDay {
    let year: Int, month: Int, day: Int

    /// From `yyyy-mm-dd`.
    init?(_ iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...9999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        (year, month, day) = (parts[0], parts[1], parts[2])
    }

    /// Days of a month; of a February whose year is not known 29.
    static func days(inMonth month: Int, of year: Int?) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true ? 29 : 28
        default: 31
        }
    }

    func isSameMonth(as other: CalendarDay) -> Bool { year == other.year && month == other.month }

    /// Consecutive days have consecutive numbers. Years are counted from March, so that the leap day is the last.
    var number: Int {
        let y = month > 2 ? year : year - 1
        let m = month > 2 ? month - 3 : month + 9
        return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
    }
}
