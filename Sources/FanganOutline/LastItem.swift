import FanganText

/// What stands behind the bracket of an item: its text, one that has lost its number, behind the last one the plan's own last words.
extension LooseLines {
    /// Whether a paragraph behind the last item's bracket is the item's own. Its sisters tell: `一、加大支持（责任单位：市财政局）` ⏎ `降低负担。` has
    /// text behind the bracket, so has the last of them; without sisters an item that has nothing but its title.
    func goesOnBehindBracket(_ i: Int, _ current: Int, of items: [OutlineItem]) -> Bool {
        let text = lines[i].passage.trimmed()
        if vocabulary.items.planStarts.contains(where: { text.has($0, at: 0) }) || reader.isClosingRule(text) || HeaderReader.speaksToAll(text, at: 0) { return false }
        if vocabulary.items.partStarts.contains(where: { text.has($0, at: 0) }) { return true }
        // The nearest ones tell; the question comes for each line behind the last item.
        let row = items[current].parent.map { Array(items[$0].children.suffix(Self.nearest)) } ?? Array(items.indices.suffix(Self.nearest))
        let sisters = row.filter { $0 != current && items[$0].division == items[current].division && items[$0].parent == items[current].parent && !items[$0].isCell }
        return sisters.isEmpty ? isTitleOnly(items[current]) : sisters.contains { hasTextBehindBracket(items[$0]) }
    }

    /// `2.…（责任单位：甲）` ⏎ `…（责任单位：乙）` ⏎ `4.…`: the paragraph between is 3., which has lost its number, and its units are not those of 2.
    func hasLostNumber(_ i: Int, behind current: Int, of items: [OutlineItem]) -> Bool {
        guard let n = items[current].label.ordinal, let own = items[current].paragraphs.last, endsInBracket(items[current].passage, own), let bracket = AssignmentBracket.last(lines[i].passage), bracket > 0 else { return false }
        guard let next = lines[i + 1..<min(i + 4, lines.count)].first(where: { $0.label != nil })?.label?.label else { return false }
        return next.form == items[current].label.form && next.ordinal == n + 2
    }

    /// `责任单位：市财政局` ⏎ `完成时限：6月底`: the lines behind an item's text that say whose it is and by when.
    func endsInFacts(_ item: OutlineItem) -> Bool {
        guard item.children.isEmpty, item.paragraphs.count > 1, let last = item.paragraphs.last else { return false }
        let colon = item.passage.first(of: "：:", in: last.lowerBound..<min(last.upperBound, last.lowerBound + Self.longestKey))
        guard let colon, let role = vocabulary.tables.role(ofColumn: item.passage.part(last.lowerBound..<colon).trimmed()) else { return false }
        return role.namesUnits || role == .due
    }

    /// What stands behind the lines of the last of them is the plan's: `请各责任单位于每月25日前报送进展情况。`
    func sistersEndInFacts(_ current: Int, _ items: [OutlineItem]) -> Bool {
        let sisters = items.indices.filter { $0 != current && items[$0].division == items[current].division && items[$0].label.form == items[current].label.form && !items[$0].isCell && items[$0].children.isEmpty }
        return sisters.count >= 2 && sisters.suffix(Self.nearest).allSatisfy { endsInFacts(items[$0]) }
    }

    private func hasTextBehindBracket(_ item: OutlineItem) -> Bool {
        guard item.children.isEmpty, let last = item.paragraphs.last, !endsInBracket(item.passage, last) else { return false }
        return item.paragraphs.dropLast().contains { endsInBracket(item.passage, $0) }
    }

    private func endsInBracket(_ p: Passage, _ paragraph: Range<Int>) -> Bool { AssignmentBracket.ends(p, in: paragraph) }

    /// `加强督查（责任单位：市财政局）`, `加强督查。（责任单位：市财政局）`
    private func isTitleOnly(_ item: OutlineItem) -> Bool {
        let p = item.passage
        guard item.paragraphs.count == 1, let last = p.indices.last, let open = AssignmentBracket.start(p, closing: last) else { return false }
        return open >= 2 && open <= Self.longestTitle && p.first(of: Self.clauseMarks, in: 0..<open - 1) == nil
    }

    private static let clauseMarks: ScalarSet = "，,；;：:。"
    private static let longestTitle = 20, longestKey = 12
    /// Sisters that are looked at.
    private static let nearest = 60
}
