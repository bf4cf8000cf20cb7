import FanganText
import Testing
@testable import FanganFindings

/// Forms in which plans say how much: a stretch that is shortened, a level behind its noun, a fee, a list, a grant in the same sentence.
@Suite("Forms of targets") struct TargetFormTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String, values: [String]
        var testDescription: String { text }
        init(_ text: String, _ values: String...) { (self.text, self.values) = (text, values) }
    }

    private func values(_ found: [TargetMention]) -> [String] {
        func number(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
        return found.map { number($0.min) + "…" + number($0.max) + $0.unit }
    }

    @Test("is required", arguments: [
        // What is shortened is shortened to so much, with 为 as with 至.
        Row("审批流程精简为⟦5个工作日⟧", "5…5个工作日"),
        Row("将初审时间由3个工作日缩减为⟦2个工作日⟧", "2…2个工作日"),
        Row("办理时限由10个工作日缩短为⟦5个工作日⟧", "5…5个工作日"),
        Row("压缩为⟦5个工作日⟧", "5…5个工作日"),
        Row("申请材料精简至⟦3份以内⟧", "…3份"),
        Row("办理环节由4个减少至⟦2个⟧", "2…2个"),
        Row("申请材料⟦最多不超过3份⟧", "…3份"),
        // A level behind its noun, at the end of the clause.
        Row("全年产业链承保规模⟦超170亿美元⟧", "17000000000…美元"),
        Row("贷款余额⟦超100亿元⟧", "10000000000…元"),
        Row("产业规模⟦超过100亿元⟧。", "10000000000…元"),
        Row("至2023年底普惠贷款余额达⟦1.1万亿元⟧、累计投放⟦突破1.2万亿元⟧，为企业节约成本⟦100亿元以上⟧", "1100000000000…1100000000000元", "1200000000000…元", "10000000000…元"),
        Row("支持企业参加⟦超150个⟧境外重点展会", "150…个"),
        // Ordered cuts and levels of fees.
        Row("将防空地下室易地建设费标准下调⟦20%⟧", "20…20%"),
        Row("物业服务收费标准下浮⟦10%⟧", "10…10%"),
        Row("按现行标准的⟦80%⟧收取水土保持补偿费", "80…80%"),
        Row("污水处理费按标准的⟦94.6%⟧征收", "94.6…94.6%"),
        Row("担保机构平均担保费率保持⟦1%（含）以下⟧", "…1%"),
        // Sums of lists.
        Row("增设人才、交通运输、公积金等⟦22个⟧一类事专区", "22…22个"),
        Row("增设⟦22个⟧一类事专区", "22…22个"),
        Row("年底前实现户籍办理和居住证签发、灵活就业人员登记、婚姻登记、企业职工退休、新生儿出生、义务教育入学、二手房转移、水电气过户、公积金提取、建设用地审批等⟦20个⟧主题式场景“一网通办”", "20…20个"),
        // 以上 at the end of 分别 … holds for all.
        Row("综合利用率分别达到⟦50%⟧、⟦40%以上⟧", "50…%", "40…%"),
        Row("示范园区、示范企业分别达到⟦3家⟧、⟦5家以上⟧", "3…家", "5…家"),
        Row("2023年“个转企”数量比上年增加⟦一倍⟧", "1…1倍"),
        Row("办理时限分别压缩至⟦2.5⟧、⟦5个工作日以内⟧", "…2.5个工作日", "…5个工作日"),
        Row("审批时间分别⟦不超过10⟧、⟦20⟧、⟦30个工作日⟧", "…10个工作日", "…20个工作日", "…30个工作日"),
        Row("参保率分别⟦不低于30%⟧、⟦35%⟧", "30…%", "35…%"),
        Row("每年开展宣传⟦不少于3次⟧、⟦5篇⟧", "3…次", "5…篇"),
        Row("申请材料⟦不超过5份⟧、办理环节⟦不超过3个⟧", "…5份", "…3个"),
        Row("全流程⟦不超过3个⟧环节", "…3个"),
        // Money in a clause of its own.
        Row("支持企业参加⟦超150个⟧境外展会，统筹各级资金对参展费用给予最高80%的补助", "150…个"),
        Row("2023年，扶持企业⟦30家⟧，扶持创业⟦3800人⟧，发放补贴资金25万元", "30…30家", "3800…3800人"),
        Row("支持企业建立工作室⟦5个⟧，给予每个工作室10万元扶持", "5…5个"),
        Row("统筹使用就业补助资金，用于支持开展各类培训⟦30万人次以上⟧、技能提升培训⟦1万人以上⟧", "300000…人次", "10000…人"),
        Row("对重点企业给予激励，2023年新增外贸主体⟦10家以上⟧，进出口总额完成⟦310亿元以上⟧，增长⟦3%以上⟧", "10…家", "31000000000…元", "3…%"),
        Row("对项目隐患予以化解，2024年底实现项目交付率完成⟦80%以上⟧，2025年12月底前完成交付率⟦90%以上⟧，保障购房人权益", "80…%", "90…%"),
        Row("对项目隐患进行摸排，2024年底实现项目交付率完成⟦80%以上⟧", "80…%"),
        Row("实施盘活项目⟦90个以上⟧，有效利用闲置土地⟦8400亩以上⟧", "90…个", "8400…亩"),
    ])
    func required(_ row: Row) {
        let text = MarkedText(row.text)
        let found = TargetRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(values(found) == row.values)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("is not required", arguments: [
        "对贷款余额超100亿元的银行给予奖励", "产业规模超过100亿元，给予奖励", "规模超100亿元、带动力强的企业",
        "契税减按1%征收", "按评估价的80%收取租金", "房屋租金下调20%", "增值税征收率下调2%", "贷款利率下浮10%",
        "鼓励业主单位选取一家具备资质的工程咨询机构", "支持金额不超过核定总投入的10%", "市辖区密度超过30%的居住用地面积，占居住用地总面积的百分比", "新建住宅密度超过30%的用地面积", "经摸排，全市有隐患341处，完成整治158处",
        "工伤保险基准费率下调50%",
        "对参加超150个展会的企业给予补助", "引进人才3名以上，给予50万元奖励", "面积90平方米（含）以下的住房", "五个一工程", "落实“三个一批”",
        "由10个工作日缩短为原来的一半", "个人所得增加一倍的，给予奖励",
    ])
    func notRequired(_ words: String) {
        let passage = Passage(words)
        #expect(TargetRecogniser().scan(passage, in: passage.indices).map { passage.string($0.range) } == [])
    }
}
