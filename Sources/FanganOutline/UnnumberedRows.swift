import FanganText

/// Rows with nothing but a cell of content over a numbered one: the title of a group, or a duty without a number.
struct UnnumberedRows {
    private let roles: CellRoles
    private let vocabulary: OutlineVocabulary
    /// Groups are titled in the column of content, without a number.
    private let hasTitles: Bool
    /// Sentences in the column of content without a number, over numbered rows, are duties.
    private let hasDuties: Bool

    init(_ rows: [TableGrid.Row], _ roles: CellRoles, _ vocabulary: OutlineVocabulary) {
        (self.roles, self.vocabulary) = (roles, vocabulary)
        let first = Self.first(of: rows, roles)
        hasDuties = first.map(Self.isSentence) ?? false
        hasTitles = first != nil && !hasDuties
    }

    /// `⇥项目建设⇥⇥` over the row with number 1: where the first group is so titled, so are the others.
    private static func first(of rows: [TableGrid.Row], _ roles: CellRoles) -> TableGrid.Cell? {
        guard rows.count > 2, rows[0].cells.count == 1, let cell = rows[0].cells.first, roles.isContent(cell), let number = roles.columns.firstIndex(where: { $0.role == .ordinal }) else { return nil }
        return rows[1].cells.contains { $0.column == number && RowKey.plain($0.text) == "1" } ? cell : nil
    }

    func isDuty(_ row: TableGrid.Row, over below: TableGrid.Row?) -> Bool { hasDuties && stands(row, over: below) }

    /// `同步完成管网接驳` goes on with the row above, whatever has a number below it.
    func isTitle(_ row: TableGrid.Row, over below: TableGrid.Row?) -> Bool {
        guard hasTitles, stands(row, over: below), row.cells[0].rowSpan == 1, row.cells[0].lines.count == 1, row.cells[0].lines[0].label == nil else { return false }
        let text = row.cells[0].lines[0].passage.trimmed()
        return vocabulary.tables.joinWords.match(text.scalars, at: 0) == nil && !text.scalars.contains(where: Self.clauseMarks.contains)
    }

    /// Nothing but content, and the row below has a number.
    private func stands(_ row: TableGrid.Row, over below: TableGrid.Row?) -> Bool {
        row.cells.count == 1 && roles.isContent(row.cells[0]) && below?.cells.contains { roles.role($0) == .ordinal && Int(RowKey.plain($0.text)) != nil } ?? false
    }

    /// `落实主体责任，加强督促检查。`
    private static func isSentence(_ cell: TableGrid.Cell) -> Bool {
        cell.lines.allSatisfy { $0.label == nil } && cell.lines.last?.passage.last.map(finished.contains) ?? false && cell.lines.contains { $0.passage.scalars.contains(where: clauseMarks.contains) }
    }

    private static let finished: ScalarSet = "。；;！）)"
    private static let clauseMarks: ScalarSet = "，。；"
}
