import FanganText

/// The tables of a format that marks its cells, while they are read and after.
struct GridTables: Sendable {
    struct Cell: Sendable {
        var table: Int
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        /// Its paragraphs, those of tables in it among them.
        var paragraphs: Range<Int>
    }

    struct Table: Sendable {
        /// The cell that it stands in, -1 for none.
        var cell: Int
        var paragraphs: Range<Int>
        var rows = 0
    }

    var tables: [Table] = []
    var cells: [Cell] = []

    /// Which of two tables, one in a cell of the other, is read as a table; the other one is a frame, or its paragraphs
    /// are the cell's.
    enum Nesting { case innerCounts, outerCounts }

    /// The place of each paragraph in a table that holds data.
    /// - Parameter innermost: for each paragraph its cell, -1 for none.
    func positions(of innermost: [Int], _ nesting: Nesting) -> [CellPosition?] {
        let numbers = numbers(nesting)
        return innermost.map { position($0, numbers) }
    }

    /// The numbers of the tables that hold data, nil for those that merely lay a page out.
    private func numbers(_ nesting: Nesting) -> [Int?] {
        var isData = [Bool](repeating: false, count: tables.count)
        var holdsData = isData
        var filled = [[Cell]](repeating: [], count: tables.count)
        for cell in cells where !cell.paragraphs.isEmpty { filled[cell.table].append(cell) }
        // A nested table comes after the one around it.
        for index in tables.indices.reversed() {
            isData[index] = !(nesting == .innerCounts && holdsData[index]) && Self.isData(tables[index], filled[index])
            let around = tables[index].cell
            if around >= 0, isData[index] || holdsData[index] { holdsData[cells[around].table] = true }
        }
        if nesting == .outerCounts {
            for index in tables.indices where tables[index].cell >= 0 && isWithinData(tables[index].cell, isData) { isData[index] = false }
        }
        var next = 0
        return tables.indices.map { index in
            guard isData[index] else { return nil }
            defer { next += 1 }
            return next
        }
    }

    private func isWithinData(_ cell: Int, _ isData: [Bool]) -> Bool {
        var cell = cell
        while cell >= 0 {
            if isData[cells[cell].table] { return true }
            cell = tables[cells[cell].table].cell
        }
        return false
    }

    /// At least two columns of text in two rows, or three in one, and no cell that is the page's whole text.
    private static func isData(_ table: Table, _ cells: [Cell]) -> Bool {
        guard Set(cells.map(\.column)).count >= 2 else { return false }
        var perRow: [Int: Int] = [:]
        for cell in cells { perRow[cell.row, default: 0] += 1 }
        let rows = perRow.values.filter { $0 >= 2 }.count
        guard rows >= 2 || perRow.values.contains(where: { $0 >= 3 }) else { return false }
        // A column of text beside others: the cell with most of the paragraphs makes the table a frame.
        let largest = cells.map(\.paragraphs.count).max() ?? 0
        return !(largest > 15 && largest * 10 > table.paragraphs.count * 6 && rows < 3)
    }

    /// The place in the innermost table with a number around a cell.
    private func position(_ cell: Int, _ numbers: [Int?]) -> CellPosition? {
        var cell = cell
        while cell >= 0 {
            let place = cells[cell], table = tables[place.table]
            if let number = numbers[place.table] {
                return CellPosition(
                    table: number, row: place.row, column: place.column,
                    rowSpan: min(place.rowSpan, max(1, table.rows - place.row)), columnSpan: place.columnSpan)
            }
            cell = table.cell
        }
        return nil
    }
}
