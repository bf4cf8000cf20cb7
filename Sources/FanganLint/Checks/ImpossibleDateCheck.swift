import FanganGraph
import FanganText

/// Days and months that no calendar has: 2023年13月, 2月30日. Looked for in the text, since what is no date is no value of the graph.
struct ImpossibleDateCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        let text = plan.scalars
        var found: [LintFinding] = []
        for at in text.indices where text[at] == 0x6708 {  // 月
            guard let month = number(text, before: at), !month.range.isEmpty else { continue }
            let year = year(text, before: month.range.lowerBound)
            let day = number(text, behind: at + 1)
            guard let start = start(text, month.range, year) else { continue }
            let isMonth = (1...12).contains(month.value)
            if isMonth, day == nil || (1...CalendarDay.days(inMonth: month.value, of: year?.value)).contains(day?.value ?? 0) { continue }
            // 13月 alone may count months (第13月); with its year, or as part of a day, it is a date.
            if !isMonth, year == nil, day == nil { continue }
            found.append(LintFinding(
                "date.impossible", .warning, at: ScalarSpan(start, day?.range.upperBound ?? at + 1), message: "没有这个日期", advice: "核对年、月、日"))
        }
        return found
    }

    private typealias Number = (value: Int, range: Range<Int>)

    /// The digits in front of a place, blanks between them and it left out.
    private func number(_ text: [UInt32], before at: Int) -> Number? {
        var end = at
        while end > 0, Self.isBlank(text[end - 1]) { end -= 1 }
        var start = end
        while start > 0, end - start < 5, digitValue(text[start - 1]) != nil { start -= 1 }
        guard end > start, end - start <= 4 else { return nil }
        return (value(text, start..<end), start..<end)
    }

    /// The day behind 月, with 日.
    private func number(_ text: [UInt32], behind at: Int) -> Number? {
        var start = at
        while start < text.count, Self.isBlank(text[start]) { start += 1 }
        var end = start
        while end < text.count, end - start < 3, digitValue(text[end]) != nil { end += 1 }
        guard end > start, end - start <= 2 else { return nil }
        var sign = end
        while sign < text.count, Self.isBlank(text[sign]) { sign += 1 }
        guard sign < text.count, text[sign] == 0x65E5 else { return nil }  // 日
        return (value(text, start..<end), start..<(sign + 1))
    }

    /// A year of four digits with 年 in front of a place.
    private func year(_ text: [UInt32], before at: Int) -> Number? {
        var sign = at
        while sign > 0, Self.isBlank(text[sign - 1]) { sign -= 1 }
        guard sign > 0, text[sign - 1] == 0x5E74, let year = number(text, before: sign - 1), year.range.count == 4 else { return nil }  // 年
        return year
    }

    /// Where the date begins; nil where the number before 月 is none of a month: 1.5月, 第13月.
    private func start(_ text: [UInt32], _ month: Range<Int>, _ year: Number?) -> Int? {
        if let year { return year.range.lowerBound }
        guard month.count <= 2 else { return nil }
        let before = month.lowerBound > 0 ? text[month.lowerBound - 1] : 0
        return before == 0x2E || before == 0x7B2C || before == 0xFF0E ? nil : month.lowerBound
    }

    private func value(_ text: [UInt32], _ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + (digitValue(text[$1]) ?? 0) } }

    private static func isBlank(_ scalar: UInt32) -> Bool { scalar == 0x20 }
}
