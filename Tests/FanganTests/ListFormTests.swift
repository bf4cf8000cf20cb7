import Fangan
import FanganFixtures
import FanganGraph
import Testing

/// Lists under titles without a number, lists that give no orders, and what stands behind a list for all of it.
@Suite struct ListFormTests {
    private let pipeline: Pipeline

    init() throws { pipeline = try Pipeline() }

    private func graph(_ text: String) throws -> TaskGraph {
        try pipeline.run(bytes: Array((Self.title + text).utf8), uri: "t.txt", name: "t").graph
    }

    /// `kind path|heading|text|units with their basis|conditions` of each item.
    private func items(_ text: String) throws -> [String] {
        let graph = try graph(text)
        return graph.items.map { item in
            let units = graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.map { "\($0.mention ?? "")(\($0.basis ?? ""))" }
            let rest = item.conditions.map { "\($0.key ?? "")：\($0.quote)" }
            return [item.kind.rawValue + " " + item.path.joined(separator: "/"), item.heading ?? "", item.text, units.joined(separator: "、"), rest.joined(separator: "、")].joined(separator: "|")
        }
    }

    private static let title = "青田县2025年防汛工作实施方案\n\n为做好工作，制定本方案。\n\n"

    // MARK: - Units on a line of their own behind each item

    /// `path units` of each task, with all the units that the item itself or its section names.
    private func owners(_ text: String) throws -> [String] {
        let graph = try graph(text)
        return graph.items.filter { $0.kind == .task }.map { item in
            item.path.joined(separator: "/") + " " + graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.map { $0.mention ?? "" }.joined(separator: "、")
        }
    }

    /// They are of the item in front of them, not of the number that follows.
    @Test(arguments: [
        ("（县供电公司）", "（县住建局、县应急局）", "（县城管局）"), ("（县供电公司负责）", "（县住建局、县应急局负责）", "（县城管局负责）"), ("县供电公司负责", "县住建局、县应急局负责", "县城管局负责"),
        ("——县供电公司", "——县住建局、县应急局", "——县城管局"), ("——县供电公司按职责组织实施", "——县住建局、县应急局按职责组织实施", "——县城管局按职责组织实施"), ("县供电公司", "县住建局、县应急局", "县城管局"), ("（县供电公司）\n（10月底前）", "（县住建局、县应急局）\n（10月底前）", "（县城管局）\n（10月底前）"), ("县供电公司 10月底前", "县住建局、县应急局 9月底前", "县城管局 10月底前"),
    ])
    func unitsBehindItems(_ first: String, _ second: String, _ third: String) throws {
        let wanted = ["县供电公司", "县住建局、县应急局", "县城管局"]
        for form in [["1.", "2.", "3."], ["（一）", "（二）", "（三）"]] {
            let list = zip(form, zip(["保障供电。落实电力保障。", "更新管网。", "稳定供暖。改造管道30公里。"], [first, second, third])).map { $0 + $1.0 + "\n" + $1.1 + "\n" }.joined()
            #expect(try owners("一、主要任务\n" + list + "二、保障措施\n（一）加强领导。成立专班。\n（县政府办）\n（二）严格督查。定期通报。\n（县政府督查室）\n")
                == zip(form, wanted).map { "一、/\($0) \($1)" } + ["二、/（一） 县政府办", "二、/（二） 县政府督查室"])
            #expect(try owners("一、主要任务\n" + list) == zip(form, wanted).map { "一、/\($0) \($1)" })
        }
    }

    /// The first number of another kind follows them, or a title of the section's.
    @Test func unitsBehindItemsOverOtherNumbers() throws {
        #expect(try owners("一、主要任务\n1.保障供电。落实电力保障。\n（县供电公司）\n2.更新管网。\n（县住建局）\n专栏1 管网工程\n改造管网30公里。\n二、保障措施\n1.加强领导。成立专班。\n（县政府办）\n2.严格督查。定期通报。\n（县政府督查室）\n").filter { !$0.contains("专栏") }
            == ["一、/1. 县供电公司", "一、/2. 县住建局", "二、/1. 县政府办", "二、/2. 县政府督查室"])
    }

    /// A class of units or a name without its level beside organs.
    @Test(arguments: [("各乡镇、县城管局", "各乡镇、县城管局"), ("（县商务局、妇联）", "县商务局、妇联"), ("（县商务局、县总工会、妇联）", "县商务局、县总工会、妇联"), ("（县商务局、其他成员单位）", "县商务局、其他成员单位"), ("（县商务局、其他县直有关部门）", "县商务局、其他县直有关部门")])
    func otherNamesBehindItems(_ line: String, _ wanted: String) throws {
        #expect(try owners("一、主要任务\n1.促进消费。发放消费券。\n\(line)\n2.稳定就业。\n（县人社局）\n") == ["一、/1. \(wanted)", "一、/2. 县人社局"])
    }

    /// Names over numbers that begin anew or run on from such names are titles.
    @Test(arguments: ["县财政局\n1.安排经费。\n2.监督使用。\n县水利局\n3.编制方案。\n", "县财政局\n1.安排经费。\n2.监督使用。\n县水利局\n1.编制方案。\n", "（县财政局）\n1.安排经费。\n2.监督使用。\n（县水利局）\n3.编制方案。\n"])
    func namesOverNumbers(_ list: String) throws {
        #expect(try owners("一、职责分工\n" + list).map { $0.split(separator: " ").last } == ["县财政局", "县财政局", "县水利局"])
    }

    // MARK: - Titles without a number

    @Test func titlesOverNumbersThatBeginAnewHoldThem() throws {
        #expect(try items("一、责任分工\n县级责任：\n责任单位：县水利局\n1.统筹调度资金。\n2.开展督导检查。\n乡镇责任：\n责任单位：各乡镇人民政府\n1.落实巡查制度。\n2.开展隐患排查。\n二、工作要求\n（一）加强领导。各级要高度重视。\n（二）严肃纪律。确保落实。\n") == [
            "section 一、|责任分工|||", "section 一、/县级责任|||县水利局(bracket)|", "task 一、/县级责任/1.||统筹调度资金。|县水利局(inherited)|", "task 一、/县级责任/2.||开展督导检查。|县水利局(inherited)|",
            "section 一、/乡镇责任|||各乡镇人民政府(bracket)|", "task 一、/乡镇责任/1.||落实巡查制度。|各乡镇人民政府(inherited)|", "task 一、/乡镇责任/2.||开展隐患排查。|各乡镇人民政府(inherited)|",
            "section 二、|工作要求|||", "task 二、/（一）|加强领导|各级要高度重视。||", "task 二、/（二）|严肃纪律|确保落实。||",
        ])
    }

    /// Names of units right below a title are of it, those behind its own numbers are not; a class of units tells among names as one of them does.
    @Test(arguments: [
        // A duty on the line of its unit, and one that is only of the number in front of it.
        ("县住建局：\n1.整治校舍。\n2.排查工地。\n县教育局、县卫健局：分别负责排查。\n县公安局：\n1.维护秩序。\n", ["1. 县住建局", "2. 县住建局", "县教育局、县卫健局 县教育局、县卫健局", "1. 县公安局"]),
        ("县住建局：\n1.整治校舍。\n各乡镇：略。\n2.排查工地，县财政局配合。\n县公安局：\n1.维护秩序。\n", ["1. 县住建局", "2. 县住建局、县财政局", "1. 县公安局"]),
        ("县级责任：\n县财政局：\n1.安排经费。\n2.监督使用。\n县水利局：\n1.编制方案。\n乡镇责任：\n1.落实巡查。\n", ["县级责任/1. 县财政局", "县级责任/2. 县财政局", "县级责任/1. 县水利局", "乡镇责任/1. 乡镇"]),
        ("村级责任：\n1.清理垃圾。\n乡镇责任：\n1.落实巡查。\n县水利局：\n1.编制方案。\n县财政局：\n1.安排经费。\n2.监督使用。\n", ["村级责任/1. ", "乡镇责任/1. 乡镇", "1. 县水利局", "1. 县财政局", "2. 县财政局"]),
        ("县财政局：\n1.安排经费。\n县水利局：\n1.编制方案。\n乡镇责任：\n1.落实巡查。\n", ["1. 县财政局", "1. 县水利局", "乡镇责任/1. 乡镇"]),
    ])
    func namesOfUnitsAmongTitles(_ list: String, _ wanted: [String]) throws {
        let graph = try graph("一、职责分工\n" + list + "二、保障措施\n（一）加强领导。各级要高度重视。\n（二）严肃纪律。确保落实。\n")
        let found = graph.items.filter { $0.kind == .task && $0.path.first == "一、" }.map { item in
            item.path.dropFirst().joined(separator: "/") + " " + graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.map { $0.mention ?? "" }.joined(separator: "、")
        }
        #expect(found == wanted)
    }

    /// What stands behind the list is of the list; the class of units in its title says whose it is.
    @Test func personsBehindAListAreItsOwn() throws {
        #expect(try items("一、责任分工\n乡镇责任：\n1.落实巡查制度。\n2.开展隐患排查。\n责任领导：王明\n联络员：李强 13900000000\n村级责任：\n1.组织村民转移。\n2.看护重点部位。\n责任领导：张华\n") == [
            "section 一、|责任分工|||", "section 一、/乡镇责任||||责任领导：王明、联络员：李强 13900000000", "task 一、/乡镇责任/1.||落实巡查制度。|乡镇(inherited)|", "task 一、/乡镇责任/2.||开展隐患排查。|乡镇(inherited)|",
            "section 一、/村级责任||||责任领导：张华", "task 一、/村级责任/1.||组织村民转移。||", "task 一、/村级责任/2.||看护重点部位。||",
        ])
    }

    @Test func aPersonBehindOneDutyIsItsOwn() throws {
        #expect(try items("一、加强巡查。建立三级网格。\n责任领导：王明\n二、开展整治。清理河道。\n牵头领导：李强\n联络员：赵刚\n") == [
            "task 一、|加强巡查|建立三级网格。||责任领导：王明", "task 二、|开展整治|清理河道。||牵头领导：李强、联络员：赵刚",
        ])
    }

    /// One alone ends a sentence, and what announces a list is no title of it.
    @Test func whatStandsOverOneListOrAnnouncesItIsNoTitle() throws {
        #expect(try items("一、加强管理\n工作重点：\n1.落实巡查制度。\n2.开展隐患排查。\n二、加强保障\n1.落实资金。\n2.组织宣传。\n").map { $0.prefix { $0 != "|" } } == [
            "section 一、", "task 一、/1.", "task 一、/2.", "section 二、", "task 二、/1.", "task 二、/2.",
        ])
        #expect(try items("一、加强管理\n具体做法如下：\n1.落实巡查制度。\n2.开展隐患排查。\n有关安排如下：\n1.落实资金。\n2.组织宣传。\n").map { $0.prefix { $0 != "|" } } == [
            "section 一、", "task 一、/1.", "task 一、/2.", "task 一、/1.", "task 一、/2.",
        ])
    }

    /// Without a colon three of them tell, or what they end in; so do titles of the file.
    @Test func titlesWithoutAColon() throws {
        func paths(_ text: String) throws -> [String] { try items(text).map { String($0.prefix { $0 != "|" }) } }
        let lists = "1.落实巡查制度。\n2.开展隐患排查。\n"
        #expect(try paths("一、重点工作\n防汛准备\n" + lists + "抢险救援\n" + lists + "灾后恢复\n" + lists) == [
            "section 一、", "section 一、/防汛准备", "task 一、/防汛准备/1.", "task 一、/防汛准备/2.", "section 一、/抢险救援", "task 一、/抢险救援/1.", "task 一、/抢险救援/2.",
            "section 一、/灾后恢复", "task 一、/灾后恢复/1.", "task 一、/灾后恢复/2.",
        ])
        #expect(try paths("一、重点工作\n县级责任\n" + lists + "村级责任\n" + lists).filter { $0.hasPrefix("section") } == ["section 一、", "section 一、/县级责任", "section 一、/村级责任"])
        let markdown = "# 青田县2025年防汛工作实施方案\n\n为做好工作，制定本方案。\n\n### 县级责任\n\n" + lists + "\n责任单位：县水利局\n\n### 乡级责任\n\n" + lists + "\n责任单位：各乡镇人民政府\n"
        let graph = try pipeline.run(bytes: Array(markdown.utf8), uri: "t.md", name: "t").graph
        #expect(graph.items.map { $0.path.joined(separator: "/") } == ["县级责任", "县级责任/1.", "县级责任/2.", "乡级责任", "乡级责任/1.", "乡级责任/2."])
        // A line behind a list is of the item that it stands at.
        let units = graph.items.map { item in graph.edges.filter { $0.kind == .responsible && $0.from == item.id }.compactMap(\.mention).joined() }
        #expect(units == ["", "", "县水利局", "", "", "各乡镇人民政府"])
    }

    // MARK: - Lists that give no orders

    @Test(arguments: ["对有下列行为之一的，依法查处：", "申报企业应当具备以下基本条件：", "方案应包括以下内容：", "申请人应提交下列材料：", "有下列情形之一的，应当立即报告。", "所需材料如下："])
    func whatIsAnnouncedIsNoOrder(_ lead: String) throws {
        #expect(try items("一、加强监管\n（一）严格管理。\(lead)\n1.擅自改变用途的；\n2.虚报冒领资金的。（责任单位：县水利局）\n（二）加强宣传。开展活动。\n") == [
            "section 一、|加强监管|||", "task 一、/（一）|严格管理|\(lead)|县水利局(bracket)|", "item 一、/（一）/1.||擅自改变用途的；||", "item 一、/（一）/2.||虚报冒领资金的。||", "task 一、/（二）|加强宣传|开展活动。||",
        ])
    }

    @Test(arguments: [
        "重点做好以下工作：", "重点抓好以下内容：", "采取以下措施：", "各单位应按照以下内容抓好落实：", "全面排查以下情况：", "建设以下信息：", "重点做好以下人员的服务：",
    ])
    func orders(_ lead: String) throws {
        #expect(try items("一、加强监管\n（一）严格管理。\(lead)\n1.开展清淤；\n2.修复堤防。\n（二）加强宣传。开展活动。\n").map { $0.prefix { $0 != "|" } } == [
            "section 一、", "section 一、/（一）", "task 一、/（一）/1.", "task 一、/（一）/2.", "task 一、/（二）",
        ])
    }

    /// Numbers with headings are duties whatever announces them, and so are those of a whole part.
    @Test func headingsAndPartsAreDuties() throws {
        #expect(try items("一、保障措施\n主要有以下内容：\n（一）加强领导。成立领导小组。\n（二）强化督查。每季度督查1次。\n").map { $0.prefix { $0 != "|" } } == ["section 一、", "task 一、/（一）", "task 一、/（二）"])
        #expect(try items("一、保障措施\n主要包括以下内容：\n（一）成立领导小组。\n（二）每季度督查1次。\n").map { $0.prefix { $0 != "|" } } == ["section 一、", "task 一、/（一）", "task 一、/（二）"])
    }

    @Test func materialsUnderATitleOfTheirOwn() throws {
        #expect(try items("一、支持政策\n（一）发放补贴。对企业给予补贴。\n（二）申报材料\n1.申请表。\n2.营业执照。\n").map { $0.prefix { $0 != "|" } } == [
            "section 一、", "task 一、/（一）", "section 一、/（二）", "item 一、/（二）/1.", "item 一、/（二）/2.",
        ])
    }

    // MARK: - Titles

    /// A sentence alone on its line over numbers, where its sisters have titles.
    @Test func aSentenceAloneOverNumbersIsATitleAmongTitles() throws {
        let long = "针对企业和群众反映强烈、侵权假冒多发的重点领域，进一步加大执法力度，严厉打击商标侵权、假冒专利等违法行为"
        #expect(try items("一、主要任务\n（一）清理证明。\n1.清理村级证明。\n2.公布清单。\n（二）\(long)。\n3.开展执法检查。\n4.公布案例。\n（三）加强宣传引导。\n5.开展宣传。\n6.组织培训。\n").filter { $0.hasPrefix("section") }.map { $0.split(separator: "|", omittingEmptySubsequences: false)[1] } == [
            "主要任务", "清理证明", Substring(long), "加强宣传引导",
        ])
    }

    /// What speaks of all the items above it in front of the next section is of the section; what orders stays with the last.
    @Test(arguments: [("上述项目涉及易燃易爆的除外。", true), ("上述项目由县住建局负责。", false), ("做好项目管理。", false)]) func aParagraphAboutAllItems(_ words: String, _ isOfAll: Bool) throws {
        let found = try items("一、适用项目\n（一）建设厂房。\n（二）建设仓库。\n（三）建设道路。\n\(words)\n二、改革措施\n（一）合并许可。\n（二）免于审批。\n")
        #expect(found[0].contains(words) == isOfAll)
        #expect(found[3].contains(words) != isOfAll)
    }
}
