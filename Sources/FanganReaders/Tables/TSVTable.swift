/// Rows of cells with tabs between them, at least two rows of the same number of columns.
struct TSVTable: Sendable {
    /// Lines of the clean text.
    var lines: Range<Int>
    var columns: Int
}

struct TSVTableFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]
    /// Characters after which all lines were cut, rows too.
    let cut: Int?

    func tables() -> [TSVTable] {
        var tables: [TSVTable] = []
        var i = 0
        while i < lines.count {
            let columns = columns(i)
            guard columns >= 2 else { i += 1; continue }
            var end = rowEnd(i), next = end, rows = 1, behind = 0
            while next < lines.count {
                let isBlank = roles[next] == .blank
                if isRow(next, columns) || isBlank && isRow(next + 1, columns) {
                    if !isBlank { rows += behind + 1 }
                    behind = 0
                    next = rowEnd(next)
                    end = next
                } else if mayBeRow(next, columns) || isBlank && mayBeRow(next + 1, columns) {
                    // Only what stands between rows is one: a signature behind a table is set with tabs too.
                    if !isBlank { behind += 1 }
                    next += 1
                } else {
                    break
                }
            }
            // Two columns are also what a table of contents or a hanging indent looks like.
            if rows >= 2, columns >= 3 || rows >= 3 && !isContents(i..<end) && !isNumbered(i..<end) {
                tables.append(TSVTable(lines: i..<end, columns: columns))
            }
            i = end
        }
        return tables
    }

    /// A row of a wide table may lack its last cells, which were empty.
    private func isRow(_ i: Int, _ columns: Int) -> Bool {
        guard i < lines.count else { return false }
        if isFull(i, columns) { return true }
        let own = self.columns(i)
        // Tabs in front of a full row only indent it.
        return own == columns || own > columns && own - leadingTabs(i) == columns || columns >= 4 && own >= 2 && own < columns
    }

    /// `⇥⇥治理河道10公里⇥⇥` between rows of five cells: with the empty ones around it, as many.
    private func isFull(_ i: Int, _ columns: Int) -> Bool {
        guard columns >= 3, roles[i] == .text, lines[i].trailingTabs > 0 else { return false }
        return leadingTabs(i) + lines[i].innerTabs + lines[i].trailingTabs + 1 == columns
    }

    /// `⇥⇥治理河道10公里`: one cell alone, those in front of it are empty, and tabs at line ends were dropped.
    private func mayBeRow(_ i: Int, _ columns: Int) -> Bool {
        guard columns >= 4, i < lines.count, roles[i] == .text, lines[i].hasTab, lines[i].innerTabs == 0 else { return false }
        return 2..<columns ~= leadingTabs(i)
    }

    /// Lines that a row is cut into at most.
    private static let longest = 64

    /// The line behind a row: a row whose line is as long as lines are cut goes on in the next one.
    func rowEnd(_ i: Int) -> Int {
        var end = i + 1
        while let cut, end < min(lines.count, i + Self.longest), roles[end - 1] == .text, roles[end] == .text, lines[end - 1].rawCount == cut { end += 1 }
        return end
    }

    /// Cells of a row, an empty one in front of a leading tab counted.
    private func columns(_ i: Int) -> Int {
        guard roles[i] == .text else { return 0 }
        let row = i..<rowEnd(i), inner = row.reduce(0) { $0 + lines[$1].innerTabs + ($1 > i ? leadingTabs($1) : 0) }
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
