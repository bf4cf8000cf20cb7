import FanganOutline
import FanganText

/// Reads what every item of an outline says, then what items have from their row, their ancestors and rules for many.
public struct FindingsReader: Sendable {
    let responsibility: ResponsibilityRecogniser
    let dates = DateRecogniser()
    let scores = ScoreRecogniser()
    let targets: TargetRecogniser
    let citations = CitationRecogniser()
    let phases = PhaseRecogniser()
    let steps = StepRecogniser()

    /// - Parameter names: what is known of places and fields of government.
    public init(names: KnownNames = .none) {
        responsibility = ResponsibilityRecogniser(names: names)
        targets = TargetRecogniser(names: names)
    }

    public func read(_ outline: Outline, in document: SourceDocument) -> Findings {
        let preamble = outline.header.preamble.flatMap { cited(document.passage($0)) } + replaced(outline, document)
        let plan = PlanYear(outline, document, citations: preamble).context
        var findings = Findings(items: [], preamble: preamble, diagnostics: [])
        // What stands outside the items, put together once for all that look at it.
        let outside = outline.parts.map { (kind: $0.kind, passage: document.passage($0.span)) }
        findings.periods = outsidePeriods(outside, plan)
        var rules: [(item: Int?, rule: ResponsibilityRule)] = []
        findings.annexes = AnnexList().read(outline, in: document)
        findings.items.reserveCapacity(outline.items.count)
        let rows = outline.rows.map { read($0, plan) }
        let series = phaseSeries(outline, plan, document)
        let items = outline.items
        // The last phase of each section.
        var lastPhases: [Int: PhaseFinding] = [:]
        var again = SaidAgain(vocabulary: .standard)
        // Items are read in place: a copy of one counts a dozen references.
        var marks = PassageMarks(), mayLead: [Int] = [], openSpans: Set<Span> = []
        var siblings = SiblingBrackets(outline, responsibility), room = PassageRoom()
        // Empty at the beginning of each round.
        var found = ItemFindings()
        for i in items.indices {
            let passage = items[i].passage
            marks.read(passage)
            if marks.kinds.contains([.leading, .pulling]) { mayLead.append(i) }
            let parts = items[i].kind == .item || !Self.imposesWork(items[i].role) ? [] : steps.scan(passage, marks, from: items[i].textStart)
            let reading = responsibility.read(passage, labels: parts.map(\.label), &marks) { siblings.haveUnits(beside: i) }
            found.responsible = unique(reading.units, repeated: &found.repeated)
            if !reading.repeated.isEmpty { found.repeated.responsible += reading.repeated }
            found.cuts = reading.cuts
            found.isHeaded = reading.isHeaded
            let isInSeries = items[i].parent.map(series.contains) ?? false
            let phase = phase(items, i, plan, document, isInSeries: isInSeries, behind: items[i].parent.flatMap { lastPhases[$0] })
            let context = enter(phase?.0, items, i, plan, &lastPhases, &findings, into: &found)
            readValues(items, i, marks, reading, context: context, phaseEnd: phase?.end ?? 0, &room, into: &found)
            dropNames(items, i, from: &found.targets)
            if !parts.isEmpty { found.steps = StepReader(passage: passage, steps: steps.settled(parts, cuts: reading.cuts)).read(found) }
            again.resolve(&found)
            if let row = items[i].row { readRow(outline.rows, rows, row, sole: isSole(i, outline), passage, title: items[i].sharedHeading, plan, into: &found) }
            for rule in reading.rules { rules.append((i, rule)) }
            if !reading.diagnostics.isEmpty { findings.diagnostics += reading.diagnostics }
            if let (phase, _) = phase, let start = phase.start, let end = phase.end, end < start {
                findings.diagnostics.append(Diagnostic("date.phase-backwards", .warning, "The phase “\(phase.name)” ends (\(end.iso)) before it begins (\(start.iso)).", at: phase.span))
            }
            // A cell of several items is said once.
            for open in found.openDates where items[i].row == nil || openSpans.insert(open.span).inserted { findings.diagnostics.append(open.diagnostic(document.text[open.span])) }
            // Put in its place without a copy, which would count a dozen references.
            findings.items.append(ItemFindings())
            swap(&findings.items[i], &found)
        }
        dropNames(items, &findings.items)
        rules += outsideRules(outside).map { (nil, $0) }
        if let place = leadPlace(mayLead.lazy.map { (items[$0].passage, findings.items[$0]) }, outside) { promote(place.place, othersSupport: place.othersSupport, document, &findings) }
        AnnouncedBracket(outline: outline).apply(to: &findings.items)
        Inheritance(outline: outline, rules: rules).apply(to: &findings.items)
        HeadingUnits(outline: outline, vocabulary: responsibility.vocabulary, shape: responsibility.shape).apply(to: &findings.items)
        let totals = outsideTotals(outside)
        findings.diagnostics += ScoreSums(outline: outline, items: findings.items, totals: totals, text: document.text).diagnostics()
        return findings
    }

    /// `原《…若干措施》（示府办〔2022〕22号）同时废止。` behind the items.
    private func replaced(_ outline: Outline, _ document: SourceDocument) -> [CitationFinding] {
        outline.parts.filter { $0.kind == .closing }.flatMap { part in
            let p = document.passage(part.span)
            return p.first("《", in: p.indices) == nil && p.first("〔", in: p.indices) == nil ? [] : cited(p).filter(\.isReplaced)
        }
    }

    /// A unit named twice in one role counts once, where it is named first.
    func unique(_ units: [Responsibility], repeated: inout RepeatedFindings) -> [Responsibility] {
        guard units.count > 1 else { return units }
        if units.count <= 16, !Self.repeats(units) { return units }
        var names = StringTable(reserving: units.count), roles: [UInt8] = []
        var result: [Responsibility] = []
        for unit in units {
            let (name, isNew) = names.enter(unit.mention)
            if isNew { roles.append(0) }
            let role: UInt8 = switch unit.role {
            case .lead: 1
            case .responsible: 2
            case .support: 4
            }
            if roles[name] & role == 0 { result.append(unit) } else { repeated.responsible.append(unit) }
            roles[name] |= role
        }
        return result
    }

    private static func repeats(_ units: [Responsibility]) -> Bool {
        for i in units.indices.dropFirst() {
            for k in 0..<i where units[k].role == units[i].role && units[k].mention.hasSameBytes(as: units[i].mention) { return true }
        }
        return false
    }

    private static func imposesWork(_ role: SectionRole) -> Bool {
        switch role {
        case .duties, .phases, .safeguards, .assessment: true
        default: false
        }
    }
}
