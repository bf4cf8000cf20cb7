import FanganText

/// Where a plan begins behind a collection's number, and where its last item ends.
extension OutlineWalk {
    /// Whether a line behind the last number says that the plan is over.
    func endsPlan(_ i: Int, _ behind: DocumentTail, _ current: Int?) -> Bool {
        i > behind.lastLabel && behind.begins(at: i, isComplete: current.map { items[$0].passage.last.map { Self.paragraphEnds.contains($0) } ?? false } ?? true)
    }

    /// `（十四）示例市人民政府办公室关于印发示例方案的通知` over its number or addressees: a collection's number too.
    func isNumberedNotice(_ i: Int) -> Bool {
        guard let length = lines[i].label?.length, lines[i].passage.count <= 120, lines[i].block.cell == nil else { return false }
        let text = lines[i].passage.part(min(length, lines[i].passage.count)..<lines[i].passage.count).trimmed()
        guard reader.endsAsNotice(text), text.first("关于", in: text.indices) != nil else { return false }
        for next in i + 1..<max(i + 1, min(i + 4, lines.count)) {
            if lines[next].label != nil || lines[next].block.cell != nil { return false }
            if case let kind = lines[next].kind(reader), kind == .number || kind == .addressees { return true }
        }
        return false
    }

    /// Whether a paragraph behind the bracket of the last item is its text: the item is nothing but its title so far (`二、加强监管（责任单位：市住建局）`), its
    /// sisters have text behind their brackets too, or the paragraph counts (一是…) or says by when.
    func goesOnBehindBracket(_ i: Int, _ current: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        if vocabulary.planStarts.contains(where: { text.has($0, at: 0) }) || reader.isClosingRule(text) || HeaderReader.speaksToAll(text, at: 0) { return false }
        if text.count > 2, Self.counting.contains(where: { text.has($0, at: 0) }) || Self.openings.contains(text.scalars[0]) && vocabulary.assignmentKeys.match(text.scalars, at: 1) != nil { return true }
        let item = items[current]
        if item.paragraphs.count == 1, let own = item.paragraphs.first, isBareTitle(item.passage.part(own)) { return true }
        // The nearest ones say enough.
        let sisters = items.indices.reversed().prefix(60).filter { $0 != current && items[$0].division == item.division && items[$0].parent == item.parent && !items[$0].isCell }
        return sisters.count { textBehindBracket(items[$0]) } * 2 > sisters.count
    }

    private func textBehindBracket(_ item: OutlineItem) -> Bool {
        guard item.paragraphs.count > 1, let last = item.paragraphs.last else { return false }
        return !Self.isAssigned(item.passage, last) && item.paragraphs.dropLast().contains { Self.isAssigned(item.passage, $0) }
    }

    /// `加强监管（责任单位：市住建局）`, `加强监管。（责任单位：市住建局）`: short words in front of the bracket, and no second clause.
    private func isBareTitle(_ p: Passage) -> Bool {
        guard let open = p.first(of: Self.openings, in: p.indices), open <= 24 else { return false }
        let title = p.part(0..<open).trimmed()
        return title.count >= 2 && title.first(of: Self.clauses, in: 0..<title.count - 1) == nil
    }

    private static let counting: [Word] = ["一是", "二是", "三是", "四是", "首先", "其次"]
    private static let openings: ScalarSet = "（(〔[【［"
    private static let clauses: ScalarSet = "。；;，,"
}
