import FanganText
import Testing
@testable import FanganOutline

@Suite struct LabelTests {
    static let labels: [(String, LabelForm, Int?, String)] = [
        ("一、总体要求", .chinese, 1, "一、"),
        ("十二、加强领导", .chinese, 12, "十二、"),
        ("二十一．其他", .chinese, 21, "二十一．"),
        ("三 、保障措施", .chinese, 3, "三、"),
        ("（一）加快建设", .chineseBracketed, 1, "（一）"),
        ("(十)强化", .chineseBracketed, 10, "(十)"),
        ("（ 三 ）推进", .chineseBracketed, 3, "（三）"),
        ("（一)混用", .chineseBracketed, 1, "（一)"),
        ("()大力开展", .chineseBracketed, nil, "()"),
        ("1.推进改革", .arabic, 1, "1."),
        ("12．完善机制", .arabic, 12, "12．"),
        ("3、落实责任", .arabic, 3, "3、"),
        ("7,开展检查", .arabic, 7, "7,"),
        ("１．全角数字", .arabic, 1, "１．"),
        ("（1）摸清底数", .arabicBracketed, 1, "（1）"),
        ("(12) 半角", .arabicBracketed, 12, "(12)"),
        ("1）登记", .arabicHalfBracketed, 1, "1）"),
        ("①组织学习", .circled, 1, "①"),
        ("㈠加强领导", .chineseBracketed, 1, "㈠"),
        ("⑵摸清底数", .arabicBracketed, 2, "⑵"),
        ("⒊推进改革", .arabic, 3, "⒊"),
        ("壹、总体要求", .chinese, 1, "壹、"),
        ("拾贰、加强领导", .chinese, 12, "拾贰、"),
        ("【1】摸清底数", .arabicBracketed, 1, "【1】"),
        ("第三条 本办法适用于", .article, 3, "第三条"),
        ("第一章 总则", .chapter, 1, "第一章"),
        ("第12条 其他", .article, 12, "第12条"),
        ("1.1 编制目的", .decimal, 1, "1.1"),
        ("2.3.1预警分级", .decimal, 1, "2.3.1"),
        ("1﹒推进建设", .arabic, 1, "1﹒"),
        ("412.完善台账", .arabic, 412, "412."),
        ("A.响应", .letter, 1, "A."),
        ("b)调查评估", .letter, 2, "b)"),
        ("专栏3 重点工程", .box, 3, "专栏3"),
    ]

    @Test(arguments: labels)
    func reads(_ text: String, _ form: LabelForm, _ ordinal: Int?, _ printed: String) throws {
        let (label, _) = try #require(LabelLexer(Passage(text)).label())
        #expect(label.form == form)
        #expect(label.ordinal == ordinal)
        #expect(label.printed == printed)
    }

    @Test(arguments: ["2023.5月底", "3.5%的企业", "1.2亿元", "12345热线", "2,400户", "第33次会议", "一是加强", "（试行）的通知", "()", "2022年12月", "（2023年）", "十四五规划", "（以下简称）"])
    func isNoLabel(_ text: String) { #expect(LabelLexer(Passage(text)).label() == nil) }

    @Test func bareNumberNeedsWordsBehindIt() {
        #expect(LabelLexer(Passage("1负责各学校")).bareNumber()?.label.damage == .markLost)
        #expect(LabelLexer(Passage("3个月内完成")).bareNumber() == nil)
        #expect(LabelLexer(Passage("2023年")).bareNumber() == nil)
    }

    /// Bytes out of step by one: a space in front of （一） lost its first one.
    @Test func numbersInBytesOutOfStep() {
        let o = outline("一、总体要求\n?。ㄒ唬┲笇枷?。坚持防汛。\n?。ǘ┕ぷ髂勘?。做好防汛。\n二、任务\n?。ㄒ唬┘庸痰贪?。加固。（县水利局负责）")
        #expect(o.items.map(\.path) == [["一、"], ["一、", "?。ㄒ唬"], ["一、", "?。ǘ"], ["二、"], ["二、", "?。ㄒ唬"]])
        #expect(o.diagnostics.count { $0.code == "outline.number-lost" } == 3)
        #expect(outline("一、任务\n?。ù思公开发布\n做好。").items.count == 1)
    }
}
