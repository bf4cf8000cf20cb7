import FanganText

/// Makes items and rows out of a grid: the row's number and the labels in its cells open items, the other cells say
/// who, by when and for how many points.
///
/// A cell over the whole width with a label (`一、优化审批`) holds the rows under it, and so do labels in a group column.
struct GridInterpreter {
    let walk: OutlineWalk
    let grid: TableGrid

    var table: TableReader.Table
    /// Open items with their ranks, outermost first; indices count within this table.
    private var open: [(item: Int, rank: Int)] = []
    private var numbersRows: Bool
    /// The last number in the column of numbers, its row and the first row behind it.
    private var number: (key: String, row: Int, end: Int)?
    private let content: Set<Int>
    private var merged: MergedCells
    private var heads: SharedHeads
    private let titles: [String]
    /// Whether the most exact content ends as sentences do.
    private let hasSentences: Bool
    /// The item of a labelled cell that holds rows, and how many it holds by now.
    private var holder: (item: Int, rows: Int)?
    /// By column the last cell with units or days, for those below that say 同上.
    private var said: [Int: TableRow.Cell] = [:]
    private let blanks: BlankCells
    /// Groups are titled in the column of content, without a number.
    private let hasTitledGroups: Bool
    /// Sentences in the column of content without a number, over numbered rows, are duties.
    private let hasLooseDuties: Bool
    /// The first row under the last cell over the whole width.
    private var bandStart = 0
    /// The last row whose duties have rows of their own, what it says of all of them.
    var sharedOut: (row: Int, cells: [TableRow.Cell])?

    init(walk: OutlineWalk, grid: TableGrid) {
        self.walk = walk
        self.grid = grid
        table = TableReader.Table(end: grid.end, rows: [], items: [], parts: grid.head.map { OutlinePart(kind: .tableHead, span: $0) },
                                  columns: grid.columns, hasScoreColumn: grid.columns.contains { $0.role == .score })
        let named = Self.contentColumns(grid, walk)
        content = named.union(GoalColumns.ofText(grid, behind: named))
        merged = MergedCells(grid)
        let lone = Self.loneContent(grid, content)
        hasLooseDuties = lone.map(Self.isSentence) ?? false
        hasTitledGroups = lone != nil && !hasLooseDuties
        blanks = BlankCells(grid, content: content, isTold: walk.document.tellsMergedCells)
        titles = grid.columns.map(\.title)
        heads = SharedHeads(grid, content: named.count > 1 ? named : content, vocabulary: walk.vocabulary)
        let exact = content.max()
        hasSentences = grid.rows.contains { $0.cells.contains { $0.column == exact && $0.lines.last?.passage.last.map(Self.finished.contains) ?? false } }
        numbersRows = false
        numbersRows = isUnnumbered
    }

    static func read(_ grid: TableGrid, in walk: OutlineWalk) -> TableReader.Table? {
        var interpreter = GridInterpreter(walk: walk, grid: grid)
        let endOfRows = grid.rows.count - interpreter.factsBehind
        for (n, row) in grid.rows.enumerated() {
            if n >= endOfRows { interpreter.leaveOut(row) } else { interpreter.read(row, below: n + 1 < grid.rows.count ? grid.rows[n + 1] : nil) }
        }
        let table = interpreter.table
        return table.rows.isEmpty && table.parts.isEmpty ? nil : table
    }

    // MARK: - What the columns are for

    /// The columns whose text is what is to be done. Without one, in a table that measures or names who does it, the
    /// group next to the number is (`指标`); a table of figures in the text has none.
    private static func contentColumns(_ grid: TableGrid, _ walk: OutlineWalk) -> Set<Int> {
        let columns = grid.columns
        let named = columns.indices.filter { columns[$0].role == .content }
        if !named.isEmpty { return Set(named) }
        if let named = nameOfGoals(columns) { return [named] }
        if let column = unnamedContent(columns) ?? goalsOfOrgans(grid) { return [column] }
        let title = walk.divisionFacts.last?.title ?? Passage()
        let measures = columns.contains { $0.role == .score || $0.role == .explanation || $0.role.namesUnits && $0.role != .owner }
            || walk.vocabulary.assessmentAnnexes.contains { title.first($0, in: title.indices) != nil }
        guard measures, let group = columns.lastIndex(where: { $0.role == .group }), columns.contains(where: { $0.role == .ordinal }) || isNumbered(group, grid) else { return [] }
        // What explains an indicator (指标说明) is of its text.
        return Set([group] + columns.indices.filter { columns[$0].role == .explanation })
    }

    /// `1.门诊人次数` ⏎ `2.下转人次数` in a column of groups: the numbers stand in its cells.
    private static func isNumbered(_ column: Int, _ grid: TableGrid) -> Bool {
        let cells = grid.rows.compactMap { $0.cells.first { $0.column == column } }
        return cells.count >= 2 && cells.count { $0.lines.first?.label?.label.form == .arabic } * 4 >= cells.count * 3
    }

    /// `项目 年度目标 责任单位`: the group next to the goals, without a number of its own, is what they are of.
    private static func nameOfGoals(_ columns: [TableReader.Column]) -> Int? {
        let roles = columns.map(\.role)
        guard let goal = roles.firstIndex(of: .target), roles.contains(where: { $0.namesUnits && $0 != .owner }), !roles.contains(.score), !roles.contains(.ordinal) else { return nil }
        return roles[..<goal].lastIndex(of: .group)
    }

    /// In a table with numbers or goals and units (`序号 攻坚事项 牵头单位 完成时限`) the first column of unknown title is what is to be done, else the goal.
    private static func unnamedContent(_ columns: [TableReader.Column]) -> Int? {
        let roles = columns.map(\.role)
        guard roles.contains(.ordinal) || roles.contains(.target) || roles.contains(.period), roles.contains(where: { $0.namesUnits && $0 != .owner }),
              !roles.contains(where: { [.group, .explanation, .score].contains($0) }) else { return nil }
        return roles.firstIndex(of: .unknown) ?? (roles.contains(.ordinal) ? roles.firstIndex(of: .target) : nil)
    }

    /// `责任单位 工作目标`: what each organ is to bring about, and nothing else.
    private static func goalsOfOrgans(_ grid: TableGrid) -> Int? {
        let roles = grid.columns.map(\.role)
        guard let goal = roles.firstIndex(of: .target), roles.contains(where: \.namesUnits), !roles.contains(where: { [.unknown, .group, .explanation, .score].contains($0) }) else { return nil }
        return GoalColumns.saysWords(grid, goal) ? goal : nil
    }

    /// Duties with units, most of them without any number: their place in the table is their number.
    private var isUnnumbered: Bool {
        let roles = grid.columns.map(\.role)
        guard !content.isEmpty, roles.contains(where: \.namesUnits), !grid.rows.contains(where: { $0.cells.contains { role($0) == .ordinal && !$0.text.isEmpty } }) else { return false }
        let cells = grid.rows.flatMap { $0.cells.filter { content.contains($0.column) } }
        return cells.count { isLabelled($0) } * 2 < cells.count
    }

    /// Duties by organ (`成员单位 主要职责`), whose rows have no number.
    private var isByOwner: Bool {
        let roles = grid.columns.map(\.role)
        return roles.contains(.owner) && !roles.contains { $0.namesUnits && $0 != .owner }
    }

    private func isLabelled(_ cell: TableGrid.Cell) -> Bool { cell.lines.contains { $0.label != nil } }

    private func role(_ cell: TableGrid.Cell) -> ColumnRole {
        cell.column < grid.columns.count ? grid.columns[cell.column].role : .unknown
    }

    // MARK: - Rows

    private mutating func read(_ row: TableGrid.Row, below: TableGrid.Row?) {
        guard let first = row.cells.first else { return }
        if isTotal(row) || holdsNothing(row) { return put(row) }
        if showsHow(row) { return leaveOut(row) }
        if readLooseDuty(row, below: below) || readGroupTitle(row, below: below) { return }
        if merged.goesOn(row, content: content) || saysWhoOnly(row), !table.rows.isEmpty {
            // Who and by when of this row are of the content above as well.
            let last = table.items.indices.last.flatMap { table.items[$0].row == table.rows.count - 1 ? $0 : nil }
            for cell in row.cells where role(cell) != .ordinal {
                if role(cell) == .period { readPeriod(cell, of: last, in: table.rows.count - 1) } else { add(cell, to: table.rows.count - 1) }
            }
            for cell in row.cells where role(cell) == .ordinal { put(cell) }
            return
        }
        let isHeaded = heads.note(row), shared = sharedKey(row)
        if shared == nil, goesOn(row), let last = open.last?.item {
            for line in row.cells.flatMap(\.lines) { append(line, to: last, isFirst: false) }
            return
        }
        if row.cells.count == 1, grid.columns.count > 2, !content.contains(first.column) || first.column == 0, readBand(first) { return }
        let index = table.rows.count
        table.rows.append(TableRow(key: shared ?? key(of: row), cells: [], span: span(of: row)))
        noteNumber(of: row)
        let isParted = row.cells.contains { content.contains($0.column) && isLabelled($0) }
        // The numbers in a cell begin anew with each organ's.
        if numbersRows, !isParted || isByOwner { table.rows[index].key = String(index + 1) }
        if !(isHeaded && numbersRows && isHolding), let key = table.rows[index].key ?? (numbersRows ? "1" : nil) { close(Self.rank(ofKey: key)) }
        var current: Int?, before = table.items.count, goals: [TableGrid.Cell] = []
        for cell in row.cells {
            switch role(cell) {
            case .ordinal:
                add(cell, to: index)
            case .group where !content.contains(cell.column):
                if !group(cell, in: index) { add(cell, to: index) } else { before = table.items.count }
            case .period: break
            default:
                if content.contains(cell.column), holdsRows(cell, of: row, in: index) { before = table.items.count; continue }
                // A goal of several duties in one cell is of none of them alone.
                if content.contains(cell.column), role(cell) != .target || !isParted { readContent(cell, index, &current) }
                else if role(cell) == .target, isGoal(cell, of: row) { goals.append(cell) }
                else { add(cell, to: index) }
            }
        }
        for cell in goals {
            // Of the text of the row's only duty.
            guard before + 1 == table.items.count, table.items[before].children.isEmpty else { add(cell, to: index); continue }
            for (n, line) in cell.lines.enumerated() { append(line, to: before, isFirst: n == 0) }
        }
        for cell in row.cells where role(cell) == .period { readPeriod(cell, of: before + 1 == table.items.count ? before : nil, in: index) }
        for item in before..<table.items.count where table.items[item].children.isEmpty && table.items[item].parent.map({ table.items[$0].row == nil }) ?? true {
            // The row's own cell is in the text of an item without a printed label, beside one with such a label.
            table.items[item].sharedHeading = heads.title(of: row, isBeside: !table.items[item].label.span.isEmpty)
            table.items[item].isUnderName = heads.isContent && table.items[item].sharedHeading != nil && table.items[item].label.span.isEmpty
        }
        merged.addGroups(to: &table.rows[index], row, titles: titles)
        if merged.areMarked { merged.apply(to: &table.rows[index], row, titles: titles) } else { inherit(into: index, from: row, isHeaded: isHeaded) }
        shareOut(index, from: before)
    }

    /// `一季度` over `完成选址`: what the row's duty is in that stretch, and that it is due at its end. Figures and ticks say something else,
    /// and 无 or 不涉及 that there is nothing.
    private mutating func readPeriod(_ cell: TableGrid.Cell, of item: Int?, in row: Int) {
        let column = grid.columns[cell.column]
        guard let item, let period = column.period, !walk.vocabulary.emptyCells.contains(cell.text),
              cell.lines.contains(where: { $0.passage.scalars.contains { $0 >= 0x4E00 && $0 < 0xA000 } }), !isFigure(cell, column) else {
            put(cell)
            for line in cell.lines { addText(line, isFigure(cell, column) ? .target : .note, cell.column, to: row) }
            if isFigure(cell, column), let last = table.rows[row].cells.indices.last { table.rows[row].cells[last].period = column.period }
            return
        }
        let start = table.items[item].passage.count
        table.items[item].passage.appendBreak(at: cell.lines[0].block.span.start)
        walk.document.append(period.span(period.indices), to: &table.items[item].passage)
        table.items[item].paragraphs.append(start + 1..<table.items[item].passage.count)
        table.items[item].columnTitles.append(start + 1..<table.items[item].passage.count)
        for (n, line) in cell.lines.enumerated() { append(line, to: item, isFirst: n == 0) }
        table.rows[row].cells.append(TableRow.Cell(column: .period, title: column.title, passage: period))
    }

    /// A goal in words that is of no further row.
    private func isGoal(_ cell: TableGrid.Cell, of row: TableGrid.Row) -> Bool {
        let rows = row.cells.filter { content.contains($0.column) }.map(\.rowSpan).min()
        return rows.map { cell.rowSpan <= $0 } ?? false && GoalColumns.isWords(cell)
    }

    /// `2.5`, `≥90%`, `120个` under a year: how far the row's indicator is to be by its end.
    private func isFigure(_ cell: TableGrid.Cell, _ column: TableReader.Column) -> Bool {
        guard let period = column.period, cell.lines.count == 1, !GoalColumns.isWords(cell), PeriodTitle(vocabulary: walk.vocabulary).isYear(period) else { return false }
        let scalars = cell.lines[0].passage.scalars
        // 完成12公里 says what is to be done, 不低于90% only how much.
        if let first = scalars.first(where: { !Passage.isBlank($0) }), first >= 0x4E00, first < 0xA000, !walk.vocabulary.comparing.contains(first) { return false }
        return scalars.contains { digitValue($0) != nil }
    }

    /// `⇥⇥县水利局⇥7月底`: neither number nor content where no cell is marked as merged: those of the row above are.
    private func saysWhoOnly(_ row: TableGrid.Row) -> Bool {
        guard row.number > 0, !merged.areMarked, let content = content.min() else { return false }
        return row.cells.contains { role($0).namesUnits } && row.cells.allSatisfy { $0.column > content && [.lead, .responsible, .support, .due, .person, .note].contains(role($0)) }
    }

    /// 序号 1 over three rows, merged or written once: each row with content of its own is a duty under that number.
    private func sharedKey(_ row: TableGrid.Row) -> String? {
        guard !numbersRows, let number, key(of: row)?.isEmpty ?? true,
              row.cells.contains(where: { content.contains($0.column) && !$0.text.isEmpty }), !row.cells.contains(where: { content.contains($0.column) && isLabelled($0) }) else { return nil }
        if row.number < number.end { return number.key }
        // Not merged, but who does it or by when stands beside it, or a title over it.
        if isOwnDuty(row) { return number.key }
        return number.end == number.row + 1 && row.cells.contains { (role($0).namesUnits || role($0) == .due) && !$0.text.isEmpty } ? number.key : nil
    }

    /// `⇥⇥治理河道10公里⇥⇥`: more exact content under a title of its group, and no sentence of the row above is open.
    private func isOwnDuty(_ row: TableGrid.Row) -> Bool {
        guard heads.areThere || walk.document.tellsMergedCells, let cell = row.cells.first(where: { content.contains($0.column) }), cell.column == content.max(),
              let last = open.last.flatMap({ table.items[$0.item].passage.last }) else { return false }
        return !Self.unfinished.contains(last)
            && (Self.finished.contains(last) || !hasSentences)
    }

    private static let unfinished: ScalarSet = "，,、：:（("
    private static let finished: ScalarSet = "。；;！）)"

    private mutating func noteNumber(of row: TableGrid.Row) {
        guard let cell = row.cells.first(where: { role($0) == .ordinal }), Int(cell.text) != nil else { return }
        number = (cell.text, row.number, row.number + max(cell.rowSpan, 1))
    }

    /// `⇥项目建设⇥⇥` over the row with number 1: where the first group is so titled, so are the others.
    private static func loneContent(_ grid: TableGrid, _ content: Set<Int>) -> TableGrid.Cell? {
        guard grid.rows.count > 2, grid.rows[0].cells.count == 1, let cell = grid.rows[0].cells.first, content.contains(cell.column), let number = grid.columns.firstIndex(where: { $0.role == .ordinal }) else { return nil }
        return grid.rows[1].cells.contains { $0.column == number && $0.text == "1" } ? cell : nil
    }

    /// `落实主体责任，加强督促检查。`
    private static func isSentence(_ cell: TableGrid.Cell) -> Bool {
        cell.lines.allSatisfy { $0.label == nil } && cell.lines.last?.passage.last.map(finished.contains) ?? false && cell.lines.contains { $0.passage.scalars.contains(where: clauseMarks.contains) }
    }

    private mutating func readLooseDuty(_ row: TableGrid.Row, below: TableGrid.Row?) -> Bool {
        guard hasLooseDuties, row.cells.count == 1, content.contains(row.cells[0].column), below?.cells.contains(where: { role($0) == .ordinal && Int($0.text) != nil }) ?? false else { return false }
        var current: Int?
        // A lost number.
        table.rows.append(TableRow(key: "0", cells: [], span: span(of: row)))
        close(Self.rank(ofKey: "0"))
        readContent(row.cells[0], table.rows.count - 1, &current)
        return true
    }

    /// The row below has a number; `同步完成管网接驳` goes on with the row above, whatever has a number below it.
    private mutating func readGroupTitle(_ row: TableGrid.Row, below: TableGrid.Row?) -> Bool {
        guard hasTitledGroups, row.cells.count == 1, content.contains(row.cells[0].column), row.cells[0].rowSpan == 1, row.cells[0].lines.count == 1, row.cells[0].lines[0].label == nil,
              below?.cells.contains(where: { role($0) == .ordinal && Int($0.text) != nil }) ?? false, !goesOnInWords(row.cells[0].lines[0].passage.trimmed()) else { return false }
        bandStart = table.rows.count
        merged.endGroups()
        leaveOut(row)
        return true
    }

    private func goesOnInWords(_ text: Passage) -> Bool {
        walk.vocabulary.joinWords.match(text.scalars, at: 0) != nil || text.scalars.contains(where: Self.clauseMarks.contains)
    }

    private static let clauseMarks: ScalarSet = "，。；"

    /// `填报人：张三 ⇥ 审核人：李四` in the last rows is what a form says of itself. Whose a duty is (`牵头单位：县水利局`) it does not say there.
    private var factsBehind: Int {
        grid.rows.suffix(Self.mostFacts).reversed().prefix { row in
            row.cells.allSatisfy { cell in
                guard cell.lines.count == 1 else { return false }
                let text = cell.lines[0].passage.trimmed()
                guard walk.reader.isFact(text), let colon = text.scalars.firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return false }
                return !(walk.vocabulary.role(ofColumn: text.part(0..<colon))?.namesUnits ?? false)
            }
        }.count
    }

    /// Rows behind the duties that are looked at.
    private static let mostFacts = 3

    /// `2 ⇥ XXX ⇥ XXX`, `单位：____ ⇥ 填表人：____`; a number under 任务 says something where a unit stands beside it.
    private func holdsNothing(_ row: TableGrid.Row) -> Bool {
        let forms = FormRows(vocabulary: walk.vocabulary), duties = row.cells.filter { content.contains($0.column) }
        func isEmpty(_ cell: TableGrid.Cell) -> Bool { cell.lines.count == 1 && forms.isPlaceholder(cell.lines[0].passage) }
        return !duties.isEmpty && duties.allSatisfy(isEmpty) && !row.cells.contains { role($0).namesUnits && !isEmpty($0) }
    }

    /// `例 ⇥ 改造公厕 ⇥ 某镇`, `（示例）改造公厕`
    private func showsHow(_ row: TableGrid.Row) -> Bool {
        let forms = FormRows(vocabulary: walk.vocabulary)
        return row.cells.prefix(Self.mostFacts).contains { cell in (cell.column == 0 || role(cell) == .ordinal || content.contains(cell.column)) && cell.lines.first.map { forms.isExample($0.passage) } ?? false }
    }

    /// Among the document's parts, and said to be.
    private mutating func leaveOut(_ row: TableGrid.Row) {
        put(row)
        table.unread.append(span(of: row))
    }

    /// 合计, 总计: a sum of the column, no duty.
    private func isTotal(_ row: TableGrid.Row) -> Bool {
        row.cells.prefix(2).contains { cell in
            guard let head = cell.lines.lazy.compactMap({ $0.passage.scalars.first { !Passage.isBlank($0) } }).first, walk.vocabulary.totalHeads.contains(head) else { return false }
            return walk.vocabulary.totals.contains(cell.text)
        }
    }

    /// Nothing but content without number and label goes on with the row above: the page ended inside that row.
    private func goesOn(_ row: TableGrid.Row) -> Bool {
        !numbersRows && row.cells.allSatisfy { content.contains($0.column) && $0.column > 0 && $0.lines.first?.label == nil }
    }

    /// A cell over the whole width: `一、优化审批服务`, `二 资金方面`. Labelled, it holds the rows below.
    private mutating func readBand(_ cell: TableGrid.Cell) -> Bool {
        guard let line = cell.lines.first, cell.lines.count == 1 else { return false }
        let found = line.label ?? LabelLexer(line.passage).spacedNumber().flatMap { $0.label.form == .chinese ? $0 : nil }
        guard role(cell) != .content || found?.label.form == .chinese else { return false }
        bandStart = table.rows.count
        merged.endGroups()
        guard let (label, length) = found, label.form != .arabic else {
            guard role(cell) != .ordinal else { return false }
            table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
            return true
        }
        table.items[openItem(label, line: line, length: length, row: nil)].isBand = true
        return true
    }

    /// `（一）一体化平台建设（3分）` in a column of groups holds the rows that share it; it has no row of its own.
    private mutating func group(_ cell: TableGrid.Cell, in row: Int) -> Bool {
        guard let line = cell.lines.first, let (label, length) = line.label, label.form != .decimal || label.parts.count > 1,
              label.form < .arabic || table.rows[row].key == nil else { return false }
        let item = openItem(label, line: line, length: length, row: nil)
        for line in cell.lines.dropFirst() { append(line, to: item, isFirst: false) }
        return true
    }

    /// `一、推进农业现代化` over several rows, each with its own measure: it holds them as a group does.
    private mutating func holdsRows(_ cell: TableGrid.Cell, of source: TableGrid.Row, in row: Int) -> Bool {
        guard heads.covers(cell, rowsBehind: source), source.cells.contains(where: { $0.column > cell.column && content.contains($0.column) && !isLabelled($0) }),
              let line = cell.lines.first, cell.lines.count == 1, let (label, length) = line.label, label.form != .decimal || label.parts.count > 1 else { return false }
        holder = (openItem(label, line: line, length: length, row: nil), 0)
        return true
    }

    private var isHolding: Bool { holder.map { holder in open.contains { $0.item == holder.item } } ?? false }

    private mutating func readContent(_ cell: TableGrid.Cell, _ row: Int, _ current: inout Int?) {
        var isFirst = true, rank: Int?
        if current == nil, !isLabelled(cell), let held = holder, isHolding, numbersRows || table.rows[row].key == nil {
            // Counted in its group.
            holder = (held.item, held.rows + 1)
            table.rows[row].key = String(held.rows + 1)
            rank = table.items[held.item].label.rank + 1
        }
        let lines = cell.lines.flatMap { InlineLabels.parts(of: $0, in: walk.document) }
        for (n, line) in lines.enumerated() {
            defer { isFirst = false }
            if let (label, length) = line.label ?? bare(n, lines), label.form != .decimal || label.parts.count > 1 {
                current = openItem(label, line: line, length: length, row: row)
            } else if let current {
                append(line, to: current, isFirst: isFirst)
            } else if let key = table.rows[row].key {
                current = rowItem(key, line: line, row: row, rank: rank)
            } else {
                table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
                addText(line, .content, cell.column, to: row)
            }
        }
    }

    /// A line of a cell goes on with the item; a line that a narrow column broke is put together.
    private mutating func append(_ line: Line, to item: Int, isFirst: Bool) {
        OutlineWalk.append(line, to: &table.items[item], in: walk.document, joined: !isFirst && line.continues)
    }

    // MARK: - Items

    private mutating func openItem(_ label: Label, line: Line, length: Int, row: Int?) -> Int {
        push(label, line: line, length: length, row: row, rank: label.rank)
    }

    /// A row without numbered duties is itself the duty; its label is the row's key.
    private mutating func rowItem(_ key: String, line: Line, row: Int, rank: Int?) -> Int {
        let span = Span(line.block.span.start, line.block.span.start)
        let label = Label(form: .arabic, ordinal: Int(key) ?? Self.ordinal(ofKey: key), parts: [], printed: key, span: span)
        return push(label, line: line, length: 0, row: row, rank: rank ?? Self.rank(ofKey: key))
    }

    /// Items are made in their place: a copy of one counts a dozen references.
    private mutating func push(_ label: Label, line: Line, length: Int, row: Int?, rank: Int) -> Int {
        close(rank)
        let index = table.items.count, parent = open.last?.item
        table.items.append(OutlineItem(label: label))
        OutlineWalk.begin(&table.items[index], line, length: length)
        table.items[index].row = row
        table.items[index].parent = parent
        if let parent { table.items[parent].children.append(index) }
        open.append((index, rank))
        return index
    }

    private mutating func close(_ rank: Int) {
        while let top = open.last, top.rank >= rank { open.removeLast() }
    }

    /// `一`, `（一）` nest as labels do; a plain number is inside of them and outside of the labels in its cells.
    private static func rank(ofKey key: String) -> Int {
        let first = key.unicodeScalars.first?.value ?? 0
        if ChineseNumeral.isNumeral(first) { return LabelForm.chinese.rawValue * 10 }
        if first == 0xFF08 || first == 0x28 {
            let isArabic = key.unicodeScalars.dropFirst().first.map { digitValue($0.value) != nil } ?? false
            return (isArabic ? LabelForm.arabicBracketed : .chineseBracketed).rawValue * 10
        }
        let dots = key.unicodeScalars.count { $0 == "." || $0 == "-" }
        return LabelForm.arabic.rawValue * 10 - 9 + min(dots, 8)
    }

    /// `一`, `（二）`, `（2）`
    private static func ordinal(ofKey key: String) -> Int? {
        let p = Passage(key), numeral = p.isBracketed ? p.unbracketed() : p
        if let number = Int(numeral.squashed()) { return number }
        return numeral.isEmpty || numeral.count > 4 ? nil : ChineseNumeral.value(numeral.scalars[...])
    }

    private func bare(_ n: Int, _ lines: [Line]) -> (label: Label, length: Int)? {
        guard let bare = LabelLexer(lines[n].passage).bareNumber(), let ordinal = bare.label.ordinal else { return nil }
        let near = (max(0, n - 4)..<min(lines.count, n + 5)).compactMap { $0 == n ? nil : lines[$0].label?.label.ordinal }
        return (ordinal == 1 || near.contains(ordinal - 1)) && near.contains(ordinal + 1) ? bare : nil
    }

    // MARK: - Cells

    private func key(of row: TableGrid.Row) -> String? {
        row.cells.first { role($0) == .ordinal }.map(\.text)
    }

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

    /// Paragraphs of one cell are kept apart by a line feed, but for a name that a narrow column broke.
    private mutating func add(_ cell: TableGrid.Cell, to row: Int) {
        let role = role(cell), isSaidAgain = role.namesUnits || role == .due || role == .person
        if isSaidAgain, let above = said[cell.column], walk.vocabulary.isDitto(cell.text) {
            put(cell)
            table.rows[row].cells.append(above)
            return
        }
        for line in cell.lines {
            table.parts.append(OutlinePart(kind: .tableCell, span: line.block.span))
            addText(line, role, cell.column, to: row)
        }
        if isSaidAgain { said[cell.column] = table.rows[row].cells.last }
    }

    private mutating func addText(_ line: Line, _ role: ColumnRole, _ column: Int, to row: Int) {
        let title = column < grid.columns.count ? grid.columns[column].title : ""
        guard let last = table.rows[row].cells.indices.last, table.rows[row].cells[last].column == role, table.rows[row].cells[last].title == title else {
            table.rows[row].cells.append(TableRow.Cell(column: role, title: title, passage: line.passage))
            return
        }
        if !line.continues { table.rows[row].cells[last].passage.appendBreak(at: line.block.span.start) }
        walk.document.append(line.block.span, to: &table.rows[row].cells[last].passage)
    }

    /// `二 | 经济发展 | | |` behind `2 | …`: the head of the next group shares nothing with the last row of the group before.
    private func isOutside(_ row: Int) -> Bool {
        guard let key = table.rows[row].key, let above = table.rows[row - 1].key else { return false }
        return Self.rank(ofKey: key) < Self.rank(ofKey: above)
    }

    /// A unit cell that is empty is shared with the row above (merged cells), and the deadline with it; never with one of another group.
    /// - Parameter isHeaded: it goes on in the group of the row above, whose deadline it has with units of its own too.
    private mutating func inherit(into row: Int, from source: TableGrid.Row, isHeaded: Bool) {
        guard row > bandStart, !isOutside(row) else { return }
        func above(_ isOne: (ColumnRole) -> Bool) -> [TableRow.Cell] {
            guard let column = grid.columns.firstIndex(where: { isOne($0.role) }), blanks.holdsOn(column, in: source) else { return [] }
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
