import FanganOutline
import FanganText

/// Units that an item has from elsewhere: its nearest ancestor's bracket, and rules for many tasks.
struct Inheritance {
    let outline: Outline
    let rules: [(item: Int?, rule: ResponsibilityRule)]

    func apply(to findings: inout [ItemFindings]) {
        let unique = distinctRules()
        let own = findings.indices.map { i in findings[i].isHeaded || findings[i].responsible.contains { $0.basis == .bracket || $0.basis == .table } }
        for i in outline.items.indices where outline.items[i].kind == .task {
            inherit(i, own, &findings)
            for (at, rule, start) in unique where covers(rule, at, start, i, isAssigned: own[i]) {
                for unit in rule.units { add(unit, .default, to: &findings[i]) }
            }
        }
    }

    /// The units of the nearest section that names some, where the item names none of its own; a bracket that names only who helps is its own.
    private func inherit(_ item: Int, _ own: [Bool], _ findings: inout [ItemFindings]) {
        guard !own[item], let source = ancestor(of: item, own) else { return }
        for unit in findings[source].responsible where unit.basis == .bracket || unit.basis == .text && findings[source].isHeaded { add(unit, .inherited, to: &findings[item]) }
    }

    /// Rules that say the same from the same reach count once; a document has few.
    private func distinctRules() -> [(item: Int?, rule: ResponsibilityRule, section: Int?)] {
        let placed = rules.map { (item: $0.item, rule: $0.rule, section: $0.item.flatMap { [rule = $0.rule] in section(of: rule, at: $0) }) }
        guard rules.count > 1 else { return placed }
        var seen: Set<Said> = []
        return placed.filter { at, rule, section in
            let said = Said(reach: rule.reach, role: at.map { outline.items[$0].role }, division: at.map { outline.items[$0].division }, section: section, units: rule.units.map(\.mention))
            return seen.insert(said).inserted
        }
    }

    /// The section for whose tasks a rule holds, where it holds for one.
    private func section(of rule: ResponsibilityRule, at item: Int) -> Int? {
        switch rule.reach {
        case .following, .everywhere: nil
        case .preceding, .section: section(item)
        case .below: outline.items[item].children.isEmpty ? outline.items[item].parent : item
        }
    }

    /// What a rule says, and where it holds.
    private struct Said: Hashable {
        var reach: ResponsibilityRule.Reach
        var role: SectionRole?
        var division: Int?
        var section: Int?
        var units: [String]
    }

    private func ancestor(of item: Int, _ own: [Bool]) -> Int? {
        var at = outline.items[item].parent
        while let parent = at {
            if own[parent] { return parent }
            at = outline.items[parent].parent
        }
        return nil
    }

    /// A rule in an item reaches through the tasks of its role in its division (以上… through those of its section), and to those of another role that have
    /// units of their own; one outside the items through all duties.
    private func covers(_ rule: ResponsibilityRule, _ at: Int?, _ section: Int?, _ item: Int, isAssigned: Bool) -> Bool {
        guard let at else { return outline.items[item].role == .duties }
        // In place: a copy of an item counts a dozen references.
        let items = outline.items
        guard at != item || rule.reach == .section || rule.reach == .preceding && !isAssigned, items[at].role == items[item].role || isAssigned, items[at].division == items[item].division else { return false }
        switch rule.reach {
        case .following: return item > at
        // The items of a section stand behind it without a gap.
        case .preceding, .section: return item <= at && item > section ?? -1
        case .below: return item > at && isWithin(item, section)
        case .everywhere: return true
        }
    }

    private func isWithin(_ item: Int, _ section: Int?) -> Bool {
        guard let section else { return true }
        var at = outline.items[item].parent
        while let parent = at, parent != section { at = outline.items[parent].parent }
        return at != nil
    }

    /// The innermost section around an item, which `以上由县卫健局负责` behind its last one closes.
    private func section(_ item: Int) -> Int? {
        var at = outline.items[item].parent
        while let parent = at, outline.items[parent].kind != .section { at = outline.items[parent].parent }
        return at
    }

    private func add(_ unit: Responsibility, _ basis: ResponsibilityBasis, to findings: inout ItemFindings) {
        guard !findings.responsible.contains(where: { $0.mention.hasSameBytes(as: unit.mention) }) else { return }
        var unit = unit
        unit.basis = basis
        findings.responsible.append(unit)
    }
}
