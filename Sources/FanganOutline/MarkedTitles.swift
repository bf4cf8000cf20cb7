import FanganText

/// Titles that end with another mark than 。 where all sisters have the same: `（一）加强协调：推进改革。`, `（一）【加强协调】推进改革。`, `第一条（加强协调）推进改革。`,
/// `（一）加强协调　推进改革。`, `（一）加强协调——推进改革。`
struct MarkedTitles {
    let vocabulary: OutlineVocabulary

    private enum Mark: CaseIterable { case bracket, colon, blank, dash }

    /// Gives a title to all of some sisters, or to none.
    func add(to candidates: inout [HeadingRule.Candidate?], of items: [OutlineItem]) {
        var sisters: [(parent: Int, item: Int)] = []
        for i in items.indices where items[i].row == nil && !items[i].isCell { sisters.append((items[i].parent ?? -1 - items[i].division, i)) }
        sisters.sort { $0.parent != $1.parent ? $0.parent < $1.parent : $0.item < $1.item }
        var from = 0
        while from < sisters.count {
            let slice = sisters[from...].prefix { $0.parent == sisters[from].parent }, form = items[sisters[from].item].label.form
            from = slice.endIndex
            guard slice.count >= 2, slice.allSatisfy({ candidates[$0.item] == nil && items[$0.item].label.form == form }) else { continue }
            let row = slice.map(\.item)
            let names = UnitNames(vocabulary)
            for mark in Mark.allCases where mark == .bracket || row.count >= 3 {
                let found = row.compactMap { title(items[$0], mark, names) }
                guard found.count == row.count else { continue }
                for (item, title) in zip(row, found) { candidates[item] = title }
                break
            }
        }
    }

    private func title(_ item: OutlineItem, _ mark: Mark, _ names: UnitNames) -> HeadingRule.Candidate? {
        guard let first = item.paragraphs.first(where: { !$0.isEmpty }) else { return nil }
        let p = item.passage, isOpened = mark == .bracket
        // `第一条（扩大学位）…`: only articles have their titles in round brackets, as laws do.
        if isOpened, p.scalars[first.lowerBound] != 0x3010, !(item.label.form == .article && Self.round.contains(p.scalars[first.lowerBound])) { return nil } // 【
        let start = isOpened ? first.lowerBound + 1 : first.lowerBound
        guard let end = p.first(of: Self.stops, in: start..<min(first.upperBound, start + Self.longest)), end - start >= 2, let behind = text(p, at: end, mark), behind < first.upperBound else { return nil }
        // `县财政局：负责…` says whose the duty is, `完成时限：…` when.
        if vocabulary.titles.assignmentKeys.begins(p.scalars, at: start, limit: end) || mark == .colon && names.lead(p, first) != nil { return nil }
        guard (start..<end).contains(where: { p.scalars[$0] >= 0x4E00 }), p.scalars[behind] >= 0x2E80 || p.scalars[behind] == 0x201C else { return nil }
        return HeadingRule.Candidate(heading: start..<end, textStart: behind, ownLine: true)
    }

    /// Where the text begins behind a title's mark.
    private func text(_ p: Passage, at end: Int, _ mark: Mark) -> Int? {
        let c = p.scalars[end]
        switch mark {
        case .bracket: return c == 0x3011 || Self.roundEnds.contains(c) ? end + 1 : nil
        case .colon: return c == 0xFF1A || c == 0x3A ? end + 1 : nil
        case .blank: return Passage.isBlank(c) ? (end..<p.count).first { !Passage.isBlank(p.scalars[$0]) } : nil
        case .dash: return c == 0x2014 && end + 1 < p.count && p.scalars[end + 1] == 0x2014 ? end + 2 : nil
        }
    }

    /// What a title does not hold, the marks among them.
    private static let stops: ScalarSet = "】：: \t—。；;，,、（()）！？\n"
    private static let round: ScalarSet = "（("
    private static let roundEnds: ScalarSet = "）)"
    private static let longest = 22
}
