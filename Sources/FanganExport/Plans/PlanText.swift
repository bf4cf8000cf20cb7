import FanganGraph
import FanganText

/// The words of a plan by the items that they stand in: every character outside the furniture is in one place. Without the text there are only
/// those words that the items have themselves.
struct PlanText {
    /// Words outside the items.
    struct Stretch {
        /// As ``DocumentPart/kind``.
        let kind: String
        let start: Int
        let paragraphs: [String]
    }
    /// What stands between the first item and the last, in the order of the text.
    enum Part {
        case item(Int)
        case stretch(Stretch)
    }

    let items: [ItemNode]
    let children: [Int: [Int]]
    /// Words before the first item, behind the last, and with the items that stand in no other.
    private(set) var before: [Stretch] = []
    private(set) var after: [Stretch] = []
    private(set) var main: [Part] = []
    private let scalars: [Unicode.Scalar]
    private let hasText: Bool
    /// Stretches that are no words of the plan, ascending.
    private let furniture: [ScalarSpan]

    private static let furnitureKinds: Set<String> = ["blank", "page-mark", "running-head", "web-chrome", "catalogue", "ornament"]

    init(_ plan: ExportedPlan) {
        let graph = plan.graph, index = GraphIndex(graph)
        items = graph.items
        hasText = plan.text != nil
        scalars = plan.text.map { Array($0[$0.wholeSpan].unicodeScalars) } ?? []
        furniture = graph.document.parts.filter { Self.furnitureKinds.contains($0.kind) }.map(\.span).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        var children: [Int: [Int]] = [:], isChild: Set<Int> = []
        for place in graph.edges.indices where graph.edges[place].kind == .contains {
            if case .item(let from)? = index.from[place], case .item(let to)? = index.to[place], from < to, isChild.insert(to).inserted { children[from, default: []].append(to) }
        }
        self.children = children
        sort(graph.document.parts, roots: graph.items.indices.filter { !isChild.contains($0) })
    }

    private mutating func sort(_ parts: [DocumentPart], roots: [Int]) {
        let first = roots.map { items[$0].span.start }.min() ?? Int.max, last = roots.map { items[$0].span.end }.max() ?? Int.max
        let inside = Merged(roots.map { items[$0].span })
        var main = roots.map { (start: items[$0].span.start, part: Part.item($0)) }
        for part in parts where !Self.furnitureKinds.contains(part.kind) && !inside.holds(part.span) {
            let stretch = Stretch(kind: part.kind, start: part.span.start, paragraphs: paragraphs([part.span]))
            if stretch.paragraphs.isEmpty { continue }
            if part.span.start < first { before.append(stretch) } else if part.span.start >= last { after.append(stretch) } else { main.append((stretch.start, .stretch(stretch))) }
        }
        before.sort { $0.start < $1.start }
        after.sort { $0.start < $1.start }
        self.main = main.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element.part)
    }

    /// An item's own paragraphs, without its label and heading: those before its parts, and those between and behind them.
    func words(of place: Int) -> (before: [String], after: [String]) {
        if !hasText { return (Self.paragraphs(items[place].text), []) }
        let span = clamped(items[place].span), parts = (children[place] ?? []).map { clamped(items[$0].span) }
        let head = min(parts.first?.start ?? span.end, span.end)
        let begin = behindHead(of: place, from: span.start, to: max(span.start, head))
        var after: [ScalarSpan] = [], at = max(begin, head)
        for part in parts {
            if part.start > at { after.append(ScalarSpan(at, part.start)) }
            at = max(at, part.end)
        }
        if at < span.end, !parts.isEmpty { after.append(ScalarSpan(at, span.end)) }
        return (paragraphs([ScalarSpan(begin, max(begin, head))]), paragraphs(after))
    }

    private func clamped(_ span: ScalarSpan) -> ScalarSpan {
        let start = max(0, min(span.start, scalars.count))
        return ScalarSpan(start, max(start, min(span.end, scalars.count)))
    }

    /// Where label and heading end; a row of a table has its label in a cell of its own, so that the heading may stand first.
    private func behindHead(of place: Int, from start: Int, to end: Int) -> Int {
        let item = items[place], heading = item.heading ?? ""
        if let behind = skip(item.label + heading, from: start, to: end) { return behind }
        return skip(heading, from: start, to: end) ?? start
    }

    /// Behind these words, blanks aside; nil where others stand there.
    private func skip(_ words: String, from start: Int, to end: Int) -> Int? {
        var at = start
        for scalar in words.unicodeScalars where !scalar.properties.isWhitespace {
            while at < end, scalars[at].properties.isWhitespace { at += 1 }
            guard at < end, scalars[at] == scalar else { return nil }
            at += 1
        }
        return at
    }

    /// Stretches as paragraphs without the furniture among them.
    private func paragraphs(_ spans: [ScalarSpan]) -> [String] {
        var result: [String] = []
        for span in spans.map(clamped) where span.start < span.end {
            var text = String.UnicodeScalarView(), at = span.start
            for gap in furnitureInside(span) {
                if gap.start > at { text.append(contentsOf: scalars[at..<gap.start]) }
                // What a page mark parts was one paragraph or two; a blank line parts two.
                at = max(at, min(gap.end, span.end))
                if scalars[clamped(gap).start..<at].contains("\n") { text.append("\n") }
            }
            if at < span.end { text.append(contentsOf: scalars[at..<span.end]) }
            result += Self.paragraphs(String(text))
        }
        return result
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split { $0.isNewline }.map { $0.drop { $0.isWhitespace } }.filter { !$0.isEmpty }.map(String.init)
    }

    private func furnitureInside(_ span: ScalarSpan) -> [ScalarSpan] {
        var low = 0, high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return furniture[low...].prefix { $0.start < span.end }.filter { $0.end > $0.start }
    }
}

/// Stretches that overlap, as one; asked for those that lie inside.
private struct Merged {
    private var spans: [ScalarSpan] = []

    init(_ spans: [ScalarSpan]) {
        for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = self.spans.last, span.start <= last.end { self.spans[self.spans.count - 1].end = max(last.end, span.end) } else { self.spans.append(span) }
        }
    }

    func holds(_ span: ScalarSpan) -> Bool {
        var low = 0, high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        return low < spans.count && spans[low].start <= span.start && span.end <= spans[low].end
    }
}
