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
        Row("按照⟦石柱委办﹝2022﹞31号⟧要求", "|石柱委办﹝2022﹞31号"),
        Row("按照⟦《进一步加强人才工作的若干措施》的通知（余发〔2023〕4号）⟧", "进一步加强人才工作的若干措施|余发〔2023〕4号"),
        Row("贯彻⟦《甲意见》精神（国发〔2023〕4号）⟧", "甲意见|国发〔2023〕4号"),
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

    /// What is still to be written is nothing to go by.
    @Test(arguments: [("具体参照《甲住房实施办法》（另行制定）执行", CitationKind.cited), ("具体参照《甲住房实施办法》执行", .basis),
        ("参照编制《甲行动计划》", .cited), ("按照要求出台《甲办法》", .cited), ("根据新修订《甲条例》", .basis),
        ("推进《关于甲的通知》的落实", .implements), ("推动《甲意见》落地见效", .implements), ("做好《甲条例》的贯彻实施", .implements), ("推进《甲意见》印发", .cited), ("《甲意见》落实以来", .cited)]) func documentsToCome(_ text: String, _ kind: CitationKind) {
        let p = Passage(text)
        #expect(CitationRecogniser().scan(p, in: p.indices).map(\.kind) == [kind])
    }

    @Test("reads damaged numbers and says so", arguments: [
        Row("按照⟦石柱委办2022〕31号⟧要求", "|石柱委办2022〕31号"),
        Row("按照⟦石柱委办〔2022 31号⟧要求", "|石柱委办〔202231号"),
        Row("按照⟦石柱委办〔2022）31号⟧要求", "|石柱委办〔2022）31号"),
        Row("按照⟦国发{2022}15号⟧要求", "|国发{2022}15号"),
        Row("按照⟦国发〔2O22〕l5号⟧要求", "|国发〔2O22〕l5号"),
        Row("按照⟦国发〔2022年〕15号⟧要求", "|国发〔2022年〕15号"),
        Row("按照⟦国发〔2022〕15⟧文件要求", "|国发〔2022〕15"),
        Row("根据⟦曲水府发〔202321⟧，", "|曲水府发〔202321"),
    ])
    func damagedNumbers(_ row: Row) {
        let text = MarkedText(row.text)
        let found = CitationRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(found.map { ($0.title ?? "") + "|" + ($0.number ?? "") } == row.citations)
        #expect(text.marked(found.map(\.range)) == row.text)
        #expect(found.map(\.damage) == [.number])
    }

    @Test func whatIsWholeIsNotDamaged() {
        for words in ["国发〔2022〕15号", "国办发[2018]71号", "国发（2020）3号", "辽政办【2022】30号", "国发〔2022〕第 15 号", "《甲通知》（国发〔2022〕15号）"] {
            let passage = Passage(words)
            let found = CitationRecogniser().scan(passage, in: passage.indices)
            #expect(found.map(\.damage) == [nil], "\(words)")
        }
    }

    @Test func aTitleThatNeverClosesIsReadUpToItsNumber() {
        let passage = Passage("根据《关于做好工作的通知（国发〔2022〕15号）要求")
        let found = CitationRecogniser().scan(passage, in: passage.indices)
        #expect(found.map(\.title) == ["关于做好工作的通知"] && found.map(\.number) == ["国发〔2022〕15号"])
        #expect(found.map(\.damage) == [.title])
    }

    @Test("titles and numbers that belong together", arguments: [
        Row("根据⟦国发〔2020〕1号《关于甲的意见》⟧和⟦国发〔2020〕2号文件《关于乙的意见》⟧", "关于甲的意见|国发〔2020〕1号", "关于乙的意见|国发〔2020〕2号"),
        Row("根据⟦《甲意见》⟧、⟦《乙办法》（国发〔2020〕1号、国发〔2020〕2号）⟧", "甲意见|国发〔2020〕1号", "乙办法|国发〔2020〕2号"),
        Row("（⟦《甲意见》⟧⟦《乙办法》⟧）", "甲意见|", "乙办法|"),
    ])
    func pairs(_ row: Row) {
        let text = MarkedText(row.text)
        let found = CitationRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(found.map { ($0.title ?? "") + "|" + ($0.number ?? "") } == row.citations)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    struct KindRow: Sendable, CustomTestStringConvertible {
        var text: String
        var kinds: [CitationKind]
        var testDescription: String { text }
        init(_ text: String, _ kinds: CitationKind...) { (self.text, self.kinds) = (text, kinds) }
    }

    @Test("says what a document is to the plan", arguments: [
        KindRow("为贯彻落实《甲意见》精神，根据《乙办法》，制定本方案", .implements, .basis),
        KindRow("根据《甲意见》（国发〔2020〕1号）、《乙办法》和省政府办公厅《丙方案》要求", .basis, .basis, .basis),
        KindRow("按《甲办法》执行", .basis),
        KindRow("按期完成《甲规划》编制", .cited),
        KindRow("详见附件《任务清单》", .annex),
        KindRow("出台《甲办法》，修订《乙条例》", .cited, .cited),
        KindRow("依据石柱委办〔2022〕31号。推广国发〔2020〕1号做法", .basis, .cited),
    ])
    func kinds(_ row: KindRow) {
        let passage = Passage(row.text)
        #expect(CitationRecogniser().scan(passage, in: passage.indices).map(\.kind) == row.kinds)
    }

    @Test("short names", arguments: [
        ("《关于甲的实施意见》（国发〔2020〕1号，以下简称《意见》）", ["意见"]),
        ("《关于甲的实施意见》（国发〔2020〕1号）（以下简称《意见》）", ["意见"]),
        ("《关于甲的实施意见》（以下简称“《意见》”）", ["意见"]),
        ("《甲的意见》（以下统称《意见》《办法》）", ["意见", "办法"]),
        ("《甲的意见》（以下简称意见）", ["意见"]),
        ("《甲的意见》（国发〔2020〕1号）", []),
    ])
    func shortNames(_ words: String, _ names: [String]) {
        let passage = Passage(words)
        let found = CitationRecogniser().scan(passage, in: passage.indices)
        #expect(found.count == 1)
        #expect(found.first?.shortNames == names)
        #expect(found.first?.range == passage.indices)
    }

    @Test("cites nothing", arguments: ["推出《民族团结进步》专栏", "（2023年5月9日）", "（一）总体要求", "联系人（2023）", "《红楼梦》", "《没有结束的书名"])
    func none(_ words: String) {
        let passage = Passage(words)
        #expect(CitationRecogniser().scan(passage, in: passage.indices) == [])
    }

    /// Both marks around the year are lost.
    @Test(arguments: [("根据《关于防汛的通知》（示发202133号）精神，", "示发202133号"), ("根据《关于防汛的通知》（示发〔2021〕33号）精神，", "示发〔2021〕33号")])
    func yearAndSerialRunTogether(_ text: String, _ number: String) {
        let passage = Passage(text)
        #expect(CitationRecogniser().scan(passage, in: passage.indices).map(\.number) == [number])
    }

    @Test func otherNumbersBehindATitle() {
        let passage = Passage("按照《办事指南》（热线123456号）办理。")
        #expect(CitationRecogniser().scan(passage, in: passage.indices).allSatisfy { $0.number == nil })
    }
}
