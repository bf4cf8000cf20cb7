import FanganText

/// Clauses behind a time that tell how things stand, where one that orders would make it a deadline.
extension DateJudge {
    private static let levels = ValueVocabulary.dates[.level]
    private static let topics = ValueVocabulary.dates[.topic]
    private static let spokenOf = ValueVocabulary.dates[.spokenOf]
    private static let findings = ValueVocabulary.dates[.finding]
    private static let demands = ValueVocabulary.dates[.bound]

    /// 一季度，各乡镇完成任务不到50%的, 上半年完成投资占比较低, 一季度完成情况纳入考核, 一季度开展检查，发现问题12个: a condition, a level,
    /// what is spoken of, what has been found; nothing to be done by then.
    func tellsLevel(_ end: Int) -> Bool {
        let from = isComma(end) ? end + 1 : end, stop = text.clauseEnd(from)
        guard stop > from + 2 else { return false }
        // 上半年，各镇对整改不到位的，依法关闭: for whom it is to be done.
        if text[stop - 1] == 0x7684, isComma(stop) || text[stop] == 0 || text[stop].endsSentence { return !(from..<stop).contains { text.isOne(of: "对将把", at: $0) } } // 的
        if Self.levels.match(text, before: stop) != nil { return true }
        if isComma(stop), Self.findings.match(text, at: stop + 1) != nil {
            let found = stop + 1..<text.clauseEnd(stop + 1)
            if found.contains(where: { text[$0].isDigit }), Self.demands.match(text, before: found.upperBound) == nil { return true }
        }
        return (from..<min(stop, from + 12)).contains { i in
            guard let length = Self.topics.match(text, at: i) else { return false }
            return Self.spokenOf.match(text, at: i + length) != nil
        }
    }
}
