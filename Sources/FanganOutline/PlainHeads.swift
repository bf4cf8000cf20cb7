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
        // The last head, and the form of the numbers under it, while nothing came that stands over both.
        var last: (line: Int, below: LabelForm)?, isNumbered = false
        for i in lines.indices where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                isNumbered = true
                if let open = last, label.form < open.below { last = nil }
            } else if let below = heads.formBelow(i, isNumbered) {
                if let before = last, before.below == below {
                    for line in [before.line, i] { lines[line].label = heads.label(lines[line], below) }
                }
                last = (i, below)
            }
        }
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
        let end = p.scalars.lastIndex { Self.colons.contains($0) } ?? p.count
        return (Label(form: .head, ordinal: nil, parts: [below.rawValue], printed: p.part(start..<end).squashed(), span: p.span(start..<end)), p.count)
    }

    /// The form of the numbers that begin under a line, if it can be a head.
    private func formBelow(_ i: Int, _ isNumbered: Bool) -> LabelForm? {
        guard lines[i].passage.count <= 24, let last = lines[i].passage.last, Self.colons.contains(last) else { return nil }
        let text = lines[i].passage.trimmed()
        guard text.count >= 3, text.first(of: Self.clauses, in: text.indices) == nil, !vocabulary.assignmentKeys.begins(text.scalars, at: 0, limit: text.count),
              !vocabulary.announcing.contains(where: { text.first($0, in: text.indices) != nil }), !vocabulary.noteMarks.contains(text.squashed()), !text.has("附件", at: 0), !text.has("为", before: text.count - 1),
              names.head(text) == nil, isNumbered || lines[i].kind(HeaderReader(vocabulary: vocabulary)) != .addressees else { return nil }
        // `责任单位：…` and `责任领导：…` may stand between.
        for below in i + 1..<min(i + 6, lines.count) {
            if lines[below].block.cell != nil { return nil }
            if let label = lines[below].label?.label { return label.ordinal == 1 && Self.forms.contains(label.form) ? label.form : nil }
            guard let key = Self.key(of: lines[below].passage.trimmed()), let role = vocabulary.role(ofColumn: key), role.namesUnits || role == .person || role == .due else { return nil }
        }
        return nil
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
