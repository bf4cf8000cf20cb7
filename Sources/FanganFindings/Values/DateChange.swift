import FanganText

/// A day or a rhythm that is changed to another: `完成时限由6月底调整为9月底`, `原定6月底前完成，现延期至9月底前`, `取消每月报送，改为每季度报送`. Only the new one holds.
extension DateScanner {
    /// Whether the time at a place takes that of the one before it: words of change stand right in front of it, and the one before is said to be the former.
    func isChange(from former: Range<Int>, to range: Range<Int>) -> Bool {
        guard let length = Self.changes.match(text, before: range.lowerBound), case let change = range.lowerBound - length, former.upperBound <= change, change - former.upperBound <= Self.reach,
              !(former.upperBound..<change).contains(where: { text[$0].endsSentence }) else { return false }
        return Self.formers.match(text, before: former.lowerBound) != nil
    }

    /// The former time is past, and the last one is due as that was, or as the clause's words for a deadline say.
    mutating func takeChange(from former: Range<Int>) {
        let last = mentions.count - 1
        let isDue = mentions[last - 1].kind == .due || Self.deadlines.contains(text, in: text.clauseStart(former.lowerBound)..<former.lowerBound)
        mentions[last - 1].kind = .past
        mentions[last - 1].awaitsResult = false
        guard mentions[last].kind != .recurring, isDue else { return }
        mentions[last].kind = .due
        mentions[last].start = nil
    }

    private static let changes = ValueVocabulary.dates[.change]
    private static let formers = ValueVocabulary.dates[.former]
    private static let deadlines = ValueVocabulary.dates[.deadline]
    /// Characters between the two: 原定6月底前|完成招标任务，|推迟到….
    private static let reach = 24
}
