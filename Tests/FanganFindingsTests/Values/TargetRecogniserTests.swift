import FanganText
import Testing

@testable import FanganFindings

@Suite("Targets") struct TargetRecogniserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        /// `min…max unit /per`, empty where open.
        var targets: [String]
        var testDescription: String { text }
        init(_ text: String, _ targets: String...) { (self.text, self.targets) = (text, targets) }
    }

    private func name(_ target: TargetMention) -> String {
        func number(_ value: Double?) -> String { value.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? "" }
        return number(target.min) + "…" + number(target.max) + target.unit + (target.per.map { "/" + $0 } ?? "")
    }

    @Test("is required", arguments: [
        Row("每年专题研究工作⟦不少于2次⟧（得3分）", "2…次/year"),
        Row("每年有⟦5篇以上⟧稿件在主流媒体发表", "5…篇/year"),
        Row("理论学习中心组每年⟦至少安排1次⟧专题学习", "1…次/year"),
        Row("每学期⟦至少上1次⟧教育课或开展1次讲座", "1…次/term"),
        Row("各单位每半年⟦至少开展一次⟧活动", "1…次/half-year"),
        Row("各学段⟦不少于12课时⟧", "12…课时"),
        Row("每两个星期推出⟦一期⟧专栏", "1…1期/fortnight"),
        Row("每半年考评⟦一次⟧", "1…1次/half-year"),
        Row("每月报送⟦2篇⟧信息", "2…2篇/month"),
        Row("每季度召开⟦1次⟧会议", "1…1次/quarter"),
        Row("每年指导⟦一家⟧企业参与创建", "1…1家/year"),
        Row("每年新增⟦2家⟧企业，其中成功创建示范企业⟦1个⟧和市级示范企业⟦1个⟧各一个", "2…2家/year", "1…1个/year", "1…1个/year"),
        Row("明确⟦一名⟧分管同志具体抓", "1…1名"),
        Row("（悬挂⟦一面⟧国旗、设置⟦一块⟧宣传栏、配备⟦一套⟧书籍、开展⟦一次⟧培训）", "1…1面", "1…1块", "1…1套", "1…1次"),
        Row("打造⟦7个省级⟧、⟦20个市级⟧示范点", "7…7个", "20…20个"),
        Row("甲区打造示范点⟦3个以上⟧，其他县打造示范点⟦2个以上⟧", "3…个", "2…个"),
        Row("各县打造示范点⟦至少5个⟧", "5…个"),
        Row("新增⟦2400户⟧（累计⟦约3600户⟧）餐饮单位", "2400…2400户", "3600…3600户"),
        Row("新增5G基站⟦1000座⟧，累计建设5G基站⟦4600个⟧", "1000…1000座", "4600…4600个"),
        Row("涵盖3大平台、⟦19类⟧功能模块", "19…19类"),
        Row("完成平台上线前⟦15项⟧业务编码贯标", "15…15项"),
        Row("组织发布⟦不少于100场⟧培训课程", "100…场"),
        Row("覆盖率⟦不低于90%⟧", "90…%"),
        Row("综合一窗率达⟦90%以上⟧", "90…%"),
        Row("网办率达到⟦９５％⟧", "95…95%"),
        Row("⟦100%⟧的机关单位要创建为示范机关", "100…100%"),
        Row("确保学校⟦100%⟧创建为示范单位", "100…100%"),
        Row("确保任务⟦百分之百⟧落实", "100…100%"),
        Row("全市⟦90%⟧的市场主体纳入平台", "90…90%"),
        Row("地区生产总值增长⟦6.2%左右⟧", "6.2…6.2%"),
        Row("产值年均增长⟦8%左右⟧", "8…8%/year"),
        Row("收费标准降低⟦30%⟧", "30…30%"),
        Row("失业率⟦控制在5.5%以内⟧", "…5.5%"),
        Row("电子信息产业营业总额达到⟦2000亿元⟧", "200000000000…200000000000元"),
        Row("完成投资⟦15亿元以上⟧", "1500000000…元"),
        Row("开办时间压减到⟦1个工作日以内⟧", "…1个工作日"),
        Row("审批用时⟦不超过13个工作日⟧", "…13个工作日"),
        Row("新增青年人才公寓⟦2万套⟧", "20000…20000套"),
        Row("培育⟦8—10家⟧领军企业", "8…10家"),
        Row("网络出口扩容至⟦5G⟧", "5…5G"),
        Row("达到⟦万兆⟧到旗县区、⟦千兆⟧到乡镇", "10000…10000兆", "1000…1000兆"),
        Row("新建改造管网⟦3500公里⟧", "3500…3500公里"),
        Row("打造⟦２０个⟧基地", "20…20个"),
    ])
    func required(_ row: Row) {
        let text = MarkedText(row.text)
        let found = TargetRecogniser().scan(text.passage, in: text.passage.indices)
        #expect(found.map(name) == row.targets)
        #expect(text.marked(found.map(\.range)) == row.text)
    }

    @Test("is not required", arguments: [
        "坚持“三个离不开”，增强“五个认同”", "实施五大工程", "第33次常务会议", "近3年", "全省前5名", "2023年5月9日", "《三年行动20条》",
        "财政给予25%的贴息支持，贴息期限不超过1年", "按人民银行再贷款利率的50%给予贴息", "最高奖励50万元", "给予不超过500万元的创业担保贷款",
        "面积为90平方米以上的，减按1.5%的税率征收契税", "签订1年以上劳动合同", "最低首付比例按20%执行", "首期缴纳比例不低于出让价款50%",
        "去化周期超过36个月的县市区", "连续3个月均下降的城市", "日常监测（60%）+实地调研（20%）", "7个方面分值", "在现有62项服务的基础上",
        "打造协同办公3.0版", "保障“7×24小时”服务模式", "达到一次投入，减少二次开发费用", "推进信息化改造三期工程", "千兆升级", "推动一件事一次办",
        "给予一次性补助", "拨打12345热线", "截至2020年底，全市已累计建成示范点396个", "每新增1家给予10万元扶持", "鑫达、渝南2个煤矿", "开发区20余家企业",
        "打造一批示范点", "形成一套制度", "注册资本1000万元以上的企业", "两个以上部门对同一对象实施检查", "在收到申请后5个工作日内答复", "10亿元以上工业企业",
        "每两年开展一次评选", "对有三名以上公证员的公证机构", "由30%调整为40%的政策",
    ])
    func notRequired(_ words: String) {
        let passage = Passage(words)
        #expect(TargetRecogniser().scan(passage, in: passage.indices).map { passage.string($0.range) } == [])
    }
}
