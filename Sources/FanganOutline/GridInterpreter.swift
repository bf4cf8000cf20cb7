import FanganText

/// Makes items and rows out of a grid: the row's number and the labels in its cells open items, the other cells say
/// who, by when and for how many points.
///
/// A cell over the whole width with a label (`一、优化审批`) holds the rows under it, and so do labels in a group column.
struct GridInterpreter {
    let walk: OutlineWalk
    let grid: TableGrid

    private let roles: CellRoles
    var table: TableReader.Table
    var items: TableItems
    private let numbersRows: Bool
    /// Rows so far that are heads of groups, where rows are counted.
    private var groupHeads = 0
    /// The last number in the column of numbers, its row and the first row behind it.
    private var number: (key: String, row: Int, end: Int)?
    private var merged: MergedCells
    private var heads: SharedHeads
    /// Whether the most exact content ends as sentences do.
    private let hasSentences: Bool
    /// The item of a labelled cell that holds rows, and how many it holds by now.
    private var holder: (item: Int, rows: Int)?
    private var texts: CellTexts
    private let blanks: BlankCells
    private let unnumbered: UnnumberedRows
    private let withoutDuty: RowsWithoutDuty
    private let periods: PeriodCells
    /// The first duty of the last row whose cell has labels and which has its number or is a sentence that says who: `| 1 | （一）… | 县财政局 |` holds no row
    /// behind it.
    private var labelledDuties: Int?
    /// The first row under the last cell over the whole width.
    private var bandStart = 0
    /// The last row whose duties have rows of their own, what it says of all of them.
    var sharedOut: (row: Int, cells: [TableRow.Cell])?

    init(walk: OutlineWalk, grid: TableGrid) {
        self.walk = walk
        self.grid = grid
        roles = CellRoles(grid, walk)
        table = TableReader.Table(end: grid.end, rows: [], items: [], parts: grid.head.map { OutlinePart(kind: .tableHead, span: $0) },
                                  columns: grid.columns, hasScoreColumn: grid.columns.contains { $0.role == .score }, broken: grid.broken)
        items = TableItems(of: walk.document)
        items.all.reserveCapacity(grid.rows.count)
        merged = MergedCells(grid)
        unnumbered = UnnumberedRows(grid.rows, roles, walk.vocabulary)
        withoutDuty = RowsWithoutDuty(roles, walk)
        periods = PeriodCells(vocabulary: walk.vocabulary)
        blanks = BlankCells(grid, content: roles.content, isTold: walk.document.tellsMergedCells)
        texts = CellTexts(roles, walk)
        heads = SharedHeads(grid, content: roles.named.count > 1 ? roles.named : roles.content, vocabulary: walk.vocabulary)
        let exact = roles.content.max()
        hasSentences = grid.rows.contains { $0.cells.contains { $0.column == exact && $0.lines.last?.passage.last.map(Self.finished.contains) ?? false } }
        numbersRows = roles.isUnnumbered(grid.rows)
    }

    static func read(_ grid: TableGrid, in walk: OutlineWalk) -> TableReader.Table? {
        var interpreter = GridInterpreter(walk: walk, grid: grid)
        let endOfRows = grid.rows.count - interpreter.withoutDuty.facts(behind: grid.rows)
        for (n, row) in grid.rows.enumerated() {
            if n >= endOfRows { interpreter.leaveOut(row) } else { interpreter.read(row, below: n + 1 < grid.rows.count ? grid.rows[n + 1] : nil) }
        }
        var table = interpreter.table
        table.items = interpreter.items.all
        return table.rows.isEmpty && table.parts.isEmpty ? nil : table
    }

    // MARK: - Rows

    private mutating func read(_ row: TableGrid.Row, below: TableGrid.Row?) {
        guard let first = row.cells.first else { return }
        if withoutDuty.isTotal(row) || withoutDuty.holdsNothing(row) { return put(row) }
        if withoutDuty.showsHow(row) { return leaveOut(row) }
        if unnumbered.isDuty(row, over: below) { return readLooseDuty(row) }
        if unnumbered.isTitle(row, over: below) { return readGroupTitle(row) }
        if merged.goesOn(row, content: roles.content) || saysWhoOnly(row), !table.rows.isEmpty { return readFurtherUnits(row) }
        let isHeaded = heads.note(row), shared = sharedKey(row)
        if shared == nil, goesOn(row), let last = items.open.last?.item {
            for line in row.cells.flatMap(\.lines) { items.append(line, to: last, isFirst: false) }
            return
        }
        if row.cells.count == 1, grid.columns.count > 2, !roles.isContent(first) || first.column == 0, readBand(first) { return }
        readRow(row, shared, isHeaded: isHeaded)
    }

    /// Who and by when of a row are of the content above as well.
    private mutating func readFurtherUnits(_ row: TableGrid.Row) {
        let last = items.all.indices.last.flatMap { items.all[$0].row == table.rows.count - 1 ? $0 : nil }
        for cell in row.cells where roles.role(cell) != .ordinal {
            if roles.role(cell) == .period { readPeriod(cell, of: last, in: table.rows.count - 1) } else { add(cell, to: table.rows.count - 1) }
        }
        for cell in row.cells where roles.role(cell) == .ordinal { put(cell) }
    }

    /// A row of its own.
    /// - Parameters:
    ///   - shared: the number that it shares with rows above.
    ///   - isHeaded: a title above goes on in it.
    private mutating func readRow(_ row: TableGrid.Row, _ shared: String?, isHeaded: Bool) {
        let index = table.rows.count
        table.rows.append(TableRow(key: shared ?? roles.key(of: row), cells: [], span: span(of: row)))
        noteNumber(of: row)
        let isParted = row.cells.contains { roles.isContent($0) && CellRoles.isLabelled($0) }
        if let first = labelledDuties, shared == nil, !isParted || table.rows[index].key != nil { items.close(from: first) }
        labelledDuties = nil
        let ownKey = table.rows[index].key
        // The numbers in a cell begin anew with each organ's.
        if numbersRows, roles.isGroupHead(row) { groupHeads += 1 } else if numbersRows, !isParted || roles.isByOwner { table.rows[index].key = String(index + 1 - groupHeads) }
        if !(isHeaded && numbersRows && isHolding), let key = table.rows[index].key ?? (numbersRows ? "1" : nil) { items.close(RowKey.rank(of: key)) }
        var current: Int?, before = items.all.count, goals: [TableGrid.Cell] = []
        for cell in row.cells {
            switch roles.role(cell) {
            case .ordinal:
                add(cell, to: index)
            case .group where !roles.isContent(cell):
                if !group(cell, in: index) { add(cell, to: index) } else { before = items.all.count }
            case .period: break
            default:
                if roles.isContent(cell), holdsRows(cell, of: row, in: index) { before = items.all.count; continue }
                // A goal of several duties in one cell is of none of them alone.
                if roles.isContent(cell), roles.role(cell) != .target || !isParted { readContent(cell, index, &current) }
                else if roles.role(cell) == .target, isGoal(cell, of: row) { goals.append(cell) }
                else { add(cell, to: index) }
            }
        }
        for cell in goals {
            // Of the text of the row's only duty.
            guard before + 1 == items.all.count, items.all[before].children.isEmpty else { add(cell, to: index); continue }
            for (n, line) in cell.lines.enumerated() { items.append(line, to: before, isFirst: n == 0) }
        }
        for cell in row.cells where roles.role(cell) == .period { readPeriod(cell, of: before + 1 == items.all.count ? before : nil, in: index) }
        giveTitles(to: before, row)
        merged.addGroups(to: &table.rows[index], row, titles: roles.titles)
        merged.apply(to: &table.rows[index], row, titles: roles.titles)
        if !merged.areMarked { inherit(into: index, from: row, isHeaded: isHeaded) }
        shareOut(index, from: before)
        if isParted, before < items.all.count, ownKey != nil || isDuty(row) { labelledDuties = before }
    }

    /// `（一）推动网办。⇥县财政局`: a sentence that says who; `一、教育工作⇥县教育局` is a title over rows.
    private func isDuty(_ row: TableGrid.Row) -> Bool {
        row.cells.contains { (roles.role($0).namesUnits || roles.role($0) == .due) && !$0.text.isEmpty }
            && row.cells.contains { roles.isContent($0) && $0.lines.last?.passage.last.map(Self.finished.contains) ?? false }
    }

    /// The title above a row is that of its items.
    private mutating func giveTitles(to first: Int, _ row: TableGrid.Row) {
        for item in first..<items.all.count where items.all[item].children.isEmpty && items.all[item].parent.map({ items.all[$0].row == nil }) ?? true {
            // The row's own cell is in the text of an item without a printed label, beside one with such a label.
            items.all[item].sharedHeading = heads.title(of: row, isBeside: !items.all[item].label.span.isEmpty)
            items.all[item].isUnderName = heads.isContent && items.all[item].sharedHeading != nil && items.all[item].label.span.isEmpty
        }
    }

    private mutating func readPeriod(_ cell: TableGrid.Cell, of item: Int?, in row: Int) {
        let column = grid.columns[cell.column]
        guard let item, let period = column.period, periods.isDuty(cell, under: period) else {
            let isFigure = periods.isFigure(cell, under: column.period)
            put(cell)
            for line in cell.lines { texts.add(line, as: isFigure ? .target : .note, column: cell.column, to: &table.rows[row]) }
            if isFigure, let last = table.rows[row].cells.indices.last { table.rows[row].cells[last].period = column.period }
            return
        }
        let start = items.all[item].passage.count
        items.all[item].passage.appendBreak(at: cell.lines[0].block.span.start)
        walk.document.append(period.span(period.indices), to: &items.all[item].passage)
        items.all[item].paragraphs.append(start + 1..<items.all[item].passage.count)
        items.all[item].columnTitles.append(start + 1..<items.all[item].passage.count)
        for (n, line) in cell.lines.enumerated() { items.append(line, to: item, isFirst: n == 0) }
        table.rows[row].cells.append(TableRow.Cell(column: .period, title: column.title, passage: period))
    }

    /// A goal in words that is of no further row.
    private func isGoal(_ cell: TableGrid.Cell, of row: TableGrid.Row) -> Bool {
        let rows = row.cells.filter { roles.isContent($0) }.map(\.rowSpan).min()
        return rows.map { cell.rowSpan <= $0 } ?? false && GoalColumns.isWords(cell)
    }

    /// `⇥⇥县水利局⇥7月底`: neither number nor content where no cell is marked as merged: those of the row above are.
    private func saysWhoOnly(_ row: TableGrid.Row) -> Bool {
        guard row.number > 0, !merged.areMarked, let content = roles.content.min() else { return false }
        return row.cells.contains { roles.role($0).namesUnits } && row.cells.allSatisfy { $0.column > content && [.lead, .responsible, .support, .due, .person, .note].contains(roles.role($0)) }
    }

    /// 序号 1 over three rows, merged or written once: each row with content of its own is a duty under that number.
    private func sharedKey(_ row: TableGrid.Row) -> String? {
        guard !numbersRows, let number, roles.key(of: row)?.isEmpty ?? true,
              row.cells.contains(where: { roles.isContent($0) && !$0.text.isEmpty }), !row.cells.contains(where: { roles.isContent($0) && CellRoles.isLabelled($0) }) else { return nil }
        if row.number < number.end { return number.key }
        // Not merged, but who does it or by when stands beside it, or a title over it.
        if isOwnDuty(row) { return number.key }
        return number.end == number.row + 1 && row.cells.contains { (roles.role($0).namesUnits || roles.role($0) == .due) && !$0.text.isEmpty } ? number.key : nil
    }

    /// `⇥⇥治理河道10公里⇥⇥`: more exact content under a title of its group, and no sentence of the row above is open.
    private func isOwnDuty(_ row: TableGrid.Row) -> Bool {
        guard heads.areThere || walk.document.tellsMergedCells, let cell = row.cells.first(where: { roles.isContent($0) }), cell.column == roles.content.max(),
              let last = items.open.last.flatMap({ items.all[$0.item].passage.last }) else { return false }
        return !Self.unfinished.contains(last)
            && (Self.finished.contains(last) || !hasSentences)
    }

    private static let unfinished: ScalarSet = "，,、：:（("
    private static let finished: ScalarSet = "。；;！）)"

    private mutating func noteNumber(of row: TableGrid.Row) {
        guard let cell = row.cells.first(where: { roles.role($0) == .ordinal }), Int(RowKey.plain(cell.text)) != nil else { return }
        number = (cell.text, row.number, row.number + max(cell.rowSpan, 1))
    }

    private mutating func readLooseDuty(_ row: TableGrid.Row) {
        var current: Int?
        // A lost number.
        table.rows.append(TableRow(key: "0", cells: [], span: span(of: row)))
        items.close(RowKey.rank(of: "0"))
        readContent(row.cells[0], table.rows.count - 1, &current)
    }

    private mutating func readGroupTitle(_ row: TableGrid.Row) {
        bandStart = table.rows.count
        merged.endGroups()
        leaveOut(row)
    }

    /// Among the document's parts, and said to be.
    private mutating func leaveOut(_ row: TableGrid.Row) {
        put(row)
        table.unread.append(span(of: row))
    }

    /// Nothing but content without number and label goes on with the row above: the page ended inside that row.
    private func goesOn(_ row: TableGrid.Row) -> Bool {
        !numbersRows && row.cells.allSatisfy { roles.isContent($0) && $0.column > 0 && $0.lines.first?.label == nil }
    }

    /// A cell over the whole width: `一、优化审批服务`, `二 资金方面`. Labelled, it holds the rows below.
    private mutating func readBand(_ cell: TableGrid.Cell) -> Bool {
        guard let line = cell.lines.first, cell.lines.count == 1 else { return false }
        let found = line.label ?? LabelLexer(line.passage).spacedNumber().flatMap { $0.label.form == .chinese ? $0 : nil }
        guard roles.role(cell) != .content || found?.label.form == .chinese else { return false }
        bandStart = table.rows.count
        merged.endGroups()
        guard let (label, length) = found, label.form != .arabic else {
            guard roles.role(cell) != .ordinal else { return false }
            table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
            return true
        }
        items.all[items.open(label, line: line, length: length, row: nil)].isBand = true
        return true
    }

    /// `（一）一体化平台建设（3分）` in a column of groups holds the rows that share it; it has no row of its own.
    private mutating func group(_ cell: TableGrid.Cell, in row: Int) -> Bool {
        guard let line = cell.lines.first, let (label, length) = line.label, label.form != .decimal || label.parts.count > 1,
              label.form < .arabic || table.rows[row].key == nil else { return false }
        let item = items.open(label, line: line, length: length, row: nil)
        for line in cell.lines.dropFirst() { items.append(line, to: item, isFirst: false) }
        return true
    }

    /// `一、推进农业现代化` over several rows, each with its own measure: it holds them as a group does.
    private mutating func holdsRows(_ cell: TableGrid.Cell, of source: TableGrid.Row, in row: Int) -> Bool {
        guard heads.covers(cell, rowsBehind: source), source.cells.contains(where: { $0.column > cell.column && roles.isContent($0) && !CellRoles.isLabelled($0) }),
              let line = cell.lines.first, cell.lines.count == 1, let (label, length) = line.label, label.form != .decimal || label.parts.count > 1 else { return false }
        holder = (items.open(label, line: line, length: length, row: nil), 0)
        return true
    }

    private var isHolding: Bool { holder.map { holder in items.isOpen(holder.item) } ?? false }

    private mutating func readContent(_ cell: TableGrid.Cell, _ row: Int, _ current: inout Int?) {
        var isFirst = true, rank: Int?
        if current == nil, !CellRoles.isLabelled(cell), let held = holder, isHolding, numbersRows || table.rows[row].key == nil {
            // Counted in its group.
            holder = (held.item, held.rows + 1)
            table.rows[row].key = String(held.rows + 1)
            rank = items.all[held.item].label.rank + 1
        }
        let lines = InlineLabels.parts(of: cell.lines, in: walk.document)
        for (n, line) in lines.enumerated() {
            defer { isFirst = false }
            if let (label, length) = line.label ?? bare(n, lines), label.form != .decimal || label.parts.count > 1 {
                current = items.open(label, line: line, length: length, row: row)
            } else if let current {
                items.append(line, to: current, isFirst: isFirst)
            } else if let key = table.rows[row].key {
                current = items.rowItem(key, line: line, row: row, rank: rank)
            } else {
                table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
                texts.add(line, as: .content, column: cell.column, to: &table.rows[row])
            }
        }
    }

    private func bare(_ n: Int, _ lines: [Line]) -> (label: Label, length: Int)? {
        guard let bare = LabelLexer(lines[n].passage).bareNumber(), let ordinal = bare.label.ordinal else { return nil }
        let near = (max(0, n - 4)..<min(lines.count, n + 5)).compactMap { $0 == n ? nil : lines[$0].label?.label.ordinal }
        return (ordinal == 1 || near.contains(ordinal - 1)) && near.contains(ordinal + 1) ? bare : nil
    }

    // MARK: - Cells

    private func span(of row: TableGrid.Row) -> Span {
        var whole: Span?
        for cell in row.cells {
            for line in cell.lines {
                let span = line.block.span
                whole = whole.map { Span(min($0.start, span.start), max($0.end, span.end)) } ?? span
            }
        }
        return whole ?? Span(0, 0)
    }

    private mutating func put(_ row: TableGrid.Row) { for cell in row.cells { put(cell) } }

    private mutating func put(_ cell: TableGrid.Cell) {
        for line in cell.lines { table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span)) }
    }

    private mutating func add(_ cell: TableGrid.Cell, to row: Int) {
        put(cell)
        texts.add(cell, to: &table.rows[row])
    }

    /// `二 | 经济发展 | | |` behind `2 | …`: the head of the next group shares nothing with the last row of the group before.
    private func isOutside(_ row: Int) -> Bool {
        guard let key = table.rows[row].key, let above = table.rows[row - 1].key else { return false }
        return RowKey.rank(of: key) < RowKey.rank(of: above)
    }

    /// A unit cell that is empty is shared with the row above (merged cells), and the deadline with it; never with one of another group.
    /// - Parameter isHeaded: it goes on in the group of the row above, whose deadline it has with units of its own too.
    private mutating func inherit(into row: Int, from source: TableGrid.Row, isHeaded: Bool) {
        guard row > bandStart, !isOutside(row) else { return }
        func above(_ isOne: (ColumnRole) -> Bool) -> [TableRow.Cell] {
            guard let column = grid.columns.firstIndex(where: { isOne($0.role) }), blanks.holdsOn(column, in: source) else { return [] }
            // A cell over the columns of 任务 and 责任单位 leaves no empty one there.
            if source.cells.contains(where: { $0.column < column && $0.column + $0.columnSpan > column }) { return [] }
            let cells = sharedOut.flatMap { $0.row == row - 1 ? $0.cells : nil } ?? table.rows[row - 1].cells
            return cells.filter { isOne($0.column) }
        }
        func isDue(_ role: ColumnRole) -> Bool { role == .due }
        let hasDue = !table.rows[row].cells(.due).isEmpty
        guard grid.columns.contains(where: { $0.role.namesUnits }), !table.rows[row].cells.contains(where: { $0.column.namesUnits }) else {
            if isHeaded, !hasDue { table.rows[row].cells += above(isDue) }
            return
        }
        table.rows[row].cells += above(\.namesUnits)
        if !hasDue { table.rows[row].cells += above(isDue) }
    }
}
