import FanganText

extension SourceDocument {
    /// A document whose paragraphs are the lines of a string.
    public init(lines: String) {
        let text = CanonicalText(lines)
        var blocks: [Block] = [], start = 0
        for i in 0...text.count where i == text.count || text.bytes[i] == 0x0A {
            if i > start { blocks.append(Block(span: Span(start, i))) }
            start = i + 1
        }
        self.init(source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: text, blocks: blocks)
    }
}
