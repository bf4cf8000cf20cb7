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
            if !own[i], let source = ancestor(of: i, own) {
                for unit in findings[source].responsible where unit.basis == .bracket || unit.basis == .text && findings[source].isHeaded { add(unit, .inherited, to: &findings[i]) }
            }
            for (at, rule) in unique where covers(rule, at, i, isAssigned: own[i]) {
                for unit in rule.units { add(unit, .default, to: &findings[i]) }
            }
        }
    }

    /// Rules that say the same from the same reach count once; a document has few.
    private func distinctRules() -> [(item: Int?, rule: ResponsibilityRule)] {
        guard rules.count > 1 else { return rules }
        var seen: Set<Said> = []
        return rules.filter { at, rule in
            let said = Said(reach: rule.reach, role: at.map { outline.items[$0].role }, division: at.map { outline.items[$0].division }, section: rule.reach == .preceding ? at.flatMap(section) : nil, units: rule.units.map(\.mention))
            return seen.insert(said).inserted
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
    private func covers(_ rule: ResponsibilityRule, _ at: Int?, _ item: Int, isAssigned: Bool) -> Bool {
        guard let at else { return outline.items[item].role == .duties }
        // In place: a copy of an item counts a dozen references.
        let items = outline.items
        guard at != item || rule.reach == .preceding && !isAssigned, items[at].role == items[item].role || isAssigned, items[at].division == items[item].division else { return false }
        switch rule.reach {
        case .following: return item > at
        case .preceding: return item <= at && item > section(at) ?? -1
        case .everywhere: return true
        }
    }

    /// The innermost section around an item, which `以上由县卫健局负责` behind its last one closes. Its items stand behind it without a gap.
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
