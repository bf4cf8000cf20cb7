import FanganExport
import FanganGraph

/// PostgreSQL: the tables of a store (``StoreWriter``) in a schema `fangan`, and their rows for `COPY`.
///
/// Into a stream it is one script for `psql`. Into a folder it is `load.sql`, `schema.sql` and a file of rows for each table. Both load in one
/// transaction, in the place of what an earlier one has loaded.
public struct PostgresExport: PlanExport {
    private let files: ExportFiles
    private var rows: DocumentRows
    private let tables: [CopyTable]
    private var next: Int64 = 1
    private var isBegun = false

    public init(_ files: ExportFiles) {
        self.files = files
        var made: [CopyTable] = []
        rows = DocumentRows { name, columns, ignoresRepeated in
            guard let table = PostgresTable.all.first(where: { $0.name == name }), table.columns.count == columns else { preconditionFailure("PostgresTable has no table \(name) of \(columns) columns") }
            made.append(CopyTable(table, ignoresRepeated: ignoresRepeated))
            return RowWriter(copy: made[made.count - 1])
        }
        let all = made
        tables = PostgresTable.all.compactMap { table in all.first { $0.name == table.name } }
    }

    public mutating func add(_ plan: ExportedPlan) throws {
        try begin()
        do { try rows.write(plan.graph, name: plan.name, stamp: plan.stamp, id: next) } catch { throw StoreFailure.writing(plan.name, error) }
        next += 1
        for table in tables {
            let lines = table.take()
            if lines.isEmpty { continue }
            if files.isStream {
                try files.write("COPY \"\(table.name)\" FROM stdin;\n")
                try files.write(lines)
                try files.write("\\.\n")
            } else { try files.write(lines, to: Self.file(table)) }
        }
    }

    public mutating func finish() throws {
        try begin()
        if files.isStream { return try files.write("COMMIT;\n") }
        var load = Self.head + "BEGIN;\n\\ir schema.sql\n"
        for table in tables { load += "\\copy \"\(table.name)\" FROM '\(Self.file(table))'\n" }
        try files.write(load + "COMMIT;\n", to: "load.sql")
    }

    private mutating func begin() throws {
        if isBegun { return }
        isBegun = true
        if files.isStream { return try files.write(Self.head + "BEGIN;\n" + Self.schema) }
        try files.write(Self.schema, to: "schema.sql")
        // Every table has a file, though it be empty.
        for table in tables { try files.write([UInt8](), to: Self.file(table)) }
    }

    private static func file(_ table: CopyTable) -> String { table.name + ".copy" }

    private static let head = "\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\nSET client_min_messages = warning;\n"

    /// Views of somebody's own over the tables are not dropped: then this fails, and nothing is changed.
    private static let schema = "CREATE SCHEMA IF NOT EXISTS fangan;\nSET search_path = fangan;\nDROP TABLE IF EXISTS " + PostgresTable.all.reversed().map { "\"\($0.name)\"" }.joined(separator: ", ") + ";\n"
        + PostgresTable.all.map(\.definition).joined()
}
