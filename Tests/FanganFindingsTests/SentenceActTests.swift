import FanganText
import Testing
@testable import FanganFindings

/// What a sentence tells somebody to do: acts that can be seen, terms between a name and its verb, two bodies in one act.
@Suite struct SentenceActTests {
    private func units(_ text: String) -> [String] {
        ResponsibilityRecogniser(names: knownNames).read(Passage(text)).units.map { ($0.role == .lead ? "★" : $0.role == .support ? "~" : "") + $0.mention }
    }

    /// The organs of a field, and firms, are assigned an act by 要; what they are only exhorted to is no act.
    @Test(arguments: [
        ("各级财政部门要组织开展资金检查。", ["各级财政部门"]), ("各级财政部门要会同有关方面研究制定考核办法。", ["各级财政部门"]), ("各级财政部门应及时公布结果。", ["各级财政部门"]),
        ("各级财政部门要会同有关方面加强宣传。", []), ("各级财政部门要统筹安排资金。", []), ("各级财政部门要加强对资金的检查。", []), ("各级有关部门要组织开展检查。", []), ("各级各部门要制定方案。", []),
        ("各县（市、区）财政局要组织开展检查。", ["各县（市、区）财政局"]), ("各县（市、区）财政局组织开展检查。", ["各县（市、区）财政局"]), ("各级公安机关依法查处案件。", ["各级公安机关"]), ("各级公安机关要加强巡逻。", []),
        ("各县（市、区）财政局势良好，开展检查。", []), ("各级党政机关要制定方案。", []), ("各级教育局长要组织检查。", []),
        ("县供电公司要制定停电方案。", ["县供电公司"]), ("县供电公司要加强管理。", []), ("各公司要制定方案。", []),
    ] as [(String, [String])])
    func acts(_ text: String, _ names: [String]) {
        #expect(units(text) == names)
    }

    /// The bracket behind a sentence lists those to whom the sentence gives their roles (★ leads, ~ helps).
    @Test(arguments: [
        ("由县财政局牵头，县审计局配合，完成清查。（责任单位：县财政局、县审计局）", ["★县财政局", "~县审计局"]), ("由县财政局牵头，完成清查。（县财政局、县审计局）", ["★县财政局", "县审计局"]),
        ("县财政局牵头开展清查，县审计局、县民政局参与。（责任单位：县审计局、县财政局、县水利局）", ["~县审计局", "★县财政局", "县水利局", "~县民政局"]),
        ("由县财政局牵头，县审计局配合。（牵头单位：县审计局；责任单位：县财政局）", ["★县审计局", "县财政局"]), ("由县财政局牵头，县审计局配合。（县财政局负责，县审计局参与）", ["县财政局", "~县审计局"]),
        ("县财政局会同县审计局开展清查。（责任单位：县财政局、县审计局）", ["县财政局", "县审计局"]),
        ("由县财政局牵头清查。（责任单位：县审计局）开展复核。（责任单位：县财政局）", ["县审计局", "县财政局"]),
    ] as [(String, [String])])
    func rolesOfSentences(_ text: String, _ names: [String]) {
        #expect(units(text) == names)
    }

    /// Two bodies in one act, and one that is helped.
    @Test(arguments: [
        ("县财政局与县审计局联合开展检查。", ["县财政局", "县审计局"]), ("县财政局与县审计局、县民政局共同开展检查。", ["县财政局", "县审计局", "县民政局"]), ("县财政局与县审计局签订协议。", ["县财政局"]),
        ("县财政局协同县审计局开展检查。", ["县财政局", "~县审计局"]), ("推进改革，县财政局协同配合。", ["~县财政局"]), ("由县财政局协同县审计局开展检查。", ["县财政局", "~县审计局"]),
        ("县财政局在县审计局配合下开展检查。", ["县财政局", "~县审计局"]), ("县财政局在县审计局的协助下开展检查。", ["县财政局", "~县审计局"]), ("县财政局在县审计局门户网站公布结果。", ["县财政局"]),
        ("营商办会同相关部门开展督查。", ["营商办"]), ("食安办要加强督查。", ["食安办"]), ("某某办会同相关部门开展督查。", []), ("主办会同相关部门开展督查。", []), ("由营商办会同县财政局开展督查。", ["营商办", "~县财政局"]),
    ] as [(String, [String])])
    func together(_ text: String, _ names: [String]) {
        #expect(units(text) == names)
    }

    /// Between a name and what it does its days may stand in a bracket.
    @Test(arguments: [
        ("县财政局（6月20日前）将情况报县政府；县审计局对情况进行汇总分析。", ["县财政局", "县审计局"]), ("县财政局分3个季度（6月20日、9月20日、12月20日前）将情况报县政府。", ["县财政局"]),
        ("县财政局分两批（6月20日、9月20日前）拨付资金。", ["县财政局"]), ("县财政局分两批拨付资金。", ["县财政局"]), ("各级住建部门分3个季度（6月20日、9月20日前）将情况报我局。", ["各级住建部门"]),
        ("落实经费，县财政局（6月20日前）将资金拨付到位。", ["县财政局"]), ("县财政局分管领导参加。", []), ("县财政局（6月20日前完成的）项目资金。", []), ("县财政局分三类情况。", []),
    ] as [(String, [String])])
    func terms(_ text: String, _ names: [String]) {
        #expect(units(text) == names)
    }
}
