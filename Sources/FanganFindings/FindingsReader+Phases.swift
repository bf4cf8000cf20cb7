import FanganOutline
import FanganText

/// The phase that an item is, or that it lies in.
extension FindingsReader {
    /// As ``phase(_:_:_:_:isInSeries:)``, in the year behind that of the phase before it where it would begin earlier: 集中整治(12月1日-次年2月15日) ⏎
    /// 总结提升(2月16日-28日): phases follow each other.
    func phase(_ items: [OutlineItem], _ i: Int, _ plan: DateContext, _ document: SourceDocument, isInSeries: Bool, behind before: PhaseFinding?) -> (PhaseFinding, end: Int)? {
        let phase = phase(items, i, plan, document, isInSeries: isInSeries)
        guard let read = phase?.0, read.yearBasis != .written, let before, let end = read.end, let begun = before.start ?? before.end, end < begun, let year = plan.year else { return phase }
        var next = plan
        next.year = year + 1
        return self.phase(items, i, next, document, isInSeries: isInSeries) ?? phase
    }

    /// Notes the phase that an item is or lies in, and returns what its dates take from it.
    func enter(_ phase: PhaseFinding?, _ items: [OutlineItem], _ i: Int, _ plan: DateContext, _ lastPhases: inout [Int: PhaseFinding], _ findings: inout [ItemFindings]) -> DateContext {
        let parent = items[i].parent
        if let phase, let parent, let named = timed(items[parent], findings[parent], by: phase) {
            // （三）集中整治阶段 ⏎ 1.时间：10月21日—12月20日
            findings[parent].phases = [named]
            findings[parent].during = parent
            findings[i].during = parent
            return context(plan, in: named)
        }
        if let phase {
            findings[i].phases = [phase]
            if let parent { lastPhases[parent] = phase }
            if phase.isImpossible { findings[i].openDates.append(OpenDateFinding(why: .impossible, span: phase.span)) }
            findings[i].during = i
            return context(plan, in: phase)
        }
        guard let parent, let during = findings[parent].during else { return plan }
        findings[i].during = during
        return context(plan, in: findings[during].phase)
    }

    /// The year that the phases name, if it is one, where the document's head gives none: the first often says it for all
    /// (2024年9月1日—9月10日 ⏎ 9月11日—11月30日). It comes before that of a document which the plan cites.
    func withYearOfPhases(_ plan: DateContext, _ outline: Outline, _ document: SourceDocument) -> DateContext {
        guard plan.year == nil || plan.yearBasis == .cited else { return plan }
        var years: Set<Int> = []
        for i in outline.items.indices where outline.items[i].role == .phases {
            guard let phase = phase(outline.items, i, plan, document, isInSeries: false)?.0, phase.yearBasis == .written else { continue }
            for day in [phase.start, phase.end] { if let day { years.insert(day.year) } }
        }
        guard years.count == 1, let year = years.first else { return plan }
        var context = plan
        (context.year, context.yearBasis) = (year, .phase)
        return context
    }

    /// The sections about phases that have one with a beginning, or one that calls itself a phase: beside it （3月15日前） ends a phase too.
    func phaseSeries(_ outline: Outline, _ plan: DateContext, _ document: SourceDocument) -> Set<Int> {
        var series: Set<Int> = []
        let items = outline.items
        for i in items.indices where items[i].role == .phases {
            guard let parent = items[i].parent, !series.contains(parent) else { continue }
            if phase(items, i, plan, document, isInSeries: false) != nil { series.insert(parent) }
        }
        return series
    }

    /// A phase is named by its heading, or by the start of a text that has none. With it where in the passage it ends.
    private func phase(_ items: [OutlineItem], _ i: Int, _ plan: DateContext, _ document: SourceDocument, isInSeries: Bool) -> (PhaseFinding, end: Int)? {
        if items[i].label.form == .stage { return stage(items[i], plan, document, isInSeries: isInSeries) }
        let inPhases = items[i].role == .phases
        guard inPhases || items[i].heading != nil else { return nil }
        let range = items[i].heading ?? items[i].paragraphs.first ?? 0..<0
        guard inPhases || items[i].passage.first("阶段", in: range) != nil else { return nil }
        let part = items[i].passage.part(range)
        if let mention = phases.read(part, context: plan, inPhases: inPhases, isInSeries: isInSeries) {
            return (finding(mention, in: part), range.lowerBound + mention.range.upperBound)
        }
        guard let heading = items[i].heading, let mention = phases.read(items[i].passage, heading: heading, textStart: items[i].textStart, context: plan, inPhases: inPhases)
        else { return nil }
        return (finding(mention, in: items[i].passage), mention.range.upperBound)
    }

    /// `第一阶段（2024年5月—6月）：动员部署。`: the label says that it is a phase and is its name where it has no other.
    private func stage(_ item: OutlineItem, _ plan: DateContext, _ document: SourceDocument, isInSeries: Bool) -> (PhaseFinding, end: Int)? {
        guard let first = item.paragraphs.first(where: { !$0.isEmpty }) else { return nil }
        let part = document.passage(Span(item.label.span.start, item.passage.span(first).end))
        guard let mention = phases.read(part, context: plan, inPhases: true, isInSeries: isInSeries) else { return nil }
        return (finding(mention, in: part), first.upperBound - part.count + mention.range.upperBound)
    }

    /// The phase of a section whose first item is nothing but its time.
    private func timed(_ section: OutlineItem, _ found: ItemFindings, by time: PhaseFinding) -> PhaseFinding? {
        guard section.role == .phases, found.phase == nil, let heading = section.heading, PhaseRecogniser.isTimeKey(time.name) else { return nil }
        var phase = time
        phase.name = phases.squashed(section.passage, heading)
        return phase
    }

    /// Those that the text of one item goes through, where its heading is none itself and none stand below it.
    func phasesOfText(_ items: [OutlineItem], _ i: Int, _ plan: DateContext) -> [PhaseMention] {
        let item = items[i]
        guard item.role == .phases, item.row == nil, item.label.form != .stage, i + 1 == items.count || items[i + 1].parent != i else { return [] }
        if let heading = item.heading, phases.read(item.passage.part(heading), context: plan, inPhases: true) != nil { return [] }
        return phases.series(item.passage, in: item.textStart..<item.passage.count, context: plan)
    }

    func finding(_ mention: PhaseMention, in part: Passage) -> PhaseFinding {
        PhaseFinding(
            name: mention.name, start: mention.start, end: mention.end, span: part.span(mention.range),
            yearBasis: mention.yearBasis, detail: mention.detail, isImpossible: mention.isImpossible)
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

    func deadline(_ context: DateContext) -> DateContext {
        var context = context
        context.isDeadline = true
        return context
    }
}
