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

    @Test func aBracketUnderTheTitleSaysWhenWhoAndUnderWhichNumber() {
        let o = outline("示例市政府印发关于促进消费若干措施的通知\n(2023年1月30日示例市人民政府示府规字〔2023〕1号文发布)\n各县人民政府：\n为促进消费，制定本措施。\n一、任务\n做好。")
        #expect(o.header.number?.text == "示府规字〔2023〕1号")
        #expect(o.header.issued?.text == "2023-01-30")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府"])
        #expect(o.header.preamble.count == 1)
    }

    @Test(arguments: ["示例市人民政府办公厅印发《关于加快服务业发展的若干意见》", "示例市人民政府办公厅关于印发《关于加快服务业发展的若干意见》的通知"])
    func aNoticeWithoutItsLastWords(_ title: String) {
        let o = outline(title + "\n示政办发〔2025〕11号\n各区人民政府：\n现将《关于加快服务业发展的若干意见》印发给你们。\n一、任务\n做好。")
        #expect(o.header.title?.text == "关于加快服务业发展的若干意见")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府办公厅"])
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

    /// Days of signatures in other writings.
    @Test(arguments: [("二O二三年三月一日", [2023, 3, 1]), ("二0二三年三月一日", [2023, 3, 1]), ("2023-03-01", [2023, 3, 1]), ("2023.3.1", [2023, 3, 1]), ("2026年元月5日", [2026, 1, 5])])
    func aSignatureInAnotherWriting(_ day: String, _ parts: [Int]) {
        let o = outline("青田县人民政府关于印发《青田县防汛工作方案》的通知\n各乡镇人民政府：\n现印发给你们，请认真贯彻落实。\n青田县人民政府\n\(day)\n青田县防汛工作方案\n为做好工作，制定本方案。\n一、主要任务\n完成除险加固。")
        #expect(o.header.issuedDay.map { [$0.year, $0.month, $0.day] } == parts)
        #expect(o.header.title?.text == "青田县防汛工作方案")
    }

    @Test func namesOfWholeOrgansAmongAddresseesStandApart() {
        #expect(outline("各区人民政府，市委宣传部、市医保局，市政府各委、办、局：\n一、任务\n做好。").header.addressees.map(\.text) == ["各区人民政府", "市委宣传部", "市医保局", "市政府各委、办、局"])
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

    /// The page's head without its place, in other lines; the notice's title without its first letter.
    @Test(arguments: ["市人民政府办公厅关于切实推进\n复工复产的通知", "例市人民政府办公厅关于切实推进复工复产的通知"]) func titlesThatComeAgain(_ again: String) {
        let o = outline("示例市人民政府办公厅关于切实推进复工复产的通知\n\(again)\n各区人民政府：\n为推进复工，现通知如下。\n一、任务\n做好。")
        #expect(o.parts.allSatisfy { $0.kind != .paragraph })
        #expect(o.header.title?.text == "示例市人民政府办公厅关于切实推进复工复产的通知")
    }
}
