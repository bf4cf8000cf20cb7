@testable import FanganReaders
import FanganText
import Foundation
import Testing

/// A page as content systems make it: navigation, facts, title, text, share buttons, foot.
private let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>示例县校园食品安全实施方案_示例县人民政府</title>
    <style>p { color: red }</style><script>var a = "<p>不是正文</p>";</script></head><body>
    <div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
    <div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
    <table><tr><td>索 引 号：</td><td>11512000/2023-001</td><td>发文字号：</td><td>示府办发〔2023〕9号</td></tr>
    <tr><td>发文机关：</td><td>示例县人民政府办公室</td><td>成文日期：</td><td>2023-04-05</td></tr></table>
    <h1>示例县校园食品安全<br>实施方案</h1>
    <div class="info">时间：2023-04-08 来源：示例县人民政府办公室</div>
    <div class="article_content" id="zoom"><p>为保障校园食品安全，结合实际，制定本方案。</p>
    <p>&emsp;&emsp;<strong>一、</strong>主要<span>任务</span></p><p>　　（一）开展&ldquo;回头看&rdquo;
    检查，6月底前完成。（责任单位：县教
      育局）</p><div>（二）建立&#x53F0;&#36134;<br/>每月&nbsp;报送。</div></div>
    <div class="share">分享到：<a href="#">微信</a></div>
    <div class="footer"><p>主办：示例县人民政府办公室，承办：示例县大数据局，未经许可，不得转载。</p></div></body></html>
    """

private func readHTML(_ html: String) throws -> SourceDocument { try read(html, uri: "page.html") }

@Suite struct HTMLTests {
    @Test func textAndChromeAreApart() throws {
        let document = try readHTML(page)
        #expect(paragraphs(document) == [
            "示例县校园食品安全", "实施方案", "为保障校园食品安全，结合实际，制定本方案。", "一、主要任务",
            "（一）开展“回头看”检查，6月底前完成。（责任单位：县教育局）", "（二）建立台账", "每月 报送。",
        ])
        #expect(furniture(document, .catalogue) == [
            "索 引 号：", "11512000/2023-001", "发文字号：", "示府办发〔2023〕9号", "发文机关：", "示例县人民政府办公室", "成文日期：", "2023-04-05",
        ])
        #expect(furniture(document, .webChrome).contains("主办：示例县人民政府办公室，承办：示例县大数据局，未经许可，不得转载。"))
        #expect(furniture(document, .webChrome).contains("首页"))
        #expect(!document.text.bytes.elementsEqual(Array("不是正文".utf8)) && !document.text[document.text.wholeSpan].contains("不是正文"))
        #expect(!document.text[document.text.wholeSpan].contains("color"))
    }

    @Test func whatIsStruckOutIsLeftOut() throws {
        #expect(paragraphs(try readHTML("<p>责任单位：<del>县公路局</del>县交通局、<s>县林业局</s>县水利局。</p>")) == ["责任单位：县交通局、县水利局。"])
    }

    /// By attribute or style, inside a paragraph or around it.
    @Test(arguments: [
        "<span style=\"display:none\">县林业局</span>", "<span hidden>县林业局</span>", "<b style=\"color:red; visibility: hidden\">县林业局</b>", "<span style=\"text-decoration: line-through\">县林业局</span>",
        "</p><div hidden>县林业局</div><p>", "</p><p style=\"text-decoration:line-through\">县林业局</p><p>",
    ]) func whatIsNotShownIsLeftOut(_ hidden: String) throws {
        #expect(paragraphs(try readHTML("<p>责任单位：\(hidden)县水利局。</p>")).joined() == "责任单位：县水利局。")
        let shown = hidden.replacingOccurrences(of: "display:none", with: "display:inline").replacingOccurrences(of: "hidden", with: "title=\"\"").replacingOccurrences(of: "line-through", with: "none")
        #expect(paragraphs(try readHTML("<p>责任单位：\(shown)县水利局。</p>")).joined() == "责任单位：县林业局县水利局。")
    }

    @Test func factsHaveTheirPlaces() throws {
        let document = try readHTML(page)
        #expect(document.facts.map { "\($0.kind.rawValue) \(document.text[$0.span])" } == [
            "number 示府办发〔2023〕9号", "issuer 示例县人民政府办公室", "issued 2023-04-05",
        ])
    }

    /// An empty cell takes nothing from behind its table; facts may also be a list or lines.
    @Test(arguments: [
        ("<table><tr><td>索引号：</td><td>1</td></tr><tr><td>文号：</td><td>甲发〔2023〕1号</td></tr><tr><td>主题词：</td><td></td></tr></table><p>正文，从这里开始。</p>",
         ["甲发〔2023〕1号"]),
        ("<ul><li><b>索引号：</b>1</li><li><b>文　号：</b>甲发〔2023〕1号</li><li><b>发布日期：</b>2023年1月1日</li></ul><p>正文，从这里开始。</p>", ["甲发〔2023〕1号"]),
        ("<p>索引号：1　发文字号：甲发〔2023〕1号　成文日期：2023-01-02</p><p>正文，从这里开始。</p>", ["甲发〔2023〕1号", "2023-01-02"]),
        // Three titles of columns are no facts.
        ("<table><tr><td>名称</td><td>分类</td><td>摘要</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr></table><p>正文，从这里开始。</p>", []),
    ]) func tablesOfFacts(html: String, values: [String]) throws {
        let document = try readHTML("<html><body>\(html)</body></html>")
        #expect(document.facts.map { document.text[$0.span] } == values)
        #expect(paragraphs(document).last == "正文，从这里开始。")
    }

    @Test func mergedCellsKeepTheGrid() throws {
        let document = try readHTML("""
            <html><body><p>附件</p><table><tr><th>序号</th><th>任务</th><th colspan=2>单位</th></tr>
            <tr><td>1</td><td>排查隐患。<p>建立清单。</p></td><td rowspan="2">县应急局</td><td>甲</td></tr><tr><td>2</td><td>整改<br>到位。</td><td>乙</td></tr></table></body></html>
            """)
        #expect(cells(document) == [
            "0.0 序号", "0.1 任务", "0.2 单位", "1.0 1", "1.1 排查隐患。", "1.1 建立清单。", "1.2 县应急局", "1.3 甲", "2.0 2", "2.1 整改", "2.1 到位。", "2.3 乙",
        ])
        let spans = document.blocks.compactMap(\.cell).filter { $0.rowSpan > 1 || $0.columnSpan > 1 }.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
        #expect(spans == [[0, 2, 1, 2], [1, 2, 2, 1]])
    }

    /// A table that merely lays the page out has no cells, one inside it has.
    @Test func layoutTables() throws {
        let document = try readHTML("""
            <table><tr><td><p>一、任务，如下：</p><table><tr><td>单位</td><td>时限</td></tr><tr><td>甲局</td><td>6月</td></tr></table></td><td>　</td></tr></table>
            """)
        #expect(paragraphs(document) == ["一、任务，如下：", "单位", "时限", "甲局", "6月"])
        #expect(cells(document) == ["0.0 单位", "0.1 时限", "1.0 甲局", "1.1 6月"])
    }

    @Test func orderedListsPrintTheirNumbers() throws {
        let document = try readHTML("<div><p>任务如下：</p><ol start=\"3\"><li>排查，</li><li><p>整改。</p></li></ol><ol style=\"list-style-type: cjk-ideographic\"><li>总结。</li></ol></div>")
        #expect(paragraphs(document) == ["任务如下：", "3. 排查，", "4. 整改。", "一、总结。"])
        let generated = document.edits.generated.map { document.text[$0] }
        #expect(generated == ["3. ", "4. ", "一、"])
    }

    /// UEditor's own styles of lists, and those of CSS.
    @Test(arguments: [
        ("class=\"custom_cn list-paddingleft-1\"", "一、"), ("class=\"custom_cn1 list-paddingleft-1\"", "一）"), ("class=\"custom_cn2 list-paddingleft-2\"", "（一）"),
        ("class=\"custom_num1 list-paddingleft-1\"", "1）"), ("class=\"custom_num2\"", "（1）"), ("class=\" list-paddingleft-2\" style=\"list-style-type: decimal;\"", "1. "),
        ("style=\"list-style-type: lower-alpha;\"", "a. "), ("type=\"I\"", "I. "), ("class=\"custom_dash\"", ""), ("style=\"list-style: none\"", ""),
    ]) func listsOfEditors(attributes: String, label: String) throws {
        #expect(try paragraphs(readHTML("<div><p>如下：</p><ol \(attributes)><li class=\"list-cn-1-1\"><p>排查，整改。</p></li></ol></div>")) == ["如下：", label + "排查，整改。"])
    }

    /// Word's lists: the label in a span of its own with spaces for its width, a bullet as a letter of a font of signs.
    @Test func listsPastedFromWord() throws {
        func item(_ label: String, _ text: String) -> String {
            "<p class=MsoListParagraph style='text-indent:0cm;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-fareast-font-family:仿宋'><span style='mso-list:Ignore'>\(label)<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>\(text)</span></p>"
        }
        let html = "<html><body>" + item("一、", "总体要求") + item("（一）", "排查，整改。") + item("1.", "抓落实。") + item("l", "示范单位。") + item("·", "重点单位。") + item("①", "逐户上门。") + "</body></html>"
        #expect(try paragraphs(readHTML(html)) == ["一、总体要求", "（一）排查，整改。", "1. 抓落实。", "示范单位。", "重点单位。", "① 逐户上门。"])
        #expect(htmlFlaw(try readHTML(html), Array(html.utf8)) == nil)
    }

    @Test func lineEndsThatCount() throws {
        #expect(try paragraphs(readHTML("<div><pre>一、任务\n（一）排查，\n\n整改。</pre></div>")) == ["一、任务", "（一）排查，", "整改。"])
        #expect(try paragraphs(readHTML("<div style=\"WHITE-SPACE: pre-wrap\">一、任务\n（一）排查，</div><div>整\n改。</div>")) == ["一、任务", "（一）排查，", "整改。"])
    }

    @Test(arguments: ["gb2312", "GBK", "utf-8", ""]) func encodings(declared: String) throws {
        let head = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(declared)\"></head><body><pre>"
        let data = Array(head.utf8) + EncodedSamples.simplifiedGB18030 + Array("</pre></body></html>".utf8)
        let (document, _) = try DocumentReader().read(bytes: data, uri: "a.html")
        #expect(document.source.encoding == "GB18030" && document.source.mediaType == "text/html")
        #expect(try paragraphs(document) == paragraphs(EncodedSamples.simplified))
        #expect(htmlFlaw(document, try HTMLEncoding.decode(data).bytes) == nil)
    }

    @Test(arguments: ["<!DOCTYPE html><p>甲", "<html><body>甲", "  <!-- 注 --> <HTML>甲", "<?xml version=\"1.0\"?><html xmlns=\"a\"><p>甲</p></html>",
                      "<div><p>甲</p></div>", "<p>甲</p>"]) func webPagesByContent(html: String) throws {
        #expect(try read(html, uri: "plan.txt").source.mediaType == "text/html")
    }

    @Test(arguments: ["一、任务\n<p>", "<关于>的通知\n一、任务", "< 5 分", "a < b"]) func textsThatAreNoPages(text: String) throws {
        #expect(try read(text, uri: "plan.html").source.mediaType == "text/plain")
    }

    /// The way back leads to the same bytes, but for references such as &amp;nbsp; and generated numbers.
    @Test func everyByteComesFromThePage() throws {
        let long = String(repeating: "全面落实各项工作任务，<b>确保</b>取得实效；", count: 400)
        for html in [page, "<p>\(long)</p><p>&lt;甲&gt; 与 < 乙 &amp; 丙&copy</p>", "<body><p>一<p>二<td>三</body>四</html>五<li>六"] {
            let document = try readHTML(html)
            #expect(htmlFlaw(document, Array(html.utf8)) == nil)
        }
    }

    @Test func brokenMarkupKeepsItsText() throws {
        #expect(try paragraphs(readHTML("<div><p>一、任务<p>（一）检查，<b>整改<p>（二）总结</div></div></p>。后记")) == ["一、任务", "（一）检查，整改", "（二）总结", "。后记"])
    }
}

/// What holds for every page, whatever its bytes were.
func htmlFlaw(_ document: SourceDocument, _ decoded: [UInt8]) -> String? {
    let text = document.text.bytes
    if String(validating: text, as: UTF8.self) == nil { return "no UTF-8" }
    var end = 0
    for block in document.blocks {
        if block.span.isEmpty || block.span.start < end || block.span.end > text.count { return "block \(block.span) after \(end)" }
        end = block.span.end
    }
    var isCovered = [Bool](repeating: false, count: text.count)
    for span in document.blocks.map(\.span) + document.furniture.map(\.span) { for i in span.start..<span.end { isCovered[i] = true } }
    var last = -1
    for (i, byte) in text.enumerated() where ![0x20, 0x0A, 0x09].contains(byte) {
        if !isCovered[i] { return "byte \(i) is in no block and no furniture" }
        let source = document.edits.sourceOffset(of: i)
        if source < last { return "the edit map goes back at \(i)" }
        last = source
        if document.edits.isGenerated(i) || source < decoded.count && (decoded[source] == byte || variantByte(decoded, source) == byte) { continue }
        // Inside a character that a reference stands for.
        let reference = decoded[max(0, min(source, decoded.count) - 3)..<min(source + 1, decoded.count)]
        if !reference.contains(0x26) { return "byte \(i) does not come from \(source)" }
    }
    return nil
}

@Suite struct HostileHTMLTests {
    private func outcome(_ bytes: [UInt8]) -> (SourceDocument, [Diagnostic])? { try? DocumentReader().read(bytes: bytes, uri: "a.html") }

    @Test func deepNestingIsReported() throws {
        let html = "<html><body><p>开头，正文。</p>" + String(repeating: "<div>", count: 10_000) + "深处" + String(repeating: "</div>", count: 10_000)
        let (document, diagnostics) = try #require(outcome(Array(html.utf8)))
        #expect(paragraphs(document).first == "开头，正文。")
        #expect(diagnostics.map(\.code) == ["html.incomplete"])
    }

    @Test func entitiesAreNotExpanded() throws {
        let bomb = "<!DOCTYPE html [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><p>正文，&b;&x;。</p></html>"
        let (document, _) = try #require(outcome(Array(bomb.utf8)))
        let text = document.text[document.text.wholeSpan]
        #expect(text.contains("正文，") && text.contains("&b;") && !text.contains("root:"))
    }

    @Test func cutAnywhere() {
        let bytes = Array(page.utf8)
        for end in stride(from: 1, to: bytes.count, by: 7) {
            guard let (document, _) = outcome(Array(bytes[..<end])), document.source.mediaType == "text/html" else { continue }
            #expect(String(validating: document.text.bytes, as: UTF8.self) != nil, "cut at \(end)")
        }
    }

    @Test func flippedBytes() {
        var random = SeededGenerator(state: 23)
        for round in 0..<600 {
            var bytes = Array(page.utf8)
            for _ in 0...(round % 30) { bytes[Int.random(in: 60..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            guard let (document, _) = outcome(bytes), let decoded = try? HTMLEncoding.decode(bytes) else { continue }
            let flaw = document.source.mediaType == "text/html" ? htmlFlaw(document, decoded.bytes) : nil
            #expect(flaw == nil, "round \(round)")
        }
    }

    /// The parser compares each attribute with all others; this would take it minutes.
    @Test func attributesPastAllMeasure() throws {
        let many = (0..<60_000).map { "a\($0)=1" }.joined(separator: " ")
        let quoted = "x=\"" + String(repeating: "a b ", count: 2000) + "> c\""
        let (document, _) = try #require(outcome(Array("<html><p \(many)>正文，</p><p \(quoted)>后文。</p></html>".utf8)))
        #expect(paragraphs(document) == ["正文，", "后文。"])
    }

    @Test func widthsOfTablesAreBounded() throws {
        let html = "<table><tr><td colspan=999999999 rowspan=999999999>甲，</td><td rowspan=0>乙</td></tr>" + String(repeating: "<tr><td>丙<td>丁</tr>", count: 50) + "</table>"
        let (document, _) = try #require(outcome(Array(html.utf8)))
        #expect(document.blocks.compactMap(\.cell).allSatisfy { $0.column + $0.columnSpan <= 300 && $0.row + $0.rowSpan <= 51 })
    }
}
