import FanganExport
import FanganFixtures
import Foundation
import Testing

/// `fangan history` over a folder that `fangan build` wrote.
@Suite struct HistoryCommandTests {
    private func plan(_ mark: String, _ number: Int, _ month: Int) -> String {
        """
        清河市人民政府办公室关于印发《清河市城市公园建设工作方案》的通知
        清政办发〔2023〕\(number)号
        清河市城市公园建设工作方案\(mark)
        一、主要任务
        （一）新建口袋公园。2023年\(month)月底前新建口袋公园12个。（责任单位：市园林局）
        （二）加强管护。做好日常管护工作。（责任单位：市财政局）

        清河市人民政府办公室
        2023年\(month - 3)月5日
        """
    }

    private func store() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(plan("", 8, 9), to: "plans/c.txt")
        try folder.write(plan("（征求意见稿）", 5, 6), to: "plans/a.txt")
        try folder.write(plan("（修订）", 21, 12), to: "plans/b.txt")
        try folder.write("清河市档案工作方案\n一、任务\n（一）整理档案。完成立卷。\n", to: "plans/other.txt")
        let outcome = try BuiltProgram.run(["build", "--quiet", folder.path + "/plans", "--out", folder.path + "/out"])
        #expect(outcome.status == 0)
        return folder
    }

    @Test func versionsInTheirOrderAndWhatEachChanged() throws {
        let folder = try store()
        let list = try BuiltProgram.run(["history", folder.path + "/out"])
        #expect(list.status == 0 && list.output.contains("共 2 个文件，其中 1 个有多个版本"))
        let outcome = try BuiltProgram.run(["history", folder.path + "/out", "--work", "城市公园", "--width", "100"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("  1. 2023-03-05　清政办发〔2023〕5号") && outcome.output.contains("  3. 2023-09-05　清政办发〔2023〕21号"))
        #expect(outcome.output.contains("── 第1版 → 第2版 ──") && outcome.output.contains("时限：－ 2023-06-30") && outcome.output.contains("时限：＋ 2023-12-31"))
    }

    /// The same text kept twice is one version, and said to be there twice.
    @Test func aCopyIsNoVersion() throws {
        let folder = try store()
        try folder.write(plan("", 8, 9), to: "plans/c-copy.txt")
        try folder.write("清河市档案工作方案\n一、任务\n（一）整理档案。完成立卷。\n", to: "plans/other-copy.txt")
        #expect(try BuiltProgram.run(["build", "--quiet", folder.path + "/plans", "--out", folder.path + "/out"]).status == 0)
        let list = try BuiltProgram.run(["history", folder.path + "/out", "--width", "200"]).output
        #expect(list.contains("共 2 个文件，其中 1 个有多个版本，2 个有文字相同的副本"))
        #expect(list.contains("［c］　与它文字相同：［c-copy］") && list.contains("［other］　与它文字相同：［other-copy］") && !list.contains("  4. "))
        let json = try BuiltProgram.run(["history", folder.path + "/out", "--work", "other-copy", "--format", "json"])
        #expect(try SchemaValidator(schema: Schemas.history).violation(in: Array(json.output.utf8)) == nil)
        #expect(json.output.contains("\"copies\": [\"other-copy\"]") && json.output.contains("\"revisions\": ["))
    }

    /// A number is given once: what bears it twice was fetched from two places, and was not issued anew.
    @Test func anotherTextOfOneIssueIsNamedSo() throws {
        let folder = try TemporaryFolder()
        try folder.write(plan("", 8, 9), to: "plans/a.txt")
        try folder.write(plan("", 8, 9).replacingOccurrences(of: "做好日常管护工作", with: "做好日常管护"), to: "plans/b.txt")
        #expect(try BuiltProgram.run(["build", "--quiet", folder.path + "/plans", "--out", folder.path + "/out"]).status == 0)
        let list = try BuiltProgram.run(["history", folder.path + "/out", "--width", "200"]).output
        #expect(list.contains("共 1 个文件，其中 0 个有多个版本，1 个同一文号有几份文本"))
        #expect(list.contains("［b］　与第1份文号、日期相同，是同一文件的另一份文本") && !list.contains("［a］　与"))
    }

    @Test func programsReadJSONThatKeepsItsSchemas() throws {
        let folder = try store()
        let outcome = try BuiltProgram.run(["history", folder.path + "/out", "--work", "城市公园", "--format", "json", "--unit", "园林"])
        #expect(try SchemaValidator(schema: Schemas.history).violation(in: Array(outcome.output.utf8)) == nil)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let revisions = try #require(json["revisions"] as? [[String: Any]])
        #expect(revisions.count == 2)
        let validator = try SchemaValidator(schema: Schemas.revision)
        #expect(revisions.allSatisfy { ($0["items"] as? [Any])?.count == 1 })
        let texts = try #require(outcome.output.components(separatedBy: "\"revisions\": [\n").last?.dropLast("]\n}\n".count)).components(separatedBy: ",\n{\n")
        #expect(texts.count == 2)
        for (place, text) in texts.enumerated() { #expect(validator.violation(in: Array((place == 0 ? text : "{\n" + text).utf8)) == nil) }
        let list = try BuiltProgram.run(["history", folder.path + "/out", "--format", "json"])
        #expect(try SchemaValidator(schema: Schemas.history).violation(in: Array(list.output.utf8)) == nil)
    }

    @Test func whatIsNoStoreOrNoPlanIsNamed() throws {
        let folder = try store()
        #expect(try BuiltProgram.run(["history", folder.path + "/plans"]).status == 2)
        let none = try BuiltProgram.run(["history", folder.path + "/out", "--work", "冰雪"])
        #expect(none.status == 2 && none.errors.contains("There is no such plan"))
        try folder.write("{\"schema\": \"fangan.task-graph/1\"}", to: "out/graphs/a.graph.json")
        let damaged = try BuiltProgram.run(["history", folder.path + "/out"])
        #expect(damaged.status == 2 && damaged.errors.contains("damaged"))
    }
}
