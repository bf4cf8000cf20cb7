import FanganOutline
import FanganText
import Testing
@testable import FanganFindings

private func units(_ lines: String) -> [String: [String]] {
    let (outline, found) = findings(lines)
    return Dictionary(uniqueKeysWithValues: zip(outline.items, found.items).map { item, found in
        (item.id, found.responsible.map { "\($0.mention):\($0.role.rawValue):\($0.basis.rawValue)" })
    })
}

@Suite struct FindingsTests {
    /// A title may ask for an amount; what it counts in words, or the text says again, it only names.
    @Test func amountsInTitles() {
        let (_, found) = findings("一、任务\n1.改造公路30公里。责任单位：县交通运输局\n2.发布三张清单。责任单位：县商务局\n3.建设驿站5个。在城区建设驿站5个，方便群众。\n（二）培育企业20家\n1.建立名单。\n2.开展走访。")
        #expect(found.items.map { $0.targets.map { ($0.min ?? 0).description + $0.unit } } == [[], ["30.0公里"], [], ["5.0个"], [], [], []])
    }

    /// A bound or a share in the title over other items is asked for; a plain count names them.
    @Test func boundsInTitlesOverItems() {
        let (_, found) = findings("一、任务\n（一）新建20个以上公园\n1.落实责任。\n（二）实现20%的事项网上办理\n1.落实责任。\n（三）实施20个项目\n1.落实责任。")
        #expect(found.items.map { $0.targets.map { ($0.min ?? 0).description + $0.unit } } == [[], ["20.0个"], [], ["20.0%"], [], [], []])
    }

    /// Behind 完成时限 the day is written for the whole item, whatever else names the same day.
    @Test func theWordsOfADeadlineAreThoseBehindItsKey() {
        let text = "一、任务\n（一）加强检查。2023年检查占比达到50%以上。\n完成时限：2023年12月底前\n（二）加强管理。2023年底前完成。"
        let found = findings(text).findings
        let words = found.items.map { $0.due.map { String(decoding: Array(text.utf8)[$0.span.start..<$0.span.end], as: UTF8.self) } }
        #expect(words == [[], ["2023年12月底前"], ["2023年底前"]])
        #expect(found.items[1].periods.map(\.kind) == [.due])
    }

    /// One item that calls itself a phase makes those beside it phases; without one the days are deadlines.
    @Test func aSeriesOfPhasesIsReadAlike() {
        let rest = "（二）技术准备（2023年7月底前）\n（三）落地实施（2023年9月底前）"
        let phases = findings("一、实施步骤\n（一）细则拟定阶段（2023年6月底前）\n" + rest).findings.items
        #expect(phases.map { $0.phase?.end?.iso ?? "" } == ["", "2023-06-30", "2023-07-31", "2023-09-30"] && phases.allSatisfy { $0.due.isEmpty })
        let deadlines = findings("一、实施步骤\n（一）细则拟定（2023年6月底前）\n" + rest).findings.items
        #expect(deadlines.allSatisfy { $0.phase == nil } && deadlines.map { $0.due.count } == [0, 1, 1, 1])
    }

    /// A text that goes through the phases has them all, and their days are no deadlines.
    @Test(arguments: [
        ("3月1日至3月10日为自查阶段；3月11日至4月20日为整改阶段。4月15日前报送总结。", ["自查阶段 2025-03-01 2025-03-10", "整改阶段 2025-03-11 2025-04-20"], ["2025-04-15"]),
        ("2025年3月为动员阶段，4月至5月为整治阶段，6月为验收阶段。", ["动员阶段 2025-03-01 2025-03-31", "整治阶段 2025-04-01 2025-05-31", "验收阶段 2025-06-01 2025-06-30"], []),
        ("从3月1日至3月10日，宣传发动；3月11日至4月20日，集中整治。", ["宣传发动 2025-03-01 2025-03-10", "集中整治 2025-03-11 2025-04-20"], []),
        ("分两个阶段：第一阶段（3月1日至3月10日），宣传发动。各乡镇要广泛宣传。第二阶段（3月11日至4月20日），各乡镇要集中整治。", ["宣传发动 2025-03-01 2025-03-10", "第二阶段 2025-03-11 2025-04-20"], []),
        ("分两个阶段：宣传阶段（3月1日至3月10日），各乡镇要广泛宣传；整治阶段（3月11日至4月20日）。", ["宣传阶段 2025-03-01 2025-03-10", "整治阶段 2025-03-11 2025-04-20"], []),
        // Who does what until when is no phase.
        ("3月1日至3月10日，各乡镇完成摸底排查；3月11日至4月20日，县公安局完成集中整治。", [], ["2025-03-10", "2025-04-20"]),
    ])
    func aTextGoesThroughPhases(text: String, phases: [String], due: [String]) {
        let items = findings("2025年整治方案\n一、时间安排\n\(text)\n二、工作要求\n（一）加强领导。").findings.items
        #expect(items[0].phases.map { "\($0.name) \($0.start?.iso ?? "") \($0.end?.iso ?? "")" } == phases)
        #expect(items[0].due.map(\.day.iso) == due)
        #expect(items[0].during == (phases.isEmpty ? nil : 0))
    }

    @Test func tasksInheritTheNearestBracketUnlessTheyHaveTheirOwn() {
        let found = units("""
        一、重点任务
        （一）提升服务
        加强窗口建设。（责任单位：市政务局）
        1.优化流程。压减材料。
        2.延伸网点。设立终端。（市财政局负责）
        （二）强化监管
        3.加强检查。定期抽查。
        """)
        #expect(found["1.1"] == ["市政务局:responsible:bracket"])
        #expect(found["1.1.1"] == ["市政务局:responsible:inherited"])
        #expect(found["1.1.2"] == ["市财政局:responsible:bracket"])
        #expect(found["1.2.3"] == [])
    }

    /// The only bracket of an item's numbers stands behind the last of them: it is the item's, where those beside it end with one each.
    @Test func theBracketBehindTheLastNumberIsTheWholeItems() {
        let plan = "一、加大支持\n（一）提高额度。按以下执行。\n1.双方缴存的，提高到60万元。\n2.单方缴存的，提高到50万元。（责任单位：县公积金中心）\n（二）降低首付。首付降低到30%。（责任单位：县住建局）\n"
        let found = units(plan + "（三）延长期限。延长到1年。（责任单位：县财政局）")
        #expect(found["1.1"] == ["县公积金中心:responsible:bracket"])
        #expect(found["1.1.1"] == ["县公积金中心:responsible:inherited"] && found["1.1.2"] == found["1.1.1"])
        // Beside items whose numbers have brackets of their own, or that have none, it is the number's.
        for other in ["（三）延长期限。延长到1年。", "（三）延长期限。\n1.延长到1年。（责任单位：县财政局）\n2.延长到2年。（责任单位：县审计局）\n（四）优化服务。压减材料。（责任单位：县财政局）"] {
            #expect(units(plan + other)["1.1.2"] == ["县公积金中心:responsible:bracket"])
        }
    }

    /// A bracket is the item's own, also where it names only who helps; it has none from above beside it.
    @Test func aBracketThatNamesOnlyWhoHelpsIsTheItemsOwn() {
        let found = units("一、重点任务（牵头单位：县教育局；责任单位：县人社局）\n（一）加强管理\n1.加强安全管理。（配合单位：县财政局）\n（二）加强宣传（配合单位：县融媒体中心）\n1.加强教育。定期宣讲。")
        #expect(found["1.1.1"] == ["县财政局:support:bracket"])
        #expect(found["1.2.1"] == ["县融媒体中心:support:inherited"])
    }

    /// Among items that end in brackets of units a name alone in one counts.
    @Test func aNameAloneInABracketCountsAmongOthers() {
        let found = units("一、重点工程\n1.“数据通”工程（县数据局）\n2.“融资通”工程（示例银保监局）\n3.“人才通”工程（县委组织部）\n4.“用地通”工程（示例电力公司）\n二、保障措施\n1.“人才通”工程（县委组织部）\n2.设立执法队伍（综合执法局）\n3.完善制度。明确责任。\n4.强化督查。通报结果。")
        #expect(found["1.2"] == ["示例银保监局:responsible:bracket"])
        #expect(found["1.4"] == ["示例电力公司:responsible:bracket"])
        #expect(found["2.2"] == [])
    }

    /// Under a heading of duties an item that names whose they are is that one's, be it no organ by name.
    @Test func anItemsOwnSubjectWinsOverTheHeadings() {
        let found = units("2 组织体系\n2.1 县指挥部职责\n（1）统一领导全县工作。\n（2）县供电公司负责电力保障。\n2.2 县指挥部成员单位职责\n（1）中国农业发展银行示例县支行负责落实贷款。\n（2）移动公司和联通公司负责通信保障。\n（3）其他有关部门做好相关工作。\n（4）武警示例中队配合公安机关参加抢险。\n（5）加强企业管理。\n（6）党员干部负责宣传。\n3 保障措施\n（1）移动公司和联通公司负责维修。")
        let all = Set(found.values)
        for expected in [["县指挥部:responsible:text"], ["县供电公司:responsible:text"], ["中国农业发展银行示例县支行:responsible:text"], ["移动公司:responsible:text", "联通公司:responsible:text"], ["其他有关部门:responsible:text"], ["武警示例中队:support:text"], ["县指挥部成员单位:responsible:text"]] {
            #expect(all.contains(expected), "\(expected) \(found)")
        }
        #expect(found.values.filter { $0 == ["移动公司:responsible:text", "联通公司:responsible:text"] }.count == 1)
    }

    /// A year before the plan's tells what was reached.
    @Test func amountsOfPastYearsAreNoTargets() {
        let found = findings("一、主要任务\n（一）造林\n2023年造林2万亩。2024年造林3万亩。\n（二）改造\n2023年底前启动的20个小区，2024年完成改造30个。\n2024年3月20日").findings
        #expect(found.items.map { $0.targets.map(\.min) } == [[], [30_000], [30]])
    }

    /// `1.时间：…` under the heading of a phase gives that one its range, and what stands beside it lies in it.
    @Test func aTimeOfItsOwnIsThatOfThePhaseAbove() {
        let (outline, found) = findings("一、实施步骤\n（一）集中整治阶段\n1.时间：10月21日—12月20日\n2.任务：县应急局牵头整治，11月底前完成。\n（二）总结阶段\n1.时间：12月21日—12月31日。\n2024年8月20日")
        #expect(found.items.compactMap(\.phase).map { [$0.name, $0.start?.iso, $0.end?.iso] } == [["集中整治阶段", "2024-10-21", "2024-12-20"], ["总结阶段", "2024-12-21", "2024-12-31"]])
        #expect(found.items.flatMap(\.due).map(\.day.iso) == ["2024-11-30"])
        #expect(zip(outline.items, found.items).filter { $1.during != nil }.map { $0.0.id } == ["1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"])
    }

    /// `时间：1月21日—1月30日` in a phase is its range, no deadline.
    @Test func thePhasesOwnRangeBehindAKeyIsNoDeadline() {
        let found = findings("一、实施步骤\n（一）宣传发动阶段\n9月1日—9月20日，召开会议。\n（二）总结验收阶段\n时间：9月21日—9月30日。\n总结经验。\n2024年8月20日").findings
        #expect(found.items.map { $0.phase?.end?.iso } == [nil, "2024-09-20", "2024-09-30"])
        #expect(found.items.flatMap(\.due).isEmpty)
    }

    @Test func aUnitInTheSentenceDoesNotBlockInheritance() {
        let found = units("一、重点任务\n（一）提升服务\n加强建设。（责任单位：市政务局）\n1.优化流程。市公安局要加强配合。\n2.延伸网点。设立终端。")
        #expect(found["1.1.1"] == ["市公安局:responsible:text", "市政务局:responsible:inherited"])
    }

    @Test func aRuleReachesTheFollowingTasksOfItsRole() {
        let found = units("""
        一、重点任务
        1.开展排查。摸清底数。（责任单位：市住建局）以下任务均需各县（区）人民政府落实，不再一一列出。
        2.组织整治。逐项销号。（责任单位：市城管局）
        二、保障措施
        3.加强领导。成立专班。
        4.加强考核。定期通报。（责任单位：市督查室）
        """)
        #expect(found["2.4"] == ["市督查室:responsible:bracket", "各县（区）人民政府:responsible:default"])
        #expect(found["1.1"] == ["市住建局:responsible:bracket"])
        #expect(found["1.2"] == ["市城管局:responsible:bracket", "各县（区）人民政府:responsible:default"])
        #expect(found["2.3"] == [])
    }

    @Test func aRuleInThePreambleReachesAllDutiesAndTheFirstUnitLeads() {
        let found = units("""
        某市工作方案
        为做好工作，制定本方案。列第一位的责任单位为牵头单位；以下任务均需各区政府抓好落实，不再列出。
        一、重点任务
        1.开展排查。摸清底数。（市住建局、市城管局）
        """)
        #expect(found["1.1"] == ["市住建局:lead:bracket", "市城管局:responsible:bracket", "各区政府:responsible:default"])
    }

    /// Columns say it in their title; spellings of one remark.
    @Test(arguments: ["第一个为牵头单位", "列首位的为牵头单位", "首位为牵头单位", "排名在前的为牵头单位", "第一家单位为牵头单位"])
    func theTitleOfAColumnSaysWhoLeads(remark: String) {
        let found = units("2025年任务分解表\n序号\t工作任务\t责任单位（\(remark)）\n1\t新建农村公路50公里\t县交通运输局、县财政局\n2\t改造老旧小区12个\t县住房和城乡建设局")
        #expect(found["t.1"] == ["县交通运输局:lead:table", "县财政局:responsible:table"])
        #expect(found["t.2"] == ["县住房和城乡建设局:lead:table"])
    }

    /// The first name of a list says whose all are, the last what.
    @Test(arguments: [
        ("县财政、审计局负责监督。", ["县财政:responsible:text", "审计局:responsible:text"]), ("由县财政、民政、审计局牵头。", ["县财政:lead:text", "民政:lead:text", "审计局:lead:text"]),
        ("县移动、电信、联通公司负责发送短信。", ["县移动:responsible:text", "电信:responsible:text", "联通公司:responsible:text"]), ("县移动公司、电信公司配合。", ["县移动公司:support:text", "电信公司:support:text"]),
        ("县教育局负责动员，县移动、电信公司负责发送短信。", ["县教育局:responsible:text", "县移动:responsible:text", "电信公司:responsible:text"]),
        // Whose they are is not said, or what they do is no duty.
        ("移动、电信公司负责发送短信。", []), ("市场、公司负责发送短信。", []), ("县移动、电信公司应当加强管理。", []), ("县道、审计局负责监督。", []),
    ])
    func listsThatSayOnceWhatTheyAre(text: String, found: [String]) {
        #expect(units("一、任务\n1.宣传。\(text)\n2.收费。加强管理。")["1.1"] == found)
    }

    /// Bodies of all townships are a class, which only a word that assigns makes responsible; bodies beside the organs of the government act as they do.
    @Test(arguments: [
        ("乡镇便民服务中心全部设立窗口。", []), ("乡镇财政所负责发放补贴。", ["乡镇财政所:responsible:text"]), ("县水利局牵头，乡镇水管站配合。", ["县水利局:lead:text", "乡镇水管站:support:text"]), ("县便民服务中心要设立窗口。", ["县便民服务中心:responsible:text"]),
        ("县红十字会负责组织培训。", ["县红十字会:responsible:text"]), ("县教育局要健全机制，县工商联、县贸促会配合。", ["县教育局:responsible:text", "县工商联:support:text", "县贸促会:support:text"]),
        ("由县图书馆负责开展活动。", ["县图书馆:responsible:text"]), ("县政协委员负责联系。", []), ("建好县图书馆、县文化馆。", []), ("县人大代表要加强监督。", []), ("建设县服务平台。", []),
    ])
    func bodiesOfOtherKinds(text: String, found: [String]) {
        #expect(units("一、任务\n1.宣传。\(text)\n2.收费。加强管理。")["1.1"] == found)
    }

    /// Who helps by a rule does so where its list is open or has a day.
    @Test(arguments: ["以上任务由县教育局牵头，县公安局配合，6月底前完成。", "以上任务由县教育局牵头，县公安局等部门配合，2025年6月底前完成。", "以上任务由县教育局牵头，县公安局配合。"])
    func rulesWithHelpers(rule: String) {
        #expect(units("2025年工作方案\n一、任务\n1.宣传引导。\n2.收费管理。\n\(rule)")["1.1"] == ["县教育局:lead:default", "县公安局:support:default"])
    }

    @Test func wordsAboutOtherThingsMakeNoRule() {
        let found = units("一、任务\n1.审核材料。标注逗号前的材料由牵头科室审核。（责任单位：市民政局，市公安局）\n2.开展整治。（责任单位：市城管局，市财政局）\n3.收尾。做好收尾。\n上述第1、2项任务由市财政局牵头。")
        #expect(found["1.1"]?.allSatisfy { !$0.contains(":lead") } == true)
        #expect(found["1.2"] == ["市城管局:responsible:bracket", "市财政局:responsible:bracket"])
    }

    @Test func headingsMayBeWhoDoesIt() {
        let found = units("一、任务分工\n（一）示例市规划研究院。提供技术支撑。\n（二）市科学院、市测绘院。开展问卷调查。\n（三）加强宣传。营造氛围。\n二、指挥体系\n（一）示例市粮食应急指挥部及其职责\n1.负责决策。\n2.市财政局负责经费。\n（二）建立责任清单\n3.明确分工。")
        #expect(found["1.1"] == ["示例市规划研究院:responsible:text"])
        #expect(found["1.2"] == ["市科学院:responsible:text", "市测绘院:responsible:text"])
        #expect(found["1.3"] == [])
        #expect(found["2.1.1"] == ["示例市粮食应急指挥部:responsible:text"])
        #expect(found["2.1.2"] == ["市财政局:responsible:text"])
        #expect(found["2.2.3"] == [])
        let titles = units("一、任务分工\n（一）建好市级医院。加快建设。\n（二）市场化平台公司。推进转型。")
        #expect(titles["1.1"] == [] && titles["1.2"] == [])
    }

    @Test func bodiesAsHeadingsDoWhatTheTextSays() {
        let found = units("一、组织领导\n1.综合组。负责日常工作。\n2.监督组。负责监督检查。\n3.市住建局。负责项目建设。\n4.加强宣传。负责到底。\n5.成立领导小组。负责统筹协调。\n6.建立专家组。承担咨询。\n二、职责分工\n1.建设平台。采用统建模式。\n2.做实公司。完善治理。")
        #expect(found["1.1"] == ["综合组:responsible:text"] && found["1.2"] == ["监督组:responsible:text"])
        #expect(found["1.3"] == ["市住建局:responsible:text"] && found["1.4"] == [])
        #expect(found["1.5"] == [] && found["1.6"] == [])
        #expect(found["2.1"] == [] && found["2.2"] == [])
        let owners = units("一、任务清单\n（一）市住建局（12项）\n1.制定方案。\n（二）市财政局主要任务（共3项）\n1.保障经费。\n（三）由市商务局牵头负责的事项\n1.编制预算。")
        #expect(owners["1.1.1"] == ["市住建局:responsible:text"])
        #expect(owners["1.2.1"] == ["市财政局:responsible:text"])
        #expect(owners["1.3.1"] == ["市商务局:lead:text"])
    }

    @Test func theOthersOfAListMaySupport() {
        let found = units("一、主要任务\n排名第一的为牵头单位，其他为配合单位。\n1.推进改革。完善制度。（市财政局、市商务局）")
        #expect(found["1.1"] == ["市财政局:lead:bracket", "市商务局:support:bracket"])
    }

    @Test func aHelperIsOneBehindAnyVerb() {
        let found = units("一、主要任务\n1.推进改革。市财政局要配合做好保障。\n2.推进开放。市商务局作为配合部门，要做好保障。\n3.推进创新。报市司法局审核后实施。\n4.推进创业。完善制度。 市民政局要加强监督管理。\n5.推进创优。完善制度。 （市公安局）")
        #expect(found["1.5"] == ["市公安局:responsible:bracket"])
        #expect(found["1.1"] == ["市财政局:support:text"] && found["1.2"] == ["市商务局:support:text"])
        #expect(found["1.3"] == [] && found["1.4"] == ["市民政局:responsible:text"])
    }

    /// A row of sections that are titled with units is a list by unit; one such title among others says nothing.
    @Test func sectionsMayEachBeAUnits() {
        let found = units("示例市单位责任清单\n一、市委办公室\n1.筹备会议。\n2.完成市双拥办安排的其他工作任务。\n二、市委宣传部（市文明办）\n1.刊播公益广告。\n三、市法院、市检察院\n1.开设窗口。\n2.由市双拥办组织培训。\n四、团市委\n（一）志愿服务\n1.招募志愿者。\n五、各乡镇\n1.整治环境。\n六、工作要求\n1.按时报送材料。")
        #expect(found["1.1"] == ["市委办公室:responsible:text"] && found["1.2"] == ["市委办公室:responsible:text"])
        #expect(found["2.1"] == ["市委宣传部（市文明办）:responsible:text"])
        #expect(found["3.1"] == ["市法院:responsible:text", "市检察院:responsible:text"])
        #expect(found["3.2"] == ["市双拥办:responsible:text"])
        #expect(found["4.1.1"] == ["团市委:responsible:text"])
        #expect(found["5.1"] == ["各乡镇:responsible:text"])
        #expect(found["6.1"] == [])
        let others = units("一、工作目标\n1.建成示范市。\n二、组织机构\n1.成立专班。\n三、主要任务\n1.开展整治。\n四、市委办公室\n1.督查落实。")
        #expect(others["2.1"] == [] && others["4.1"] == [])
    }

    @Test func unitsOfAListMayHaveOneDutyEach() {
        let found = units("示例市任务清单\n一、市直单位\n（一）市教育局\n组织开展校园排查整治，建立台账。\n（二）市公安局\n加强路面巡逻，维护交通秩序。\n（三）市商务局\n督促商超落实主体责任。\n二、驻市单位\n（一）市税务局\n1.落实减免政策。\n（二）市气象局\n1.发布预警信息。")
        #expect(found["1.1"] == ["市教育局:responsible:text"] && found["1.3"] == ["市商务局:responsible:text"])
        #expect(found["2.1.1"] == ["市税务局:responsible:text"] && found["2.2.1"] == ["市气象局:responsible:text"])
        let roles = units("示例市任务清单\n一、市城管局（牵头）、市住建局（配合）\n1.整治背街小巷。\n二、市委宣传部（市文明办）：\n1.刊播公益广告。\n三、白水街道、人民路街道\n1.设置点位。")
        #expect(roles["1.1"] == ["市城管局:lead:text", "市住建局:support:text"])
        #expect(roles["2.1"] == ["市委宣传部（市文明办）:responsible:text"])
        #expect(roles["3.1"] == ["白水街道:responsible:text", "人民路街道:responsible:text"])
    }

    /// 开展河道排查。 is short: what stands behind it counts where its sisters have such brackets.
    @Test func bracketsOfNamesStandBehindShortSentences() {
        let found = units("一、任务\n1.开展河道排查。（县水务局、各镇）\n2.加强校园排查。（县教育局、县住建局，6月底前）\n3.发放补贴。（县财政局）\n4.严打犯罪。（县公安局、县司法局；长期）\n5.清理河道。")
        #expect(found["1.1"] == ["县水务局:responsible:bracket", "各镇:responsible:bracket"])
        #expect(found["1.2"] == ["县教育局:responsible:bracket", "县住建局:responsible:bracket"])
        #expect(found["1.3"] == ["县财政局:responsible:bracket"] && found["1.4"] == ["县公安局:responsible:bracket", "县司法局:responsible:bracket"] && found["1.5"] == [])
        let alone = units("一、任务\n1.见附件。（县水务局）\n2.发放补贴。\n3.严打犯罪。\n4.清理河道。")
        #expect(alone["1.1"] == [])
    }

    /// A bracket of units at the end of each part of an enumeration.
    @Test func bracketsOfNamesEndTheStepsOfAnEnumeration() {
        let (outline, found) = findings("一、主要任务（责任单位：县水利局）\n1.完善机制。一是健全各项制度（县财政局）；二是加强日常监管（县公安局、县城管局）；三是做好宣传（县融媒体中心）。\n2.完善机制（县财政局）。健全各项制度，落实资金。")
        let units = found.items.map { $0.responsible.map { "\($0.mention):\($0.basis.rawValue)" } }
        #expect(outline.items.count == 3)
        #expect(units[1] == ["县财政局", "县公安局", "县城管局", "县融媒体中心"].map { $0 + ":bracket" })
        #expect(found.items[1].steps.map { $0.responsible.map(\.mention) } == [["县财政局"], ["县公安局", "县城管局"], ["县融媒体中心"]])
        #expect(units[2] == ["县水利局:inherited"])
    }

    @Test func wordsBesideNamesAreNone() {
        let found = units("一、任务\n1.整治市场。（市市场监管局牵头，市商务局配合；每年底前完成当年任务）\n2.改造管线。（市建设局牵头，各管线单位按计划实施）\n3.完成市创建指挥部安排的其他工作。\n4.实行指挥部统筹。\n5.县（市、区）双拥办编制人员全部到位。\n6.实行月调度，市委督查室、市政府督查室会同市双拥办每季度开展1次督查。")
        #expect(found["1.1"] == ["市市场监管局:lead:bracket", "市商务局:support:bracket"])
        #expect(found["1.2"] == ["市建设局:lead:bracket", "各管线单位:responsible:bracket"])
        #expect(found["1.3"] == [] && found["1.4"] == [] && found["1.5"] == [])
        #expect(found["1.6"] == ["市委督查室:responsible:text", "市政府督查室:responsible:text", "市双拥办:support:text"])
    }

    /// `各市、县（区）人民政府` is one class, `各乡镇、县直各单位` two, and `各县（市、区）、市财政局` a class and an organ.
    @Test func classesOfRegionsEndWhereAnotherNameBegins() {
        let found = units("一、任务\n1.整治。（责任单位：各乡镇、县直各单位）\n2.排查。（责任单位：各县（市、区）、市直机关工委，各乡镇（街道）、市场开办单位）\n3.验收。（责任单位：各市、县（区）人民政府，各县（市、区）、市财政局）\n4.宣传。（责任单位：各乡镇、村（社区），各县区、市教育局）")
        #expect(found["1.1"] == ["各乡镇:responsible:bracket", "县直各单位:responsible:bracket"])
        #expect(found["1.2"] == ["各县（市、区）:responsible:bracket", "市直机关工委:responsible:bracket", "各乡镇（街道）:responsible:bracket", "市场开办单位:responsible:bracket"])
        #expect(found["1.3"] == ["各市、县（区）人民政府:responsible:bracket", "各县（市、区）:responsible:bracket", "市财政局:responsible:bracket"])
        #expect(found["1.4"] == ["各乡镇、村（社区）:responsible:bracket", "各县区:responsible:bracket", "市教育局:responsible:bracket"])
    }

    /// 部门 is no unit: a chapter on the duties of departments gives its items none.
    @Test func aChapterOnDutiesOfDepartmentsNamesNobody() {
        let found = units("一、总体要求\n做好。\n二、部门职责\n（一）加强造林。完成造林1万亩。\n（二）加强管护。落实护林员。")
        #expect(found.count == 4)
        #expect(found.values.flatMap { $0 } == [])
    }

    /// Names over numbered duties, with 职责, a colon, brackets or nothing; two such lines are enough, one says nothing.
    @Test(arguments: [("", "："), ("", "职责："), ("【", "】"), ("", ""), ("", "主要职责"), ("", "负责："), ("", "（共2项）：")])
    func linesOfNamesOverNumbers(_ front: String, _ behind: String) {
        let found = units("一、主要任务\n\(front)县财政局、县审计局\(behind)\n1.落实资金。\n（1）安排预算。\n（2）加强监管。\n2.通报结果。\n\(front)各乡镇人民政府\(behind)\n1.组织实施。\n二、工作要求\n1.加强领导。")
        #expect(found["1.1.2"] == ["县财政局:responsible:inherited", "县审计局:responsible:inherited"])
        #expect(found["1.2"] == found["1.1.2"] && found["1.1~2"] == ["各乡镇人民政府:responsible:inherited"])
        #expect(found["2.1"] == [])
        #expect(units("一、主要任务\n市场主体：\n1.减税降费。\n区域中心：\n1.完善功能。").allSatisfy { $0.value == [] })
        let one = units("县财政局：\n1.落实资金。\n2.加强监管。")
        #expect(one["1"] == [] && one["2"] == [])
    }

    /// Behind a level stands an organ or a class of them; a word that only begins like a level is none.
    @Test(arguments: [("县国有林场", true), ("县植物园", true), ("县各级党组织", true), ("县属国有农场", true), ("市场监管所", true), ("县城管大队", true), ("县直机关", true), ("县开发区", true), ("县医疗集团", true), ("团县委", true), ("县城区", false), ("县域商业体系", false), ("县主城区", false), ("县农贸市场", false), ("市场主体", false), ("区域中心", false), ("县建设工地", false), ("县项目库", false), ("单位名称", false)])
    func linesThatBeginWithALevel(_ name: String, _ isOrgan: Bool) {
        let found = units("一、主要任务\n县财政局：\n1.落实资金。\n县审计局：\n1.开展审计。\n\(name)：\n1.加强建设。")
        #expect(found["1.1~3"] == (isOrgan ? ["\(name):responsible:inherited"] : []))
    }

    /// In front of the first item too; what has units of its own keeps them, and numbers may run on or be of another form.
    @Test func linesOfNamesInFrontOfAll() {
        let found = units("示例县工作方案\n县财政局：\n1.落实资金。\n2.加强监管。（责任单位：县审计局）\n县林业局：\n3.开展造林。\n县水利局：\n（1）治理河道。")
        #expect(found["1"] == ["县财政局:responsible:inherited"] && found["2"] == ["县审计局:responsible:bracket"])
        #expect(found["3"] == ["县林业局:responsible:inherited"] && found["1~2"] == ["县水利局:responsible:inherited"])
    }

    /// A title without a number ends what is of the names above it; one over the parts of a duty does not.
    @Test func aTitleBehindLinesOfNames() {
        let text = "县财政局：\n1.落实资金。\n县审计局：\n1.开展审计。\n重点包括：\n（1）专项资金。\n2.通报结果。\n工作要求：\n1.加强领导。\n2.按时报送。"
        let (outline, _) = findings(text), found = units(text)
        #expect(found["1~2.1"] == ["县审计局:responsible:inherited"] && found["2"] == found["1~2.1"])
        #expect(found["1~3"] == [] && found["2~2"] == [])
        #expect(outline.items.allSatisfy { !$0.passage.string($0.passage.indices).contains("工作要求") })
    }

    /// Two sections titled with organs and nothing beside them; bodies that the plan sets up are no such list.
    @Test func aPairOfSectionsByUnit() {
        let found = units("一、责任分工\n（一）县财政局\n1.落实资金。\n（二）县审计局、县水利局\n1.开展审计。\n二、组织机构\n（一）县领导小组\n1.开会研究。\n（二）办公室\n1.收集材料。")
        #expect(found["1.1.1"] == ["县财政局:responsible:text"] && found["1.2.1"] == ["县审计局:responsible:text", "县水利局:responsible:text"])
        #expect(found["2.1.1"] == [] && found["2.2.1"] == [])
    }

    @Test func listsOfDutiesByOrgan() {
        let found = units("一、职责分工\n（一）市民政局：负责统筹。\n（二）市财政局。保障经费。\n（三）市残联、团市委：配合宣传。\n（四）国网示例供电公司：保障用电。\n（五）各县区人民政府：落实属地责任。\n（六）示例储备粮总公司负责动用计划的执行。\n（七）工作原则：统筹推进。\n二、成员单位职责\n市公安局：维护秩序。\n市住建局、市自然资源局：规划建设。\n三、工作要求\n市审计局：负责监督。\n市委组织部：见附件。\n报送时间：负责人签字后报送。")
        #expect(found["1.1"] == ["市民政局:responsible:text"])
        #expect(found["1.2"] == ["市财政局:responsible:text"])
        #expect(found["1.3"] == ["市残联:responsible:text", "团市委:responsible:text"])
        #expect(found["1.4"] == ["国网示例供电公司:responsible:text"])
        #expect(found["1.5"] == ["各县区人民政府:responsible:text"])
        #expect(found["1.6"] == ["示例储备粮总公司:responsible:text"] && found["1.7"] == [])
        #expect(found["2.1"] == ["市公安局:responsible:text"] && found["2.2"] == ["市住建局:responsible:text", "市自然资源局:responsible:text"])
        #expect(found["3"] == ["市审计局:responsible:text"])
    }

    /// The column's points are the row's beside what its standard takes away or grants each time; points in brackets share them out.
    @Test func pointsOfARow() {
        let (_, found) = findings("考核表\n序号\n考核内容\n分值\n评分标准\n考核单位\n1\n成立领导小组。\n5\n未成立的扣5分。\n县政法委\n2\n开展宣讲活动。\n30\n每开展1场得3分。\n县教育局\n3\n健全制度（得2分），专人负责（得2分）。\n4\n查阅资料。\n县审计局\n4\n做好总结。\n6\n查阅资料。\n县审计局")
        #expect(found.items.map { $0.scores.map(\.points) } == [[5, -5], [30, 3], [2, 2], [6]])
    }

    @Test func otherColumnsOfARowAreKept() {
        let (_, found) = findings("附件\n改革任务表\n序号\n改革举措\n责任单位\n推广范围\n1\n推行一窗办理，减少跑动。\n市政务局\n3个试点镇\n2\n推行一网通办，减少材料。\n市数据局\n全市")
        #expect(found.items.map { $0.conditions.map { $0.key ?? "-" } } == [["推广范围"], ["推广范围"]])
    }

    @Test(arguments: [("逗号前为牵头单位，下同", "，"), ("分号前为牵头单位", "；")])
    func aMarkMayPartTheLeadersFromTheOthers(_ rule: String, _ mark: String) {
        let found = units("一、任务\n1.开展排查。（责任单位：市住建局、市城管局\(mark)市财政局、市审计局（\(rule)））\n2.组织整治。（责任单位：市城管局、市财政局）\n3.验收。（牵头单位：市住建局；责任单位：市财政局\(mark)市审计局）")
        #expect(found["1.1"] == ["市住建局:lead:bracket", "市城管局:lead:bracket", "市财政局:responsible:bracket", "市审计局:responsible:bracket"])
        #expect(found["1.2"] == ["市城管局:responsible:bracket", "市财政局:responsible:bracket"])
        #expect(found["1.3"] == ["市住建局:lead:bracket", "市财政局:responsible:bracket", "市审计局:responsible:bracket"])
    }

    @Test func phasesGiveTheirYearToTheStepsUnderThem() {
        let (_, found) = findings("""
        一、实施步骤
        （一）动员阶段（2022年3月—2022年5月）
        1.开展宣传。4月底前，完成动员部署。
        （二）实施阶段（2022年6月至12月）
        1.推进整改。11月30日前，完成整改。
        """)
        #expect(found.items.compactMap(\.phase).map { "\($0.name) \($0.start?.iso ?? "-") \($0.end?.iso ?? "-")" } == ["动员阶段 2022-03-01 2022-05-31", "实施阶段 2022-06-01 2022-12-31"])
        #expect(found.items.flatMap(\.due).map { "\($0.day.iso) \($0.yearBasis.rawValue)" } == ["2022-04-30 phase", "2022-11-30 phase"])
    }

    @Test(arguments: [
        ("某市2023年工作方案\n一、任务\n6月底前完成排查。", "2023-06-30 plan"),
        ("某市工作方案\n某市人民政府\n2021年3月1日\n某市工作方案\n为做好工作，制定本方案。\n一、任务\n年底前完成排查。", "2021-12-31 issued"),
        ("某府发〔2020〕5号\n某市工作方案\n为做好工作，制定本方案。\n一、任务\n年底前完成排查。", "2020-12-31 number"),
        // The first phase says it for all, also where the plan cites a document of another year.
        ("某市工作方案\n一、实施步骤\n（一）动员部署阶段（2024年9月1日—9月10日）。召开会议。\n（二）集中整治阶段（9月11日—11月30日）。开展整治。\n二、任务\n10月底前完成排查。", "2024-10-31 phase"),
        ("某市工作方案\n根据《甲办法》（某府发〔2023〕5号），制定本方案。\n一、实施步骤\n（一）动员阶段（2024年9月1日—10日）。召开会议。\n（二）整治阶段（9月11日—11月30日）。对2015年前的房屋开展整治。\n二、任务\n10月底前完成排查。", "2024-10-31 phase"),
        ("某市工作方案\n一、实施步骤\n（一）动员阶段（2024年9月）。召开会议。\n（二）整治阶段（2025年3月）。开展整治。\n二、任务\n10月底前完成排查。", ""),
    ])
    func theYearComesFromThePlanAndSaysSo(_ lines: String, _ due: String) {
        let (_, found) = findings(lines)
        #expect(found.items.flatMap(\.due).map { "\($0.day.iso) \($0.yearBasis.rawValue)" } == (due.isEmpty ? [] : [due]))
    }

    @Test func phasesWithoutAYearAreOfTheYearOfTheFirst() {
        let (_, found) = findings("某市工作方案\n一、实施步骤\n（一）动员部署阶段（2024年9月1日—9月10日）。召开会议。\n（二）集中整治阶段（9月11日—11月30日）。开展整治。")
        #expect(found.items.compactMap(\.phase).map { "\($0.start?.iso ?? "-") \($0.end?.iso ?? "-") \($0.yearBasis.rawValue)" } == ["2024-09-01 2024-09-10 written", "2024-09-11 2024-11-30 phase"])
    }

    @Test func quotesAreAtTheirSpans() {
        let lines = "一、任务\n1.建设站点。新增站点不少于20个（得3分），2024年底前完成。（责任单位：市住建局）\n2.开展检查。每季度至少1次。"
        let (_, found) = findings(lines)
        let text = CanonicalText(lines)
        #expect(found.items.flatMap(\.targets).map { text[$0.span] } == ["不少于20个", "至少1次"])
        #expect(found.items.flatMap(\.scores).map(\.points) == [3])
        #expect(found.items.flatMap(\.due).map { text[$0.span] }.first?.contains("2024年底") == true)
        #expect(found.items.flatMap(\.responsible).map { text[$0.span] } == ["市住建局"])
    }

    /// Phases that run over the turn of the year follow each other.
    @Test func phasesRunIntoTheNextYear() {
        let (_, found) = findings("关于专项整治的方案\n示例市人民政府\n2023年11月1日\n一、实施步骤\n（一）动员部署(11月20日-11月30日)。制定方案，明确责任。\n（二）集中整治(12月1日-次年2月15日)。开展检查，落实整改。\n（三）总结提升(2月16日-2月28日)。2月25日前，报送总结。")
        #expect(found.items.compactMap(\.phase).map { "\($0.name) \($0.start?.iso ?? "-") \($0.end?.iso ?? "-")" }
            == ["动员部署 2023-11-20 2023-11-30", "集中整治 2023-12-01 2024-02-15", "总结提升 2024-02-16 2024-02-28"])
        #expect(found.items.flatMap(\.due).map(\.day.iso) == ["2024-02-25"])
    }
}
