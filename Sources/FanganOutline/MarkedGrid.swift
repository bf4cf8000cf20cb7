import FanganText

/// The grid of a table whose cells the reader has marked with their place.
struct MarkedGrid {
    let reader: TableReader
    var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func grid(from start: Int) -> TableGrid? {
        guard let first = walk.lines[start].block.cell else { return nil }
        var end = start
        while end < reader.limit, let cell = walk.lines[end].block.cell, cell.table == first.table { end += 1 }
        var rows = rows(start..<end)
        let (columns, count) = header(rows, at: start)
        if columns.isEmpty, let grid = CellKeys(reader: reader).grid(of: rows, end: end) { return grid }
        joinBrokenLines(&rows, columns)
        let wide = joinWideRows(&rows, count, columns)
        shiftShortRows(&rows, count, columns)
        var grid = TableGrid(columns: columns, rows: [], end: end)
        grid.broken = brokenRow(rows, count, columns) ?? wide
        let head = rows.prefix(count).map(\.texts)
        grid.head = rows.prefix(count).flatMap { $0.cells.flatMap { $0.lines.map(\.block.span) } }
        rows.removeFirst(count)
        for row in rows {
            // The titles again on the next page.
            if row.cells.count >= 2, head.contains(where: row.says) {
                grid.head += row.cells.flatMap { $0.lines.map(\.block.span) }
            } else {
                grid.rows.append(row)
            }
        }
        if grid.columns.isEmpty { grid.columns = ColumnGuess(reader: reader).columns(of: grid.rows) }
        return grid
    }

    private func rows(_ lines: Range<Int>) -> [TableGrid.Row] {
        var rows: [TableGrid.Row] = [], last: Int?, i = lines.lowerBound
        while i < lines.upperBound {
            guard let cell = walk.lines[i].block.cell else { i += 1; continue }
            if cell.row != last {
                rows.append(TableGrid.Row(number: cell.row))
                // Rows of a table have about as many cells.
                rows[rows.count - 1].cells.reserveCapacity(rows.count > 1 ? rows[rows.count - 2].cells.count : 8)
                last = cell.row
            }
            let start = i
            repeat { i += 1 } while i < lines.upperBound && walk.lines[i].block.cell?.row == cell.row && walk.lines[i].block.cell?.column == cell.column
            rows[rows.count - 1].cells.append(TableGrid.Cell(column: cell.column, lines: Array(walk.lines[start..<i]), rowSpan: cell.rowSpan, columnSpan: cell.columnSpan))
        }
        return rows
    }

    /// `示范区市场` ⏎ `监管局`, `2025年` ⏎ `6月底`, `贯彻《数控` ⏎ `装备标准》`: a line end inside a name, a day or a bracket, also where someone set it in a cell of a
    /// spreadsheet.
    private func joinBrokenLines(_ rows: inout [TableGrid.Row], _ columns: [TableReader.Column]) {
        for r in rows.indices {
            for c in rows[r].cells.indices where rows[r].cells[c].column < columns.count {
                let role = columns[rows[r].cells[c].column].role
                let isText = role == .content || role == .group
                guard role.namesUnits || role == .due || isText, case var lines = rows[r].cells[c].lines, lines.count > 1 else { continue }
                let isPhrase = isText && isPhrase(lines)
                var isJoined = false
                for i in lines.indices.dropFirst() where isPhrase || BrokenCells.isBroken(lines[i - 1], lines[i], role, reader) {
                    lines[i] = lines[i].with(continues: true)
                    isJoined = true
                }
                if isJoined { rows[r].cells[c].lines = lines }
            }
        }
    }

    /// `医务人员` ⏎ `满意度`: so few characters without a mark are no title with its text. `新建水厂` ⏎ `改造管网` are two: a column breaks a line that is
    /// longer than what is left.
    private func isPhrase(_ lines: [Line]) -> Bool {
        guard let last = lines.last, lines.dropLast().allSatisfy({ $0.passage.count > last.passage.count }) else { return false }
        return lines.dropFirst().allSatisfy { $0.label == nil } && lines.reduce(0) { $0 + $1.passage.count - ($1.label?.length ?? 0) } <= Self.longestPhrase
            && lines.enumerated().allSatisfy { n, line in line.passage.scalars[(n == 0 ? line.label?.length ?? 0 : 0)...].allSatisfy { $0.isIdeograph } }
    }

    private static let longestPhrase = 10

    /// `县市监局 ⇥ 县审计局 ⇥ 长期坚持` behind `1 ⇥ 维护权益 ⇥ 县商务局`: two rows that lack cells, of which the second has no number: a line end broke one in a way that
    /// the reader could not tell.
    private func brokenRow(_ rows: [TableGrid.Row], _ first: Int, _ columns: [TableReader.Column]) -> Span? {
        guard columns.first?.role == .ordinal, walk.document.source.mediaType == "text/plain", first + 1 < rows.count else { return nil }
        for i in (first + 1)..<rows.count {
            guard let cell = rows[i].cells.first, cell.column == 0, rows[i].cells.count > 1, rows[i - 1].cells.count < columns.count, let number = rows[i - 1].cells.first, number.column == 0, isNumber(number),
                  !isNumber(cell), !isGroupNumber(cell), let line = cell.lines.first, line.label == nil, line.passage.count > 2 else { continue }
            return line.block.span
        }
        return nil
    }

    /// `2 ⇥ 改造小学 ⇥ 5所 ⇥ 县住建局 ⇥ 6月底` under four titles: a tab too many in the cell of what is to be done or of its units, where units and days stand under their titles
    /// once it is taken out. The first such row.
    private func joinWideRows(_ rows: inout [TableGrid.Row], _ first: Int, _ columns: [TableReader.Column]) -> Span? {
        guard columns.first?.role == .ordinal, columns.count >= 3, walk.document.source.mediaType == "text/plain" else { return nil }
        var found: Span?
        for i in rows.indices.dropFirst(first) {
            guard let last = rows[i].cells.last, last.column >= columns.count, let number = rows[i].cells.first, isNumber(number), let span = number.lines.first?.block.span else { continue }
            found = found ?? span
            let extra = last.column - columns.count + 1
            let row = rows[i].cells
            if let cells = row.indices.dropFirst().lazy.compactMap({ joined(row, at: $0, extra, columns) }).first { rows[i].cells = cells }
        }
        return found
    }

    /// The cells with those behind one joined to it, if they are of its kind: `改造小学 ⇥ 5所`, `县住建局 ⇥ 县财政局`.
    private func joined(_ row: [TableGrid.Cell], at k: Int, _ extra: Int, _ columns: [TableReader.Column]) -> [TableGrid.Cell]? {
        guard row[k].column < columns.count, case let role = columns[row[k].column].role, role == .content || role.namesUnits else { return nil }
        let behind = row[(k + 1)...].prefix { $0.column <= row[k].column + extra }
        guard behind.allSatisfy({ cell in
            let text = Passage(cell.text)
            // 5所 ends as a name does.
            let isName = reader.endsAsName(text) && !text.scalars.contains { digitValue($0) != nil }
            return isName == role.namesUnits && !TableReader.isDue(text)
        }) else { return nil }
        var cells = row
        cells.removeSubrange(k + 1..<k + 1 + behind.count)
        for cell in behind { cells[k].lines += role == .content ? cell.lines.map { $0.with(continues: true) } : cell.lines }
        for n in cells.indices where n > k { cells[n].column -= extra }
        return fits(Array(cells.dropFirst()), columns, 0) ? cells : nil
    }

    /// `培育企业 ⇥ 县工信局 ⇥ 7月底` under `1 ⇥ 发展农业 ⇥ 新建农田 ⇥ 县农业农村局 ⇥ 6月底`: the cells in front were merged with those above and
    /// are not even empty. Told by units and days, which stand under their titles once the row is shifted.
    private func shiftShortRows(_ rows: inout [TableGrid.Row], _ first: Int, _ columns: [TableReader.Column]) {
        guard columns.first?.role == .ordinal, columns.count >= 3, !rows.contains(where: { $0.cells.contains { $0.rowSpan > 1 } }) else { return }
        for i in rows.indices.dropFirst(first) {
            let cells = rows[i].cells
            guard cells.count >= 2, cells.count < columns.count, cells.indices.allSatisfy({ cells[$0].column == $0 }), !isNumber(cells[0]), !isGroupNumber(cells[0]), cells[0].lines.first?.label == nil else { continue }
            let shifts = (1...(columns.count - cells.count)).reversed()
            guard let shift = shifts.first(where: { shift in fits(cells, columns, shift) }) else { continue }
            for k in cells.indices { rows[i].cells[k].column += shift }
        }
    }

    /// Whether units and days among cells stand under such titles, and at least one does.
    private func fits(_ cells: [TableGrid.Cell], _ columns: [TableReader.Column], _ shift: Int) -> Bool {
        var told = 0
        for cell in cells {
            let text = Passage(cell.text), role = columns[cell.column + shift].role, isDay = TableReader.isDue(text)
            switch role {
            case .due: if isDay { told += 1 } else { return false }
            case .lead, .responsible, .support, .owner: if !isDay, reader.endsAsName(text) { told += 1 } else { return false }
            case .ordinal: return false
            default: if isDay { return false }
            }
        }
        return told > 0 && columns[cells[0].column + shift].role == .content
    }

    private func isNumber(_ cell: TableGrid.Cell) -> Bool { Int(cell.text) != nil }

    /// `二 ⇥ 资金方面` below a row whose last cells are empty begins a group.
    private func isGroupNumber(_ cell: TableGrid.Cell) -> Bool {
        let text = Passage(cell.text).unbracketed()
        return !text.isEmpty && text.count <= 4 && ChineseNumeral.value(text.scalars[...]) != nil
    }
}
