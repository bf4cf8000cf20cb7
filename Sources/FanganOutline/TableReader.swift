import FanganText

/// Reads a table that begins at a line: cells that the reader marked, or cells flattened to lines of their own.
struct TableReader {
    let walk: OutlineWalk
    let limit: Int

    struct Table {
        /// First line behind the table.
        var end: Int
        var rows: [TableRow]
        /// `row` counts within this table.
        var items: [OutlineItem]
        var parts: [OutlinePart]
        var hasScoreColumn: Bool
    }

    struct Column {
        var role: ColumnRole
        var title: String
    }

    func table(at line: Int) -> Table? {
        guard line < limit else { return nil }
        if walk.lines[line].block.cell != nil { return MarkedTable(reader: self).read(from: line) }
        return FlatTable(reader: self).read(from: line)
    }

    /// Whether a table begins at a line; cheaper than reading it.
    func begins(at line: Int) -> Bool {
        walk.lines[line].block.cell != nil || FlatTable(reader: self).begins(at: line)
    }

    func role(ofTitle title: String) -> ColumnRole? { walk.vocabulary.columns[title] }

    /// Whether a line looks like the name of a unit.
    func endsAsName(_ text: Passage) -> Bool {
        walk.vocabulary.nameEnds.contains(text, before: text.count)
            || (text.last == 0x29 || text.last == 0xFF09) && text.count <= 24
    }

    /// `县政府` ⏎ `办公室`, `各乡镇` ⏎ `（街道）`: the line goes on with the name before it.
    func goesOn(_ name: Passage, with line: Passage) -> Bool {
        if let first = line.scalars.first, first == 0xFF08 || first == 0x28 { return true }
        let heads: [Word] = ["政府", "委", "纪委", "党委", "管委会"]
        return heads.contains { name.has($0, before: name.count) } && walk.vocabulary.nameTails.contains(line.squashed())
    }

    /// `查阅资料`, `实地查看`: how something is measured.
    func isMethod(_ text: Passage) -> Bool {
        walk.vocabulary.methodEnds.contains(text, before: text.count)
    }

    func isNamePart(_ text: Passage) -> Bool {
        walk.vocabulary.nameParts.contains(text, before: text.count)
    }

    /// `2024年7月底`, `12月底前`, `长期坚持`, `每季度末`
    static func isDue(_ text: Passage) -> Bool {
        guard text.count >= 2, text.count <= 24 else { return false }
        if openEnds.contains(where: { text.has($0, at: 0) }) { return true }
        guard digitValue(text.scalars[0]) != nil || text.has("每", at: 0) || text.has("年", at: 0) else { return false }
        return text.scalars.contains { $0 == 0x5E74 || $0 == 0x6708 || $0 == 0x65E5 || $0 == 0x5B63 }
    }

    /// `5`, `5分`, `1.5`
    static func isScore(_ text: Passage) -> Bool {
        guard !text.isEmpty, text.count <= 6, digitValue(text.scalars[0]) != nil else { return false }
        return text.scalars.allSatisfy { digitValue($0) != nil || $0 == 0x2E || $0 == 0x5206 }
    }

    private static let openEnds: [Word] = ["长期", "持续", "全年", "常年", "即时", "立即", "适时", "按时", "按要求", "贯穿"]
}

/// A table whose cells the reader has marked with their place in the grid.
struct MarkedTable {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func read(from start: Int) -> TableReader.Table? {
        guard let first = walk.lines[start].block.cell else { return nil }
        var end = start
        while end < reader.limit, let cell = walk.lines[end].block.cell, cell.table == first.table { end += 1 }
        let (columns, bodyStart) = header(start..<end)
        var table = TableReader.Table(end: end, rows: [], items: [], parts: [], hasScoreColumn: columns.contains { $0.role == .score })
        for i in start..<bodyStart { table.parts.append(OutlinePart(kind: .tableHead, span: walk.lines[i].block.span)) }
        var i = bodyStart
        while i < end {
            let row = walk.lines[i].block.cell?.row
            var j = i
            while j < end, walk.lines[j].block.cell?.row == row { j += 1 }
            if !isRepeatedHeader(i..<j, columns) { read(i..<j, columns, into: &table) }
            else { for k in i..<j { table.parts.append(OutlinePart(kind: .tableHead, span: walk.lines[k].block.span)) } }
            i = j
        }
        return table.rows.isEmpty && table.parts.isEmpty ? nil : table
    }

    /// The first row if most of its cells are column titles, else no header: columns by position unknown.
    private func header(_ lines: Range<Int>) -> (columns: [TableReader.Column], bodyStart: Int) {
        let row = walk.lines[lines.lowerBound].block.cell?.row
        var columns: [TableReader.Column] = [], known = 0, i = lines.lowerBound
        while i < lines.upperBound, let cell = walk.lines[i].block.cell, cell.row == row {
            let title = walk.lines[i].passage.squashed()
            while columns.count <= cell.column { columns.append(TableReader.Column(role: .unknown, title: "")) }
            let role = reader.role(ofTitle: columns[cell.column].title + title)
            if role != nil { known += 1 }
            columns[cell.column] = TableReader.Column(role: role ?? .unknown, title: columns[cell.column].title + title)
            i += 1
        }
        return known * 2 >= max(columns.count, 2) ? (columns, i) : ([], lines.lowerBound)
    }

    private func isRepeatedHeader(_ lines: Range<Int>, _ columns: [TableReader.Column]) -> Bool {
        guard !columns.isEmpty else { return false }
        guard lines.count >= columns.count, walk.lines[lines.lowerBound].passage.squashed() == columns[0].title else { return false }
        return lines.map { walk.lines[$0].passage.squashed() } == columns.map(\.title)
    }

    private func read(_ lines: Range<Int>, _ columns: [TableReader.Column], into table: inout TableReader.Table) {
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
        inherit(roles, from: table.rows.last, into: &row)
        table.rows.append(row)
    }

    /// A unit cell that is empty is shared with the row above (merged cells), and the deadline with it.
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
