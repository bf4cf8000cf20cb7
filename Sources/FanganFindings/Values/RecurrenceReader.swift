import FanganText

/// Times that come again: `每年9月`, `每年2月底前`, `每月28日前`, `每季度`, `每两个星期`, `每学期`.
struct RecurrenceReader {
    let text: CompactText

    struct Reading {
        var range: Range<Int>
        /// RFC 5545.
        var rule: String
        var unit: Period
    }

    /// The recurring time that begins with the 每 at an index.
    func read(at start: Int) -> Reading? {
        guard text[start] == 0x6BCF, !isShare(before: start) else { return nil }
        guard let (period, count, i) = Period.read(text, after: start + 1) else { return nil }
        let (detail, end) = detail(of: period, at: i)
        var rule = period.frequency(count)
        if let detail { rule = detail }
        return Reading(range: start..<end, rule: rule, unit: period)
    }

    /// 每人每年…元, 每亩每年: a rate, no task.
    private func isShare(before start: Int) -> Bool {
        text[start - 2] == 0x6BCF || text.has("每平方米", before: start)
    }

    private func detail(of period: Period, at i: Int) -> (String?, Int) {
        switch period {
        case .year: return yearDetail(at: i)
        case .month: return monthDetail(at: i)
        case .quarter: return quarterDetail(at: i)
        case .week:
            let names: [(StaticString, String)] = [
                ("一", "MO"), ("二", "TU"), ("三", "WE"), ("四", "TH"), ("五", "FR"), ("六", "SA"), ("日", "SU"), ("天", "SU"),
            ]
            for (word, name) in names where text.has(word, at: i) && !text.isOne(of: "次期场篇个家名", at: i + 1) {
                return ("FREQ=WEEKLY;BYDAY=" + name, before(i + 1))
            }
            return (nil, i)
        default: return (nil, i)
        }
    }

    private func yearDetail(at start: Int) -> (String?, Int) {
        let i = text[start] == 0x7684 ? start + 1 : start  // 每年的9月
        if let bare = DateInterval.readBare(text, at: i), !bare.last.hasYear { return (months(bare), bare.range.upperBound) }
        // 每年底前, 每年末: the 年 of 每年 is that of 年底.
        if text[i] == 0x5E95 || text[i] == 0x672B { return ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", before(i + 1)) }
        guard let date = DateExpression.read(text, at: i), !date.hasYear else { return (nil, start) }
        if let interval = DateInterval.read(text, from: date) { return (months(interval), interval.range.upperBound) }
        let list = date.months
        guard !list.isEmpty else { return (nil, start) }
        var rule = "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
        if case .day(_, let day) = date.part { rule += ";BYMONTHDAY=\(day)" } else if date.position == .final { rule += ";BYMONTHDAY=-1" }
        return (rule, before(date.range.upperBound))
    }

    private func months(_ interval: DateInterval) -> String {
        guard let first = interval.first.months.first, let last = interval.last.months.last else { return "FREQ=YEARLY" }
        let list = first <= last ? Array(first...last) : Array(first...12) + Array(1...last)
        return "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
    }

    private func monthDetail(at i: Int) -> (String?, Int) {
        if let day = DateExpression.smallNumber(text, at: i, 1...31), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
            return ("FREQ=MONTHLY;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if text[i] == 0x5E95 || text[i] == 0x672B { return ("FREQ=MONTHLY;BYMONTHDAY=-1", before(i + 1)) }
        if text.has("上旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=10", before(i + 2)) }
        if text.has("中旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=20", before(i + 2)) }
        if text.has("下旬", at: i) { return ("FREQ=MONTHLY;BYMONTHDAY=-1", before(i + 2)) }
        return (nil, i)
    }

    /// 每季度末, 每季度首月10日前, 每季度最后一个月.
    private func quarterDetail(at i: Int) -> (String?, Int) {
        if let word = text.any(["首月", "第一个月", "首个月"], at: i) {
            let end = i + word.count
            guard let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 else {
                return ("FREQ=YEARLY;BYMONTH=1,4,7,10", before(end))
            }
            return ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if let word = text.any(["末月", "最后一个月", "第三个月"], at: i) {
            let end = i + word.count
            guard let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 else {
                return ("FREQ=YEARLY;BYMONTH=3,6,9,12", before(end))
            }
            return ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=\(day.value)", before(day.end + 1))
        }
        if text[i] == 0x672B || text[i] == 0x5E95 {
            return ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", before(i + 1))
        }
        return (nil, i)
    }

    /// Index after 前 or 之前.
    private func before(_ i: Int) -> Int {
        if text.has("之前", at: i) || text.has("以前", at: i) { return i + 2 }
        return text[i] == 0x524D ? i + 1 : i
    }
}

/// A stretch of time that a requirement comes back in.
enum Period: String, Sendable, Hashable {
    case year, halfYear = "half-year", quarter, month, fortnight, week, term, day

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
        ("年度", .year), ("半年", .halfYear), ("半个月", .fortnight), ("半月", .fortnight), ("学期", .term), ("学年", .year), ("季度", .quarter), ("季", .quarter), ("星期", .week),
        ("年", .year), ("月", .month), ("周", .week), ("天", .day), ("日", .day),
    ]

    /// As targets name it; nil for a day, which is a rhythm of work, not a period that a plan counts in.
    var perName: String? { self == .day ? nil : rawValue }

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
