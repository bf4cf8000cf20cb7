import Fangan
import FanganExport
import FanganFixtures
import Foundation
import Testing

/// `references.csv` says which document of the run a reference is.
@Suite struct ReferenceLinkTests {
    private static let plan = """
        清河市城市公园建设工作方案
        根据《清河市城市绿化行动计划》（清府发〔2022〕8号）和《关于加强公园管理的实施意见》，制定本方案。
        一、主要任务
        （一）新建口袋公园。落实清府发[2022]第8号和国发〔2020〕1号，全年新建口袋公园12个。（责任单位：市园林局）
        """
    private static let target = """
        清府发〔2022〕8号
        清河市城市绿化行动计划
        一、主要任务
        （一）植树。全年植树12万株。（责任单位：市园林局）
        """
    private static let other = """
        关于加强公园管理的实施意见（征求意见稿）
        一、主要任务
        （一）管护。做好管护。（责任单位：市园林局）
        """

    private func build(_ folder: TemporaryFolder, _ out: String = "out", jobs: Int = 1) async throws -> [[String]] {
        let pipeline = try Pipeline()
        let batch = Batch(options: Batch.Options(outputFolder: folder.path + "/" + out, jobs: jobs)) { bytes, input throws(DocumentFailure) in
            try pipeline.run(bytes: bytes, uri: input.uri, name: input.name)
        }
        _ = try await batch.run(Inputs([folder.path + "/in"]))
        let lines = (folder.content(out + "/references.csv") ?? "").split(separator: "\r\n").dropFirst()
        return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test func linksAreFoundByNumberAndByTitle() async throws {
        let folder = try TemporaryFolder()
        for (name, text) in [("a", Self.plan), ("b", Self.target), ("c", Self.other)] { try folder.write(text, to: "in/\(name).txt") }
        let rows = try await build(folder)
        #expect(rows.map { "\($0[0]) \($0[1]) \($0[2]) \($0[4]) \($0[5]) → \($0[8]) \($0[11])" } == [
            "a ref:1 落实 清府发〔2022〕8号 1.1 → b 文号", "a ref:2 依据   → c 标题", "a ref:3 落实 国发〔2020〕1号 1.1 →  ",
        ])
        let graph = folder.content("out/graphs/b.graph.json") ?? ""
        #expect(graph.contains("\"id\": \"\(rows[0][9])\"") && graph.contains("\"work\": \"\(rows[0][10])\""))
    }

    @Test func anUnchangedDocumentGetsItsLinkWhenTheOtherAppears() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.plan, to: "in/a.txt")
        #expect(try await build(folder).map { $0[8] } == ["", "", ""])
        let graph = folder.content("out/graphs/a.graph.json")
        try folder.write(Self.target, to: "in/b.txt")
        #expect(try await build(folder).map { $0[8] } == ["b", "", ""])
        #expect(folder.content("out/graphs/a.graph.json") == graph)
        #expect((folder.content("out/manifest.json") ?? "").contains("\"reused\": true"))
        try FileManager.default.removeItem(atPath: folder.path + "/in/b.txt")
        #expect(try await build(folder).map { $0[8] } == ["", "", ""])
    }

    @Test func theNumberOfJobsChangesNothing() async throws {
        let folder = try TemporaryFolder()
        for n in 1...6 { try folder.write(n % 2 == 0 ? Self.target : Self.plan + String(repeating: "\n", count: n), to: "in/\(n).txt") }
        _ = try await build(folder, "one")
        _ = try await build(folder, "four", jobs: 4)
        #expect(folder.content("one/references.csv") == folder.content("four/references.csv"))
        #expect((folder.content("one/references.csv") ?? "").contains("2、4、6"))
    }
}
