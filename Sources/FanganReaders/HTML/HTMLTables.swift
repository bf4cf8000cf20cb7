import FanganText

/// Tells tables that hold data from those that lay a page out, and gives every paragraph its place in the former.
struct HTMLTables {
    private let page: HTMLPage
    /// For each table its number among the data tables, nil for one that lays out.
    private var numbers: [Int?]

    /// - Parameter passedOver: paragraphs that are of no table, such as a page's table of facts.
    static func positions(_ page: HTMLPage, passingOver passedOver: Set<Int>) -> [CellPosition?] {
        let tables = HTMLTables(page)
        return page.marks.indices.map { passedOver.contains($0) ? nil : tables.position(page.marks[$0].cell) }
    }

    private init(_ page: HTMLPage) {
        self.page = page
        numbers = Array(repeating: nil, count: page.tables.count)
        var isData = [Bool](repeating: false, count: page.tables.count)
        var holdsData = [Bool](repeating: false, count: page.tables.count)
        var cells = [[HTMLPage.Cell]](repeating: [], count: page.tables.count)
        for cell in page.cells where !cell.paragraphs.isEmpty { cells[cell.table].append(cell) }
        // A nested table comes after the one around it.
        for index in page.tables.indices.reversed() {
            isData[index] = !holdsData[index] && Self.isData(page.tables[index], cells[index])
            let around = page.tables[index].cell
            if around >= 0, isData[index] || holdsData[index] { holdsData[page.cells[around].table] = true }
        }
        var next = 0
        for index in page.tables.indices where isData[index] {
            numbers[index] = next
            next += 1
        }
    }

    /// At least two columns of text in two rows, or three in one, and no cell that is the page's whole text.
    private static func isData(_ table: HTMLPage.Table, _ cells: [HTMLPage.Cell]) -> Bool {
        guard Set(cells.map(\.column)).count >= 2 else { return false }
        var perRow: [Int: Int] = [:]
        for cell in cells { perRow[cell.row, default: 0] += 1 }
        let rows = perRow.values.filter { $0 >= 2 }.count
        guard rows >= 2 || perRow.values.contains(where: { $0 >= 3 }) else { return false }
        // A column of text beside others: the cell with most of the paragraphs makes the table a frame.
        let largest = cells.map(\.paragraphs.count).max() ?? 0
        return !(largest > 15 && largest * 10 > table.paragraphs.count * 6 && rows < 3)
    }

    /// The place in the innermost data table around a cell.
    private func position(_ cell: Int) -> CellPosition? {
        var cell = cell
        while cell >= 0 {
            let place = page.cells[cell], table = page.tables[place.table]
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
