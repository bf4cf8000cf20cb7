/// Tables of nodes and of edges for the bulk import of a graph database, a CSV file each (RFC 4180, every text in quotes).
///
/// These files are for programs: a cell holds just the plan's words, also where a spreadsheet program would take them for a formula.
struct GraphTables {
    private let files: ExportFiles
    private var graph = PropertyGraph()
    private var isBegun = false
    private let head: @Sendable (PropertyGraph.NodeTable) -> [String]
    private let edgeHead: @Sendable (PropertyGraph.EdgeTable) -> [String]

    init(_ files: ExportFiles, head: @escaping @Sendable (PropertyGraph.NodeTable) -> [String], edgeHead: @escaping @Sendable (PropertyGraph.EdgeTable) -> [String]) {
        self.files = files
        self.head = head
        self.edgeHead = edgeHead
    }

    mutating func add(_ plan: ExportedPlan) throws {
        try begin()
        var nodes = Array(repeating: "", count: PropertyGraph.nodes.count), edges = Array(repeating: "", count: PropertyGraph.edges.count)
        graph.add(plan) { table, id, values in nodes[table] += Self.line([.text(id)] + values) } edge: { table, from, to, values in
            edges[table] += Self.line([.text(from), .text(to)] + values)
        }
        for (table, text) in nodes.enumerated() where !text.isEmpty { try files.write(text, to: PropertyGraph.nodes[table].name + ".csv") }
        for (table, text) in edges.enumerated() where !text.isEmpty { try files.write(text, to: PropertyGraph.edges[table].name + ".csv") }
    }

    /// Every table has a file, though it be empty.
    mutating func begin() throws {
        if isBegun { return }
        isBegun = true
        for table in PropertyGraph.nodes { try files.write(head(table).joined(separator: ",") + "\n", to: table.name + ".csv") }
        for table in PropertyGraph.edges { try files.write(edgeHead(table).joined(separator: ",") + "\n", to: table.name + ".csv") }
    }

    private static func line(_ values: [PropertyGraph.Value]) -> String {
        values.map { value in
            switch value {
            case .none: ""
            case .text(let text): "\"" + quoted(text) + "\""
            case .integer(let number): String(number)
            case .number(let number): Wording.number(number)
            case .truth(let truth): truth ? "true" : "false"
            }
        }.joined(separator: ",") + "\n"
    }

    /// Quotes doubled; no zero byte, which readers of CSV stop at.
    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result.append(scalar) }
            result.append(scalar.value == 0 ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}

/// For `neo4j-admin database import full`: headers with types, and the command in `import.sh`.
public struct Neo4jExport: PlanExport {
    private let files: ExportFiles
    private var tables: GraphTables

    public init(_ files: ExportFiles) {
        self.files = files
        tables = GraphTables(files) { table in
            ["id:ID"] + table.columns.map { $0.name + ":" + Self.type($0.kind) }
        } edgeHead: { table in
            [":START_ID", ":END_ID"] + table.columns.map { $0.name + ":" + Self.type($0.kind) }
        }
    }

    public mutating func add(_ plan: ExportedPlan) throws { try tables.add(plan) }

    public mutating func finish() throws {
        try tables.begin()
        let nodes = PropertyGraph.nodes.map { "--nodes=\($0.name)=\($0.name).csv" }, edges = PropertyGraph.edges.map { "--relationships=\($0.name)=\($0.name).csv" }
        let command = (["neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true"] + nodes + edges).joined(separator: " \\\n  ")
        try files.write("#!/bin/sh\n# Loads the tables of this folder into a new database; the server must be stopped.\nset -e\ncd \"$(dirname \"$0\")\"\n" + command + "\n", to: "import.sh")
    }

    private static func type(_ kind: PropertyGraph.Kind) -> String {
        switch kind {
        case .text: "string"
        case .integer: "long"
        case .number: "double"
        case .date: "date"
        case .truth: "boolean"
        }
    }
}

/// For Kùzu: `schema.cypher` makes the tables, `copy.cypher` loads them.
public struct KuzuExport: PlanExport {
    private let files: ExportFiles
    private var tables: GraphTables

    public init(_ files: ExportFiles) {
        self.files = files
        tables = GraphTables(files, head: { ["id"] + $0.columns.map(\.name) }, edgeHead: { ["from", "to"] + $0.columns.map(\.name) })
    }

    public mutating func add(_ plan: ExportedPlan) throws { try tables.add(plan) }

    public mutating func finish() throws {
        try tables.begin()
        func columns(_ columns: [PropertyGraph.Column]) -> String { columns.map { ", `\($0.name)` \(Self.type($0.kind))" }.joined() }
        var schema = "", copy = ""
        for table in PropertyGraph.nodes {
            schema += "CREATE NODE TABLE \(table.name) (id STRING PRIMARY KEY\(columns(table.columns)));\n"
            copy += Self.copy(table.name)
        }
        for table in PropertyGraph.edges {
            schema += "CREATE REL TABLE \(table.name) (FROM \(table.from) TO \(table.to)\(columns(table.columns)));\n"
            copy += Self.copy(table.name)
        }
        try files.write(schema, to: "schema.cypher")
        try files.write(copy, to: "copy.cypher")
    }

    /// Cells hold line ends, so that a file cannot be read in pieces.
    private static func copy(_ table: String) -> String {
        "COPY \(table) FROM \"\(table).csv\" (header=true, parallel=false, escape='\"');\n"
    }

    private static func type(_ kind: PropertyGraph.Kind) -> String {
        switch kind {
        case .text: "STRING"
        case .integer: "INT64"
        case .number: "DOUBLE"
        case .date: "DATE"
        case .truth: "BOOL"
        }
    }
}
