import Fangan
import FanganFixtures
import FanganGraph
import Testing

/// Tables as offices keep them (台账, 督办表, 交办单, 整改清单, 项目表): their titles, in a text, in Markdown and in a spreadsheet.
@Suite struct LedgerTests {
    private let pipeline: Pipeline

    init() throws { pipeline = try Pipeline() }

    struct Ledger: Sendable, CustomTestStringConvertible {
        var head: String
        var rows: [String]
        /// `heading|text|牵lead责responsible配support|days` of each task.
        var tasks: [String]

        var testDescription: String { head }
        var cells: [[String]] { ([head] + rows).map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) } }
    }

    private func tasks(_ bytes: [UInt8], _ name: String) throws -> [String] {
        let graph = try pipeline.run(bytes: bytes, uri: name, name: "t").graph
        return graph.items.filter { $0.kind == .task }.map { item in
            let units = graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.map { edge in
                (edge.role == "lead" ? "牵" : edge.role == "support" ? "配" : "责") + (edge.mention ?? "")
            }
            return [item.heading ?? "", item.text, units.joined(), item.due.map(\.date).joined(separator: "、")].joined(separator: "|")
        }
    }

    private static let title = "青田县2024年重点工作台账"

    @Test(arguments: ledgers) func whatARowSays(_ ledger: Ledger) throws {
        let rows = ledger.cells
        let text = Self.title + "\n\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
        #expect(try tasks(Array(text.utf8), "t.txt") == ledger.tasks)
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        let markdown = "# \(Self.title)\n\n\(lines[0])\n|\(rows[0].map { _ in "---|" }.joined())\n\(lines.dropFirst().joined(separator: "\n"))\n"
        #expect(try tasks(Array(markdown.utf8), "t.md") == ledger.tasks)
        let sheet = SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[Self.title]] + rows))])
        #expect(try tasks(sheet, "t.xlsx") == ledger.tasks)
    }

    /// Cells set apart by runs of spaces, as programs print a table, and each on a line of its own, as a conversion leaves it.
    @Test(arguments: ledgers) func whatARowSaysWithoutMarks(_ ledger: Ledger) throws {
        let rows = ledger.cells
        func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } }
        let widths = rows[0].indices.map { n in (rows.map { width($0[n]) }.max() ?? 0) + 2 }
        let apart = rows.map { row in row.indices.map { row[$0] + String(repeating: " ", count: widths[$0] - width(row[$0])) }.joined() }
        #expect(try tasks(Array((Self.title + "\n\n" + apart.joined(separator: "\n") + "\n").utf8), "t.txt") == ledger.tasks)
        #expect(try tasks(Array((Self.title + "\n\n" + rows.flatMap(\.self).joined(separator: "\n") + "\n").utf8), "t.txt") == ledger.tasks)
    }

    @Test(arguments: ["需协调事项", "需协调解决事项", "其他事项", "审批事项", "使用单位"]) func whatIsNeitherTaskNorUnit(_ title: String) throws {
        let cells = title == "使用单位" ? ["县教育局", "县民政局"] : ["无", "无"]
        let text = "\(Self.title)\n\n序号\t工作任务\t责任单位\t\(title)\n1\t新建水厂\t县水利局\t\(cells[0])\n2\t改造管网\t县住建局\t\(cells[1])\n"
        #expect(try tasks(Array(text.utf8), "t.txt") == ["|新建水厂|责县水利局|", "|改造管网|责县住建局|"])
    }

    @Test func rowsWithoutNumbersCellByCell() throws {
        let text = Self.title + "\n\n重点工作\n具体举措\n主责单位\n协作单位\n完成期限\n招商引资\n开展招商10次\n县商务局\n县工信局\n12月底\n科技创新\n培育企业5家\n县科技局\n县税务局\n11月底\n"
        #expect(try tasks(Array(text.utf8), "t.txt") == ["招商引资|开展招商10次|牵县商务局配县工信局|2024-12-31", "科技创新|培育企业5家|牵县科技局配县税务局|2024-11-30"])
    }

    /// Groups cell by cell, each under its name and over its sums: without figures, with a place that was broken over two lines, with a text that begins
    /// as a preamble does.
    @Test func groupsOfProjectsCellByCell() throws {
        let text = """
        青田县2024年重点项目表

        序号
        项目名称
        建设性质
        建设内容与规模
        建设地点
        总投资
        （万元）
        河道整治工程
        1
        城市防洪工程
        新建
        江南溪拓宽至140米，清淤3公里
        永康区
        /
        小  计
        1
        /
        排涝工程
        1
        大湖排涝泵站扩排工程
        改建
        为加强城区防洪排涝能力，改善居住环境，建设排涝泵站，增加设计排涝流量。
        三门区
        1190
        2
        开发区蓄水池
        新建
        新建蓄水池120立方米，配套管网。
        经济
        开发区
        630
        小  计
        2
        1820
        管网工程
        1
        雨水管网改造工程
        改建
        随道路建设，改造管网530公里
        市本级
        5400
        """
        let found = try tasks(Array(text.utf8), "t.txt").map { $0.split(separator: "|") }
        #expect(found.map { $0[0] } == ["城市防洪工程", "大湖排涝泵站扩排工程", "开发区蓄水池", "雨水管网改造工程"])
        #expect(found[0][1] == "江南溪拓宽至140米，清淤3公里")
        #expect(found[1][1] == "为加强城区防洪排涝能力，改善居住环境，建设排涝泵站，增加设计排涝流量。")
        #expect(found[3][1] == "随道路建设，改造管网530公里")
    }

    static let ledgers = [
        Ledger(head: "序号|议题|议定事项|主办单位|协办单位|办理时限|办结情况",
               rows: ["1|关于城区供水的议题|启动管网改造|县水利局|县住建局、县财政局|2024年6月30日|正在办理", "2|关于公路养护的议题|制定养护方案|县交通运输局|县财政局|2024年7月15日|正在办理"],
               tasks: ["|启动管网改造|牵县水利局配县住建局配县财政局|2024-06-30", "|制定养护方案|牵县交通运输局配县财政局|2024-07-15"]),
        Ledger(head: "序号|督办事项|工作要求|主办单位|协办单位|办结时限|办理进展",
               rows: ["1|城区供水改造|加快施工进度|县水利局|县住建局|2024年6月底|已开工", "2|农村公路养护|落实养护责任|县交通运输局|县财政局|2024年9月底|未开工"],
               tasks: ["城区供水改造|加快施工进度|牵县水利局配县住建局|2024-06-30", "农村公路养护|落实养护责任|牵县交通运输局配县财政局|2024-09-30"]),
        Ledger(head: "序号|批示内容|批示领导|批示时间|承办单位|办理时限|办理情况",
               rows: ["1|请解决东山村饮水困难问题|王明|2024年3月1日|县水利局|2024年4月30日|办理中", "2|研究校车安全措施|李强|2024年3月5日|县教育局|2024年5月31日|办理中"],
               tasks: ["|请解决东山村饮水困难问题|责县水利局|2024-04-30", "|研究校车安全措施|责县教育局|2024-05-31"]),
        Ledger(head: "序号|交办事项|具体要求|牵头单位|配合单位|交办日期|完成时限",
               rows: ["1|整治农贸市场|清理占道经营|县城管局|县市场监管局|2024年2月1日|2024年3月31日", "2|修复滨河步道|更换破损地砖|县住建局|县水利局|2024年2月3日|2024年4月30日"],
               tasks: ["整治农贸市场|清理占道经营|牵县城管局配县市场监管局|2024-03-31", "修复滨河步道|更换破损地砖|牵县住建局配县水利局|2024-04-30"]),
        Ledger(head: "序号|反馈问题|整改措施|责任领导|牵头科室|责任科室|整改期限|整改状态",
               rows: ["1|学习不深入|每月集中学习|王明|办公室|人事科|2024年6月底|已完成", "2|拨付不及时|完善拨付流程|李强|财务科|法规科|2024年7月底|持续整改"],
               tasks: ["|每月集中学习|牵办公室责人事科|2024-06-30", "|完善拨付流程|牵财务科责法规科|2024-07-31"]),
        Ledger(head: "序号|隐患名称|隐患部位|整改措施|整改责任人|整改资金|整改时限|整改单位",
               rows: ["1|消防通道堵塞|一楼东侧|清理杂物|张三|0.5万元|2024年5月底|县商务局", "2|电线老化|二楼机房|更换线路|李四|2万元|2024年6月底|县工信局"],
               tasks: ["|清理杂物|责县商务局|2024-05-31", "|更换线路|责县工信局|2024-06-30"]),
        Ledger(head: "编号|案由|提案人|主办单位|会办单位|办理要求|答复时限",
               rows: ["1|关于校园周边交通的建议|张三|县公安局|县教育局|面商委员并书面答复|2024年6月30日", "2|关于社区养老的建议|李四|县民政局|县住建局|面商委员并书面答复|2024年7月31日"],
               tasks: ["关于校园周边交通的建议|面商委员并书面答复|牵县公安局配县教育局|2024-06-30", "关于社区养老的建议|面商委员并书面答复|牵县民政局配县住建局|2024-07-31"]),
        Ledger(head: "序号|信访事项|包案领导|责任单位|责任人|化解措施|化解时限",
               rows: ["1|征地补偿纠纷|王明|县自然资源局|张三|兑付补偿款|2024年6月底", "2|小区办证难|李强|县住建局|李四|完善手续|2024年8月底"],
               tasks: ["征地补偿纠纷|兑付补偿款|责县自然资源局|2024-06-30", "小区办证难|完善手续|责县住建局|2024-08-31"]),
        Ledger(head: "问题编号|问题描述|整改举措|责任单位|整改时间|销号时间|是否完成",
               rows: ["1|渣土车带泥上路|加装冲洗设施|县住建局|2024年6月底|2024年7月10日|否", "2|餐饮油烟扰民|安装油烟净化器|县城管局|2024年8月底|2024年9月10日|否"],
               tasks: ["|加装冲洗设施|责县住建局|2024-06-30", "|安装油烟净化器|责县城管局|2024-08-31"]),
        Ledger(head: "序号|公开事项|公开内容|公开时限|公开主体|公开渠道",
               rows: ["1|财政预决算|部门预算和决算|2024年3月底|县财政局|政府网站", "2|重大项目|项目批准信息|2024年6月底|县发改局|政府网站"],
               tasks: ["财政预决算|部门预算和决算|责县财政局|2024-03-31", "重大项目|项目批准信息|责县发改局|2024-06-30"]),
        Ledger(head: "序号|主要任务|主办|协办|时限", rows: ["1|制定实施细则|县发改局|县司法局|6月底", "2|开展宣传培训|县委宣传部|县融媒体中心|9月底"],
               tasks: ["|制定实施细则|牵县发改局配县司法局|2024-06-30", "|开展宣传培训|牵县委宣传部配县融媒体中心|2024-09-30"]),
        Ledger(head: "序号|工作事项|责任处（科）室|牵头部门（单位）|督办单位|办结日期", rows: ["1|制定实施细则|法规科|县发改局|县委督查室|2024年6月30日", "2|开展宣传培训|宣教科|县委宣传部|县委督查室|2024年9月30日"],
               tasks: ["|制定实施细则|责法规科牵县发改局配县委督查室|2024-06-30", "|开展宣传培训|责宣教科牵县委宣传部配县委督查室|2024-09-30"]),
        Ledger(head: "序号|事项|责任部门及配合单位|完成时限/要求", rows: ["1|制定实施细则|县发改局、县司法局|6月底", "2|开展宣传培训|县委宣传部|9月底"],
               tasks: ["|制定实施细则|责县发改局责县司法局|2024-06-30", "|开展宣传培训|责县委宣传部|2024-09-30"]),
        Ledger(head: "序号|重点任务|牵头单位（责任人）|配合单位", rows: ["1|新建水厂|县水利局（张三）|县住建局、县财政局", "2|改造管网|县住建局（李四）|各乡镇（街道）"],
               tasks: ["|新建水厂|牵县水利局配县住建局配县财政局|", "|改造管网|牵县住建局配各乡镇（街道）|"]),
        Ledger(head: "序号|问题清单|任务清单|责任清单|时限清单", rows: ["1|供水管网老化|改造管网|县水利局|2024年6月底", "2|停车难|新建停车场|县住建局|2024年9月底"],
               tasks: ["|改造管网|责县水利局|2024-06-30", "|新建停车场|责县住建局|2024-09-30"]),
        Ledger(head: "序号|重点任务|2024年目标|2025年目标|牵头单位", rows: ["1|改造管网|完成12公里|完成20公里|县水利局", "2|新建充电桩|建成100个|建成200个|县发改局"],
               tasks: ["改造管网|2024年目标完成12公里2025年目标完成20公里|牵县水利局|2024-12-31、2025-12-31", "新建充电桩|2024年目标建成100个2025年目标建成200个|牵县发改局|2024-12-31、2025-12-31"]),
        // What each organ is to do beside what is to be done.
        Ledger(head: "序号|重点任务|责任清单|完成时限", rows: ["1|改造管网|制定方案，落实资金|6月底", "2|新建停车场|完成选址，办理手续|9月底"],
               tasks: ["改造管网|制定方案，落实资金||2024-06-30", "新建停车场|完成选址，办理手续||2024-09-30"]),
        // Nothing but the number and one other title is known to the tables of titles.
        Ledger(head: "序号|事由|经办情况|地点|办理单位|类型", rows: ["1|修复步道|未开工|城北|县住建局|民生", "2|清理河道|未开工|城南|县水利局|环保"],
               tasks: ["|修复步道|责县住建局|", "|清理河道|责县水利局|"]),
    ]

    @Test(arguments: ["交办日期：2024年2月1日", "会议时间：2024年2月1日\n会议地点：县政府会议室", "填报单位：县政府办　　填报日期：2024年2月1日", "单位：万元"])
    func whatAFormSaysOfItselfIsNoTitle(_ facts: String) throws {
        let text = "青田县第12次常务会议交办事项\n\(facts)\n\n序号\t交办事项\t责任单位\t完成时限\n1\t整治市场\t县城管局\t3月31日\n2\t修复步道\t县住建局\t4月30日\n"
        let graph = try pipeline.run(bytes: Array(text.utf8), uri: "t.txt", name: "t").graph
        #expect(graph.document.title == "青田县第12次常务会议交办事项")
        #expect(graph.items.count == 2)
    }

    @Test(arguments: ["交办日期：2024年2月1日", "填报单位：县政府办　　填报日期：2024-02-01", "（2024年2月1日）", "（填报日期：2024年2月1日）"])
    func theYearOfAForm(_ fact: String) throws {
        let text = "青田县重点工作交办单\n\(fact)\n\n序号\t交办事项\t责任单位\t完成时限\n1\t整治市场\t县城管局\t3月底\n2\t修复步道\t县住建局\t4月30日前\n"
        #expect(try tasks(Array(text.utf8), "t.txt").compactMap { $0.split(separator: "|").last } == ["2024-03-31", "2024-04-30"])
    }

    @Test(arguments: ["打印时间：2021年3月1日", "更新时间：2021-03-01", "发布时间：2021年3月1日", "有效时间：2021年3月1日", "填报单位：县政府办　　打印日期：2021-03-01", "（更新时间：2021年3月1日）"])
    func whatIsNotTheYearOfAForm(_ fact: String) throws {
        let text = "青田县重点工作交办单\n\(fact)\n\n序号\t交办事项\t责任单位\t完成时限\n1\t整治市场\t县城管局\t3月底\n2\t修复步道\t县住建局\t4月30日前\n"
        #expect(!(try tasks(Array(text.utf8), "t.txt")).contains { $0.contains("2021") })
    }

    @Test func whoseATableIsMayStandOverIt() throws {
        let table = "序号\t工作任务\t责任人\t完成时限\n1\t整治市场\t张三\t3月底\n2\t清理广告\t李四\t4月底\n"
        let text = "\(Self.title)\n\n责任单位：县城管局\n\(table)\n单位：县住建局\n\(table)\n单位：万元\n\(table)"
        #expect(try tasks(Array(text.utf8), "t.txt").map { $0.split(separator: "|", omittingEmptySubsequences: false)[2] } == ["责县城管局", "责县城管局", "责县住建局", "责县住建局", "", ""])
    }

    @Test func aTitleOverATableIsNoTask() throws {
        let text = "# \(Self.title)\n\n## 一、项目建设\n\n| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 新建水厂 | 县水利局 |\n\n## 二、环境整治\n\n列入考核，见下表。\n\n| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 整治村庄 | 各乡镇 |\n"
        let items = try pipeline.run(bytes: Array(text.utf8), uri: "t.md", name: "t").graph.items
        #expect(items.map(\.kind) == [.section, .task, .task, .task])
        #expect(items.map(\.heading) == ["项目建设", nil, "环境整治", nil])
    }

    /// Offices write the title into the table's first row, and beside it what the figures are counted in.
    @Test func titlesInTheFirstRowOfATable() throws {
        let title = "青田县2024年重点项目推进计划表", head = ["序号", "项目名称", "建设内容", "投资", "责任单位"], row = ["1", "水厂", "新建水厂", "3000", "县水利局"]
        func read(_ bytes: [UInt8], _ name: String) throws -> [String] {
            let graph = try pipeline.run(bytes: bytes, uri: name, name: "t").graph
            return [graph.document.title ?? ""] + graph.items.map(\.text)
        }
        let beside = SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[title, "", "", "", "单位：万元"], head, row]))])
        #expect(try read(beside, "t.xlsx") == [title, "新建水厂"])
        let facts = SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[title, "", "", "", "单位：万元"], ["填报单位：县发改局", "", "填报日期：2024年2月"], head, row]))])
        #expect(try read(facts, "t.xlsx") == [title, "新建水厂"])
        let cells = { (texts: [String]) in "<tr>" + texts.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        let page = "<html><head><meta charset=\"utf-8\"></head><body><table><tr><td colspan=\"5\">\(title)</td></tr>\(cells(head))\(cells(row))</table></body></html>"
        #expect(try read(Array(page.utf8), "t.html") == [title, "新建水厂"])
    }

    /// Every cell on a line of its own, as conversions to text leave a table: titles over two lines, groups that count anew behind their sums, content
    /// merged over two rows.
    @Test func aTableOfProjectsCellByCell() throws {
        let head = ["附表1  青田县重大项目表", "序号", "项目名称", "建设性质", "建设内容与规模", "建设地点", "项目起止", "总投资", "（万元）"]
        let water = ["供水工程", "1", "水厂工程", "新建", "新建水厂1座、泵站2座（一期）以及配套管网", "城关镇", "2023-2025", "8000", "2", "管网工程", "改建", "东山镇", "2024", "500", "小  计", "2", "8500"]
        let roads = ["交通工程", "1", "公路工程", "新建", "新建公路30公里，改造桥梁2座。", "西河镇", "2024-2025", "12000", "合  计", "3", "20500"]
        let text = "青田县2024年重大项目计划\n\n一、工作要求\n加强领导，落实责任。\n\n" + (head + water + roads).joined(separator: "\n\n") + "\n"
        let graph = try pipeline.run(bytes: Array(text.utf8), uri: "t.txt", name: "t").graph
        let rows = graph.items.filter { $0.path.contains("表") }.map { item in
            ([item.heading ?? "", item.text] + ["建设性质", "建设地点", "项目起止", "总投资（万元）"].map { title in item.conditions.first { $0.key == title }?.quote ?? "" }).joined(separator: "|")
        }
        #expect(rows == [
            "水厂工程|新建水厂1座、泵站2座（一期）以及配套管网|新建|城关镇|2023-2025|8000", "|管网工程|改建|东山镇|2024|500",
            "公路工程|新建公路30公里，改造桥梁2座。|新建|西河镇|2024-2025|12000",
        ])
    }

    /// 一 and 二 hold the rows numbered under them.
    @Test func groupsNumberedInChinese() throws {
        let rows = [["序号", "项目名称", "建设内容", "责任单位"], ["一", "水利工程"], ["1", "水厂", "新建水厂", "县水利局"], ["二", "交通工程"], ["1", "公路", "新建公路", "县交通运输局"]]
        let graph = try pipeline.run(bytes: SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[Self.title]] + rows))]), uri: "t.xlsx", name: "t").graph
        #expect(graph.items.map(\.id) == ["t.1", "t.1.1", "t.2", "t.2.1"])
    }

    @Test func howAFormIsFilledInIsNoDuty() throws {
        let duties = [[Self.title], Self.head, ["1", "新建水厂", "县水利局", "6月底"], ["2", "改造管网", "县住建局", "7月底"], ["填报人：张三", "", "审核人：李四"]]
        let notes = [["填表说明"], ["1.每月25日前报送。"], ["2.联系人：张三。"]]
        let graph = try pipeline.run(bytes: SheetFileWriter.file([.init("任务", SheetFileWriter.rows(duties)), .init("说明", SheetFileWriter.rows(notes))]), uri: "t.xlsx", name: "t").graph
        #expect(graph.items.filter { $0.kind == .task }.map(\.text) == ["新建水厂", "改造管网"])
    }

    // MARK: - Empty cells of a spreadsheet

    private static let head = ["序号", "工作任务", "责任单位", "完成时限"]

    private func sheet(_ rows: [[String]], merges: [String] = []) throws -> [String] {
        try tasks(SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[Self.title], Self.head] + rows), merges: merges)]), "t.xlsx")
    }

    @Test func anEmptyCellNamesNobody() throws {
        #expect(try sheet([["1", "制定方案", "县发改局", "6月底"], ["2", "开展培训"], ["3", "组织验收", "县住建局", "9月底"], ["4", "总结评估", "县统计局"]])
            == ["|制定方案|责县发改局|2024-06-30", "|开展培训||", "|组织验收|责县住建局|2024-09-30", "|总结评估|责县统计局|"])
    }

    @Test func aGroupEndsWhatStandsAboveIt() throws {
        let rows = [["一、项目建设"], ["1", "新建水厂", "县水利局", "6月底"], ["二、环境整治"], ["2", "整治村庄"], ["3", "清理河道", "县水利局", "9月底"]]
        let expected = ["|新建水厂|责县水利局|2024-06-30", "|整治村庄||", "|清理河道|责县水利局|2024-09-30"]
        #expect(try sheet(rows, merges: ["A3:D3", "A5:D5"]) == expected)
        // In a text, which tells no merged cells, too.
        let text = Self.title + "\n\n" + ([Self.head] + rows).map { ($0 + Array(repeating: "", count: 4 - $0.count)).joined(separator: "\t") }.joined(separator: "\n") + "\n"
        #expect(try tasks(Array(text.utf8), "t.txt") == expected)
    }

    /// Filled in the first row of each group and nowhere else.
    @Test(arguments: [
        [["1", "新建水厂", "县水利局", "6月底"], ["2", "改造管网"], ["3", "新建泵站"], ["4", "整治村庄", "县住建局", "9月底"], ["5", "清理垃圾"], ["6", "改造厕所"]],
        [["1", "新建水厂", "县水利局", "6月底"], ["", "改造管网"], ["", "新建泵站"], ["2", "整治村庄", "县住建局", "9月底"], ["", "清理垃圾"], ["", "改造厕所"]],
    ]) func emptyCellsThroughoutGoOn(_ rows: [[String]]) throws {
        #expect(try sheet(rows) == ["新建水厂", "改造管网", "新建泵站"].map { "|\($0)|责县水利局|2024-06-30" } + ["整治村庄", "清理垃圾", "改造厕所"].map { "|\($0)|责县住建局|2024-09-30" })
    }

    /// Fewer than half, and more than once.
    @Test func howManyEmptyCellsGoOn() throws {
        func units(_ named: [Int: String], of count: Int) throws -> [String] {
            try sheet((1...count).map { n in ["\(n)", "改造管网\(n)段"] + (named[n].map { [$0] } ?? []) }).map { String($0.split(separator: "|", omittingEmptySubsequences: false)[2]) }
        }
        #expect(try units([1: "县水利局"], of: 4) == ["责县水利局", "", "", ""])
        #expect(try units([1: "县水利局", 3: "县住建局"], of: 4) == ["责县水利局", "", "责县住建局", ""])
        #expect(try units([1: "县水利局", 3: "县住建局"], of: 5) == ["责县水利局", "责县水利局", "责县住建局", "责县住建局", "责县住建局"])
    }

    @Test func groupsTitledAmongTheTasks() throws {
        #expect(try sheet([["", "项目建设"], ["1", "新建水厂", "县水利局", "6月底"], ["", "环境整治"], ["2", "整治村庄"], ["3", "清理河道", "县住建局", "9月底"]])
            == ["|新建水厂|责县水利局|2024-06-30", "|整治村庄||", "|清理河道|责县住建局|2024-09-30"])
    }

    /// A row among the groups without a number is of the number above it, whatever follows.
    @Test(arguments: [true, false]) func aRowWithoutNumberIsNoGroup(_ isLast: Bool) throws {
        let rows = [["", "项目建设"], ["1", "新建水厂", "县水利局", "6月底"], ["", "同步完成管网接驳"]]
        let found = try sheet(isLast ? rows : rows + [["2", "整治村庄", "县住建局", "9月底"]])
        #expect(found == ["|新建水厂|责县水利局|2024-06-30", "|同步完成管网接驳|责县水利局|2024-06-30"] + (isLast ? [] : ["|整治村庄|责县住建局|2024-09-30"]))
    }

    @Test func whatStandsOverAGroupIsSaidToBeLeftOut() throws {
        func unread(_ rows: [[String]]) throws -> Bool {
            let file = SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows([[Self.title], Self.head] + rows))])
            return try pipeline.run(bytes: file, uri: "t.xlsx", name: "t").graph.diagnostics.contains { $0.code == "table.rows-unread" && $0.message.hasPrefix("1 row") }
        }
        let rows = [["1", "新建水厂", "县水利局", "6月底"], ["2", "整治村庄", "县住建局", "9月底"]]
        #expect(try unread([["", "项目建设"]] + rows))
        #expect(try unread(rows + [["填报人：张三", "", "审核人：李四"]]))
        #expect(try !unread(rows))
    }

    /// Only behind the duties, and never where it says whose they are.
    @Test func aDutyWithAColonIsNoFactOfTheForm() throws {
        let rows = [["1", "新建水厂", "县水利局", "6月底"], ["", "排查范围：全县所有农村公路和桥梁，逐条建账"], ["2", "整治村庄", "县住建局", "9月底"], ["3", "改造厕所", "县住建局", "9月底"], ["4", "清理河道", "县水利局", "9月底"]]
        #expect(try sheet(rows).prefix(2) == ["|新建水厂|责县水利局|2024-06-30", "|排查范围：全县所有农村公路和桥梁，逐条建账|责县水利局|2024-06-30"])
        let text = "| 任务 | 单位 |\n|---|---|\n| 整治范围：全县河道 | 牵头单位：县水利局 |\n| 整治范围：全县公路 | 牵头单位：县交通运输局 |\n"
        #expect(try tasks(Array(("# \(Self.title)\n\n" + text).utf8), "t.md").map { $0.split(separator: "|", omittingEmptySubsequences: false)[1] } == ["整治范围：全县河道", "整治范围：全县公路"])
    }

    /// 责任分工 over two of the columns is no line of the title.
    @Test func aTitleOverSomeColumns() throws {
        let rows = [[Self.title], ["", "", "责任分工"], ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"], ["1", "新建水厂", "县水利局", "县住建局", "6月底"], ["2", "新建公路", "县交通运输局", "县财政局", "7月底"]]
        let file = SheetFileWriter.file([.init("Sheet1", SheetFileWriter.rows(rows), merges: ["A1:E1", "C2:D2"])])
        #expect(try pipeline.run(bytes: file, uri: "t.xlsx", name: "t").graph.document.title == Self.title)
        #expect(try tasks(file, "t.xlsx") == ["|新建水厂|牵县水利局配县住建局|2024-06-30", "|新建公路|牵县交通运输局配县财政局|2024-07-31"])
    }

    @Test func mergedCellsAreRepeated() throws {
        #expect(try sheet([["1", "新建水厂", "县水利局", "6月底"], ["2", "改造管网"], ["3", "整治村庄", "县住建局"]], merges: ["C3:C4", "D3:D4"])
            == ["|新建水厂|责县水利局|2024-06-30", "|改造管网|责县水利局|2024-06-30", "|整治村庄|责县住建局|"])
    }

    @Test func aSecondSheetIsAPartOfItsOwn() throws {
        func read(_ second: [[String]]) throws -> TaskGraph {
            let first = [[Self.title], Self.head, ["1", "新建水厂", "县水利局", "6月底"], ["2", "改造管网", "县住建局", "7月底"]]
            let rows = second + [["序号", "存在问题", "整改措施", "责任单位"], ["1", "乱采砂", "拆除采砂点", "县水利局"], ["2", "乱倾倒", "增配车辆", "县城管局"]]
            return try pipeline.run(bytes: SheetFileWriter.file([.init("任务", SheetFileWriter.rows(first)), .init("问题清单", SheetFileWriter.rows(rows))]), uri: "t.xlsx", name: "t").graph
        }
        let titled = try read([["青田县突出问题整改清单"]])
        #expect(titled.document.title == Self.title)
        #expect(titled.items.map(\.id) == ["t.1", "t.2", "s2.t.1", "s2.t.2"])
        #expect(titled.items.map(\.path) == [["表", "1"], ["表", "2"], ["青田县突出问题整改清单", "表", "1"], ["青田县突出问题整改清单", "表", "2"]])
        #expect(try read([]).items.map(\.path.first) == ["表", "表", "问题清单", "问题清单"])
    }

    /// 一季度, 二季度 and 三季度 under one title.
    @Test func sheetsWithOneTitle() throws {
        let sheets = ["一季度", "二季度", "三季度"].map { name in SheetFileWriter.Sheet(name, SheetFileWriter.rows([[Self.title], Self.head, ["1", "新建水厂", "县水利局", "6月底"], ["2", "改造管网", "县住建局", "7月底"]])) }
        let graph = try pipeline.run(bytes: SheetFileWriter.file(sheets), uri: "t.xlsx", name: "t").graph
        #expect(graph.items.filter { $0.path.last == "1" }.map(\.path) == [["表", "1"], [Self.title, "二季度", "表", "1"], [Self.title, "三季度", "表", "1"]])
        #expect(!graph.diagnostics.contains { $0.code == "outline.path-repeated" })
    }

    /// The last column of a ledger is empty until a task is done; the group below is not what it says.
    @Test func groupsBelowRowsWhoseLastCellIsEmpty() throws {
        let rows = [["序号", "问题", "整改措施", "责任单位", "完成时限", "销号情况"], ["一", "党建方面", "", "", "", ""], ["1", "制度不落实", "建立台账", "县委组织部", "2024年5月底", ""],
                    ["二", "资金方面", "", "", "", ""], ["2", "资金滞留", "拨付到位", "县财政局", "2024年6月底", ""]]
        let markdown = "# \(Self.title)\n\n" + rows.enumerated().map { n, row in "| " + row.joined(separator: " | ") + " |" + (n == 0 ? "\n|---|---|---|---|---|---|" : "") }.joined(separator: "\n") + "\n"
        for (text, name) in [(markdown, "t.md"), (Self.title + "\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n", "t.txt")] {
            let graph = try pipeline.run(bytes: Array(text.utf8), uri: name, name: "t").graph
            #expect(graph.items.filter { $0.kind == .task }.map(\.text) == ["建立台账", "拨付到位"])
            #expect(!String(describing: graph.items).contains("资金方面"))
        }
    }

    // MARK: - Lists by unit

    private func list(_ lines: String) throws -> [String] { try tasks(Array(("附件2\n\n青田县防汛抗旱成员单位职责\n\n" + lines).utf8), "t.txt") }

    @Test(arguments: [
        "县发展改革局：负责物资储备。\n县教育局：负责校舍排查。\n国网青田县供电公司、青田移动公司：负责供电通信。\n县公安局：维护社会秩序。\n",
        "县发展改革局\n负责物资储备。\n县教育局\n负责校舍排查。\n国网青田县供电公司、青田移动公司\n负责供电通信。\n县公安局\n维护社会秩序。\n",
    ]) func dutiesOfOrgansWithoutNumbers(_ lines: String) throws {
        #expect(try list(lines) == ["|负责物资储备。|责县发展改革局|", "|负责校舍排查。|责县教育局|", "|负责供电通信。|责国网青田县供电公司责青田移动公司|", "|维护社会秩序。|责县公安局|"])
    }

    @Test func dutiesOfTownshipsAndFirms() throws {
        #expect(try list("县水务局：负责清淤。\n各镇：负责属地管理。\n沙河镇：承担制种。\n县属国有企业：落实主体责任。\n").map { $0.split(separator: "|")[0] } == ["负责清淤。", "负责属地管理。", "承担制种。", "落实主体责任。"])
    }

    @Test func dutiesOfOrgansWithNumbers() throws {
        #expect(try list("1.县发展改革局：负责物资储备。\n2.县教育局。负责校舍排查。\n3.国网青田县供电公司、青田移动公司：负责供电通信。\n4.其他单位按职责做好工作。\n") == [
            "|县发展改革局：负责物资储备。|责县发展改革局|", "|县教育局。负责校舍排查。|责县教育局|", "|国网青田县供电公司、青田移动公司：负责供电通信。|责国网青田县供电公司责青田移动公司|",
            "|其他单位按职责做好工作。||",
        ])
    }

    /// Companies under one of the titles take nothing from the others.
    @Test func sectionsTitledWithOrgansAndCompanies() throws {
        #expect(try list("一、县发展改革局\n1.负责物资储备。\n二、县教育局\n1.负责校舍排查。\n三、国网青田县供电公司、青田移动公司\n1.负责供电通信。\n四、县公安局\n1.维护社会秩序。\n").map { $0.split(separator: "|")[1] }
            == ["责县发展改革局", "责县教育局", "责国网青田县供电公司责青田移动公司", "责县公安局"])
    }

    @Test func theFirstOrgansHaveNoNumbersUnderThem() throws {
        #expect(try list("县发展改革局：负责物资储备。\n县教育局：负责校舍排查。\n县公安局：\n1.维护社会秩序。\n2.疏导交通。\n县水利局：\n1.监测水情。\n2.调度水库。\n").map { $0.split(separator: "|").joined(separator: "|") }
            == ["负责物资储备。|责县发展改革局", "负责校舍排查。|责县教育局", "维护社会秩序。|责县公安局", "疏导交通。|责县公安局", "监测水情。|责县水利局", "调度水库。|责县水利局"])
    }

    @Test(arguments: ["各乡镇人民政府、县直各单位：\n今年汛期较长，请提前做好准备。\n近期降雨偏多。\n", "跨域服务就近办。推行通办。\n线下事项一次办。压减环节。\n高频事项网上办。推行网办。\n"])
    func whatIsNoListOfOrgans(_ lines: String) throws {
        let graph = try pipeline.run(bytes: Array(("青田县防汛工作有关情况\n\n" + lines).utf8), uri: "t.txt", name: "t").graph
        #expect(!graph.edges.contains { $0.kind == .responsible })
    }

    @Test func aTextWithoutTasksSaysSo() throws {
        func codes(_ text: String) throws -> [String] { try pipeline.run(bytes: Array(text.utf8), uri: "t.txt", name: "t").graph.diagnostics.map(\.code).filter { $0.hasPrefix("outline.no-") } }
        #expect(try codes("青田县节约用水管理办法\n\n第一条 本办法适用于全县。\n第二条 单位应当节约用水。\n") == ["outline.no-tasks"])
        #expect(try codes("青田县情况说明\n\n近期降雨偏多，水位偏高。\n") == ["outline.no-items"])
        #expect(try codes("青田县实施方案\n\n一、主要任务\n（一）新建水厂。\n（二）改造管网。\n") == [])
    }
}
