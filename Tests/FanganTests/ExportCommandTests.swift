import FanganExport
import FanganFixtures
import Foundation
import Testing

/// `fangan build --formats` and `fangan export` as a user meets them. What other programs make of the files is in ``ExportInteropTests``.
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

    @Test func whatIsNoFolderOfTasksIsNamed() throws {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run(["export", folder.path, "--format", "xlsx"])
        #expect(outcome.status == 2 && outcome.errors.contains("manifest.json"))
        #expect(try BuiltProgram.run(["export", folder.path, "--format", "doc"]).status == 2)
        #expect(try BuiltProgram.run(["export", folder.path + "/none", "--format", "ics"]).errors.contains("fangan build PLANS --out DIR"))
        #expect(try BuiltProgram.run(["export", folder.path, "--format", "akn", "--out", "-"]).status == 2)
    }

    /// A folder, its graphs alone and its store hold the same tasks.
    @Test func graphsAndStoresAreExportedToo() throws {
        let folder = try TemporaryFolder(), out = folder.path + "/out"
        #expect(try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus").path, "--out", out, "--formats", "sqlite"]).status == 0)
        for format in ["ics", "jsonld", "msproject"] {
            let whole = try BuiltProgram.run(["export", out, "--format", format, "--out", "-"])
            #expect(whole.status == 0 && whole.output.count > 10_000)
            for source in ["/graphs", "/fangan.sqlite"] { #expect(try BuiltProgram.run(["export", out + source, "--format", format, "--out", "-"]).output == whole.output, "\(format) of \(source)") }
        }
        #expect(try BuiltProgram.run(["export", out + "/graphs", "--format", "akn", "--out", folder.path + "/akn"]).status == 0)
        #expect(try BuiltProgram.run(["export", out, "--format", "akn"]).status == 0)
        #expect(try BuiltProgram.shell("diff -rq '\(out)/akn' '\(folder.path)/akn'").status == 0)
        // A store has no texts: the items' own words are there, and the file says the same of them.
        #expect(try BuiltProgram.run(["export", out + "/fangan.sqlite", "--format", "akn", "--out", folder.path + "/words"]).status == 0)
        let words = try String(contentsOfFile: folder.path + "/words/01-jixi-rural-toilets.xml", encoding: .utf8)
        #expect(words.contains("<heading>逐户摸排</heading>") && words.contains("2023年6月底前完成登记") && !words.contains("<preface>"))
        #expect(try BuiltProgram.run(["export", out + "/fangan.sqlite", "--format", "sqlite"]).status == 2)
    }
}
