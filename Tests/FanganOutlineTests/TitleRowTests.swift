import FanganText
import Testing
@testable import FanganOutline

/// Titles of columns over two rows, proved by merged cells, and tables that go on without any.
@Suite struct TitleRowTests {
    private func said(_ o: Outline, _ row: Int) -> [String] {
        o.rows[row].cells.filter { $0.column != .ordinal }.map { "\($0.column.rawValue) \($0.title)=\($0.passage.squashed())" }
    }

    private func texts(_ o: Outline) -> [String] { o.items.map { $0.passage.squashed() } }

    /// 市级 and 竣工 are in no vocabulary; what they stand under says what they hold.
    @Test func titlesUnderATitle() {
        let o = outline("""
        |0,0,2,1|序号
        |0,1,2,1|工作任务
        |0,2,1,2|责任单位
        |0,4,1,2|完成时限
        |1,2|市级
        |1,3|县级
        |1,4|开工
        |1,5|竣工
        |2,0|1
        |2,1|建设停车场
        |2,2|市住建局
        |2,3|县住建局
        |2,4|2024年3月
        |2,5|2024年9月
        """)
        #expect(texts(o) == ["建设停车场"])
        #expect(said(o, 0) == ["responsible 市级=市住建局", "responsible 县级=县住建局", "note 开工=2024年3月", "due 竣工=2024年9月"])
    }

    /// What is counted stands once, over both columns of figures.
    @Test func figuresUnderATitle() {
        let o = outline("""
        |0,0,2,1|街道
        |0,1,1,2|目标任务（个）
        |0,3,2,1|责任单位
        |1,1|新建
        |1,2|改建
        |2,0|东街街道
        |2,1|120
        |2,2|30
        |2,3|东街街道办事处
        |3,0|西街街道
        |3,1|80
        |3,3|西街街道办事处
        """)
        #expect(texts(o) == ["东街街道", "西街街道"])
        #expect(said(o, 0) == ["target 新建（个）=120", "target 改建（个）=30", "responsible 责任单位=东街街道办事处"])
        #expect(said(o, 1) == ["target 新建（个）=80", "responsible 责任单位=西街街道办事处"])
    }

    /// Three rows; what the middle one says reaches down as well. A place under 建设内容 is not what is to be done.
    @Test func threeRowsAndPlaces() {
        let o = outline("""
        |0,0,3,1|序号
        |0,1,1,2|建设内容
        |0,3,1,3|责任单位
        |1,1,2,1|地点
        |1,2,2,1|规模
        |1,3,1,2|县直部门
        |1,5,2,1|乡镇
        |2,3|主办
        |2,4|协办
        |3,0|1
        |3,1|东街镇
        |3,2|新建水厂1座
        |3,3|县水利局
        |3,4|县财政局
        |3,5|东街镇
        """)
        #expect(texts(o) == ["新建水厂1座"])
        #expect(said(o, 0) == ["unknown 地点=东街镇", "lead 主办=县水利局", "support 协办=县财政局", "responsible 乡镇=东街镇"])
    }

    /// 实际 beside 计划 tells what was.
    @Test func whatWasUnderATitle() {
        let o = outline("|0,0,2,1|序号\n|0,1,2,1|工作任务\n|0,2,1,2|完成时限\n|0,4,2,1|责任单位\n|1,2|计划\n|1,3|实际\n|2,0|1\n|2,1|建设甲站\n|2,2|6月底\n|2,3|7月5日\n|2,4|县水利局")
        #expect(said(o, 0) == ["due 计划=6月底", "note 实际=7月5日", "responsible 责任单位=县水利局"])
    }

    /// Without a title that reaches down, the second row is a duty's as before.
    @Test func aRowUnderAWideTitleAlone() {
        let o = outline("|0,0|序号\n|0,1,1,2|工作任务\n|0,3|责任单位\n|1,1|新建\n|1,2|水厂\n|1,3|县水利局\n|2,0|2\n|2,1|改建\n|2,2|公路\n|2,3|县交通局")
        #expect(o.rows.contains { $0.cells(.responsible).contains { $0.passage.squashed() == "县水利局" } })
    }

    @Test(arguments: ["续表", "（续表）", "任务分解表（续）"]) func aTableGoesOnUnderItsMark(_ mark: String) {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|新建甲站\n|1,2|县水利局\n\(mark)\n|0,0,1,1,1|2\n|0,1,1,1,1|新建乙站\n|0,2,1,1,1|县教育局\n|1,0,1,1,1|3\n|1,1,1,1,1|新建丙站\n|1,2,1,1,1|县财政局")
        #expect(o.items.compactMap(\.path.last) == ["1", "2", "3"] && o.items.allSatisfy { $0.role == .duties })
        #expect(texts(o) == ["新建甲站", "新建乙站", "新建丙站"])
        #expect(!o.rows.contains { !$0.cells(.score).isEmpty })
    }

    /// A line of another kind ends the table; nothing says that the next one has its columns.
    @Test func anotherLineIsNoSuchMark() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|完成时限\n|1,0|1\n|1,1|新建甲站\n|1,2|6月底\n联系电话如下\n|0,0,1,1,1|2\n|0,1,1,1,1|某某\n|0,2,1,1,1|12345")
        #expect(o.items.compactMap(\.path.last) == ["1"])
    }

    /// 建设内容及标准 says what is to be done beside 项目名称.
    @Test(arguments: ["建设内容及标准", "细化任务", "服务事项"]) func whatIsToBeDoneUnderRarerTitles(_ title: String) {
        let o = outline("|0,0|序号\n|0,1|项目名称\n|0,2|\(title)\n|0,3|责任单位\n|1,0|1\n|1,1|校园食堂\n|1,2|改造食堂20个。\n|1,3|县教育局")
        #expect(texts(o) == ["校园食堂改造食堂20个。"])
    }

    @Test func rowsWithoutNumbersUnderHeadsOfGroups() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0,1,3|一、大气\n|2,1|淘汰锅炉\n|2,2|县水利局\n|3,0,1,3|二、水\n|4,1|整治油烟\n|4,2|县城管局")
        #expect(o.items.map(\.path) == [["表", "一、"], ["表", "一、", "1"], ["表", "二、"], ["表", "二、", "2"]])
        #expect(texts(o) == ["大气", "淘汰锅炉", "水", "整治油烟"])
    }

    @Test(arguments: [("1、", "t.1"), ("1.", "t.1"), ("1．", "t.1"), ("①", "t.1"), ("★1", "t.1"), ("1）", "t.1"), ("（1）", "t.1"), ("1.1", "t.1-1"), ("1-1", "t.1-1"), ("A", "t.A"), ("01", "t.1")])
    func numbersOfRows(_ cell: String, _ id: String) {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|\(cell)\n|1,1|新建甲站\n|1,2|县水利局")
        #expect(o.items.map(\.id) == [id])
    }

    @Test func stretchesOfTheYearWithTheirGoals() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|一季度目标\n|0,3|二季度目标\n|0,4|责任单位\n|1,0|1\n|1,1|建设污水厂\n|1,2|完成立项\n|1,3|完成招标\n|1,4|县住建局")
        #expect(o.rows[0].cells(.period).map { $0.passage.squashed() } == ["一季度目标", "二季度目标"])
        let half = outline("|0,0|序号\n|0,1|上半年工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|建设污水厂\n|1,2|县住建局")
        #expect(texts(half) == ["建设污水厂"])
    }

    @Test func aUnitThatEndsLikeATownship() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|新建甲站\n|1,2|县住房和城乡\n|1,2|建设局、县自然\n|1,2|资源局\n|2,0|2\n|2,1|新建乙站\n|2,2|各乡镇\n|2,2|县水利局")
        #expect(said(o, 0) == ["responsible 责任单位=县住房和城乡建设局、县自然资源局"])
        #expect(o.rows[1].cells(.responsible).first?.passage.string(0..<3) == "各乡镇" && o.rows[1].cells(.responsible).first?.passage.squashed().count == 7)
    }
}
