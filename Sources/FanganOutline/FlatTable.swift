import FanganText

/// A table whose cells a conversion to text has put on lines of their own, one after another, without any mark:
/// a run of column titles, then for each row — which has no number of its own — its groups, its numbered contents, how it is measured, who, by when.
struct FlatTable {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    func begins(at start: Int) -> Bool { header(start) != nil }

    func read(from start: Int) -> TableReader.Table? {
        guard let (columns, body) = header(start) else { return nil }
        let contents = contentRuns(body)
        guard !contents.isEmpty else { return nil }
        var table = TableReader.Table(end: contents[contents.count - 1].upperBound, rows: [], items: [], parts: [], hasScoreColumn: columns.contains { $0.role == .score })
        for i in start..<body { table.parts.append(OutlinePart(kind: .tableHead, span: walk.lines[i].block.span)) }
        var groups = Array(body..<contents[0].lowerBound)
        for (n, run) in contents.enumerated() {
            let next = n + 1 < contents.count ? contents[n + 1].lowerBound : tableEnd(from: run.upperBound)
            let rest = sort(run.upperBound..<next, columns)
            read(run, groups: groups, rest: rest, columns, into: &table)
            groups = rest.after
            table.end = next
        }
        for i in groups { table.parts.append(OutlinePart(kind: .tableCell, span: walk.lines[i].block.span)) }
        return table
    }

    /// A run of column titles on lines that follow each other, one of them for contents and one for a unit.
    private func header(_ start: Int) -> (columns: [TableReader.Column], body: Int)? {
        guard let run = walk.titleRuns.run(beginningAt: start), run.upperBound <= reader.limit, run.count >= 3 else { return nil }
        let columns = walk.titleRuns.titles(of: run, walk.lines).compactMap { title in reader.role(ofTitle: title).map { TableReader.Column(role: $0, title: title.squashed()) } }
        let roles = Set(columns.map(\.role))
        guard roles.contains(.content), roles.contains(where: \.namesUnits) else { return nil }
        // The first row's numbered content stands close behind the titles.
        let body = run.upperBound
        return (body..<min(body + 24, reader.limit)).contains(where: isContent) ? (columns, body) : nil
    }

    /// Runs of lines that begin with an Arabic label, each with the lines that plainly go on in it.
    private func contentRuns(_ body: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = [], i = body
        let end = tableEnd(from: body)
        while i < end {
            guard isContent(i) else { i += 1; continue }
            var j = i + 1
            while j < end, isContent(j) || continues(j) { j += 1 }
            runs.append(i..<j)
            i = j
        }
        return runs
    }

    private func isContent(_ i: Int) -> Bool {
        guard let label = walk.lines[i].label else { return false }
        return label.label.form == .arabic && label.length < walk.lines[i].passage.count
    }

    /// A longer line with punctuation goes on with the content before it.
    private func continues(_ i: Int) -> Bool {
        let p = walk.lines[i].passage
        return walk.lines[i].label == nil && p.count > 14 && p.scalars.contains { $0 == 0xFF0C || $0 == 0x3002 || $0 == 0xFF1B }
    }

    private func tableEnd(from line: Int) -> Int {
        var i = line
        while i < reader.limit {
            let label = walk.lines[i].label?.label
            if label?.form == .chinese || walk.lines[i].block.cell != nil { break }
            if walk.reader.mayClose(walk.lines[i].passage), walk.lines[i].kind(walk.reader) == .closing { break }
            i += 1
        }
        return i
    }

    /// What the lines behind a row's contents are.
    struct Rest {
        var units: [Int] = []
        var due: [Int] = []
        var scores: [Int] = []
        var other: [Int] = []
        /// Lines that already belong to the next row.
        var after: [Int] = []
    }

    private func sort(_ lines: Range<Int>, _ columns: [TableReader.Column]) -> Rest {
        var rest = Rest()
        let hasDue = columns.contains { $0.role == .due }
        let hasMethod = columns.contains { $0.role == .method }
        var sawMethod = false
        let unitsLast = !hasDue
        for i in lines {
            let text = walk.lines[i].passage.trimmed()
            if !rest.due.isEmpty { rest.after.append(i) }
            else if hasDue, TableReader.isDue(text) { rest.due.append(i) }
            else if TableReader.isScore(text) { rest.scores.append(i) }
            else if reader.endsAsName(text) || reader.isNamePart(text) || (!rest.units.isEmpty && (hasDue || text.count <= 2)) { rest.units.append(i) }
            else if rest.units.isEmpty, hasMethod, sawMethod, !reader.isMethod(text) {
                // `创建工作领导` ⏎ `小组各成员单位`: behind the method the unit's name has begun.
                rest.units.append(i)
            } else if rest.units.isEmpty {
                sawMethod = sawMethod || reader.isMethod(text)
                rest.other.append(i)
            }
            else if unitsLast { rest.after.append(i) }
        }
        return rest
    }

    private func read(_ run: Range<Int>, groups: [Int], rest: Rest, _ columns: [TableReader.Column], into table: inout TableReader.Table) {
        let last = (rest.due.last ?? rest.units.last ?? rest.scores.last ?? run.upperBound - 1)
        var row = TableRow(key: nil, cells: [], span: Span(walk.lines[run.lowerBound].block.span.start, walk.lines[max(last, run.upperBound - 1)].block.span.end))
        let rowIndex = table.rows.count
        var current: Int?
        for i in run {
            if isContent(i), let (label, length) = walk.lines[i].label {
                var item = OutlineItem(label: label)
                item.begin(with: walk.lines[i], length: length)
                item.row = rowIndex
                current = table.items.count
                table.items.append(item)
            } else if let current {
                table.items[current].append(walk.lines[i], in: walk.document)
            }
        }
        if !groups.isEmpty { row.cells.append(cell(groups, .group, columns, joinAll: true)) }
        let unitRole = columns.last { $0.role.namesUnits }?.role ?? .responsible
        if !rest.units.isEmpty { row.cells.append(cell(rest.units, unitRole, columns, joinAll: false)) }
        if !rest.due.isEmpty { row.cells.append(cell(rest.due, .due, columns, joinAll: true)) }
        if !rest.scores.isEmpty { row.cells.append(cell(rest.scores, .score, columns, joinAll: true)) }
        for i in groups + rest.units + rest.due + rest.scores + rest.other {
            table.parts.append(OutlinePart(kind: .tableCell, span: walk.lines[i].block.span))
        }
        table.rows.append(row)
    }

    /// One cell out of several lines; a name broken over lines is put together (`残` ⏎ `联`, `区政府机关` ⏎ `各单位`).
    private func cell(_ lines: [Int], _ role: ColumnRole, _ columns: [TableReader.Column], joinAll: Bool) -> TableRow.Cell {
        var passage = Passage()
        var nameStart = 0
        for i in lines {
            let name = passage.part(nameStart..<passage.count)
            let isComplete = name.count >= 2 && reader.endsAsName(name) && !reader.isNamePart(name)
            if isComplete, !joinAll, !reader.goesOn(name, with: walk.lines[i].passage.trimmed()) {
                passage.appendBreak(at: walk.lines[i].block.span.start)
                nameStart = passage.count
            }
            walk.document.append(walk.lines[i].block.span, to: &passage)
        }
        return TableRow.Cell(column: role, title: columns.first { $0.role == role }?.title ?? "", passage: passage)
    }
}
