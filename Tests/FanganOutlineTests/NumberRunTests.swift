import FanganText
import Testing
@testable import FanganOutline

/// Numbers at the beginnings of lines that are far from those before them, or damaged, and are labels because of their neighbours.
@Suite struct NumberRunTests {
    private func paths(_ o: Outline) -> [String] { o.items.map { $0.path.joined(separator: "/") } }

    /// A part of a plan, or one with pages missing: what counts on from itself is numbered, wherever it begins.
    @Test(arguments: [[13, 14, 15], [1, 14, 15], [70, 71, 72], [41, 42, 70, 71]])
    func numbersThatBeginLate(_ numbers: [Int]) {
        let o = outline("安平县便民工作要点\n一、主要任务\n（一）加强社会救助。\n" + numbers.map { "\($0). 优化申领服务，推进办理。\n牵头单位：县人社局" }.joined(separator: "\n"))
        #expect(paths(o) == ["一、", "一、/（一）"] + numbers.map { "一、/（一）/\($0)." })
        #expect(o.diagnostics.contains { $0.code == "outline.number-missing" } && !o.diagnostics.contains { $0.code == "outline.number-unread" })
    }

    @Test func outermostNumbersThatBeginLate() {
        #expect(paths(outline("安平县便民工作要点\n4. 优化服务。（县人社局负责）\n5. 加强监管。（县发改委负责）")) == ["4.", "5."])
    }

    /// One number alone may be an amount that a line happens to begin with: it stays text, and is told.
    @Test func aNumberAloneIsTold() {
        let o = outline("一、主要任务\n1.开展排查。\n2.建立台账。\n40.完成整改任务。\n3.开展验收。")
        #expect(paths(o) == ["一、", "一、/1.", "一、/2.", "一、/3."])
        #expect(o.diagnostics.map(\.code) == ["outline.number-unread"])
    }

    /// All marks of a series are lost; the numbers run on over sections, and one sister has its mark in a text of its own.
    @Test func numbersWithoutAnyMark() {
        let o = outline("一、主要任务\n（一）优化服务\n1优化现有系统。（县水利局）\n2推进改革事项。（县公安局）\n（二）加强监管\n3开展检查。（县公安局）")
        #expect(paths(o) == ["一、", "一、/（一）", "一、/（一）/1", "一、/（一）/2", "一、/（二）", "一、/（二）/3"])
        #expect(o.diagnostics.count { $0.code == "outline.mark-lost" } == 3)
    }

    /// 1楼 2楼 3楼: the same word behind each number counts with it. Two numbers alone prove nothing.
    @Test(arguments: ["1楼大厅办理登记。\n2楼大厅办理税务。\n3楼大厅办理社保。", "1优化现有系统。\n2推进改革事项。"])
    func numbersThatCount(_ lines: String) {
        #expect(paths(outline("一、主要任务\n" + lines + "\n二、保障措施\n加强领导。")) == ["一、", "二、"])
    }

    /// 5G behind the number that is due, whatever the line in front ends with.
    @Test(arguments: ["1.推行集成改革。整合事项。\n牵头单位：县水利局\n2.5G基站建设。\n牵头单位：县水利局", "1.推行集成改革，简化环节\n2.5G基站建设实施豁免管理\n3.4G网络升级改造",
                      "1.推行改革（牵头单位：县水利局\n2.5G基站建设（牵头单位：县水利局\n3.加强宣传（牵头单位：县水利局"])
    func numbersBeforeDigits(_ lines: String) {
        let found = paths(outline("安平县改造方案\n一、主要任务\n" + lines))
        #expect(found.dropFirst().prefix(2) == ["一、/1.", "一、/2."])
        #expect(found.count == (lines.contains("3.") ? 4 : 3))
    }

    /// An amount that a line begins with.
    @Test(arguments: ["1.新建道路，总长\n2.5公里以上，全部完工。", "1.新建道路，完成投资\n2.5亿元。"])
    func amountsAreNoLabels(_ lines: String) {
        #expect(paths(outline("一、主要任务\n" + lines)) == ["一、", "一、/1."])
    }

    @Test(arguments: [("任务一：", "任务二：", "【任务三】"), ("【任务一】", "【任务二】", "【任务三】"), ("[任务1]", "[任务2]", "[任务3]")])
    func wordsAndNumbersInBrackets(_ one: String, _ two: String, _ three: String) {
        let o = outline("安平县民生实事清单\n\(one)新建幼儿园2所\n责任单位：县教育局\n\(two)改造公路\n责任单位：县交通局\n\(three)养老中心建设\n1.选址。\n2.建设。\n责任单位：县民政局")
        #expect(o.items.map { $0.label.ordinal } == [1, 2, 3, 1, 2])
        #expect(o.items[2].children == [3, 4])
        #expect(o.items[2].heading.map { o.items[2].passage.string($0) } == "养老中心建设")
    }

    @Test(arguments: ["第一条：扩大学位。新建幼儿园2所。\n第二条：改善交通。修路30公里。", "第一条:扩大学位。新建幼儿园2所。\n第二条:改善交通。修路30公里。"])
    func aColonBehindAnArticle(_ lines: String) {
        #expect(outline("安平县若干措施\n" + lines).items.map { item in item.heading.map { item.passage.string($0) } } == ["扩大学位", "改善交通"])
    }
}
