import FanganText

/// Gives a graph that was made of a text in simplified characters the words of the original text back.
///
/// Both texts have the same length, so that a span is the same stretch in both. What has a span is taken from there; a text
/// that was put together of pieces of a stretch is found again piece by piece. Names of units, phases' dates and the like
/// stay as they were understood.
public struct OriginalSpelling: Sendable {
    private let original: [UInt32]
    private let simplified: [UInt32]
    private let text: CanonicalText

    /// - Parameters:
    ///   - original: what stands in the file.
    ///   - simplified: the same in as many characters.
    public init(original: CanonicalText, simplified: CanonicalText) {
        self.original = Self.scalars(original)
        self.simplified = Self.scalars(simplified)
        text = original
    }

    private static func scalars(_ text: CanonicalText) -> [UInt32] { Array(Passage(text).scalars) }

    /// The graph with the original's words.
    public func restored(_ given: TaskGraph) -> TaskGraph {
        guard original.count == simplified.count else { return given }
        var graph = given
        let whole = ScalarSpan(0, original.count)
        graph.document.id = DocumentIdentity.id(text)
        graph.document.title = graph.document.title.map { spelled($0, in: whole) }
        graph.document.number = graph.document.number.map { spelled($0, in: whole) }
        graph.document.addressees = graph.document.addressees.map { spelled($0, in: whole) }
        graph.document.basedOn = graph.document.basedOn.map { spelled($0, in: whole) }
        for i in graph.document.plans.indices {
            graph.document.plans[i].title = spelled(graph.document.plans[i].title, in: graph.document.plans[i].span)
            graph.document.plans[i].number = graph.document.plans[i].number.map { spelled($0, in: whole) }
        }
        for i in graph.document.periods.indices { restore(&graph.document.periods[i].quote, graph.document.periods[i].span) }
        for i in graph.items.indices { restore(&graph.items[i]) }
        for i in graph.steps.indices { restore(&graph.steps[i]) }
        for i in graph.phases.indices {
            restore(&graph.phases[i].quote, graph.phases[i].span)
            graph.phases[i].name = spelled(graph.phases[i].name, in: ScalarSpan(max(0, graph.phases[i].span.start - 60), min(original.count, graph.phases[i].span.end + 60)))
        }
        for i in graph.references.indices {
            graph.references[i].title = graph.references[i].title.map { spelled($0, in: graph.references[i].span) }
            graph.references[i].number = graph.references[i].number.map { spelled($0, in: graph.references[i].span) }
        }
        for i in graph.edges.indices {
            // The document is named by its text's digest.
            if graph.edges[i].from == given.document.id { graph.edges[i].from = graph.document.id }
            if let mention = graph.edges[i].mention, let span = graph.edges[i].span { graph.edges[i].mention = spelled(mention, in: span) }
        }
        return graph
    }

    private func restore(_ item: inout ItemNode) {
        item.heading = item.heading.map { spelled($0, in: item.span) }
        // The text stands behind the heading.
        item.text = spelled(item.text, in: ScalarSpan(min(item.span.start + (item.heading?.unicodeScalars.count ?? 0), item.span.end), item.span.end))
        for i in item.due.indices { restore(&item.due[i].quote, item.due[i].span) }
        for i in item.scores.indices { restore(&item.scores[i].quote, item.scores[i].span) }
        for i in item.scoreLimits.indices { restore(&item.scoreLimits[i].quote, item.scoreLimits[i].span) }
        for i in item.targets.indices { restore(&item.targets[i]) }
        for i in item.recurrence.indices { restore(&item.recurrence[i].quote, item.recurrence[i].span) }
        for i in item.periods.indices { restore(&item.periods[i].quote, item.periods[i].span) }
        for i in item.conditions.indices { restore(&item.conditions[i].quote, item.conditions[i].span) }
    }

    private func restore(_ step: inout StepNode) {
        step.text = spelled(step.text, in: step.span)
        for i in step.due.indices { restore(&step.due[i].quote, step.due[i].span) }
        for i in step.scores.indices { restore(&step.scores[i].quote, step.scores[i].span) }
        for i in step.targets.indices { restore(&step.targets[i]) }
        for i in step.recurrence.indices { restore(&step.recurrence[i].quote, step.recurrence[i].span) }
    }

    private func restore(_ target: inout Target) {
        restore(&target.quote, target.span)
        target.unit = spelled(target.unit, in: target.span)
        if let scope = target.scope { target.scope?.quote = spelled(scope.quote, in: scope.span) }
    }

    private func restore(_ quote: inout String, _ span: ScalarSpan) { quote = spelled(quote, in: span) }

    /// Characters that are looked for together; a single one would be found in the wrong place too easily.
    private static let together = 6
    /// Searches that fail before the rest is left as it is, so that the work stays linear.
    private static let mostFailures = 16

    /// The original's spelling of words that stand in a stretch, in order, perhaps with other text between them.
    private func spelled(_ words: String, in span: ScalarSpan) -> String {
        let wanted = words.unicodeScalars.map(\.value)
        let end = min(span.end, simplified.count)
        var result = wanted, at = max(span.start, 0), i = 0, failures = 0
        while i < wanted.count, failures < Self.mostFailures {
            let size = min(Self.together, wanted.count - i)
            if at < end, simplified[at] == wanted[i] {
                result[i] = original[at]
                (i, at) = (i + 1, at + 1)
            } else if let found = place(of: wanted[i..<(i + size)], from: at, to: end) {
                at = found
            } else if let found = place(of: wanted[i...i], from: at, to: min(end, at + 64)) {
                at = found
            } else {
                failures += 1
                i += 1
            }
        }
        return Passage.string(result)
    }

    private func place(of part: ArraySlice<UInt32>, from: Int, to: Int) -> Int? {
        guard from + part.count <= to, let first = part.first else { return nil }
        for at in from...(to - part.count) where simplified[at] == first && simplified[at..<(at + part.count)].elementsEqual(part) { return at }
        return nil
    }
}
