import FanganText

/// Cells that stand in several rows of a table: each of those rows has who and by when from them.
struct MergedCells {
    /// Whether cells of units and deadlines are marked as merged; where none is, an empty cell may be one that lost its mark.
    let areMarked: Bool
    private let roles: [ColumnRole]
    /// Cells that reach down at once; a row that took hundreds would make of a page's few bytes a graph of many megabytes.
    private static let mostCarried = 24
    private var carried: [(end: Int, cell: TableRow.Cell)] = []
    private var groups: [(end: Int, column: Int, cell: TableRow.Cell)] = []
    /// No cell at all is marked as merged: a group goes on until the next one begins.
    private let isUnmarked: Bool
    /// First row behind a merged cell of content.
    private var contentEnd = 0

    init(_ grid: TableGrid) {
        let roles = grid.columns.map(\.role)
        self.roles = roles
        isUnmarked = !grid.rows.contains { $0.cells.contains { $0.rowSpan > 1 } }
        areMarked = grid.rows.contains { row in row.cells.contains { $0.rowSpan > 1 && Self.isShared($0, roles) } }
    }

    private static func isShared(_ cell: TableGrid.Cell, _ roles: [ColumnRole]) -> Bool {
        guard cell.column < roles.count else { return false }
        return roles[cell.column].namesUnits || roles[cell.column] == .due || roles[cell.column] == .person
    }

    /// `全市` in a column of its own beside several rows.
    private static func isRemark(_ cell: TableGrid.Cell, _ roles: [ColumnRole]) -> Bool {
        cell.column < roles.count && [.method, .note, .unknown].contains(roles[cell.column]) && cell.lines.reduce(0) { $0 + $1.passage.count } <= longestRemark
    }

    /// Characters of what is repeated in each row.
    private static let longestRemark = 60

    /// Whether a row has no content of its own because that of a row above reaches down to it; notes the row's own.
    mutating func goesOn(_ row: TableGrid.Row, content: Set<Int>) -> Bool {
        var tallest: Int?
        for cell in row.cells where content.contains(cell.column) { tallest = max(tallest ?? 0, cell.rowSpan) }
        guard let tallest else { return row.number < contentEnd }
        contentEnd = tallest > 1 ? row.number + tallest : 0
        return false
    }

    /// What is over the whole width ends the groups above it.
    mutating func endGroups() { groups = [] }

    /// Gives a row the groups that reach down to it (类别), whatever is known of its other cells.
    mutating func addGroups(to row: inout TableRow, _ source: TableGrid.Row, titles: [String]) {
        groups.removeAll { $0.end <= source.number }
        // A new group ends the one before, and what it holds.
        if isUnmarked, let first = source.cells.first(where: { isGroup($0) && !$0.text.isEmpty })?.column { groups.removeAll { $0.column >= first } }
        let own = row.cells(.group)
        row.cells += groups.map(\.cell)
        for cell in source.cells where (isUnmarked || cell.rowSpan > 1) && isGroup(cell) && groups.count < Self.mostCarried {
            guard let found = own.first(where: { $0.title == titles[cell.column] }) else { continue }
            groups.append((isUnmarked ? Int.max : source.number + cell.rowSpan, cell.column, found))
        }
    }

    private func isGroup(_ cell: TableGrid.Cell) -> Bool { cell.column < roles.count && roles[cell.column] == .group }

    /// Gives a row the merged cells from above, and keeps those that begin in it.
    mutating func apply(to row: inout TableRow, _ source: TableGrid.Row, titles: [String]) {
        carried.removeAll { $0.end <= source.number }
        let own = row.cells
        row.cells += carried.map(\.cell)
        for cell in source.cells where cell.rowSpan > 1 && (Self.isShared(cell, roles) || Self.isRemark(cell, roles)) {
            guard carried.count < Self.mostCarried, let found = own.first(where: { $0.column == roles[cell.column] && $0.title == titles[cell.column] }) else { continue }
            carried.append((source.number + cell.rowSpan, found))
        }
    }
}
