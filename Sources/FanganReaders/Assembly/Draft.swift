import FanganText

/// A part of the clean text that the canonical text does not have, or has as one other byte.
struct Cut: Sendable, Hashable {
    var span: Span
    /// ASCII, in place of the whole part.
    var replacement: UInt8?
}

/// A document while it is put together; all offsets are those of the clean text.
struct Draft: Sendable {
    var text: CleanText
    var blocks: [Block] = []
    var furniture: [Furniture] = []
    /// Ascending, apart from each other.
    var cuts: [Cut] = []
    /// What the reader knows of places in the text; in reading order.
    var facts: [DocumentFact] = []
    /// Hard line ends that joining took out.
    var joined = 0
    /// Blocks that a text without line ends was split into.
    var split = 0
    /// Blanks in such a text that were taken for the ends of its lines.
    var spaced = 0

    init(_ text: CleanText) { self.text = text }

    /// A paragraph that is one line, or a part of it.
    mutating func add(_ line: TextLine, span: Span? = nil, cell: CellPosition? = nil, level: Int? = nil) {
        blocks.append(Block(span: span ?? line.span, cell: cell, indent: line.indent, headingLevel: level))
    }

    mutating func add(_ line: TextLine, _ kind: Furniture.Kind) {
        furniture.append(Furniture(span: line.span, kind: kind))
    }
}

/// Makes the canonical text of a draft: carries out the cuts and moves every offset accordingly.
enum DraftAssembler {
    static func finish(_ draft: Draft, source: SourceInfo) -> SourceDocument {
        var draft = draft
        draft.furniture = apart(draft.furniture)
        if draft.cuts.isEmpty {
            return SourceDocument(
                source: source, text: CanonicalText(draft.text.bytes), blocks: draft.blocks,
                furniture: draft.furniture, edits: draft.text.edits, facts: draft.facts)
        }
        var moves = OffsetMoves(draft.cuts)
        for i in draft.blocks.indices { draft.blocks[i].span = moves.moved(draft.blocks[i].span) }
        moves.rewind()
        for i in draft.furniture.indices { draft.furniture[i].span = moves.moved(draft.furniture[i].span) }
        moves.rewind()
        for i in draft.facts.indices { draft.facts[i].span = moves.moved(draft.facts[i].span) }
        let (bytes, edits) = carryOut(draft.cuts, on: draft.text)
        return SourceDocument(
            source: source, text: CanonicalText(bytes), blocks: draft.blocks,
            furniture: draft.furniture.filter { !$0.span.isEmpty }, edits: edits, facts: draft.facts)
    }

    /// In order, and without those that lie in another (a page mark in an ornament).
    private static func apart(_ furniture: [Furniture]) -> [Furniture] {
        var kept: [Furniture] = []
        for piece in furniture.sorted(by: { $0.span < $1.span }) where piece.span.start >= kept.last?.span.end ?? 0 {
            kept.append(piece)
        }
        return kept
    }

    private static func carryOut(_ cuts: [Cut], on text: CleanText) -> ([UInt8], EditMap) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.bytes.count)
        var edits = EditMap()
        let runs = text.edits.runs
        var run = 0
        var from = 0

        /// Copies clean text and the runs of its edit map.
        func copy(to end: Int) {
            guard from < end else { return }
            while run + 1 < runs.count, runs[run + 1].canonical <= from { run += 1 }
            while run < runs.count, runs[run].canonical < end {
                let start = max(runs[run].canonical, from)
                edits.append(canonical: bytes.count + start - from, source: runs[run].source + start - runs[run].canonical)
                run += 1
            }
            // The last run may go on behind the cut.
            run = max(run - 1, 0)
            bytes.append(contentsOf: text.bytes[from..<end])
        }

        for cut in cuts {
            copy(to: cut.span.start)
            if let replacement = cut.replacement {
                edits.append(canonical: bytes.count, source: text.edits.sourceOffset(of: cut.span.start))
                bytes.append(replacement)
            }
            from = cut.span.end
        }
        copy(to: text.bytes.count)
        return (bytes, edits)
    }
}

/// Moves ascending offsets of the clean text to where the cuts put them.
private struct OffsetMoves {
    private let cuts: [Cut]
    private var next = 0
    /// How far offsets behind the cuts before `next` have moved.
    private var shift = 0

    init(_ cuts: [Cut]) { self.cuts = cuts }

    mutating func rewind() {
        next = 0
        shift = 0
    }

    /// A span that begins no earlier than the last one asked for. Its end may lie behind the next one's beginning.
    mutating func moved(_ span: Span) -> Span {
        while next < cuts.count, cuts[next].span.end <= span.start { pass(&next, &shift) }
        let start = place(span.start, next, shift)
        var ahead = next, further = shift
        while ahead < cuts.count, cuts[ahead].span.end <= span.end { pass(&ahead, &further) }
        return Span(start, max(start, place(span.end, ahead, further)))
    }

    private func pass(_ at: inout Int, _ shift: inout Int) {
        shift += (cuts[at].replacement == nil ? 0 : 1) - cuts[at].span.count
        at += 1
    }

    /// An offset inside a cut moves to the cut's beginning.
    private func place(_ offset: Int, _ at: Int, _ shift: Int) -> Int {
        if at < cuts.count, cuts[at].span.start < offset { return cuts[at].span.start + shift }
        return offset + shift
    }
}
