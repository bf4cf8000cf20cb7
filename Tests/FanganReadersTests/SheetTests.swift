import FanganFixtures
@testable import FanganReaders
import FanganText
import Testing

private func read(_ bytes: [UInt8]) throws -> (SourceDocument, [Diagnostic]) { try DocumentReader().read(bytes: bytes, uri: "plan.xlsx") }

@Suite struct SheetTests {
    private func shown(_ value: String, _ format: String, properties: String = "") throws -> String {
        let file = SheetFileWriter.file([.init("表", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>")], formats: [format], properties: properties)
        return paragraphs(try read(file).0).joined(separator: "|")
    }

    @Test(arguments: [
        ("45597", "yyyy\"年\"m\"月\"d\"日\"", "2024年11月1日"), ("45597", "yyyy/m/d", "2024/11/1"), ("45597.5", "yyyy-mm-dd hh:mm", "2024-11-01 12:00"),
        ("61", "yyyy-m-d", "1900-3-1"), ("1", "yyyy-m-d", "1900-1-1"), ("45351", "m\"月\"d\"日\"", "2月29日"), ("45597", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二四年十一月一日"),
        ("45597", "aaaa", "星期五"), ("0.75", "上午/下午h\"时\"mm\"分\"", "下午6时00分"),
        ("0.155", "0%", "16%"), ("0.305", "0.0%", "30.5%"), ("1", "0.00%", "100.00%"), ("0.05", "0%", "5%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"), ("12", "0.00", "12.00"), ("0.5", "#.##", ".5"), ("-3.14159", "0.0", "-3.1"), ("7", "000", "007"),
        ("30000", "0.0,\"千\"", "30.0千"), ("5", "0\"个\"", "5个"), ("-5", "0;(0)", "(5)"), ("0", "0;-0;\"—\"", "—"), ("9.995", "0.00", "10.00"),
        ("0.30000000000000004", "General", "0.3"), ("12345678901", "General", "12345678901"), ("3", "General\"户\"", "3户"),
    ]) func numbersAreReadAsTheyAreShown(_ value: String, _ format: String, _ text: String) throws {
        #expect(try shown(value, format) == text)
    }

    /// Old Macintosh computers began to count four years later.
    @Test func daysMayBeCountedFrom1904() throws {
        #expect(try shown("44135", "yyyy-m-d", properties: "<workbookPr date1904=\"1\"/>") == "2024-11-1")
    }

    /// Also of a name that cleaning changes, and of those behind it.
    @Test func whereTheNamesOfSheetsStand() throws {
        let rows = SheetFileWriter.rows([["序号", "任务"], ["1", "修路"]])
        let (document, _) = try read(SheetFileWriter.file([.init("一\u{200B}季度", rows), .init("Ｑ２", rows), .init("三季度", rows)]))
        let names = document.facts.filter { $0.kind == .sheet }
        #expect(names.map { document.text[$0.span] } == ["一季度", "Ｑ２", "三季度"])
        #expect(names.map(\.span) == document.furniture.map(\.span))
    }

    @Test func sharedAndOwnTexts() throws {
        let data = """
            <row r="1"><c r="A1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>各</t></r><r><t>镇</t></r></is></c></row>\
            <row r="3"><c r="A3" t="str"><f>A1</f><v>公式</v></c></row><row r="4"><c r="A4" t="b"><v>1</v></c></row><row r="5"><c r="A5" t="s"><v>9</v></c></row>
            """
        let file = SheetFileWriter.file([.init("表", data)], shared: ["<t>不用</t>", "<r><t>县&amp;</t></r><r><t>乡</t></r><rPh sb=\"0\" eb=\"1\"><t>xian</t></rPh>"])
        #expect(paragraphs(try read(file).0) == ["县&乡", "各镇", "公式", "TRUE"])
    }

    /// 3 stands beside 1 under the same titles.
    @Test func tablesBesideEachOther() throws {
        let rows = SheetFileWriter.rows([
            ["序号", "任务", "责任单位", "", "序号", "任务", "责任单位"], ["1", "修路", "交通局", "", "3", "架桥", "水利局"], ["2", "种树", "林业局", "", "4", "建站", "教育局"],
        ])
        let document = try read(SheetFileWriter.file([.init("表", rows)])).0
        let cells = document.blocks.map { block in block.cell.map { "\($0.table) \($0.row),\($0.column) " } ?? "" }
        #expect(zip(cells, paragraphs(document)).map { $0 + $1 } == [
            "0 0,0 序号", "0 0,1 任务", "0 0,2 责任单位", "0 1,0 1", "0 1,1 修路", "0 1,2 交通局", "0 2,0 2", "0 2,1 种树", "0 2,2 林业局",
            "1 0,0 序号", "1 0,1 任务", "1 0,2 责任单位", "1 1,0 3", "1 1,1 架桥", "1 1,2 水利局", "1 2,0 4", "1 2,1 建站", "1 2,2 教育局",
        ])
        // Two titles that come again are of one table.
        let years = SheetFileWriter.rows([["目标值", "完成值", "目标值", "完成值"], ["1", "2", "3", "4"]])
        #expect(try read(SheetFileWriter.file([.init("表", years)])).0.blocks.allSatisfy { $0.cell?.table == 0 })
    }

    /// Title and note of a table stand in rows of one merged cell; they are paragraphs, what lies between is the table.
    @Test func aTableWithItsTitleMergedCellsAndNote() throws {
        let rows = SheetFileWriter.rows([
            ["任务分解表"], ["序号", "任务", "责任单位", ""], ["", "", "牵头", "配合"], ["1", "修路", "交通局", "财政局"], ["2", "", "水利局", ""], ["注：按月报送"],
        ])
        let file = SheetFileWriter.file([.init("表", rows, merges: ["A1:D1", "A2:A3", "B2:B3", "C2:D2", "B4:B5", "A6:D6"])])
        let document = try read(file).0
        let cells = document.blocks.map { block in block.cell.map { "\($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan) " } ?? "" }
        #expect(zip(cells, paragraphs(document)).map { $0 + $1 } == [
            "任务分解表", "0,0 2x1 序号", "0,1 2x1 任务", "0,2 1x2 责任单位", "1,2 1x1 牵头", "1,3 1x1 配合", "2,0 1x1 1", "2,1 2x1 修路", "2,2 1x1 交通局", "2,3 1x1 财政局",
            "3,0 1x1 2", "3,2 1x1 水利局", "注：按月报送",
        ])
        // The tab's name is on the screen, but not of the text.
        #expect(document.furniture.map { document.text[$0.span] } == ["表"])
    }

    @Test func linesInACellAreParagraphsOfIt() throws {
        let document = try read(SheetFileWriter.file([.init("表", SheetFileWriter.rows([["任务", "单位"], ["修路", "交通局\n财政局"]]))])).0
        #expect(paragraphs(document) == ["任务", "单位", "修路", "交通局", "财政局"])
        #expect(document.blocks.suffix(2).map { $0.cell?.column } == [1, 1])
    }

    @Test func hiddenSheetsAreLeftOutAndSaid() throws {
        let (document, notes) = try read(SheetFileWriter.file([.init("一", SheetFileWriter.rows([["甲"]])), .init("二", SheetFileWriter.rows([["乙"]]), isHidden: true)]))
        #expect(paragraphs(document) == ["甲"])
        #expect(notes.map(\.code) == ["sheet.hidden"])
    }

    /// A short file in which a million cells name one long text must not become a long one.
    @Test func aTextThatManyCellsNameIsBounded() throws {
        let cells = (1...2000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c><c r=\"B\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
        let file = SheetFileWriter.file([.init("表", cells)], shared: ["<t>\(String(repeating: "长", count: 30_000))</t>"])
        let (document, notes) = try DocumentReader(limits: ReadLimits(maxUnpackedBytes: 4 << 20)).read(bytes: file, uri: "a")
        #expect(document.text.count < 2 << 20)
        #expect(notes.map(\.code) == ["sheet.incomplete"])
    }
}
