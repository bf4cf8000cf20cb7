import FanganGraph
import FanganText
import Testing

@testable import FanganExport

/// Graphs are checked as values before they are written (`GraphCheck+Schema.swift`). Here the schema itself judges what is
/// written of damaged ones: what it refuses must have been refused, and each of its rules must have refused something.
@Suite struct GraphSchemaTests {
    private let validator: SchemaValidator
    private let schema: JSONValue

    init() throws {
        validator = try SchemaValidator(schema: Schemas.taskGraph)
        schema = try JSONValue(parsing: Schemas.taskGraph)
    }

    /// A graph in which every key of the schema has a value.
    private func sample() -> SampleGraph {
        var sample = SampleGraph()
        let all = SampleGraph.span(of: "全年"), text = sample.graph.items[1]
        var step = StepNode(id: "1.1.s1", label: "一是", ordinal: 1, text: "每年9月检查。", span: SampleGraph.span(of: "每年9月检查。"))
        (step.due, step.scores, step.targets, step.recurrence) = (text.due, text.scores, text.targets, text.recurrence)
        step.due[0].monthBasis = "position"
        step.due[0].start = "2023-11-01"
        sample.graph.steps = [step]
        sample.graph.items[1].due = step.due
        var period = Period(kind: "term", start: "2023-01-01", end: "2023-12-31", quote: "全年", span: all)
        (period.edtf, period.precision, period.yearBasis) = ("2023", "year", "plan")
        sample.graph.document.periods = [period]
        sample.graph.document.plans = [PlanFacts(id: "p2", title: "第二份方案", number: "冀政发〔2022〕2号", issued: "2022-03-01", span: all)]
        sample.graph.items[1].periods = [period]
        sample.graph.items[1].conditions = [Condition(key: "牵头单位", quote: "市园林局", span: SampleGraph.span(of: "市园林局"))]
        (sample.graph.phases[0].edtf, sample.graph.phases[0].precision, sample.graph.phases[0].yearBasis) = ("2023-03/2023-12", "month", "written")
        sample.graph.references[0].number = "冀政发〔2022〕1号"
        for at in sample.graph.edges.indices where sample.graph.edges[at].kind == .succeeds {
            sample.graph.edges[at].basis = "reform"
            sample.graph.edges[at].succession = Edge.Succession(date: "2018-03-21", reform: "2018年党和国家机构改革")
        }
        for at in sample.graph.edges.indices where [.basedOn, .memberOf].contains(sample.graph.edges[at].kind) { sample.graph.edges[at].span = all }
        sample.graph.edges.append(Edge(.contains, from: "1.1", to: "1.1.s1"))
        return sample
    }

    private func isRefused(_ graph: TaskGraph, _ text: CanonicalText) -> Bool { !GraphCheck.problems(in: graph, text: text).isEmpty }

    @Test func aGraphWithAllKeysIsSound() {
        let sample = sample()
        #expect(GraphCheck.problems(in: sample.graph, text: sample.text) == [])
        #expect(validator.violation(in: GraphJSON.encode(sample.graph)) == nil)
    }

    @Test func whatTheSchemaRefusesIsNotWritten() throws {
        let sample = sample()
        let value = try JSONValue(parsing: GraphJSON.encode(sample.graph))
        var broken: Set<String> = [], count = 0
        for mutation in JSONMutations(of: value).all {
            guard let graph = try? TaskGraph(parsing: Array(JSONMutations.text(mutation.value).utf8)) else { continue }
            let json = GraphJSON.encode(graph)
            guard let violation = validator.violation(in: json) else { continue }
            count += 1
            broken.insert(place(of: violation.pointer, in: try JSONValue(parsing: json)))
            #expect(isRefused(graph, sample.text), "\(mutation.note) → \(violation)")
        }
        #expect(count > 300, "\(count)")
        let missing = rules().subtracting(broken)
        #expect(missing == [], "no graph broke these rules")
    }

    /// Identifiers that are wrong everywhere alike, so that all edges find their ends.
    @Test(arguments: [
        ("1.1", "Ω1.1"), ("1.1", "1 1"), ("1.1", ""), ("1.1.s1", "1.1（s1）"), ("phase:1", "phase:0"), ("phase:1", "phase:"), ("phase:1", "phase:1a"), ("ref:1", "ref:01"),
        ("unit:清河市财政局", "清河市财政局"), ("unit:清河市财政局", "unit:"), ("unit:清河市财政局", "unit:清河市 财政局"), ("unit:清河市人民政府", "Unit:清河市人民政府"),
    ])
    func identifiersHaveTheirForm(_ old: String, _ new: String) {
        let sample = sample()
        var graph = sample.graph
        func renamed(_ id: String) -> String { id == old ? new : id }
        for at in graph.items.indices { graph.items[at].id = renamed(graph.items[at].id) }
        for at in graph.steps.indices { graph.steps[at].id = renamed(graph.steps[at].id) }
        for at in graph.phases.indices { graph.phases[at].id = renamed(graph.phases[at].id) }
        for at in graph.units.indices { graph.units[at].id = renamed(graph.units[at].id) }
        for at in graph.references.indices { graph.references[at].id = renamed(graph.references[at].id) }
        for at in graph.edges.indices { (graph.edges[at].from, graph.edges[at].to) = (renamed(graph.edges[at].from), renamed(graph.edges[at].to)) }
        graph.document.issuers = graph.document.issuers.map(renamed)
        #expect(validator.violation(in: GraphJSON.encode(graph)) != nil)
        #expect(isRefused(graph, sample.text))
    }

    /// What an edge of each kind may carry and must carry.
    @Test func edgesCarryWhatTheSchemaSays() {
        let sample = sample(), all = SampleGraph.span(of: "全年")
        let changes: [(String, (inout Edge) -> Void)] = [
            ("role", { $0.role = $0.role == nil ? "lead" : nil }), ("basis", { $0.basis = $0.basis == nil ? "text" : nil }), ("no basis", { $0.basis = "" }),
            ("mention", { $0.mention = $0.mention == nil ? "全年" : nil }), ("span", { $0.span = $0.span == nil ? all : nil }),
            ("place", { $0.mention = "全年"; $0.span = all }), ("backwards", { $0.span = ScalarSpan(-2, -1) }),
            ("succession", { $0.succession = $0.succession == nil ? Edge.Succession(date: "2018-03-21", reform: "改革") : nil }),
            ("date", { $0.succession = Edge.Succession(date: "2018-3-21", reform: "改革") }), ("reform", { $0.succession = Edge.Succession(date: "2018-03-21", reform: "") }),
        ]
        var refused = 0
        for at in sample.graph.edges.indices {
            for (name, change) in changes {
                var graph = sample.graph
                change(&graph.edges[at])
                let isInvalid = validator.violation(in: GraphJSON.encode(graph)) != nil
                refused += isInvalid ? 1 : 0
                #expect(isRefused(graph, sample.text) == isInvalid, "\(graph.edges[at].kind): \(name)")
            }
        }
        #expect(refused > 60, "\(refused)")
    }

    // MARK: Rules of the schema

    /// Where the schema says of a value more than its type, as paths in which `*` is any element and a node or edge bears its type's
    /// name. Types of nodes and edges and the schema's own name are written as they must be.
    private func rules() -> Set<String> {
        var found: Set<String> = []
        walk(schema, "", &found)
        return found.filter { !$0.hasSuffix("/type") && $0 != "/schema" && !$0.contains("/span") }
    }

    private func walk(_ given: JSONValue, _ path: String, _ found: inout Set<String>) {
        let rule = resolved(given)
        if ["pattern", "enum", "minLength", "minimum", "minItems"].contains(where: { rule[$0] != nil }) { found.insert(path) }
        if case .object(let properties)? = rule["properties"] {
            for property in properties { walk(property.value, path + "/" + property.key, &found) }
        }
        guard let element = rule["items"] else { return }
        guard case .array(let branches)? = element["oneOf"] else { return walk(element, path + "/*", &found) }
        for branch in branches {
            guard case .string(let reference)? = branch["$ref"] else { continue }
            walk(branch, path + "/" + String(reference.split(separator: "/").last ?? ""), &found)
        }
    }

    private func resolved(_ rule: JSONValue) -> JSONValue {
        guard case .string(let reference)? = rule["$ref"] else { return rule }
        return schema["$defs"]?[String(reference.split(separator: "/").last ?? "")] ?? rule
    }

    /// `/nodes/3/due/0/date` as `/nodes/item/due/*/date`.
    private func place(of pointer: String, in value: JSONValue) -> String {
        var at = value, path = ""
        for step in pointer.split(separator: "/") {
            if case .array(let values) = at, let number = Int(step), values.indices.contains(number) {
                at = values[number]
                path += "/" + (path == "/nodes" || path == "/edges" ? Self.name(at) : "*")
            } else {
                at = at[String(step)] ?? .null
                path += "/" + step
            }
        }
        return path
    }

    private static func name(_ value: JSONValue) -> String {
        guard case .string(let type)? = value["type"] else { return "?" }
        return ["section", "task", "item"].contains(type) ? "item" : type
    }
}
