import FanganExport
import FanganGraph
import Foundation
import GRDB
import Testing

@testable import FanganStore

/// Graphs that come back out of a store, and rows for PostgreSQL.
@Suite struct StoreGraphTests {
    /// Corpus plans hold one of nearly everything; so does the sample of this target.
    private func plans() throws -> [(name: String, graph: TaskGraph)] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Golden")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.lastPathComponent.hasSuffix(".graph.json") }
        return try files.sorted { $0.path < $1.path }.map { (String($0.lastPathComponent.dropLast(11)), try TaskGraph(parsing: Array(Data(contentsOf: $0)))) } + [("park", try Plans.graph(Plans.text(), name: "park")), ("two", try Plans.graph(Plans.two, name: "two"))]
    }

    private func bytes(_ graph: TaskGraph) -> String { String(decoding: GraphJSON.encode(graph), as: UTF8.self) }

    @Test func aGraphComesBackAsItWasButForThePartsOutsideItems() throws {
        let folder = try StoreFolder(), writer = try StoreWriter(path: folder.store), plans = try plans()
        #expect(plans.count > 15)
        for (name, graph) in plans { try writer.put(graph, name: name, stamp: "s-" + name) }
        try writer.finish()
        let reader = try StoreReader(path: folder.store)
        #expect(try reader.names() == plans.map(\.name))
        for (name, graph) in plans {
            let stored = try reader.storedGraph(name)
            #expect(stored.stamp == "s-" + name)
            var (found, wanted) = (stored.graph, graph)
            wanted.document.parts = []
            #expect(Set(found.edges) == Set(wanted.edges), "\(name)")
            // Kinds of edges stand together; within a kind their order is kept where it means something.
            (found.edges, wanted.edges) = ([], [])
            #expect(bytes(found) == bytes(wanted), "\(name)")
        }
        #expect(throws: PlanStoreFailure.self) { try reader.graph("none") }
        #expect(throws: PlanStoreFailure.self) { try reader.plan("park") }
    }

    /// The two definitions of the tables cannot drift apart.
    @Test func postgresHasTheColumnsOfTheStore() throws {
        let folder = try StoreFolder()
        _ = try StoreWriter(path: folder.store)
        try DatabaseQueue(path: folder.store).read { database in
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'")
            #expect(Set(tables) == Set(PostgresTable.all.map(\.name)) && PostgresTable.all.count == 20)
            for table in PostgresTable.all {
                let columns = try Row.fetchAll(database, sql: "SELECT name, \"notnull\" FROM pragma_table_info(?)", arguments: [table.name])
                #expect(columns.map { $0[0] as String } == table.columns.map(\.name), "\(table.name)")
            }
        }
    }

    /// No word of a plan ends a cell, a line or the rows.
    @Test func cellsStayCells() throws {
        let table = CopyTable(try #require(PostgresTable.all.first { $0.name == "phases" }), ignoresRepeated: false)
        table.add(plain: "1"); table.add(plain: "2")
        table.add("a\tb\nc\r\\N\\."); table.add("\u{0}；DROP TABLE items;--")
        table.add("2023-02-30"); table.add("2024-02-29"); table.add(nil)
        table.end()
        #expect(String(decoding: table.take(), as: UTF8.self) == "1\t2\ta\\tb\\nc\\r\\\\N\\\\.\t\u{FFFD}；DROP TABLE items;--\t\\N\t2024-02-29\t\\N\n")
        #expect(table.take().isEmpty)
    }

    @Test func theScriptIsOneTransaction() throws {
        var bytes: [UInt8] = []
        let files = ExportFiles(stream: { bytes += $0 })
        var export = PostgresExport(files)
        try export.add(ExportedPlan(name: "park", graph: Plans.graph(Plans.text(), name: "park"), text: nil))
        try export.finish()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == "\\set ON_ERROR_STOP on" && lines.count { $0 == "BEGIN;" } == 1 && lines.last == "COMMIT;")
        #expect(lines.count { $0.hasPrefix("COPY ") } == lines.count { $0 == "\\." } && lines.contains("COPY \"responsibilities\" FROM stdin;"))
    }
}
