import FanganText

/// The lines of an item, in the order in which it is read.
extension OutlineItem {
    /// Its first line, without the label.
    mutating func begin(with line: Line, length: Int) {
        let p = line.passage
        passage = length == 0 ? p : p.part(min(length, p.count)..<p.count)
        paragraphs = [0..<passage.count]
        ownSpans = [line.block.span]
        span = Span(label.span.start, line.block.span.end)
    }

    /// - Parameter joined: the line goes on inside the paragraph before it (a narrow column broke it).
    mutating func append(_ line: Line, in document: SourceDocument, joined: Bool = false) {
        append(line.block.span, in: document, joined: joined)
    }

    mutating func append(_ span: Span, in document: SourceDocument, joined: Bool = false) {
        // A bracket that is still open goes on in the next line: `（乡应急办牵` ⏎ `头，乡派出所配合）`
        let goesOn = joined || paragraphs.last.map { Self.hasOpenBracket(passage, $0) } ?? false
        if !goesOn, passage.count > 0 { passage.appendBreak(at: ownSpans.last?.end ?? span.start) }
        let start = passage.count
        document.append(span, to: &passage)
        if goesOn, let last = paragraphs.popLast() { paragraphs.append(last.lowerBound..<passage.count) }
        else { paragraphs.append(start..<passage.count) }
        ownSpans.append(span)
        self.span.end = max(self.span.end, span.end)
    }

    /// Whether a paragraph ends inside a bracket that it opened near its end.
    private static func hasOpenBracket(_ p: Passage, _ range: Range<Int>) -> Bool {
        var depth = 0
        for i in range.suffix(120) {
            switch p.scalars[i] {
            case 0x28, 0xFF08, 0x3014, 0x3010: depth += 1
            case 0x29, 0xFF09, 0x3015, 0x3011: depth = max(0, depth - 1)
            default: break
            }
        }
        return depth > 0
    }
}
