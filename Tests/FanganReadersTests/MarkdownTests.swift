@testable import FanganReaders
import FanganText
import Testing

@Suite struct MarkdownTests {
    private let page = """
        # 关于印发《**量子**产业行动方案》的通知

        **发布日期**: 2025-10-31
        **原文链接**: [http://example.cn/a](http://example.cn/a)
        **附件**:
        - [分布图.pdf](./a.pdf) (pdf)

        ---

        沪府办发〔2025〕17号

        **一、主要目标**

          到2027年，建成[平台](http://example.cn/b)5个。

        ## （一）重点\\*任务 ##

        > - 加强攻关。
        1. 第一项

        | 序号 | 任务 | 单位 |
        |:---|---|---|
        | 1 | **攻关**<br>转化 | 市科委 |
        | 2 |  | 市教委 |

        **责任单位**：市科委

        【原文下载】
        - [通知.pdf](/a/b.pdf )
        """

    @Test func marksAreGoneAndHeadingsKnown() throws {
        let document = try read(page, uri: "plan.md")
        #expect(document.source.mediaType == "text/markdown")
        #expect(document.blocks.filter { $0.cell == nil }.map { document.text[$0.span] } == [
            "关于印发《量子产业行动方案》的通知", "沪府办发〔2025〕17号", "一、主要目标", "到2027年，建成平台5个。", "（一）重点*任务", "加强攻关。", "1. 第一项", "责任单位：市科委",
        ])
        #expect(document.blocks.compactMap(\.headingLevel) == [1, 2])
    }

    @Test func whatIsStruckOutIsLeftOut() throws {
        #expect(paragraphs(try read("责任单位：~~县公路局~~县交通局\n", uri: "plan.md")) == ["责任单位：县交通局"])
        #expect(paragraphs(try read("建设3~~5个，4~~6月完成。\n", uri: "plan.md")) == ["建设3~~5个，4~~6月完成。"])
    }

    @Test func tablesBecomeCells() throws {
        #expect(try cells(read(page, uri: "plan.md")) == [
            "0.0 序号", "0.1 任务", "0.2 单位", "1.0 1", "1.1 攻关", "1.1 转化", "1.2 市科委", "2.0 2", "2.2 市教委",
        ])
    }

    @Test func crawlersLinesAreFurniture() throws {
        let document = try read(page, uri: "plan.md")
        #expect(furniture(document, .catalogue).count == 4)
        #expect(furniture(document, .ornament) == ["---", "|:---|---|---|"])
        #expect(furniture(document, .webChrome) == ["【原文下载】", "- [通知.pdf](/a/b.pdf )"])
    }

    @Test func markdownIsKnownByItsContent() throws {
        #expect(try read(page, uri: "plan").source.mediaType == "text/markdown")
        #expect(try read("# Page 12:\n\n一、总则\n**注**\n", uri: "plan.txt").source.mediaType == "text/plain")
        #expect(try read("一、总则\n", uri: "plan.MD").source.mediaType == "text/markdown")
    }

    /// As it comes out of an editor or a conversation, under any name.
    @Test(arguments: [("## 一、任务\n\n（一）植树。\n\n## 二、保障\n", true), ("一、任务\n\n**（一）植树。**春季完成。\n\n**（二）护林。**全年进行。\n", true),
                      ("|任务|单位|\n|---|---|\n|植树|县林业局|\n", true), ("# 植树方案\n一、任务\n", false), ("20**年**月**日\n**局**科\n一、任务\n", false)])
    func marksAloneTell(_ text: String, _ isMarkdown: Bool) throws {
        #expect(try read(text, uri: "plan.txt").source.mediaType == (isMarkdown ? "text/markdown" : "text/plain"))
    }

    @Test func starsBetweenLettersAreSigns() throws {
        #expect(paragraphs(try read("建设5m*3m*2m的水池，*6月底前*完成。\n", uri: "plan.md")) == ["建设5m*3m*2m的水池，6月底前完成。"])
    }

    /// Signs and blanks that are more than the characters of their line.
    @Test(arguments: ["- [ ] ", ">     ", "-       "]) func shortLinesBehindSigns(sign: String) throws {
        let text = "# 方案\n\n## 一、主要任务\n\n" + "甲乙丙丁戊".map { sign + String($0) }.joined(separator: "\n") + "\n"
        let document = try read(text, uri: "t.md")
        #expect(document.text[document.text.wholeSpan].contains("戊"))
    }

    @Test func editMapLeadsBackThroughTheMarks() throws {
        let source = Array(page.utf8)
        #expect(flaw(try read(page, uri: "plan.md"), decoded: source) == nil)
    }

    /// Hard line ends inside names, as in a plain text; a sign in front, a heading and a table end a paragraph.
    @Test(arguments: [40, 34, 28]) func wrappedParagraphs(width: Int) throws {
        let parts = ["为进一步优化全县营商环境，不断提升政务服务水平，结合全县工作实际，经县人民政府同意，现制定本方案。", "**（一）推进集成改革。**由县行政审批和政务信息管理局牵头，县发展和改革局、县教育局、县民政局配合，在6月底前完成。",
                     "- （二）推广移动应用。各乡镇人民政府要充分运用政务服务移动应用，引导企业群众网上办理，切实减少跑动次数。", "（三）加强业务培训。由县人力资源和社会保障局会同县行政审批和政务信息管理局组织开展业务培训，每季度不少于一次。"]
        let wrapped = "# 清水县便民服务方案\n\n## 一、主要任务\n" + cut(parts.joined(separator: "\n"), width) + "\n\n| 任务 | 单位 |\n|---|---|\n| 培训 | 县人社局 |\n"
        let found = try read(wrapped, uri: "plan.md")
        let bare = parts.map { $0.replacing("**", with: "").replacing("- ", with: "") }
        #expect(Array(paragraphs(found).dropLast(4)) == ["清水县便民服务方案", "一、主要任务"] + bare)
        #expect(cells(found).count == 4)
        #expect(flaw(found, decoded: Array(wrapped.utf8)) == nil)
    }

    @Test func tablesWithoutOuterBars() throws {
        let text = "## 分工表\n任务 | 牵头单位 | 时限\n--- | --- | ---\n建站**5座** | 县交通局 | *6月底前*\n| 修路 | 县公路局 \\| 县养护中心 | 长期 |\n\n其他 | 事项\n"
        let found = try read(text, uri: "plan.md")
        #expect(cells(found) == ["0.0 任务", "0.1 牵头单位", "0.2 时限", "1.0 建站5座", "1.1 县交通局", "1.2 6月底前", "2.0 修路", "2.1 县公路局 | 县养护中心", "2.2 长期"])
        #expect(paragraphs(found).last == "其他 | 事项")
        #expect(flaw(found, decoded: Array(text.utf8)) == nil)
    }

    @Test(arguments: [("- [ ] （三）培训干部。", "（三）培训干部。"), ("- [x] 1.修路。", "1.修路。"), ("* 植树。", "植树。"), ("- [附件]", "[附件]"), ("*2024年6月底前*完成", "2024年6月底前完成"), ("20*年*月", "20*年*月"), ("县水利局&nbsp;县应急局", "县水利局 县应急局")])
    func signsOfItems(_ line: String, _ text: String) throws {
        #expect(paragraphs(try read(line + "\n", uri: "plan.md")) == [text])
    }
}
