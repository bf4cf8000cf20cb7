@testable import FanganReaders
import FanganText
import Testing

@Suite struct FurnitureTests {
    @Test(arguments: ["— 12 —", "- 3 -", "－5－", "—— 7 ——", "一 4 一", "第3页 共10页", "第 3 页/共 10 页", "第3页", "# Page 1498:", "Page 3 of 10", "page 4",
                      "第三页", "[第3页]", "页码：3", "--- Page 3 ---", "=== 第3页 ===", "## 第3页", "＃ 第 3 页", "<!-- page 3 -->"])
    func pageMarks(line: String) throws {
        let document = try read("一、总则\n\(line)\n二、附则\n")
        #expect(furniture(document, .pageMark) == [line])
        #expect(paragraphs(document) == ["一、总则", "二、附则"])
    }

    @Test(arguments: ["2023-06-30", "12", "第3页内容见附件", "-5%", "3-5人", "Page layout 2"]) func noPageMarks(line: String) throws {
        #expect(try furniture(read("一、总则\n\(line)\n二、附则\n"), .pageMark).isEmpty)
    }

    /// A line that comes back on every page, alike but for one number that counts up.
    @Test(arguments: ["N/3", "N / 3", "[N]", "·N·", "PN", "示例市人民政府公报 2023年第N期", "http://www.example.cn/a.html N/3 2023/4/12"])
    func linesThatCountPages(form: String) throws {
        let page = "（一）推进改造。" + String(repeating: "健全工作机制，加强统筹协调，", count: 14) + "推动各项任务"
        let rest = "落到实处。"
        let text = "示例市方案\n" + (1...3).map { "\(page)\n\(form.replacing("N", with: "\($0)"))\n\(rest)\n" }.joined()
        #expect(try furniture(read(text), .pageMark).count == 3)
    }

    /// Lists that count, and rows of a table, are no pages.
    @Test(arguments: ["第N组", "2023年N月底前", "附件N", "N."]) func linesThatCountThings(form: String) throws {
        let text = "示例市方案\n" + (1...3).map { "推进改造，\(String(repeating: "健全工作机制。", count: 30))\n\(form.replacing("N", with: "\($0)"))\n加强领导。\n" }.joined()
        #expect(try furniture(read(text), .pageMark).isEmpty)
    }

    @Test func aNumberBetweenPagesOfParagraphs() throws {
        let page = (1...6).map { "（\("一二三四五六".unicodeScalars.map(String.init)[$0 - 1])）推进改造。" + String(repeating: "健全工作机制，加强统筹协调，", count: 8) + "落到实处。\n" }.joined()
        #expect(try furniture(read("示例市方案\n\(page)\(page)2\n\(page)"), .pageMark) == ["2"])
        #expect(try furniture(read("示例市方案\n\(page)1\n\(page)2\n\(page)"), .pageMark) == ["1", "2"])
        // A row's number between short cells.
        #expect(try furniture(read("示例市清单\n\(page)市财政局\n2\n市教育局\n\(page)"), .pageMark).isEmpty)
    }

    @Test func pageMarkInsideAWord() throws {
        #expect(try furniture(read("精心打一 12 一造示范点。\n"), .pageMark) == ["一 12 一"])
        let document = try read("精心打一12一造示范点，完成1—3月任务，2020—2022年。\n")
        #expect(document.blocks.count == 1)
        #expect(furniture(document, .pageMark) == ["一12一"])
        #expect(paragraphs(document) == ["精心打造示范点，完成1—3月任务，2020—2022年。"])
    }

    @Test func headsOfAWebPage() throws {
        let document = try read("""
            县政府关于印发方案的通知
              • 时间:2023-07-26 16:29
              • 浏览次数:
              • 来源:县民宗局
              • 字体: [大 中 小]
            发布时间：2023-07-26
            一、活动安排
            时间：2023年6月至7月
            地点：各乡镇
            扫一扫在手机打开当前页
            """)
        #expect(furniture(document, .webChrome).count == 6)
        #expect(paragraphs(document) == ["县政府关于印发方案的通知", "一、活动安排", "时间：2023年6月至7月", "地点：各乡镇"])
    }

    /// The table of facts over a document, as a copy in plain text has it.
    @Test(arguments: [
        "索引号：0001/2023\n发文字号：示府办〔2023〕5号\n发文机关：示例市人民政府办公室\n成文日期：2023年03月01日", "文号：示府办〔2023〕5号    发文机关：示例市人民政府办公室   成文日期：2023年03月01日   有效性：有效",
        "发文机关\n示例市人民政府办公室\n发文字号\n示府办〔2023〕5号\n成文日期\n2023年03月01日", "【发布文号】示府办〔2023〕5号\n【发文机关】示例市人民政府办公室\n【成文日期】2023年03月01日",
    ]) func catalogueInAPlainText(catalogue: String) throws {
        let document = try read(catalogue + "\n示例市工作方案\n一、活动安排\n名称：示例活动\n")
        let facts = document.facts.map { "\($0.kind) \(document.text[$0.span])" }
        #expect(Set(facts) == ["number 示府办〔2023〕5号", "issuer 示例市人民政府办公室", "issued 2023年03月01日"])
        #expect(paragraphs(document) == ["示例市工作方案", "一、活动安排", "名称：示例活动"])
    }

    @Test func keysOfAPlanAreNoCatalogue() throws {
        let document = try read("示例市活动方案\n名称：示例活动\n来源：市文旅局\n一、总则\n")
        #expect(document.facts.isEmpty)
        #expect(paragraphs(document).contains("名称：示例活动"))
    }

    @Test func whatABrowserPrints() throws {
        let document = try read("11/22/26, 8:44 AM\n政策全文\n示例市工作方案\n2023年3月1日\n一、总则\n发布时间：2023-03-05 09:30 来源：市政府办公室 浏览次数：123 字体：[大 中 小]\nfile:///tmp/a.html 1/1\n")
        #expect(paragraphs(document) == ["示例市工作方案", "2023年3月1日", "一、总则"])
    }

    @Test func cataloguesAndOrnaments() throws {
        let document = try read("【法宝引证码】 CLI.12.1\n原文链接：https://a.cn/b.html\n一、总则\n//\n--加强统筹。\n* * *\n二、附则\n")
        #expect(furniture(document, .catalogue) == ["【法宝引证码】 CLI.12.1", "原文链接：https://a.cn/b.html"])
        #expect(furniture(document, .ornament) == ["//", "* * *"])
        #expect(paragraphs(document) == ["一、总则", "--加强统筹。", "二、附则"])
    }

    @Test func whatASiteTellsItsReadersInBrackets() throws {
        let document = try read("一、总则\n（由于篇幅太长，省略部分内容，可点击网址进行查看）\n（点击查看附件）\n（此件公开发布）\n（推行点击申报、集中受理）\n（群众扫码后点击查看即知进度，县医保局负责）\n（系统中点击查看办件）\n（点击下载表格，县医保局牵头）\n")
        #expect(furniture(document, .webChrome) == ["（由于篇幅太长，省略部分内容，可点击网址进行查看）", "（点击查看附件）"])
        #expect(paragraphs(document) == ["一、总则", "（此件公开发布）", "（推行点击申报、集中受理）", "（群众扫码后点击查看即知进度，县医保局负责）", "（系统中点击查看办件）", "（点击下载表格，县医保局牵头）"])
    }

    @Test func furnitureStaysInTheText() throws {
        let text = "一、总则\n— 1 —\n二、附则\n"
        #expect(try read(text).text == CanonicalText(text))
    }

    /// A page's list of other pages behind the text, up to the end; a sentence behind such words is the plan's.
    /// A key without a value has none: the numbered line behind it is the plan's.
    @Test func emptyKeysInFrontOfANumber() throws {
        #expect(try paragraphs("示例市活动方案\n有效性：\n一、市财政局落实资金。\n主题词：促消费\n文号：示府办〔2023〕5号\n二、市商务局开展活动。").contains("一、市财政局落实资金。"))
    }

    /// The way to the page, and a line of the plan that begins alike.
    @Test(arguments: [("首页>政府信息公开>规划计划", true), ("网站首页 ＞ 政务公开 ＞ 政策文件", true), ("首页 » 文件", true), ("首页改版方案", false), ("安全>质量>进度", false)])
    func theWayToThePage(_ line: String, isFurniture: Bool) throws {
        let document = try read(line + "\n示例县重点工作任务分解表\n一、重点任务\n（一）开展排查。")
        #expect(furniture(document, .webChrome) == (isFurniture ? [line] : []))
    }

    @Test func linksBehindTheText() throws {
        let plan = "一、主要任务\n（一）建设书屋。每村一处。\n"
        let links = ["相关稿件", "【文字】《农家书屋建设方案》解读", "一图读懂农家书屋"]
        #expect(furniture(try read(plan + links.joined(separator: "\n")), .webChrome) == links)
        #expect(furniture(try read(plan + "热门推荐\n各村按照县里的政策给予补助。"), .webChrome).isEmpty)
        #expect(furniture(try read(plan + "热门推荐\n1.落实奖补资金（牵头单位：县财政局）\n落实用地（责任单位：县自然资源局）"), .webChrome).isEmpty)
        #expect(furniture(try read(plan + "相关政策\n落实奖补资金"), .webChrome).isEmpty)
    }
}
