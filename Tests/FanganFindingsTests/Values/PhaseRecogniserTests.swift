import FanganText
import Testing

@testable import FanganFindings

@Suite("Phases") struct PhaseRecogniserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, name: String, start: String?, end: String?
        var testDescription: String { text }
        init(_ text: String, _ name: String, _ start: String?, _ end: String?) {
            (self.text, self.name, self.start, self.end) = (text, name, start, end)
        }
    }

    private let context = DateContext(year: 2023, issued: Day(2023, 3, 10))

    @Test("is a phase", arguments: [
        Row("动员部署阶段（2021年12月—2022年9月）", "动员部署阶段", "2021-12-01", "2022-09-30"),
        Row("1.宣传动员阶段(2023年6月至7月):", "宣传动员阶段", "2023-06-01", "2023-07-31"),
        Row("（一）组织实施阶段（2023年7月至2025年3月）", "组织实施阶段", "2023-07-01", "2025-03-31"),
        Row("第一阶段：宣传发动（3月）", "宣传发动", "2023-03-01", "2023-03-31"),
        Row("第二阶段（4月-10月）", "第二阶段", "2023-04-01", "2023-10-31"),
        Row("启动阶段：2023年1月—3月", "启动阶段", "2023-01-01", "2023-03-31"),
        Row("筹备阶段（5月底前）", "筹备阶段", nil, "2023-05-31"),
        Row("巩固提升阶段（2023年11月起）", "巩固提升阶段", "2023-11-01", nil),
        Row("部署阶段（即日起至4月底）", "部署阶段", "2023-03-10", "2023-04-30"),
        Row("宣传动员（2023年6月至7月）", "宣传动员", "2023-06-01", "2023-07-31"),
        Row("宣傳動員階段(2023年9月6日至15日)", "宣傳動員階段", "2023-09-06", "2023-09-15"),
        Row("集中攻坚阶段(9月16日-11月10日)", "集中攻坚阶段", "2023-09-16", "2023-11-10"),
        Row("总结表彰阶段(11月11日–30日)", "总结表彰阶段", "2023-11-11", "2023-11-30"),
        Row("第一阶段：汛前准备（印发之日起至2023年5月31日）", "汛前准备", "2023-03-10", "2023-05-31"),
        Row("第二阶段：汛中防御（2023年6月1日到9月15日）", "汛中防御", "2023-06-01", "2023-09-15"),
        Row("第三阶段：汛后总结（2023年9月16日至10月）。统计灾情，修复设施", "汛后总结", "2023-09-16", "2023-10-31"),
        Row("三、全面推广阶段（2023年下半年）", "全面推广阶段", "2023-07-01", "2023-12-31"),
        Row("第一阶段(3月上旬—4月中旬) 动员部署", "第一阶段", "2023-03-01", "2023-04-20"),
        Row("总结验收阶段 （ 2023 年 12 月 ）", "总结验收阶段", "2023-12-01", "2023-12-31"),
        Row("第二步阶段（2023年4月—）：实施", "第二步阶段", "2023-04-01", nil),
        Row("2023年11月，总结验收阶段", "总结验收阶段", "2023-11-01", "2023-11-30"),
        Row("3月至4月为动员部署阶段", "动员部署阶段", "2023-03-01", "2023-04-30"),
    ])
    func phase(_ row: Row) throws {
        let found = try #require(PhaseRecogniser().read(Passage(row.text), context: context))
        #expect(found.name == row.name)
        #expect(found.start?.iso == row.start)
        #expect(found.end?.iso == row.end)
    }

    /// In a plan of 20 November phases of the first months are of the next year.
    @Test(arguments: [Row("集中整治阶段（1月1日—3月20日）", "集中整治阶段", "2025-01-01", "2025-03-20"), Row("总结阶段（2月）", "总结阶段", "2025-02-01", "2025-02-28"), Row("宣传发动阶段（9月1日—9月20日）", "宣传发动阶段", "2024-09-01", "2024-09-20"), Row("整治阶段（12月1日—2月20日）", "整治阶段", "2024-12-01", "2025-02-20")])
    func phaseOfTheNextYear(_ row: Row) throws {
        let found = try #require(PhaseRecogniser().read(Passage(row.text), context: DateContext(year: 2024, yearBasis: .issued, issued: Day(2024, 11, 20))))
        #expect(found.start?.iso == row.start)
        #expect(found.end?.iso == row.end)
    }

    /// A plan whose title writes its year keeps it.
    @Test(arguments: [Row("春季督导阶段（3月—6月）", "春季督导阶段", "2024-03-01", "2024-06-30"), Row("秋季督导阶段（9月—12月）", "秋季督导阶段", "2024-09-01", "2024-12-31")])
    func phaseOfTheWrittenYear(_ row: Row) throws {
        let found = try #require(PhaseRecogniser().read(Passage(row.text), context: DateContext(year: 2024, yearBasis: .plan, issued: Day(2024, 10, 20))))
        #expect(found.start?.iso == row.start)
        #expect(found.end?.iso == row.end)
    }

    @Test("is a phase of a section about phases", arguments: [
        Row("动员部署（2023年5月上旬）", "动员部署", "2023-05-01", "2023-05-10"),
        Row("总结提升（2023年12月）。", "总结提升", "2023-12-01", "2023-12-31"),
        Row("长效管护：2023年4月以后", "长效管护", "2023-04-01", nil),
    ])
    func phaseByItsSection(_ row: Row) throws {
        let found = try #require(PhaseRecogniser().read(Passage(row.text), context: context, inPhases: true))
        #expect(found.name == row.name)
        #expect(found.start?.iso == row.start)
        #expect(found.end?.iso == row.end)
        #expect(PhaseRecogniser().read(Passage(row.text), context: context) == nil)
    }

    @Test func aDeadlineAloneIsNoPhase() {
        #expect(PhaseRecogniser().read(Passage("细则拟定（2023年6月底前）"), context: context, inPhases: true) == nil)
        #expect(PhaseRecogniser().read(Passage("2023年6月底前，完成动员部署"), context: context, inPhases: true) == nil)
    }

    @Test func theDatesMayStandAtTheHeadOfTheText() throws {
        func read(_ heading: String, _ text: String, inPhases: Bool = false) -> PhaseMention? {
            let passage = Passage(heading + "\n" + text)
            let start = heading.unicodeScalars.count
            return PhaseRecogniser().read(passage, heading: 0..<start, textStart: start + 1, context: context, inPhases: inPhases)
        }
        let found = try #require(read("集中整治阶段", "时间：2023年4月至10月，全面开展整治。"))
        #expect(found.name == "集中整治阶段")
        #expect([found.start?.iso, found.end?.iso] == ["2023-04-01", "2023-10-31"])
        #expect(found.detail?.edtf == "2023-04/2023-10")
        #expect(read("集中整治", "2023年4月至10月，全面开展整治。", inPhases: true) != nil)
        #expect(read("实行阶段性补贴", "自2023年4月1日至12月31日，给予补贴。") == nil)
        #expect(read("集中整治阶段", "2023年4月底前，完成排查。") == nil)
        #expect(read("集中整治阶段", "2023年4月，完成排查。") == nil)
        #expect(read("总结阶段", "2023年第四季度。总结经验。")?.detail?.edtf == "2023-10/2023-12")
    }

    @Test("is none", arguments: ["加强组织领导", "《建设行动方案（2021—2023年）》", "建设行动方案（2021—2023年）", "关于印发方案的通知（2023年5月10日）", "11月30日前，开展自查", "动员部署阶段"])
    func none(_ words: String) { #expect(PhaseRecogniser().read(Passage(words), context: context) == nil) }
}
