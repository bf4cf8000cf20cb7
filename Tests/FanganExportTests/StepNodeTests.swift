import FanganGraph
import FanganText
import Foundation
import Testing

@testable import FanganExport

/// Steps and conditions in what is written, checked and shown.
@Suite struct StepNodeTests {
    private func sample(_ change: (inout TaskGraph) -> Void = { _ in }) -> SampleGraph {
        var sample = SampleGraph()
        var step = StepNode(id: "1.1.s1", label: "一是", ordinal: 1, text: "每年9月检查。", span: SampleGraph.span(of: "每年9月检查。"))
        step.recurrence = [Recurrence(rule: "FREQ=YEARLY;BYMONTH=9", quote: "每年9月", span: SampleGraph.span(of: "每年9月"))]
        sample.graph.steps = [step]
        sample.graph.items[1].conditions = [Condition(key: "牵头单位", quote: "市园林局", span: SampleGraph.span(of: "市园林局")), Condition(key: nil, quote: "全年", span: SampleGraph.span(of: "全年"))]
        sample.graph.edges += [
            Edge(.contains, from: "1.1", to: "1.1.s1"),
            Edge(.responsible, from: "1.1.s1", to: "unit:清河市财政局", role: "responsible", basis: "text", mention: "市财政局", span: SampleGraph.span(of: "市财政局")),
        ]
        change(&sample.graph)
        return sample
    }

    private func problems(_ change: (inout TaskGraph) -> Void) -> [String] {
        let sample = sample(change)
        return GraphCheck.problems(in: sample.graph, text: sample.text)
    }

    @Test func theyAreValid() throws {
        #expect(problems { _ in } == [])
        let bytes = GraphJSON.encode(sample().graph)
        #expect(try SchemaValidator(schema: Schemas.taskGraph).violation(in: bytes) == nil)
        let json = String(decoding: bytes, as: UTF8.self)
        #expect(json.contains(#"{"id": "1.1.s1", "type": "step", "label": "一是", "ordinal": 1, "text": "每年9月检查。", "span": ["#))
        #expect(json.contains(#""conditions": [{"key": "牵头单位", "quote": "市园林局", "span": ["#))
        #expect(json.contains(#"{"key": null, "quote": "全年", "span": ["#))
        // Written only where there is something.
        #expect(json.components(separatedBy: "\"conditions\"").count == 2)
    }

    @Test func theSchemaRefusesWhatIsNone() throws {
        let validator = try SchemaValidator(schema: Schemas.taskGraph)
        #expect(validator.violation(in: GraphJSON.encode(sample { $0.steps[0].ordinal = 0 }.graph)) != nil)
        #expect(validator.violation(in: GraphJSON.encode(sample { $0.steps[0].label = "" }.graph)) != nil)
        #expect(validator.violation(in: GraphJSON.encode(sample { $0.items[1].conditions[0].quote = "" }.graph)) != nil)
    }

    @Test func theirPlacesAndEndsAreChecked() {
        #expect(problems { $0.steps[0].id = "1.1" }.contains("identifier 1.1 is used twice"))
        #expect(problems { $0.steps[0].span.end = 10_000 }.count == 1)
        #expect(problems { $0.steps[0].recurrence[0].quote = "每年8月" }.count == 1)
        #expect(problems { $0.items[1].conditions[0].quote = "市园林" }.count == 1)
        #expect(problems { $0.edges.append(Edge(.contains, from: "1.1.s1", to: "1.2")) }.count == 1)
        #expect(problems { $0.edges.append(Edge(.during, from: "1.1.s1", to: "phase:1")) }.count == 1)
    }

    @Test func aStepIsShownUnderItsItemAndIsNoRow() {
        let sample = sample()
        let page = OutlinePrinter(width: 100).print(sample.graph, text: sample.text)
        #expect(page.contains("\n      牵头单位：市园林局\n      附注：全年\n      · 一是每年9月检查。\n          责任单位：清河市财政局［市财政局］（见正文）\n"), "\(page)")
        let plain = SampleGraph()
        #expect(TaskRow.rows(of: sample.graph, document: "d") == TaskRow.rows(of: plain.graph, document: "d"))
    }
}
