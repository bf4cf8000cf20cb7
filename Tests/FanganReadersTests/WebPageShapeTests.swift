@testable import FanganReaders
import FanganText
import Testing

/// One plan on pages as the content systems of governments make them, put together by hand from what their pages share.
@Suite struct WebPageShapeTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let html: String
    }

    private static let title = "示例县冬春火灾防控工作实施方案"
    private static let text = [
        "为做好今冬明春火灾防控工作，结合我县实际，制定本方案。",
        "一、工作目标",
        "坚决遏制重特大火灾，确保全县火灾形势稳定。",
        "二、重点任务",
        "（一）排查整治隐患。对商场、市场、养老机构逐一排查，2023年12月底前完成。（责任单位：县消防救援大队、县商务局）",
        "（二）加强宣传教育。每月开展1次集中宣传。（责任单位：县教育局）",
        "示例县人民政府办公室",
        "2023年11月6日",
    ]
    private static let navigation = "<ul><li><a href=\"/0\">首页</a></li><li><a href=\"/1\">政务公开</a></li><li><a href=\"/2\">政务服务</a></li><li><a href=\"/3\">互动交流</a></li><li><a href=\"/4\">走进示例</a></li><li><a href=\"/5\">数据开放</a></li></ul>"
    private static let foot = "<p>主办：示例县人民政府办公室　承办：示例县大数据中心</p><p>网站标识码：5100000001　蜀ICP备00000001号</p><p>联系电话：000-0000000，未经授权，不得转载。</p>"
    private static let related = """
        <h3>相关文章</h3><ul><li><a href="/x0">示例县第0号工作方案的通知，请各单位抓好落实</a><span>2023-10-00</span></li><li><a href="/x1">示例县第1号工作方案的通知，请各单位抓好落实</a><span>2023-11-01</span></li><li><a href="/x2">示例县第2号工作方案的通知，请各单位抓好落实</a><span>2023-12-02</span></li></ul>
        """

    private static func each(_ tag: String, _ attributes: String = "") -> String { text.map { "<\(tag)\(attributes)>\($0)</\(tag)>" }.joined(separator: "\n") }

    /// The title, the text and nothing else, whatever the page puts around them.
    @Test(arguments: shapes) func theTextAlone(_ shape: Shape) throws {
        let document = try read(shape.html, uri: "page.html")
        #expect(paragraphs(document) == [Self.title] + Self.text + (shape.html.contains("附件：") ? ["附件：任务分工表.docx"] : []))
    }

    @Test func factsAboveTheTitleEndThere() throws {
        for shape in Self.shapes where shape.html.contains("示府办发") {
            let document = try read(shape.html, uri: "page.html")
            #expect(document.facts.contains { $0.kind == .number && document.text[$0.span] == "示府办发〔2023〕12号" }, "\(shape.testDescription)")
            #expect(!furniture(document, .catalogue).contains(Self.title))
        }
    }

    static let shapes = [
        Shape(testDescription: "TRS: facts as a table, title and line of sources under it", html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="\(title)"><title>\(title)_示例县人民政府</title></head><body>
            <div class="wrap"><div class="top">\(navigation)</div><div class="location">您现在的位置：<a href="/">首页</a>&gt;<a href="/a">文件</a></div>
            <div class="xl_tab"><table><tr><td>索 引 号</td><td>510000-2023-00012</td><td>主题分类</td><td>安全生产</td></tr><tr><td>发文机关</td><td>示例县人民政府办公室</td><td>发文字号</td><td>示府办发〔2023〕12号</td></tr><tr><td>成文日期</td><td>2023-11-06</td><td>有效性</td><td>有效</td></tr></table></div>
            <div class="xl_title"><h1>\(title)</h1></div><div class="xl_info">来源：县政府办 发布时间：2023-11-08 浏览次数：<script>document.write(1)</script> 字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</div>
            <div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style><div class="Custom_UnionStyle">\(each("p", " align=\"justify\" style=\"text-indent:2em\""))
            </div></div>
            <div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div><div class="gd">\(related)</div></div><div class="footer">\(foot)</div></body></html>
            """),
        Shape(testDescription: "jcms: the page laid out as a table, facts as a list", html: """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>示例县人民政府 通知文件 \(title)</title></head><body>
            <table width="1000" align="center"><tr><td><div id="barrierfree_container">\(navigation)</div></td></tr><tr><td>当前位置：<a href="/">首页</a> / <a href="/b">通知文件</a></td></tr>
            <tr><td><ul class="xxgk_xx"><li><b>索引号：</b>11510000/2023-00012</li><li><b>组配分类：</b>规范性文件</li><li><b>发文字号：</b>示府办发〔2023〕12号</li><li><b>成文日期：</b>2023-11-06</li></ul></td></tr>
            <tr><td class="title"><!--<$[标题名称(html)]>begin-->\(title)<!--<$[标题名称(html)]>end--></td></tr><tr><td>发布日期：2023-11-08 访问次数：<script src="/v.jsp"></script> 信息来源：县政府办</td></tr>
            <tr><td><div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart"/>\(each("p"))
            <meta name="ContentEnd"/><!--ZJEG_RSS.content.end--></div></td></tr>
            <tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table>
            <table align="center"><tr><td>\(foot)</td></tr></table></body></html>
            """),
        Shape(testDescription: "UEditor: styles on every element, empty paragraphs", html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)</title></head><body><header>\(navigation)</header><div class="container"><div class="crumbs"><a href="/">首页</a> <a href="/c">公告</a></div>
            <div class="detail"><h2 class="detail-title">\(title)</h2><div class="detail-info"><span>2023-11-08</span><span>来源：县政府办</span><span>阅读：12</span></div><div class="detail-body">
            \(text.map { "<p style=\"margin: 0px; white-space: normal; text-indent: 2em;\"><span style=\"font-size: 21px; font-family: 仿宋_GB2312;\">\($0)</span></p><p><br/></p>" }.joined())
            </div><div class="detail-page"><p>上一篇：<a href="/1">关于做好森林防火工作的通知</a></p><p>下一篇：<a href="/2">关于做好防汛工作的通知</a></p></div></div></div><footer>\(foot)</footer></body></html>
            """),
        Shape(testDescription: "divisions without names", html: """
            <html><head><meta charset="utf-8"><title>\(title)-示例县</title></head><body><div><div>\(navigation)</div><div><div><a href="/">首页</a>&gt;<a href="/d">政策文件</a>&gt;正文</div><div><div>\(title)</div><div>2023-11-08 10:12 来源：县政府办 【字体：大 中 小】</div><div>\(each("div"))
            </div><div><a href="#">打印</a> <a href="#">收藏</a> <a href="#">关闭</a></div></div><div><div>热点推荐</div><div><a href="/y1">全县安全生产工作会议召开，县长出席并讲话</a></div><div><a href="/y2">我县开展冬季消防演练，提升处置能力</a></div></div></div><div>\(foot)</div></div></body></html>
            """),
        Shape(testDescription: "a table with a side column, text set with line breaks", html: """
            <html><head><meta charset="utf-8"><title>\(title)</title></head><body><table width="980"><tr><td colspan="2">\(navigation)</td></tr><tr><td width="200" valign="top"><table><tr><td><a href="/s1">机构概况</a></td></tr><tr><td><a href="/s2">政策文件</a></td></tr><tr><td><a href="/s3">规划计划</a></td></tr><tr><td><a href="/s4">工作动态</a></td></tr></table></td>
            <td width="780"><table width="100%"><tr><td align="center"><font size="5"><b>\(title)</b></font></td></tr><tr><td align="center">日期：2023-11-08　点击：<span id="hits">33</span></td></tr><tr><td><font face="仿宋">\(text.map { "　　" + $0 }.joined(separator: "<br>"))</font></td></tr><tr><td align="right"><a href="#">【打印】</a><a href="#">【关闭】</a></td></tr></table></td></tr><tr><td colspan="2" align="center">主办：示例县人民政府办公室<br>网站标识码：5100000001</td></tr></table></body></html>
            """),
        Shape(testDescription: "share buttons, attachment, editor and related documents behind the text", html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)</title></head><body><nav>\(navigation)</nav><article><h1>\(title)</h1><p>发布时间：2023-11-08 来源：县政府办</p>\(each("p"))
            <p>附件：<a href="/f.docx">任务分工表.docx</a></p><p>扫一扫在手机打开当前页</p><p>【打印此页】【关闭窗口】</p><p>责任编辑：张三</p>\(related)</article><footer>\(foot)</footer></body></html>
            """),
        Shape(testDescription: "saved by Word", html: """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>\(title)</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=ZH-CN><div class=WordSection1><p class=MsoNormal align=center><b><span style='font-size:22.0pt'>\(title)<o:p></o:p></span></b></p>
            \(text.map { "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>\($0)<span lang=EN-US><o:p></o:p></span></span></p>" }.joined())<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>
            """),
        Shape(testDescription: "vsb: the text in a form, between two boxes of navigation", html: """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)-示例县应急管理局</title></head><body><div class="top_nav">\(navigation)</div><div class="ny_right"><div class="dqwz">当前位置: <a href="/">首页</a> &gt;&gt; <a href="/e">通知公告</a> &gt;&gt; 正文</div><form name="_newscontent_fromname"><div class="content"><h3 align="center">\(title)</h3><div align="center">2023年11月08日 09:00  作者：县消防救援大队  点击：[<span>12</span>]</div><div id="vsb_content"><div class="v_news_content">\(each("p", " class=\"vsbcontent_start\""))
            </div></div><p>【<a href="javascript:window.close()">关闭窗口</a>】</p></div></form></div><div class="bottom">\(foot)</div></body></html>
            """),
    ]
}
