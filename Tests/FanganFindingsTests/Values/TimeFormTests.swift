import FanganText
import Testing
@testable import FanganFindings

/// Times that come again in short words, rates that are no times, and how long a document holds.
@Suite("Forms of times") struct TimeFormTests {
    private let plan = DateContext(year: 2023, yearBasis: .plan, issued: Day(2023, 4, 14))

    private func scan(_ text: String) -> [DateMention] {
        let passage = Passage(text)
        return DateRecogniser().scan(passage, in: passage.indices, context: plan)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, rules: [String]
        var testDescription: String { text }
        init(_ text: String, _ rules: String...) { (self.text, self.rules) = (text, rules) }
    }

    @Test("comes again", arguments: [
        Row("加强⟦月调度⟧、⟦季通报⟧、⟦年督查⟧", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"),
        Row("实行⟦月调度⟧、⟦季度督办⟧", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"),
        Row("建立⟦周会商⟧、⟦月通报⟧制度", "FREQ=WEEKLY", "FREQ=MONTHLY"),
        Row("落实⟦月通报⟧机制", "FREQ=MONTHLY"), Row("建立⟦季度研判调度⟧机制", "FREQ=MONTHLY;INTERVAL=3"),
        Row("落实“⟦月调度⟧、⟦季通报⟧、⟦年考核⟧”工作机制", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"),
        Row("⟦每年2月底前⟧完成考核，⟦3月底前⟧公布结果", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
        Row("通过“⟦日统计⟧、⟦周通报⟧、⟦月调度⟧”机制", "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY"),
        Row("对价格情况进行⟦周通报⟧制", "FREQ=WEEKLY"),
        Row("执行“⟦月度监测⟧、⟦季度通报⟧、⟦年度评价⟧”工作机制", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY"),
        Row("实行⟦月度调度⟧、⟦季度通报⟧", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"), Row("⟦按月度⟧汇总进展", "FREQ=MONTHLY"),
        Row("⟦每周一、周五⟧报送", "FREQ=WEEKLY;BYDAY=MO,FR"), Row("⟦每季度末25日前⟧报送", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
        Row("⟦每季度末月25日前⟧报送", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
        Row("⟦按月⟧与招商部门对接新签约项目清单", "FREQ=MONTHLY"),
        Row("⟦按季度⟧向县政府报送进展", "FREQ=MONTHLY;INTERVAL=3"),
        Row("⟦每日⟧巡查不少于2次", "FREQ=DAILY"), Row("⟦每日8时、20时⟧报送", "FREQ=DAILY"),
        Row("⟦每季度结束后10日内⟧报送", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"), Row("⟦每月后5日内⟧报送", "FREQ=MONTHLY;BYMONTHDAY=5"),
        Row("⟦每年⟧因地制宜开展宣传", "FREQ=YEARLY"), Row("⟦每月⟧因企施策开展帮扶", "FREQ=MONTHLY"), Row("⟦每天⟧巡查不少于2小时", "FREQ=DAILY"),
    ])
    func comesAgain(_ row: Row) {
        let text = MarkedText(row.text)
        let found = DateRecogniser().scan(text.passage, in: text.passage.indices, context: plan).filter { $0.kind == .recurring }
        #expect(found.map { $0.rule ?? "" } == row.rules)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("says no time", arguments: [
        "每天允许货车通行的时间放宽到不少于7小时", "每天开放不少于8小时", "市辖区每年因道路塌陷死亡人数", "市辖区内每年因道路塌陷、内涝、楼房垮塌等死亡人数，与常住人口的比例", "学生每天体育活动时间不少于1小时", "由每个子女每月1000元提高至2000元",
        "每年最高奖励300万元", "本月调度会", "年度考核、季度考核奖金", "5月通报的问题", "蜜月调度", "完善岁月通报", "落实周调度会议精神", "按照月通报显示，进度滞后的单位整改",
    ])
    func saysNoTime(_ text: String) {
        #expect(scan(text).filter { $0.kind == .recurring || $0.start == nil && $0.end == nil && $0.kind == .mention }.isEmpty)
    }

    struct Term: Sendable, CustomTestStringConvertible {
        var text: String, start: String?, end: String?, quote: String
        var testDescription: String { text }
    }

    @Test("holds", arguments: [
        Term(text: "本文件自2023年11月13日起施行，有效期至2024年3月31日。", start: "2023-11-13", end: "2024-03-31", quote: "2023年11月13日起施行，有效期至2024年3月31日"),
        Term(text: "本政策自公布之日(2023年12月1日)起施行,有效期至2024年12月31日。", start: "2023-12-01", end: "2024-12-31", quote: "2023年12月1日)起施行,有效期至2024年12月31日"),
        Term(text: "本意见自2022年7月23日起施行，有效期5年。", start: "2022-07-23", end: "2027-07-22", quote: "2022年7月23日起施行，有效期5年"),
        Term(text: "本方案自印发之日起施行，有效期至2025年12月31日。", start: "2023-04-14", end: "2025-12-31", quote: "印发之日起施行，有效期至2025年12月31日"),
        Term(text: "本通知自印发之日起施行，有效期1年。", start: "2023-04-14", end: "2024-04-13", quote: "印发之日起施行，有效期1年"),
        Term(text: "本方案自公布之日起试行一年。", start: "2023-04-14", end: "2024-04-13", quote: "公布之日起试行一年"),
        Term(text: "本文件自2023年1月12日起实施，各项政策措施除有明确规定时限或国家另有规定以外，有效期3年。", start: "2023-01-12", end: "2026-01-11", quote: "2023年1月12日起实施，各项政策措施除有明确规定时限或国家另有规定以外，有效期3年"),
        Term(text: "缓缴政策持续到2025年底", start: nil, end: "2025-12-31", quote: "2025年底"),
        Term(text: "实施阶段性降低失业保险、工伤保险费率政策至2024年12月31日", start: nil, end: "2024-12-31", quote: "2024年12月31日"),
    ])
    func holds(_ row: Term) throws {
        let passage = Passage(row.text)
        let found = DateRecogniser().scan(passage, in: passage.indices, context: plan)
        try #require(found.count == 1)
        #expect(found[0].kind == .term && found[0].start?.iso == row.start && found[0].end?.iso == row.end)
        #expect(passage.string(found[0].range) == row.quote)
    }

    struct Due: Sendable, CustomTestStringConvertible {
        var text: String, days: [String]
        var testDescription: String { text }
        init(_ text: String, _ days: String...) { (self.text, self.days) = (text, days) }
    }

    @Test("is due", arguments: [
        Due("⟦2023年前三季度⟧完成80%的任务", "2023-09-30"), Due("⟦前三季度⟧完成80%的任务", "2023-09-30"),
        Due("到⟦2023年⟧、⟦2025年⟧，企业数量分别达到100家、300家", "2023-12-31", "2025-12-31"),
        Due("⟦年度内⟧组织不少于一次的培训", "2023-12-31"),
        Due("⟦3⟧、⟦6⟧、⟦9⟧、⟦12月底前⟧报送进展", "2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"),
        Due("⟦第二⟧、⟦三季度末前⟧报送进展", "2023-06-30", "2023-09-30"),
        Due("⟦2024⟧、⟦2025年底前⟧分别完成50%、100%", "2024-12-31", "2025-12-31"),
        Due("⟦2023年1 2月底前⟧完成改造", "2023-12-31"),
        Due("具体安排：1、⟦6月底前⟧完成摸底；2、⟦9月底前⟧完成整改；3、⟦12月底前⟧完成验收", "2023-06-30", "2023-09-30", "2023-12-31"),
        Due("责任单位见附件3、⟦6月底前⟧完成", "2023-06-30"),
        Due("2023年1月1日以前建成的小区全部纳入改造"), Due("对2021年6月1日以后新购设备的企业"),
        Due("2024年12月31日前，对新购住房按50%计征契税"), Due("2024年12月31日前，不再收取投标保证金"),
        Due("2024年12月31日前，停征地方水利建设基金"), Due("2024年12月31日前，按居民价格执行"),
    ])
    func due(_ row: Due) {
        let text = MarkedText(row.text)
        let found = DateRecogniser().scan(text.passage, in: text.passage.indices, context: plan).filter { $0.kind == .due }
        #expect(found.map { $0.end?.iso ?? "open" } == row.days)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    /// A term that swallows the year in front of a day: nothing is left of that year to be changed.
    @Test func aTermTakesTheYearInFrontOfADay() {
        #expect(scan("自2023年12月1日起施行，有效期至2024年，10月31日前完成。").map(\.kind).first == .term)
    }

    /// What has been done by the time of issue is no deadline.
    @Test func theFirstQuartersThatAreOver() {
        let text = Passage("今年前三季度全市完成投资50亿元"), plan = DateContext(year: 2023, yearBasis: .issued, issued: Day(2023, 11, 20))
        #expect(DateRecogniser().scan(text, in: text.indices, context: plan).filter { $0.kind == .due }.isEmpty)
    }

    /// Which ones are meant by a day from which they are new.
    @Test(arguments: ["二孩为2014年1月18日及以后出生", "2016年1月1日之后生育二孩的家庭", "2020年6月1日起取得商品房预售的项目"]) func conditions(_ words: String) {
        #expect(scan(words).map(\.kind) == [.condition])
    }

    /// The year stands at the end alone: the beginning is in the year before.
    @Test func aPhaseOverTheYearsEnd() throws {
        let phase = try #require(PhaseRecogniser().read(Passage("总结阶段（12月1日—2027年1月15日）"), context: DateContext(year: 2026, yearBasis: .issued, issued: Day(2026, 3, 5))))
        #expect(phase.start == Day(2026, 12, 1) && phase.end == Day(2027, 1, 15))
    }

    /// In a plan of several years 次年 is that behind the year of its sentence.
    @Test func theNextYearInAPlanOfSeveral() {
        var plan = DateContext(year: 2026, yearBasis: .plan, issued: Day(2026, 3, 5))
        plan.planPeriod = (2026, 2028)
        let text = Passage("在2026年10月底前完成初评，次年1月底前公示。")
        #expect(DateRecogniser().scan(text, in: text.indices, context: plan).filter { $0.kind == .due }.map(\.end) == [Day(2026, 10, 31), Day(2027, 1, 31)])
    }

    /// What goes on without end is quoted without the word that joins it.
    @Test func goesOn() {
        let text = Passage("建立长效机制，并长期坚持")
        #expect(scan("建立长效机制，并长期坚持").map { text.string($0.range) } == ["长期坚持"])
    }

    /// Of a time that is changed only the new one holds.
    @Test(arguments: [
        ("原定2023年6月底前完成，现延期至2023年12月底前。", ["due 2023-12-31"]), ("完成时限由2023年6月底调整为2023年9月底。", ["due 2023-09-30"]),
        ("完成时限由6月底提前到5月底。", ["due 2023-05-31"]), ("不再要求6月底前完成，改为9月底前。", ["due 2023-09-30"]),
        ("取消每月报送，改为每季度报送。", ["FREQ=MONTHLY;INTERVAL=3"]), ("原每月5日前报送调整为每月10日前报送。", ["FREQ=MONTHLY;BYMONTHDAY=10"]),
        ("原计划6月底前完成招标，推迟到8月底前。", ["due 2023-08-31"]), ("6月底前完成摸底，9月底前完成整改。", ["due 2023-06-30", "due 2023-09-30"]),
        ("缴费期限由6月底延长至9月底。", []),
    ])
    func changed(_ text: String, _ times: [String]) {
        #expect(scan(text).compactMap { $0.kind == .recurring ? $0.rule : $0.kind == .due ? "due \($0.end?.iso ?? "")" : nil } == times)
    }
}
