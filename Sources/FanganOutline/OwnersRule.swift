import FanganText

/// Numbered duties that each begin with whose they are, under a title that says so or in a row that does: 成员单位职责 ⏎ `1.县发改局：负责…` ⏎
/// `2.县教育局。负责…` ⏎ `3.示例供电公司、示例水务公司：…`. Each is told by itself: one that names nobody takes nothing from the others.
struct OwnersRule {
    let vocabulary: OutlineVocabulary
    let divisions: [DivisionFacts]

    func apply(to items: inout [OutlineItem]) {
        let names = UnitNames(vocabulary)
        var duties: [(holder: Int, item: Int)] = []
        for i in items.indices where items[i].kind == .task && !items[i].isCell && items[i].owners == nil && items[i].label.form != .bullet {
            duties.append((items[i].parent ?? -1 - items[i].division, i))
        }
        duties.sort { $0.holder != $1.holder ? $0.holder < $1.holder : $0.item < $1.item }
        var from = 0
        while from < duties.count {
            let holder = duties[from].holder, row = duties[from...].prefix { $0.holder == holder }
            from = row.endIndex
            guard row.count >= 2 else { continue }
            let isTitled = isTitled(holder, items)
            let found = row.compactMap { duty in lead(items, duty.item, names, isTitled).map { (item: duty.item, names: $0) } }
            guard found.count >= (isTitled ? 2 : 3), found.count * 2 >= row.count, isTitled || found.count == row.count else { continue }
            for (item, names) in found { items[item].owners = Owners(names: items[item].passage.part(names), isOwn: true) }
        }
    }

    /// The names in front of a colon, or of a stop that ends nothing but them.
    private func lead(_ items: [OutlineItem], _ i: Int, _ names: UnitNames, _ isTitled: Bool) -> Range<Int>? {
        guard let first = items[i].paragraphs.first(where: { !$0.isEmpty }), let lead = names.lead(items[i].passage, first, isTitled: isTitled), lead.text > lead.names.upperBound, lead.text <= first.upperBound else { return nil }
        return lead.names
    }

    private func isTitled(_ holder: Int, _ items: [OutlineItem]) -> Bool {
        guard holder >= 0 else {
            let title = divisions[-1 - holder].title.droppingTrailingBrackets()
            return vocabulary.titles.dutiesTitles.contains(title, before: title.count)
        }
        return items[holder].heading.map { vocabulary.titles.dutiesTitles.contains(items[holder].passage, before: $0.upperBound, from: $0.lowerBound) } ?? false
    }
}
