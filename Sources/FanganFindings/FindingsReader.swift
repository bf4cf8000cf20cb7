import FanganOutline
import FanganText

/// Reads what every item of an outline says, then what items have from their row, their ancestors and rules for many.
public struct FindingsReader: Sendable {
    private let responsibility: ResponsibilityRecogniser
    private let dates = DateRecogniser()
    private let scores = ScoreRecogniser()
    private let targets: TargetRecogniser
    private let citations = CitationRecogniser()
    private let phases = PhaseRecogniser()
    private let steps = StepRecogniser()

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
        var siblings = SiblingBrackets(outline, responsibility)
        for i in items.indices {
            let passage = items[i].passage
            marks.read(passage)
            if marks.kinds.contains([.leading, .pulling]) { mayLead.append(i) }
            let parts = items[i].kind == .item || !Self.imposesWork(items[i].role) ? [] : steps.scan(passage, marks, from: items[i].textStart)
            let reading = responsibility.read(passage, labels: parts.map(\.label), &marks) { siblings.haveUnits(beside: i) }
            var found = ItemFindings()
            found.responsible = unique(reading.units, repeated: &found.repeated)
            found.repeated.responsible += reading.repeated
            found.cuts = reading.cuts
            let isInSeries = items[i].parent.map(series.contains) ?? false
            var phase = phase(items, i, plan, document, isInSeries: isInSeries)
            if let read = phase?.0, read.yearBasis != .written, let before = items[i].parent.flatMap({ lastPhases[$0] }), let end = read.end, let begun = before.start ?? before.end, end < begun, let year = plan.year {
                // 集中整治(12月1日-次年2月15日) ⏎ 总结提升(2月16日-28日): phases follow each other.
                var next = plan
                next.year = year + 1
                phase = self.phase(items, i, next, document, isInSeries: isInSeries) ?? phase
            }
            var context = plan
            if let (read, _) = phase, let parent = items[i].parent, let named = timed(items[parent], findings.items[parent], by: read) {
                // （三）集中整治阶段 ⏎ 1.时间：10月21日—12月20日
                findings.items[parent].phase = named
                findings.items[parent].during = parent
                found.during = parent
                context = self.context(plan, in: named)
            } else if let (read, _) = phase {
                found.phase = read
                if let parent = items[i].parent { lastPhases[parent] = read }
                if read.isImpossible { found.openDates.append(OpenDateFinding(why: .impossible, span: read.span)) }
                found.during = i
                context = self.context(plan, in: read)
            } else if let parent = items[i].parent, let during = findings.items[parent].during {
                found.during = during
                context = self.context(plan, in: findings.items[during].phase)
            }
            readValues(passage, marks, textStart: items[i].textStart, reading, titles: items[i].columnTitles, context: context, phaseEnd: phase?.end ?? 0, targetStart: targetStart(items[i]), isGoal: items[i].role == .goals, into: &found)
            if !parts.isEmpty { found.steps = StepReader(passage: passage, steps: steps.settled(parts, cuts: reading.cuts)).read(found) }
            again.resolve(&found)
            if let row = items[i].row { readRow(outline.rows[row], rows[row], sole: isSole(i, outline), passage, title: items[i].sharedHeading, plan, into: &found) }
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
        rules += outsideRules(outside).map { (nil, $0) }
        if let place = leadPlace(mayLead.lazy.map { items[$0].passage }, outside) { promote(place, document, &findings) }
        AnnouncedBracket(outline: outline).apply(to: &findings.items)
        Inheritance(outline: outline, rules: rules).apply(to: &findings.items)
        HeadingUnits(outline: outline, vocabulary: responsibility.vocabulary, shape: responsibility.shape).apply(to: &findings.items)
        let totals = outsideTotals(outside)
        findings.diagnostics += ScoreSums(outline: outline, items: findings.items, totals: totals, text: document.text).diagnostics()
        return findings
    }

    // MARK: - One item

    private func readValues(_ p: Passage, _ marks: PassageMarks, textStart: Int, _ reading: ResponsibilityRecogniser.Reading, titles: [Range<Int>], context: DateContext, phaseEnd: Int, targetStart: Int, isGoal: Bool, into found: inout ItemFindings) {
        var compact = CompactStretch(p)
        let cuts = titles.isEmpty ? reading.cuts : (reading.cuts + titles).sorted { $0.lowerBound < $1.lowerBound }
        for range in Gaps(of: cuts, end: p.count) {
            let hints = marks.hints(range)
            if hints.contains(.score) { take(scores.scan(compact.text(range)), p, into: &found) }
            if hints.mayHoldCitation { found.citations += cited(p, compact.text(range)) }
            // A phase's own dates are no deadline of its work.
            let body = range.clamped(to: min(phaseEnd == 0 ? 0 : max(textStart, phaseEnd), p.count)..<p.count)
            let mentions = hints.contains(.date) && !body.isEmpty ? dates.scan(compact.text(body), context: context) : []
            let text = max(range.lowerBound, targetStart)
            let required = hints.mayHoldTarget && text < range.upperBound ? targets.scan(compact.text(text..<range.upperBound), isGoal: isGoal) : []
            for target in required where !ResultYears.tells(target, of: mentions, p) { found.targets.append(TargetFinding(target, p)) }
            if !mentions.isEmpty { take(ResultYears.resolve(mentions, targets: required, p), p, into: &found) }
        }
        // `时间：1月21日—1月30日` in a phase is its own range.
        for attribute in reading.attributes where attribute.value.lowerBound >= phaseEnd { read(attribute, p, context, into: &found) }
    }

    /// A deadline beside the units, else a condition; so is a deadline that names no time (`完成时限：另行通知`).
    private func read(_ attribute: UnitList.Attribute, _ p: Passage, _ context: DateContext, into found: inout ItemFindings) {
        if attribute.isDue {
            let mentions = dates.scan(p, in: attribute.value, context: deadline(context))
            take(mentions, p, into: &found)
            if !mentions.isEmpty { return }
            if OutlineVocabulary.standard.isDitto(Passage.string(p.scalars[attribute.value].filter { $0 > 0x20 })) {
                found.isDueAsBefore = true
                return
            }
        }
        let key = attribute.key.map { range in Passage.string(p.scalars[range].filter { $0 > 0x20 }) }
        found.conditions.append(ConditionFinding(key: key, span: p.span(attribute.value)))
    }

    /// Amounts of a heading name the item, but in a table it is the cell of a column of its own: 目标任务 beside 具体工作.
    private func targetStart(_ item: OutlineItem) -> Int { item.row == nil || item.sharedHeading != nil || item.heading == nil ? item.textStart : 0 }

    private func take(_ mentions: [ScoreMention], _ p: Passage, into found: inout ItemFindings) {
        for mention in mentions {
            let span = p.span(mention.range)
            switch mention.kind {
            case .award, .deduction: found.scores.append(ScoreFinding(points: mention.points, span: span, isPart: mention.isPart))
            case .cap, .total, .untilZero: found.scoreLimits.append(ScoreLimitFinding(kind: mention.kind, points: mention.points, span: span))
            }
        }
    }

    private func take(_ mentions: [DateMention], _ p: Passage, into found: inout ItemFindings) {
        var lastDue: Range<Int>?
        for mention in mentions {
            let span = p.span(mention.range)
            switch mention.kind {
            case .due:
                guard let day = mention.end else {
                    found.openDates.append(OpenDateFinding(why: mention.open ?? .year, span: span))
                    // The words are kept where the day is known to the people there, or counted in working days.
                    if mention.open == .day { found.periods.append(PeriodFinding(mention, span)) }
                    continue
                }
                lastDue = mention.range
                let due = DueFinding(day: day, span: span, yearBasis: mention.yearBasis, detail: mention.detail, start: mention.start)
                if found.due.contains(where: { $0.day == day }) {
                    // One last day for the item; that the words stand here once more is kept beside it, and for its steps.
                    found.periods.append(PeriodFinding(mention, span))
                    found.repeated.due.append(due)
                    continue
                }
                found.due.append(due)
            case .recurring:
                if let rule = mention.rule { found.recurrences.append(RecurrenceFinding(rule: rule, span: span)) }
            case .openEnd, .interval, .term, .past, .condition, .grant, .reference, .mention:
                // 5月底取得阶段性成效并持续推进: what is due then is not over.
                if mention.kind == .openEnd, let due = lastDue, mention.range.lowerBound - due.upperBound <= Self.ongoingReach {
                    found.due[found.due.count - 1].isOngoing = true
                }
                if mention.open == .impossible { found.openDates.append(OpenDateFinding(why: .impossible, span: span)) }
                found.periods.append(PeriodFinding(mention, span))
            }
        }
    }

    /// How far behind a date 并持续推进 may stand to go on from it.
    private static let ongoingReach = 30

    /// `原《…若干措施》（示府办〔2022〕22号）同时废止。` behind the items.
    private func replaced(_ outline: Outline, _ document: SourceDocument) -> [CitationFinding] {
        outline.parts.filter { $0.kind == .closing }.flatMap { part in
            let p = document.passage(part.span)
            return p.first("《", in: p.indices) == nil && p.first("〔", in: p.indices) == nil ? [] : cited(p).filter(\.isReplaced)
        }
    }

    private func cited(_ p: Passage, _ text: CompactText? = nil) -> [CitationFinding] {
        citations.scan(p, text ?? CompactText(p, p.indices)).map {
            CitationFinding(title: $0.title, number: $0.number, span: p.span($0.range), kind: $0.kind, shortNames: $0.shortNames, damage: $0.damage, isReplaced: $0.isReplaced)
        }
    }

    /// The sections about phases that have one with a beginning: beside it （3月15日前） ends a phase too.
    private func phaseSeries(_ outline: Outline, _ plan: DateContext, _ document: SourceDocument) -> Set<Int> {
        var series: Set<Int> = []
        let items = outline.items
        for i in items.indices where items[i].role == .phases {
            guard let parent = items[i].parent, !series.contains(parent) else { continue }
            if phase(items, i, plan, document, isInSeries: false)?.0.start != nil { series.insert(parent) }
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

    private func finding(_ mention: PhaseMention, in part: Passage) -> PhaseFinding {
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

    /// What a row says, read once for all its items.
    private struct RowFindings {
        var units: [Responsibility] = []
        var attributes: [(Passage, UnitList.Attribute)] = []
        var dates: [(Passage, [DateMention])] = []
        /// Whether a cell of deadlines says the row's last day: then a year or month in a column's title (2026年计划投资, 5月进度) is none.
        var hasDeadline = false
        var remarks: [ConditionFinding] = []
        /// What groups the row is in (类别), beside those that are its items' titles.
        var groups: [(name: Passage, remark: ConditionFinding)] = []
        /// Cells of deadlines that name no day and no rhythm: 适时, 按上级要求.
        var openDates: [OpenDateFinding] = []
    }

    private func read(_ row: TableRow, _ plan: DateContext) -> RowFindings {
        var result = RowFindings(), inPeriods: [(Passage, [DateMention])] = []
        result.remarks = remarks(row)
        for cell in row.cells(.group) where !cell.title.isEmpty && cell.passage.scalars.contains(where: { $0 > 0x20 }) {
            result.groups.append((cell.passage, ConditionFinding(key: cell.title, span: cell.passage.span(cell.passage.indices))))
        }
        for cell in row.cells {
            if cell.column == .due || cell.column == .period {
                let mentions = dates.scan(cell.passage, in: cell.passage.indices, context: deadline(plan))
                if cell.column == .due {
                    result.hasDeadline = result.hasDeadline || mentions.contains { $0.kind == .due && $0.end != nil }
                    result.dates.append((cell.passage, mentions))
                    note(cell, mentions, in: &result)
                } else { inPeriods.append((cell.passage, mentions)) }
            }
            guard let role = Self.role(cell.column) else { continue }
            let (named, attributes) = responsibility.cell(cell.passage, role: role, title: cell.title)
            result.units += named
            result.attributes += attributes.map { (cell.passage, $0) }
        }
        if !result.hasDeadline { result.dates += inPeriods }
        return result
    }

    /// What a cell of deadlines says beside its dates is kept as it stands, so that none of its words are lost.
    private func note(_ cell: TableRow.Cell, _ mentions: [DateMention], in row: inout RowFindings) {
        let all = cell.passage.scalars.count { $0 > 0x20 }, vocabulary = OutlineVocabulary.standard
        guard all - mentions.reduce(0, { $0 + $1.range.count }) >= (mentions.isEmpty ? 1 : Self.fewestWords),
              cell.passage.scalars.contains(where: { $0 >= 0x4E00 && $0 < 0xA000 || $0 &- 0x30 < 10 }), !vocabulary.isEmptyCell(cell.passage.string(cell.passage.indices)) else { return }
        let span = cell.passage.span(cell.passage.indices)
        row.remarks.append(ConditionFinding(key: cell.title.isEmpty ? nil : cell.title, span: span))
        if mentions.isEmpty, all <= Self.longestTime { row.openDates.append(OpenDateFinding(why: .day, span: span)) }
    }

    /// How many words beside a date are more than marks and joints (至, 前).
    private static let fewestWords = 6
    /// A longer cell tells steps of the work.
    private static let longestTime = 24

    /// - Parameters:
    ///   - item: the text of one of the row's items.
    ///   - title: what it has from a cell over several rows.
    private func readRow(_ row: TableRow, _ said: RowFindings, sole: Bool, _ item: Passage, title: Passage?, _ plan: DateContext, into found: inout ItemFindings) {
        for (passage, attribute) in said.attributes { read(attribute, passage, plan, into: &found) }
        if found.responsible.isEmpty { found.responsible = said.units } else {
            let names = Set(said.units.map(\.mention))
            found.responsible = said.units + found.responsible.filter { !names.contains($0.mention) }
        }
        for group in said.groups where !(title.map { $0.scalars.elementsEqual(group.name.scalars) } ?? false) { found.conditions.append(group.remark) }
        found.conditions += said.remarks
        found.openDates += said.openDates
        for cell in sole ? row.cells(.target) : [] { readGoal(cell, of: row, item, plan, isDue: !said.hasDeadline, into: &found) }
        for (passage, mentions) in said.dates { take(mentions, passage, into: &found) }
        // 一季度 … 四季度: in the order of the year, whatever the text said of them.
        if !row.cells(.period).isEmpty || row.cells.contains(where: { $0.period != nil }) { found.due.sort { $0.day < $1.day } }
        // Row totals stay at the row: they are an item's only where the row is one item, and its text does not share them out.
        if sole, !sharesOut(found.scores) {
            let points = row.cells(.score).compactMap { cell in
                scores.points(ofCell: cell.passage).map { ScoreFinding(points: $0.points, span: cell.passage.span($0.range)) }
            }
            found.scores = (points + found.scores).sorted { $0.span.start < $1.span.start }
        }
    }

    /// `≥90%` under 目标值, `2.5` under 2025年 in a row that counts in 万亩: what the row's item is to reach, and by when.
    private func readGoal(_ cell: TableRow.Cell, of row: TableRow, _ item: Passage, _ plan: DateContext, isDue: Bool, into found: inout ItemFindings) {
        let unit = row.cells(.measure).first.flatMap { UnitOfMeasure($0.passage) } ?? UnitOfMeasure(endOf: Passage(cell.title)) ?? UnitOfMeasure(endOf: item)
        guard let figure = CellFigure.read(cell.passage, unit: unit) else {
            found.targets += targets.scan(cell.passage, in: cell.passage.indices).map { TargetFinding($0, cell.passage) }
            return
        }
        var target = TargetFinding(figure, cell.passage)
        if let period = cell.period {
            let mentions = dates.scan(period, in: period.indices, context: deadline(plan))
            // A year before the plan's tells what has been reached.
            guard let last = mentions.last?.end, last.year >= plan.firstYear ?? last.year else { return }
            if isDue { take(mentions, period, into: &found) }
            target.scope = mentions.last.map { period.span($0.range) }
        }
        found.targets.append(target)
    }

    /// 成立领导小组（得2分），有专人负责（得2分）: of a row with 4 points. 未成立的扣5分 and 每开展1场得3分 are no parts of them.
    private func sharesOut(_ scores: [ScoreFinding]) -> Bool { scores.contains { $0.isPart && $0.points > 0 } }

    /// What a row says in columns that no recogniser reads, and in those that are not of the duty's text: 推广范围, 测评方法, 备注, 单位, 目标值.
    private func remarks(_ row: TableRow) -> [ConditionFinding] {
        row.cells.compactMap { cell in
            guard [.note, .unknown, .method, .person, .explanation, .target, .measure].contains(cell.column), !cell.title.isEmpty,
                  cell.passage.scalars.contains(where: { $0 > 0x20 }) else { return nil }
            return ConditionFinding(key: cell.title, span: cell.passage.span(cell.passage.indices))
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

    // MARK: - Outside the items

    private typealias Part = (kind: OutlinePart.Kind, passage: Passage)

    /// Times that the document names in front of and behind its items: 有效期至…, 请于6月底前报送….
    private func outsidePeriods(_ parts: [Part], _ plan: DateContext) -> [PeriodFinding] {
        parts.filter { Self.isProse($0.kind) && Self.mayNameTimes($0.passage) }.flatMap { _, p in
            dates.scan(p, in: p.indices, context: plan).filter { $0.kind != .recurring && Self.isTime($0.range, of: p) }.map { PeriodFinding($0, p.span($0.range)) }
        }
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
    private func outsideTotals(_ parts: [Part]) -> [ScoreLimitFinding] {
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

    private func outsideRules(_ parts: [Part]) -> [ResponsibilityRule] {
        parts.filter { Self.isProse($0.kind) }.flatMap { responsibility.rules(in: $0.passage) }
    }

    /// - Parameter items: the passages of items that may say it.
    private func leadPlace(_ items: some Sequence<Passage>, _ parts: [Part]) -> LeadPlace? {
        for part in parts where part.kind != .tableCell {
            if let place = responsibility.leadPlace(part.passage) { return place }
        }
        for passage in items {
            if let place = responsibility.leadPlace(passage) { return place }
        }
        return nil
    }

    /// The units that stand in that place of every list lead, where the list names no leader itself.
    private func promote(_ place: LeadPlace, _ document: SourceDocument, _ findings: inout Findings) {
        for i in findings.items.indices {
            let units = findings.items[i].responsible
            guard !units.contains(where: { $0.role == .lead }),
                  let first = units.firstIndex(where: { $0.basis == .bracket || $0.basis == .table }) else { continue }
            let last = place.mark.map { lastBefore($0, units, from: first, document) } ?? first
            guard let last else { continue }
            for k in first...last { findings.items[i].responsible[k].role = .lead }
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

    /// A unit named twice in one role counts once, where it is named first.
    private func unique(_ units: [Responsibility], repeated: inout RepeatedFindings) -> [Responsibility] {
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

    /// What is left of a passage between its cuts, in order.
    private struct Gaps: Sequence, IteratorProtocol {
        private let cuts: [Range<Int>]
        private let end: Int
        private var cut = 0, from = 0

        init(of cuts: [Range<Int>], end: Int) { (self.cuts, self.end) = (cuts, end) }

        mutating func next() -> Range<Int>? {
            while cut < cuts.count {
                let start = from, stop = cuts[cut].lowerBound
                from = Swift.max(from, cuts[cut].upperBound)
                cut += 1
                if stop > start { return start..<stop }
            }
            guard from < end else { return nil }
            defer { from = end }
            return from..<end
        }
    }
}
