import FanganExport
import FanganGraph
import GRDB

extension StoreReader {
    /// The same tasks as ``tasks(_:)``, in the same order, each with all that a table shows.
    ///
    /// - Returns: the rows, and whether these are all.
    /// - Throws: `PlanStoreFailure`
    public func taskRows(_ query: TaskQuery) throws -> (rows: [TaskRow], isComplete: Bool) {
        try read { database in
            let (sql, arguments) = query.sql
            let cursor = try Row.fetchCursor(database, sql: sql, arguments: arguments), details = try TaskDetails(database)
            var rows: [TaskRow] = []
            while let row = try cursor.next() {
                if rows.count == query.limit { return (rows, false) }
                rows.append(try details.row(row["id"], task(row, database, query)))
            }
            return (rows, true)
        }
    }
}

/// What a store holds of a task beside its units.
private struct TaskDetails {
    private let item, due, recurrences, openTimes, scores, targets, phases, above, diagnostics: Statement

    init(_ database: Database) throws {
        func values(_ columns: String, _ table: String) throws -> Statement {
            try database.cachedStatement(sql: "SELECT \(columns), quote, span_start, span_end FROM \(table) WHERE item = ? ORDER BY place")
        }
        item = try database.cachedStatement(sql: "SELECT i.role, i.parent, i.document, d.text_uri FROM items i JOIN documents d ON d.id = i.document WHERE i.id = ?")
        due = try values("date, year_basis", "due_dates")
        recurrences = try values("rule", "recurrences")
        // As `Period.isOpen` says it.
        openTimes = try database.cachedStatement(sql: "SELECT quote FROM periods WHERE item = ? AND (kind = 'open' OR kind = 'deadline' AND \"end\" IS NULL) ORDER BY place")
        scores = try values("points", "scores")
        targets = try values("\"min\", \"max\", unit, per", "targets")
        phases = try database.cachedStatement(sql: "SELECT p.name FROM item_phases i JOIN phases p ON p.id = i.phase WHERE i.item = ? ORDER BY p.id")
        above = try database.cachedStatement(sql: "SELECT parent, coalesce(heading, label) FROM items WHERE id = ?")
        diagnostics = try database.cachedStatement(sql: "SELECT code, severity, message, span_start, span_end FROM diagnostics WHERE document = ? AND span_start >= ? AND span_start < ? ORDER BY place")
    }

    func row(_ id: Int64, _ task: StoredTask) throws -> TaskRow {
        let own = try Row.fetchOne(item, arguments: [id])
        var row = TaskRow(task, role: own?[0] ?? "", textURI: own?[3] ?? "")
        row.due = try Row.fetchAll(due, arguments: [id]).map { Due(date: $0[0], quote: $0[2], span: ScalarSpan($0[3], $0[4]), yearBasis: $0[1]) }
        row.recurrence = try Row.fetchAll(recurrences, arguments: [id]).map { Recurrence(rule: $0[0], quote: $0[1], span: ScalarSpan($0[2], $0[3])) }
        row.openTimes = try String.fetchAll(openTimes, arguments: [id])
        row.scores = try Row.fetchAll(scores, arguments: [id]).map { Score(points: $0[0], quote: $0[1], span: ScalarSpan($0[2], $0[3])) }
        row.targets = try Row.fetchAll(targets, arguments: [id]).map {
            Target(quote: $0[4], span: ScalarSpan($0[5], $0[6]), min: $0[0], max: $0[1], unit: $0[2], per: $0[3])
        }
        try addSurroundings(id, own?[1], to: &row)
        if let document: Int64 = own?[2] {
            row.openPoints = try Row.fetchAll(diagnostics, arguments: [document, row.span.start, row.span.end]).map {
                GraphDiagnostic(code: $0[0], severity: $0[1], message: $0[2], span: ScalarSpan($0[3], $0[4]))
            }
        }
        return row
    }

    /// The sections around the task, and its own phases or those of the nearest section that has any.
    private func addSurroundings(_ id: Int64, _ parent: Int64?, to row: inout TaskRow) throws {
        row.phases = try String.fetchAll(phases, arguments: [id])
        var next = parent, sections: [String] = []
        while let section = next, sections.count < 64, let found = try Row.fetchOne(above, arguments: [section]) {
            sections.append(found[1])
            if row.phases.isEmpty { row.phases = try String.fetchAll(phases, arguments: [section]) }
            next = found[0]
        }
        row.context = sections.reversed()
    }
}
