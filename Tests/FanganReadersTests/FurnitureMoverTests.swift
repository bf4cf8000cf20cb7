@testable import FanganReaders
import FanganText
import Testing

@Suite struct FurnitureMoverTests {
    @Test func aPageMarkInsideAParagraphStandsBehindIt() {
        let text = CanonicalText("甲市人社\n— 12 —\n局负责。\n下一段。")
        func span(_ word: String, _ from: Int = 0) -> Span {
            let bytes = Array(word.utf8)
            let at = (from...text.count - bytes.count).first { Array(text.bytes[$0..<$0 + bytes.count]) == bytes } ?? 0
            return Span(at, at + bytes.count)
        }
        let mark = Span(span("\n— 12").start, span("局负责").start)
        var edits = EditMap()
        edits.append(canonical: 0, source: 0)
        let document = SourceDocument(
            source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: text,
            blocks: [Block(span: Span(0, span("。\n下").start + 3)), Block(span: span("下一段。"))],
            furniture: [Furniture(span: mark, kind: .pageMark)], edits: edits)
        let moved = FurnitureMover.apply(to: document)
        #expect(moved.text[moved.text.wholeSpan] == "甲市人社局负责。\n— 12 —\n下一段。")
        #expect(moved.blocks.map { moved.text[$0.span] } == ["甲市人社局负责。", "下一段。"])
        #expect(moved.furniture.map { moved.text[$0.span] } == ["— 12 —"])
        // Every byte still leads to its own in the file.
        for i in moved.text.bytes.indices where moved.text.bytes[i] > 0x20 {
            #expect(text.bytes[moved.edits.sourceOffset(of: i)] == moved.text.bytes[i])
        }
    }

    @Test func aDocumentWithoutInnerFurnitureStaysAsItIs() {
        let text = CanonicalText("甲。\n— 1 —\n乙。")
        let document = SourceDocument(
            source: SourceInfo(uri: "t", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: text,
            blocks: [Block(span: Span(0, 6))], furniture: [Furniture(span: Span(7, 16), kind: .pageMark)])
        #expect(FurnitureMover.apply(to: document).text == text)
    }
}
