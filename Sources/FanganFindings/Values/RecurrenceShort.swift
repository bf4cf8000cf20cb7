import FanganText

/// Rhythms in one word with what is done in them: 月调度、季通报.
extension RecurrenceReader {
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
        guard start >= 0, !text[start].isDigit, !text[start - 1].isDigit, !text.has("年度", at: start) || text[start - 1] == 0x3001 else { return nil } // 、
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
    func isDoneWithOthers(_ end: Int) -> Bool {
        guard text.isOne(of: "与同向将对把由", at: end) else { return false }
        return (end + 2..<max(end + 2, text.clauseEnd(end, limit: 14))).contains { Self.rhythms.match(text, at: $0) != nil }
    }
}
