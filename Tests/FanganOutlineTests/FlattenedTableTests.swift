import FanganText
import Testing
@testable import FanganOutline

/// Tables whose cells a copy has put on lines of their own say the same as with their marks.
@Suite struct FlattenedTableTests {
    /// A table; in a row `^` is a cell merged with the one above, an empty one holds nothing, `/` parts the paragraphs of a cell.
    struct Table: CustomTestStringConvertible {
        var titles: String, rows: [String]
        var testDescription: String { titles }
        var columns: [String] { titles.split(separator: " ").map(String.init) }
        var cells: [[String]] { rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) } }

        /// As a reader marks it.
        var marked: String {
            var lines = columns.enumerated().map { "|0,\($0)|\($1)" }
            for (r, row) in cells.enumerated() {
                for (c, cell) in row.enumerated() where cell != "^" {
                    let span = cells[(r + 1)...].prefix { $0[c] == "^" }.count + 1
                    lines += cell.split(separator: "/").map { "|\(r + 1),\(c),\(span),1|\($0)" }
                }
            }
            return "任务分解表\n" + lines.joined(separator: "\n")
        }

        /// - Parameters:
        ///   - width: characters after which a column breaks its cells; texts have twice as many.
        ///   - page: rows after which the titles come again.
        func flattened(width: Int? = nil, page: Int? = nil) -> String {
            var lines = columns
            for (r, row) in cells.enumerated() {
                if let page, r > 0, r % page == 0 { lines += columns }
                for (c, cell) in row.enumerated() where cell != "^" { for text in cell.split(separator: "/") { lines += broken(String(text), width.map { isText(c) ? $0 * 2 : $0 }) } }
            }
            return "任务分解表\n" + lines.joined(separator: "\n")
        }

        private func broken(_ text: String, _ width: Int?) -> [String] {
            guard let width else { return [text] }
            return stride(from: 0, to: text.count, by: width).map { String(text.dropFirst($0).prefix(width)) }
        }

        private func isText(_ column: Int) -> Bool { cells.contains { $0[column].hasSuffix("。") } }
    }

    static let tables = [
        Table(titles: "序号 重点任务 主要内容 牵头单位 责任单位 完成时限", rows: [
            "1|推进农村改厕|完成户用卫生厕所改造2000户，建立管护机制。|县农业农村局|县财政局、各乡镇人民政府|2024年6月底", "2|治理生活污水|建成污水处理站5座，配套管网30公里。|县生态环境局|县住建局|2024年9月底",
            "3|整治村容村貌|清理残垣断壁、乱堆乱放，每个乡镇打造2个示范村。|县住建局|县农业农村局|长期坚持"]),
        // What is to be done in the last column.
        Table(titles: "序号 牵头单位 完成时限 工作任务", rows: [
            "1|县农业农村局|2024年6月底|完成户用卫生厕所改造2000户，建立管护机制。", "2|县住建局|2024年12月底|清理残垣断壁、乱堆乱放，每个乡镇打造2个示范村。", "3|县委督查室|长期坚持|每季度开展一次督查，通报问题并限期整改。"]),
        Table(titles: "牵头单位 责任单位 完成时限 工作任务", rows: [
            "县农业农村局|县财政局、各乡镇人民政府|2024年6月底|完成户用卫生厕所改造2000户，建立管护机制。", "县生态环境局|县住建局|2024年9月底|建成污水处理站5座，配套管网30公里。",
            "县住建局|县农业农村局|2024年12月底|清理残垣断壁、乱堆乱放，每个乡镇打造2个示范村。"]),
        // Merged cells: several rows of a number, of a title, of a group.
        Table(titles: "序号 重点任务 具体措施 责任单位 完成时限", rows: [
            "1|推进农村改厕|完成户用卫生厕所改造2000户。|县农业农村局|2024年6月底", "^|^|建立长效管护机制，落实管护经费。|县财政局|2024年9月底", "2|治理生活污水|建成污水处理站5座。|县生态环境局|2024年9月底",
            "^|^|配套管网30公里。|县住建局|2024年10月底", "3|整治村容村貌|清理残垣断壁。|县住建局|2024年12月底"]),
        Table(titles: "重点工作 具体举措 主责单位 完成期限", rows: [
            "推进农村改厕|完成户用卫生厕所改造2000户。|县农业农村局|2024年6月底", "^|建立长效管护机制，落实管护经费。|县财政局|2024年9月底", "治理生活污水|建成污水处理站5座。|县生态环境局|2024年9月底",
            "^|配套管网30公里。|县住建局|2024年10月底", "整治村容村貌|清理残垣断壁、乱堆乱放。|县住建局|2024年12月底"]),
        Table(titles: "类别 序号 工作任务 责任单位 完成时限", rows: [
            "基础设施|1|完成农村公路改造50公里。|县交通运输局|2024年6月底", "^|2|实施农村电网升级改造工程。|县供电公司|2024年9月底", "公共服务|3|改扩建农村幼儿园8所。|县教育局|2024年8月底", "^|4|建设村卫生室30个。|县卫生健康局|2024年10月底"]),
        // A column of numbers that a program counted and no copy holds.
        Table(titles: "序号 工作任务 责任单位 完成时限", rows: [
            "|完成户用卫生厕所改造2000户。|县农业农村局|2024年6月底", "|建立长效管护机制，落实管护经费。|县财政局|2024年9月底", "|建成污水处理站5座。|县生态环境局|长期坚持"]),
        // Points, of numbered contents and without units.
        Table(titles: "考核项目 考核内容 分值 评分标准", rows: [
            "组织领导|1.成立领导小组，明确分管领导。|10|未成立的不得分，未明确的扣5分。", "^|2.制定实施方案，分解工作任务。|5|未制定的不得分。", "宣传教育|3.开展主题宣传活动不少于4次。|15|每少1次扣3分。",
            "任务落实|4.完成年度目标任务。|60|每少完成一项扣10分。"]),
        // Persons, and units in paragraphs of their own.
        Table(titles: "序号 重点任务 牵头领导 责任单位 责任人 完成时限", rows: [
            "1|完成户用卫生厕所改造2000户。|张建国|县农业农村局/县财政局|李明|2024年6月底", "2|建立长效管护机制，落实管护经费。|王志强|县财政局|赵丽|2024年9月底", "3|建成污水处理站5座。|张建国|县生态环境局|孙伟|2024年9月底"]),
        // Names that a narrow column breaks within a level, a word and a bracket.
        Table(titles: "序号 工作任务 牵头单位 配合单位 完成时限", rows: [
            "1|全面排查整治城镇燃气、自建房、消防等重点领域安全隐患，建立问题清单、责任清单、整改清单。|市应急管理局|市住房和城乡建设局、市消防救援支队、市市场监督管理局，各县（区）人民政府|2024年12月31日前",
            "2|组织新闻媒体曝光典型案例，提高公众安全意识和自救互救能力。|市委宣传部|市文化广电旅游局、市教育局|持续推进", "3|对拒不整改的单位和个人依法严肃处理。|市公安局、市市场监督管理局|各县（区）人民政府|2024年10月底前"]),
        Table(titles: "序号 指标名称 指标属性 指标说明 牵头单位", rows: [
            "1|垃圾分类覆盖率|约束性|已开展分类的小区数占全部小区数的比例。|市城管局", "2|污水集中收集率|预期性|向污水处理厂排水的人口占总人口的比例。|市住建局", "3|绿色出行比例|预期性|采用步行、自行车、公交出行的量占总出行量的比例。|市交通运输局"]),
        // What each unit does, in two columns.
        Table(titles: "成员单位 主要职责", rows: ["县农业农村局|负责户用卫生厕所改造，建立管护机制。", "县生态环境局|负责污水处理站建设，开展水质监测。", "县住建局|负责清理残垣断壁、乱堆乱放。"]),
        Table(titles: "工作任务 责任单位", rows: ["完成户用卫生厕所改造2000户。|县农业农村局", "建成污水处理站5座。|县生态环境局、县住建局", "清理残垣断壁、乱堆乱放。|县住建局"]),
        // Stretches of the year.
        Table(titles: "序号 项目名称 建设内容 一季度 二季度 三季度 责任单位", rows: [
            "1|污水处理厂|新建污水处理厂1座。|完成选址|开工建设|竣工验收|县住建局", "2|环城公路|改造环城公路12公里。|完成招标|进场施工|建成通车|县交通运输局"]),
    ]

    /// What each item says, whose it is and by when, without the ends of lines.
    private func duties(_ o: Outline) -> [String] {
        func squashed(_ p: Passage) -> String { p.squashed() }
        return o.items.map { item in
            let cells = item.row.map { o.rows[$0].cells.filter { $0.column.namesUnits || $0.column == .due || $0.column == .score } } ?? []
            return ([item.sharedHeading.map(squashed) ?? "", squashed(item.passage)] + cells.map { "\($0.column):\(squashed($0.passage))" }).joined(separator: " ")
        }
    }

    @Test(arguments: tables) func oneCellForEachLine(_ table: Table) {
        let marked = duties(outline(table.marked))
        #expect(marked.count == table.rows.count)
        #expect(duties(outline(table.flattened())) == marked)
    }

    @Test(arguments: tables) func titlesOnEachPage(_ table: Table) {
        #expect(duties(outline(table.flattened(page: 2))) == duties(outline(table.marked)))
    }

    @Test(arguments: tables, [6, 7, 8]) func narrowColumns(_ table: Table, _ width: Int) {
        #expect(duties(outline(table.flattened(width: width))) == duties(outline(table.marked)))
    }

    /// Titles that a narrow column breaks, also where both halves are titles (牵头 ⏎ 单位); 指标 ⏎ 说明 may be two.
    @Test(arguments: tables.filter { !$0.titles.contains("指标说明") }, [nil, 2]) func brokenTitles(_ table: Table, page: Int?) {
        let titles = table.columns.joined(separator: "\n")
        let broken = table.columns.map { $0.count == 4 ? "\($0.prefix(2))\n\($0.dropFirst(2))" : $0 }.joined(separator: "\n")
        #expect(duties(outline(table.flattened(page: page).replacing(titles, with: broken))) == duties(outline(table.marked)))
    }

    /// `总投资` ⏎ `（万元）`, on the next page on one line.
    @Test func titlesThatAreBrokenElsewhereOnTheNextPage() {
        let o = outline("项目表\n序号\n工作任务\n总投资\n（万元）\n责任单位\n1\n修建管网，完善设施。\n501\n县住建局\n2\n改造小区，补齐短板。\n502\n县水利局\n序号\n工作任务\n总投资（万元）\n责任单位\n3\n新建公路，方便出行。\n503\n县财政局")
        #expect(o.items.map { $0.path.joined() } == ["表1", "表2", "表3"])
        #expect(o.rows.flatMap { $0.cells(.responsible) }.map { $0.passage.squashed() } == ["县住建局", "县水利局", "县财政局"])
    }

    /// Text behind a table is no row, though the table's last cell may go on over lines.
    @Test(arguments: tables) func textBehind(_ table: Table) {
        let o = outline(table.flattened() + "\n各单位要按照表中分工抓好落实，及时上报进展情况。\n未尽事宜另行通知。\n二、保障措施\n加强组织领导。")
        #expect(o.items.last?.path == ["二、"])
        #expect(duties(o).dropLast() == duties(outline(table.marked))[...])
    }

    /// Numbers of their own in a numbered row: `（1）` alone on a line, with cells in as many columns.
    @Test func numbersInARow() {
        let o = outline("项目表\n序号\n项目名称\n建设性质\n建设内容\n总投资\n（万元）\n1\n水系连通工程\n1200\n（1）\n城东段\n新建\n整治河道7公里\n500\n（2）\n城西段\n续建\n整治河道9公里\n700\n2\n泵站工程\n新建\n建设泵站1座\n300\n小计\n2\n1500")
        #expect(o.items.map { $0.path.joined() } == ["表1", "表1（1）", "表1（2）", "表2"])
        #expect(o.items.map { $0.passage.squashed() } == ["水系连通工程", "城东段整治河道7公里", "城西段整治河道9公里", "泵站工程建设泵站1座"])
    }

    /// Indicators whose numbers stand in their own cells: what explains each is of its text.
    @Test func indicatorsWithNumbersOfTheirOwn() {
        let o = outline("附件\n考核指标表\n|0,0|一级指标\n|0,1|二级指标\n|0,2|三级指标\n|0,3|指标性质\n|0,4|指标说明\n|1,0,2,1|一、质量\n|1,1,2,1|（一）功能\n|1,2|1.出院比\n|1,3|定量\n|1,4|出院人次数占比。\n|2,2|2.下转人次数\n|2,3|定量\n|2,4|本年度下转的人次数。")
        #expect(o.items.map { $0.passage.squashed() } == ["质量", "功能", "出院比出院人次数占比。", "下转人次数本年度下转的人次数。"])
        #expect(o.items.last?.heading != nil)
    }
}

