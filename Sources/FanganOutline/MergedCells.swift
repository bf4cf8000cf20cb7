import FanganText

/// Cells that stand in several rows of a table: each of those rows has who and by when from them.
struct MergedCells {
    private struct Carried {
        /// First row behind the merged cell.
        var end: Int
        var cell: TableRow.Cell
    }

    /// Whether the table's cells of units and deadlines are marked as merged; where none is, an empty cell may be one that
    /// lost its mark.
    let isMarked: Bool
    private let roles: [ColumnRole]
    private var carried: [Carried] = []
    /// First row behind a merged cell of content.
    private var contentEnd = 0

    private static let shared: Set<ColumnRole> = [.lead, .responsible, .support, .owner, .due, .person]

    init(rows: ArraySlice<Range<Int>>, columns: [TableReader.Column], lines: [Line]) {
        roles = columns.map(\.role)
        isMarked = rows.contains { row in
            row.contains { i in
                guard let cell = lines[i].block.cell, cell.rowSpan > 1, cell.column < columns.count else { return false }
                return Self.shared.contains(columns[cell.column].role)
            }
        }
    }

    /// Whether a row has no content of its own because that of a row above reaches down to it; notes the row's own.
    mutating func goesOn(_ row: Range<Int>, _ lines: [Line]) -> Bool {
        guard let index = lines[row.lowerBound].block.cell?.row else { return false }
        let content = row.compactMap { lines[$0].block.cell }.filter { $0.column < roles.count && roles[$0.column] == .content }
        if let tallest = content.map(\.rowSpan).max() { contentEnd = tallest > 1 ? index + tallest : 0 }
        return content.isEmpty && index < contentEnd
    }

    /// Gives a row the merged cells from above, and keeps those that begin in it.
    mutating func apply(to row: inout TableRow, _ range: Range<Int>, _ lines: [Line]) {
        guard let index = lines[range.lowerBound].block.cell?.row else { return }
        carried.removeAll { $0.end <= index }
        let own = row.cells
        row.cells += carried.map(\.cell)
        for i in range {
            guard let cell = lines[i].block.cell, cell.rowSpan > 1, cell.column < roles.count, Self.shared.contains(roles[cell.column]) else { continue }
            let passage = lines[i].passage.span(lines[i].passage.indices)
            guard let found = own.first(where: { $0.column == roles[cell.column] && $0.passage.span($0.passage.indices).contains(passage) }),
                  !carried.contains(where: { $0.cell.passage.span($0.cell.passage.indices) == found.passage.span(found.passage.indices) }) else { continue }
            carried.append(Carried(end: index + cell.rowSpan, cell: found))
        }
    }
}
