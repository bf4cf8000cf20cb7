import FanganText

/// The grid of a table whose cells stand on lines of their own and whose rows have no numbers: `重点工作 ⏎ 具体举措 ⏎ 主责单位 ⏎ 完成期限` over the
/// lines of one row after another, told by the units, days and points that stand at their places in them. Cells that were merged over several rows
/// stand in the first of them, a narrow column may have broken others, and the titles come again on each page.
struct FlatRows {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func begins(at start: Int) -> Bool { header(start).map { isTable(Columns($0, self)) } ?? false }

    func grid(from start: Int) -> TableGrid? {
        guard let header = header(start), var page = page(from: header) else { return nil }
        var grid = TableGrid(columns: header.columns, rows: [], end: start)
        var titles = start..<header.body
        while true {
            grid.head += titles.map { walk.lines[$0].block.span }
            grid.rows += page.rows
            grid.end = page.end
            // The titles once more, and rows under them.
            guard let again = walk.titleRuns.run(beginningAt: page.end), again.upperBound <= reader.limit, again.count == titles.count,
                  zip(again, titles).allSatisfy({ walk.lines[$0].passage.squashed() == walk.lines[$1].passage.squashed() }),
                  let next = self.page(from: Header(columns: header.columns, body: again.upperBound), isFirst: false) else { break }
            (titles, page) = (again, next)
        }
        // Places that tell which rows follow each other: what is empty in them was merged.
        let isMerged = grid.rows.contains { $0.cells.count < header.columns.count }
        if isMerged { for i in grid.rows.indices { grid.rows[i].number = i + 1 } }
        return grid
    }

    // MARK: - Titles

    private struct Header {
        var columns: [TableReader.Column]
        /// First line behind the titles.
        var body: Int
    }

    private func header(_ start: Int) -> Header? {
        guard let run = walk.titleRuns.run(beginningAt: start), run.upperBound <= reader.limit, run.count >= 2, run.count <= Self.most else { return nil }
        let columns = walk.titleRuns.titles(of: run, walk.lines).compactMap { title in reader.role(ofTitle: title).map { TableReader.Column(role: $0, title: title.squashed()) } }
        let roles = columns.map(\.role)
        guard Set(columns.map(\.title)).count == columns.count, roles.contains(.content), roles.contains(where: Test.tells) else { return nil }
        // 成员单位 ⏎ 主要职责: two titles are a table of what each unit does.
        guard columns.count >= 3 || columns.count == 2 && roles.contains(where: \.namesUnits) else { return nil }
        return Header(columns: columns, body: run.upperBound)
    }

    // MARK: - Rows

    private struct Page { var rows: [TableGrid.Row], end: Int }

    /// What the titles of columns say of the lines under them.
    private struct Columns {
        let header: Header
        /// The column of numbers is empty.
        let order: [Int]
        let alignment: ColumnAlignment
        let test: Test
        /// Where rows end at the latest.
        let end: Int

        init(_ header: Header, _ table: FlatRows) {
            self.header = header
            order = header.columns.indices.filter { header.columns[$0].role != .ordinal }
            alignment = ColumnAlignment(reader: table.reader, columns: order.map { header.columns[$0] })
            test = Test(reader: table.reader, columns: header.columns)
            end = table.end(from: header.body)
        }
    }

    /// Whether the first rows tell that this is a table; to look at them is cheap where there are none.
    private func isTable(_ columns: Columns) -> Bool {
        let looked = min(columns.end, columns.header.body + columns.order.count * Self.looked)
        let first = rows(columns.header.body..<looked, columns)
        return isTable(first, columns.test, isOne: looked == columns.end && walk.titleRuns.run(beginningAt: columns.end) != nil)
    }

    /// The rows under titles, up to what is none; on the first page they must tell that this is a table.
    private func page(from header: Header, isFirst: Bool = true) -> Page? {
        let columns = Columns(header, self), test = columns.test
        if isFirst, !isTable(columns) { return nil }
        let all = rows(header.body..<columns.end, columns)
        // Text behind the table makes rows that are none, though a sentence in it may end as a name does.
        var last = 0, wrong = 0
        for (n, row) in all.enumerated() where wrong < 2 {
            if test.isGood(row.cells) { (last, wrong) = (n + 1, 0) } else { wrong += 1 }
        }
        guard last > 0 else { return nil }
        var rows = Array(all[..<last])
        endLast(&rows)
        return Page(rows: rows.map { TableGrid.Row(cells: $0.cells) }, end: rows.reduce(header.body) { $0 + $1.lines })
    }

    struct Row {
        var cells: [TableGrid.Cell]
        /// How many lines it takes.
        var lines: Int
    }

    private func rows(_ lines: Range<Int>, _ columns: Columns) -> [Row] {
        let pieces = lines.map { walk.lines[$0] }
        return Self.cells(pieces, columns.alignment.rows(of: pieces), columns.order, of: columns.header.columns, reader)
    }

    /// Lines as the rows and columns that they stand in.
    static func cells(_ pieces: [Line], _ places: [ColumnAlignment.Place], _ order: [Int], of columns: [TableReader.Column], _ reader: TableReader) -> [Row] {
        var rows: [Row] = [], from = 0
        for n in places.indices where n + 1 == places.count || places[n + 1].beginsRow {
            rows.append(Row(cells: BrokenCells.cells(Array(pieces[from...n]), places[from...n].map { order[$0.column] }, of: columns, reader), lines: n + 1 - from))
            from = n + 1
        }
        return rows
    }

    /// What tells that cells stand under their titles.
    struct Test {
        let reader: TableReader
        let columns: [TableReader.Column]

        static func tells(_ role: ColumnRole) -> Bool { role.namesUnits || role == .due || role == .score }

        /// What is to be done, and beside it a unit, a day or points, each under its title.
        func isGood(_ cells: [TableGrid.Cell]) -> Bool {
            var told = 0, hasContent = false
            for cell in cells {
                let text = Passage(cell.text)
                switch columns[cell.column].role {
                case .lead, .responsible, .support, .owner: if names(cell, text) { told += 1 } else { return false }
                case .due: if TableReader.isDue(text) { told += 1 } else { return false }
                case .score: if TableReader.isScore(text) { told += 1 } else { return false }
                case .content: hasContent = true
                default: break
                }
            }
            return hasContent && told > 0
        }

        /// Nothing that tells is empty.
        func isWhole(_ cells: [TableGrid.Cell]) -> Bool { cells.count { Self.tells(columns[$0.column].role) } == columns.count { Self.tells($0.role) } }

        private func names(_ cell: TableGrid.Cell, _ text: Passage) -> Bool { reader.endsAsName(text) && text.first("。", in: text.indices) == nil }
    }

    /// The first row has all that tells, and so have nearly all: two such rows, or three where only one column tells.
    /// - Parameter isOne: titles stand behind the rows too.
    private func isTable(_ rows: [Row], _ test: Test, isOne: Bool) -> Bool {
        let telling = test.columns.count { Test.tells($0.role) }, good = rows.count { test.isGood($0.cells) }
        guard let first = rows.first, test.isGood(first.cells), test.isWhole(first.cells) else { return false }
        return good >= (telling >= 2 || isOne ? 2 : 3) && good * 4 >= (rows.count - 1) * 3
    }

    /// Nothing ends the last row; where it ends with what is to be done, it has no more lines than those before.
    private func endLast(_ rows: inout [Row]) {
        guard let last = rows.last, let cell = last.cells.last, cell.lines.count > 1 else { return }
        let most = rows.dropLast().flatMap { $0.cells.filter { $0.column == cell.column }.map { $0.lines.count { !$0.continues } } }.max() ?? 1
        var kept = 0, starts = 0
        for line in cell.lines {
            if !line.continues { starts += 1 }
            if starts > most { break }
            kept += 1
        }
        rows[rows.count - 1].lines -= cell.lines.count - kept
        rows[rows.count - 1].cells[last.cells.count - 1].lines.removeLast(cell.lines.count - kept)
    }

    /// Where rows end at the latest: a section, a signature, marked cells, other titles.
    private func end(from body: Int) -> Int {
        var i = body
        while i < reader.limit {
            let line = walk.lines[i]
            if line.block.cell != nil || line.passage.count > Self.longest { break }
            if let form = line.label?.label.form, form <= .chinese { break }
            if line.label == nil, walk.reader.mayClose(line.passage), [.closing, .date].contains(line.kind(walk.reader)) { break }
            if let run = walk.titleRuns.run(beginningAt: i), run.count >= 2 { break }
            i += 1
        }
        return i
    }

    /// Characters of a cell's line.
    private static let longest = 400
    /// Lines for each column that are looked at first.
    private static let looked = 12
    /// Titles beside each other; no printed table has more.
    private static let most = 32
}
