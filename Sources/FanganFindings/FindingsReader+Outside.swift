import FanganOutline
import FanganText

/// What stands outside the items and holds for them: times, totals, rules, who leads.
extension FindingsReader {
    typealias Part = (kind: OutlinePart.Kind, passage: Passage)

    /// Times that the document names in front of and behind its items: 有效期至…, 请于6月底前报送….
    func outsidePeriods(_ parts: [Part], _ plan: DateContext) -> [PeriodFinding] {
        parts.filter { Self.isProse($0.kind) }.flatMap { _, p in
            dates.scan(p, in: p.indices, context: plan).filter { $0.kind != .recurring }.map { PeriodFinding($0, p.span($0.range)) }
        }
    }

    /// 满分100分 in front of or behind the items.
    func outsideTotals(_ parts: [Part]) -> [ScoreLimitFinding] {
        parts.filter { Self.isProse($0.kind) || $0.kind == .tableCell }.flatMap { _, p in
            guard ValueHints.of(p, p.indices).contains(.score) else { return [ScoreLimitFinding]() }
            return scores.scan(p, in: p.indices).filter { $0.kind == .total }.map { ScoreLimitFinding(kind: .total, points: $0.points, span: p.span($0.range)) }
        }
    }

    private static func isProse(_ kind: OutlinePart.Kind) -> Bool {
        switch kind {
        case .preamble, .paragraph, .notice, .closing: true
        default: false
        }
    }

    func outsideRules(_ parts: [Part]) -> [ResponsibilityRule] {
        parts.filter { Self.isProse($0.kind) }.flatMap { responsibility.rules(in: $0.passage) }
    }

    /// - Parameter items: the passages of items that may say it.
    func leadPlace(_ items: some Sequence<Passage>, _ parts: [Part]) -> (place: LeadPlace, othersSupport: Bool)? {
        for part in parts where part.kind != .tableCell {
            if let place = responsibility.leadPlace(part.passage) { return (place, responsibility.othersSupport(part.passage)) }
        }
        for passage in items {
            if let place = responsibility.leadPlace(passage) { return (place, responsibility.othersSupport(passage)) }
        }
        return nil
    }

    /// The units that stand in that place of every list lead, where the list names no leader itself.
    func promote(_ place: LeadPlace, othersSupport: Bool, _ document: SourceDocument, _ findings: inout Findings) {
        for i in findings.items.indices {
            let units = findings.items[i].responsible
            guard !units.contains(where: { $0.role == .lead }),
                  let first = units.firstIndex(where: { $0.basis == .bracket || $0.basis == .table }) else { continue }
            let last = place.mark.map { lastBefore($0, units, from: first, document) } ?? first
            guard let last else { continue }
            for k in first...last { findings.items[i].responsible[k].role = .lead }
            guard othersSupport else { continue }
            for k in units.indices.dropFirst(last + 1) where units[k].basis == units[first].basis && units[k].role == .responsible { findings.items[i].responsible[k].role = .support }
        }
    }

    /// The last unit in front of the first such mark of a list; nil where the list has none.
    private func lastBefore(_ mark: ScalarSet, _ units: [Responsibility], from first: Int, _ document: SourceDocument) -> Int? {
        for k in units.indices.dropFirst(first + 1) where units[k].span.start >= units[k - 1].span.end && units[k].basis == units[first].basis {
            let between = document.passage(Span(units[k - 1].span.end, units[k].span.start))
            if between.scalars.contains(where: { mark.contains($0) }) { return k - 1 }
        }
        return nil
    }
}
