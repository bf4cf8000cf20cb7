import FanganText
import Testing

@testable import FanganFindings

/// The arithmetic of points over items.
@Suite("Sums of points") struct ScoreSumTests {
    private func differences(_ lines: String) -> [String] {
        findings(lines).findings.diagnostics.filter { $0.code == "score.sum-differs" }.map(\.message)
    }

    @Test func aSectionIsTheSumOfItsItems() {
        let sound = "一、组织领导（25分）\n（一）领导小组（10分）\n（二）工作方案（15分）\n二、环境卫生（75分）\n（一）清运（45分）\n（二）公厕（30分）"
        #expect(differences(sound) == [])
        #expect(differences(sound.replacing("30分", with: "20分"))
            == ["\u{201C}75分\u{201D} gives 75 points, its parts (\u{201C}45分\u{201D} … \u{201C}20分\u{201D}) add up to 65."])
    }

    @Test func anItemIsTheSumOfItsParts() {
        let lines = "一、环境卫生\n（一）清运（5分）。建立台账（得2分），日产日清（得2.5分）。\n（二）公厕（4分）。有人管（得2分），有设施（得2分）。"
        #expect(differences(lines) == ["\u{201C}5分\u{201D} gives 5 points, its parts (\u{201C}得2分\u{201D} … \u{201C}得2.5分\u{201D}) add up to 4.5."])
    }

    @Test func gradesDoNotAddUp() {
        #expect(differences("一、环境卫生\n（一）清运（5分）。优秀得5分，良好得3分，每少1次扣1分。\n（二）公厕（5分）。") == [])
    }

    @Test func whereAnItemHasNoPointsOnlyMoreIsAContradiction() {
        #expect(differences("一、组织领导（25分）\n（一）领导小组（10分）\n（二）工作方案（5分）\n（三）结果运用。通报结果。") == [])
        #expect(differences("一、组织领导（25分）\n（一）领导小组（20分）\n（二）工作方案（15分）\n（三）结果运用。通报结果。").count == 1)
    }

    @Test func theTotalIsTheSumOfTheOutermost() {
        let lines = "一、组织领导（40分）\n成立小组。\n二、环境卫生（60分）\n整治环境。\n三、评分方法\n考核满分100分，90分以上为优秀。"
        #expect(differences(lines) == [])
        #expect(differences(lines.replacing("60分", with: "50分"))
            == ["\u{201C}满分100分\u{201D} gives 100 points, its parts (\u{201C}40分\u{201D} … \u{201C}50分\u{201D}) add up to 90."])
    }

    @Test func capsAndEndsStandApart() {
        let found = findings("一、任务\n1.报送信息。每少1篇扣0.5分，扣完为止。\n2.巡查。每低1个百分点扣1分，最多扣5分。").findings
        #expect(found.items.flatMap(\.scores).map(\.points) == [-0.5, -1])
        #expect(found.items.flatMap(\.scoreLimits).map(\.kind) == [.untilZero, .cap])
    }
}
