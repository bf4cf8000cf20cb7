import FanganFixtures
@testable import FanganReaders
import FanganText
import Testing

private func read(_ bytes: [UInt8]) throws -> (SourceDocument, [Diagnostic]) { try DocumentReader().read(bytes: bytes, uri: "plan.ofd") }

/// A text object of 16 points at a place in millimetres, with what its text codes are.
private func object(_ x: Double, _ y: Double, _ codes: String, more: String = "") -> String {
    "<ofd:TextObject ID=\"9\" Boundary=\"\(x) \(y) 160 8\" Font=\"3\" Size=\"5.6\"\(more)>\(codes)</ofd:TextObject>"
}

private func line(_ x: Double, _ y: Double, _ text: String) -> String {
    let steps = text.unicodeScalars.map { $0.isASCII ? "2.8" : "5.6" }.joined(separator: " ")
    return object(x, y, "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"\(steps)\">\(text)</ofd:TextCode>")
}

private func rule(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    "<ofd:PathObject ID=\"8\" Boundary=\"\(x) \(y) \(width + 0.1) \(height + 0.1)\"><ofd:AbbreviatedData>M 0 0 L \(width) \(height)</ofd:AbbreviatedData></ofd:PathObject>"
}

@Suite struct OFDTests {
    @Test(arguments: [
        ("4 5.5 6", [4, 5.5, 6]), ("g 3 5.6 2", [5.6, 5.6, 5.6, 2]), ("2 g 2 1 g 2 3", [2, 1, 1, 3, 3]), ("g2 1", [1, 1]), ("g", []), ("", []), ("g -4 5", []), ("1e999 x 2", [1e9, 2]),
    ] as [(String, [Double])]) func stepsAndTheirRepeats(_ list: String, _ steps: [Double]) {
        #expect(Array(list.utf8).withUnsafeBufferPointer { OFDTextCode.steps($0) } == steps)
    }

    /// The places of `一二三` in points: step, matrix, and what a text code inherits from the one before.
    @Test func placesOfCharacters() throws {
        let codes = "<ofd:TextCode X=\"1\" Y=\"5\" DeltaX=\"6\">一二</ofd:TextCode><ofd:TextCode X=\"20\">三</ofd:TextCode>"
        let walk = OFDWalk(area: [0, 0, 210, 297], isTemplate: false)
        let page = OFDFileWriter.part("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>\(object(10, 20, codes, more: " CTM=\"0.5 0 0 0.5 2 0\""))</ofd:Layer></ofd:Content></ofd:Page>")
        #expect(MarkupParser.readXML(page, namespaces: OFDName.namespaces, walk).ending == .done)
        let points = 72 / 25.4
        let lefts: [Double] = [12.5, 15.5, 22]
        #expect(walk.content.glyphs.count == 3)
        for (glyph, left) in zip(walk.content.glyphs, lefts) {
            #expect(abs(glyph.left - left * points) < 0.01)
            #expect(abs(glyph.baseline - 22.5 * points) < 0.01)
            #expect(abs(glyph.size - 2.8 * points) < 0.01)
        }
    }

    /// Lines come in the order of their places, not of the file; a line that could not take the next one's beginning goes on.
    @Test func linesAndParagraphs() throws {
        let full = "坚持以人民为中心，全面推进农村厕所改造工作，到二〇二五年"
        let page = line(28, 60, "底前完成改造任务三千户以上。") + line(39.2, 50, String(full.prefix(26))) + line(39.2, 70, "二、工作任务") + line(39.2, 80, "（一）抓好管护。")
        let (document, found) = try read(OFDFileWriter.file(pages: [page]))
        #expect(paragraphs(document) == [String(full.prefix(26)) + "底前完成改造任务三千户以上。", "二、工作任务", "（一）抓好管护。"])
        #expect(found.isEmpty)
        #expect(document.source.mediaType == "application/ofd")
        let place = try #require(document.blocks.first?.places.first)
        #expect(place.page == 1 && abs(place.box.left - 28 * 72 / 25.4) < 0.1 && place.box.height > 36)
    }

    /// A day, a number and a label are no end of the line before, however full that is.
    @Test func whatStandsAloneIsNotJoined() throws {
        let full = "关于印发某某县农村厕所革命工作实施方案和任务分解表通知"
        let page = line(28, 40, full) + line(80, 50, "某政办发〔2024〕12号") + line(39.2, 60, String(full.prefix(26))) + line(100, 70, "2024年3月1日")
        let found = paragraphs(try read(OFDFileWriter.file(pages: [page])).0)
        #expect(found == [full, "某政办发〔2024〕12号", String(full.prefix(26)), "2024年3月1日"])
    }

    @Test func templatesAndPageNumbersAreFurniture() throws {
        let pages = (1...2).map { number in line(39.2, 100, "\(["一", "二"][number - 1])、保障措施") + line(90, 280, "— \(number) —") }
        let document = try read(OFDFileWriter.file(pages: pages, template: line(28, 20, "某某县人民政府文件") + rule(28, 30, 150, 0))).0
        #expect(paragraphs(document) == ["一、保障措施", "二、保障措施"])
        #expect(furniture(document, .pageMark) == ["— 1 —", "— 2 —"])
        #expect(furniture(document, .runningHead) == ["某某县人民政府文件", "某某县人民政府文件"])
    }

    /// A sentence goes on behind the foot of its page.
    @Test func aParagraphOverTwoPages() throws {
        let full = "全面推进农村厕所改造工作，把厕所改造任务落实到村到户到人"
        let pages = [line(39.2, 250, String(full.prefix(26))) + line(90, 280, "— 1 —"), line(28, 40, "，年底前完成。") + line(90, 280, "— 2 —")]
        let document = try read(OFDFileWriter.file(pages: pages)).0
        #expect(paragraphs(document).map { $0.filter { !$0.isWhitespace } } == [String(full.prefix(26)) + "，年底前完成。"])
        #expect(document.blocks.first?.places.map(\.page) == [1, 2])
    }

    /// Rules make cells: two columns, the first merged over both rows; the table has no rules at its sides.
    @Test func tablesFromRules() throws {
        let rules = rule(28, 30, 150, 0) + rule(28, 40, 150, 0) + rule(80, 50, 98, 0) + rule(28, 60, 150, 0) + rule(80, 30, 0, 30)
        let page = rules + line(30, 31, "单位") + line(82, 31, "任务") + line(30, 41, "市教育局") + line(82, 41, "开展检查") + line(82, 51, "报送总结")
        let document = try read(OFDFileWriter.file(pages: [page])).0
        #expect(document.blocks.map { block in "\(block.cell.map { "\($0.row).\($0.column) \($0.rowSpan)x\($0.columnSpan)" } ?? "") \(document.text[block.span])" }
            == ["0.0 1x1 单位", "0.1 1x1 任务", "1.0 2x1 市教育局", "1.1 1x1 开展检查", "2.1 1x1 报送总结"])
    }

    @Test func severalDocumentsInOneFile() throws {
        let file = OFDFileWriter.file(documents: [[line(39.2, 50, "一、通知")], [line(39.2, 50, "二、方案"), line(39.2, 50, "三、附件")]])
        let document = try read(file).0
        #expect(paragraphs(document) == ["一、通知", "二、方案", "三、附件"])
        #expect(document.blocks.map { $0.places.map(\.page) } == [[1], [2], [3]])
    }

    @Test func whatCannotBeReadIsSaid() throws {
        let mapped = object(28, 60, "<ofd:CGTransform CodePosition=\"0\" CodeCount=\"2\" GlyphCount=\"2\"><ofd:Glyphs>5 6</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5.6\">¤¤</ofd:TextCode>")
        let turned = object(28, 80, "<ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5.6\">侧边</ofd:TextCode>", more: " CTM=\"0 1 -1 0 0 0\"")
        let picture = "<ofd:ImageObject ID=\"7\" Boundary=\"0 0 210 297\" ResourceID=\"4\"/>"
        let (document, found) = try read(OFDFileWriter.file(pages: [line(39.2, 50, "一、总体要求") + mapped + turned, picture]))
        #expect(paragraphs(document) == ["一、总体要求"])
        #expect(Set(found.map(\.code)) == ["page.image", "page.unreadable-text", "page.turned-text"])
        #expect(found.first { $0.code == "page.image" }?.message.hasPrefix("Page 2 ") == true)
        #expect(throws: ReadFailure.noText(format: "OFD file", reason: "its pages are pictures")) { try read(OFDFileWriter.file(pages: [picture])) }
        #expect(throws: ReadFailure.noText(format: "OFD file", reason: "its fonts do not say which characters they draw")) { try read(OFDFileWriter.file(pages: [mapped])) }
    }

    @Test func aBrokenPageIsSaid() throws {
        let (document, found) = try read(OFDFileWriter.file(pages: [line(39.2, 50, "一、总体要求"), line(39.2, 50, "二、任务") + "<broken"]))
        #expect(paragraphs(document).first == "一、总体要求")
        #expect(found.map(\.code) == ["page.incomplete"])
    }

    @Test func lockedFiles() {
        let entrance = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody><ofd:Encryptions>e.xml</ofd:Encryptions></ofd:OFD>"
        let file = ZipWriter.archive([("OFD.xml", OFDFileWriter.part(entrance)), ("Doc_0/Document.xml", [1, 2, 3])])
        #expect(throws: ReadFailure.encrypted(format: "OFD file")) { try read(file) }
    }

    /// A file whose directory is cut off is known by the names of its members, even where OFD.xml comes last.
    @Test func aFileThatIsCutOff() {
        let file = ZipWriter.archive([("Doc_0/Document.xml", [UInt8](repeating: 0x20, count: 500)), ("OFD.xml", [])])
        #expect(MagicNumber.kind(of: Array(file.prefix(400))) == MagicNumber.ofd)
        #expect(throws: ReadFailure.damaged(format: "OFD file", reason: "it is cut off, or its directory is broken")) { try read(Array(file.prefix(400))) }
    }
}

/// What stands among a document's resources and is drawn by number, and what was put on its pages later.
@Suite struct OFDPartsTests {
    private static let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""

    private func file(page: String, resources: String = "", annotation: String? = nil) -> [UInt8] {
        let annotations = annotation == nil ? "" : "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
        let document = "<ofd:Document \(Self.space)><ofd:CommonData><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes> Res/Units.xml </ofd:DocumentRes></ofd:CommonData><ofd:Pages><ofd:Page ID=\"10\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>\(annotations)</ofd:Document>"
        return ZipWriter.archive([
            ("OFD.xml", OFDFileWriter.part("<ofd:OFD \(Self.space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")),
            ("Doc_0/Document.xml", OFDFileWriter.part(document)),
            ("Doc_0/PublicRes.xml", OFDFileWriter.part("<ofd:Res \(Self.space)/>")),
            ("Doc_0/Res/Units.xml", OFDFileWriter.part("<ofd:Res \(Self.space)><ofd:CompositeGraphicUnits>\(resources)</ofd:CompositeGraphicUnits></ofd:Res>")),
            ("Doc_0/Pages/Page_0/Content.xml", OFDFileWriter.part("<ofd:Page \(Self.space)><ofd:Content><ofd:Layer ID=\"1\">\(page)</ofd:Layer></ofd:Content></ofd:Page>")),
            ("Doc_0/Annots/Annotations.xml", OFDFileWriter.part("<ofd:Annotations \(Self.space)><ofd:Page PageID=\"10\"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>")),
            ("Doc_0/Annots/Page_0/Annotation.xml", OFDFileWriter.part("<ofd:PageAnnot \(Self.space)><ofd:Annot ID=\"1\" Type=\"Stamp\"><ofd:Appearance Boundary=\"100 200 40 40\">\(annotation ?? "")</ofd:Appearance></ofd:Annot></ofd:PageAnnot>")),
        ])
    }

    private func unit(_ id: Int, _ content: String) -> String { "<ofd:CompositeGraphicUnit ID=\"\(id)\" Width=\"160\" Height=\"40\"><ofd:Content>\(content)</ofd:Content></ofd:CompositeGraphicUnit>" }
    private func composite(_ id: Int, _ x: Double, _ y: Double, more: String = "") -> String {
        "<ofd:CompositeObject ID=\"7\" Boundary=\"\(x) \(y) 160 40\" ResourceID=\"\(id)\"\(more)/>"
    }

    /// A unit stands where the page draws it, among what the page says itself, and may draw others.
    @Test func compositeObjects() throws {
        let units = unit(4, line(0, 10, "二、工作任务") + composite(5, 0, 20)) + unit(5, line(0, 0, "（一）抓好管护。")) + unit(6, line(0, 0, "没有画出来"))
        let (document, found) = try read(file(page: line(28, 40, "一、总体要求") + composite(4, 28, 50) + line(28, 90, "三、保障措施"), resources: units))
        #expect(paragraphs(document) == ["一、总体要求", "二、工作任务", "（一）抓好管护。", "三、保障措施"])
        #expect(found.isEmpty)
        let places = document.blocks.compactMap { $0.places.first?.box }
        #expect(abs(places[1].left - 28 * 72 / 25.4) < 0.1 && abs(places[2].top - places[1].top - 10 * 72 / 25.4) < 0.1)
        // Half as large by its matrix.
        let small = try read(file(page: line(28, 40, "一、总体要求") + composite(5, 28, 60, more: " CTM=\"0.5 0 0 0.5 0 0\""), resources: units)).0
        #expect(abs((small.blocks.last?.places.first?.box.width ?? 0) - 8 * 2.8 * 72 / 25.4) < 0.5)
    }

    /// A unit that draws itself, over and over, ends.
    @Test func unitsWithoutEnd() throws {
        let units = unit(4, line(0, 10, "二、工作任务") + String(repeating: composite(4, 0, 5), count: 50))
        let document = try read(file(page: line(28, 40, "一、总体要求") + composite(4, 28, 50), resources: units)).0
        #expect(paragraphs(document).first == "一、总体要求")
    }

    @Test func annotationsAreSaidAndLeftOut() throws {
        let (document, found) = try read(file(page: line(28, 40, "一、总体要求"), annotation: line(0, 0, "已阅，请办公室办理")))
        #expect(paragraphs(document) == ["一、总体要求"])
        #expect(found.map(\.code) == ["page.annotation"] && found[0].message.hasPrefix("9 character(s) on page 1 "))
    }

    /// `五　工作要求`: a heading whose number lost its mark is no end of the full line before it.
    @Test func aNumberWithoutItsMarkIsAHeading() throws {
        let full = "统计灾情，修复水毁设施，逐村逐户逐项核实清楚并总结上报。"
        let page = line(28, 40, String(full.prefix(28))) + line(28, 50, "五　工作要求") + line(28, 60, "（一）压实责任。")
        #expect(paragraphs(try read(OFDFileWriter.file(pages: [page])).0).prefix(2).map { $0.filter { $0 != " " } } == [String(full.prefix(28)), "五工作要求"])
    }
}
