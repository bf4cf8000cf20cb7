import FanganText

/// The grid of a table whose cells stand on lines of their own, each row beginning with its number:
///
///     序号 ⏎ 重点任务 ⏎ 牵头单位 ⏎ 责任单位
///     1 ⏎ 推进… ⏎ 市财政局 ⏎ 市审计局
///     2 ⏎ …
struct FlatGrid {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }
    private typealias Header = (columns: [TableReader.Column], body: Int)

    init(reader: TableReader) { self.reader = reader }

    func begins(at start: Int) -> Bool { header(start) != nil }

    func grid(from start: Int) -> TableGrid? {
        guard let (columns, body) = header(start), let ordinal = columns.firstIndex(where: { $0.role == .ordinal }) else { return nil }
        var grid = TableGrid(columns: columns, rows: [], end: body)
        grid.head = (start..<body).map { walk.lines[$0].block.span }
        // A row's cells behind its number, then the group of the next row, whose column stands in front of the number.
        // Where labelled bands (`一、生态宜居`) hold the rows, they are what is in that column.
        let hasBands = (body..<min(body + 4, reader.limit)).contains { walk.lines[$0].label?.label.form == .chinese }
        let order = Array(columns.indices.suffix(from: ordinal + 1)) + (hasBands ? [] : Array(columns.indices.prefix(ordinal)))
        let alignment = ColumnAlignment(reader: reader, columns: order.map { columns[$0] })
        var carried: [TableGrid.Cell] = [], longest = order.count, isParted = false
        var at = front(body, &carried)
        // What stands over a table whose first column is the number is no cell of its first row.
        if ordinal == 0 { grid.head += carried.flatMap { $0.lines.map(\.block.span) }; carried = [] }
        while var row = row(at, columns, longest) {
            if row.isLast, !row.isEnded {
                row.cells.removeLast(row.cells.count - alignment.length(ofRow: row.cells.map { walk.lines[$0] }, isOne: !isParted))
                row.end = (row.cells.last ?? row.key) + 1
            }
            if let band = row.band { grid.rows.append(TableGrid.Row(cells: [TableGrid.Cell(column: 0, lines: [walk.lines[band]])])) }
            grid.head += row.head.map { walk.lines[$0].block.span }
            let pieces = row.cells.map { walk.lines[$0] }
            let key = TableGrid.Cell(column: ordinal, lines: [walk.lines[row.key]])
            if ordinal == 0, let parts = numberedRows(of: pieces, order, columns, alignment) {
                grid.rows.append(TableGrid.Row(cells: [key] + parts.own))
                grid.rows += parts.rows.map { TableGrid.Row(cells: [TableGrid.Cell(column: ordinal, lines: [$0.key])] + $0.cells) }
            } else if ordinal == 0, let parts = rows(of: pieces, order, columns, alignment) {
                for (n, part) in parts.enumerated() { grid.rows.append(TableGrid.Row(cells: (n == 0 ? [key] : []) + part)) }
                isParted = true
            } else {
                var cells = BrokenCells.cells(pieces, alignment.columns(for: pieces).map { order[$0] }, of: columns, reader)
                let next = row.isLast ? [] : cells.filter { $0.column < ordinal }
                cells.removeAll { $0.column < ordinal && !row.isLast }
                cells.append(key)
                grid.rows.append(TableGrid.Row(cells: (carried + cells).sorted { $0.column < $1.column }))
                carried = next
            }
            longest = max(longest, row.cells.count)
            grid.end = row.end
            if row.isLast {
                guard ordinal == 0, let next = groupBehind(row.end, columns) else { break }
                grid.head += next.between.map { walk.lines[$0].block.span }
                at = next.at
                continue
            }
            at = (row.end, row.number + 1, row.nextBand)
        }
        // Places that tell which rows follow each other: what is empty in them was merged.
        if isParted { for i in grid.rows.indices { grid.rows[i].number = i + 1 } }
        return grid.rows.isEmpty ? nil : grid
    }

    /// `水系连通工程 ⏎ 1200 ⏎ （1） ⏎ 城东段 ⏎ 500 ⏎ （2） ⏎ 城西段 ⏎ 700` behind one number: rows with numbers of their own, which have cells in as many columns as
    /// the table has.
    private func numberedRows(of pieces: [Line], _ order: [Int], _ columns: [TableReader.Column], _ alignment: ColumnAlignment) -> (own: [TableGrid.Cell], rows: [(key: Line, cells: [TableGrid.Cell])])? {
        let starts = pieces.indices.filter { isSubnumber(pieces[$0]) }
        guard let first = starts.first, first > 0, starts.count >= 2, starts.map({ pieces[$0].label?.label.ordinal }) == Array(1...starts.count) else { return nil }
        func cells(_ range: Range<Int>) -> [TableGrid.Cell] {
            let pieces = Array(pieces[range])
            return BrokenCells.cells(pieces, alignment.columns(for: pieces).map { order[$0] }, of: columns, reader).sorted { $0.column < $1.column }
        }
        let rows = zip(starts, starts.dropFirst() + [pieces.count]).map { (key: pieces[$0], cells: cells($0 + 1..<$1)) }
        return rows.allSatisfy { $0.cells.count >= 2 } ? (own: cells(0..<first), rows: rows) : nil
    }

    /// `（1）` alone on a line
    private func isSubnumber(_ line: Line) -> Bool { line.label.map { $0.label.form == .arabicBracketed && $0.length >= line.passage.count } ?? false }

    /// `发展农业 ⏎ 新建农田 ⏎ 县农业农村局 ⏎ 6月底 ⏎ 培育企业 ⏎ 县工信局 ⏎ 7月底` behind one number: the cells of several rows under merged ones,
    /// each of which says what is to be done and by whom or by when.
    private func rows(of pieces: [Line], _ order: [Int], _ columns: [TableReader.Column], _ alignment: ColumnAlignment) -> [[TableGrid.Cell]]? {
        guard pieces.count > order.count, order.count >= 3 else { return nil }
        let rows = FlatRows.cells(pieces, alignment.rows(of: pieces), order, of: columns, reader).map(\.cells)
        let tells = FlatRows.Test(reader: reader, columns: columns)
        return rows.count >= 2 && rows.allSatisfy(tells.isGood) && tells.isWhole(rows[0]) ? rows : nil
    }

    // MARK: - Header

    /// Short lines that follow each other, 序号 among them, up to the first row's number; no title stands twice.
    private func header(_ start: Int) -> Header? {
        guard let run = walk.titleRuns.run(beginningAt: start), run.contains(where: { role($0) == .ordinal }) else { return nil }
        var columns: [TableReader.Column] = [], seen: Set<String> = [], i = start
        // No printed table has more columns than fit on a sheet; a list of short lines has no end.
        while i < reader.limit, columns.count < 32, isTitle(i), number(i) == nil {
            var title = walk.lines[i].passage.squashed(), length = 1
            // `指标` ⏎ `类型`: a title over two lines; `指标` ⏎ `解释` are two.
            if i + 1 < reader.limit, isTitle(i + 1), walk.titleRuns.isHalf(i) || (role(i) == nil || role(i + 1) == nil || seen.contains(title)) && walk.vocabulary.tables.columns[title + walk.lines[i + 1].passage.squashed()] != nil {
                title += walk.lines[i + 1].passage.squashed()
                length = 2
            }
            // `总投资` ⏎ `（万元）`: what it is counted in, on a line of its own.
            if length == 1, i + 1 < reader.limit, isTitle(i + 1), walk.lines[i + 1].passage.trimmed().isBracketed {
                title += walk.lines[i + 1].passage.squashed()
                length = 2
            } else if length == 1, i + 1 < reader.limit, isTitle(i + 1), isQuoted(i) {
                // `“十四五”` ⏎ `投资（万元）`
                title += walk.lines[i + 1].passage.squashed()
                length = 2
            }
            guard seen.insert(title).inserted else { break }
            // 2024年目标 beside 2025年目标, as in ``MarkedGrid``.
            let known = reader.role(ofTitle: Passage(title)), isPeriod = length == 1 && isPeriod(i) && (known == nil && isYear(i) || isPeriod(i + 1) || isPeriod(i - 1))
            let role = isPeriod ? .period : known
            columns.append(TableReader.Column(role: role ?? .unknown, title: title, period: isPeriod ? walk.lines[i].passage : nil))
            i += length
        }
        // `类别` ⏎ `序号` ⏎ … ⏎ `基础设施` ⏎ `1`: the group of the first row.
        if columns[0].role != .ordinal, columns.count >= 4, columns.last?.role == .unknown, number(i) == 1 {
            columns.removeLast()
            i -= 1
        }
        // `总投资` ⏎ `供水工程` ⏎ `1`: what stands over the first row is its group where that row has as many cells as there are titles without it.
        let behind = i + columns.count - 1
        if columns.count >= 4, columns[0].role == .ordinal, columns.last?.role == .unknown, number(i) == 1, behind < reader.limit, number(behind) == 2 || isTotal(behind) {
            columns.removeLast()
            i -= 1
        }
        if (i..<min(i + columns.count + 1, reader.limit)).contains(where: { reader.endsAsName(walk.lines[$0].passage.trimmed()) }) { ColumnsByCells(reader: reader).settleTitles(&columns) }
        let roles = columns.filter { $0.role != .ordinal && $0.role != .unknown && $0.role != .period }
        guard columns.count >= 3, roles.count >= 1 else { return nil }
        // `一、生态宜居` and a group may stand in front of the first number.
        return (i..<min(i + 4, reader.limit)).contains { number($0) == 1 } ? (columns, i) : nil
    }

    private func isTitle(_ i: Int) -> Bool {
        let line = walk.lines[i]
        return line.block.cell == nil && line.label == nil && line.passage.count <= 12
    }

    private func isYear(_ i: Int) -> Bool {
        walk.lines.indices.contains(i) && walk.lines[i].passage.count <= 12 && PeriodTitle(vocabulary: walk.vocabulary).isYear(walk.lines[i].passage)
    }

    /// 一季度 beside 二季度, 2024年目标 beside 2025年目标
    private func isPeriod(_ i: Int) -> Bool {
        walk.lines.indices.contains(i) && walk.lines[i].passage.count <= 12 && PeriodTitle(vocabulary: walk.vocabulary).matches(walk.lines[i].passage)
    }

    private func isQuoted(_ i: Int) -> Bool {
        let text = walk.lines[i].passage.trimmed()
        return text.scalars.first == 0x201C && text.last == 0x201D
    }

    private func role(_ i: Int) -> ColumnRole? { reader.role(ofTitle: walk.lines[i].passage) }

    /// `12` alone on a line, also `12.`
    private func number(_ i: Int) -> Int? {
        guard i < walk.lines.count else { return nil }
        let line = walk.lines[i]
        guard line.block.cell == nil, line.passage.count <= 6 else { return nil }
        if let (label, length) = line.label { return label.form == .arabic && length >= line.passage.count ? label.ordinal : nil }
        return Int(line.passage.squashed())
    }

    // MARK: - Rows

    private struct RowLines {
        var key: Int, number: Int, band: Int?
        var nextBand: Int?
        var cells: [Int] = [], head: [Int] = []
        var end: Int, isLast = false
        /// Nothing of the row stands behind it.
        var isEnded = false
    }

    /// What stands between the titles and the first number: a band with a label, else the first group.
    private func front(_ body: Int, _ carried: inout [TableGrid.Cell]) -> (line: Int, number: Int, band: Int?) {
        var i = body, band: Int?
        while i < reader.limit, number(i) != 1 {
            if walk.lines[i].label != nil { band = i } else { carried = [TableGrid.Cell(column: 0, lines: (carried.first?.lines ?? []) + [walk.lines[i]])] }
            i += 1
        }
        return (i, 1, band)
    }

    /// The row whose number stands at a line. The last row has no next number that would end it: it is no longer than
    /// the longest before it.
    private func row(_ at: (line: Int, number: Int, band: Int?), _ columns: [TableReader.Column], _ longest: Int) -> RowLines? {
        guard at.line < reader.limit, number(at.line) == at.number else { return nil }
        var row = RowLines(key: at.line, number: at.number, band: at.band, end: at.line + 1)
        let hasScore = columns.contains { $0.role == .score }
        var hasNumber = false, i = at.line + 1
        while i < reader.limit {
            let line = walk.lines[i]
            if let n = number(i) {
                if n == at.number + 1, !row.cells.isEmpty, hasNumber || !hasScore || !comesAgain(n, after: i) && beginsRow(i) { row.end = i; return row }
                hasNumber = true
            }
            if let repeated = repeatedHeader(i, columns) {
                row.head += Array(repeated)
                i = repeated.upperBound
                continue
            }
            if let form = line.label?.label.form, form < .arabic {
                if let next = numberFollows(i, at.number + 1) { row.nextBand = i; row.end = next; return row }
                if form <= .chinese { break }
            }
            let kind = line.kind(walk.reader)
            // The sums of a group, and the title of the next one behind a row that is whole.
            row.isEnded = isTotal(i) || row.cells.count + 1 >= columns.count && !hasScore && isGroup(i) && number(i + 1) == 1
            if row.isEnded { break }
            // `为加强排涝能力，建设泵站` in the middle of a row is what it is for; numbers follow a preamble.
            let isPreamble = kind == .preamble && (row.cells.count + 1 >= columns.count || (i + 1..<min(i + 4, reader.limit)).contains { walk.lines[$0].label.map { $0.label.form <= .chineseBracketed } ?? false })
            if line.block.cell != nil || kind == .closing || isPreamble || walk.titleRuns.run(beginningAt: i)?.contains(where: { role($0) == .ordinal }) ?? false { break }
            row.cells.append(i)
            // No row goes on like this: the numbers ended.
            if row.cells.count > Self.mostLines { break }
            i += 1
        }
        row.isLast = true
        // Where it plainly ends, a cell may be broken over two lines.
        if !row.isEnded || !row.cells.contains(where: { isSubnumber(walk.lines[$0]) }) { row.cells = Array(row.cells.prefix(row.isEnded ? longest + Self.mostBroken : longest)) }
        // The number of the page, in front of the next annex.
        let holdsFigures = columns.drop { $0.role != .ordinal }.contains { [.score, .target, .unknown, .measure, .period].contains($0.role) }
        if let last = row.cells.last, row.cells.count > 1, last + 1 == reader.limit, number(last) != nil, !holdsFigures { row.cells.removeLast() }
        row.end = (row.cells.last ?? row.key) + 1
        return row
    }

    /// `小计 ⏎ 12 ⏎ 300` ⏎ `排水管网工程` ⏎ `1`: the next group of a table counts anew behind the sums of the one before and under its own title.
    private func groupBehind(_ start: Int, _ columns: [TableReader.Column]) -> (at: (line: Int, number: Int, band: Int?), between: [Int])? {
        guard start < reader.limit else { return nil }
        let isSum = isTotal(start)
        var i = isSum ? start + 1 : start
        while isSum, i < min(start + 6, reader.limit), number(i) != nil || ColumnCosts.isFigure(walk.lines[i].passage.trimmed()) || isNothing(i) { i += 1 }
        guard i + 2 < reader.limit, isGroup(i), number(i + 1) == 1, number(i + 2) == nil, walk.lines[i + 2].label == nil, walk.lines[i + 2].block.cell == nil else { return nil }
        return ((i + 1, 1, i), Array(start..<i))
    }

    /// `小计`, `合  计`
    private func isTotal(_ i: Int) -> Bool { walk.lines[i].passage.count <= 12 && walk.vocabulary.tables.totals.contains(walk.lines[i].passage.squashed()) }

    /// `/`, `—`: no figure is given.
    private func isNothing(_ i: Int) -> Bool { walk.lines[i].passage.count <= 3 && walk.lines[i].passage.scalars.allSatisfy { Self.dashes.contains($0) } }

    private static let dashes: ScalarSet = "/／-－—–"
    /// Lines of a row, with those of the rows under its merged cells.
    private static let mostLines = 400
    /// Lines that the last row of a group may have more than it has cells.
    private static let mostBroken = 2

    /// A short line that is neither a number, a label nor an annex.
    private func isGroup(_ i: Int) -> Bool {
        let line = walk.lines[i]
        return line.block.cell == nil && line.label == nil && line.passage.count <= 60 && line.passage.first(of: Self.stops, in: line.passage.indices) == nil && number(i) == nil
            && [.title, .other, .organ].contains(line.kind(walk.reader)) && walk.titleRuns.run(beginningAt: i) == nil
    }

    private static let stops: ScalarSet = "。；;"

    /// Whether the same number stands a little later, before the one behind it: then the first is a cell's.
    private func comesAgain(_ n: Int, after i: Int) -> Bool {
        for j in (i + 1)..<max(i + 1, min(i + 24, reader.limit)) {
            if number(j) == n { return true }
            if number(j) == n + 1 { return false }
        }
        return false
    }

    /// Behind a row's number stands what is to be done, behind its points the unit or the day.
    private func beginsRow(_ i: Int) -> Bool {
        guard i + 1 < reader.limit else { return false }
        let next = walk.lines[i + 1].passage.trimmed()
        return !reader.endsAsName(next) && !TableReader.isDue(next)
    }

    private func numberFollows(_ i: Int, _ n: Int) -> Int? {
        guard walk.lines[i].passage.count <= 40 else { return nil }
        return (i + 1..<min(i + 3, reader.limit)).first { number($0) == n }
    }

    /// The titles once more on the next page, perhaps broken over other lines: `总投资（万元）`, `总投资` ⏎ `（万元）`.
    private func repeatedHeader(_ i: Int, _ columns: [TableReader.Column]) -> Range<Int>? {
        let first = walk.lines[i].passage
        guard first.count <= columns[0].title.unicodeScalars.count + 8, case let start = first.squashed(), !start.isEmpty, columns[0].title.hasPrefix(start) else { return nil }
        var at = i, rest = columns.map(\.title).joined()[...]
        while !rest.isEmpty, at < min(reader.limit, i + columns.count * 3), walk.lines[at].passage.count <= Self.longestTitle, case let line = walk.lines[at].passage.squashed(), !line.isEmpty, rest.hasPrefix(line) {
            rest = rest.dropFirst(line.count)
            at += 1
        }
        return rest.isEmpty ? i..<at : nil
    }

    private static let longestTitle = 24
}
