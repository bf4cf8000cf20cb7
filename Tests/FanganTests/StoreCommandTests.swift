import FanganExport
import FanganFixtures
import Foundation
import Testing

/// `fangan build --formats sqlite`, `search` and `tasks` as a user meets them.
@Suite struct StoreCommandTests {
    private func built() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus").path, "--out", folder.path + "/out", "--formats", "sqlite"]).status == 0)
        return folder
    }

    @Test func searchAndTasksAnswerFromTheStore() throws {
        let folder = try built(), store = folder.path + "/out"
        let search = try BuiltProgram.run(["search", "秸秆", "--store", store, "--json"])
        #expect(search.status == 0)
        #expect(try SchemaValidator(schema: Schemas.search).violation(in: Array(search.output.utf8)) == nil)
        #expect(search.output.contains("08-yifeng-straw-burning") && !search.output.contains("09-zhongning"))
        let tasks = try BuiltProgram.run(["tasks", "--unit", "财政局", "--store", store + "/fangan.sqlite", "--json"])
        #expect(try SchemaValidator(schema: Schemas.tasks).violation(in: Array(tasks.output.utf8)) == nil)
        let rows = try String(contentsOfFile: store + "/tasks.ndjson", encoding: .utf8).split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        func names(_ row: JSONValue, _ key: String) -> [String] {
            guard case .array(let values)? = row[key] else { return [] }
            return values.compactMap { if case .string(let value) = $0 { value } else { nil } }
        }
        let expected = rows.count { row in ["lead", "responsible", "support", "mentions"].contains { names(row, $0).contains { $0.contains("财政局") } } }
        guard case .array(let found)? = try JSONValue(parsing: Array(tasks.output.utf8))["tasks"] else { return #expect(Bool(false)) }
        #expect(expected > 5 && found.count >= expected)
        let table = try BuiltProgram.run(["tasks", "--due-before", "2024", "--store", store, "--width", "90"])
        #expect(table.status == 0 && table.output.hasPrefix("完成时限") && table.output.contains("共 "))
    }

    /// No text under the name of another format.
    @Test func aFileIsNotWrittenUnderAWrongName() throws {
        let folder = try TemporaryFolder()
        try folder.write("清河市公园方案\n一、任务\n（一）新建口袋公园。\n", to: "in/a.txt")
        #expect(try BuiltProgram.run(["build", "--quiet", folder.path + "/in", "--out", folder.path + "/out", "--formats", "sqlite"]).status == 0)
        func write(_ name: String, _ more: String...) throws -> Int32 {
            try BuiltProgram.run(["tasks", "--store", folder.path + "/out", "--out", folder.path + "/" + name] + more).status
        }
        func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }
        #expect(try write("y.pdf") == 2 && !exists("y.pdf"))
        #expect(try write("y.docx") == 2 && write("y.XLS") == 2)
        #expect(try write("y.pdf", "--format", "text") == 0 && exists("y.pdf"))
        for name in ["y.txt", "y.csv", "y.JSON", "y.xlsx", "y", "2024.6月任务", ".tasks"] { #expect(try write(name) == 0 && exists(name)) }
    }

    @Test func bothWaysGiveTheSameStoreAndUnchangedDocumentsStay() throws {
        let folder = try built()
        let store = folder.path + "/out/fangan.sqlite"
        func modified() throws -> Date? { try FileManager.default.attributesOfItem(atPath: store)[.modificationDate] as? Date }
        let before = try modified()
        #expect(try BuiltProgram.run(["export", folder.path + "/out", "--format", "sqlite"]).status == 0)
        #expect(try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus").path, "--out", folder.path + "/out", "--formats", "sqlite,xlsx"]).status == 0)
        #expect(try modified() == before)
        #expect(try BuiltProgram.run(["export", folder.path + "/out", "--format", "sqlite", "--out", folder.path + "/other.sqlite"]).status == 0)
        let answers = try [store, folder.path + "/other.sqlite"].map { try BuiltProgram.run(["tasks", "--store", $0, "--json"]).output }
        #expect(answers[0] == answers[1] && answers[0].count > 10_000)
    }

    /// A store that a later run left as it was would answer from what the plans said before.
    @Test func exportsOfAnEarlierRunAreTold() throws {
        let folder = try TemporaryFolder()
        func build(_ duty: String, _ more: String...) throws -> String {
            try folder.write("清河市公园方案\n一、任务\n（一）\(duty)。\n", to: "in/a.txt")
            return try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"] + more).errors
        }
        #expect(try !build("新建口袋公园", "--formats", "sqlite,ics").contains("earlier"))
        #expect(try build("改建口袋公园", "--formats", "ics").contains("fangan.sqlite: of an earlier run; --formats sqlite writes it anew"))
        #expect(try build("扩建口袋公园").contains("fangan.sqlite, tasks.ics: of an earlier run; --formats sqlite,ics writes them anew"))
        #expect(try !build("扩建口袋公园").contains("earlier"))
    }

    @Test func removedPlansArePruned() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] { try folder.write("清河市公园方案\n一、任务\n（一）新建口袋公园\(name)。\n", to: "in/\(name).txt") }
        func build(_ more: String...) throws -> Int32 { try BuiltProgram.run(["build", "--quiet", folder.path + "/in", "--out", folder.path + "/out", "--formats", "sqlite"] + more).status }
        func hits() throws -> Int { try BuiltProgram.run(["search", "口袋", "--store", folder.path + "/out", "--json"]).output.components(separatedBy: "\"document\"").count - 1 }
        #expect(try build() == 0 && hits() == 2)
        try FileManager.default.removeItem(atPath: folder.path + "/in/b.txt")
        #expect(try build() == 0 && hits() == 2)
        #expect(try build("--prune") == 0 && hits() == 1)
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out", "--prune"]).status == 2)
        // A plan that fails is no longer in the store.
        try folder.write("", to: "in/a.txt")
        _ = try build()
        #expect(try hits() == 0)
    }

    @Test func whatIsMissingIsSaid() throws {
        let folder = try TemporaryFolder()
        for command in [["search", "园"], ["tasks"]] {
            let outcome = try BuiltProgram.run(command + ["--store", folder.path])
            #expect(outcome.status == 2 && outcome.errors.contains("fangan build PLANS --out DIR --formats sqlite"))
        }
        #expect(try BuiltProgram.run(["tasks", "--store", folder.path, "--due-before", "2023-13"]).errors.contains("--due-before"))
        let none = try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus").path, "--out", folder.path, "--formats", "sqlite,doc"])
        #expect(none.status == 2)
    }

    @Test func tasksOfAUnitAreATableForExcel() throws {
        let folder = try TemporaryFolder(), store = folder.path + "/out"
        let plan = Repository.root.appendingPathComponent("corpus/01-jixi-rural-toilets.txt").path
        #expect(try BuiltProgram.run(["build", "--quiet", plan, "--out", store, "--formats", "sqlite"]).status == 0)
        let ask = ["tasks", "--store", store, "--unit", "县财政局"]
        let csv = try BuiltProgram.run(ask + ["--format", "csv"])
        let lines = csv.output.components(separatedBy: "\r\n"), table = try #require(folder.content("out/tasks.csv")).components(separatedBy: "\r\n")
        #expect(csv.status == 0 && lines.count > 3 && lines[0] == table[0])
        // Each row stands so in the run's own table.
        #expect(lines.allSatisfy(table.contains) && lines.count < table.count)
        let file = try BuiltProgram.run(ask + ["--out", folder.path + "/财政局.csv"])
        #expect(file.output.isEmpty && file.errors == "fangan: \(lines.count - 2) tasks: \(folder.path)/财政局.csv\n" && folder.content("财政局.csv") == csv.output)
        #expect(try BuiltProgram.run(ask + ["--out", folder.path + "/财政局.xlsx"]).status == 0)
        #expect(FileManager.default.contents(atPath: folder.path + "/财政局.xlsx")?.prefix(2) == Data("PK".utf8))
        #expect(try BuiltProgram.run(ask + ["--format", "xlsx"]).errors.contains("--out"))
        #expect(try BuiltProgram.run(ask + ["--out", folder.path + "/none/a.csv"]).status == 3)
    }

    /// A slip of the pen is no answer of “none”.
    @Test func whatCannotBeMeantIsRefused() throws {
        let folder = try TemporaryFolder(), store = folder.path + "/out"
        let plan = Repository.root.appendingPathComponent("corpus/01-jixi-rural-toilets.txt").path
        #expect(try BuiltProgram.run(["build", "--quiet", plan, "--out", store, "--formats", "sqlite"]).status == 0)
        for date in ["2025-02-30", "2023-02-29", "2024-04-31", "2024-13", "0000", "24", "2024-1-1"] {
            let outcome = try BuiltProgram.run(["tasks", "--store", store, "--due-before", date])
            #expect(outcome.status == 2 && outcome.errors.contains("--due-before"), "\(date)")
            #expect(try BuiltProgram.run(["unit", "市财政局", "--date", date]).status == 2, "\(date)")
        }
        #expect(try BuiltProgram.run(["tasks", "--store", store, "--due-from", "2024-02-29"]).status == 0)
        let field = try BuiltProgram.run(["tasks", "--store", store, "--field", "abc"])
        #expect(field.status == 2 && field.errors.contains("--field abc") && field.errors.contains("fiscal 财政"))
        #expect(try BuiltProgram.run(["tasks", "--store", store, "--field", "财政"]).status == 0)
        let leads = try ["lead", "牵头", "牵头单位", "责任"].map { try BuiltProgram.run(["tasks", "--store", store, "--role", $0]).output }
        #expect(leads[0] == leads[1] && leads[0] == leads[2] && leads[0] != leads[3])
        #expect(try BuiltProgram.run(["tasks", "--store", store, "--role", "主管"]).status != 0)
    }

    /// Three here; the script takes any number.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/env") && BuiltProgram.path != nil))
    func aKilledRunLeavesEachDocumentOldOrNew() throws {
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", Repository.root.appendingPathComponent("Tests/Interop/kill_store.py").path, BuiltProgram.path ?? "", "3"]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let result = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Int])
        #expect(result["kills"] == 3 && result["wrong"] == 0, "\(result)")
    }
}
