import FanganText
import Testing

@testable import FanganFindings

@Suite("Scores") struct ScoreRecogniserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, points: [Double], kind: ScoreMention.Kind
        var testDescription: String { text }
        init(_ text: String, _ points: [Double], _ kind: ScoreMention.Kind = .award) {
            (self.text, self.points, self.kind) = (text, points, kind)
        }
    }

    @Test("gives points", arguments: [
        Row("成立领导小组（⟦得2分⟧），职责分工明确（⟦得2分⟧）；", [2, 2]),
        Row("政务服务一网通办（⟦25分⟧）", [25]),
        Row("平台升级（⟦1.5分⟧）", [1.5]),
        Row("做好平台对接工作。（⟦0.25分⟧）", [0.25]),
        Row("（⟦３分⟧）", [3]),
        Row("（⟦3 分⟧）", [3]),
        Row("每项⟦加1分⟧", [1]),
        Row("⟦分值：10⟧", [10]),
        Row("未落实的⟦扣1分⟧", [-1], .deduction), Row("迟报的⟦扣绩效分5分⟧", [-5], .deduction), Row("⟦扣减年度考核分3分⟧", [-3], .deduction), Row("未扣分的⟦得5分⟧", [5]),
        Row("每少1次⟦扣0.5分⟧", [-0.5], .deduction),
        Row("每项⟦减2分⟧", [-2], .deduction),
        Row("视情⟦扣5-10分⟧", [-10], .deduction), Row("未报送的⟦扣分5分⟧", [-5], .deduction), Row("视情⟦得8—10分⟧", [10]),
        Row("⟦满分100分⟧", [100], .total),
        Row("⟦最高3分⟧", [3], .cap),
        Row("最多⟦扣5分⟧", [-5], .cap),
        Row("最多可⟦扣5分⟧", [-5], .cap),
        Row("⟦5分⟧封顶", [5], .cap),
        Row("加分⟦累计不超过6分⟧", [6], .cap),
        Row("每项扣，⟦扣完为止⟧", [0], .untilZero),
        Row("⟦扣完该项分值为止⟧", [0], .untilZero),
        Row("⟦总分为100分⟧", [100], .total),
    ])
    func points(_ row: Row) {
        let text = MarkedText(row.text)
        let found = ScoreRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(found.map(\.points) == row.points)
        #expect(found.allSatisfy { $0.kind == row.kind })
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("gives none", arguments: [
        "用时15分钟", "分为3部分", "由3个分局分别负责", "提高5个百分点", "三分之一", "百分之百落实", "十分重要", "充分发挥作用", "评分标准",
        "实行百分制", "得分在90分以上的为优秀", "低于60分的", "综合得分80-90分为良好", "8时30分集合", "日常监测（60%）+实地调研（20%）",
        "7个方面分值的平均分值", "成立2分公司", "《满分100分细则》",
    ])
    func none(_ words: String) {
        let passage = Passage(words)
        #expect(ScoreRecogniser().scan(passage, in: passage.indices) == [])
    }

    @Test func onlyWhatStandsInABracketOfItsOwnIsAPart() {
        func parts(_ words: String) -> [Double] {
            let passage = Passage(words)
            return ScoreRecogniser().scan(passage, in: passage.indices).filter(\.isPart).map(\.points)
        }
        #expect(parts("建立台账（得2分），专人负责(3分)") == [2, 3])
        #expect(parts("优秀得3分，良好得2分；未建立的（扣1分，扣完为止）") == [])
    }

    @Test func cellsHoldBareNumbers() {
        #expect(ScoreRecogniser().points(ofCell: Passage("3"))?.points == 3)
        #expect(ScoreRecogniser().points(ofCell: Passage(" 2.5分 "))?.points == 2.5)
        #expect(ScoreRecogniser().points(ofCell: Passage("3次")) == nil)
        #expect(ScoreRecogniser().points(ofCell: Passage("")) == nil)
    }
}
