import FanganFixtures
@testable import FanganReaders
import FanganText
import Testing

/// Tables without rules at their sides, known by the upright gaps between their cells.
@Suite struct AlignedTableTests {
    /// A line: its height and pieces of text with their places, in millimetres. Characters are 5.6 wide.
    private typealias Line = (y: Double, pieces: [(x: Double, text: String)])

    private func page(_ lines: [Line], rules: [Double] = []) -> String {
        let texts = lines.flatMap { line in
            line.pieces.map { piece in
                let steps = piece.text.unicodeScalars.map { $0.isASCII ? "2.8" : "5.6" }.joined(separator: " ")
                return "<ofd:TextObject ID=\"9\" Boundary=\"\(piece.x) \(line.y) 160 8\" Font=\"3\" Size=\"5.6\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"\(steps)\">\(piece.text)</ofd:TextCode></ofd:TextObject>"
            }
        }
        return texts.joined() + rules.map { "<ofd:PathObject ID=\"8\" Boundary=\"28 \($0) 150.1 0.1\"><ofd:AbbreviatedData>M 0 0 L 150 0</ofd:AbbreviatedData></ofd:PathObject>" }.joined()
    }

    private func document(_ pages: [String]) throws -> SourceDocument { try DocumentReader().read(bytes: OFDFileWriter.file(pages: pages), uri: "plan.ofd").0 }
    private func table(_ pages: String...) throws -> [String] { cells(try document(pages)) }

    private static let titles: [(Double, String)] = [(28, "序号"), (60, "工作任务"), (120, "责任单位")]

    /// Rows begin at their numbers; a cell's second line stands under it alone.
    @Test func rowsAtTheirNumbers() throws {
        #expect(try table(page([
            (40, [(28, "任务分解表")]), (50, Self.titles), (60, [(30, "1"), (60, "开展检查")]), (70, [(60, "报送总结"), (120, "市教育局")]),
            (80, [(30, "2"), (60, "发放补贴"), (120, "市财政局")]), (90, [(30, "3"), (60, "修复道路"), (120, "市交通局")]),
        ])) == ["0.0 序号", "0.1 工作任务", "0.2 责任单位", "1.0 1", "1.1 开展检查", "1.1 报送总结", "1.2 市教育局", "2.0 2", "2.1 发放补贴", "2.2 市财政局", "3.0 3", "3.1 修复道路", "3.2 市交通局"])
    }

    /// Numbers in the middle of their rows' height: what stands above them is of the row.
    @Test func rowsAroundTheirNumbers() throws {
        let found = try table(page([
            (40, Self.titles), (50, [(60, "开展检查，")]), (60, [(30, "1"), (60, "并且及时"), (120, "市教育局")]), (70, [(60, "报送总结。")]),
            (80, [(60, "发放补贴，")]), (90, [(30, "2"), (60, "做好公示"), (120, "市财政局")]), (100, [(60, "和回访。")]),
        ]))
        #expect(Set(found.filter { $0.hasPrefix("1.") }.map { $0.prefix(3) }) == ["1.0", "1.1", "1.2"])
        #expect(found.filter { $0.hasPrefix("1.1") }.joined().contains("报送总结") && !found.filter { $0.hasPrefix("1.1") }.joined().contains("发放补贴"))
        #expect(found.filter { $0.hasPrefix("2.1") }.joined().contains("发放补贴"))
    }

    /// Numbers of another font stand a little lower than the text beside them; the titles may stand again within the page.
    @Test func numbersOfAnotherFont() throws {
        let found = try table(page([
            (40, Self.titles), (50, [(60, "开展检查"), (120, "市教育局")]), (50.7, [(30, "1")]), (56, [(60, "报送总结")]), (62, [(60, "发放补贴"), (120, "市财政局")]), (62.7, [(30, "2")]),
            (68, Self.titles), (74, [(60, "修复道路"), (120, "市交通局")]), (74.7, [(30, "3")]), (80, [(60, "验收移交")]),
        ]))
        #expect(found.filter { $0.hasPrefix("1.0") || $0.hasPrefix("2.0") || $0.hasPrefix("4.0") } == ["1.0 1", "2.0 2", "4.0 3"])
        #expect(found.filter { $0.hasPrefix("1.1") }.count == 2 && found.contains("2.2 市财政局"))
    }

    /// Rules between the rows but none at the sides.
    @Test func rowsBetweenRules() throws {
        let found = try table(page([
            (40, [(28, "单位"), (60, "工作任务"), (120, "完成时限")]), (52, [(28, "市教育局"), (60, "开展检查"), (120, "6月底前")]), (62, [(28, "办公室"), (60, "报送总结")]),
            (74, [(28, "市财政局"), (60, "发放补贴"), (120, "7月底前")]),
        ], rules: [39, 50, 72, 84]))
        #expect(Set(found.map { $0.prefix(1) }) == ["0", "1", "2"])
        #expect(found.contains("2.2 7月底前") && found.contains { $0.hasPrefix("1.0") && $0.contains("办公室") })
    }

    /// A title over two columns hides the gap between them.
    @Test func titlesInTwoRows() throws {
        let lines: [Line] = [
            (40, [(28, "序号"), (50, "工作任务"), (112, "责任分工情况")]), (50, [(98, "牵头单位"), (132, "责任单位")]), (62, [(30, "1"), (50, "开展检查"), (98, "市教育局"), (132, "市财政局")]),
            (74, [(30, "2"), (50, "发放补贴"), (98, "市财政局"), (132, "市交通局")]), (86, [(30, "3"), (50, "修复道路"), (98, "市交通局"), (132, "市公安局")]),
        ]
        let found = try document([page(lines)])
        #expect(cells(found).contains("2.3 市财政局") && cells(found).contains("4.2 市交通局") && cells(found).contains("1.2 牵头单位"))
        #expect(found.blocks.first { $0.cell?.row == 0 && $0.cell?.column == 2 }?.cell?.columnSpan == 2)
    }

    /// The table goes on on the next page without its titles; page numbers are of neither part.
    @Test func overPages() throws {
        func rows(_ numbers: ClosedRange<Int>, from top: Double) -> [Line] {
            numbers.map { n in (top + Double(n - numbers.lowerBound) * 10, [(30, "\(n)"), (60, "办好第\(n)件事"), (120, "市\(["甲", "乙", "丙"][n % 3])局")]) }
        }
        let first = [(200, Self.titles)] + rows(1...5, from: 210) + [(280, [(100, "— 1 —")])]
        let second = rows(6...8, from: 30) + [(72, [(39.2, "做好以上工作，各单位要按照职责分工抓好落实。")]), (280, [(100, "— 2 —")])]
        let found = try document([page(first), page(second)])
        #expect(Set(found.blocks.compactMap { $0.cell?.table }) == [0])
        #expect(found.blocks.compactMap { $0.cell?.row }.max() == 8)
        #expect(cells(found).contains("8.1 办好第8件事") && furniture(found, .pageMark).count == 2)
    }

    /// Lines with gaps that are no table: a list of names and telephone numbers, members of a group, labels set off from their text.
    @Test func whatIsNoTable() throws {
        #expect(try table(page([
            (40, [(28, "联系人：某某"), (100, "电话：某某")]), (50, [(28, "传真：某某"), (100, "邮箱：某某")]), (60, [(28, "手机：某某"), (100, "备注：某某")]), (70, [(28, "地址：某某"), (100, "邮编：某某")]),
        ])).isEmpty)
        #expect(try table(page([
            (40, [(28, "组"), (39.2, "长："), (60, "某某某"), (100, "县长")]), (50, [(28, "成"), (39.2, "员："), (60, "某某某"), (100, "县财政局局长")]),
            (60, [(60, "某某某"), (100, "县教育局局长")]), (70, [(60, "某某某"), (100, "县民政局局长")]),
        ])).isEmpty)
        #expect(try table(page((0..<5).map { n in (40 + Double(n) * 10, [(28, "\(n + 1)."), (39.2, "落实第\(n)项工作内容")]) })).isEmpty)
    }
}
