import FanganText

/// Whom of several an amount is for: `崆峒区、华亭市打造示范点3个以上，其他县2个以上` holds two amounts for two groups.
struct TargetScope {
    let text: CompactText

    private static let wholes = ValueVocabulary.targets[.whole]
    private static let notPlaces = ValueVocabulary.targets[.notPlace]
    private static let requires = ValueVocabulary.targets[.require]
    private static let halves = ValueVocabulary.targets[.half]
    private static let quantifiers = ValueVocabulary.targets[.each]
    private static let bodies = ValueVocabulary.targets[.body]
    private static let reaches = ValueVocabulary.targets[.reach]

    /// The subject in front of an amount, from the head of its clause to the verb or the amount; nil where it names nobody.
    ///
    /// - Parameter floor: where the last amount of the clause ended: 城镇达到100%、农村达到60%.
    func subject(of amount: Amount, _ segment: Range<Int>, floor: Int) -> Range<Int>? {
        let start = skipLeads(max(head(segment.lowerBound), floor))
        let end = subjectEnd(start, amount)
        guard end > start, end - start <= 24, names(start..<end) else { return nil }
        return start..<end
    }

    /// 各县（市、区）每年…: the bracket is part of the subject.
    private func head(_ start: Int) -> Int {
        guard text[start - 1] == 0x29 else { return start }
        var i = start - 2
        while i > 0, start - i < 12, text[i] != 0x28 { i -= 1 }
        return text[i] == 0x28 ? text.clauseStart(i, limit: 20) : start
    }

    /// A single place (华亭市) is a scope only beside another one: 华亭市3个以上，其他县2个以上.
    func isWeak(_ range: Range<Int>) -> Bool {
        if let whole = Self.wholes.match(text, at: range.lowerBound), whole == range.count { return Self.halves.match(text, at: range.lowerBound) != nil }
        return !isQuantified(range) && !range.contains { text.isOne(of: "、和", at: $0) }
    }

    /// 城镇新增就业 is a term of its own; 覆盖率达到100%、农村达到60% sets one half against the whole.
    func isHalf(_ range: Range<Int>) -> Bool { Self.halves.match(text, at: range.lowerBound) != nil }

    /// 其他, 其余: there was one before.
    func isContrast(_ range: Range<Int>) -> Bool { text.any(["其他", "其它", "其余"], at: range.lowerBound) != nil }

    /// 在全市, 、农村, 到2025年 at the head of the clause.
    private func skipLeads(_ start: Int) -> Int {
        var i = start
        while true {
            if let date = DateExpression.read(text, at: i) { i = date.range.upperBound } else if text.isOne(of: "、在到至和由前，,", at: i) { i += 1 } else { return i }
        }
    }

    /// Where the subject ends: at the first verb, at 每年 or 至少, at the amount.
    private func subjectEnd(_ start: Int, _ amount: Amount) -> Int {
        let last = amount.range.lowerBound
        var i = start
        while i < last {
            if text[i] == 0x6BCF, i > start { return i }  // 每年
            if let length = Self.requires.match(text, at: i) ?? Self.reaches.match(text, at: i), length > 1, i + length <= last { return i }
            if i > start, Self.breaks.match(text, at: i) != nil { return i }
            if text[i] == 0x5404, i > start, text[i + 1].isDigit || Self.requires.match(text, at: i + 1) != nil || text[i + 1] == 0x5EFA { return i }  // 各建1个
            i += 1
        }
        return last
    }

    private static let breaks = ValueVocabulary.targets[.subjectEnd]

    /// 各县（市、区）, 每个乡镇, 全市, 其他县; 崆峒区、华亭市.
    private func names(_ range: Range<Int>) -> Bool {
        if Self.notPlaces.match(text, before: range.upperBound) != nil { return false }
        if range.contains(where: { text[$0].isDigit }) { return false }
        if let whole = Self.wholes.match(text, at: range.lowerBound), range.lowerBound + whole == range.upperBound { return true }
        if isQuantified(range) { return isPlace(range.upperBound) || Self.bodies.match(text, before: range.upperBound) != nil }
        // A body without 各 or 每 is what is counted: 国家级小巨人企业2家.
        return parts(range).allSatisfy { $0.count >= 2 && isPlace($0.upperBound) && Self.notPlaces.match(text, before: $0.upperBound) == nil }
    }

    private func isQuantified(_ range: Range<Int>) -> Bool {
        if text[range.lowerBound] == 0x5168, Self.wholes.match(text, at: range.lowerBound) != nil { return true }  // 全市各县
        guard Self.quantifiers.match(text, at: range.lowerBound) != nil else { return false }
        return text[range.lowerBound] != 0x6BCF || Period.read(text, after: range.lowerBound + 1) == nil  // 每年
    }

    private func parts(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = [], from = range.lowerBound
        for i in range where text.isOne(of: "、和", at: i) {
            parts.append(from..<i)
            from = i + 1
        }
        parts.append(from..<range.upperBound)
        return parts
    }

    /// 市, 县, 区, 乡镇 …; a bracket behind: 各县（市、区）.
    private func isPlace(_ end: Int) -> Bool {
        text.isOne(of: Self.places, at: end - 1) || text[end - 1] == 0x29 && text.isOne(of: Self.places, at: end - 2) || text.has("街道", before: end)
    }

    private static let places: StaticString = "省市县区旗州盟镇乡村"
}
