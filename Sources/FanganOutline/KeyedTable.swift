import FanganText

/// A list of duties by unit — serial number, unit, duties — whose cells stand one after another without marks that can be relied on:
/// the text was indented anew, or its line ends are lost.
///
///     序号 / 单位 / 责任内容 / 1 / 区委 / 办公室 / 1.履行…责任。 / 2.统筹…。 / 2 / 区政府 / …
///
/// The titles say which columns there are, the running numbers where rows begin, and the pattern of a row (short names, then
/// numbered or long text) which line is of which column. Tables with columns behind the duties are ``FlatGrid``'s.
struct KeyedTable {
    var columns: [TableReader.Column]
    /// Lines of the titles, then of each row; a row begins with its number.
    var head: [Line]
    var rows: [[Line]]
    /// First line behind the table.
    var end: Int
}

/// Finds tables with serial numbers among lines and gives their lines places in a grid, as a reader does for cells that it can see.
struct KeyedTableMarks {
    let lines: [Line]
    let document: SourceDocument
    let vocabulary: OutlineVocabulary

    func marked() -> [Line] {
        var result: [Line] = [], from = 0, i = 0
        // Of the next table, behind those that are there.
        var number: Int?
        while i < lines.count {
            guard beginsHead(i), let table = table(at: i) else { i += 1; continue }
            result += lines[from..<i]
            let own = number ?? (lines.compactMap { $0.block.cell?.table }.max() ?? -1) + 1
            result += KeyedTableCells(table: table, number: own, document: document, vocabulary: vocabulary).lines()
            number = own + 1
            from = table.end
            i = table.end
        }
        return from == 0 ? lines : result + lines[from...]
    }

    // MARK: - Titles

    private func beginsHead(_ i: Int) -> Bool {
        guard lines[i].block.cell == nil, lines[i].label == nil, lines[i].passage.count <= 60,
              let head = lines[i].passage.scalars.first(where: { !Passage.isBlank($0) }), vocabulary.tables.ordinalHeads.contains(head),
              let first = words(lines[i].passage).first else { return false }
        return vocabulary.tables.columns[lines[i].passage.part(first).squashed()] == .ordinal
    }

    /// Units in front of the duties, which are the last column, and two rows.
    private func table(at start: Int) -> KeyedTable? {
        guard let (columns, head, body, first) = head(start), columns.count >= 3, columns.last?.role == .content,
              columns.dropFirst().dropLast().allSatisfy({ Self.units.contains($0.role) }) else { return nil }
        var table = KeyedTable(columns: columns, head: head, rows: [], end: body)
        readRows(of: &table, from: body, first)
        return table.rows.count >= 2 ? table : nil
    }

    static let units: [ColumnRole] = [.owner, .lead, .responsible, .support]

    /// Titles on lines of their own or beside each other, up to the first serial number, which may stand on the last title's line.
    private func head(_ start: Int) -> (columns: [TableReader.Column], lines: [Line], body: Int, first: [Line])? {
        var columns: [TableReader.Column] = [], head: [Line] = [], i = start
        while i < lines.count, lines[i].block.cell == nil, lines[i].passage.count <= 60 {
            if number(lines[i]) != nil { return isKnown(columns) ? (columns, head, i, []) : nil }
            for word in words(lines[i].passage) {
                let title = lines[i].passage.part(word)
                if !columns.isEmpty, let digit = title.scalars.first, digitValue(digit) != nil {
                    let pieces = lines[i].pieces([word.lowerBound], in: document)
                    guard isKnown(columns), pieces.count == 2, number(pieces[1]) != nil else { return nil }
                    return (columns, head + cut(pieces[0]), i + 1, [pieces[1]])
                }
                guard title.count <= 10, columns.count < 16, columns.isEmpty || vocabulary.tables.columns[title.squashed()] != .ordinal else { return nil }
                columns.append(TableReader.Column(role: vocabulary.tables.columns[title.squashed()] ?? .unknown, title: title.squashed()))
            }
            head += cut(lines[i])
            i += 1
        }
        return nil
    }

    private func isKnown(_ columns: [TableReader.Column]) -> Bool { columns.count { $0.role != .unknown } * 3 >= columns.count * 2 }

    /// One line for each word of a line.
    private func cut(_ line: Line) -> [Line] {
        let starts = words(line.passage).map(\.lowerBound).dropFirst()
        return starts.isEmpty ? [line] : line.pieces(Array(starts), in: document)
    }

    private func words(_ p: Passage) -> [Range<Int>] {
        var words: [Range<Int>] = [], start: Int?
        for i in 0...p.count {
            if i < p.count, !Passage.isBlank(p.scalars[i]) { start = start ?? i; continue }
            if let from = start { words.append(from..<i) }
            start = nil
        }
        return words
    }

    // MARK: - Rows

    private func readRows(of table: inout KeyedTable, from body: Int, _ first: [Line]) {
        var row: [Line] = first.flatMap(keyed), i = body
        var due = first.first.flatMap(number).map { $0 + 1 }
        while i < lines.count, !ends(at: i) {
            if let n = number(lines[i]), due == nil || n == due && row.count >= 2 {
                if !row.isEmpty { table.rows.append(row) }
                row = keyed(lines[i])
                due = n + 1
            } else {
                row.append(lines[i])
            }
            i += 1
        }
        if !row.isEmpty { table.rows.append(row) }
        table.end = i
    }

    /// The serial number that a line consists of or begins with: `12`, `2 区政府`.
    private func number(_ line: Line) -> Int? {
        let p = line.passage
        var i = 0, value = 0
        while i < p.count, Passage.isBlank(p.scalars[i]) { i += 1 }
        let start = i
        while i < p.count, i - start < 4, let digit = digitValue(p.scalars[i]) {
            value = value * 10 + digit
            i += 1
        }
        guard i > start, value > 0 else { return nil }
        if i == p.count { return value }
        guard Passage.isBlank(p.scalars[i]) else { return nil }
        while i < p.count, Passage.isBlank(p.scalars[i]) { i += 1 }
        return i == p.count || p.scalars[i] >= 0x4E00 && !vocabulary.names.measures.begins(p.scalars, at: i) ? value : nil
    }

    private func keyed(_ line: Line) -> [Line] {
        let words = words(line.passage)
        return words.count < 2 ? [line] : line.pieces([words[1].lowerBound], in: document)
    }

    /// A section, an annex, a signature, cells that the reader saw, or another table.
    private func ends(at i: Int) -> Bool {
        let line = lines[i]
        if line.block.cell != nil || beginsHead(i) { return true }
        if let form = line.label?.label.form { return form < .chineseBracketed }
        for (word, loose) in vocabulary.titles.annexWords where !loose && line.passage.has(word, at: 0) {
            guard let next = line.passage.scalars.dropFirst(word.count).first(where: { !Passage.isBlank($0) }) else { return true }
            return digitValue(next) != nil || next == 0xFF1A || next == 0x3A
        }
        let kind = line.kind(HeaderReader(vocabulary: vocabulary))
        return kind == .date || kind == .closing
    }
}

/// Says for each line of a table with serial numbers which cell it is of.
struct KeyedTableCells {
    let table: KeyedTable
    let number: Int
    let document: SourceDocument
    let vocabulary: OutlineVocabulary

    /// The duties' column; those before it hold names.
    private var content: Int { table.columns.count - 1 }

    func lines() -> [Line] {
        var result = table.head.enumerated().map { place($1, row: 0, column: $0) }
        for (n, row) in table.rows.enumerated() { result += cells(of: row, row: n + 1) }
        return result
    }

    private func place(_ line: Line, row: Int, column: Int) -> Line {
        var block = line.block
        block.cell = CellPosition(table: number, row: row, column: min(column, table.columns.count - 1))
        return line.with(block: block)
    }

    private func cells(of given: [Line], row number: Int) -> [Line] {
        let row = apart(given), start = contentStart(row)
        var result = [place(row[0], row: number, column: 0)]
        result += spread(Array(row[1..<start]), over: Array(1..<content), row: number)
        return result + row[start...].map { place($0, row: number, column: content) }
    }

    /// `体局 1负责各学校…` before `2.…`: the first duty's number has lost its mark, and the line the end before it.
    private func apart(_ row: [Line]) -> [Line] {
        guard let second = row.firstIndex(where: { $0.label != nil }), second > 1, row[second].label?.label.ordinal == 2,
              row[second].label?.label.form == .arabic else { return row }
        let p = row[second - 1].passage
        let cut = p.scalars.indices.dropFirst().first { i in
            p.scalars[i] == 0x31 && Passage.isBlank(p.scalars[i - 1]) && LabelLexer(p.part(i..<min(i + 24, p.count))).bareNumber() != nil
        }
        return cut.map { row[..<(second - 1)] + row[second - 1].pieces([$0], in: document) + row[second...] } ?? row
    }

    /// The first line with a label or with punctuation; without any, as many lines lie before it as columns.
    private func contentStart(_ row: [Line]) -> Int {
        guard content > 1, row.count > 1 else { return min(1, row.count) }
        let found = (2..<max(2, row.count)).first { row[$0].label != nil || isSentence(row[$0]) || LabelLexer(row[$0].passage).bareNumber() != nil }
        return found ?? min(content, row.count)
    }

    private func isSentence(_ line: Line) -> Bool {
        line.passage.count > 14 && line.passage.scalars.contains { $0 == 0xFF0C || $0 == 0x3002 || $0 == 0xFF1B }
    }

    // MARK: - Columns of names

    /// One line for each column, what is left over for the last; a name that was broken is whole again.
    private func spread(_ lines: [Line], over columns: [Int], row: Int) -> [Line] {
        guard let last = columns.last else { return lines.map { place($0, row: row, column: content) } }
        let single = lines.prefix(columns.count - 1)
        return zip(single, columns).map { place($0, row: row, column: $1) }
            + joined(Array(lines.dropFirst(single.count))).map { place($0, row: row, column: last) }
    }

    /// Puts names together that a narrow column broke: `区人力` / `资源社会保障` / `局`, and leaves `仁和镇` / `太平乡` apart.
    private func joined(_ lines: [Line]) -> [Line] {
        guard lines.count > 1 else { return lines }
        let isHosted = isHosted(lines)
        var result: [Line] = []
        for (n, line) in lines.enumerated() {
            if let last = result.last, n == 1 && isHosted || !isComplete(last.passage.trimmed()) {
                result[result.count - 1] = joined(last, line)
            } else {
                result.append(line)
            }
        }
        return result
    }

    private func isComplete(_ name: Passage) -> Bool { name.count >= 2 && vocabulary.names.nameEnds.contains(name, before: name.count) }

    /// `区委` / `办公室`, `区乡村` / `振兴局`: the first line has a level in front and could be a name, the others have none.
    private func isHosted(_ lines: [Line]) -> Bool {
        let names = lines.map { $0.passage.trimmed() }
        let hasLevel = names.map { name in vocabulary.names.levels.contains { name.has($0, at: 0) } }
        return names.count <= 4 && hasLevel[0] && !hasLevel.dropFirst().contains(true) && vocabulary.names.hosts.contains(names[0], before: names[0].count)
    }

    private func joined(_ a: Line, _ b: Line) -> Line {
        var passage = a.passage.trimmed(), block = a.block
        document.append(b.block.span, to: &passage)
        block.span.end = b.block.span.end
        return a.with(block: block, passage: passage.trimmed())
    }
}
