@testable import FanganReaders
import FanganText
import Testing

@Suite struct FurnitureTests {
    @Test(arguments: ["— 12 —", "- 3 -", "－5－", "—— 7 ——", "一 4 一", "第3页 共10页", "第 3 页/共 10 页", "第3页", "# Page 1498:", "Page 3 of 10", "page 4"])
    func pageMarks(line: String) throws {
        let document = try read("一、总则\n\(line)\n二、附则\n")
        #expect(furniture(document, .pageMark) == [line])
        #expect(paragraphs(document) == ["一、总则", "二、附则"])
    }

    @Test(arguments: ["2023-06-30", "12", "第3页内容见附件", "-5%", "3-5人", "Page layout 2"]) func noPageMarks(line: String) throws {
        #expect(try furniture(read("一、总则\n\(line)\n二、附则\n"), .pageMark).isEmpty)
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
    @Test func linksBehindTheText() throws {
        let plan = "一、主要任务\n（一）建设书屋。每村一处。\n"
        let links = ["相关稿件", "【文字】《农家书屋建设方案》解读", "一图读懂农家书屋"]
        #expect(furniture(try read(plan + links.joined(separator: "\n")), .webChrome) == links)
        #expect(furniture(try read(plan + "热门推荐\n各村按照县里的政策给予补助。"), .webChrome).isEmpty)
        #expect(furniture(try read(plan + "热门推荐\n1.落实奖补资金（牵头单位：县财政局）\n落实用地（责任单位：县自然资源局）"), .webChrome).isEmpty)
        #expect(furniture(try read(plan + "相关政策\n落实奖补资金"), .webChrome).isEmpty)
    }
}
