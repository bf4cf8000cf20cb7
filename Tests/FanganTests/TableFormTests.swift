import Fangan
import FanganGraph
import Testing

/// Tables of duties by what their columns hold, from the text to the task: nothing that a cell says is lost.
@Suite struct TableFormTests {
    private let pipeline: Pipeline

    init() throws { pipeline = try Pipeline() }

    private func graph(_ table: String) throws -> TaskGraph {
        let text = "青田县2024年重点工作实施方案\n\n为做好工作，制定本方案。\n\n" + table
        return try pipeline.run(bytes: Array(text.utf8), uri: "t.txt", name: "t").graph
    }

    /// `id heading|text|units|days|targets|conditions` of each task.
    private func tasks(_ table: String) throws -> [String] { try tasks(of: graph(table)) }

    private func tasks(of graph: TaskGraph) -> [String] {
        graph.items.filter { $0.kind == .task }.map { item in
            let units = graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.compactMap(\.mention)
            let parts = [units, item.due.map(\.date), item.targets.map { "\($0.quote)" }, item.conditions.map { "\($0.key ?? "")：\($0.quote)" }]
            return ([item.id + (item.heading.map { " " + $0 } ?? ""), item.text] + parts.map { $0.joined(separator: "、") }).joined(separator: "|")
        }
    }

    // MARK: - Cells too many

    /// A tab too many in one row shifts no other; it is told.
    @Test func aRowWithACellTooMany() throws {
        let graph = try graph("序号\t工作任务\t责任单位\t完成时限\n1\t新建幼儿园2所\t县教育局\t2024年9月底前\n2\t改造小学\t5所\t县住建局\t2024年10月底前\n3\t新建桥梁2座\t县公路中心\t2024年11月底前\n4\t改造公路30公里\t县交通运输局\t2024年12月底前\n")
        #expect(tasks(of: graph).map { $0.split(separator: "|").prefix(4).joined(separator: "|") } == [
            "t.1|新建幼儿园2所|县教育局|2024-09-30", "t.2|改造小学5所|县住建局|2024-10-31", "t.3|新建桥梁2座|县公路中心|2024-11-30", "t.4|改造公路30公里|县交通运输局|2024-12-31",
        ])
        #expect(graph.diagnostics.filter { $0.code == "table.row-broken" }.count == 1)
    }

    @Test(arguments: [
        (["1\t新建幼儿园2所\t县教育局\t2024年9月底前", "2\t改造小学5所\t县住建局\t县财政局\t2024年10月底前"], ["县教育局|2024-09-30", "县住建局、县财政局|2024-10-31"]),
        (["1\t新建幼儿园\t2所\t县教育局\t2024年9月底前", "2\t改造小学5所\t县住建局\t2024年10月底前"], ["县教育局|2024-09-30", "县住建局|2024-10-31"]),
    ]) func whereTheCellTooManyStands(_ rows: [String], _ wanted: [String]) throws {
        let graph = try graph("序号\t工作任务\t责任单位\t完成时限\n" + rows.joined(separator: "\n") + "\n3\t新建桥梁2座\t县公路中心\t2024年11月底前\n")
        #expect(tasks(of: graph).map { $0.split(separator: "|")[2...3].joined(separator: "|") } == wanted + ["县公路中心|2024-11-30"])
        #expect(tasks(of: graph).map { $0.split(separator: "|")[1] } == ["新建幼儿园2所", "改造小学5所", "新建桥梁2座"])
        #expect(graph.diagnostics.filter { $0.code == "table.row-broken" }.count == 1)
    }

    // MARK: - Goals beside names

    @Test(arguments: [("项目名称", "建设内容", "年度目标"), ("任务", "工作目标", "工作要求"), ("工作事项", "主要内容", "目标要求"), ("重点工作", "工作目标", "建设内容"), ("工程名称", "建设规模及内容", "预期成果")])
    func whatStandsBesideANameIsTheText(_ name: String, _ second: String, _ third: String) throws {
        let table = "序号\t\(name)\t\(second)\t\(third)\t责任单位\n1\t城区供水改造\t改造老旧管网12公里\t完成投资5000万元\t县水利局\n2\t农村公路提升\t新建公路30公里\t新建停车场3处\t县交通运输局\n"
        #expect(try tasks(table) == [
            "t.1 城区供水改造|改造老旧管网12公里完成投资5000万元|县水利局||12公里、5000万元|",
            "t.2 农村公路提升|新建公路30公里新建停车场3处|县交通运输局||30公里、3处|",
        ])
    }

    @Test func goalsUnderOneNameAreDutiesOfTheirOwn() throws {
        let expected = ["t.1 城区供水改造|新建泵站2座|县水利局||2座|", "t.1~2 城区供水改造|改造管网8公里|县住建局||8公里|", "t.2 农村公路提升|新建公路30公里|县交通运输局||30公里|"]
        let head = "序号\t项目名称\t年度目标\t责任单位\n"
        #expect(try tasks(head + "1\t城区供水改造\t新建泵站2座\t县水利局\n\t\t改造管网8公里\t县住建局\n2\t农村公路提升\t新建公路30公里\t县交通运输局\n") == expected)
    }

    @Test func figuresAreKeptBesideTheirIndicator() throws {
        let cell = "序号\t重点任务\t目标值\t责任单位\n1\t空气质量优良率\t≥90%\t县生态环境局\n2\t新建充电桩\t120个\t县发改局\n"
        #expect(try tasks(cell) == ["t.1|空气质量优良率|县生态环境局||≥90%|目标值：≥90%", "t.2|新建充电桩|县发改局||120个|目标值：120个"])
    }

    @Test func aGroupBesideGoalsIsTheirName() throws {
        #expect(try tasks("项目\t年度目标\t责任单位\n城区供水改造\t新建泵站2座\t县水利局\n农村公路提升\t新建公路30公里\t县交通运输局\n") == [
            "t.1 城区供水改造|新建泵站2座|县水利局||2座|", "t.2 农村公路提升|新建公路30公里|县交通运输局||30公里|",
        ])
    }

    /// A title of the row's own and what is to be done under it; the goal of the first row is its own, that over all rows is none's.
    @Test func rowsUnderOneNameInAPage() throws {
        func page(_ rows: [String]) -> String { "<html><head><meta charset=\"utf-8\"></head><body><h1>青田县2024年重点工作实施方案</h1><table>" + rows.map { "<tr>\($0)</tr>" }.joined() + "</table></body></html>" }
        func cells(_ texts: String...) -> String { texts.map { "<td>\($0)</td>" }.joined() }
        func merged(_ texts: String...) -> String { texts.map { "<td rowspan=\"2\">\($0)</td>" }.joined() }
        func read(_ rows: [String]) throws -> [String] {
            let graph = try pipeline.run(bytes: Array(page(rows).utf8), uri: "t.html", name: "t").graph
            return graph.items.filter { $0.kind == .task }.map { item in
                [item.heading ?? "", item.text, item.targets.map(\.quote).joined(separator: "、"), item.conditions.map { ($0.key ?? "") + "：" + $0.quote }.joined(separator: "、")].joined(separator: "|")
            }
        }
        #expect(try read([cells("序号", "项目名称", "建设内容", "年度目标", "责任单位"), merged("1", "城区供水改造") + cells("改造管网12公里", "完成投资8000万元") + merged("县水利局"), cells("新建泵站2座", "主体工程完工"),
                          cells("2", "农村公路提升", "新建公路30公里", "完成路基15公里", "县交通运输局")]) == [
            "城区供水改造|改造管网12公里完成投资8000万元|12公里、8000万元|", "城区供水改造|新建泵站2座主体工程完工|2座|", "农村公路提升|新建公路30公里完成路基15公里|30公里、15公里|",
        ])
        #expect(try read([cells("序号", "任务", "具体措施", "工作目标", "责任单位"), merged("1", "城区供水改造") + cells("改造管网") + merged("漏损率降到9%以下") + cells("县水利局"), cells("新建泵站", "县住建局"),
                          cells("2", "农村公路提升", "改造路面", "新建公路30公里", "县交通运输局")]) == [
            "城区供水改造|改造管网|9%以下|工作目标：漏损率降到9%以下", "城区供水改造|新建泵站||", "农村公路提升|改造路面新建公路30公里|30公里|",
        ])
    }

    @Test func goalsInFrontOfTheWork() throws {
        #expect(try tasks("序号\t工作目标\t工作任务\t责任单位\n1\t完成立项10个\t开展项目储备\t县发改局\n2\t\t落实资金\t县财政局\n") == [
            "t.1 开展项目储备|完成立项10个|县发改局||10个|", "t.2|落实资金|县财政局|||",
        ])
    }

    @Test func goalsOfOrgansAlone() throws {
        #expect(try tasks("责任单位\t工作目标\t完成时限\n县水利局\t完成管网改造8公里\t6月底\n县住建局\t新建停车场3处\t2024/9/30\n") == [
            "t.1|完成管网改造8公里|县水利局|2024-06-30|8公里|", "t.2|新建停车场3处|县住建局|2024-09-30|3处|",
        ])
    }

    @Test func figuresBesideAPlaceAreItsGoal() throws {
        #expect(try tasks("乡镇\t目标任务（亩）\t完成时限\t责任单位\n城关镇\t300\t5月底\t县林业局\n东山镇\t200\t5月底\t县林业局\n") == [
            "t.1|城关镇|县林业局|2024-05-31|300|目标任务（亩）：300", "t.2|东山镇|县林业局|2024-05-31|200|目标任务（亩）：200",
        ])
    }

    @Test func theGroupOfARowIsKept() throws {
        let page = "<html><head><meta charset=\"utf-8\"></head><body><h1>青田县2024年重点工作实施方案</h1><table><tr><td>类别</td><td>序号</td><td>工作内容</td><td>责任部门</td></tr><tr><td rowspan=\"2\">党建</td><td>1</td><td>开展主题党日</td><td>县委组织部</td></tr><tr><td>2</td><td>发展党员</td><td>县委组织部</td></tr><tr><td>宣传</td><td>3</td><td>报送信息</td><td>县委宣传部</td></tr></table></body></html>"
        let graph = try pipeline.run(bytes: Array(page.utf8), uri: "t.html", name: "t").graph
        #expect(graph.items.filter { $0.kind == .task }.map { $0.conditions.map(\.quote) } == [["党建"], ["党建"], ["宣传"]])
    }

    @Test func yearsBesidePlaces() throws {
        let items = try graph("区县\t2024年任务数（户）\t2025年任务数（户）\t责任单位\n城关镇\t300\t400\t县住建局\n东山镇\t200\t250\t县住建局\n").items.filter { $0.kind == .task }
        #expect(items.map(\.text) == ["城关镇", "东山镇"])
        #expect(items.map { $0.targets.map { "\($0.min ?? 0)\($0.unit)" } } == [["300.0户", "400.0户"], ["200.0户", "250.0户"]])
    }

    // MARK: - 单位

    @Test func measuresAreNoOrgans() throws {
        let table = "序号\t项目名称\t单位\t建设规模\t责任单位\n1\t高标准农田\t万亩\t1.2\t县农业农村局\n2\t充电桩\t个\t120\t县发改局\n3\t优良率\t%\t90\t县生态环境局\n"
        let graph = try graph(table)
        #expect(graph.edges.filter { $0.kind == .responsible }.compactMap(\.mention) == ["县农业农村局", "县发改局", "县生态环境局"])
        #expect(graph.items.first?.conditions.map { ($0.key ?? "") + $0.quote }.contains("单位万亩") == true)
        #expect(try tasks("序号\t单位\t重点任务\n1\t县水利局\t改造管网\n2\t县住建局\t整修道路\n").map { $0.split(separator: "|")[2] } == ["县水利局", "县住建局"])
    }

    @Test func whatADeadlineSaysBesideItsDayIsKept() throws {
        let table = "序号\t重点任务\t责任单位\t完成时限\n1\t开展排查\t县水利局\t适时\n2\t整治河道\t县住建局\t2024年6月底取得阶段性成效并持续推进\n3\t修订预案\t县应急局\t无\n4\t巡查\t县林业局\t全年\n5\t验收\t县林业局\t####\n6\t回访\t县林业局\t—\n"
        let graph = try graph(table)
        let items = graph.items.filter { $0.kind == .task }
        #expect(items.map { $0.conditions.map(\.quote) } == [["适时"], ["2024年6月底取得阶段性成效并持续推进"], [], [], ["####"], []])
        #expect(items.map { $0.due.map(\.date) } == [[], ["2024-06-30"], [], [], [], []])
        #expect(items.map { $0.periods.filter(\.isOpen).map(\.quote) } == [[], ["持续推进"], [], ["全年"], [], []])
        #expect(graph.diagnostics.filter { $0.code == "date.day-open" }.count == 2)
    }

    @Test func plannedFiguresAreNoDuties() throws {
        #expect(try tasks("序号\t主要指标\t单位\t计划任务\t其中：2021年任务\n1\t建设雨水管网\t公里\t2000\t628\n2\t清淤排水管网\t公里\t10000\t4500\n") == [])
    }

    // MARK: - Years

    @Test func figuresUnderYearsAreTargetsOfTheirYears() throws {
        let table = "序号\t指标名称\t单位\t2024年\t2025年\t责任单位\n1\t新增造林面积\t万亩\t2.5\t3\t县林业局\n2\t空气质量优良率\t%\t90\t≥91\t县生态环境局\n3\t新建充电桩\t个\t—\t200\t县发改局\n"
        let items = try graph(table).items.filter { $0.kind == .task }
        #expect(items.map { $0.due.map(\.date) } == [["2024-12-31", "2025-12-31"], ["2024-12-31", "2025-12-31"], ["2025-12-31"]])
        #expect(items.map { $0.targets.map(\.quote) } == [["2.5", "3"], ["90", "≥91"], ["200"]])
        #expect(items.map { $0.targets.map(\.unit) } == [["亩", "亩"], ["%", "%"], ["个"]])
        #expect(items.map { $0.targets.map(\.min) } == [[25_000, 30_000], [90, 91], [200]])
        #expect(items.map { $0.targets.map(\.max) } == [[25_000, 30_000], [90, nil], [200]])
        #expect(items.map { $0.targets.map { $0.scope?.quote } } == [["2024年", "2025年"], ["2024年", "2025年"], ["2025年"]])
    }

    @Test func theMeasureMayStandInTheNameOrTheCell() throws {
        let table = "序号\t主要指标\t2024年目标\t2025年目标\t责任单位\n1\t新增造林面积（万亩）\t2.5\t3\t县林业局\n2\t新建充电桩\t120个\t200个以上\t县发改局\n"
        let targets = try graph(table).items.filter { $0.kind == .task }.map { $0.targets.map { "\($0.min ?? -1)\($0.unit)" } }
        #expect(targets == [["25000.0亩", "30000.0亩"], ["120.0个", "200.0个"]])
    }

    @Test func yearsOfATableWhoseCellsStandOnLines() throws {
        let items = try graph("序号\n指标名称\n单位\n2024年\n2025年\n责任单位\n1\n造林面积\n万亩\n2.5\n3\n县林业局\n2\n充电桩\n个\n120\n200\n县发改局\n").items.filter { $0.kind == .task }
        #expect(items.map { $0.targets.map(\.quote) } == [["2.5", "3"], ["120", "200"]])
        #expect(items.map { $0.due.map(\.date) } == [["2024-12-31", "2025-12-31"], ["2024-12-31", "2025-12-31"]])
    }

    /// A year before the plan's is what has been reached.
    @Test func figuresOfPastYearsAreNoTargets() throws {
        let table = "序号\t指标名称\t单位\t2022年\t2024年\t责任单位\n1\t新增造林面积\t亩\t100\t250\t县林业局\n2\t新建充电桩\t个\t10\t20\t县发改局\n"
        let items = try graph(table).items.filter { $0.kind == .task }
        #expect(items.map { $0.targets.map(\.quote) } == [["250"], ["20"]])
        #expect(items.map { $0.due.map(\.date) } == [["2024-12-31"], ["2024-12-31"]])
        #expect(items.first?.conditions.contains { $0.key == "2022年" && $0.quote == "100" } == true)
    }

    /// Where a column of deadlines says the row's last day, a year or month in another column's title is none.
    @Test func yearsOfColumnsBesideDeadlinesAreNoDeadlines() throws {
        let table = "序号\t项目名称\t总投资（万元）\t2024年计划投资\t竣工时间\t责任单位\n1\t灌区改造\t5000\t3000\t2024年10月\t县水务局\n2\t水库除险\t800\t600\t2025年6月\t县水务局\n"
        #expect(try graph(table).items.filter { $0.kind == .task }.map { $0.due.map(\.date) } == [["2024-10-31"], ["2025-06-30"]])
        let progress = "序号\t任务\t2024年5月进度\t责任单位\t完成时限\n1\t灌区改造\t完成30%\t县水务局\t2024年10月\n"
        #expect(try graph(progress).items.filter { $0.kind == .task }.map { $0.due.map(\.date) } == [["2024-10-31"]])
    }

    // MARK: - Duties by organ

    @Test(arguments: [("单位", "工作职责"), ("部门", "职责分工"), ("成员单位", "主要职责"), ("部门名称", "职责"), ("单位名称", "任务分工"), ("成员单位", "责任分工"), ("责任主体", "监管职责")])
    func whatEachOrganDoes(_ owner: String, _ content: String) throws {
        let rows = ["县发改局\t负责牵头协调项目建设；对接上级部门。", "县财政局\t落实资金保障，加强资金监管。"]
        let said = ["|负责牵头协调项目建设；对接上级部门。|县发改局|||", "|落实资金保障，加强资金监管。|县财政局|||"]
        #expect(try tasks("\(owner)\t\(content)\n" + rows.joined(separator: "\n")) == ["t.1" + said[0], "t.2" + said[1]])
        #expect(try tasks("序号\t\(owner)\t\(content)\n1\t\(rows[0])\n2\t\(rows[1])\n") == ["t.1" + said[0], "t.2" + said[1]])
    }

    @Test func numberedDutiesOfAnOrgan() throws {
        let table = "成员单位\t主要职责\n县发改局\t负责牵头协调项目建设。\n县财政局\t（1）落实资金保障。（2）加强资金监管；（3）组织绩效评价。\n县水利局\t做好供水项目建设工作。\n"
        #expect(try tasks(table) == [
            "t.1|负责牵头协调项目建设。|县发改局|||", "t.2.1|落实资金保障。|县财政局|||", "t.2.2|加强资金监管；|县财政局|||",
            "t.2.3|组织绩效评价。|县财政局|||", "t.3|做好供水项目建设工作。|县水利局|||",
        ])
    }

    // MARK: - Categories

    /// `二 资金方面` in a row of its own holds the rows below it, whether the number has a mark or not.
    @Test(arguments: ["一 项目方面|二 资金方面", "一、项目方面|二、资金方面", "（一）项目方面|（二）资金方面"]) func categoriesHoldTheirRows(_ names: String) throws {
        let names = names.split(separator: "|")
        let found = try graph("序号\t工作任务\t责任单位\t完成时限\n\(names[0])\t\t\t\n1\t新建水厂\t县水利局\t2024年6月底\n2\t改造管网\t县住建局\t2024年9月底\n\(names[1])\t\t\t\n3\t争取资金\t县财政局\t2024年10月底\n").items
        #expect(found.map { $0.kind.rawValue + " " + ($0.heading ?? "") + $0.text } == ["section 项目方面", "task 新建水厂", "task 改造管网", "section 资金方面", "task 争取资金"])
        #expect(found.last?.path == ["表", names[1].hasPrefix("（") ? "（二）" : names[1].hasPrefix("二、") ? "二、" : "二", "3"])
    }

    @Test func aCategoryWhoseRowsWereLeftOutIsNoDuty() throws {
        let found = try graph("序号\t工作任务\t责任单位\t完成时限\n一、项目方面\t\t\t\n1\t新建水厂\t县水利局\t2024年6月底\n二、资金方面（共6项）\t\t\t\n三、人才方面\t\t\t\n8\t招聘人员\t县财政局\t2024年10月底\n").items
        #expect(found.map { $0.kind.rawValue } == ["section", "task", "item", "section", "task"])
    }

    // MARK: - Quoted cells

    /// As programs copy and save tables: cells with line ends in quotes, between tabs or commas.
    @Test(arguments: ["\t", ","]) func quotedCellsHoldLineEnds(_ separator: String) throws {
        let rows = [["序号", "工作任务", "责任单位", "完成时限"], ["1", "\"新建水厂\n改造管网\"", "县水利局", "2024年6月底"], ["2", "\"加快拨付\"\"专项\"\"资金\"", "\"县财政局\n县审计局\"", "2024年9月底"]]
        #expect(try tasks(rows.map { $0.joined(separator: separator) }.joined(separator: "\n") + "\n") == [
            "t.1 新建水厂|改造管网|县水利局|2024-06-30||", "t.2|加快拨付\"专项\"资金|县财政局、县审计局|2024-09-30||",
        ])
    }

    @Test func plainCommasAndAQuoteThatNeverEnds() throws {
        #expect(try tasks("序号,工作任务,责任单位\n1,新建水厂,县水利局\n2,改造管网,县住建局\n") == ["t.1|新建水厂|县水利局|||", "t.2|改造管网|县住建局|||"])
        #expect(try tasks("序号\t工作任务\t责任单位\n1\t\"新建水厂\t县水利局\n2\t改造管网\t县住建局\n") == ["t.1|\"新建水厂|县水利局|||", "t.2|改造管网|县住建局|||"])
    }

    /// A row that lacks its last cell is one all the same; titles that no table has, and sentences, make none.
    @Test func shortRowsAndProseBetweenCommas() throws {
        #expect(try tasks("序号,重点任务,责任单位,完成时限\n1,建设水厂,县水利局,2024年6月底\n2,建设管网,县财政局\n3,建设道路,县交通运输局,2024年11月底\n") == [
            "t.1|建设水厂|县水利局|2024-06-30||", "t.2|建设管网|县财政局|||", "t.3|建设道路|县交通运输局|2024-11-30||",
        ])
        #expect(try tasks("关于工作,有关单位,加强管理\n青田县工作方案,示范县,实施年\n一、加强领导,落实责任,抓好落实\n（一）县水利局牵头,县住建局配合,2024年6月底前完成。\n").count == 1)
    }

    /// Commas of prose, however many.
    @Test func commasInSentencesMakeNoTable() throws {
        #expect(try graph("一、主要任务\n1.清淤,修路,架桥,由县水利局负责。\n2.清淤,修路,架桥,由县住建局负责。\n3.清淤,修路,架桥,由县财政局负责。\n").items.map(\.path) == [["一、"], ["一、", "1."], ["一、", "2."], ["一、", "3."]])
    }

    // MARK: - Cells that say what they hold

    private func html(_ rows: String) throws -> [String] {
        try tasks(of: pipeline.run(bytes: Array("<html><body><h1>青田县2024年环境整治工作方案</h1><p>为做好工作，制定本方案。</p><table>\(rows)</table></body></html>".utf8), uri: "t.html", name: "t").graph)
    }

    @Test func keysInCellsBesideADuty() throws {
        func row(_ cells: String...) -> String { "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        #expect(try html(row("1", "开展河道清淤", "整治范围：瓯江", "牵头单位：县水利局", "完成时限：2024年6月底") + row("2", "治理工地扬尘", "整治范围：城区", "牵头单位：县住建局<br>配合单位：县生态环境局", "完成时限：2024年9月底")) == [
            "t.1|开展河道清淤|县水利局|2024-06-30||整治范围：瓯江", "t.2|治理工地扬尘|县住建局、县生态环境局|2024-09-30||整治范围：城区",
        ])
    }

    @Test func keysInRowsUnderADuty() throws {
        func card(_ duty: String, _ unit: String, _ day: String) -> String {
            "<tr><td colspan=2>\(duty)</td></tr><tr><td>整治范围：城区</td><td>牵头单位：\(unit)</td></tr><tr><td>责任领导：王明</td><td>完成时限：\(day)</td></tr>"
        }
        #expect(try html(card("一、开展河道清淤", "县水利局", "2024年6月底") + card("二、治理工地扬尘", "县住建局", "2024年9月底")) == [
            "t.1|开展河道清淤|县水利局|2024-06-30||整治范围：城区、责任领导：王明", "t.2|治理工地扬尘|县住建局|2024-09-30||整治范围：城区、责任领导：王明",
        ])
        // Without a key of units the table is none of duties.
        #expect(try html("<tr><td>姓名：王明</td><td>职务：局长</td></tr><tr><td>姓名：李强</td><td>职务：科长</td></tr>").isEmpty)
    }

    /// A sentence without a number over the first one is a duty, a name there is a title.
    @Test func aSentenceOverTheFirstNumberIsADuty() throws {
        let rows = "1\t新建水厂\t县水利局\t2024年6月底\n2\t改造管网\t县住建局\t2024年9月底\n"
        #expect(try tasks("序号\t工作任务\t责任单位\t完成时限\n\t落实主体责任，加强督促检查。\t\t\n" + rows) == [
            "t.0|落实主体责任，加强督促检查。||||", "t.1|新建水厂|县水利局|2024-06-30||", "t.2|改造管网|县住建局|2024-09-30||",
        ])
        #expect(try tasks("序号\t工作任务\t责任单位\t完成时限\n\t项目建设\t\t\n" + rows) == ["t.1|新建水厂|县水利局|2024-06-30||", "t.2|改造管网|县住建局|2024-09-30||"])
    }

    /// 指标 over 解释 are two titles though 指标解释 is one, and the page's number in front of an annex is no cell.
    @Test func indicatorsCellByCell() throws {
        let table = "附件1\n城市体检指标\n序号\n指标\n解释\n备注\n1\n区域开发强度（%）\n建成区面积占总面积的比例。\n2\n历史建筑密度\n历史建筑数量/建成区面积\n3\n人口密度\n单位面积上的人口数。\n主要指标\n4\n绿道长度\n绿道的长度。\n1\n附件2\n名单\n"
        #expect(try graph("一、主要任务\n做好工作。\n" + table).items.dropFirst().map { "\($0.heading ?? "")|\($0.text)|\($0.conditions.map(\.quote).joined())" } == [
            "区域开发强度（%）|建成区面积占总面积的比例。|", "历史建筑密度|历史建筑数量/建成区面积|", "人口密度|单位面积上的人口数。|主要指标", "绿道长度|绿道的长度。|",
        ])
    }

    // MARK: - Numbers of rows

    @Test func rowsThatAreMissingAreSaid() throws {
        func gaps(_ numbers: Int...) throws -> [String] {
            try graph("序号\t工作任务\t责任单位\n" + numbers.map { "\($0)\t新建水厂\($0)座\t县水利局\n" }.joined()).diagnostics.filter { $0.code == "outline.number-missing" }.map(\.message)
        }
        #expect(try gaps(1, 2, 3, 7, 8) == ["“7” follows where number 4 was expected."])
        #expect(try gaps(1, 2, 3, 1, 2).isEmpty)
    }

    // MARK: - Numbers in several cells of a row

    @Test(arguments: [("1.县水利局2.县住建局", "1.3月底2.5月底"), ("1、县水利局；2、县住建局。", "1、3月底；2、5月底"), ("（1）县水利局（2）县住建局", "①3月底②5月底")])
    func whatIsCountedInOneCellIsCountedInTheOthers(_ units: String, _ days: String) throws {
        #expect(try tasks("序号\t重点任务\t工作措施\t责任单位\t完成时限\n1\t加强防汛\t1.修复堤防。2.清理河道。\t\(units)\t\(days)\n2\t加强防火\t巡查林区。\t县林业局\t6月底\n") == [
            "t.1.1|修复堤防。|县水利局|2024-03-31||", "t.1.2|清理河道。|县住建局|2024-05-31||", "t.2 加强防火|巡查林区。|县林业局|2024-06-30||",
        ])
        let titled = try graph("序号\t重点任务\t工作措施\t责任单位\t完成时限\n1\t加强防汛\t1.修复堤防。2.清理河道。\t\(units)\t12月底\n2\t加强防火\t1.巡查林区。2.宣传教育。\t县林业局\t6月底\n")
        #expect(titled.items.map(\.path) == [["表", "1"], ["表", "1", "1."], ["表", "1", "2."], ["表", "2"], ["表", "2", "1."], ["表", "2", "2."]])
        #expect(titled.edges.filter { $0.kind == .responsible }.compactMap(\.mention) == ["县水利局", "县住建局", "县林业局", "县林业局", "县林业局"])
        #expect(titled.items.filter { $0.kind == .task }.flatMap(\.due).map(\.date) == ["2024-12-31", "2024-12-31", "2024-06-30", "2024-06-30"])
    }

    /// Fewer numbers than duties: whose is whose is not said.
    @Test func cellsThatDoNotCountAllAreOfAll() throws {
        #expect(try tasks("序号\t工作措施\t责任单位\n1\t1.修复堤防。2.清理河道。3.疏通沟渠。\t县水利局、县住建局\n2\t巡查林区。\t县林业局\n").prefix(3).map { $0.split(separator: "|")[2] } == ["县水利局、县住建局", "县水利局、县住建局", "县水利局、县住建局"])
    }

    // MARK: - Cards of lines

    @Test func cardsOfLinesWithKeys() throws {
        let cards = "任务名称：新建水厂\n牵头单位：县水利局\n配合单位：县住建局\n完成时限：2024年6月底\n任务名称：改造管网\n责任领导：王明\n牵头单位：县住建局\n完成时限：2024年9月底\n"
        #expect(try tasks("一、主要任务\n抓好以下任务。\n" + cards + "二、保障措施\n加强领导。\n") == [
            "1 主要任务|抓好以下任务。||||", "t.1|新建水厂|县水利局、县住建局|2024-06-30||", "t.2|改造管网|县住建局|2024-09-30||责任领导：王明", "2 保障措施|加强领导。||||",
        ])
        // One card alone is the text of its item, and so are keys that name nobody.
        #expect(try graph("一、主要任务\n任务名称：新建水厂\n牵头单位：县水利局\n二、保障措施\n加强领导。\n").items.map(\.path) == [["一、"], ["二、"]])
        #expect(try graph("一、主要任务\n任务名称：新建水厂\n任务名称：改造管网\n二、保障措施\n加强领导。\n").items.map(\.path) == [["一、"], ["二、"]])
    }
}
