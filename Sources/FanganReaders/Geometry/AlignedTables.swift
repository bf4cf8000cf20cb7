import FanganText

/// Tables without rules at their sides: under a row of titles, lines of text with the same upright gaps.
struct AlignedTables {
    typealias Stretch = AlignedLine.Stretch

    /// Lines that belong together, with what each column takes of the page's width.
    private struct Band {
        var end: Int
        var columns: [Stretch]
    }

    let page: Int
    /// Of the page, in points.
    let height: Double
    /// Heights of horizontal rules; where a table has them, they part its rows.
    let separators: [Double]

    /// The tables among characters, and the characters that are in none.
    /// - Parameter before: the table at the end of the page before, which may go on without its titles.
    func parted(_ glyphs: [Glyph], goingOn before: FlowTable?) -> (tables: [FlowTable], rest: [Glyph]) {
        let rows = LineBuilder(page: page).rows(glyphs)
        let lines = rows.map(AlignedLine.init)
        var tables: [FlowTable] = [], rest: [Glyph] = []
        var before = before?.isAligned == true ? before : nil
        var i = 0
        while i < rows.count {
            if let line = lines[i], isCandidate(line, before) {
                if let (table, end) = begun(lines, i) ?? goingOn(before, lines, i) {
                    tables.append(table)
                    before = nil
                    i = end
                    continue
                }
                // What is set on both sides of a gap and is no table ends a hope.
                if line.pieces.count > 1, !fits(line, before) { before = nil }
            }
            rest += rows[i]
            i += 1
        }
        return (tables, rest)
    }

    private func isCandidate(_ line: AlignedLine, _ before: FlowTable?) -> Bool {
        guard !isMark(line) else { return false }
        return line.pieces.count >= 2 || fits(line, before)
    }

    // MARK: With titles

    private func begun(_ lines: [AlignedLine?], _ start: Int) -> (FlowTable, Int)? {
        guard let first = lines[start], first.pieces.count >= 2, isHead(first), let band = band(lines, from: start) else { return nil }
        let members = lines[start..<band.end].compactMap { $0 }
        guard isTable(members, band.columns) else { return nil }
        return (AlignedRows(page: page, lines: members, columns: band.columns, separators: separators).table(), band.end)
    }

    /// Titles are short, are no sentences, and one of them at least is known.
    private func isHead(_ line: AlignedLine) -> Bool {
        let titles = line.pieces.map { line.text(from: $0.left, to: $0.right) }
        // `单　位` stands in two pieces.
        let whole = titles.joined()
        let isKnown = (titles + [Array(whole)]).contains { title in title.withUnsafeBufferPointer { ReaderVocabulary.shared.columns.ends(in: $0, at: $0.count, floor: 0) } }
        return isKnown && titles.allSatisfy { $0.count <= Self.longestTitle * 3 } && !line.glyphs.contains { Punctuation.endsSentence($0.scalar) || $0.scalar == 0x3A || $0.scalar == 0xFF1A }
    }

    private static let longestTitle = 14
    /// Lines farther apart than so many times their size are not of one table.
    private static let farthest = 3.6
    /// A page has not so many lines; a search that finds no table ends here.
    private static let longest = 400

    /// Lines from the titles on as long as columns stay apart.
    private func band(_ lines: [AlignedLine?], from start: Int) -> Band? {
        guard let first = lines[start] else { return nil }
        var columns = first.pieces, end = start + 1, last = first
        var spanning: Set<Int> = [], behind = end
        while end < lines.count, end - start < Self.longest, let line = lines[end], !isMark(line), line.baseline - last.baseline < Self.farthest * line.size {
            let next = AlignedLine.union(columns, line.pieces, gap: AlignedLine.gap * line.size)
            if next.count < columns.count {
                // A cell over several columns is the exception.
                guard next.count >= 2, line.pieces.count >= 2 || columns.count >= 4, spanning.count * 4 <= end - start else { break }
                spanning.insert(end - start)
            } else {
                columns = next
            }
            if line.pieces.count > 1 || Self.isInside(line, columns) { behind = end + 1 }
            last = line
            end += 1
        }
        // Behind its last full line a table goes on only in its columns.
        let members = lines[start..<behind].compactMap { $0 }
        return Band(end: behind, columns: Self.split(columns, members, spanning))
    }

    private static func isInside(_ line: AlignedLine, _ columns: [Stretch]) -> Bool {
        line.pieces.allSatisfy { piece in
            guard let column = columns.lastIndex(where: { piece.left > $0.left - line.size }) else { return false }
            // Text may be wider than any above it, but leaves a gap to the next column.
            return column + 1 == columns.count || piece.right < columns[column + 1].left - AlignedLine.gap * line.size
        }
    }

    /// A title over several columns hides the gaps between them: without such pieces of the first lines.
    private static func split(_ columns: [Stretch], _ lines: [AlignedLine], _ spanning: Set<Int>) -> [Stretch] {
        let heads = min(3, lines.count - 1)
        var over: [[Bool]] = []
        for h in 0..<max(heads, 0) {
            over.append(lines[h].pieces.map { piece in
                var split = 0, whole = 0
                for (k, line) in lines.enumerated() where k != h && !spanning.contains(k) {
                    let below = line.pieces.filter { $0.middle > piece.left - line.size * 6 && $0.middle < piece.right + line.size * 6 && $0.right > piece.left && $0.left < piece.right }
                    if below.count > 1 { split += 1 } else if below.count == 1 { whole += 1 }
                }
                return split > whole
            })
        }
        guard over.joined().contains(true) else { return columns }
        var joined: [Stretch] = []
        for (k, line) in lines.enumerated() where !spanning.contains(k) {
            let own = k < over.count ? zip(line.pieces, over[k]).filter { !$1 }.map(\.0) : line.pieces
            joined = AlignedLine.union(joined, own, gap: AlignedLine.gap * line.size)
        }
        return joined.count >= columns.count ? joined : columns
    }

    /// Whether columns and lines are enough, and no page set in two columns, list with labels or table of contents.
    private func isTable(_ lines: [AlignedLine], _ columns: [Stretch]) -> Bool {
        guard columns.count >= 2, columns.count <= 40, let first = columns.first, let last = columns.last else { return false }
        guard lines.filter({ $0.pieces.count > 1 }).count >= (columns.count > 2 ? 3 : 4) else { return false }
        // Each column has its title on the first lines.
        let titled = lines.prefix(3).flatMap(\.pieces)
        guard columns.allSatisfy({ column in titled.contains { $0.right > column.left && $0.left < column.right } }) else { return false }
        if columns.count > 2 { return true }
        let numbered = lines.filter { line in line.pieces.last.map { Self.isNumber(line.text(from: $0.left, to: $0.right)) } ?? false }.count
        return numbered * 3 <= lines.count * 2 && min(first.width, last.width) < 0.4 * (last.right - first.left)
    }

    private static func isNumber(_ text: [UInt8]) -> Bool { !text.isEmpty && text.count <= 4 && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

    // MARK: Without titles

    private func fits(_ line: AlignedLine, _ before: FlowTable?) -> Bool {
        guard let before, abs(line.size - before.alignedSize) < 0.6 else { return false }
        return Self.isInside(line, before.stretches)
    }

    /// The rest of the table of the page before.
    private func goingOn(_ before: FlowTable?, _ lines: [AlignedLine?], _ start: Int) -> (FlowTable, Int)? {
        guard let before, let first = lines[start], fits(first, before) else { return nil }
        var end = start + 1, last = first, columns = before.stretches
        while end < lines.count, let line = lines[end], !isMark(line), line.baseline - last.baseline < Self.farthest * line.size, abs(line.size - before.alignedSize) < 0.6 {
            let next = AlignedLine.union(columns, line.pieces, gap: AlignedLine.gap * line.size)
            guard next.count == columns.count else { break }
            columns = next
            last = line
            end += 1
        }
        let members = lines[start..<end].compactMap { $0 }
        guard members.contains(where: { $0.pieces.count > 1 }) || end == lines.count else { return nil }
        var rows = AlignedRows(page: page, lines: members, columns: columns, separators: separators)
        rows.isGoingOn = true
        var table = rows.table()
        table.columns = before.columns
        return (table, end)
    }

    // MARK: Page numbers

    /// Numbers of pages at their upper and lower ends are of no table.
    private func isMark(_ line: AlignedLine) -> Bool {
        let share = line.baseline / height
        guard share < 0.12 || share > 0.86, line.glyphs.count <= 20 else { return false }
        return line.text(from: -Glyph.largest, to: Glyph.largest).withUnsafeBufferPointer {
            PageMark.matches($0, 0..<$0.count) || share > 0.86 && PageMark.bareNumber($0, 0..<$0.count) != nil && line.pieces.count == 1
        }
    }
}
