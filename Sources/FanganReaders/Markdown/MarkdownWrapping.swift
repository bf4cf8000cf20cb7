import FanganText

/// Paragraphs of a Markdown text that were broken after a number of characters, as in a plain text: the lines are compared without their marks.
struct MarkdownWrapping {
    /// The lines of each paragraph of several lines, by its first.
    private(set) var paragraphs: [Int: [Int]] = [:]
    let writer: ParagraphWriter

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole]) {
        var running = roles, bare = lines, stretches: [Range<Int>] = [], start = 0
        for i in lines.indices where roles[i] == .text {
            let line = lines[i]
            // A heading or a row of a table is a paragraph; a sign in front begins one.
            if MarkdownLine.heading(bytes, line.range) != nil || MarkdownLine.cells(bytes, line.range) > 1 {
                running[i] = .furniture(.ornament)
                stretches.append(start..<i)
                start = i + 1
            } else if MarkdownLine.content(bytes, line.range) > line.textStart {
                stretches.append(start..<i)
                start = i
            }
            bare[i] = Self.bare(line, bytes)
        }
        stretches.append(start..<lines.count)
        let layout = LayoutDetector.layout(of: bare, roles: running, bytes: bytes)
        writer = ParagraphWriter(bytes: bytes, lines: lines, roles: roles, layout: layout)
        guard layout != .ordinary else { return }
        let wrapped = WrappedLines(bytes: bytes, lines: bare, roles: running, layout: layout)
        for stretch in stretches where stretch.count > 1 {
            for group in wrapped.groups(stretch) where group.count > 1 {
                guard let first = group.first, !group.contains(where: { Self.breaks(bytes, lines[$0].range) }) else { continue }
                paragraphs[first] = Array(group)
            }
        }
    }

    /// A line without the signs in front of it and the stars and backticks at its ends.
    private static func bare(_ line: TextLine, _ b: UnsafeBufferPointer<UInt8>) -> TextLine {
        var bare = line
        bare.textStart = MarkdownLine.content(b, line.range)
        while bare.textStart + 1 < bare.end, isMark(b[bare.textStart]) { bare.textStart += 1 }
        while bare.end > bare.textStart + 1, isMark(b[bare.end - 1]) { bare.end -= 1 }
        // Blanks are no columns; those behind a sign may not have been counted.
        bare.rawCount = max(0, bare.rawCount - (line.range.count - bare.range.count))
        bare.width = max(0, bare.width - b[line.textStart..<bare.textStart].count { $0 != 0x20 && $0 != 0x09 } - (line.end - bare.end))
        return bare
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x60 }

    /// Holds a `<br>`.
    private static func breaks(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        MarkdownInline.cuts(b, range).contains { $0.replacement == 0x0A }
    }
}
