import FanganText

/// Rows of a form that somebody is to fill in: they hold nothing yet (`XXX`, `____`, `年  月  日`), or show how it is done (`（示例）改造公厕`).
struct FormRows {
    let vocabulary: OutlineVocabulary

    /// `示例`, `（示例）改造公厕`, `例：改造公厕`
    func isExample(_ text: Passage) -> Bool {
        var start = 0
        while start < text.count, Passage.isBlank(text.scalars[start]) || Self.opening.contains(text.scalars[start]) { start += 1 }
        guard start < text.count, let (_, length) = vocabulary.titles.exampleMarks.match(text.scalars, at: start) else { return false }
        let end = start + length
        return end == text.count || Self.behindMark.contains(text.scalars[end])
    }

    /// `工作进展统计表（示例）`: what stands in the bracket behind a title.
    func isOfExamples(_ title: Passage) -> Bool {
        let core = title.droppingTrailingBracket()
        guard core.count < title.count else { return false }
        let mark = title.part(core.count..<title.count).trimmed().unbracketed()
        return vocabulary.titles.exampleMarks.match(mark.scalars, at: 0).map { $0.length == mark.count } ?? false
    }

    /// Nothing but signs that stand for words, also behind a key: `XXX`, `……`, `X月X日`, `填表人：____`.
    func isPlaceholder(_ text: Passage) -> Bool {
        guard text.count <= Self.longest else { return false }
        let from = text.scalars.lastIndex(where: Self.colons.contains).map { $0 + 1 } ?? 0
        guard from < text.count || text.count <= Self.longestKey else { return false }
        // Digits alone say nothing, but behind a key how much.
        return text.scalars[from...].allSatisfy { Passage.isBlank($0) || Self.signs.contains($0) || from == 0 && digitValue($0) != nil }
    }

    /// `单位：____  填表人：____`: a line over a form.
    func isFormHead(_ text: Passage) -> Bool {
        guard text.count <= Self.longest, let colon = text.scalars.firstIndex(where: Self.colons.contains), colon >= 2, colon <= Self.longestKey else { return false }
        return text.scalars.contains(where: Self.gaps.contains) && text.first(of: Self.stops, in: text.indices) == nil
    }

    private static let longest = 80, longestKey = 12
    private static let opening: ScalarSet = "（(【[〔"
    private static let behindMark: ScalarSet = "）)】]〕：: 　1234567890"
    private static let colons: ScalarSet = "：:"
    private static let gaps: ScalarSet = "_＿"
    private static let stops: ScalarSet = "。；"
    /// 年月日 stand between the gaps of a day.
    private static let signs: ScalarSet = "XxＸｘ×*＊.…·．_＿-－—–/／、年月日前□○〇"
}
