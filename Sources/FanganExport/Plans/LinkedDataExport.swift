import FanganGraph

/// JSON-LD 1.1: documents as legislation (schema.org, ELI), units as organisations with the posts that they hold (W3C ORG), every value with
/// the place in the text that it was derived from (PROV, Web Annotation). The context stands in `schemas/plans.context.jsonld` and in the file itself.
public struct LinkedDataExport: PlanExport {
    private let files: ExportFiles
    private var isBegun = false
    private var documents: Set<String> = []
    private var units: Set<String> = []

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        guard documents.insert(plan.graph.document.id).inserted else { return }
        var writer = JSONWriter()
        let isFirst = !isBegun
        try begin()
        writer.raw(isFirst ? "\n" : ",\n")
        LinkedDataWriter(plan.graph).write(&writer, &units)
        try files.write(writer.bytes)
    }

    public mutating func finish() throws {
        try begin()
        try files.write("\n]}\n")
    }

    private mutating func begin() throws {
        if isBegun { return }
        isBegun = true
        try files.write("{\"@context\": ")
        try files.write(Self.context)
        try files.write(",\n\"@graph\": [")
    }

    /// The object under `@context` of `schemas/plans.context.jsonld`.
    private static var context: [UInt8] {
        let bytes = Schemas.plansContext, brace = UInt8(ascii: "{"), end = UInt8(ascii: "}")
        guard let start = bytes.dropFirst().firstIndex(of: brace), let outer = bytes.lastIndex(of: end), let last = bytes[..<outer].lastIndex(of: end), start < last else { return Array("{}".utf8) }
        return Array(bytes[start...last])
    }
}

/// The nodes of one plan.
private struct LinkedDataWriter {
    let graph: TaskGraph
    private let index: GraphIndex
    private let document: String
    /// What read the plan, as an activity.
    private let reading: String

    init(_ graph: TaskGraph) {
        self.graph = graph
        index = GraphIndex(graph)
        document = "urn:fangan:document:" + XMLText.pathPart(graph.document.id)
        reading = document + "/reading"
    }

    func write(_ writer: inout JSONWriter, _ units: inout Set<String>) {
        writeDocument(&writer)
        for unit in graph.units where units.insert(unit.id).inserted { write(unit, &writer) }
        writeRelations(&writer)
        writeReferences(&writer)
        writePhases(&writer)
        writeItems(&writer)
    }

    private func node(_ id: String) -> String { document + "/" + XMLText.pathPart(id) }
    private func unit(_ id: String) -> String { "urn:fangan:" + XMLText.pathPart(id) }

    private func begin(_ id: String, _ types: [String], _ writer: inout JSONWriter) {
        writer.raw(",\n{\"id\": "); writer.string(id)
        writer.raw(", \"type\": "); writer.strings(types)
    }

    /// A term with a text; nothing where there is none.
    private func text(_ key: StaticString, _ value: String?, _ writer: inout JSONWriter) {
        guard let value else { return }
        writer.raw(", \""); writer.raw(key); writer.raw("\": "); writer.string(value)
    }

    private func links(_ key: StaticString, _ values: [String]?, _ writer: inout JSONWriter) {
        guard let values, !values.isEmpty else { return }
        writer.raw(", \""); writer.raw(key); writer.raw("\": "); writer.strings(values)
    }

    private func writeDocument(_ writer: inout JSONWriter) {
        let facts = graph.document
        writer.raw("{\"id\": "); writer.string(document)
        writer.raw(", \"type\": [\"Legislation\", \"LegalExpression\"]")
        text("title", facts.title, &writer)
        text("documentNumber", facts.number, &writer)
        text("issued", facts.issued, &writer)
        text("jurisdiction", facts.region, &writer)
        // The plan across its versions; what a plan is based on holds for all of them.
        writer.raw(", \"work\": {\"id\": "); writer.string("urn:fangan:" + XMLText.pathPart(facts.work.hasPrefix("work:") ? facts.work : "work:" + facts.work))
        writer.raw(", \"type\": \"LegalResource\"")
        links("basedOn", references(.basedOn), &writer)
        links("cites", references(.cites), &writer)
        writer.raw("}")
        text("sourceFile", facts.source.uri, &writer)
        text("sourceDigest", facts.source.sha256, &writer)
        text("textFile", facts.textURI, &writer)
        links("issuedBy", facts.issuers.map(unit), &writer)
        writer.raw("},\n{\"id\": "); writer.string(reading)
        writer.raw(", \"type\": \"Activity\", \"used\": "); writer.string(document)
        writer.raw(", \"associatedWith\": {\"id\": "); writer.string("urn:fangan:program:" + XMLText.pathPart(graph.generator))
        writer.raw(", \"type\": \"SoftwareAgent\""); text("name", graph.generator, &writer)
        writer.raw("}}")
    }

    /// Documents that the plan itself names, outside its items.
    private func references(_ kind: Edge.Kind) -> [String] {
        graph.edges.indices.filter { graph.edges[$0].kind == kind && index.from[$0] == .document }.map { node(graph.edges[$0].to) }
    }

    /// An organ holds the posts of its fields of government in its region; one that succeeds it holds the same.
    private func write(_ node: UnitNode, _ writer: inout JSONWriter) {
        begin(unit(node.id), [node.kind == "organ" ? "FormalOrganization" : "Organization"], &writer)
        text("name", node.name, &writer)
        text("regionCode", node.region, &writer)
        text("level", node.level, &writer)
        text("kind", node.kind, &writer)
        if let function = node.function {
            let fields = function.split(separator: "+").map(String.init), names = node.functionName?.split(separator: "+").map(String.init) ?? []
            links("field", fields.map { "urn:fangan:field:" + XMLText.pathPart($0) }, &writer)
            writer.raw(", \"holds\": ")
            writer.list(Array(fields.enumerated())) { writer, entry in
                let field = XMLText.pathPart(entry.element), place = XMLText.pathPart(node.region ?? node.id)
                writer.raw("{\"id\": "); writer.string("urn:fangan:post:" + place + "/" + field)
                writer.raw(", \"type\": \"Post\"")
                text("regionCode", node.region, &writer)
                writer.raw(", \"postRole\": {\"id\": "); writer.string("urn:fangan:field:" + field)
                writer.raw(", \"type\": [\"Role\", \"Concept\"]")
                text("name", names.count == fields.count ? names[entry.offset] : nil, &writer)
                writer.raw("}}")
            }
        }
        writer.raw("}")
    }

    /// Between units: groups, reforms, hosts.
    private func writeRelations(_ writer: inout JSONWriter) {
        for place in graph.edges.indices {
            let edge = graph.edges[place]
            guard case .unit? = index.from[place], case .unit? = index.to[place] else { continue }
            let (from, to) = (unit(edge.from), unit(edge.to))
            switch edge.kind {
            case .memberOf, .hostedBy:
                writer.raw(",\n{\"id\": "); writer.string(from)
                if edge.kind == .memberOf { text("memberOf", to, &writer) } else { text("hostedBy", to, &writer) }
                writer.raw("}")
            case .succeeds:
                writer.raw(",\n{\"id\": "); writer.string(from)
                writer.raw(", \"resultedFrom\": {\"id\": "); writer.string("urn:fangan:change:" + XMLText.pathPart(edge.to) + "/" + XMLText.pathPart(edge.from))
                writer.raw(", \"type\": \"ChangeEvent\", \"originalOrganization\": "); writer.string(to)
                text("changedOn", edge.succession?.date, &writer)
                text("name", edge.succession?.reform, &writer)
                writer.raw("}}")
            default: continue
            }
        }
    }

    private func writeReferences(_ writer: inout JSONWriter) {
        for reference in graph.references {
            begin(node(reference.id), ["Reference", "LegalResource"], &writer)
            text("title", reference.title, &writer)
            text("documentNumber", reference.number, &writer)
            text("kind", reference.kind, &writer)
            derive(nil, reference.span, &writer)
            writer.raw("}")
        }
    }

    private func writePhases(_ writer: inout JSONWriter) {
        var next: [Int: [String]] = [:]
        for place in graph.edges.indices where graph.edges[place].kind == .precedes {
            if case .phase(let phase)? = index.from[place] { next[phase, default: []].append(node(graph.edges[place].to)) }
        }
        for (place, phase) in graph.phases.enumerated() {
            begin(node(phase.id), ["Phase"], &writer)
            text("name", phase.name, &writer)
            text("start", phase.start, &writer)
            text("end", phase.end, &writer)
            text("inDocument", document, &writer)
            links("precedes", next[place], &writer)
            derive(phase.quote, phase.span, &writer)
            writer.raw("}")
        }
    }

    private func writeItems(_ writer: inout JSONWriter) {
        // By place of the item, behind all items by that of the step.
        var parts: [Int: [String]] = [:], phases: [Int: [String]] = [:], cited: [Int: [String]] = [:], who: [Int: [Int]] = [:]
        for place in graph.edges.indices {
            let at: Int
            switch index.from[place] {
            case .item(let item)?: at = item
            case .step(let step)?: at = graph.items.count + step
            default: continue
            }
            let to = graph.edges[place].to
            switch graph.edges[place].kind {
            case .contains: parts[at, default: []].append(node(to))
            case .during: phases[at, default: []].append(node(to))
            case .cites: cited[at, default: []].append(node(to))
            case .responsible: who[at, default: []].append(place)
            default: continue
            }
        }
        for (place, item) in graph.items.enumerated() {
            begin(node(item.id), [item.kind == .task ? "Task" : item.kind == .section ? "Section" : "Item", "Subdivision"], &writer)
            text("label", item.label, &writer)
            text("heading", item.heading, &writer)
            text("text", item.text, &writer)
            text("role", item.role, &writer)
            links("hasPart", parts[place], &writer)
            links("during", phases[place], &writer)
            links("cites", cited[place], &writer)
            writeValues(who[place] ?? [], item.due, item.recurrence, item.scores, item.targets, &writer)
            end(item.span, &writer)
        }
        for (place, step) in graph.steps.enumerated() {
            let at = graph.items.count + place
            begin(node(step.id), ["Step", "Subdivision"], &writer)
            text("label", step.label, &writer)
            text("text", step.text, &writer)
            links("cites", cited[at], &writer)
            writeValues(who[at] ?? [], step.due, step.recurrence, step.scores, step.targets, &writer)
            end(step.span, &writer)
        }
    }

    private func end(_ span: ScalarSpan, _ writer: inout JSONWriter) {
        text("inDocument", document, &writer)
        text("generatedBy", reading, &writer)
        derive(nil, span, &writer)
        writer.raw("}")
    }

    private func writeValues(_ edges: [Int], _ due: [Due], _ recurrence: [Recurrence], _ scores: [Score], _ targets: [Target], _ writer: inout JSONWriter) {
        if !edges.isEmpty {
            writer.raw(", \"assignment\": ")
            writer.list(edges) { writer, place in
                let edge = graph.edges[place]
                writer.raw("{\"type\": \"Assignment\", \"unit\": "); writer.string(unit(edge.to))
                text("assignmentRole", edge.role, &writer)
                text("basis", edge.basis, &writer)
                if let span = edge.span { derive(edge.mention, span, &writer) }
                writer.raw("}")
            }
        }
        if !due.isEmpty {
            writer.raw(", \"due\": ")
            writer.list(due) { writer, due in
                writer.raw("{\"type\": \"Deadline\", \"date\": "); writer.string(due.date)
                text("start", due.start, &writer)
                text("yearBasis", due.yearBasis, &writer)
                derive(due.quote, due.span, &writer)
                writer.raw("}")
            }
        }
        if !recurrence.isEmpty {
            writer.raw(", \"recurrence\": ")
            writer.list(recurrence) { writer, value in
                writer.raw("{\"type\": \"Recurrence\", \"rule\": "); writer.string(value.rule)
                derive(value.quote, value.span, &writer)
                writer.raw("}")
            }
        }
        if !scores.isEmpty {
            writer.raw(", \"score\": ")
            writer.list(scores) { writer, value in
                writer.raw("{\"type\": \"Score\", \"points\": "); writer.number(value.points)
                derive(value.quote, value.span, &writer)
                writer.raw("}")
            }
        }
        if targets.isEmpty { return }
        writer.raw(", \"target\": ")
        writer.list(targets) { writer, value in
            writer.raw("{\"type\": \"Target\", \"unitOfMeasure\": "); writer.string(value.unit)
            if let least = value.min { writer.raw(", \"atLeast\": "); writer.number(least) }
            if let most = value.max { writer.raw(", \"atMost\": "); writer.number(most) }
            text("per", value.per, &writer)
            derive(value.quote, value.span, &writer)
            writer.raw("}")
        }
    }

    /// Where in the text it stands, and the words there.
    private func derive(_ quote: String?, _ span: ScalarSpan, _ writer: inout JSONWriter) {
        writer.raw(", \"derivedFrom\": ["); writer.string(document)
        writer.raw(", {\"type\": [\"SpecificResource\", \"Entity\"], \"source\": "); writer.string(document)
        writer.raw(", \"selector\": [{\"type\": \"TextPositionSelector\", \"startChar\": "); writer.integer(span.start)
        writer.raw(", \"endChar\": "); writer.integer(span.end)
        writer.raw("}")
        if let quote { writer.raw(", {\"type\": \"TextQuoteSelector\", \"exact\": "); writer.string(quote); writer.raw("}") }
        writer.raw("]}]")
    }
}
