import FanganExport
import FanganFixtures
import Foundation
import Testing

/// `fangan diff` as a user meets it.
@Suite struct DiffCommandTests {
    private static let draft = """
        清河市城市公园建设工作方案（征求意见稿）
        一、主要任务
        （一）新建口袋公园。2023年6月底前新建口袋公园12个。（责任单位：市园林局）
        （二）加强管护。做好日常管护工作。（责任单位：市财政局）
        """
    private static let final = """
        清河市城市公园建设工作方案
        一、主要任务
        （一）新建口袋公园。2023年9月底前新建口袋公园15个。（责任单位：市园林局）
        （二）加强管护。做好日常管护和修剪工作。（责任单位：市财政局）
        （三）开放绿地。向市民开放可以踩踏的草坪。（责任单位：市城管局）
        """

    private func files() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.draft, to: "draft.txt")
        try folder.write(Self.final, to: "final.txt")
        return folder
    }

    private func diff(_ folder: TemporaryFolder, _ options: [String] = []) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["diff", folder.path + "/draft.txt", folder.path + "/final.txt", "--width", "80"] + options)
    }

    @Test func aPersonReadsWhatChanged() throws {
        let outcome = try diff(files())
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("条目　未变 1，有变 2，新增 1"))
        #expect(outcome.output.contains("～ 一、（一）新建口袋公园　〔时限、指标〕"))
        #expect(outcome.output.contains("时限：－ 2023-06-30"))
        #expect(outcome.output.contains("时限：＋ 2023-09-30"))
        #expect(outcome.output.contains("做好日常管护{+和修剪+}工作。"))
        #expect(outcome.output.contains("＋ 新增　一、（三）开放绿地"))
    }

    /// Characters of the private area stay characters: they do not steer the marks.
    @Test func privateCharactersAreNoMarks() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.draft.replacing("日常管护", with: "日常\u{E002}管护"), to: "draft.txt")
        try folder.write(Self.draft.replacing("日常管护", with: "日常\u{E002}管护修剪"), to: "final.txt")
        #expect(try diff(folder).output.contains("做好日常\u{FFFD}管护{+修剪+}工作。"))
    }

    @Test func oneUnitSeesItsOwn() throws {
        let output = try diff(files(), ["--unit", "园林"]).output
        #expect(output.contains("新建口袋公园") && !output.contains("加强管护") && !output.contains("开放绿地"))
    }

    @Test func programsReadJSONThatKeepsItsSchema() throws {
        let outcome = try diff(files(), ["--format", "json"])
        let validator = try SchemaValidator(schema: Schemas.revision)
        #expect(validator.violation(in: Array(outcome.output.utf8)) == nil)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let items = try #require(json["items"] as? [[String: Any]])
        #expect(items.map { $0["change"] as? String } == ["paired", "paired", "paired", "added"])
        #expect(items[1]["changes"] as? [String] == ["due", "target"])
    }

    /// No changes for a unit that is not there would be no answer.
    @Test func aUnitThatNoVersionNamesIsTold() throws {
        let files = try files()
        #expect(try diff(files, ["--unit", "无此局"]).errors.contains("no unit of either version is called “无此局”"))
        #expect(try diff(files, ["--unit", "园林"]).errors == "")
    }

    @Test func unitsReadWhatMattersToThem() throws {
        let output = try diff(files()).output
        #expect(output.contains("各单位最要紧的变化") && output.contains("  市园林局（1 处）\n    ～ 一、（一）新建口袋公园　〔时限、指标〕"))
        let json = try diff(files(), ["--format", "json", "--unit", "城管"]).output
        #expect(json.contains("\"added\"") && !json.contains("\"paired\""))
    }

    @Test func aWorkbookSideBySide() throws {
        let folder = try files()
        #expect(try diff(folder, ["--xlsx", folder.path + "/t.xlsx"]).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/t.xlsx")).prefix(2) == Data("PK".utf8))
        let outcome = try diff(folder, ["--xlsx", folder.path + "/no/t.xlsx"])
        #expect(outcome.status == 3 && outcome.errors.contains("/no/t.xlsx"))
    }

    @Test func anImplementingPlan() throws {
        let folder = try files()
        let outcome = try diff(folder, ["--implements"])
        #expect(outcome.status == 0 && outcome.output.contains("任务　承接 2，未承接 0，自行增加 1"))
        let json = try diff(folder, ["--implements", "--format", "json"])
        let validator = try SchemaValidator(schema: Schemas.implementation)
        #expect(validator.violation(in: Array(json.output.utf8)) == nil)
        #expect(try diff(folder, ["--implements", "--strict"]).status == 2)
    }

    @Test func aMissingVersionIsNamed() throws {
        let folder = try files()
        let outcome = try BuiltProgram.run(["diff", folder.path + "/draft.txt", folder.path + "/nowhere.txt"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("nowhere.txt: There is no such file or folder."))
    }
}
