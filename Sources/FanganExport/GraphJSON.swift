import FanganGraph
import FanganText

/// Writes a ``TaskGraph`` as `schemas/task-graph.schema.json` describes it.
///
/// Keys stand in a fixed order and every node, edge and diagnostic has a line of its own, so that two graphs
/// can be compared line by line. The same graph always gives the same bytes.
public enum GraphJSON {
    /// UTF-8 without a byte order mark, lines ended by LF.
    public static func encode(_ graph: TaskGraph) -> [UInt8] {
        JSONWriter.bytes(reserving: estimatedSize(of: graph)) { writer in
            writer.raw("{\n  \"schema\": ")
            writer.string(TaskGraph.schema)
            writer.raw(",\n  \"generator\": ")
            writer.string(graph.generator)
            writer.raw(",\n  \"document\": ")
            writer.document(graph.document)
            writer.raw(",\n  \"nodes\": ")
            writer.nodes(of: graph)
            writer.raw(",\n  \"edges\": ")
            writer.lines(graph.edges.indices) { $0.edge(graph.edges, $1) }
            writer.raw(",\n  \"diagnostics\": ")
            writer.lines(graph.diagnostics) { $0.diagnostic($1) }
            writer.raw("\n}\n")
        }
    }

    /// A little more than is needed for most graphs, so that the buffer rarely grows.
    private static func estimatedSize(of graph: TaskGraph) -> Int {
        2_048 + graph.document.scalars * 4 + graph.items.count * 400 + graph.edges.count * 170
            + (graph.units.count + graph.phases.count + graph.references.count) * 260 + graph.diagnostics.count * 200
    }
}

extension JSONWriter {
    /// One value per line, indented by four spaces.
    fileprivate mutating func lines<Values: Collection>(_ values: Values, element: (inout JSONWriter, Values.Element) -> Void) {
        guard !values.isEmpty else { return raw("[]") }
        raw("[\n    ")
        var isFirst = true
        for value in values {
            if isFirst { isFirst = false } else { raw(",\n    ") }
            element(&self, value)
        }
        raw("\n  ]")
    }

    mutating func span(_ span: ScalarSpan) {
        raw("[")
        integer(span.start)
        raw(", ")
        integer(span.end)
        raw("]")
    }

    fileprivate mutating func document(_ facts: DocumentFacts) {
        raw("{\n    \"id\": "); string(facts.id)
        raw(",\n    \"work\": "); string(facts.work)
        raw(",\n    \"title\": "); string(facts.title)
        raw(",\n    \"number\": "); string(facts.number)
        raw(",\n    \"issuers\": "); strings(facts.issuers)
        raw(",\n    \"issued\": "); string(facts.issued)
        raw(",\n    \"region\": "); string(facts.region)
        raw(",\n    \"addressees\": "); strings(facts.addressees)
        raw(",\n    \"based_on\": "); strings(facts.basedOn)
        raw(",\n    \"source\": {\"uri\": "); string(facts.source.uri)
        raw(", \"media_type\": "); string(facts.source.mediaType)
        raw(", \"encoding\": "); string(facts.source.encoding)
        raw(", \"sha256\": "); string(facts.source.sha256)
        raw("},\n    \"text\": {\"uri\": "); string(facts.textURI)
        raw(", \"scalars\": "); integer(facts.scalars)
        raw("},\n    \"parts\": ")
        list(facts.parts) { writer, part in
            writer.raw("{\"kind\": "); writer.string(part.kind)
            writer.raw(", \"span\": "); writer.span(part.span)
            writer.raw("}")
        }
        if !facts.periods.isEmpty { raw(",\n    \"periods\": "); list(facts.periods) { $0.period($1) } }
        if !facts.plans.isEmpty { raw(",\n    \"plans\": "); list(facts.plans) { $0.plan($1) } }
        raw("\n  }")
    }

    private mutating func plan(_ plan: PlanFacts) {
        raw("{\"id\": "); string(plan.id)
        raw(", \"title\": "); string(plan.title)
        raw(", \"number\": "); string(plan.number)
        raw(", \"issued\": "); string(plan.issued)
        raw(", \"span\": "); span(plan.span)
        raw("}")
    }

    /// Items in reading order, then their steps, phases, units and references.
    fileprivate mutating func nodes(of graph: TaskGraph) {
        var isFirst = true
        func separate(_ writer: inout JSONWriter) {
            if isFirst { writer.raw("[\n    "); isFirst = false } else { writer.raw(",\n    ") }
        }
        // In place: a copy of an item counts its references.
        for place in graph.items.indices { separate(&self); item(graph.items, place) }
        for node in graph.steps { separate(&self); step(node) }
        for node in graph.phases { separate(&self); phase(node) }
        for place in graph.units.indices { separate(&self); unit(graph.units, place) }
        for node in graph.references { separate(&self); reference(node) }
        if isFirst { raw("[]") } else { raw("\n  ]") }
    }

    private mutating func item(_ items: [ItemNode], _ at: Int) {
        raw("{\"id\": "); string(items[at].id)
        raw(", \"type\": "); string(items[at].kind.rawValue)
        raw(", \"role\": "); string(items[at].role)
        raw(", \"path\": "); strings(items[at].path)
        raw(", \"label\": "); string(items[at].label)
        raw(", \"ordinal\": "); integer(items[at].ordinal)
        raw(", \"heading\": "); string(items[at].heading)
        raw(", \"text\": "); string(items[at].text)
        raw(", \"span\": "); span(items[at].span)
        // Most items have none.
        if items[at].due.isEmpty, items[at].scores.isEmpty, items[at].targets.isEmpty, items[at].recurrence.isEmpty {
            raw(", \"due\": [], \"scores\": [], \"targets\": [], \"recurrence\": []")
        } else {
            raw(", \"due\": "); list(items[at].due) { $0.due($1) }
            raw(", \"scores\": "); list(items[at].scores) { $0.score($1) }
            raw(", \"targets\": "); list(items[at].targets) { $0.target($1) }
            raw(", \"recurrence\": "); list(items[at].recurrence) { $0.recurrence($1) }
        }
        // Optional: most items name no other times.
        if !items[at].periods.isEmpty { raw(", \"periods\": "); list(items[at].periods) { $0.period($1) } }
        if !items[at].scoreLimits.isEmpty { raw(", \"score_limits\": "); list(items[at].scoreLimits) { $0.scoreLimit($1) } }
        // Few items have conditions; the others are written without the key.
        if !items[at].conditions.isEmpty { raw(", \"conditions\": "); list(items[at].conditions) { $0.condition($1) } }
        raw("}")
    }

    private mutating func step(_ node: StepNode) {
        raw("{\"id\": "); string(node.id)
        raw(", \"type\": \"step\", \"label\": "); string(node.label)
        raw(", \"ordinal\": "); integer(node.ordinal)
        raw(", \"text\": "); string(node.text)
        raw(", \"span\": "); span(node.span)
        raw(", \"due\": "); list(node.due) { $0.due($1) }
        raw(", \"scores\": "); list(node.scores) { $0.score($1) }
        raw(", \"targets\": "); list(node.targets) { $0.target($1) }
        raw(", \"recurrence\": "); list(node.recurrence) { $0.recurrence($1) }
        raw("}")
    }

    private mutating func phase(_ node: PhaseNode) {
        raw("{\"id\": "); string(node.id)
        raw(", \"type\": \"phase\", \"name\": "); string(node.name)
        raw(", \"start\": "); string(node.start)
        raw(", \"end\": "); string(node.end)
        raw(", \"quote\": "); string(node.quote)
        raw(", \"span\": "); span(node.span)
        optional(", \"year_basis\": ", node.yearBasis)
        optional(", \"edtf\": ", node.edtf)
        optional(", \"precision\": ", node.precision)
        raw("}")
    }

    private mutating func unit(_ units: [UnitNode], _ at: Int) {
        raw("{\"id\": "); string(units[at].id)
        raw(", \"type\": \"unit\", \"name\": "); string(units[at].name)
        raw(", \"function\": "); string(units[at].function)
        raw(", \"function_name\": "); string(units[at].functionName)
        raw(", \"region\": "); string(units[at].region)
        raw(", \"level\": "); string(units[at].level)
        raw(", \"kind\": "); string(units[at].kind)
        raw(", \"candidates\": ")
        list(units[at].candidates) { writer, candidate in
            writer.raw("{\"name\": "); writer.string(candidate.name)
            writer.raw(", \"function\": "); writer.string(candidate.function)
            writer.raw("}")
        }
        raw("}")
    }

    private mutating func reference(_ node: ReferenceNode) {
        raw("{\"id\": "); string(node.id)
        raw(", \"type\": \"reference\", \"title\": "); string(node.title)
        raw(", \"number\": "); string(node.number)
        raw(", \"kind\": "); string(node.kind)
        raw(", \"span\": "); span(node.span)
        raw("}")
    }

    /// What an edge of its type does not carry is left out.
    fileprivate mutating func edge(_ edges: [Edge], _ at: Int) {
        raw("{\"type\": "); string(edges[at].kind.rawValue)
        raw(", \"from\": "); string(edges[at].from)
        raw(", \"to\": "); string(edges[at].to)
        if let role = edges[at].role { raw(", \"role\": "); string(role) }
        if let basis = edges[at].basis { raw(", \"basis\": "); string(basis) }
        if let mention = edges[at].mention { raw(", \"mention\": "); string(mention) }
        if let place = edges[at].span { raw(", \"span\": "); span(place) }
        if let succession = edges[at].succession {
            raw(", \"date\": "); string(succession.date)
            raw(", \"reform\": "); string(succession.reform)
        }
        raw("}")
    }

    mutating func diagnostic(_ diagnostic: GraphDiagnostic) {
        raw("{\"code\": "); string(diagnostic.code)
        raw(", \"severity\": "); string(diagnostic.severity)
        raw(", \"message\": "); string(diagnostic.message)
        raw(", \"span\": ")
        if let place = diagnostic.span { span(place) } else { raw("null") }
        raw("}")
    }

    private mutating func condition(_ condition: Condition) {
        raw("{\"key\": "); string(condition.key)
        raw(", \"quote\": "); string(condition.quote)
        raw(", \"span\": "); span(condition.span)
        raw("}")
    }

    mutating func due(_ due: Due) {
        raw("{\"date\": "); string(due.date)
        raw(", \"quote\": "); string(due.quote)
        raw(", \"span\": "); span(due.span)
        raw(", \"year_basis\": "); string(due.yearBasis)
        optional(", \"month_basis\": ", due.monthBasis)
        optional(", \"day_basis\": ", due.dayBasis)
        optional(", \"start\": ", due.start)
        optional(", \"edtf\": ", due.edtf)
        optional(", \"precision\": ", due.precision)
        if due.isOngoing { raw(", \"ongoing\": true") }
        raw("}")
    }

    mutating func period(_ period: Period) {
        raw("{\"kind\": "); string(period.kind)
        raw(", \"start\": "); string(period.start)
        raw(", \"end\": "); string(period.end)
        raw(", \"quote\": "); string(period.quote)
        raw(", \"span\": "); span(period.span)
        optional(", \"year_basis\": ", period.yearBasis)
        optional(", \"edtf\": ", period.edtf)
        optional(", \"precision\": ", period.precision)
        raw("}")
    }

    /// A key that is left out where there is no value.
    private mutating func optional(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        raw(key)
        string(value)
    }

    mutating func score(_ score: Score) {
        raw("{\"points\": "); number(score.points)
        raw(", \"quote\": "); string(score.quote)
        raw(", \"span\": "); span(score.span)
        raw("}")
    }

    private mutating func scoreLimit(_ limit: ScoreLimit) {
        raw("{\"kind\": "); string(limit.kind)
        raw(", \"points\": "); number(limit.points)
        raw(", \"quote\": "); string(limit.quote)
        raw(", \"span\": "); span(limit.span)
        raw("}")
    }

    mutating func target(_ target: Target) {
        raw("{\"quote\": "); string(target.quote)
        raw(", \"min\": "); number(target.min)
        raw(", \"max\": "); number(target.max)
        raw(", \"unit\": "); string(target.unit)
        raw(", \"per\": "); string(target.per)
        raw(", \"span\": "); span(target.span)
        if target.isAbout { raw(", \"about\": true") }
        if let scope = target.scope {
            raw(", \"scope\": {\"quote\": "); string(scope.quote)
            raw(", \"span\": "); span(scope.span)
            raw("}")
        }
        raw("}")
    }

    mutating func recurrence(_ recurrence: Recurrence) {
        raw("{\"rule\": "); string(recurrence.rule)
        raw(", \"quote\": "); string(recurrence.quote)
        raw(", \"span\": "); span(recurrence.span)
        raw("}")
    }
}
