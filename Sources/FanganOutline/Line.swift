import FanganText

/// One paragraph as the outline sees it.
///
/// Held by reference: it goes through a dozen lists, and a copy would count six references. What it says never changes.
final class Line {
    let block: Block
    /// Without furniture.
    let passage: Passage
    /// Its numbering mark and where the text behind it begins; set by ``all(of:)`` or, of a title in the place of a number, by ``NumberHeads``, and nowhere else.
    var label: (label: Label, length: Int)?

    /// In a cell: goes on inside the paragraph before it, which a narrow column broke.
    let continues: Bool
    /// What a header's line it would be, once somebody asked.
    private var kind: HeaderReader.LineKind?
    /// The same for ``innerPlaces``.
    private var places: [Int]?

    var isEmpty: Bool { passage.last == nil }

    private init(_ block: Block, _ passage: Passage, label: (label: Label, length: Int)?, continues: Bool) {
        self.block = block
        self.passage = passage
        self.label = label
        self.continues = continues
    }

    convenience init(_ block: Block, in document: SourceDocument) {
        var place = 0
        self.init(block, in: document, behind: &place)
    }

    /// - Parameter place: see ``SourceDocument/passage(_:behind:)``.
    convenience init(_ block: Block, in document: SourceDocument, behind place: inout Int) {
        let passage = document.passage(block.span, behind: &place)
        self.init(block, passage, label: LabelLexer(passage).label(), continues: false)
    }

    /// The same line at another place or with other words.
    func with(block: Block? = nil, passage: Passage? = nil, continues: Bool? = nil) -> Line {
        Line(block ?? self.block, passage ?? self.passage, label: label, continues: continues ?? self.continues)
    }

    /// Its label without words, which a copy would count.
    var mark: ItemStack.Mark? {
        guard let form = label?.label.form else { return nil }
        return ItemStack.Mark(form: form, ordinal: label?.label.ordinal, rank: label?.label.rank ?? 0)
    }

    /// What the line is by itself.
    func kind(_ reader: HeaderReader) -> HeaderReader.LineKind {
        if let kind { return kind }
        let found = reader.kind(of: passage)
        kind = found
        return found
    }

    /// Where a number may begin inside the line: at what may begin one, right behind a mark.
    var innerPlaces: [Int] {
        if let places { return places }
        var found: [Int] = []
        let marks = Self.innerMarks
        passage.scalars.withUnsafeBufferPointer { scalars in
            var i = 1
            while i < scalars.count {
                // Nearly all characters are ideographs.
                if !scalars[i &- 1].isIdeograph, marks.contains(scalars[i &- 1]), LabelLexer.mayBegin(scalars[i]) { found.append(i) }
                i &+= 1
            }
        }
        places = found
        return found
    }

    /// The line cut at some of its scalars.
    func pieces(_ cuts: [Int], in document: SourceDocument) -> [Line] {
        var pieces: [Line] = []
        for (n, start) in ([0] + cuts).enumerated() {
            let end = n < cuts.count ? cuts[n] : passage.count
            var piece = block
            piece.span = passage.span(start..<end)
            if n == cuts.count { piece.span.end = block.span.end }
            if n > 0 { piece.indent = 0 }
            pieces.append(Line(piece, in: document))
        }
        return pieces
    }

    /// 。 ； and closing brackets of all widths
    static let sentenceEnds: ScalarSet = "。；;）)〕］]】 "
    /// These, the ends of titles and all brackets: no ideographs.
    private static let innerMarks: ScalarSet = "。；;）)〕］]】 ：:}｝〗"
}
