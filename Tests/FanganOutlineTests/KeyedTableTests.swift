import FanganText
import Testing
@testable import FanganOutline

/// Tables with serial numbers whose cells are lines like any other.
@Suite struct KeyedTableTests {
    private func paths(_ o: Outline) -> [String] { o.items.map { $0.path.joined(separator: "/") } }

    private func cells(_ o: Outline, _ role: ColumnRole) -> [[String]] {
        o.rows.map { row in row.cells(role).map { $0.passage.string($0.passage.indices) } }
    }

    @Test func namesBeforeNumberedDuties() {
        let o = outline("""
        附件1
        示例区创建工作责任清单
        序号
        单位
        责任内容
        1
        区委
        办公室
        1.定期听取汇报。
        2.纳入学习内容。
        2
        区人力
        资源社会保障
        局
        1负责招聘活动。
        2.完成相应工作。
        3
        仁和镇
        太平乡
        1.开展辖区巡查。
        """)
        #expect(paths(o) == ["表/1/1.", "表/1/2.", "表/2/1", "表/2/2.", "表/3/1."])
        #expect(cells(o, .owner) == [["区委办公室"], ["区人力资源社会保障局"], ["仁和镇\n太平乡"]])
        #expect(o.rows.map(\.key) == ["1", "2", "3"])
    }

    /// As a text that lost its line ends leaves them: the last title with the first number, each number with the first name.
    @Test func numbersBesideTitlesAndNames() {
        let o = outline("序号 单位\n责任内容 1 区教\n体局\n1.开展排查。\n2.报送台账。\n2 区民\n政局\n1.落实救助。")
        #expect(paths(o) == ["表/1/1.", "表/1/2.", "表/2/1."])
        #expect(cells(o, .owner) == [["区教体局"], ["区民政局"]])
    }

    @Test func whatLooksLikeTitlesIsNoTableWithoutRows() {
        #expect(outline("一、任务\n序号\n单位\n责任内容\n由各单位填报。\n1.开展排查。").rows.allSatisfy { $0.key == nil })
    }

    @Test func aFirstDutyWhoseMarkAndLineEndAreLost() {
        let o = outline("序号\n单位\n责任内容\n1\n县民政局\n1.落实救助。\n2\n区教\n体局 1负责各学校活动。\n2.报送台账。")
        #expect(paths(o) == ["表/1/1.", "表/2/1", "表/2/2."])
        #expect(cells(o, .owner) == [["县民政局"], ["区教体局"]])
    }

    @Test func aNumberThatIsNotDueBeginsNoRow() {
        let o = outline("序号\n单位\n责任内容\n1\n县教育局\n1.开展排查\n3\n次以上。\n2\n县民政局\n1.落实救助。")
        #expect(o.rows.map(\.key) == ["1", "2"])
    }
}
