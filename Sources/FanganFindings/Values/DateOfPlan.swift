import FanganText

/// Times by the name of a plan: “十四五”末, 规划期内.
extension DateScanner {
    /// “十四五”期间, “十四五”末: since the tenth, the n-th five-year plan begins in 2021 + 5 (n − 14).
    mutating func fiveYearPlan(at i: Int) -> Int {
        guard text[i + 1] == 0x5341, text[i + 3] == 0x4E94, let ordinal = Self.planOrdinals.first(where: { text.has($0.0, at: i + 1) }) else { return i }
        var end = i + 1 + ordinal.0.count
        let isQuoted = text[i] == 0x201C || text[i] == 0x22, start = isQuoted ? i : i + 1
        if isQuoted {
            guard text[end] == 0x201D || text[end] == 0x22 else { return i }
            end += 1
        }
        let first = 2021 + 5 * (ordinal.1 - 14)
        let last = Day(first + 4, 12, 31)
        if let word = text.any(["期间", "时期", "规划期"], at: end), !text.has("期末", at: end) {
            let range = start..<(end + word.count)
            let isDue = text.has("期间", at: end) && isTimeOfWork(range, last: last, isRough: true)  // “十四五”时期是…
            add(isDue ? .due : .interval, Day(first, 1, 1), last, range, .written, detail: .years("\(first)/\(first + 4)"))
            return end + word.count
        }
        if let word = text.any(["末期", "期末", "末"], at: end) {
            let isPast = context.firstYear.map { first + 4 < $0 } ?? false
            add(isPast || text.any(["较", "比"], before: start) != nil ? .mention : .due, nil, last, start..<(end + word.count), .written, detail: .years("../\(first + 4)"))
            return end + word.count
        }
        // “十四五”规划, the “十四五” column of a table: the plan period by its name.
        add(.mention, Day(first, 1, 1), last, i..<end, .written, detail: .years("\(first)/\(first + 4)"))
        return end
    }

    /// 十四五|末, 十四五|期间: without marks only in front of the words for a time; 十四五规划 is a title.
    func isFiveYearPlan(_ i: Int) -> Bool {
        guard let name = Self.planOrdinals.first(where: { text.has($0.0, at: i) }), text[i - 1] != 0x201C, text[i - 1] != 0x22 else { return false }
        return text.any(["期间", "时期", "末期", "期末", "末"], at: i + name.0.count) != nil
    }

    /// 规划期末, 行动期内: the plan's own period, as its title says it (2023—2025年).
    mutating func planTime(at i: Int) -> Int {
        guard let word = Self.plans.match(text, before: i), let period = context.planPeriod else { return i }
        let (start, end) = (i - word, i + 2)
        let last = Day(period.1, 12, 31)
        switch text[i + 1] {
        case 0x672B:  // 末
            add(.due, nil, last, start..<end, .plan, detail: .years("../\(period.1)"))
        case 0x5185, 0x95F4:  // 内 间
            let isDue = isTimeOfWork(start..<end, last: last, isRough: true)
            add(isDue ? .due : .interval, Day(period.0, 1, 1), last, start..<end, .plan, detail: .years("\(period.0)/\(period.1)"))
        default: return i
        }
        return end
    }

    private static let plans = ValueVocabulary.dates[.planNames]

    private static let planOrdinals: [(StaticString, Int)] = [
        ("十一五", 11), ("十二五", 12), ("十三五", 13), ("十四五", 14), ("十五五", 15), ("十六五", 16),
    ]
}
