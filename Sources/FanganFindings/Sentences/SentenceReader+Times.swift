import FanganText

/// The time in which a named body does something, between its name and the verb: `县水务局|一季度|完成检查`, `县水务局|6月、12月底前|完成…`,
/// `县水务局|自2026年3月起|开展…`.
extension SentenceReader {
    struct WorkTime {
        var end: Int
        /// 前, 内, 起 behind it: what stands between is no part of a name or a heading (2025年|预算).
        var isBound: Bool
        /// A year as a whole: 2026年, 到2025年.
        var isYear = false
        /// Counted, not named: 10个工作日内.
        var isSpan = false
    }

    /// The time that begins at an index, up to what stands behind its last date.
    func workTime(_ p: Passage, _ at: Int, _ limit: Int) -> WorkTime? {
        guard mayBeginTime(p, at, limit) else { return nil }
        let text = CompactText(p, at..<min(limit, at + Self.longestTime))
        // 每月20日前: a day that comes again.
        if text[0] == 0x6BCF { return RecurrenceReader(text: text).read(at: 0).flatMap { text[$0.range.upperBound - 1] == 0x524D ? WorkTime(end: text.place($0.range).upperBound, isBound: true) : nil } }
        if let end = issueEnd(text) { return WorkTime(end: text.place(0..<end).upperBound, isBound: true) }
        let start = text.isOne(of: "自从到至", at: 0) ? 1 : 0
        guard var end = Self.timeEnd(text, start) else { return nil }
        while text.isOne(of: "、和及", at: end), let next = Self.timeEnd(text, end + 1) { end = next }
        let (suffix, behind) = DateJudge(text: text, context: DateContext()).suffix(at: end)
        // 年内, 一周内: the word is part of the date.
        let isBound = suffix != .none || text[end - 1] == 0x5185 // 内
        let isYear = end <= start + 5 && text[end - 1] == 0x5E74 && text[end - 2] != 0x534A // 年, 半
        return WorkTime(end: text.place(0..<behind).upperBound, isBound: isBound, isYear: isYear, isSpan: Self.spanEnd(text, start) != nil)
    }

    /// Whether a time may begin at an index: by the character there, and by a unit or a digit near it.
    func mayBeginTime(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, vocabulary.characters.kinds(of: p.scalars[at]).contains(.time) else { return false }
        let near = at..<min(limit, at + Self.longestTime)
        switch p.scalars[at] {
        case 0x6BCF: return p.first("前", in: near) != nil // 每月20日前
        case 0x81EA, 0x4ECE: return p.first(of: Self.timeUnits, in: near) != nil // 自…之日起, 从
        // In front of its first unit a time has no mark.
        default: return p.first(of: Self.timeUnitsAndMarks, in: near).map { Self.timeUnits.contains(p.scalars[$0]) } ?? false
        }
    }

    static let longestTime = 32
    private static let timeUnits: ScalarSet = "年月日季天周时0123456789０１２３４５６７８９"
    private static let timeUnitsAndMarks: ScalarSet = "年月日季天周时0123456789０１２３４５６７８９，。；：,;:、（("

    /// 6月, 3—5月, 二季度末, 明年3月底, 本月底, 下月15日, 10个工作日内.
    private static func timeEnd(_ text: CompactText, _ i: Int) -> Int? {
        if let bare = DateInterval.readBare(text, at: i) { return bare.range.upperBound }
        if let date = DateExpression.read(text, at: i) { return DateInterval.read(text, from: date)?.range.upperBound ?? date.range.upperBound }
        if let month = DateScanner.nearMonth(text, at: i) { return month.range.upperBound }
        return spanEnd(text, i)
    }

    /// 10个工作日内
    private static func spanEnd(_ text: CompactText, _ i: Int) -> Int? {
        guard let number = DateExpression.smallNumber(text, at: i, 1...365) else { return nil }
        let unit = text[number.end] == 0x4E2A ? number.end + 1 : number.end // 个
        guard let word = text.any(["工作日", "自然日", "日", "天", "周", "月", "小时"], at: unit), let within = text.any(["之内", "以内", "内"], at: unit + word.count) else { return nil }
        return unit + word.count + within.count
    }

    /// 自本方案印发之日起, 即日起
    private func issueEnd(_ text: CompactText) -> Int? {
        if text.has("即日起", at: 0) { return 3 }
        guard text.isOne(of: "自从", at: 0) else { return nil }
        return (1..<14).first { text.has("之日起", at: $0) }.map { $0 + 3 }
    }

    /// Behind what stands between a name and what it does, without being part of either: `县财政局|（6月20日前）|将…`, `县财政局|分3个季度（6月20日、9月20日前）|将…`.
    func termEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        var i = at
        if i < limit, p.scalars[i] == Self.dividing {
            let count = i + 1
            i = count
            while i < limit, Self.isDigit(p.scalars[i]) || ResponsibilityRecogniser.numerals.contains(p.scalars[i]) || p.scalars[i] == 0x4E24 { i += 1 } // 两
            // 分3 个季度: copies of pages set blanks around digits.
            while i > count, i < limit, p.scalars[i] == 0x20 || p.scalars[i] == 0x3000 { i += 1 }
            guard i > count, i + 1 < limit else { return nil }
            // 分3个季度, 分两批
            i += p.scalars[i] == 0x4E2A ? 1 : 0 // 个
            guard let (_, length) = vocabulary.sentences.portions.match(p.scalars, at: i, limit: limit) else { return nil }
            i += length
        }
        if i < limit, Brackets.isOpen(p.scalars[i]), let close = (i + 1..<min(limit, i + 40)).first(where: { Brackets.isClose(p.scalars[$0]) }), workTime(p, i + 1, close)?.isBound ?? false { i = close + 1 }
        return i > at && i < limit ? i : nil
    }

    /// 分
    static let dividing: UInt32 = 0x5206

    /// Whether a body behind whose name a time begins does something in it: `县水利局6月底前完成清淤`, `县水利局一季度开展检查`; not
    /// 县水利局6月底前完成的清淤, 县财政局2025年预算执行情况.
    func actsByDate(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let time = workTime(p, at, limit) else { return false }
        let end = clauseEnd(p, time.end, limit)
        guard time.isBound else { return (beginsWork(p, time.end, limit) || joins(p, time.end, limit) && isPredicate(p, time.end, limit)) && !tellsFindings(p, end, limit) }
        guard end > time.end + 1, !Self.doneOrOf.contains(p.scalars[end - 1]) else { return false }
        let clause = time.end..<end
        return !isCircumstance(p, clause, isSpan: time.isSpan) && !isTopic(p, clause) && !isDescription(p, clause)
    }

    /// 完成检查, 集中开展排查: a verb of work with its object.
    func beginsWork(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        var at = at
        while at < limit, let (_, length) = vocabulary.sentences.workManners.match(p.scalars, at: at, limit: limit) { at += length }
        guard at < limit, let length = vocabulary.sentences.workVerbs.match(p.scalars, at: at, limit: limit)?.length ?? vocabulary.deeds.classVerbs.match(p.scalars, at: at, limit: limit)?.length, length > 1 else { return false }
        return isPredicate(p, at + length, limit)
    }
}
