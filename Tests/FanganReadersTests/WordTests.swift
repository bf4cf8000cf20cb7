import FanganFixtures
@testable import FanganReaders
import FanganText
import Foundation
import Testing

private func p(_ text: String, _ properties: String = "") -> String { WordFileWriter.paragraph(text, properties: properties) }
private func list(_ number: Int, _ level: Int = 0) -> String { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>" }
private func level(_ level: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
}
private func abstract(_ id: Int, _ content: String) -> String { "<w:abstractNum w:abstractNumId=\"\(id)\">\(content)</w:abstractNum>" }
private func num(_ id: Int, _ abstract: Int, _ content: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(content)</w:num>"
}

private func readWord(_ bytes: [UInt8], changes: TrackedChanges = .accept) throws -> (SourceDocument, [Diagnostic]) {
    try DocumentReader(limits: ReadLimits(changes: changes)).read(bytes: bytes, uri: "plan.docx")
}
private func texts(body: String, styles: String? = nil, numbering: String? = nil) throws -> [String] {
    try paragraphs(readWord(WordFileWriter.file(body: body, styles: styles, numbering: numbering)).0)
}

@Suite struct WordNumberingTests {
    private let outline = abstract(0, level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3."))

    @Test func levelsBeginAnewUnderTheNextAbove() throws {
        let body = p("甲", list(1)) + p("乙", list(1, 1)) + p("丙", list(1, 2)) + p("丁", list(1, 2)) + p("正文") + p("戊", list(1, 1)) + p("己", list(1, 2)) + p("庚", list(1)) + p("辛", list(1, 1))
        #expect(try texts(body: body, numbering: outline + num(1, 0))
            == ["一、甲", "（一）乙", "1.丙", "2.丁", "正文", "（二）戊", "1.己", "二、庚", "（一）辛"])
    }

    /// Lists of one definition go on counting; one with a start of its own begins anew, once.
    @Test func listsShareTheirDefinitionsCounts() throws {
        let own = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
        let body = p("甲", list(1)) + p("乙", list(2)) + p("丙", list(3)) + p("丁", list(3)) + p("戊", list(1))
        #expect(try texts(body: body, numbering: outline + num(1, 0) + num(2, 0) + num(3, 0, own)) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"])
    }

    @Test func levelsMayNotBeginAnew() throws {
        let never = abstract(0, level(0, "decimal", "第%1章") + level(1, "decimal", "第%2条", "<w:lvlRestart w:val=\"0\"/>"))
        let body = p("甲", list(1)) + p("乙", list(1, 1)) + p("丙", list(1)) + p("丁", list(1, 1))
        #expect(try texts(body: body, numbering: never + num(1, 0)) == ["第1章甲", "第1条乙", "第2章丙", "第2条丁"])
        let afterFirst = abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%3）", "<w:lvlRestart w:val=\"1\"/>"))
        let second = p("甲", list(1)) + p("乙", list(1, 1)) + p("丙", list(1, 2)) + p("丁", list(1, 1)) + p("戊", list(1, 2)) + p("己", list(1)) + p("庚", list(1, 2))
        #expect(try texts(body: second, numbering: afterFirst + num(1, 0)) == ["1.甲", "1.1.乙", "1）丙", "1.2.丁", "2）戊", "2.己", "1）庚"])
    }

    /// Under 序号 the number that Word prints is all that the cell holds; the lower half of a merged cell and an empty paragraph of running text print none.
    @Test func numbersAloneInTheirCells() throws {
        func cell(_ content: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>" }
        let decimal = abstract(0, level(0, "decimal", "%1"))
        let rows = [cell(p("", list(1))) + cell(p("修路")), cell(p("", list(1)), "<w:vMerge w:val=\"restart\"/>") + cell(p("架桥")), cell(p("", list(1)), "<w:vMerge/>") + cell(p("种树"))]
        let table = "<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
        #expect(try texts(body: p("", list(2)) + p("甲") + table + p("乙"), numbering: decimal + num(1, 0) + abstract(1, level(0, "decimal", "%1")) + num(2, 1)) == ["甲", "1", "修路", "2", "架桥", "种树", "乙"])
    }

    @Test func legalNumbersAreDigits() throws {
        let body = p("甲", list(1)) + p("乙", list(1, 1))
        let mixed = abstract(0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        #expect(try texts(body: body, numbering: mixed + num(1, 0)) == ["一、甲", "1.1乙"])
    }

    @Test func stylesNumberTheirParagraphs() throws {
        let styles = """
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
            """
        let body = p("甲", "<w:pStyle w:val=\"1\"/>") + p("乙", "<w:pStyle w:val=\"2\"/>") + p("丙") + p("丁", "<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
        let numbered = abstract(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:pStyle w:val=\"1\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"2\"/><w:lvlText w:val=\"%2.\"/></w:lvl>")
        let document = try readWord(WordFileWriter.file(body: body, styles: styles, numbering: numbered + num(1, 0))).0
        #expect(paragraphs(document) == ["一、 甲", "1. 乙", "丙", "丁"])
        // A built-in heading has the level of its name, whatever it is based on.
        #expect(document.blocks.map(\.headingLevel) == [1, 2, nil, 1])
    }

    @Test func labelsAreKnownAsGenerated() throws {
        let document = try readWord(WordFileWriter.file(body: p("前言") + p("甲乙", list(1)), numbering: outline + num(1, 0))).0
        #expect(document.edits.generated.map { document.text[$0] } == ["一、"])
        let at = try #require(document.edits.generated.first)
        // The number was called for where the paragraph's own text begins.
        #expect(document.edits.sourceOffset(of: at.start) == document.edits.sourceOffset(of: at.end))
    }

    @Test(arguments: [
        ("chineseCounting", 12, "十二"), ("chineseCounting", 20, "二十"), ("chineseCounting", 105, "一〇五"), ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 105, "一百零五"), ("japaneseCounting", 111, "百十一"), ("ideographDigital", 10, "一〇"), ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 3, "參"), ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircleChinese", 21, "㉑"), ("ideographEnclosedCircle", 3, "㈢"),
        ("decimalEnclosedParen", 2, "⑵"), ("decimalEnclosedFullstop", 3, "⒊"), ("decimalFullWidth", 10, "１０"), ("ideographTraditional", 2, "乙"), ("ideographZodiac", 12, "亥"),
        ("upperRoman", 14, "XIV"), ("lowerRoman", 9, "ix"), ("upperLetter", 27, "AA"), ("lowerLetter", 2, "b"), ("decimalZero", 7, "07"), ("decimal", 7, "7"), ("ganada", 3, "3"),
        ("chineseCounting", 0, "零"), ("upperLetter", 0, "0"), ("chineseCountingThousand", 123456, "123456"), ("chineseLegalSimplified", -1, "-1"),
    ]) func formats(name: String, number: Int, printed: String) {
        #expect(NumberFormat(word: name).text(number) == printed)
    }
}

@Suite struct WordTests {
    @Test func tablesOnTheirTrueGrid() throws {
        func cell(_ text: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.isEmpty ? "<w:p/>" : p(text))</w:tc>" }
        let body = "<w:tbl><w:tr>" + cell("序号") + cell("任务") + cell("单位", "<w:gridSpan w:val=\"2\"/>") + "</w:tr>"
            + "<w:tr>" + cell("1") + cell("排查") + cell("县局", "<w:vMerge w:val=\"restart\"/>") + cell("甲") + "</w:tr>"
            + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell("整改") + cell("", "<w:vMerge/>") + cell("乙") + "</w:tr></w:tbl>" + p("后文")
        let document = try readWord(WordFileWriter.file(body: body)).0
        #expect(cells(document) == ["0.0 序号", "0.1 任务", "0.2 单位", "1.0 1", "1.1 排查", "1.2 县局", "1.3 甲", "2.1 整改", "2.3 乙"])
        let spans = document.blocks.compactMap(\.cell).filter { $0.rowSpan > 1 || $0.columnSpan > 1 }.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
        #expect(spans == [[0, 2, 1, 2], [1, 2, 2, 1]])
        #expect(document.blocks.last?.cell == nil)
    }

    /// A nested table is part of the cell around it; one cell alone is a frame.
    @Test func nestedTables() throws {
        let inner = "<w:tbl><w:tr><w:tc>\(p("子一"))</w:tc><w:tc>\(p("子二"))</w:tc></w:tr><w:tr><w:tc>\(p("子三"))</w:tc><w:tc>\(p("子四"))</w:tc></w:tr></w:tbl>"
        let body = "<w:tbl><w:tr><w:tc>\(p("任务"))</w:tc><w:tc>\(p("单位"))</w:tc></w:tr><w:tr><w:tc>\(p("其中"))\(inner)<w:p/></w:tc><w:tc>\(p("县局"))</w:tc></w:tr></w:tbl>"
            + "<w:tbl><w:tr><w:tc>\(p("框内正文"))</w:tc></w:tr></w:tbl>"
        let document = try readWord(WordFileWriter.file(body: body)).0
        #expect(cells(document) == ["0.0 任务", "0.1 单位", "1.0 其中", "1.0 子一", "1.0 子二", "1.0 子三", "1.0 子四", "1.1 县局"])
        #expect(paragraphs(document).last == "框内正文")
    }

    private let tracked = """
        <w:p><w:r><w:t>6月底前</w:t></w:r><w:ins w:id="1" w:author="张三" w:date="2023-01-02T03:04:05Z"><w:r><w:t>全面</w:t></w:r></w:ins>\
        <w:del w:id="2" w:author="李四"><w:r><w:delText>基本</w:delText></w:r></w:del><w:r><w:t>完成。</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="李四"/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>\
        <w:p><w:r><w:t>后半句。</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:ins w:id="4" w:author="张三"/></w:rPr></w:pPr><w:r><w:t>上段，</w:t></w:r></w:p><w:p><w:r><w:t>下段。</w:t></w:r></w:p>
        """

    @Test(arguments: [
        (TrackedChanges.accept, ["6月底前全面完成。", "前半句，后半句。", "上段，", "下段。"], ["word.tracked-changes"]),
        (.reject, ["6月底前基本完成。", "前半句，", "后半句。", "上段，下段。"], ["word.tracked-changes"]),
        (.report, ["6月底前全面完成。", "前半句，后半句。", "上段，", "下段。"], ["word.change", "word.change"]),
    ]) func trackedChanges(mode: TrackedChanges, expected: [String], codes: [String]) throws {
        let (document, diagnostics) = try readWord(WordFileWriter.file(body: tracked), changes: mode)
        #expect(paragraphs(document) == expected)
        #expect(diagnostics.map(\.code) == codes)
        if mode == .report {
            #expect(diagnostics.map(\.message) == ["“全面” was inserted by 张三 on 2023-01-02T03:04:05Z.", "“基本” was deleted by 李四."])
        }
    }

    /// A numbered paragraph that was deleted whole is not counted.
    @Test func deletedParagraphsAreNotCounted() throws {
        let gone = "<w:p><w:pPr>\(list(1))<w:rPr><w:del w:id=\"1\" w:author=\"甲\"/></w:rPr></w:pPr><w:del w:id=\"2\" w:author=\"甲\"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
        let numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
        #expect(try texts(body: p("甲", list(1)) + gone + p("乙", list(1)), numbering: numbering) == ["一、甲", "二、乙"])
    }

    @Test func textBoxesStandBehindTheirParagraph() throws {
        let box = "<w:txbxContent>\(p("框中"))</w:txbxContent>"
        let body = "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback><v:textbox>\(box)</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        #expect(try texts(body: body) == ["前后", "框中"])
    }

    @Test func notesHeadsAndContentsAreFurniture() throws {
        let styles = "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style>"
        let notes = "<w:footnote w:type=\"separator\" w:id=\"0\">\(p("线"))</w:footnote><w:footnote w:id=\"2\">\(p("注文"))</w:footnote>"
        let bytes = WordFileWriter.file(body: p("一、任务 1", "<w:pStyle w:val=\"T\"/>") + p("一、任务"), styles: styles, footnotes: notes, header: p("某县文件"))
        let document = try readWord(bytes).0
        #expect(paragraphs(document) == ["一、任务"])
        #expect(furniture(document, .runningHead) == ["一、任务 1", "注文", "某县文件"])
    }

    @Test func runsAndSigns() throws {
        let body = """
            <w:p><w:r><w:t>甲</w:t><w:tab/><w:t xml:space="preserve"> 乙&amp;</w:t><w:noBreakHyphen/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>划去</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr></w:r>\
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>\
            <w:r><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:t>丁</w:t></w:r></w:p>
            """
        let (document, diagnostics) = try readWord(WordFileWriter.file(body: body))
        #expect(paragraphs(document) == ["甲\t 乙&-3", "丙丁"])
        #expect(diagnostics.map(\.code) == ["word.hidden-text"])
    }
}

@Suite struct HostileWordTests {
    private func failure(_ bytes: [UInt8]) -> ReadFailure? {
        do {
            _ = try DocumentReader().read(bytes: bytes, uri: "a.docx")
            return nil
        } catch { return error }
    }

    private let sample = WordFileWriter.file(
        body: (1...40).map { p("第\($0)项，排查整治。", list(1)) }.joined(), numbering: abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0))

    @Test func entityBombsAreRefused() throws {
        let bomb = "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY a \"哈\"><!ENTITY b \"&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
        let error = try #require(failure(ZipWriter.archive([("word/document.xml", Array(bomb.utf8))])))
        #expect(error.code == "read.damaged" && error.message.contains("document type"))
    }

    @Test func deepNestingEndsTheReading() throws {
        let deep = p("开头") + String(repeating: "<w:sdt><w:sdtContent>", count: 10_000) + p("深处") + String(repeating: "</w:sdtContent></w:sdt>", count: 10_000)
        let (document, diagnostics) = try readWord(WordFileWriter.file(body: deep))
        #expect(paragraphs(document) == ["开头"] && diagnostics.map(\.code) == ["word.incomplete"])
    }

    @Test func attributesPastAllMeasure() throws {
        let many = (0..<60_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
        let error = try #require(failure(WordFileWriter.file(body: "<w:p \(many)/>" + p("文"))))
        #expect(error.code == "read.damaged" && error.message.contains("attributes"))
    }

    @Test func bombsAreNotUnpacked() throws {
        let large = WordFileWriter.file(body: p(String(repeating: "正文", count: 100_000)))
        let error = #expect(throws: ReadFailure.self) { try DocumentReader(limits: ReadLimits(maxUnpackedBytes: 100_000)).read(bytes: large, uri: "a") }
        #expect(error?.message.contains("larger than") ?? false)
    }

    @Test func cutAnywhere() {
        for end in stride(from: 1, to: sample.count, by: 97) {
            guard let error = failure(Array(sample[..<end])) else { continue }
            #expect(["read.damaged", "read.binary", "read.unknown-encoding"].contains(error.code), "cut at \(end): \(error)")
        }
    }

    @Test func flippedBytes() throws {
        var random = SeededGenerator(state: 29)
        for round in 0..<800 {
            var bytes = sample
            for _ in 0...(round % 12) { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
            guard let (document, _) = try? DocumentReader().read(bytes: bytes, uri: "a.docx") else { continue }
            #expect(String(validating: document.text.bytes, as: UTF8.self) != nil, "round \(round)")
        }
    }

    /// Damage inside the text that the checksums do not see: all up to it is read, and said so.
    @Test func damagedXML() throws {
        let xml = String(decoding: WordFileWriter.part("w:document", "<w:body>" + p("甲乙丙") + p("丁") + "</w:body>"), as: UTF8.self)
        let cut = Array(xml.utf8).prefix(xml.utf8.count - 30)
        let (document, diagnostics) = try readWord(ZipWriter.archive([("word/document.xml", Array(cut))]))
        #expect(paragraphs(document).first == "甲乙丙" && diagnostics.map(\.code) == ["word.incomplete"])
    }

    @Test func lockedFilesAreNamed() throws {
        let locked: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600) + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(failure(locked) == .encrypted(format: "Office file"))
        var encrypted = ZipWriter.archive([("word/document.xml", [1, 2, 3])])
        let places = encrypted.indices.filter { encrypted[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) }
        for place in places { encrypted[place + 8] |= 1 }
        encrypted[6] |= 1
        #expect(failure(encrypted) == .encrypted(format: "Word file"))
    }
}
