import FanganGraph

/// Which organs of two versions a reform made of each other.
struct Successions {
    /// From each identifier, what replaced it, in both graphs.
    private var steps: [String: [(to: String, Edge.Succession)]] = [:]
    private var nodes: [String: UnitNode] = [:]
    /// From the day of the one version to that of the other; nil where one has none.
    private let between: (after: String, to: String)?

    init(_ old: TaskGraph, _ new: TaskGraph) {
        if let a = old.document.issued, let b = new.document.issued { between = (min(a, b), max(a, b)) } else { between = nil }
        for graph in [old, new] {
            for unit in graph.units { nodes[unit.id] = unit }
            for edge in graph.edges where edge.kind == .succeeds {
                if let succession = edge.succession { steps[edge.to, default: []].append((edge.from, succession)) }
            }
        }
    }

    /// Takes organs out of `gone` and `come` that succeed each other in the same role: 市扶贫办 became 市乡村振兴局.
    ///
    /// - Parameter kept: units of the new version that the old one has too: if the reform lies between the versions, it may have made
    ///   one of two; else whoever named both meant both.
    func take(_ gone: inout [ItemValues.Value], _ come: inout [ItemValues.Value], kept: [ItemValues.Value]) -> [OrganSuccession] {
        guard !steps.isEmpty else { return [] }
        var found: [OrganSuccession] = [], taken: Set<Int> = []
        let candidates = come + kept
        func take(_ value: ItemValues.Value, _ isCandidate: (Int) -> Bool) -> Bool {
            for (place, other) in candidates.enumerated() where isCandidate(place) {
                guard let succession = reform(value, other) ?? reform(other, value), place < come.count || isBetween(succession.date) else { continue }
                found.append(OrganSuccession(old: value.quote, new: other.quote, date: succession.date, reform: succession.reform))
                taken.insert(place)
                return true
            }
            return false
        }
        gone.removeAll { value in take(value) { candidates[$0].role == value.role } }
        // 牵头单位：市工商局，责任单位：市质监局 became 牵头单位：市市场监管局: the second of two that were merged has lost its role.
        gone.removeAll { value in take(value) { taken.contains($0) || $0 >= come.count } }
        come = come.indices.filter { !taken.contains($0) }.map { come[$0] }
        return found
    }

    private func isBetween(_ date: String) -> Bool { between.map { $0.after < date && date <= $0.to } ?? false }

    /// The last of the reforms that lead from one to the other.
    private func reform(_ from: ItemValues.Value, _ to: ItemValues.Value) -> Edge.Succession? {
        guard let start = from.unit, let end = to.unit, let goal = to.organ else { return nil }
        var line = [start], seen: Set<String> = [start], at = 0
        while at < line.count, at < 16 {
            for step in steps[line[at]] ?? [] where seen.insert(step.to).inserted {
                if step.to == end || nodes[step.to].map({ goal.isSame(OrganName($0, mention: nil)) }) == true { return step.1 }
                line.append(step.to)
            }
            at += 1
        }
        return nil
    }
}
