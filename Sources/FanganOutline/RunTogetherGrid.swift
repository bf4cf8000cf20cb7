import FanganText

/// The grid of a table whose cells ran together in one line, without any mark between them:
/// `序号工作任务负责单位时间进度1加快建设养老设施市民政局（牵头）、市财政局2024年底前2完善…`.
///
/// Rows begin where the next number stands between words; within a row the list of names tells where the cells part.
struct RunTogetherGrid {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    /// Fewer rows than this may be chance.
    private static let fewest = 3
    /// How far into a line the titles may begin, and the longest title.
    private static let reach = 60, longestTitle = 8

    init(reader: TableReader) { self.reader = reader }

    /// Whether a long line may be such a table at all.
    static func mayBegin(_ p: Passage) -> Bool { p.first("序号", in: 0..<min(p.count, reach)) != nil }

    func begins(at line: Int) -> Bool { table(line) != nil }

    func grid(from start: Int) -> TableGrid? {
        guard let (header, rows) = table(start) else { return nil }
        let line = walk.lines[start]
        var grid = TableGrid(columns: header.columns, rows: [], end: start + 1)
        grid.head = [line.passage.span(0..<header.end)]
        for row in rows {
            if let band = row.band { grid.rows.append(TableGrid.Row(cells: [cell(0, band, line)].compactMap { $0 })) }
            grid.rows.append(TableGrid.Row(cells: cells(row, header, line)))
        }
        return grid
    }

    private struct Header {
        var columns: [TableReader.Column]
        var end: Int
    }

    private struct RowText {
        var number: Range<Int>
        var text: Range<Int>
        /// `二、政策措施` in front of the number.
        var band: Range<Int>?
    }

    private func table(_ i: Int) -> (Header, [RowText])? {
        let line = walk.lines[i]
        guard line.block.cell == nil, line.passage.count > 60, let header = header(line.passage) else { return nil }
        let rows = rows(line.passage, from: header.end)
        return rows.count >= Self.fewest && rows.count { units(line.passage, $0.text) != nil } * 2 > rows.count ? (header, rows) : nil
    }

    // MARK: - Titles

    /// Titles right behind each other, 序号 first, what is to be done and who does it among them.
    private func header(_ p: Passage) -> Header? {
        guard var at = p.first("序号", in: 0..<min(p.count, Self.reach)) else { return nil }
        var columns: [TableReader.Column] = []
        while let (column, end) = title(p, at) {
            columns.append(column)
            at = end
        }
        guard columns.count >= 3, columns.contains(where: { $0.role == .content }), columns.contains(where: \.role.namesUnits) else { return nil }
        return Header(columns: columns, end: at)
    }

    /// The longest title that begins at a place, blanks inside of it left aside: `负 责 单 位`.
    private func title(_ p: Passage, _ start: Int) -> (TableReader.Column, end: Int)? {
        var word: [UInt32] = [], found: (TableReader.Column, end: Int)?
        for i in start..<p.count {
            if Passage.isBlank(p.scalars[i]) { continue }
            word.append(p.scalars[i])
            if word.count > Self.longestTitle { break }
            // Only titles that are known as they stand; by its ending `位时间` would be one too.
            let title = Passage.string(word)
            if let role = walk.vocabulary.tables.columns[title] { found = (TableReader.Column(role: role, title: title), i + 1) }
        }
        return found
    }

    // MARK: - Rows

    private func rows(_ p: Passage, from start: Int) -> [RowText] {
        var numbers: [Range<Int>] = [], i = start
        while let number = number(numbers.count + 1, p, from: i) {
            numbers.append(number)
            i = number.upperBound + 1
        }
        return numbers.enumerated().map { n, number in
            let end = n + 1 < numbers.count ? band(p, number.upperBound..<numbers[n + 1].lowerBound)?.lowerBound ?? numbers[n + 1].lowerBound : p.count
            let before = n == 0 ? start..<number.lowerBound : numbers[n - 1].upperBound..<number.lowerBound
            return RowText(number: number, text: number.upperBound..<end, band: band(p, before))
        }
    }

    /// The number where it stands between two words and counts nothing.
    private func number(_ n: Int, _ p: Passage, from start: Int) -> Range<Int>? {
        let digits = Array(String(n).unicodeScalars.map(\.value))
        var i = start
        while i + digits.count < p.count {
            defer { i += 1 }
            guard p.scalars[i] == digits[0], p.scalars[i..<(i + digits.count)].elementsEqual(digits) else { continue }
            let end = i + digits.count
            // `2014 年 4 季度`; of `…每年 2推进宣传` the number has its blank in front alone.
            let before = Passage.isBlank(p.scalars[end]) ? wordEnd(p, i, floor: start) : i
            guard i == 0 || digitValue(p.scalars[i - 1]) == nil, before == 0 || !Self.goesBefore.contains(p.scalars[before - 1]) else { continue }
            let next = (end..<p.count).first { !Passage.isBlank(p.scalars[$0]) } ?? p.count
            guard next < p.count, p.scalars[next] >= 0x4E00 || p.scalars[next] == 0x201C || p.scalars[next] == 0x300A,
                  !walk.vocabulary.names.counted.begins(p.scalars, at: next) else { continue }
            return i..<end
        }
        return nil
    }

    /// Where the word in front of a place ends: `园区管委会 2014 年` has blanks around its figures.
    private func wordEnd(_ p: Passage, _ at: Int, floor: Int) -> Int {
        var end = at
        while end > floor, Passage.isBlank(p.scalars[end - 1]) { end -= 1 }
        return end
    }

    /// 第 年 . - and the like: what stands in front of a number that is part of a word.
    private static let goesBefore: ScalarSet = "第年月.．-—－~～至达到约超近过满为表图型式/%"

    /// `二、政策措施` at the end of a stretch.
    private func band(_ p: Passage, _ range: Range<Int>) -> Range<Int>? {
        for start in range.suffix(24) {
            guard ChineseNumeral.isNumeral(p.scalars[start]), let (label, _) = LabelLexer(p).label(at: start), label.form == .chinese else { continue }
            return start..<range.upperBound
        }
        return nil
    }

    // MARK: - Cells

    private func cells(_ row: RowText, _ header: Header, _ line: Line) -> [TableGrid.Cell] {
        func column(_ isWanted: (ColumnRole) -> Bool) -> Int? { header.columns.firstIndex { isWanted($0.role) } }
        var cells = [cell(0, row.number, line)]
        let content = column { $0 == .content } ?? 1
        if let units = units(line.passage, row.text), let who = column(\.namesUnits) {
            cells.append(cell(content, row.text.lowerBound..<units.lowerBound, line))
            cells.append(cell(who, units, line))
            cells.append(cell(column { $0 == .due } ?? who, units.upperBound..<row.text.upperBound, line))
        } else {
            cells.append(cell(content, row.text, line))
        }
        return cells.compactMap { $0 }.sorted { $0.column < $1.column }
    }

    private func cell(_ column: Int, _ range: Range<Int>, _ line: Line) -> TableGrid.Cell? {
        let p = line.passage
        var a = range.lowerBound, b = range.upperBound
        while a < b, Passage.isBlank(p.scalars[a]) { a += 1 }
        while b > a, Passage.isBlank(p.scalars[b - 1]) { b -= 1 }
        guard a < b else { return nil }
        var block = line.block
        block.span = p.span(a..<b)
        return TableGrid.Cell(column: column, lines: [Line(block, in: walk.document)])
    }

    // MARK: - Who

    /// The list of names behind what is to be done: the first name, then all that 、 和 会同 add.
    private func units(_ p: Passage, _ row: Range<Int>) -> Range<Int>? {
        guard row.count <= Self.longestRow else { return nil }
        let marks = row.filter { Self.listMarks.contains(p.scalars[$0]) }
        // `市民政局（牵头）、…` is plain; else the first name with another behind it.
        for mark in marks.filter({ p.has("牵头", at: $0 + 1) }) + marks {
            guard let start = nameStart(p, endingAt: mark, floor: row.lowerBound) else { continue }
            let end = listEnd(p, from: mark, limit: row.upperBound), last = wordEnd(p, end, floor: mark)
            if end == row.upperBound || isTime(p, end), areNames(p, mark..<last) { return start..<last }
        }
        // One name alone in front of the time: `…补贴政策市财政局2024年底前`.
        for time in row where isTime(p, time) {
            let end = wordEnd(p, time, floor: row.lowerBound)
            if let start = nameStart(p, endingAt: end, floor: row.lowerBound) { return start..<end }
        }
        return nil
    }

    /// Where the name that ends at a place begins: at the last word for a level in front of it.
    private func nameStart(_ p: Passage, endingAt end: Int, floor: Int) -> Int? {
        let window = max(floor, end - Self.longestName)..<max(floor, end - 2)
        func isName(_ i: Int) -> Bool { walk.vocabulary.names.nameEnds.contains(p, before: end, from: i + 1) }
        // A branch says its head first: 人行示例市中心支行.
        if let head = window.first(where: { walk.vocabulary.names.branchHeads.begins(p.scalars, at: $0) && isName($0) }) { return head }
        guard var start = window.last(where: { Self.levels.contains(p.scalars[$0]) && isName($0) }) else { return nil }
        // `各区市县人民政府`, but not `老旧小区市民政局`
        let last = start
        while start > window.lowerBound, Self.levels.contains(p.scalars[start]), p.scalars[start] != 0x5404 { start -= 1 }
        return p.scalars[start] == 0x5404 ? start : last
    }

    /// Whether nothing but names stands between the marks of a list.
    private func areNames(_ p: Passage, _ range: Range<Int>) -> Bool {
        var from = range.lowerBound, depth = 0
        for i in range.lowerBound...range.upperBound {
            if i < range.upperBound {
                if p.scalars[i] == 0xFF08 || p.scalars[i] == 0x28 { depth += 1 }
                if p.scalars[i] == 0xFF09 || p.scalars[i] == 0x29 { depth -= 1 }
                if depth > 0 || p.scalars[i] != 0x3001 && p.scalars[i] != 0xFF0C { continue }
            }
            let piece = from..<i
            from = i + 1
            guard piece.count > 1 else { continue }
            let last = p.scalars[piece.upperBound - 1]
            guard last == 0xFF09 || last == 0x29 || walk.vocabulary.names.nameEnds.contains(p, before: piece.upperBound) || walk.vocabulary.names.nameParts.contains(p, before: piece.upperBound) else { return false }
        }
        return true
    }

    /// Behind the last name of a list.
    private func listEnd(_ p: Passage, from mark: Int, limit: Int) -> Int {
        var i = mark, depth = 0
        while i < limit {
            let c = p.scalars[i]
            if c == 0xFF08 || c == 0x28 { depth += 1 }
            if c == 0xFF09 || c == 0x29 { depth -= 1 }
            if depth <= 0, c == 0x3002 || isTime(p, i) { return i }
            i += 1
        }
        return limit
    }

    /// `2014年4季度`, `持续实施`, `逐年落实`
    private func isTime(_ p: Passage, _ at: Int) -> Bool {
        guard at < p.count else { return false }
        if digitValue(p.scalars[at]) != nil { return at == 0 || digitValue(p.scalars[at - 1]) == nil }
        return walk.vocabulary.names.timeStarts.begins(p.scalars, at: at)
    }

    private static let longestName = 18
    /// No cell of a printed table is longer; each mark in it is looked at together with all that follows.
    private static let longestRow = 3000
    private static let levels: ScalarSet = "省市区县州旗各"
    /// What the first name of a list is followed by: 、 （ 和
    private static let listMarks: ScalarSet = "、（(，"
}
