import Testing

@testable import FanganStore

@Suite struct SearchWordsTests {
    private func words(_ text: String) -> String { String(decoding: SearchWords.words(of: [text]), as: UTF8.self) }

    @Test(arguments: [
        ("口袋公园", "口袋 袋公 公园 园 "), ("园", "园 "), ("，。", ""), ("", ""), ("ＰＭ2.5下降", "pm2 5 下降 降 "), ("第145号", "第 145 号 "),
        ("公园、口袋", "公园 园 口袋 袋 "), ("𠮷林", "𠮷林 林 "), ("é1", "é 1 "), ("〇一", "〇一 一 "),
    ])
    func neighboursMakeWords(_ text: String, _ expected: String) {
        #expect(words(text) == expected)
    }

    /// Another text never joins the one before.
    @Test func textsStayApart() {
        #expect(String(decoding: SearchWords.words(of: ["公", "园"]), as: UTF8.self) == "公 园 ")
    }

    @Test(arguments: [
        ("园", "\"园\" *"), ("公园", "\"公园\""), ("口袋公园", "\"口袋\" AND \"袋公\" AND \"公园\""), ("PM2", "\"pm2\" *"),
        ("第145号", "\"第\" * AND \"145\" * AND \"号\" *"), ("《公园》", "\"公园\""),
    ])
    func expressions(_ text: String, _ expected: String) {
        #expect(SearchWords.expression(for: text) == expected)
    }

    /// What a user types never becomes a part of the query's language.
    @Test func operatorsAreWords() {
        #expect(SearchWords.expression(for: "\" OR *") == "\"or\" *")
        #expect(SearchWords.expression(for: "words:园\"") == "\"words\" * AND \"园\" *")
        #expect(SearchWords.expression(for: "*") == nil)
    }

    @Test func comparedWithoutWidthAndSpaces() {
        let text = SearchWords.folded("ＰＭ2.5 下\n降")
        #expect(SearchWords.holds(text, SearchWords.folded("pm2.5下降")) && !SearchWords.holds(text, SearchWords.folded("降下")))
        #expect(SearchWords.holds(text, []) && !SearchWords.holds([], [1]))
    }
}
