import FanganOutline
import FanganText

/// Reads what every item of an outline says, then what items have from their row, their ancestors and rules for many.
public struct FindingsReader: Sendable {
    private let responsibility = ResponsibilityRecogniser()
    private let dates = DateRecogniser()
    private let scores = ScoreRecogniser()
    private let targets = TargetRecogniser()
    private let citations = CitationRecogniser()
    private let phases = PhaseRecogniser()
    private let steps = StepRecogniser()

    public init() {}

    public func read(_ outline: Outline, in document: SourceDocument) -> Findings {
        let preamble = outline.header.preamble.flatMap { cited(document.passage($0)) }
        let plan = PlanYear(outline, document, citations: preamble).context
        var findings = Findings(items: [], preamble: preamble, diagnostics: [])
        var rules: [(item: Int?, rule: ResponsibilityRule)] = []
        findings.items.reserveCapacity(outline.items.count)
        let rows = outline.rows.map { rowUnits($0) }
        for (i, item) in outline.items.enumerated() {
            let parts = item.kind == .item || !Self.imposesWork(item.role) ? [] : steps.scan(item.passage, from: item.textStart)
            let reading = responsibility.read(item.passage, labels: parts.map(\.label))
            var found = ItemFindings()
            found.responsible = unique(reading.units, repeated: &found.repeated)
            found.repeated.responsible += reading.repeated
            found.cuts = reading.cuts
            found.phase = phase(item, plan)
            found.during = found.phase != nil ? i : item.parent.flatMap { findings.items[$0].during }
            readValues(item, reading, context: context(plan, in: found.during.map { $0 == i ? found.phase : findings.items[$0].phase } ?? nil), into: &found)
            if !parts.isEmpty { found.steps = StepReader(passage: item.passage, steps: steps.settled(parts, cuts: reading.cuts)).read(found) }
            if let row = item.row { readRow(outline.rows[row], rows[row], sole: isSole(i, outline), plan, into: &found) }
            rules += reading.rules.map { (i, $0) }
            findings.diagnostics += reading.diagnostics
            if let phase = found.phase, let start = phase.start, let end = phase.end, end < start {
                findings.diagnostics.append(Diagnostic("date.phase-backwards", .warning, "The phase “\(phase.name)” ends (\(end.iso)) before it begins (\(start.iso)).", at: phase.span))
            }
            findings.diagnostics += found.openDates.map {
                Diagnostic("date.year-open", .warning, "“\(document.text[$0])” is a deadline whose year the document does not give; it was left open.", at: $0)
            }
            findings.items.append(found)
        }
        rules += outsideRules(outline, document).map { (nil, $0) }
        if firstLeads(outline, document) { promoteFirst(&findings) }
        Inheritance(outline: outline, rules: rules).apply(to: &findings.items)
        return findings
    }

    // MARK: - One item

    private func readValues(_ item: OutlineItem, _ reading: ResponsibilityRecogniser.Reading, context: DateContext, into found: inout ItemFindings) {
        let p = item.passage
        for range in outside(reading.cuts, 0..<p.count) {
            let hints = ValueHints.of(p, range)
            if hints.contains(.score) { found.scores += scores.scan(p, in: range).filter { $0.kind == .award || $0.kind == .deduction }.map { ScoreFinding(points: $0.points, span: p.span($0.range)) } }
            if hints.mayHoldCitation { found.citations += cited(p, range) }
            let body = range.clamped(to: (found.phase == nil ? 0 : min(item.textStart, p.count))..<p.count)
            if hints.contains(.date), !body.isEmpty { take(dates.scan(p, in: body, context: context), p, into: &found) }
            let text = max(range.lowerBound, item.textStart)
            if hints.mayHoldTarget, text < range.upperBound {
                found.targets += targets.scan(p, in: text..<range.upperBound).map {
                    TargetFinding(min: $0.min, max: $0.max, unit: $0.unit, per: $0.per, span: p.span($0.range))
                }
            }
        }
        for attribute in reading.attributes { read(attribute, p, context, into: &found) }
    }

    /// A deadline beside the units, else a condition; so is a deadline that is no date (`完成时限：长期坚持`).
    private func read(_ attribute: UnitList.Attribute, _ p: Passage, _ context: DateContext, into found: inout ItemFindings) {
        if attribute.isDue {
            let mentions = dates.scan(p, in: attribute.value, context: deadline(context))
            take(mentions, p, into: &found)
            if mentions.contains(where: { $0.kind == .due || $0.kind == .recurring }) { return }
        }
        let key = attribute.key.map { range in Passage.string(p.scalars[range].filter { $0 > 0x20 }) }
        found.conditions.append(ConditionFinding(key: key, span: p.span(attribute.value)))
    }

    private func take(_ mentions: [DateMention], _ p: Passage, into found: inout ItemFindings) {
        for mention in mentions {
            if mention.kind == .due, let day = mention.end {
                let due = DueFinding(day: day, span: p.span(mention.range), yearBasis: mention.yearBasis)
                if found.due.contains(where: { $0.day == day }) { found.repeated.due.append(due) } else { found.due.append(due) }
            }
            if mention.kind == .due, mention.end == nil {
                found.openDates.append(p.span(mention.range))
            }
            if mention.kind == .recurring, let rule = mention.rule {
                found.recurrences.append(RecurrenceFinding(rule: rule, span: p.span(mention.range)))
            }
        }
    }

    private func cited(_ p: Passage, _ range: Range<Int>? = nil) -> [CitationFinding] {
        citations.scan(p, in: range ?? p.indices).map { CitationFinding(title: $0.title, number: $0.number, span: p.span($0.range)) }
    }

    /// A phase is named by its heading, or by the start of a text that has none.
    private func phase(_ item: OutlineItem, _ plan: DateContext) -> PhaseFinding? {
        guard item.role == .phases || item.heading != nil else { return nil }
        let range = item.heading ?? item.paragraphs.first ?? 0..<0
        guard item.role == .phases || item.passage.first("阶段", in: range) != nil else { return nil }
        let part = item.passage.part(range)
        guard let mention = phases.read(part, context: plan) else { return nil }
        return PhaseFinding(name: mention.name, start: mention.start, end: mention.end, span: part.span(mention.range))
    }

    private func context(_ plan: DateContext, in phase: PhaseFinding?) -> DateContext {
        guard let phase, let start = phase.start ?? phase.end else { return plan }
        var context = plan
        // A phase within one year gives its year; over several the plan's year stays if it lies inside.
        let last = max(phase.end?.year ?? start.year, start.year)
        if start.year == last || !(start.year...last).contains(plan.year ?? 0) {
            context.year = last
            context.yearBasis = .phase
        }
        return context
    }

    private func deadline(_ context: DateContext) -> DateContext {
        var context = context
        context.isDeadline = true
        return context
    }

    // MARK: - Rows

    private func isSole(_ i: Int, _ outline: Outline) -> Bool {
        let row = outline.items[i].row
        return (i == 0 || outline.items[i - 1].row != row) && (i + 1 == outline.items.count || outline.items[i + 1].row != row)
    }

    private typealias RowUnits = (units: [Responsibility], attributes: [(Passage, UnitList.Attribute)])

    /// The units of a row, read once for all its items.
    private func rowUnits(_ row: TableRow) -> RowUnits {
        var result: RowUnits = ([], [])
        for cell in row.cells {
            guard let role = Self.role(cell.column) else { continue }
            let (named, attributes) = responsibility.cell(cell.passage, role: role)
            result.units += named
            result.attributes += attributes.map { (cell.passage, $0) }
        }
        return result
    }

    private func readRow(_ row: TableRow, _ named: RowUnits, sole: Bool, _ plan: DateContext, into found: inout ItemFindings) {
        for (passage, attribute) in named.attributes { read(attribute, passage, plan, into: &found) }
        let names = Set(found.responsible.isEmpty ? [] : named.units.map(\.mention))
        found.responsible = named.units + found.responsible.filter { !names.contains($0.mention) }
        for cell in row.cells(.due) { take(dates.scan(cell.passage, in: cell.passage.indices, context: deadline(plan)), cell.passage, into: &found) }
        // Row totals stay at the row: they are an item's only where the row is one item.
        if sole, found.scores.isEmpty {
            for cell in row.cells(.score) {
                if let mention = scores.points(ofCell: cell.passage) { found.scores.append(ScoreFinding(points: mention.points, span: cell.passage.span(mention.range))) }
            }
        }
        for cell in row.cells(.target) where sole {
            found.targets += targets.scan(cell.passage, in: cell.passage.indices).map {
                TargetFinding(min: $0.min, max: $0.max, unit: $0.unit, per: $0.per, span: cell.passage.span($0.range))
            }
        }
    }

    private static func role(_ column: ColumnRole) -> ResponsibilityRole? {
        switch column {
        case .lead: .lead
        case .responsible, .owner: .responsible
        case .support: .support
        default: nil
        }
    }

    // MARK: - Rules outside the items

    private func outsideRules(_ outline: Outline, _ document: SourceDocument) -> [ResponsibilityRule] {
        outline.parts.filter { [.preamble, .paragraph, .notice, .closing].contains($0.kind) }
            .flatMap { responsibility.rules(in: document.passage($0.span)) }
    }

    private func firstLeads(_ outline: Outline, _ document: SourceDocument) -> Bool {
        outline.parts.contains { $0.kind != .tableCell && responsibility.firstLeads(document.passage($0.span)) }
            || outline.items.contains { responsibility.firstLeads($0.passage) }
    }

    /// `列第一位的责任单位为牵头单位`: the first unit of every list leads.
    private func promoteFirst(_ findings: inout Findings) {
        for i in findings.items.indices {
            let units = findings.items[i].responsible
            guard !units.contains(where: { $0.role == .lead }),
                  let first = units.firstIndex(where: { $0.basis == .bracket || $0.basis == .table }) else { continue }
            findings.items[i].responsible[first].role = .lead
        }
    }

    /// A unit named twice in one role counts once, where it is named first.
    private func unique(_ units: [Responsibility], repeated: inout RepeatedFindings) -> [Responsibility] {
        guard units.count > 1 else { return units }
        var seen: Set<String> = []
        var result: [Responsibility] = []
        for unit in units {
            if seen.insert(unit.role.rawValue + unit.mention).inserted { result.append(unit) } else { repeated.responsible.append(unit) }
        }
        return result
    }

    private static func imposesWork(_ role: SectionRole) -> Bool {
        switch role {
        case .duties, .phases, .safeguards, .assessment: true
        default: false
        }
    }

    private func outside(_ cuts: [Range<Int>], _ whole: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = [], from = whole.lowerBound
        for cut in cuts {
            if cut.lowerBound > from { result.append(from..<cut.lowerBound) }
            from = max(from, cut.upperBound)
        }
        if from < whole.upperBound { result.append(from..<whole.upperBound) }
        return result
    }
}
