import FanganText

/// Rows of a table that are no duties: sums, what a form says of itself, what is to be filled in or shows how it is filled in.
struct RowsWithoutDuty {
    private let roles: CellRoles
    private let reader: HeaderReader
    private let vocabulary: OutlineVocabulary
    private let forms: FormRows

    init(_ roles: CellRoles, _ walk: OutlineWalk) {
        (self.roles, reader, vocabulary) = (roles, walk.reader, walk.vocabulary)
        forms = FormRows(vocabulary: walk.vocabulary)
    }

    /// 合计, 总计: a sum of the column, no duty.
    func isTotal(_ row: TableGrid.Row) -> Bool {
        row.cells.prefix(2).contains { cell in
            guard let head = cell.head, vocabulary.tables.totalHeads.contains(head) else { return false }
            return vocabulary.tables.totals.contains(cell.text)
        }
    }

    /// `2 ⇥ XXX ⇥ XXX`, `单位：____ ⇥ 填表人：____`; a number under 任务 says something where a unit stands beside it.
    func holdsNothing(_ row: TableGrid.Row) -> Bool {
        func isEmpty(_ cell: TableGrid.Cell) -> Bool { cell.lines.count == 1 && forms.isPlaceholder(cell.lines[0].passage) }
        var hasDuties = false
        for cell in row.cells where roles.isContent(cell) {
            guard isEmpty(cell) else { return false }
            hasDuties = true
        }
        return hasDuties && !row.cells.contains { roles.role($0).namesUnits && !isEmpty($0) }
    }

    /// `例 ⇥ 改造公厕 ⇥ 某镇`, `（示例）改造公厕`
    func showsHow(_ row: TableGrid.Row) -> Bool {
        row.cells.prefix(Self.mostMarks).contains { cell in
            (cell.column == 0 || roles.role(cell) == .ordinal || roles.isContent(cell)) && cell.lines.first.map { forms.isExample($0.passage) } ?? false
        }
    }

    /// How many of the last rows are what a form says of itself: `填报人：张三 ⇥ 审核人：李四`. Whose a duty is (`牵头单位：县水利局`) it does not say there.
    func facts(behind rows: [TableGrid.Row]) -> Int {
        rows.suffix(Self.mostFacts).reversed().prefix { $0.cells.allSatisfy(isFact) }.count
    }

    private func isFact(_ cell: TableGrid.Cell) -> Bool {
        guard cell.lines.count == 1 else { return false }
        let text = cell.lines[0].passage.trimmed()
        guard reader.isFact(text), let colon = text.scalars.firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return false }
        return !(vocabulary.tables.role(ofColumn: text.part(0..<colon))?.namesUnits ?? false)
    }

    /// Cells in front that may say that a row is shown; rows behind the duties that are looked at.
    private static let mostMarks = 3, mostFacts = 3
}
