import FanganText

/// Puts cells into rows: paragraphs of one cell are kept apart by a line feed, but for a name that a narrow column broke.
struct CellTexts {
    private let roles: CellRoles
    private let document: SourceDocument
    private let vocabulary: OutlineVocabulary
    /// By column the last cell with units or days, for those below that say 同上.
    private var said: [Int: TableRow.Cell] = [:]

    init(_ roles: CellRoles, _ walk: OutlineWalk) { (self.roles, document, vocabulary) = (roles, walk.document, walk.vocabulary) }

    mutating func add(_ cell: TableGrid.Cell, to row: inout TableRow) {
        let role = roles.role(cell), isSaidAgain = role.namesUnits || role == .due || role == .person
        if isSaidAgain, let first = cell.head, vocabulary.tables.dittoHeads.contains(first), let above = said[cell.column], vocabulary.isDitto(cell.text) {
            row.cells.append(above)
            return
        }
        for line in cell.lines { add(line, as: role, column: cell.column, to: &row) }
        if isSaidAgain { said[cell.column] = row.cells.last }
    }

    func add(_ line: Line, as role: ColumnRole, column: Int, to row: inout TableRow) {
        let title = column < roles.columns.count ? roles.columns[column].title : ""
        guard let last = row.cells.indices.last, row.cells[last].column == role, row.cells[last].title == title else {
            row.cells.append(TableRow.Cell(column: role, title: title, passage: line.passage))
            return
        }
        if !line.continues { row.cells[last].passage.appendBreak(at: line.block.span.start) }
        document.append(line.block.span, to: &row.cells[last].passage)
    }
}
