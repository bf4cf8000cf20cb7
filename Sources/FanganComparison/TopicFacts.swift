/// What the plans say of one topic, side by side.
public struct TopicFacts: Sendable {
    /// One for each document that has the topic, in the order of the documents.
    public var cells: [Cell]
    /// In what the plans differ; only plans that say something of it count. Those who lead differ if two plans have no field in common:
    /// who else is named beside them is named in one plan and not in the next.
    public var differences: [Difference]

    public struct Cell: Sendable {
        /// Place of the document in ``Comparison/documents``.
        public var document: Int
        public var facts: DutyFacts
    }

    public enum Difference: String, Sendable, CaseIterable { case lead, due, target, score }

    init(_ duties: [Duty]) {
        var merged: [Int: DutyFacts] = [:]
        for duty in duties { merged[duty.document, default: DutyFacts()].add(duty.facts) }
        // Who leads one of a plan's duties and shares in another leads here.
        merged = merged.mapValues { facts in
            var facts = facts
            let lead = facts.lead
            facts.share.removeAll { lead.contains($0) }
            return facts
        }
        cells = merged.keys.sorted().map { Cell(document: $0, facts: merged[$0]!) }
        let facts = cells.map(\.facts)
        differences = Difference.allCases.filter { difference in
            switch difference {
            case .lead: Self.areApart(facts.map { Set($0.lead.map(\.field)) })
            case .due: Self.differ(facts.map { Set($0.due) })
            case .target: Self.targetsDiffer(facts)
            case .score: Self.differ(facts.map { Set($0.points) })
            }
        }
    }

    private static func differ<T>(_ values: [Set<T>]) -> Bool {
        let named = values.filter { !$0.isEmpty }
        return named.contains { $0 != named[0] }
    }

    private static func areApart<T>(_ values: [Set<T>]) -> Bool {
        let named = values.filter { !$0.isEmpty }
        // The usual case, and quick for thousands of plans.
        if let first = named.first, !named.dropFirst().reduce(first, { $0.intersection($1) }).isEmpty { return false }
        return named.indices.contains { i in named[(i + 1)...].contains { $0.isDisjoint(with: named[i]) } }
    }

    /// 3个以上 and 5个 differ, as do 每月1次 and 每年1次; 3个 and 10% say different things.
    private static func targetsDiffer(_ facts: [DutyFacts]) -> Bool {
        struct Bounds: Hashable { var min: Double?, max: Double?, per: String? }
        var measures: [String: [Set<Bounds>]] = [:]
        for cell in facts {
            for (unit, amounts) in Dictionary(grouping: cell.targets, by: \.unit) {
                measures[unit, default: []].append(Set(amounts.map { Bounds(min: $0.min, max: $0.max, per: $0.per) }))
            }
        }
        return measures.values.contains { differ($0) }
    }
}

extension DutyFacts {
    mutating func add(_ other: DutyFacts) {
        for actor in other.lead { lead.addOnce(actor) }
        for actor in other.share { share.addOnce(actor) }
        for day in other.due { due.addOnce(day) }
        due.sort()
        for target in other.targets { targets.addOnce(target) }
        points += other.points
    }
}
