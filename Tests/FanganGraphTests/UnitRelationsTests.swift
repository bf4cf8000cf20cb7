import FanganFindings
import FanganFixtures
import FanganOutline
import FanganText
import FanganUnits
import Testing
@testable import FanganGraph

/// Edges between units: members of classes, successors, hosts.
@Suite struct UnitRelationsTests {
    private static func graph(_ lines: String) throws -> TaskGraph {
        let document = SourceDocument(lines: lines)
        let outline = OutlineBuilder().build(document)
        return GraphBuilder(catalogue: try UnitCatalogue.load(), generator: "test")
            .build(document, outline, FindingsReader().read(outline, in: document), textURI: "text/t.txt")
    }

    private static func plan(_ duty: String, date: String = "2022年4月5日") -> String {
        """
        平凉市人民政府办公室
        关于印发《平凉市河道整治工作方案》的通知
        各县（市、区）人民政府：
        现将《平凉市河道整治工作方案》印发给你们，请认真贯彻执行。
        平凉市人民政府办公室
        \(date)
        平凉市河道整治工作方案
        为改善水环境，制定本方案。
        一、重点任务
        \(duty)
        """
    }

    private static func edges(_ kind: Edge.Kind, _ graph: TaskGraph) -> [(from: String, to: String, edge: Edge)] {
        let names = Dictionary(uniqueKeysWithValues: graph.units.map { ($0.id, $0.name) })
        return graph.edges.filter { $0.kind == kind }.map { (names[$0.from] ?? "?", names[$0.to] ?? "?", $0) }
    }

    @Test func aClassHasItsMembersByName() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：市水务局，各县（市、区）人民政府）"))
        let members = Self.edges(.memberOf, graph)
        #expect(members.map(\.from) == ["平凉市崆峒区人民政府", "泾川县人民政府", "灵台县人民政府", "崇信县人民政府", "庄浪县人民政府", "静宁县人民政府", "华亭市人民政府"])
        #expect(members.allSatisfy { $0.edge.basis == "regions" && $0.to == "平凉市各县（市、区）人民政府" })
    }

    /// 政府 behind 各镇党委 is 各镇政府 in that list, and elsewhere what it is by itself.
    @Test func whatAPartyCommitteeCompletesStaysInItsList() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：各镇党委、政府）\n（二）清理沟渠。完成清淤。（责任单位：政府、市水务局）"))
        let names = graph.units.map(\.name)
        #expect(names.contains { $0.hasSuffix("各镇政府") } && names.contains { $0.hasSuffix("人民政府") && !$0.contains("各镇") }, "\(names)")
    }

    /// An office that bears a name of its own, or stands alone behind the body whose it is, is no 领导小组办公室; each of its seats is one.
    @Test(arguments: [
        ("成立治理工作小组。治理工作联合办公室设在市水务局、市财政局。", ["治理工作联合办公室": ["平凉市水务局", "平凉市财政局"]]),
        ("成立河道整治工作小组，办公室设在市水务局和市财政局。", ["河道整治工作小组办公室": ["平凉市水务局", "平凉市财政局"]]),
        ("成立防汛指挥部，指挥部下设办公室，设在市水务局。", ["防汛指挥部办公室": ["平凉市水务局"]]),
        ("由市水务局承担联合采购办公室日常工作。", ["联合采购办公室": ["平凉市水务局"]]), ("专项工作组办公室设在市财政局。", ["专项工作组办公室": ["平凉市财政局"]]),
        ("成立领导小组。办公室设在市发展和改革委员会。", ["领导小组办公室": ["平凉市发展和改革委员会"]]), ("办公室设在市水务局。", [:]),
        ("\n2.联合采购办公室设在市医保局。", ["联合采购办公室": ["平凉市医疗保障局"]]), ("\n2.1联合采购办公室设在市医保局。", ["联合采购办公室": ["平凉市医疗保障局"]]), ("\n3.3个专班，办公室设在市财政局。", [:]), ("成立三个工作专班，办公室设在市财政局。", [:]), ("\n2．由市水务局承担联合采购办公室日常工作。", ["联合采购办公室": ["平凉市水务局"]]),
    ] as [(String, [String: [String]])])
    func offices(_ duty: String, _ expected: [String: [String]]) throws {
        let found = Self.edges(.hostedBy, try Self.graph(Self.plan("（一）加强领导。" + duty)))
        #expect(Dictionary(grouping: found) { String($0.from.dropFirst("平凉市".count)) }.mapValues { $0.map(\.to) } == expected)
    }

    /// A zone beside its committee in one plan is one unit; alone it is a place.
    @Test func aZoneIsItsCommittee() throws {
        let beside = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：市水务局、平凉工业园区）\n（二）清理沟渠。完成清淤。（责任单位：平凉工业园区管委会）"))
        #expect(beside.edges.filter { $0.kind == .responsible && ($0.mention ?? "").hasPrefix("平凉工业园区") }.map(\.to).reduce(into: Set()) { $0.insert($1) }.count == 1)
        let alone = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：市水务局、平凉工业园区）"))
        #expect(alone.units.contains { $0.name.contains("工业园区") && $0.kind == "place" })
    }

    @Test func oldNamesLeadToTheNewOnes() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：市扶贫办）"))
        let line = Self.edges(.succeeds, graph)
        #expect(line.map(\.from) == ["平凉市乡村振兴局", "平凉市农业农村局"])
        #expect(line.map(\.to) == ["平凉市扶贫开发办公室", "平凉市乡村振兴局"])
        #expect(line[0].edge.succession?.date == "2021-02-25")
        let said = graph.diagnostics.filter { $0.code == "unit.no-longer" }
        #expect(said.count == 1 && said[0].span != nil)
    }

    @Test func theNameThatTheDocumentUsesIsTheSuccessor() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。完成清淤。（责任单位：市国土局、市自然资源和规划局）", date: "2018年12月5日"))
        #expect(Self.edges(.succeeds, graph).map(\.from) == ["平凉市自然资源和规划局"])
        #expect(!graph.diagnostics.contains { $0.code.hasPrefix("unit.no") })
    }

    @Test func anOfficeSitsInItsHost() throws {
        let text = Self.plan("（一）加强领导。成立市河道整治工作领导小组，市河道整治工作领导小组办公室设在市水务局，负责日常工作。")
        let graph = try Self.graph(text)
        let hosts = Self.edges(.hostedBy, graph)
        #expect(hosts.map(\.from) == ["平凉市河道整治工作领导小组办公室"])
        #expect(hosts.map(\.to) == ["平凉市水务局"])
        let scalars = Array(text.unicodeScalars)
        let quote = hosts.first?.edge.span.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
        #expect(quote == "市水务局")
    }

    @Test(arguments: [
        ("市河道整治工作领导小组办公室设在市水务局。", "平凉市河道整治工作领导小组办公室", "平凉市水务局"),
        ("市河道整治工作领导小组办公室（设在市水务局）负责日常工作。", "平凉市河道整治工作领导小组办公室", "平凉市水务局"),
        ("市防汛抗旱指挥部办公室设市应急管理局，负责日常工作。", "平凉市防汛抗旱指挥部办公室", "平凉市应急管理局"),
        ("市河道整治工作专班设在市水务局。", "平凉市河道整治工作专班", "平凉市水务局"),
        ("由市水务局承担市河道整治工作领导小组办公室日常工作。", "平凉市河道整治工作领导小组办公室", "平凉市水务局"),
        ("领导小组下设办公室，办公室设在市生态环境局。", nil, "平凉市生态环境局"),
    ] as [(String, String?, String)])
    func hostsInAllWords(_ sentence: String, _ office: String?, _ host: String) throws {
        let hosts = Self.edges(.hostedBy, try Self.graph(Self.plan("（一）加强领导。" + sentence)))
        #expect(hosts.map(\.to) == [host], "\(sentence)")
        if let office { #expect(hosts.map(\.from) == [office], "\(sentence)") }
    }

    /// An office has the name of its body, or its own; it may sit in several organs.
    @Test(arguments: [
        ("成立市河道整治工作小组。办公室设在市水务局。", ["平凉市河道整治工作小组办公室"], ["平凉市水务局"]),
        ("成立市河道整治指挥部，下设办公室，办公室设在市水务局。", ["平凉市河道整治指挥部办公室"], ["平凉市水务局"]),
        ("河道整治联合办公室设在市水务局、市财政局。", ["平凉市河道整治联合办公室", "平凉市河道整治联合办公室"], ["平凉市水务局", "平凉市财政局"]),
        ("市河道整治工作领导小组办公室设在市水务局和市生态环境局。", ["平凉市河道整治工作领导小组办公室", "平凉市河道整治工作领导小组办公室"], ["平凉市水务局", "平凉市生态环境局"]),
        ("万象更新办公室设在市水务局。", ["平凉市万象更新办公室"], ["平凉市水务局"]),
    ])
    func officesByTheirBodies(_ sentence: String, _ offices: [String], _ seats: [String]) throws {
        let hosts = Self.edges(.hostedBy, try Self.graph(Self.plan("（一）加强领导。" + sentence)))
        #expect(hosts.map(\.from) == offices, "\(sentence)")
        #expect(hosts.map(\.to) == seats, "\(sentence)")
    }

    /// 领导小组办公室, and 办公室, is that of the one body of its kind which the plan founds or announces; with two of them neither.
    @Test(arguments: [
        ("成立市河道整治工作领导小组，由市长任组长。领导小组办公室设在市水务局，负责日常工作。", "平凉市河道整治工作领导小组办公室"),
        ("成立由市长任组长的市河道整治工作领导小组，领导小组办公室设在市水务局，负责日常工作。", "平凉市河道整治工作领导小组办公室"),
        ("成立由副市长任组长，市水务局、市财政局为成员的市河道整治工作领导小组。领导小组办公室设在市水务局，负责日常工作。", "平凉市河道整治工作领导小组办公室"),
        ("充分发挥市河道整治工作领导小组（以下简称“领导小组”）作用。领导小组办公室设在市水务局，负责日常工作。", "平凉市河道整治工作领导小组办公室"),
        ("成立市河道整治工作领导小组，下设办公室，办公室设在市水务局。由办公室负责日常工作。", "平凉市河道整治工作领导小组办公室"),
        ("成立市河道整治工作领导小组，组建水质专家工作组。由办公室负责汇总。", "平凉市河道整治工作领导小组办公室"),
        ("成立市河道整治指挥部，下设办公室在市水务局。由办公室负责汇总。", "平凉市河道整治指挥部办公室"),
        ("成立领导小组，办公室设在市水务局。由办公室负责日常工作。", "平凉市领导小组办公室"), ("成立以市长为组长的领导小组。由办公室负责汇总。", "平凉市领导小组办公室"),
        ("成立以市长为组长的市河道整治工作领导小组。由办公室负责汇总。", "平凉市河道整治工作领导小组办公室"),
    ])
    func officesOfFoundedBodies(_ sentence: String, _ name: String) throws {
        let graph = try Self.graph(Self.plan("（一）加强领导。" + sentence))
        let edges = graph.edges.filter { $0.kind == .responsible && $0.basis == "text" }, names = Dictionary(graph.units.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        #expect(edges.map { names[$0.to] } == [name], "\(sentence)")
        let hosts = graph.edges.filter { $0.kind == .hostedBy }
        #expect(hosts.allSatisfy { names[$0.from] == name } && hosts.isEmpty == !sentence.contains("设在"), "\(sentence)")
    }

    /// In a bureau's plan 办公室 is that of what it founds, unless a list of divisions says that it is one.
    @Test(arguments: [
        ("成立河道整治专项行动领导小组，办公室设在水保处。由办公室负责日常工作。", "甘肃省水利厅河道整治专项行动领导小组办公室"),
        ("成立省厅河道整治工作专班，专班办公室设在水保处。由专班办公室负责日常工作。", "甘肃省水利厅河道整治工作专班办公室"),
        ("成立厅河道整治工作专班，专班办公室设在水保处。由专班办公室负责日常工作。", "甘肃省水利厅河道整治工作专班办公室"),
        ("成立河道整治专项行动领导小组，办公室设在水保处。由办公室负责日常工作。\n（二）清理。（责任单位：水保处、办公室）", "甘肃省水利厅办公室"),
    ])
    func officesInABureausPlan(_ sentence: String, _ name: String) throws {
        let graph = try Self.graph("甘肃省水利厅关于印发厅机关河道整治工作方案的通知\n厅机关各处室：\n　　现将《厅机关河道整治工作方案》印发给你们。\n甘肃省水利厅\n2024年3月1日\n厅机关河道整治工作方案\n一、工作措施\n（一）加强领导。" + sentence)
        let names = Dictionary(graph.units.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        #expect(graph.edges.filter { $0.kind == .responsible && $0.basis == "text" }.map { names[$0.to] } == [name], "\(sentence)")
    }

    /// Where the plan founds several, or none with a name, or others are to found one, the office has the short name.
    @Test(arguments: [
        ("成立市河道整治工作领导小组、市水源保护工作领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("成立市河道整治工作领导小组和市水源保护工作领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"),
        ("成立领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("成立相应领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("成立相应的河道整治领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"),
        ("组建河道整治工作领导小组。成立工作专班。由办公室负责汇总。", "平凉市办公室"), ("落实省河道整治工作领导小组（以下简称省领导小组）要求，由领导小组办公室负责汇总。", "平凉市领导小组办公室"),
        ("成立平凉市领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("成立市级领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("各县（市、区）要成立河道整治工作领导小组。由领导小组办公室负责汇总。", "平凉市领导小组办公室"),
        ("建立台账并报送市河道整治工作领导小组备案。由领导小组办公室负责汇总。", "平凉市领导小组办公室"), ("成立市河道整治工作领导小组。由省领导小组办公室负责检查。", "甘肃省领导小组办公室"),
        ("成立平凉市河道整治工作领导小组。调整完善市河道整治工作领导小组。由领导小组办公室负责汇总。", "平凉市河道整治工作领导小组办公室"), ("成立全市河道整治工作领导小组。由领导小组办公室负责汇总。", "平凉市河道整治工作领导小组办公室"),
        ("在平凉市河道整治工作领导小组（以下简称领导小组）领导下开展工作。由领导小组办公室负责汇总。", "平凉市河道整治工作领导小组办公室"),
    ])
    func officesOfNoFoundedBody(_ sentence: String, _ name: String) throws {
        let graph = try Self.graph(Self.plan("（一）加强领导。" + sentence))
        let edges = graph.edges.filter { $0.kind == .responsible && $0.basis == "text" }, names = Dictionary(graph.units.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        #expect(edges.map { names[$0.to] } == [name], "\(sentence)")
    }

    @Test(arguments: ["办公室设主任一名，由市水务局局长兼任。", "市水务局承担主体责任。", "指挥部设立三个工作组。"])
    func sentencesWithoutAHostGiveNone(_ sentence: String) throws {
        #expect(Self.edges(.hostedBy, try Self.graph(Self.plan("（一）加强领导。" + sentence))).isEmpty, "\(sentence)")
    }

    @Test func theDocumentsOwnListGivesTheMembers() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。成员单位：市水务局、市财政局、市公安局。完成清淤。（责任单位：各成员单位）"))
        let members = Self.edges(.memberOf, graph)
        #expect(members.map(\.from) == ["平凉市水务局", "平凉市财政局", "平凉市公安局"])
        #expect(members.allSatisfy { $0.edge.basis == "document" && $0.edge.span != nil })
    }

    @Test func personsWithTheirPostsGiveTheMembers() throws {
        let text = Self.plan("（一）清理河道。完成清淤。（责任单位：各成员单位）") + """

        附件
        领导小组成员名单
        组  长：张三    市委常委、副市长
        副组长：李四    市政府副秘书长
        成　员：王五    市水务局局长
        赵六    市政府副秘书长、市财政局党组书记、局长
        孙七    市公安局副局长
        周八    市委常委
        领导小组办公室设在市水务局，王五兼任主任。
        """
        let graph = try Self.graph(text)
        let members = Self.edges(.memberOf, graph)
        #expect(members.map(\.from) == ["平凉市水务局", "平凉市财政局", "平凉市公安局"])
        let scalars = Array(text.unicodeScalars)
        #expect(members.map { $0.edge.span.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) } } == ["市水务局", "市财政局", "市公安局"])
    }

    @Test func aSentenceAboutMembersIsNoList() throws {
        let graph = try Self.graph(Self.plan("（一）清理河道。成员：要加强沟通。各成员单位要按时报送。（责任单位：各成员单位）"))
        #expect(Self.edges(.memberOf, graph).isEmpty)
    }
}
