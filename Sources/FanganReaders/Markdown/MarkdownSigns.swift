/// Whether a text is written in Markdown.
enum MarkdownSigns {
    /// A file that is named `.md` is; another one by two headings that are no page marks, two lines that begin in bold, the rule of a table, or
    /// one heading and bold text or a link besides. Two stars alone are placeholders: 20**年**月.
    static func isMarkdown(_ text: CleanText, isNamedMarkdown: Bool) -> Bool {
        if isNamedMarkdown { return true }
        return text.bytes.withUnsafeBufferPointer { bytes in
            var headings = 0, bold = 0
            for line in text.lines where !line.isBlank {
                if isHeading(bytes, line.range) { headings += 1 } else if beginsBold(bytes, line.range) { bold += 1 }
                if headings >= 2 || bold >= 2 || bytes[line.textStart] == 0x7C && MarkdownLine.isTableRule(bytes, line.range) { return true }
            }
            return headings > 0 && text.lines.contains { !$0.isBlank && (MarkdownLine.isTableRule(bytes, $0.range) || hasInlineMarks(bytes, $0.range)) }
        }
    }

    private static func isHeading(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        b[range.lowerBound] == 0x23 && MarkdownLine.heading(b, range) != nil && !PageMark.matches(b, range)
    }

    /// `**（一）明确责任。**加强统筹。`, `**(一)明确责任。**`, `**1.明确责任。**`
    private static func beginsBold(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 6, b[range.lowerBound] == 0x2A, b[range.lowerBound + 1] == 0x2A, case let first = b[range.lowerBound + 2], first >= 0x80 || first == 0x28 || (0x30...0x39).contains(first) else { return false }
        return (range.lowerBound + 4..<range.upperBound - 1).contains { b[$0] == 0x2A && b[$0 + 1] == 0x2A }
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
