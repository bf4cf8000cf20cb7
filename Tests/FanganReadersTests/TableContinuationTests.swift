@testable import FanganReaders
import FanganText
import Testing

/// Ruled tables over the end of a page.
@Suite struct TableContinuationTests {
    /// Columns of 100 points; a full line leaves no room in its cell.
    private func table(page: Int, _ rows: [[String]]) -> FlowTable {
        let width = rows.first?.count ?? 0
        var cells: [FlowTable.Cell] = []
        for (r, row) in rows.enumerated() {
            for (c, text) in row.enumerated() {
                let left = Double(c) * 100, box = PageBox(left: left, top: Double(r) * 20, right: left + 100, bottom: Double(r) * 20 + 20)
                var cell = FlowTable.Cell(row: r, column: c, rowSpan: 1, columnSpan: 1, box: box)
                if !text.isEmpty {
                    let right = text.hasSuffix("~") ? left + 98 : left + 40, clean = text.filter { $0 != "~" }
                    cell.lines = [VisualLine(
                        text: Array(clean.utf8), page: page, box: PageBox(left: left + 2, top: box.top, right: right, bottom: box.bottom), baseline: box.bottom, size: 10,
                        firstUnit: 10, isTemplate: false, leftBound: left + 2, rightBound: left + 98)]
                }
                cells.append(cell)
            }
        }
        return FlowTable(page: page, box: PageBox(left: 0, top: 0, right: Double(width) * 100, bottom: 20), columns: (0...width).map { Double($0) * 100 }, cells: cells, rows: rows.count)
    }

    private func joined(_ a: [[String]], _ b: [[String]]) -> [String] {
        let flow = TableContinuation.joined([[.table(table(page: 1, a))], [.table(table(page: 2, b))]])
        guard flow.count == 1, case let .table(table) = flow[0] else { return [] }
        return table.cells.filter { !$0.isEmpty }.map { "\($0.row),\($0.column)" + ($0.rowSpan > 1 ? "+\($0.rowSpan)" : "") + " " + String(decoding: $0.text, as: UTF8.self) }
    }

    /// 16 behind 15 is a row of its own, though two of its cells are empty and the one above ends at the edge.
    @Test func aRowWithTheNextNumberIsARow() {
        #expect(joined([["14", "修路", "", "教育局"], ["15", "架桥并且~", "六个", "水利局"]], [["16", "建站", "", "水利局"]])
            == ["0,0 14", "0,1 修路", "0,3 教育局", "1,0 15", "1,1 架桥并且", "1,2 六个", "1,3 水利局", "2,0 16", "2,1 建站", "2,3 水利局"])
        #expect(joined([["甲", "15", "架桥"], ["乙", "16", "建站"]], [["", "17", "种树"]]) == ["0,0 甲", "0,1 15", "0,2 架桥", "1,0+2 乙", "1,1 16", "1,2 建站", "2,1 17", "2,2 种树"])
    }

    /// The lower half of a row has no number.
    @Test func aRowThatThePageEndBroke() {
        #expect(joined([["14", "修路", "教育局"], ["15", "架桥并且~", "水利局"]], [["", "通车", ""], ["16", "建站", "水利局"]])
            == ["0,0 14", "0,1 修路", "0,2 教育局", "1,0 15", "1,1 架桥并且通车", "1,2 水利局", "2,0 16", "2,1 建站", "2,2 水利局"])
    }

    /// Where the column has empty cells, the first one of a page is one of them.
    @Test func emptyCellsOfAColumnThatHasSome() {
        #expect(joined([["甲", "1", "县水利局"], ["乙", "2", ""], ["丙", "3", "县教育局"]], [["丁", "4", ""]]).suffix(2) == ["3,0 丁", "3,1 4"])
        #expect(joined([["甲", "1", "县水利局"], ["丙", "2", "县教育局"]], [["丁", "3", ""]]).contains("1,2+2 县教育局"))
        #expect(joined([["甲", "1", "县水利局"], ["丙", "2", "县教育局"]], [["丁", "3", ""], ["戊", "4", "县财政局"], ["己", "5", "县司法局"], ["庚", "6", ""]]).contains("1,2 县教育局"))
    }
}
