import FanganOutline
import FanganText

/// The stretches of the text that are of no item, so that parts and items together cover every character.
enum Cover {
    /// Outline parts, furniture, and the blanks between that lie in no item.
    static func parts(_ outline: Outline, _ document: SourceDocument, _ index: ScalarIndex) -> [DocumentPart] {
        var stretches = outline.parts.map { ($0.kind.rawValue, $0.span) } + document.furniture.map { ($0.kind.rawValue, $0.span) }
        stretches.sort { $0.1 < $1.1 }
        var covered = stretches.map(\.1)
        for i in outline.items.indices where outline.items[i].parent == nil { covered.append(outline.items[i].span) }
        let taken = merged(covered)
        var at = 0
        for span in taken + [Span(document.text.count, document.text.count)] {
            // Anything but blanks in a gap is text that no stage took: it stays a gap, and the check of the graph finds it.
            if span.start > at, document.text.bytes[at..<span.start].allSatisfy({ $0 <= 0x20 }) { stretches.append(("blank", Span(at, span.start))) }
            at = max(at, span.end)
        }
        stretches.sort { $0.1 < $1.1 }
        return stretches.filter { !$0.1.isEmpty }.map {
            DocumentPart(kind: $0.0, span: ScalarSpan(index.scalarOffset(ofByte: $0.1.start), index.scalarOffset(ofByte: $0.1.end)))
        }
    }

    private static func merged(_ spans: [Span]) -> [Span] {
        var result: [Span] = []
        for span in spans.sorted() where !span.isEmpty {
            if let last = result.last, span.start <= last.end { result[result.count - 1].end = max(last.end, span.end) }
            else { result.append(span) }
        }
        return result
    }
}
