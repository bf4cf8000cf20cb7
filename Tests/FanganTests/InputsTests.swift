import FanganFixtures
import Foundation
import Testing

@testable import Fangan

@Suite struct InputsTests {
    private func files(_ inputs: Inputs, in folder: TemporaryFolder) -> [String] {
        inputs.entries.compactMap {
            guard case .file(let input) = $0 else { return nil }
            return input.uri.replacingOccurrences(of: folder.path + "/", with: "") + " → " + input.name
        }
    }

    private func codes(_ inputs: Inputs) -> [String] {
        inputs.entries.compactMap { if case .failed(_, let failure) = $0 { failure.code } else { nil } }
    }

    @Test func aFolderIsSearchedInOrderForKnownFiles() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "a.md", "sub/c.TEXT", "sub/deep/d.txt", "x.png", ".hidden.txt", ".git/e.txt", "noextension"] { try folder.write("一", to: name) }
        #expect(files(Inputs([folder.path]), in: folder) == ["a.md → a", "b.txt → b", "sub/c.TEXT → c", "sub/deep/d.txt → d"])
    }

    @Test func filesOfOtherKindsAreCounted() throws {
        let folder = try TemporaryFolder()
        for name in ["a.txt", "b.PNG", "sub/c.png", "sub/Makefile", ".hidden.png", "README.md"] { try folder.write("一", to: name) }
        #expect(Inputs([folder.path]).passedOver == ["png": 2, "": 1])
        // What is named itself is tried.
        #expect(Inputs([folder.path + "/b.PNG"]).passedOver == [:])
    }

    @Test func whatProgramsLeaveBesideAFileIsPassedOver() throws {
        let folder = try TemporaryFolder()
        for name in ["plan.docx", "~$plan.docx", "._plan.docx", ".~lock.plan.docx#", "Thumbs.db", "sub/desktop.ini"] { try folder.write("一", to: name) }
        let inputs = Inputs([folder.path])
        #expect(files(inputs, in: folder) == ["plan.docx → plan"])
        #expect(inputs.passedOver == [:])
    }

    @Test func aDashIsStandardInput() throws {
        #expect(Inputs(["-"]).entries.map(\.uri) == ["-"])
        #expect(Inputs(["./-"]).entries.map(\.uri) == ["./-"])
    }

    @Test func aNamedFileIsAlwaysTried() throws {
        let folder = try TemporaryFolder()
        let files = try [folder.write("一", to: "plan.xyz"), folder.write("一", to: ".hidden.txt")]
        #expect(self.files(Inputs(files), in: folder) == [".hidden.txt → _hidden", "plan.xyz → plan"])
    }

    @Test func namesAreUniqueAndDoNotDependOnTheOrderOfArguments() throws {
        let folder = try TemporaryFolder()
        let paths = try ["a/plan.txt", "a/plan-2.txt", "b/plan.txt", "b/PLAN.md", "c/plan.txt"].map { try folder.write("一", to: $0) }
        let found = files(Inputs(paths), in: folder)
        // PLAN and plan would be one file on a disk that ignores case; with their endings they are not.
        #expect(found == ["a/plan-2.txt → plan-2", "a/plan.txt → plan.txt", "b/PLAN.md → PLAN.md", "b/plan.txt → plan.txt-2", "c/plan.txt → plan.txt-3"])
        #expect(found == files(Inputs(paths.reversed()), in: folder))
    }

    @Test func noFileTakesTheNameOfOneOfAnotherKind() throws {
        let folder = try TemporaryFolder()
        let paths = try ["plan.txt", "plan.md", "plan.docx.txt", "notes.txt"].map { try folder.write("一", to: $0) }
        #expect(files(Inputs(paths), in: folder) == ["notes.txt → notes", "plan.docx.txt → plan.docx", "plan.md → plan.md", "plan.txt → plan.txt"])
    }

    @Test func oneFileGivenTwiceIsOneInput() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("一", to: "a.txt")
        #expect(Inputs([path, folder.path, folder.path + "//./a.txt"]).entries.count == 1)
    }

    /// 方案.txt as a Chinese Windows wrote it on a disk: shown as text, opened by its bytes.
    /// é as one character and as two, as Macs write it: two files to most disks.
    @Test func equivalentNamesAreTwoFiles() throws {
        let folder = try TemporaryFolder()
        for name in ["caf\u{E9}.txt", "cafe\u{301}.txt"] { try folder.write("方案\n", to: "in/" + name) }
        let inputs = Inputs([folder.path + "/in"])
        #expect(inputs.entries.count == 2)
        #expect(Set(inputs.entries.compactMap { entry in if case .file(let input) = entry { Array(input.name.utf8) } else { nil } }).count == 2)
    }

    @Test func namesInGBKAreReadAndShown() throws {
        let folder = try TemporaryFolder()
        let sub: [UInt8] = [0xCE, 0xC4, 0xBC, 0xFE], name: [UInt8] = [0xB7, 0xBD, 0xB0, 0xB8] + Array(".txt".utf8)
        func path(_ parts: [UInt8]...) -> [CChar] { (Array(folder.path.utf8) + parts.flatMap { [0x2F] + $0 } + [0]).map { CChar(bitPattern: $0) } }
        try #require(mkdir(path(sub), 0o777) == 0)
        let file = try #require(fopen(path(sub, name), "w"))
        fputs("一、任务", file)
        fclose(file)
        let inputs = Inputs([folder.path])
        #expect(files(inputs, in: folder) == ["文件/方案.txt → 方案"])
        guard case .file(let input)? = inputs.entries.first else { return }
        #expect(try InputFile.read(input, maxBytes: 99) == Array("一、任务".utf8))
    }

    @Test func aFolderThatGivesNothingSaysWhy() throws {
        func reason(_ inputs: Inputs) -> String { if case .failed(_, let failure)? = inputs.entries.first { failure.message } else { "" } }
        let folder = try TemporaryFolder()
        try folder.write("一", to: "in/a.txt")
        #expect(reason(Inputs([folder.path + "/in"], outputFolder: folder.path + "/in/")).contains("folder of --out"))
        #expect(files(Inputs([folder.path + "/in"], outputFolder: folder.path + "/out"), in: folder) == ["in/a.txt → a"])
        for name in [".fangan/x", "manifest.json", "text/a.txt"] { try folder.write("一", to: "out/" + name) }
        #expect(reason(Inputs([folder.path + "/out"])).contains("earlier run"))
        try folder.write("一", to: "none/a.png")
        let none = reason(Inputs([folder.path + "/none"]))
        for ending in Inputs.knownExtensions { #expect(none.contains("." + ending), "\(ending)") }
    }

    /// Pages of a report beside plans are no plans; other web pages are.
    @Test func pagesOfAReportAreNoPlans() throws {
        let folder = try TemporaryFolder(), start = "<!DOCTYPE html>\n<html lang=\"zh-Hans\" data-page=\"index\">"
        for name in ["index.html", "tasks.html", "units.html", "quality.html", "plans/a.html"] {
            try folder.write(start, to: "in/report/" + name)
            try folder.write("<html>", to: "in/site/" + name)
        }
        try folder.write("一", to: "in/a.txt")
        let found = files(Inputs([folder.path + "/in"]), in: folder)
        #expect(found.count == 6 && !found.contains { $0.hasPrefix("in/report") })
    }

    @Test func theOutputFolderIsNotSearched() throws {
        let folder = try TemporaryFolder()
        try folder.write("一", to: "a.txt")
        try folder.write("一", to: "out/text/a.txt")
        #expect(files(Inputs([folder.path], outputFolder: folder.path + "/out"), in: folder) == ["a.txt → a"])
        #expect(Inputs([folder.path]).entries.count == 2)
    }

    @Test func aLinkToAFolderAboveEnds() throws {
        let folder = try TemporaryFolder()
        try folder.write("一", to: "sub/a.txt")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: folder.path)
        #expect(files(Inputs([folder.path]), in: folder).count == 1)
    }

    @Test func whatLeadsNowhereIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write("一", to: "empty/x.png")
        let inputs = Inputs([folder.path + "/none.txt", folder.path + "/empty"])
        #expect(codes(inputs) == ["input.folder-empty", "input.not-found"])
        #expect(inputs.isEmpty)
    }

    @Test(arguments: [("plan.txt", "plan"), ("方案.v2.md", "方案.v2"), ("noext", "noext"), ("a\u{1}b.txt", "a_b"), ("..x.txt", "_.x")])
    func stems(_ file: String, _ stem: String) {
        var names = OutputNames(of: [file])
        #expect(names.take(stemOf: "folder/" + file) == stem)
    }

    @Test func longNamesAreCutAtACharacter() {
        var names = OutputNames(of: [])
        let name = names.take(stemOf: String(repeating: "方", count: 80) + ".txt")
        #expect(name == String(repeating: "方", count: 53))
        #expect(names.take(stemOf: String(repeating: "方", count: 81) + ".txt") == name + "-2")
    }

    @Test func manyFilesOfOneNameTakeNoSquare() {
        var names = OutputNames(of: [])
        for _ in 0..<20_000 { _ = names.take(stemOf: "x/plan.txt") }
        #expect(names.take(stemOf: "plan.txt") == "plan-20001")
    }
}
