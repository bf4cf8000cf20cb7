import FanganOutline
import Testing
@testable import FanganFindings

/// Units that tasks have from titles, from lines in front of and behind them.
@Suite struct UnitsFromElsewhereTests {
    private func units(_ lines: String) -> [[String]] {
        let (outline, found) = findings("示例县重点工作方案\n" + lines)
        return outline.items.indices.filter { outline.items[$0].kind == .task }.map { found.items[$0].responsible.map { ($0.role == .lead ? "★" : $0.role == .support ? "~" : "") + $0.mention } }
    }

    @Test func titlesSayWhose() {
        #expect(units("一、总体要求\n坚持安全。\n二、县交通局任务\n1.修建公路。\n2.养护桥梁。（配合单位：县财政局）\n三、各乡镇负责以下工作：\n1.绿化。\n四、本年度任务\n1.美化。") == [["县交通局"], ["县交通局", "~县财政局"], ["各乡镇"], []])
    }

    /// Titles that say with their words whose the tasks are, and titles that are organs beside what each plan has.
    @Test func titlesAreLists() {
        #expect(units("一、县教育局、县卫健局（共同牵头）\n1.建学校。\n二、县司法局（责任人：张三）\n1.普法。\n三、县文旅局牵头，县教体局配合\n1.研学。\n四、县财政局承担的任务\n1.拨款。\n五、加强宣传（12月底前）\n1.开会。")
            == [["★县教育局", "★县卫健局"], ["县司法局"], ["★县文旅局", "~县教体局"], ["县财政局"], []])
        #expect(units("一、县教育局\n1.建学校。\n二、县民政局\n1.建敬老院。\n三、共同任务\n1.绿化。") == [["县教育局"], ["县民政局"], []])
        #expect(units("一、县教育局\n1.建学校。\n二、县民政局\n1.建敬老院。\n三、保障措施\n1.加强领导。") == [["县教育局"], ["县民政局"], []])
        #expect(units("一、组织机构\n1.成立小组。\n二、县民政局\n1.建敬老院。\n三、任务安排\n1.加强领导。") == [[], [], []])
    }

    /// A line that ends in a colon holds for the tasks of the section that it opens.
    @Test func aLineInFrontOfTasks() {
        #expect(units("一、主要任务\n（一）交通建设\n以下任务由县交通局负责：\n1.修建公路。\n2.养护桥梁。（配合单位：县财政局）\n（二）民政事业\n以下任务由县民政局牵头，县财政局配合：\n1.建设养老院。\n（三）其他\n1.绿化。")
            == [["县交通局"], ["~县财政局", "县交通局"], ["★县民政局", "~县财政局"], []])
    }

    /// What is said behind the last task, of all regions or of an organ, is said of the innermost section that it closes, the last task included.
    @Test func aParagraphBehindTheLastTask() {
        let plan = "一、主要任务\n（一）教育\n1.新建学校。（县教育局负责）\n2.培训教师。\n（二）医疗\n1.扩建医院。（县卫健局负责）\n"
        #expect(units(plan + "以上任务均需各县区政府落实，不再一一列出。\n二、保障措施\n（一）加强领导。") == [["县教育局"], [], ["县卫健局", "各县区政府"], []])
        #expect(units("一、主要任务\n（一）县级任务\n1.建设学校。\n2.建设医院。\n（二）乡镇任务\n1.清理河道。\n2.清理道路。\n以上任务均需各乡镇负责落实。\n二、保障措施\n（一）加强领导。") == [[], [], ["各乡镇"], ["各乡镇"], []])
        #expect(units("一、主要任务\n1.新建学校。（县教育局负责）\n2.扩建医院。（县卫健局负责）\n上述任务由县发改局统筹协调，11月底前全部完成。") == [["县教育局", "县发改局"], ["县卫健局", "县发改局"]])
        #expect(units("一、主要任务\n1.简化。（县财政局负责，各县区人民政府均为以下措施责任单位，不再列出）\n2.优化。（县财政局负责）") == [["县财政局"], ["县财政局", "各县区人民政府"]])
    }

    /// An item with its own unit, however it is set off, has none from its section.
    @Test(arguments: [
        ("县林业局/县水利局：造林。", ["县林业局", "县水利局"]), ("县林业局：造林", ["县林业局"]), ("养老服务——县民政局", ["县民政局"]), ("养老服务--县民政局、县财政局", ["县民政局", "县财政局"]), ("（县林业局）：造林", ["县林业局"]),
        ("县林业局：李明", ["县数据局"]), ("县林业局：3名", ["县数据局"]), ("县林业局——县财政局", ["县数据局"]), ("优化服务——打造县级平台", ["县数据局"]),
    ])
    func itemsOfTheirOwn(_ item: String, _ expected: [String]) {
        #expect(units("一、主要任务（责任单位：县数据局）\n1.建设平台。\n2.\(item)\n3.归集数据。") == [["县数据局"], expected, ["县数据局"]])
    }
}
