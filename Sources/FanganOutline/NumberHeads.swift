import FanganText

/// Titles without a number over numbers that begin anew: names of units (`县财政局：` ⏎ 1. ⏎ 2. ⏎ `县审计局、县水利局职责：` ⏎ 1.), which say whose the numbers
/// are, and other ones (`县级责任：` ⏎ `责任单位：县水利局` ⏎ 1. ⏎ 2. ⏎ `乡镇责任：` ⏎ 1.), which are items themselves and may hold names of units.
///
/// One alone may be whom a notice is sent to, or begin a sentence that its list ends; the row of them tells. Behind items that began without them such
/// names are of the item in front: `1.保障供电。` ⏎ `（县供电公司）` ⏎ `2.更新管网。` ⏎ `（县住建局）`.
struct NumberHeads {
    private let lines: [Line]
    private let vocabulary: OutlineVocabulary
    private let units: UnitNames
    private var names: [Int: Passage] = [:]
    private var first: Int?
    /// Lines of names that say whose the item in front of them is.
    private(set) var behindItems = 0

    /// Gives the titles that are items their words as labels.
    /// - Parameter range: the lines of one division.
    init(_ lines: [Line], in range: Range<Int>, _ vocabulary: OutlineVocabulary) {
        (self.lines, self.vocabulary, units) = (lines, vocabulary, UnitNames(vocabulary))
        var titles = Titles(), last: [LabelForm: Int] = [:], ofClasses: [(line: Int, below: LabelForm)] = []
        // Forms whose number 1 stands under names, and how those were written.
        var begun: [LabelForm: Bool] = [:], above: LabelForm?
        for i in range where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                if label.ordinal == 1 { begun[label.form] = names[i - 1].map { _ in saysThatItHeads(i - 1) } }
                (last[label.form], above) = (label.ordinal, label.form)
                titles.close(at: label.form, heads: self)
            } else if i + 1 < range.upperBound, let found = nameHead(i, last) {
                if standsOver(i, above, begun) { names[i] = found } else { behindItems += 1 }
            } else if let form = formBelow(i, in: range, isNumbered: !last.isEmpty) {
                titles.add(i, form, heads: self)
                if Self.classes(lines[i].passage, vocabulary) != nil { ofClasses.append((i, form)) }
            }
        }
        titles.close(heads: self)
        // 乡镇责任 tells among names of units as one of them does.
        if names.count + ofClasses.count < Self.fewest { names = [:] } else if !names.isEmpty { for head in ofClasses { lines[head.line].label = label(lines[head.line], head.below) } }
        first = names.keys.min()
    }

    /// The names in a line that stands over their duties.
    func names(at line: Int) -> Passage? { names[line] }

    /// Names in such a row that have their duty on their own line: `县教育局：负责排查。`
    func lead(at line: Int) -> (names: Range<Int>, text: Int)? {
        let p = lines[line].passage
        guard !names.isEmpty, lines[line].label == nil, lines[line].block.cell == nil, let lead = units.lead(p, p.indices), lead.text < p.count, Self.colons.contains(p.scalars[lead.text - 1]) else { return nil }
        return lead
    }

    /// Where a division's items begin: names in front of the first one are of them.
    func start(atMost line: Int) -> Int { first.map { $0 + 1 == line ? $0 : line } ?? line }

    /// Heads that make a row: names, titles with a colon, as titles of the file or by their words (责任); and bare titles.
    private static let fewest = 2, fewestBare = 3

    // MARK: - Rows

    /// Titles over numbers of one form, while nothing comes that stands over them.
    private struct Titles {
        private var row: [Int] = [], below: LabelForm?

        mutating func add(_ line: Int, _ form: LabelForm, heads: NumberHeads) {
            if form != below { close(heads: heads) }
            row.append(line)
            below = form
        }

        mutating func close(at form: LabelForm, heads: NumberHeads) { if let below, form < below { close(heads: heads) } }

        mutating func close(heads: NumberHeads) {
            if let below, row.count >= (row.allSatisfy(heads.isSure) ? fewest : fewestBare) { for line in row { heads.lines[line].label = heads.label(heads.lines[line], below) } }
            row = []
        }
    }

    private func isSure(_ i: Int) -> Bool {
        let p = lines[i].passage, end = p.scalars.lastIndex { !Passage.isBlank($0) }.map { $0 + 1 } ?? 0
        return lines[i].block.headingLevel != nil || end > 0 && Self.colons.contains(p.scalars[end - 1]) || vocabulary.items.headTails.match(p, before: end, from: 0) != nil
    }

    private func label(_ line: Line, _ below: LabelForm) -> (label: Label, length: Int) {
        let p = line.passage, start = p.indices.first { !Passage.isBlank(p.scalars[$0]) } ?? 0
        let end = p.scalars.lastIndex { Self.colons.contains($0) } ?? p.scalars.lastIndex { !Passage.isBlank($0) }.map { $0 + 1 } ?? p.count
        return (Label(form: .head, ordinal: nil, parts: [below.rawValue], printed: p.part(start..<end).squashed(), span: p.span(start..<end)), p.count)
    }

    // MARK: - Names

    /// Names and nothing else, right above the first number of a list or the next one of a list that runs on.
    private func nameHead(_ i: Int, _ last: [LabelForm: Int]) -> Passage? {
        guard lines[i + 1].block.cell == nil, let below = lines[i + 1].label?.label, below.form >= .chinese, below.form <= .circled,
              below.ordinal == 1 || below.ordinal == (last[below.form] ?? 0) + 1 else { return nil }
        return units.head(lines[i].passage).map(lines[i].passage.part)
    }

    /// Whether names stand over the number that follows: their colon or a word (职责) says so, the number begins a list, or its list began under such names.
    private func standsOver(_ i: Int, _ above: LabelForm?, _ begun: [LabelForm: Bool]) -> Bool {
        guard let above, let below = lines[i + 1].label?.label else { return true }
        // `——县住建局`
        if lines[i].passage.trimmed().scalars.first == 0x2014 { return false }
        // `2.更新管网。` ⏎ `（县住建局）` ⏎ `专栏1`: the first number of another kind behind a sentence and its bracket.
        if below.ordinal == 1 { return below.form == above || saysThatItHeads(i) || !isBracketBehindSentence(i) }
        return saysThatItHeads(i) || begun[below.form] == false
    }

    private func isBracketBehindSentence(_ i: Int) -> Bool {
        guard i > 0, let first = lines[i].passage.trimmed().scalars.first, let last = lines[i - 1].passage.trimmed().last else { return false }
        return Self.opening.contains(first) && Self.sentenceEnds.contains(last)
    }

    /// `县财政局：`, `县财政局职责`, a title of the file; not `县财政局负责` or `（县财政局负责）`.
    private func saysThatItHeads(_ i: Int) -> Bool {
        let p = lines[i].passage, end = p.scalars.lastIndex { !Passage.isBlank($0) }.map { $0 + 1 } ?? 0
        guard lines[i].block.headingLevel == nil, end > 0 else { return true }
        return Self.colons.contains(p.scalars[end - 1]) || !p.has("负责", before: end) && vocabulary.items.headTails.match(p, before: end, from: 0) != nil
    }

    /// The class of units that a title names: 乡镇 of `乡镇责任：`.
    static func classes(_ head: Passage, _ vocabulary: OutlineVocabulary) -> Range<Int>? {
        guard let end = head.scalars.lastIndex(where: { !colons.contains($0) && !Passage.isBlank($0) }).map({ $0 + 1 }),
              let (_, tail) = vocabulary.items.headTails.match(head, before: end, from: 0), let start = head.indices.first(where: { !Passage.isBlank(head.scalars[$0]) }), start < end - tail,
              let (_, length) = vocabulary.items.headClasses.match(head.scalars, at: start, limit: end), start + length == end - tail else { return nil }
        return start..<end - tail
    }

    // MARK: - Titles

    /// The form of the numbers that begin under a line, if it can be a title over them.
    private func formBelow(_ i: Int, in range: Range<Int>, isNumbered: Bool) -> LabelForm? {
        // Most lines are told by what stands under them.
        guard lines[i].passage.count <= 24, let last = lines[i].passage.last, let form = numbersBelow(i, in: range, hasColon: Self.colons.contains(last)) else { return nil }
        let text = lines[i].passage.trimmed()
        if !Self.colons.contains(last) { guard isNumbered || lines[i].block.headingLevel != nil, mayBeBare(text, last) else { return nil } }
        guard text.count >= 3, text.first(of: Self.clauses, in: text.indices) == nil, !vocabulary.titles.assignmentKeys.begins(text.scalars, at: 0, limit: text.count),
              !vocabulary.items.announcing.contains(where: { text.first($0, in: text.indices) != nil }), !vocabulary.items.noteMarks.contains(text.squashed()), !text.has("附件", at: 0), !text.has("为", before: text.count - 1),
              units.head(text) == nil, isNumbered || lines[i].kind(HeaderReader(vocabulary: vocabulary)) != .addressees else { return nil }
        return form
    }

    /// The form of the first number under a line; `责任单位：…`, `责任领导：…` and the first names of units may stand between.
    private func numbersBelow(_ i: Int, in range: Range<Int>, hasColon: Bool) -> LabelForm? {
        for below in i + 1..<max(i + 1, min(i + 6, range.upperBound)) {
            if lines[below].block.cell != nil { return nil }
            if let label = lines[below].label?.label { return label.ordinal == 1 && Self.forms.contains(label.form) && (label.form != .chinese || hasColon) ? label.form : nil }
            if below == i + 1, nameHead(below, in: range) { continue }
            guard let key = Self.key(of: lines[below].passage.trimmed()), let role = vocabulary.tables.role(ofColumn: key), role.namesUnits || role == .person || role == .due else { return nil }
        }
        return nil
    }

    private func nameHead(_ i: Int, in range: Range<Int>) -> Bool { i + 1 < range.upperBound && nameHead(i, [:]) != nil }

    /// `乡镇责任` alone on its line: no cell of a table, no title of a plan.
    private func mayBeBare(_ text: Passage, _ last: UInt32) -> Bool {
        let reader = HeaderReader(vocabulary: vocabulary)
        return text.count <= 14 && text.first(of: Self.colons, in: text.indices) == nil && last.isIdeograph && text.scalars.allSatisfy { $0 >= 0x4E00 || $0 == 0x20 } && vocabulary.tables.role(ofColumn: text) == nil && !reader.endsAsPlan(text) && [.title, .other].contains(reader.kind(of: text))
    }

    // MARK: - Keys

    /// Whether a line says who in person: `责任领导：王某`.
    static func namesPerson(_ text: Passage, _ vocabulary: OutlineVocabulary) -> Bool { key(of: text).flatMap(vocabulary.tables.role(ofColumn:)) == .person }

    /// What stands in front of a colon near the beginning with something behind it.
    private static func key(of text: Passage) -> Passage? {
        guard let colon = text.scalars.prefix(10).firstIndex(where: colons.contains), colon > 1, colon + 1 < text.count else { return nil }
        return text.part(0..<colon)
    }

    private static let colons: ScalarSet = "：:"
    private static let opening: ScalarSet = "（("
    private static let sentenceEnds: ScalarSet = "。；！"
    private static let clauses: ScalarSet = "，,。；;！？《》“”"
    private static let forms: Set<LabelForm> = [.chinese, .chineseBracketed, .arabic, .arabicBracketed, .arabicHalfBracketed, .circled]
}
