import FanganText

/// A stretch of a list, a bracket or a line that is nothing but a time: `2025年6月底前完成`, `长期坚持`.
enum TimePhrase {
    /// 长期, 全年: words of time, and nothing behind them.
    static func isWord(_ p: Passage, _ range: Range<Int>) -> Bool { words.match(p.scalars, at: range.lowerBound, limit: range.upperBound).map { $0.length == range.count } ?? false }

    /// 2025年6月底前完成, 6月底, 长期坚持: a time and the word behind it.
    static func fills(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        return range.count <= longestWords && words.begins(p.scalars, at: range.lowerBound, limit: range.upperBound) || isDate(p, range)
    }

    /// 2025年6月底前完成
    static func isDate(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count <= longestDate, SentenceWords.dateHeads.contains(p.scalars[first]) else { return false }
        return names(p, range) && p.first(of: marks, in: range) == nil
    }

    /// Whether a unit of the calendar is named: 2023年底前; not 市财政局各2名.
    static func names(_ p: Passage, _ range: Range<Int>) -> Bool { p.first(of: units, in: range) != nil }

    /// 6月底前完成, 3月; not 2024年统计, nor a year alone, which tells of what.
    static func closes(_ p: Passage, _ range: Range<Int>) -> Bool {
        isWord(p, range) || range.last.map { lastUnits.contains(p.scalars[$0]) } ?? false || p.first(of: boundaries, in: range) != nil
    }

    private static let words = ResponsibilityVocabulary.standard.lists.phraseStarts
    private static let longestWords = 8
    private static let longestDate = 20
    private static let units: ScalarSet = "年月日季期底旬周"
    /// Units that say when something ends: a year alone does not.
    private static let lastUnits: ScalarSet = "月日旬度周"
    private static let boundaries: ScalarSet = "前内底末"
    private static let marks: ScalarSet = "，,。；;：:！!、\n"
}
