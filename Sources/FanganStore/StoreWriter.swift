import FanganExport
import FanganGraph
import GRDB
import Synchronization

/// Writes documents into a store. Each is there as it was or as it is now, never half: documents are written some at a time, each
/// such group in one transaction, which SQLite undoes if the program ends within it.
public final class StoreWriter: Sendable {
    /// Of the store in an output folder.
    public static let fileName = "fangan.sqlite"
    /// Scalars of text after which a group is written.
    private static let groupScalars = 300_000
    private static let groupDocuments = 200

    private struct State {
        /// What the store holds: rows and stamps by name.
        var known: [String: (id: Int64, stamp: String)] = [:]
        var next: Int64 = 1
        /// Names that were given in this run.
        var seen: Set<String> = []
        var waiting: [(name: String, stamp: String, graph: TaskGraph)] = []
        var removed: [String] = []
        var scalars = 0
        var written = 0
    }

    private let path: String
    private let queue: DatabaseQueue
    private let state: Mutex<State>

    /// Opens the store, or makes one; one of an earlier version is brought to that of today.
    ///
    /// - Throws: `FileFailure`
    public init(path: String) throws(FileFailure) {
        self.path = path
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            var state = State()
            try queue.write { database in
                try StoreSchema.migrate(database)
                for row in try Row.fetchAll(database, sql: "SELECT id, name, stamp FROM documents") { state.known[row[1]] = (row[0], row[2]) }
            }
            state.next = (state.known.values.map(\.id).max() ?? 0) + 1
            self.state = Mutex(state)
        } catch { throw StoreFailure.writing(path, error) }
    }

    /// Whether the store holds a document in just this state; it is then left as it is.
    ///
    /// - Parameter stamp: stands for everything that the document's rows are made of.
    public func isCurrent(_ name: String, stamp: String) -> Bool {
        state.withLock { state in
            state.seen.insert(name)
            return state.known[name]?.stamp == stamp
        }
    }

    /// Puts a document in, in the place of an earlier one of its name.
    ///
    /// - Throws: `FileFailure`
    public func put(_ graph: TaskGraph, name: String, stamp: String) throws(FileFailure) {
        let isFull = state.withLock { state in
            state.seen.insert(name)
            state.waiting.append((name, stamp, graph))
            state.scalars += graph.document.scalars
            return state.scalars >= Self.groupScalars || state.waiting.count >= Self.groupDocuments
        }
        if isFull { try writeWaiting() }
    }

    /// Takes a document out, if it is there.
    ///
    /// - Throws: `FileFailure`
    public func remove(_ name: String) throws(FileFailure) {
        let isFull = state.withLock { state in
            if state.known[name] != nil { state.removed.append(name) }
            return state.removed.count >= Self.groupDocuments
        }
        if isFull { try writeWaiting() }
    }

    /// Writes what waits. Until then the last documents are not in the store.
    ///
    /// - Parameter prune: takes out the documents that were not given since the store was opened.
    /// - Returns: documents that were written or taken out.
    /// - Throws: `FileFailure`
    @discardableResult public func finish(prune: Bool = false) throws(FileFailure) -> Int {
        if prune {
            state.withLock { state in state.removed = state.known.keys.filter { !state.seen.contains($0) }.sorted() + state.removed }
        }
        try writeWaiting()
        let (written, all) = state.withLock { ($0.written, $0.known.count) }
        // One piece is searched faster than twenty, but making it costs as much as a whole index.
        if written * 4 > all, written > 0 { try checked { try $0.execute(sql: "INSERT INTO search(search) VALUES ('optimize')") } }
        return written
    }

    private func writeWaiting() throws(FileFailure) {
        let (path, queue) = (path, queue)
        let result = state.withLock { state -> FileFailure? in
            if state.waiting.isEmpty && state.removed.isEmpty { return nil }
            do {
                try queue.write { try Self.write(&state, $0) }
                return nil
            } catch { return StoreFailure.writing(path, error) }
        }
        if let result { throw result }
    }

    private static func write(_ state: inout State, _ database: Database) throws {
        var rows = try DocumentRows(database)
        for name in state.removed {
            guard let known = state.known.removeValue(forKey: name) else { continue }
            try DocumentRows.remove(known.id, from: database)
            state.written += 1
        }
        for document in state.waiting {
            let known = state.known[document.name]
            if let known { try DocumentRows.remove(known.id, from: database) }
            let id = known?.id ?? state.next
            try rows.write(document.graph, name: document.name, stamp: document.stamp, id: id)
            state.known[document.name] = (id, document.stamp)
            state.next = max(state.next, id + 1)
            state.written += 1
        }
        (state.waiting, state.removed, state.scalars) = ([], [], 0)
    }

    private func checked(_ work: (Database) throws -> Void) throws(FileFailure) {
        do { try queue.write { try work($0) } } catch { throw StoreFailure.writing(path, error) }
    }
}
