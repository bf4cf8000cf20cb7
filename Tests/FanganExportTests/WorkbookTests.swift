import FanganFixtures
import Foundation
import Testing

@testable import FanganExport

/// Workbooks, read back by a program that did not come from here.
@Suite(.enabled(if: PythonTools.isWanted, "needs .venv; Scripts/setup --test prepares it")) struct WorkbookTests {
    private struct Sheet: Decodable {
        var name: String, frozen: String?, filter: String?, wrapped: Bool
        var rows: [[Cell]]
    }
    private struct Part: Decodable, Equatable { var text: String, strike: Bool, underline: Bool }
    private enum Cell: Decodable, Equatable {
        case empty, text(String), number(Double), parts([Part]), formula
        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() { self = .empty } else if let text = try? value.decode(String.self) { self = .text(text) }
            else if let number = try? value.decode(Double.self) { self = .number(number) }
            else if let parts = try? value.decode([Part].self) { self = .parts(parts) } else { self = .formula }
        }
    }

    private func readBack(_ workbook: Workbook) throws -> [Sheet] {
        let folder = try TemporaryFolder()
        try workbook.write(to: folder.path + "/t.xlsx")
        return try PythonTools.run("read_xlsx.py", [folder.path + "/t.xlsx"]).map { try JSONDecoder().decode(Sheet.self, from: Data($0.utf8)) }
    }

    private func sheet(_ name: String, _ rows: [Workbook.Row]) -> Workbook.Sheet {
        var sheet = Workbook.Sheet(name: name, columns: [("甲", 20), ("乙", 10)])
        sheet.rows = rows
        return sheet
    }

    @Test func textIsTextAndNumbersAreNumbers() throws {
        let texts = ["=1+1", "+86", "@SUM(A1)", "-2", "{=A1}", "https://example.org/", "两\n行", "<b>&\"'", "_x0041_", "😀字", " 空 "]
        let rows = texts.map { Workbook.Row([.text($0), .number(1.5)]) }
        let back = try readBack(Workbook(sheets: [sheet("表", rows)]))
        #expect(back.count == 1 && back[0].wrapped && back[0].frozen == "A2" && back[0].filter == "A1:B12")
        #expect(back[0].rows == [[.text("甲"), .text("乙")]] + texts.map { [.text($0), .number(1.5)] })
    }

    @Test func partsKeepTheirLooks() throws {
        let cell = Workbook.Cell.parts([.init("建成"), .init("12", .deleted), .init(""), .init("15", .inserted), .init("处")])
        let back = try readBack(Workbook(sheets: [sheet("表", [Workbook.Row([cell, .parts([.init("新增", .inserted)])])])]))
        #expect(back[0].rows[1][0] == .parts([
            Part(text: "建成", strike: false, underline: false), Part(text: "12", strike: true, underline: false),
            Part(text: "15", strike: false, underline: true), Part(text: "处", strike: false, underline: false),
        ]))
        #expect(back[0].rows[1][1] == .text("新增"))
    }

    @Test func whatNoCellCanHoldIsReplacedOrCut() throws {
        let long = String(repeating: "字", count: 40_000)
        let back = try readBack(Workbook(sheets: [sheet("表", [Workbook.Row([.text("甲\u{0}\u{1}\u{FFFF}乙"), .text(long)]), Workbook.Row([.parts([.init(long), .init("尾")])])])]))
        #expect(back[0].rows[1][0] == .text("甲\u{FFFD}\u{FFFD}\u{FFFD}乙"))
        guard case .text(let cut) = back[0].rows[1][1] else { return #expect(Bool(false)) }
        #expect(cut.count == 32_000 && cut.hasSuffix("字…"))
    }

    @Test func namesOfSheets() throws {
        let names = ["'a/b:c'", "", String(repeating: "很长的名字", count: 9), "A_b_c", "a_b_c"]
        let back = try readBack(Workbook(sheets: names.map { sheet($0, []) }))
        #expect(back.map(\.name) == ["a_b_c", "Sheet", String(String(repeating: "很长的名字", count: 9).prefix(31)), "A_b_c (2)", "a_b_c (3)"])
    }

    /// The 任务分解表 of the sample: its values, and its sections as rows of their own.
    @Test func tasksAsOfficesListThem() throws {
        let rows = TaskRow.rows(of: SampleGraph().graph, document: "park")
        let back = try readBack(TaskWorkbook.make([rows]))
        #expect(back.count == 1)
        #expect(back[0].rows[0] == ["序号", "任务", "牵头单位", "责任单位", "配合单位", "完成时限", "分值", "指标", "出处"].map { .text($0) })
        let tasks = back[0].rows.filter { if case .number = $0[0] { true } else { false } }
        #expect(tasks.count == rows.count && back[0].rows.count > rows.count + 1)
        for (task, row) in zip(tasks, rows) {
            #expect(task[2] == (row.lead.isEmpty ? .empty : .text(row.lead.joined(separator: "、"))))
            #expect(task[3] == (row.responsible.isEmpty ? .empty : .text(row.responsible.joined(separator: "、"))))
            if let due = row.due.first, case .text(let text) = task[5] { #expect(text.hasPrefix(due.date)) } else { #expect(row.due.isEmpty) }
            if row.scores.count == 1 { #expect(task[6] == .number(row.scores[0].points)) }
        }
        let two = try readBack(TaskWorkbook.make([rows, [], rows]))
        #expect(two.count == 3 && two[0].name == "任务分解表" && two[0].rows.count == 2 * rows.count + 1)
    }

    @Test func theSameTablesGiveTheSameBytes() throws {
        let folder = try TemporaryFolder(), workbook = Workbook(sheets: [sheet("表", [Workbook.Row([.text("字")])])])
        try workbook.write(to: folder.path + "/a.xlsx")
        try workbook.write(to: folder.path + "/b.xlsx")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.xlsx")) == Data(contentsOf: URL(fileURLWithPath: folder.path + "/b.xlsx")))
        #expect(Folder.names(in: folder.path) == ["a.xlsx", "b.xlsx"])
        #expect(throws: FileFailure.self) { try workbook.write(to: folder.path + "/no/c.xlsx") }
    }
}
