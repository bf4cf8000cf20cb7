/// Where the cells of a table stand once `rowspan` and `colspan` are carried out.
struct HTMLTableGrid: Sendable {
    /// More columns than this are a mistake or an attack.
    private static let widest = 256
    private static let highest = 4096

    private(set) var row = -1
    private var column = 0
    /// Per column the first row that is free.
    private var free: [Int] = []

    mutating func beginRow() {
        row += 1
        column = 0
    }

    /// The place of the next cell.
    mutating func place(rowSpan: Int, columnSpan: Int) -> (row: Int, column: Int, rowSpan: Int, columnSpan: Int) {
        if row < 0 { beginRow() }
        while column < free.count, free[column] > row { column += 1 }
        let start = min(column, Self.widest - 1)
        let width = max(1, min(columnSpan, Self.widest - start))
        // `rowspan=0` goes on to the end of the table.
        let height = rowSpan == 0 ? Self.highest : max(1, min(rowSpan, Self.highest))
        while free.count < start + width { free.append(0) }
        for k in start..<(start + width) { free[k] = row + height }
        column = start + width
        return (row, start, height, width)
    }
}
