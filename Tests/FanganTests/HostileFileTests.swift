import FanganFixtures
import FanganReaders
import FanganText
import Foundation
import Testing
@testable import Fangan

/// Damaged and malicious files end with a plan or a message, never with a trap, and soon.
@Suite struct HostileFileTests {
    struct Format: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let write: @Sendable (SourceDocument) -> [UInt8]
    }

    static let formats = [
        Format(testDescription: "html", write: WebPageWriter.page), Format(testDescription: "docx", write: WordFileWriter.numbered),
        Format(testDescription: "xlsx", write: SheetFileWriter.page), Format(testDescription: "ofd", write: OFDFileWriter.page),
    ] + (PDFTool.isThere ? [Format(testDescription: "pdf", write: PDFFileWriter.page)] : [])

    /// What comes of bytes: a message, or nil for a plan.
    private func failure(_ bytes: [UInt8], _ pipeline: Pipeline) -> DocumentFailure? {
        do throws(DocumentFailure) {
            _ = try pipeline.run(bytes: bytes, uri: "plan", name: "plan")
            return nil
        } catch { return error }
    }

    private func plan() throws -> SourceDocument {
        let file = Repository.root.appendingPathComponent("corpus/03-jiangnan-fire-duty-list.txt")
        return try DocumentReader().read(bytes: [UInt8](try Data(contentsOf: file)), uri: "plan").0
    }

    @Test(arguments: formats) func cutOffAtEveryThousandthByte(_ format: Format) throws {
        let pipeline = try Pipeline(), bytes = format.write(try plan())
        #expect(failure(bytes, pipeline) == nil)
        for end in stride(from: 0, to: bytes.count, by: 1000) {
            if let failure = failure(Array(bytes[..<end]), pipeline) { #expect(failure.code.hasPrefix("read.") && !failure.message.isEmpty, "cut at \(end)") }
        }
    }

    @Test(arguments: formats) func flippedBits(_ format: Format) throws {
        let pipeline = try Pipeline(), bytes = format.write(try plan())
        var state: UInt64 = 42
        func random(_ n: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % n
        }
        for _ in 0..<60 {
            var damaged = bytes
            for _ in 0...random(8) { damaged[random(bytes.count)] ^= 1 << UInt8(random(8)) }
            if let failure = failure(damaged, pipeline) { #expect(failure.code.hasPrefix("read.") && !failure.message.isEmpty) }
        }
    }

    private static let bomb = """
        <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">\((0..<9).map { "<!ENTITY \(Array("bcdefghij")[$0]) \"\(String(repeating: "&\(Array("abcdefghi")[$0]);", count: 10))\">" }.joined())]>
        """

    @Test func entityBombs() throws {
        let pipeline = try Pipeline()
        let word = ZipWriter.archive([("[Content_Types].xml", []), ("word/document.xml", Array("\(Self.bomb)<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>".utf8))])
        #expect(failure(word, pipeline)?.code == "read.damaged")
        let data = Array("\(Self.bomb)<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&j;</t></is></c></row></sheetData></worksheet>".utf8)
        let sheet = replaced("xl/worksheets/sheet1.xml", with: data)
        #expect(failure(sheet, pipeline)?.code == "read.damaged")
        let page = ZipWriter.archive([
            ("OFD.xml", []), ("Doc_0/Document.xml", Array("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"p.xml\"/></ofd:Pages></ofd:Document>".utf8)),
            ("Doc_0/p.xml", Array("\(Self.bomb)<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:TextObject Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">&j;</ofd:TextCode></ofd:TextObject></ofd:Page>".utf8)),
        ])
        #expect(failure(page, pipeline)?.code == "read.damaged")
        // A browser knows no entities of a page's own: they are text.
        let site = Array("<html><body>\(Self.bomb)<p>&j;正文</p></body></html>".utf8)
        if let plan = try? pipeline.run(bytes: site, uri: "p", name: "p") { #expect(plan.text.count < 10_000) }
    }

    private func replaced(_ name: String, with bytes: [UInt8]) -> [UInt8] {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        return ZipWriter.archive([
            ("_rels/.rels", []),
            ("xl/workbook.xml", Array("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>".utf8)),
            ("xl/_rels/workbook.xml.rels", Array("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".utf8)),
            (name, bytes),
        ])
    }

    @Test func tenThousandDeep() throws {
        let pipeline = try Pipeline(), deep = 10_000
        func nested(_ tag: String, _ inner: String) -> String { String(repeating: "<\(tag)>", count: deep) + inner + String(repeating: "</\(tag)>", count: deep) }
        let page = failure(Array("<html><body><p>一、正文</p>\(nested("div", "<p>深处</p>"))</body></html>".utf8), pipeline)
        #expect(page == nil || page?.code == "read.damaged")
        let word = failure(WordFileWriter.file(body: nested("w:tbl", WordFileWriter.paragraph("深处"))), pipeline)
        #expect(word?.code == "read.damaged")
        let sheet = failure(replaced("xl/worksheets/sheet1.xml", with: Array("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\(nested("row", "<c><v>1</v></c>"))</worksheet>".utf8)), pipeline)
        #expect(sheet?.code == "read.damaged")
    }

    @Test func pagesWithoutEnd() throws {
        let pipeline = try Pipeline(), deep = String(repeating: "<ofd:PageBlock>", count: 10_000) + String(repeating: "</ofd:PageBlock>", count: 10_000)
        #expect(failure(OFDFileWriter.file(pages: [deep]), pipeline)?.code == "read.damaged")
        // A step of a thousand million characters, a place out of all bounds, a font of no size.
        let code = "<ofd:TextObject Boundary=\"0 0 1e300 9\" Size=\"5\"><ofd:TextCode X=\"-1e308\" Y=\"NaN\" DeltaX=\"g 1000000000 1e30\">一、任务</ofd:TextCode></ofd:TextObject><ofd:TextObject Boundary=\"9 9 9 9\" Size=\"0\"><ofd:TextCode>二、</ofd:TextCode></ofd:TextObject>"
        let steps = failure(OFDFileWriter.file(pages: [code]), pipeline)
        #expect(steps == nil || steps?.code.hasPrefix("read.") == true)
        // Unpacked it is over the limit: the message is of the file, not of one page.
        #expect(throws: ReadFailure.self) { try DocumentReader(limits: ReadLimits(maxUnpackedBytes: 2000)).read(bytes: OFDFileWriter.page(try plan()), uri: "plan.ofd") }
        // Rules by the thousand, crossing each other.
        let rules = (0..<3000).map { "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M 0 \($0 / 11) L 210 \($0 / 11) M \($0 / 15) 0 L \($0 / 15) 297</ofd:AbbreviatedData></ofd:PathObject>" }.joined()
        let drawing = failure(OFDFileWriter.file(pages: [rules + "<ofd:TextObject Boundary=\"40 40 100 9\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">一、任务</ofd:TextCode></ofd:TextObject>"]), pipeline)
        #expect(drawing == nil)
    }

    /// Merged cells that together cover a million rows over and over.
    @Test func mergedCellsWithoutEnd() throws {
        let merges = (0..<3000).map { "A\($0 + 1):XFD1048576" }
        let rows = SheetFileWriter.rows((0..<300).map { ["\($0)", "甲"] })
        #expect(failure(SheetFileWriter.file([.init("表", rows, merges: merges)]), try Pipeline()) == nil)
    }

    /// Bombs, and a page whose cells reach down over thousands of rows: the built program ends with a plan or a message, in a gigabyte.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") && BuiltProgram.path != nil, "needs the built program and Python 3, which packs the bombs"))
    func bombsInAGigabyte() throws {
        let folder = try TemporaryFolder()
        let make = """
            import zipfile, sys
            f = sys.argv[1]
            def pack(name, parts):
                with zipfile.ZipFile(f + '/' + name, 'w', zipfile.ZIP_DEFLATED, compresslevel=9) as z:
                    for part, text in parts: z.writestr(part, text)
            zeros = b'0' * (300 << 20)
            w = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
            pack('bomb.docx', [('[Content_Types].xml', b''), ('word/document.xml', w + zeros)])
            pack('bomb.zip', [('plan.txt', zeros), ('b.txt', zeros)])
            open(f + '/page.html', 'w').write('<html><body><table><tr><td>任务</td>' + '<td>责任单位</td>' * 60 + '</tr><tr><td>做好工作</td>' + '<td rowspan=4000>县财政局</td>' * 60 + '</tr>'
                + '<tr><td>做好工作</td></tr>' * 200 + '</table></body></html>')
            """
        _ = try folder.write(Data(make.utf8), to: "make.py")
        #expect(try BuiltProgram.shell("/usr/bin/python3 '\(folder.path)/make.py' '\(folder.path)'").status == 0)
        for name in ["bomb.docx", "bomb.zip", "page.html"] {
            let outcome = try BuiltProgram.shell("ulimit -v 1048576; $FANGAN build --jobs 1 '\(folder.path)/\(name)' --out '\(folder.path)/out-\(name)'")
            #expect(outcome.status == (name == "page.html" ? 0 : 1), "\(name): \(outcome.errors)")
            #expect(name == "page.html" || outcome.errors.contains("bomb") || outcome.errors.contains("limit") || outcome.errors.contains("larger"), "\(name): \(outcome.errors)")
        }
    }

    @Test func damagedArchives() async throws {
        let folder = try TemporaryFolder()
        let text = [UInt8](try Data(contentsOf: Repository.root.appendingPathComponent("corpus/01-jixi-rural-toilets.txt")))
        let archive = ZipWriter.archive([("甲/plan.txt", text), ("../plan.txt", text), ("plan.zip", [1, 2, 3]), ("a.png", [1])])
        _ = try folder.write(Data(archive), to: "whole.zip")
        let inputs = Inputs([folder.path + "/whole.zip"])
        #expect(inputs.passedOver == ["png": 1])
        #expect(inputs.entries.map(\.uri) == ["plan.txt", "plan.zip", "甲/plan.txt"].map { folder.path + "/whole.zip/" + $0 })
        for entry in inputs.entries {
            switch entry {
            case .file(let input): #expect(try InputFile.read(input, maxBytes: 1 << 20) == text)
            case .failed(_, let failure): #expect(failure.code == "input.archive-nested")
            }
        }
        for end in stride(from: 4, to: archive.count, by: 1000) {
            _ = try folder.write(Data(archive[..<end]), to: "cut.zip")
            for case .file(let input) in Inputs([folder.path + "/cut.zip"]).entries {
                let bytes = try InputFile.read(input, maxBytes: 1 << 20)
                let said = failure(bytes, try Pipeline())
                #expect(said?.code.hasPrefix("read.") ?? false)
            }
        }
    }
}
