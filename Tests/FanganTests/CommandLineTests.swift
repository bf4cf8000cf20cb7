import Fangan
import FanganExport
import FanganFixtures
import Foundation
import Testing

/// The built program as a user meets it: messages, exit status, files.
@Suite(.serialized) struct CommandLineTests {
    private static let plan = """
        清河市城市公园建设工作方案
        一、主要任务
        （一）新建口袋公园。全年新建口袋公园12个。（责任单位：市园林局）
        （二）加强管护。做好日常管护工作。（责任单位：市财政局）
        """

    private func plans() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.plan, to: "in/one.txt")
        try folder.write(Self.plan + "\n", to: "in/two.md")
        return folder
    }

    /// A plan on standard input is told by its content; other kinds of files in a folder are named once.
    @Test func standardInputAndFilesPassedOver() throws {
        let folder = try TemporaryFolder()
        try folder.write("一、主要任务\n1.做好工作。（责任单位：县财政局）\n", to: "plans/a.txt")
        try folder.write("x", to: "plans/b.png")
        let built = try BuiltProgram.shell("$FANGAN build - '\(folder.path)/plans' --out '\(folder.path)/out' < '\(folder.path)/plans/a.txt'")
        #expect(built.status == 0 && built.errors.contains("fangan: 1 file passed over: 1 .png"))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/out/graphs/-.graph.json"))
        let shown = try BuiltProgram.shell("printf '<html><body><p>一、主要任务</p><p>1.做好工作。</p></body></html>' | $FANGAN show - --format json")
        #expect(shown.status == 0 && shown.output.contains("text/html"))
        let nothing = try BuiltProgram.shell("$FANGAN show - < /dev/null")
        #expect(nothing.status == 1 && nothing.errors.contains("Nothing came on standard input"))
    }

    /// `compare` asks a store: some plans of it, by region and by words; its rows lead back to file, item and place.
    @Test func compareChoosesFromAStore() throws {
        let folder = try TemporaryFolder()
        for (name, place) in [("a", "平凉市"), ("b", "兰州市"), ("c", "贵阳市")] {
            try folder.write("\(place)人民政府关于城市公园建设的实施方案\n一、主要任务\n（一）新建口袋公园。全年新建口袋公园12个。（责任单位：市财政局）\n（二）加强公园管护。做好日常管护工作。（责任单位：市水务局）\n", to: "in/\(name).txt")
        }
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out", "--formats", "sqlite", "--quiet"]).status == 0)
        let store = folder.path + "/out/fangan.sqlite", csv = folder.path + "/rows.csv"
        let chosen = try BuiltProgram.run(["compare", store, "--region", "甘肃省", "--about", "口袋公园", "--csv", csv])
        #expect(chosen.status == 0)
        #expect(chosen.output.hasPrefix("2 个文件"))
        #expect(chosen.output.contains("主责：财政") && !chosen.output.contains("贵阳"))
        let rows = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\r\n")
        #expect(rows.first?.hasSuffix("起始位置,结束位置") == true)
        #expect(rows.contains { $0.contains("/in/a.txt") && $0.contains(",1.1,新建口袋公园,") })
        let none = try BuiltProgram.run(["compare", store, "--about", "没有这个词"])
        #expect(none.status == 2 && none.errors.contains("None of the plans"))
    }

    @Test func buildWritesEverything() throws {
        let folder = try plans()
        let outcome = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"])
        #expect(outcome.status == 0)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("fangan: 2 documents, "))
        #expect(Set(folder.snapshot().keys.filter { $0.hasPrefix("out/") && !$0.contains(".fangan") }) == [
            "out/graphs/one.graph.json", "out/graphs/two.graph.json", "out/text/one.txt", "out/text/two.txt",
            "out/tasks.csv", "out/tasks.ndjson", "out/mentions.csv", "out/units.csv", "out/unresolved.csv", "out/references.csv", "out/manifest.json",
        ])
    }

    /// A plan without numbers gives no task, and whoever builds it is told.
    @Test func textInNoTaskIsToldByBuild() throws {
        let folder = try TemporaryFolder()
        try folder.write("示例县工作方案\n主要任务\n一是加强宣传，由县委宣传部负责。二是落实资金，由县财政局负责。\n", to: "in/one.txt")
        try folder.write("示例县工作方案\n一、主要任务\n1.加强宣传。\n2.落实资金。\n", to: "in/two.txt")
        let first = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"])
        #expect(first.errors.contains("1 of them holds text that may ask for work and is in no task; fangan lint says where: ") && first.errors.contains("one.txt"))
        #expect(!first.errors.contains("two.txt"))
        // The second run takes over what the first made, and says the same.
        let second = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"])
        #expect(second.errors.contains("unchanged") && second.errors.contains("1 of them holds text"))
        #expect(try BuiltProgram.run(["build", folder.path + "/in/two.txt", "--out", folder.path + "/out2"]).errors.contains("of them hold") == false)
    }

    @Test func aPipeSeesNoProgressLine() throws {
        let folder = try plans()
        let outcome = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"])
        #expect(!outcome.errors.contains("\r") && !outcome.errors.contains("\u{1B}"))
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out", "--quiet"]).errors == "")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script(1) for a terminal"))
    func aTerminalSeesAProgressLine() throws {
        let folder = try plans()
        let command = "\"$FANGAN\" build '\(folder.path)/in' --out '\(folder.path)/out'"
        let outcome = try BuiltProgram.shell("script -qec \"\(command.replacingOccurrences(of: "\"", with: "\\\""))\" /dev/null </dev/null")
        #expect(outcome.output.contains("\r\u{1B}[K"))
        #expect(outcome.output.contains("2 of 2 documents"))
    }

    @Test func jobsDoNotChangeTheOutput() throws {
        let folder = try plans()
        for jobs in ["1", "4"] { #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out\(jobs)", "--jobs", jobs]).status == 0) }
        let files = folder.snapshot().filter { !$0.key.contains("manifest") && !$0.key.contains(".fangan") }
        let one = files.filter { $0.key.hasPrefix("out1/") }.sorted { $0.key < $1.key }.map(\.value)
        let four = files.filter { $0.key.hasPrefix("out4/") }.sorted { $0.key < $1.key }.map(\.value)
        #expect(one.count == 10 && one == four)
    }

    @Test func badInputIsNamedAndTheOthersComeOut() throws {
        let folder = try plans()
        let binary = try folder.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1]), to: "program")
        let empty = try folder.write("", to: "empty.txt")
        let hollow = folder.path + "/hollow"
        try FileManager.default.createDirectory(atPath: hollow, withIntermediateDirectories: true)
        let large = try folder.write(String(repeating: Self.plan, count: 30), to: "large.txt")
        let missing = folder.path + "/missing.txt"
        let outcome = try BuiltProgram.run(
            ["build", binary, empty, hollow, large, missing, folder.path + "/in", "--out", folder.path + "/out", "--max-bytes", "5000"])
        #expect(outcome.status == 1)
        for (path, words) in [
            (binary, "fangan: error: \(binary): "), (empty, "The file is empty. "), (hollow, "The folder holds no plan that can be read"),
            (large, "The file is over the limit of 5000 bytes. Raise the limit with --max-bytes"), (missing, "There is no such file or folder. Check the path."),
        ] {
            #expect(outcome.errors.contains("fangan: error: \(path): "))
            #expect(outcome.errors.contains(words))
        }
        #expect(outcome.errors.contains("7 documents") && outcome.errors.contains("5 failed"))
        #expect(folder.content("out/graphs/one.graph.json") != nil)
        let manifest = folder.content("out/manifest.json") ?? ""
        for path in [binary, empty, hollow, large, missing] { #expect(manifest.contains("{\"uri\": \"\(path)\"")) }
    }

    @Test func nothingToDoTouchesNothing() throws {
        let folder = try TemporaryFolder()
        let outcome = try BuiltProgram.run(["build", folder.path + "/none", folder.path, "--out", folder.path + "/out"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("There is no such file") && outcome.errors.contains("The folder holds no plan"))
        #expect(folder.names == [])
    }

    @Test(arguments: [[], ["build"], ["build", "x"], ["build", "x", "--out"], ["build", "x", "--out", "y", "--jobs", "0"], ["build", "x", "--out", "y", "--frobnicate"], ["show"], ["show", "x", "--format", "xml"], ["lint"], ["lint", "x", "--width", "3"], ["frobnicate"]] as [[String]])
    func wrongUsageIsTwo(_ arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments)
        if arguments.isEmpty { return #expect(outcome.output.contains("USAGE: fangan")) }
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("fangan: error: "))
        #expect(outcome.errors.contains("Usage: fangan"))
    }

    /// Lines are broken where the terminal ends, not where the source does.
    @Test(arguments: ["", "build", "show", "lint", "diff", "history", "compare", "like", "report", "search", "tasks", "unit"])
    func helpIsBrokenAtTheEndOfLines(_ command: String) throws {
        let page = try BuiltProgram.run([command, "--help"].filter { !$0.isEmpty }, environment: ["COLUMNS": "80"]).output.components(separatedBy: "USAGE:")[0]
        for (line, next) in zip(page.components(separatedBy: "\n"), page.components(separatedBy: "\n").dropFirst()) where !next.isEmpty && !next.hasPrefix(" ") {
            #expect(!line.hasPrefix(" "), "“\(line)” was broken")
            if line.isEmpty || line.hasPrefix(" ") { continue }
            #expect(line.count + 1 + (next.split(separator: " ").first?.count ?? 0) > 76, "“\(next)” has room in the line above it")
        }
    }

    /// What is taken from folders is named in full.
    @Test func theHelpOfBuildNamesEveryEnding() throws {
        let page = try BuiltProgram.run(["build", "--help"]).output
        for ending in Inputs.knownExtensions { #expect(page.contains(".\(ending)"), "\(ending)") }
    }

    @Test(arguments: [["--help"], ["build", "--help"], ["show", "--help"], ["lint", "--help"]])
    func helpHasExamples(_ arguments: [String]) throws {
        let outcome = try BuiltProgram.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Examples:"))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func versionIsPrinted() throws {
        let outcome = try BuiltProgram.run(["--version"])
        #expect(outcome.status == 0 && outcome.output.hasPrefix("fangan 0."))
    }

    @Test func aTargetThatCannotBeWrittenIsThree() throws {
        let folder = try plans()
        try folder.write("a file", to: "taken")
        for out in ["taken", "taken/deeper"] {
            let outcome = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/" + out])
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("fangan: error: \(folder.path)/taken: A file stands where a folder is needed. Choose another folder with --out."))
        }
    }

    /// A limit on the size of files stands in for a full disk: a write stops in the middle of a file.
    @Test func aWriteThatStopsInTheMiddleLeavesOnlyWholeFiles() throws {
        let folder = try plans()
        try folder.write(String(repeating: Self.plan + "\n", count: 400), to: "in/big.txt")
        let outcome = try BuiltProgram.shell("trap '' XFSZ; ulimit -f 64; exec \"$FANGAN\" build '\(folder.path)/in' --out '\(folder.path)/out' --jobs 1")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("The file grew over the size that is allowed here."))
        #expect(!folder.snapshot().keys.contains { $0.hasSuffix(".tmp") })
        #expect(folder.content("out/manifest.json") == nil)
        #expect(folder.content("out/graphs/big.graph.json") == nil)
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"]).status == 0)
    }

    /// As root nothing is forbidden, so the program then runs as somebody else.
    @Test(.enabled(if: geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"), "needs setpriv(1) as root"))
    func missingRightsAreNamed() throws {
        let folder = try plans()
        let asOther = geteuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
        guard try BuiltProgram.shell(asOther + "\"$FANGAN\" --version").status == 0 else { return }
        let unreadable = try folder.write(Self.plan, to: "secret.txt")
        chmod(unreadable, 0)
        try FileManager.default.createDirectory(atPath: folder.path + "/open", withIntermediateDirectories: true)
        chmod(folder.path + "/open", 0o777)
        let reading = try BuiltProgram.shell(asOther + "\"$FANGAN\" build '\(unreadable)' '\(folder.path)/in' --out '\(folder.path)/open/out'")
        #expect(reading.status == 1)
        #expect(reading.errors.contains("fangan: error: \(unreadable): There is no right to read it."))
        try FileManager.default.createDirectory(atPath: folder.path + "/closed", withIntermediateDirectories: true)
        chmod(folder.path + "/closed", 0o555)
        let writing = try BuiltProgram.shell(asOther + "\"$FANGAN\" build '\(folder.path)/in' --out '\(folder.path)/closed/out'")
        #expect(writing.status == 3)
        #expect(writing.errors.contains("fangan: error: \(folder.path)/closed/out: There is no right to write here."))
    }

    @Test func showPrintsTheTreeOrTheGraph() throws {
        let folder = try plans()
        let text = try BuiltProgram.run(["show", folder.path + "/in/one.txt", "--width", "60"])
        #expect(text.status == 0)
        #expect(text.output.contains("新建口袋公园") && text.output.contains("待核事项"))
        #expect(!text.output.contains("\u{1B}"))
        #expect(try BuiltProgram.run(["show", folder.path + "/in/one.txt", "--color", "always"]).output.contains("\u{1B}["))
        let json = try BuiltProgram.run(["show", folder.path + "/in/one.txt", "--format", "json"])
        #expect(try SchemaValidator(schema: Schemas.taskGraph).violation(in: Array(json.output.utf8)) == nil)
    }

    @Test func lintSaysWhatToLookAtAndEndsWithIt() throws {
        let folder = try plans()
        let clean = try BuiltProgram.run(["lint", folder.path + "/in"])
        #expect(clean.status == 0 && clean.errors == "")
        #expect(clean.output.contains("one.txt：没有发现问题。"))
        let draft = try folder.write(Self.plan.replacing("（二）", with: "（三）"), to: "draft.txt")
        let found = try BuiltProgram.run(["lint", draft, folder.path + "/in/one.txt"])
        #expect(found.status == 1)
        #expect(found.output.contains("\(draft):4:1: 请核对\n") && found.output.contains("（outline.number-missing）"))
        let json = try BuiltProgram.run(["lint", draft, "--format", "json"])
        #expect(json.status == 1 && json.output.contains(#""code": "outline.number-missing", "severity": "warning", "line": 4, "column": 1"#))
        #expect(try SchemaValidator(schema: Schemas.lint).violation(in: Array(json.output.utf8)) == nil)
    }

    /// Places are those of the file, whatever its encoding, line ends and blank lines.
    @Test func placesOfALegacyFileAreItsOwn() throws {
        let folder = try TemporaryFolder()
        let draft = Self.plan.replacing("（二）", with: "（三）").replacing("\n", with: "\r\n\r\n\r\n").replacing("（三）", with: "　　（三）")
        let file = try folder.write(draft, to: "draft.txt")
        guard try BuiltProgram.shell("iconv -f UTF-8 -t GB18030 '\(file)' > '\(folder.path)/legacy.txt'").status == 0 else { return }
        for name in ["draft", "legacy"] {
            let outcome = try BuiltProgram.run(["lint", folder.path + "/\(name).txt"])
            #expect(outcome.output.contains("\(name).txt:10:3: 请核对\n"), "\(outcome.output)")
        }
    }

    @Test func notesAloneAreNoFailure() throws {
        let folder = try TemporaryFolder()
        let draft = try folder.write(Self.plan.replacing("一、主要任务", with: "根据《关于公园建设的意见》，制定本方案。\n一、主要任务"), to: "draft.txt")
        let all = try BuiltProgram.run(["lint", draft])
        #expect(all.status == 0 && all.output.contains("reference.no-number"))
        let warnings = try BuiltProgram.run(["lint", draft, "--severity", "warning"])
        #expect(warnings.status == 0 && warnings.output.contains("没有发现问题。"))
    }

    @Test func lintNamesWhatItCannotRead() throws {
        let folder = try plans()
        let empty = try folder.write("", to: "empty.txt")
        let one = try BuiltProgram.run(["lint", empty, folder.path + "/in/one.txt"])
        #expect(one.status == 1 && one.errors.contains("The file is empty.") && one.output.contains("one.txt"))
        #expect(try BuiltProgram.run(["lint", folder.path + "/none.txt"]).status == 2)
    }

    @Test func showSaysWhatIsWrong() throws {
        let folder = try plans()
        let missing = try BuiltProgram.run(["show", folder.path + "/none"])
        #expect(missing.status == 2 && missing.errors.contains("There is no such file"))
        let unset = try BuiltProgram.run(["build", "", "--out", folder.path + "/out"])
        #expect(unset.status == 2 && unset.errors.contains("There is no such file"))
        let directory = try BuiltProgram.run(["show", folder.path])
        #expect(directory.status == 1 && directory.errors.contains("This is a folder."))
    }
}
