import FanganText

/// One pass over a text, keeping what a sentence says for the dates after it.
struct DateScanner {
    let text: CompactText
    let context: DateContext
    let judge: DateJudge
    private let recurrences: RecurrenceReader
    var mentions: [DateMention] = []

    /// The sentence has said 每…: a date without a year comes again.
    private(set) var recurs = false
    /// It is every year.
    private var recursYearly = false
    /// Where it has said so.
    private var recursPlace = 0
    /// Year of the last date of the sentence that wrote one.
    var writtenYear: Int?
    /// The coming year, once a date of the sentence was found to be of it: those behind it are not earlier.
    private var comingYear: Int?
    /// A year of the sentence without a part of it, its place in ``mentions`` and where it ends.
    private var wholeYear: (mention: Int, end: Int)?
    /// Where the last of the mentions stands.
    private var lastPlace: Range<Int>?
    /// Where the last date of a list begins that means the end of what it names: 上半年、三季度前.
    private var listEnd: Int?

    init(text: CompactText, context: DateContext) {
        self.text = text
        self.context = context
        judge = DateJudge(text: text, context: context)
        recurrences = RecurrenceReader(text: text)
    }

    mutating func run() {
        if context.isDeadline, let whole = recurrences.readWhole() {
            return add(.recurring, nil, nil, whole.range, .written, rule: whole.rule)
        }
        var i = 0
        while i < text.count {
            i = Self.triggers.next(text, from: i)
            guard i < text.count else { return }
            i = max(step(at: i), i + 1)
        }
    }

    /// All that ``step(at:)`` knows.
    private static let triggers = TriggerSet("0123456789。;《每一二三四五六七八九十上下今本明去年第次之即长持全常经日随并按逐贯半期后前翌来旬月季周元“\"")

    /// Reads what begins at an index and returns the index after it.
    private mutating func step(at i: Int) -> Int {
        let scalar = text[i]
        if scalar.isDigit { return number(at: i) }
        if text.isOne(of: "日周旬月季年", at: i), let reading = recurrences.readShort(at: i) {  // 月调度、季通报
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            return reading.range.upperBound
        }
        switch scalar {
        case 0x3002, 0x3B:  // 。；
            recurs = false
            writtenYear = nil
            comingYear = nil
            wholeYear = nil
        case 0x300A: return text.titleEnd(at: i) ?? i  // 《
        case 0x6BCF:  // 每
            guard let reading = recurrences.read(at: i) else { return i }
            if recurrences.isRate(reading) { return reading.range.upperBound }
            // 每年组织…，12月底前报送: every year; 每周五报送…，12月5日前总结: once.
            recurs = reading.unit == .year || reading.unit == .halfYear || reading.unit == .term
            recursYearly = reading.unit == .year
            recursPlace = i
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            var last = reading.range.upperBound
            for further in recurrences.further(after: reading) {
                add(.recurring, nil, nil, further.range, .written, rule: further.rule)
                last = further.range.upperBound
            }
            return last
        case 0x4E00 where recurrences.readRhythm(at: i) != nil:  // 一月一调度
            guard let reading = recurrences.readRhythm(at: i) else { return i }
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            return reading.range.upperBound
        case 0x6B21 where isNextYear(i), 0x7FCC where isNextYear(i), 0x6765 where isNextYear(i), 0x4E0B where isNextYear(i): return nextYear(at: i)  // 次 翌 来 下
        case 0x5341 where isFiveYearPlan(i): return fiveYearPlan(at: i - 1)  // 十四五末
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,  // 一 … 十
             0x4E0A, 0x4E0B, 0x4ECA, 0x672C, 0x660E, 0x53BB, 0x5E74, 0x7B2C:  // 上 下 今 本 明 去 年 第
            if scalar == 0x7B2C, let end = readShared(at: i) { return end }
            guard let date = DateExpression.read(text, at: i) else { return thisMonth(at: i) }
            return read(date)
        case 0x5143 where text[i + 1] == 0x6708 && !text[i - 1].isDigit && !text.isOne(of: "万亿百千美欧", at: i - 1):  // 元月15日前
            guard let date = DateExpression.read(text, at: i) else { return i }
            return read(date)
        case 0x524D:  // 国庆节前, 前三季度
            guard judge.opensClause(i), let date = DateExpression.read(text, at: i) else { return readOccasion(before: i) }
            return read(date)
        case 0x4E4B where text.has("之日起", at: i) || text.has("之日至", at: i) || text.has("之日-", at: i): return counted(at: i)
        case 0x5373 where text.has("即日起", at: i): return counted(at: i)
        case 0x540E where Self.issuing.match(text, before: i) != nil: return countedBehind(i)  // 印发后30日内
        case 0x534A:  // 半年一评估
            guard let reading = recurrences.readRhythm(at: i) else { return i }
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            return reading.range.upperBound
        case 0x671F: return planTime(at: i)  // 规划期末
        case 0x6309 where recurrences.readRhythm(at: i) != nil, 0x9010:  // 按月, 逐月
            guard let reading = recurrences.readRhythm(at: i) else { return i }
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            return reading.range.upperBound
        case 0x957F, 0x6301, 0x5168, 0x5E38, 0x5E76, 0x6309, 0x8D2F, 0x7ECF, 0x65E5, 0x968F:  // 长 持 全 常 并 按 贯 经 日 随
            return openEnd(at: i)
        case 0x6B21 where judge.opensClause(i) || text.isOne(of: "于在", at: i - 1):  // 次月3日前
            guard let reading = recurrences.readNextMonth(at: i) else { return i }
            add(.recurring, nil, nil, reading.range, .written, rule: reading.rule)
            return reading.range.upperBound
        case 0x201C, 0x22:  // “十四五”
            return fiveYearPlan(at: i)
        default: break
        }
        return i
    }

    private mutating func number(at i: Int) -> Int {
        var end = i
        while text[end].isDigit { end += 1 }
        guard !text[i - 1].isLetter, text[i - 1] != 0x2E else { return end }
        if let end = readFigures(at: i) ?? countedDirectly(at: i) ?? readShared(at: i) { return end }
        if let bare = DateInterval.readBare(text, at: i) { return read(bare) }
        if let end = mistypedYear(at: i, end) { return end }
        guard let date = DateExpression.read(text, at: i) ?? shortYear(at: i) else { return end }
        return read(date)
    }

    // MARK: a date

    mutating func read(_ named: DateExpression) -> Int {
        let date = named.range.lowerBound == listEnd ? named.atEnd : named
        // 每年开展一次检查 ⏎ 12月底前完成验收: two paragraphs.
        if recurs, text.endsParagraph(in: recursPlace + 1..<max(recursPlace + 1, date.range.lowerBound + 1)) { recurs = false }
        recursPlace = max(recursPlace, date.range.lowerBound)
        if let end = readOccasion(of: date) { return end }
        if let interval = DateInterval.read(text, from: date) { return read(interval) }
        let (suffix, end) = judge.suffix(at: date.range.upperBound)
        // 6月20日、9月20日、12月20日前: what stands behind the last one holds for all.
        if suffix == .none, let last = judge.lastOfList(date) { return read(listed: date, before: last) }
        if suffix == .none, let days = judge.bareDays(behind: date), let last = days.last {
            for day in [date] + days.dropLast() { _ = read(listed: day, before: last) }
            return read(last)
        }
        let about = text.any(Self.abouts, at: date.range.upperBound)
        let (year, basis) = year(of: date, suffix, end)
        let range = date.range.lowerBound..<(suffix == .from ? date.range.upperBound : end + (about?.count ?? 0))
        let isPossible = date.isPossible(in: year)
        let days = isPossible ? year.map { date.days(in: $0) } : nil
        let detail = date.detail(in: year, suffix: suffix, issued: context.issued, isApproximate: about != nil || text[range.lowerBound - 1] == 0x7EA6)
        if recurs, !date.hasYear {
            if recursYearly, suffix == .before || date.position == .final, let again = recurrences.yearly(date, end: range.upperBound) {
                add(.recurring, nil, nil, again.range, .written, rule: again.rule)
            } else { add(.mention, nil, nil, range, basis) }
            return range.upperBound
        }
        let isDue = judge.isDue(date, suffix: suffix, end: range.upperBound, year: year)
        if date.hasYear, let year, year >= (context.firstYear ?? year) { writtenYear = year }
        let last = lastDay(date, suffix, in: year)
        if date.part == .year, date.position == .whole, date.hasYear, suffix == .none { wholeYear = (mentions.count, range.upperBound) }
        if isDue {
            if !date.hasYear, let whole = wholeYear, judge.saysOnlyDone(range.upperBound, of: whole.end..<range.lowerBound) || judge.isTimeOf(whole.end, range.lowerBound) {
                // 2024年改造小区12个，10月31日前完成: one deadline, the year is that of the day.
                mentions[whole.mention].kind = .mention
                mentions[whole.mention].awaitsResult = false
            }
            add(.due, nil, last, range, basis, detail: detail, open: !isPossible ? .impossible : year == nil ? .year : nil)
        } else {
            let takesEffect = suffix == .from && judge.takesEffect(end)
            let kind = takesEffect ? .interval : judge.kindOfNone(date, suffix: suffix, end: end, year: year)
            // 延长至6月底, 有效期至…: an end alone.
            let isUntil = kind == .term && (text.isOne(of: "至到", at: range.lowerBound - 1) || text.has("截止", at: range.upperBound) || text[range.upperBound] == 0x6B62) // 止
            add(kind, suffix == .before || isUntil ? nil : days?.first, suffix == .from ? nil : last, range, basis, detail: detail, open: isPossible ? nil : .impossible)
            mentions[mentions.count - 1].takesEffect = takesEffect
            if isUntil, mentions[mentions.count - 1].kind != .due {
                joinValidity()
                wholeYear = nil
            }
            if takesEffect, let end = readValidity(behind: end) { return end }
            mentions[mentions.count - 1].awaitsResult = mentions[mentions.count - 1].kind != .term && suffix == .none && judge.awaitsResult(date, range.upperBound, year: year)
        }
        return max(end, range.upperBound)
    }

    /// The last day of a date with what stands behind it; nil if its year is open or there is no such day.
    private func lastDay(_ date: DateExpression, _ suffix: DateJudge.Suffix, in year: Int?) -> Day? {
        guard let year, date.isPossible(in: year) else { return nil }
        return suffix == .before ? date.lastDayBefore(in: year, issued: context.issued) : date.days(in: year).last
    }

    /// A date of a list that goes on behind it.
    mutating func read(listed named: DateExpression, before last: DateExpression) -> Int {
        let (suffix, end) = judge.suffix(at: last.range.upperBound)
        // 上半年、三季度前: each is done in what it names, and the list would say one day twice if 前 meant its beginning.
        let isOfParts = suffix == .before && (last.precision == .quarter || last.precision == .halfYear)
        var date = last.position == .final || isOfParts ? named.atEnd : named
        // 3月、6月、9月、12月25日前: the 25th of each.
        if case .day(_, let day) = last.part, case .month(let month) = named.part, named.position == .whole { date.part = .day(month, day) }
        if isOfParts { listEnd = last.range.lowerBound }
        // 10月和次年1月底前: only a year that is a number holds for those in front of it.
        var saysYear = false
        if case .number = last.year { saysYear = true }
        let (year, basis) = year(of: date.hasYear || !saysYear ? date : last, suffix, end)
        let isDue = !(recurs && !date.hasYear) && judge.isDue(date, suffix: suffix, end: end, year: year)
        if date.hasYear, let year, year >= (context.firstYear ?? year) { writtenYear = year }
        let isPossible = date.isPossible(in: year)
        let days = isPossible ? year.map { date.days(in: $0) } : nil
        let detail = date.detail(in: year, suffix: isDue ? suffix : .none, issued: context.issued)
        let open: DateMention.OpenDate? = !isPossible ? .impossible : isDue && year == nil ? .year : nil
        if isDue { add(.due, nil, lastDay(date, suffix, in: year), date.range, basis, detail: detail, open: open) }
        else { add(.mention, days?.first, days?.last, date.range, basis, detail: detail, open: open) }
        return date.range.upperBound
    }

    /// 2024年6月左右, 春节前后: named roughly.
    private static let abouts: [StaticString] = ["左右", "前后"]

    mutating func read(_ interval: DateInterval) -> Int {
        var (year, basis) = year(of: interval.first.hasYear ? interval.first : interval.last)
        if writtenYear == nil || writtenYear == context.issued?.year, !judge.tellsThePast(after: interval.range.upperBound), let coming = context.comingYear(of: interval) ?? laterYear(interval.first.hasYear || interval.last.hasYear) {
            (year, basis) = (coming, .issued)
            comingYear = coming
        }
        let days = interval.days(assuming: year)
        if interval.first.hasYear || interval.last.hasYear, let year = days?.last.year, year >= (context.firstYear ?? year) { writtenYear = year }
        var isRough = true
        if case .day = interval.last.part { isRough = false }
        let isDue = isTimeOfWork(interval.range, last: days?.last, isRough: isRough)
        let kind: DateMention.Kind = isDue ? .due : judge.kindOfRange(interval.range.lowerBound, interval.range.upperBound)
        add(kind, days?.first, days?.last, interval.range, basis, detail: interval.detail(assuming: year), open: interval.isPossible(assuming: year) ? nil : .impossible)
        return interval.range.upperBound
    }

    /// A range is due where a key or the cell says so, or where it says when the work is done; its last day counts.
    func isTimeOfWork(_ range: Range<Int>, last: Day?, isRough: Bool) -> Bool {
        if context.isDeadline || judge.hasKey(before: range.lowerBound) { return true }
        let word = text.any(["期间", "之间"], at: range.upperBound)
        return judge.isWorkTime(range.lowerBound, range.upperBound + (word?.count ?? 0), last: last, isRough: isRough)
    }

    func year(of date: DateExpression) -> (Int?, YearBasis) {
        switch date.year {
        case .number(let year): (year, .written)
        case .offset(let offset): relativeYear(offset, at: date.range.lowerBound)
        case .none: writtenYear.map { ($0, .written) } ?? (context.year, context.yearBasis)
        }
    }

    /// The same, but where the plan is of the last months of its year and the date lay long before its issue: 1月底前 in a plan of
    /// 20 November is due in the next year, unless it tells what has been done.
    private mutating func year(of date: DateExpression, _ suffix: DateJudge.Suffix, _ end: Int) -> (Int?, YearBasis) {
        guard writtenYear == nil || writtenYear == context.issued?.year, suffix != .from, let coming = context.comingYear(of: date, isBefore: suffix == .before) ?? laterYear(date.hasYear), !judge.tellsThePast(after: end),
              judge.isDue(date, suffix: suffix, end: end, year: coming) || judge.awaitsResult(date, end, year: coming) else { return year(of: date) }
        comingYear = coming
        return (coming, .issued)
    }

    /// `5月底前完成春季督导，12月底前完成秋季督导`: behind a month of the coming year.
    private func laterYear(_ hasYear: Bool) -> Int? { hasYear || writtenYear != nil ? nil : comingYear }

    /// 次年 counts from the year of its sentence, 明年 from that of issue: in a plan for 2025 issued in December 2024 it is 2025.
    func relativeYear(_ offset: Int, at i: Int) -> (Int?, YearBasis) {
        if isNextYear(i), let year = writtenYear { return (year + offset, .written) }
        if text[i] == 0x660E, let issued = context.issued?.year, let year = context.year, issued < year { return (issued + offset, .issued) }
        return (context.year.map { $0 + offset }, context.yearBasis)
    }

    // MARK: without a day

    private static let opens = ValueVocabulary.dates[.open]

    /// 长期坚持, 持续推进 … where they stand alone between marks or behind a key: （持续推进，牵头单位：…）.
    private mutating func openEnd(at i: Int) -> Int {
        let previous = text[i - 1]
        let goesOn = text[i] == 0x5E76
        guard previous == 0 || previous == 0x28 || previous == 0x3A || previous == 0xFF0C || previous == 0x2C || goesOn else { return i }
        let start = goesOn ? i + 1 : i
        guard let length = Self.opens.match(text, at: start) else { return i }
        let end = start + length
        let next = text[end]
        guard next == 0 || next.endsClause else { return i }
        // In running text only a bracket or a key makes the words a time.
        guard previous == 0 || previous == 0x28 || judge.hasKey(before: i) || next == 0x29 || next == 0 || goesOn else { return i }
        add(.openEnd, nil, nil, start..<end, .written)
        return end
    }

    mutating func add(
        _ kind: DateMention.Kind, _ start: Day?, _ end: Day?, _ range: Range<Int>, _ basis: YearBasis, rule: String? = nil,
        detail: DateDetail? = nil, open: DateMention.OpenDate? = nil
    ) {
        mentions.append(
            DateMention(kind: kind, start: start, end: end, range: text.place(range), yearBasis: basis, rule: rule, detail: detail))
        mentions[mentions.count - 1].isKeyed = kind == .due && judge.hasKey(before: range.lowerBound)
        mentions[mentions.count - 1].open = end == nil || open == .impossible ? open : nil
        if let former = lastPlace, isChange(from: former, to: range) { takeChange(from: former) }
        lastPlace = range
    }
}
