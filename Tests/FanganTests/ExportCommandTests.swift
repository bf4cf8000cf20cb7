import FanganExport
import Foundation
import Testing

/// `fangan build --formats` and `fangan export` as a user meets them.
@Suite struct ExportCommandTests {
    private func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus").path, "--out", folder.path + "/out", "--formats", "xlsx"])
        #expect(outcome.status == 0)
        return folder
    }

    @Test func bothWaysGiveTheSameTable() throws {
        let folder = try corpus()
        #expect(try BuiltProgram.run(["export", folder.path + "/out", "--format", "xlsx", "--out", folder.path + "/t.xlsx"]).status == 0)
        let files = try ["/out/tasks.xlsx", "/t.xlsx"].map { try Data(contentsOf: URL(fileURLWithPath: folder.path + $0)) }
        #expect(files[0].count > 20_000 && files[0] == files[1])
    }

    /// LibreOffice opens the table of all example plans; its first sheet as CSV has a row for each task of tasks.csv.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so"), "needs LibreOffice Calc, which is not here"))
    func anOfficeProgramReadsIt() throws {
        let folder = try corpus(), process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
        process.arguments = ["-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder.path, folder.path + "/out/tasks.xlsx"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let table = try String(contentsOfFile: folder.path + "/tasks.csv", encoding: .utf8)
        let tasks = try String(contentsOfFile: folder.path + "/out/tasks.ndjson", encoding: .utf8).split(separator: "\n")
        // Cells hold line ends in quotes: a row begins with its number.
        let starts = table.split(separator: "\n").filter { $0.prefix { $0.isNumber }.isEmpty == false && $0.contains(",") }
        #expect(table.hasPrefix("\"序号\",\"文件\",\"任务\",\"牵头单位\""))
        #expect(starts.contains { $0.hasPrefix("\(tasks.count),") } && !starts.contains { $0.hasPrefix("\(tasks.count + 1),") })
    }

    @Test func whatIsNoFolderOfTasksIsNamed() throws {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run(["export", folder.path, "--format", "xlsx"])
        #expect(outcome.status == 2 && outcome.errors.contains("manifest.json"))
        #expect(try BuiltProgram.run(["export", folder.path, "--format", "doc"]).status == 2)
    }
}
