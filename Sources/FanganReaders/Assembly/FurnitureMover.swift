import FanganText

/// Puts furniture that stands inside a paragraph behind it, so that names and sentences over a page's end are whole in
/// the canonical text: `市人社` ⏎ `— 12 —` ⏎ `局` becomes `市人社局` ⏎ `— 12 —`. The edit map keeps where each byte came from.
struct FurnitureMover {
    private let old: SourceDocument
    private var bytes: [UInt8] = []
    private var edits = EditMap()
    /// Copied pieces in the order of the old text.
    private var pieces: [(old: Span, new: Int)] = []
    private var moved: [Furniture] = []

    static func apply(to document: SourceDocument) -> SourceDocument {
        let inner = innerFurniture(document)
        guard !inner.isEmpty else { return document }
        var mover = FurnitureMover(old: document)
        return mover.result(inner)
    }

    private init(old: SourceDocument) {
        self.old = old
        edits.encoding = old.edits.encoding
    }

    /// Per block the furniture strictly inside it, for blocks that have some.
    private static func innerFurniture(_ document: SourceDocument) -> [(block: Int, marks: [Int])] {
        var result: [(Int, [Int])] = [], f = 0
        for b in document.blocks.indices {
            let span = document.blocks[b].span
            while f < document.furniture.count, document.furniture[f].span.start <= span.start { f += 1 }
            if f == document.furniture.count { break }
            var marks: [Int] = []
            while f < document.furniture.count, document.furniture[f].span.end < span.end {
                marks.append(f)
                f += 1
            }
            if !marks.isEmpty { result.append((b, marks)) }
        }
        return result
    }

    private mutating func result(_ inner: [(block: Int, marks: [Int])]) -> SourceDocument {
        bytes.reserveCapacity(old.text.count + inner.count * 2)
        var at = 0
        for (block, marks) in inner {
            for mark in marks {
                copy(Span(at, old.furniture[mark].span.start))
                at = old.furniture[mark].span.end
            }
            copy(Span(at, old.blocks[block].span.end))
            for mark in marks { move(old.furniture[mark]) }
            at = old.blocks[block].span.end
        }
        copy(Span(at, old.text.count))
        let gone = Set(inner.flatMap(\.marks))
        var document = old
        document.text = CanonicalText(bytes)
        document.edits = edits
        document.blocks = old.blocks.map { block in
            var block = block
            block.span = Span(place(block.span.start), place(block.span.end - 1) + 1)
            return block
        }
        let kept = old.furniture.indices.filter { !gone.contains($0) }.map { index in
            Furniture(span: Span(place(old.furniture[index].span.start), place(old.furniture[index].span.end - 1) + 1), kind: old.furniture[index].kind)
        }
        for i in document.facts.indices where !old.facts[i].span.isEmpty {
            document.facts[i].span = Span(place(old.facts[i].span.start), place(old.facts[i].span.end - 1) + 1)
        }
        document.furniture = (kept + moved).sorted { $0.span < $1.span }
        return document
    }

    private mutating func copy(_ span: Span) {
        guard !span.isEmpty else { return }
        pieces.append((span, bytes.count))
        write(span)
    }

    /// The mark without the blanks around it, on a line of its own.
    private mutating func move(_ furniture: Furniture) {
        var span = furniture.span
        while span.start < span.end, old.text.bytes[span.start] <= 0x20 { span.start += 1 }
        while span.end > span.start, old.text.bytes[span.end - 1] <= 0x20 { span.end -= 1 }
        guard !span.isEmpty else { return }
        edits.append(canonical: bytes.count, source: old.edits.sourceOffset(of: furniture.span.start))
        bytes.append(0x0A)
        let start = bytes.count
        write(span)
        moved.append(Furniture(span: Span(start, bytes.count), kind: furniture.kind))
    }

    private mutating func write(_ span: Span) {
        edits.append(canonical: bytes.count, source: old.edits.sourceOffset(of: span.start))
        for run in old.edits.runs(in: span) { edits.append(canonical: bytes.count + run.canonical - span.start, source: run.source) }
        for label in old.edits.generated(in: span) {
            edits.markGenerated(Span(bytes.count + max(label.start, span.start) - span.start, bytes.count + min(label.end, span.end) - span.start))
        }
        bytes += old.text.bytes[span.start..<span.end]
    }

    /// Where a byte of the old text is now.
    private func place(_ offset: Int) -> Int {
        var low = 0, high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].old.end <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < pieces.count else { return bytes.count }
        return pieces[low].new + max(0, offset - pieces[low].old.start)
    }
}
