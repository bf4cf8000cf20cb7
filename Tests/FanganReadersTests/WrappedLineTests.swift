import FanganFixtures
@testable import FanganReaders
import FanganText
import Testing

/// Texts whose paragraphs were broken by hard line ends.
@Suite struct WrappedLineTests {
    @Test func oneParagraphPerLine() throws {
        let document = try read("关于做好防汛工作的通知\n\n　　一、总体要求\n　　各级要压实责任。\n")
        #expect(paragraphs(document) == ["关于做好防汛工作的通知", "一、总体要求", "各级要压实责任。"])
        #expect(document.blocks.map(\.indent) == [0, 4, 4])
        #expect(document.text[document.text.wholeSpan] == "关于做好防汛工作的通知\n\n  一、总体要求\n  各级要压实责任。\n")
    }

    /// A line of units that fills its line by chance, in front of the next number; the one before it stands fifty lines above.
    @Test func theNextNumberFarBehindTheLast() throws {
        let units = "责任单位：县发展改革局、县财政局、县农业农村局、县住房城乡建设局"
        let long = "1.落实措施。" + String(repeating: "各乡镇要按照全县统一部署抓好各项工作，明确责任分工，细化措施要求，", count: 50) + "确保见到成效。"
        let parts = ["一、重点任务", "（一）建设设施", long, units, "（二）培育机构", "2.按照统一部署抓好各项工作落实，压实工作责任，建立台账管理制度，定期开展调度通报，确保完成。"]
        #expect(try paragraphs(read(cut(parts.joined(separator: "\n"), units.count))) == parts)
    }

    /// A cell that fills its line by chance, and the number of the next row behind it.
    @Test func aRowsNumberBehindAFullLine() throws {
        let full = "市辖区建成区内公共停车位与登记机动车数量之比的年度平均水平。"
        #expect(full.count == 30)
        let rows = (7...12).flatMap { n in ["\(n)", "指标第\(n)项（%）", n == 9 ? full : "市辖区建成区内人口与土地面积之比，按年末常住人口和实有土地面积两项统计数据计算得出。"] }
        #expect(try paragraphs(read(cut((["示例市指标表", "序号", "指标", "解释"] + rows).joined(separator: "\n"), 30))) == ["示例市指标表", "序号", "指标", "解释"] + rows)
    }

    /// `…方案(2023 版`: the bracket of a title that never closes takes nothing of what follows.
    @Test(arguments: [("示例市健康步道建设方案(2025 版", "示例市健康步道建设方案(2025 版"), ("示例市健康步道建设方案(2025 版)", "示例市健康步道建设方案(2025 版)"),
                      ("示例市健康步道建设方案", "示例市健康步道建设方案"), ("示例市健康步道建设方案（2025\n年版）", "示例市健康步道建设方案（2025年版）")])
    func aTitleWithALostBracket(printed: String, title: String) throws {
        let document = try read("""
            \(printed)
            为认真落实省委、省政府关于全民健身公共服务的工作要求和全市城乡绿道“连线成网”
            现场推进会议部署，
            不断满足居民健身需要，
            助力示例市宜居城市建设，
            制定本建设方案。
            一、线路选择
            牵头市领导：某某；牵头单位：市体育局。
            沿河道、公园和旧铁路选定线路，避开农田与车流，逐段测量坡度，分批完成步道“断头
            路打通”工程，在居民出入集中的路口以外，园林管理部门将座椅、灯具一并安装到位，
            饮水点、标识牌同步设置。〔市体育局牵头，市园林局、市水利局、市城市管理
            局配合〕涉及跨河的线路时，在相邻两座桥梁之间可利用堤顶道路统一连接。
            二、日常养护
            """)
        let found = paragraphs(document)
        #expect(found.first == title)
        #expect(found.contains("一、线路选择"))
        #expect(found.contains("二、日常养护"))
    }

    /// A heading of more characters than its line takes, in a text whose other lines are paragraphs.
    @Test(arguments: [("区", true), ("领区", true), ("示范区", false), ("区。", false), ("①", false), ("县发改局", false), ("水利局", false)])
    func theLastCharactersOfAHeading(rest: String, joins: Bool) throws {
        let document = try read("""
            （一）渔港小镇——打造滨海休闲渔业体验和海产品交易
            \(rest)
            依托中心渔港和水产批发市场，建设休闲码头、体验馆和冷链仓库，举办开渔节和海鲜美食周，延长渔业产业链条。每年举办活动不少于2场。
            （二）竹艺之乡——建设竹编工坊
            依托竹林和老手艺人，开办工坊。
            """)
        #expect(paragraphs(document).prefix(2) == (joins ? ["（一）渔港小镇——打造滨海休闲渔业体验和海产品交易" + rest, "依托中心渔港和水产批发市场，建设休闲码头、体验馆和冷链仓库，举办开渔节和海鲜美食周，延长渔业产业链条。每年举办活动不少于2场。"]
                : ["（一）渔港小镇——打造滨海休闲渔业体验和海产品交易", rest]))
    }

    // MARK: Cut after a number of characters

    private let plan = """
        关于印发《全县秋季植树造林工作方案》的通知
        各乡镇人民政府，县直有关部门：
        为进一步加快国土绿化步伐，不断改善全县生态环境质量，切实做好2023年秋季植树造林各项工作，结合我县实际，制定本方案。
        一、工作目标
        到2023年11月底前，全县完成人工造林12000亩，义务植树80万株，新建农田林网30公里，确保成活率达到95%以上。
        二、重点任务
        （一）抓好荒山绿化。坚持宜林则林、宜灌则灌、宜草则草，优先选用乡土树种，科学确定造林密度，严把苗木质量关。（责任单位：县林业局、各乡镇人民政府）
        （二）抓好村庄绿化。以村旁、宅旁、路旁、水旁为重点，见缝插绿，应绿尽绿，每个行政村新增绿化面积不少于5亩。（责任单位：县农业农村局、县住建局）
        （三）抓好通道绿化。对县域内国省干线公路两侧可视范围内的宜林地段进行补植补造，做到不断档、不缺株。（责任单位：县交通运输局）
        三、保障措施
        各乡镇各部门要加强组织领导，明确专人负责，层层落实责任，县政府办公室将适时组织督查，对工作不力的予以通报批评。

        """

    @Test(arguments: [30, 34, 37]) func cutLinesComeTogetherAgain(width: Int) throws {
        #expect(try paragraphs(cut(plan, width)) == paragraphs(plan))
    }

    /// A text with hard line ends that was pasted into a page, or into Word: each line is a paragraph of the file.
    @Test(arguments: [30, 34]) func linesThatWerePasted(width: Int) throws {
        let lines = cut(plan, width).split(separator: "\n").map(String.init), whole = try paragraphs(plan)
        let page = Array("<html><body>\(lines.map { "<p>\($0)</p>" }.joined(separator: "\n"))</body></html>".utf8)
        #expect(paragraphs(try DocumentReader().read(bytes: page, uri: "plan.html").0) == whole)
        let word = WordFileWriter.file(body: lines.map { WordFileWriter.paragraph($0) }.joined())
        #expect(paragraphs(try DocumentReader().read(bytes: word, uri: "plan.docx").0) == whole)
        // Its own paragraphs stay as they are.
        let sound = WordFileWriter.file(body: plan.split(separator: "\n").map { WordFileWriter.paragraph(String($0)) }.joined())
        #expect(paragraphs(try DocumentReader().read(bytes: sound, uri: "plan.docx").0) == whole)
    }

    @Test func theLineEndsAreGoneFromTheText() throws {
        #expect(try read(cut(plan, 34)).text == read(plan).text)
    }

    /// One line with the whole text, cut: a piece that begins with a label by chance begins no paragraph of its own, and the
    /// text is split where its numbers are.
    @Test func aTextInOneLineThatWasCut() throws {
        let line = plan.split(separator: "\n").joined(separator: " ")
        for width in [30, 34, 37] { #expect(try paragraphs(cut(line, width)) == paragraphs(line)) }
        #expect(try paragraphs(line).contains("三、保障措施"))
    }

    /// A signature that blanks push to the right is no piece of the line before it, however full that is.
    @Test func farIndentedLinesAreApart() throws {
        let end = "            全县春季植树造林工作领导小组办公室\n                        2023年9月5日"
        let lines = try paragraphs(cut(plan, 34) + end + "\n")
        #expect(lines.suffix(2) == ["全县春季植树造林工作领导小组办公室", "2023年9月5日"])
    }

    @Test func pageMarksThatACutWentThrough() throws {
        for (width, place) in [(34, 32), (34, 33), (34, 34), (34, 35)] {
            let words = String(repeating: "组织各村补植行道树", count: 9)
            let text = plan + words.prefix(place - 2) + "一12一" + words.dropFirst(place - 2) + "。\n"
            let document = try read(cut(text, width))
            #expect(document.furniture.filter { $0.kind == .pageMark }.map { document.text[$0.span] } == ["一12一"])
            #expect(paragraphs(document).last == words + "。")
        }
    }

    @Test func pageMarksAndHeadsBetweenCutLines() throws {
        var lines = cut(plan, 34).split(separator: "\n").map(String.init)
        for (page, at) in [(2, 16), (1, 8)] { lines.insert(contentsOf: ["", "— \(page) —", "", "造林文件选编"], at: at) }
        let document = try read(lines.joined(separator: "\n"))
        #expect(try paragraphs(document) == paragraphs(plan))
        #expect(furniture(document, .pageMark) == ["— 1 —", "— 2 —"])
        #expect(furniture(document, .runningHead) == ["造林文件选编", "造林文件选编"])
    }

    // MARK: Justified lines

    /// Twenty characters wide, with the line breaks that extraction adds behind commas.
    private let justified = """
        区教育局关于开展书香校园建设工作的实
        施方案（2023 年3 月1 日）
        各中小学校：
        为深入贯彻落实全民阅读工作部署，
        进一
        步营造浓厚的校园读书氛围，经研究，制定本
        方案。
        一、工作目标
        通过两年努力，全区中小学校图书馆
        （室）
        全部达到标准要求，
        生均图书不少于30 册，
        学生每天阅读时间不少于30 分钟，书香校园
        覆盖率达到100%，形成人人爱读书的风尚。
        二、重点任务
        （一）
        完善阅读设施。加大投入，改造升级图
        书馆（室），2023 年底前完成。（责任
        单位：区教育局）
        （二）丰富阅读活动。举办“读书月”
        活动，每学期不少于2 次，评选阅读之星和书
        香班级，激发学生的阅读兴趣。
        1.深化“师生共读”
        活动。教师带头读书，
        引
        领学生读好书。
        2.用好数字资源。建设区级数字图书馆，与市
        图书馆互联互通，确保每名学生有1 个账号。

        — 3 —

        责任单位：区教育局
        完成时限：2023 年
        12 月底前
        三、保障措施
        加强组织领导。各校要成立工作专班，校长为
        第一责任人，
        统筹推进各项工作。定期开展督查
        评估，及时总结经验，推广先进典型，营造良好
        的氛围。
        （此件公开发布）
        """

    @Test func justifiedLinesComeTogether() throws {
        let document = try read(justified)
        #expect(paragraphs(document) == [
            "区教育局关于开展书香校园建设工作的实施方案（2023 年3 月1 日）",
            "各中小学校：",
            "为深入贯彻落实全民阅读工作部署，进一步营造浓厚的校园读书氛围，经研究，制定本方案。",
            "一、工作目标",
            "通过两年努力，全区中小学校图书馆（室）全部达到标准要求，生均图书不少于30 册，学生每天阅读时间不少于30 分钟，书香校园覆盖率达到100%，形成人人爱读书的风尚。",
            "二、重点任务",
            "（一）完善阅读设施。加大投入，改造升级图书馆（室），2023 年底前完成。（责任单位：区教育局）",
            "（二）丰富阅读活动。举办“读书月”活动，每学期不少于2 次，评选阅读之星和书香班级，激发学生的阅读兴趣。",
            "1.深化“师生共读”活动。教师带头读书，引领学生读好书。",
            "2.用好数字资源。建设区级数字图书馆，与市图书馆互联互通，确保每名学生有1 个账号。",
            "责任单位：区教育局",
            "完成时限：2023 年12 月底前",
            "三、保障措施",
            "加强组织领导。各校要成立工作专班，校长为第一责任人，统筹推进各项工作。定期开展督查评估，及时总结经验，推广先进典型，营造良好的氛围。",
            "（此件公开发布）",
        ])
        #expect(furniture(document, .pageMark) == ["— 3 —"])
    }

    @Test func addresseesOverSeveralLinesComeTogether() throws {
        let text = justified.replacing("各中小学校：", with: "各街道教育办、\n区属教研机构、\n各中小学校、\n各有关单位：")
        #expect(try paragraphs(text).contains("各街道教育办、区属教研机构、各中小学校、各有关单位："))
    }

    @Test func aFurtherPlanBeginsWithItsTitle() throws {
        let text = justified.replacing("（此件公开发布）", with: "示例区阅读推广人培养实施方案\n为落实区委、\n区政府关于全民阅读的部署，制定本方案。\n一、总体要求")
        #expect(try paragraphs(text).suffix(3) == ["示例区阅读推广人培养实施方案", "为落实区委、区政府关于全民阅读的部署，制定本方案。", "一、总体要求"])
    }

    /// A short text shows few full lines; all of them end within a sentence.
    @Test func shortTextsComeTogetherToo() throws {
        let text = "（一）对重要政策性文件，注重运用客观数据、生动实例，采取图表等方\n式进行解读，避免误读。（市司法局负责）\n（二）对涉及群众利益的决策，采取座谈会、听证会和网上征集等多种方\n式听取意见，及时反馈。（市民政局负责）\n（三）对网上反映的问题，依托政务服务平台、热线电话和信箱等多种渠\n道收集线索，限时办结。（市数据局负责）"
        #expect(try paragraphs(text) == ["（一）对重要政策性文件，注重运用客观数据、生动实例，采取图表等方式进行解读，避免误读。（市司法局负责）",
                                         "（二）对涉及群众利益的决策，采取座谈会、听证会和网上征集等多种方式听取意见，及时反馈。（市民政局负责）",
                                         "（三）对网上反映的问题，依托政务服务平台、热线电话和信箱等多种渠道收集线索，限时办结。（市数据局负责）"])
    }

    @Test func namesOfOneLengthAreNoWrappedText() throws {
        let lines = ["市财政局统筹安排各县区任务资金", "市司法局统筹安排各县区任务法规", "市民政局统筹安排各县区任务救助", "市教育局统筹安排各县区任务学位", "市水利局统筹安排各县区任务河道"]
        #expect(try paragraphs(lines.joined(separator: "\n")) == lines)
    }

    @Test func aSignatureBehindAListOfAnnexesStandsAlone() throws {
        let text = justified.replacing("（此件公开发布）", with: "附件：(略）\n1．全区学校图书馆建设清单\n2．全区书香校园建设工作计划\n示例区人民政府办公室\n2023 年3 月1 日")
        #expect(try paragraphs(text).suffix(4) == ["1．全区学校图书馆建设清单", "2．全区书香校园建设工作计划", "示例区人民政府办公室", "2023 年3 月1 日"])
    }

    @Test func theTitleBelowTheMarkOfAnAnnexStandsAlone() throws {
        let text = justified.replacing("（此件公开发布）", with: "附件\n示例区书香校园建设任务清单")
        #expect(try paragraphs(text).contains("附件"))
        #expect(try paragraphs(text).contains { $0.hasPrefix("示例区书香校园") })
    }

    /// A number goes on over the end of a full line; the number that is due begins an item in front of digits too.
    @Test func numbersAtTheEndsOfFullLines() throws {
        let text = justified.replacing("2.用好数字资源。建设区级数字图书馆，与市\n图书馆互联互通，确保每名学生有1 个账号。", with: "2.用好数字资源。建设区级数字图书馆，1\n2 家图书馆互联互通并共享（区教育局负责）\n3.2024 年底前建成平台。")
        let found = try paragraphs(text)
        #expect(found.contains("2.用好数字资源。建设区级数字图书馆，12 家图书馆互联互通并共享（区教育局负责）"), "\(found)")
        #expect(found.contains("3.2024 年底前建成平台。"))
    }

    /// A title that fills its line by chance, and the first number under it.
    @Test func theFirstNumberBehindATitleThatFillsItsLine() throws {
        let text = justified.replacing("二、重点任务\n（一）", with: "二、进一步完善全区中小学校图书馆阅读设施\n（一）")
        #expect(try paragraphs(text).contains("二、进一步完善全区中小学校图书馆阅读设施"))
    }

    @Test func aListOfUnitsEndsWhereTheDocumentSpeaksOfItself() throws {
        let text = justified.replacing("        责任单位：区教育局\n        完成时限：2023 年\n        12 月底前".replacing("        ", with: ""), with: "责任单位：区教育局、区财政局、区融媒体中心\n本通知自印发之日起施行。")
        #expect(try paragraphs(text).contains("责任单位：区教育局、区财政局、区融媒体中心"))
    }

    @Test func twoLatinEndsKeepASpace() throws {
        let text = justified.replacing("统筹推进各项工作。", with: "统筹推进Open\nData各项工作。")
        #expect(try paragraphs(text).contains { $0.contains("Open Data各项") })
    }

    // MARK: Labels by chance

    @Test(arguments: ["2023 年底前完成", "10 个工作日内", "2.5%以上", "3.5亿元", "3.1 万户", "（一）项规定", "1)"]) func numbersThatAreNoLabels(text: String) {
        let label = Array(text.utf8).withUnsafeBufferPointer { NumberLabelScanner($0).label(at: 0) }
        #expect(label == nil || label?.kind == .digitHalfBracket)
    }

    @Test(arguments: [
        ("一、总则", NumberLabel.Kind.han, 1), ("十二．附则", .han, 12), ("（二十三）加强", .hanBracket, 23), ("( 一 )加强", .hanBracket, 1),
        ("1.加强", .digit, 1), ("12．加强", .digit, 12), ("３、加强", .digit, 3), ("（1）加强", .digitBracket, 1), ("②加强", .circled, 2),
        ("第十条 本办法", .article, 10), ("第一章 总则", .chapter, 1), ("附件2", .annex, 2), ("附件：名单", .annex, 0), ("1.2.3 范围", .dotted, 3),
        ("（一）项目建设", .hanBracket, 1),
    ]) func labels(text: String, kind: NumberLabel.Kind, value: Int) {
        let label = Array(text.utf8).withUnsafeBufferPointer { NumberLabelScanner($0).label(at: 0) }
        #expect(label?.kind == kind)
        #expect(label?.value == value)
    }

    // MARK: Lines that seem to end a paragraph

    /// A blank line behind each line, as converters set them, parts no paragraphs.
    @Test(arguments: [30, 34]) func blankLinesBehindAllLines(width: Int) throws {
        #expect(try paragraphs(cut(plan, width).replacing("\n", with: "\n\n")) == paragraphs(plan))
    }

    /// （二）…“免证办”: the first bracket is a label's, and the quotation goes on.
    @Test func aTitleThatEndsInAQuotation() throws {
        let text = justified.replacing("二、重点任务\n（一）", with: "二、重点任务\n（九）推进“一网通办”“一次办好”\n“跨校通办”。\n（一）")
        #expect(try paragraphs(text).contains("（九）推进“一网通办”“一次办好”“跨校通办”。"))
    }

    /// Half-width brackets in a line that had full-width ones on the page: it is full all the same.
    @Test func halfWidthMarksInAFullLine() throws {
        let text = justified.replacing("二、重点任务\n（一）", with: "二、重点任务\n（九）完善区(县)、街(镇)、村(居)三级\n阅读圈。\n（一）")
        #expect(try paragraphs(text).contains("（九）完善区(县)、街(镇)、村(居)三级阅读圈。"))
    }

    /// A signature as wide as the page and its day.
    @Test func aDayBehindAFullLine() throws {
        let signed = plan + "全县秋季植树造林和国土绿化工作领导小组办公室（此件代章）\n2023年9月5日\n"
        let width = "全县秋季植树造林和国土绿化工作领导小组办公室（此件代章）".count
        #expect(try paragraphs(cut(signed, width)).last == "2023年9月5日")
    }
}
