import FanganText
import Testing
@testable import FanganOutline

@Suite struct TableTests {
    @Test func markedCellsWithNumberedDuties() {
        let o = outline("""
        |0,0|序号
        |0,1|单位
        |0,2|责任内容
        |1,0|1
        |1,1|县教育局
        |1,2|1.组织排查。
        |1,2|2.报送台账。
        |2,0|2
        |2,1|城关镇
        |2,1|东山乡
        |2,2|1负责辖区巡查。
        |2,2|2.及时上报。
        """)
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1/1.", "表/1/2.", "表/2/1", "表/2/2."])
        #expect(o.items.map(\.id) == ["t.1.1", "t.1.2", "t.2.1", "t.2.2"])
        #expect(o.rows[1].cells(.owner).map { $0.passage.string($0.passage.indices) } == ["城关镇\n东山乡"])
    }

    @Test func aRowWithoutNumberedDutiesIsTheDuty() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|开展排查整治\n|1,2|市住建局\n|1,3|2023年6月底")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1"])
        #expect(o.items[0].kind == .task)
    }

    /// What is to be done stands in a column of a title that nobody listed, or in that of the goal.
    @Test(arguments: ["攻关方向", "年度目标", "具体工作"]) func contentUnderATitleOfItsOwn(title: String) {
        let o = outline("|0,0|序号\n|0,1|\(title)\n|0,2|牵头单位\n|0,3|完成时限\n|1,0|1\n|1,1|改建河东路\n|1,2|市住建局\n|1,3|2023年6月底\n|2,0|2\n|2,1|新建小学三所\n|2,2|市教育局\n|2,3|2023年12月底")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1", "表/2"])
        #expect(o.items.map { $0.passage.string($0.textStart..<$0.passage.count).contains("改建河东路") } == [true, false])
    }

    @Test func cellsFlattenedToLines() {
        let o = outline("""
        附件：
        示例县创建任务分解表
        测评项目
        测评内容
        分值
        责任单位
        完成时限
        组织领导
        1.成立领导小组（得2分）；
        2.落实经费（得3分）；
        查阅资料
        县政府机关
        各单位
        2023年6月底
        宣传教育
        3.开展宣传活动（得5分）。
        查阅资料
        县教育局
        残
        联
        2023年9月底
        """)
        #expect(o.items.map { $0.label.printed } == ["1.", "2.", "3."])
        #expect(o.items.map(\.role) == [.assessment, .assessment, .assessment])
        let units = o.rows.map { $0.cells(.responsible).map { $0.passage.string($0.passage.indices) } }
        #expect(units == [["县政府机关各单位"], ["县教育局\n残联"]])
        #expect(o.rows[1].cells(.group).map { $0.passage.string($0.passage.indices) } == ["宣传教育"])
    }

    @Test func aHeaderRepeatedOnTheNextPageIsNoRow() {
        let o = outline("|0,0|序号\n|0,1|任务\n|0,2|责任单位\n|1,0|1\n|1,1|开展排查\n|1,2|县水利局\n|2,0|序号\n|2,1|任务\n|2,2|责任单位\n|3,0|2\n|3,1|组织整治\n|3,2|县水利局")
        #expect(o.items.count == 2)
    }

    private func units(_ o: Outline, _ role: ColumnRole) -> [[String]] {
        o.rows.map { row in row.cells(role).map { $0.passage.string($0.passage.indices) } }
    }

    @Test func twoRowsOfTitlesUnderACaption() {
        let o = outline("""
        |0,0,1,5|重点任务分工
        |1,0,2,1|序号
        |1,1,2,1|重点任务
        |1,2,1,2|责任分工
        |1,4,2,1|完成时限
        |2,2|牵头单位
        |2,3|配合单位
        |3,0|1
        |3,1|开展排查整治
        |3,2|市住建局
        |3,3|市财政局
        |3,4|2023年6月底
        """)
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1"])
        #expect(units(o, .lead) == [["市住建局"]] && units(o, .support) == [["市财政局"]])
        #expect(o.parts.filter { $0.kind == .tableHead }.count == 7)
    }

    /// The second row of titles stands under cells merged sideways only, the first row has no cell merged downwards.
    @Test func titlesUnderATitleMergedSideways() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2,1,2|单位\n|1,2|牵头单位\n|1,3|配合单位\n|2,0|1\n|2,1|开展排查整治\n|2,2|市住建局\n|2,3|市财政局")
        #expect(o.items.count == 1 && units(o, .lead) == [["市住建局"]] && units(o, .support) == [["市财政局"]])
    }

    /// A cell over the columns of 任务 and 责任单位 names nobody, and no empty cell is there that would go on from above.
    @Test func aDutyAcrossTheColumnOfUnits() {
        let o = outline("|0,0|序号\n|0,1|任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|摸底\n|1,2|县住建局\n|1,3|6月底\n|2,0|2\n|2,1,1,2|验收\n|2,3|12月底")
        #expect(units(o, .responsible) == [["县住建局"], []] && units(o, .due) == [["6月底"], ["12月底"]])
    }

    /// A merged cell counts for each row that it stands in and for no other; an empty cell beside it is empty.
    @Test func mergedUnitsAndDeadlines() {
        let o = outline("""
        |0,0|序号
        |0,1|重点任务
        |0,2|责任单位
        |0,3|完成时限
        |1,0|1
        |1,1|开展排查
        |1,2,2,1|市住建局
        |1,3,3,1|6月底
        |2,0|2
        |2,1|组织整治
        |3,0|3
        |3,1|总结验收
        |4,0|4
        |4,1|长效管理
        |4,2|市城管局
        """)
        #expect(units(o, .responsible) == [["市住建局"], ["市住建局"], [], ["市城管局"]])
        #expect(units(o, .due) == [["6月底"], ["6月底"], ["6月底"], []])
    }

    /// One duty over two rows with a unit in each.
    @Test func mergedContent() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|1,0,2,1|1\n|1,1,2,1|开展排查\n|1,2|市住建局\n|2,2|市城管局\n|3,0|2\n|3,1|组织整治\n|3,2|市财政局")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1", "表/2"])
        #expect(units(o, .responsible) == [["市住建局\n市城管局"], ["市财政局"]])
    }

    @Test func repeatedHeadsAndSumsAreNoDuties() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|分值\n|1,0|1\n|1,1|开展排查\n|1,2|60\n|2,0|序号\n|2,1|重点任务\n|2,2|分值\n|3,0|2\n|3,1|组织整治\n|3,2|40\n|4,0|合计\n|4,1|两项任务\n|4,2|100")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1", "表/2"])
    }

    /// `目标` in front of 序号 holds the bands; a title goes over two lines; what explains an indicator is of its text.
    @Test func indicatorsUnderBandsWithExplanations() {
        let o = outline("附件\n指标体系\n目标\n序号\n指 标\n解 释\n指标\n类型\n一、生态宜居\n1\n绿地率（%）\n绿地占比，不宜小于35%。\n导向指标\n2\n路网密度\n道路长度与面积之比。\n导向指标\n二、健康舒适\n3\n老旧小区改造率\n已改造小区占比。\n底线指标")
        #expect(o.items.map { $0.passage.squashed() } == ["生态宜居", "绿地率（%）绿地占比，不宜小于35%。", "路网密度道路长度与面积之比。", "健康舒适", "老旧小区改造率已改造小区占比。"])
        #expect(o.rows.map { $0.cells(.target).count } == [0, 0, 0])
        #expect(o.items.map(\.path.last) == ["一、", "1", "2", "二、", "3"])
    }

    /// All cells of a table in one line, without any mark between them.
    @Test func cellsThatRanTogether() throws {
        let o = outline("一、总体要求\n做好工作。\n附件\n重点任务分工序号工  作  任  务负 责 单 位时间进度备注一、供给1新建养老设施不少于3处，用地不少于0.2公顷市住建局（牵头）、市民政局和各区市县人民政府、园区管委会2024年4季度前出台办法2改造4个老旧小区市民政局（牵头）、市残联持续实施3拓宽融资渠道人行示例市中心支行（牵头）、市财政局逐年落实二、人才4开展培训10场市教育局（牵头）2024年底前5加强监督检查市审计局（牵头）、市统计局")
        #expect(o.diagnostics.map(\.code) == ["table.run-together"])
        let rows = o.rows.map { row in row.cells.map { "\($0.column.rawValue)=\($0.passage.squashed())" } }
        #expect(rows == [
            ["ordinal=1", "responsible=市住建局（牵头）、市民政局和各区市县人民政府、园区管委会", "due=2024年4季度前出台办法"],
            ["ordinal=2", "responsible=市民政局（牵头）、市残联", "due=持续实施"],
            ["ordinal=3", "responsible=人行示例市中心支行（牵头）、市财政局", "due=逐年落实"],
            ["ordinal=4", "responsible=市教育局（牵头）", "due=2024年底前"],
            ["ordinal=5", "responsible=市审计局（牵头）、市统计局"],
        ])
        #expect(o.items.map(\.path) == [["一、"], ["附件", "表", "一、"], ["附件", "表", "一、", "1"], ["附件", "表", "一、", "2"], ["附件", "表", "一、", "3"], ["附件", "表", "二、"], ["附件", "表", "二、", "4"], ["附件", "表", "二、", "5"]])
        #expect(o.items.filter { $0.row != nil }.map { $0.passage.squashed() } == ["新建养老设施不少于3处，用地不少于0.2公顷", "改造4个老旧小区", "拓宽融资渠道", "开展培训10场", "加强监督检查"])
    }

    @Test func titlesInASentenceAreNoTable() {
        let o = outline("一、填报要求\n表中序号工作任务责任单位完成时限等栏目要填写完整，1个任务填1行，2个单位分开填，3日内报送。")
        #expect(o.rows.isEmpty && o.items.count == 1)
    }

    @Test func notesUnderATableImposeNothing() {
        let o = outline("附件\n考核指标表\n序号\n考核内容\n分值\n1\n完成评估工作。\n10\n2\n完成编码工作。\n20\n注：\n1.本表所称手术不包括门诊手术。\n2.住院不超过48小时。")
        #expect(o.items.map { "\($0.label.printed) \($0.role) \($0.kind)" } == ["1 assessment task", "2 assessment task", "1. other item", "2. other item"])
        #expect(o.items.last?.parent == nil)
    }

    @Test func whatIsNotReadIsSaid() {
        let o = outline("一、任务\n1.甲。\n2.乙。\n一、任务\n1.丙。\n2.丁。")
        #expect(o.diagnostics.map(\.code).contains("outline.path-repeated"))
        let table = outline("一、投资\n|0,0|序号\n|0,1|名称\n|0,2|备注\n|1,0|1\n|1,1|河道\n|1,2|新建\n|2,0|2\n|2,1|泵站\n|2,2|改建")
        #expect(table.diagnostics.map(\.code) == ["table.rows-unread"])
        let plain = outline("一、任务\n1.甲。\n2.乙。")
        #expect(plain.diagnostics.isEmpty)
    }
}
