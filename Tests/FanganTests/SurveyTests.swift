import FanganFixtures
import Foundation
import Testing

/// `Scripts/survey` counts what was not read.
@Suite struct SurveyTests {
    private static let plan = """
        清河市城市公园建设工作方案
        一、主要任务
        （一）新建口袋公园。2023年6月底前完成新建（含改建，由专人负责的部分）；2023年6月底前开放。（责任单位：市园林局）
        （二）加强管护。对2023年3月底前到期的合同继续执行，得5分钟。（市财政局负责）
        （三）总结经验。做好总结。
        """

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs Python"))
    func countsWhatNoValueCovers() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.plan, to: "in/one.txt")
        #expect(try BuiltProgram.run(["build", folder.path + "/in", "--out", folder.path + "/out"]).status == 0)
        let survey = Repository.root.appendingPathComponent("Scripts/survey").path
        let outcome = try BuiltProgram.shell("/usr/bin/python3 '\(survey)' '\(folder.path)/out' --list held --list units --list brackets")
        #expect(outcome.status == 0 && outcome.errors == "")
        let row = outcome.output.split(separator: "\n").first { $0.hasPrefix("one ") }?.split(separator: " ").dropFirst().map(String.init) ?? []
        // tasks, without a unit, duties, without a unit | names, open | brackets, read, unread | dates, due, period, held, unread | scores, unread
        #expect(row == ["3", "1", "3", "1", "2", "0", "3", "2", "0", "3", "2", "1", "1", "0", "0", "0"])
        #expect(outcome.output.contains("（二）加强管护。对⟦2023年3月底前⟧到期的合同继续执行"))
        #expect(outcome.output.contains("⟦（三）总结经验"))
    }
}
