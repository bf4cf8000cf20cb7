@testable import FanganReaders
import FanganText
import Testing

@Suite struct CleaningTests {
    private func clean(_ text: String) -> String { String(decoding: TextCleaner.clean(Array(text.utf8)).bytes, as: UTF8.self) }

    @Test func blanksAndLineEnds() {
        #expect(clean("一\r\n二\r三\u{2028}四\u{2029}五\u{0C}六\u{85}七") == "一\n二\n三\n四\n五\n六\n七")
        #expect(clean("一\u{3000}二\u{A0}三\u{2003}四\u{202F}五\t六") == "一 二 三 四 五\t六")
        #expect(clean("一\u{200B}二\u{FEFF}三\u{AD}四\u{200D}五\u{1}六") == "一二三四五六")
        #expect(clean("\n\n一  \u{3000}\n\n \n\t\n二 \n") == "一\n\n二\n")
        #expect(clean("　　一\n") == "  一\n")
        #expect(clean("１．全角（Ａ）") == "１．全角（Ａ）")
    }

    @Test func everyByteKeepsItsOrigin() {
        let source = Array("\u{FEFF}　　一、\u{200B}总体 \u{A0}要求 \r\n\r\n\r\n（一）\t目标\u{3000}".utf8)
        let text = TextCleaner.clean(source)
        for (i, byte) in text.bytes.enumerated() where byte > 0x20 { #expect(source[text.edits.sourceOffset(of: i)] == byte) }
        #expect(text.edits.sourceOffset(of: 0) == 3)
        #expect(text.edits.sourceOffset(of: 1) == 6)
    }

    @Test func linesKnowTheirIndentAndLength() {
        let lines = TextCleaner.clean(Array("　　一、总则 \n\t 甲\n\n    ab c\n".utf8)).lines
        #expect(lines.map(\.indent) == [4, 3, 0, 4])
        #expect(lines.map(\.rawCount) == [7, 3, 0, 8])
        #expect(lines.map(\.width) == [8, 2, 0, 3])
        #expect(lines.map(\.hasTab) == [false, true, false, false])
        #expect(lines.map(\.isBlank) == [false, false, true, false])
    }

    /// The text layer of many PDF files, and what is copied from it.
    @Test("Radicals and compatibility characters become the ideographs they stand for", arguments: [
        ("⼀、重点⼯作。6⽉底前，县⼈⺠政府办公室⻓期坚持。", "一、重点工作。6月底前，县人民政府办公室长期坚持。"),
        ("\u{F98E}底前 \u{F98A}量\u{F9B4}导", "年底前 力量領导"),
        // What stands for none stays.
        ("⿰⺇", "⿰⺇"),
    ])
    func variants(_ source: String, _ expected: String) {
        #expect(clean(source) == expected)
        let text = TextCleaner.clean(Array(source.utf8))
        #expect(text.edits.sourceOffset(of: text.bytes.count - 3) == source.utf8.count - 3)
    }
}
