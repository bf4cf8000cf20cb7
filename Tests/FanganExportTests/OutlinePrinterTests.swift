import FanganGraph
import Foundation
import Testing

@testable import FanganExport

@Suite struct OutlinePrinterTests {
    private let sample = SampleGraph()

    private func lines(width: Int, isColored: Bool = false) -> [String] {
        OutlinePrinter(width: width, isColored: isColored).print(sample.graph, text: sample.text).split(separator: "\n").map(String.init)
    }

    @Test func everythingUnderstoodIsShown() {
        let page = OutlinePrinter(width: 100).print(sample.graph, text: sample.text)
        let expected = [
            "清河市推进城市公园建设工作方案\n文号　　　清政发〔2023〕8号\n发文机关　清河市人民政府\n成文日期　2023-03-01\n地区代码　130534\n",
            "\n一、重点任务　〔任务〕\n",
            "\n  （一）新建口袋公园\n",
            "\n      ★牵头单位：清河市园林局［市园林局］（或为清河市城市管理局、清河市园林中心）\n      责任单位：清河市财政局［市财政局］\n      配合单位：各区政府\n      完成时限：2023-11-30［2023年11月底前］\n      周期：每年9月\n      期限：全年\n      分值：2［得2分］；-0.5［扣0.5分］\n      指标：每年不少于12个\n",
            "责任单位：清河市财政局［市财政局］（沿用上级）\n",
            "阶段：建设阶段，2023-03-01 至 2023-12-31\n",
            "待核事项（2）\n· 请核对　“市园林局” may be two organs.：正文第5行“市园林局”\n· 说明　There is no signature.\n",
        ]
        for part in expected { #expect(page.contains(part), "\(part)\n--- not in ---\n\(page)") }
    }

    /// 第一部分总体要求 is hard to read; marks bring their own space.
    @Test(arguments: [("第一部分", "第一部分 新建"), ("任务一", "任务一 新建"), ("1.", "1. 新建"), ("一、", "一、新建"), ("（一）", "（一）新建"), ("【1】", "【1】新建")])
    func aLabelWithoutAMarkStandsOff(_ label: String, _ expected: String) {
        var graph = sample.graph
        for place in graph.items.indices where graph.items[place].label == "（一）" { graph.items[place].label = label }
        #expect(OutlinePrinter(width: 100).print(graph, text: sample.text).contains("\n  \(expected)口袋公园\n"))
    }

    /// A further plan has its title over its first item.
    @Test func furtherPlansHaveTheirTitles() {
        var graph = sample.graph
        graph.document.plans = [PlanFacts(id: "p2", title: "清河市河道清理工作方案", number: nil, issued: nil, span: ScalarSpan(0, 4))]
        var item = graph.items[0]
        (item.id, item.heading) = ("p2.1", "清理河道")
        graph.items.append(item)
        item.id = "p2.2"
        graph.items.append(item)
        let page = OutlinePrinter(width: 100).print(graph, text: sample.text)
        #expect(page.contains("\n\n清河市河道清理工作方案\n\n一、清理河道"))
        #expect(page.components(separatedBy: "清河市河道清理工作方案").count == 2)
    }

    /// Parts of a file stand over their items, and the number of a table's row in front of what is numbered in its cells.
    @Test func partsAndRowsAreNamed() {
        var graph = sample.graph
        for place in graph.items.indices {
            let own = graph.items[place].path
            graph.items[place].path = own.count == 1 ? ["附件1", "表"] + own : ["附件1", "表", own[0], "3"] + own.dropFirst()
        }
        let page = OutlinePrinter(width: 100).print(graph, text: sample.text)
        #expect(page.contains("\n附件1\n\n一、重点任务　〔任务〕\n"))
        #expect(page.contains("\n  3/（一）新建口袋公园\n"))
        #expect(!OutlinePrinter(width: 100).print(sample.graph, text: sample.text).contains("附件1"))
    }

    /// What is said of many places stands in one line, what is to be checked in front; in Chinese where the code has a wording.
    @Test func openPointsAreGroupedByWhatTheySay() {
        var graph = sample.graph
        let place = graph.diagnostics[0].span
        graph.diagnostics = [GraphDiagnostic(code: "unit.region-open", severity: "note", message: "unknown", span: place)]
            + (0..<14).map { GraphDiagnostic(code: "responsibility.bracket-open", severity: "warning", message: "number \($0)", span: place) }
            + [GraphDiagnostic(code: "score.sum-differs", severity: "warning", message: "10, not 9", span: nil), GraphDiagnostic(code: "unit.region-open", severity: "note", message: "unknown too", span: place)]
        let page = OutlinePrinter(width: 2000).print(graph, text: sample.text)
        let quote = "正文第5行“市园林局”"
        #expect(page.hasSuffix("""
        待核事项（17）
        · 请核对　责任括号没有收尾：\(Array(repeating: quote, count: 12).joined(separator: "、"))等14处
        · 请核对　分值合计不符（10, not 9）
        · 说明　看不出是哪个地区的单位：\(quote)、\(quote)

        """))
    }

    @Test(arguments: [40, 41, 55, 80, 200])
    func noLineIsWiderThanTheTerminal(_ width: Int) {
        for line in lines(width: width) { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    @Test func coloursChangeNothingElse() {
        let plain = OutlinePrinter(width: 60).print(sample.graph, text: sample.text)
        var colored = OutlinePrinter(width: 60, isColored: true).print(sample.graph, text: sample.text)
        #expect(colored.contains("\u{1B}[1m"))
        for look in ["0", "1", "2", "33", "36"] { colored = colored.split(separator: "\u{1B}[\(look)m", omittingEmptySubsequences: false).joined() }
        #expect(colored == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test func aDocumentCannotSteerTheTerminal() {
        var graph = sample.graph
        graph.items[2].heading = "红\u{1B}[31m\u{202E}色\u{7}"
        let page = OutlinePrinter(width: 60).print(graph, text: sample.text)
        #expect(page.contains("红\u{FFFD}[31m\u{FFFD}色\u{FFFD}"))
        #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }

    @Test func anEmptyGraphHasAPage() {
        let page = OutlinePrinter().print(TaskGraph(generator: "g", document: DocumentFacts(id: "d", work: "w", source: sample.graph.document.source, textURI: "t", scalars: 0)), text: sample.text)
        #expect(page.contains("（没有识别出标题）"))
        #expect(page.contains("没有待核事项。"))
    }
}

@Suite struct LineWrapperTests {
    @Test(arguments: [
        ("中文排版", 4, ["中文", "排版"]),
        ("中文，排版", 4, ["中", "文，", "排版"]),
        ("中（文）排", 6, ["中", "（文）", "排"]),
        ("共 2023年 底", 6, ["共 ", "2023年", "底"]),
        ("averylongword", 5, ["avery", "longw", "ord"]),
        ("", 10, [""]),
        ("一\n二\t三", 20, ["一 二 三"]),
    ])
    func wraps(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(LineWrapper(width: width).lines(text) == expected)
    }

    @Test func widthsAreThoseOfUnicode() {
        #expect(DisplayWidth.of("中文ab") == 6)
        #expect(DisplayWidth.of("e\u{301}") == 1)
        #expect(DisplayWidth.of("（一）、") == 8)
        #expect(DisplayWidth.of("🏞") == 2)
        #expect(DisplayWidth.of("ｱ") == 1)
        #expect(DisplayWidth.of("한") == 2)
    }

    @Test func cutTextFits() {
        #expect(LineWrapper.cut("推进城市公园", columns: 9) == "推进城…")
        #expect(LineWrapper.cut("推进", columns: 4) == "推进")
    }

    @Test func nothingIsLostOverManyWidths() {
        let text = SampleGraph.content.split(separator: "\n").joined()
        for width in 4...90 {
            #expect(LineWrapper(width: width).lines(text).joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
