import Fangan
import FanganGraph
import Testing

/// Forms that plans use, from the text to the task: the smallest text that shows each.
@Suite struct FormTests {
    private let pipeline: Pipeline

    init() throws { pipeline = try Pipeline() }

    private func graph(_ text: String) throws -> TaskGraph {
        try pipeline.run(bytes: Array(text.utf8), uri: "t.txt", name: "t").graph
    }

    /// `id heading | text | units | days` of each task.
    private func tasks(_ text: String) throws -> [String] {
        let graph = try graph(text)
        let names = Dictionary(graph.units.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
        return graph.items.filter { $0.kind == .task }.map { item in
            let units = graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.map { $0.mention ?? names[$0.to] ?? "" }
            return [item.id + (item.heading.map { " " + $0 } ?? ""), item.text, units.joined(separator: "、"), item.due.map(\.date).joined(separator: "、")].joined(separator: "|")
        }
    }

    private static let title = "青田县2024年重点工作实施方案\n\n为做好工作，制定本方案。\n\n"

    // MARK: - Tables

    @Test func rowsUnderMergedCellsOfATabbedText() throws {
        let table = "序号\t目标任务\t具体工作\t责任单位\t完成时限\n1\t发展现代农业\t新建高标准农田\t县农业农村局\t2024年6月底\n\t\t培育龙头企业\t\t\n\t\t建设冷库\t县商务局\t\n2\t保护生态\t植树造林\t县林业局\t2024年5月底\n"
        #expect(try tasks(Self.title + table) == [
            "t.1 发展现代农业|新建高标准农田|县农业农村局|2024-06-30", "t.1~2 发展现代农业|培育龙头企业|县农业农村局|2024-06-30",
            "t.1~3 发展现代农业|建设冷库|县商务局|2024-06-30", "t.2 保护生态|植树造林|县林业局|2024-05-31",
        ])
    }

    /// What offices write over columns of units and days.
    @Test(arguments: [("承担单位", "办结时限"), ("实施主体", "竣工时间"), ("项目业主", "计划完工时间"), ("责任单位及责任人", "截止日期"), ("主管部门", "完成节点"), ("包保单位", "反馈时限")])
    func columnsOfUnitsAndDays(_ who: String, _ when: String) throws {
        let table = "序号\t工作任务\t\(who)\t\(when)\n1\t清淤修路\t县水利局\t2024年10月31日前\n2\t改造管网\t县住建局\t2024年9月底\n"
        #expect(try tasks(Self.title + table) == ["t.1|清淤修路|县水利局|2024-10-31", "t.2|改造管网|县住建局|2024-09-30"])
    }

    @Test func quartersAreDueAtTheirEnd() throws {
        let table = "序号\t重点任务\t一季度\t二季度\t三季度\t四季度\t责任单位\n1\t建设县图书馆\t完成选址\t完成设计并开工\t完成主体工程\t完成验收\t县文旅局\n2\t建设公园\t开工\t\t\t投入使用\t县住建局\n"
        #expect(try tasks(Self.title + table) == [
            "t.1 建设县图书馆|一季度完成选址二季度完成设计并开工三季度完成主体工程四季度完成验收|县文旅局|2024-03-31、2024-06-30、2024-09-30、2024-12-31",
            "t.2 建设公园|一季度开工四季度投入使用|县住建局|2024-03-31、2024-12-31",
        ])
    }

    /// The title of a column and the cell under it are two places of the text: no value goes from one to the other.
    @Test func nothingIsReadAcrossAColumnsTitle() throws {
        let item = try #require(graph(Self.title + "序号\t重点任务\t1月\t2月\t责任单位\n1\t建设公园\t5日前完成选址\t开工\t县住建局\n2\t建设车站\t选址\t开工\t县交通局\n").items.first)
        #expect(item.due.map(\.quote) == ["1月", "2月"])
    }

    // MARK: - Whose duties they are

    @Test func dutiesOfMembersOfAnEmergencyPlan() throws {
        #expect(try tasks("青田县防汛应急预案\n\n1 总则\n1.1 目的\n为做好防汛工作，制定本预案。\n2 组织体系\n2.1 成员单位职责\n县气象局：负责监测预报，6月底前完成站点检修。\n县水利局负责水情监测；\n3 预警\n3.1 发布\n县防办负责发布。\n").suffix(3) == [
            "2.2-1.1|负责监测预报，6月底前完成站点检修。|县气象局|", "2.2-1.2|负责水情监测；|县水利局|", "3.3-1 发布|县防办负责发布。|县防办|",
        ])
    }

    @Test func signsUnderATitle() throws {
        #expect(try tasks(Self.title + "一、主要任务\n（一）加强农田建设（责任单位：县农业农村局）\n· 6月底前完成验收。\n· 新建农田2万亩，县水利局负责。\n") == [
            "1.1.1|6月底前完成验收。|县农业农村局|2024-06-30", "1.1.2|新建农田2万亩，县水利局负责。|县水利局、县农业农村局|",
        ])
    }

    /// 同上 in brackets, and under it nobody who is called so.
    @Test func theSameAsTheItemBefore() throws {
        let text = "一、主要任务\n1.落实资金。（责任单位：县财政局、县审计局；完成时限：6月底前）\n2.加强监管。（责任单位：同上；完成时限：同上）\n3.开展宣传。（责任单位：县委宣传部）\n"
        #expect(try tasks(Self.title + text) == ["1.1|落实资金。|县财政局、县审计局|2024-06-30", "1.2|加强监管。|县财政局、县审计局|2024-06-30", "1.3|开展宣传。|县委宣传部|"])
    }

    @Test func namesOverSigns() throws {
        #expect(try tasks(Self.title + "一、职责分工\n县财政局：\n●落实资金，加强监管。\n●安排预算，及时拨付。\n县水利局：\n●治理河道，清理水库。\n") == [
            "1.1.1|落实资金，加强监管。|县财政局|", "1.1.2|安排预算，及时拨付。|县财政局|", "1.2|治理河道，清理水库。|县水利局|",
        ])
    }

    /// Rows that share their content have each their units and what is theirs in a quarter.
    @Test func quartersOfRowsThatShareTheirContent() throws {
        let html = "<table><tr><td>序号</td><td>目标任务</td><td>责任单位</td><td>一季度</td><td>二季度</td></tr><tr><td rowspan=2>1</td><td rowspan=2>发展农业</td><td>县农业农村局</td><td>选址</td><td>开工</td></tr><tr><td>县水利局</td><td>设计</td><td></td></tr></table>"
        let found = try tasks("<html><body><h1>青田县2024年重点工作实施方案</h1>" + html + "</body></html>")
        #expect(found == ["t.1 发展农业|一季度选址二季度开工一季度设计|县农业农村局、县水利局|2024-03-31、2024-06-30"])
    }
}
