import FanganGraph
import FanganText
import Testing

@testable import FanganExport

@Suite struct GraphCheckTests {
    private func problems(_ change: (inout SampleGraph) -> Void) -> [String] {
        var sample = SampleGraph()
        change(&sample)
        return GraphCheck.problems(in: sample.graph, text: sample.text)
    }

    @Test func theSampleIsSound() {
        #expect(problems { _ in } == [])
        #expect(GraphCheck.gaps(in: SampleGraph().graph) == [])
    }

    @Test func identifiersAreUnique() {
        #expect(problems { $0.graph.items[2].id = "1.1" }.contains("identifier 1.1 is used twice"))
        #expect(problems { $0.graph.units[1].id = $0.graph.units[0].id }.first == "identifier unit:清河市人民政府 is used twice")
    }

    @Test func edgesEndAtNodesOfTheRightKind() {
        #expect(problems { $0.graph.edges[0].to = "9" }.count == 1)
        #expect(problems { $0.graph.edges[0].to = "phase:1" }.count == 1)
        #expect(problems { $0.graph.edges[2].from = "d1" }.count == 1)
        #expect(problems { $0.graph.document.issuers = ["unit:nobody"] }.count == 1)
    }

    @Test func spansLieInTheText() {
        let end = SampleGraph.content.unicodeScalars.count
        #expect(problems { $0.graph.items[2].span = ScalarSpan(5, end + 1) }.count == 1)
        #expect(problems { $0.graph.references[0].span = ScalarSpan(9, 8) }.count == 1)
        #expect(problems { $0.graph.document.parts[0].span = ScalarSpan(-1, 3) }.count == 1)
        #expect(problems { $0.graph.diagnostics[0].span = ScalarSpan(0, 10_000) }.count == 1)
        #expect(problems { $0.graph.document.scalars += 1 }.count == 1)
    }

    @Test func everyQuoteIsTheTextAtItsSpan() {
        #expect(problems { $0.graph.items[1].due[0].quote = "2023年12月底前" }.count == 1)
        #expect(problems { $0.graph.items[1].scores[0].span.start += 1 }.count == 1)
        #expect(problems { $0.graph.items[1].targets[0].quote += "。" }.count == 1)
        #expect(problems { $0.graph.items[1].recurrence[0].quote = "" }.count == 1)
        #expect(problems { $0.graph.phases[0].quote = "2023年" }.count == 1)
        #expect(problems { $0.graph.items[1].periods[0].quote = "每年" }.count == 1)
        #expect(problems { $0.graph.items[1].scoreLimits[0].quote = "扣5分" }.count == 1)
        #expect(problems { $0.graph.items[1].targets[0].scope?.quote = "公园" }.count == 1)
        #expect(problems { $0.graph.items[1].due[0].start = "2023-02-30" }.count == 1)
        #expect(problems { $0.graph.document.periods = [Period(kind: "term", start: nil, end: "2023-02-30", quote: "全年", span: SampleGraph.span(of: "全年"))] }.count == 1)
        #expect(problems { $0.graph.edges[2].mention = "市园林" }.count == 1)
    }

    @Test(arguments: ["2023-02-29", "2023-04-31", "2023-00-10", "2023-13-01", "2023-06-00", "1900-02-29"])
    func aDateIsADayOfTheCalendar(_ date: String) {
        #expect(problems { $0.graph.items[1].due[0].date = date }.count == 1)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "2023-12-31"])
    func leapDaysAreDays(_ date: String) {
        #expect(problems { $0.graph.phases[0].end = date } == [])
    }

    @Test func gapsAreFound() {
        var graph = SampleGraph().graph
        graph.document.parts[1].span.start += 2
        let end = graph.document.scalars
        for place in graph.items.indices where graph.items[place].span.end == end { graph.items[place].span.end -= 3 }
        #expect(GraphCheck.gaps(in: graph) == [ScalarSpan(16, 18), ScalarSpan(end - 3, end)])
    }

    @Test func scalarsBeyondTheBasicPlaneCountOnce() {
        let text = CanonicalText(String(repeating: "中a𠮷é", count: 200))
        let locator = ScalarLocator(text)
        #expect(locator.count == 800)
        for (offset, scalar) in String(decoding: text.bytes, as: UTF8.self).unicodeScalars.enumerated() {
            #expect(String(decoding: locator.utf8(from: offset, to: offset + 1), as: UTF8.self) == String(scalar))
        }
        #expect(locator.byteOffset(ofScalar: 900) == text.count)
    }

    /// Letters, Chinese and characters beyond the basic plane lie differently between the marks of the locator.
    @Test(arguments: ["", "a", "中", String(repeating: "a", count: 700) + String(repeating: "中", count: 300), String(repeating: "𠮷", count: 300) + "b" + String(repeating: "中a", count: 200)])
    func aQuoteIsTheTextAtItsSpan(_ text: String) {
        let locator = ScalarLocator(CanonicalText(text))
        let scalars = Array(text.unicodeScalars)
        for start in stride(from: 0, to: scalars.count, by: 7) {
            for length in [1, 2, 9] where start + length <= scalars.count {
                let quote = String(String.UnicodeScalarView(scalars[start..<start + length]))
                #expect(locator.holds(quote, from: start, to: start + length))
                #expect(!locator.holds(quote, from: start, to: start + length + 1))
                #expect(!locator.holds(quote + "x", from: start, to: start + length))
                #expect(!locator.holds("x" + quote, from: start, to: start + length + 1))
            }
        }
        #expect(locator.byteOffset(ofScalar: scalars.count) == text.utf8.count)
    }
}
