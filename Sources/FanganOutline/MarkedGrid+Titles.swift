import FanganText

/// The titles of a table's columns, which may take several rows.
extension MarkedGrid {
    /// The columns and how many rows their titles take: the first of the first rows most of whose cells are titles, and
    /// further ones that say more exactly what stands under a shared title (责任分工 over 牵头单位 and 责任单位).
    func header(_ rows: [TableGrid.Row], at start: Int) -> (columns: [TableReader.Column], rows: Int) {
        guard let top = rows.prefix(3).indices.first(where: { isHeader(rows[$0], of: rows) || isHeaderOverNumbers($0, of: rows) }) ?? (isHeaderOverFigures(rows) ? 0 : nil) else {
            if let last = walk.lastTable, goesOn(last.end, at: start), rows.allSatisfy({ ($0.cells.last?.column ?? 0) < last.columns.count }) { return (last.columns, 0) }
            return ([], 0)
        }
        var end = top + 1
        while end < rows.count, end - top < Self.mostRows, isUnder(rows[top..<end], rows[end]) || end == top + 1 && isSubheader(rows[end]) { end += 1 }
        let widths = rows.map { $0.cells.last?.column ?? 0 }
        var width = widths.prefix(max(top + 2, end)).max() ?? 0
        // A first row between tabs that is wider than all the others has a cell too many.
        if walk.document.source.mediaType == "text/plain", let others = widths.dropFirst(top + 2).max(), !isSubheader(rows[top + 1]) { width = max(widths.prefix(top + 1).max() ?? 0, min(width, others)) }
        var columns = [TableReader.Column](repeating: TableReader.Column(role: .unknown, title: ""), count: min(width, 4096) + 1)
        for row in top..<end { fill(&columns, rows[row], under: rows[top..<row]) }
        return (columns, end)
    }

    /// Rows that the titles of one table take.
    private static let mostRows = 3

    /// Nothing stands between the last table and this one but a line that says it goes on: 续表.
    private func goesOn(_ end: Int, at start: Int) -> Bool {
        end <= start && start - end <= 2 && (end..<start).allSatisfy { walk.lines[$0].block.cell == nil && walk.vocabulary.tables.isContinuation(walk.lines[$0].passage) }
    }

    /// `新建 | 改建` under 任务数, while 序号 beside it reaches down to that row: a cell of titles is in no row of duties.
    private func isUnder(_ titles: ArraySlice<TableGrid.Row>, _ row: TableGrid.Row) -> Bool {
        titles.contains { title in title.cells.contains { title.number + $0.rowSpan > row.number && $0.rowSpan > 1 } }
            && row.cells.allSatisfy { cell in head(over: cell, in: titles) != nil }
    }

    /// The title over several columns under which a cell stands.
    private func head(over cell: TableGrid.Cell, in titles: ArraySlice<TableGrid.Row>) -> TableGrid.Cell? {
        titles.reversed().lazy.compactMap { $0.cells.first { $0.columnSpan > 1 && $0.column <= cell.column && cell.column < $0.column + $0.columnSpan } }.first
    }

    private func fill(_ columns: inout [TableReader.Column], _ row: TableGrid.Row, under titles: ArraySlice<TableGrid.Row>) {
        // 2024年目标 beside 2025年目标, 一季度目标 beside 二季度目标: each is due at the end of its stretch. Alone 上半年工作任务 is what is to be done.
        let years = row.cells.count(where: isYear), stretches = row.cells.count(where: isStretch), above = columns
        for cell in row.cells where cell.column < columns.count {
            let head = self.head(over: cell, in: titles).flatMap { above.indices.contains($0.column) ? above[$0.column] : nil }
            let own = years > 1 && isYear(cell) || stretches > 1 && isStretch(cell) ? .period : role(ofTitle: cell), role = head.map { self.role(of: cell, saying: own, under: $0.role) } ?? own ?? .unknown
            columns[cell.column] = TableReader.Column(role: role, title: self.title(of: cell, under: head), period: role == .period ? cell.lines.first?.passage : nil)
        }
    }

    /// What a column holds whose title says little (市级, 竣工) or nothing for certain (单位): it is of the kind that the title above says.
    private func role(of cell: TableGrid.Cell, saying own: ColumnRole?, under head: ColumnRole) -> ColumnRole {
        let tables = walk.vocabulary.tables, title = Passage(cell.text)
        if tables.formerColumns.begins(title.scalars, at: 0) { return .note }
        switch head {
        // 启动时间 beside 完成时间 is no deadline.
        case .due: return tables.startColumns.begins(title.scalars, at: 0) ? .note : own ?? .due
        case .lead, .responsible, .support: return own == .owner ? head : own ?? head
        // 地点 beside 规模 under 建设内容.
        case .content where own == nil && tables.placeTitles.match(title, before: title.count) != nil: return .unknown
        case .target, .content, .group: return own ?? head
        default: return own ?? .unknown
        }
    }

    /// `新建（个）` under 任务数（个）: what is counted is said once for all.
    private func title(of cell: TableGrid.Cell, under head: TableReader.Column?) -> String {
        let own = cell.text
        guard let head = head.map({ Passage($0.title) }), case let core = head.droppingTrailingBracket(), core.count < head.count, Passage(own).droppingTrailingBracket().count == Passage(own).count else { return own }
        return own + head.string(core.count..<head.count)
    }

    private func role(ofTitle cell: TableGrid.Cell) -> ColumnRole? {
        let title = Passage(cell.text)
        return reader.role(ofTitle: title) ?? (cell.lines.count == 1 && PeriodTitle(vocabulary: walk.vocabulary).matches(title) ? .period : nil)
    }

    private func isHeader(_ row: TableGrid.Row, of rows: [TableGrid.Row]) -> Bool {
        let roles = row.cells.compactMap(role(ofTitle:)), periods = roles.count { $0 == .period }
        let isMost = { (known: Int) in known >= 1 && known * 2 >= max(row.cells.count, 2) && row.cells.count >= 2 }
        if isMost(roles.count - periods) { return true }
        // 项目 ⇥ 一季度 ⇥ 二季度 over nothing but figures is none.
        return periods >= 2 && isMost(roles.count) && (roles.contains(where: \.namesUnits) || saysWhatInPeriods(row, rows))
    }

    private func isYear(_ cell: TableGrid.Cell) -> Bool {
        cell.lines.count == 1 && PeriodTitle(vocabulary: walk.vocabulary).isYear(Passage(cell.text))
    }

    /// 一季度目标, 上半年: a part of a year.
    private func isStretch(_ cell: TableGrid.Cell) -> Bool {
        let period = PeriodTitle(vocabulary: walk.vocabulary), title = Passage(cell.text)
        return cell.lines.count == 1 && period.matches(title) && !period.isYear(title)
    }

    /// `序号 ⇥ 隐患名称 ⇥ 整改资金 ⇥ 整改措施` over `1 ⇥ …`: short words without figures beside the title of the numbers, though most of them are known to nobody.
    private func isHeaderOverNumbers(_ place: Int, of rows: [TableGrid.Row]) -> Bool {
        let row = rows[place]
        guard row.cells.count >= 3, row.cells.count(where: { role(ofTitle: $0) != nil }) >= 2, row.cells.allSatisfy(mayBeTitle),
              let numbers = row.cells.first(where: { role(ofTitle: $0) == .ordinal })?.column else { return false }
        let first = rows.dropFirst(place + 1).prefix(2).lazy.compactMap { $0.cells.first { $0.column == numbers }?.text }
        return first.contains { ["1", "01", "一"].contains(RowKey.plain($0)) }
    }

    private func mayBeTitle(_ cell: TableGrid.Cell) -> Bool {
        let text = Passage(cell.text)
        return text.count <= 16 && text.first(of: Self.noTitle, in: text.indices) == nil && !(text.scalars.first.map { digitValue($0) != nil } ?? true && !isYear(cell))
    }

    private static let noTitle: ScalarSet = "。；;，,：:！"

    private func saysWhatInPeriods(_ titles: TableGrid.Row, _ rows: [TableGrid.Row]) -> Bool {
        let periods = Set(titles.cells.filter { role(ofTitle: $0) == .period }.map(\.column))
        return rows.contains { row in
            row.number != titles.number && row.cells.contains { cell in
                periods.contains(cell.column) && role(ofTitle: cell) == nil && cell.lines.contains { $0.passage.count > 3 && $0.passage.scalars.contains { $0.isIdeograph } }
            }
        }
    }

    /// `乡镇 ⇥ 面积（万亩）⇥ 完成时间` over `城关镇 ⇥ 3.2 ⇥ 2024年9月`: one known title among short words without figures, figures below.
    private func isHeaderOverFigures(_ rows: [TableGrid.Row]) -> Bool {
        guard rows.count >= 2, rows[0].cells.count >= 3, rows[1].cells.count == rows[0].cells.count else { return false }
        func figures(_ row: TableGrid.Row) -> Int { row.cells.count { $0.text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } } }
        return rows[0].cells.contains { reader.role(ofTitle: Passage($0.text)) != nil } && figures(rows[0]) == 0 && figures(rows[1]) * 2 >= rows[1].cells.count
            && rows[0].cells.allSatisfy { $0.text.utf8.count <= 36 }
    }

    /// Nothing but titles, at least two.
    private func isSubheader(_ row: TableGrid.Row) -> Bool {
        row.cells.count >= 2 && row.cells.allSatisfy { role(ofTitle: $0) != nil }
    }
}
