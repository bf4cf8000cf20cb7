import FanganText

/// Rows of one table in the text format of PostgreSQL's `COPY`: a line for each, cells between tabs, `\N` for nothing.
final class CopyTable {
    let name: String
    private let columns: [PostgresTable.Column]
    private let ignoresRepeated: Bool
    private var column = 0
    private var row: [UInt8] = []
    private var seen: Set<[UInt8]> = []
    private(set) var lines: [UInt8] = []

    init(_ table: PostgresTable, ignoresRepeated: Bool) {
        name = table.name
        columns = table.columns
        self.ignoresRepeated = ignoresRepeated
    }

    /// What a plan says: no character of it ends a cell or a line, and no zero byte is among it, which PostgreSQL's texts cannot have.
    /// A day that no calendar has is left out of a column of days.
    func add(_ text: String?) {
        guard let text, !(columns.indices.contains(column) && columns[column].type == .date && CalendarDate.isNone(text)) else { return add(plain: nil) }
        let isList = columns.indices.contains(column) && columns[column].type == .list
        beginCell()
        // A zero character in a list is written `\u0000`, which jsonb takes no more than texts take the character.
        for byte in (isList && text.contains("\\u0000") ? text.replacing("\\u0000", with: "\\uFFFD") : text).utf8 {
            switch byte {
            case 0x5C: row += [0x5C, 0x5C]
            case 0x09: row += [0x5C, UInt8(ascii: "t")]
            case 0x0A: row += [0x5C, UInt8(ascii: "n")]
            case 0x0D: row += [0x5C, UInt8(ascii: "r")]
            case 0: row += [0xEF, 0xBF, 0xBD]
            default: row.append(byte)
            }
        }
    }

    /// A number or a truth value.
    func add(plain text: String?) {
        beginCell()
        row += Array((text ?? "\\N").utf8)
    }

    private func beginCell() {
        if column > 0 { row.append(0x09) }
        column += 1
    }

    func end() {
        if !ignoresRepeated || seen.insert(row).inserted {
            lines += row
            lines.append(0x0A)
        }
        row.removeAll(keepingCapacity: true)
        column = 0
    }

    /// The lines since the last time.
    func take() -> [UInt8] {
        defer {
            lines = []
            seen = []
        }
        return lines
    }
}

/// Whether a text is a day of the calendar.
private enum CalendarDate {
    static func isNone(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...9999).contains(year), (1...12).contains(month) else { return true }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return !(1...days[month - 1]).contains(day)
    }
}
