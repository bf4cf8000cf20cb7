/// A table of a Word file while it is read: the grid that its rows and cells span.
struct WordTable {
    enum Merge { case none, begins, goesOn }

    /// More columns than Word allows (63) are a mistake or an attack.
    private static let widest = 256

    let index: Int
    private(set) var row = -1
    private var column = 0
    /// Per column the cell that a merge downwards began.
    private var merged: [Int: Int] = [:]
    /// Of the cell that is being read.
    var columnSpan = 1
    var merge = Merge.none
    private(set) var isUnplaced = false
    /// The row was deleted, or inserted and that is not wanted.
    var isRowGone = false

    init(index: Int) { self.index = index }

    mutating func beginRow() {
        row += 1
        column = 0
        isRowGone = false
    }

    /// `gridBefore`: the row begins further right.
    mutating func skipColumns(_ count: Int) { column = min(max(count, 0), Self.widest - 1) }

    mutating func beginCell() {
        columnSpan = 1
        merge = .none
        isUnplaced = true
    }

    /// The number of the cell that is being read; that of the upper one where it is merged with it.
    mutating func place(_ grid: inout GridTables, paragraphs: Int) -> Int? {
        guard isUnplaced else { return nil }
        isUnplaced = false
        let start = min(column, Self.widest - 1)
        let width = max(1, min(columnSpan, Self.widest - start))
        column = start + width
        if merge == .goesOn, let above = merged[start] {
            grid.cells[above].rowSpan = max(row, 0) - grid.cells[above].row + 1
            return above
        }
        let cell = grid.cells.count
        for k in start..<(start + width) { merged[k] = nil }
        if merge != .none { merged[start] = cell }
        grid.cells.append(GridTables.Cell(
            table: index, row: max(row, 0), column: start, rowSpan: 1, columnSpan: width, paragraphs: paragraphs..<paragraphs))
        return cell
    }
}
