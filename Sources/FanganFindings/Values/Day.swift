/// A day of the Gregorian calendar, without time zone.
public struct Day: Sendable, Hashable, Comparable {
    public let year: Int
    /// 1 … 12.
    public let month: Int
    /// 1 … 31.
    public let day: Int

    /// A date as written; month and day are brought into their ranges (2023-02-31 is 2023-02-28).
    public init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = min(max(month, 1), 12)
        self.day = min(max(day, 1), Self.length(year, self.month))
    }

    /// Reads `yyyy-mm-dd`.
    public init?(iso: String) {
        let parts = iso.utf8.split(separator: UInt8(ascii: "-")).map { Int(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        guard (1...12).contains(month), day >= 1, day <= Self.length(year, month) else { return nil }
        self.init(year, month, day)
    }

    /// `yyyy-mm-dd`.
    public var iso: String {
        guard (0...9999).contains(year) else { return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func write(_ number: Int, endingAt end: Int, digits: Int) {
                var rest = number
                for k in 0..<digits {
                    bytes[end - k] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            write(year, endingAt: 3, digits: 4)
            write(month, endingAt: 6, digits: 2)
            write(day, endingAt: 9, digits: 2)
            (bytes[4], bytes[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
            return 10
        }
    }

    public static func lastDay(_ year: Int, _ month: Int) -> Day { Day(year, month, length(year, month)) }

    /// Days of a month.
    public static func length(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day before.
    public var previous: Day {
        if day > 1 { return Day(year, month, day - 1) }
        return month > 1 ? Self.lastDay(year, month - 1) : Day(year - 1, 12, 31)
    }

    /// The same day some months later, the last of the month where there is none (31 January → 28 February).
    public func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        return Day(index / 12, index % 12 + 1, day)
    }

    public func adding(days: Int) -> Day {
        var result = self
        var left = days
        while left > 0 {
            let room = Self.length(result.year, result.month) - result.day
            if left <= room { return Day(result.year, result.month, result.day + left) }
            left -= room + 1
            result = result.month == 12 ? Day(result.year + 1, 1, 1) : Day(result.year, result.month + 1, 1)
        }
        return result
    }

    public static func < (a: Day, b: Day) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
