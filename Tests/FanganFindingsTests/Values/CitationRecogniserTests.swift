import FanganText
import Testing

@testable import FanganFindings

@Suite("Citations") struct CitationRecogniserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        /// `title|number`.
        var citations: [String]
        var testDescription: String { text }
        init(_ text: String, _ citations: String...) { (self.text, self.citations) = (text, citations) }
    }

    @Test("cites", arguments: [
        Row("根据⟦《关于做好工作的实施方案》（攀民宗〔2020〕29号）⟧文件要求", "关于做好工作的实施方案|攀民宗〔2020〕29号"),
        Row("按照⟦川办发〔2021〕11号⟧文件", "|川办发〔2021〕11号"),
        Row("（⟦国办发[2018]71号⟧）", "|国办发[2018]71号"),
        Row("（⟦辽政办【2022】30号⟧）", "|辽政办【2022】30号"),
        Row("⟦国发（2020）3号⟧", "|国发（2020）3号"),
        Row("⟦曲水府发〔202321⟧", "|曲水府发〔202321"),
        Row("⟦区委办发〔2024〕X号⟧", "|区委办发〔2024〕X号"),
        Row("依据⟦石柱委办〔2022〕31号⟧、⟦石柱委办〔2022〕30号⟧", "|石柱委办〔2022〕31号", "|石柱委办〔2022〕30号"),
        Row("⟦《甲条例》⟧和⟦《乙办法（试行）》⟧", "甲条例|", "乙办法（试行）|"),
        Row("⟦《甲关于印发〈工作指南（试行）〉的通知》（攀民宗〔2021〕11号）⟧", "甲关于印发〈工作指南（试行）〉的通知|攀民宗〔2021〕11号"),
        Row("⟦《中华人民共和国民法典》⟧", "中华人民共和国民法典|"),
        Row("⟦《建设行动方案（2021—2023年）》⟧确定的任务", "建设行动方案（2021—2023年）|"),
        Row("⟦《促进个体工商户发展条例》（国务院令第755号）⟧", "促进个体工商户发展条例|国务院令第755号"),
    ])
    func cites(_ row: Row) {
        let text = MarkedText(row.text)
        let found = CitationRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(found.map { ($0.title ?? "") + "|" + ($0.number ?? "") } == row.citations)
        #expect(text.marked(found.map(\.range)) == row.text)
        for one in found {
            if let range = one.numberRange { #expect(text.passage.string(range) == one.number) }
            if let range = one.titleRange { #expect(text.passage.string(range) == one.title) }
        }
    }

    @Test("cites nothing", arguments: ["推出《民族团结进步》专栏", "（2023年5月9日）", "（一）总体要求", "联系人（2023）", "《红楼梦》", "《没有结束的书名"])
    func none(_ words: String) {
        let passage = Passage(words)
        #expect(CitationRecogniser().scan(passage, in: passage.indices) == [])
    }
}
