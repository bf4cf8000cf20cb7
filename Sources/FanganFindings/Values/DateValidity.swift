/// How long a document holds: from 自…起施行 to the 有效期 behind it.
extension DateScanner {
    /// `自2023年12月1日起施行，有效期至2024年12月31日`: one term.
    mutating func joinValidity() {
        guard mentions.count > 1, let end = mentions.last?.end else { return }
        let first = mentions[mentions.count - 2], last = mentions[mentions.count - 1]
        guard let start = first.start, start <= end, first.takesEffect, last.range.lowerBound - first.range.upperBound <= Self.validityReach else { return }
        mentions.removeLast()
        mentions[mentions.count - 1].kind = .term
        mentions[mentions.count - 1].end = end
        mentions[mentions.count - 1].range = first.range.lowerBound..<last.range.upperBound
        mentions[mentions.count - 1].detail = DateDetail(edtf: start.iso + "/" + end.iso, precision: .day)
    }

    /// `自2022年7月23日起施行，有效期5年`, `起试行一年`: up to the day before the same one five years later. Returns the index behind it.
    mutating func readValidity(behind from: Int) -> Int? {
        guard let start = mentions.last?.start, let (at, number) = validity(behind: from), let count = DateExpression.smallNumber(text, at: number, 1...30) else { return nil }
        var end = count.end
        let months: Int
        if text[end] == 0x5E74 { (months, end) = (12 * count.value, end + 1) } // 年
        else if text.has("个月", at: end) { (months, end) = (count.value, end + 2) }
        else { return nil }
        let last = start.adding(months: months).previous
        let whole = mentions[mentions.count - 1].range.lowerBound..<text.place(at..<end).upperBound
        mentions[mentions.count - 1].kind = .term
        mentions[mentions.count - 1].end = last
        mentions[mentions.count - 1].range = whole
        mentions[mentions.count - 1].detail = DateDetail(edtf: start.iso + "/" + last.iso, precision: .day, month: .counted, day: .counted)
        return end
    }

    /// Where the words for how long begin, and the number in them.
    private func validity(behind from: Int) -> (start: Int, number: Int)? {
        if text.has("试行", at: from) { return (from + 2, from + 2) }
        guard let at = (from..<min(from + Self.validityReach, text.count)).first(where: { text.has("有效期", at: $0) || text[$0].endsSentence }), !text[at].endsSentence else { return nil }
        return (at, at + 3 + (text.any(["限为", "为", "限"], at: at + 3)?.count ?? 0))
    }

    /// How far behind 自…起施行 its 有效期至 may stand.
    private static let validityReach = 40
}
