import FanganText

/// Duties as cards of lines, each of which says what it holds, without a number:
///
///     任务名称：新建水厂 / 牵头单位：县水利局 / 完成时限：6月底
///     任务名称：改造管网 / 牵头单位：县住建局 / 完成时限：9月底
///
/// Told by the first key, which comes again, and by one that names units in each card.
struct KeyedLines {
    let reader: TableReader
    private var lines: [Line] { reader.walk.lines }

    func begins(at start: Int) -> Bool { start < reader.limit && Self.mayBegin(lines[start], reader.walk.vocabulary) && !cards(from: start).isEmpty }

    func grid(from start: Int) -> TableGrid? {
        guard start < reader.limit, Self.mayBegin(lines[start], reader.walk.vocabulary), case let cards = cards(from: start), let last = cards.last?.last else { return nil }
        var columns: [TableReader.Column] = [], rows: [TableGrid.Row] = []
        for card in cards {
            var cells: [TableGrid.Cell] = []
            for i in card {
                guard let (key, end) = CellKeys.key(of: lines[i]) else { continue }
                let column = columns.firstIndex { $0.title == key } ?? columns.count
                if column == columns.count { columns.append(TableReader.Column(role: reader.role(ofTitle: Passage(key)) ?? .note, title: key)) }
                cells.append(TableGrid.Cell(column: column, lines: [lines[i].with(passage: lines[i].passage.part(end..<lines[i].passage.count).trimmed())]))
            }
            rows.append(TableGrid.Row(cells: cells.sorted { $0.column < $1.column }))
        }
        if columns[0].role == .group { columns[0].role = .content }
        return TableGrid(columns: columns, rows: rows, end: last + 1)
    }

    /// Most lines have no key, or one of something else.
    static func mayBegin(_ line: Line, _ vocabulary: OutlineVocabulary) -> Bool {
        guard line.block.cell == nil, let key = CellKeys.key(of: line)?.key, let role = vocabulary.tables.role(ofColumn: Passage(key)) else { return false }
        return role == .content || role == .group
    }

    private func namesUnits(_ i: Int) -> Bool { CellKeys.key(of: lines[i]).flatMap { reader.role(ofTitle: Passage($0.key)) }?.namesUnits ?? false }

    /// Lines with keys that follow each other, parted at the first one's key, up to one that names no units; none unless there are two cards at least.
    private func cards(from start: Int) -> [Range<Int>] {
        guard let first = CellKeys.key(of: lines[start])?.key else { return [] }
        var cards: [Range<Int>] = [], from = start, hasUnits = false, i = start + 1
        while i < reader.limit, lines[i].block.cell == nil, let key = CellKeys.key(of: lines[i])?.key, i - from < Self.longest {
            if key == first {
                guard hasUnits else { break }
                cards.append(from..<i)
                (from, hasUnits) = (i, false)
            } else if namesUnits(i) { hasUnits = true }
            i += 1
        }
        if hasUnits { cards.append(from..<i) }
        return cards.count >= 2 ? cards : []
    }

    /// Lines of a card.
    private static let longest = 20
}
