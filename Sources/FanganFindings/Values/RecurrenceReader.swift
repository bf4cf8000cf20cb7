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

    /// The other days of a list whose days differ, each a rule of its own: the 12月31日前 of 每年6月30日、12月31日前.
    func further(after first: Reading) -> [Reading] {
        guard first.unit == .year else { return [] }
        var list: [Reading] = [], i = first.range.upperBound
        while list.count < 12, text.isOne(of: "、和及", at: i), let date = DateExpression.read(text, at: i + 1), !date.hasYear,
              let rule = rule(date) {
            let end = before(date.range.upperBound)
            list.append(Reading(range: i + 1..<end, rule: rule, unit: .year))
            i = end
        }
        return list
    }

    /// The 3月底前 of 每年2月底前完成…，3月底前公布.
    func yearly(_ date: DateExpression, end: Int) -> Reading? {
        rule(date).map { Reading(range: date.range.lowerBound..<end, rule: $0, unit: .year) }
    }

    /// 6月30日, 12月底, 年中 in a year.
    func rule(_ date: DateExpression) -> String? {
        let list = date.months
        guard !list.isEmpty else { return nil }
        let rule = "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
        if case .day(_, let day) = date.part { return rule + ";BYMONTHDAY=\(day)" }
        return date.position == .final ? rule + ";BYMONTHDAY=-1" : rule
    }

    /// 每人每年…元, 每亩每年: a rate, no task.
    private func isShare(before start: Int) -> Bool {
        text[start - 2] == 0x6BCF || text.has("每平方米", before: start)
    }

    /// 每月1000元, 每年最高奖励300万元, 每年申报次数, 每天开放不少于8小时, 每年因事故死亡的人数: what something costs, how long or how often it is, no task that
    /// comes back.
    func isRate(_ reading: Reading) -> Bool {
        let end = reading.range.upperBound
        if reading.unit == .day, measuresHours(end) { return true }
        // 每年因事故死亡的人数; but 每年因地制宜开展宣传
        if text[end] == 0x56E0, text.isOne(of: "数率例", at: (end..<end + 50).first { text[$0] == 0 || text[$0].endsClause && text[$0] != 0x3001 }.map { $0 - 1 } ?? end) { return true } // 因 、
        var i = end
        while let word = Self.rateLeads.match(text, at: i) { i += word }
        if let number = Numerals.read(text, at: i), ValueVocabulary.measures.match(text, at: number.end)?.measure == .money { return true }
        return Self.rates.contains(text, in: end..<max(end, min(text.clauseEnd(end), end + 16)))
    }

    /// 每天开放不少于8小时; but 每天巡查不少于2小时 is done each day.
    private func measuresHours(_ end: Int) -> Bool {
        let clause = end..<max(end, text.clauseEnd(end, limit: 40))
        guard Self.openings.contains(text, in: clause), let number = clause.first(where: { text[$0].isDigit }), let hours = Numerals.read(text, at: number) else { return false }
        return text.any(["小时", "个小时"], at: hours.end) != nil
    }

    private static let openings = ValueVocabulary.dates[.opening]
    private static let rateLeads = ValueVocabulary.dates[.rateLeads]
    private static let rates = ValueVocabulary.dates[.rate]

    /// 一月一调度, 按季度通报, 逐月排查: the period with another word than 每.
    func readRhythm(at start: Int) -> Reading? {
        if text[start] == 0x534A {  // 半年一评估
            guard let (period, count, end) = Period.read(text, after: start), count == 1, text[start - 1] != 0x6BCF,
                  text[end] == 0x4E00 && text[end + 1] >= 0x4E00 && !text[end + 1].endsClause || isOnce(start, end) else { return nil }
            return Reading(range: start..<end, rule: period.frequency(1), unit: period)
        }
        guard let (period, count, end) = Period.read(text, after: start + 1), count == 1 else { return nil }
        // 按季度 as all that a cell says.
        if start == 0, end == text.count, text[start] != 0x4E00 { return Reading(range: start..<end, rule: period.frequency(1), unit: period) }
        guard text[start + 1] != 0x5E74 || text[start] == 0x4E00 else { return nil }
        switch text[start] {
        case 0x4E00:  // 一
            guard text[end] == 0x4E00, !text[end + 1].endsClause, text[end + 1] != 0 else { return nil }
        default:  // 按 逐
            guard period != .day, Self.rhythms.match(text, at: end) != nil || isDoneWithOthers(end) else { return nil }
        }
        return Reading(range: start..<end, rule: period.frequency(1), unit: period)
    }

    /// 季度, 月度, 半年: all that a cell of deadlines says.
    func readWhole() -> Reading? {
        guard text.count >= 1, text.count <= 4, Numerals.read(text, at: 0) == nil, let (period, count, end) = Period.read(text, after: 0), count == 1, period != .year,
              end == text.count || text[end] == 0x5EA6 && end + 1 == text.count else { return nil }  // 度
        return Reading(range: 0..<text.count, rule: period.frequency(1), unit: period)
    }

    /// 次月3日前报送: each month has its next one.
    func readNextMonth(at start: Int) -> Reading? {
        guard text[start + 1] == 0x6708, case (let rule?, let end) = monthDetail(at: start + 2) else { return nil }
        return Reading(range: start..<end, rule: rule, unit: .month)
    }

    /// 半年开展一次督查, not 上半年开展一次督查.
    private func isOnce(_ start: Int, _ end: Int) -> Bool {
        guard !text.isOne(of: "上下前后个", at: start - 1), !text[start - 1].isDigit, Numerals.chineseDigit(text[start - 1]) == nil else { return false }
        return (end..<text.clauseEnd(end, limit: 10)).contains { text.has("一次", at: $0) || text.has("1次", at: $0) }
    }

    static let rhythms = ValueVocabulary.dates[.rhythm]
}
