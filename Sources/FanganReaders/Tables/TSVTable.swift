/// Rows of cells with tabs between them, at least two rows of the same number of columns.
struct TSVTable: Sendable {
    /// Lines of the clean text, of each row.
    var rows: [Range<Int>]
    var columns: Int
    var lines: Range<Int> { (rows.first?.lowerBound ?? 0)..<(rows.last?.upperBound ?? 0) }
}

struct TSVTableFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]
    /// Characters after which all lines were cut, rows too.
    let cut: Int?

    private var broken: BrokenRows { BrokenRows(bytes: bytes, lines: lines, roles: roles) }

    func tables() -> [TSVTable] {
        var tables: [TSVTable] = []
        var i = 0
        while i < lines.count {
            guard let head = head(i) else { i += 1; continue }
            let rows = rows(behind: head.lines, head.columns), table = TSVTable(rows: rows, columns: head.columns)
            // Two columns are also what a table of contents or a hanging indent looks like.
            if rows.count >= 2, head.columns >= 3 || rows.count >= 3 && !isContents(table.lines) && !isNumbered(table.lines) { tables.append(table) }
            i = table.lines.upperBound
        }
        return tables
    }

    /// The titles of columns, and how many there are: `序号⇥任务⇥责任` ⏎ `单位⇥时限` over `1⇥…⇥…⇥…` are four. A line that ends in empty cells
    /// is a row: `一⇥党建方面⇥⇥`.
    private func head(_ i: Int) -> (lines: Range<Int>, columns: Int)? {
        let columns = columns(i)
        guard columns >= 2 else { return nil }
        if let whole = columnsUnderLastTitle(i, columns) { return (i..<i + 1, whole) }
        guard cutEnd(i) == i + 1, let one = (i + 2..<max(i + 2, min(lines.count, i + 5))).first(where: { broken.number($0) == 1 }),
              (i..<one).allSatisfy({ roles[$0] == .text && lines[$0].trailingTabs == 0 && !broken.endsSentence($0) }) else { return (i..<rowEnd(i, columns), columns) }
        let whole = (i..<one).reduce(1) { $0 + broken.tabs($1) }
        guard whole > columns, broken.tabs(one) + 1 == whole || broken.end(of: one, whole) > one + 1 else { return (i..<rowEnd(i, columns), columns) }
        return (i..<one, whole)
    }

    /// `任务⇥责任单位` ⏎ `⇥牵头⇥配合` over rows of three cells: the last title stands over several, and the empty cells behind it were dropped.
    private func columnsUnderLastTitle(_ i: Int, _ columns: Int) -> Int? {
        guard i + 2 < lines.count, lines[i].trailingTabs == 0, leadingTabs(i) == 0, leadingTabs(i + 1) == columns - 1 else { return nil }
        let whole = self.columns(i + 1)
        return whole > columns && self.columns(i + 2) == whole && leadingTabs(i + 2) == 0 ? whole : nil
    }

    /// The rows of a table with its titles. Blank lines may stand between them.
    private func rows(behind head: Range<Int>, _ columns: Int) -> [Range<Int>] {
        var rows = [head], between: [Range<Int>] = [], next = head.upperBound, isNumbered = false
        while next < lines.count {
            let at = roles[next] == .blank ? next + 1 : next
            guard at < lines.count else { break }
            let end = rowEnd(at, columns)
            if isRow(at, columns) || end > at + 1 && self.columns(at) >= 2 {
                isNumbered = isNumbered || broken.number(at) != nil
                rows += between + [at..<end]
                (between, next) = ([], end)
            } else if at == next, let last = rows.last, isWider(at, columns, behind: last) {
                rows += between + [at..<at + 1]
                (between, next) = ([], at + 1)
            } else if mayBeRow(at, columns) {
                // Only what stands between rows is one: a signature behind a table is set with tabs too.
                between.append(at..<at + 1)
                next = at + 1
            } else if at == next, let last = rows.last, isNumbered ? broken.isTitle(at, over: last) : broken.end(ofFirstCellAt: at, columns) != nil {
                let end = isNumbered ? at + 1 : broken.end(ofFirstCellAt: at, columns) ?? at + 1
                rows += between + [at..<end]
                (between, next) = ([], end)
            } else {
                break
            }
        }
        return rows
    }

    /// A row of a wide table may lack its last cells, which were empty.
    private func isRow(_ i: Int, _ columns: Int) -> Bool {
        guard i < lines.count else { return false }
        if isFull(i, columns) { return true }
        let own = self.columns(i)
        // Tabs in front of a full row only indent it.
        return own == columns || own > columns && own - leadingTabs(i) == columns || columns >= 4 && own >= 2 && own < columns
    }

    /// `2⇥改造小学⇥5所⇥县住建局⇥6月底` behind 1 under four titles: a tab too many in a cell, which ends no table.
    private func isWider(_ i: Int, _ columns: Int, behind last: Range<Int>) -> Bool {
        guard columns >= 3, columns + 1...columns + 2 ~= self.columns(i), let number = broken.number(i) else { return false }
        // Below the titles the second row tells how many cells there are.
        return number == 1 ? i + 1 < lines.count && broken.number(i + 1) == 2 && self.columns(i + 1) == columns && self.columns(last.lowerBound) == columns : broken.number(last.lowerBound) == number - 1
    }

    /// `⇥⇥治理河道10公里⇥⇥` between rows of five cells: with the empty ones around it, as many.
    private func isFull(_ i: Int, _ columns: Int) -> Bool {
        guard columns >= 3, roles[i] == .text, lines[i].trailingTabs > 0 else { return false }
        return leadingTabs(i) + lines[i].innerTabs + lines[i].trailingTabs + 1 == columns
    }

    /// `⇥⇥治理河道10公里`: one cell alone, those in front of it are empty, and tabs at line ends were dropped.
    private func mayBeRow(_ i: Int, _ columns: Int) -> Bool {
        // `摸底⇥县住建局` between rows of three cells
        if columns == 3, i < lines.count, self.columns(i) == 2, leadingTabs(i) == 0, !broken.hasColon(i) { return true }
        guard columns >= 4, i < lines.count, roles[i] == .text, lines[i].hasTab, lines[i].innerTabs == 0 else { return false }
        return 2..<columns ~= leadingTabs(i)
    }

    /// Lines that a row is cut into at most.
    private static let longest = 64

    /// The line behind a row: a row whose line is as long as lines are cut goes on in the next one.
    private func cutEnd(_ i: Int) -> Int {
        var end = i + 1
        while let cut, end < min(lines.count, i + Self.longest), roles[end - 1] == .text, roles[end] == .text, lines[end - 1].rawCount == cut { end += 1 }
        return end
    }

    private func rowEnd(_ i: Int, _ columns: Int) -> Int {
        let end = cutEnd(i)
        return end > i + 1 || self.columns(i) < 2 ? end : broken.end(of: i, columns)
    }

    /// Cells of a row, an empty one in front of a leading tab counted.
    private func columns(_ i: Int) -> Int {
        guard roles[i] == .text else { return 0 }
        let row = i..<cutEnd(i), inner = row.reduce(0) { $0 + lines[$1].innerTabs + ($1 > i ? leadingTabs($1) : 0) }
        return inner > 0 ? inner + 1 + leadingTabs(i) : 0
    }

    private func leadingTabs(_ i: Int) -> Int {
        bytes[lines[i].start..<lines[i].textStart].reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) }
    }

    /// `1.⇥加强监管。`: every line is a label and its text, as a word processor saves its own numbers.
    private func isNumbered(_ range: Range<Int>) -> Bool {
        range.allSatisfy { i in
            guard roles[i] == .text, let label = NumberLabelScanner(bytes, limit: lines[i].end).label(at: lines[i].textStart) else { return roles[i] != .text }
            return bytes[lines[i].textStart + label.length] == 0x09
        }
    }

    /// Every line ends in a page number.
    private func isContents(_ range: Range<Int>) -> Bool {
        range.allSatisfy { i in
            roles[i] == .blank || UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value < 0x3A
        }
    }
}
