@testable import FanganOutline
import Testing

/// How far numbers of each form go on.
@Suite struct LabelRangeTests {
    @Test(arguments: ["（N）", "(N)", "N）"]) func longListsKeepTheirItems(_ form: String) {
        let lines = (1...400).map { form.replacing("N", with: String($0)) + "推进第\($0)项工程。" }
        #expect(outline("一、任务\n" + lines.joined(separator: "\n")).items.count == 401)
    }

    /// （2023） is a year.
    @Test func aYearInBracketsIsNoNumber() {
        #expect(outline("一、任务\n（1）推进工程。\n（2023）年度目标全面完成。\n（2）总结经验。").items.count == 3)
    }

    @Test func circledNumbersGoOnBehind35() {
        let signs = (0x2460...0x2473).map { $0 } + (0x3251...0x325F).map { $0 } + (0x32B1...0x32BF).map { $0 }
        let lines = signs.compactMap { Unicode.Scalar($0) }.map { "\($0)推进工程。" }
        #expect(outline("一、任务\n1.重点工程。如下。\n" + lines.joined(separator: "\n")).items.count == 52)
    }
}
