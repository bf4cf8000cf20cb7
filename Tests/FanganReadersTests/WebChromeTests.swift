@testable import FanganReaders
import FanganText
import Testing

/// What a copied page has around its document, in a plain text.
@Suite struct WebChromeTests {
    @Test(arguments: [
        "返 回\n所在位置: 示例网 > 热点专题", "返回首页", "首   页 走进示例 新闻中心 政府信息公开 政务服务", "首頁 > 文章中心 > 正文", "您的位置: 首页 >要闻动态>详细内容",
        "欢迎来到示例市水利局！\n繁体  |  本网站已经支持IPV6", "• 无障碍 |\n  • 长辈版", "基本介绍\n内容全文",
    ]) func linesOfThePage(_ chrome: String) throws {
        #expect(try paragraphs(chrome + "\n示例市工作方案\n一、防汛\n做好。\n") == ["示例市工作方案", "一、防汛", "做好。"])
    }

    /// Words that a plan may say as well.
    @Test(arguments: ["首页 设置专栏，公开办事指南。", "- 时间：6月底前", "返回原籍人员登记", "全文公开政策", "解读，", "所在位置：城北水库", "格式：PDF", "首页 由县政府办公室统一设计维护", "首页→专题专栏→开设改造专栏，县数据局每月更新。"]) func linesOfThePlan(_ line: String) throws {
        #expect(try paragraphs("示例市工作方案\n一、防汛\n\(line)\n") == ["示例市工作方案", "一、防汛", line])
    }

    /// Keys without a colon, between bars, in lists; several on a line.
    @Test(arguments: [
        "索 引 号 0001/2023 成文日期 2023-03-01\n发文机关 示例市水利局\n发文字号 示水〔2023〕5号 时  效 有效",
        "索 引 号 | 0001/2023 | 成文日期: | 2023-03-01 |\n发文字号 | 示水〔2023〕5号 | 制发机构 | 示例市水利局 |\n有效性 | |",
        "• 中文名：示例市工作方案\n• 印发机关：示例市水利局\n• 文号：示水〔2023〕5号\n• 印发时间：2023-03-01",
    ]) func rowsOfTheCatalogue(_ catalogue: String) throws {
        let document = try read(catalogue + "\n示例市工作方案\n一、防汛\n做好。\n")
        let facts = document.facts.filter { $0.kind != .title }.map { "\($0.kind) \(document.text[$0.span])" }
        #expect(Set(facts) == ["number 示水〔2023〕5号", "issuer 示例市水利局", "issued 2023-03-01"])
        #expect(paragraphs(document) == ["示例市工作方案", "一、防汛", "做好。"])
    }

    @Test func aTableOfNamesIsNoCatalogue() throws {
        let document = try read("示例市工作方案\n名称 责任单位\n分类 县水利局\n来源 县财政局\n一、防汛\n")
        #expect(document.facts.isEmpty)
    }

    /// No-break spaces that became question marks.
    @Test func blanksThatBecameQuestionMarks() throws {
        let text = "示例市工作方案\n?\n????一、防汛\n??做好。\n????????示例市水利局\n"
        #expect(try paragraphs(text) == ["示例市工作方案", "一、防汛", "做好。", "示例市水利局"])
        // One alone may be anything.
        #expect(try paragraphs("示例市工作方案\n?一、防汛\n") == ["示例市工作方案", "?一、防汛"])
        // Blanks among them are no part of a line's width.
        #expect(try paragraphs(":\n?   府\n展\n。\n?原").joined() == ":府展。原")
    }

    @Test func aPageMarkInFrontOfASignature() throws {
        let text = "示例市水利局关于印发《防汛工作方案》的通知（2023 年6 月1 日） 示水〔2023〕20 号 各县（区）人民政府： 《防汛工作方案》已经市政府同意，现印发给你们，请认真抓好贯彻落实。"
        let rest = " 示例市水利局 2023 年6 月1 日 防汛工作方案 为做好防汛，制定本方案。 一、主要任务 （一）加固堤坝。加固堤坝。（市水利局负责） （二）清理河道。清理河道。（市水利局负责）"
        #expect(try paragraphs(text + " # Page 12:" + rest).contains("示例市水利局"))
    }

    /// The same in a page, each an entry of a list.
    @Test func entriesOfAPageWithoutColons() throws {
        let page = "<html><body><ul><li>索 引 号 0001/2023</li><li>发文字号 示水〔2023〕5号</li><li>发文机关 示例市水利局</li></ul><div><p>示例市工作方案</p><p>一、防汛</p><p>做好。</p></div></body></html>"
        let document = try read(page, uri: "a.html")
        #expect(document.facts.map { "\($0.kind) \(document.text[$0.span])" } == ["number 示水〔2023〕5号", "issuer 示例市水利局"])
        #expect(paragraphs(document).contains("示例市工作方案"))
    }
}
