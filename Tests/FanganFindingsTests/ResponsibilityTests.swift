import FanganOutline
import FanganText
import Testing
@testable import FanganFindings

/// `市财政局:lead` for each unit that one item's text names, and the text without what assigns work.
private func read(_ text: String) -> (units: [String], text: String, deadlines: [String], diagnostics: [String]) {
    let p = Passage(text)
    let reading = ResponsibilityRecogniser().read(p)
    var rest = ""
    var from = 0
    for cut in reading.cuts {
        rest += p.string(from..<cut.lowerBound)
        from = cut.upperBound
    }
    rest += p.string(from..<p.count)
    return (reading.units.map { "\($0.mention):\($0.role.rawValue)" + ($0.basis == .text ? ":text" : "") }, rest,
            reading.deadlines.map { p.string($0) }, reading.diagnostics.map(\.code))
}

@Suite struct ResponsibilityTests {
    /// Each bracket or line, and the units it gives.
    static let assignments: [(String, [String])] = [
        ("（责任单位：市教育局、市财政局）", ["市教育局:responsible", "市财政局:responsible"]),
        ("(责任单位:市教育局,市财政局)", ["市教育局:responsible", "市财政局:responsible"]),
        ("〔责任科室：党政办、经发办〕", ["党政办:responsible", "经发办:responsible"]),
        ("【责任单位：县水利局】", ["县水利局:responsible"]),
        ("[责任单位:县水利局;县农业农村局]", ["县水利局:responsible", "县农业农村局:responsible"]),
        ("（市民政局负责）", ["市民政局:responsible"]),
        ("（市民政局、市残联按职责分工负责）", ["市民政局:responsible", "市残联:responsible"]),
        ("（市民政局等负责）", ["市民政局:responsible"]),
        ("（市民政局牵头，市财政局、市残联按职责分工负责）", ["市民政局:lead", "市财政局:responsible", "市残联:responsible"]),
        ("（市民政局牵头负责）", ["市民政局:lead"]),
        ("（市民政局牵头，市财政局等配合）", ["市民政局:lead", "市财政局:support"]),
        ("（牵头单位：市商务局；责任单位：市文旅局、各县人民政府）", ["市商务局:lead", "市文旅局:responsible", "各县人民政府:responsible"]),
        ("（牵头单位:市商务局,配合单位:市文旅局,责任单位:各区政府）", ["市商务局:lead", "市文旅局:support", "各区政府:responsible"]),
        ("（牵头单位：市商务局责任单位：市文旅局）", ["市商务局:lead", "市文旅局:responsible"]),
        ("（牵头单位：市商务局\n责任单位：市文旅局）", ["市商务局:lead", "市文旅局:responsible"]),
        ("（负责部门：省商务厅；适用范围：所有自贸试验区）", ["省商务厅:responsible"]),
        ("（牵头部门：省商务厅；目标位置：全省前5）", ["省商务厅:lead"]),
        ("（登记指导处负责，完成时限：2023年底前）", ["登记指导处:responsible"]),
        ("（6月底完成，牵头考核单位：市公安局、市司法局）", ["市公安局:lead", "市司法局:lead"]),
        ("（持续推进，牵头考核单位：市公安局）", ["市公安局:lead"]),
        ("（责任单位：各市、县〔区〕人民政府、新区管委会）", ["各市、县〔区〕人民政府:responsible", "新区管委会:responsible"]),
        ("（责任单位：各县(市、区)党委和人民政府）", ["各县(市、区)党委和人民政府:responsible"]),
        ("（责任单位：各市〔州〕、县〔市、区、特区〕人民政府）", ["各市〔州〕、县〔市、区、特区〕人民政府:responsible"]),
        ("（责任单位：示范区发展改革和统计局(商务局)）", ["示范区发展改革和统计局(商务局):responsible"]),
        ("（综合处、宣传处等相关处室按职责分工负责）", ["综合处:responsible", "宣传处:responsible", "相关处室:responsible"]),
        ("（市财政局等部门负责）", ["市财政局:responsible"]),
        ("（市发展改革委、市财政局）", ["市发展改革委:responsible", "市财政局:responsible"]),
        ("（省大数据局牵头，省人力资源社会保障厅、省科协配合）", ["省大数据局:lead", "省人力资源社会保障厅:support", "省科协:support"]),
        ("（省大数据局牵头，各有关部门分头落实）", ["省大数据局:lead", "各有关部门:responsible"]),
        ("\n牵头单位：市水务局\n责任单位：市财政局", ["市水务局:lead", "市财政局:responsible"]),
        ("责任单位市委组织部、市委宣传部", ["市委组织部:responsible", "市委宣传部:responsible"]),
        ("责任单位，市委组织部、市委宣传部", ["市委组织部:responsible", "市委宣传部:responsible"]),
        ("(责任单住市委政法委、市公安局)", ["市委政法委:responsible", "市公安局:responsible"]),
        ("责任单位市文联、市社科联、医学院)", ["市文联:responsible", "市社科联:responsible", "医学院:responsible"]),
        ("（责任单位：市住建局、市城管局", ["市住建局:responsible", "市城管局:responsible"]),
        ("市人社局、市残联负责)", ["市人社局:responsible", "市残联:responsible"]),
    ]

    @Test(arguments: assignments)
    func assigns(_ bracket: String, _ units: [String]) {
        let body = "完善各项制度，落实工作经费。"
        let found = read(body + bracket)
        #expect(found.units == units)
        #expect(found.text.filter { $0 != "\n" } == body)
    }

    /// Brackets and lines that assign nothing.
    @Test(arguments: [
        "完善制度（以下简称配合机制）。", "由企业自行负责。（由企业自行负责）", "落实经费（含配合资金）。", "强化责任（主体责任、监管责任）落实。",
        "明确分工（见附件），强化牵头抓总。", "责任单位要加强领导，抓好落实。", "开展评价（优秀、良好、合格）。", "建立牵头机制，加强配合。",
    ])
    func assignsNothing(_ text: String) {
        let found = read(text)
        #expect(found.units.isEmpty)
        #expect(found.text == text)
    }

    /// The sentence itself says who.
    static let sentences: [(String, [String])] = [
        ("所需经费由市财政局负责落实。", ["市财政局:responsible:text"]),
        ("全市工作由市创建工作领导小组统一领导。", ["市创建工作领导小组:lead:text"]),
        ("市委统战部要加强统筹协调。", ["市委统战部:responsible:text"]),
        ("商务局、价监局坚持常态化开展督查。", ["商务局:responsible:text", "价监局:responsible:text"]),
        ("按分工交由东山乡牵头落实。", ["东山乡:lead:text"]),
        ("设立创建工作办公室，负责具体工作。", ["创建工作办公室:responsible:text"]),
        ("由县政府督查室每半年开展一次督查。", ["县政府督查室:responsible:text"]),
        ("由市应急管理局负责协调，市公安局负责秩序维护。", ["市应急管理局:responsible:text", "市公安局:responsible:text"]),
        ("7月29日前，各成员单位将资料报送。", ["各成员单位:responsible:text"]),
        ("各乡镇、各成员单位11月底前提交总结。", ["各乡镇:responsible:text", "各成员单位:responsible:text"]),
        ("各级各部门要高度重视。", []), ("各有关单位要密切配合。", []), ("由专人负责日常工作。", []), ("由第三方机构组织评估。", []),
        ("市委、市政府高度重视。", []), ("会同有关部门开展检查。", []), ("由牵头考核单位进行打分。", []), ("成立由区政府办公室主任任组长的专班。", []),
        ("履行区委统战工作领导小组办公室统筹职责。", []), ("推进各级财政部门负责的项目。", []),
    ]

    @Test(arguments: sentences)
    func sentenceSubjects(_ text: String, _ units: [String]) {
        #expect(read(text).units == units)
        #expect(read(text).text == text)
    }

    @Test func aUnitInSentenceAndBracketIsOneEntryOfTheBracket() {
        #expect(read("由市财政局负责保障经费。（责任单位：市财政局）").units == ["市财政局:responsible"])
    }

    @Test func deadlinesBesideTheUnits() {
        #expect(read("推进改革。（登记处负责，完成时限：2023年底前）").deadlines == ["2023年底前"])
        #expect(read("推进改革。（6月底完成，牵头考核单位：市公安局）").deadlines == ["6月底完成"])
        #expect(read("推进改革。\n牵头单位：市公安局\n完成时限：2023年6月底前").deadlines == ["2023年6月底前"])
    }

    @Test func damagedFormsAreReported() {
        #expect(read("做好工作。（责任单位：市住建局").diagnostics == ["responsibility.bracket-open"])
        #expect(read("做好工作。责任单位市住建局").diagnostics == ["responsibility.mark-lost"])
        #expect(read("做好工作。市住建局负责)").diagnostics == ["responsibility.bracket-half"])
        #expect(read("做好工作。（责任单位：市住建局）").diagnostics.isEmpty)
    }

    @Test func theFullStopBehindABracketGoesWithIt() {
        #expect(read("待结束后补交原件。（市商务局牵头，市税务局配合）。").text == "待结束后补交原件。")
        #expect(read("接入平台（市商务局负责）").text == "接入平台")
    }
}
