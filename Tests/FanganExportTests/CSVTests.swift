import FanganGraph
import Testing

@testable import FanganExport

@Suite struct CSVTests {
    private func record(_ cells: String...) -> String {
        var writer = CSVWriter()
        writer.record(cells)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func plainCellsStandBare() {
        #expect(record("市财政局", "", "12") == "市财政局,,12\r\n")
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("说\"好\"", "\"说\"\"好\"\"\""), ("一\n二", "\"一\n二\""), ("a\r\nb", "\"a\r\nb\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""), ("、；，", "、；，"),
    ])
    func separatorsQuotesAndLineEndsAreQuoted(_ cell: String, _ expected: String) {
        #expect(record(cell) == expected + "\r\n")
    }

    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{3000}=1", "\u{A0}@x", "＝1+1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://x\";\"好\")", "\t", "\0=1",
    ])
    func noCellStartsAFormula(_ cell: String) {
        let written = record(cell)
        #expect(written.hasPrefix("'") || written.hasPrefix("\"'"), "\(written)")
    }

    @Test(arguments: ["1=1", "（=", "a@b.cn", "2023-01-01", "'=1", ""])
    func harmlessCellsStayAsTheyAre(_ cell: String) {
        #expect(record(cell) == cell + "\r\n")
    }

    /// A separator of another locale must not open a cell that starts a formula.
    @Test func formulasCannotHideBehindAnotherSeparator() {
        #expect(record("x;=1+1") == "\"x;=1+1\"\r\n")
        #expect(record("x\t=1+1") == "\"x\t=1+1\"\r\n")
    }

    /// Values of one cell are quoted together, and each where it stands in the eight bytes that are looked at.
    @Test(arguments: [
        (["市财政局", "市发展改革委"], "市财政局、市发展改革委"), (["市财政局", "a,b"], "\"市财政局、a,b\""), (["=1", "二"], "'=1、二"), (["一", "=1"], "一、=1"),
        (["=说\"好\"", "二"], "\"'=说\"\"好\"\"、二\""), (["", "二"], "、二"), ([], ""), (["-"], "'-"),
    ] as [([String], String)])
    func severalValuesInOneCell(_ values: [String], _ expected: String) {
        var writer = CSVWriter()
        writer.cell("甲")
        writer.cell(values, separator: "、")
        writer.endRecord()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "甲," + expected + "\r\n")
    }

    @Test(arguments: [",", ";", "\"", "\t", "\n", "\r"])
    func aMarkIsFoundWhereverItStands(_ mark: String) {
        for length in 0..<20 {
            for place in 0...length {
                let cell = String(repeating: "a", count: place) + mark + String(repeating: "局", count: length - place)
                #expect(record("x" + cell).hasPrefix("\""), "\(length) \(place)")
            }
        }
    }

    /// Digits and brackets lie near the marks and are none.
    @Test func otherCharactersAreNoMarks() {
        let cell = "A0123456789:<>(){}[]!#$%&'*+-./?@^_`|~ 局"
        #expect(record(cell) == cell + "\r\n")
    }
}
