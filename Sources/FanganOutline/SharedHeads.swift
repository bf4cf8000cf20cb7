import FanganText

/// Cells that head several rows of a table: 目标任务 over its 具体工作, 项目 over its 主要措施.
///
/// Where cells are marked as merged, they reach as far as the mark says; in a table that lost all such marks, an empty cell has
/// what stands above it.
struct SharedHeads {
    /// Columns that may head rows: groups, and content with more exact content behind it.
    private let columns: Set<Int>
    /// The column whose cell is a row's title where the row has none.
    private let titling: Int?
    /// It is content, hence of the text of the row in which it stands.
    let isContent: Bool
    private let isMarked: Bool
    /// In a table without marks, the rows that begin behind an empty cell, by column.
    private var headless: [Int: Set<Int>] = [:]
    private var open: [Int: (cell: TableGrid.Cell, row: Int, end: Int)] = [:]

    init(_ grid: TableGrid, content: Set<Int>, vocabulary: OutlineVocabulary) {
        let last = content.max() ?? 0, roles = grid.columns.map(\.role)
        columns = Set(roles.indices.filter { $0 < last && (content.contains($0) || roles[$0] == .group) }.suffix(Self.most))
        let named = columns.filter { content.contains($0) || vocabulary.tables.titlingColumns.contains(grid.columns[$0].title) }
        // What is assessed is told by its own words.
        titling = roles.contains(.score) ? nil : named.max()
        isContent = titling.map(content.contains) ?? false
        isMarked = grid.rows.contains { $0.cells.contains { $0.rowSpan > 1 } } || grid.rows.allSatisfy { $0.number == 0 }
        guard !isMarked else { return }
        for column in columns {
            headless[column] = Set(grid.rows.filter { row in row.cells.contains { $0.column > column && content.contains($0.column) } && !row.cells.contains { $0.column == column } }.map(\.number))
        }
    }

    /// Whether a table has such columns.
    var areThere: Bool { !columns.isEmpty }

    /// Notes the heads that begin in a row, and tells whether one of them goes on in it.
    mutating func note(_ row: TableGrid.Row) -> Bool {
        guard areThere else { return false }
        for cell in row.cells where columns.contains(cell.column) && !cell.text.isEmpty {
            open[cell.column] = (cell, row.number, row.number + cell.rowSpan)
            // A new group: what headed rows inside the one before is over.
            for column in columns where column > cell.column && (open[column].map { $0.row < row.number } ?? false) { open[column] = nil }
        }
        return open.values.contains { $0.row < row.number && covers($0.end, row) }
    }

    /// Whether a cell of a row heads the next row too.
    func covers(_ cell: TableGrid.Cell, rowsBehind row: TableGrid.Row) -> Bool {
        columns.contains(cell.column) && (isMarked ? cell.rowSpan > 1 : headless[cell.column]?.contains(row.number + 1) ?? false)
    }

    private func covers(_ end: Int, _ row: TableGrid.Row) -> Bool { isMarked ? row.number < end : true }

    /// The title that a row has from a cell above, or from its group's.
    /// - Parameter isBeside: a cell of the row itself counts too.
    func title(of row: TableGrid.Row, isBeside: Bool) -> Passage? {
        guard let titling, let head = open[titling], !isContent || isBeside || head.row < row.number, covers(head.end, row),
              let line = head.cell.lines.first, head.cell.lines.count == 1, line.label == nil, line.passage.count <= 40,
              line.passage.first(of: Self.marks, in: line.passage.indices) == nil else { return nil }
        return line.passage
    }

    /// Columns beside each other that head rows; no table has as many.
    private static let most = 8
    private static let marks: ScalarSet = "。；;！，,：:"
}
