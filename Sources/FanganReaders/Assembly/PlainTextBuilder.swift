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
        let regions = TableRegions.find(bytes, text.lines, roles)
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
        var members: [[Int]] = []
        switch layout {
        case .ordinary:
            for i in range { addLine(i) }
            return
        case let .cut(width):
            let facts = facts(range)
            let joiner = CutJoiner(width: width, facts: facts, bytes: bytes)
            members = grouped(facts) { joiner.joins($0) }
        case let .justified(columns):
            let facts = facts(range)
            var joiner = JustifiedJoiner(columns: columns, facts: facts, lines: text.lines, bytes: bytes)
            members = grouped(facts) { joiner.joins($0) }
        }
        writeParagraphs(members, range)
    }

    private mutating func addLine(_ i: Int) {
        let line = text.lines[i]
        switch roles[i] {
        case .blank: return
        case let .furniture(kind): draft.add(line, kind)
        case .text:
            guard FlatText.isFlat(line, in: text) else {
                writer.write([i], into: &draft)
                return
            }
            let spans = FlatSplitter.split(bytes, line.range)
            for span in spans { draft.add(line, span: span) }
            draft.split += spans.count
            for mark in InnerPageMarks.spans(in: bytes, line.range) { draft.furniture.append(Furniture(span: mark, kind: .pageMark)) }
        }
    }

    private func facts(_ range: Range<Int>) -> [LineFacts] {
        var facts: [LineFacts] = []
        var sawBlank = false, sawFurniture = false
        for i in range {
            switch roles[i] {
            case .blank: sawBlank = true
            case .furniture: sawFurniture = true
            case .text:
                facts.append(LineFacts(
                    text.lines[i], index: i, followsGap: sawBlank && !sawFurniture, followsFurniture: sawFurniture, bytes: bytes))
                sawBlank = false
                sawFurniture = false
            }
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
        for group in groups {
            guard let first = group.first, let last = group.last else { continue }
            addFurniture(at..<first)
            writer.write(group, into: &draft)
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
            var row = 0
            for i in table.lines where roles[i] == .text {
                addRow(i, CellPosition(table: number, row: row, column: 0))
                row += 1
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
        let facts = facts(range)
        guard case let .cut(width) = layout else { return facts.map { [$0.line] } }
        let joiner = CutJoiner(width: width, facts: facts, bytes: bytes)
        return grouped(facts) { joiner.joins($0) }
    }

    private mutating func addRow(_ i: Int, _ row: CellPosition) {
        let line = text.lines[i]
        var column = 0
        var start = line.start
        for at in line.start...line.end where at == line.end || bytes[at] == 0x09 {
            var from = start, to = at
            while from < to, bytes[from] == 0x20 { from += 1 }
            while to > from, bytes[to - 1] == 0x20 { to -= 1 }
            if from < to {
                draft.blocks.append(Block(span: Span(from, to), cell: CellPosition(table: row.table, row: row.row, column: column)))
            }
            column += 1
            start = at + 1
        }
    }
}
