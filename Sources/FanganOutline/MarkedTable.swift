import FanganText

/// A table whose cells the reader has marked with their place in the grid.
struct MarkedTable {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func read(from start: Int) -> TableReader.Table? {
        guard let first = walk.lines[start].block.cell else { return nil }
        var end = start
        while end < reader.limit, let cell = walk.lines[end].block.cell, cell.table == first.table { end += 1 }
        let rows = rows(start..<end)
        let header = TableHeader(rows: rows, reader: reader)
        let columns = header.columns
        var table = TableReader.Table(end: end, rows: [], items: [], parts: [], hasScoreColumn: columns.contains { $0.role == .score })
        var merged = MergedCells(rows: rows.dropFirst(header.rowCount), columns: columns, lines: walk.lines)
        for (n, row) in rows.enumerated() {
            if n < header.rowCount || header.isRepeated(row, in: walk.lines) {
                for i in row { table.parts.append(OutlinePart(kind: .tableHead, span: walk.lines[i].block.span)) }
            } else if isTotal(row) {
                for i in row { table.parts.append(OutlinePart(kind: .tableCell, span: walk.lines[i].block.span)) }
            } else {
                read(row, columns, &merged, into: &table)
            }
        }
        return table.rows.isEmpty && table.parts.isEmpty ? nil : table
    }

    /// The lines of each row.
    private func rows(_ lines: Range<Int>) -> [Range<Int>] {
        var rows: [Range<Int>] = [], i = lines.lowerBound
        while i < lines.upperBound {
            let row = walk.lines[i].block.cell?.row
            var j = i
            while j < lines.upperBound, walk.lines[j].block.cell?.row == row { j += 1 }
            rows.append(i..<j)
            i = j
        }
        return rows
    }

    /// `合计 | | 100`: adds up what stands above it and is no duty of its own.
    private func isTotal(_ row: Range<Int>) -> Bool {
        reader.totalWords.contains(walk.lines[row.lowerBound].passage.squashed())
    }

    private func read(_ lines: Range<Int>, _ columns: [TableReader.Column], _ merged: inout MergedCells, into table: inout TableReader.Table) {
        let roles = columns.map(\.role)
        let span = Span(walk.lines[lines.lowerBound].block.span.start, walk.lines[lines.upperBound - 1].block.span.end)
        var row = TableRow(key: nil, cells: [], span: span)
        let rowIndex = table.rows.count
        var current: Int?
        let hasContent = roles.contains(.content)
        for i in lines {
            guard let cell = walk.lines[i].block.cell else { continue }
            let role = cell.column < roles.count ? roles[cell.column] : .unknown
            let line = walk.lines[i]
            if role == .content || (!hasContent && role == .group && current == nil && row.key != nil) {
                if let (label, length) = line.label ?? bare(i, lines), label.form != .decimal || label.parts.count > 1 {
                    var item = OutlineItem(label: label)
                    walk.begin(&item, line: i, length: length)
                    item.row = rowIndex
                    current = table.items.count
                    table.items.append(item)
                } else if let current {
                    OutlineWalk.append(line, to: &table.items[current], in: walk.document)
                } else if let key = row.key {
                    current = table.items.count
                    table.items.append(rowItem(key, line: i, row: rowIndex))
                } else {
                    add(i, role, columns, cell, to: &row)
                    table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
                }
            } else {
                if role == .ordinal, row.key == nil { row.key = line.passage.squashed() }
                add(i, role, columns, cell, to: &row)
                table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
            }
        }
        if merged.goesOn(lines, walk.lines), current == nil, let above = table.rows.indices.last {
            // The content above is merged with the one here: who and when of this row are its own as well.
            table.rows[above].cells += row.cells.filter { $0.column != .ordinal }
            return
        }
        if merged.isMarked { merged.apply(to: &row, lines, walk.lines) } else { inherit(roles, from: table.rows.last, into: &row) }
        table.rows.append(row)
    }

    /// A unit cell that is empty is shared with the row above (merged cells that lost their marks), and the deadline with it.
    private func inherit(_ roles: [ColumnRole], from previous: TableRow?, into row: inout TableRow) {
        let units: [ColumnRole] = [.lead, .responsible, .support, .owner]
        guard let previous, roles.contains(where: units.contains), !row.cells.contains(where: { units.contains($0.column) }) else { return }
        row.cells += previous.cells.filter { units.contains($0.column) }
        if row.cells(.due).isEmpty { row.cells += previous.cells(.due) }
    }

    private func bare(_ i: Int, _ lines: Range<Int>) -> (label: Label, length: Int)? {
        guard let bare = LabelLexer(walk.lines[i].passage).bareNumber(), let n = bare.label.ordinal else { return nil }
        let near = (max(lines.lowerBound, i - 4)..<min(lines.upperBound, i + 5)).compactMap { $0 == i ? nil : walk.lines[$0].label?.label.ordinal }
        return (n == 1 || near.contains(n - 1)) && near.contains(n + 1) ? bare : nil
    }

    /// A row without numbered duties is itself the duty; its label is the row's key.
    private func rowItem(_ key: String, line: Int, row: Int) -> OutlineItem {
        let span = Span(walk.lines[line].block.span.start, walk.lines[line].block.span.start)
        let label = Label(form: .arabic, ordinal: Int(key), parts: Int(key).map { [$0] } ?? [], printed: key, span: span)
        var item = OutlineItem(label: label)
        walk.begin(&item, line: line, length: 0)
        item.row = row
        return item
    }

    /// Paragraphs of one cell are kept apart by a line feed.
    private func add(_ i: Int, _ role: ColumnRole, _ columns: [TableReader.Column], _ cell: CellPosition, to row: inout TableRow) {
        let title = cell.column < columns.count ? columns[cell.column].title : ""
        if let last = row.cells.indices.last, row.cells[last].column == role, row.cells[last].title == title {
            row.cells[last].passage.appendBreak(at: walk.lines[i].block.span.start)
            walk.document.append(walk.lines[i].block.span, to: &row.cells[last].passage)
        } else {
            row.cells.append(TableRow.Cell(column: role, title: title, passage: walk.lines[i].passage))
        }
    }
}
