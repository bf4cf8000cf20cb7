import FanganText
import Testing
@testable import FanganOutline

/// Tables of duties from all sources: marked cells, one cell per line, cells set apart by spaces.
@Suite struct GridTests {
    private func cells(_ o: Outline, _ row: Int, _ role: ColumnRole) -> [String] {
        o.rows[row].cells(role).map { $0.passage.string($0.passage.indices) }
    }

    private func paths(_ o: Outline) -> [String] { o.items.map { $0.path.joined(separator: "/") } }

    private func text(_ item: OutlineItem) -> String { item.passage.string(item.passage.indices) }

    /// `二 | 经济发展` is the head of a group, not a row whose empty cells go on from the row above.
    @Test func theHeadOfAGroupInheritsNothing() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|一\n|1,1|宣传教育\n|2,0|1\n|2,1|开展宣讲\n|2,2|县教育局\n|2,3|6月底\n|3,0|2\n|3,1|制作宣传片\n|4,0|二\n|4,1|经济发展\n|5,0|3\n|5,1|培育产业\n|5,2|县财政局\n|5,3|年底")
        #expect(paths(o).map { String($0.split(separator: "/").last ?? "") } == ["一", "1", "2", "二", "3"])
        #expect(o.rows.indices.map { cells(o, $0, .responsible) } == [[], ["县教育局"], ["县教育局"], [], ["县财政局"]])
    }

    // MARK: - One cell per line

    static let flat = """
    重点任务分工表
    序号
    重点任务
    主要内容
    牵头部门
    责任单位
    完成时限
    1
    优化开办服务
    推进企业开办全程网办，
    压缩办理时间。
    市市场监管局
    市公安局、市人力资源
    社会保障局
    2023年6月底
    2
    推行电子发票，扩大应用范围。
    市税务局
    市财政局
    年底前
    序号
    重点任务
    主要内容
    牵头部门
    责任单位
    完成时限
    3
    提升审批效率
    实行并联审批。
    市住建局
    市水务局
    各县区政府
    持续推进
    """

    @Test func flattenedRowsBeginWithTheirNumbers() {
        let o = outline(Self.flat)
        #expect(paths(o) == ["表/1", "表/2", "表/3"])
        #expect(text(o.items[0]) == "优化开办服务\n推进企业开办全程网办，压缩办理时间。")
        #expect(cells(o, 0, .lead) == ["市市场监管局"])
        #expect(cells(o, 0, .responsible) == ["市公安局、市人力资源社会保障局"])
        #expect(cells(o, 0, .due) == ["2023年6月底"])
        // 重点任务 stands once for two rows.
        #expect(text(o.items[1]) == "推行电子发票，扩大应用范围。")
        #expect(cells(o, 1, .lead) == ["市税务局"] && cells(o, 1, .responsible) == ["市财政局"])
        #expect(cells(o, 2, .responsible) == ["市水务局\n各县区政府"])
        #expect(o.parts.filter { $0.kind == .tableHead }.count == 12)
    }

    @Test func aBandHoldsTheRowsUnderIt() {
        let o = outline("任务清单\n序号\n重点任务\n责任单位\n一、优化审批\n1\n推进网办\n市住建局\n2\n压减材料\n市财政局\n二、强化监管\n3\n开展抽查\n市水务局\n三、保障措施\n各单位要加强领导，落实责任。")
        #expect(paths(o) == ["表/一、", "表/一、/1", "表/一、/2", "表/二、", "表/二、/3", "三、"])
        #expect(o.items[0].kind == .section)
        #expect(o.items[5].role == .safeguards)
    }

    @Test func pointsOfARowAreNotTheNextRowsNumber() {
        let o = outline("考核表\n序号\n考核内容\n分值\n责任单位\n1\n建立工作机制\n2\n县司法局\n2\n完善制度体系\n3\n县财政局\n3\n开展监督检查\n4\n县审计局")
        #expect(paths(o) == ["表/1", "表/2", "表/3"])
        #expect((0..<3).map { cells(o, $0, .score) } == [["2"], ["3"], ["4"]])
        #expect(cells(o, 2, .responsible) == ["县审计局"])
    }

    @Test func theLastRowEndsWithItsCells() {
        let o = outline("一、重点任务\n按下表分工落实。\n序号\n任务\n责任单位\n1\n开展排查\n县水利局\n2\n组织整治\n县住建局\n各单位要按表抓好落实，及时上报进展情况。")
        #expect(paths(o) == ["一、", "表/1", "表/2"])
        #expect(text(o.items[0]).hasSuffix("及时上报进展情况。"))
    }

    @Test func aTableOfFiguresHasNoItems() {
        let o = outline("一、工作目标\n主要指标见下表。\n序号\n类别\n主要指标\n2020年现状\n1\n综合\n达标率\n80\n2\n综合\n处置率\n46\n二、重点任务\n做好各项工作。")
        #expect(paths(o) == ["一、", "二、"])
        #expect(text(o.items[0]) == "工作目标\n主要指标见下表。")
    }

    // MARK: - Spaces

    @Test func runsOfSpacesSetCellsApart() {
        let o = outline("""
        任务清单
        序号    重点任务            牵头部门        责任单位
        1       推进企业开办全程    市市场监管局    市公安局、市税务局
                网办。
        2       推行电子发票        市税务局        市财政局
        """)
        #expect(paths(o) == ["表/1", "表/2"])
        #expect(text(o.items[0]) == "推进企业开办全程网办。")
        #expect(cells(o, 0, .responsible) == ["市公安局、市税务局"])
    }

    @Test func singleSpacesSetCellsApartUnderATitleLine() {
        let o = outline("任务清单\n序号 重点任务 牵头单位 责任单位 完成时限\n1 推进企业开办 市市场监管局 市公安局、市税务局 2023年6月底\n2 推行电子发票 市税务局 年底前\n以上任务请抓好落实。")
        #expect(paths(o) == ["表/1", "表/2"])
        #expect(cells(o, 0, .lead) == ["市市场监管局"] && cells(o, 0, .due) == ["2023年6月底"])
        // One cell is empty: each piece stands where it fits.
        #expect(cells(o, 1, .lead) == ["市税务局"] && cells(o, 1, .due) == ["年底前"] && cells(o, 1, .responsible) == [])
        #expect(outline("一、任务\n重点任务 牵头单位 责任单位都要落实到位。\n二、要求\n抓好落实。").items.count == 2)
    }

    // MARK: - Marked cells

    @Test func aSecondTitleRowSaysMore() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任分工\n|0,4|完成时限\n|1,2|牵头单位\n|1,3|配合单位\n|2,0|1\n|2,1|开展排查\n|2,2|县水利局\n|2,3|县住建局\n|2,4|年底前\n|3,1|合计\n|3,4|1项")
        #expect(paths(o) == ["表/1"])
        #expect(cells(o, 0, .lead) == ["县水利局"] && cells(o, 0, .support) == ["县住建局"])
        #expect(o.rows.count == 1)
    }

    @Test func labelsInAGroupColumnHoldTheirRows() {
        let o = outline("|0,0|一级指标\n|0,1|序号\n|0,2|考核内容\n|0,3|分值\n|0,4|考核单位\n|1,0|一、政务服务（20分）\n|1,1|1\n|1,2|1.网办率达标\n|1,2|2.热线办结\n|1,3|10\n|1,4|市政务局\n|2,1|2\n|2,2|规范窗口\n|2,3|10\n|2,4|市信访局\n|3,0|二、数据共享\n|3,1|3\n|3,2|归集数据\n|3,3|5\n|3,4|市数据局")
        #expect(paths(o) == ["表/一、", "表/一、/1/1.", "表/一、/1/2.", "表/一、/2", "表/二、", "表/二、/3"])
        #expect(o.items.map(\.id) == ["t.1", "t.1.1.1", "t.1.1.2", "t.1.2", "t.2", "t.2.3"])
        #expect(Set(o.items.map(\.role)) == [.assessment])
    }

    @Test func columnsWithoutTitlesAreToldByTheirCells() {
        let o = outline("|0,0|1\n|0,1|推进企业开办全程网办\n|0,2|县市场监管局\n|0,3|6月底前\n|1,0|2\n|1,1|推行电子发票\n|1,2|县税务局\n|1,3|9月底前")
        #expect(paths(o) == ["表/1", "表/2"])
        #expect(cells(o, 1, .responsible) == ["县税务局"] && cells(o, 1, .due) == ["9月底前"])
    }

    @Test func rowsWithoutNumbersAreCounted() {
        let o = outline("|0,0|工作任务\n|0,1|责任单位\n|1,0|开展排查\n|1,1|县水利局\n|2,0|组织整治\n|2,1|县住建局")
        #expect(paths(o) == ["表/1", "表/2"])
        #expect(o.items.map(text) == ["开展排查", "组织整治"])
    }

    @Test func contentThatThePageCutGoesOn() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|1,0|1\n|1,1|开展全面排查，\n|1,2|县水利局\n|2,1|建立整治台账。\n|3,0|2\n|3,1|组织整治\n|3,2|县住建局")
        #expect(paths(o) == ["表/1", "表/2"])
        #expect(text(o.items[0]) == "开展全面排查，\n建立整治台账。")
        #expect(o.rows.count == 2)
    }

    // MARK: - Time

    @Test func headersAreLookedForInOnePass() {
        let many = String(repeating: "序号\n任务\n责任单位\n", count: 4000)
        #expect(outline(many).items.isEmpty)
    }

    /// `| 1 | （一）… | 县财政局 |` holds no row behind it, whether its own or the next row's label is the inner one.
    @Test(arguments: [
        ("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|（一）推动网办。\n|1,2|县财政局\n|2,0|2\n|2,1|改造窗口。\n|2,2|县商务局", ["1/（一）", "2"]),
        ("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|一、推动网办。\n|1,1|二、推动核查。\n|1,2|县财政局\n|2,0|2\n|2,1|（一）改造窗口。\n|2,2|县商务局", ["1/一、", "1/二、", "2/（一）"]),
        ("|0,0|工作任务\n|0,1|责任单位\n|1,0|（一）推动网办。\n|1,1|县财政局\n|2,0|改造窗口。\n|2,1|县商务局\n|3,0|开设专窗。\n|3,1|县教育局", ["（一）", "2", "3"]),
    ])
    func aLabelledDutyHoldsNoRows(rows: String, found: [String]) {
        let o = outline(rows)
        #expect(paths(o) == found.map { "表/" + $0 })
        #expect(o.items.allSatisfy { $0.parent == nil })
    }

    /// A title without its own unit holds the rows below it.
    @Test func aLabelledTitleHoldsRows() {
        let o = outline("|0,0|工作任务\n|0,1|责任单位\n|1,0|（一）窗口服务\n|2,0|1.推动网办。\n|2,1|县财政局\n|3,0|2.改造窗口。\n|3,1|县商务局")
        #expect(paths(o) == ["表/（一）", "表/（一）/1.", "表/（一）/2."])
        // So does one that says who is over them.
        let group = outline("|0,0|任务\n|0,1|责任单位\n|0,2|完成时限\n|1,0|一、教育工作\n|1,1|县教育局\n|1,2|6月底\n|2,0|建设学校\n|2,1|县教育局\n|2,2|5月底\n|3,0|培训教师\n|3,1|县教育局\n|3,2|4月底\n|4,0|二、民政工作\n|4,1|县民政局\n|4,2|6月底\n|5,0|建养老院\n|5,1|县民政局\n|5,2|5月底")
        #expect(group.items.map { $0.parent == nil } == [true, false, false, true, false])
    }

    /// The rows under a title may have been cut.
    @Test func aTitleOverTheWholeWidthWithoutRows() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0,1,3|一、培训方面（共1项）\n|2,0|1\n|2,1|培训窗口人员。\n|2,2|县教育局\n|3,0,1,3|二、融合方面（共6项）\n|4,0,1,3|三、管理方面（共1项）\n|5,0|8\n|5,1|改造窗口。\n|5,2|县商务局")
        #expect(o.items.filter { $0.label.form == .chinese }.map { $0.heading.map { r in r.count } ?? 0 } == [9, 9, 9])
    }

    /// What is said beside several rows is said of each, the points of several are of none alone.
    @Test func remarksOverSeveralRows() {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|0,3|推广范围\n|0,4|分值\n|1,0|1\n|1,1|改造窗口。\n|1,2|县财政局\n|1,3,2,1|全县\n|1,4,2,1|10\n|2,0|2\n|2,1|开设专窗。\n|2,2|县教育局\n|3,0|3\n|3,1|培训人员。\n|3,2|县商务局")
        #expect(o.rows.indices.map { n in o.rows[n].cells.filter { $0.title == "推广范围" }.map { $0.passage.string($0.passage.indices) } } == [["全县"], ["全县"], []])
        #expect(o.rows.indices.map { cells(o, $0, .score) } == [["10"], [], []])
    }

    /// A line end inside brackets is none of the text; a title has its text below it.
    @Test(arguments: [(["落实《数控", "装备标准》。"], "落实《数控装备标准》。", nil),
                      (["开展技能培训", "组织职工参加培训。"], "开展技能培训\n组织职工参加培训。", "开展技能培训")] as [([String], String, String?)])
    func lineEndsInTasks(lines: [String], passage: String, heading: String?) {
        let o = outline("|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n" + lines.map { "|1,1|\($0)\n" }.joined() + "|1,2|县卫健局\n|2,0|2\n|2,1|其他工作\n|2,2|县卫健局")
        #expect(text(o.items[0]) == passage)
        #expect(o.items[0].heading.map { o.items[0].passage.string($0) } == heading)
    }

    /// A title of a group that its narrow column broke.
    @Test func lineEndsInTitlesOfGroups() {
        let o = outline("|0,0|二级指标\n|0,1|三级指标\n|0,2|责任单位\n|1,0,2,1|（一）医务人员\n|1,0,2,1|满意度\n|1,1|1.开展调查。\n|1,2|县卫健局\n|2,1|2.公布结果。\n|2,2|县卫健局")
        #expect(o.items.first.flatMap { item in item.heading.map { item.passage.string($0) } } == "医务人员满意度")
        #expect(paths(o) == ["表/（一）", "表/（一）/1.", "表/（一）/2."])
    }

    /// `示范区市场` ⏎ `监管局`: a line end inside a name; two names below each other are two.
    @Test func aNameThatALineEndBroke() {
        let o = outline("|0,0|序号\n|0,1|任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|维护权益\n|1,2|示范区市场\n|1,2|监管局\n|1,2|县商务局\n|1,3|2025年\n|1,3|6月底")
        #expect(cells(o, 0, .responsible) == ["示范区市场监管局\n县商务局"])
        #expect(cells(o, 0, .due) == ["2025年6月底"])
        #expect(!o.diagnostics.contains { $0.code == "table.row-broken" })
    }

    /// Days in figures tell that a further row stands under a merged number.
    @Test func daysInFigures() {
        let o = outline("任务清单\n序号   任务名称        责任单位      完成时间\n1      清理账号        市数据局      2025年5月1日\n2      培训骨干        市委组织部    2025.7.30\n       培训讲师        市人社局      2025-08-15\n3      评估验收        市审计局      2025年四季度")
        #expect(o.rows.map { $0.cells(.due).map { $0.passage.squashed() } } == [["2025年5月1日"], ["2025.7.30"], ["2025-08-15"], ["2025年四季度"]])
    }

    /// What no count of cells tells is said.
    @Test func aRowThatStaysBroken() {
        let o = outline("|0,0|序号\n|0,1|任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|维护权益\n|1,2|县商务局\n|2,0|县市监局\n|2,1|县审计局\n|2,2|县财政局\n|2,3|长期坚持\n|3,0|2\n|3,1|发展夜市\n|3,2|县商务局\n|3,3|6月底")
        #expect(o.diagnostics.contains { $0.code == "table.row-broken" && $0.message.contains("县市监局") })
    }

    /// Titles of which only one is known, over figures: a table of figures and no duties.
    @Test func titlesOverFigures() {
        let o = outline("|0,0|乡镇\n|0,1|面积（万亩）\n|0,2|收储点（个）\n|0,3|完成时间\n|1,0|甲镇\n|1,1|3.2\n|1,2|15\n|1,3|2024年9月\n|2,0|乙乡\n|2,1|4.1\n|2,2|22\n|2,3|2024年9月")
        #expect(o.items.isEmpty)
        #expect(o.diagnostics.contains { $0.code == "table.rows-unread" })
    }

    /// 序号 and 重点任务 over two rows, each with its own measure and units; merged, or written in the first row alone.
    @Test(arguments: ["|1,0,2,1|1\n|1,1,2,1|建设公园\n", "|1,0|1\n|1,1|建设公园\n"])
    func rowsThatShareANumber(_ group: String) {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|具体措施\n|0,3|责任单位\n" + group
            + "|1,2|新建步道，完善照明。\n|1,3|县住建局\n|2,2|改造厕所，设立标识。\n|2,3|县城管局\n|3,0|2\n|3,1|绿化道路\n|3,2|补植树木，清理垃圾。\n|3,3|县林草局")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["表/1", "表/1", "表/2"])
        #expect(o.items.map(\.id) == ["t.1", "t.1~2", "t.2"])
        #expect(o.rows.map { $0.cells(.responsible).map { $0.passage.string($0.passage.indices) } } == [["县住建局"], ["县城管局"], ["县林草局"]])
    }

    // MARK: - Cells over several rows

    private static let measures = "|0,0|目标任务\n|0,1|具体工作\n|0,2|责任单位\n|0,3|完成时限\n"

    /// Whether the mark of a merged cell is there or lost: its title is that of each row under it.
    @Test(arguments: [
        measures + "|1,0,2,1|发展农业\n|1,1|新建农田\n|1,2,2,1|县农业农村局\n|1,3,2,1|6月底\n|2,1|培育企业\n|3,0|保护生态\n|3,1|植树造林\n|3,2|县林业局\n|3,3|5月底",
        measures + "|1,0|发展农业\n|1,1|新建农田\n|1,2|县农业农村局\n|1,3|6月底\n|2,1|培育企业\n|3,0|保护生态\n|3,1|植树造林\n|3,2|县林业局\n|3,3|5月底",
    ])
    func aTitleOverRows(_ table: String) {
        let o = outline(table)
        #expect(paths(o) == ["表/1", "表/2", "表/3"])
        #expect(o.items.map(text) == ["发展农业\n新建农田", "培育企业", "保护生态\n植树造林"])
        #expect(o.items.map { $0.sharedHeading.map { $0.string($0.indices) } } == [nil, "发展农业", nil])
        #expect(o.rows.indices.map { cells(o, $0, .responsible) + cells(o, $0, .due) } == [["县农业农村局", "6月底"], ["县农业农村局", "6月底"], ["县林业局", "5月底"]])
    }

    /// A row under a number and a title of which nothing but the measure is its own; the deadline is its group's beside units of its own too.
    @Test func emptyCellsOfAGroup() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|具体措施\n|0,3|责任单位\n|0,4|完成时限\n|1,0|1\n|1,1|发展农业\n|1,2|新建农田\n|1,3|县农业农村局\n|1,4|6月底\n|2,2|培育企业\n|3,2|建设冷库\n|3,3|县商务局\n|4,0|2\n|4,1|保护生态\n|4,2|植树造林\n|4,3|县林业局\n|4,4|5月底")
        #expect(o.items.map(\.id) == ["t.1", "t.1~2", "t.1~3", "t.2"])
        #expect(o.rows.indices.map { cells(o, $0, .responsible) + cells(o, $0, .due) } == [["县农业农村局", "6月底"], ["县农业农村局", "6月底"], ["县商务局", "6月底"], ["县林业局", "5月底"]])
    }

    /// Who and by when in rows of their own, the marks of merged cells lost.
    @Test func furtherUnitsOfARow() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|新建农田\n|1,2|县农业农村局\n|1,3|6月底\n|2,2|县水利局\n|2,3|7月底\n|3,0|2\n|3,1|植树造林\n|3,2|县林业局\n|3,3|5月底")
        #expect(o.rows.count == 2)
        #expect(cells(o, 0, .responsible) == ["县农业农村局", "县水利局"])
        #expect(cells(o, 0, .due) == ["6月底", "7月底"])
    }

    /// A labelled cell over several rows holds them, marked or not; without numbers of their own they are counted in it.
    @Test(arguments: [",2,1", ""], ["一、", "1."])
    func labelledCellsOverRows(_ span: String, _ label: String) {
        let o = outline("|0,0|任务\n|0,1|具体措施\n|0,2|责任单位\n|1,0\(span)|\(label)发展农业\n|1,1|新建农田\n|1,2|县农业农村局\n|2,1|培育企业\n|2,2|县工信局\n|3,0|\(label == "一、" ? "二、" : "2.")保护生态\n|3,1|植树造林\n|3,2|县林业局\n|4,0|\(label == "一、" ? "三、" : "3.")改善民生\n|4,1|发放补助\n|4,2|县民政局")
        #expect(paths(o).prefix(3) == ["表/\(label)", "表/\(label)/1", "表/\(label)/2"])
        #expect(o.items.map(text) == ["发展农业", "新建农田", "培育企业", "保护生态\n植树造林", "改善民生\n发放补助"])
        #expect(o.items[1].kind == .task && o.items[2].kind == .task)
    }

    /// A title beside labelled measures, in its own row and those under it; where the row is an item, it holds them and is no title of each.
    @Test func titlesBesideLabels() {
        let o = outline("|0,0|任务\n|0,1|具体措施\n|0,2|责任单位\n|1,0,2,1|发展农业\n|1,1|1.新建农田\n|1,2|县农业农村局\n|2,1|2.培育企业\n|2,2|县工信局\n|3,0|保护生态\n|3,1|3.植树造林\n|3,2|县林业局")
        #expect(o.items.map { $0.sharedHeading.map { $0.string($0.indices) } } == ["发展农业", "发展农业", "保护生态"])
        let held = outline("|0,0|序号\n|0,1|任务\n|0,2|具体措施\n|0,3|责任单位\n|1,0|1\n|1,1|发展农业\n|1,2|1.新建农田\n|1,2|2.培育企业\n|1,3|县农业农村局")
        #expect(held.items.map(\.id) == ["t.1", "t.1.1", "t.1.2"] && held.items.allSatisfy { $0.sharedHeading == nil })
    }

    /// The same where cells have lost their marks and their places: one cell on each line, runs of spaces, or rows that begin with their first own cell.
    @Test(arguments: [
        "序号\n目标任务\n具体工作\n责任单位\n完成时限\n1\n发展农业\n新建农田\n县农业农村局\n6月底\n培育企业\n县工信局\n7月底\n2\n保护生态\n植树造林\n县林业局\n5月底\n治理河道\n县水利局\n年底",
        "序号  目标任务    具体工作    责任单位      完成时限\n1     发展农业    新建农田    县农业农村局  6月底\n                  培育企业    县工信局      7月底\n2     保护生态    植树造林    县林业局      5月底\n                  治理河道    县水利局      年底",
        "|0,0|序号\n|0,1|目标任务\n|0,2|具体工作\n|0,3|责任单位\n|0,4|完成时限\n|1,0|1\n|1,1|发展农业\n|1,2|新建农田\n|1,3|县农业农村局\n|1,4|6月底\n|2,0|培育企业\n|2,1|县工信局\n|2,2|7月底\n|3,0|2\n|3,1|保护生态\n|3,2|植树造林\n|3,3|县林业局\n|3,4|5月底\n|4,0|治理河道\n|4,1|县水利局\n|4,2|年底",
    ])
    func rowsUnderMergedCellsOfFlattenedTables(_ table: String) {
        let o = outline("任务分解表\n" + table)
        #expect(o.items.map(\.id) == ["t.1", "t.1~2", "t.2", "t.2~2"])
        #expect(o.items.map(text) == ["发展农业\n新建农田", "培育企业", "保护生态\n植树造林", "治理河道"])
        #expect(o.items.map { $0.sharedHeading.map { $0.string($0.indices) } } == [nil, "发展农业", nil, "保护生态"])
        #expect(o.rows.indices.map { cells(o, $0, .responsible) + cells(o, $0, .due) } == [["县农业农村局", "6月底"], ["县工信局", "7月底"], ["县林业局", "5月底"], ["县水利局", "年底"]])
    }

    /// 项目 beside what is to be done is its title; 类别 is none.
    @Test(arguments: [("项目", "农业"), ("类别", nil)])
    func groupsThatAreTitles(_ title: String, _ heading: String?) {
        let o = outline("|0,0|序号\n|0,1|\(title)\n|0,2|具体工作\n|0,3|责任单位\n|1,0|1\n|1,1|农业\n|1,2|新建农田。\n|1,3|县农业农村局\n|2,0|2\n|2,1|生态\n|2,2|植树造林。\n|2,3|县林业局")
        #expect(o.items.first?.sharedHeading.map { $0.string($0.indices) } == heading)
    }

    /// Where its cells have the numbers, they are the duties' labels, also under titles over the whole width.
    @Test func numbersInTheCellsOfTitles() {
        let o = outline("|0,0|项目\n|0,1|建设内容\n|0,2|责任单位\n|1,0|1.新建幼儿园\n|1,1|完成主体工程。\n|1,2|县教育局\n|2,0|2.校园食堂\n|2,1|改造食堂20所。\n|2,2|县教育局\n|3,0,1,3|二、养老\n|4,0|3.养老中心\n|4,1|新建中心4个。\n|4,2|县民政局")
        #expect(paths(o) == ["表/1.", "表/2.", "表/二、", "表/二、/3."])
        #expect(o.items.map(text) == ["新建幼儿园\n完成主体工程。", "校园食堂\n改造食堂20所。", "养老", "养老中心\n新建中心4个。"])
    }

    /// Rows without a number are duties beside units, days, persons or points.
    @Test(arguments: [
        ("部门|承担任务|完成时间", "县教育局|排查校舍隐患|6月底前", "县公安局|维护校园秩序|长期", ["排查校舍隐患", "维护校园秩序"]),
        ("项目|子项|考核标准|分值|评分部门", "组织领导|领导重视|成立小组|5|县委办", "工作落实|宣传|开展宣传|10|县委宣传部", ["成立小组", "开展宣传"]),
        ("问题|整改措施|整改时限|整改责任人|销号单位", "河道垃圾|清理垃圾|6月底前|王五|县水利局", "违建|拆除违建|9月底前|李四|县住建局", ["清理垃圾", "拆除违建"]),
        ("时间|事项|负责人", "3月|召开动员会|县教育局 王五", "4月|开展排查|县公安局 李四", ["召开动员会", "开展排查"]),
    ])
    func rowsWithoutNumbers(_ head: String, _ first: String, _ second: String, _ duties: [String]) {
        let rows = [head, first, second].enumerated().map { n, row in row.split(separator: "|").enumerated().map { "|\(n),\($0)|\($1)" }.joined(separator: "\n") }
        #expect(outline(rows.joined(separator: "\n")).items.map(text) == duties)
    }

    /// Figures of places are none.
    @Test func figuresAreNoDuties() {
        #expect(outline("|0,0|乡镇\n|0,1|改厕（户）\n|0,2|改水（户）\n|1,0|白水镇\n|1,1|100\n|1,2|200\n|2,0|草峰镇\n|2,1|150\n|2,2|300").items.isEmpty)
    }

    /// `其中：2021年任务` over figures is a share of them.
    @Test func aShareOfFiguresIsNoDuty() {
        let rows = "序号|主要指标|单位|计划任务|其中：2021年任务|1|建设雨水管网|公里|2000|628|2|增加应急设备能力|万m³/小时|10|4"
        let o = outline("三、主要任务\n表4  主要指标\n" + rows.replacing("|", with: "\n") + "\n（一）全面整治\n通过改造提升能力，逐一明确治理任务、完成时限。\n（二）大力治理\n加强城市河道规划、建设和管理。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["三、", "三、/（一）", "三、/（二）"])
    }

    /// A number stands alone in its row where the cell beside it is merged.
    @Test func unitsMergedOverNumberedRows() {
        let o = outline("|0,0|指标\n|0,1|责任单位\n|1,0|1.门诊人次数\n|1,1,3|县卫健委\n|2,0|2.下转人次数\n|3,0|3.上转人次数")
        #expect(o.rows.indices.map { cells(o, $0, .responsible) } == Array(repeating: ["县卫健委"], count: 3))
    }

    // MARK: - The cell above

    @Test(arguments: ["同上", "〃", "\"", "同"])
    func theSameAsAbove(_ ditto: String) {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|责任单位\n|0,3|完成时限\n|1,0|1\n|1,1|新建农田\n|1,2|县农业农村局、县水利局\n|1,3|6月底\n|2,0|2\n|2,1|培育企业\n|2,2|\(ditto)\n|2,3|\(ditto)\n|3,0|3\n|3,1|建设冷库\n|3,2|\(ditto)\n|3,3|7月底")
        #expect(o.rows.indices.map { cells(o, $0, .responsible) } == Array(repeating: ["县农业农村局、县水利局"], count: 3))
        #expect(o.rows.indices.map { cells(o, $0, .due) } == [["6月底"], ["6月底"], ["7月底"]])
    }

    // MARK: - Stretches of the year

    @Test func whatIsToBeDoneInAQuarter() {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|一季度\n|0,3|二季度\n|0,4|责任单位\n|1,0|1\n|1,1|建设公园\n|1,2|完成选址\n|1,3|开工建设\n|1,4|县住建局\n|2,0|2\n|2,1|建设车站\n|2,3|√\n|2,4|县交通局")
        #expect(o.items.map(text) == ["建设公园\n一季度\n完成选址\n二季度\n开工建设", "建设车站"])
        #expect(cells(o, 0, .period) == ["一季度", "二季度"] && cells(o, 1, .note) == ["√"])
    }

    @Test(arguments: ["无", "不涉及", "√", "30"]) func nothingToBeDoneInAQuarter(_ empty: String) {
        let o = outline("|0,0|序号\n|0,1|重点任务\n|0,2|一季度\n|0,3|二季度\n|0,4|责任单位\n|1,0|1\n|1,1|建设公园\n|1,2|完成选址\n|1,3|\(empty)\n|1,4|县住建局")
        #expect(o.items.map(text) == ["建设公园\n一季度\n完成选址"])
        #expect(cells(o, 0, .period) == ["一季度"] && cells(o, 0, .note) == [empty])
    }

    @Test(arguments: ["一季度", "第三季度目标", "4季度", "6月", "7—9月进度安排", "2024年上半年", "2024年12月份", "十二月", "9月底前", "12月末", "年底前", "2025年", "2025年度目标"])
    func titlesOfStretches(_ title: String) {
        #expect(PeriodTitle(vocabulary: .standard).matches(Passage(title)))
    }

    @Test(arguments: ["2024年以来", "2024", "季度", "一季度以来", "月", "6月30日", "13", "一", "每月"])
    func titlesOfNoStretches(_ title: String) {
        #expect(!PeriodTitle(vocabulary: .standard).matches(Passage(title)))
    }

    /// A day in a row of a table without titles is no title.
    @Test func aDayIsNoTitle() {
        let o = outline("|0,0|县财政局\n|0,1|6月底前\n|1,0|县审计局\n|1,1|长期坚持下去\n|2,0|县水利局\n|2,1|长期坚持下去")
        #expect(o.parts.allSatisfy { $0.kind != .tableHead })
    }

    /// A plan of figures by quarter imposes nothing.
    @Test func figuresByQuarter() {
        let o = outline("|0,0|项目名称\n|0,1|总投资\n|0,2|一季度\n|0,3|二季度\n|1,0|公园\n|1,1|500\n|1,2|100\n|1,3|400\n|2,0|车站\n|2,1|300\n|2,2|100\n|2,3|200")
        #expect(o.items.isEmpty)
    }

    /// A label in the cell of what is to be done holds no further row: the next number of a row ends it.
    @Test(arguments: ["（一）", "一、", "（1）"]) func aLabelInACellEndsWithItsRow(_ label: String) {
        let o = outline("青田县任务分解表\n|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|\(label)推动全程网办。\n|1,2|县财政局\n|2,0|2\n|2,1|推进改造升级。\n|2,2|县商务局\n|3,0|3\n|3,1|加强宣传。\n|3,2|县教育局")
        #expect(o.items.filter { $0.kind == .task }.map { $0.path.joined(separator: "/") } == ["表/1/\(label)", "表/2", "表/3"])
    }

    /// A title does not break off inside another one; two lines of a cell may be a title and its text.
    @Test func linesOfANarrowCell() {
        let o = outline("青田县任务分解表\n|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|新建水厂\n|1,1|改造管网\n|1,2|县水利局\n|2,0|2\n|2,1|贯彻落实《数控装\n|2,1|备标准》，开展宣传。\n|2,2|县工信局\n|3,0|3\n|3,1|开展技能培训\n|3,1|组织企业职工参加培训。\n|3,2|县人社局")
        #expect(o.items[0].heading.map { o.items[0].passage.string($0) } == "新建水厂")
        #expect(o.items[2].heading.map { o.items[2].passage.string($0) } == "开展技能培训")
        #expect(o.items[1].heading == nil)
    }

    /// The title of a group whose rows were left out.
    @Test func aBandWithoutRows() {
        let o = outline("青田县任务分解表\n|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0,1,3|一、知识产权方面（共1项）\n|2,0|1\n|2,1|案件审判\n|2,2|县法院\n|3,0,1,3|二、融合方面（共6项）\n|4,0,1,3|三、管理方面（共1项）\n|5,0|8\n|5,1|人才引进\n|5,2|县教育局")
        #expect(o.items.compactMap { item in item.isBand ? item.heading.map { item.passage.string($0) } : nil } == ["知识产权方面（共1项）", "融合方面（共6项）", "管理方面（共1项）"])
    }
}
