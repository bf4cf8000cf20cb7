import FanganText

/// A table without titles whose cells say themselves what they hold: `整治范围：城区 ⇥ 牵头单位：县住建局 ⇥ 完成时限：9月底`, beside what is
/// to be done or under a cell that says it. The keys become the titles of columns.
struct CellKeys {
    let reader: TableReader

    /// The table with its keys as columns; nil where cells do not say whose the duties are.
    func grid(of rows: [TableGrid.Row], end: Int) -> TableGrid? {
        guard rows.count >= 2 else { return nil }
        let keys = keys(of: rows)
        guard keys.contains(where: { role($0)?.namesUnits ?? false }), keys.count >= 2, keys.count <= Self.most else { return nil }
        let width = (rows.flatMap { $0.cells.map(\.column) }.max() ?? 0) + 1
        guard width <= Self.most else { return nil }
        let places = Dictionary(keys.enumerated().map { ($1, width + $0) }, uniquingKeysWith: { a, _ in a })
        var result: [TableGrid.Row] = [], keyed = 0, plain = 0
        for row in rows {
            let parted = part(row, places)
            keyed += parted.cells.count { $0.column >= width }
            plain += parted.cells.count { $0.column < width && Int($0.text) == nil }
            // Nothing but keys: more of what the row above says.
            if let last = result.indices.last, parted.cells.allSatisfy({ $0.column >= width }) { join(parted, to: &result[last]) } else { result.append(parted) }
        }
        guard keyed >= plain, result.count >= 2 || rows.count > result.count else { return nil }
        var columns = ColumnGuess(reader: reader).columns(of: result.map { row in TableGrid.Row(number: row.number, cells: row.cells.filter { $0.column < width }) }, width: width)
        columns += keys.map { TableReader.Column(role: role($0) ?? .note, title: $0) }
        return TableGrid(columns: columns, rows: result, end: end)
    }

    /// Titles that stand in front of a colon, known ones and such as come again, in the order of their first places.
    private func keys(of rows: [TableGrid.Row]) -> [String] {
        var found: [String] = [], times: [String: Int] = [:]
        for line in rows.lazy.flatMap({ $0.cells.lazy.flatMap(\.lines) }) {
            guard let (key, _) = Self.key(of: line) else { continue }
            if times.updateValue((times[key] ?? 0) + 1, forKey: key) == nil { found.append(key) }
        }
        return found.filter { role($0) != nil || times[$0] ?? 0 > 1 }
    }

    private func role(_ key: String) -> ColumnRole? { reader.role(ofTitle: Passage(key)) }

    /// The words in front of a colon near the beginning, and where what they hold begins.
    static func key(of line: Line) -> (key: String, end: Int)? {
        guard line.label == nil, let colon = line.passage.scalars.prefix(10).firstIndex(where: { colons.contains($0) }), colon >= 2, colon + 1 < line.passage.count,
              line.passage.first(of: marks, in: 0..<colon) == nil else { return nil }
        return (line.passage.part(0..<colon).squashed(), colon + 1)
    }

    /// Each line with a key in the column of the key; a line without one goes on with the line before it.
    private func part(_ row: TableGrid.Row, _ places: [String: Int]) -> TableGrid.Row {
        var result = TableGrid.Row(number: row.number)
        for cell in row.cells {
            var column = cell.column
            for line in cell.lines {
                var piece = line
                if let (key, end) = Self.key(of: line), let place = places[key] {
                    column = place
                    piece = line.with(passage: line.passage.part(end..<line.passage.count).trimmed())
                }
                add(piece, column, rowSpan: column == cell.column ? cell.rowSpan : 1, to: &result)
            }
        }
        result.cells.sort { $0.column < $1.column }
        return result
    }

    private func join(_ row: TableGrid.Row, to last: inout TableGrid.Row) {
        for cell in row.cells { for line in cell.lines { add(line, cell.column, rowSpan: 1, to: &last) } }
        last.cells.sort { $0.column < $1.column }
    }

    private func add(_ line: Line, _ column: Int, rowSpan: Int, to row: inout TableGrid.Row) {
        if let at = row.cells.firstIndex(where: { $0.column == column }) { row.cells[at].lines.append(line) } else { row.cells.append(TableGrid.Cell(column: column, lines: [line], rowSpan: rowSpan)) }
    }

    private static let colons: ScalarSet = "：:"
    private static let marks: ScalarSet = "，,。；;、（）()"
    /// Columns and keys; no printed table has more.
    private static let most = 32
}
