import FanganGraph
import FanganText

/// What must hold in a task graph before it is written: all that its JSON Schema asks of values (`GraphCheck+Schema.swift`),
/// and what no schema can say: identifiers are unique, edges end at nodes of the right kind, spans lie in the text, and
/// every quote is the text at its span.
///
/// ``GraphJSON`` writes a graph that has no problems so that it is valid by `schemas/task-graph.schema.json`.
public struct GraphCheck {
    let graph: TaskGraph
    private let text: ScalarLocator
    private let index: GraphIndex
    private var problems: [String] = []

    /// One sentence per problem, in the order of the graph, at most `limit`; empty for a sound graph.
    public static func problems(in graph: TaskGraph, text: CanonicalText, index: GraphIndex? = nil, limit: Int = 20) -> [String] {
        var check = GraphCheck(graph: graph, text: text, index: index ?? GraphIndex(graph))
        check.run()
        return Array(check.problems.prefix(limit))
    }

    private init(graph: TaskGraph, text: CanonicalText, index: GraphIndex) {
        self.graph = graph
        self.text = ScalarLocator(text)
        self.index = index
    }

    /// - Parameter what: is put together only where the rule is broken.
    @inline(__always)
    mutating func expect(_ isSo: Bool, _ what: @autoclosure () -> String) {
        if !isSo { problems.append(what()) }
    }

    private mutating func run() {
        if graph.document.scalars != text.count {
            problems.append("document.text.scalars is \(graph.document.scalars), the text has \(text.count)")
        }
        problems += index.repeated.map { "identifier \($0) is used twice" }
        checkDocument()
        for place in graph.items.indices { checkItem(at: place) }
        for step in graph.steps { check(step) }
        for phase in graph.phases {
            check(phase.span, quote: phase.quote, phase.id)
            for date in [phase.start, phase.end] { check(date: date, phase.id) }
            checkValues(of: phase)
        }
        for place in graph.units.indices { checkUnit(at: place) }
        for reference in graph.references {
            check(reference.span, reference.id)
            checkValues(of: reference)
        }
        for place in graph.edges.indices { checkEdge(at: place) }
        for diagnostic in graph.diagnostics {
            checkValues(of: diagnostic)
            if let span = diagnostic.span { check(span, "diagnostic \(diagnostic.code)") }
        }
    }

    private mutating func checkDocument() {
        checkFacts()
        for (issuer, place) in zip(graph.document.issuers, index.issuers) where place?.unit == nil {
            problems.append("issuer \(issuer) is no unit of the graph")
        }
        for part in graph.document.parts { check(part.span, "part \(part.kind)") }
        check(date: graph.document.issued, "document")
        for period in graph.document.periods { check(period, "document") }
        for plan in graph.document.plans {
            check(plan.span, "plan \(plan.id)")
            check(date: plan.issued, "plan \(plan.id)")
        }
    }

    private mutating func checkItem(at place: Int) {
        let items = graph.items, id = items[place].id
        check(items[place].span, id)
        checkItemValues(at: place)
        if items[place].path.last.map({ $0.hasSameBytes(as: items[place].label) }) != true { problems.append("\(id): the path does not end with the label") }
        // Most items have none.
        if !items[place].due.isEmpty || !items[place].scores.isEmpty || !items[place].targets.isEmpty || !items[place].recurrence.isEmpty {
            checkValues(items[place].due, items[place].scores, items[place].targets, items[place].recurrence, id)
        }
        for condition in items[place].conditions {
            check(condition.span, quote: condition.quote, id)
            expect(Self.isFilled(condition.key), "\(id): a condition with an empty key")
        }
        for period in items[place].periods { check(period, id) }
        for limit in items[place].scoreLimits {
            check(limit.span, quote: limit.quote, id)
            expect(Self.isLimitKind(limit.kind), "\(id): no kind of limit: \(limit.kind)")
            if limit.points?.isFinite == false { problems.append("\(id): points that are no number") }
        }
    }

    private mutating func check(_ step: StepNode) {
        check(step.span, step.id)
        expect(Self.isItemID(step.id) && !step.label.isEmpty && step.ordinal >= 1, "step \(step.id): no identifier, label or ordinal of a step")
        checkValues(step.due, step.scores, step.targets, step.recurrence, step.id)
    }

    private mutating func checkValues(_ due: [Due], _ scores: [Score], _ targets: [Target], _ recurrence: [Recurrence], _ id: String) {
        for due in due {
            check(due.span, quote: due.quote, id)
            check(date: due.date, id)
            check(date: due.start, id)
            checkTime(due.yearBasis, due.edtf, due.precision, id)
            expect(Self.isNone(due.monthBasis, or: Self.isPartBasis) && Self.isNone(due.dayBasis, or: Self.isPartBasis), "\(id): no basis of a month or day")
        }
        for score in scores {
            check(score.span, quote: score.quote, id)
            if !score.points.isFinite { problems.append("\(id): points that are no number") }
        }
        for target in targets {
            check(target.span, quote: target.quote, id)
            if let scope = target.scope { check(scope.span, quote: scope.quote, id) }
            expect(Self.isNone(target.per, or: Self.isTargetPeriod), "\(id): no period of a target: \(target.per ?? "")")
            if let min = target.min, let max = target.max, !(min <= max) { problems.append("\(id): target with min over max") }
        }
        for recurrence in recurrence {
            check(recurrence.span, quote: recurrence.quote, id)
            expect(Self.isRule(recurrence.rule), "\(id): no recurrence rule: \(recurrence.rule)")
        }
    }

    private mutating func check(_ period: Period, _ place: String) {
        check(period.span, quote: period.quote, place)
        expect(Self.isPeriodKind(period.kind), "\(place): no kind of period: \(period.kind)")
        checkTime(period.yearBasis, period.edtf, period.precision, place)
        for date in [period.start, period.end] { check(date: date, place) }
    }

    private mutating func checkEdge(at place: Int) {
        let edges = graph.edges
        if !Self.fits(edges[place].kind, from: index.from[place], to: index.to[place]) {
            let edge = edges[place]
            problems.append("edge \(edge.kind.rawValue) from \(edge.from) to \(edge.to): an end is missing or of the wrong kind")
        }
        expect(carriesWhatItMay(edges, place), "edge \(edges[place].kind.rawValue) from \(edges[place].from): carries what it may not, or lacks what it must have")
        if let span = edges[place].span { check(span, quote: edges[place].mention, "edge \(edges[place].kind.rawValue) from \(edges[place].from)") }
    }

    private static func fits(_ kind: Edge.Kind, from: GraphIndex.Place?, to: GraphIndex.Place?) -> Bool {
        switch (kind, from, to) {
        case (.contains, .item, .item), (.contains, .item, .step), (.responsible, .item, .unit), (.responsible, .step, .unit), (.during, .item, .phase), (.precedes, .phase, .phase),
             (.cites, .item, .reference), (.cites, .document, .reference), (.basedOn, .item, .reference), (.basedOn, .document, .reference),
             (.memberOf, .unit, .unit), (.succeeds, .unit, .unit), (.hostedBy, .unit, .unit):
            true
        default: false
        }
    }

    private mutating func check(_ span: ScalarSpan, quote: String? = nil, _ place: @autoclosure () -> String) {
        guard span.start >= 0, span.start <= span.end, span.end <= text.count else {
            problems.append("\(place()): span [\(span.start), \(span.end)] is not in the text")
            return
        }
        guard let quote else { return }
        if quote.isEmpty || !text.holds(quote, from: span.start, to: span.end) {
            problems.append("\(place()): \u{201C}\(quote)\u{201D} is not the text at [\(span.start), \(span.end)]")
        }
    }

    mutating func check(date: String?, _ place: @autoclosure () -> String) {
        guard let date else { return }
        expect(Self.isDay(date), "\(place()): \(date) is no day of the calendar")
    }

    /// `yyyy-mm-dd`
    private static func isDay(_ date: String) -> Bool {
        var parts = (0, 0, 0), at = 0
        for byte in date.utf8 {
            if at == 4 || at == 7 {
                guard byte == UInt8(ascii: "-") else { return false }
            } else {
                guard (0x30...0x39).contains(byte) else { return false }
                let digit = Int(byte & 0xF)
                if at < 4 { parts.0 = parts.0 * 10 + digit } else if at < 7 { parts.1 = parts.1 * 10 + digit } else { parts.2 = parts.2 * 10 + digit }
            }
            at += 1
            if at > 10 { return false }
        }
        return at == 10 && (1...12).contains(parts.1) && (1...days(inMonth: parts.1, of: parts.0)).contains(parts.2)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// The stretches of the text that belong to no item and to no part of the document; empty where nothing was dropped.
    public static func gaps(in graph: TaskGraph) -> [ScalarSpan] {
        let covered = (graph.items.map(\.span) + graph.document.parts.map(\.span)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        var gaps: [ScalarSpan] = []
        var reached = 0
        for span in covered {
            if span.start > reached { gaps.append(ScalarSpan(reached, span.start)) }
            reached = max(reached, span.end)
        }
        if reached < graph.document.scalars { gaps.append(ScalarSpan(reached, graph.document.scalars)) }
        return gaps
    }
}
