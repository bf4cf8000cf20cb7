import FanganOutline
import FanganText

/// What stands outside the items and holds for them: times, totals, rules, who leads.
extension FindingsReader {
    typealias Part = (kind: OutlinePart.Kind, passage: Passage)

    /// Times that the document names in front of and behind its items: 有效期至…, 请于6月底前报送….
    func outsidePeriods(_ parts: [Part], _ plan: DateContext) -> [PeriodFinding] {
        var periods: [PeriodFinding] = []
        for (kind, p) in parts where Self.isProse(kind) && Self.mayNameTimes(p) {
            for date in dates.scan(p, in: p.indices, context: plan) where date.kind != .recurring && Self.isTime(date.range, of: p) {
                periods.append(PeriodFinding(date, p.span(date.range)))
            }
        }
        return periods
    }

    /// A title, or `示例县人民政府办公室　2023年4月18日印发`, names no time of the plan; a sentence may, and so may `有效期至2025年`.
    private static func mayNameTimes(_ p: Passage) -> Bool {
        if p.count > 80 || p.first("。", in: p.indices) != nil { return true }
        return p.first("有效", in: p.indices) != nil || p.first("期限", in: p.indices) != nil || p.first("起", in: p.indices) != nil || p.first("前", in: p.indices) != nil
    }

    /// No `2023年全市深化改革工作…` at a paragraph's beginning, which says which year it is about, and no `2023年第5次常务会议`.
    private static func isTime(_ range: Range<Int>, of p: Passage) -> Bool {
        guard p.scalars[range].last == 0x5E74 else { return true } // 年
        var next = range.upperBound
        while next < p.count, p.scalars[next] == 0x20 { next += 1 }
        return !p.has("第", at: next) && !p.scalars[..<range.lowerBound].allSatisfy { $0 == 0x20 }
    }

    /// 满分100分 in front of or behind the items.
    func outsideTotals(_ parts: [Part]) -> [ScoreLimitFinding] {
        var totals: [ScoreLimitFinding] = []
        for (kind, p) in parts where Self.isProse(kind) || kind == .tableCell {
            // A total has a figure: 满分100分.
            guard ValueHints.of(p, p.indices).contains([.score, .digit]) else { continue }
            for score in scores.scan(p, in: p.indices) where score.kind == .total { totals.append(ScoreLimitFinding(kind: .total, points: score.points, span: p.span(score.range))) }
        }
        return totals
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

    /// - Parameter items: the passages of items that may say it, each with what was cut out of it.
    func leadPlace(_ items: some Sequence<(passage: Passage, findings: ItemFindings)>, _ parts: [Part]) -> (place: LeadPlace, othersSupport: Bool)? {
        let words = responsibility.vocabulary
        for part in parts where part.kind != .tableCell {
            if let (place, _) = words.rules.leadPlace(part.passage, part.passage.indices) { return (place, words.rules.othersSupport(part.passage, part.passage.indices)) }
        }
        for (p, findings) in items {
            if let (place, at) = words.rules.leadPlace(p, p.indices), !isOfOneBracket(p, at, findings) { return (place, words.rules.othersSupport(p, p.indices)) }
        }
        return nil
    }

    /// `（县住建局、县财政局，列首位的为牵头单位）`: said in a bracket of units, it is said of that bracket; with 下同, of all.
    private func isOfOneBracket(_ p: Passage, _ at: Int, _ findings: ItemFindings) -> Bool {
        guard let cut = findings.cuts.first(where: { $0.contains(at) }) else { return false }
        let span = p.span(cut)
        guard findings.responsible.contains(where: { $0.span.start >= span.start && $0.span.end <= span.end }) else { return false }
        return !responsibility.vocabulary.rules.henceforth.contains { p.first($0, in: at..<cut.upperBound) != nil }
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
