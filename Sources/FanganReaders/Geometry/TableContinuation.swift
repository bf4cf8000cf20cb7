import FanganText

/// Puts the parts of a table that goes over several pages together: rows that the page's end broke, cells that are merged
/// over it, and heads that are printed anew on each page.
enum TableContinuation {
    /// The elements of all pages in order.
    static func joined(_ pages: [[FlowElement]]) -> [FlowElement] {
        var flow: [FlowElement] = []
        for element in pages.joined() {
            if case let .table(next) = element, let place = tableBefore(flow), case var .table(table) = flow[place],
               table.page < next.page, table.isAligned == next.isAligned, areSame(table, next) {
                let between = Array(flow[(place + 1)...])
                flow.removeSubrange(place...)
                append(next, to: &table, between: between)
                flow.append(.table(table))
            } else {
                flow.append(element)
            }
        }
        return flow
    }

    /// The last element but for furniture, if it is a table.
    private static func tableBefore(_ flow: [FlowElement]) -> Int? {
        guard let place = flow.lastIndex(where: { element in
            if case let .line(line) = element { return line.furniture == nil }
            return true
        }), case .table = flow[place] else { return nil }
        return place
    }

    /// Of a table without rules the columns' left edges: how far text goes to the right differs from page to page.
    private static func areSame(_ a: FlowTable, _ b: FlowTable) -> Bool {
        a.columns.count == b.columns.count && zip(a.columns, b.columns).dropLast(a.isAligned ? 1 : 0).allSatisfy { abs($0 - $1) < (a.isAligned ? 24 : 4) }
    }

    private static func append(_ next: FlowTable, to table: inout FlowTable, between: [FlowElement]) {
        let heads = repeatedRows(table, next)
        var cells = next.cells.filter { $0.row >= heads }
        let isBroken = isRowBroken(table, cells, firstRow: heads)
        var shift = table.rows - heads
        if isBroken { shift -= 1 }
        for case let .line(line) in between { table.furniture.append((table.rows, line)) }
        for cell in next.cells where cell.row < heads {
            for var line in cell.lines {
                line.furniture = .runningHead
                table.furniture.append((table.rows, line))
            }
        }
        for c in cells.indices { cells[c].row += shift }
        let seam = isBroken ? table.rows - 1 : table.rows
        for cell in cells {
            if cell.row == seam, let above = cellAbove(table, cell, seam), isBroken || cell.isEmpty && !table.cells[above].isEmpty && mayGoOn(table, next, cell.column) {
                table.cells[above].lines += cell.lines
                table.cells[above].rowSpan = max(table.cells[above].rowSpan, cell.row + cell.rowSpan - table.cells[above].row)
            } else {
                table.cells.append(cell)
            }
        }
        table.rows += next.rows - heads - (isBroken ? 1 : 0)
        table.page = next.page
    }

    /// Whether an empty cell under the page's end may be the lower part of one above it. Without rules nothing says so, and where another cell of its
    /// column is empty, this one may be as well.
    private static func mayGoOn(_ table: FlowTable, _ next: FlowTable, _ column: Int) -> Bool {
        func isEmpty(_ cell: FlowTable.Cell) -> Bool { cell.column == column && cell.isEmpty && cell.columnSpan == 1 }
        return !table.isAligned && !table.cells.suffix(cellsLookedAt).contains(where: isEmpty) && !next.cells.contains { $0.row > 2 && isEmpty($0) }
    }

    /// Of the pages before; not all of them, so that a table over a thousand pages is not gone through a thousand times.
    private static let cellsLookedAt = 400

    /// How many rows at the top of `next` are the table's own first rows again.
    private static func repeatedRows(_ table: FlowTable, _ next: FlowTable) -> Int {
        var rows = 0
        while rows < 3, rows < next.rows - 1, rows < table.rows {
            let then = row(table, rows), now = row(next, rows)
            guard !now.isEmpty, now.contains(where: { !$0.isEmpty }), then.map(\.column) == now.map(\.column),
                  zip(then, now).allSatisfy({ $0.text == $1.text && $0.rowSpan == $1.rowSpan }) else { break }
            rows += 1
        }
        return rows
    }

    private static func row(_ table: FlowTable, _ row: Int) -> [FlowTable.Cell] {
        table.cells.prefix { $0.row <= row }.filter { $0.row == row }.sorted { $0.column < $1.column }
    }

    /// The cell of the last row at a cell's columns.
    private static func cellAbove(_ table: FlowTable, _ cell: FlowTable.Cell, _ seam: Int) -> Int? {
        let last = table.rows - 1
        return table.cells.lastIndex {
            $0.row <= last && $0.row + $0.rowSpan > last && $0.column == cell.column && $0.columnSpan == cell.columnSpan
        }
    }

    /// Whether the first row goes on with the last one of the page before: every cell with text has one with text above
    /// it, and a cell above broke off in mid-sentence at its right edge.
    private static func isRowBroken(_ table: FlowTable, _ cells: [FlowTable.Cell], firstRow: Int) -> Bool {
        let first = cells.filter { $0.row == firstRow }
        guard first.contains(where: { !$0.isEmpty }) else { return false }
        var isTorn = false
        for cell in first {
            guard let above = cellAbove(table, cell, table.rows - 1) else { return false }
            guard let next = cell.lines.first else { continue }
            guard let last = table.cells[above].lines.last else { return false }
            if last.isFull(before: next), !endsSentence(last.text) { isTorn = true }
        }
        if countsOn(table, first) { return false }
        // A new row has its number or its name.
        let gaps = first.filter { cell in
            cell.isEmpty && (cellAbove(table, cell, table.rows - 1).map { !table.cells[$0].isEmpty && table.cells[$0].rowSpan == 1 } ?? false)
        }
        let filled = first.filter { !$0.isEmpty }
        // `5 | 市教育局 | 2.加强…` goes on with ` | | 3.加强…`: only the longest cells have lines left.
        if gaps.count >= filled.count, filled.allSatisfy({ $0.rowSpan == 1 }) { return true }
        return isTorn && (!gaps.isEmpty || first.filter { !$0.isEmpty }.allSatisfy { !beginsNumber($0) })
    }

    /// `15` above `16` in one column: the number of a row is printed once.
    private static func countsOn(_ table: FlowTable, _ first: [FlowTable.Cell]) -> Bool {
        first.contains { cell in
            guard let now = number(cell), let above = cellAbove(table, cell, table.rows - 1), let then = number(table.cells[above]) else { return false }
            return now == then + 1
        }
    }

    /// What a cell says that holds nothing but a number.
    private static func number(_ cell: FlowTable.Cell) -> Int? {
        guard cell.lines.count == 1, let line = cell.lines.first else { return nil }
        return line.text.withUnsafeBufferPointer { bytes in
            if let bare = PageMark.bareNumber(bytes, 0..<bytes.count) { return bare }
            return NumberLabelScanner(bytes, limit: bytes.count).label(at: 0).flatMap { $0.length == bytes.count ? $0.value : nil }
        }
    }

    private static func endsSentence(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { Punctuation.endsSentence(UTF8Scan.scalar($0, before: $0.count).value) }
    }

    private static func beginsNumber(_ cell: FlowTable.Cell) -> Bool {
        guard let line = cell.lines.first else { return false }
        return line.text.withUnsafeBufferPointer { bytes in
            PageMark.bareNumber(bytes, 0..<bytes.count) != nil || NumberLabelScanner(bytes, limit: bytes.count).label(at: 0) != nil
        }
    }
}
