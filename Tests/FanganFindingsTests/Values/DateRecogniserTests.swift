import FanganText
import Testing

@testable import FanganFindings

/// One line of a table: the words, and the last days that are due, in order.
struct DateRow: Sendable, CustomTestStringConvertible {
    var text: String
    var due: [String]
    var year = 2022
    var testDescription: String { text }
    init(_ text: String, _ due: String...) {
        self.text = text
        self.due = due
    }
}

/// A plan of 2022, issued in April.
private let plan = DateContext(year: 2022, yearBasis: .plan, issued: Day(2022, 4, 14))

private func scan(_ text: MarkedText, _ context: DateContext = plan) -> [DateMention] {
    DateRecogniser().scan(text.passage, in: text.passage.indices, context: context)
}

@Suite("Dates") struct DateRecogniserTests {
    @Test("is due", arguments: [
        DateRow("⟦2024年7月底⟧完成", "2024-07-31"),
        DateRow("完成时限：⟦2023 年底前⟧）", "2023-12-31"),
        DateRow("（登记指导处负责，完成时限：⟦2023 年底前⟧）", "2023-12-31"),
        DateRow("⟦2023年6月底前⟧，建立工作台账", "2023-06-30"),
        DateRow("⟦2022年底前⟧完成改造", "2022-12-31"),
        DateRow("⟦年底前⟧完成全部改造任务", "2022-12-31"),
        DateRow("⟦2021年年底前⟧建成", at2021: "2021-12-31"),
        DateRow("⟦年内⟧开展一次现场推进活动", "2022-12-31"),
        DateRow("⟦11月30日前⟧，对创建工作开展自查自纠", "2022-11-30"),
        DateRow("⟦2024年3月31日之前⟧报送材料", "2024-03-31"),
        DateRow("于⟦2023 年 5 月 9 日前⟧报送", "2023-05-09"),
        DateRow("⟦２０２３年５月底前⟧完成", "2023-05-31"),
        DateRow("⟦2024年2月底前⟧完成", "2024-02-29"),
        DateRow("⟦2023年2月底前⟧完成", "2023-02-28"),
        DateRow("⟦2025年6月前⟧完成", "2025-05-31"),
        DateRow("⟦2025年1月前⟧完成", "2024-12-31"),
        DateRow("到⟦2025年底⟧打造7个省级示范点", "2025-12-31"),
        DateRow("到⟦2025年⟧，基本建成服务体系", "2025-12-31"),
        DateRow("力争到⟦2025年⟧把我市创建成为示范市", "2025-12-31"),
        DateRow("确保⟦2023年⟧成功创建示范县", "2023-12-31"),
        DateRow("至⟦2030年⟧，全域创新能级加速提升", "2030-12-31"),
        DateRow("市老龄办⟦2022年4季度⟧出台具体措施", "2022-12-31"),
        DateRow("⟦一季度⟧完成前期工作", "2022-03-31"),
        DateRow("⟦上半年⟧完成招标", "2022-06-30"),
        DateRow("⟦四季度⟧原煤产量350万吨左右，增加值由负转正", "2022-12-31"),
        DateRow("⟦上半年⟧进出口总额20亿元以上", "2022-06-30"),
        DateRow("（⟦6月底⟧完成，牵头考核单位：市政府办公室）", "2022-06-30"),
        DateRow("（⟦5月底⟧取得阶段性成效并持续推进，牵头单位：甲局）", "2022-05-31"),
        DateRow("（⟦12月⟧取得明显成效并持续推进）", "2022-12-31"),
        DateRow("（⟦6月份⟧取得明显成效）", "2022-06-30"),
        DateRow("（⟦6月底⟧）", "2022-06-30"), DateRow("（县林草局；⟦2027年元月15日前⟧）", "2027-01-15"), DateRow("每人补助500元月补贴"), DateRow("⟦11月25日（星期三）下班前⟧将台账报县应急局", "2022-11-25"),
        DateRow("⟦7月底前⟧完成手续。⟦10月底⟧完善各项功能", "2022-07-31", "2022-10-31"),
        DateRow("⟦2024年3月底前⟧完成甲，⟦6月底前⟧完成乙", "2024-03-31", "2024-06-30"),
        DateRow("⟦7月29日前⟧，各成员单位将资料送区政府办", "2022-07-29"),
        DateRow("⟦6月上旬前⟧完成摸底", "2022-06-10"),
        DateRow("⟦明年6月底前⟧完成", "2023-06-30"),
        DateRow("⟦二〇二三年底前⟧完成", "2023-12-31"),
        DateRow("⟦公布之日起1个月内⟧制定细则", "2022-05-14"),
        DateRow("自⟦印发之日起30日内⟧报送", "2022-05-14"),
        DateRow("文件⟦印发后30日内⟧报送方案", "2022-05-14"),
        DateRow("⟦2023年6-10月⟧开展活动，⟦10月下旬⟧迎接验收", "2023-10-31", "2023-10-31"),
        DateRow("到⟦“十四五”末⟧，形成规模", "2025-12-31"), DateRow("到⟦十四五末⟧，形成规模", "2025-12-31"), DateRow("⟦十五五期间⟧，完成改造任务", "2030-12-31"),
        DateRow("完成时间：⟦2023年3月至12月⟧", "2023-12-31"),
        DateRow("时限要求：⟦11月底⟧〕", "2022-11-30"),
        DateRow("⟦上半年⟧为每所学校配备1名营养指导员", "2022-06-30"),
        DateRow("⟦一季度⟧完成审查，⟦二季度⟧公布清单", "2022-03-31", "2022-06-30"),
        DateRow("2019年—2021年期间持证人员换发新证，⟦三季度⟧办结", "2022-09-30"),
        DateRow("主要目标\n⟦2022年⟧，城镇新增就业5万人以上", "2022-12-31"),
        DateRow("⟦2022年5月1日至9月30日⟧集中清理弃料", "2022-09-30"),
        DateRow("⟦“十四五”期间⟧，完成改造任务", "2025-12-31"),
        DateRow("⟦“十四五”期间⟧，全省累计新建管网3500公里", "2025-12-31"),
        DateRow("⟦2022.6.1-2022.9.30⟧完成集中整治", "2022-09-30"), DateRow("⟦2022.6.1—9.30⟧完成集中整治", "2022-09-30"), DateRow("⟦2022/6/1-9/30⟧完成集中整治", "2022-09-30"),
        DateRow("⟦2022.6—2022.9⟧开展整治", "2022-09-30"), DateRow("⟦2022-06-01至2022-09-30⟧集中整治", "2022-09-30"), DateRow("⟦2022.9.30前⟧完成整治", "2022-09-30"),
        DateRow("造林3万亩，其中⟦2023年⟧完成1万亩、⟦2024年⟧完成2万亩", "2023-12-31", "2024-12-31"),
        DateRow("自⟦印发之日起至2025年12月31日⟧，开展专项行动", "2025-12-31"),
        DateRow("（⟦6月20日⟧、⟦9月20日⟧、⟦12月20日前⟧）报送", "2022-06-20", "2022-09-20", "2022-12-20"),
        DateRow("⟦2023年3月⟧、⟦6月⟧、⟦9月底前⟧分别完成三批任务", "2023-03-31", "2023-06-30", "2023-09-30"),
        DateRow("⟦3月⟧、⟦6月⟧、⟦9月⟧、⟦12月25日前⟧报送情况", "2022-03-25", "2022-06-25", "2022-09-25", "2022-12-25"),
        DateRow("⟦6月⟧、⟦9月15日前⟧报送情况", "2022-06-15", "2022-09-15"),
        DateRow("⟦4月⟧、⟦10月⟧和⟦次年1月10日前⟧报送情况", "2022-04-10", "2022-10-10", "2023-01-10"),
        DateRow("于⟦5月10日⟧、⟦20日⟧、⟦30日前⟧报送情况", "2022-05-10", "2022-05-20", "2022-05-30"),
        DateRow("⟦2024年⟧、⟦2025年⟧分别突破2万亿元", "2024-12-31", "2025-12-31"),
        DateRow("确因特殊情况的，最迟不超过⟦9月30日⟧", "2022-09-30"),
        DateRow("自4月起每周五报送周报，⟦12月5日前⟧报送总结", "2022-12-05"),
        DateRow("⟦2024年3月初⟧，公布结果；⟦6月下旬⟧通报", "2024-03-10", "2022-06-30"),
        DateRow("到⟦2025年⟧，全市已建成居住小区配备设施", "2025-12-31"),
    ])
    func due(_ row: DateRow) {
        let text = MarkedText(row.text)
        let found = scan(text, row.context).filter { $0.kind == .due }
        #expect(found.map { $0.end?.iso ?? "open" } == row.due)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("is not due", arguments: [
        "动员部署阶段（2021年12月—2022年9月）",
        "《建设行动方案（2021—2023年）》确定的重点任务",
        "根据《关于做好2022年12月底前工作的通知》（川办发〔2021〕11号）",
        "自2018年以来，全市累计投入资金",
        "将2022年2月份的法定申报纳税期限延长至2月24日",
        "2022年1月1日至2022年12月31日，对坚持不裁员的企业返还保险费",
        "确保2022年企业信贷余额不低于2021年同期余额",
        "本意见自2022年7月23日起施行，有效期5年",
        "有效期至2023年12月31日",
        "对2022年12月31日前购买新建商品住房的，给予补贴",
        "2022年12月31日前购买商品住房并缴纳契税的，给予50%补贴",
        "2022年底前，对符合条件的企业免征房产税",
        "已经2022年3月2日市政府第4次常务会议通过",
        "截至2021年底，已建成示范点20个",
        "2020年底，全市已累计整治河道396条",
        "较2020年底增长10%",
        "每年2月底前报送计划",
        "每月28日前报送进展",
        "每年组织培训，于12月底前报送总结",
        "以每年9月的宣传月为载体",
        "离校两年内未就业毕业生",
        "自签订合同之日起一年内缴清",
        "三年内免租",
        "政策执行期限调整至2024年12月31日",
        "包头市2022年数字政府建设考评办法",
        "结合2022年城市建设调研结果",
        "组织开展2022年度政务公开第三方评估",
        "联系电话：2022123",
        "第三季",
        "持续推进",
        "2035年远景目标",
        "恢复到2019年水平",
        "2月底前能够完成技改的项目", "统筹年底前无法完成支出的资金", "2022年12月31日前，可实施先上岗再考证", "将计划明年开工建设的项目提前",
        "（上半年考评分值+下半年考评分值）", "2022年，支持企业建立工作站", "2022年1月1日至12月31日，新建商品房项目办理预售许可",
        "2022年5月1日至12月31日期间，每完成1000套开展一次抽奖", "第一阶段（印发之日起至2022年5月31日）。调整机构",
        "将1月、2月应缴社会保险费延期", "2022年，支持企业建立工作站1个",
        "“十四五”期间，持续推进改造", "落实十四五规划，完成改造", "较十四五末增长一成", "“十四五”时期是完成转型的关键时期", "“十四五”期间，各地要进一步强化中心意识", "适当支持3月底以後完成的项目", "2016年1月1日至2020年12月31日，完成改造",
    ])
    func notDue(_ words: String) {
        #expect(scan(MarkedText(words)).filter { $0.kind == .due } == [])
    }

    struct IntervalRow: Sendable, CustomTestStringConvertible {
        var text: String, start: String, end: String
        var testDescription: String { text }
        init(_ text: String, _ start: String, _ end: String) { (self.text, self.start, self.end) = (text, start, end) }
    }

    @Test("is an interval", arguments: [
        IntervalRow("（⟦2021年12月—2022年9月⟧）", "2021-12-01", "2022-09-30"),
        IntervalRow("⟦2023年6月至7月⟧", "2023-06-01", "2023-07-31"),
        IntervalRow("⟦2023年6月–7月⟧", "2023-06-01", "2023-07-31"),
        IntervalRow("⟦2023年6月～7月⟧", "2023-06-01", "2023-07-31"),
        IntervalRow("⟦2023年6月到7月⟧", "2023-06-01", "2023-07-31"),
        IntervalRow("⟦2025年3月－12月⟧", "2025-03-01", "2025-12-31"),
        IntervalRow("⟦2020年1月1日至3月31日⟧", "2020-01-01", "2020-03-31"),
        IntervalRow("⟦2020年3月1日-15日⟧", "2020-03-01", "2020-03-15"),
        IntervalRow("⟦3月1-15日⟧", "2022-03-01", "2022-03-15"),
        IntervalRow("⟦6-8月⟧", "2022-06-01", "2022-08-31"),
        IntervalRow("⟦2023年6-8月⟧", "2023-06-01", "2023-08-31"),
        IntervalRow("⟦2021—2023年⟧", "2021-01-01", "2023-12-31"),
        IntervalRow("⟦2019年—2022年⟧期间", "2019-01-01", "2022-12-31"),
        IntervalRow("⟦2023年10月至3月⟧", "2023-10-01", "2024-03-31"),
        IntervalRow("⟦2023年四季度至2024年一季度⟧", "2023-10-01", "2024-03-31"),
        IntervalRow("⟦印发之日起至2025年12月31日⟧", "2022-04-14", "2025-12-31"),
        IntervalRow("⟦“十四五”期间⟧", "2021-01-01", "2025-12-31"),
        IntervalRow("⟦“十三五”时期⟧", "2016-01-01", "2020-12-31"),
    ])
    func interval(_ row: IntervalRow) {
        let text = MarkedText(row.text)
        let found = scan(text)
        #expect(found.map(\.kind) == [.interval])
        #expect(found.map { [$0.start?.iso, $0.end?.iso] } == [[row.start, row.end]])
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    struct RecurrenceRow: Sendable, CustomTestStringConvertible {
        var text: String, rule: String
        var testDescription: String { text }
        init(_ text: String, _ rule: String) { (self.text, self.rule) = (text, rule) }
    }

    @Test("comes again", arguments: [
        RecurrenceRow("⟦每年9月⟧", "FREQ=YEARLY;BYMONTH=9"),
        RecurrenceRow("组织好⟦每年九月份⟧的活动", "FREQ=YEARLY;BYMONTH=9"),
        RecurrenceRow("⟦每年2月底前⟧", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        RecurrenceRow("⟦每年底前⟧", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        RecurrenceRow("⟦每年3-6月⟧", "FREQ=YEARLY;BYMONTH=3,4,5,6"),
        RecurrenceRow("⟦每年1月10日前⟧", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"),
        RecurrenceRow("⟦每月28日前⟧", "FREQ=MONTHLY;BYMONTHDAY=28"),
        RecurrenceRow("⟦每月19 日前⟧报送", "FREQ=MONTHLY;BYMONTHDAY=19"),
        RecurrenceRow("⟦每月底前⟧", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        RecurrenceRow("⟦每季度⟧调度", "FREQ=MONTHLY;INTERVAL=3"),
        RecurrenceRow("⟦每季度末⟧", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        RecurrenceRow("⟦每年1月10日、7月10日前⟧报送", "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10"),
        RecurrenceRow("⟦半年⟧开展一次督查", "FREQ=MONTHLY;INTERVAL=6"),
        RecurrenceRow("⟦每半年⟧考评一次", "FREQ=MONTHLY;INTERVAL=6"),
        RecurrenceRow("⟦每两个星期⟧推出一期", "FREQ=WEEKLY;INTERVAL=2"),
        RecurrenceRow("⟦每周五前⟧报送", "FREQ=WEEKLY;BYDAY=FR"),
        RecurrenceRow("⟦每学期⟧至少1次", "FREQ=MONTHLY;INTERVAL=6"),
        RecurrenceRow("⟦每两年⟧评选", "FREQ=YEARLY;INTERVAL=2"),
        RecurrenceRow("⟦每年3-6月和9-12月⟧开展招聘", "FREQ=YEARLY;BYMONTH=3,4,5,6,9,10,11,12"),
        RecurrenceRow("于⟦每年6月底、12月底前⟧报送", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        RecurrenceRow("于⟦每年6月、12月⟧报送", "FREQ=YEARLY;BYMONTH=6,12"),
        RecurrenceRow("⟦每月5日、20日前⟧报送", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        RecurrenceRow("⟦每周一至周五⟧巡查", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        RecurrenceRow("⟦按月⟧通报进展", "FREQ=MONTHLY"),
        RecurrenceRow("⟦按季度⟧梳理汇总", "FREQ=MONTHLY;INTERVAL=3"),
        RecurrenceRow("实行⟦一月⟧一督查", "FREQ=MONTHLY"), RecurrenceRow("⟦按月⟧与招商部门对接", "FREQ=MONTHLY"),
        RecurrenceRow("实行⟦月调度⟧", "FREQ=MONTHLY"), RecurrenceRow("落实“⟦季度通报⟧”机制", "FREQ=MONTHLY;INTERVAL=3"), RecurrenceRow("加强⟦年督查⟧", "FREQ=YEARLY"), RecurrenceRow("坚持⟦周会商⟧", "FREQ=WEEKLY"), RecurrenceRow("加强⟦日调度⟧", "FREQ=DAILY"), RecurrenceRow("实行⟦旬报告⟧", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1"),
        RecurrenceRow("⟦一季度⟧一通报", "FREQ=MONTHLY;INTERVAL=3"),
        RecurrenceRow("⟦半年⟧一评估", "FREQ=MONTHLY;INTERVAL=6"),
        RecurrenceRow("“一企一策、⟦一日⟧一调度”", "FREQ=DAILY"),
    ])
    func recurrence(_ row: RecurrenceRow) {
        let text = MarkedText(row.text)
        let found = scan(text).filter { $0.kind == .recurring }
        #expect(found.map(\.rule) == [row.rule])
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("is a rate", arguments: [
        "硕士生每月1200元", "住房租金每月按1100元标准扣除", "单个企业每年最高奖励300万元", "对每月通行次数在30次以上的客车", "每个园区每年奖补总额不超过10万元",
        "按月缴纳社会保险费", "逐年提高", "每天允许通行的时间放宽到不少于7小时", "按月向税务部门申请退税", "加强日常调度", "推进年度考核", "建立月报表", "本月调度会议",
    ])
    func rate(_ words: String) {
        #expect(scan(MarkedText(words)).filter { $0.kind == .recurring } == [])
    }

    @Test("goes on without end", arguments: ["（⟦持续推进⟧，牵头单位：甲局）", "时限：⟦长期坚持⟧", "（⟦按进度推进⟧，牵头单位：甲局）"])
    func openEnd(_ words: String) {
        let text = MarkedText(words)
        let found = scan(text)
        #expect(found.map(\.kind) == [.openEnd])
        #expect(text.marked(found.map(\.range)) == words)
    }

    @Test func yearBasisSaysWhereTheYearIsFrom() {
        func basis(_ words: String, _ context: DateContext) -> [YearBasis] { scan(MarkedText(words), context).map(\.yearBasis) }
        #expect(basis("11月30日前完成", DateContext(year: 2022, yearBasis: .phase)) == [.phase])
        #expect(basis("2022年11月30日前完成", DateContext(year: 2022, yearBasis: .phase)) == [.written])
        #expect(basis("2023年3月底前完成甲，6月底前完成乙", plan) == [.written, .written])
    }

    @Test func anUnknownYearLeavesTheDayOpen() {
        let found = scan(MarkedText("6月底前完成"), DateContext())
        #expect(found.map(\.kind) == [.due])
        #expect(found.first?.end == nil)
    }

    @Test func everyDateOfADeadlineCellIsDue() {
        let found = scan(MarkedText("2023年3月—12月"), DateContext(year: 2023, isDeadline: true))
        #expect(found.map { $0.end?.iso } == ["2023-12-31"])
        #expect(found.map(\.kind) == [.due])
    }

    @Test func thePlansPeriodIsThatOfItsTitle() {
        let plan = DateContext(year: 2023, issued: Day(2023, 3, 1), planPeriod: (2023, 2025))
        let due = scan(MarkedText("规划期末，覆盖率提高3个百分点"), plan)
        #expect(due.map(\.kind) == [.due])
        #expect(due.map { $0.end?.iso } == ["2025-12-31"])
        #expect(due.map(\.yearBasis) == [.plan])
        #expect(scan(MarkedText("行动期内，各地可自行调整"), plan).map { $0.detail?.edtf } == ["2023/2025"])
        #expect(scan(MarkedText("规划期末，覆盖率提高3个百分点")) == [])
    }

    @Test func aRangeIsScannedAlone() {
        let passage = Passage("2022年底前完成，2023年底前完成")
        let found = DateRecogniser().scan(passage, in: 10..<passage.count, context: plan)
        #expect(found.map { passage.string($0.range) } == ["2023年底前"])
    }
}

extension DateRow {
    /// Read in a plan of 2021.
    init(_ text: String, at2021 due: String) {
        self.init(text, due)
        year = 2021
    }
    var context: DateContext { year == 2021 ? DateContext(year: 2021, issued: Day(2021, 3, 1)) : plan }
}
