import FanganText

/// Titles that stand in the first rows of a table, over those of its columns: `示例县2024年某项工作计划表 ⇥ 单位：万元` ⏎ `序号 ⇥ 项目名称 ⇥ …`. They are
/// lines over the table like others; only in front of all numbers, behind which they would be of an item.
struct TitleCells {
    let reader: HeaderReader
    /// Where the sheets of a spreadsheet begin.
    let sheets: [Int]

    init(reader: HeaderReader, document: SourceDocument) {
        self.reader = reader
        sheets = document.facts.filter { $0.kind == .sheet }.map(\.span.start)
    }

    func free(_ lines: inout [Line]) {
        guard lines.contains(where: { $0.block.cell != nil }) else { return }
        var table: Int?, isInFront = true, sheet = 0, i = 0
        while i < lines.count {
            while sheet < sheets.count, sheets[sheet] <= lines[i].block.span.start { (isInFront, sheet) = (true, sheet + 1) }
            if let cell = lines[i].block.cell, cell.table != table {
                table = cell.table
                if isInFront { free(&lines, from: i) }
                isInFront = false
            } else if lines[i].block.cell == nil {
                if lines[i].label != nil { isInFront = false } else if isMark(lines[i]) { isInFront = true }
            }
            i += 1
        }
    }

    /// The first rows of a table, while they say nothing but its title and facts and further rows follow.
    private func free(_ lines: inout [Line], from start: Int) {
        var at = start
        for _ in 0..<Self.most {
            guard let cell = lines[at].block.cell else { return }
            let row = end(of: cell, lines, at), next = row.upperBound
            guard next < lines.count, let below = lines[next].block.cell, below.table == cell.table, saysTitle(lines[row]),
                  Set(lines[end(of: below, lines, next)].compactMap { $0.block.cell?.column }).count >= 3 || saysTitle(lines[end(of: below, lines, next)]) else { return }
            for i in row {
                var block = lines[i].block
                block.cell = nil
                lines[i] = lines[i].with(block: block)
            }
            at = next
        }
    }

    private func end(of cell: CellPosition, _ lines: [Line], _ start: Int) -> Range<Int> {
        var end = start
        while end < lines.count, end - start < 64, lines[end].block.cell?.table == cell.table, lines[end].block.cell?.row == cell.row { end += 1 }
        return start..<end
    }

    /// One title at most, and facts beside it; alone it ends as a plan's does.
    private func saysTitle(_ row: ArraySlice<Line>) -> Bool {
        let others = row.filter { !reader.isFact($0.passage.trimmed()) }
        guard let title = others.first?.passage.trimmed() else { return true }
        guard others.count == 1, title.count >= 6, reader.isTitleLike(title), reader.vocabulary.tables.role(ofColumn: title) == nil else { return false }
        return others.count < row.count || reader.endsAsPlan(title)
    }

    /// `附件2`
    private func isMark(_ line: Line) -> Bool {
        guard line.passage.count <= 8, case let text = line.passage.trimmed(), let head = text.scalars.first, reader.vocabulary.titles.annexHeads.contains(head) else { return false }
        return reader.vocabulary.titles.annexWords.contains { !$0.loose && text.has($0.word, at: 0) }
    }

    private static let most = 3
}
