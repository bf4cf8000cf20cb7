import FanganText
import Testing
@testable import FanganOutline

/// Where items begin and end: several in one line, behind a 专栏, behind the last bracket of a plan, under damaged numbers.
@Suite struct ItemsInLinesTests {
    private func texts(_ o: Outline) -> [String] { o.items.map { $0.path.joined(separator: "/") + " " + $0.passage.string($0.passage.indices) } }

    /// A number behind blanks that belong to the number in front of it.
    @Test func numbersWithBlanksBetween() {
        #expect(texts(outline("十二）\n一、　　十三）")).first == "十二） ")
    }

    /// A paragraph that begins with a number of its own and holds those under it.
    @Test(arguments: [
        ("一、主要任务。（一）优化服务。推进建设。（二）加强监管。开展检查。二、保障措施。（一）加强领导。（二）强化督查。",
         ["一、 主要任务。", "一、/（一） 优化服务。推进建设。", "一、/（二） 加强监管。开展检查。", "二、 保障措施。", "二、/（一） 加强领导。", "二、/（二） 强化督查。"]),
        ("一、主要任务（一）优化服务。推进建设。（二）加强监管。开展检查。", ["一、 主要任务", "一、/（一） 优化服务。推进建设。", "一、/（二） 加强监管。开展检查。"]),
        ("（一）优化服务。1.推进平台建设。（市财政局负责）2.提升效率。（市司法局负责）", ["（一） 优化服务。", "（一）/1. 推进平台建设。（市财政局负责）", "（一）/2. 提升效率。（市司法局负责）"]),
        ("（一）优化服务：1.推进平台建设；2.提升效率。\n（二）加强监管", ["（一） 优化服务：", "（一）/1. 推进平台建设；", "（一）/2. 提升效率。", "（二） 加强监管"]),
        // The title has no mark, the numbers run on over the sections.
        ("一、甲方面\n（一）优化服务1.推进建设。2.提升效率。\n二、乙方面（二）加强监管、强化执法3.开展检查。（市财政局负责）4.2024 年底前通报。（三）加强宣传。5.广泛宣传。",
         ["一、 甲方面", "一、/（一） 优化服务", "一、/（一）/1. 推进建设。", "一、/（一）/2. 提升效率。", "二、 乙方面", "二、/（二） 加强监管、强化执法", "二、/（二）/3. 开展检查。（市财政局负责）", "二、/（二）/4. 2024 年底前通报。",
          "二、/（三） 加强宣传。", "二、/（三）/5. 广泛宣传。"]),
        ("（一）优化服务。推进建设，提升水平。1.建成平台。2.提升效率。", ["（一） 优化服务。推进建设，提升水平。", "（一）/1. 建成平台。", "（一）/2. 提升效率。"]),
        ("（一）落实附件1、附件2要求，投资1.5亿元。2.5亿元用于奖补。", ["（一） 落实附件1、附件2要求，投资1.5亿元。2.5亿元用于奖补。"]),
        // Numbers inside a sentence are no items, nor is one without a second.
        ("（一）优化服务。推进建设，做到：1.全面覆盖；2.一网通办。", ["（一） 优化服务。推进建设，做到：1.全面覆盖；2.一网通办。"]),
        ("（一）优化服务。1.5万户企业受益，落实政策。", ["（一） 优化服务。1.5万户企业受益，落实政策。"]),
        ("一、主要任务。推进改革，做好（一）办件服务。推进建设。", ["一、 主要任务。推进改革，做好（一）办件服务。推进建设。"]),
        // The second one begins the next line.
        ("一、主要任务。（一）优化服务。推进建设。\n（二）加强监管。", ["一、 主要任务。", "一、/（一） 优化服务。推进建设。", "一、/（二） 加强监管。"]),
        ("一、主要任务（一）优化服务。推进建设。\n（二）加强监管。", ["一、 主要任务", "一、/（一） 优化服务。推进建设。", "一、/（二） 加强监管。"]),
    ])
    func itemsUnderATitleInOneLine(line: String, items: [String]) { #expect(texts(outline(line)) == items) }

    /// The number that goes on with the count outside a 专栏 ends it, also above 12; the 专栏 stands in the section it is in.
    @Test func numbersBehindABox() {
        let o = outline("一、重点任务\n（一）网络强基\n12.建设基站。\n专栏1：网络工程\n推进网络建设。\n13.建设中心。\n（二）平台强基\n14.建设平台。\n专栏2 平台工程\n1.建设甲平台。\n15.开展培训。")
        #expect(texts(o) == ["一、 重点任务", "一、/（一） 网络强基", "一、/（一）/12. 建设基站。", "一、/（一）/专栏1 网络工程\n推进网络建设。", "一、/（一）/13. 建设中心。",
                             "一、/（二） 平台强基", "一、/（二）/14. 建设平台。", "一、/（二）/专栏2 平台工程", "一、/（二）/专栏2/1. 建设甲平台。", "一、/（二）/15. 开展培训。"])
    }

    /// Behind the bracket of the last item its sisters tell what is its own.
    @Test(arguments: [
        ("一、加大支持（责任单位：市财政局）\n降低负担。\n二、加强监管（责任单位：市住建局）\n开展检查。", "加强监管（责任单位：市住建局）\n开展检查。"),
        ("一、加大支持。（责任单位：市财政局）\n（完成时限：6月底）\n二、加强监管。（责任单位：市住建局）\n（完成时限：6月底）", "加强监管。（责任单位：市住建局）\n（完成时限：6月底）"),
        ("一、加大支持。（责任单位：市财政局）\n二、加强监管。（责任单位：市住建局）\n一是强化督导。\n二是强化考核。", "加强监管。（责任单位：市住建局）\n一是强化督导。\n二是强化考核。"),
        ("一、加强监管（责任单位：市住建局）\n开展检查。", "加强监管（责任单位：市住建局）\n开展检查。"),
        ("一、加大支持，降低负担。（责任单位：市财政局）\n二、加强监管，开展检查。（责任单位：市住建局）\n各项政策从严掌握。", "加强监管，开展检查。（责任单位：市住建局）"),
        ("一、加大支持。降低负担。\n【责任单位：市财政局】\n二、加强监管。开展检查。\n【责任单位：市住建局】", "加强监管。开展检查。\n【责任单位：市住建局】"),
    ])
    func behindTheLastBracket(plan: String, last: String) {
        let item = outline("示例市方案\n" + plan).items.last
        #expect(item.map { $0.passage.string($0.passage.indices) } == last)
    }

    /// Where exactly one number is missing, a paragraph between with a bracket of its own is not of the item in front.
    @Test func aParagraphThatLostItsNumber() {
        let o = outline("一、任务\n1.落实资金。（责任单位：甲局）\n减免租金。（责任单位：乙局）\n3.优化服务。（责任单位：丙局）\n（完成时限：6月底，丙局负责）\n完善制度。（责任单位：丁局）\n4.加强监管。")
        #expect(texts(o) == ["一、 任务", "一、/1. 落实资金。（责任单位：甲局）", "一、/3. 优化服务。（责任单位：丙局）\n（完成时限：6月底，丙局负责）\n完善制度。（责任单位：丁局）", "一、/4. 加强监管。"])
        #expect(o.diagnostics.map(\.code).contains("outline.number-missing"))
    }

    /// 一 read as a dash, a dot in the middle, brackets of another kind or half of one.
    @Test(arguments: [
        ("—、甲方面\n（—）甲工作\n（二）乙工作\n二、乙方面", ["—、", "—、/（—）", "—、/（二）", "二、"]),
        ("十、甲方面\n十－、乙方面\n十二、丙方面", ["十、", "十－、", "十二、"]),
        ("一、甲方面\n1·提升服务\n2•强化监管", ["一、", "一、/1·", "一、/2•"]),
        ("一、甲方面\n〔一〕提升服务\n〔二〕强化监管", ["一、", "一、/〔一〕", "一、/〔二〕"]),
        ("一、甲方面\n（一 提升服务\n（二 强化监管", ["一、", "一、/（一", "一、/（二"]),
        // A dash in front of a mark that no number goes with, a note's number.
        ("一、甲方面\n—、提升服务\n三、乙方面", ["一、", "三、"]),
        ("一、甲方面\n〔1〕见附注\n二、乙方面", ["一、", "二、"]),
    ])
    func damagedNumbers(plan: String, paths: [String]) {
        #expect(outline("示例市方案\n" + plan).items.map { $0.path.joined(separator: "/") } == paths)
    }
}

/// A plan without any number, whose items say whose they are on lines of their own.
@Suite struct UnnumberedItemTests {
    private func items(_ plan: String) -> [String] { outline("示例县攻坚方案\n示政办〔2025〕7号\n为做好工作，根据上级要求，结合实际，制定本方案。\n" + plan).items.map { $0.path.joined(separator: "/") + "|" + $0.passage.squashed() } }

    @Test func titlesOverTexts() {
        #expect(items("工作目标\n到2025年底，受害率控制在0.9‰以内。\n重点任务\n压实责任\n各乡镇于3月15日前签订责任书。\n开展隐患排查\n4月10日前完成首轮排查，建立台账。\n牵头单位：县林草局\n配合单位：县公安局\n严格火源管控\n设检查站35处，落实经费。\n责任单位：县公安局\n完成时限：4月5日前\n保障措施\n加强领导。成立专班。\n示例县人民政府\n2025年2月20日")
            == ["工作目标|到2025年底，受害率控制在0.9‰以内。", "重点任务|", "重点任务/压实责任|各乡镇于3月15日前签订责任书。", "重点任务/开展隐患排查|4月10日前完成首轮排查，建立台账。牵头单位：县林草局配合单位：县公安局",
                "重点任务/严格火源管控|设检查站35处，落实经费。责任单位：县公安局完成时限：4月5日前", "保障措施|加强领导。成立专班。"])
    }

    @Test func paragraphs() {
        #expect(items("工作任务\n摸底调查。对小区逐一排查。\n责任单位：县住建局\n完成时限：2025年6月底\n改造施工。水电气热改造。\n责任单位：县城管局\n完成时限：2025年9月底")
            == ["摸底调查|对小区逐一排查。责任单位：县住建局完成时限：2025年6月底", "改造施工|水电气热改造。责任单位：县城管局完成时限：2025年9月底"])
        #expect(items("对小区逐一开展排查，建立台账。\n责任单位：县住建局\n对管线逐一进行改造，消除隐患。\n责任单位：县城管局")
            == ["对小区逐一开展排查|对小区逐一开展排查，建立台账。责任单位：县住建局", "对管线逐一进行改造|对管线逐一进行改造，消除隐患。责任单位：县城管局"])
    }

    /// No item begins with a mark, and behind the last line that says whose an item is titles tell.
    @Test func whatGoesOnAndWhatStandsBehind() {
        #expect(items("开展隐患排查工作。\n责任单位：县应急局\n，并建立台账，全面整改。\n责任单位：县住建局\n组织验收工作。\n责任单位：县审计局").map { $0.prefix { $0 != "|" } } == ["开展隐患排查工作", "组织验收工作"])
        #expect(items("重点任务\n开展隐患排查\n4月10日前完成首轮排查。\n责任单位：县林草局\n严格火源管控\n严格管控火源，设置检查站。\n责任单位：县林草局、各乡镇\n加强宣传\n加强防火宣传教育工作。\n保障措施\n加强组织领导，成立领导小组。")
            == ["重点任务|", "重点任务/开展隐患排查|4月10日前完成首轮排查。责任单位：县林草局", "重点任务/严格火源管控|严格管控火源，设置检查站。责任单位：县林草局、各乡镇", "重点任务/加强宣传|加强防火宣传教育工作。", "保障措施|加强组织领导，成立领导小组。"])
    }

    /// One such line alone, numbers, and the facts of a form.
    @Test(arguments: ["对小区逐一开展排查。\n责任单位：县住建局", "一、开展排查\n对小区逐一开展排查。\n责任单位：县住建局\n对管线逐一进行改造。\n责任单位：县城管局", "填报单位：县住建局\n填报时间：2025年3月\n联系人：张三"])
    func whatIsNone(plan: String) { #expect(!items(plan).contains { !$0.hasPrefix("一、") }) }
}

/// A list so long that its numbers look like years; a year in front of a line is none.
@Suite struct LongListTests {
    @Test func numbersLikeYears() {
        let o = outline("示例市方案\n一、重点任务\n" + (1...2100).map { "（\($0)）改造第\($0)处。" }.joined(separator: "\n"))
        #expect(o.items.count == 2101 && o.items.last?.path == ["一、", "（2100）"])
        #expect(outline("示例市方案\n一、重点任务\n（1）改造管线。\n（2023）改造完成。").items.count == 2)
    }
}

/// Whose the items are, said behind them.
@Suite struct UnitLineTests {
    private func texts(_ plan: String) -> [String] { outline("示例市方案\n一、重点任务\n" + plan).items.dropFirst().map { $0.path.dropFirst().joined() + $0.passage.squashed() } }

    /// Behind the last of sub-items, none of which says whose it is: of what holds them.
    @Test(arguments: [
        ("（一）改造。按以下方式办理：\n1、管线。改造管线。\n2、外墙。刷新外墙。\n责任单位：县住建局\n完成时限：6月底\n（二）验收。组织验收。\n责任单位：县审计局",
         ["（一）改造。按以下方式办理：责任单位：县住建局完成时限：6月底", "（一）1、管线。改造管线。", "（一）2、外墙。刷新外墙。", "（二）验收。组织验收。责任单位：县审计局"]),
        ("（一）改造。\n1、改造管线。\n2、刷新外墙。\n（县住建局牵头）\n（二）验收。\n1、自查。\n2、抽查。\n（县审计局牵头）",
         ["（一）改造。（县住建局牵头）", "（一）1、改造管线。", "（一）2、刷新外墙。", "（二）验收。（县审计局牵头）", "（二）1、自查。", "（二）2、抽查。"]),
        // Each for itself.
        ("（一）改造。\n1、改造管线。\n责任单位：县住建局\n2、刷新外墙。\n责任单位：县城管局", ["（一）改造。", "（一）1、改造管线。责任单位：县住建局", "（一）2、刷新外墙。责任单位：县城管局"]),
        // One of the first has none; its sisters' sub-items have.
        ("（一）改造。\n1、改造管线。\n2、刷新外墙。\n责任单位：县城管局\n（二）验收。\n1、自查。\n责任单位：县住建局\n2、抽查。\n责任单位：县审计局",
         ["（一）改造。", "（一）1、改造管线。", "（一）2、刷新外墙。责任单位：县城管局", "（二）验收。", "（二）1、自查。责任单位：县住建局", "（二）2、抽查。责任单位：县审计局"]),
    ])
    func behindSubitems(plan: String, items: [String]) { #expect(texts(plan) == items) }

    /// Under a section the last of its tasks alone may have such a line.
    @Test func theLastTaskOfASection() {
        let o = outline("示例市方案\n一、重点任务\n（一）改造管线。\n（二）刷新外墙。\n责任单位：县城管局\n二、保障措施\n加强领导。")
        #expect(o.items[2].passage.squashed() == "刷新外墙。责任单位：县城管局")
    }

    /// A title without a number between two numbers, with text and such a line of its own.
    @Test func anItemWithoutANumber() {
        let o = outline("示例市方案\n一、压实责任\n3月15日前签订责任书。\n责任单位：县林业局\n开展隐患排查\n4月10日前完成首轮排查。\n责任单位：县应急局\n二、严格管控\n设检查站35处。\n责任单位：县公安局")
        #expect(o.items.map { $0.path.joined() + $0.passage.squashed() } == ["一、压实责任3月15日前签订责任书。责任单位：县林业局", "开展隐患排查4月10日前完成首轮排查。责任单位：县应急局", "二、严格管控设检查站35处。责任单位：县公安局"])
        #expect(o.diagnostics.map(\.code) == ["outline.number-missing"])
        // A second line of units right below the first, and a part without a line of its own.
        for inside in ["配合单位：县应急局", "注意事项\n4月10日前完成首轮排查。"] {
            #expect(outline("示例市方案\n一、压实责任\n3月15日前签订责任书。\n责任单位：县林业局\n\(inside)\n二、严格管控\n设检查站35处。\n责任单位：县公安局").items.count == 2)
        }
    }
}

/// Sections with a title and no number.
@Suite struct SectionTitleTests {
    @Test func titlesOfSectionsEndTheItemInFrontAndGiveTheRole() {
        let running = outline("示例市方案\n主要任务\n1.推进建设。\n2.开展检查。\n保障措施\n3.加强领导，落实责任。\n4.强化督查，定期通报。")
        #expect(running.summary == ["主要任务 section duties", "主要任务/1. task duties", "主要任务/2. task duties", "保障措施 section safeguards", "保障措施/3. task safeguards", "保障措施/4. task safeguards"])
        #expect(running.diagnostics.isEmpty)
        let anew = outline("示例市方案\n工作目标：\n到2023年底明显改善。\n工作任务：\n一、推进建设。\n二、开展检查。\n工作要求：\n一、加强领导，落实责任。")
        #expect(anew.summary == ["工作目标 item goals", "工作任务 section duties", "工作任务/一、 task duties", "工作任务/二、 task duties", "工作要求 section safeguards", "工作要求/一、 task safeguards"])
    }

    /// Headings of the file inside such sections are its items.
    @Test func headingsUnderTheTitles() {
        var marked = document("示例市方案\n主要任务\n优化服务\n推进建设。（市财政局负责）\n加强监管\n开展检查。\n保障措施\n加强领导\n成立专班。")
        for (block, level) in zip(marked.blocks.indices, [1, 2, 3, nil, 3, nil, 2, 3, nil]) { marked.blocks[block].headingLevel = level }
        let o = OutlineBuilder().build(marked)
        #expect(o.summary == ["主要任务 section duties", "主要任务/优化服务 task duties", "主要任务/加强监管 task duties", "保障措施 section safeguards", "保障措施/加强领导 task safeguards"])
        #expect(o.items[1].passage.string(o.items[1].passage.indices).hasSuffix("推进建设。（市财政局负责）"))
    }

    /// Titles that come again under numbers, one that stands alone, sections with numbers.
    @Test(arguments: ["一、优化服务\n工作目标\n明显改善。\n工作措施\n推进建设。\n二、加强监管\n工作目标\n明显改善。\n工作措施\n推进建设。", "1.推进建设。\n2.开展检查。\n保障措施\n3.加强领导。", "一、主要任务\n推进建设。\n工作要求\n二、保障措施\n加强领导。\n组织实施\n落实责任。"])
    func titlesInsideItems(plan: String) {
        #expect(outline("示例市方案\n" + plan).items.allSatisfy { $0.label.form != .head })
    }

    /// What stands under 活动时间 is no duty, and 活动时间 holds none.
    @Test(arguments: ["活动内容", "汽车展销"]) func sectionsThatHoldNoDuties(_ title: String) {
        let o = outline("清水县消费季活动方案\n活动名称\n清水县消费季\n活动时间\n2025年6月1日至6月30日，为期一个月。\n\(title)\n举办汽车展销会、美食节等系列活动。\n主办单位：县商务局\n开幕式安排\n6月1日上午9点在县体育馆举行。\n责任单位：县商务局\n活动要求\n各单位要高度重视，精心组织。")
        let tasks = o.items.filter { $0.kind == .task && $0.role == .duties }.map { $0.passage.string($0.passage.indices) }
        #expect(tasks.count == 2 && tasks[0].contains("主办单位：县商务局") && tasks[1].contains("责任单位：县商务局"))
        #expect(o.items.first { $0.label.printed == "活动时间" }?.role == .other)
        #expect(o.items.last?.role == .safeguards)
    }
}
