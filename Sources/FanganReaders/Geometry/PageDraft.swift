import FanganText

/// Joins the written lines of pages to paragraphs and puts them into a draft, with the place of each on its pages.
struct PageDraft {
    enum Part {
        /// Lines of running text, and furniture.
        case text([Int])
        /// Cells by their number in the table in the order they are written; -1 for furniture between rows.
        case table(FlowTable, cells: [(cell: Int, lines: [Int])])
    }

    private let lines: [VisualLine]
    private let clean: ManuscriptAssembler.Page
    private let bytes: UnsafeBufferPointer<UInt8>
    private let roles: [LineRole]
    private let writer: ParagraphWriter

    init(lines: [VisualLine], clean: ManuscriptAssembler.Page, bytes: UnsafeBufferPointer<UInt8>) {
        self.lines = lines
        self.clean = clean
        self.bytes = bytes
        var roles = FurnitureMarker.roles(bytes, clean.text.lines)
        for i in roles.indices where roles[i] == .text && LineForm.isPrinted(bytes, clean.text.lines[i].range) { roles[i] = .furniture(.runningHead) }
        for (line, place) in zip(lines, clean.lines) { if let kind = line.furniture { roles[place] = .furniture(kind) } }
        self.roles = roles
        writer = ParagraphWriter(bytes: bytes, lines: clean.text.lines, roles: roles, layout: .ordinary)
    }

    func draft(_ parts: [Part]) -> Draft {
        var roles = roles
        for case let .table(_, cells) in parts {
            // A cell is never furniture by its form.
            for cell in cells where cell.cell >= 0 { for i in cell.lines { roles[clean.lines[i]] = .text } }
        }
        let positions = Self.positions(parts)
        let joiner = PageJoiner(lines: lines, facts: facts(roles), running: running(parts, roles))
        var draft = Draft(clean.text)
        var table = 0
        for part in parts {
            switch part {
            case let .text(members): add(members, roles, joiner, &draft)
            case let .table(_, cells):
                add(cells, positions[table], roles, joiner, &draft)
                table += 1
            }
        }
        return draft
    }

    private func running(_ parts: [Part], _ roles: [LineRole]) -> [Int] {
        parts.flatMap { part -> [Int] in
            if case let .text(members) = part { return members.filter { roles[clean.lines[$0]] == .text } }
            return []
        }
    }

    private func facts(_ roles: [LineRole]) -> [LineFacts?] {
        lines.indices.map { i in
            let place = clean.lines[i]
            guard roles[place] == .text else { return nil }
            return LineFacts(clean.text.lines[place], index: place, followsGap: false, followsFurniture: false, bytes: bytes)
        }
    }

    // MARK: Running text

    private func add(_ members: [Int], _ roles: [LineRole], _ joiner: PageJoiner, _ draft: inout Draft) {
        var next = 0
        for group in joiner.paragraphs(members.filter { roles[clean.lines[$0]] == .text }) {
            guard let first = group.first, let last = group.last else { continue }
            while next < members.count, members[next] < first { addFurniture(members[next], roles, &draft); next += 1 }
            write(group, nil, &draft)
            while next < members.count, members[next] <= last { next += 1 }
        }
        for i in members[min(next, members.count)...] { addFurniture(i, roles, &draft) }
    }

    private func addFurniture(_ i: Int, _ roles: [LineRole], _ draft: inout Draft) {
        if case let .furniture(kind) = roles[clean.lines[i]] { draft.add(clean.text.lines[clean.lines[i]], kind) }
    }

    private func write(_ group: [Int], _ cell: CellPosition?, _ draft: inout Draft) {
        writer.write(group.map { clean.lines[$0] }, cell: cell, into: &draft)
        guard let block = draft.blocks.indices.last else { return }
        var places: [PagePlace] = []
        for i in group {
            if var last = places.last, last.page == lines[i].page {
                last.box = last.box.union(lines[i].box)
                places[places.count - 1] = last
            } else {
                places.append(lines[i].place)
            }
        }
        draft.blocks[block].places = places
    }

    // MARK: Tables

    private func add(
        _ cells: [(cell: Int, lines: [Int])], _ positions: [CellPosition?], _ roles: [LineRole], _ joiner: PageJoiner, _ draft: inout Draft
    ) {
        for (cell, members) in cells {
            if cell < 0 {
                for i in members { addFurniture(i, roles, &draft) }
                continue
            }
            let names = ShortCell(bytes: bytes).joins(members.map { clean.text.lines[clean.lines[$0]] })
            for group in joiner.paragraphs(ofCell: members, names: names) { write(group, positions[cell], &draft) }
        }
    }

    /// For each table the places of its cells; nil for those of a frame.
    private static func positions(_ parts: [Part]) -> [[CellPosition?]] {
        var grid = GridTables()
        var sizes: [Int] = []
        for case let .table(table, cells) in parts {
            var counts = [Int](repeating: 0, count: table.cells.count)
            for cell in cells where cell.cell >= 0 { counts[cell.cell] = cell.lines.count }
            grid.tables.append(GridTables.Table(cell: -1, paragraphs: 0..<counts.reduce(0, +), rows: table.rows))
            for (cell, count) in zip(table.cells, counts) {
                grid.cells.append(GridTables.Cell(
                    table: grid.tables.count - 1, row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, paragraphs: 0..<count))
            }
            sizes.append(counts.count)
        }
        let all = grid.positions(of: Array(grid.cells.indices), .outerCounts)
        var start = 0
        return sizes.map { size in
            defer { start += size }
            return Array(all[start..<start + size])
        }
    }
}
