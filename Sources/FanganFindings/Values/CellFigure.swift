import FanganText

/// What a table counts in: `万亩` is 10,000 times 亩.
struct UnitOfMeasure: Equatable {
    var factor = 1.0
    var name: String

    /// - Parameter cell: all of a cell, as `万亩`, `%`, `（个）`.
    init?(_ cell: Passage) { self.init(CompactText(cell, cell.indices)) }

    /// `新增造林面积（万亩）`: the bracket at the end of a name, where it holds nothing else.
    init?(endOf name: Passage) {
        let line = name.scalars.prefix(60).firstIndex(of: 0x0A) ?? min(name.count, 60), text = CompactText(name, 0..<line), end = text.count
        guard text[end - 1] == 0x29, let open = (max(0, end - 12)..<end).last(where: { text[$0] == 0x28 }) else { return nil }
        let inside = CompactText(name, text.place(open + 1..<end - 1))
        guard let unit = UnitOfMeasure(inside), unit.isKnown else { return nil }
        self = unit
    }

    private init?(_ text: CompactText) {
        var start = 0, end = text.count
        if text[start] == 0x28, text[end - 1] == 0x29 { (start, end) = (start + 1, end - 1) }
        while let power = Numerals.power(text[start]), power >= 100, start + 1 < end {
            // 千瓦, 千米, 百分点 hold the unit's own character.
            if power <= 1000, text.isOne(of: "瓦米克伏分卡", at: start + 1) { break }
            factor *= power
            start += 1
        }
        guard start < end, end - start <= 8, !text[start].isDigit else { return nil }
        let word = text.string(start..<end)
        name = Self.percents.contains(word) ? "%" : word
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0 == "%" || $0 == "‰" || $0 == "℃" }) else { return nil }
    }

    /// A measure word that amounts have as well, not any remark in a bracket.
    private var isKnown: Bool {
        let p = Passage(name), text = CompactText(p, p.indices)
        return ValueVocabulary.measures.match(text, at: 0).map { $0.length == text.count && $0.measure != .none } ?? false
    }

    private static let percents: Set<String> = ["%", "百分比", "百分数", "百分率"]
}

/// A cell that is one figure: `2.5`, `≥90%`, `120个以上`, `5-10`. In a column of goals it is what is required, whatever stands around it.
enum CellFigure {
    /// - Parameter unit: what a figure without a measure word is counted in.
    static func read(_ cell: Passage, unit: UnitOfMeasure?) -> TargetMention? {
        guard cell.count <= 24 else { return nil }
        let text = CompactText(cell, cell.indices)
        guard let start = (0..<min(text.count, 6)).first(where: { text[$0].isDigit }) else { return nil }
        guard var amount = measured(text, at: start) ?? bare(text, at: start) else { return nil }
        amount.readBounds(text)
        let sign = start > 0 ? signs.first { text.has($0.word, before: start) } : nil
        if let sign, amount.range.lowerBound == start {
            if sign.bound != .none { amount.bound = sign.bound }
            amount.range = (start - sign.word.count)..<amount.range.upperBound
        }
        guard amount.range == 0..<text.count else { return nil }
        let factor = amount.measure == .number ? unit?.factor ?? 1 : 1, limits = amount.limits
        var target = TargetMention(min: limits.min.map { $0 * factor }, max: limits.max.map { $0 * factor },
                                   unit: amount.measure == .number ? unit?.name ?? "" : amount.unitName(text), per: nil, range: text.place(amount.range))
        target.isAbout = amount.bound == .about
        return target
    }

    /// Signs of a bound that running text does not use.
    private static let signs: [(word: StaticString, bound: Amount.Bound)] = [(">=", .least), ("<=", .most), (">", .least), ("<", .most), ("＞", .least), ("＜", .most), ("达到", .none), ("达", .none)]

    private static func measured(_ text: CompactText, at start: Int) -> Amount? {
        Amount.read(text, at: start).flatMap { $0.unit.isEmpty && $0.measure != .percent ? nil : $0 }
    }

    private static func bare(_ text: CompactText, at start: Int) -> Amount? {
        guard let number = Numerals.read(text, at: start), !number.isPercent else { return nil }
        var high = number.value, end = number.end
        if text[end] == 0x2D, let second = Numerals.read(text, at: end + 1), second.value > high { (high, end) = (second.value, second.end) }
        return Amount(low: number.value, high: high, unit: end..<end, measure: .number, isChinese: false, core: start..<end, range: start..<end)
    }
}
