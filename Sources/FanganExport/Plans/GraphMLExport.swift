/// GraphML (graphml.graphdrawing.org): one directed graph of all plans, for Gephi, yEd, networkx, igraph.
///
/// GraphML wants name tokens for identifiers, which ours are not all: the exact one is the value `identifier`.
public struct GraphMLExport: PlanExport {
    private let files: ExportFiles
    private var graph = PropertyGraph()
    private var edges = 0
    private var isBegun = false

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        try begin()
        var text = "", edges = edges
        graph.add(plan) { table, id, values in
            text += "<node id=\"\(XMLText.token(id))\"><data key=\"type\">\(PropertyGraph.nodes[table].name)</data>" + XMLText.element("data", id, ["key": "identifier"])
            text += Self.data(PropertyGraph.nodes[table].columns, values) + "</node>\n"
        } edge: { table, from, to, values in
            edges += 1
            text += "<edge id=\"e\(edges)\" source=\"\(XMLText.token(from))\" target=\"\(XMLText.token(to))\"><data key=\"relation\">\(PropertyGraph.edges[table].name)</data>"
            text += Self.data(PropertyGraph.edges[table].columns, values) + "</edge>\n"
        }
        self.edges = edges
        try files.write(text)
    }

    public mutating func finish() throws {
        try begin()
        try files.write("</graph>\n</graphml>\n")
    }

    private mutating func begin() throws {
        if isBegun { return }
        isBegun = true
        var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        head += "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
        head += "<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n<key id=\"identifier\" for=\"node\" attr.name=\"identifier\" attr.type=\"string\"/>\n<key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
        var known: Set<String> = []
        for column in PropertyGraph.nodes.flatMap(\.columns) + PropertyGraph.edges.flatMap(\.columns) where known.insert(column.name).inserted {
            head += "<key id=\"\(column.name)\" for=\"all\" attr.name=\"\(column.name)\" attr.type=\"\(Self.type(column.kind))\"/>\n"
        }
        try files.write(head + "<graph id=\"fangan\" edgedefault=\"directed\">\n")
    }

    private static func type(_ kind: PropertyGraph.Kind) -> String {
        switch kind {
        case .text, .date: "string"
        case .integer: "long"
        case .number: "double"
        case .truth: "boolean"
        }
    }

    private static func data(_ columns: [PropertyGraph.Column], _ values: [PropertyGraph.Value]) -> String {
        zip(columns, values).map { column, value in
            let text: String? = switch value {
            case .none: nil
            case .text(let text): text
            case .integer(let number): String(number)
            case .number(let number): Wording.number(number)
            case .truth(let truth): truth ? "true" : "false"
            }
            return XMLText.element("data", text, ["key": column.name])
        }.joined()
    }
}
