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
        let plan = withYearOfPhases(PlanYear(outline, document, citations: preamble).context, outline, document)
        var findings = Findings(items: [], preamble: preamble, diagnostics: [])
        // What stands outside the items, put together once for all that look at it.
        let outside = outline.parts.map { (kind: $0.kind, passage: document.passage($0.span)) }
        findings.periods = outsidePeriods(outside, plan)
        var rules: [(item: Int?, rule: ResponsibilityRule)] = []
        findings.annexes = AnnexList().read(outline, in: document)
        let rows = outline.rows.map { read($0, plan) }
        let items = outline.items
        findings.items.reserveCapacity(items.count)
        for _ in items { findings.items.append(ItemFindings()) }
        // One pass over the items after the other: the code of one stays at hand, that of all would not.
        var words = WordsOfItems(), mayLead: [Int] = []
        readResponsibility(outline, plan, into: &findings, &words, &mayLead)
        readPhases(outline, plan, document, into: &findings, &words)
        readValues(items, words, into: &findings.items)
        bringTogether(outline, words, rows, plan, document, into: &findings)
        for i in items.indices { for rule in words.items[i].reading.rules { rules.append((i, rule)) } }
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

    /// Who is to do what, in the words of each item, and which parts of them may hold values.
    private func readResponsibility(_ outline: Outline, _ plan: DateContext, into findings: inout Findings, _ words: inout WordsOfItems, _ mayLead: inout [Int]) {
        let items = outline.items
        var marks = PassageMarks(), siblings = SiblingBrackets(outline, responsibility)
        words.items.reserveCapacity(items.count)
        // Items are read in place: a copy of one counts a dozen references.
        for i in items.indices {
            let passage = items[i].passage
            marks.read(passage)
            if marks.kinds.contains([.leading, .pulling]) { mayLead.append(i) }
            let steps = items[i].kind == .item || !Self.imposesWork(items[i].role) ? [] : steps.scan(passage, marks, from: items[i].textStart)
            let reading = responsibility.read(passage, labels: steps.map(\.label), &marks) { siblings.haveUnits(beside: i) }
            findings.items[i].responsible = unique(reading.units, repeated: &findings.items[i].repeated)
            if !reading.repeated.isEmpty { findings.items[i].repeated.responsible += reading.repeated }
            if !reading.saidOthers.isEmpty { findings.items[i].said = reading.saidOthers }
            findings.items[i].cuts = reading.cuts
            findings.items[i].isHeaded = reading.isHeaded
            let cuts = items[i].columnTitles.isEmpty ? reading.cuts : (reading.cuts + items[i].columnTitles).sorted { $0.lowerBound < $1.lowerBound }
            let stretches = words.note(Gaps(of: cuts, end: passage.count), of: passage, marks)
            words.items.append(.init(reading: consume reading, steps: steps, stretches: stretches, context: plan))
        }
    }

    /// The phases, in the order of the items: each takes its year from those before it.
    private func readPhases(_ outline: Outline, _ plan: DateContext, _ document: SourceDocument, into findings: inout Findings, _ words: inout WordsOfItems) {
        let items = outline.items, series = phaseSeries(outline, plan, document)
        // The last phase of each section.
        var lastPhases: [Int: PhaseFinding] = [:]
        for i in items.indices {
            let isInSeries = items[i].parent.map(series.contains) ?? false
            let told = phasesOfText(items, i, plan)
            if !told.isEmpty {
                findings.items[i].phases = told.map { finding($0, in: items[i].passage) }
                findings.items[i].during = i
                for phase in findings.items[i].phases where phase.isImpossible { findings.items[i].openDates.append(OpenDateFinding(why: .impossible, span: phase.span)) }
                words.items[i].phaseRanges = told.map(\.range)
                continue
            }
            let phase = phase(items, i, plan, document, isInSeries: isInSeries, behind: items[i].parent.flatMap { lastPhases[$0] })
            words.items[i].context = enter(phase?.0, items, i, plan, &lastPhases, &findings.items)
            words.items[i].phaseEnd = phase?.end ?? 0
        }
    }

    /// What an item says in its steps, by its row, or by what stands before it.
    private func bringTogether(_ outline: Outline, _ words: WordsOfItems, _ rows: [RowFindings], _ plan: DateContext, _ document: SourceDocument, into findings: inout Findings) {
        let items = outline.items
        var again = SaidAgain(vocabulary: .standard), openSpans: Set<Span> = []
        for i in items.indices {
            let passage = items[i].passage
            dropNames(items, i, from: &findings.items[i].targets)
            if !words.items[i].steps.isEmpty {
                findings.items[i].steps = StepReader(passage: passage, steps: steps.settled(words.items[i].steps, cuts: findings.items[i].cuts)).read(findings.items[i])
            }
            again.resolve(&findings.items[i])
            if let row = items[i].row { readRow(outline.rows, rows, row, sole: isSole(i, outline), passage, title: items[i].sharedHeading, plan, into: &findings.items[i]) }
            if !words.items[i].reading.diagnostics.isEmpty { findings.diagnostics += words.items[i].reading.diagnostics }
            for phase in findings.items[i].phases {
                guard let start = phase.start, let end = phase.end, end < start else { continue }
                findings.diagnostics.append(Diagnostic("date.phase-backwards", .warning, "The phase “\(phase.name)” ends (\(end.iso)) before it begins (\(start.iso)).", at: phase.span))
            }
            // A cell of several items is said once.
            for open in findings.items[i].openDates where items[i].row == nil || openSpans.insert(open.span).inserted {
                findings.diagnostics.append(open.diagnostic(document.text[open.span]))
            }
        }
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
