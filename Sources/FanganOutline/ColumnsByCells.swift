import FanganText

/// Columns whose titles leave open what they hold, told by what stands in them: 单位 over 万亩 and % is what the figures are
/// counted in, 责任分工 beside a column of organs is what each of them does, 建设规模 over nothing but figures is a goal.
struct ColumnsByCells {
    let reader: TableReader

    func settle(_ grid: inout TableGrid) {
        for i in first(of: grid, where: { $0.role == .owner && vocabulary.tables.doubtfulUnits.contains($0.title) }) {
            let cells = texts(grid, i)
            if cells.count(where: isMeasure) * 4 >= max(cells.count, 1) * 3 { grid.columns[i].role = .measure }
        }
        // 建设规模 over 1.2 and 120: how much, not what.
        for i in first(of: grid, where: { $0.role == .content }) {
            guard grid.columns.indices.contains(where: { $0 != i && [.content, .group, .unknown].contains(grid.columns[$0].role) }) else { break }
            let cells = texts(grid, i)
            if !cells.isEmpty, cells.allSatisfy(isFigure) { grid.columns[i].role = .target }
        }
        settleTitles(&grid.columns)
        for i in first(of: grid, where: { $0.role == .responsible && vocabulary.tables.doubtfulDuties.contains($0.title) }) {
            let cells = texts(grid, i)
            if cells.isEmpty || !cells.allSatisfy({ reader.endsAsName(Passage($0)) && !isSentence($0) }) { grid.columns[i].role = .content }
        }
        let roles = grid.columns.map(\.role)
        guard roles.contains(.owner), !roles.contains(.content) else { return }
        for i in first(of: grid, where: { $0.role == .responsible }) {
            let cells = texts(grid, i)
            if cells.count(where: isSentence) * 2 > cells.count { grid.columns[i].role = .content }
        }
    }

    /// 责任清单 beside 任务清单: whose the tasks are, if its cells are names; where a table has no marks, its titles say where cells are.
    func settleTitles(_ columns: inout [TableReader.Column]) {
        guard let i = columns.firstIndex(where: { $0.role == .content && vocabulary.tables.doubtfulDuties.contains($0.title) }),
              columns.indices.contains(where: { $0 != i && columns[$0].role == .content }) else { return }
        columns[i].role = .responsible
    }

    /// The first such columns; each is asked once for all its cells, and no printed table has many.
    private func first(of grid: TableGrid, where isOne: (TableReader.Column) -> Bool) -> ArraySlice<Int> {
        grid.columns.indices.filter { isOne(grid.columns[$0]) }.prefix(8)
    }

    private var vocabulary: OutlineVocabulary { reader.walk.vocabulary }

    private func texts(_ grid: TableGrid, _ column: Int) -> [String] {
        var texts: [String] = []
        for row in grid.rows { for cell in row.cells where cell.column == column && cell.head != nil { texts.append(cell.text) } }
        return texts
    }

    /// `个`, `万亩`, `元/人`, `%`, `km`: a measure word, multiplied or divided, or signs without a Chinese character.
    func isMeasure(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty, scalars.count <= 12 else { return false }
        guard scalars.contains(where: { $0.value.isIdeograph }) else { return true }
        return scalars.split(whereSeparator: { Self.joins.contains($0.value) }).allSatisfy(isMeasureWord)
    }

    /// `1.2`, `120个`, `约30公里`
    private func isFigure(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count <= 12 && scalars.contains { digitValue($0.value) != nil } && scalars.count { $0.value.isIdeograph } <= 3
    }

    private func isMeasureWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = word
        while true {
            guard let first = rest.first else { return false }
            let tables = reader.walk.vocabulary.tables
            if tables.measureHeads.contains(first.value), tables.measureUnits.contains(String(String.UnicodeScalarView(rest))) { return true }
            // Latin signs between: 万kWh, m³.
            guard Self.powers.contains(first.value) || first.value < 0x3400 else { return false }
            rest = rest.dropFirst()
            if rest.isEmpty { return true }
        }
    }

    private func isSentence(_ text: String) -> Bool {
        let p = Passage(text)
        return p.first(of: Self.marks, in: p.indices) != nil || p.count > 12 && !reader.endsAsName(p)
    }

    private static let powers: ScalarSet = "十百千万亿"
    private static let joins: ScalarSet = "/／、·每（）()"
    private static let marks: ScalarSet = "，。；"
}

/// Columns of goals (年度目标, 工作目标) beside those of what is to be done, whose cells are of the duty's text.
enum GoalColumns {
    /// The columns of goals that say in words what each row is to bring about. Where one goal is for several rows it is no row's own.
    /// - Parameter content: the columns of what is to be done, in front of those of goals.
    static func ofText(_ grid: TableGrid, behind content: Set<Int>) -> Set<Int> {
        guard let first = content.min(), let exact = content.max(), !grid.columns.contains(where: { $0.role == .score }) else { return [] }
        return Set(grid.columns.indices.filter { grid.columns[$0].role == .target && $0 > first }.prefix(most).filter { isOfText($0, beside: exact, grid) })
    }

    /// Each is asked once for all its cells; no printed table has as many.
    private static let most = 8

    private static func isOfText(_ column: Int, beside content: Int, _ grid: TableGrid) -> Bool {
        var rows = 0, said = 0, words = 0, labelled = 0
        for row in grid.rows {
            let duty = row.cells.first { $0.column == content }, goal = row.cells.first { $0.column == column }
            if let duty {
                rows += 1
                if duty.lines.contains(where: { $0.label != nil }) { labelled += 1 }
            }
            guard let goal else { continue }
            if let duty { if goal.rowSpan > duty.rowSpan { return false } else { said += 1 } }
            if isWords(goal) { words += 1 }
            if goal.lines.contains(where: { $0.label != nil }) { labelled += 1 }
        }
        return labelled * 2 < rows && said * 2 >= rows && words * 2 >= max(said, 1)
    }

    /// Whether most cells of a column are words.
    static func saysWords(_ grid: TableGrid, _ column: Int) -> Bool {
        let cells = grid.rows.flatMap { $0.cells.filter { $0.column == column } }
        return cells.count(where: isWords) * 2 > cells.count
    }

    /// `新增造林2.5万亩`, not 95% or 15公里.
    static func isWords(_ cell: TableGrid.Cell) -> Bool {
        var run = 0
        for line in cell.lines {
            for scalar in line.passage.scalars {
                run = scalar.isIdeograph ? run + 1 : Passage.isBlank(scalar) ? run : 0
                if run >= 4 { return true }
            }
        }
        return false
    }
}
