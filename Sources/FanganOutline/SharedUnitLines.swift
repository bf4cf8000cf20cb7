import FanganText

/// `责任单位：县住建局` on a line of its own behind the last of several sub-items: it is of the item that they explain, where none of the others says whose it is.
///
///     （一）改造。按以下方式办理：
///     1、改造管线。
///     2、刷新外墙。
///     责任单位：县住建局
///     （二）验收。…
extension OutlineWalk {
    /// The item whose units a line behind the last of its sub-items names.
    func holder(ofUnitsAt i: Int, behind current: Int, _ stack: ItemStack) -> Int? {
        guard stack.open.count >= 2, case let (holder, rank) = stack.open[stack.open.count - 2], items[current].parent == holder, items[holder].children.count >= 2,
              items[current].children.isEmpty, !items[current].isCell, items[holder].label.form != .head, isUnitLine(lines[i].passage) else { return nil }
        let next = (i + 1..<min(lines.count, i + Self.nearest)).first { lines[$0].label != nil }
        if let next, let label = lines[next].label?.label, stack.rank(label) > rank { return nil }
        guard !items[holder].children.contains(where: { saysWhose($0) || !items[$0].children.isEmpty }) else { return nil }
        return sistersTell(holder, rank, before: next, stack) ?? announces(holder) ? holder : nil
    }

    /// Whether the sisters of an item have one such line each, or their sub-items have lines of their own; nil where they do not tell.
    private func sistersTell(_ holder: Int, _ rank: Int, before next: Int?, _ stack: ItemStack) -> Bool? {
        let row = items[holder].parent.map { Array(items[$0].children.suffix(Self.nearest)) } ?? items.indices.suffix(Self.nearest).filter { items[$0].parent == nil }
        for sister in row.reversed() where sister != holder && items[sister].division == items[holder].division {
            if items[sister].children.count(where: saysWhose) > 1 { return false }
            if saysWhose(sister) { return true }
        }
        guard let next, let label = lines[next].label?.label, stack.rank(label) == rank else { return nil }
        var found = 0, last = next
        for i in next..<min(lines.count, next + Self.nearest) {
            if i > next, let label = lines[i].label?.label {
                if stack.rank(label) <= rank { break }
                last = i
            }
            if isUnitLine(lines[i].passage) { found += 1 } else if i > next, AssignmentBracket.ends(lines[i].passage, in: lines[i].passage.indices) { return false }
        }
        return found == 0 ? nil : found == 1 || last == next
    }

    /// `按以下方式办理：`, or an item that is itself one of a section's.
    private func announces(_ holder: Int) -> Bool {
        items[holder].parent != nil || items[holder].passage.trimmed().last.map { Self.colons.contains($0) } ?? false
    }

    /// Says whose an item is, in a bracket or on a line of its own.
    private func saysWhose(_ item: Int) -> Bool {
        let p = items[item].passage
        return items[item].paragraphs.contains { AssignmentBracket.ends(p, in: $0) || vocabulary.titles.assignmentKeys.first(p.scalars, in: $0) != nil }
    }

    /// `责任单位：县住建局`, `（县住建局牵头）`, and nothing else.
    func isUnitLine(_ line: Passage) -> Bool {
        guard line.count <= Self.longestUnits else { return false }
        let text = line.trimmed()
        if let (_, length) = vocabulary.titles.assignmentKeys.match(text.scalars, at: 0) {
            return length < text.count && Self.colons.contains(text.scalars[length]) && vocabulary.tables.role(ofColumn: text.part(0..<length))?.namesUnits ?? false
        }
        guard let end = text.scalars.lastIndex(where: { $0 != 0x3002 }) else { return false }
        return AssignmentBracket.start(text, closing: end) == 0
    }

    private static let colons: ScalarSet = "：:"
    /// Lines and sisters that are looked at; characters of such a line.
    private static let nearest = 40, longestUnits = 400
}
