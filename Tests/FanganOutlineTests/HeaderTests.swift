import FanganText
import Testing
@testable import FanganOutline

@Suite struct HeaderTests {
    @Test func noticeInFrontOfThePlan() {
        let o = outline("""
        示府办发〔2023〕12号
        示例县人民政府办公室
        关于印发《示例县河道整治
        三年行动方案》的通知
        各乡镇人民政府，县级各部门：
        现将《示例县河道整治三年行动方案》印发给你们，请认真贯彻执行。
        示例县人民政府办公室
        2023年4月5日
        示例县河道整治
        三年行动方案
        为改善水环境，根据《省河道条例》（省发〔2022〕3号），制定本方案。
        一、总体要求
        全面整治。
        """)
        #expect(o.header.title?.text == "示例县河道整治三年行动方案")
        #expect(o.header.number?.text == "示府办发〔2023〕12号")
        #expect(o.header.issuers.map(\.text) == ["示例县人民政府办公室"])
        #expect(o.header.issued?.text == "2023-04-05")
        #expect(o.header.addressees.map(\.text) == ["各乡镇人民政府", "县级各部门"])
        #expect(o.header.preamble.count == 2)
    }

    /// 版头 as GB/T 9704 has it; the title leaves the place out, and the signature is only a day.
    @Test func theHeadOfTheFirstPageSaysWhoIssuedIt() {
        let rest = "\n示府办发〔2020〕5号\n市人民政府办公室关于做好复工工作的通知\n各县人民政府：\n为做好复工，现通知如下。\n一、任务\n做好。\n2020年2月11日"
        let o = outline("示例市人民政府办公室文件" + rest)
        #expect(o.header.title?.text == "市人民政府办公室关于做好复工工作的通知")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府办公室"])
        #expect(o.header.issued?.text == "2020-02-11")
        let joint = outline("示例市发展和改革委员会\n示例市财政局文件" + rest.replacing("市人民政府办公室", with: ""))
        #expect(joint.header.issuers.map(\.text) == ["示例市发展和改革委员会", "示例市财政局"])
    }

    @Test func planWithoutNoticeAndSignatureBehindIt() {
        let o = outline("示例市就业促进工作方案\n为稳定就业，制定本方案。\n一、目标\n新增就业。\n示例市人力资源和社会保障局\n2022年3月1日")
        #expect(o.header.title?.text == "示例市就业促进工作方案")
        #expect(o.header.issuers.map(\.text) == ["示例市人力资源和社会保障局"])
        #expect(o.header.issued?.text == "2022-03-01")
        #expect(o.items.count == 1 && o.items[0].paragraphs.count == 2)
    }

    /// Two brackets behind a title, and no word of 通知: `工作方案（2015—2017年）（试行）`.
    @Test func severalBracketsBehindATitle() {
        let draft = outline("示例市便民服务工作方案（2015—2017年）（试行）\n\n各县（市、区）人民政府：\n经市政府同意，现作如下安排。\n一、任务\n做好。")
        #expect(draft.header.title?.text == "示例市便民服务工作方案（2015—2017年）（试行）")
        #expect(draft.header.addressees.isEmpty == false)
    }

    @Test func theDayBehindATitleIsNoPartOfIt() {
        let o = outline("12. 示例省人民政府办公室关于推进便民服务的实施意见（2023 年6 月3 日）\n各市：\n为便民，制定本意见。\n一、任务\n做好。")
        #expect(o.header.title?.text == "示例省人民政府办公室关于推进便民服务的实施意见")
        let draft = outline("示例市便民服务实施方案（征求意见稿）\n为便民，制定本方案。\n一、任务\n做好。")
        #expect(draft.header.title?.text == "示例市便民服务实施方案（征求意见稿）")
    }

    @Test func aBracketUnderTheTitleSaysWhenWhoAndUnderWhichNumber() {
        let o = outline("示例市政府印发关于促进消费若干措施的通知\n(2023年1月30日示例市人民政府示府规字〔2023〕1号文发布)\n各县人民政府：\n为促进消费，制定本措施。\n一、任务\n做好。")
        #expect(o.header.number?.text == "示府规字〔2023〕1号")
        #expect(o.header.issued?.text == "2023-01-30")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府"])
        #expect(o.header.preamble.count == 1)
    }

    @Test func anAnnexListWithoutItsAnnexesHoldsNoDuties() {
        let o = outline("一、任务\n做好服务。\n附件：\n1.项目牵头单位及联系方式\n2.各镇、街道联系方式")
        #expect(o.items.map { $0.label.printed } == ["一、"])
        #expect(o.parts.contains { $0.kind == .annexList })
        let real = outline("一、任务\n做好服务。\n附件：\n示例县工作专班\n1.县水利局：负责河道。\n2.县财政局：负责经费。")
        #expect(real.items.map { $0.label.printed } == ["一、", "1.", "2."])
    }

    @Test(arguments: ["示例市人民政府办公厅印发《关于加快服务业发展的若干意见》", "示例市人民政府办公厅关于印发《关于加快服务业发展的若干意见》的通知"])
    func aNoticeWithoutItsLastWords(_ title: String) {
        let o = outline(title + "\n示政办发〔2025〕11号\n各区人民政府：\n现将《关于加快服务业发展的若干意见》印发给你们。\n一、任务\n做好。")
        #expect(o.header.title?.text == "关于加快服务业发展的若干意见")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府办公厅"])
    }

    @Test func titleOnlyInsideTheNotice() {
        let o = outline("关于印发《示例区消防工作要点》的通知\n各街道：\n请认真贯彻执行。\n一、压实责任\n逐级负责。")
        #expect(o.header.title?.text == "示例区消防工作要点")
    }

    /// A table that goes with a plan is not the plan; what a notice sends may be the table itself.
    @Test(arguments: [
        ("《示例县农村环境整治工作方案》的通知", "附件", "示例县农村环境整治任务分解表", "示例县农村环境整治工作方案"), ("《示例县农村环境整治工作方案》的通知", "附件 农村环境整治任务分解表", "", "示例县农村环境整治工作方案"),
        ("《示例县农村环境整治任务分解表》的通知", "附件", "示例县农村环境整治任务分解表", "示例县农村环境整治任务分解表"),
        ("《示例县农村环境整治工作方案》任务分解表的通知", "附件", "《示例县农村环境整治工作方案》任务分解表", "《示例县农村环境整治工作方案》任务分解表"),
    ])
    func aNoticeThatSendsATable(_ sent: String, _ mark: String, _ title: String, _ wanted: String) {
        for table in ["|0,0|序号\n|0,1|工作任务\n|0,2|责任单位\n|1,0|1\n|1,1|改造厕所\n|1,2|县住建局", "工作任务\n责任单位\n完成时限\n改造厕所\n县住建局\n6月底\n修建道路\n县交通运输局\n9月底"] {
            let o = outline("示例县人民政府办公室关于印发\(sent)\n各乡镇人民政府：\n现印发给你们，请认真贯彻执行。\n示例县人民政府办公室\n2024年3月5日\n\(mark)\n\(title)\n\(table)")
            #expect(o.header.title?.text == wanted)
        }
    }

    /// Who sends a notice and to whom stands in lines of their own, in front of the name of its annex 任务分解表: no list of duties by unit.
    @Test func namesInFrontOfANotice() {
        let o = outline("示例县人民政府办公室\n关于做好农村环境整治工作的通知\n各乡镇人民政府，县政府各部门：\n为做好工作，现将有关事项通知如下。\n一、加强领导。各单位要落实责任。\n二、严格督查。县政府督查室要定期督查。\n附件：农村环境整治任务分工\n示例县人民政府办公室\n2024年3月5日")
        #expect(o.items.map(\.path) == [["一、"], ["二、"]])
        #expect(o.header.title?.text.hasSuffix("关于做好农村环境整治工作的通知") ?? false)
    }

    @Test func severalIssuersInOneLine() {
        let o = outline("中共示例县委办公室 示例县人民政府办公室关于印发《示例方案》的通知\n各乡镇：\n为做好工作，制定本方案。\n一、任务\n做好。")
        #expect(o.header.issuers.map(\.text) == ["中共示例县委办公室", "示例县人民政府办公室"])
    }

    @Test(arguments: [("二〇二一年七月二十八日", 2021, 7, 28), ("2023 年2 月28 日", 2023, 2, 28), ("２０２２年９月１３日", 2022, 9, 13)])
    func dates(_ text: String, _ year: Int, _ month: Int, _ day: Int) throws {
        let date = try #require(HeaderReader.date(Passage(text), at: 0))
        #expect((date.year, date.month, date.day) == (year, month, day))
    }

    @Test func aCompilersNumberBeforeTheTitleIsNoItem() {
        let o = outline("4. 示例省市场监督管理局关于印发《便民\n服务方案》的通知（2023年2月28日）\n各市局：\n为便民，制定本方案。\n一、任务\n做好。")
        #expect(o.items.map { $0.label.printed } == ["一、"])
    }

    @Test func listOfAnnexesAndTheAnnexesThemselves() {
        let o = outline("""
        一、任务
        做好工作。
        附件：1.成员名单
        2.任务分解表
        附件1：
        成员名单
        组长：张某
        附件2
        任务分解表
        一、第一类
        1.开展排查，建立台账。
        """)
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "附件2/一、", "附件2/一、/1."])
        #expect(o.parts.filter { $0.kind == .annexList }.count == 2)
    }

    @Test func anAnnexOfThePlanThatIsItselfAnAnnex() {
        let o = outline("""
        各县区人民政府：
        《示例市便民措施》已经市政府同意，现印发给你们，请认真贯彻执行。
        示例市人民政府办公室
        2023年5月17日
        附件
        示例市便民措施
        为方便群众办事，制定本措施。
        一、减少材料。（市司法局）
        二、缩短时间。（市民政局）
        附件
        便民行动清单
        1.送证上门行动（市民政局）
        2.一窗办理行动（市数据局）
        """)
        #expect(o.header.title?.text == "示例市便民措施")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "二、", "附件/1.", "附件/2."])
    }

    /// Every item of an annex has the annex in its path, however its mark stands: alone, in front of its title, glued to it, with
    /// blanks, in brackets, with a sub-number, with a colon and nothing behind it.
    @Test(arguments: [
        ("附件2\n示例县责任清单", "附件2"), ("附件2：示例县责任清单", "附件2"), ("附件2示例县责任清单", "附件2"), ("附件2.示例县责任清单", "附件2"), ("附件二：示例县责任清单", "附件二"),
        ("附 件 2\n示例县责任清单", "附件2"), ("（附件2）\n示例县责任清单", "附件2"), ("附件2：\n示例县责任清单", "附件2"), ("附件2-1\n示例县责任清单", "附件2-1"), ("附件之二\n示例县责任清单", "附件之二"), ("附件2\n附件2\n示例县责任清单", "附件2"),
    ])
    func theMarkOfAnAnnex(_ mark: String, _ label: String) {
        let o = outline("示例县工作计划\n一、主要任务\n（一）加强管理。\n（二）加强服务。\n\(mark)\n1.完善队伍。\n2.落实人员。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/（一）", "一、/（二）", label + "/1.", label + "/2."])
    }

    /// Marks that come more than once: two annexes without a number, and the head of each page of one.
    @Test func marksThatComeTwice() {
        let plan = "示例县工作计划\n一、主要任务\n（一）加强管理。\n（二）加强服务。\n"
        let two = outline(plan + "附件\n示例县责任清单\n1.完善队伍。\n2.落实人员。\n附件\n示例县问题清单\n1.完善制度。\n2.落实经费。")
        #expect(two.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件/1.", "附件/2.", "附件/1.", "附件/2."])
        let pages = outline(plan + "附件2\n示例县责任清单\n1.完善队伍。\n2.落实人员。\n附件2\n3.完善制度。\n4.落实经费。")
        #expect(pages.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件2/1.", "附件2/2.", "附件2/3.", "附件2/4."])
        let titled = outline(plan + "附件2\n示例县责任清单\n1.完善队伍。\n附件2\n示例县责任清单\n2.完善制度。")
        #expect(titled.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件2/1.", "附件2/2."])
        let listed = outline(plan + "附件1：责任清单\n附件2：问题清单\n示例县人民政府\n2023年5月8日\n附件1\n责任清单\n1.完善队伍。\n附件2\n问题清单\n1.完善制度。")
        #expect(listed.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件1/1.", "附件2/1."])
        let names = outline(plan + "附件\n1.责任清单\n2.任务分解表\n示例县人民政府\n2023年5月8日\n附件1\n责任清单\n1.完善队伍。")
        #expect(names.items.dropFirst(3).map { $0.path.joined(separator: "/") } == ["附件1/1."])
    }

    @Test func aRemarkOverTheTextIsNoTitle() {
        let o = outline("示例市人民政府办公室\n2023年7月17日\n全文如下\n示例市便民措施\n为方便群众办事，制定本措施。\n一、减少材料。\n二、缩短时间。")
        #expect(o.header.title?.text == "示例市便民措施")
    }

    @Test func aNoticeWithDemandsOfItsOwn() {
        let o = outline("""
        各县（市、区）人民政府：
        现将《示例市稳增长若干措施》印发给你们，请一并抓好落实。
        一、加大宣传。各地要广泛宣传。
        二、强化落实。各地要抓好落实。
        示例市人民政府办公室
        2023年11月13日
        示例市稳增长若干措施
        为稳增长，制定以下措施。
        一、落实投入。足额安排资金。
        二、扩大消费。发放消费券。
        """)
        #expect(o.header.title?.text == "示例市稳增长若干措施")
        #expect(o.items.map(\.role) == [.other, .other, .duties, .duties])
        #expect(Set(o.items.map(\.id)).count == 4)
    }

    @Test func aNumberInFrontOfTheTitle() {
        let o = outline("石政发〔2020〕3号-某市某区人民政府关于印发《某区支持企业发展若干措施》的通知\n各街道办事处，区政府各委、办、局：\n为支持企业发展，制定本措施。\n一、支持企业\n给予补助。\n二、减免房租\n免收租金。")
        #expect(o.header.number?.text == "石政发〔2020〕3号")
        #expect(o.header.title?.text == "某区支持企业发展若干措施")
        #expect(o.header.issuers.map(\.text) == ["某市某区人民政府"])
    }

    @Test func aTitleThatRunsIntoThePreamble() {
        let o = outline("某市优化营商环境行动方案(2023 版为深入贯彻决策部署，激发市场活力，推动高质量发展，制定本行动方案。一、开办企业。推进开办企业“一件事”改革。\n1.优化系统。\n二、劳动力市场\n2.建立平台。")
        #expect(o.items.map { $0.path.joined(separator: "/") } == ["一、", "一、/1.", "二、", "二、/2."])
        #expect(o.header.title?.text.hasPrefix("某市优化营商环境行动方案") == true)
        #expect(o.header.preamble.count == 1)
    }

    @Test func aSecondPlanWhoseTitleRunsIntoItsPreamble() {
        let o = outline("某省政务环境工程实施方案\n为推动发展，制定本方案。\n一、总体要求\n稳步推进。\n二、重点任务\n建设网络。\n某省法治环境工程实施方案为全面落实省委、省政府的决策部署，营造公平公正的法治环境，特制定本方案。\n一、总体要求\n依法推进。\n二、重点任务\n完善制度。")
        #expect(o.items.map { $0.label.printed } == ["一、", "二、", "一、", "二、"])
        #expect(o.items[1].passage.string(o.items[1].passage.indices) == "重点任务\n建设网络。")
    }

    @Test func aListOfAnnexesAtTheEndIsNoAnnex() {
        let o = outline("一、重点任务\n做好工作。\n二、保障措施\n加强领导。\n附件：\n1.项目管理操作流程(/abc/W9.doc)\n2.项目任务分解表\n相关附件：关于印发《…》的通知.pdf")
        #expect(o.items.count == 2)
        #expect(o.parts.contains { $0.kind == .annexList })
    }

    @Test func aPlanForIndicatorsIsNoTableOfThem() {
        let o = outline("全市提升营商环境评价指标工作方案\n为提升水平，制定本方案。\n一、总体要求\n稳步推进。\n二、主要任务\n做好工作。\n三、组织保障\n加强领导。")
        #expect(o.items.map(\.role) == [.guiding, .duties, .safeguards])
    }

    @Test func theSignerStandsBesideTheNumber() {
        let o = outline("示例市人民政府文件\n示政发〔2023〕8号                签发人：韦某某\n示例市人民政府关于印发节水工作方案的通知\n各县人民政府：\n现将《节水工作方案》印发给你们，请认真组织实施。\n一、重点任务\n（一）完善制度，明确责任。")
        #expect(o.header.number?.text == "示政发〔2023〕8号")
    }

    /// 会议纪要: the number is without letters, and who issued it stands left of the day.
    @Test(arguments: ["桐庐县人民政府办公室\n2026年3月12日", "桐庐县人民政府办公室　　　　　　　　2026年3月12日", "桐庐县人民政府办公室                       2026年3月12日"])
    func theHeadOfMinutes(_ imprint: String) {
        let o = outline("桐庐县人民政府常务会议纪要\n〔2026〕18号\n\(imprint)\n\n3月10日上午，县长王某某主持召开会议。纪要如下：\n一、关于防汛工作\n会议决定，县水利局完成除险加固。")
        #expect(o.header.title?.text == "桐庐县人民政府常务会议纪要")
        #expect(o.header.number?.text == "〔2026〕18号")
        #expect(o.header.issuers.map(\.text) == ["桐庐县人民政府办公室"])
        #expect(o.header.issued?.text == "2026-03-12")
    }

    @Test func theDayUnderTheTitleIsOfADocumentWithoutAnother() {
        let rest = "\n（2026年3月10日）\n一、关于防汛工作\n会议决定，县水利局完成除险加固。"
        #expect(outline("县政府第47次常务会议纪要" + rest).header.issued?.text == "2026-03-10")
        #expect(outline("县政府第47次常务会议纪要" + rest + "\n桐庐县人民政府办公室\n2026年3月12日").header.issued?.text == "2026-03-12")
    }

    @Test func notesBehindMinutesAreNoText() {
        let o = outline("县政府第47次常务会议纪要\n一、关于防汛工作\n会议决定，县水利局完成除险加固。\n出　席：王某某\n列席：县府办赵某某\n请假：周某某\n发：各乡镇人民政府。")
        #expect(o.items.map { $0.passage.string($0.passage.indices) } == ["关于防汛工作\n会议决定，县水利局完成除险加固。"])
        #expect(o.parts.count { $0.kind == .closing } == 4)
    }

    /// Names and days on lines behind one another are a table's.
    @Test func namesWithDaysBehindOneAnotherAreRows() {
        let o = outline("县政府检查安排\n县水利局　2026年3月12日\n县财政局　2026年3月15日\n一、检查内容\n检查水库。")
        #expect(o.header.issued == nil)
    }

    /// The day of a row is none of the document, whatever the days of the other rows look like.
    @Test(arguments: ["序号   任务   责任单位   完成时间\n1   清理账号   县数据局   2025年5月1日\n2   培训骨干   县委组织部   2025.7.30\n3   评估验收   县审计局   长期坚持",
                      "任务   责任单位   完成时间\n清理账号   县数据局   2025年5月1日\n培训骨干   县委组织部   2025.7.30\n评估验收   县审计局   长期坚持"])
    func rowsWithDaysOfDifferentForms(_ table: String) {
        let o = outline("示例县重点工作方案\n" + table)
        #expect(o.header.issued == nil)
        #expect(o.rows.map { $0.cells(.responsible).map { $0.passage.squashed() } } == [["县数据局"], ["县委组织部"], ["县审计局"]])
        #expect(o.rows.map { $0.cells(.due).map { $0.passage.squashed() } } == [["2025年5月1日"], ["2025.7.30"], ["长期坚持"]])
        // Two names and a day over the text are who issued it.
        #expect(outline("示例县重点工作方案\n县水利局　县财政局　2026年3月12日\n一、检查内容\n检查水库。").header.issued?.text == "2026-03-12")
    }

    /// Title and number that run together.
    @Test func theNumberBehindTheTitle() {
        let o = outline("示例县老旧小区改造方案示政办〔2025〕7号\n一、重点任务\n开展改造。")
        #expect(o.header.number?.text == "示政办〔2025〕7号" && o.header.title?.text == "示例县老旧小区改造方案")
    }

    /// A section's title behind the number is not the plan's.
    @Test func theTitleStandsInFrontOfTheNumber() {
        let o = outline("示例县改造攻坚方案\n示政办〔2025〕7号\n工作任务\n摸底调查。对小区逐一排查。\n责任单位：县住建局")
        #expect(o.header.title?.text == "示例县改造攻坚方案")
    }

    /// 会议纪要: counted by issues, and the year stands in the first sentence.
    @Test(arguments: ["第18期", "（第18期）", "2025年第3期", "总第十八期"]) func minutesAreCountedByIssues(_ number: String) {
        let o = outline("县政府专题会议纪要\n\(number)\n\n2025年3月5日，县长王某某主持召开专题会议。纪要如下：\n一、关于防汛工作\n会议决定，县水利局完成除险加固。")
        #expect(o.header.title?.text == "县政府专题会议纪要")
        #expect(o.header.number?.text == (number.hasPrefix("（") ? "第18期" : number))
        #expect(o.header.printedYear == 2025)
        #expect(o.header.issued == nil)
    }

    @Test func theNumberWithItsYearSaysMore() {
        let o = outline("会议纪要\n第18期\n〔2025〕18号\n\n会议议定：\n一、关于防汛工作\n会议决定，县水利局完成除险加固。")
        #expect(o.header.number?.text == "〔2025〕18号")
    }

    @Test(arguments: [("正定县优化营商环境行动方案（2024—", "2026年）"), ("正定县优化营商环境工作方案（征求", "意见稿）"), ("正定县优化营商环境若干措施（试", "行）")])
    func aTitleGoesOnToTheEndOfItsBracket(_ first: String, _ second: String) {
        let o = outline(first + "\n" + second + "\n为优化环境，制定本方案。\n一、主要任务\n压缩时限。")
        #expect(o.header.title?.text == first + second)
    }

    /// Days of signatures in other writings.
    @Test(arguments: [("二O二三年三月一日", [2023, 3, 1]), ("二0二三年三月一日", [2023, 3, 1]), ("2023-03-01", [2023, 3, 1]), ("2023.3.1", [2023, 3, 1]), ("2026年元月5日", [2026, 1, 5])])
    func aSignatureInAnotherWriting(_ day: String, _ parts: [Int]) {
        let o = outline("青田县人民政府关于印发《青田县防汛工作方案》的通知\n各乡镇人民政府：\n现印发给你们，请认真贯彻落实。\n青田县人民政府\n\(day)\n青田县防汛工作方案\n为做好工作，制定本方案。\n一、主要任务\n完成除险加固。")
        #expect(o.header.issuedDay.map { [$0.year, $0.month, $0.day] } == parts)
        #expect(o.header.title?.text == "青田县防汛工作方案")
    }

    @Test func theNameOfAFileIsATitleOnlyWhereThereIsNoOther() {
        let rest = "为做好工作，制定本方案。\n一、主要任务\n县水利局完成除险加固。"
        #expect(outline("桐庐县防汛工作方案（定稿）.docx\n桐庐县2025年防汛工作实施方案\n" + rest).header.title?.text == "桐庐县2025年防汛工作实施方案")
        #expect(outline("桐庐县防汛工作方案.DOCX\n" + rest).header.title?.text == "桐庐县防汛工作方案")
    }

    /// A notice with two plans.
    @Test func aSecondPlanIsAPartUnderItsTitle() {
        let o = outline("某省办公厅关于印发《某省政务服务工作要点》和《某省政务公开工作要点》的通知\n各市州人民政府：\n现印发给你们，请认真贯彻落实。\n某省人民政府办公厅\n2023年3月6日\n某省政务服务工作要点\n为做好工作，制定本要点。\n一、优化服务\n加强培训。\n二、加强监管\n公开结果。\n某省政务公开工作要点\n以习近平新时代中国特色社会主义思想为指导，深入推进政务公开，为高质量发展贡献力量。\n一、公开政策\n及时解读。\n二、回应关切\n办理留言。")
        #expect(o.header.title?.text == "某省政务服务工作要点")
        #expect(o.items.map { $0.id + " " + $0.path.joined(separator: "/") } == ["1 一、", "2 二、", "p2.1 一、", "p2.2 二、"])
        #expect(o.parts.filter { $0.kind == .title }.count == 2)
        #expect(o.diagnostics.allSatisfy { $0.code != "outline.second-document" })
    }

    /// What is to be written stands under a number of the plan, and a document that is quoted between two of them: neither is a further plan.
    @Test(arguments: ["（一）修订预案\n青田县防汛应急预案\n1.县应急局牵头修订。\n2.组织演练。\n", "（一）政策依据\n浙江省人民政府关于加强防汛工作的意见\n浙政发〔2023〕8号\n各市、县人民政府：\n"])
    func whatStandsInsideAPlanIsNone(_ inside: String) {
        let o = outline("青田县防汛工作方案\n为做好工作，制定本方案。\n一、总体要求\n稳步推进。\n二、主要任务\n" + inside + "（二）制定标准\n完善制度。\n三、保障措施\n加强领导。")
        #expect(!o.items.contains { $0.id.hasPrefix("p") })
        #expect(o.items.last?.path == ["三、"])
    }

    /// Documents one behind the other, as a collection prints them.
    @Test(arguments: ["", "附件：任务分工表（略）\n", "附件1\n任务清单\n一、清单\n建立台账。\n"]) func aFurtherDocumentIsSaidToBeOne(_ between: String) {
        func document(_ place: String, _ number: Int) -> String {
            "\(number).\(place)人民政府办公室关于印发《\(place)便民服务实施方案》的通知（2023年2月16日）\n\(place)府办〔2023〕\(number)号\n各镇人民政府：\n现将《\(place)便民服务实施方案》印发给你们，请认真按照执行。\n\(place)人民政府办公室\n2023年2月16日\n\(place)便民服务实施方案\n为便民，制定本方案。\n一、总体要求\n稳步推进。\n二、重点任务\n（一）减少材料。（县司法局）\n（二）缩短时间。（县民政局）\n三、保障措施\n加强领导。\n"
        }
        let o = outline(document("青田县", 6) + between + document("云和县", 7))
        #expect(o.header.title?.text == "青田县便民服务实施方案")
        #expect(o.header.number?.text == "青田县府办〔2023〕6号")
        #expect(o.header.issuers.map(\.text) == ["青田县人民政府办公室"])
        let own = o.items.filter { $0.id.hasPrefix("p2.") }
        #expect(own.map { $0.path.joined(separator: "/") } == ["一、", "二、", "二、/（一）", "二、/（二）", "三、"])
        #expect(o.items.count { !$0.id.hasPrefix("p2.") && $0.path.first != "附件1" } == 5)
        #expect(o.diagnostics.count { $0.code == "outline.second-document" } == 1)
    }

    /// Two plans without numbers of documents, each under its notice: the first one is the plan, the second is told.
    @Test func twoPlansWithTheirNotices() {
        func document(_ place: String) -> String {
            "\(place)人民政府办公室关于印发《\(place)便民服务实施方案》的通知\n各镇人民政府：\n现将《\(place)便民服务实施方案》印发给你们，请认真按照执行。\n\(place)人民政府办公室\n2023年2月16日\n\(place)便民服务实施方案\n为便民，制定本方案。\n一、优化服务\n（一）减少材料。（县司法局）\n（二）缩短时间。（县民政局）\n二、保障措施\n加强领导。\n"
        }
        for between in ["", "本方案自印发之日起施行。\n"] {
            let o = outline(document("青田县") + between + document("云和县"))
            #expect(o.header.title?.text == "青田县便民服务实施方案")
            #expect(o.items.map(\.id) == ["1", "1.1", "1.2", "2", "p2.1", "p2.1.1", "p2.1.2", "p2.2"])
            #expect(o.items.map(\.role).prefix(3) == [.duties, .duties, .duties])
            #expect(o.diagnostics.count { $0.code == "outline.second-document" } == 1)
        }
    }

    /// What a notice passes on is its plan, with the number that it had.
    @Test func aNoticeThatPassesAnotherOneOnIsOneDocument() {
        let o = outline("云和县人民政府办公室关于转发《丽水市人民政府办公室关于做好防汛工作的通知》的通知\n云政办发〔2023〕6号\n各乡镇人民政府：\n现转发给你们，并提出如下要求，请一并贯彻落实。\n一、加强领导。落实责任。\n二、加强值守。落实专人。\n三、加强督查。落实整改。\n云和县人民政府办公室\n2023年3月1日\n丽水市人民政府办公室关于做好防汛工作的通知\n丽政办发〔2023〕3号\n各县（市、区）人民政府：\n现将有关事项通知如下。\n一、开展排查。排查隐患。\n二、开展演练。组织转移。\n丽水市人民政府办公室\n2023年2月20日")
        #expect(o.diagnostics.allSatisfy { $0.code != "outline.second-document" })
    }

    /// 请结合以下要求一并贯彻: the numbers of the notice are duties too.
    @Test(arguments: [("请结合以下要求一并抓好贯彻落实。", SectionRole.safeguards), ("请认真贯彻落实。", .other)]) func numbersOfANotice(_ words: String, _ role: SectionRole) {
        let o = outline("某市人民政府关于印发《某市便民服务措施》的通知\n各县人民政府：\n现将《某市便民服务措施》印发给你们，\(words)\n一、加大宣传。提高知晓度。\n二、强化落实。推动政策落地。\n某市人民政府\n2023年11月13日\n某市便民服务措施\n为便民，制定本措施。\n一、减少材料。（市司法局）\n二、缩短时间。（市民政局）")
        #expect(o.items.map(\.role) == [role, role, .duties, .duties])
    }

    @Test func namesOfWholeOrgansAmongAddresseesStandApart() {
        #expect(outline("各区人民政府，市委宣传部、市医保局，市政府各委、办、局：\n一、任务\n做好。").header.addressees.map(\.text) == ["各区人民政府", "市委宣传部", "市医保局", "市政府各委、办、局"])
    }

    /// A bracket that was never closed; the notice has the title whole.
    @Test func aTitleWhoseBracketIsOpen() {
        let o = outline("某市人民政府关于印发《某市营商环境行动方案（2023版）》的通知\n各县人民政府：\n现印发给你们，请认真贯彻落实。\n某市人民政府\n2023年3月31日\n某市营商环境行动方案(2023 版\n为优化营商环境，制定本方案。\n一、任务\n做好。")
        #expect(o.header.title?.text == "某市营商环境行动方案（2023版）")
        #expect(o.parts.filter { $0.kind == .title }.count == 1)
    }

    // MARK: - Numbers and heads as copies have them

    private static let text = "现将《示例市工作方案》印发给你们，请认真贯彻执行。\n示例市人民政府办公室\n2023年3月1日\n示例市工作方案\n为做好工作，制定本方案。\n一、任务\n做好。"

    /// The document's number stands with other words, before the addressees.
    @Test(arguments: [
        "示例市人民政府办公室关于印发示例市工作方案的通知\n发文字号：示府办〔2023〕15号 发布日期：2023年03月05日", "示例市人民政府办公室关于印发示例市工作方案的通知\n示府办〔2023〕15号　2023-03-05",
        "示例市人民政府办公室关于印发示例市工作方案的通知\n（示府办〔2023〕15号 2023年3月1日）", "示例市人民政府办公室关于印发示例市工作方案的通知（示府办〔2023〕15号）",
        "示例市人民政府办公室关于印发示例市工作方案的通知\n文号：示府办〔2023〕15号", "示例市人民政府办公室关于印发示例市工作方案的通知\n示府办﹝2023﹞15号",
    ]) func aNumberBesideOtherWords(_ head: String) {
        let o = outline(head + "\n各区人民政府：\n" + Self.text)
        #expect(o.header.number?.text == "示府办〔2023〕15号")
        #expect(o.header.title?.text == "示例市工作方案")
        #expect(o.header.noticeTitle?.text == "示例市人民政府办公室关于印发示例市工作方案的通知")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府办公室"])
    }

    /// A number behind a title, or of a document that is carried out, is not the plan's.
    @Test(arguments: ["根据《示例省方案》（示政发〔2022〕1号）", "按照示政发〔2022〕1号文件精神"]) func numbersOfOthers(_ words: String) {
        #expect(outline("示例市工作方案\n\(words)，制定本方案。\n一、任务\n做好。").header.number == nil)
    }

    /// Everything run together, as texts without line ends have it.
    @Test(arguments: [
        "示例市人民政府办公室关于印发示例市工作方案的通知示府办〔2023〕15号各区人民政府，市直各单位：现将《示例市工作方案》印发给你们，请认真贯彻执行。2023年3月1日示例市工作方案为做好工作，制定本方案。",
        "示府办〔2023〕15号各区人民政府，市直各单位：现将《示例市工作方案》印发给你们，请认真贯彻执行。2023年3月1日示例市工作方案2023年是开局之年，为做好工作，制定本方案。",
        "示例市人民政府办公室关于印发《示例市工作方案》的通知（2023年3月1日）示府办〔2023〕 15 号各区人民政府，市直各单位：现将《示例市工作方案》印发给你们，请认真贯彻执行。2023年3月1日为做好工作，制定本方案。",
    ]) func aHeadWithoutLineEnds(_ head: String) {
        let o = outline(head + "\n一、任务\n做好。")
        #expect(o.header.title?.text == "示例市工作方案")
        #expect(o.header.number?.text == "示府办〔2023〕15号")
        #expect(o.header.addressees.map(\.text) == ["各区人民政府", "市直各单位"])
        #expect(o.header.issued?.text == "2023-03-01")
    }

    @Test func aDayWhoseLastSignWasMisread() {
        let o = outline("示例市工作方案\n为做好工作，制定本方案。\n一、任务\n做好。\n示例市人民政府\n2023年5月25曰")
        #expect(o.header.issued?.text == "2023-05-25")
    }

    /// A title that says what it is about is not over before it says what it is.
    @Test(arguments: [
        ["国务院办公厅关于全面推行", "行政执法公示制度执法全过程记录制度", "重大执法决定法制审核制度的指导意见"], ["示例市人民政府关于改革完善社会救助制度", "的意见"],
        ["示例市人民政府关于落实“十四五”规划", "重点工作的意见"], ["示例市人民政府关于落实应急预案", "加强应急管理的意见"],
    ]) func titlesBrokenBehindAWordThatEndsTitles(_ title: [String]) {
        let o = outline(title.joined(separator: "\n") + "\n示府发〔2018〕118号\n各区人民政府：\n为做好工作，现提出以下意见。\n一、任务\n做好。")
        #expect(o.header.title?.text == title.joined())
    }

    @Test func aNoticesTitleThatGoesOnWithABracket() {
        let o = outline("示例市人民政府办公室关于印发示例市行动计划\n（2023—2025年）的通知\n示府办〔2023〕15号\n各区人民政府：\n现将计划印发给你们。\n示例市人民政府办公室\n2023年3月1日\n示例市行动计划\n(2023-2025 年)\n示例市人民政府办公室关于印发示例市行动计划（2023-2025年）的通知\n为做好工作，制定本计划。\n一、任务\n做好。")
        #expect(o.header.noticeTitle?.text == "示例市人民政府办公室关于印发示例市行动计划（2023—2025年）的通知")
        #expect(o.parts.allSatisfy { $0.kind != .paragraph })
    }

    @Test func aNoticesLastWordSetWide() {
        let o = outline("示例市人民政府办公室\n关于印发示例市行动计划的\n通 知\n示府办〔2023〕15号\n各区人民政府：\n现将计划印发给你们。\n示例市人民政府办公室\n2023年3月1日\n示例市行动计划\n为做好工作，制定本计划。\n一、任务\n做好。")
        #expect(o.header.noticeTitle?.text == "示例市人民政府办公室关于印发示例市行动计划的通知")
    }

    /// What the notice calls the plan is its title, whatever word that ends in.
    @Test func aTitleOfTwoLinesThatTheNoticeNames() {
        let o = outline("各区人民政府：\n现将《示例市推进城乡融合发展2023年重点任务》印发给你们。\n示例市人民政府办公室\n2023年3月1日\n示例市推进城乡融合发展\n2023年重点任务\n一、任务\n做好。")
        #expect(o.header.title?.text == "示例市推进城乡融合发展2023年重点任务")
    }

    @Test(arguments: ["（十四）", "十四、", "3.2 "]) func aCollectionsNumberOfAnyKind(_ label: String) {
        let o = outline(label + "示例市人民政府办公室关于印发示例市工作方案的通知\n示府办〔2023〕15号\n各区人民政府：\n" + Self.text)
        #expect(o.header.number?.text == "示府办〔2023〕15号")
        #expect(o.header.title?.text == "示例市工作方案")
        #expect(o.items.count == 1)
    }

    @Test(arguments: ["制造业是立国之本，我市制造业实力雄厚，要推动高质量发展，特制订本行动计划。", "全市工作坚持以高质量发展为主题，深化改革，优化环境，现提出以下工作措施："]) func preamblesByTheirEnd(_ paragraph: String) {
        let o = outline("示例市行动计划\n" + paragraph + "\n一、任务\n做好。")
        #expect(o.parts.contains { $0.kind == .preamble })
    }

    @Test(arguments: [
        ("各县（市、区）人民政府、市直各单位：", ["各县（市、区）人民政府", "市直各单位"]), ("各市人民政府、省政府各厅委、各直属机构：", ["各市人民政府", "省政府各厅委", "各直属机构"]),
        ("各县、市、区人民政府：", ["各县、市、区人民政府"]), ("各县（市）、区人民政府，各委、办、局：", ["各县（市）、区人民政府", "各委、办、局"]),
        ("各县（市、区）住建局、财政局：", ["各县（市、区）住建局、财政局"]),
    ]) func classesAmongAddresseesStandApart(_ line: String, _ names: [String]) {
        let o = outline("示例市工作方案\n" + line + "\n为做好工作，现通知如下。\n一、任务\n做好。")
        #expect(o.header.addressees.map(\.text) == names)
    }

    @Test func annexesThatAreNotThereAreSaidOnce() {
        let o = outline("示例市工作方案\n一、任务\n做好。\n附件：1.任务分解表\n2.联系方式\n示例市人民政府\n2023年3月1日")
        #expect(o.diagnostics.count { $0.code == "outline.annex-missing" } == 1)
        let there = outline("示例市工作方案\n一、任务\n做好。\n附件：任务分解表\n附件\n任务分解表\n一、清单\n建立台账。")
        #expect(there.diagnostics.allSatisfy { $0.code != "outline.annex-missing" })
    }

    /// Number and title stand in the name of a file behind the text alone.
    @Test func aFileUnderTheTextNamesTheDocument() {
        var source = document("为做好禁捕工作，发布如下命令。\n一、任务\n做好。\n相关附件：示府规〔2023〕3号2023年河道禁捕命令.pdf")
        let file = source.blocks.removeLast()
        source.furniture = [Furniture(span: file.span, kind: .webChrome)]
        let header = OutlineBuilder().build(source).header
        #expect(header.number?.text == "示府规〔2023〕3号")
        #expect(header.title?.text == "2023年河道禁捕命令")
    }

    /// The page's head without its place, in other lines; the notice's title without its first letter.
    @Test(arguments: ["市人民政府办公厅关于切实推进\n复工复产的通知", "例市人民政府办公厅关于切实推进复工复产的通知"]) func titlesThatComeAgain(_ again: String) {
        let o = outline("示例市人民政府办公厅关于切实推进复工复产的通知\n\(again)\n各区人民政府：\n为推进复工，现通知如下。\n一、任务\n做好。")
        #expect(o.parts.allSatisfy { $0.kind != .paragraph })
        #expect(o.header.title?.text == "示例市人民政府办公厅关于切实推进复工复产的通知")
    }

    /// A collection's number makes no plan in front of the one that it counts.
    @Test func theRunningTitleUnderACollectionsNumber() {
        let o = outline("9. 示例市人民政府办公室关于印发示例市2023年工作要点的通知\n示府办〔2023〕3号\n示例市2023年工作要点\n各区人民政府：\n现将要点印发给你们。\n示例市人民政府办公室\n2023年4月11日\n示例市2023年工作要点\n2023年全市工作坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，全面落实市委、市政府部署，推动高质量发展。\n一、任务\n做好。")
        #expect(o.header.issued?.text == "2023-04-11")
        #expect(o.header.addressees.map(\.text) == ["各区人民政府"])
    }
}
