import FanganExport
import GRDB

/// Whose tasks are wanted: those of units that a query names, and those of the classes that they are members of.
extension TaskQuery {
    /// Conditions on an assignment `r` to a unit `u`: all of them hold for one and the same.
    var assignment: ([String], StatementArguments) {
        var conditions: [String] = [], arguments = StatementArguments()
        if let unit {
            let (unitNamed, names) = nameCondition("u"), (memberNamed, members) = nameCondition("m")
            let (unitField, fields) = fieldCondition("u"), (memberField, theirs) = fieldCondition("m")
            conditions.append("""
                ((instr(r.mention, ?) > 0 OR \(unitNamed)) AND \(unitField) OR r.unit IN (
                  SELECT g.other FROM units m CROSS JOIN unit_relations g ON g.unit = m.id AND g.kind = 'member_of' WHERE \(memberNamed) AND \(memberField)))
                """)
            arguments += [unit] + names + fields + members + theirs
        } else if field != nil {
            let (condition, values) = fieldCondition("u")
            conditions.append(condition)
            arguments += values
        }
        if let role {
            conditions.append("r.role = ?")
            arguments += [role]
        }
        return (conditions, arguments)
    }

    /// Names of the wanted units that a class has as members; empty where the unit is wanted itself.
    func members(ofGroup group: Int64, named assigned: StoredTask.Assignment, id: String, _ database: Database) throws -> [String] {
        guard let unit, !unitIDs.contains(id), !holds(assigned.unit, unit), !holds(assigned.mention ?? "", unit) else { return [] }
        let (member, values) = nameCondition("m")
        let sql = "SELECT DISTINCT m.name FROM unit_relations g JOIN units m ON m.id = g.unit WHERE g.other = ? AND g.kind = 'member_of' AND \(member) ORDER BY g.place"
        return try String.fetchAll(database.cachedStatement(sql: sql), arguments: [group] + values)
    }

    /// As SQLite's `instr`: bytes, not equivalent spellings.
    private func holds(_ text: String, _ words: String) -> Bool { SearchWords.holds(Array(text.utf8), Array(words.utf8)) }

    private func nameCondition(_ table: String) -> (String, StatementArguments) {
        let ids = unitIDs.isEmpty ? "" : " OR \(table).unit IN (\(unitIDs.map { _ in "?" }.joined(separator: ",")))"
        return ("(instr(\(table).name, ?) > 0\(ids))", StatementArguments([unit ?? ""] + unitIDs))
    }

    private func fieldCondition(_ table: String) -> (String, StatementArguments) {
        guard let field else { return ("1", []) }
        return ("(instr('+' || \(table).function || '+', '+' || ? || '+') > 0 OR instr(\(table).function_name, ?) > 0)", [field, field])
    }
}
