/// Whether a text is written in Markdown.
enum MarkdownSigns {
    /// A file that is named `.md` is; another one if it has a heading that is no page mark, and bold text,
    /// a link or a table besides.
    static func isMarkdown(_ text: CleanText, isNamedMarkdown: Bool) -> Bool {
        if isNamedMarkdown { return true }
        return text.bytes.withUnsafeBufferPointer { bytes in
            let hasHeading = text.lines.contains { line in
                !line.isBlank && bytes[line.textStart] == 0x23 && MarkdownLine.heading(bytes, line.range) != nil
                    && !PageMark.matches(bytes, line.range)
            }
            return hasHeading && text.lines.contains { line in
                !line.isBlank && (MarkdownLine.isTableRule(bytes, line.range) || hasInlineMarks(bytes, line.range))
            }
        }
    }

    private static func hasInlineMarks(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var pairs = 0, i = range.lowerBound
        while i + 1 < range.upperBound {
            if b[i] == 0x2A, b[i + 1] == 0x2A { pairs += 1; i += 1 }
            if b[i] == 0x5D, b[i + 1] == 0x28 { return true }
            i += 1
        }
        return pairs >= 2
    }
}
