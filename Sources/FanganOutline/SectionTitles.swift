import FanganText

/// Sections that have a title and no number: `主要任务` ⏎ 1. ⏎ 2. ⏎ `保障措施` ⏎ 3., `## 主要任务` ⏎ `### 优化服务`. A title ends the item in front of it
/// and says the role of what stands under it.
///
/// Two different titles of sections tell, where no number has such a title; one alone may have lost its number.
struct SectionTitles {
    private let lines: [Line]
    private let vocabulary: OutlineVocabulary

    /// Gives the titles among lines a label in the place of a number.
    static func read(_ lines: [Line], _ vocabulary: OutlineVocabulary) {
        let titles = SectionTitles(lines: lines, vocabulary: vocabulary)
        let known = lines.indices.filter { titles.isSection($0) }
        guard Set(known.map { lines[$0].passage.squashed() }).count >= 2, !lines.contains(where: titles.isNumberedSection) else { return }
        let level = known.compactMap { lines[$0].block.headingLevel }.min()
        let sections = known.filter { lines[$0].block.headingLevel == level }
        // A title that comes again, or behind numbers, stands inside numbered items: 具体举措.
        guard sections.count >= 2, let first = sections.first, Set(known.map { lines[$0].passage.squashed() }).count == known.count, !lines[..<first].dropFirst(Self.compilers).contains(where: { $0.label != nil }) else { return }
        let inner = level.map { level in (first..<lines.count).filter { titles.isHeading($0, under: level) } } ?? []
        let form = (first..<lines.count).compactMap { lines[$0].label?.label.form }.min() ?? .named
        guard form > .book, form != .head, !inner.isEmpty || lines[first...].contains(where: { $0.label != nil }) else { return }
        for i in sections { lines[i].label = titles.label(i, .head, below: inner.isEmpty ? form : min(form, .named)) }
        for i in inner { lines[i].label = titles.label(i, .named, below: nil) }
    }

    /// A line that says nothing but the title of a section: `主要任务`, `保障措施：`.
    private func isSection(_ i: Int) -> Bool {
        guard lines[i].label == nil, lines[i].block.cell == nil, i + 1 < lines.count, lines[i + 1].block.cell == nil, (4...Self.longest).contains(lines[i].passage.count) else { return false }
        return isTitle(lines[i].passage.trimmed()) && !isColumn(i - 1) && !isColumn(i + 1)
    }

    /// `考核内容` beside `分值`: titles of columns over a flattened table.
    private func isColumn(_ i: Int) -> Bool { lines.indices.contains(i) && lines[i].label == nil && TitleRuns.role(lines[i], vocabulary) != nil }

    private func isNumberedSection(_ line: Line) -> Bool {
        guard let (label, end) = line.label, label.form <= .chineseBracketed, label.form != .head, end < line.passage.count else { return false }
        let text = line.passage.part(end..<line.passage.count).trimmed()
        return text.count <= Self.longest && vocabulary.titles.role(ofHeading: text) != nil
    }

    private func isTitle(_ text: Passage) -> Bool {
        guard let (_, length) = vocabulary.titles.sectionTitles.match(text.scalars, at: 0), length >= 4 else { return false }
        return length == text.count || length + 1 == text.count && Self.colons.contains(text.scalars[length])
    }

    /// A heading of the file inside a section, over text of its own: `### 优化服务`.
    private func isHeading(_ i: Int, under level: Int) -> Bool {
        guard lines[i].label == nil, let own = lines[i].block.headingLevel, own == level + 1, i + 1 < lines.count, lines[i].passage.count <= 40 else { return false }
        return lines[i + 1].block.headingLevel == nil && lines[i + 1].block.cell == nil
    }

    private func label(_ i: Int, _ form: LabelForm, below: LabelForm?) -> (label: Label, length: Int) {
        let p = lines[i].passage, start = p.indices.first { !Passage.isBlank(p.scalars[$0]) } ?? 0
        let end = p.scalars.lastIndex { !Passage.isBlank($0) && !Self.colons.contains($0) }.map { $0 + 1 } ?? p.count
        let parts = below.map { [$0.rawValue] } ?? []
        return (Label(form: form, ordinal: nil, parts: parts, printed: p.part(start..<end).squashed(), span: p.span(start..<end)), p.count)
    }

    private static let colons: ScalarSet = "：:"
    private static let longest = 12
    /// Lines in which a collection's own number may stand.
    private static let compilers = 3
}
