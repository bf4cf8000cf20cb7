import FanganText

/// Whether a line of a flattened table goes on in the next one, because a narrow column broke its cell: `各县（区）人民政` ⏎ `府`,
/// `2024年12月` ⏎ `31日前`, `覆盖率不低于` ⏎ `95%。`.
struct BrokenCells {
    let reader: TableReader
    /// The table's texts end as sentences do, so that one without such an end goes on.
    let hasSentences: Bool

    enum Cut: Int { case none, likely, sure }

    /// - Parameter rows: how many rows the lines are of, as far as that is known.
    init(reader: TableReader, lines: [Line], rows: Int = 1) {
        self.reader = reader
        hasSentences = lines.count { $0.passage.last.map(Self.ends.contains) ?? false } >= max(rows, 1)
    }

    init(reader: TableReader, hasSentences: Bool) {
        self.reader = reader
        self.hasSentences = hasSentences
    }

    /// What two lines that follow each other say of it, by what kind of column they may stand in.
    struct Evidence {
        var any = Cut.none, names = Cut.none, day = Cut.none, text = Cut.none

        /// - Parameter isText: the column is one of texts.
        func cut(in role: ColumnRole, isText: Bool) -> Cut {
            if any == .sure { return any }
            switch role {
            case .lead, .responsible, .support, .owner: return names
            case .due: return day
            default: return isText ? text : any
            }
        }
    }

    func evidence(_ line: Line, _ next: Line) -> Evidence {
        guard let last = line.passage.last, let first = next.passage.scalars.first(where: { !Passage.isBlank($0) }), next.label == nil else { return Evidence() }
        if Self.joints.contains(last) || Self.closings.contains(first) { return Evidence(any: .sure) }
        let a = line.passage.trimmed(), b = next.passage.trimmed()
        // `户。`
        if b.count <= 3, b.last == 0x3002, !Self.ends.contains(last) { return Evidence(any: .sure) }
        if Self.hasOpenBracket(a) { return Evidence(any: .sure) }
        var evidence = Evidence()
        evidence.names = names(a, b)
        evidence.day = day(a, b) ? .sure : .none
        if hasSentences, a.count >= Self.shortest, line.label.map({ $0.length < line.passage.count }) ?? true, !Self.ends.contains(last), !TableReader.isDue(a), !(beginsAsName(a) && reader.endsAsName(a)) { evidence.text = .likely }
        return evidence
    }

    // MARK: - Cells

    /// Pieces by their columns; a piece that goes on inside a sentence or a name is marked so.
    static func cells(_ pieces: [Line], _ places: [Int], of columns: [TableReader.Column], _ reader: TableReader) -> [TableGrid.Cell] {
        var cells: [TableGrid.Cell] = []
        for (piece, column) in zip(pieces, places) {
            if let k = cells.firstIndex(where: { $0.column == column }) {
                cells[k].lines.append(piece.with(continues: cells[k].lines.last.map { goesOn($0, piece, columns[column].role, reader) } ?? false))
            } else {
                cells.append(TableGrid.Cell(column: column, lines: [piece]))
            }
        }
        return cells
    }

    /// Whether a line goes on with the name or the day that ends the line before it.
    static func isBroken(_ before: Line, _ line: Line, _ role: ColumnRole, _ reader: TableReader) -> Bool {
        if BrokenCells(reader: reader, hasSentences: false).evidence(before, line).cut(in: role, isText: false) == .sure { return true }
        let a = before.passage.trimmed(), b = line.passage.trimmed()
        guard role.namesUnits, line.label == nil, let last = a.last, last.isIdeograph, reader.endsAsName(b) else { return false }
        // 示范区市场: the word ends like a name and is none.
        let isPlace = a.count > 2 && reader.walk.vocabulary.names.placeWords.match(a.scalars, at: a.count - 2).map { $0.length == 2 } ?? false
        return isPlace || !reader.endsAsName(a) || reader.isNamePart(a)
    }

    private static func goesOn(_ before: Line, _ line: Line, _ role: ColumnRole, _ reader: TableReader) -> Bool {
        guard line.label == nil, let last = before.passage.last else { return false }
        if BrokenCells(reader: reader, hasSentences: false).evidence(before, line).cut(in: role, isText: false) == .sure { return true }
        if [0x3002, 0xFF1B, 0xFF1A, 0xFF01].contains(last) { return false }
        let text = before.passage.trimmed()
        return !role.namesUnits || !reader.endsAsName(text) || reader.isNamePart(text)
    }

    // MARK: - Names

    private func names(_ a: Passage, _ b: Passage) -> Cut {
        guard a.first(of: Self.stops, in: a.indices) == nil, let last = a.last else { return .none }
        let mark = a.scalars.lastIndex(where: Self.separators.contains), name = a.part((mark.map { $0 + 1 } ?? 0)..<a.count).trimmed()
        let tail = b.part(0..<(b.scalars.firstIndex(where: Self.separators.contains) ?? b.count)).trimmed()
        if last == 0xFF09 || last.isIdeograph, reader.goesOn(name, with: b) { return .sure }
        let isWhole = (reader.endsAsName(name) || reader.isNamePart(name)) && !isPlace(name) && !isNoTown(name)
        let begins = beginsAsName(tail) || digitValue(tail.scalars.first ?? 0) != nil
        // 各县（区）⏎ 人民政府
        if beginsAsName(name), reader.walk.vocabulary.names.secondWords.begins(tail.scalars, at: 0, limit: tail.count) { return .sure }
        guard last.isIdeograph else { return .none }
        // 各乡 ⏎ 镇人民政府, 市市 ⏎ 场监管局: a level is no name yet.
        if name.count <= 2, name.scalars.first == Self.each || name.scalars.allSatisfy(isLevel), tail.count >= 2 { return .sure }
        if isWhole { return .none }
        // 县 ⏎ 农业农村局, 市卫 ⏎ 生健康委员会: only together they end as a name.
        if mark != nil || beginsAsName(name), !begins, reader.endsAsName(tail) || tail.count <= 2 { return .sure }
        return mark != nil ? .likely : .none
    }

    private func beginsAsName(_ name: Passage) -> Bool {
        guard let first = name.scalars.first else { return false }
        return first == Self.each || isLevel(first)
    }

    /// `市市场`: a level and a word that names no organ.
    private func isPlace(_ name: Passage) -> Bool {
        guard name.count <= 5, beginsAsName(name), let (_, length) = reader.walk.vocabulary.names.placeWords.match(name.scalars, at: 1) else { return false }
        return 1 + length == name.count
    }

    /// `县住房和城乡`: it ends as a township does and is none; 各乡镇 are.
    private func isNoTown(_ name: Passage) -> Bool {
        beginsAsName(name) && name.scalars.first != Self.each && reader.walk.vocabulary.names.townEnds.match(name, before: name.count)?.value == false
    }

    private func isLevel(_ scalar: UInt32) -> Bool { reader.walk.vocabulary.names.levels.contains { $0.count == 1 && $0.scalars.first == scalar } }

    // MARK: - Days

    /// `2024年` ⏎ `12月底`, `12月` ⏎ `31日前`, `6月` ⏎ `底前`
    private func day(_ a: Passage, _ b: Passage) -> Bool {
        guard b.count <= 8, let last = a.last, TableReader.isDue(a) || a.scalars.allSatisfy({ digitValue($0) != nil }) else { return false }
        let rest = b.scalars[(b.scalars.firstIndex { digitValue($0) == nil } ?? b.count)...]
        guard let unit = rest.first else { return false }
        let isTail = rest.allSatisfy(Self.dayTails.contains)
        switch last {
        case 0x5E74: return [0x6708, 0x5E95, 0x5185, 0x672B, 0x5EA6].contains(unit) && (rest.count < b.count || unit != 0x6708) // 年: 月 底 内 末 度
        case 0x6708: return isTail && rest.count <= 3
        case 0x65E5: return rest.count == b.count && isTail
        default: return digitValue(last) != nil && Self.dayUnits.contains(unit)
        }
    }

    /// Whether a bracket is opened that is not closed.
    private static func hasOpenBracket(_ p: Passage) -> Bool {
        guard p.count <= longestLine else { return false }
        var depth = 0
        for scalar in p.scalars {
            if opening.contains(scalar) { depth += 1 } else if closing.contains(scalar) { depth = max(0, depth - 1) }
        }
        return depth > 0
    }

    /// A line of fewer characters is no sentence that a column broke.
    private static let shortest = 5
    /// Of a column that breaks what stands in it.
    private static let longestLine = 60
    /// 各
    private static let each: UInt32 = 0x5404
    private static let joints: ScalarSet = "、，（(《“—"
    private static let closings: ScalarSet = "。，、；：）)》”！"
    private static let ends: ScalarSet = "。；;！？：:）)”》"
    private static let stops: ScalarSet = "。；"
    private static let separators: ScalarSet = "、，,；;"
    private static let opening: ScalarSet = "（(《"
    private static let closing: ScalarSet = "）)》"
    private static let dayTails: ScalarSet = "日底末前之以中旬上下完成"
    private static let dayUnits: ScalarSet = "年月日"
}
