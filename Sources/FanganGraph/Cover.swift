import FanganOutline
import FanganText

/// The stretches of the text that are of no item, so that parts and items together cover every character.
enum Cover {
    /// Outline parts, furniture, and the blanks between that lie in no item.
    static func parts(_ outline: Outline, _ document: SourceDocument, _ index: ScalarIndex) -> [DocumentPart] {
        var stretches = outline.parts.map { Stretch(span: $0.span, kind: .part($0.kind)) } + document.furniture.map { Stretch(span: $0.span, kind: .furniture($0.kind)) }
        stretches.sort { $0.span < $1.span }
        var covered = stretches.map(\.span)
        for i in outline.items.indices where outline.items[i].parent == nil { covered.append(outline.items[i].span) }
        let taken = merged(covered)
        var at = 0
        for span in taken + [Span(document.text.count, document.text.count)] {
            // Anything but blanks in a gap is text that no stage took: it stays a gap, and the check of the graph finds it.
            if span.start > at, document.text.bytes[at..<span.start].allSatisfy({ $0 <= 0x20 }) { stretches.append(Stretch(span: Span(at, span.start), kind: .blank)) }
            at = max(at, span.end)
        }
        stretches.sort { $0.span < $1.span }
        return stretches.filter { !$0.span.isEmpty }.map {
            DocumentPart(kind: $0.kind.name, span: ScalarSpan(index.scalarOffset(ofByte: $0.span.start), index.scalarOffset(ofByte: $0.span.end)))
        }
    }

    private struct Stretch {
        enum Kind {
            case part(OutlinePart.Kind), furniture(Furniture.Kind), blank

            var name: String {
                switch self {
                case .part(let kind): kind.rawValue
                case .furniture(let kind): kind.rawValue
                case .blank: "blank"
                }
            }
        }

        let span: Span
        let kind: Kind
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
