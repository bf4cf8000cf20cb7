import FanganText
import Testing
@testable import FanganOutline

/// Heads of documents as pages of the web have them.
@Suite struct WebHeadTests {
    private static let plan = "为做好防汛工作，制定本方案。\n一、任务\n做好。"
    private static let notice = "示例市人民政府办公室关于印发《示例市防汛工作方案》的通知\n各区人民政府：\n现将《示例市防汛工作方案》印发给你们，请认真贯彻执行。\n"

    private func title(_ text: String) -> String? { outline(text).header.title?.text }

    @Test(arguments: ["（此件社会公开）", "(此件发至县级)", "（此件向社会公开）"]) func notesOnWhoMayReadIt(_ note: String) {
        let o = outline(Self.notice + "示例市人民政府办公室\n2023年3月4日\n\(note)\n示例市防汛工作方案\n" + Self.plan)
        #expect(o.header.title?.text == "示例市防汛工作方案")
        #expect(o.header.issued?.text == "2023-03-04")
    }

    @Test(arguments: ["示例市人民政府办公室\n（此件发至乡）     2023年3月4日", "示例市人民政府办公室2023年3月4日", "示例市人民政府办公室????2023年3月4日", "示例市人民政府办公室\n??\n2023年3月4日"])
    func whoAndWhenOnOneLine(_ imprint: String) {
        let o = outline(Self.notice + imprint + "\n示例市防汛工作方案\n" + Self.plan)
        #expect(o.header.title?.text == "示例市防汛工作方案")
        #expect(o.header.issuers.map(\.text) == ["示例市人民政府办公室"])
        #expect(o.header.issued?.text == "2023-03-04")
    }

    @Test func titlesInMarks() {
        #expect(title("《示例市防汛工作方案》\n" + Self.plan) == "示例市防汛工作方案")
        #expect(title("《示例市防汛管理办法》\n《示例市防汛管理办法》\n第一章 总则\n第一条 制定本办法。\n第二条 适用本市。") == "示例市防汛管理办法")
        #expect(title("示政办〔2023〕3号《示例市人民政府办公室关于印发〈示例市防汛工作要点〉的通知》\n示政办〔2023〕3号\n各区人民政府：\n现印发给你们。\n示例市人民政府办公室\n2023年3月4日\n一、任务\n做好。") == "示例市防汛工作要点")
    }

    @Test func titlesThatBeginWithAnotherOnes() {
        #expect(title("市人民政府办公室关于分解落实《防汛规划》的通知\n各区人民政府：\n现将任务进行分解。\n2023年1月15日\n《防汛规划》重点工作责任分解\n一、任务\n做好。") == "《防汛规划》重点工作责任分解")
        #expect(title("示例市人民政府关于印发2023年《防汛规划》量化指标任务分工的通知\n各区人民政府：\n现印发给你们。\n一、任务\n做好。") == "2023年《防汛规划》量化指标任务分工")
    }

    @Test func whatTheNoticeSendsUnderNoTitle() {
        #expect(title("各区人民政府：\n为落实《防汛规划》确定的任务，现将《防汛任务分解表》印发给你们。\n示例市人民政府\n2023年1月18日") == "防汛任务分解表")
        #expect(title("各区人民政府：\n《2023年区政府防汛重点工作》已经区政府同意，现印发给你们。\n一、加强领导\n做好。") == "2023年区政府防汛重点工作")
        #expect(title("各区人民政府：\n现将《防汛规划》中的任务分解下达，请抓好落实。\n附件：2023年区政府防汛任务分解表") == "2023年区政府防汛任务分解表")
        #expect(title("（2023—2025年）\n根据《省防汛计划》（示水〔2022〕9号）精神，特制订《示例市防汛计划（2023—2025年）》。\n一、任务\n做好。") == "示例市防汛计划（2023—2025年）")
        // What it only rests on is not its own.
        #expect(title("各区人民政府：\n根据《省防汛计划》要求，请做好有关工作。\n一、任务\n做好。") == nil)
    }

    @Test func aNoticeLeavesThePlaceOut() {
        #expect(title("示例自治区人民政府关于印发自治区防汛方案的通知\n各市人民政府：\n现将《示例自治区防汛方案》印发给你们。\n示例自治区人民政府\n2023年3月4日\n" + Self.plan) == "示例自治区防汛方案")
        #expect(title("示例省人民政府\n关于印发防汛若干措施的\n通  知\n各市人民政府：\n现印发给你们。\n一、任务\n做好。") == "防汛若干措施")
    }

    @Test func whatStandsOverATitle() {
        #expect(title("示例政府网\n示例市人民政府关于做好防汛的意见\n示政发〔2023〕6号\n各区人民政府：\n一、任务\n做好。") == "示例市人民政府关于做好防汛的意见")
        #expect(title("通知\n意见\n示例市防汛工作意见\n" + Self.plan) == "示例市防汛工作意见")
        #expect(title("示例市防汛考核项目.docx\n- 格式:DOCX\n- 页数:59\n- 大小:45.77KB\n示例市防汛考核项目\n附件1\n示例市防汛考核办法\n" + Self.plan) == "示例市防汛考核办法")
        // A long name that goes over the line's end stays whole.
        #expect(title("示例市推进城乡防汛排涝能力提升和应急管理改革\n协调小组办公室关于做好防汛的意见\n一、任务\n做好。") == "示例市推进城乡防汛排涝能力提升和应急管理改革协调小组办公室关于做好防汛的意见")
    }

    @Test func whatStandsBehindATitle() {
        #expect(title("示例市关于做好防汛工作的实施意见：筑牢堤坝防线 共建安全家园【约1500字】\n各区：\n" + Self.plan) == "示例市关于做好防汛工作的实施意见")
        #expect(title("示例市防汛分工方案（共117项）\n" + Self.plan) == "示例市防汛分工方案")
        #expect(title("示例市防汛考核细则（试行）\n（满分100分）\n" + Self.plan) == "示例市防汛考核细则（试行）")
    }

    @Test func aTitleOnceMoreBehindWhatThePageSays() {
        #expect(title("示例市防汛工作方案\n2023-03-05  示例发布\n示例市防汛工作方案\n（试行）\n" + Self.plan) == "示例市防汛工作方案（试行）")
        #expect(title("示例市推进城乡防汛\n三年行动方案\n示例市推进城乡防汛\n三年行动方案\n" + Self.plan) == "示例市推进城乡防汛三年行动方案")
    }

    @Test(arguments: ["（示府办〔2023〕5号 2023年3月4日）", "示府办〔2023〕5号  2023年3月4日"]) func numberAndDayOnOneLine(_ line: String) {
        let header = outline("示例市防汛工作方案\n\(line)\n" + Self.plan).header
        #expect(header.title?.text == "示例市防汛工作方案")
        #expect(header.number?.text == "示府办〔2023〕5号")
        #expect(header.issued?.text == "2023-03-04")
    }

    @Test func theTitleOfTheNoticeTwiceOverATable() {
        let title = "示例市防汛办公室关于印发《示例市防汛任务分解方案》的通知"
        #expect(self.title("\(title)\n示例市防汛办公室\n关于印发《示例市防汛任务分解方案》的通知\n示例市防汛任务分解表\n1.加固堤坝。\n2.清理河道。") == "示例市防汛任务分解方案")
    }

    @Test(arguments: ["生态环境部 国家发展改革委\n工业和信息化部 公安部", "生态环境部\n国家发展改革委\n工业和信息化部\n公安部"]) func jointIssuers(_ names: String) {
        let o = outline("关于印发《流域防汛方案》的通知\n各省人民政府：\n现将《流域防汛方案》印发给你们。\n\(names)\n2023年3月4日\n流域防汛方案\n一、任务\n做好。")
        #expect(o.header.issuers.map(\.text) == ["生态环境部", "国家发展改革委", "工业和信息化部", "公安部"])
    }

    @Test func theTitleAloneNamesTheIssuer() {
        #expect(outline("示例市人民政府办公厅关于印发全市防汛工作方案的通知\n五、步骤\n分步实施。").header.issuers.map(\.text) == ["示例市人民政府办公厅"])
    }

    @Test func whoseDocumentIsCarriedOutIssuedNothing() {
        #expect(outline("贯彻落实示例省人民政府关于做好防汛工作的实施方案\n" + Self.plan).header.issuers.isEmpty)
    }

    @Test func aNumberBehindATitleOfTwoLines() {
        let o = outline("9. 示例市人民政府办公室关于印发示例市深化改革\n加强防汛2023 年工作要点的通知（2023 年4 月11 日）示府办发〔2023〕3 号\n各区人民政府：\n现印发给你们。\n示例市人民政府办公室\n2023 年4 月11 日\n示例市加强防汛2023 年工作要点\n" + Self.plan)
        #expect(o.header.number?.text == "示府办发〔2023〕3号")
        #expect(o.header.title?.text == "示例市加强防汛2023年工作要点")
    }

    // MARK: - Contents

    @Test(arguments: [
        "目 录\n一、总体要求\n二、主要任务\n三、保障措施", "目录\n一、总体要求……1\n二、主要任务……2\n三、保障措施……5", "录\n一、总体要求\n二、主要任务\n三、保障措施", "一、总体要求\n二、主要任务\n三、保障措施",
    ]) func contents(_ contents: String) {
        let o = outline("示例市防汛规划\n\(contents)\n一、总体要求\n做好防汛。\n二、主要任务\n（一）加固堤坝。加固。\n三、保障措施\n加强领导。")
        #expect(o.items.map(\.path) == [["一、"], ["二、"], ["二、", "（一）"], ["三、"]])
        #expect(o.header.title?.text == "示例市防汛规划")
    }

    @Test func numbersAtTheirWordsAndTheirContents() {
        let o = outline("示例县防汛预案\n目 录\n1总则…………1\n1.1编制目的…………1\n2组织体系…………2\n2.1组织机构…………2\n1总则\n1.1编制目的\n制定本预案。\n2组织体系\n2.1组织机构\n县水利局负责日常工作。")
        #expect(o.items.map(\.path) == [["1"], ["1", "1.1"], ["2"], ["2", "2.1"]])
    }

    @Test func contentsOfATextThatBreaksOff() {
        #expect(outline("示例县防汛预案\n目 录\n1 总则\n1.1 编制目的\n1.2 编制依据\n2 组织体系\n2.1 组织机构").items.isEmpty)
    }

    @Test func amountsAtTheBeginningOfLinesAreNoNumbers() {
        #expect(outline("示例县防汛方案\n一、任务\n1支队伍到位\n2支队伍待命\n二、保障\n做好。").items.map(\.path) == [["一、"], ["二、"]])
    }

    @Test func filesUnderANoticeAreNoItems() {
        let o = outline("各镇人民政府：\n为做好防汛，现将任务分解。\n附：1、防汛任务分解细则.docx\n2、各单位防汛任务.docx\n示例县人民政府办公室\n2023年9月11日")
        #expect(o.items.isEmpty)
        #expect(o.header.issuers.map(\.text) == ["示例县人民政府办公室"])
    }

    @Test func whatASectionSpeaksOf() {
        let o = outline("示例县防汛规划\n一、防汛现状和面临的形势\n取得进展。\n二、加固堤坝\n（一）加固。完成加固。")
        #expect(o.items.map(\.role) == [.guiding, .duties, .duties])
        #expect(outline("第一章 导 言\n做好防汛。\n第二章 加固堤坝\n第一条 完成加固。").items[0].role == .other)
    }

    @Test func titlesInTheNumbersOfANotice() {
        #expect(title("各镇人民政府：\n现将任务分解下达，有关事项通知如下：\n一、各单位要按照《2023年防汛任务分解表》（详见附件）的要求做好。\n二、加强领导。") == "2023年防汛任务分解表")
        #expect(title("示例市防汛方案\n一、按照《全省防汛任务分解表》（见附件）做好。\n二、加强领导。") == "示例市防汛方案")
    }

    @Test func headsOfAnEncyclopaedia() {
        #expect(title("示例市防汛工作方案\n示例市人民政府办公室于2023年3月4日印发示例市防汛工作方案，请结合实际抓好落实。\n基本介绍\n一、任务\n做好。") == "示例市防汛工作方案")
    }

    @Test func whatASiteWritesInFrontOfATitle() {
        #expect(title("精选优质文档-倾情为你奉上示例县防汛方案\n" + Self.plan) == "示例县防汛方案")
    }

    /// The file's name on the first line, or the page's head, and then the title.
    @Test(arguments: ["示例县关于加快发展_促进就业的若干措施", "示例县关于加快发展——促进就业的若干措施", "示例县关于加快发展 促进就业的若干措施"])
    func aTitleWithOtherMarks(first: String) {
        #expect(title(first + "\n示例县关于加快发展 促进就业的若干措施\n" + Self.plan) == "示例县关于加快发展促进就业的若干措施")
    }

    @Test func aNoticeWithOtherMarks() {
        #expect(title("示例县印发《关于加快发展_促进就业的若干措施》的通知\n示例县印发《关于加快发展 促进就业的若干措施》的通知\n示例政发〔2023〕5号\n各镇人民政府：\n" + Self.plan) == "关于加快发展促进就业的若干措施")
    }

    @Test func numbersOverTheTitlesOfSections() {
        let o = outline("为做好防汛，制定本方案。\n01\n总体目标和要求\n（一）总体目标。做好防汛。\n02\n主要任务\n（一）加固堤坝。加固。")
        #expect(o.items.map(\.path) == [["01"], ["01", "（一）"], ["02"], ["02", "（一）"]])
        #expect(o.items[2].role == .duties)
        // The number of a page is no section's.
        #expect(outline("示例市防汛方案\n一、任务\n做好防汛。\n01\n加固堤坝，清理河道。\n二、保障\n加强领导。").items.count == 2)
    }
}
