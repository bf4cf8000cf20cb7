import FanganText
import Testing
@testable import FanganOutline

/// The title of a plan: where it stands, ends and goes on.
@Suite struct TitleTests {
    private static let text = "现将《示例市工作方案》印发给你们，请认真贯彻执行。\n示例市人民政府办公室\n2023年3月1日\n示例市工作方案\n为做好工作，制定本方案。\n一、任务\n做好。"

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

    @Test func aCompilersNumberBeforeTheTitleIsNoItem() {
        let o = outline("4. 示例省市场监督管理局关于印发《便民\n服务方案》的通知（2023年2月28日）\n各市局：\n为便民，制定本方案。\n一、任务\n做好。")
        #expect(o.items.map { $0.label.printed } == ["一、"])
    }

    @Test func aRemarkOverTheTextIsNoTitle() {
        let o = outline("示例市人民政府办公室\n2023年7月17日\n全文如下\n示例市便民措施\n为方便群众办事，制定本措施。\n一、减少材料。\n二、缩短时间。")
        #expect(o.header.title?.text == "示例市便民措施")
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

    /// A section's title behind the number is not the plan's.
    @Test func theTitleStandsInFrontOfTheNumber() {
        let o = outline("示例县改造攻坚方案\n示政办〔2025〕7号\n工作任务\n摸底调查。对小区逐一排查。\n责任单位：县住建局")
        #expect(o.header.title?.text == "示例县改造攻坚方案")
    }

    @Test(arguments: [("正定县优化营商环境行动方案（2024—", "2026年）"), ("正定县优化营商环境工作方案（征求", "意见稿）"), ("正定县优化营商环境若干措施（试", "行）")])
    func aTitleGoesOnToTheEndOfItsBracket(_ first: String, _ second: String) {
        let o = outline(first + "\n" + second + "\n为优化环境，制定本方案。\n一、主要任务\n压缩时限。")
        #expect(o.header.title?.text == first + second)
    }

    @Test func theNameOfAFileIsATitleOnlyWhereThereIsNoOther() {
        let rest = "为做好工作，制定本方案。\n一、主要任务\n县水利局完成除险加固。"
        #expect(outline("桐庐县防汛工作方案（定稿）.docx\n桐庐县2025年防汛工作实施方案\n" + rest).header.title?.text == "桐庐县2025年防汛工作实施方案")
        #expect(outline("桐庐县防汛工作方案.DOCX\n" + rest).header.title?.text == "桐庐县防汛工作方案")
    }

    /// A bracket that was never closed; the notice has the title whole.
    @Test func aTitleWhoseBracketIsOpen() {
        let o = outline("某市人民政府关于印发《某市营商环境行动方案（2023版）》的通知\n各县人民政府：\n现印发给你们，请认真贯彻落实。\n某市人民政府\n2023年3月31日\n某市营商环境行动方案(2023 版\n为优化营商环境，制定本方案。\n一、任务\n做好。")
        #expect(o.header.title?.text == "某市营商环境行动方案（2023版）")
        #expect(o.parts.filter { $0.kind == .title }.count == 1)
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

    /// Number and title stand in the name of a file behind the text alone.
    @Test func aFileUnderTheTextNamesTheDocument() {
        var source = document("为做好禁捕工作，发布如下命令。\n一、任务\n做好。\n相关附件：示府规〔2023〕3号2023年河道禁捕命令.pdf")
        let file = source.blocks.removeLast()
        source.furniture = [Furniture(span: file.span, kind: .webChrome)]
        let header = OutlineBuilder().build(source).header
        #expect(header.number?.text == "示府规〔2023〕3号")
        #expect(header.title?.text == "2023年河道禁捕命令")
    }

    /// A collection's number makes no plan in front of the one that it counts.
    @Test func theRunningTitleUnderACollectionsNumber() {
        let o = outline("9. 示例市人民政府办公室关于印发示例市2023年工作要点的通知\n示府办〔2023〕3号\n示例市2023年工作要点\n各区人民政府：\n现将要点印发给你们。\n示例市人民政府办公室\n2023年4月11日\n示例市2023年工作要点\n2023年全市工作坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，全面落实市委、市政府部署，推动高质量发展。\n一、任务\n做好。")
        #expect(o.header.issued?.text == "2023-04-11")
        #expect(o.header.addressees.map(\.text) == ["各区人民政府"])
    }

    /// The name of a file over the title: the same words with other signs for blanks.
    @Test(arguments: ["青田县关于加快发展_促进就业的若干意见", "青田县关于加快发展——促进就业的若干意见", "青田县关于加快发展 促进就业的若干意见"]) func theNameOfAFileWithSignsForBlanks(_ name: String) {
        #expect(outline(name + "\n青田县关于加快发展 促进就业的若干意见\n一、主要任务\n1.推进工作。（县财政局）").header.title?.text == "青田县关于加快发展促进就业的若干意见")
    }
}
