import FanganText

/// No-break spaces that an encoding did not have and that became question marks: `????示例市人民政府`. In front of a line they are an indent.
enum LostBlanks {
    /// Lines that must begin so; one may be damaged in another way.
    private static let fewest = 2

    /// Lets the lines begin behind them; returns what was passed over.
    static func take(from text: inout CleanText) -> [Furniture] {
        let begun = text.lines.indices.filter { !text.lines[$0].isBlank && text.bytes[text.lines[$0].textStart] == 0x3F }
        guard begun.count >= fewest else { return [] }
        var found: [Furniture] = []
        for i in begun {
            let line = text.lines[i]
            var at = line.textStart
            while at < line.end, text.bytes[at] == 0x3F || text.bytes[at] == 0x20 { at += 1 }
            guard at < line.end, mayBegin(text.bytes.withUnsafeBufferPointer { UTF8Scan.scalar($0, at: at).value }) else { continue }
            found.append(Furniture(span: Span(line.textStart, at), kind: .ornament))
            text.lines[i].indent += at - line.textStart
            // Blanks between them have no width.
            text.lines[i].width -= text.bytes[line.textStart..<at].count { $0 == 0x3F }
            text.lines[i].textStart = at
        }
        return found
    }

    private static func mayBegin(_ scalar: UInt32) -> Bool { Punctuation.isHan(scalar) || Punctuation.opens(scalar) || digitValue(scalar) != nil }
}
