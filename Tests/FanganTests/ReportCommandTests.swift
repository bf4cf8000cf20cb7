import FanganFixtures
import Foundation
import Testing

/// `fangan report` as a user meets it, and its pages as a browser does.
@Suite struct ReportCommandTests {
    private static let python = Repository.root.appendingPathComponent(".venv/bin/python3").path
    /// Where the set-up for tests was made, or is asked for by `make test`.
    private static var hasBrowser: Bool {
        ProcessInfo.processInfo.environment["FANGAN_REQUIRE_PYTHON"] != nil
            || FileManager.default.isExecutableFile(atPath: python) && ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].contains { FileManager.default.fileExists(atPath: $0) }
    }

    /// A plan that tries whatever a page might run; also characters beyond the sixteen bits of JavaScript's, a formula and marks of templates.
    private static let hostile = """
        某县<script>window.hacked=1</script>与<img src=x onerror="window.hacked=2">实施方案

        某政办〔2024〕1号

        一、主要任务
        （一）<img src=x onerror=window.hacked=3>加强宣传。</script><script>window.hacked=4</script>每年不少于2次。（责任单位：县<b>教育局</b>、县公安局<script>window.hacked=5</script>）
        （二）"><svg onload=window.hacked=6>完善制度。2024年底前完成<!-- <script>，得2分。（责任单位：县财政局）
        （三）=HYPERLINK("http://example.invalid")检查{{title}}{{{data}}}。𠮷字𪚥字以后2024年6月底前完成。（牵头单位：县住建局；配合单位：县水利局）

        """

    /// A later version: words, a deadline and a unit are others, an item stands elsewhere, one is new.
    private static func revised(_ path: String) throws -> String {
        var lines = try String(contentsOfFile: path, encoding: .utf8).replacing("逐户过筛", with: "逐户排查").replacing("2023年6月底前", with: "2023年7月底前")
            .replacing("县乡村振兴局、", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let moved = try #require(lines.firstIndex { $0.hasPrefix("2.分类整改") })
        let line = lines.remove(at: moved)
        let section = try #require(lines.firstIndex { $0.hasPrefix("（三）") && $0.contains("管护") })
        lines.insert(contentsOf: [line, "9.建立档案。建立“一户一档”。（责任单位：县财政局）"], at: section + 1)
        return lines.joined(separator: "\n")
    }

    @Test func aRevisionAndAComparisonArePagesOfTheirOwn() throws {
        let folder = try TemporaryFolder(), corpus = Repository.root.appendingPathComponent("corpus").path
        let old = corpus + "/01-jixi-rural-toilets.txt", new = try folder.write(Self.revised(old), to: "new.txt")
        #expect(try BuiltProgram.run(["diff", old, new, "--html", folder.path + "/diff.html"]).status == 0)
        #expect(try #require(folder.content("diff.html")).contains("fangan.revision/1"))
        #expect(try BuiltProgram.run(["diff", old, new, "--implements", "--html", "x"]).status == 2)
        #expect(try BuiltProgram.run(["diff", old, new, "--html", folder.path + "/none/diff.html"]).status == 3)
        #expect(try BuiltProgram.run(["compare", old, corpus + "/05-luoyang-old-communities.txt", "--html", folder.path + "/compare.html"]).status == 0)
        #expect(try #require(folder.content("compare.html")).contains("fangan.comparison/1"))
    }

    @Test func pagesAreWrittenBesideTheTaskData() throws {
        let folder = try TemporaryFolder(), store = folder.path + "/out"
        #expect(try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus/01-jixi-rural-toilets.txt").path, "--out", store]).status == 0)
        let outcome = try BuiltProgram.run(["report", store])
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(outcome.errors == "fangan: pages over 1 documents: \(store)/report/index.html\n")
        #expect(folder.content("out/report/plans/01-jixi-rural-toilets.html")?.contains("绩溪县农村厕所革命提质增效三年行动实施方案") == true)
        let before = folder.snapshot()
        #expect(try BuiltProgram.run(["report", store, "--quiet"]).errors == "")
        #expect(folder.snapshot() == before)
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        let folder = try TemporaryFolder()
        let missing = try BuiltProgram.run(["report", folder.path + "/none"])
        #expect(missing.status == 2 && missing.errors.contains("none/manifest.json"))
        let store = folder.path + "/out"
        _ = try BuiltProgram.run(["build", "--quiet", Repository.root.appendingPathComponent("corpus/01-jixi-rural-toilets.txt").path, "--out", store])
        try folder.write("", to: "file")
        #expect(try BuiltProgram.run(["report", store, "--out", folder.path + "/file"]).status == 3)
        #expect(try BuiltProgram.run(["report", store, "--out", ""]).status == 2)
    }

    @Test(.enabled(if: hasBrowser, "needs .venv and Chromium; Scripts/setup --test prepares them"))
    func aBrowserFindsNothingWrong() throws {
        let folder = try TemporaryFolder(), corpus = Repository.root.appendingPathComponent("corpus").path
        try folder.write(Self.hostile, to: "in/危险 <b>&\"#名.txt")
        for name in ["01-jixi-rural-toilets", "02-zunyi-campus-food-safety", "03-jiangnan-fire-duty-list", "04-jingning-healthy-county", "05-luoyang-old-communities", "13-xiangtan-employment-damaged"] {
            try FileManager.default.copyItem(atPath: "\(corpus)/\(name).txt", toPath: "\(folder.path)/in/\(name).txt")
        }
        try folder.write("", to: "in/empty.txt")
        let old = "\(folder.path)/in/01-jixi-rural-toilets.txt", new = try folder.write(Self.revised(old), to: "in/01-jixi-rural-toilets-2.txt")
        #expect(try BuiltProgram.run(["build", "--quiet", folder.path + "/in", "--out", folder.path + "/out"]).status == 1)
        #expect(try BuiltProgram.run(["report", "--quiet", folder.path + "/out", "--out", folder.path + "/pages"]).status == 0)
        try folder.write(BuiltProgram.run(["compare", folder.path + "/out", "--format", "json"]).output, to: "out/comparison.json")
        try folder.write(BuiltProgram.run(["diff", old, new, "--format", "json"]).output, to: "out/revision.json")
        let browsing = Process(), output = Pipe()
        browsing.executableURL = URL(fileURLWithPath: Self.python)
        browsing.arguments = [Repository.root.appendingPathComponent("Tests/Interop/browse_report.py").path, folder.path + "/pages", folder.path + "/out"]
        browsing.standardOutput = output
        try browsing.run()
        let faults = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        browsing.waitUntilExit()
        #expect(browsing.terminationStatus == 0)
        #expect(faults == "")
    }
}
