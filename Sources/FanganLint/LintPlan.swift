import FanganGraph
import FanganText

/// A plan as the checks see it: its graph with what belongs together looked up once, and its text.
public struct LintPlan: Sendable {
    public let graph: TaskGraph
    /// Unicode scalars of the canonical text; spans of the graph are ranges of it.
    public let scalars: [UInt32]
    /// For each item the place of the section around it.
    public let parents: [Int?]
    /// For each item whether somebody is responsible.
    public let isAssigned: [Bool]
    /// For each item the phases that it falls in, by place: one, or those that its text goes through.
    public let phases: [[Int]]

    public init(_ graph: TaskGraph, text: CanonicalText) {
        self.graph = graph
        scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.map(\.value)
        let items = Self.places(graph.items.map(\.id)), stages = Self.places(graph.phases.map(\.id))
        var parents = [Int?](repeating: nil, count: graph.items.count)
        var phases = [[Int]](repeating: [], count: graph.items.count)
        var isAssigned = [Bool](repeating: false, count: graph.items.count)
        for edge in graph.edges {
            switch edge.kind {
            case .contains: if let child = items[edge.to] { parents[child] = items[edge.from] }
            case .responsible: if let item = items[edge.from] { isAssigned[item] = true }
            case .during: if let item = items[edge.from], let phase = stages[edge.to] { phases[item].append(phase) }
            default: break
            }
        }
        (self.parents, self.isAssigned, self.phases) = (parents, isAssigned, phases)
    }

    private static func places(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where an item begins: enough of it to know it by.
    public func head(of item: ItemNode) -> ScalarSpan {
        var end = item.span.start
        while end < min(item.span.end, item.span.start + 24, scalars.count), scalars[end] != 0x0A, scalars[end] != 0x3002 { end += 1 }
        return ScalarSpan(item.span.start, end)
    }
}
