import FanganText
import Testing

@testable import FanganFindings

/// A year named in mid-sentence by which something is to be reached: `推动2020年成本再下降0.5个百分点`.
@Suite("Years of results") struct ResultYearsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, values: [String]
        var testDescription: String { text }
        init(_ text: String, _ values: String...) { (self.text, self.values) = (text, values) }
    }

    /// A plan of 2020, issued in February.
    @Test("due for a named year", arguments: [
        Row("推动⟦2020年⟧全市贷款综合成本较2019年再下降0.5个百分点。", "2020-12-31"),
        Row("力争⟦2020年⟧科创企业贷款同比增长不低于15%，余额稳步增长。", "2020-12-31"),
        Row("确保2020年贷款余额占比不低于20%。"),
        Row("到⟦2027年⟧，规模达到20亿元。至⟦2030年⟧，活力提升。展望⟦2035年⟧，全面建成高地。", "2027-12-31", "2030-12-31", "2035-12-31"),
        Row("全市⟦2020年⟧完成改造100个。", "2020-12-31"), Row("全市2020年完成了改造100个。"), Row("全市2019年完成改造100个。"), Row("落实全市2020年建设计划。"), Row("全市2020年持续深化改革。"),
        Row("面向⟦2035年⟧，基本建成现代化体系。", "2035-12-31"), Row("展望2035年远景目标，凝聚共识。"),
        Row("推动2020年工作要点落实。"), Row("推进2020年度考核，新增项目20个。"),
        Row("⟦2020年⟧，扶持企业30家，发放补贴资金25万元。", "2020-12-31"), Row("2020年，对新增企业给予补贴10万元。"), Row("2020年基金继续按照0.5%收取担保费。"),
    ])
    func year(_ row: Row) {
        let text = MarkedText(row.text), all = text.passage.indices
        let dates = DateRecogniser().scan(text.passage, in: all, context: DateContext(year: 2020, yearBasis: .plan, issued: Day(2020, 2, 20)))
        let found = ResultYears.resolve(dates, targets: TargetRecogniser().scan(text.passage, in: all), text.passage).filter { $0.kind == .due }
        #expect(found.map { $0.end?.iso ?? "open" } == row.values)
        #expect(text.marked(found.map(\.range)) == row.text)
    }
}
