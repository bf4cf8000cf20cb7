/// Tables beside each other on one sheet, the second under the same titles as the first: `序号 任务 责任单位 时限   序号 任务 责任单位 时限`.
enum SideBySide {
    /// The tables one behind the other, each with its first column as column 0; the stretch alone where nothing stands beside it.
    static func parts(of stretch: SheetLayout.Stretch, _ placed: inout [SheetLayout.Placed], _ sheet: SheetCells) -> [SheetLayout.Stretch] {
        guard stretch.isTable, let titles = titles(of: stretch, placed, sheet), let head = titles.first.map({ placed[$0].row }) else { return [stretch] }
        let starts = titles.map { placed[$0].column }
        func part(_ cell: SheetLayout.Placed) -> Int { cell.row < head ? 0 : starts.lastIndex { $0 <= cell.column } ?? 0 }
        // A cell over both is of neither.
        guard !placed[stretch.cells].contains(where: { cell in cell.row >= head && starts.contains { $0 > cell.column && $0 < cell.column + cell.columnSpan } }) else { return [stretch] }
        let cells = Array(placed[stretch.cells])
        var at = stretch.cells.lowerBound, parts: [SheetLayout.Stretch] = []
        for (n, start) in starts.enumerated() {
            let first = at
            for var cell in cells where part(cell) == n {
                if n > 0 { cell.column -= start }
                placed[at] = cell
                at += 1
            }
            parts.append(SheetLayout.Stretch(isTable: true, cells: first..<at, row: stretch.row, rows: stretch.rows))
        }
        return parts
    }

    /// The first title of each table, in the first of the first rows whose cells say the same several times.
    private static func titles(of stretch: SheetLayout.Stretch, _ placed: [SheetLayout.Placed], _ sheet: SheetCells) -> [Int]? {
        var start = stretch.cells.lowerBound
        for _ in 0..<mostRows {
            let row = placed[start..<stretch.cells.upperBound].prefix { $0.row == placed[start].row }.indices
            for times in (2...mostBeside).reversed() where row.count.isMultiple(of: times) && row.count / times >= leastColumns {
                let width = row.count / times
                if row.dropFirst(width).allSatisfy({ isSame(placed[$0].cell, placed[$0 - width].cell, sheet) }) { return (0..<times).map { row.lowerBound + $0 * width } }
            }
            start = row.upperBound
            guard start < stretch.cells.upperBound else { return nil }
        }
        return nil
    }

    private static func isSame(_ a: Int, _ b: Int, _ sheet: SheetCells) -> Bool {
        switch (sheet.cells[a].content, sheet.cells[b].content) {
        case let (.shared(a), .shared(b)): a == b
        case let (.own(a), .own(b)): sheet.bytes[a] == sheet.bytes[b]
        default: false
        }
    }

    private static let mostRows = 3, mostBeside = 4
    /// Fewer repeated titles are those of one table: 目标值 完成值 目标值 完成值.
    private static let leastColumns = 3
}
