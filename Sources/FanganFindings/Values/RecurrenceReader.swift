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
    private func rule(_ date: DateExpression) -> String? {
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
        while let word = text.any(Self.amountLeads, at: i) { i += word.count }
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
    private static let amountLeads: [StaticString] = ["按照", "按", "不低于", "不超过", "最高", "最低", "约"]
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

    /// 月调度、季通报、年督查: each period with what is done in it; in a list, with 制 or 机制 behind, or behind a verb (实行月调度).
    func readShort(at start: Int) -> Reading? {
        guard let (reading, end) = short(at: start) else { return nil }
        let isListed = text[end] == 0x3001 && short(at: end + 1) != nil || text[end] == 0x5236 || text.has("机制", at: end) // 、 制
        return isBehindShort(start) || isLed(start) && endsShort(end) || isListed && opensShort(start) ? reading : nil
    }

    /// 实行月调度, 落实“季度通报”机制
    private func isLed(_ start: Int) -> Bool { Self.shortLeads.match(text, before: opensQuote(start) ? start - 1 : start) != nil }

    /// 实行月调度、…, 落实季度通报机制; not 落实周调度会议精神, 按照月通报显示.
    private func endsShort(_ end: Int) -> Bool {
        text[end] == 0 || text[end].endsClause || text[end] == 0x201D || text[end] == 0x22 || text[end] == 0x5236 || text.has("机制", at: end) // 制
    }

    private func opensShort(_ start: Int) -> Bool { text[start - 1] == 0 || text[start - 1].endsClause || opensQuote(start) }

    private func opensQuote(_ start: Int) -> Bool { text[start - 1] == 0x201C || text[start - 1] == 0x22 }

    /// The 季通报 of 月调度、季通报.
    private func isBehindShort(_ start: Int) -> Bool {
        text[start - 1] == 0x3001 && (3...6).contains { start > $0 && short(at: start - 1 - $0)?.end == start - 1 }
    }

    /// A period of one or two characters and a word of what is done.
    private func short(at start: Int) -> (Reading, end: Int)? {
        // 年度考核 is a noun, 2月通报 a date.
        guard start >= 0, !text[start].isDigit, !text[start - 1].isDigit, !text.has("年度", at: start) else { return nil }
        if text[start] == 0x65EC, let length = Self.rhythms.match(text, at: start + 1) { // 旬
            return (Reading(range: start..<start + 1 + length, rule: "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", unit: .month), start + 1 + length)
        }
        guard let (period, count, unitEnd) = Period.read(text, after: start), count == 1, period != .term, let length = Self.rhythms.match(text, at: unitEnd) else { return nil }
        // 季度研判调度
        var end = unitEnd + length
        while let more = Self.rhythms.match(text, at: end) { end += more }
        return (Reading(range: start..<end, rule: period.frequency(1), unit: period), end)
    }

    private static let shortLeads = ValueVocabulary.dates[.shortLeads]

    /// 按月与招商部门对接: to whom or with whom stands between.
    private func isDoneWithOthers(_ end: Int) -> Bool {
        guard text.isOne(of: "与同向将对把由", at: end) else { return false }
        return (end + 2..<max(end + 2, text.clauseEnd(end, limit: 14))).contains { Self.rhythms.match(text, at: $0) != nil }
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

    private static let rhythms = ValueVocabulary.dates[.rhythm]

    private func detail(of period: Period, at i: Int) -> (String?, Int) {
        switch period {
        case .year: return yearDetail(at: i)
        case .month: return monthDetail(at: i)
        case .quarter: return quarterDetail(at: i)
        case .week:
            let names: [(StaticString, String)] = [
                ("一", "MO"), ("二", "TU"), ("三", "WE"), ("四", "TH"), ("五", "FR"), ("六", "SA"), ("日", "SU"), ("天", "SU"),
            ]
            // 每周一至周五
            if text.isOne(of: "一二三四五六", at: i), text[i + 1] == 0x81F3 || text[i + 1] == 0x2D,
               let first = names.firstIndex(where: { text.has($0.0, at: i) }) {
                let second = text[i + 2] == 0x5468 ? i + 3 : i + 2
                if let last = names.firstIndex(where: { text.has($0.0, at: second) }), last > first {
                    return ("FREQ=WEEKLY;BYDAY=" + names[first...min(last, 6)].map(\.1).joined(separator: ","), before(second + 1))
                }
            }
            for (word, name) in names where text.has(word, at: i) && !text.isOne(of: "次期场篇个家名", at: i + 1) {
                return ("FREQ=WEEKLY;BYDAY=" + name, before(i + 1))
            }
            return (nil, i)
        case .day:  // 每日18时前, 每天上午9:00前
            return (nil, before(i))
        default: return (nil, i)
        }
    }

    private func yearDetail(at start: Int) -> (String?, Int) {
        let i = text[start] == 0x7684 ? start + 1 : start  // 每年的9月
        if let (list, isFinal, end) = monthList(at: i) {
            var rule = "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
            // 每年3月、6月、9月、12月的25日前
            let of = text[end] == 0x7684 ? end + 1 : end
            if let day = DateExpression.smallNumber(text, at: of, 1...31), text[day.end] == 0x65E5 { return (rule + ";BYMONTHDAY=\(day.value)", before(day.end + 1)) }
            if isFinal { rule += ";BYMONTHDAY=-1" }
            return (rule, before(end))
        }
        if let (list, day, end) = dayList(at: i) { return ("FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",") + ";BYMONTHDAY=\(day)", before(end)) }
        if let bare = DateInterval.readBare(text, at: i), !bare.last.hasYear { return (months(bare), bare.range.upperBound) }
        // 每年底前, 每年末: the 年 of 每年 is that of 年底.
        if text[i] == 0x5E95 || text[i] == 0x672B { return ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", before(i + 1)) }
        guard let date = DateExpression.read(text, at: i), !date.hasYear else { return (nil, start) }
        if let interval = DateInterval.read(text, from: date) { return (months(interval), interval.range.upperBound) }
        guard let rule = rule(date) else { return (nil, start) }
        return (rule, before(date.range.upperBound))
    }

    private func months(_ interval: DateInterval) -> String {
        guard let list = monthRange(interval) else { return "FREQ=YEARLY" }
        return "FREQ=YEARLY;BYMONTH=" + list.map(String.init).joined(separator: ",")
    }

    private func monthRange(_ interval: DateInterval) -> [Int]? {
        guard let first = interval.first.months.first, let last = interval.last.months.last else { return nil }
        return first <= last ? Array(first...last) : Array(first...12) + Array(1...last)
    }

    /// 每年3月、9月; 每年3-6月和9-12月; 每年6月底、12月底前: several months or ranges of months, in the order of the year.
    /// `isFinal`: the last one says 底 or 末, which holds for all.
    private func monthList(at start: Int) -> ([Int], isFinal: Bool, end: Int)? {
        var list: Set<Int> = [], i = start, count = 0, isFinal = false
        while count < 12 {
            let part: (months: [Int], end: Int)
            isFinal = false
            if let bare = DateInterval.readBare(text, at: i), !bare.last.hasYear { part = (monthRange(bare) ?? [], bare.range.upperBound) }
            else if let date = DateExpression.read(text, at: i), case .month = date.part, !date.hasYear {
                part = (date.months, date.range.upperBound)
                isFinal = date.position == .final
            }
            // 每年3月、9月25日前: the day of each; it is read behind the list.
            else if count > 0, let date = DateExpression.read(text, at: i), case .day(let month, _) = date.part, !date.hasYear, let end = text.first("月", in: date.range) {
                list.insert(month)
                return (list.sorted(), false, end + 1)
            }
            else { return nil }
            guard !part.months.isEmpty else { return nil }
            list.formUnion(part.months)
            count += 1
            i = part.end
            guard text.isOne(of: "、和及", at: i), text[i + 1].isDigit || Numerals.chineseDigit(text[i + 1]) != nil || Numerals.power(text[i + 1]) == 10,
                  DateInterval.readBare(text, at: i + 1) != nil || DateExpression.read(text, at: i + 1) != nil else { break }
            i += 1
        }
        return count > 1 ? (list.sorted(), isFinal, i) : nil
    }

    /// 每年1月10日、7月10日前: one day of several months.
    private func dayList(at start: Int) -> ([Int], day: Int, end: Int)? {
        var list: [Int] = [], common: Int?, i = start
        while list.count < 12, let date = DateExpression.read(text, at: i), !date.hasYear, case .day(_, let day) = date.part, common ?? day == day, let month = date.months.first {
            list.append(month)
            common = day
            i = date.range.upperBound
            guard text.isOne(of: "、和及", at: i) else { break }
            i += 1
        }
        guard let day = common, list.count > 1 else { return nil }
        return (list.sorted(), day, text.isOne(of: "、和及", at: i - 1) ? i - 1 : i)
    }

    private func monthDetail(at i: Int) -> (String?, Int) {
        // 每月5日、20日前
        var days: [Int] = [], end = i
        while days.count < 6, let day = DateExpression.smallNumber(text, at: end, 1...31), text[day.end] == 0x65E5 || text[day.end] == 0x53F7 {
            days.append(day.value)
            end = day.end + 1
            guard text.isOne(of: "、和及", at: end), text[end + 1].isDigit else { break }
            end += 1
        }
        if !days.isEmpty {
            let last = text.isOne(of: "、和及", at: end - 1) ? end - 1 : end
            return ("FREQ=MONTHLY;BYMONTHDAY=" + days.map(String.init).joined(separator: ","), before(last))
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

    /// Index after 前 or 之前, an hour in front of it let through: 每周一上午10时前.
    private func before(_ day: Int) -> Int {
        let i = DateExpression.clockEnd(text, day)
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
