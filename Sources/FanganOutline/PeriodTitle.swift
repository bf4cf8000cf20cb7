import FanganText

/// Titles of columns that stand for a stretch of the year, under which a table says what is to be done in it: 一季度, 第三季度目标,
/// 上半年, 6月, 2024年7—9月进度安排, 9月底前, 2025年目标.
struct PeriodTitle {
    let vocabulary: OutlineVocabulary

    func matches(_ title: Passage) -> Bool {
        let p = Self.bare(title)
        guard p.count >= 2, p.count <= 16 else { return false }
        var at = 0
        while at < p.count, digitValue(p.scalars[at]) != nil { at += 1 }
        // 2024年, but not the month.
        if at == 4, p.has("年", at: at) { at += 1 } else { at = 0 }
        // A year alone, as the years of a plan stand side by side.
        let year = at > 0 && (at == p.count || p.has("度", at: at)) ? min(at + 1, p.count) : at
        if at > 0, year == p.count || vocabulary.tables.periodTails.match(p.scalars, at: year).map({ year + $0.length == p.count }) ?? false { return true }
        guard let end = months(p, from: at) ?? vocabulary.tables.periods.match(p.scalars, at: at).map({ at + $0.length }) else { return false }
        return end == p.count || vocabulary.tables.periodTails.match(p.scalars, at: end).map { end + $0.length == p.count } ?? false
    }

    /// `2025年`, `2025年目标`, `2025年度目标值`: a year and no part of it.
    func isYear(_ title: Passage) -> Bool {
        let p = Self.bare(title)
        guard p.count >= 5, p.has("年", at: 4), p.scalars.prefix(4).allSatisfy({ digitValue($0) != nil }) else { return false }
        let rest = p.has("度", at: 5) ? 6 : 5
        return rest == p.count || vocabulary.tables.periodTails.match(p.scalars, at: rest).map { rest + $0.length == p.count } ?? false
    }

    /// Without the measure behind it: 2025年目标（万亩）.
    private static func bare(_ title: Passage) -> Passage { Passage(title.squashed()).droppingTrailingBrackets() }

    /// `6月`, `7—9月份`
    private func months(_ p: Passage, from start: Int) -> Int? {
        var at = start, numbers = 0
        while numbers < 2 {
            let begin = at
            while at < p.count, at - begin < 2, digitValue(p.scalars[at]) != nil { at += 1 }
            guard at > begin else { return nil }
            numbers += 1
            if p.has("月", at: at) {
                at += 1
                if p.has("份", at: at) { at += 1 }
                if p.has("底", at: at) || p.has("末", at: at) { at += 1 }
                return p.has("前", at: at) ? at + 1 : at
            }
            guard at < p.count, Self.dashes.contains(p.scalars[at]) else { return nil }
            at += 1
        }
        return nil
    }

    private static let dashes: ScalarSet = "-－—–~～至到"
}
