/// A stretch of time that a requirement comes back in.
enum Period: String, Sendable, Hashable {
    case year, halfYear = "half-year", quarter, month, fortnight, week, term, day

    /// As a target has it; a day is no period of its own there, but no other one's either: 每周至少巡查3次，每日消毒2次.
    var code: String? { self == .day ? nil : rawValue }

    /// Reads what stands behind 每: 年, 半年, 季度, 个月, 两个星期, 学期 …, with how many of them.
    static func read(_ text: CompactText, after start: Int) -> (Period, count: Int, end: Int)? {
        var i = start
        var count = 1
        if let number = DateExpression.smallNumber(text, at: i, 1...99) { count = number.value; i = number.end }
        let counted = text[i] == 0x4E2A  // 个
        if counted { i += 1 }
        for (word, period) in words where text.has(word, at: i) {
            if period == .day, counted { return nil }
            let end = i + word.count
            if period == .week, count == 2 { return (.fortnight, 1, end) }
            if period == .month, count == 3 { return (.quarter, 1, end) }
            if period == .month, count == 6 { return (.halfYear, 1, end) }
            return (period, count, end)
        }
        return nil
    }

    /// Longer words first.
    private static let words: [(StaticString, Period)] = [
        ("年度", .year), ("半年", .halfYear), ("半个月", .fortnight), ("半月", .fortnight), ("学期", .term), ("学年", .year), ("季度", .quarter), ("月度", .month), ("季", .quarter), ("星期", .week),
        ("年", .year), ("月", .month), ("周", .week), ("天", .day), ("日", .day),
    ]

    func frequency(_ count: Int) -> String {
        let (name, step): (String, Int) =
            switch self {
            case .year: ("YEARLY", count)
            case .halfYear, .term: ("MONTHLY", 6 * count)
            case .quarter: ("MONTHLY", 3 * count)
            case .month: ("MONTHLY", count)
            case .fortnight: ("WEEKLY", 2 * count)
            case .week: ("WEEKLY", count)
            case .day: ("DAILY", count)
            }
        return step == 1 ? "FREQ=\(name)" : "FREQ=\(name);INTERVAL=\(step)"
    }
}
