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

    @Test func editMapLeadsBackThroughTheMarks() throws {
        let source = Array(page.utf8)
        #expect(flaw(try read(page, uri: "plan.md"), decoded: source) == nil)
    }
}
