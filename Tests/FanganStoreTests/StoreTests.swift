import Fangan
import FanganExport
import FanganGraph
import Foundation
import GRDB
import Testing

@testable import FanganStore

@Suite struct StoreTests {
    private func count(_ path: String, _ sql: String) throws -> Int {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }

    /// All words of the index with the number of rows that hold each: the same for stores that hold the same.
    private func vocabulary(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).write { database in
            try database.execute(sql: "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, row)")
            return try Row.fetchAll(database, sql: "SELECT term, doc FROM vocabulary ORDER BY term").map { "\($0[0] as String) \($0[1] as Int)" }
        }
    }

    @Test func everyNodeAndValueHasItsRowWithPlaceAndQuote() throws {
        let folder = try StoreFolder(), graph = try Plans.graph(Plans.text(), name: "park")
        let writer = try StoreWriter(path: folder.store)
        try writer.put(graph, name: "park", stamp: "1")
        #expect(try writer.finish() == 1)
        let counts = [
            ("items", graph.items.count + graph.steps.count), ("units", graph.units.count), ("phases", graph.phases.count), ("\"references\"", graph.references.count),
            ("diagnostics", graph.diagnostics.count), ("responsibilities", graph.edges.count { $0.kind == .responsible }),
            ("due_dates", graph.items.reduce(0) { $0 + $1.due.count } + graph.steps.reduce(0) { $0 + $1.due.count }),
            ("scores", graph.items.reduce(0) { $0 + $1.scores.count }), ("targets", graph.items.reduce(0) { $0 + $1.targets.count }),
            ("recurrences", graph.items.reduce(0) { $0 + $1.recurrence.count }),
        ]
        for (table, expected) in counts { #expect(try count(folder.store, "SELECT count(*) FROM \(table)") == expected, "\(table)") }
        #expect(graph.scoreCount > 0 && !graph.references.isEmpty && graph.steps.count == 2)
        let text = Array(Plans.text().unicodeScalars)
        let quotes = try DatabaseQueue(path: folder.store).read { database in
            try ["due_dates", "recurrences", "scores", "targets"].flatMap { try Row.fetchAll(database, sql: "SELECT quote, span_start, span_end FROM \($0)") }
                + Row.fetchAll(database, sql: "SELECT mention, span_start, span_end FROM responsibilities")
        }
        #expect(quotes.count >= 8)
        for row in quotes {
            let quote: String = row[0], start: Int = row[1], end: Int = row[2]
            #expect(Array(quote.unicodeScalars) == Array(text[start..<end]))
        }
        #expect(try DatabaseQueue(path: folder.store).read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
    }

    @Test func aChangedDocumentTakesTheOldOnesPlace() throws {
        let folder = try StoreFolder(), fresh = try StoreFolder()
        let old = try Plans.graph(Plans.text(), name: "park"), new = try Plans.graph(Plans.text("绿化", month: 11), name: "park")
        let other = try Plans.graph(Plans.text("水务"), name: "river")
        let writer = try StoreWriter(path: folder.store)
        try writer.put(old, name: "park", stamp: "1")
        try writer.put(other, name: "river", stamp: "1")
        try writer.finish()
        let next = try StoreWriter(path: folder.store)
        #expect(!next.isCurrent("park", stamp: "2") && next.isCurrent("river", stamp: "1"))
        try next.put(new, name: "park", stamp: "2")
        #expect(try next.finish() == 1)
        let whole = try StoreWriter(path: fresh.store)
        try whole.put(new, name: "park", stamp: "2")
        try whole.put(other, name: "river", stamp: "1")
        try whole.finish()
        #expect(try vocabulary(folder.store) == vocabulary(fresh.store))
        for table in ["documents", "items", "units", "responsibilities", "due_dates", "citations"] {
            let rows = try [folder, fresh].map { folder in try DatabaseQueue(path: folder.store).read { try Row.fetchAll($0, sql: "SELECT * FROM \(table) ORDER BY 1, 2") } }
            #expect(rows[0] == rows[1], "\(table)")
        }
        #expect(try count(folder.store, "SELECT count(*) FROM responsibilities WHERE mention = '市园林局'") == 0)
    }

    @Test func whatIsNoLongerGivenGoesOnlyIfAsked() throws {
        let folder = try StoreFolder(), graph = try Plans.graph(Plans.text(), name: "park")
        let writer = try StoreWriter(path: folder.store)
        for name in ["a", "b", "c"] { try writer.put(graph, name: name, stamp: "1") }
        try writer.finish()
        let next = try StoreWriter(path: folder.store)
        _ = next.isCurrent("b", stamp: "1")
        try next.remove("c")
        try next.finish()
        #expect(try count(folder.store, "SELECT count(*) FROM documents") == 2)
        let last = try StoreWriter(path: folder.store)
        _ = last.isCurrent("b", stamp: "1")
        try last.finish(prune: true)
        #expect(try DatabaseQueue(path: folder.store).read { try String.fetchAll($0, sql: "SELECT name FROM documents") } == ["b"])
        #expect(try count(folder.store, "SELECT count(DISTINCT document) FROM items") == 1)
        try last.remove("b")
        try last.finish()
        #expect(try vocabulary(folder.store).isEmpty && count(folder.store, "SELECT count(*) FROM items") == 0)
    }

    /// A store as the first version wrote it: without the search index.
    @Test func aStoreOfTheFirstVersionIsBroughtUpToDate() throws {
        let folder = try StoreFolder()
        try DatabaseQueue(path: folder.store).write { database in
            try StoreSchema.migrate(database, to: 1)
            try database.execute(sql: """
                INSERT INTO documents VALUES (7, 'park', 's', 'g', 'd', 'w', '城市公园方案', '清政发〔2023〕8号', NULL, NULL, '[]', '[]', 'u', 'text/plain', 'UTF-8', 'x', 't', 99);
                INSERT INTO items VALUES (117440513, 7, NULL, '1', 'task', 'duties', '["一、"]', '一、', 1, '新建口袋公园', '不少于12个。', 0, 9);
                """)
        }
        #expect(try count(folder.store, "PRAGMA user_version") == 1)
        let store = try StoreReader(path: folder.path)
        #expect(try count(folder.store, "PRAGMA user_version") == StoreSchema.version)
        #expect(try store.search(["口袋"], limit: 9)?.hits.map(\.item) == ["1"])
        #expect(try store.search(["清政发"], limit: 9)?.hits.map(\.document) == ["park"])
        #expect(try store.tasks(TaskQuery()).tasks.map(\.place.heading) == ["新建口袋公园"])
    }

    @Test func otherDatabasesAndLaterStoresAreLeftAlone() throws {
        let folder = try StoreFolder()
        try DatabaseQueue(path: folder.store).write { try $0.execute(sql: "CREATE TABLE mine (x)") }
        #expect { try StoreWriter(path: folder.store) } throws: { "\($0)".contains("another program") }
        #expect(throws: PlanStoreFailure.self) { try StoreReader(path: folder.path) }
        #expect(try count(folder.store, "SELECT count(*) FROM sqlite_master") == 1)
        let later = try StoreFolder()
        try StoreWriter(path: later.store).finish()
        try DatabaseQueue(path: later.store).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect { try StoreReader(path: later.path) } throws: { ($0 as? PlanStoreFailure)?.message.contains("later version") == true }
        try Data("Dies ist keine Datenbank, sondern ein langer Text von mehr als hundert Zeichen, damit SQLite ihn als solchen erkennt.".utf8).write(to: URL(fileURLWithPath: later.store))
        #expect { try StoreReader(path: later.path) } throws: { ($0 as? PlanStoreFailure)?.message.contains("damaged") == true }
        #expect { try StoreReader(path: later.path + "/nowhere") } throws: { ($0 as? PlanStoreFailure)?.message.contains("--formats sqlite") == true }
    }
}

extension TaskGraph {
    fileprivate var scoreCount: Int { items.reduce(0) { $0 + $1.scores.count } }
}
