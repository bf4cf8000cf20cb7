import FanganText

/// Decides whether a date that was read is a deadline.
struct DateJudge {
    let text: CompactText
    let context: DateContext

    static let results = ValueVocabulary.dates[.result]
    private static let efforts = ValueVocabulary.dates[.effort]
    private static let requires = ValueVocabulary.targets[.require]
    private static let asides = ValueVocabulary.dates[.aside]
    private static let leaders = ValueVocabulary.dates[.leader]
    private static let opens = ValueVocabulary.dates[.open]
    private static let keys = ValueVocabulary.dates[.key]
    private static let bounds = ValueVocabulary.dates[.bound]
    private static let described = ValueVocabulary.dates[.described]
    private static let latest = ValueVocabulary.dates[.latest]
    private static let untils = ValueVocabulary.dates[.untils]
    private static let fully = ValueVocabulary.dates[.fully]
    private static let wholeTasks = ValueVocabulary.dates[.wholeTasks]
    private static let outlooks = ValueVocabulary.dates[.outlooks]
    private static let pushes = ValueVocabulary.dates[.pushes]

    private static let frontWords = ValueVocabulary.dates[.frontWords]
    private static let frontVerbs = ValueVocabulary.dates[.frontVerbs]

    /// What stands directly behind a date.
    enum Suffix { case none, before, within, from }

    func suffix(at i: Int) -> (Suffix, end: Int) {
        if text.has("之前", at: i) || text.has("以前", at: i) { return (.before, i + 2) }
        // 前后, 前期 are other words, but 6月底前|提出.
        if text[i] == 0x524D, Self.frontWords.match(text, at: i) == nil || Self.frontVerbs.match(text, at: i) != nil { return (.before, i + 1) }
        if text[i] == 0x28, let inner = bracketEnd(i), let end = before(at: DateExpression.clockEnd(text, inner)) { return (.before, end) }  // 9月1日（周五）前
        if text.has("之内", at: i) || text.has("以内", at: i) { return (.within, i + 2) }
        if text[i] == 0x29, text[i + 1] == 0x8D77, isDayOfIssue(before: i) { return (.from, i + 2) }
        if text[i] == 0x53CA, text.any(["以后", "之后"], at: i + 1) != nil { return (.from, i + 3) }  // 1月18日及以后
        if let word = text.any(["以来", "以后", "之后", "开始", "起", "后", "以後", "之後", "後"], at: i) { return (.from, i + word.count) }
        return (.none, i)
    }

    /// 公布之日（2023年12月1日）起: the day in the bracket that ends at an index.
    private func isDayOfIssue(before close: Int) -> Bool {
        (max(0, close - 16)..<close).contains { text[$0] == 0x28 && text.has("之日", before: $0) }
    }

    /// Index after 前 or 之前 behind a remark in brackets.
    private func before(at i: Int) -> Int? {
        let (suffix, end) = text[i] == 0x28 ? (.none, i) : suffix(at: i)
        return suffix == .before ? end : nil
    }

    /// Index after a short bracket: （含）, （周五）, （开学）.
    private func bracketEnd(_ i: Int) -> Int? {
        (i + 2..<i + 9).first { text[$0] == 0x29 }.map { $0 + 1 }
    }

    /// Whether a single date with what follows it is a deadline.
    func isDue(_ date: DateExpression, suffix: Suffix, end: Int, year: Int?) -> Bool {
        let start = date.range.lowerBound
        if suffix == .from { return false }
        if context.isDeadline || hasKey(before: start) { return true }
        if let year, let first = context.firstYear, year < first { return false }
        let isAhead = isAhead(date, year)
        if suffix == .before, isPossible(end) || isAllowed(start) { return false }
        // 最迟不超过9月30日: the last day by another word than 前; 超过2022年 alone measures.
        if suffix == .none, Self.latest.match(text, before: start) != nil { return !isCondition(start, end) && !grantsRelief(after: end) }
        if isUntil(date, suffix: suffix, end: end, isAhead: isAhead) { return !isCondition(start, end) && !grantsRelief(after: end) }
        if isBoundToOther(start) || isCondition(start, end) || isExtension(start, end) { return false }
        switch (suffix, date.position) {
        case (.before, .whole) where (date.part == .year || !isAhead) && isDescription(end): return false
        case (_, .within) where text.has("年度内", at: start): return !grantsRelief(after: end) && (resultFollows(end, within: 6, efforts: true) || (end..<text.clauseEnd(end)).contains { text.isOne(of: "应要须", at: $0) })
        case (.before, _), (.within, _), (_, .within): return !grantsRelief(after: end)
        // 今年前三季度完成投资50亿元, in November: what has been done.
        case (_, .final) where !isAhead && context.issued != nil && date.range.contains { text[$0] == 0x524D }: return false // 前
        case (_, .final):
            if grantsRelief(after: end) || (!isAhead && tellsThePast(after: end)) { return false }
            return leads(start) || standsAlone(start, end) || resultFollows(end, within: 30, efforts: true)
        default: return isResult(date, start, end, isAhead: isAhead)
        }
    }

    /// 2000年前建成的小区: which ones are meant.
    private func isDescription(_ end: Int) -> Bool {
        guard let length = Self.results.match(text, at: end) else { return false }
        return text[end + length] == 0x7684
    }


    /// 截止2024年11月5日完成, 截至11月5日前报送: the last day by another word than 到, where it lies ahead. 截至2021年底，已建成…
    /// tells what has been reached, 受理期限截至… how long something is open.
    private func isUntil(_ date: DateExpression, suffix: Suffix, end: Int, isAhead: Bool) -> Bool {
        guard suffix == .before || suffix == .none, let length = Self.untils.match(text, before: date.range.lowerBound) else { return false }
        let start = date.range.lowerBound - length
        guard text.startsLine(start) || text[start - 1] == 0 || text[start - 1].endsClause, !tellsThePast(after: end) else { return false }
        if suffix == .before { return isAhead || context.issued == nil }
        return isAhead && resultFollows(end, within: 6)
    }


    /// 2024年主体工程封顶前完成…: a year whose clause names another time behind it; returns the index after 前. Not: 2024年完成前期工作,
    /// 2024年提前完成, 2024年排名全省前三.
    func otherTimeBefore(_ date: DateExpression) -> Int? {
        let from = date.range.upperBound
        let limit = min(text.clauseEnd(from), from + 12)
        guard from + 1 < limit, !isNumeral(text[from]), suffix(at: from).0 == .none else { return nil }
        for i in from..<limit {
            // A word of work that does not end at 前 is what the year is for.
            if let length = Self.results.match(text, at: i) ?? Self.efforts.match(text, at: i) {
                return length > 1 && suffix(at: i + length).0 == .before ? timeEnd(suffix(at: i + length).end) : nil
            }
            guard i > from + 1, suffix(at: i).0 == .before else { continue }
            return text.isOne(of: "提目当此日事空超面跟生眼从居名位靠向全省市区县", at: i - 1) ? nil : timeEnd(suffix(at: i).end)
        }
        return nil
    }

    private func timeEnd(_ end: Int) -> Int? { !isNumeral(text[end]) && resultFollows(end, within: 14, efforts: true) ? end : nil }

    private func isNumeral(_ scalar: UInt32) -> Bool { scalar.isDigit || Numerals.chineseDigit(scalar) != nil || Numerals.power(scalar) != nil }

    /// Work is named behind a time that no calendar knows: 汛期前完成除险加固; not 汛期前中后, 开学前、放假后.
    func isOrdered(_ end: Int) -> Bool {
        if context.isDeadline { return true }
        let clauseEnd = text.clauseEnd(end)
        if text[clauseEnd] == 0x3001, clauseEnd - end <= 4 || text[end] == 0x4E2D { return false }  // 汛前检查、汛中巡查
        return text[end] != 0x4E2D && resultFollows(end, within: 16, efforts: true)
    }

    /// Ends after the document's own date: nothing told of it can be past (到2022年，…已建成居住小区配备…).
    private func isAhead(_ date: DateExpression, _ year: Int?) -> Bool {
        guard let year, let issued = context.issued else { return false }
        return date.days(in: year).last > issued
    }

    /// The last date of a list joined by 、 和 及 that begins with a date and ends in 前: 6月20日、9月20日、12月20日前;
    /// or in a result for each: 2024年、2025年分别突破…. Nil where there is no such list.
    func lastOfList(_ first: DateExpression) -> DateExpression? {
        var last = first, count = 1
        while count < 12, text.isOne(of: "、和及", at: last.range.upperBound),
              let next = DateExpression.read(text, at: last.range.upperBound + 1), next.hasYear || !first.hasYear || next.part != .year {
            last = next
            count += 1
        }
        guard count > 1 else { return nil }
        let (suffix, end) = suffix(at: last.range.upperBound)
        return suffix == .before || text.has("分别", at: end) || isEachTime(end) || reachesEach(first, end) ? last : nil
    }

    /// 到2023年、2025年，企业数量分别达到100家、300家
    private func reachesEach(_ first: DateExpression, _ end: Int) -> Bool {
        guard text.isOne(of: "到至", at: first.range.lowerBound - 1), isComma(end) else { return false }
        return (end + 1..<text.clauseEnd(end + 1, limit: 20)).contains { text.has("分别", at: $0) }
    }

    /// The days behind a day whose month is said once: 5月10日、20日、30日前. Nil where the last does not end in 前.
    func bareDays(behind first: DateExpression) -> [DateExpression]? {
        guard case .day(let month, _) = first.part else { return nil }
        var days: [DateExpression] = [], end = first.range.upperBound
        while days.count < 12, text.isOne(of: "、和及", at: end), let number = DateExpression.smallNumber(text, at: end + 1, 1...31), text[number.end] == 0x65E5 {  // 日
            days.append(DateExpression(range: end + 1..<number.end + 1, year: first.year, part: .day(month, number.value)))
            end = number.end + 1
        }
        return !days.isEmpty && suffix(at: end).0 == .before ? days : nil
    }

    /// 6月、12月各开展一次检查: 各 with a verb, not 2023年、2024年各级….
    private func isEachTime(_ end: Int) -> Bool {
        text[end] == 0x5404 && (Self.results.match(text, at: end + 1) ?? Self.efforts.match(text, at: end + 1)) != nil
    }

    /// 10月31日前全部完成, 10月31日前完成改造 behind 2024年改造老旧小区12个: by when the work in front of it is done, and no further work (完成验收).
    ///
    /// - Parameter work: what stands between the year and the date.
    func saysOnlyDone(_ end: Int, of work: Range<Int>) -> Bool {
        var i = isComma(end) ? end + 1 : end
        while let length = Self.fully.match(text, at: i) { i += length }
        guard let verb = Self.results.match(text, at: i) else { return false }
        i += verb
        let rest = i..<text.clauseEnd(i, limit: 20)
        if rest.isEmpty || Self.wholeTasks.match(text, at: rest.lowerBound) == rest.count { return true }
        guard rest.count >= 2, rest.count <= 8, work.count >= rest.count, work.count <= 200 else { return false }
        return (work.lowerBound...work.upperBound - rest.count).contains { start in rest.indices.allSatisfy { text[$0] == text[start + $0 - rest.lowerBound] } }
    }


    /// 2024年首次报送时间为7月10日: the key is that of the year in its clause.
    func isTimeOf(_ year: Int, _ start: Int) -> Bool { hasKey(before: start) && year <= start && text.clauseStart(start) <= year }

    /// A year, half-year or quarter, or the end of one or of a month, that opens its clause, not past, granting nothing and not going on.
    func awaitsResult(_ date: DateExpression, _ end: Int, year: Int?) -> Bool {
        let start = date.range.lowerBound
        guard let year, year >= (context.firstYear ?? year), text[date.range.upperBound - 1] != 0x5EA6 || isComma(end) else { return false }
        switch (date.part, date.position) {
        case (.day, _), (.month, .whole): return false
        case (.year, .whole) where !date.hasYear: return false
        case (_, .whole), (_, .final): break
        default: return false
        }
        guard opensClause(start) || isPushed(date), !goesOn(end), !tellsLevel(end), !isCondition(start, end), !isBoundToOther(start) else { return false }
        // 2023年，扶持企业30家，发放补贴25万元: what is granted behind the clause of the first amount is another work.
        let sentence = end..<max(end, text.sentenceEnd(end, limit: 100))
        let amount = sentence.first { text[$0].isDigit } ?? sentence.upperBound
        guard text.first("继续", in: end..<amount) == nil else { return false }
        return !namesRelief(in: end..<max(end, min(sentence.upperBound, text.clauseEnd(amount, limit: 40))))
    }

    /// 推动2020年全市…成本再下降0.5个百分点: a year behind the verb of what is to come of it.
    private func isPushed(_ date: DateExpression) -> Bool {
        guard case .year = date.part, date.hasYear else { return false }
        let start = date.range.lowerBound
        guard let length = Self.pushes.match(text, before: start) else { return false }
        let head = start - length
        return text.startsLine(head) || text[head - 1] == 0 || text[head - 1].endsClause || text[head - 1].endsSentence
    }


    /// 全市2023年完成改造100个: behind the whole area at the head of its clause.
    private func isBehindWhole(_ date: DateExpression) -> Bool {
        let start = date.range.lowerBound
        guard date.hasYear, date.position == .whole, text[date.range.upperBound - 1] == 0x5E74, let length = Self.wholes.match(text, before: start) else { return false } // 年
        let head = start - length
        return text.startsLine(head) || text[head - 1] == 0 || text[head - 1].endsClause || text[head - 1].endsSentence
    }

    private static let wholes = ValueVocabulary.targets[.whole]

    /// 完成时限：2023年12月, 时间节点为6月.
    func hasKey(before start: Int) -> Bool {
        var i = start
        while i > 0, text[i - 1] == 0x3A || text[i - 1] == 0x4E3A || text[i - 1] == 0x28 { i -= 1 }
        return i < start && Self.keys.match(text, before: i) != nil
    }

    /// A year, month or quarter without 前 or 底: due where a result is named for it.
    /// `到2025年…`, `2014年4季度出台…`, `确保2023年成功创建…`, `6月份取得明显成效`.
    private func isResult(_ date: DateExpression, _ start: Int, _ end: Int, isAhead: Bool) -> Bool {
        if !isAhead, tellsThePast(after: end) { return false }
        if leads(start), isYearOrLonger(date) || resultFollows(end, within: 16, efforts: true) { return true }
        if grantsRelief(after: end) { return false }
        if case .year = date.part, isBehindWhole(date), resultFollows(end, within: 1), !goesOn(end) { return true }
        guard opensClause(start), !tellsLevel(end) else { return false }
        if isEachTime(end), date.part != .year || date.position != .whole { return true }
        switch date.part {
        case .year:
            if text[date.range.upperBound - 1] == 0x5EA6, !resultFollows(end, within: 1) { return false }  // 2023年度预算, not 2024年度完成
            guard date.hasYear, date.position != .late else { return false }
            if goesOn(end) { return false }
            // 2022年，城镇新增就业5万人以上: behind a comma the result may have a subject.
            return resultFollows(end, within: isComma(end) ? 14 : 5)
        case .day: return resultFollows(end, within: 1)
        case .half, .quarter:
            return text[start - 1] != 0x28 && !goesOn(end) && (resultFollows(end, within: 24, efforts: true) || boundedAmountFollows(end))
        case .month where date.position != .whole: return !goesOn(end) && resultFollows(end, within: 10, efforts: true)  // 3月初，公布结果
        case .month: return resultFollows(end, within: 3)
        }
    }

    /// 四季度原煤产量3500万吨左右: the clause ends in an amount with its bound.
    private func boundedAmountFollows(_ end: Int) -> Bool {
        let clause = end..<text.clauseEnd(end, limit: 40)
        guard let bound = Self.bounds.match(text, before: clause.upperBound) else { return false }
        return (clause.lowerBound..<(clause.upperBound - bound)).contains { text[$0].isDigit }
    }

    func isComma(_ i: Int) -> Bool { text[i] == 0xFF0C || text[i] == 0x2C }

    /// 上半年持续…, 三季度继续…, 2023年，支持…, 期间，每完成…: no end is meant.
    private func goesOn(_ end: Int) -> Bool {
        let i = isComma(end) ? end + 1 : end
        if Self.described.match(text, at: i) != nil { return false }
        // 上半年，各镇完成清淤: all of a kind, with their result.
        if text[i] == 0x5404, isComma(end), resultFollows(i, within: 10) { return false }  // 各
        return Self.opens.match(text, at: i) != nil || Self.asides.match(text, at: i) != nil
    }

    /// A range of dates says when the work is to be done: `2020年1月1日至3月31日集中清理`, `“十四五”期间，完成…`,
    /// `自印发之日起至2025年12月31日，开展…`. Not: terms of grants, conditions, what is past.
    /// A range between two days is mostly a term: there the result must stand nearer than behind a rough one.
    func isWorkTime(_ start: Int, _ end: Int, last: Day?, isRough: Bool) -> Bool {
        if let last, let first = context.firstYear, last.year < first { return false }
        let head = text[start - 1] == 0x81EA ? start - 1 : start  // 自
        guard opensClause(head), !isCondition(start, end), !isExtension(start, end), !goesOn(end) else { return false }
        let sentence = end..<max(end, text.sentenceEnd(end, limit: 100))
        if namesRelief(in: sentence) || tellsThePast(after: end) { return false }
        return resultFollows(end, within: isRough ? 14 : isComma(end) ? 10 : 8) || workFollows(end)
    }

    /// 开展, 集中清理: a verb of work directly behind the dates, one adverb let through.
    private func workFollows(_ end: Int) -> Bool {
        let i = isComma(end) ? end + 1 : end
        guard !text[i].endsClause, !text[i + 1].endsClause else { return false }
        return [i, i + 2].contains { (Self.efforts.match(text, at: $0) ?? 0) > 1 }
    }

    private func isYearOrLonger(_ date: DateExpression) -> Bool {
        if case .year = date.part { return true }
        return date.hasYear
    }

    /// 到2025年, 力争到2025年, 至2027年 at the head of a clause; not 达到2020年水平, 恢复到2019年.
    private func leads(_ start: Int) -> Bool {
        // 展望2035年，全面建成…; not 展望2035年远景目标.
        if Self.outlooks.match(text, before: start) != nil {
            return (start..<start + 8).contains { text[$0] == 0x5E74 && isComma($0 + 1) } && (text.startsLine(start - 2) || text[start - 3] == 0 || text[start - 3].endsClause || text[start - 3].endsSentence)
        }
        if text[start - 1] == 0x3001, let first = firstOfList(start) { return leads(first) } // 、
        guard text[start - 1] == 0x5230 || text[start - 1] == 0x81F3 else { return false }
        let previous = text[start - 2]
        if text.startsLine(start - 1) || previous == 0 || previous.endsClause || previous.endsSentence { return true }
        return Self.leaders.match(text, before: start - 1) != nil
    }

    /// 到2023年、2025年，…分别: where the date in front of the 、 begins.
    private func firstOfList(_ start: Int) -> Int? {
        (max(0, start - 9)..<max(0, start - 2)).last { text.isOne(of: "到至", at: $0) && DateExpression.read(text, at: $0 + 1)?.range.upperBound == start - 1 }.map { $0 + 1 }
    }

    /// （6月底）, （6月底，牵头单位：…）, a cell of its own.
    private func standsAlone(_ start: Int, _ end: Int) -> Bool {
        let previous = text[start - 1], next = text[end]
        return (previous == 0 || previous == 0x28 || previous == 0x5B) && (next == 0 || next.endsClause)
    }

    /// At the head of a clause, a small word or a subject's 要 let through: not 结合2020年城市建设, 全市2023年深化….
    func opensClause(_ start: Int) -> Bool {
        let previous = text[start - 1]
        if text.startsLine(start) || previous == 0 || previous.endsClause || previous.endsSentence { return true }
        return Self.openers.match(text, before: start) != nil
    }

    private static let openers = ValueVocabulary.dates[.opener]

    /// A result word a few characters behind the date, in the same clause; `，` directly behind the date is let through.
    private func resultFollows(_ end: Int, within limit: Int, efforts: Bool = false) -> Bool {
        var i = end
        if limit > 8, isComma(i) { i += 1 }
        let last = min(text.count, i + limit)
        while i < last, !text[i].endsClause || (efforts && text[i] == 0x3001) {
            if let length = Self.results.match(text, at: i) ?? (efforts ? effort(at: i, first: end) : nil) {
                return text[i + length] != 0x4E86 && !(0...2).contains { text[i + length + $0] == 0x7684 }  // 完成了, 新增的, 开工建设的
            }
            i += 1
        }
        return false
    }

    /// Words of one character (报, 送, 达) only directly behind the date.
    private func effort(at i: Int, first: Int) -> Int? {
        guard let length = Self.efforts.match(text, at: i) ?? Self.requires.match(text, at: i), length > 1 || i == first else { return nil }
        return length
    }
}
