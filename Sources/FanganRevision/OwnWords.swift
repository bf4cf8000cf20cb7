import FanganGraph
import FanganText

/// All words of each item of one version as they stand in the document, label and brackets included, without its children
/// and without page marks; and what other cells of its row say of it.
///
/// Where they are the same in both versions nothing was changed, even if another layout made them read differently.
struct OwnWords {
    private let text: OwnText
    private let parts: [Range<Int>]
    /// The stretch of each item up to its first child.
    private let stretches: [Range<Int>]
    /// Quotes of the item's values that stand elsewhere.
    private var elsewhere: [[Unicode.Scalar]]

    init(_ graph: TaskGraph, _ text: OwnText) {
        self.text = text
        parts = graph.document.parts.map { $0.span.start..<max($0.span.start, $0.span.end) }.sorted { $0.lowerBound < $1.lowerBound }
        var firstChild = [Int](repeating: .max, count: graph.items.count), places: [String: Int] = [:]
        for (i, item) in graph.items.enumerated() { places[item.id] = i }
        for edge in graph.edges where edge.kind == .contains {
            guard let parent = places[edge.from], let child = places[edge.to] else { continue }
            firstChild[parent] = min(firstChild[parent], graph.items[child].span.start)
        }
        stretches = graph.items.indices.map { i in
            let span = graph.items[i].span
            return span.start..<max(span.start, min(span.end, firstChild[i]))
        }
        elsewhere = Array(repeating: [], count: graph.items.count)
        for (i, item) in graph.items.enumerated() {
            let values = item.due.map { ($0.quote, $0.span) } + item.scores.map { ($0.quote, $0.span) } + item.targets.map { ($0.quote, $0.span) }
            let conditions = item.conditions.filter { $0.key != nil }.map { ($0.quote, $0.span) }
            for (quote, span) in values + conditions { note(quote, span, i) }
        }
        for edge in graph.edges where edge.kind == .responsible && edge.basis != "inherited" && edge.basis != "default" {
            if let i = places[edge.from], let mention = edge.mention, let span = edge.span { note(mention, span, i) }
        }
    }

    private mutating func note(_ quote: String, _ span: ScalarSpan, _ i: Int) {
        if !stretches[i].contains(span.start) { elsewhere[i] += quote.unicodeScalars }
    }

    /// By place of the item in the graph.
    func words(_ i: Int) -> [UInt32] { text.words(stretches[i], without: parts) + Normalised.scalars(elsewhere[i]) }
}
