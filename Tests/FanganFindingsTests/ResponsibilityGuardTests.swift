import FanganText
import Testing
@testable import FanganFindings

/// Wordings that are near to a model, an exception, a key or a gloss, and are none.
@Suite struct ResponsibilityGuardTests {
    @Test(arguments: [
        ("县教育局要总结推广校园足球的先进经验。", ["县教育局[t]"]), ("县住建局要打造可复制的经验模式。", ["县住建局[t]"]), ("县科技局负责推广农业技术的成功案例。", ["县科技局[t]"]), ("学习县财政局牵头打造的模式。", []),
        ("各乡镇承担宣传工作。", ["各乡镇[t]"]), ("各乡镇承担起主体责任和日常管理工作。", ["各乡镇[t]"]), ("各乡镇承担的工作全部完成。", []),
        ("牵头单位是省级以上媒体的，给予奖励5万元。", []), ("责任单位是各乡镇的要加强管理。", []), ("牵头单位是县住建局，配合单位是县财政局。", ["★县住建局", "~县财政局"]),
    ])
    func sentences(_ text: String, _ units: [String]) { #expect(named(text) == units) }

    @Test(arguments: [
        ("（责任单位：不设区的市人民政府、各县政府）", ["不设区的市人民政府", "各县政府"]), ("（主抓：县住建局；协助：县财政局）", ["★县住建局", "~县财政局"]),
        ("（总牵头：县委办、县政府办；具体牵头：县水利局）", ["★县委办", "★县政府办", "★县水利局"]), ("（原责任单位：县住建局；现责任单位：县城管局）", ["县城管局"]), ("（牵头：县住建局、责任：县数据局、协助：各乡镇）", ["★县住建局", "县数据局", "~各乡镇"]),
        ("（第一责任单位：县住建局；第二责任单位：县财政局）", ["★县住建局", "县财政局"]),
        ("（责任单位：县城管局，不含县环卫中心、县市政处）", ["县城管局"]), ("（责任单位：县城管局，不含县环卫中心、县市政处；配合单位：县财政局）", ["县城管局", "~县财政局"]),
        ("（责任单位：县城管局、不含县环卫中心、县财政局）", ["县城管局", "县财政局"]),
    ])
    func lists(_ text: String, _ units: [String]) { #expect(named(text) == units) }

    /// One character of a key is misread only as one that looks like it.
    @Test(arguments: ["责任机制：县住建局、县财政局共同研究。", "责任区域：县住建局负责东区，县城管局负责西区。", "实施总体：由县住建局牵头。"])
    func otherWords(_ text: String) {
        let reading = ResponsibilityRecogniser(names: knownNames).read(Passage("开展整治。\n" + text))
        #expect(!reading.units.contains { $0.basis == .bracket } && reading.cuts.isEmpty && reading.diagnostics.isEmpty)
    }

    /// Dashes, = and → stand for a colon behind a key that opens its piece, in front of a name.
    @Test(arguments: ["建立主管单位——承办单位——监理单位三级管理体系。", "责任单位→整改单位→验收单位闭环管理", "明确责任单位——县住建局。"])
    func marksInProse(_ text: String) {
        let reading = ResponsibilityRecogniser(names: knownNames).read(Passage("开展整治。" + text))
        #expect(reading.units.isEmpty && reading.cuts.isEmpty)
    }

    @Test(arguments: [("进度安排：县住建局负责于6月底前完成。", false), ("进度要求：6月底前完成摸底，9月底前完成整治，12月底前完成验收。", false), ("进度安排：2025年6月底前完成", true)])
    func daysAndProse(_ line: String, _ isCut: Bool) {
        #expect(ResponsibilityRecogniser(names: knownNames).read(Passage("开展整治。\n责任单位：县财政局\n" + line)).cuts.contains { $0.upperBound > 20 } == isCut)
    }

    @Test(arguments: [
        ("新建公办幼儿园2所（县教育局，8月底前）。", ["县教育局"]), ("修缮文化站（县文旅局）。", ["县文旅局"]), ("新建养老中心（县民政局、县财政局，11月底前）。", ["县民政局", "县财政局"]), ("改建县医院（县卫健局，12月底前）。", ["县卫健局"]),
        ("组建市水务局（市河长办）。", []), ("改造便民中心（县政务服务中心、镇便民服务中心）。", []), ("成立县推进办（县住建局）。", []),
        ("新建公办幼儿园2所。（县教育局）（投资3000万元）", ["县教育局"]), ("改造公路30公里。（县交通运输局）（续建）", ["县交通运输局"]), ("（县水利局，各乡镇；9月底）（新建）", ["县水利局", "各乡镇"]), ("（县教育局）（8月底前建成）（投资3000万元）（责任领导：王某某）", ["县教育局"]),
        ("成立改造专班（县住建局）（以下简称专班）。", []), ("发放补贴（县财政局），6月底前完成。", ["县财政局"]),
    ])
    func brackets(_ text: String, _ units: [String]) { #expect(named(text) == units) }

    /// `以上…` at the end of a section holds for the items of that section.
    @Test(arguments: ["以上由县卫健局负责。", "以上任务由县卫健局负责，10月底前完成。", "以上各项工作均由县卫健局负责。"])
    func rulesOfASection(_ rule: String) {
        let (outline, found) = findings("示例县重点工作方案\n一、主要任务\n（一）教育工作\n1.新建学校。新建学校2所。\n2.培训教师。培训教师50人。\n（二）医疗工作\n1.扩建医院。扩建医院1所。\n2.开展义诊。开展义诊10场。\n\(rule)\n二、保障措施\n加强领导。")
        let named = outline.items.indices.filter { outline.items[$0].kind == .task }.map { found.items[$0].responsible.map(\.mention) }
        #expect(named == [[], [], ["县卫健局"], ["县卫健局"], []])
    }

    /// An item that begins with its units, or has them in a bracket, has none from its section.
    @Test(arguments: [
        ("县教育局：建设智慧校园，9月底前完成。", ["县教育局"]), ("县民政局——推广养老平台。", ["县民政局"]), ("【县医保局】推广医保码。", ["县医保局"]), ("县水利局 建设智慧水利", ["县水利局"]),
        ("县公安局（牵头）、县司法局：开展普法。", ["★县公安局", "县司法局"]), ("子项一（县教育局，9月底前）", ["县教育局"]), ("发放补贴（县财政局），6月底前完成。", ["县财政局"]), ("县审计局：（1）开展审计。（2）上报结果。", ["县审计局"]),
        ("县教育局：联系电话0871-1234567。", ["县数据局"]), ("县委（县政府）", ["县数据局"]), ("县文旅局、县教育局 开展研学活动", ["县文旅局", "县教育局"]), ("（县医保局）推广医保码。", ["县医保局"]), ("县商务局，开展促消费活动。", ["县商务局"]), ("县公安局\n开展巡查。", ["县公安局"]), ("县水利局", ["县数据局"]),
        ("（县级）推广医保码。", ["县数据局"]), ("县改革协调小组要扛起牵头抓总责任，统一领导改革。", ["★县改革协调小组", "县数据局"]), ("市民中心：建设市民中心。", ["县数据局"]), ("绿化。——县林业局", ["县林业局"]), ("开展送戏下乡120场次（县文旅局，全年）——丰富群众文化生活。", ["县文旅局"]), ("县级平台：建设县级平台1个。", ["县数据局"]),
    ])
    func itemsWithTheirOwn(_ item: String, _ units: [String]) {
        let (outline, found) = findings("示例县重点工作方案\n一、主要任务（责任单位：县数据局）\n1.建设平台。建成平台1个。\n2.\(item)\n3.数据归集。开展数据归集。")
        let tasks = outline.items.indices.filter { outline.items[$0].kind == .task }.map { found.items[$0].responsible.map { ($0.role == .lead ? "★" : "") + $0.mention } }
        #expect(tasks == [["县数据局"], units, ["县数据局"]])
    }

    @Test(arguments: [
        ("取消县商务局牵头职责，改由县文旅局牵头，县商务局配合。", ["★县文旅局[t]", "~县商务局[t]"]), ("县林业局退出，新增县应急局为责任单位。", ["县应急局[t]"]), ("新增县级公园为重点项目。", []),
        ("县教育局代替县文体局作为牵头单位。", ["★县教育局[t]"]), ("县商务局、县供销社（撤销后由县农业农村局承接）负责废旧物资回收。", ["县商务局[t]", "县农业农村局[t]"]), ("（牵头单位：县卫健委（调整为县疾控局））", ["★县疾控局"]),
    ])
    func changes(_ text: String, _ units: [String]) { #expect(named(text) == units) }
}
