import FanganGraph

/// Plans as nodes and edges with typed properties, as graph databases keep them: what GraphML and the tables for bulk import share.
struct PropertyGraph {
    enum Kind { case text, integer, number, date, truth }
    enum Value: Equatable {
        case none
        case text(String)
        case integer(Int)
        case number(Double)
        case truth(Bool)
    }
    struct Column {
        let name: String
        let kind: Kind
        init(_ name: String, _ kind: Kind = .text) {
            self.name = name
            self.kind = kind
        }
    }
    struct NodeTable {
        let name: String
        /// Behind the identifier.
        let columns: [Column]
    }
    struct EdgeTable {
        let name: String
        let from: String
        let to: String
        let columns: [Column]
    }

    private static let span = [Column("span_start", .integer), Column("span_end", .integer)]

    static let nodes: [NodeTable] = [
        NodeTable(name: "Document", columns: [Column("name"), Column("work"), Column("title"), Column("number"), Column("issued", .date), Column("region"), Column("uri")]),
        NodeTable(name: "Item", columns: [Column("item"), Column("kind"), Column("role"), Column("path"), Column("label"), Column("heading"), Column("text"), Column("due", .date)] + span),
        NodeTable(name: "Value", columns: [Column("kind"), Column("quote"), Column("date", .date), Column("rule"), Column("points", .number), Column("min", .number), Column("max", .number), Column("unit"), Column("per")] + span),
        NodeTable(name: "Phase", columns: [Column("name"), Column("start", .date), Column("end", .date), Column("quote")] + span),
        NodeTable(name: "Unit", columns: [Column("name"), Column("function"), Column("function_name"), Column("region"), Column("level"), Column("kind")]),
        NodeTable(name: "Reference", columns: [Column("title"), Column("number"), Column("kind")] + span),
    ]
    static let edges: [EdgeTable] = [
        EdgeTable(name: "PartOf", from: "Item", to: "Document", columns: []),
        EdgeTable(name: "Contains", from: "Item", to: "Item", columns: []),
        EdgeTable(name: "HasValue", from: "Item", to: "Value", columns: []),
        EdgeTable(name: "Responsible", from: "Item", to: "Unit", columns: [Column("role"), Column("basis"), Column("mention")] + span),
        EdgeTable(name: "During", from: "Item", to: "Phase", columns: []),
        EdgeTable(name: "Precedes", from: "Phase", to: "Phase", columns: []),
        EdgeTable(name: "Cites", from: "Item", to: "Reference", columns: span),
        EdgeTable(name: "BasedOn", from: "Document", to: "Reference", columns: span),
        // A graph database may want one pair of ends for each kind of edge.
        EdgeTable(name: "DocumentCites", from: "Document", to: "Reference", columns: span),
        EdgeTable(name: "IssuedBy", from: "Document", to: "Unit", columns: []),
        EdgeTable(name: "MemberOf", from: "Unit", to: "Unit", columns: [Column("basis")] + span),
        EdgeTable(name: "Succeeds", from: "Unit", to: "Unit", columns: [Column("date", .date), Column("reform")]),
        EdgeTable(name: "HostedBy", from: "Unit", to: "Unit", columns: [Column("mention")] + span),
    ]

    /// Two files may hold the same text; its nodes are written once.
    private var documents: Set<String> = []
    /// The same unit stands in many documents; what the first says of it counts.
    private var units: Set<String> = []
    /// So do the edges between units, by kind and ends.
    private var relations: Set<[String]> = []

    /// Tells what a plan adds, nodes before the edges that need them.
    ///
    /// - Parameters:
    ///   - node: gets the place in ``nodes``, the identifier, the values of the columns.
    ///   - edge: gets the place in ``edges``, both ends, the values of the columns.
    mutating func add(_ plan: ExportedPlan, node: (Int, String, [Value]) -> Void, edge: (Int, String, String, [Value]) -> Void) {
        let graph = plan.graph, facts = graph.document, id = facts.id
        guard documents.insert(id).inserted else { return }
        node(0, id, [.text(plan.name), .text(facts.work), .init(facts.title), .init(facts.number), .init(facts.issued), .init(facts.region), .text(facts.source.uri)])
        addItems(graph, id, node, edge)
        for phase in graph.phases {
            node(3, id + "/" + phase.id, [.text(phase.name), .init(phase.start), .init(phase.end), .text(phase.quote)] + Self.values(phase.span))
        }
        for unit in graph.units where units.insert(unit.id).inserted {
            node(4, unit.id, [.text(unit.name), .init(unit.function), .init(unit.functionName), .init(unit.region), .init(unit.level), .text(unit.kind)])
        }
        for reference in graph.references {
            node(5, id + "/" + reference.id, [.init(reference.title), .init(reference.number), .text(reference.kind)] + Self.values(reference.span))
        }
        addEdges(graph, id, edge)
    }

    private func addItems(_ graph: TaskGraph, _ id: String, _ node: (Int, String, [Value]) -> Void, _ edge: (Int, String, String, [Value]) -> Void) {
        for item in graph.items {
            let key = id + "/" + item.id
            node(1, key, [.text(item.id), .text(item.kind.rawValue), .text(item.role), .text(item.path.joined()), .text(item.label), .init(item.heading), .text(item.text), .init(item.due.map(\.date).min())] + Self.values(item.span))
            edge(0, key, id, [])
            addValues(key, item.due, item.recurrence, item.scores, item.targets, node, edge)
        }
        for step in graph.steps {
            let key = id + "/" + step.id
            node(1, key, [.text(step.id), .text("step"), .none, .none, .text(step.label), .none, .text(step.text), .init(step.due.map(\.date).min())] + Self.values(step.span))
            edge(0, key, id, [])
            addValues(key, step.due, step.recurrence, step.scores, step.targets, node, edge)
        }
    }

    private func addValues(
        _ key: String, _ due: [Due], _ recurrence: [Recurrence], _ scores: [Score], _ targets: [Target],
        _ node: (Int, String, [Value]) -> Void, _ edge: (Int, String, String, [Value]) -> Void
    ) {
        var number = 0
        func add(_ kind: String, _ quote: String, date: String? = nil, rule: String? = nil, points: Double? = nil, min: Double? = nil, max: Double? = nil, unit: String? = nil, per: String? = nil, _ span: ScalarSpan) {
            number += 1
            node(2, key + "#\(number)", [.text(kind), .text(quote), .init(date), .init(rule), .init(points), .init(min), .init(max), .init(unit), .init(per)] + Self.values(span))
            edge(2, key, key + "#\(number)", [])
        }
        for value in due { add("due", value.quote, date: value.date, value.span) }
        for value in recurrence { add("recurrence", value.quote, rule: value.rule, value.span) }
        for value in scores { add("score", value.quote, points: value.points, value.span) }
        for value in targets { add("target", value.quote, min: value.min, max: value.max, unit: value.unit, per: value.per, value.span) }
    }

    private mutating func addEdges(_ graph: TaskGraph, _ id: String, _ edge: (Int, String, String, [Value]) -> Void) {
        let index = GraphIndex(graph)
        for place in graph.edges.indices {
            let value = graph.edges[place]
            guard let from = index.from[place], let to = index.to[place] else { continue }
            let spans = value.span.map(Self.values) ?? [.none, .none]
            let ends = (Self.key(from, value.from, id), Self.key(to, value.to, id))
            if case .unit = from, !relations.insert([value.kind.rawValue, value.from, value.to]).inserted { continue }
            switch (value.kind, Self.table(from), Self.table(to)) {
            case (.contains, "Item", "Item"): edge(1, ends.0, ends.1, [])
            case (.responsible, "Item", "Unit"): edge(3, ends.0, ends.1, [.init(value.role), .init(value.basis), .init(value.mention)] + spans)
            case (.during, "Item", "Phase"): edge(4, ends.0, ends.1, [])
            case (.precedes, "Phase", "Phase"): edge(5, ends.0, ends.1, [])
            case (.cites, "Item", "Reference"): edge(6, ends.0, ends.1, spans)
            case (.basedOn, "Document", "Reference"): edge(7, ends.0, ends.1, spans)
            case (.cites, "Document", "Reference"): edge(8, ends.0, ends.1, spans)
            case (.memberOf, "Unit", "Unit"): edge(10, ends.0, ends.1, [.init(value.basis)] + spans)
            case (.succeeds, "Unit", "Unit"): edge(11, ends.0, ends.1, [.init(value.succession?.date), .init(value.succession?.reform)])
            case (.hostedBy, "Unit", "Unit"): edge(12, ends.0, ends.1, [.init(value.mention)] + spans)
            default: continue
            }
        }
        for (place, issuer) in index.issuers.enumerated() {
            if case .unit? = issuer { edge(9, id, graph.document.issuers[place], []) }
        }
    }

    private static func values(_ span: ScalarSpan) -> [Value] { [.integer(span.start), .integer(span.end)] }

    private static func table(_ place: GraphIndex.Place) -> String {
        switch place {
        case .document: "Document"
        case .item, .step: "Item"
        case .phase: "Phase"
        case .unit: "Unit"
        case .reference: "Reference"
        }
    }

    /// Units have one identifier in all documents, everything else is the document's own.
    private static func key(_ place: GraphIndex.Place, _ name: String, _ id: String) -> String {
        switch place {
        case .document, .unit: name
        default: id + "/" + name
        }
    }
}

extension PropertyGraph.Value {
    init(_ text: String?) { self = text.map(Self.text) ?? .none }
    init(_ number: Double?) { self = number.map(Self.number) ?? .none }
}
