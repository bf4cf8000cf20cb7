import FanganGraph
import GRDB
import GRDBSQLite

/// Puts rows into one table, value by value in the order of its columns. It binds without values in between: a store
/// has a hundred rows for every page of a plan.
struct RowWriter {
    private let database: Database?
    /// nil where the rows go to ``copy``.
    private let statement: OpaquePointer?
    private let copy: CopyTable?
    private var column: Int32 = 0

    /// - Parameter sql: one that takes parameters.
    init(_ database: Database, sql: String) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql).sqliteStatement
        copy = nil
    }

    /// Rows as text for another database.
    init(copy: CopyTable) {
        (database, statement) = (nil, nil)
        self.copy = copy
    }

    /// Rows of all columns of a table.
    init(_ database: Database, table: String, columns: Int, ignoresRepeated: Bool = false) throws {
        let values = Array(repeating: "?", count: columns).joined(separator: ",")
        try self.init(database, sql: "INSERT \(ignoresRepeated ? "OR IGNORE " : "")INTO \"\(table)\" VALUES (\(values))")
    }

    mutating func add(_ value: String?) {
        if let copy { return copy.add(value) }
        column += 1
        guard var value else { return void(sqlite3_bind_null(statement, column)) }
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { void(sqlite3_bind_text(statement, column, $0.baseAddress, Int32($0.count), Self.copied)) }
        }
    }

    mutating func add(_ bytes: [UInt8]) {
        if let copy { return copy.add(String(decoding: bytes, as: UTF8.self)) }
        column += 1
        bytes.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { void(sqlite3_bind_text(statement, column, $0.baseAddress, Int32($0.count), Self.copied)) }
        }
    }

    mutating func add(_ value: Int64?) {
        if let copy { return copy.add(plain: value.map { String($0) }) }
        column += 1
        if let value { sqlite3_bind_int64(statement, column, value) } else { sqlite3_bind_null(statement, column) }
    }

    mutating func add(_ value: Int?) { add(value.map(Int64.init)) }

    mutating func add(_ value: Double?) {
        if let copy { return copy.add(plain: value.flatMap { $0.isFinite ? "\($0)" : nil }) }
        column += 1
        if let value { sqlite3_bind_double(statement, column, value) } else { sqlite3_bind_null(statement, column) }
    }

    mutating func add(_ value: Bool) {
        if let copy { return copy.add(plain: value ? "t" : "f") }
        add(value ? 1 : 0)
    }

    /// Two columns.
    mutating func add(_ span: ScalarSpan?) {
        add(span?.start)
        add(span?.end)
    }

    /// Ends the row.
    mutating func end() throws {
        if let copy { return copy.end() }
        column = 0
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.map { String(cString: sqlite3_errmsg($0.sqliteConnection)) } ?? "") }
    }

    private func void(_ code: Int32) {}

    /// SQLite keeps a copy: an empty string has no address that stays.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
