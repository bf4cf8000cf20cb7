import FanganText
import Testing
@testable import FanganOutline

/// What stands behind the plan is no text of its last item and holds no duties.
@Suite struct TailTests {
    private static let body = "示例市重点工作方案\n为做好工作，制定本方案。\n一、主要任务\n1.推进改造。\n2.加强监管，每月通报。\n"

    private func lastText(_ o: Outline) -> String { o.items.last.map { $0.passage.string($0.passage.indices) } ?? "" }

    @Test(arguments: [
        "主办单位：示例市人民政府办公室\n承办单位：示例市大数据中心\n技术支持：示例公司", "主办：示例市人民政府\n网站标识码：4406000001", "网站标识码：4406000001 粤ICP备1号",
        "（完）", "END", "· END ·", "共印50份", "校对：李四\n共印50份", "打印 收藏 关闭", "联系单位：市商务局 联系人：张三", "政策咨询电话：0757-12345678\n市住房和城乡建设局：0757-12345678",
        "公开属性：主动公开", "文件下载", "Copyright 示例市人民政府 版权所有", "#示例#", "来源 | 示例发布\n编辑 | 张三", "注：各项任务列首位的为牵头单位", "备注：以上任务列首位的为牵头单位。",
        "（以上措施有效期至2023年12月31日）", "图解：一图读懂", "您是第1234位访客",
    ]) func linesOfThePageAndThePrinter(_ tail: String) {
        let o = outline(Self.body + tail)
        #expect(o.items.count == 3 && lastText(o) == "加强监管，每月通报。", "\(tail): \(o.summary)")
    }

    @Test(arguments: [
        "相关附件：\n1.流程图.docx\n2.台账.xlsx", "附件下载：\n1.流程图\n2.台账", "附：1.流程图\n2.台账", "相关政策：\n1.《示例办法》\n2.《示例细则》", "咨询电话：\n1.市住建局：0757-1\n2.市财政局：0757-2",
        "注：\n1.标★的为牵头单位。\n2.本表由市住建局负责解释。", "说明：1.本方案由市住建局负责解释。\n2.本方案自印发之日起施行。", "名词解释\n1.“一业一证”：是指一证准营。\n2.“一件事”：是指一次办好。",
        "政策问答\n一、为什么要制定？\n答：为了促进发展。\n二、主要内容是什么？\n答：加强监管。", "《示例市重点工作方案》政策解读\n一、政策背景\n为促进发展。\n二、主要内容\n（一）加强监管。",
    ]) func listsBehindThePlan(_ tail: String) {
        let o = outline(Self.body + tail)
        #expect(o.items.count == 3 && lastText(o) == "加强监管，每月通报。", "\(tail): \(o.summary)")
    }

    /// Nothing behind the signature is text, whatever it says.
    @Test func nothingBehindTheSignatureIsText() {
        let o = outline(Self.body + "示例市人民政府办公室\n2023年3月1日\n示例市政务服务网\n我要投诉")
        #expect(lastText(o) == "加强监管，每月通报。")
        #expect(o.header.issued?.text == "2023-03-01")
    }

    /// Keys that each duty has, notes and explanations in front of further numbers, and what assigns work are the plan's.
    @Test(arguments: [
        ("一、任务\n1.推进改造。\n承办单位：市商务局\n2.加强监管。\n承办单位：市财政局", "加强监管。承办单位：市财政局"),
        ("一、任务\n1.推进改造。\n2.加强监管。\n责任单位：市财政局", "加强监管。责任单位：市财政局"),
        ("一、任务\n1.推进改造。\n2.加强监管。\n报送时间：2023年6月底前", "加强监管。报送时间：2023年6月底前"),
        ("一、任务\n说明：\n1.推进改造。\n2.加强监管。\n3.健全机制。\n二、保障\n加强领导。", "保障加强领导。"),
        ("一、任务\n1.推进改造。\n2.活动安排\n主办单位：市商务局", "活动安排主办单位：市商务局"),
    ]) func whatIsThePlans(_ body: String, _ last: String) {
        let o = outline("示例市重点工作方案\n" + body)
        #expect(lastText(o).replacing("\n", with: "") == last)
    }

    @Test(arguments: [
        "本方案自印发之日起施行，有效期至2025 年12 月31 日。", "各项措施自公布之日起施行，各条款由对应的牵头部门解释。", "自本通知印发之日起，《示例区办法》（示政办发〔2016〕82号）停止执行。", "《示例区办法》同时废止。", "自本方案印发之日起，原方案不再执行。", "此前有关规定与本方案不一致的，以本方案为准。",
        "国家、省有新规定的，从其规定。", "示例区管委会应当根据本命令，依法履行相应职责。",
        "各级各部门要抓好落实，重大事项及时报告市政府。", "本方案由市住建局负责解释。",
    ]) func paragraphsAboutTheDocument(_ closing: String) {
        let o = outline(Self.body + closing)
        #expect(lastText(o) == "加强监管，每月通报。")
        #expect(o.parts.last?.kind == .closing)
    }

    /// The same in a text without line ends.
    @Test(arguments: [
        "主办单位：示例市人民政府办公室 承办单位：示例市大数据中心", "网站标识码：4406000001 粤ICP备1号", "（此件公开发布）", "（完）", "抄送：市委办公室，市人大办公室。", "名词解释1.一业一证：是指一证准营。2.一件事：是指一次办好。",
        "各项措施自公布之日起施行，各条款由对应的牵头部门解释。", "注：\n1.标★的为牵头单位。\n2.本表由市住建局负责解释。", "\n附件：\n1.分工表\n2.进度表示例市人民政府办公室2023年3月1日",
    ]) func tailsThatRunIntoTheLastItem(_ tail: String) {
        let last = "2.加强监管，每月通报，健全工作机制，加强统筹协调，落实各项政策，推动形成工作合力，完善督查督办制度，定期开展评估。"
        let o = outline("示例市重点工作方案\n为做好工作，制定本方案。\n一、主要任务\n1.推进改造。\n" + last + tail)
        #expect(o.items.count == 3, "\(o.summary)")
        #expect("2." + lastText(o) == last)
    }

    /// `（3月底前完成）`, `（市财政局牵头）` and what stands in brackets of the text are none.
    @Test func bracketsOfTheTextStay() {
        let last = "加强监管，每月通报，健全工作机制，加强统筹协调，落实各项政策，推动形成工作合力，完善督查督办制度，定期开展评估。（市财政局牵头，3月底前完成）"
        #expect(lastText(outline("一、主要任务\n1.推进改造。\n2." + last)) == last)
    }

    /// A bracket in front of an item's text ends no plan; what stands behind one at the end of an item does.
    @Test(arguments: [
        ("一、加大支持（责任单位：市财政局）\n降低负担。\n二、加强监管（责任单位：市住建局）\n开展检查不少于2次。", "加强监管（责任单位：市住建局）开展检查不少于2次。"),
        ("一、加大支持力度。（责任单位：市财政局）\n降低负担。\n二、加强监管力度。（责任单位：市住建局）\n开展检查。", "加强监管力度。（责任单位：市住建局）开展检查。"),
        ("一、加大支持。降低负担。（责任单位：市财政局）\n二、加强监管。开展检查。（责任单位：市住建局）\n一是强化督导。\n二是强化考核。", "加强监管。开展检查。（责任单位：市住建局）一是强化督导。二是强化考核。"),
        ("一、加大支持。降低负担。（责任单位：市财政局）\n二、加强监管。开展检查。（责任单位：市住建局）\n（完成时限：2023年6月底前）", "加强监管。开展检查。（责任单位：市住建局）（完成时限：2023年6月底前）"),
        ("一、加大支持。降低负担。（责任单位：市财政局）\n二、加强监管。开展检查。（责任单位：市住建局）\n市政府办公室将加强督查。", "加强监管。开展检查。（责任单位：市住建局）"),
        ("一、加大支持（责任单位：市财政局）\n降低负担。\n二、加强监管（责任单位：市住建局）\n开展检查。\n本方案自印发之日起施行。", "加强监管（责任单位：市住建局）开展检查。"),
    ]) func bracketsInFrontOfTheText(_ body: String, _ last: String) {
        #expect(lastText(outline("示例市重点工作方案\n" + body)).replacing("\n", with: "") == last)
    }

    /// A paragraph of its own behind the last of many items, each of which is one paragraph, or set off by a blank line, speaks of the plan; what it orders is told.
    @Test(arguments: ["一、任务\n" + (1...12).map { "\($0).推进第\($0)项改造，明确进度。\n" }.joined(), "一、任务\n1.推进改造。开展检查。\n2.加强监管，明确进度。\n\n"])
    func closingParagraphs(_ items: String) {
        let o = outline("示例县重点工作方案\n" + items + "县科技局、华阳镇牵头建立联动工作机制，细化年度任务。")
        #expect(lastText(o).hasSuffix("明确进度。"))
        #expect(o.orders.count == 1)
        // What says whose the last item is, and a part of it, stay.
        for own in ["责任单位：县科技局。", "（县科技局牵头，县财政局等有关部门配合。）", "完成时限：2024年6月底前完成任务书要求。"] { #expect(lastText(outline("示例县重点工作方案\n" + items + own)).hasSuffix(own), "\(own)") }
    }

    /// A sentence that orders no unit is a second paragraph of the last item; where the file sets it off it is told.
    @Test func furtherParagraphsOfTheLastItem() {
        let items = "示例县重点工作方案\n一、任务\n" + (1...9).map { "\($0).推进第\($0)项改造，明确进度。\n" }.joined(), own = "建立督导台账，对整改不到位的点位逐一销号，新建公厕20座。"
        #expect(lastText(outline(items + own)).hasSuffix("新建公厕20座。"))
        #expect(outline("示例县重点工作方案\n一、任务\n1.推进改造。开展检查。\n2.加强监管，明确进度。\n\n" + own).diagnostics.map(\.code) == ["outline.text-outside"])
    }

    /// `政策咨询：…` with work behind it is the item's; a telephone, a name or a file is not.
    @Test(arguments: ["政策咨询：县商务局设立咨询窗口，安排专人值守，年底前建成5个", "政策依据：省级文件另有规定的，从其规定"])
    func wordsOfTheFootInFrontOfWork(_ own: String) {
        #expect(lastText(outline(Self.body + own)).hasSuffix(own))
        let last = "加强监管，每月通报，健全工作机制，加强统筹协调，落实各项政策，推动形成工作合力，完善督查督办制度，定期开展评估。"
        #expect(lastText(outline(Self.body + "3." + last + own)) == last + own)
        #expect(lastText(outline(Self.body + "政策咨询：县商务局市场科，0757-12345678")) == "加强监管，每月通报。")
    }

    /// Where each item ends with the lines that say whose it is, the last one does too.
    @Test(arguments: [
        ("责任单位：市住建局\n完成时限：3月底\n", "请各责任单位于每月25日前将进展情况报市政府督查室。", true),
        ("责任单位：市住建局\n", "各责任单位要细化措施，确保按期完成任务。", true),
        // A key that is none of these ends no item, and what assigns work is the last one's.
        ("实施地点：城区各街道\n", "对完成改造的楼栋逐一登记造册。", false),
        ("责任单位：市住建局\n", "配合单位：市财政局、市城管局、各街道办事处。", false),
    ]) func behindTheLinesOfTheLastItem(_ facts: String, _ tail: String, isPlans: Bool) {
        let o = outline("示例市民生实事\n一、改造工程\n1.改造老旧小区。\n\(facts)2.改造背街小巷。\n\(facts)二、交通工程\n3.新建泊位。\n\(facts)\(tail)")
        #expect(!lastText(o).contains(tail) == isPlans, "\(o.summary)")
        // One of the sisters that has text behind its lines.
        let other = outline("示例市民生实事\n1.改造小区。\n责任单位：市住建局\n先易后难，逐年推进改造。\n2.改造街巷。\n责任单位：市住建局\n3.新建泊位。\n责任单位：市公安局\n结合小区改造，一并规划建设泊位。")
        #expect(lastText(other).contains("一并规划"))
    }

    /// Blank lines between all paragraphs tell nothing.
    @Test func paragraphsAreSetOffThroughout() {
        let o = outline("示例县重点工作方案\n\n一、任务\n\n1.推进改造。开展检查。\n\n2.加强监管，明确进度。\n\n县科技局、华阳镇牵头建立联动工作机制，细化年度任务。")
        #expect(lastText(o).hasSuffix("细化年度任务。"))
    }

    /// Orders behind the last bracket and in a list behind the plan are in no item, and are told.
    @Test(arguments: [
        ("一、加大支持。降低负担。（责任单位：市财政局）\n二、加强监管。开展检查。（责任单位：市住建局）\n市住建局每月通报检查情况，市财政局安排专项资金500万元。", true),
        ("一、任务\n（一）推进改革。加强监管。\n（二）整治环境。清理垃圾。\n联系方式\n1.市财政局要建立专班。\n2.市住建局要落实责任。", true),
        ("一、任务\n（一）推进改革。加强监管。\n（二）整治环境。清理垃圾。\n联系方式\n1.市住建局：0757-12345678\n2.市财政局：0757-12345679", false),
        ("一、任务\n（一）推进改革。加强监管。\n（二）整治环境。清理垃圾。\n各级各部门要抓好落实，重大事项及时报告市政府。", false),
        ("一、任务\n（一）推进改革。加强监管。\n（二）整治环境。清理垃圾。\n本方案由市住建局负责解释。", false),
    ]) func ordersBehindThePlan(_ plan: String, isTold: Bool) {
        #expect(outline("示例市重点工作方案\n" + plan).orders.isEmpty == !isTold)
    }

    @Test func bracketsOfAnotherKindOnLinesOfTheirOwn() {
        let o = outline("一、加大支持。降低负担。\n【责任单位：市财政局】\n二、加强监管。开展检查。\n【责任单位：市住建局】")
        #expect(o.items.map { $0.paragraphs.count } == [2, 2])
        #expect(o.parts.isEmpty)
    }

    /// What the document says of others that it replaces is no text of its last item; a deadline counted from its day is.
    @Test(arguments: [("自本通知印发之日起，《河湖整治办法》（平政办发〔2016〕82号）停止执行。", true), ("自本通知印发之日起，《河湖整治办法》废止。", true), ("本通知印发后，原有通知停止执行。", true),
                      ("此前有关规定与本方案不一致的，以本方案为准。", true), ("自本方案印发之日起，6个月内完成整治。", false), ("完善制度，清理规范性文件，该废止的废止。", false)])
    func whatTheDocumentReplaces(_ line: String, _ isClosing: Bool) {
        let o = outline("清水县河湖整治工作方案\n一、主要任务\n（一）排查问题。开展全面摸底排查，建立台账。\n（二）整治河道。清理河道垃圾，恢复岸线。\n" + line)
        #expect(o.items.last.map { $0.passage.string($0.passage.indices).contains(line) } == !isClosing)
        #expect(o.parts.contains { $0.kind == .closing } == isClosing)
    }
}
