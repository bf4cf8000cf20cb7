import FanganText

/// Makes the blocks of a Markdown text: one paragraph per line, headings with their level, tables as cells.
/// The marks are cut out of the canonical text; rules and the crawler's head lines stay, as furniture.
struct MarkdownBuilder {
    private let text: CleanText
    private let bytes: UnsafeBufferPointer<UInt8>
    private let roles: [LineRole]
    private var draft: Draft
    private var tables = 0
    private let wrapped: MarkdownWrapping

    static func draft(of text: CleanText) -> Draft {
        text.bytes.withUnsafeBufferPointer { bytes in
            var builder = MarkdownBuilder(text, bytes)
            builder.build()
            FlatBlocks.split(&builder.draft)
            return builder.draft
        }
    }

    private init(_ text: CleanText, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
        roles = MarkdownFurniture.roles(bytes, text.lines)
        wrapped = MarkdownWrapping(bytes, text.lines, roles)
        draft = Draft(text)
    }

    private mutating func build() {
        var i = 0
        while i < text.lines.count {
            let rows = tableRows(from: i)
            if rows > 0 {
                addTable(i..<(i + rows))
                i += rows
            } else if let paragraph = wrapped.paragraphs[i] {
                add(paragraph)
                i = (paragraph.last ?? i) + 1
            } else {
                addLine(i)
                i += 1
            }
        }
    }

    /// A paragraph of several lines: their marks and line ends are cut out.
    private mutating func add(_ paragraph: [Int]) {
        var start: Int?, end = 0
        for (k, i) in paragraph.enumerated() {
            let line = text.lines[i], from = MarkdownLine.content(bytes, line.range)
            if from > line.textStart { draft.cuts.append(Cut(span: Span(line.textStart, from))) }
            let cuts = MarkdownInline.cuts(bytes, from..<line.end)
            draft.cuts += cuts
            if let span = trimmed(from, line.end, cuts) { (start, end) = (start ?? span.start, span.end) }
            for mark in InnerPageMarks.spans(in: bytes, from..<line.end) { draft.furniture.append(Furniture(span: mark, kind: .pageMark)) }
            if k + 1 < paragraph.count { wrapped.writer.close(i, paragraph[k + 1], &draft) }
        }
        if let start, start < end { draft.blocks.append(Block(span: Span(start, end), indent: text.lines[paragraph[0]].indent)) }
    }

    private mutating func addLine(_ i: Int) {
        let line = text.lines[i]
        switch roles[i] {
        case .blank: return
        case let .furniture(kind): draft.add(line, kind)
        case .text:
            if let (level, start) = MarkdownLine.heading(bytes, line.range), start < line.end {
                addText(line, start..<headingEnd(start, line.end), level)
            } else {
                addText(line, MarkdownLine.content(bytes, line.range)..<line.end, nil)
            }
        }
    }

    /// A line's text without the marks in front of it (and, for a heading, behind it).
    private mutating func addText(_ line: TextLine, _ content: Range<Int>, _ level: Int?) {
        if content.lowerBound > line.textStart { draft.cuts.append(Cut(span: Span(line.textStart, content.lowerBound))) }
        let cuts = MarkdownInline.cuts(bytes, content)
        draft.cuts += cuts
        if content.upperBound < line.end { draft.cuts.append(Cut(span: Span(content.upperBound, line.end))) }
        let isEmpty = cuts.reduce(0) { $0 + $1.span.count } >= content.count
        if !isEmpty { addPieces(content, cuts, indent: line.indent, level: level) }
        for mark in InnerPageMarks.spans(in: bytes, content) { draft.furniture.append(Furniture(span: mark, kind: .pageMark)) }
    }

    /// One block per piece between `<br>`.
    private mutating func addPieces(_ content: Range<Int>, _ cuts: [Cut], cell: CellPosition? = nil, indent: Int = 0, level: Int? = nil) {
        var start = content.lowerBound
        var inner: [Cut] = []
        func add(to end: Int) {
            if let span = trimmed(start, end, inner) {
                draft.blocks.append(Block(span: span, cell: cell, indent: indent, headingLevel: level))
            }
            inner = []
        }
        for cut in cuts {
            guard cut.replacement == 0x0A else { inner.append(cut); continue }
            add(to: cut.span.start)
            start = cut.span.end
        }
        add(to: content.upperBound)
    }

    /// The stretch without blanks and cuts at its ends; nil if nothing is left.
    private func trimmed(_ start: Int, _ end: Int, _ cuts: [Cut]) -> Span? {
        var from = start, to = end
        for cut in cuts {
            from = MarkdownLine.skipBlanks(bytes, from, to)
            if cut.span.start == from { from = cut.span.end }
        }
        from = MarkdownLine.skipBlanks(bytes, from, to)
        for cut in cuts.reversed() where cut.span.start >= from {
            while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
            if cut.span.end == to { to = cut.span.start }
        }
        while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
        return from < to ? Span(from, to) : nil
    }

    /// Without the closing `#` of `## heading ##`.
    private func headingEnd(_ start: Int, _ end: Int) -> Int {
        var i = end
        while i > start, bytes[i - 1] == 0x23 { i -= 1 }
        guard i < end, i > start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 else { return end }
        while i > start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 { i -= 1 }
        return i > start ? i : end
    }

    // MARK: Tables

    /// Lines of the table that begins here: a row, a rule of as many cells, more rows; 0 if none does.
    private func tableRows(from i: Int) -> Int {
        let lines = text.lines
        guard i + 1 < lines.count, roles[i] != .blank, MarkdownLine.isTableRule(bytes, lines[i + 1].range), case let columns = MarkdownLine.cells(bytes, lines[i].range),
              columns > 0, bytes[lines[i].textStart] == 0x7C || MarkdownLine.cells(bytes, lines[i + 1].range) == columns else { return 0 }
        var end = i + 2
        while end < lines.count, MarkdownLine.cells(bytes, lines[end].range) > 0 { end += 1 }
        return end - i
    }

    private mutating func addTable(_ range: Range<Int>) {
        var row = 0
        for i in range {
            if MarkdownLine.isTableRule(bytes, text.lines[i].range) {
                draft.add(text.lines[i], .ornament)
            } else {
                addRow(text.lines[i], row)
                row += 1
            }
        }
        tables += 1
    }

    /// Bars become tabs, the outer ones nothing.
    private mutating func addRow(_ line: TextLine, _ row: Int) {
        var column = 0
        var start = line.textStart
        if bytes[start] == 0x7C {
            start += 1
            draft.cuts.append(Cut(span: Span(line.textStart, start)))
        }
        for at in start...line.end where at == line.end || bytes[at] == 0x7C && (at == line.start || bytes[at - 1] != 0x5C) {
            if at == line.end, start == at { break }
            let cuts = MarkdownInline.cuts(bytes, start..<at)
            draft.cuts += cuts
            addPieces(start..<at, cuts, cell: CellPosition(table: tables, row: row, column: column))
            if at < line.end { draft.cuts.append(Cut(span: Span(at, at + 1), replacement: at + 1 == line.end ? nil : 0x09)) }
            column += 1
            start = at + 1
        }
    }
}
