import FanganText

/// Cells that stand in several rows of a table: each of those rows has who and by when from them.
struct MergedCells {
    /// Whether cells of units and deadlines are marked as merged; where none is, an empty cell may be one that lost its mark.
    let areMarked: Bool
    private let roles: [ColumnRole]
    /// Cells that reach down at once; a row that took hundreds would make of a page's few bytes a graph of many megabytes.
    private static let mostCarried = 24
    private var carried: [(end: Int, cell: TableRow.Cell)] = []
    private var groups: [(end: Int, cell: TableRow.Cell)] = []
    /// First row behind a merged cell of content.
    private var contentEnd = 0

    init(_ grid: TableGrid) {
        let roles = grid.columns.map(\.role)
        self.roles = roles
        areMarked = grid.rows.contains { row in row.cells.contains { $0.rowSpan > 1 && Self.isShared($0, roles) } }
    }

    private static func isShared(_ cell: TableGrid.Cell, _ roles: [ColumnRole]) -> Bool {
        guard cell.column < roles.count else { return false }
        return roles[cell.column].namesUnits || roles[cell.column] == .due || roles[cell.column] == .person
    }

    /// Whether a row has no content of its own because that of a row above reaches down to it; notes the row's own.
    mutating func goesOn(_ row: TableGrid.Row, content: Set<Int>) -> Bool {
        let spans = row.cells.filter { content.contains($0.column) }.map(\.rowSpan)
        if let tallest = spans.max() { contentEnd = tallest > 1 ? row.number + tallest : 0 }
        return spans.isEmpty && row.number < contentEnd
    }

    /// Gives a row the groups that reach down to it (类别), whatever is known of its other cells.
    mutating func addGroups(to row: inout TableRow, _ source: TableGrid.Row, titles: [String]) {
        groups.removeAll { $0.end <= source.number }
        let own = row.cells(.group)
        row.cells += groups.map(\.cell)
        for cell in source.cells where cell.rowSpan > 1 && cell.column < roles.count && roles[cell.column] == .group && groups.count < Self.mostCarried {
            guard let found = own.first(where: { $0.title == titles[cell.column] }) else { continue }
            groups.append((source.number + cell.rowSpan, found))
        }
    }

    /// Gives a row the merged cells from above, and keeps those that begin in it.
    mutating func apply(to row: inout TableRow, _ source: TableGrid.Row, titles: [String]) {
        carried.removeAll { $0.end <= source.number }
        let own = row.cells
        row.cells += carried.map(\.cell)
        for cell in source.cells where cell.rowSpan > 1 && Self.isShared(cell, roles) {
            guard carried.count < Self.mostCarried, let found = own.first(where: { $0.column == roles[cell.column] && $0.title == titles[cell.column] }) else { continue }
            carried.append((source.number + cell.rowSpan, found))
        }
    }
}
