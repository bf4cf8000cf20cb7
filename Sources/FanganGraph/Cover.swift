import FanganOutline
import FanganText

/// The stretches of the text that are of no item, so that parts and items together cover every character.
enum Cover {
    /// Outline parts, furniture, and the blanks between that lie in no item.
    static func parts(_ outline: Outline, _ document: SourceDocument, _ index: ScalarIndex) -> [DocumentPart] {
        var stretches: [Stretch] = [], covered: [Span] = []
        stretches.reserveCapacity(outline.parts.count * 2 + document.furniture.count)
        for part in outline.parts { stretches.append(Stretch(span: part.span, kind: .part(part.kind))) }
        for one in document.furniture { stretches.append(Stretch(span: one.span, kind: .furniture(one.kind))) }
        covered.reserveCapacity(stretches.count + outline.items.count + 1)
        for stretch in stretches where !stretch.span.isEmpty { covered.append(stretch.span) }
        for i in outline.items.indices where outline.items[i].parent == nil && !outline.items[i].span.isEmpty { covered.append(outline.items[i].span) }
        covered.sort()
        covered.append(Span(document.text.count, document.text.count))
        var at = 0
        for span in covered {
            // Anything but blanks in a gap is text that no stage took: it stays a gap, and the check of the graph finds it.
            if span.start > at, document.text.bytes[at..<span.start].allSatisfy({ $0 <= 0x20 }) { stretches.append(Stretch(span: Span(at, span.start), kind: .blank)) }
            at = max(at, span.end)
        }
        stretches.sort { $0.span < $1.span }
        var parts: [DocumentPart] = []
        parts.reserveCapacity(stretches.count)
        for stretch in stretches where !stretch.span.isEmpty {
            parts.append(DocumentPart(kind: stretch.kind.name, span: ScalarSpan(index.scalarOffset(ofByte: stretch.span.start), index.scalarOffset(ofByte: stretch.span.end))))
        }
        return parts
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
}
