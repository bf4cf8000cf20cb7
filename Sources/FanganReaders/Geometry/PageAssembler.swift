import FanganText

/// Makes the document of pages: lines, tables and furniture in reading order, then paragraphs.
struct PageAssembler {
    private var manuscript = Manuscript()
    private var lines: [VisualLine] = []
    /// Of running text, tables apart, in reading order; a table ends a stretch.
    private var plan: [PageDraft.Part] = []

    /// The document, and its text before paragraphs were joined.
    static func document(_ contents: [PageContent], source: SourceInfo) -> (document: SourceDocument, controls: Int) {
        var pages: [[FlowElement]] = []
        for (index, content) in contents.enumerated() {
            let before = pages.last.flatMap { PageLayout.last($0, height: contents[index - 1].height) }
            pages.append(PageLayout.elements(content, page: index + 1, goingOn: before))
        }
        pages = PageEdges.marked(pages, heights: contents.map(\.height))
        PageMargins.set(&pages, widths: contents.map(\.width))
        var assembler = PageAssembler()
        for element in TableContinuation.joined(pages) { assembler.take(element) }
        return assembler.finish(source)
    }

    // MARK: Writing down

    private mutating func take(_ element: FlowElement) {
        switch element {
        case let .line(line):
            guard let index = write(line) else { return }
            if case var .text(members)? = plan.last {
                plan.removeLast()
                members.append(index)
                plan.append(.text(members))
            } else {
                plan.append(.text([index]))
            }
        case let .table(table):
            take(table)
        }
    }

    private mutating func take(_ table: FlowTable) {
        var written: [(cell: Int, lines: [Int])] = [], after = 0
        var trailing: [Int] = []
        for (number, cell) in table.cells.enumerated().sorted(by: { ($0.element.row, $0.element.column, $0.offset) < ($1.element.row, $1.element.column, $1.offset) }) {
            while after < table.furniture.count, table.furniture[after].beforeRow <= cell.row {
                if let index = write(table.furniture[after].line) { written.append((-1, [index])) }
                after += 1
            }
            written.append((number, cell.lines.compactMap { write($0) }))
        }
        for (_, line) in table.furniture[after...] { if let index = write(line) { trailing.append(index) } }
        plan.append(.table(table, cells: written))
        if !trailing.isEmpty { plan.append(.text(trailing)) }
    }

    /// The number of the line, nil if it has no text.
    private mutating func write(_ line: VisualLine) -> Int? {
        let indent = line.furniture == nil ? (line.box.left - line.leftBound) / max(line.size, 1) * 2 : 0
        for _ in 0..<Int(min(max(indent, 0) + 0.3, 60)) { manuscript.addBlank(source: manuscript.bytes.count) }
        line.text.withUnsafeBufferPointer { manuscript.add($0, source: manuscript.bytes.count) }
        guard manuscript.end(Manuscript.Paragraph(), source: manuscript.bytes.count) else { return nil }
        lines.append(line)
        return lines.count - 1
    }

    // MARK: Paragraphs

    private func finish(_ source: SourceInfo) -> (document: SourceDocument, controls: Int) {
        let clean = ManuscriptAssembler.clean(manuscript)
        let draft = clean.text.bytes.withUnsafeBufferPointer { bytes in
            PageDraft(lines: lines, clean: clean, bytes: bytes).draft(plan)
        }
        return (DraftAssembler.finish(draft, source: source), clean.text.controls)
    }
}
