import FanganText

/// A table whose cells are set apart by tabs or commas and may be quoted, as programs copy and save them (RFC 4180):
///
///     序号,工作任务,责任单位
///     1,"新建水厂
///     改造管网",县水利局
struct DelimitedTable: Sendable {
    struct Cell: Sendable {
        var row: Int
        var column: Int
        /// What it says, line by line, without its quotes.
        var pieces: [Span]
    }

    /// Lines of the clean text.
    var lines: Range<Int>
    var cells: [Cell] = []
    /// Quotes, and commas that become tabs; ascending.
    var cuts: [Cut] = []
}

/// Finds tables with quoted cells between tabs, and tables between commas, quoted or not, at the beginning of a text.
struct DelimitedTableFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]

    func tables(hasTabs: Bool) -> [DelimitedTable] { (hasTabs ? tabbed() : []) + (separated().map { [$0] } ?? []) }

    // MARK: - Tabs

    private func tabbed() -> [DelimitedTable] {
        var tables: [DelimitedTable] = [], i = 0, behind = 0
        while i < lines.count {
            guard beginsQuoted(i) else { i += 1; continue }
            var start = i
            while start > behind, isTabbed(start - 1) { start -= 1 }
            let (table, end) = records(from: start, Self.tab)
            if let table { tables.append(table) }
            i = max(i + 1, end)
            behind = i
        }
        return tables
    }

    private func isTabbed(_ i: Int) -> Bool { roles[i] == .text && (lines[i].innerTabs > 0 || lines[i].hasTab || lines[i].trailingTabs > 0) }

    /// Whether one of the cells of a line begins with a quote.
    private func beginsQuoted(_ i: Int) -> Bool {
        guard isTabbed(i) else { return false }
        return (lines[i].textStart..<lines[i].end).contains { bytes[$0] == Self.quote && ($0 == lines[i].textStart || bytes[$0 - 1] == Self.tab) }
    }

    // MARK: - Commas

    /// Prose has commas too: the titles are short and none is missing, and each row has as many cells.
    private func separated() -> DelimitedTable? {
        lines.indices.prefix(Self.farthest).first { roles[$0] == .text && commas($0) >= 2 }.flatMap { records(from: $0, Self.comma).table }
    }

    private func commas(_ i: Int) -> Int { bytes[lines[i].range].count { $0 == Self.comma } }

    // MARK: - Rows

    /// - Returns: the table, and where looking for it ended.
    private func records(from start: Int, _ separator: UInt8) -> (table: DelimitedTable?, end: Int) {
        var table = DelimitedTable(lines: start..<start), columns: Int?, rows = 0, at = start, isQuoted = false
        while at < lines.count {
            guard let record = record(at, separator) else { break }
            let filled = record.fields.count { !$0.isEmpty }
            if columns == nil {
                // A title alone in its row stands over the titles of columns.
                if filled == 1, record.fields.count > 1, rows < 2 {} else {
                    guard record.fields.count >= 2, separator == Self.tab || isHead(record.fields) else { return (nil, record.end) }
                    columns = record.fields.count
                }
            } else if let columns {
                // Empty cells at the end of a row are lost with their tabs.
                guard separator == Self.tab ? (2...columns).contains(record.fields.count) : record.fields.count == columns else { break }
            }
            for (column, pieces) in record.fields.enumerated() where !pieces.isEmpty { table.cells.append(DelimitedTable.Cell(row: rows, column: column, pieces: pieces)) }
            table.cuts += record.cuts
            isQuoted = isQuoted || record.isQuoted
            rows += 1
            at = record.end
        }
        guard let columns, rows >= (isQuoted ? 2 : 3), columns >= (separator == Self.tab ? 2 : 3), separator == Self.comma || isQuoted else { return (nil, at) }
        table.lines = start..<at
        return (table, at)
    }

    /// Titles of columns: short words, each another one, no number and no sentence.
    private func isHead(_ fields: [[Span]]) -> Bool {
        fields.count >= 3 && fields.allSatisfy { $0.count == 1 && isTitle($0[0]) } && Set(fields.map { Array(bytes[$0[0].start..<$0[0].end]) }).count == fields.count
    }

    private func isTitle(_ span: Span) -> Bool {
        guard span.end - span.start <= Self.widestTitle, !(0x30...0x39).contains(bytes[span.start]) else { return false }
        var at = span.start
        while at < span.end {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: at)
            if Self.stops.contains(scalar) { return false }
            at += width
        }
        return true
    }

    private static let stops: ScalarSet = "。；;：:，、！？"

    private struct Record {
        var fields: [[Span]] = []
        var cuts: [Cut] = []
        /// First line behind it.
        var end = 0
        var isQuoted = false
    }

    /// The row that begins at a line; nil for a line without cells.
    private func record(_ start: Int, _ separator: UInt8) -> Record? {
        guard roles[start] == .text else { return nil }
        var record = Record(), line = start, at = lines[start].start
        while true {
            if let quoted = quoted(line, at, separator) {
                record.fields.append(quoted.pieces)
                record.cuts += quoted.cuts
                record.isQuoted = true
                (line, at) = (quoted.line, quoted.end)
            } else {
                let end = (at..<max(at, lines[line].end)).first { bytes[$0] == separator } ?? max(at, lines[line].end)
                record.fields.append(piece(at, end).map { [$0] } ?? [])
                at = end
            }
            guard at < lines[line].end else { break }
            if separator != Self.tab { record.cuts.append(Cut(span: Span(at, at + 1), replacement: Self.tab)) }
            at += 1
        }
        record.end = line + 1
        return record.fields.count > 1 ? record : nil
    }

    /// A quoted cell with its lines; nil where a quote is part of the words or never closed.
    private func quoted(_ first: Int, _ start: Int, _ separator: UInt8) -> (pieces: [Span], cuts: [Cut], line: Int, end: Int)? {
        var line = first, at = start
        while at < lines[line].end, bytes[at] == Self.space { at += 1 }
        guard at < lines[line].end, bytes[at] == Self.quote else { return nil }
        var pieces: [Span] = [], cuts = [Cut(span: Span(at, at + 1), replacement: nil)]
        at += 1
        var from = at
        while true {
            guard at < lines[line].end else {
                if let piece = piece(from, at) { pieces.append(piece) }
                line += 1
                guard line < lines.count, line - first < Self.longest else { return nil }
                (at, from) = (lines[line].start, lines[line].start)
                continue
            }
            guard bytes[at] == Self.quote else { at += 1; continue }
            if at + 1 < lines[line].end, bytes[at + 1] == Self.quote {
                cuts.append(Cut(span: Span(at, at + 1), replacement: nil))
                at += 2
                continue
            }
            if let piece = piece(from, at) { pieces.append(piece) }
            cuts.append(Cut(span: Span(at, at + 1), replacement: nil))
            at += 1
            while at < lines[line].end, bytes[at] == Self.space { at += 1 }
            return at >= lines[line].end || bytes[at] == separator ? (pieces, cuts, line, at) : nil
        }
    }

    /// Without blanks at both ends; nil where nothing is left.
    private func piece(_ start: Int, _ end: Int) -> Span? {
        var from = start, to = end
        while from < to, bytes[from] <= Self.space { from += 1 }
        while to > from, bytes[to - 1] <= Self.space { to -= 1 }
        return from < to ? Span(from, to) : nil
    }

    private static let tab: UInt8 = 0x09, space: UInt8 = 0x20, quote: UInt8 = 0x22, comma: UInt8 = 0x2C
    /// Lines of a cell, lines in front of a table between commas, bytes of a title.
    private static let longest = 200, farthest = 8, widestTitle = 48
}
