import FanganText

/// The grid of a table that keeps each row on a line, its cells set apart by spaces: by runs of them, so that what is
/// under a title belongs to it (`pdftotext -layout`), or by single ones.
struct SpacedGrid {
    let reader: TableReader
    private var walk: OutlineWalk { reader.walk }

    init(reader: TableReader) { self.reader = reader }

    /// A piece of a line with the column of the screen where it begins.
    private struct Piece {
        var line: Line
        var start: Int
    }

    private struct Header {
        var columns: [TableReader.Column]
        var starts: [Int]
        /// Runs of spaces stand between the titles.
        var isAligned: Bool
    }

    func begins(at start: Int) -> Bool {
        guard let header = header(start), start + 1 < reader.limit else { return false }
        return isRow(pieces(start + 1, header), header, key: 1)
    }

    func grid(from start: Int) -> TableGrid? {
        guard var header = header(start) else { return nil }
        var grid = TableGrid(columns: header.columns, rows: [], end: start + 1)
        grid.head = [walk.lines[start].block.span]
        var i = start + 1, row: [Piece] = [], pending: [Piece] = [], pendingEnd = i, hasMerged = false
        // Rows that have their number.
        var key = 0
        func flush() {
            if !row.isEmpty { grid.rows.append(TableGrid.Row(cells: cells(row, header))) }
            row = []
        }
        while i < reader.limit {
            let found = pieces(i, header)
            if isRow(found, header, key: key + 1) {
                key += 1
                row += pending
                flush()
                if header.isAligned, found.count == header.columns.count { header.starts = found.map(\.start) }
                row = found
                pending = []
                grid.end = i + 1
            } else if walk.lines[i].passage.squashed() == walk.lines[start].passage.squashed() {
                grid.head.append(walk.lines[i].block.span)
            } else if row.isEmpty || !mayGoOn(i, found, header) {
                break
            } else if isUnder(found, header), isRowUnderMerged(found, behind: row, header) {
                row += pending
                flush()
                row = found
                pending = []
                hasMerged = true
                grid.end = i + 1
            } else if isUnder(found, header) {
                row += pending + found
                pending = []
                grid.end = i + 1
            } else {
                // Left of where a cell goes on: of the row only if a further row follows.
                pending += found
                if i - pendingEnd > 24 { break }
            }
            if pending.isEmpty { pendingEnd = i }
            i += 1
        }
        flush()
        // Places that tell which rows follow each other: what is empty in them was merged.
        if hasMerged { for i in grid.rows.indices { grid.rows[i].number = i + 1 } }
        return grid.rows.isEmpty ? nil : grid
    }

    // MARK: - Header

    /// A line of nothing but titles, for contents and for a unit among them.
    private func header(_ i: Int) -> Header? {
        let line = walk.lines[i]
        guard line.block.cell == nil, line.label == nil, line.passage.count <= 200,
              let blank = line.passage.scalars.prefix(24).firstIndex(where: Passage.isBlank), reader.role(ofTitle: line.passage.part(0..<blank)) != nil else { return nil }
        let pieces = split(line, gap: 1)
        guard pieces.count >= 3 else { return nil }
        let isAligned = split(line, gap: 2).count == pieces.count, years = pieces.count(where: isYear)
        var columns: [TableReader.Column] = []
        for piece in pieces {
            let isPeriod = years > 1 && isYear(piece), title = piece.line.passage.squashed()
            // A title that nobody knows, among such as are known.
            guard let role = isPeriod ? .period : reader.role(ofTitle: piece.line.passage) ?? (isAligned && title.unicodeScalars.count <= 10 ? .unknown : nil) else { return nil }
            columns.append(TableReader.Column(role: role, title: title, period: isPeriod ? piece.line.passage : nil))
        }
        ColumnsByCells(reader: reader).settleTitles(&columns)
        guard Set(columns.map(\.title)).count == columns.count, columns.contains(where: { $0.role == .content || $0.role == .group || $0.role == .unknown }),
              columns.contains(where: { $0.role.namesUnits || $0.role == .score }) else { return nil }
        let unknown = columns.count { $0.role == .unknown }
        guard unknown * 3 <= columns.count * 2, unknown == 0 || stands(columns, over: i + 1) else { return nil }
        return Header(columns: columns, starts: pieces.map(\.start), isAligned: isAligned)
    }

    private func isYear(_ piece: Piece) -> Bool { PeriodTitle(vocabulary: walk.vocabulary).isYear(piece.line.passage) }

    /// A row with its number, or as many pieces set apart as titles.
    private func stands(_ columns: [TableReader.Column], over i: Int) -> Bool {
        guard i < reader.limit, walk.lines[i].block.cell == nil, walk.lines[i].passage.count <= 2000 else { return false }
        if columns[0].role == .ordinal { return split(walk.lines[i], gap: 1, limit: 2).first.map { $0.line.passage.squashed() == "1" } ?? false }
        return split(walk.lines[i], gap: 2).count == columns.count
    }

    // MARK: - Rows

    /// Whether pieces begin a row: the number that is due, else as many pieces as there are titles.
    private func isRow(_ pieces: [Piece], _ header: Header, key: Int) -> Bool {
        guard let first = pieces.first, pieces.count >= 2 else { return false }
        guard header.columns[0].role == .ordinal else { return pieces.count == header.columns.count }
        return Int(first.line.passage.squashed()) == key
    }

    /// A day and what is to be done by then, while the row above has its own: a further row, whose number is merged with that one's.
    private func isRowUnderMerged(_ pieces: [Piece], behind row: [Piece], _ header: Header) -> Bool {
        guard let due = header.columns.firstIndex(where: { $0.role == .due }), pieces.count >= 2 else { return false }
        func isDue(_ piece: Piece) -> Bool { place(piece, header) == due && TableReader.isDue(piece.line.passage.trimmed()) }
        return row.contains(where: isDue) && pieces.contains(where: isDue) && pieces.contains { header.columns[place($0, header)].role == .content }
    }

    private func place(_ piece: Piece, _ header: Header) -> Int {
        header.starts.indices.min { abs(header.starts[$0] - piece.start) < abs(header.starts[$1] - piece.start) } ?? 0
    }

    private func mayGoOn(_ i: Int, _ pieces: [Piece], _ header: Header) -> Bool {
        let line = walk.lines[i], kind = line.kind(walk.reader)
        guard line.block.cell == nil, kind != .closing, kind != .date, !pieces.isEmpty else { return false }
        return line.label.map { $0.label.form > .chineseBracketed } ?? true
    }

    /// A wrapped cell stands under its column, right of the first.
    private func isUnder(_ pieces: [Piece], _ header: Header) -> Bool {
        guard header.isAligned, header.starts.count > 1, let first = pieces.first else { return false }
        return first.start * 2 >= header.starts[0] + header.starts[1]
    }

    private func cells(_ pieces: [Piece], _ header: Header) -> [TableGrid.Cell] {
        let lines = pieces.map(\.line)
        var places: [Int]
        if header.isAligned {
            places = pieces.map { place($0, header) }
        } else if pieces.count == header.columns.count {
            places = Array(header.columns.indices)
        } else {
            let skip = header.columns[0].role == .ordinal ? 1 : 0
            let rest = ColumnAlignment(reader: reader, columns: Array(header.columns.dropFirst(skip))).columns(for: Array(lines.dropFirst(skip)))
            places = Array(repeating: 0, count: skip) + rest.map { $0 + skip }
        }
        return BrokenCells.cells(lines, places, of: header.columns, reader).sorted { $0.column < $1.column }
    }

    // MARK: - Pieces

    private func pieces(_ i: Int, _ header: Header) -> [Piece] {
        let line = walk.lines[i]
        guard line.passage.count <= 2000 else { return [] }
        var pieces = split(line, gap: header.isAligned ? 2 : 1)
        // `12 推进…`: the number and the next cell may be near each other.
        if header.isAligned, header.columns[0].role == .ordinal, let first = pieces.first {
            let parts = split(first.line, gap: 1, limit: 2)
            if parts.count == 2, Int(parts[0].line.passage.squashed()) != nil {
                pieces.replaceSubrange(0..<1, with: parts.map { Piece(line: $0.line, start: $0.start + first.start) })
            }
        }
        return pieces
    }

    /// Pieces of a line between blanks that are at least `gap` columns wide.
    private func split(_ line: Line, gap: Int, limit: Int = .max) -> [Piece] {
        let p = line.passage
        var pieces: [Piece] = [], from = 0, at = line.block.indent, start = at, blank = 0
        func take(_ end: Int) {
            guard end > from else { return }
            var block = line.block
            block.span = p.span(from..<end)
            block.indent = 0
            pieces.append(Piece(line: Line(block, in: walk.document), start: start))
        }
        var end = 0
        for i in p.indices {
            let c = p.scalars[i]
            if Passage.isBlank(c) {
                if blank == 0 { end = i }
                blank += c == 0x20 ? 1 : 2
            } else {
                if blank >= gap, i > 0, pieces.count + 1 < limit { take(end); from = i; start = at }
                else if i == 0 { start = at }
                blank = 0
            }
            at += c == 0x20 || c < 0x2E80 ? 1 : 2
        }
        take(blank > 0 ? end : p.count)
        return pieces
    }
}
