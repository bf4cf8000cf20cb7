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

    @Test func repeatedHeadsAndSumsAreNoDuties() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|分值\n|1,0|1\n|1,1|开展排查\n|1,2|60\n|2,0|序号\n|2,1|重点任务\n|2,2|分值\n|3,0|2\n|3,1|组织整治\n|3,2|40\n|4,0|合计\n|4,1|两项任务\n|4,2|100")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1", "表/2"])
    }
}
