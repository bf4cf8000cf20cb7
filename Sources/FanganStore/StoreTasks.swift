import FanganExport
import FanganGraph
import GRDB

/// Which tasks are wanted; what is nil or empty asks for nothing.
public struct TaskQuery: Sendable {
    /// Words in the name of a unit, or in what is printed for it. What a class of bodies has to do (各县（市、区）人民政府) is found for
    /// each of its members that the plan's graph knows.
    public var unit: String?
    /// Identifiers of unit nodes that are meant as well.
    public var unitIDs: [String] = []
    /// `lead`, `responsible`, `support`: what the unit is to the task.
    public var role: String?
    /// Identifier of a field of government, or words of its name.
    public var field: String?
    /// First digits of the GB/T 2260 code of the document's region.
    public var region: String?
    /// A day, month or year: only what is due before it begins.
    public var dueBefore: String?
    /// A day, month or year: only what is due when it begins or later.
    public var dueFrom: String?
    /// Answers that are wanted at most.
    public var limit = 1_000

    public init() {}
}

extension StoreReader {
    /// Tasks, those that are due first before the others, then in the order in which documents came into the store.
    ///
    /// - Returns: the tasks, and whether these are all.
    /// - Throws: `PlanStoreFailure`
    public func tasks(_ query: TaskQuery) throws -> (tasks: [StoredTask], isComplete: Bool) {
        try read { database in
            let (sql, arguments) = query.sql
            let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
            var tasks: [StoredTask] = []
            while let row = try rows.next() {
                if tasks.count == query.limit { return (tasks, false) }
                tasks.append(try task(row, database, query))
            }
            return (tasks, true)
        }
    }

    func task(_ row: Row, _ database: Database, _ query: TaskQuery) throws -> StoredTask {
        var place = StoredPlace(row: row)
        place.addItem(row)
        var task = StoredTask(place: place)
        let id: Int64 = row["id"]
        let units = try database.cachedStatement(sql: """
            SELECT r.role, u.name, u.function, r.mention, r.basis, r.span_start, r.span_end, u.id, u.unit FROM responsibilities r JOIN units u ON u.id = r.unit
            WHERE r.item = ? ORDER BY r.place
            """)
        task.units = try Row.fetchAll(units, arguments: [id]).map { row in
            let start: Int? = row[5], end: Int? = row[6]
            var unit = StoredTask.Assignment(role: row[0], unit: row[1], function: row[2], mention: row[3], basis: row[4], span: start.flatMap { start in end.map { ScalarSpan(start, $0) } })
            unit.members = try query.members(ofGroup: row[7], named: unit, id: row[8], database)
            return unit
        }
        let due = try database.cachedStatement(sql: "SELECT date, quote, span_start, span_end FROM due_dates WHERE item = ? ORDER BY place")
        task.due = try Row.fetchAll(due, arguments: [id]).map { StoredTask.Deadline(date: $0[0], quote: $0[1], span: ScalarSpan($0[2], $0[3])) }
        return task
    }
}

extension TaskQuery {
    /// Days compare as text: `2024-06-30` lies before `2024-07`.
    var sql: (String, StatementArguments) {
        var conditions = ["i.kind = 'task'"], arguments = StatementArguments()
        let (who, whose) = assignment
        if !who.isEmpty {
            conditions.append("i.id IN (SELECT r.item FROM responsibilities r JOIN units u ON u.id = r.unit WHERE \(who.joined(separator: " AND ")))")
            arguments += whose
        }
        let limits = [(dueBefore, "date < ?"), (dueFrom, "date >= ?")].compactMap { value, sql in value.map { ($0, sql) } }
        if !limits.isEmpty {
            conditions.append("i.id IN (SELECT item FROM due_dates WHERE \(limits.map(\.1).joined(separator: " AND ")))")
            arguments += StatementArguments(limits.map(\.0))
        }
        if let region {
            // The longest code that begins so ends in nines.
            conditions.append("d.region BETWEEN ? AND ?")
            arguments += [region, region + String(repeating: "9", count: max(6 - region.utf8.count, 0))]
        }
        let sql = """
            SELECT \(StoredPlace.columns), (SELECT min(date) FROM due_dates WHERE item = i.id) AS due FROM \(StoredPlace.tables)
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY due IS NULL, due, i.id LIMIT ?
            """
        return (sql, arguments + [limit + 1])
    }
}
