import FanganText

/// Gives every item its role and kind: the outermost section's title names the role, and all under it inherit.
struct RoleRule {
    let vocabulary: OutlineVocabulary
    let divisions: [DivisionFacts]

    func apply(to items: inout [OutlineItem]) {
        for i in items.indices {
            if let parent = items[i].parent {
                items[i].role = items[parent].role
            } else {
                items[i].role = role(of: items[i])
            }
        }
        for i in items.indices {
            items[i].kind = !items[i].children.isEmpty ? .section : items[i].role.imposesWork ? .task : .item
        }
    }

    private func role(of item: OutlineItem) -> SectionRole {
        let division = divisions[item.division]
        if let role = annexRole(division) { return role }
        if item.row != nil { return division.hasScoreColumn ? .assessment : .duties }
        if let heading = item.heading, let role = vocabulary.role(ofHeading: item.passage.part(heading)) { return role }
        if item.heading == nil, let first = item.paragraphs.first, first.count <= 18,
           let role = vocabulary.role(ofHeading: item.passage.part(first)) { return role }
        if division.kind == .notice { return .other }
        // Rules for a procedure (办法, 规定) impose nothing where their titles do not say so.
        let title = division.title.droppingTrailingBracket()
        if vocabulary.rulesWords.contains(title, before: title.count) { return .other }
        return .duties
    }

    private func annexRole(_ division: DivisionFacts) -> SectionRole? {
        let title = division.title
        if vocabulary.assessmentAnnexes.contains(where: { title.first($0, in: title.indices) != nil }) { return .assessment }
        guard division.kind == .annex else { return nil }
        if division.hasScoreColumn { return .assessment }
        if vocabulary.otherAnnexes.contains(where: { title.first($0, in: title.indices) != nil }) { return .other }
        return nil
    }
}
