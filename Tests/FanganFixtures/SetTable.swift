import FanganText

/// A table as a typesetter gets it: cells on a grid, each with its paragraphs.
struct SetTable {
    struct Cell {
        var position: CellPosition
        var paragraphs: [String]
        /// Not printed yet.
        var lines: [(scalars: [Unicode.Scalar], lefts: [Double])] = []
    }

    let number: Int
    var cells: [Cell] = []
    var columns = 0
    var rows = 0

    init(number: Int) { self.number = number }

    mutating func add(_ text: String, _ position: CellPosition) {
        columns = max(columns, position.column + position.columnSpan)
        rows = max(rows, position.row + position.rowSpan)
        if let last = cells.lastIndex(where: { $0.position == position }) { cells[last].paragraphs.append(text) } else {
            cells.append(Cell(position: position, paragraphs: [text]))
        }
    }

    /// With cells that reach down over the rows that say the same, as far as ``Piece`` merges them.
    func merged() -> SetTable {
        var rows = [[[String]]](repeating: [[String]](repeating: [], count: columns), count: self.rows)
        for cell in cells { rows[cell.position.row][cell.position.column] = cell.paragraphs }
        var merged = SetTable(number: number)
        for (row, texts) in rows.enumerated() {
            for (column, paragraphs) in texts.enumerated() where Piece.merge(rows, row, column) != .goesOn {
                for text in paragraphs { merged.add(text, CellPosition(table: number, row: row, column: column, rowSpan: Piece.height(rows, row, column))) }
            }
        }
        return merged
    }

    /// With the places that no cell of the source takes.
    func filled() -> [Cell] {
        var isTaken = [Bool](repeating: false, count: rows * columns)
        for cell in cells {
            for row in cell.position.row..<cell.position.row + cell.position.rowSpan {
                for column in cell.position.column..<cell.position.column + cell.position.columnSpan { isTaken[row * columns + column] = true }
            }
        }
        let empty = isTaken.indices.filter { !isTaken[$0] }.map { place in
            Cell(position: CellPosition(table: number, row: place / columns, column: place % columns), paragraphs: [])
        }
        return cells + empty
    }

    /// Edges of the columns: as wide as their longest cells ask for, but none very narrow or wide.
    func edges(from left: Double, width: Double) -> [Double] {
        var wishes = [Double](repeating: 4, count: columns)
        for cell in cells where cell.position.columnSpan == 1 {
            for text in cell.paragraphs { wishes[cell.position.column] = max(wishes[cell.position.column], min(LineBreaking.width(text.unicodeScalars, 1), 16)) }
        }
        let all = wishes.reduce(0, +)
        return wishes.reduce(into: [left]) { $0.append(($0.last ?? left) + $1 / all * width) }
    }
}

extension Typesetter {
    private static let cellSize = 12.0, cellPitch = 18.0, padding = 5.0

    /// A row, or a part of one, on a page.
    private struct Strip {
        var row: Int
        var top: Double
        var bottom: Double
    }

    mutating func set(_ table: SetTable) {
        var cells = table.filled()
        let edges = table.edges(from: Self.left, width: Self.width)
        let breaking = LineBreaking(size: Self.cellSize, hangsMarks: style.hangsMarks, isJustified: style.isJustified)
        for c in cells.indices {
            let at = cells[c].position
            let room = edges[at.column + at.columnSpan] - edges[at.column] - 2 * Self.padding
            cells[c].lines = cells[c].paragraphs.flatMap { breaking.lines($0, width: max(room, Self.cellSize)) }
        }
        let whole = cells
        var heights = Self.heights(cells, rows: table.rows), strips: [Strip] = [], row = 0
        while row < table.rows {
            let free = Int((Self.bottom - y - 2 * Self.padding) / Self.cellPitch)
            let lines = heights[row] <= free ? heights[row] : style.breaksRows || free >= 30 ? min(free, heights[row]) : 0
            // A page's last lines are left free, and a row that is alone there goes over.
            if lines <= 0 || lines < heights[row] && lines < 3 {
                close(&strips, &cells, edges)
                turnPage()
                if style.repeatsTableHead, row > 0 { repeatHead(whole, edges) }
                continue
            }
            let height = Double(lines) * Self.cellPitch + 2 * Self.padding
            strips.append(Strip(row: row, top: y, bottom: y + height))
            y += height
            heights[row] -= lines
            if heights[row] == 0 { row += 1 }
        }
        close(&strips, &cells, edges)
        y += 8
    }

    private mutating func repeatHead(_ cells: [SetTable.Cell], _ edges: [Double]) {
        let first = cells.filter { $0.position.row == 0 }
        guard first.allSatisfy({ $0.position.rowSpan == 1 }) else { return }
        let count = first.map { $0.lines.count }.max() ?? 1
        let height = Double(count) * Self.cellPitch + 2 * Self.padding
        var strips = [Strip(row: 0, top: y, bottom: y + height)], heads = first
        y += height
        close(&strips, &heads, edges)
    }

    /// Rows in lines of text; the last row of merged cells is high enough for them.
    private static func heights(_ cells: [SetTable.Cell], rows: Int) -> [Int] {
        var heights = [Int](repeating: 1, count: rows)
        for cell in cells where cell.position.rowSpan == 1 { heights[cell.position.row] = max(heights[cell.position.row], cell.lines.count) }
        for cell in cells where cell.position.rowSpan > 1 {
            let last = cell.position.row + cell.position.rowSpan - 1
            let have = heights[cell.position.row...last].reduce(0, +)
            heights[last] += max(0, cell.lines.count - have)
        }
        return heights
    }

    /// Prints what a page holds of the table: from each cell as many lines as its part of the page has room for.
    private mutating func close(_ strips: inout [Strip], _ cells: inout [SetTable.Cell], _ edges: [Double]) {
        defer { strips = [] }
        for c in cells.indices {
            let at = cells[c].position
            let own = strips.filter { $0.row >= at.row && $0.row < at.row + at.rowSpan }
            guard let top = own.first?.top, let bottom = own.last?.bottom else { continue }
            let left = edges[at.column], right = edges[at.column + at.columnSpan]
            if style.drawsRules {
                for (a, b) in [((left, top), (right, top)), ((left, bottom), (right, bottom)), ((left, top), (left, bottom)), ((right, top), (right, bottom))] {
                    add(PrintedPage.Rule(from: a, to: b))
                }
            }
            let count = min(cells[c].lines.count, Int((bottom - top - 2 * Self.padding + 0.1) / Self.cellPitch))
            for (k, line) in cells[c].lines.prefix(count).enumerated() {
                let baseline = top + Self.padding + Double(k) * Self.cellPitch + Self.cellSize + 1
                add(PrintedPage.Line(scalars: line.scalars, lefts: line.lefts.map { $0 + left + Self.padding }, baseline: baseline, size: Self.cellSize))
            }
            cells[c].lines.removeFirst(count)
        }
    }
}
