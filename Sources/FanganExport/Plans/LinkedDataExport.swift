import FanganGraph

/// JSON-LD 1.1: documents as legislation (schema.org, ELI), units as organisations (W3C ORG), every value as an annotation of the text
/// (Web Annotation) that was derived from the document (PROV). The context stands in `schemas/plans.context.jsonld` and in the file itself.
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
        LinkedDataWriter(plan: plan).write(&writer, &units)
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
        let bytes = Schemas.plansContext
        guard let start = bytes.dropFirst().firstIndex(of: UInt8(ascii: "{")), let end = bytes.dropLast(2).lastIndex(of: UInt8(ascii: "}")) else { return Array("{}".utf8) }
        return Array(bytes[start...end])
    }
}

/// The nodes of one plan.
private struct LinkedDataWriter {
    let plan: ExportedPlan
    private var graph: TaskGraph { plan.graph }
    private let index: GraphIndex
    private let document: String

    init(plan: ExportedPlan) {
        self.plan = plan
        index = GraphIndex(plan.graph)
        document = "urn:fangan:document:" + plan.graph.document.id
    }

    func write(_ writer: inout JSONWriter, _ units: inout Set<String>) {
        writeDocument(&writer)
        for unit in graph.units where units.insert(unit.id).inserted { write(unit, &writer) }
        for reference in graph.references {
            begin(node(reference.id), "Reference", &writer)
            text("title", reference.title, &writer)
            text("documentNumber", reference.number, &writer)
            writer.raw(", \"kind\": "); writer.string(reference.kind)
            annotate(nil, reference.span, &writer)
            writer.raw("}")
        }
        for phase in graph.phases {
            begin(node(phase.id), "Phase", &writer)
            text("name", phase.name, &writer)
            text("start", phase.start, &writer)
            text("end", phase.end, &writer)
            annotate(phase.quote, phase.span, &writer)
            writer.raw("}")
        }
        writeItems(&writer)
    }

    private func node(_ id: String) -> String { document + "/" + Self.encoded(id) }
    private func unit(_ id: String) -> String { "urn:fangan:" + Self.encoded(id) }

    private func begin(_ id: String, _ type: String, _ writer: inout JSONWriter) {
        writer.raw(",\n{\"id\": "); writer.string(id)
        writer.raw(", \"type\": "); writer.string(type)
    }

    /// A term with a text; nothing where there is none.
    private func text(_ key: StaticString, _ value: String?, _ writer: inout JSONWriter) {
        guard let value else { return }
        writer.raw(", \""); writer.raw(key); writer.raw("\": "); writer.string(value)
    }

    private func writeDocument(_ writer: inout JSONWriter) {
        let facts = graph.document
        writer.raw("{\"id\": "); writer.string(document)
        writer.raw(", \"type\": \"Legislation\"")
        text("title", facts.title, &writer)
        text("documentNumber", facts.number, &writer)
        text("issued", facts.issued, &writer)
        text("regionCode", facts.region, &writer)
        writer.raw(", \"work\": "); writer.string("urn:fangan:work:" + Self.encoded(facts.work))
        writer.raw(", \"sourceFile\": "); writer.string(facts.source.uri)
        writer.raw(", \"sourceDigest\": "); writer.string(facts.source.sha256)
        writer.raw(", \"textFile\": "); writer.string(facts.textURI)
        writer.raw(", \"issuedBy\": "); writer.strings(facts.issuers.map(unit))
        let based = graph.edges.indices.filter { graph.edges[$0].kind == .basedOn }.map { node(graph.edges[$0].to) }
        if !based.isEmpty { writer.raw(", \"basedOn\": "); writer.strings(based) }
        writer.raw("}")
    }

    private func write(_ node: UnitNode, _ writer: inout JSONWriter) {
        begin(unit(node.id), node.kind == "organ" ? "FormalOrganization" : "Organization", &writer)
        text("name", node.name, &writer)
        // A body that holds a field of government is the post of that field in its place.
        text("field", node.function.map { "urn:fangan:field:" + Self.encoded($0) }, &writer)
        text("fieldName", node.functionName, &writer)
        text("regionCode", node.region, &writer)
        text("level", node.level, &writer)
        text("kind", node.kind, &writer)
        writer.raw("}")
    }

    private func writeItems(_ writer: inout JSONWriter) {
        var children: [Int: [String]] = [:], phases: [Int: [String]] = [:], cited: [Int: [String]] = [:], who: [Int: [Int]] = [:]
        for place in graph.edges.indices {
            guard case .item(let item)? = index.from[place] else { continue }
            let to = graph.edges[place].to
            switch graph.edges[place].kind {
            case .contains: children[item, default: []].append(node(to))
            case .during: phases[item, default: []].append(node(to))
            case .cites: cited[item, default: []].append(node(to))
            case .responsible: who[item, default: []].append(place)
            default: continue
            }
        }
        for (place, item) in graph.items.enumerated() {
            begin(node(item.id), item.kind == .task ? "Task" : "Item", &writer)
            text("label", item.label, &writer)
            text("heading", item.heading, &writer)
            text("text", item.text, &writer)
            text("role", item.role, &writer)
            writer.raw(", \"inDocument\": "); writer.string(document)
            links("hasPart", children[place], &writer)
            links("during", phases[place], &writer)
            links("cites", cited[place], &writer)
            annotate(nil, item.span, &writer)
            writeValues(item, who[place] ?? [], &writer)
            writer.raw("}")
        }
    }

    private func links(_ key: StaticString, _ values: [String]?, _ writer: inout JSONWriter) {
        guard let values else { return }
        writer.raw(", \""); writer.raw(key); writer.raw("\": "); writer.strings(values)
    }

    private func writeValues(_ item: ItemNode, _ edges: [Int], _ writer: inout JSONWriter) {
        writer.raw(", \"assignment\": ")
        writer.list(edges) { writer, place in
            let edge = graph.edges[place]
            writer.raw("{\"type\": \"Assignment\", \"unit\": "); writer.string(unit(edge.to))
            text("assignmentRole", edge.role, &writer)
            text("basis", edge.basis, &writer)
            if let span = edge.span { annotate(edge.mention, span, &writer) }
            writer.raw("}")
        }
        writer.raw(", \"due\": ")
        writer.list(item.due) { writer, due in
            writer.raw("{\"type\": \"Deadline\", \"date\": "); writer.string(due.date)
            annotate(due.quote, due.span, &writer)
            writer.raw("}")
        }
        writer.raw(", \"recurrence\": ")
        writer.list(item.recurrence) { writer, value in
            writer.raw("{\"type\": \"Recurrence\", \"rule\": "); writer.string(value.rule)
            annotate(value.quote, value.span, &writer)
            writer.raw("}")
        }
        writer.raw(", \"score\": ")
        writer.list(item.scores) { writer, value in
            writer.raw("{\"type\": \"Score\", \"points\": "); writer.number(value.points)
            annotate(value.quote, value.span, &writer)
            writer.raw("}")
        }
        writer.raw(", \"target\": ")
        writer.list(item.targets) { writer, value in
            writer.raw("{\"type\": \"Target\", \"unitOfMeasure\": "); writer.string(value.unit)
            if let least = value.min { writer.raw(", \"atLeast\": "); writer.number(least) }
            if let most = value.max { writer.raw(", \"atMost\": "); writer.number(most) }
            annotate(value.quote, value.span, &writer)
            writer.raw("}")
        }
    }

    /// Where in the text: `oa:hasTarget` with a position, and the words there.
    private func annotate(_ quote: String?, _ span: ScalarSpan, _ writer: inout JSONWriter) {
        writer.raw(", \"derivedFrom\": "); writer.string(document)
        writer.raw(", \"place\": {\"source\": "); writer.string(document)
        writer.raw(", \"selector\": [{\"type\": \"TextPositionSelector\", \"startChar\": "); writer.integer(span.start)
        writer.raw(", \"endChar\": "); writer.integer(span.end)
        writer.raw("}")
        if let quote { writer.raw(", {\"type\": \"TextQuoteSelector\", \"exact\": "); writer.string(quote); writer.raw("}") }
        writer.raw("]}")
    }

    /// As a part of a URI: everything but letters, digits, Chinese and `-._:` in percent notation.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII ? (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "-._:".unicodeScalars.contains(scalar)) : (scalar.value >= 0x3400 && scalar.value < 0xA000)
            if isPlain { result.unicodeScalars.append(scalar) } else {
                for byte in String(scalar).utf8 { result += "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 15, radix: 16, uppercase: true) }
            }
        }
        return result
    }
}
