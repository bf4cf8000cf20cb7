import FanganText

/// One paragraph as the outline sees it.
struct Line {
    var block: Block
    /// Without furniture.
    var passage: Passage
    /// Its numbering mark and where the text behind it begins.
    var label: (label: Label, length: Int)?

    var isEmpty: Bool { passage.last == nil }

    init(_ block: Block, in document: SourceDocument) {
        self.block = block
        passage = document.passage(block.span)
        label = LabelLexer(passage).label()
    }
}
