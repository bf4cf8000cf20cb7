import FanganText
import Testing
@testable import FanganFindings

/// Amounts that only the form of their sentence orders, or only describes; and results for a year named in mid-sentence.
@Suite("Ordered amounts") struct OrderedAmountTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, values: [String]
        var testDescription: String { text }
        init(_ text: String, _ values: String...) { (self.text, self.values) = (text, values) }
    }

    @Test("is required", arguments: [
        Row("完成⟦30亿元⟧新增贷款额度任务", "3000000000…3000000000元"),
        Row("基金支持的⟦12个⟧项目10月底前开工", "12…12个"),
        Row("基金支持的⟦12个⟧重点项目于2023年10月底投产", "12…12个"),
        Row("贷款审批周期缩短到⟦2个月内⟧", "…2个月"),
        Row("新办企业⟦100%⟧发放电子证照", "100…100%"),
        Row("“上门走访”⟦500家⟧企业", "500…500家"),
        Row("“登门问需、拜访”⟦500家⟧企业", "500…500家"),
        Row("引导机构提供⟦不低于3亿元⟧担保贷款，用于支持小微企业", "300000000…元"),
        Row("对于200万元以上项目中适合的部分，预留⟦30%⟧面向小微企业采购", "30…30%"),
        Row("按照⟦不低于上年征收额20%⟧的比例，将资金用于困难群体的直接补贴", "20…%"),
        Row("按全市年度用量的⟦50%—60%⟧估算采购总量", "50…60%"),
        Row("确保⟦2年内⟧完成整治", "…2年"),
        Row("确保⟦三年内⟧实现目标", "…3年"),
        Row("推动轴承生产线等⟦10个⟧项目建成投产", "10…10个"),
        Row("提高带电作业率至⟦93%⟧", "93…93%"),
        Row("重点推进⟦120项⟧年度任务落实落地", "120…120项"),
        Row("自申请之日起⟦10个工作日内⟧，各县政府及有关部门应当完成接收", "…10个工作日"),
        Row("简单案件于受理之日起⟦6个月内⟧审结，普通案件于⟦24个月内⟧审结", "…6个月", "…24个月"),
        Row("实现⟦1分钟⟧响应，⟦80%⟧解决率", "1…1分钟", "80…80%"),
        Row("为企业节约成本⟦50亿元以上⟧", "5000000000…元"),
        Row("完成省下达的⟦15亿元⟧债券发行任务", "1500000000…1500000000元"),
        Row("新建住宅⟦100%⟧执行绿色标准", "100…100%"),
        Row("对辖区企业开展“面对面”走访⟦300家次⟧", "300…300家次"),
        Row("联通⟦50个⟧部门的数据", "50…50个"),
        // What a sum, a time or a list is brought to.
        Row("全年承保规模⟦超170亿美元⟧。", "17000000000…美元"), Row("贷款余额⟦超100亿元⟧。", "10000000000…元"), Row("普惠贷款余额达⟦1.1万亿元⟧、投放⟦突破1.2万亿元⟧", "1100000000000…1100000000000元", "1200000000000…元"),
        Row("审批流程精简为⟦5个工作日⟧。", "5…5个工作日"), Row("由10个工作日缩短为⟦5个工作日⟧。", "5…5个工作日"), Row("申请材料精简至⟦3份以内⟧。", "…3份"), Row("办理环节由4个减少至⟦2个⟧。", "2…2个"), Row("材料最多⟦不超过3份⟧。", "…3份"),
        Row("增设⟦22个⟧一类事专区。", "22…22个"), Row("收费标准下调⟦20%⟧。", "20…20%"), Row("实现办证、就业、入学、就医、养老、住房、出行、社保、医保、户籍、婚姻登记、生育登记、企业开办、不动产登记、用地审批、项目立项等⟦10个⟧场景一网通办。", "10…10个"), Row("将易地建设费标准下调⟦20%⟧。", "20…20%"), Row("按现行标准的⟦80%⟧收取补偿费。", "80…80%"), Row("平均担保费率保持⟦1%（含）以下⟧。", "…1%"),
        Row("综合利用率分别达到⟦50%⟧、⟦40%以上⟧。", "50…%", "40…%"), Row("建筑密度超过30%的地块占比⟦不高于5%⟧。", "…5%"), Row("完成投资额的⟦80%⟧。", "80…80%"),
        Row("办理环节⟦不超过3个⟧、材料⟦不超过5份⟧、时间⟦不超过7个工作日⟧。", "…3个", "…5份", "…7个工作日"), Row("⟦不超过3个⟧环节。", "…3个"), Row("培训⟦不少于3次⟧、⟦5篇⟧。", "3…次", "5…篇"), Row("争取各项上级资金⟦40亿元⟧。", "4000000000…4000000000元"),
        Row("实行上市奖补，2023年成功上市⟦1家⟧企业。", "1…1家"), Row("落实优惠政策，将价格扣除比例提升至⟦20%⟧。", "20…20%"), Row("⟦至少有1人⟧稳定就业，所需资金从补助资金中列支。", "1…人"), Row("消化批而未供土地⟦3000亩⟧。", "3000…3000亩"),
        // What others get does not make it a grant.
        Row("支持企业参加⟦超150个⟧展会，统筹资金对参展企业给予补助。", "150…个"), Row("支持企业建立工作室⟦5个⟧，给予每个工作室10万元扶持。", "5…5个"), Row("扶持企业⟦30家⟧，扶持创业⟦3800人⟧，发放创业补贴资金25万元。", "30…30家", "3800…3800人"),
    ])
    func required(_ row: Row) {
        let text = MarkedText(row.text)
        let found = TargetRecogniser().scan(text.passage, in: text.passage.indices)
        func number(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
        #expect(found.map { number($0.min) + "…" + number($0.max) + $0.unit } == row.values)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    /// No number of a text is too large to be compared with a count of names.
    @Test func moreThanAnyCountOfNames() {
        let passage = Passage("支持甲公司、乙公司、丙公司9999999999999亿家企业发展")
        #expect(TargetRecogniser().scan(passage, in: passage.indices).map { passage.string($0.range) } == ["9999999999999亿家"])
    }

    @Test("is not required", arguments: [
        "对发放不低于2亿元贷款的银行给予奖励",
        "委托一家机构开展评估", "落实支持园区建设12条措施", "落实促进科技生产力发展13条检察政策", "支持金额不超过核定总投入的10%", "建筑密度超过30%的比例", "鼓励选取一家具备资质的机构", "年营业收入超过100亿元的企业", "对产值超过10亿元，增速超过10%的企业给予奖励", "企业贷款超过500万元，给予贴息", "所得税按标准的80%征收", "培育企业10家，给予奖励",
        "新建厂房5家，建成后给予补助",
        "选择甲城、乙城、丙城和丁城、戊城5个城市开展试点", "遴选甲县、乙县和丙县3个县",
        "对车辆认定表、身份证明、住房证明以及经营者证明等4项证明事项实行承诺制", "对认定表、身份证明、住房证明等6项证明事项实行承诺制",
        "扎实推进12条“小改进”举措落地见效", "推动10项措施落实", "专家组由各市选派1名代表组成", "组织因灾停工的60个项目有序复工", "制定停产200户企业复产计划",
        "按不低于50%的比例，给予补贴", "按基准利率的50%给予贴息", "借款期限缩短，租赁期限在3个月以内", "2023年内完成整治", "企业3年内成功上市的",
        "提供不低于50万元担保贷款的机构", "受让人应在3个月内缴纳价款", "6个月内审结的案件", "对成功培育5家的县", "对新培育5家，给予奖励", "按3%优惠利率", "15个工作日内，提交材料的企业可以申请", "获得不低于2亿元担保贷款的企业",
    ])
    func notRequired(_ words: String) {
        let passage = Passage(words)
        #expect(TargetRecogniser().scan(passage, in: passage.indices).map { passage.string($0.range) } == [])
    }

    /// A plan of 2020, issued in February.
    @Test("due for a named year", arguments: [
        Row("推动⟦2020年⟧全市贷款综合成本较2019年再下降0.5个百分点。", "2020-12-31"),
        Row("力争⟦2020年⟧科创企业贷款同比增长不低于15%，余额稳步增长。", "2020-12-31"),
        Row("确保2020年贷款余额占比不低于20%。"),
        Row("到⟦2027年⟧，规模达到20亿元。至⟦2030年⟧，活力提升。展望⟦2035年⟧，全面建成高地。", "2027-12-31", "2030-12-31", "2035-12-31"),
        Row("全市⟦2020年⟧完成改造100个。", "2020-12-31"), Row("全市2020年完成了改造100个。"), Row("全市2019年完成改造100个。"), Row("落实全市2020年建设计划。"), Row("全市2020年持续深化改革。"),
        Row("面向⟦2035年⟧，基本建成现代化体系。", "2035-12-31"), Row("展望2035年远景目标，凝聚共识。"),
        Row("推动2020年工作要点落实。"), Row("推进2020年度考核，新增项目20个。"),
        Row("⟦2020年⟧，扶持企业30家，发放补贴资金25万元。", "2020-12-31"), Row("2020年，对新增企业给予补贴10万元。"), Row("2020年基金继续按照0.5%收取担保费。"),
    ])
    func year(_ row: Row) {
        let text = MarkedText(row.text), all = text.passage.indices
        let dates = DateRecogniser().scan(text.passage, in: all, context: DateContext(year: 2020, yearBasis: .plan, issued: Day(2020, 2, 20)))
        let found = ResultYears.resolve(dates, targets: TargetRecogniser().scan(text.passage, in: all), text.passage).filter { $0.kind == .due }
        #expect(found.map { $0.end?.iso ?? "open" } == row.values)
        #expect(text.marked(found.map(\.range)) == row.text)
    }
}
