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
}
