import FanganText

/// Parts a page into lines of running text and tables, from top to bottom.
enum PageLayout {
    /// - Parameter before: the last table of the page before, if it may go on here.
    static func elements(_ content: PageContent, page: Int, goingOn before: FlowTable? = nil) -> [FlowElement] {
        let grids = outermost(RuledGrid.grids(content.rules))
        var inGrid = [[Glyph]](repeating: [], count: grids.count)
        var free: [Glyph] = []
        for glyph in content.glyphs {
            let y = glyph.baseline - 0.35 * glyph.size
            if let index = grids.firstIndex(where: { $0.cell(x: glyph.middle, y: y) != nil }) { inGrid[index].append(glyph) } else { free.append(glyph) }
        }
        let ruled = zip(grids, inGrid).filter { !$1.isEmpty }.map { table($0, $1, page) }
        let aligned = aligned(free, content, grids, page, before)
        free = aligned.rest
        let tables = (ruled + aligned.tables).sorted { $0.box.top < $1.box.top }
        let boxes = tables.map(\.box)
        func lines(_ glyphs: [Glyph]) -> [VisualLine] { Footnotes.marked(BodyColumns.lines(glyphs, between: boxes, page: page, width: content.width), content, tables: boxes) }
        let found = lines(free), hasNotes = found.contains { $0.furniture != nil }
        return (hasNotes ? lines(Footnotes.withoutMarks(free)) : found).merged(with: tables)
    }

    /// Tables without rules at their sides. Templates have none.
    private static func aligned(_ glyphs: [Glyph], _ content: PageContent, _ grids: [RuledGrid], _ page: Int, _ before: FlowTable?) -> (tables: [FlowTable], rest: [Glyph]) {
        let separators = content.rules.filter { rule in
            rule.isHorizontal && rule.to - rule.from > 0.4 * content.width && !grids.contains { rule.at > $0.box.top - 1 && rule.at < $0.box.bottom + 1 }
        }.map(\.at)
        let (tables, rest) = AlignedTables(page: page, height: content.height, separators: separators).parted(glyphs.filter { !$0.isTemplate }, goingOn: before)
        return (tables, rest + glyphs.filter(\.isTemplate))
    }

    /// The table that a page ends with, but for what stands at its foot.
    static func last(_ elements: [FlowElement], height: Double) -> FlowTable? {
        for element in elements.reversed() {
            switch element {
            case let .table(table): return table
            case let .line(line): if line.baseline < 0.86 * height { return nil }
            }
        }
        return nil
    }

    /// Without boxes that stand in a cell.
    private static func outermost(_ grids: [RuledGrid]) -> [RuledGrid] {
        var kept: [RuledGrid] = []
        for grid in grids.prefix(200) where !kept.contains(where: { $0.box.contains(grid.box) }) { kept.append(grid) }
        return kept
    }

    private static func table(_ grid: RuledGrid, _ glyphs: [Glyph], _ page: Int) -> FlowTable {
        var perCell = [[Glyph]](repeating: [], count: grid.cells.count)
        for glyph in glyphs {
            if let cell = grid.cell(x: glyph.middle, y: glyph.baseline - 0.35 * glyph.size) { perCell[cell].append(glyph) }
        }
        var cells = zip(grid.cells, perCell).map { cell, glyphs in
            FlowTable.Cell(
                row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, box: grid.box(of: cell),
                lines: LineBuilder(page: page).lines(glyphs))
        }
        setBounds(&cells)
        return FlowTable(page: page, box: grid.box, columns: grid.columns, cells: cells, rows: grid.rows.count - 1)
    }

    /// Text is set between the rules less a margin that is the same all over the table.
    private static func setBounds(_ cells: inout [FlowTable.Cell]) {
        var margin = 6.0
        for cell in cells {
            for line in cell.lines { margin = min(margin, line.box.left - cell.box.left, cell.box.right - line.box.right + line.hang) }
        }
        margin = max(margin, 0)
        for c in cells.indices {
            for l in cells[c].lines.indices {
                cells[c].lines[l].leftBound = cells[c].box.left + margin
                cells[c].lines[l].rightBound = cells[c].box.right - margin
            }
        }
    }
}

private extension PageBox {
    func contains(_ other: PageBox) -> Bool {
        left <= other.left + 1 && top <= other.top + 1 && right >= other.right - 1 && bottom >= other.bottom - 1
    }
}

private extension [VisualLine] {
    /// Each table in front of the first line below its top edge that stands behind it.
    func merged(with tables: [FlowTable]) -> [FlowElement] {
        var elements: [FlowElement] = [], next = 0
        for line in self {
            while next < tables.count, tables[next].box.top < line.box.bottom, tables[next].box.bottom <= line.baseline {
                elements.append(.table(tables[next]))
                next += 1
            }
            elements.append(.line(line))
        }
        return elements + tables[next...].map { .table($0) }
    }
}
