import FanganText

/// What the cells of a table are for: by the titles of their columns, and which of these say what is to be done.
struct CellRoles {
    let columns: [TableReader.Column]
    let titles: [String]
    /// The columns of what is to be done.
    let content: Set<Int>
    /// Those of them that their titles name, without the goals in words behind them.
    let named: Set<Int>
    /// For each column whether it is of ``content``: asked for every cell.
    private let isOfContent: [Bool]

    init(_ grid: TableGrid, _ walk: OutlineWalk) {
        columns = grid.columns
        titles = grid.columns.map(\.title)
        named = Self.contentColumns(grid, walk)
        content = named.union(GoalColumns.ofText(grid, behind: named))
        isOfContent = columns.indices.map(content.contains)
    }

    func role(_ cell: TableGrid.Cell) -> ColumnRole { cell.column < columns.count ? columns[cell.column].role : .unknown }

    func isContent(_ cell: TableGrid.Cell) -> Bool { cell.column < isOfContent.count && isOfContent[cell.column] }

    static func isLabelled(_ cell: TableGrid.Cell) -> Bool { cell.lines.contains { $0.label != nil } }

    /// The number of a row.
    func key(of row: TableGrid.Row) -> String? { row.cells.first { role($0) == .ordinal }.map(\.text) }

    /// Duties with units, days, persons or points, most of them without any number: their place in the table is their number.
    func isUnnumbered(_ rows: [TableGrid.Row]) -> Bool {
        guard !content.isEmpty, columns.contains(where: { $0.role.namesUnits || Self.besideDuties.contains($0.role) }), !rows.contains(where: { $0.cells.contains { role($0) == .ordinal && !$0.text.isEmpty } && !isGroupHead($0) }) else { return false }
        let cells = rows.filter { !isGroupHead($0) }.flatMap { $0.cells.filter(isContent) }
        return cells.count(where: Self.isLabelled) * 2 < cells.count
    }

    private static let besideDuties: Set<ColumnRole> = [.due, .person, .score]

    /// `一、大气污染防治` over the whole width, `一 | 大气污染防治`: a number of another kind, and nothing that says who or by when.
    func isGroupHead(_ row: TableGrid.Row) -> Bool {
        guard row.cells.count <= 2, let first = row.cells.first, first.column == 0, row.cells.dropFirst().allSatisfy(isContent) else { return false }
        if row.cells.count == 1, let label = first.lines.first?.label { return label.label.form < .arabic && first.lines.count == 1 }
        return row.cells.count == 2 && ChineseNumeral.value(Passage(RowKey.plain(first.text)).unbracketed().scalars[...]) != nil
    }

    /// Duties by organ (`成员单位 主要职责`), whose rows have no number.
    var isByOwner: Bool { columns.contains { $0.role == .owner } && !columns.contains { $0.role.namesUnits && $0.role != .owner } }

    // MARK: - Columns of what is to be done

    /// The columns whose text is what is to be done. Without one, in a table that measures or names who does it, the
    /// group next to the number is (`指标`); a table of figures in the text has none.
    private static func contentColumns(_ grid: TableGrid, _ walk: OutlineWalk) -> Set<Int> {
        let columns = grid.columns
        let named = columns.indices.filter { columns[$0].role == .content }
        // `项目 建设内容` with `1.新建幼儿园` in the cells of the first: the numbers are those of the rows.
        if let first = named.first { return Set(named + columns.indices.filter { $0 < first && columns[$0].role == .group && walk.vocabulary.tables.titlingColumns.contains(columns[$0].title) && isNumbered($0, grid) }) }
        if let named = nameOfGoals(columns) { return [named] }
        if let column = unnamedContent(columns) ?? goalsOfOrgans(grid) { return [column] }
        let title = walk.divisionFacts.last?.title ?? Passage()
        let measures = columns.contains { $0.role == .score || $0.role == .explanation || $0.role.namesUnits && $0.role != .owner }
            || walk.vocabulary.titles.assessmentAnnexes.contains { title.first($0, in: title.indices) != nil }
        guard measures, let group = columns.lastIndex(where: { $0.role == .group }), columns.contains(where: { $0.role == .ordinal }) || isNumbered(group, grid) else { return [] }
        // What explains an indicator (指标说明) is of its text.
        return Set([group] + columns.indices.filter { columns[$0].role == .explanation })
    }

    /// `1.门诊人次数` ⏎ `2.下转人次数` in a column of groups: the numbers stand in its cells.
    private static func isNumbered(_ column: Int, _ grid: TableGrid) -> Bool {
        // 一、教育 over the whole width is none of these cells; a number alone in its row is, where the cell beside it is merged.
        let cells = grid.rows.compactMap { row in row.cells.first { $0.column == column && (row.cells.count > 1 || hasNumber($0)) } }
        return cells.count >= 2 && cells.count(where: hasNumber) * 4 >= cells.count * 3
    }

    private static func hasNumber(_ cell: TableGrid.Cell) -> Bool { cell.lines.first?.label?.label.form == .arabic }

    /// `项目 年度目标 责任单位`: the group next to the goals, without a number of its own, is what they are of.
    private static func nameOfGoals(_ columns: [TableReader.Column]) -> Int? {
        let roles = columns.map(\.role)
        guard let goal = roles.firstIndex(where: { $0 == .target || $0 == .period }), roles.contains(where: { $0.namesUnits && $0 != .owner }), !roles.contains(.score), !roles.contains(.ordinal) else { return nil }
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
}
