import FanganExport
import FanganGraph
import GRDB

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Answers from a store.
public struct StoreReader: Sendable {
    let path: String
    let queue: DatabaseQueue

    /// Opens a store; one of an earlier version is brought to that of today, and what an interrupted run left half is undone.
    ///
    /// - Parameter path: the file, or the folder that `fangan build --formats sqlite` has written.
    /// - Throws: `PlanStoreFailure`
    public init(path: String) throws {
        let file = Folder.isFolder(path) ? path + "/" + StoreWriter.fileName : path
        self.path = file
        guard access(file, F_OK) == 0 else {
            throw PlanStoreFailure(path: file, message: "There is no store. Make one: fangan build PLANS --out DIR --formats sqlite, then name DIR with --store.")
        }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            queue = try DatabaseQueue(path: file, configuration: configuration)
            let version = try queue.read { database in
                // An empty file is no store that somebody made.
                guard try StoreSchema.version(of: database) > 0 else { throw StoreSchema.NoStore() }
                return try StoreSchema.version(of: database)
            }
            if version != StoreSchema.version { try queue.write { try StoreSchema.migrate($0) } }
        } catch { throw StoreFailure.reading(file, error) }
    }

    /// Runs a query.
    ///
    /// - Throws: `PlanStoreFailure`
    func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
        do { return try queue.read(work) } catch { throw StoreFailure.reading(path, error) }
    }

    /// The GB/T 2260 codes of the documents' regions, ascending.
    ///
    /// - Throws: `PlanStoreFailure`
    public func regions() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT DISTINCT region FROM documents WHERE region IS NOT NULL ORDER BY region") }
    }
}

extension StoredPlace {
    /// Columns of ``columns``.
    init(row: Row) {
        self.init(document: row["name"], title: row["title"], number: row["number"], issued: row["issued"], region: row["region"])
    }

    /// Of the table `documents` as `d`.
    static let documentColumns = "d.name, d.title, d.number, d.issued, d.region"
    /// Of the tables of ``tables``.
    static let columns = """
        d.name, coalesce(p.title, d.title) AS title, iif(p.plan IS NULL, d.number, p.number) AS number, iif(p.plan IS NULL, d.issued, p.issued) AS issued, d.region,
        i.id, i.item, i.kind, i.path, i.heading, i.text, i.span_start, i.span_end
        """
    /// Items with their documents; those of a further plan, p2.1, with that too.
    static let tables = """
        items i JOIN documents d ON d.id = i.document
        LEFT JOIN plans p ON p.document = d.id AND p.plan = substr(i.item, 1, instr(i.item, '.') - 1)
        """

    mutating func addItem(_ row: Row) {
        item = row["item"]
        kind = row["kind"]
        heading = row["heading"]
        text = row["text"]
        span = ScalarSpan(row["span_start"], row["span_end"])
        let path: String = row["path"]
        self.path = JSONText.strings(in: path)
    }
}
