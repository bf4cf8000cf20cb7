import CFindingData
import FanganText
import Testing

@testable import FanganFindings

/// Other words for “by when” than 前 and 底 behind a date: feasts and seasons, the clock, 截止, years of two digits, lists of periods.
@Suite("Forms of deadlines") struct DeadlineFormTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, due: [String]
        var testDescription: String { text }
        init(_ text: String, _ due: String...) { (self.text, self.due) = (text, due) }
    }

    /// A plan of 2023, issued on 10 March.
    private static let plan = DateContext(year: 2023, yearBasis: .plan, issued: Day(2023, 3, 10))

    private func scan(_ text: MarkedText, _ context: DateContext = plan) -> [DateMention] {
        DateRecogniser().scan(text.passage, in: text.passage.indices, context: context)
    }

    private func check(_ row: Row, _ context: DateContext = plan) {
        let text = MarkedText(row.text)
        let found = scan(text, context).filter { $0.kind == .due }
        #expect(found.map { $0.end?.iso ?? "open" } == row.due)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("an occasion whose day is known", arguments: [
        Row("⟦2024年国庆节前⟧完成改造", "2024-09-30"),
        Row("⟦2024年“十一”前⟧建成开放", "2024-09-30"),
        Row("⟦2024年国庆假期前⟧完成整治", "2024-09-30"),
        Row("⟦2024年五一前⟧开放", "2024-04-30"),
        Row("⟦2024年元旦前⟧完成", "2023-12-31"),
        Row("⟦2024年春节前⟧完成兑付", "2024-02-09"),
        Row("⟦2025年中秋节前⟧完成兑付", "2025-10-05"),
        Row("⟦2027年春节之前⟧完成兑付", "2027-02-05"),
        Row("⟦2024年清明节前⟧完成修缮", "2024-04-03"),
        Row("⟦明年春节前⟧完成兑付", "2024-02-09"),
        Row("⟦国庆节前⟧完成亮化", "2023-09-30"),
        Row("⟦国庆前夕⟧完成布展", "2023-09-30"),
        Row("⟦“七一”前⟧完成表彰", "2023-06-30"),
        Row("⟦“五一”劳动节前⟧完成修复", "2023-04-30"),
        // Without a year the first one that the plan still has before it.
        Row("⟦元旦前⟧完成慰问", "2023-12-31"),
        Row("⟦春节前⟧完成慰问", "2024-02-09"),
        Row("⟦元旦⟧、⟦春节前⟧开展走访", "2023-12-31", "2024-02-09"),
        Row("⟦2024年元旦⟧、⟦春节前⟧开展走访", "2023-12-31", "2024-02-09"),
        Row("⟦2023年中秋⟧、⟦国庆节前⟧完成检查", "2023-09-28", "2023-09-30"),
        Row("⟦8月1日前⟧、⟦十一前⟧各完成一批", "2023-08-01", "2023-09-30"),
    ])
    func feast(_ row: Row) { check(row) }

    @Test("what may be done by a day is no deadline", arguments: [
        Row("企业可在6月30日前完成整改"), Row("纳税人可于6月30日前申请退税"), Row("用人单位可以在6月30日前完成缴费"), Row("符合条件的可于6月30日前完成申报"), Row("可于6月30日前完成申报"),
        Row("允许企业在6月30日前完成缴费"), Row("准许纳税人于6月30日前完成申报"), Row("企业可申请在6月30日前完成整改"), Row("企业可推迟到6月30日前完成申报"),
        Row("有条件的乡镇可在⟦6月底前⟧先行建成", "2023-06-30"), Row("凭许可在⟦6月底前⟧完成施工", "2023-06-30"), Row("允许各县在⟦6月底前⟧完成改造", "2023-06-30"),
        Row("有条件的可在⟦6月底前⟧先行建成", "2023-06-30"), Row("经县政府同意后组织企业于⟦6月底前⟧完成搬迁", "2023-06-30"), Row("不同意搬迁的居民⟦6月底前⟧做好劝导", "2023-06-30"),
    ])
    func permission(_ row: Row) { check(row) }

    @Test("a verb that begins like another word with 前", arguments: [
        Row("⟦次年1月15日前⟧完成考核，⟦1月31日前⟧提出建议", "2024-01-15", "2024-01-31"), Row("⟦6月底前⟧列入计划，⟦7月底前⟧提交报告", "2023-06-30", "2023-07-31"),
        Row("2023年前期工作"), Row("在条件成熟的前提下推进"),
    ])
    func front(_ row: Row) { check(row) }

    @Test("letters for figures", arguments: [
        Row("⟦2O24年6月底前⟧完成改造", "2024-06-30"), Row("⟦2024年6月3O日前⟧完成", "2024-06-30"), Row("⟦2O3O年底前⟧完成", "2030-12-31"), Row("⟦l2月底前⟧完成", "2023-12-31"),
    ])
    func misread(_ row: Row) { check(row, DateContext(year: 2023, yearBasis: .plan)) }

    /// The words stand for no day, and not for one of the plan's year.
    @Test(arguments: ["⟦20244年12月底前⟧完成", "⟦224年12月底前⟧完成", "⟦2204年6月底前⟧完成"]) func mistypedYears(_ words: String) {
        let text = MarkedText(words)
        let found = scan(text)
        #expect(found.map(\.kind) == [.due] && found.allSatisfy { $0.end == nil && $0.open == .impossible } && text.marked(found.map(\.range)) == words)
    }

    @Test("figures and the word of a month before its day", arguments: [
        Row("⟦20230630前⟧完成", "2023-06-30"), Row("账号20230630，前往办理"), Row("联系电话20230630前缀不变"), Row("⟦6月⟧、⟦9月⟧、⟦12月的25日前⟧报送", "2023-06-25", "2023-09-25", "2023-12-25"),
    ])
    func figuresAlone(_ row: Row) { check(row) }

    @Test("a key names the day of its year", arguments: [
        Row("首次报送时间为⟦7月10日⟧", "2023-07-10"), Row("2024年首次报送时间为⟦7月10日⟧", "2024-07-10"),
    ])
    func key(_ row: Row) { check(row) }

    @Test("an occasion whose day is not known", arguments: [
        "⟦2024年汛期前⟧完成除险加固", "⟦2024年主汛期来临之前⟧完成", "⟦汛期前⟧完成除险加固", "⟦供暖季前⟧完成管网改造", "⟦2023年秋季开学前⟧完成维修", "赶在⟦汛期来临前⟧完成", "⟦节前⟧完成工资清欠",
        "⟦2024年项目开工前⟧完成征地拆迁", "⟦2024年主体工程封顶前⟧完成验收", "⟦2024年第三次联席会议前⟧完成整改", "⟦2060年春节前⟧完成兑付", "⟦月底前⟧报送情况",
    ])
    func openOccasion(_ words: String) {
        let text = MarkedText(words)
        let found = scan(text)
        #expect(found.map(\.kind) == [.due])
        #expect(found.map(\.open) == [.day])
        #expect(found.allSatisfy { $0.end == nil })
        #expect(text.marked(found.map(\.range)) == words)
    }

    @Test("what is to be done in a part of the year", arguments: [
        Row("县水务局⟦一季度⟧组织开展检查，发现问题及时整改", "2023-03-31"), Row("⟦二季度⟧开展检查，发现问题10个以上", "2023-06-30"), Row("⟦上半年⟧，各镇对整改不到位的，依法关闭完成整治", "2023-06-30"), Row("⟦上半年⟧完成情况与问题的梳理汇总", "2023-06-30"), Row("⟦上半年⟧，各镇完成投资任务", "2023-06-30"), Row("⟦上半年⟧完成投资任务", "2023-06-30"), Row("⟦二季度⟧完成进度款拨付", "2023-06-30"), Row("⟦上半年⟧，各镇完成投资占比达到50%以上", "2023-06-30"),
    ])
    func partOfTheYear(_ row: Row) { check(row) }

    @Test("no deadline", arguments: [
        "2024年春节期间开展慰问", "2024年春节前后完成走访", "2024年国庆节后完成总结", "每年国庆节前开展检查", "每年汛期前开展排查", "汛前检查、汛中巡查、汛后核查", "在第二十一前三天完成", "关键环节前移，完成整改",
        "每月汇总情况，月底前报送", "当月底前完成", "2023年前建成的小区纳入改造范围", "截至2023年2月底，已完成整改30个", "截至2023年2月，完成整改30个", "受理期限截至2024年6月30日前", "报名时间截止2023年11月5日",
        "工期24年6月", "有效期至25年底", "45年底前完成", "网上年货节完成布展", "2023年度政务公开评估工作方案", "2023年度预算执行完成情况", "2023年全年持续推进",
        "一季度，各乡镇完成任务不到50%的，约谈主要负责人", "各镇一季度完成情况纳入考核", "上半年，各镇完成投资占比较低", "上半年，各镇完成投资进度滞后", "2023年，各镇完成投资占比较低", "上半年，县水务局完成情况较好", "上半年完成投资占比较低", "上半年完成情况与绩效考核挂钩", "县水务局一季度组织开展检查，发现问题12个", "2023年有效期内的证书继续有效", "2023年、2024年各级财政安排资金",
    ])
    func none(_ words: String) {
        #expect(scan(MarkedText(words)).filter { $0.kind == .due } == [])
    }

    /// A plan of 20 November: a month that lay long before it is of the next year, one that lay weeks before it of its own.
    @Test("a month that comes again", arguments: [
        Row("⟦12月底前⟧完成排查，⟦1月底前⟧完成整改", "2024-12-31", "2025-01-31"), Row("⟦一季度⟧完成总结，⟦上半年⟧形成经验", "2025-03-31", "2025-06-30"),
        Row("⟦10月底前⟧完成排查", "2024-10-31"), Row("⟦春节前⟧完成慰问，⟦2月20日前⟧完成检查", "2025-01-28", "2025-02-20"), Row("⟦1月⟧、⟦2月底前⟧分别完成一批", "2025-01-31", "2025-02-28"),
        Row("⟦1月1日至3月31日⟧集中清理弃料", "2025-03-31"), Row("⟦2024年12月⟧启动，⟦1月底前⟧完成整改", "2024-12-31", "2025-01-31"),
        Row("3月底前已完成整治的场所要开展回头看"), Row("⟦2024年3月底前⟧完成整改", "2024-03-31"),
        Row("⟦次年一季度⟧完成宣传", "2025-03-31"), Row("⟦次年3月底前⟧完成演练", "2025-03-31"), Row("⟦翌年2月底前⟧完成巡查", "2025-02-28"), Row("⟦明年1月底前⟧完成检查", "2025-01-31"),
        Row("⟦2025年11月底前⟧完成甲，⟦次年3月底前⟧完成乙", "2025-11-30", "2026-03-31"),
        Row("⟦来年3月底前⟧完成巡查；⟦下一年度2月底前⟧完成考核", "2025-03-31", "2025-02-28"), Row("近来年均增长5%，以下年份完成"),
        Row("当年未完成的，次年3月底前完成"), Row("每年12月部署，次年3月底前完成"),
    ])
    func coming(_ row: Row) { check(row, DateContext(year: 2024, yearBasis: .issued, issued: Day(2024, 11, 20))) }

    /// Months of one sentence follow each other.
    @Test func monthsBehindOneOfTheNextYear() {
        check(Row("⟦5月底前⟧完成春季督导，⟦12月底前⟧完成秋季督导", "2025-05-31", "2025-12-31"), DateContext(year: 2024, yearBasis: .issued, issued: Day(2024, 10, 20)))
    }

    /// 2024年…方案: its title says whose months they are.
    @Test func monthsOfThePlansWrittenYear() {
        check(Row("⟦5月底前⟧完成春季督导，⟦12月底前⟧完成秋季督导", "2024-05-31", "2024-12-31"), DateContext(year: 2024, yearBasis: .plan, issued: Day(2024, 10, 20)))
    }

    @Test("a month of the plan's own year", arguments: [Row("⟦1月底前⟧完成整改", "2024-01-31")])
    func earlierPlan(_ row: Row) { check(row, DateContext(year: 2024, yearBasis: .issued, issued: Day(2024, 6, 20))) }

    /// In a plan of several years each has its next one; 明年 of a plan for 2025 issued in December 2024 is 2025.
    @Test func whoseNextYear() {
        #expect(scan(MarkedText("次年3月底前完成考核"), DateContext(year: 2024, issued: Day(2024, 3, 1), planPeriod: (2024, 2026))).filter { $0.kind == .due } == [])
        #expect(scan(MarkedText("明年3月底前完成"), DateContext(year: 2025, issued: Day(2024, 12, 10))).map { $0.end?.iso } == ["2025-03-31"])
    }

    @Test("a year alone stays one", arguments: [
        Row("⟦2024年⟧完成前期工作", "2024-12-31"),
        Row("⟦2024年⟧提前完成建设任务", "2024-12-31"),
        Row("⟦2024年中⟧完成评估", "2024-06-30"),
        Row("⟦2025年前⟧完成", "2024-12-31"),
    ])
    func year(_ row: Row) { check(row) }

    @Test("the time of the day", arguments: [
        Row("⟦2024年12月31日24时前⟧完成清零", "2024-12-31"),
        Row("⟦12月31日18:00前⟧报送总结", "2023-12-31"),
        Row("⟦12月31日17时30分前⟧报送总结", "2023-12-31"),
        Row("⟦6月30日下班前⟧报送材料", "2023-06-30"),
        Row("⟦6月30日下午5点前⟧报送材料", "2023-06-30"),
        Row("⟦12月31日（星期日）前⟧完成", "2023-12-31"),
        Row("⟦2025年底（含）前⟧完成", "2025-12-31"),
    ])
    func clock(_ row: Row) { check(row) }

    @Test func aRangeMayNameTheHours() {
        let found = scan(MarkedText("5月1日12时至8月16日12时为伏季休渔期"))
        #expect(found.map { [$0.start?.iso, $0.end?.iso] } == [["2023-05-01", "2023-08-16"]])
    }

    @Test("other words", arguments: [
        Row("截止⟦2024年11月5日⟧完成整改", "2024-11-05"),
        Row("截至⟦2024年11月5日前⟧完成整改", "2024-11-05"),
        Row("于⟦2024年11月5日前⟧完成整改", "2024-11-05"),
        Row("⟦24年底前⟧完成整改", "2024-12-31"),
        Row("到⟦25年底⟧，实现全覆盖", "2025-12-31"),
        Row("⟦24年6月底前⟧完成整改", "2024-06-30"),
        Row("⟦今明两年⟧完成改造", "2024-12-31"),
        Row("⟦本月底前⟧完成摸排", "2023-03-31"),
        Row("⟦下月15日前⟧完成摸排", "2023-04-15"), Row("⟦本月28日前⟧完成摸排", "2023-03-28"), Row("⟦下月底前⟧完成摸排", "2023-04-30"),
        Row("⟦本周内⟧完成摸排", "open"), Row("⟦下周三前⟧上报", "open"), Row("⟦上半年⟧，各镇完成摸排", "2023-06-30"), Row("各镇⟦一季度⟧完成摸排", "2023-03-31"),
        Row("⟦2023年10月中下旬⟧完成验收", "2023-10-31"),
        Row("⟦2024年度⟧完成改造任务", "2024-12-31"),
        Row("⟦2024年全年⟧完成改造5000户", "2024-12-31"),
        Row("⟦2024年⟧成功上市1家企业", "2024-12-31"),
        Row("⟦四季度⟧在建的2269个重大项目完成投资1528亿元", "2023-12-31"),
        Row("⟦“十四五”末⟧实现全覆盖", "2025-12-31"),
    ])
    func words(_ row: Row) { check(row) }

    @Test("a list of periods", arguments: [
        Row("⟦上半年⟧、⟦三季度前⟧完成招标", "2023-06-30", "2023-09-30"),
        Row("⟦2023年3月⟧、⟦6月⟧、⟦9月⟧、⟦12月⟧各开展一次检查", "2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"),
        Row("⟦年中⟧和⟦年底⟧各开展一次督查", "2023-06-30", "2023-12-31"),
    ])
    func list(_ row: Row) { check(row) }

    /// What is due 前 a period that has begun when the plan is issued is due at its end: nothing is due before the plan is there.
    @Test("a period that has begun", arguments: [
        Row("⟦2014年4季度前⟧完成", "2014-12-31"),
        Row("⟦11月前⟧完成", "2014-11-30"),
        Row("⟦2014年前⟧完成", "2014-12-31"),
        Row("⟦2015年一季度前⟧完成", "2014-12-31"),
    ])
    func begun(_ row: Row) { check(row, DateContext(year: 2014, issued: Day(2014, 11, 13))) }

    @Test func theNotationOfAPeriodThatHasBegunIsThatOfItsEnd() {
        let found = scan(MarkedText("2014年4季度前完成"), DateContext(year: 2014, issued: Day(2014, 11, 13)))
        #expect(found.map(\.detail) == [DateDetail(edtf: "../2014-12", precision: .quarter, month: .quarterEnd, day: .quarterEnd)])
    }

    @Test("a day that no calendar has", arguments: [
        "⟦2024年2月30日前⟧完成登记", "⟦2023年2月29日前⟧报送", "⟦4月31日前⟧完成", "自⟦印发之日起至2023年6月31日⟧，开展专项行动", "⟦2022年12月至2023年2月30日⟧完成",
    ])
    func impossible(_ words: String) {
        let text = MarkedText(words)
        let found = scan(text)
        #expect(found.map(\.kind) == [.due])
        #expect(found.map(\.open) == [.impossible])
        #expect(found.allSatisfy { $0.end == nil && $0.detail?.edtf.map { !$0.contains("02-2") && !$0.contains("04-30") } != false })
        #expect(text.marked(found.map(\.range)) == words)
    }

    @Test("one deadline said by a year and a day", arguments: [
        Row("2024年改造老旧小区12个，⟦10月31日前⟧完成", "2024-10-31"),
        Row("2024年改造管网12公里，⟦11月底前⟧全部完成改造", "2024-11-30"),
        Row("2024年新建学校3所，⟦9月底前⟧完成建设任务；⟦12月底前⟧报送总结", "2024-09-30", "2023-12-31"),
        // Another work than that of the year.
        Row("⟦2024年⟧完成管网改造，⟦6月底前⟧完成立项", "2024-12-31", "2024-06-30"),
    ])
    func yearAndDay(_ row: Row) { check(row, DateContext(year: 2023, issued: Day(2023, 3, 10))) }

    /// As cells of 完成时限 write days, and what stands behind such a key.
    @Test("figures alone", arguments: [
        Row("⟦2024-10⟧", "2024-10-31"), Row("⟦2024/10⟧", "2024-10-31"), Row("⟦2024.10⟧", "2024-10-31"), Row("⟦2024/10/31⟧", "2024-10-31"), Row("⟦10.31⟧", "2023-10-31"),
        Row("⟦10/31⟧", "2023-10-31"), Row("⟦20241031⟧", "2024-10-31"), Row("⟦202410⟧", "2024-10-31"), Row("⟦2024.10.31⟧", "2024-10-31"), Row("⟦2024-10前⟧", "2024-09-30"),
        Row("⟦2024.6-2024.10⟧", "2024-10-31"), Row("⟦2024.6-10⟧", "2024-10-31"), Row("⟦2024-06-2024-10⟧", "2024-10-31"), Row("⟦6.1-10.31⟧", "2023-10-31"), Row("⟦2024-06至2024-10⟧", "2024-10-31"),
        Row("⟦10.31⟧、⟦12.31⟧", "2023-10-31", "2023-12-31"), Row("⟦2024年⟧", "2024-12-31"), Row("⟦2024年Q3⟧", "2024-09-30"),
        Row("2024-13"), Row("13.40"), Row("10.31万元"), Row("3.5公里"), Row("编号20240"),
    ])
    func figures(_ row: Row) { check(row, DateContext(year: 2023, yearBasis: .plan, issued: Day(2023, 3, 10), isDeadline: true)) }

    @Test func figuresInTheTextAreNoDates() {
        #expect(scan(MarkedText("投入10.31，电话2024-10，比例2024/10")).filter { $0.kind == .due } == [])
        #expect(scan(MarkedText("完成时限：2024-10")).map { $0.end?.iso } == ["2024-10-31"])
    }

    @Test("a rhythm alone in a cell", arguments: [
        ("按季度", "FREQ=MONTHLY;INTERVAL=3"), ("季度", "FREQ=MONTHLY;INTERVAL=3"), ("月度", "FREQ=MONTHLY"), ("逐月", "FREQ=MONTHLY"), ("半年", "FREQ=MONTHLY;INTERVAL=6"),
        ("每月", "FREQ=MONTHLY"), ("每季度末", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"), ("次月3日前", "FREQ=MONTHLY;BYMONTHDAY=3"), ("按年度", "FREQ=YEARLY"),
    ])
    func rhythm(_ words: String, _ rule: String) {
        let found = scan(MarkedText(words), DateContext(year: 2023, isDeadline: true))
        #expect(found.map(\.kind) == [.recurring])
        #expect(found.map(\.rule) == [rule])
    }

    @Test("no end", arguments: ["全年", "长期坚持", "长期", "常态化", "持续推进", "常年", "日常", "经常性", "贯穿始终"])
    func lasting(_ words: String) {
        #expect(scan(MarkedText(words), DateContext(year: 2023, isDeadline: true)).map(\.kind) == [.openEnd])
    }

    @Test("counted from the day of issue", arguments: [
        Row("自本方案⟦印发之日起10个工作日内⟧制定细则", "open"), Row("方案⟦印发后30日内⟧上报台账", "2023-04-09"), Row("方案⟦印发10日内⟧报送名单", "2023-03-20"),
        Row("文件⟦下发后两周内⟧动员部署", "2023-03-24"), Row("项目完工后5个工作日内组织验收"),
    ])
    func counted(_ row: Row) { check(row) }

    @Test func aDayCountedFromAnUnknownOneIsOpen() {
        let found = scan(MarkedText("方案印发后30日内上报"), DateContext(year: 2023))
        #expect(found.map(\.kind) == [.due] && found.map(\.open) == [.day])
    }

    @Test func theNextMonthComesEveryMonth() {
        #expect(scan(MarkedText("每月统计，次月3日前报送")).compactMap(\.rule) == ["FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=3"])
        #expect(scan(MarkedText("立项次月3日前报送")).compactMap(\.rule) == [])
    }

    /// What comes again does so in its own paragraph.
    @Test func everyYearEndsWithTheParagraph() {
        #expect(scan(MarkedText("每年开展一次检查\n12月底前完成验收")).filter { $0.kind == .due }.map { $0.end?.iso } == ["2023-12-31"])
        #expect(scan(MarkedText("每年开展一次检查，\n12月底前报送总结")).filter { $0.kind == .due } == [])
    }

    @Test func aLeapDayIsOne() { check(Row("⟦2024年2月29日前⟧完成登记", "2024-02-29")) }

    @Test("recurring days", arguments: [
        (words: "⟦每年6月30日⟧、⟦12月31日前⟧各报一次", rules: ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"]),
        (words: "⟦每年年中⟧、⟦年底⟧各开展一次督查", rules: ["FREQ=YEARLY;BYMONTH=6", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"]),
        (words: "⟦每日18时前⟧报送情况，⟦每天上午9:00前⟧报告", rules: ["FREQ=DAILY", "FREQ=DAILY"]), (words: "⟦每周一上午10时前⟧报送，⟦每月25日17时前⟧汇总", rules: ["FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=25"]), (words: "⟦每日⟧24小时值班", rules: ["FREQ=DAILY"]),
        (words: "⟦每年2月底前⟧各区完成考核，⟦3月底前⟧市里完成分析", rules: ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"]),
        (words: "⟦每年3月、9月25日前⟧报送", rules: ["FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=25"]),
        (words: "⟦每年3月、6月、9月、12月的25日前⟧报送", rules: ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"]),
    ])
    func recurring(words: String, rules: [String]) {
        let text = MarkedText(words)
        let found = scan(text)
        #expect(found.map(\.kind) == rules.map { _ in .recurring })
        #expect(found.map(\.rule) == rules)
        #expect(text.marked(found.map(\.range)) == words)
    }

    @Test func whatARequiredAmountIsNamedForIsDue() {
        let items = findings("一、主要任务\n1.2023年有效期内高新技术企业净增超过1000家。\n2.2023年成功上市1家企业。\n3.2023年度，新增就业5万人。\n2023年3月10日").findings.items
        #expect(items.dropFirst().map { $0.due.map(\.day.iso) } == [["2023-12-31"], ["2023-12-31"], ["2023-12-31"]])
        #expect(items.dropFirst().map { $0.targets.map(\.min) } == [[1000], [1], [50_000]])
    }

    @Test func whatStaysOpenIsSaid() {
        let found = findings("一、主要任务\n1.2024年汛期前完成除险加固。\n2.2024年2月30日前完成登记。\n3.“十四五”末实现全覆盖。\n二、实施步骤\n（一）动员（2023年4月31日至5月31日）。\n（二）实施（2023年6月至7月）。\n2023年3月10日").findings
        #expect(found.diagnostics.map(\.code).filter { $0.hasPrefix("date.") } == ["date.day-open", "date.impossible", "date.impossible"])
        #expect(found.items.flatMap(\.due).map(\.day.iso) == ["2025-12-31"])
        #expect(found.items.compactMap(\.phase).map { [$0.start?.iso, $0.end?.iso] } == [[nil, nil], ["2023-06-01", "2023-07-31"]])
    }

    /// A bracket's deadline without a day is told, and kept as the document has it.
    @Test(arguments: [("完成时限：三个月内", ["date.day-open"]), ("完成时限：另行通知", ["date.day-open"]), ("完成时限：当月25日前", ["date.day-open"]), ("完成时限：长期", []), ("完成时限：2024年6月底", []), ("职责范围内", [])])
    func aDeadlineOfABracketThatStaysOpen(_ words: String, _ codes: [String]) {
        let found = findings("一、主要任务\n1.清理河道。（责任单位：市水利局；\(words)）\n2.清理沟渠。（责任单位：市水利局）\n2024年3月10日").findings
        #expect(found.diagnostics.map(\.code).filter { $0.hasPrefix("date.") } == codes)
    }

    @Test func theTablesOfOccasionsHoldTogether() throws {
        let days = ValueVocabulary.rows(of: finding_feast_days())
        #expect(days.allSatisfy { Day(iso: $0.1) != nil })
        #expect(Set(days.map { $0.0 + $0.1.prefix(4) }).count == days.count, "one day for each feast and year")
        let moving = Set(days.map(\.0)), occasions = ValueVocabulary.rows(of: finding_occasions())
        #expect(occasions.allSatisfy { $0.1 == "open" || moving.contains($0.1) || Day(iso: "2024-" + $0.1) != nil })
        #expect(moving.isSubset(of: occasions.map(\.1)))
        #expect(Set(occasions.map(\.0)).count == occasions.count)
        // Of the State Council's notices of the public holidays: the first day of 春节, 端午节 and 中秋节 of three years.
        #expect(["春节": "2024-02-10", "端午节": "2023-06-22", "中秋节": "2025-10-06"].allSatisfy { feast in days.contains { $0 == (feast.key, feast.value) } })
    }
}
