/// A table whose cells a conversion wrote one below the other, each beginning with a tab:
///
///     ⇥序号
///     ⇥单位
///     ⇥责任内容
///
///     ⇥1
///     ⇥区委
///
///     办公室
///     ⇥1.履行…责任。
struct TabTable: Sendable {
    struct Cell: Sendable {
        var row: Int
        var column: Int
        /// Lines of the clean text from the cell's first to behind its last.
        var lines: Range<Int>
    }

    var cells: [Cell]
    var lines: Range<Int> { (cells.first?.lines.lowerBound ?? 0)..<(cells.last?.lines.upperBound ?? 0) }
}

/// Finds tab-marked tables. A tab in front of a line alone proves nothing (it may indent a paragraph): a table has a
/// header of at least two short cells and at least two more rows of as many.
struct TabTableFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]

    func tables() -> [TabTable] {
        var tables: [TabTable] = []
        let starts = lines.indices.filter { lines[$0].hasTab && roles[$0] == .text && lines[$0].innerTabs == 0 }
        var k = 0
        while k < starts.count {
            if let (table, used) = table(starts, from: k) {
                tables.append(table)
                k += used
            } else {
                k += 1
            }
        }
        return tables
    }

    /// The table whose header begins with tab line `k`, and how many of the tab lines it takes.
    private func table(_ starts: [Int], from k: Int) -> (TabTable, Int)? {
        guard isHeader(starts[k]), let columns = columns(starts, from: k) else { return nil }
        let rows = rowStarts(starts, from: k, columns: columns)
        guard rows.count >= 3, let last = rows.last else { return nil }
        let used = min(starts.count, last + columns) - k
        var cells: [TabTable.Cell] = []
        for (row, start) in rows.enumerated() {
            let next = row + 1 < rows.count ? rows[row + 1] : k + used
            for cell in start..<next {
                let column = min(cell - start, columns - 1)
                let end = cell + 1 < k + used ? starts[cell + 1] : end(starts, after: k + used - 1)
                cells.append(TabTable.Cell(row: row, column: column, lines: starts[cell]..<end))
            }
        }
        return (TabTable(cells: cells), used)
    }

    /// Short, no sentence, no number.
    private func isHeader(_ i: Int) -> Bool {
        let line = lines[i]
        guard line.width <= 30 else { return false }
        let last = UTF8Scan.scalar(bytes, before: line.end, floor: line.textStart).value
        return !Punctuation.endsSentence(last) && PageMark.bareNumber(bytes, line.range) == nil
    }

    /// Number of columns: where serial numbers 1, 2, 3 stand in the first column, their distance;
    /// else the length of the first run of tab lines without anything between.
    private func columns(_ starts: [Int], from k: Int) -> Int? {
        if let one = (k + 1..<min(k + 13, starts.count)).first(where: { number(starts[$0]) == 1 }) {
            let count = one - k
            if count >= 2, (k..<one).allSatisfy({ isHeader(starts[$0]) }), one + count < starts.count,
               number(starts[one + count]) == 2 { return count }
        }
        var run = 1
        while run <= 12, k + run < starts.count, starts[k + run] == starts[k + run - 1] + 1, isHeader(starts[k + run]) { run += 1 }
        return run >= 2 && run <= 12 ? run : nil
    }

    private func number(_ i: Int) -> Int? { PageMark.bareNumber(bytes, lines[i].range) }

    /// Tab lines that begin a row: a serial number that is due, or every `columns`-th one after a blank line.
    private func rowStarts(_ starts: [Int], from k: Int, columns: Int) -> [Int] {
        var rows = [k]
        var at = k + columns
        var due = 1
        let isNumbered = at < starts.count && number(starts[at]) == 1
        while at + columns <= starts.count {
            if isNumbered {
                guard number(starts[at]) == due else { break }
                due += 1
            } else if !followsBlank(starts[at]) {
                break
            }
            rows.append(at)
            at += columns
        }
        return rows
    }

    private func followsBlank(_ i: Int) -> Bool { i > 0 && roles[i - 1] == .blank }

    /// Where the last cell ends: before the next tab line, a page's end matter or an annex; else with the text.
    private func end(_ starts: [Int], after k: Int) -> Int {
        let limit = k + 1 < starts.count ? starts[k + 1] : lines.count
        var i = starts[k] + 1
        while i < limit {
            if roles[i] == .text, roles[i - 1] == .blank {
                let label = NumberLabelScanner(bytes, limit: lines[i].end).label(at: lines[i].textStart)
                if let kind = label?.kind, kind == .annex || kind == .han || kind == .chapter { return i }
            }
            i += 1
        }
        return limit
    }
}
