import FanganText
import Testing

@testable import FanganFindings

/// Times of whole items: what is due, what is kept beside it, what the document itself names.
@Suite("Times of items") struct ItemTimesTests {
    @Test func aYearIsDueWhereAnAmountIsRequiredForIt() {
        func due(_ words: String) -> [String] {
            findings("一、重点任务\n1.开展工作。\(words)\n2.其他。开展其他工作。\n2022年3月1日").findings.items.flatMap(\.due).map(\.day.iso)
        }
        #expect(due("2023年，全市实施一企一策评价企业达18家。") == ["2023-12-31"])
        #expect(due("2023年将改革行业拓展至26个以上。") == ["2023-12-31"])
        #expect(due("2023年底电厂存煤不低于800万吨。") == ["2023-12-31"])
        #expect(due("2023年单笔首担率不低于20%。") == [])
        #expect(due("2023年对月销售额10万元以下的纳税人免征增值税，服务企业5家。") == [])
        #expect(due("2023年开展工作。新增企业18家。") == [])
    }

    /// Without 年, 月 or 日 the key alone says that there is a day.
    @Test(arguments: ["完成时间：2026/8/31。", "完成时限：2026-8-31。", "完成时间：2026.8.31。"]) func aDayInFiguresBehindItsKey(_ words: String) {
        #expect(findings("一、重点任务\n1.开展工作。\(words)\n2.其他。开展其他工作。\n2026年3月1日").findings.items.flatMap(\.due).map(\.day.iso) == ["2026-08-31"])
    }

    /// Neither 年 nor a key: the points, dashes and strokes say it.
    @Test(arguments: ["2022.6.1-2022.9.30完成集中整治。", "2022.6-2022.9完成集中整治。", "2022/6/1至2022/9/30完成集中整治。", "2022-06-01至2022-09-30完成集中整治。", "２０２２．６．１—２０２２．９．３０完成集中整治。", "2022.6-9完成集中整治。", "2022.6—9完成集中整治。", "2022-06-01至09-30完成集中整治。", "2022.6.1-9.30号完成集中整治。"])
    func stretchesInFigures(_ words: String) {
        #expect(findings("一、重点任务\n1.开展工作。\(words)\n2.其他。开展其他工作。\n2022年3月1日").findings.items.flatMap(\.due).map(\.day.iso) == ["2022-09-30"])
    }

    @Test(arguments: ["2022.6.1-7.1公里完成。", "2022.6.1-2.3倍完成。"])
    func noStretches(_ words: String) {
        #expect(!findings("一、重点任务\n1.开展工作。\(words)\n2.其他。开展其他工作。\n2022年3月1日").findings.items.flatMap(\.due).contains { ["2022-07-01", "2023-02-03"].contains($0.day.iso) })
    }

    @Test func whatIsDueMayGoOn() {
        let items = findings("一、任务\n1.升级平台。（5月底取得阶段性成效并持续推进，牵头单位：市工信局）\n2.建设网站。（6月底完成，牵头单位：市工信局）\n2022年3月1日").findings.items
        #expect(items.flatMap(\.due).map(\.isOngoing) == [true, false])
        #expect(items.flatMap(\.periods).map(\.kind) == [.openEnd])
    }

    @Test func aLastDayNamedTwiceIsDueOnce() {
        let items = findings("一、任务\n1.拨付资金。年底前使用进度达到70%以上，年底前支付完毕。\n2.检查。开展检查。\n2022年3月1日").findings.items
        #expect(items.flatMap(\.due).map(\.day.iso) == ["2022-12-31"])
        #expect(items.flatMap(\.periods).map(\.kind) == [.due])
    }

    @Test func aStepWithADateIsAPhaseWhateverItsName() {
        let items = findings("一、实施步骤\n（一）制定方案（2023年3月）。制定本地方案。\n（二）全面推广（2023年4月—10月）。开展推广。\n（三）总结评估（2023年11月）。总结经验。\n2023年3月1日").findings.items
        #expect(items.compactMap(\.phase).map(\.name) == ["制定方案", "全面推广", "总结评估"])
    }

    @Test func theDatesOfAPhaseAreNotDue() {
        let items = findings("一、实施步骤\n（一）集中整治阶段\n2023年4月至10月，全面开展整治。9月底前完成排查。\n（二）总结验收（2023年12月）\n组织验收。").findings.items
        #expect(items.compactMap(\.phase).map(\.name) == ["集中整治阶段", "总结验收"])
        #expect(items.flatMap(\.due).map(\.day.iso) == ["2023-09-30"])
        #expect(items.flatMap(\.due).map(\.yearBasis) == [.phase])
    }

    @Test func besideAPhaseADeadlineEndsAPhase() {
        func read(_ second: String) -> (phases: [String], due: [String]) {
            let items = findings("一、实施步骤\n（一）动员部署（2024年3月15日前）\n部署工作。\n（二）\(second)\n开展整治。\n2024年3月1日").findings.items
            return (items.compactMap(\.phase).map { "\($0.name) \($0.start?.iso ?? "") \($0.end?.iso ?? "")" }, items.flatMap(\.due).map(\.day.iso))
        }
        #expect(read("集中整治（2024年3月16日-11月30日）") == (["动员部署  2024-03-15", "集中整治 2024-03-16 2024-11-30"], []))
        #expect(read("集中整治（2024年11月30日前）") == ([], ["2024-03-15", "2024-11-30"]))
        // The same for a sibling with its dates at the head of its text, and one with a colon.
        #expect(read("集中整治\n2024年3月16日至11月30日，开展整治。") == (["动员部署  2024-03-15", "集中整治 2024-03-16 2024-11-30"], []))
        #expect(read("集中整治（2024年3月16日-11月30日）\n开展整治。\n（三）总结：2024年12月15日前。").phases.last == "总结  2024-12-15")
    }

    @Test func theDocumentSaysHowLongItHolds() {
        let found = findings("关于促进消费的若干措施\n为促进消费，制定本措施。\n一、发放券。发放消费券。\n二、办展会。举办展会。\n本措施自2023年2月1日起施行，有效期至2023年12月31日。").findings
        #expect(found.periods.map(\.kind) == [.term])
        #expect(found.periods.map { $0.detail?.edtf } == ["2023-02-01/2023-12-31"])
        let years = findings("关于促进消费的若干措施\n一、发放券。发放消费券。\n二、办展会。举办展会。\n本措施自2023年2月1日起施行，有效期5年。").findings
        #expect(years.periods.map { $0.end } == [Day(2028, 1, 31)])
        let open = findings("关于促进消费的若干措施\n一、发放券。发放消费券。\n二、办展会。举办展会。\n本措施自2023年2月1日起施行。").findings
        #expect(open.periods.map { $0.detail?.edtf } == ["2023-02-01/.."])
    }
}
