import FanganText

/// Makes a document of a manuscript: evens out its characters as in any other text, marks furniture by its form, and
/// leads the edit map through both steps back to the source.
enum ManuscriptAssembler {
    /// A manuscript with evened-out lines, one for each paragraph.
    struct Page {
        var text: CleanText
        /// Places of the paragraphs' lines in ``CleanText/lines``.
        var lines: [Int]
    }

    static func clean(_ manuscript: Manuscript) -> Page {
        var text = TextCleaner.clean(manuscript.bytes)
        text.edits = text.edits.through(manuscript.edits, count: text.bytes.count)
        return Page(text: text, lines: text.lines.indices.filter { !text.lines[$0].isBlank })
    }

    /// - Parameter paragraphs: the manuscript's, after the reader has decided what is furniture.
    static func draft(_ page: Page, _ paragraphs: [Manuscript.Paragraph]) -> Draft {
        page.text.bytes.withUnsafeBufferPointer { bytes in
            let byForm = roles(page, paragraphs, bytes)
            let joined = joined(page, paragraphs, byForm, bytes)
            let writer = ParagraphWriter(bytes: bytes, lines: page.text.lines, roles: byForm, layout: joined.layout)
            var draft = Draft(page.text)
            for (line, paragraph) in zip(page.lines, paragraphs) {
                if joined.inner.contains(line) { continue }
                if let group = joined.groups[line] {
                    writer.write(group, into: &draft)
                } else if case let .furniture(kind) = byForm[line] {
                    draft.add(page.text.lines[line], kind)
                } else {
                    draft.add(page.text.lines[line], cell: paragraph.cell, level: paragraph.headingLevel)
                    let marks = InnerPageMarks.spans(in: bytes, page.text.lines[line].range)
                    draft.furniture += marks.map { Furniture(span: $0, kind: .pageMark) }
                }
            }
            FlatBlocks.split(&draft)
            return draft
        }
    }

    /// Groups of several lines by their first, and all that stands between its ends.
    private struct Joined {
        var layout = LineLayout.ordinary
        var groups: [Int: [Int]] = [:]
        var inner: Set<Int> = []
    }

    /// A text with hard line ends that was pasted into Word, or into a page, has a paragraph for each line: those are joined as in plain text.
    private static func joined(_ page: Page, _ paragraphs: [Manuscript.Paragraph], _ byForm: [LineRole], _ bytes: UnsafeBufferPointer<UInt8>) -> Joined {
        var running = byForm
        for (line, paragraph) in zip(page.lines, paragraphs) where paragraph.cell != nil || paragraph.headingLevel != nil {
            running[line] = .furniture(.ornament)
        }
        var joined = Joined()
        joined.layout = LayoutDetector.layout(of: page.text.lines, roles: running, bytes: bytes)
        guard joined.layout != .ordinary else { return joined }
        let lines = WrappedLines(bytes: bytes, lines: page.text.lines, roles: running, layout: joined.layout)
        // A table or a heading ends a paragraph.
        for stretch in stretches(page, paragraphs) {
            for group in lines.groups(stretch) where group.count > 1 {
                guard let first = group.first, let last = group.last else { continue }
                joined.groups[first] = Array(group)
                joined.inner.formUnion(first + 1...last)
            }
        }
        return joined
    }

    /// Lines between those of tables and headings.
    private static func stretches(_ page: Page, _ paragraphs: [Manuscript.Paragraph]) -> [Range<Int>] {
        var stretches: [Range<Int>] = [], start = 0
        for (line, paragraph) in zip(page.lines, paragraphs) where paragraph.cell != nil || paragraph.headingLevel != nil {
            if start < line { stretches.append(start..<line) }
            start = line + 1
        }
        return start < page.text.lines.count ? stretches + [start..<page.text.lines.count] : stretches
    }

    /// What the reader says, else what the line's own form says; a table's cells are never furniture by their form.
    private static func roles(_ page: Page, _ paragraphs: [Manuscript.Paragraph], _ bytes: UnsafeBufferPointer<UInt8>) -> [LineRole] {
        var roles = FurnitureMarker.roles(bytes, page.text.lines)
        settle(&roles, page, paragraphs)
        roles = PageFurniture.roles(bytes, page.text.lines, roles, .ordinary)
        settle(&roles, page, paragraphs)
        return roles
    }

    private static func settle(_ roles: inout [LineRole], _ page: Page, _ paragraphs: [Manuscript.Paragraph]) {
        for (line, paragraph) in zip(page.lines, paragraphs) {
            if paragraph.cell != nil { roles[line] = .text }
            if let kind = paragraph.furniture { roles[line] = .furniture(kind) }
        }
    }
}

extension EditMap {
    /// This map goes from a text of `count` bytes to another one, `inner` from there to the source: both steps in one.
    func through(_ inner: EditMap, count: Int) -> EditMap {
        var result = EditMap()
        for (i, run) in runs.enumerated() {
            let length = (i + 1 < runs.count ? runs[i + 1].canonical : count) - run.canonical
            let stretch = Span(run.source, run.source + length)
            result.append(canonical: run.canonical, source: inner.sourceOffset(of: run.source))
            for step in inner.runs(in: stretch) {
                result.append(canonical: run.canonical + step.canonical - run.source, source: step.source)
            }
            for label in inner.generated(in: stretch) {
                let start = max(label.start, stretch.start), end = min(label.end, stretch.end)
                result.markGenerated(Span(run.canonical + start - run.source, run.canonical + end - run.source))
            }
        }
        return result
    }
}
