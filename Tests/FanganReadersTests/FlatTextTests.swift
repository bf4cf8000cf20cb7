@testable import FanganReaders
import FanganText
import Testing

/// Texts that lost their line ends.
@Suite struct FlatTextTests {
    /// Sentences that make a text long enough to be no paragraph.
    private let filling = String(repeating: "坚持问题导向和目标导向相统一，推动各项措施落地见效（含2023.5等情形）。", count: 12)

    @Test func spacesBetweenParagraphs() throws {
        let parts = [
            "关于支持企业发展若干政策措施的通知", "各县（市、区）人民政府：", "现将《若干政策措施》（一）印发给你们。 ".trimmed, "2020年2月4日", "（此件主动公开）",
            "一、加强金融支持", "1.加大信贷投放。" + filling, "2.降低融资成本。在 “信用平台”上发布" + filling, "二、减轻企业负担", "3.减免房租。（责任单位：市国资委）" + filling,
        ]
        #expect(try paragraphs(parts.joined(separator: " ")) == parts)
    }

    @Test func nothingBetweenParagraphs() throws {
        let parts = [
            "各县（市、区）人民政府，市级各部门：", "《实施意见》已经市政府同意，现印发给你们，请认真组织实施。", "蓝天市人民政府办公室", "2022年6月21日", "关于垃圾分类工作的实施意见",
            "为进一步做好垃圾分类工作，提出以下意见。", "一、总体要求", "（一）指导思想。" + filling, "（二）基本原则。（1）政府推动；（2）全民参与。" + filling,
            "二、重点任务", "（三）健全设施。", "1.分类投放。按照第（一）项执行，到2022年达到2.5万户。", "2.分类收运。" + filling, "（四）项目建设。" + filling, "三、保障措施", "（五）加强领导。落实责任。",
        ]
        let document = try read(parts.joined())
        let found = paragraphs(document)
        #expect(found.count == parts.count)
        for (a, b) in zip(found, parts) where a != b { Issue.record("\(a.prefix(90)) for \(b.prefix(90))") }
        #expect(document.text[document.text.wholeSpan] == parts.joined())
    }

    /// A day with blanks between its parts, behind a notice that has lost its organ.
    @Test func aDayWithBlanks() throws {
        let parts = ["关于印发蓝天市若干措施的通知", "各县人民政府：", "《蓝天市若干措施》已经市政府同意，现印发给你们，请认真贯彻执行。", "2023 年2 月28 日", "蓝天市若干措施", "为优化环境，制定以下措施。", "一、优化市场环境", "1．做好清单管理。" + filling, "2．完善系统。" + filling]
        #expect(try paragraphs(parts.joined(separator: " ")) == parts)
        #expect(try paragraphs("一、实施期限。 2023 年5 月1 日 起施行。" + filling + filling).count <= 3)
    }

    /// A notice with line ends, and all numbers of its plan in one line.
    @Test func aBodyInOneOfSeveralLines() throws {
        let head = ["关于印发清水县教育工作方案的通知", "各乡镇人民政府：", "现印发给你们，请认真落实。", "2024年1月30日", "清水县教育工作方案"]
        let body = ["为推动教育发展，制定本方案。", "一、工作目标到2025年，建成幼儿园20所。", "二、主要任务", "（一）扩大学位", "1.新建幼儿园2所，8月底前完成。（责任单位：县教育局）", "2.改造小学5所。（责任单位：县教育局）", "（二）提升质量", "1.培训教师500人。（责任单位：县教育局）", "2.送教下乡。（责任单位：县教育局、县财政局）", "三、保障措施", "（一）加强领导。由县政府办统筹。"]
        #expect(try paragraphs((head + [body.joined()]).joined(separator: "\n")) == head + body)
        // Where lines begin with numbers, those inside a line are its own.
        let listed = "一、主要任务\n完善制度。\n" + body.joined()
        #expect(try paragraphs(listed).count == 3)
    }

    /// A text without line ends behind one that has them.
    @Test func aFlatTextBehindAnother() throws {
        let first = (1...40).map { "\($0).新建农田。" + filling }, second = ["一、总体要求", "（一）指导思想。" + filling + filling, "（二）基本原则。" + filling + filling, "二、重点任务", "（三）健全设施。" + filling + filling]
        #expect(try paragraphs((first + [second.joined()]).joined(separator: "\n")) == first + second)
    }

    /// One section alone, with a title in front or without; in a text of few sentences.
    @Test(arguments: ["示例县老旧小区改造方案", "示例县老旧小区改造方案。", "示例县改造方案示政办〔2025〕7号", ""], ["（一）（二）（三）", "1.2.3.", "（1）（2）（3）"])
    func oneSectionAlone(_ title: String, _ labels: String) throws {
        let marks = labels.hasPrefix("（一") ? ["（一）", "（二）", "（三）"] : labels.hasPrefix("（") ? ["（1）", "（2）", "（3）"] : ["1.", "2.", "3."]
        let parts = [title, "一、重点任务"].filter { !$0.isEmpty } + zip(marks, ["摸底调查。开展摸底。（责任单位：县住建局）", "改造施工。完善设施。（责任单位：县城管局）", "组织验收。建立机制。（责任单位：县审计局）"]).map { $0 + $1 }
        #expect(try paragraphs(parts.joined()) == parts)
    }

    @Test func namesOfAnnexesAndTheTailOfAWebPage() throws {
        let parts = ["一、扩大供给", "（一）建设设施。" + filling + filling, "二、强化保障", "（二）扫一扫即可办理。" + filling, "附件：", "1．部门任务分工表", "2．进度安排表附件1部门任务分工表(/abc/1743/luiq.doc)附件2进度安排表(/abc/1743/A3Rh.doc)"]
        let document = try read(parts.joined() + "相关附件：示府办〔2022〕5号关于养老的通知.pdf(/abc/GxN.pdf)二维码开始扫一扫在手机打开当前页")
        #expect(paragraphs(document).map { $0.prefix(24) } == parts.map { $0.prefix(24) })
        #expect(furniture(document, .webChrome) == ["相关附件：示府办〔2022〕5号关于养老的通知.pdf(/abc/GxN.pdf)二维码开始扫一扫在手机打开当前页"])
    }

    @Test func wordsOfAPageInsideASentenceAreText() throws {
        let parts = ["一、扩大供给", "（一）建设设施。" + filling, "二、强化保障", "（二）公开信息。" + filling + "在网站设置相关附件：申请表下载，提供打印本页、扫一扫等功能，不少于3种（责任单位：市司法局）"]
        #expect(try paragraphs(parts.joined()).last?.hasSuffix("（责任单位：市司法局）") == true)
    }

    @Test func wordsThatAreSetWideStayWhole() throws {
        let parts = ["一、扩大供给", "（一）建设设施。" + filling, "二、强化保障", "（二）落实用地。" + filling, "示例县人民政府", "2022年6月21日", "附件", "任务分工序号工  作  任  务负 责 单 位时间1建设设施县民政局（牵头）2023年底" + filling]
        let found = try paragraphs(parts.joined())
        #expect(found.map { $0.prefix(24) } == parts.map { $0.prefix(24) }, "\(found.map { $0.prefix(24) })")
    }

    @Test func shortTextsAndOneLongParagraphAreLeftAlone() throws {
        #expect(try paragraphs("一、甲 二、乙 三、丙").count == 1)
        let long = "一、" + String(repeating: filling, count: 5)
        let others = (0..<60).map { "第\($0)段" + filling.prefix(200) }
        #expect(try paragraphs((others + [long]).joined(separator: "\n")).count == 61)
    }

    @Test func flatTextThatWasCutBesides() throws {
        let parts = ["市政府关于扶持养老服务业的意见", "一、扩大供给", "（一）建设设施。" + filling, "（二）培育机构。" + filling, "二、强化保障", "（三）落实用地。" + filling, "（四）加强监管。" + filling]
        let found = try paragraphs(cut(parts.joined(separator: " "), 34))
        #expect(found.count == parts.count)
        for (a, b) in zip(found, parts) where a != b { Issue.record("\(a.prefix(90)) for \(b.prefix(90))") }
    }

    /// Lines of nearly one width, none of which ends a paragraph: the number at the beginning of one is chance.
    @Test func flatTextThatWasSetToAMargin() throws {
        let inner = "坚持（1）政府推动；（2）全民参与；（3）社会监督相统一。"
        let parts = ["一、扩大供给", "（一）建设设施。" + inner + filling, "（二）培育机构。" + filling, "二、强化保障", "（三）落实用地。" + inner + filling, "（四）加强监管。" + filling]
        let lines = set(parts.joined(separator: " "), columns: 33)
        #expect(Set(lines.dropLast().map(\.count)).count > 1 && lines.contains { $0.hasPrefix("（2）") || $0.hasPrefix("（3）") })
        #expect(try paragraphs(lines.joined(separator: "\n")) == parts)
    }

    /// In lines of so many characters, none of which begins with a mark.
    private func set(_ text: String, columns: Int) -> [String] {
        var rest = Substring(text), lines: [String] = []
        while !rest.isEmpty {
            var line = rest.prefix(columns)
            while let next = rest.dropFirst(line.count).first, "，。）； ".contains(next) { line = rest.prefix(line.count + 1) }
            lines.append(String(line).trimmed)
            rest = rest.dropFirst(line.count)
        }
        return lines
    }

    /// Its first line begins like an entry of a catalogue; the lines behind it are no rest of one.
    @Test func aCutTextBehindAnEntry() throws {
        let parts = ["【法宝引证码】 CLI.12.1234567", "市政府关于扶持养老服务业的意见", "一、扩大供给", "（一）建设设施。" + filling, "（二）培育机构。" + filling, "二、强化保障", "（三）落实用地。" + filling]
        #expect(try paragraphs(cut(parts.joined(separator: " "), 34)).suffix(5) == parts.suffix(5))
    }

    /// Serial numbers of a table are row beginnings, other numbers between blanks are not; a page mark is no text.
    @Test func rowsOfATable() throws {
        let parts = [
            "附件1", "示例区责任清单", "序号", "单位", "责任内容", "1 区委", "办公室", "1.全年开展 3 次排查 2 轮复查。" + filling, "2.纳入学习。" + filling,
            "2 区纪委", "监委", "1.追责问责" + filling, "3 区民", "政局", "1.落实救助。" + filling,
        ]
        let found = try paragraphs(parts.joined(separator: " "))
        #expect(found.map { $0.prefix(20) } == parts.map { $0.prefix(20) })
    }

    @Test func pageMarksInsideALine() throws {
        let text = "一、总体要求 （一）提升业务， # Page 12: 完善设施。" + filling + filling + " 二、主要任务 # Page 13: （一）推进。" + filling
        let document = try read(text)
        #expect(furniture(document, .pageMark) == ["# Page 12:", "# Page 13:"])
        #expect(paragraphs(document).map { $0.prefix(14) } == ["一、总体要求", "（一）提升业务， 完善设施。", "二、主要任务", "（一）推进。坚持问题导向和目"])
    }

    /// A number that goes on the count begins a paragraph right behind words too: behind a list of units without a bracket, a quotation, a
    /// sentence without its mark, in a bracket that never closes, in front of digits.
    @Test(arguments: [
        ["一、扩大供给", "（一）建设设施。推动落实。责任单位：市住建局、市财政局", "（二）培育机构。推动落实。责任单位：各县（市、区）人民政府", "二、强化保障", "（三）落实用地。推动落实。"],
        ["一、扩大供给", "1.建设设施。推动落实，牵头单位：市发改委责任单位：市商务局等市直相关单位", "2.简化开办。推动落实", "3.落实用地。推动落实。"],
        ["一、扩大供给", "（一）建设设施。推进“一网通办”", "（二）培育机构，落实用地。推动落实。", "（三）落实用地。推动落实。"],
        ["一、扩大供给", "（一）建设设施。落实责任。（市发改委牵头）", "二、组织保障", "（一）加强领导。推动落实。"],
        ["一、扩大供给", "（一）建设设施。落实责任。（责任单位：市发改委〕欢", "二、组织保障", "（一）加强领导。推动落实。", "（二）加强督查。推动落实。"],
        ["一、扩大供给", "（一）建设设施。落实责任。（责任单位：市发改委", "（二）培育机构。推动落实。", "（三）落实用地。推动落实。"],
        ["一、扩大供给", "（一）建设设施和培育机构。", "1.在重点领域推动落实，建立机制。", "2.2023年底前建成。", "3.推动落实，建立机制。", "（二）落实用地。推动落实。"],
        ["示例市数据管理办法", "第一章总则", "第一条为了加强管理，制定本办法。", "第二条本办法适用于本市。", "第二章职责", "第三条市政府加强领导。"],
    ])
    func labelsBehindWords(parts: [String]) throws {
        let whole = parts.dropLast() + [parts[parts.count - 1] + filling]
        #expect(try paragraphs(whole.joined()) == Array(whole))
    }

    /// 二、 in a sentence is no section, and a label that names what is quoted none.
    @Test(arguments: ["符合政策的二、三孩家庭按套给予补贴", "周六和高二、高三年级学生，按规定执行", "按照第二条（二）推进工作"])
    func numbersInsideASentence(words: String) throws {
        let parts = ["一、扩大供给", "（一）建设设施。" + words + "。" + filling, "（二）培育机构。" + filling, "二、强化保障", "（三）落实用地。" + filling, "三、附则。按规定执行。"]
        #expect(try paragraphs(parts.joined()).map { $0.prefix(20) } == parts.map { $0.prefix(20) })
    }

    /// Blanks between the items: a number that the text lost stands between 2. and 4., and the bracket in front of 4. never closes.
    @Test func aBracketThatNeverClosesInFrontOfALaterNumber() throws {
        let parts = ["一、扩大供给", "1.建设设施。（责任单位：区住建局）", "2.培育机构。（责任单位：区国资委、区集体资产监管办", "4.落实用地。（责任单位：区财政局）", "5.推进改革。"]
        #expect(try paragraphs((parts + [filling]).joined(separator: " ")).prefix(5) == parts.prefix(5))
    }

    /// Lines of a page with blanks in place of line ends: those inside of words part nothing, those beside figures stand inside of lines.
    @Test func linesOfOneWidthBetweenBlanks() throws {
        let body = ["一、健全设施。到2023年底，建成县级中心1个，新区管委会、市交通运输局牵头，县教育局和县民政局按职责分工负责落实各项要求，逐月报送工作进展情况。",
                    "二、提升服务。2.完善制度，推动各项措施落地见效，会同中国人民银行示例分行开展融资对接，实现符合条件的企业全覆盖，形成常态长效的工作机制。",
                    "三、强化保障。加强组织领导，压实工作责任，建立台账管理制度，定期调度通报，对工作不力的单位予以提醒，确保各项任务按期完成并取得明显的成效。"]
        let bodies = (body + body.map { $0.replacing("一、", with: "四、").replacing("二、", with: "五、").replacing("三、", with: "六、") }
                      + body.map { $0.replacing("一、", with: "七、").replacing("二、", with: "八、").replacing("三、", with: "九、") })
        let parts = ["关于印发示例县行动方案的通知", "各乡镇人民政府：", "现印发给你们，请认真落实。", "示例县人民政府办公室", "2023 年5 月10 日", "示例县行动方案"]
        let wide = bodies.map { $0.replacing("到2023年底", with: "到 2023 年底") }
        let document = try read(parts.joined(separator: " ") + " " + wide.map { lines($0, of: 34).joined(separator: " ") }.joined(separator: " "))
        #expect(paragraphs(document) == parts + wide)
        let (_, diagnostics) = try DocumentReader().read(bytes: Array((parts + wide.flatMap { lines($0, of: 34) }).joined(separator: " ").utf8), uri: "a")
        #expect(diagnostics.map(\.code) == ["text.lines-joined", "text.spaced-lines"])
    }

    /// Numbers inside such lines, and the titles of a table among them: each blank parts what it parted before.
    @Test func linesWithoutParagraphsBetweenBlanks() throws {
        let parts = ["一、扩大供给", "（一）建设设施。" + filling, "（二）培育机构。" + filling, "二、强化保障", "（三）落实用地。" + filling, "（四）加强监管。" + filling]
        let (_, diagnostics) = try DocumentReader().read(bytes: Array(lines(parts.joined(), of: 35).joined(separator: " ").utf8), uri: "a")
        #expect(diagnostics.map(\.code) == ["text.no-line-ends"])
        let table = lines(String(repeating: filling, count: 2), of: 35) + ["附件", "序号", "任务", "责任单位", "1", "建设农田", "县农业农村局", "2", "改造管网", "县水利局"]
        #expect(try DocumentReader().read(bytes: Array(table.joined(separator: " ").utf8), uri: "a").1.map(\.code) == ["text.no-line-ends"])
    }

    /// Names in a list and a heading's number keep their blanks.
    @Test(arguments: ["负责单位：县住建局 县城管局", "一 总体要求"]) func blanksInsideOfLines(_ line: String) throws {
        let body = ([items[0], line] + items.dropFirst()).flatMap { lines($0, of: 34) }
        #expect(try paragraphs(body.joined(separator: " ")).contains(line))
    }

    private var items: [String] {
        zip(["一、健全设施。", "二、提升服务。", "三、强化保障。", "四、加强督查。"], [150, 170, 190, 210]).map { title, length in title + String(filling.prefix(length)) + "。" }
    }

    /// Two figures stay two inside of a line, and a number that the end of a full line cut is one again.
    @Test(arguments: ["达到20 100户", "达到20  100户", "增长2.5   40万户"]) func figuresBesideEachOther(_ figures: String) throws {
        let body = items.flatMap { lines($0, of: 34) }
        let inside = try paragraphs((body + ["五、改善民生，" + figures + "受益。"]).joined(separator: " "))
        #expect(inside.last == "五、改善民生，" + figures + "受益。")
        let opening = "五、健全" + filling.prefix(27)
        let cut = try paragraphs((body + [opening + "202", "5年全面完成各项任务。"]).joined(separator: " "))
        #expect(cut.last == opening + "2025年全面完成各项任务。")
    }

    /// Blanks between paragraphs alone are of no one width.
    @Test func blanksBetweenParagraphsAreNoLines() throws {
        let parts = (1...12).map { "\($0).推进第\($0)项工作。" + String(filling.prefix(40 + $0 * 17)) + "。" }
        let (_, diagnostics) = try DocumentReader().read(bytes: Array(parts.joined(separator: " ").utf8), uri: "a")
        #expect(diagnostics.map(\.code) == ["text.no-line-ends"])
    }

    /// A paragraph in lines of so many characters.
    private func lines(_ paragraph: String, of width: Int) -> [String] {
        stride(from: 0, to: paragraph.count, by: width).map { String(paragraph.dropFirst($0).prefix(width)).trimmed }
    }

    /// The signature right behind the last item's bracket, or behind a name that has one.
    @Test(arguments: ["（责任单位：各有关部门，各县（市）人民政府、园区管委会）", "（责任单位：市财政局）", ""]) func aSignatureBehindABracket(_ bracket: String) throws {
        let parts = ["一、加大投入。" + filling, "二、强化引导。" + filling, "三、广泛调动社会各界积极性，形成合力。" + bracket, "蓝天市人民政府", "2019年1月22日"]
        #expect(try paragraphs(parts.joined()) == parts)
        #expect(try paragraphs(parts.dropLast(2).joined() + "由清水县（市）人民政府2019年1月22日").last == (parts[2] + "由清水县（市）人民政府2019年1月22日"))
    }

    /// What the plan says of itself right behind its last item; the same words in front of an item are the item's.
    @Test(arguments: ["本意见自2022年7月23日起施行，有效期5年。", "本措施由市商务局负责解释。", "本实施方案从2022年5月7日起实施。"]) func aRuleBehindTheLastItem(_ rule: String) throws {
        let parts = ["一、加大投入。" + filling, "二、强化引导。本办法自2022年1月1日起施行后抓好落实。" + filling, "三、形成合力。加强组织领导，对本方案实施情况开展评估。", rule]
        #expect(try paragraphs(parts.joined()) == parts)
        // The item's own: behind its heading or its label, or with who is responsible behind it.
        for own in ["三、施行时间。" + rule, "三、附则。（一）做好落实，加强组织领导，明确责任分工。（二）" + rule, "三、评价。加强组织领导，对实施情况开展评估，形成合力。" + rule + "（责任单位：县财政局）"] {
            #expect(try paragraphs(parts.prefix(2).joined() + own).allSatisfy { !$0.hasPrefix("本") }, "\(own)")
        }
    }

    /// A box keeps its title, an annex has it on a line of its own.
    @Test func titlesBehindBlanks() throws {
        let parts = ["一、完善网络。" + filling, "专栏1 网络互通工程", "建设外网。" + filling, "二、培育平台。" + filling, "专栏2 平台培育工程", "培育平台。", "附件1", "任务分工表", "明确分工。"]
        #expect(try paragraphs(parts.joined(separator: " ")) == parts)
    }

    @Test func theUserIsTold() throws {
        let text = "一、甲。" + filling + filling + filling + filling + "二、乙。" + filling
        let (_, diagnostics) = try DocumentReader().read(bytes: Array(text.utf8), uri: "a")
        #expect(diagnostics.map(\.code) == ["text.no-line-ends"])
    }

    /// One paragraph of a web page may hold a whole text as well as a line of a plain one.
    @Test(arguments: ["page.html", "plan.md"]) func inOneParagraphOfAnotherFormat(_ name: String) throws {
        let parts = ["为支持企业发展，提出以下措施。", "一、加大信贷投放。" + filling + filling, "二、降低融资成本。" + filling + filling, "三、减免企业房租。" + filling]
        let text = parts.joined()
        #expect(try paragraphs(name.hasSuffix("html") ? "<html><body><p>\(text)</p></body></html>" : "# 政策\n\n\(text)", uri: name).suffix(3) == parts.suffix(3))
    }
}

private extension String {
    var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }

    /// The only numbers of a text, without a mark in front of the first.
    @Test func aListBehindWords() throws {
        let text = "示例县防汛整顿方案局机关各科室：现制定方案如下：成立领导小组，由局长任组长。实施专项整治工作(一)春季防汛专项整治要求企业做好防汛。牵头领导：副局长责任部门：建工科、安全站(二)秋季防汛专项整治对低洼路面开展专项整治工作。牵头领导：副局长责任部门：城建科、市政管理处(三)冬季防汛专项整治要求企业清理河道。责任部门：建工科"
        #expect(try paragraphs(text).filter { $0.hasPrefix("(") }.map { String($0.prefix(5)) } == ["(一)春季", "(二)秋季", "(三)冬季"])
        let inline = "示例县防汛整顿方案局机关各科室：现制定方案如下，请各科室按照职责做好工作，重点抓好(一)春季防汛；(二)秋季防汛；(三)冬季防汛，确保河道畅通，确保堤坝安全，确保群众安全，确保道路通行，确保通信畅通，确保物资到位，确保人员到位，确保责任到位，确保应急有力，确保信息及时，确保秩序良好。"
        #expect(try paragraphs(inline).allSatisfy { !$0.hasPrefix("(") })
    }
}
