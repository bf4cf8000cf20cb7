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

    func tables() -> [TSVTable] {
        var tables: [TSVTable] = []
        var i = 0
        while i < lines.count {
            let columns = columns(i)
            guard columns >= 2 else { i += 1; continue }
            var end = i + 1, rows = 1
            while end < lines.count, isRow(end, columns) || roles[end] == .blank && isRow(end + 1, columns) {
                if roles[end] != .blank { rows += 1 }
                end += 1
            }
            // Two columns are also what a table of contents or a hanging indent looks like.
            if rows >= 2, columns >= 3 || rows >= 3 && !isContents(i..<end) {
                tables.append(TSVTable(lines: i..<end, columns: columns))
            }
            i = end
        }
        return tables
    }

    /// A row of a wide table may lack its last cells, which were empty.
    private func isRow(_ i: Int, _ columns: Int) -> Bool {
        guard i < lines.count else { return false }
        let own = self.columns(i)
        return own == columns || columns >= 4 && own >= 2 && own < columns
    }

    /// Cells of a line, an empty one in front of a leading tab counted.
    private func columns(_ i: Int) -> Int {
        guard roles[i] == .text, lines[i].innerTabs > 0 else { return 0 }
        return lines[i].innerTabs + 1 + leadingTabs(i)
    }

    private func leadingTabs(_ i: Int) -> Int {
        bytes[lines[i].start..<lines[i].textStart].reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) }
    }

    /// Every line ends in a page number.
    private func isContents(_ range: Range<Int>) -> Bool {
        range.allSatisfy { i in
            roles[i] == .blank || UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value < 0x3A
        }
    }
}
