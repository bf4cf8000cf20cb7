import FanganText

/// The grid of a table whose cells stand on lines of their own and whose rows have no numbers: `重点工作 ⏎ 具体举措 ⏎ 主责单位 ⏎ 完成期限` over the same
/// number of lines for each row, told by the units, days and points that stand at their places in every one of them.
struct FlatRows {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func begins(at start: Int) -> Bool { read(from: start) != nil }

    func grid(from start: Int) -> TableGrid? {
        guard let (columns, body, rows) = read(from: start) else { return nil }
        var grid = TableGrid(columns: columns, rows: [], end: body + rows * columns.count)
        grid.head = (start..<body).map { walk.lines[$0].block.span }
        for row in 0..<rows {
            let first = body + row * columns.count
            grid.rows.append(TableGrid.Row(cells: columns.indices.map { TableGrid.Cell(column: $0, lines: [walk.lines[first + $0]]) }))
        }
        return grid
    }

    /// The titles, the first line behind them and how many rows there are; two at least.
    private func read(from start: Int) -> (columns: [TableReader.Column], body: Int, rows: Int)? {
        guard let run = walk.titleRuns.run(beginningAt: start), run.upperBound <= reader.limit, run.count >= 3, run.count <= Self.most else { return nil }
        let columns = run.compactMap { i in reader.role(ofTitle: walk.lines[i].passage).map { TableReader.Column(role: $0, title: walk.lines[i].passage.squashed()) } }
        let roles = columns.map(\.role)
        guard columns.count == run.count, Set(columns.map(\.title)).count == columns.count, !roles.contains(.ordinal), roles.contains(.content),
              roles.contains(where: \.namesUnits), roles.count(where: { Self.tells($0) }) >= 2 else { return nil }
        var rows = 0
        while isRow(run.upperBound + rows * columns.count, roles) { rows += 1 }
        return rows >= 2 ? (columns, run.upperBound, rows) : nil
    }

    private func isRow(_ first: Int, _ roles: [ColumnRole]) -> Bool {
        guard first + roles.count <= reader.limit else { return false }
        return roles.indices.allSatisfy { n in
            let line = walk.lines[first + n], text = line.passage.trimmed()
            guard line.block.cell == nil, line.label == nil, text.count <= 400 else { return false }
            switch roles[n] {
            case .lead, .responsible, .support, .owner: return reader.endsAsName(text) && text.first("。", in: text.indices) == nil
            case .due: return TableReader.isDue(text)
            case .score: return TableReader.isScore(text)
            default: return !TableReader.isDue(text)
            }
        }
    }

    private static func tells(_ role: ColumnRole) -> Bool { role.namesUnits || role == .due || role == .score }

    /// Titles beside each other; no printed table has more.
    private static let most = 32
}
