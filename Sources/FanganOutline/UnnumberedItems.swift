import FanganText

/// A plan without any number, whose items say whose they are on lines of their own:
///
///     开展隐患排查
///     4月10日前完成首轮排查。
///     责任单位：县林草局
///     完成时限：5月10日前
///     严格火源管控
///     …
///
/// An item begins behind such lines, and with a title over a text. Two of them tell.
struct UnnumberedItems {
    private let lines: [Line]
    private let reader: HeaderReader
    private var vocabulary: OutlineVocabulary { reader.vocabulary }

    /// Gives the first lines of such items a label in the place of a number.
    static func read(_ lines: [Line], _ vocabulary: OutlineVocabulary) {
        guard lines.count >= fewest, !lines.contains(where: { $0.label != nil || $0.block.cell != nil }) else { return }
        let items = UnnumberedItems(lines: lines, reader: HeaderReader(vocabulary: vocabulary))
        let keys = lines.indices.filter(items.isKeyLine)
        guard keys.count(where: items.namesUnits) >= 2, let first = keys.first, first > 0 else { return }
        let sections = lines.indices.filter(items.isSection), starts = items.starts(keys: Set(keys), first: first, sections: Set(sections))
        guard starts.count >= 2 else { return }
        for i in starts { lines[i].label = items.label(i) }
        // One title alone may be the plan's part as well as its first line.
        guard sections.count >= 2 else { return }
        // 活动时间 holds its own text, and no duties that follow it under other titles.
        var hasItems = false, next = starts.endIndex
        for i in sections.reversed() {
            while next > 0, starts[next - 1] > i { (hasItems, next) = (true, next - 1) }
            let holds = items.imposesWork(i) || !hasItems
            if items.imposesWork(i) { hasItems = false }
            if i != starts.first { lines[i].label = holds ? items.head(i) : items.label(i) }
        }
    }

    // MARK: - Lines

    /// `责任单位：…`, `完成时限：…`, `责任人：…`
    private func isKeyLine(_ i: Int) -> Bool {
        guard lines[i].passage.count <= Self.longestKeyed, let (key, _) = CellKeys.key(of: lines[i]) else { return false }
        let role = vocabulary.tables.role(ofColumn: Passage(key))
        return role.map { $0.namesUnits || $0 == .due || $0 == .person } ?? false
    }

    private func namesUnits(_ i: Int) -> Bool { CellKeys.key(of: lines[i]).flatMap { vocabulary.tables.role(ofColumn: Passage($0.key)) }?.namesUnits ?? false }

    /// `重点任务`, `保障措施：`
    private func isSection(_ i: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        guard text.count <= Self.longestSection, let (_, length) = vocabulary.titles.sectionTitles.match(text.scalars, at: 0), length >= 4 else { return false }
        return length == text.count || length + 1 == text.count && Self.colons.contains(text.scalars[length])
    }

    private func imposesWork(_ i: Int) -> Bool { vocabulary.titles.role(ofHeading: lines[i].passage.trimmed())?.imposesWork ?? false }

    /// A short line over a sentence.
    private func isTitle(_ i: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        guard (4...Self.longestTitle).contains(text.count), text.first(of: Self.marks, in: text.indices) == nil, i + 1 < lines.count, !isKeyLine(i) else { return false }
        return endsSentence(i + 1) && lines[i + 1].passage.count > text.count && [.title, .other].contains(lines[i].kind(reader))
    }

    private func endsSentence(_ i: Int) -> Bool { lines[i].passage.trimmed().last.map { Self.ends.contains($0) } ?? false }

    // MARK: - Items

    /// Where items begin: at the text over the first of such lines, with the title over it, and then behind such lines and at titles.
    private func starts(keys: Set<Int>, first: Int, sections: Set<Int>) -> [Int] {
        // What stands under 活动时间 is no duty.
        let head = sections.filter { $0 < first && imposesWork($0) }.max()
        var start = first - 1
        if let head {
            start = head + 1
        } else {
            while start > 0, endsSentence(start), endsSentence(start - 1), lines[start - 1].kind(reader) == .other { start -= 1 }
            if start > 0, endsSentence(start), isTitle(start - 1), !reader.endsAsPlan(lines[start - 1].passage.trimmed()) { start -= 1 }
        }
        guard start < first, let last = keys.max() else { return [] }
        var starts: [Int] = [], isBehind = true
        for i in start..<lines.count {
            // The text of a section stands under its title.
            if sections.contains(i) { isBehind = false } else if keys.contains(i) { isBehind = true } else {
                // Behind the last of them titles tell.
                if (isBehind && i < last || isTitle(i)) && !goesOn(i) { starts.append(i) }
                isBehind = false
            }
        }
        return starts
    }

    /// `，并建立台账。`: no item begins with a mark.
    private func goesOn(_ i: Int) -> Bool { lines[i].passage.trimmed().scalars.first.map { Self.marks.contains($0) } ?? true }

    /// The title, or what stands in front of the first mark.
    private func label(_ i: Int) -> (label: Label, length: Int) {
        let p = lines[i].passage, start = p.indices.first { !Passage.isBlank(p.scalars[$0]) } ?? 0
        let end = min(p.first(of: Self.marks, in: start..<p.count) ?? p.count, start + Self.longestTitle)
        let isWhole = end == p.count || p.scalars[end] == 0x3002
        return (Label(form: .named, ordinal: nil, parts: [], printed: p.part(start..<end).squashed(), span: p.span(start..<end)), isWhole ? min(end + 1, p.count) : start)
    }

    private func head(_ i: Int) -> (label: Label, length: Int) {
        let p = lines[i].passage, text = p.trimmed(), end = text.last.map { Self.colons.contains($0) } ?? false ? text.count - 1 : text.count
        return (Label(form: .head, ordinal: nil, parts: [LabelForm.named.rawValue], printed: text.part(0..<end).squashed(), span: text.span(0..<end)), p.count)
    }

    private static let marks: ScalarSet = "。；，,;！？：:"
    private static let ends: ScalarSet = "。；！"
    private static let colons: ScalarSet = "：:"
    private static let fewest = 5, longestTitle = 20, longestSection = 12, longestKeyed = 200
}
