import Testing

@testable import FanganExport

@Suite struct WordingTests {
    /// Row 1 with `2024年新建…` is not row 12024.
    @Test(arguments: [("1", "2024年新建车位", "1 "), ("1.", "新建车位", "1."), ("（一）", "新建车位", "（一）"), ("一、", "新建车位", "一、"), ("任务一", "新建车位", "任务一 "), ("3", "", "3"), ("", "新建车位", "")])
    func labelsWithoutAMarkStandOff(label: String, words: String, shown: String) {
        #expect(Wording.label(label, before: words) == shown)
    }
}
