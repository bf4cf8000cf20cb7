/// The grid of a sheet without its empty rows and columns, and which stretches of rows are tables.
struct SheetLayout: Sendable {
    /// A cell with its place in the dense grid.
    struct Placed: Sendable {
        /// Of ``SheetCells/cells``.
        var cell: Int
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
    }

    /// Rows that belong together: a table, or lines above and below one.
    struct Stretch: Sendable {
        var isTable: Bool
        var cells: Range<Int>
        /// Its first dense row.
        var row: Int
        var rows: Int
    }

    private(set) var placed: [Placed] = []
    private(set) var stretches: [Stretch] = []

    /// Merged areas that cover more places than this in all are an attack; those behind are left alone.
    private static let mostMerged = 4_000_000
    /// Columns that a table is read with.
    private static let widest = 256

    init(_ sheet: SheetCells) {
        let rows = Dense(sheet.cells.map(\.row)), columns = Dense(sheet.cells.map(\.column).sorted())
        let merges = Self.merges(sheet, rows, columns)
        placed = sheet.cells.indices.map { i in
            let cell = sheet.cells[i]
            var place = Placed(cell: i, row: rows.place(cell.row), column: columns.place(cell.column), rowSpan: 1, columnSpan: 1)
            if let merge = merges[Corner(row: cell.row, column: cell.column)] {
                place.rowSpan = rows.count(in: merge.rows)
                place.columnSpan = min(columns.count(in: merge.columns), Self.widest)
            }
            return place
        }
        // What lies beyond the widest table goes into its last column, in order, and is not lost.
        for i in placed.indices {
            placed[i].column = min(placed[i].column, Self.widest - 1)
            placed[i].columnSpan = max(1, min(placed[i].columnSpan, Self.widest - placed[i].column))
        }
        for stretch in Self.stretches(placed, sheet) { stretches += SideBySide.parts(of: stretch, &placed, sheet) }
    }

    private struct Corner: Hashable {
        var row: Int
        var column: Int
    }

    private static func merges(_ sheet: SheetCells, _ rows: Dense, _ columns: Dense) -> [Corner: SheetCells.Merge] {
        var merges: [Corner: SheetCells.Merge] = [:], area = 0
        for merge in sheet.merges {
            area += rows.count(in: merge.rows) * columns.count(in: merge.columns)
            if area > mostMerged { break }
            merges[Corner(row: merge.rows.lowerBound, column: merge.columns.lowerBound)] = merge
        }
        return merges
    }

    /// A table begins with the first row of two cells or more and ends with the last one; a row of one cell above it is a
    /// title, one below it a note. An empty row with a title behind it parts two tables.
    private static func stretches(_ placed: [Placed], _ sheet: SheetCells) -> [Stretch] {
        var rows: [Range<Int>] = [], start = 0
        for i in placed.indices.dropFirst() where placed[i].row != placed[start].row { rows.append(start..<i); start = i }
        if !placed.isEmpty { rows.append(start..<placed.count) }
        func isLine(_ k: Int) -> Bool { rows[k].count == 1 && placed[rows[k].lowerBound].rowSpan == 1 }
        func hasGap(_ k: Int) -> Bool {
            k > 0 && sheet.cells[placed[rows[k].lowerBound].cell].row > sheet.cells[placed[rows[k - 1].lowerBound].cell].row + 1
        }
        var stretches: [Stretch] = [], k = 0
        func add(_ isTable: Bool, _ part: Range<Int>) {
            guard let first = part.first, let last = part.last else { return }
            stretches.append(Stretch(
                isTable: isTable, cells: rows[first].lowerBound..<rows[last].upperBound, row: placed[rows[first].lowerBound].row, rows: part.count))
        }
        var reach = -1
        while k < rows.count {
            let begin = k
            while k < rows.count, isLine(k) { k += 1 }
            // 责任分工 over 牵头单位 and 配合单位 is of the titles; one over the whole width is that of the table.
            if k > begin, k < rows.count, !hasGap(k), let over = placed[rows[k - 1]].first, over.column > 0, over.columnSpan > 1, over.columnSpan + 1 < rows[k].count { k -= 1 }
            add(false, begin..<k)
            let top = k
            while k < rows.count {
                for cell in rows[k] { reach = max(reach, placed[cell].row + placed[cell].rowSpan - 1) }
                k += 1
                if k < rows.count, isLine(k), hasGap(k), placed[rows[k].lowerBound].row > reach { break }
            }
            var end = k
            // In the first column, or apart: right under the table and in another column it is a row whose other cells are empty.
            while end > top, isLine(end - 1), placed[rows[end - 1].lowerBound].column == 0 || k == rows.count && hasGap(end - 1),
                  placed[rows[end - 1].lowerBound].row > tableReach(placed, rows, top..<(end - 1)) { end -= 1 }
            add(true, top..<end)
            k = end > top ? end : k
            // Lines below are taken up by the next round as lines.
        }
        return stretches
    }

    /// The last row that merged cells of the rows reach.
    private static func tableReach(_ placed: [Placed], _ rows: [Range<Int>], _ part: Range<Int>) -> Int {
        guard let last = part.last else { return -1 }
        return placed[rows[last]].map { $0.row + $0.rowSpan - 1 }.max() ?? -1
    }
}

/// Numbers without the gaps between them.
private struct Dense {
    private let values: [Int]

    /// - Parameter ascending: with repetitions.
    init(_ ascending: [Int]) {
        var values: [Int] = []
        for value in ascending where value != values.last { values.append(value) }
        self.values = values
    }

    /// How many lie below a number.
    func place(_ value: Int) -> Int {
        var low = 0, high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func count(in range: ClosedRange<Int>) -> Int { max(1, place(range.upperBound + 1) - place(range.lowerBound)) }
}
