import FanganText

/// Reads a table that begins at a line: cells that the reader marked, cells set apart by spaces, cells flattened to
/// lines of their own.
///
/// Held by reference, so that those who read one kind of table each do not copy the walk with all its lists.
final class TableReader {
    let walk: OutlineWalk
    let limit: Int

    init(walk: OutlineWalk, limit: Int) {
        self.walk = walk
        self.limit = limit
    }

    struct Table {
        /// First line behind the table.
        var end: Int
        var rows: [TableRow]
        /// `row` counts within this table.
        var items: [OutlineItem]
        var parts: [OutlinePart]
        var columns: [Column] = []
        var hasScoreColumn: Bool
        /// Titles of a table whose cells ran together; where they part is told by what they hold.
        var runTogether: Span?
        /// Rows that are no duties and no sums: what stands over a group of rows, what a form says of itself.
        var unread: [Span] = []
        /// What stands where the number of a row was expected.
        var broken: Span?
    }

    struct Column {
        var role: ColumnRole
        var title: String
        /// The title in its place, of a column that says when.
        var period: Passage?
    }

    func table(at line: Int) -> Table? {
        guard line < limit else { return nil }
        if walk.lines[line].block.cell != nil { return MarkedGrid(reader: self).grid(from: line).flatMap(read) }
        if let grid = RunTogetherGrid(reader: self).grid(from: line), var table = read(grid) {
            table.runTogether = grid.head.first
            return table
        }
        if let grid = SpacedGrid(reader: self).grid(from: line) ?? FlatGrid(reader: self).grid(from: line) ?? KeyedLines(reader: self).grid(from: line) { return read(grid) }
        return FlatTable(reader: self).read(from: line) ?? FlatRows(reader: self).grid(from: line).flatMap(read)
    }

    private func read(_ found: TableGrid) -> Table? {
        var grid = found
        ColumnsByCells(reader: self).settle(&grid)
        return GridInterpreter.read(grid, in: walk)
    }

    /// Whether a table begins at a line; cheaper than reading it.
    func begins(at line: Int) -> Bool {
        walk.lines[line].block.cell != nil || SpacedGrid(reader: self).begins(at: line) || FlatGrid(reader: self).begins(at: line)
            || FlatTable(reader: self).begins(at: line) || RunTogetherGrid(reader: self).begins(at: line) || KeyedLines(reader: self).begins(at: line) || FlatRows(reader: self).begins(at: line)
    }

    /// What a column's title says: as it stands, without a remark in brackets (`分值（分）`), or by the words it ends
    /// in (`市级牵头单位`).
    func role(ofTitle title: Passage) -> ColumnRole? { walk.vocabulary.tables.role(ofColumn: title) }

    /// Whether a line looks like the name of a unit.
    func endsAsName(_ text: Passage) -> Bool {
        walk.vocabulary.names.nameEnds.contains(text, before: text.count)
            || (text.last == 0x29 || text.last == 0xFF09) && text.count <= 24
    }

    /// `县政府` ⏎ `办公室`, `各乡镇` ⏎ `（街道）`: the line goes on with the name before it.
    func goesOn(_ name: Passage, with line: Passage) -> Bool {
        if let first = line.scalars.first, first == 0xFF08 || first == 0x28 { return true }
        return Self.hostEnds.contains { name.has($0, before: name.count) } && walk.vocabulary.names.nameTails.contains(line.squashed())
    }

    /// `查阅资料`, `实地查看`: how something is measured.
    func isMethod(_ text: Passage) -> Bool {
        walk.vocabulary.names.methodEnds.contains(text, before: text.count)
    }

    func isNamePart(_ text: Passage) -> Bool {
        walk.vocabulary.names.nameParts.contains(text, before: text.count)
    }

    /// `2024年7月底`, `12月底前`, `长期坚持`, `每季度末`
    static func isDue(_ text: Passage) -> Bool {
        guard text.count >= 2, text.count <= 24 else { return false }
        if OutlineVocabulary.standard.names.timeStarts.begins(text.scalars, at: 0) { return true }
        // 2025.7.30, 2025-08-15
        if HeaderReader.plainDate(text) != nil { return true }
        guard digitValue(text.scalars[0]) != nil || text.has("每", at: 0) || text.has("年", at: 0) else { return false }
        return text.scalars.contains { $0 == 0x5E74 || $0 == 0x6708 || $0 == 0x65E5 || $0 == 0x5B63 }
    }

    /// `5`, `5分`, `1.5`
    static func isScore(_ text: Passage) -> Bool {
        guard !text.isEmpty, text.count <= 6, digitValue(text.scalars[0]) != nil else { return false }
        return text.scalars.allSatisfy { digitValue($0) != nil || $0 == 0x2E || $0 == 0x5206 }
    }

    private static let hostEnds: [Word] = ["政府", "委", "纪委", "党委", "管委会"]
}
