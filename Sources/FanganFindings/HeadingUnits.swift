import FanganOutline
import FanganText

/// Units that a heading names: under 任务分工 the heading is who does it (`（一）示例市规划院。负责…`), and a heading
/// `…指挥部职责` says whose the duties under it are.
struct HeadingUnits {
    let outline: Outline
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape

    /// Gives the units to the tasks that name nobody themselves.
    func apply(to findings: inout [ItemFindings]) {
        for i in outline.items.indices where outline.items[i].kind == .task && findings[i].responsible.isEmpty {
            guard let found = own(i) ?? above(i) else { continue }
            let p = outline.items[found.item].passage
            findings[i].responsible = names(p, found.range).map { ResponsibilityRecogniser.unit(UnitList.Entry(range: $0, role: .responsible), p, .text) }
        }
    }

    /// `（一）示例市规划院` under 任务分工.
    private func own(_ i: Int) -> (item: Int, range: Range<Int>)? {
        guard let parent = outline.items[i].parent, let title = outline.items[parent].heading,
              vocabulary.divisionTitles.contains(outline.items[parent].passage, before: title.upperBound, from: title.lowerBound),
              let heading = outline.items[i].heading else { return owner(i) }
        return names(outline.items[i].passage, heading).isEmpty ? owner(i) : (i, heading)
    }

    /// `2.1 示例市粮食应急指挥部及其职责` above the duties.
    private func above(_ i: Int) -> (item: Int, range: Range<Int>)? { outline.items[i].parent.flatMap { owner($0) } }

    private func owner(_ i: Int) -> (item: Int, range: Range<Int>)? {
        guard let heading = outline.items[i].heading else { return nil }
        let p = outline.items[i].passage
        guard let (_, length) = vocabulary.ownerTails.match(p, before: heading.upperBound, from: heading.lowerBound) else { return nil }
        let name = heading.lowerBound..<(heading.upperBound - length)
        return names(p, name).isEmpty ? nil : (i, name)
    }

    /// The names that a heading consists of; none where anything else is in it.
    private func names(_ p: Passage, _ range: Range<Int>) -> [Range<Int>] {
        let atoms = UnitList.atoms(p, range)
        let isNames = range.count <= 60 && atoms.allSatisfy { atom in
            shape.isName(p, atom) && !vocabulary.classWords.contains { p.has($0, at: atom.lowerBound) } && !vocabulary.subjectVerbs.begins(p.scalars, at: atom.lowerBound) && !vocabulary.headingVerbs.begins(p.scalars, at: atom.lowerBound)
        }
        return isNames ? atoms : []
    }
}
