import FanganText

/// Titles without a number, each over numbers that begin anew: `县级责任：` ⏎ `责任单位：县水利局` ⏎ 1. ⏎ 2. ⏎ `乡镇责任：` ⏎ 1. ⏎ 2.
///
/// One alone may begin a sentence that its list ends; the row of them tells. Names of units over their duties are ``UnitHeads``.
struct PlainHeads {
    private let lines: [Line]
    private let vocabulary: OutlineVocabulary
    private let names: UnitNames

    /// Gives the heads among lines their titles as labels.
    static func read(_ lines: [Line], _ vocabulary: OutlineVocabulary) {
        let heads = PlainHeads(lines: lines, vocabulary: vocabulary, names: UnitNames(vocabulary))
        // Heads over numbers of one form, while nothing comes that stands over them.
        var row: [Int] = [], below: LabelForm?, isNumbered = false
        func close() {
            if let below, row.count >= (row.allSatisfy(heads.isSure) ? fewest : fewestBare) { for line in row { lines[line].label = heads.label(lines[line], below) } }
            row = []
        }
        for i in lines.indices where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                isNumbered = true
                if let open = below, label.form < open { close() }
            } else if let form = heads.formBelow(i, isNumbered) {
                if form != below { close() }
                row.append(i)
                below = form
            }
        }
        close()
    }

    /// Heads that make a row: with a colon, as titles of the file or by their words (责任); and bare ones.
    private static let fewest = 2, fewestBare = 3

    private func isSure(_ i: Int) -> Bool {
        let p = lines[i].passage, end = p.scalars.lastIndex { !Passage.isBlank($0) }.map { $0 + 1 } ?? 0
        return lines[i].block.headingLevel != nil || end > 0 && Self.colons.contains(p.scalars[end - 1]) || vocabulary.headTails.match(p, before: end, from: 0) != nil
    }

    /// Whether a line says who in person: `责任领导：王某`.
    static func namesPerson(_ text: Passage, _ vocabulary: OutlineVocabulary) -> Bool { key(of: text).flatMap(vocabulary.role(ofColumn:)) == .person }

    /// The class of units that a head names: 乡镇 of `乡镇责任：`.
    static func classes(_ head: Passage, _ vocabulary: OutlineVocabulary) -> Range<Int>? {
        guard let end = head.scalars.lastIndex(where: { !colons.contains($0) && !Passage.isBlank($0) }).map({ $0 + 1 }),
              let (_, tail) = vocabulary.headTails.match(head, before: end, from: 0), let start = head.indices.first(where: { !Passage.isBlank(head.scalars[$0]) }), start < end - tail,
              let (_, length) = vocabulary.headClasses.match(head.scalars, at: start, limit: end), start + length == end - tail else { return nil }
        return start..<end - tail
    }

    private func label(_ line: Line, _ below: LabelForm) -> (label: Label, length: Int) {
        let p = line.passage, start = p.indices.first { !Passage.isBlank(p.scalars[$0]) } ?? 0
        let end = p.scalars.lastIndex { Self.colons.contains($0) } ?? p.scalars.lastIndex { !Passage.isBlank($0) }.map { $0 + 1 } ?? p.count
        return (Label(form: .head, ordinal: nil, parts: [below.rawValue], printed: p.part(start..<end).squashed(), span: p.span(start..<end)), p.count)
    }

    /// The form of the numbers that begin under a line, if it can be a head.
    private func formBelow(_ i: Int, _ isNumbered: Bool) -> LabelForm? {
        // Most lines are told by what stands under them.
        guard lines[i].passage.count <= 24, let last = lines[i].passage.last, let form = numbersBelow(i, hasColon: Self.colons.contains(last)) else { return nil }
        let text = lines[i].passage.trimmed()
        if !Self.colons.contains(last) { guard isNumbered || lines[i].block.headingLevel != nil, mayBeBare(text, last) else { return nil } }
        guard text.count >= 3, text.first(of: Self.clauses, in: text.indices) == nil, !vocabulary.assignmentKeys.begins(text.scalars, at: 0, limit: text.count),
              !vocabulary.announcing.contains(where: { text.first($0, in: text.indices) != nil }), !vocabulary.noteMarks.contains(text.squashed()), !text.has("附件", at: 0), !text.has("为", before: text.count - 1),
              names.head(text) == nil, isNumbered || lines[i].kind(HeaderReader(vocabulary: vocabulary)) != .addressees else { return nil }
        return form
    }

    /// The form of the first number under a line; `责任单位：…` and `责任领导：…` may stand between.
    private func numbersBelow(_ i: Int, hasColon: Bool) -> LabelForm? {
        for below in i + 1..<min(i + 6, lines.count) {
            if lines[below].block.cell != nil { return nil }
            if let label = lines[below].label?.label { return label.ordinal == 1 && Self.forms.contains(label.form) && (label.form != .chinese || hasColon) ? label.form : nil }
            guard let key = Self.key(of: lines[below].passage.trimmed()), let role = vocabulary.role(ofColumn: key), role.namesUnits || role == .person || role == .due else { return nil }
        }
        return nil
    }

    /// `乡镇责任` alone on its line: no cell of a table, no title of a plan.
    private func mayBeBare(_ text: Passage, _ last: UInt32) -> Bool {
        let reader = HeaderReader(vocabulary: vocabulary)
        return text.count <= 14 && last >= 0x4E00 && last < 0xA000 && text.scalars.allSatisfy { $0 >= 0x4E00 || $0 == 0x20 } && vocabulary.role(ofColumn: text) == nil && !reader.endsAsPlan(text) && [.title, .other].contains(reader.kind(of: text))
    }

    /// What stands in front of a colon near the beginning with something behind it.
    private static func key(of text: Passage) -> Passage? {
        guard let colon = text.scalars.prefix(10).firstIndex(where: colons.contains), colon > 1, colon + 1 < text.count else { return nil }
        return text.part(0..<colon)
    }

    private static let colons: ScalarSet = "：:"
    private static let clauses: ScalarSet = "，,。；;！？《》“”"
    private static let forms: Set<LabelForm> = [.chinese, .chineseBracketed, .arabic, .arabicBracketed, .arabicHalfBracketed, .circled]
}
