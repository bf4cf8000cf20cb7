/// One line of a TSV table, as ranges of the embedded bytes.
struct TableRow {
    let table: EmbeddedTable
    let line: Int
    var columns: [Range<Int>]

    func string(_ column: Int) -> String { table.string(columns[column]) }
    func bytes(_ column: Int) -> [UInt8] { Array(table.bytes[columns[column]]) }

    /// The words of a column that lists several, apart by a space.
    func words(_ column: Int, _ body: ([UInt8]) throws -> Void) rethrows {
        var start = columns[column].lowerBound
        let end = columns[column].upperBound
        for i in start...end where i == end || table.bytes[i] == 0x20 {
            if i > start { try body(Array(table.bytes[start..<i])) }
            start = i + 1
        }
    }

    func failure(_ reason: String) -> UnitDataError { UnitDataError(table: table.name, line: line, reason: reason) }
}

extension EmbeddedTable {
    /// Calls for each data line; `#` begins a comment line, the first other line is the header.
    func forEachRow(columns: Int, _ body: (TableRow) throws -> Void) throws {
        var row = TableRow(table: self, line: 0, columns: [])
        var start = 0, line = 0, sawHeader = false
        while start < bytes.count {
            line += 1
            row.columns.removeAll(keepingCapacity: true)
            var i = start, column = start
            while i < bytes.count, bytes[i] != 0x0A {
                if bytes[i] == 0x09 {
                    row.columns.append(column..<i)
                    column = i + 1
                }
                i += 1
            }
            row.columns.append(column..<i)
            defer { start = i + 1 }
            if i == start || bytes[start] == 0x23 { continue }
            guard row.columns.count == columns else {
                throw UnitDataError(table: name, line: line, reason: "\(row.columns.count) columns instead of \(columns)")
            }
            if sawHeader { try body(TableRow(table: self, line: line, columns: row.columns)) } else { sawHeader = true }
        }
    }
}
