import FanganGraph
import FanganText

/// All words of each item of one version as they stand in the document, label, brackets and cells included, without its
/// children and without page marks.
///
/// Where they are the same in both versions nothing was changed, even if another layout made them read differently.
struct OwnWords {
    private let text: OwnText
    private let parts: [Range<Int>]
    /// The stretch of each item up to its first child.
    private let stretches: [Range<Int>]

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
    }

    /// By place of the item in the graph.
    func words(_ i: Int) -> [UInt32] { text.words(stretches[i], without: parts) }
}
