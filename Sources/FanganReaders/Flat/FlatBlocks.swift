import FanganText

/// Paragraphs of a web page, a Word file or a Markdown text that hold a whole document without line ends, as a plain text may
/// (``FlatText``): `<p>一、优化营商环境（一）盘活存量…（二）支持企业…</p>`.
enum FlatBlocks {
    /// Splits them in place; `draft.split` counts what they came to.
    static func split(_ draft: inout Draft) {
        let text = draft.text
        let lengths = draft.blocks.map { $0.cell == nil && $0.headingLevel == nil ? text.scalars(in: $0.span) : 0 }
        guard let longest = lengths.max(), longest > FlatText.impossible else { return }
        let long = zip(draft.blocks, lengths).reduce(0) { $1.1 > FlatText.long ? $0 + $1.0.span.count : $0 }
        guard long * 2 > draft.blocks.reduce(0, { $0 + $1.span.count }) else { return }
        text.bytes.withUnsafeBufferPointer { bytes in
            var blocks: [Block] = []
            for (block, length) in zip(draft.blocks, lengths) {
                guard length > FlatText.long else { blocks.append(block); continue }
                let (spans, tail) = FlatSplitter.split(bytes, block.span.start..<block.span.end)
                draft.split += spans.count
                for (i, span) in spans.enumerated() {
                    if let kind = i == tail ? .webChrome : LineForm.furniture(bytes, span.start..<span.end) {
                        draft.furniture.append(Furniture(span: span, kind: kind))
                    } else {
                        blocks.append(Block(span: span, indent: block.indent))
                    }
                }
            }
            draft.blocks = blocks
        }
    }
}

private extension CleanText {
    func scalars(in span: Span) -> Int { bytes[span.start..<span.end].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
