import FanganFixtures
import Foundation
import Testing

/// The tables of units over a run of several plans: one line of succession, where each spelling stands.
@Suite struct UnitTablesTests {
    private static func plan(_ year: String, _ unit: String) -> String {
        """
        平凉市崆峒区人民政府办公室关于印发《崆峒区产业帮扶工作方案》的通知
        各乡镇人民政府：
        现将《崆峒区产业帮扶工作方案》印发给你们，请认真贯彻执行。
        平凉市崆峒区人民政府办公室
        \(year)年5月6日
        崆峒区产业帮扶工作方案
        为做好产业帮扶工作，制定本方案。
        一、重点任务
        （一）完善项目库。建立台账。（责任单位：\(unit)，各有关单位）
        （二）加强培训。办好培训班。（责任单位：\(unit)、区农业农村局，各乡镇人民政府）
        """
    }

    private static func run() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(plan("2020", "区扶贫办"), to: "in/a2020.txt")
        try folder.write(plan("2022", "区乡村振兴局"), to: "in/b2022.txt")
        let outcome = try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out", "--quiet"])
        #expect(outcome.status == 0)
        return folder
    }

    private static func table(_ folder: TemporaryFolder, _ name: String) -> [[String]] {
        (folder.content("out/" + name) ?? "").components(separatedBy: "\r\n").filter { !$0.isEmpty }.dropFirst()
            .map { $0.components(separatedBy: ",") }
    }

    /// 扶贫办 of 2020 and 乡村振兴局 of 2022 are one line: the old plan's graph leads to the very node that the new plan names.
    @Test func oldAndNewNamesAreOneLineOverTheRun() throws {
        let folder = try Self.run()
        func graph(_ name: String) throws -> [String: Any] {
            let text = try #require(folder.content("out/graphs/\(name).graph.json"))
            return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        }
        func edges(_ graph: [String: Any], _ type: String) -> [[String: Any]] {
            (graph["edges"] as? [[String: Any]] ?? []).filter { $0["type"] as? String == type }
        }
        let old = try graph("a2020"), new = try graph("b2022")
        let named = Set(edges(new, "responsible").compactMap { $0["to"] as? String })
        let line = edges(old, "succeeds").first { ($0["to"] as? String)?.hasSuffix("扶贫开发办公室") ?? false }
        let successor = try #require(line?["from"] as? String)
        #expect(successor == "unit:620802:平凉市崆峒区乡村振兴局")
        #expect(named.contains(successor))
        #expect(line?["date"] as? String == "2021-02-25")

        let rows = Self.table(folder, "units.csv")
        let before = try #require(rows.first { $0[1] == "平凉市崆峒区扶贫开发办公室" })
        #expect(before.last?.contains("平凉市崆峒区乡村振兴局（2021-02-25）") == true)
        #expect(rows.first { $0[1] == "平凉市崆峒区农业农村局" }?[9] == "2")
    }

    @Test func classesSayWhatTheyRangeOver() throws {
        let rows = Self.table(try Self.run(), "units.csv")
        let open = try #require(rows.first { $0[8] == "各有关单位" })
        #expect(open[11...13] == ["部分部门单位", "", "文件未列明"])
        let known = try #require(rows.first { $0[8] == "各乡镇人民政府" })
        #expect(known[11] == "全部下级地区" && (Int(known[12]) ?? 0) >= 15 && known[13] == "行政区划")
    }

    @Test func everySpellingIsFoundInTheText() throws {
        let folder = try Self.run()
        let mentions = Self.table(folder, "mentions.csv")
        for row in mentions {
            let text = Array(try #require(folder.content("out/text/\(row[3]).txt")).unicodeScalars)
            let start = try #require(Int(row[7])), end = try #require(Int(row[8]))
            #expect(String(String.UnicodeScalarView(text[start..<end])) == row[2])
        }
        #expect(mentions.map { $0[2] }.contains("区扶贫办") && mentions.map { $0[2] }.contains("区乡村振兴局"))
        let units = Self.table(folder, "units.csv")
        #expect(Set(mentions.map { $0[0] }).isSubset(of: Set(units.map { $0[0] })))
    }
}
