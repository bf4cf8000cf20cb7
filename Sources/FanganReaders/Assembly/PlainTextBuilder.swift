import FanganText

/// Makes the blocks of a plain text: furniture, then tables, then paragraphs by the document's line layout.
struct PlainTextBuilder {
    private let text: CleanText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let roles: [LineRole]
    private let layout: LineLayout
    private var draft: Draft

    static func draft(of text: CleanText) -> Draft {
        text.bytes.withUnsafeBufferPointer { bytes in
            var builder = PlainTextBuilder(text, bytes)
            builder.build()
            return builder.draft
        }
    }

    private init(_ text: CleanText, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
        let byForm = FurnitureMarker.roles(bytes, text.lines)
        layout = LayoutDetector.layout(of: text.lines, roles: byForm, bytes: bytes)
        roles = PageFurniture.roles(bytes, text.lines, byForm, layout)
        draft = Draft(text)
    }

    private var writer: ParagraphWriter { ParagraphWriter(bytes: bytes, lines: text.lines, roles: roles, layout: layout) }

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
        let facts = facts(range)
        let groups: [[Int]]
        switch layout {
        case .ordinary: groups = range.filter { roles[$0] == .text }.map { [$0] }
        case let .cut(width): groups = uncut(facts, width)
        case let .justified(columns): groups = unjustified(facts, text.lines, columns)
        case let .cutJustified(width, columns): groups = unjustified(uncut(facts, width), columns)
        }
        writeParagraphs(groups, range)
    }

    private func uncut(_ facts: [LineFacts], _ width: Int) -> [[Int]] {
        var joiner = CutJoiner(width: width, facts: facts)
        return grouped(facts) { joiner.joins($0) }
    }

    private func unjustified(_ facts: [LineFacts], _ lines: [TextLine], _ columns: Int) -> [[Int]] {
        var joiner = JustifiedJoiner(columns: columns, facts: facts, lines: lines, bytes: bytes)
        return grouped(facts) { joiner.joins($0) }
    }

    /// The same for lines that were cut first: each group of pieces is taken as one line.
    private func unjustified(_ pieces: [[Int]], _ columns: Int) -> [[Int]] {
        var lines: [TextLine] = [], facts: [LineFacts] = []
        var before: Int?
        for group in pieces {
            guard let first = group.first, let last = group.last else { continue }
            var line = text.lines[first]
            line.end = text.lines[last].end
            line.width = group.reduce(0) { $0 + text.lines[$1].width }
            let between = (before.map { $0 + 1 } ?? first)..<first
            facts.append(LineFacts(
                line, index: lines.count, followsGap: isGap(between), followsFurniture: hasFurniture(between), bytes: bytes))
            lines.append(line)
            before = last
        }
        return unjustified(facts, lines, columns).map { $0.flatMap { pieces[$0] } }
    }

    private func hasFurniture(_ range: Range<Int>) -> Bool { range.contains { roles[$0] != .blank && roles[$0] != .text } }
    private func isGap(_ range: Range<Int>) -> Bool { !range.isEmpty && !hasFurniture(range) }

    private func facts(_ range: Range<Int>) -> [LineFacts] {
        var facts: [LineFacts] = []
        if layout == .ordinary { return [] }
        var before = range.lowerBound
        for i in range where roles[i] == .text {
            let between = before..<i
            facts.append(LineFacts(
                text.lines[i], index: i, followsGap: isGap(between), followsFurniture: hasFurniture(between), bytes: bytes))
            before = i + 1
        }
        return facts
    }

    private func grouped(_ facts: [LineFacts], joins: (Int) -> Bool) -> [[Int]] {
        var groups: [[Int]] = []
        for i in facts.indices {
            if i > 0, joins(i) { groups[groups.count - 1].append(facts[i].line) } else { groups.append([facts[i].line]) }
        }
        return groups
    }

    /// Paragraphs in order, and the furniture that lies in none of them.
    private mutating func writeParagraphs(_ groups: [[Int]], _ range: Range<Int>) {
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
        case let .tabs(table):
            for cell in table.cells { addCell(cell, number) }
        case let .tsv(table):
            let finder = TSVTableFinder(bytes: bytes, lines: text.lines, roles: roles, cut: layout.cut)
            var row = 0, i = table.lines.lowerBound
            while i < table.lines.upperBound {
                let end = min(finder.rowEnd(i), table.lines.upperBound)
                if roles[i] == .text {
                    addRow(i..<end, CellPosition(table: number, row: row, column: 0), columns: table.columns)
                    row += 1
                }
                i = end
            }
        }
    }

    private mutating func addCell(_ cell: TabTable.Cell, _ number: Int) {
        let position = CellPosition(table: number, row: cell.row, column: cell.column)
        let members = cell.lines.filter { roles[$0] == .text }
        var groups: [[Int]] = []
        if let joins = ShortCell(bytes: bytes).joins(members.map { text.lines[$0] }) {
            for (k, i) in members.enumerated() {
                if k > 0, joins[k - 1] { groups[groups.count - 1].append(i) } else { groups.append([i]) }
            }
        } else {
            groups = cellParagraphs(cell.lines)
        }
        var at = cell.lines.lowerBound
        for group in groups {
            addFurniture(at..<(group.first ?? at))
            writer.write(group, cell: position, into: &draft)
            at = (group.last ?? at) + 1
        }
        addFurniture(at..<cell.lines.upperBound)
    }

    private func cellParagraphs(_ range: Range<Int>) -> [[Int]] {
        guard let width = layout.cut else { return range.filter { roles[$0] == .text }.map { [$0] } }
        return uncut(facts(range), width)
    }

    /// A row in one line, or in several that it was cut into.
    private mutating func addRow(_ pieces: Range<Int>, _ row: CellPosition, columns: Int) {
        var column = 0
        // Tabs in front of a full row stand for no empty cells.
        let isIndented = pieces.reduce(1) { $0 + text.lines[$1].innerTabs } == columns
        for i in pieces {
            let line = text.lines[i]
            var start = i == pieces.lowerBound && isIndented ? line.textStart : line.start
            var goesOn = i > pieces.lowerBound && line.textStart == line.start
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
        }
    }
}
