import ArgumentParser

/// A day, a month or a year as users write it: `2025-07-01`, `2025-07`, `2025`. Days that no calendar has are refused.
struct DateArgument: Sendable {
    /// As it was given; days, months and years compare as text.
    let text: String
    /// Two for a month, three for a day.
    let parts: Int

    /// - Throws: `ValidationError`, where it is none.
    init(_ argument: String) throws {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false), numbers = parts.compactMap { Int($0) }
        guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            throw ValidationError("Give a year, a month or a day: 2025, 2025-07, 2025-07-01.")
        }
        guard numbers[0] > 0, numbers.count < 2 || (1...12).contains(numbers[1]), numbers.count < 3 || (1...Self.days(of: numbers[1], numbers[0])).contains(numbers[2]) else {
            throw ValidationError("There is no such day in the calendar.")
        }
        (text, self.parts) = (argument, parts.count)
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
