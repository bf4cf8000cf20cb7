import FanganGraph
import Testing

@testable import FanganExport

@Suite struct MentionTableTests {
    private static func lines(_ graph: TaskGraph) -> [String] {
        String(decoding: MentionTable.records(of: graph, document: "park", index: GraphIndex(graph)), as: UTF8.self)
            .components(separatedByLineEnd: "\r\n").filter { !$0.isEmpty }
    }

    @Test func everyPlaceIsARowInTheOrderOfTheText() {
        let graph = SampleGraph().graph
        let spans = Set(graph.edges.filter { $0.kind == .responsible && $0.mention != nil }.compactMap { edge in edge.span.map { [$0.start, $0.end] + [edge.to.hashValue] } })
        let rows = Self.lines(graph).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.count == spans.count && rows.count >= 3)
        #expect(rows.allSatisfy { $0.count == 9 && $0[3] == "park" })
        let starts = rows.compactMap { Int($0[7]) }
        #expect(starts == starts.sorted())
        #expect(rows.contains { $0[1] == "清河市园林局" && $0[2] == "市园林局" && $0[4] == "1.1" && $0[5] == "牵头" && $0[6] == "条目注明" })
    }

    /// A bracket that two tasks share names its units once.
    @Test func aPlaceThatIsInheritedStandsOnce() {
        var graph = SampleGraph().graph
        let before = Self.lines(graph)
        let shared = graph.edges.first { $0.kind == .responsible && $0.mention != nil }
        if var copy = shared {
            copy.from = "1.2"
            copy.basis = "inherited"
            graph.edges.append(copy)
        }
        #expect(Self.lines(graph) == before)
    }
}
