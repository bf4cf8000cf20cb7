@testable import FanganReaders
import FanganText
import Testing

@Suite struct FootnoteTests {
    /// Lines of 10 points on a page of 600 by 800, text from 90 on.
    private func marked(_ lines: [(y: Double, text: String)], rule: (y: Double, width: Double), tables: [PageBox] = []) -> [String] {
        var content = PageContent(width: 600, height: 800)
        content.rules = [PageRule(isHorizontal: true, at: rule.y, from: 90, to: 90 + rule.width)]
        let lines = lines.map { y, text in
            VisualLine(
                text: Array(text.utf8), page: 1, box: PageBox(left: 90, top: y - 9, right: 90 + 10 * Double(text.count), bottom: y + 1), baseline: y, size: 10, firstUnit: 10, isTemplate: false)
        }
        return Footnotes.marked(lines, content, tables: tables).filter { $0.furniture == .runningHead }.map { String(decoding: $0.text, as: UTF8.self) }
    }

    private static let page: [(Double, String)] = [(100, "一、任务"), (640, "（一）供水。"), (700, "1指千人以上的水源，由县卫健局"), (715, "负责。"), (760, "— 1 —")]

    @Test func whatStandsUnderAShortRule() {
        #expect(marked(Self.page, rule: (688, 108)) == ["1指千人以上的水源，由县卫健局", "负责。"])
        #expect(marked([(640, "一、任务"), (700, "①指水源。")], rule: (688, 144)) == ["①指水源。"])
    }

    /// 划定¹² leads to a note; the 2 of m² and digits of the text's size do not.
    @Test func raisedNumbersAreNoText() {
        func glyphs(_ text: String, raised: Set<Int>) -> [Glyph] {
            text.unicodeScalars.enumerated().compactMap { n, scalar in
                Glyph(scalar.value, left: 90 + 10 * Double(n), right: 100 + 10 * Double(n), baseline: raised.contains(n) ? 96 : 100, size: raised.contains(n) ? 6 : 10)
            }
        }
        func left(_ text: String, _ raised: Set<Int>) -> String {
            String(String.UnicodeScalarView(Footnotes.withoutMarks(glyphs(text, raised: raised)).compactMap { Unicode.Scalar($0.scalar) }))
        }
        #expect(left("保护区划定12。新建水厂", [5, 6]) == "保护区划定。新建水厂")
        #expect(left("完成改造（县局）1新建水厂", [8]) == "完成改造（县局）新建水厂")
        #expect(left("完成新建厂房200m2。", [10]) == "完成新建厂房200m2。")
        #expect(left("完成新建厂房2座。", []) == "完成新建厂房2座。")
    }

    /// A long rule, one high on the page or far above the next line, a line without a mark, a rule of a table.
    @Test func otherRules() {
        #expect(marked(Self.page, rule: (688, 420)).isEmpty)
        #expect(marked([(100, "一、任务"), (140, "1.供水。")], rule: (128, 108)).isEmpty)
        #expect(marked(Self.page, rule: (660, 108)).isEmpty)
        #expect(marked([(640, "（一）供水。"), (700, "抄送：县委办公室")], rule: (688, 108)).isEmpty)
        #expect(marked(Self.page, rule: (688, 108), tables: [PageBox(left: 90, top: 600, right: 300, bottom: 688)]).isEmpty)
    }
}
