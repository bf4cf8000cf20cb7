import FanganText

/// Makes the blocks of a plain text: furniture, then tables, then paragraphs by the document's line layout.
struct PlainTextBuilder {
    private let text: CleanText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let roles: [LineRole]
    private let layout: LineLayout
    private var draft: Draft

    static func draft(of text: CleanText) -> Draft {
        var text = text
        let lost = LostBlanks.take(from: &text)
        let spaced = SpacedLines.part(&text)
        return text.bytes.withUnsafeBufferPointer { bytes in
            var builder = PlainTextBuilder(text, bytes)
            builder.build()
            builder.draft.furniture += lost
            builder.draft.spaced = spaced
            return builder.draft
        }
    }

    private init(_ text: CleanText, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
        var byForm = FurnitureMarker.roles(bytes, text.lines)
        for i in text.lines.indices where byForm[i] == .text && LineForm.isCopied(bytes, text.lines[i].range) { byForm[i] = .furniture(.webChrome) }
        let catalogue = CatalogueLines(bytes, text.lines)
        for i in catalogue.lines { byForm[i] = .furniture(.catalogue) }
        layout = LayoutDetector.layout(of: text.lines, roles: byForm, bytes: bytes)
        roles = PageFurniture.roles(bytes, text.lines, byForm, layout)
        writer = ParagraphWriter(bytes: bytes, lines: text.lines, roles: roles, layout: layout)
        draft = Draft(text)
        draft.facts = catalogue.facts
        draft.blocks.reserveCapacity(text.lines.count)
    }

    private let writer: ParagraphWriter

    private mutating func build() {
        let regions = TableRegions.find(bytes, text.lines, roles, cut: layout.cut)
        var at = 0
        for (number, region) in regions.enumerated() {
            addText(at..<region.lines.lowerBound)
            addTable(region, number)
            at = region.lines.upperBound
        }
        addText(at..<text.lines.count)
    }

    // MARK: Running text

    private mutating func addText(_ range: Range<Int>) {
        writeParagraphs(wrapped.groups(range), range)
    }

    private var wrapped: WrappedLines { WrappedLines(bytes: bytes, lines: text.lines, roles: roles, layout: layout) }

    /// Paragraphs in order, and the furniture that lies in none of them.
    private mutating func writeParagraphs(_ groups: LineGroups, _ range: Range<Int>) {
        // One copy for all, beside the draft that it writes into.
        let writer = writer
        var at = range.lowerBound
        for (group, isFlat) in zip(groups, FlatText.flat(groups, in: text)) {
            guard let first = group.first, let last = group.last else { continue }
            addFurniture(at..<first)
            if isFlat { writer.writeFlat(group, into: &draft) } else { writer.write(group, into: &draft) }
            at = last + 1
        }
        addFurniture(at..<range.upperBound)
    }

    private mutating func addFurniture(_ range: Range<Int>) {
        for i in range { if case let .furniture(kind) = roles[i] { draft.add(text.lines[i], kind) } }
    }

    // MARK: Tables

    private mutating func addTable(_ region: TableRegions.Region, _ number: Int) {
        switch region {
        case let .delimited(table):
            for cell in table.cells {
                for piece in cell.pieces { draft.blocks.append(Block(span: piece, cell: CellPosition(table: number, row: cell.row, column: cell.column))) }
            }
            draft.cuts += table.cuts
        case let .tabs(table):
            let writer = writer
            for cell in table.cells { addCell(cell, number, writer) }
        case let .tsv(table):
            for (row, lines) in table.rows.enumerated() { addRow(lines, CellPosition(table: number, row: row, column: 0), columns: table.columns) }
        }
    }

    private mutating func addCell(_ cell: TabTable.Cell, _ number: Int, _ writer: ParagraphWriter) {
        let position = CellPosition(table: number, row: cell.row, column: cell.column)
        // Nearly every cell is one line.
        if cell.lines.count == 1, let line = cell.lines.first {
            if roles[line] == .text { writer.write(CollectionOfOne(line), cell: position, into: &draft) } else { addFurniture(cell.lines) }
            return
        }
        let members = cell.lines.filter { roles[$0] == .text }
        var groups = LineGroups()
        if let joins = ShortCell(bytes: bytes).joins(members.map { text.lines[$0] }) {
            for (k, i) in members.enumerated() { groups.append(CollectionOfOne(i), joins: k > 0 && joins[k - 1]) }
        } else {
            groups = wrapped.cutGroups(cell.lines)
        }
        var at = cell.lines.lowerBound
        for group in groups {
            addFurniture(at..<(group.first ?? at))
            writer.write(group, cell: position, into: &draft)
            at = (group.last ?? at) + 1
        }
        addFurniture(at..<cell.lines.upperBound)
    }

    /// A row in one line, in several that it was cut into, or in several paragraphs of its cells.
    private mutating func addRow(_ pieces: Range<Int>, _ row: CellPosition, columns: Int) {
        var column = 0
        // Tabs in front of a full row stand for no empty cells.
        let isIndented = pieces.reduce(1) { $0 + text.lines[$1].innerTabs } == columns
        for i in pieces {
            let line = text.lines[i]
            var start = i == pieces.lowerBound && isIndented ? line.textStart : line.start
            var goesOn = i > pieces.lowerBound && line.textStart == line.start && layout.cut == text.lines[i - 1].rawCount && text.lines[i - 1].trailingTabs == 0
            for at in start...line.end where at == line.end || bytes[at] == 0x09 {
                var from = start, to = at
                while from < to, bytes[from] == 0x20 { from += 1 }
                while to > from, bytes[to - 1] == 0x20 { to -= 1 }
                if from < to, goesOn, let before = draft.blocks.last?.span.end, before == text.lines[i - 1].end {
                    draft.cuts.append(Cut(span: Span(before, from), replacement: nil))
                    draft.joined += 1
                    draft.blocks[draft.blocks.count - 1].span = Span(draft.blocks[draft.blocks.count - 1].span.start, to)
                } else if from < to {
                    draft.blocks.append(Block(span: Span(from, to), cell: CellPosition(table: row.table, row: row.row, column: column)))
                }
                goesOn = false
                if at < line.end { column += 1 }
                start = at + 1
            }
            column += line.trailingTabs
        }
    }
}
