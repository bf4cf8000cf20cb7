import FanganText
import Testing

@testable import FanganFindings

@Suite("Numerals") struct NumeralsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, value: Double
        var testDescription: String { text }
        init(_ text: String, _ value: Double) { (self.text, self.value) = (text, value) }
    }

    @Test("reads", arguments: [
        Row("⟦12⟧个", 12), Row("⟦１２⟧个", 12), Row("⟦3.5⟧%", 3.5), Row("⟦1,200⟧户", 1200), Row("⟦12⟧,3个", 12),
        Row("⟦2000亿⟧元", 2e11), Row("⟦1.2万亿⟧元", 1.2e12), Row("⟦3千⟧户", 3000), Row("⟦5⟧千瓦", 5),
        Row("⟦一⟧次", 1), Row("⟦两⟧家", 2), Row("⟦十⟧家", 10), Row("⟦十二⟧家", 12), Row("⟦三十六⟧项", 36), Row("⟦一百零五⟧个", 105),
        Row("⟦两千三百⟧人", 2300), Row("⟦三万五千⟧户", 35000), Row("⟦二亿⟧元", 2e8), Row("⟦二〇二三⟧年", 2023), Row("⟦二○三五⟧年", 2035),
        Row("⟦百分之百⟧", 100), Row("⟦百分之九十⟧以上", 90), Row("⟦百分之12.5⟧", 12.5),
    ])
    func read(_ row: Row) throws {
        let text = MarkedText(row.text)
        let reading = try #require(Numerals.read(text.passage, at: 0))
        #expect(reading.value == row.value)
        #expect(text.marks == [0..<reading.end])
    }

    @Test("is no number", arguments: ["万", "百姓", "个", "", "亿元"])
    func none(_ words: String) { #expect(Numerals.read(Passage(words), at: 0) == nil) }
}
