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
        guard let (period, end) = word(text, at: i), period != .day || !counted else { return nil }
        if period == .week, count == 2 { return (.fortnight, 1, end) }
        if period == .month, count == 3 { return (.quarter, 1, end) }
        if period == .month, count == 6 { return (.halfYear, 1, end) }
        return (period, count, end)
    }

    /// The word for a period that begins at an index, told by its first character: most characters begin none.
    private static func word(_ text: CompactText, at i: Int) -> (Period, end: Int)? {
        switch text[i] {
        case 0x5E74: (.year, text[i + 1] == 0x5EA6 ? i + 2 : i + 1)  // 年 年度
        case 0x5B63: (.quarter, text[i + 1] == 0x5EA6 ? i + 2 : i + 1)  // 季 季度
        case 0x6708: (.month, text[i + 1] == 0x5EA6 ? i + 2 : i + 1)  // 月 月度
        case 0x5468: (.week, i + 1)  // 周
        case 0x5929, 0x65E5: (.day, i + 1)  // 天 日
        case 0x661F: text.has("期", at: i + 1) ? (.week, i + 2) : nil  // 星期
        case 0x5B66: text.has("期", at: i + 1) ? (.term, i + 2) : text.has("年", at: i + 1) ? (.year, i + 2) : nil  // 学期 学年
        case 0x534A: text.has("年", at: i + 1) ? (.halfYear, i + 2) : text.has("月", at: i + 1) ? (.fortnight, i + 2) : text.has("个月", at: i + 1) ? (.fortnight, i + 3) : nil  // 半年 半月 半个月
        default: nil
        }
    }

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
