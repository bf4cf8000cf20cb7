import FanganGraph
import FanganText

extension TaskGraph {
    /// Reads the graph from the bytes of a `.graph.json`, as ``GraphJSON`` writes them.
    ///
    /// - Throws: ``JSONValue/SyntaxError`` for what is no JSON, ``GraphReadFailure`` for JSON that is no task graph of this version.
    public init(parsing bytes: [UInt8]) throws {
        let json = try GraphNode(value: JSONValue(parsing: bytes))
        guard try json.string("schema") == TaskGraph.schema else { throw GraphReadFailure(key: "schema") }
        self.init(generator: try json.string("generator"), document: try Self.document(json.object("document")))
        for node in try json.list("nodes") {
            let type = try node.string("type")
            switch type {
            case "step": steps.append(try Self.step(node))
            case "phase": phases.append(try Self.phase(node))
            case "unit": units.append(try Self.unit(node))
            case "reference": references.append(ReferenceNode(id: try node.string("id"), title: node.text("title"), number: node.text("number"), kind: try node.string("kind"), span: try node.span()))
            default: items.append(try Self.item(node, type))
            }
        }
        edges = try json.list("edges").map(Self.edge)
        diagnostics = try json.list("diagnostics").map {
            GraphDiagnostic(code: try $0.string("code"), severity: try $0.string("severity"), message: try $0.string("message"), span: $0.has("span") ? try $0.span() : nil)
        }
    }

    private static func document(_ node: GraphNode) throws -> DocumentFacts {
        let source = try node.object("source"), text = try node.object("text")
        var facts = DocumentFacts(
            id: try node.string("id"), work: try node.string("work"),
            source: SourceInfo(uri: try source.string("uri"), mediaType: try source.string("media_type"), encoding: try source.string("encoding"), sha256: try source.string("sha256")),
            textURI: try text.string("uri"), scalars: Int(try text.number("scalars")))
        facts.title = node.text("title")
        facts.number = node.text("number")
        facts.issuers = try node.strings("issuers")
        facts.issued = node.text("issued")
        facts.region = node.text("region")
        facts.addressees = try node.strings("addressees")
        facts.basedOn = try node.strings("based_on")
        facts.parts = try node.list("parts").map { DocumentPart(kind: try $0.string("kind"), span: try $0.span()) }
        facts.periods = try node.optionalList("periods").map(period)
        facts.plans = try node.optionalList("plans").map {
            PlanFacts(id: try $0.string("id"), title: try $0.string("title"), number: $0.text("number"), issued: $0.text("issued"), span: try $0.span())
        }
        return facts
    }

    private static func item(_ node: GraphNode, _ type: String) throws -> ItemNode {
        guard let kind = ItemNode.Kind(rawValue: type) else { throw GraphReadFailure(key: "type") }
        var item = ItemNode(id: try node.string("id"), kind: kind, role: try node.string("role"), path: try node.strings("path"), label: try node.string("label"),
                            ordinal: node.has("ordinal") ? Int(try node.number("ordinal")) : nil, heading: node.text("heading"), text: try node.string("text"), span: try node.span())
        item.due = try node.list("due").map(due)
        item.scores = try node.list("scores").map(score)
        item.targets = try node.list("targets").map(target)
        item.recurrence = try node.list("recurrence").map(recurrence)
        item.periods = try node.optionalList("periods").map(period)
        item.scoreLimits = try node.optionalList("score_limits").map {
            ScoreLimit(kind: try $0.string("kind"), points: $0.amount("points"), quote: try $0.string("quote"), span: try $0.span())
        }
        item.conditions = try node.optionalList("conditions").map { Condition(key: $0.text("key"), quote: try $0.string("quote"), span: try $0.span()) }
        return item
    }

    private static func step(_ node: GraphNode) throws -> StepNode {
        var step = StepNode(id: try node.string("id"), label: try node.string("label"), ordinal: Int(try node.number("ordinal")), text: try node.string("text"), span: try node.span())
        step.due = try node.list("due").map(due)
        step.scores = try node.list("scores").map(score)
        step.targets = try node.list("targets").map(target)
        step.recurrence = try node.list("recurrence").map(recurrence)
        return step
    }

    private static func phase(_ node: GraphNode) throws -> PhaseNode {
        var phase = PhaseNode(id: try node.string("id"), name: try node.string("name"), start: node.text("start"), end: node.text("end"), quote: try node.string("quote"), span: try node.span())
        (phase.yearBasis, phase.edtf, phase.precision) = (node.text("year_basis"), node.text("edtf"), node.text("precision"))
        return phase
    }

    private static func unit(_ node: GraphNode) throws -> UnitNode {
        var unit = UnitNode(id: try node.string("id"), name: try node.string("name"), function: node.text("function"), functionName: node.text("function_name"),
                            region: node.text("region"), level: node.text("level"), kind: try node.string("kind"))
        unit.candidates = try node.list("candidates").map { UnitNode.Candidate(name: try $0.string("name"), function: $0.text("function")) }
        return unit
    }

    private static func edge(_ node: GraphNode) throws -> Edge {
        guard let kind = Edge.Kind(rawValue: try node.string("type")) else { throw GraphReadFailure(key: "type") }
        var edge = Edge(kind, from: try node.string("from"), to: try node.string("to"), role: node.text("role"), basis: node.text("basis"),
                        mention: node.text("mention"), span: node.has("span") ? try node.span() : nil)
        if let date = node.text("date"), let reform = node.text("reform") { edge.succession = Edge.Succession(date: date, reform: reform) }
        return edge
    }

    private static func due(_ node: GraphNode) throws -> Due {
        var due = Due(date: try node.string("date"), quote: try node.string("quote"), span: try node.span(), yearBasis: try node.string("year_basis"))
        (due.monthBasis, due.dayBasis, due.start) = (node.text("month_basis"), node.text("day_basis"), node.text("start"))
        (due.edtf, due.precision, due.isOngoing) = (node.text("edtf"), node.text("precision"), node.isTrue("ongoing"))
        return due
    }

    private static func period(_ node: GraphNode) throws -> Period {
        var period = Period(kind: try node.string("kind"), start: node.text("start"), end: node.text("end"), quote: try node.string("quote"), span: try node.span())
        (period.yearBasis, period.edtf, period.precision) = (node.text("year_basis"), node.text("edtf"), node.text("precision"))
        return period
    }

    private static func score(_ node: GraphNode) throws -> Score { Score(points: try node.number("points"), quote: try node.string("quote"), span: try node.span()) }

    private static func recurrence(_ node: GraphNode) throws -> Recurrence {
        Recurrence(rule: try node.string("rule"), quote: try node.string("quote"), span: try node.span())
    }

    private static func target(_ node: GraphNode) throws -> Target {
        var target = Target(quote: try node.string("quote"), span: try node.span(), min: node.amount("min"), max: node.amount("max"), unit: try node.string("unit"), per: node.text("per"))
        target.isAbout = node.isTrue("about")
        if node.has("scope") {
            let scope = try node.object("scope")
            target.scope = Target.Scope(quote: try scope.string("quote"), span: try scope.span())
        }
        return target
    }
}

/// Where JSON is no task graph of this version.
public struct GraphReadFailure: Error, Sendable, Equatable {
    /// The key whose value is missing or of another kind.
    public let key: String
}

/// A JSON object whose members are asked for by name and kind.
private struct GraphNode {
    private let members: [String: JSONValue]

    init(value: JSONValue) throws {
        guard case .object(let members) = value else { throw GraphReadFailure(key: "") }
        self.members = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a })
    }

    func has(_ key: String) -> Bool { members[key].map { $0 != .null } ?? false }
    func text(_ key: String) -> String? { if case .string(let text)? = members[key] { text } else { nil } }
    func amount(_ key: String) -> Double? { if case .number(let number)? = members[key] { number } else { nil } }
    func isTrue(_ key: String) -> Bool { members[key] == .boolean(true) }

    func string(_ key: String) throws -> String {
        guard let text = text(key) else { throw GraphReadFailure(key: key) }
        return text
    }

    /// A number that an `Int` can hold.
    func number(_ key: String) throws -> Double {
        guard let number = amount(key), number.magnitude < 1e15 else { throw GraphReadFailure(key: key) }
        return number
    }

    func object(_ key: String) throws -> GraphNode {
        guard let value = members[key] else { throw GraphReadFailure(key: key) }
        return try GraphNode(value: value)
    }

    func list(_ key: String) throws -> [GraphNode] {
        guard case .array(let values)? = members[key] else { throw GraphReadFailure(key: key) }
        return try values.map { try GraphNode(value: $0) }
    }

    func optionalList(_ key: String) throws -> [GraphNode] { has(key) ? try list(key) : [] }

    func strings(_ key: String) throws -> [String] {
        guard case .array(let values)? = members[key] else { throw GraphReadFailure(key: key) }
        return try values.map { value in
            guard case .string(let text) = value else { throw GraphReadFailure(key: key) }
            return text
        }
    }

    func span() throws -> ScalarSpan {
        guard case .array(let ends)? = members["span"], ends.count == 2, case .number(let start) = ends[0], case .number(let end) = ends[1],
              (0...1e12).contains(start), (start...1e12).contains(end) else { throw GraphReadFailure(key: "span") }
        return ScalarSpan(Int(start), Int(end))
    }
}
