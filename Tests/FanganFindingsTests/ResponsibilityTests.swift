import Testing
@testable import FanganFindings

@Suite struct ResponsibilityTests {
    /// Each bracket or line, and the units it gives.
    static let assignments: [(String, [String])] = [
        ("（责任单位：市教育局、市财政局）", ["市教育局:responsible", "市财政局:responsible"]),
        ("(责任单位:市教育局,市财政局)", ["市教育局:responsible", "市财政局:responsible"]),
        ("（责任股室：燃气股；配合股室：法规股）", ["燃气股:responsible", "法规股:support"]),
        ("〔责任科室：党政办、经发办〕", ["党政办:responsible", "经发办:responsible"]),
        ("【责任单位：县水利局】", ["县水利局:responsible"]),
        ("{责任单位：县水利局}", ["县水利局:responsible"]),
        ("〖责任单位：县水利局〗", ["县水利局:responsible"]),
        ("[责任单位:县水利局;县农业农村局]", ["县水利局:responsible", "县农业农村局:responsible"]),
        ("（市民政局负责）", ["市民政局:responsible"]),
        ("（牵头单位：市民政局；配合单位：无）", ["市民政局:lead"]),
        ("（市民政局、市残联按职责分工负责）", ["市民政局:responsible", "市残联:responsible"]),
        ("（市民政局等负责）", ["市民政局:responsible"]),
        ("（市民政局牵头，市财政局、市残联按职责分工负责）", ["市民政局:lead", "市财政局:responsible", "市残联:responsible"]),
        ("（市民政局牵头负责）", ["市民政局:lead"]),
        ("（市民政局牵头，市财政局等配合）", ["市民政局:lead", "市财政局:support"]),
        ("（牵头单位：市商务局；责任单位：市文旅局、各县人民政府）", ["市商务局:lead", "市文旅局:responsible", "各县人民政府:responsible"]),
        ("（牵头单位:市商务局,配合单位:市文旅局,责任单位:各区政府）", ["市商务局:lead", "市文旅局:support", "各区政府:responsible"]),
        ("（牵头单位：市商务局责任单位：市文旅局）", ["市商务局:lead", "市文旅局:responsible"]),
        ("（牵头单位：市商务局\n责任单位：市文旅局）", ["市商务局:lead", "市文旅局:responsible"]),
        ("（负责部门：省商务厅；适用范围：所有自贸试验区）", ["省商务厅:responsible"]),
        ("（牵头部门：省商务厅；目标位置：全省前5）", ["省商务厅:lead"]),
        ("（登记指导处负责，完成时限：2023年底前）", ["登记指导处:responsible"]),
        ("（6月底完成，牵头考核单位：市公安局、市司法局）", ["市公安局:lead", "市司法局:lead"]),
        ("（持续推进，牵头考核单位：市公安局）", ["市公安局:lead"]),
        ("（责任单位：各市、县〔区〕人民政府、新区管委会）", ["各市、县〔区〕人民政府:responsible", "新区管委会:responsible"]),
        ("（责任单位：各县(市、区)党委和人民政府）", ["各县(市、区)党委和人民政府:responsible"]),
        ("（责任单位：各市〔州〕、县〔市、区、特区〕人民政府）", ["各市〔州〕、县〔市、区、特区〕人民政府:responsible"]),
        ("（责任单位：示范区发展改革和统计局(商务局)）", ["示范区发展改革和统计局(商务局):responsible"]),
        ("（综合处、宣传处等相关处室按职责分工负责）", ["综合处:responsible", "宣传处:responsible", "相关处室:responsible"]),
        ("（市财政局等部门负责）", ["市财政局:responsible"]),
        ("（责任单位：市民政局（牵头）和市财政局、市残联）", ["市民政局:lead", "市财政局:responsible", "市残联:responsible"]),
        ("（责任单位：市民政局（牵头）会同市财政局）", ["市民政局:lead", "市财政局:responsible"]),
        ("（责任单位：县卫健局（按职责分工）、县财政局）", ["县卫健局:responsible", "县财政局:responsible"]),
        ("（市发展改革委、市财政局）", ["市发展改革委:responsible", "市财政局:responsible"]),
        ("（省大数据局牵头，省人力资源社会保障厅、省科协配合）", ["省大数据局:lead", "省人力资源社会保障厅:support", "省科协:support"]),
        ("（省大数据局牵头，各有关部门分头落实）", ["省大数据局:lead", "各有关部门:responsible"]),
        ("\n牵头单位：市水务局\n责任单位：市财政局", ["市水务局:lead", "市财政局:responsible"]),
        ("责任单位市委组织部、市委宣传部", ["市委组织部:responsible", "市委宣传部:responsible"]),
        ("责任单位，市委组织部、市委宣传部", ["市委组织部:responsible", "市委宣传部:responsible"]),
        ("(责任单住市委政法委、市公安局)", ["市委政法委:responsible", "市公安局:responsible"]),
        ("责任单位市文联、市社科联、医学院)", ["市文联:responsible", "市社科联:responsible", "医学院:responsible"]),
        ("（责任单位：市住建局、市城管局", ["市住建局:responsible", "市城管局:responsible"]),
        ("市人社局、市残联负责)", ["市人社局:responsible", "市残联:responsible"]),
        // Separators between names and between roles.
        ("（牵头单位：市财政局·责任单位：市公安局·市水利局）", ["市财政局:lead", "市公安局:responsible", "市水利局:responsible"]),
        ("（牵头单位：市财政局 责任单位：市公安局 市水利局）", ["市财政局:lead", "市公安局:responsible", "市水利局:responsible"]),
        ("（责任单位:市财政局|市公安局/市水利局）", ["市财政局:responsible", "市公安局:responsible", "市水利局:responsible"]),
        ("（责任单位：1.市财政局 2.市公安局）", ["市财政局:responsible", "市公安局:responsible"]),
        ("（责任单位：市财政局、市公安局。）", ["市财政局:responsible", "市公安局:responsible"]),
        // Keys and words.
        ("（牵头单位为市财政局，配合单位为市公安局）", ["市财政局:lead", "市公安局:support"]),
        ("（责任单位（部门）：市财政局）", ["市财政局:responsible"]),
        ("（主办：市财政局；协办：市公安局）", ["市财政局:lead", "市公安局:support"]),
        ("（市财政局主办，市公安局协办）", ["市财政局:lead", "市公安局:support"]),
        ("（市财政局、应急局要按职责分工负责）", ["市财政局:responsible", "应急局:responsible"]),
        ("（市财政局（牵头）、市公安局、市水利局）", ["市财政局:lead", "市公安局:responsible", "市水利局:responsible"]),
        ("（责任单位：市财政局（牵头单位）、市公安局（配合单位））", ["市财政局:lead", "市公安局:support"]),
        ("（完成时限：2023年底前；市财政局牵头，市公安局配合）", ["市财政局:lead", "市公安局:support"]),
        ("（市财政局、市公安局，2023年底前完成）", ["市财政局:responsible", "市公安局:responsible"]),
        // Broken by line ends and spaces.
        ("\n责任\n单位：市水务局、市财政局", ["市水务局:responsible", "市财政局:responsible"]),
        ("\n牵\n头单位：市水务局", ["市水务局:lead"]),
        ("责 任 单 位：市财政局、市公安局", ["市财政局:responsible", "市公安局:responsible"]),
        ("\n责任单位：市发展\n改革委、市财政局", ["市发展\n改革委:responsible", "市财政局:responsible"].map { $0.filter { $0 != "\n" } }),
        ("\n责任单位：市水务局、\n市财政局", ["市水务局:responsible", "市财政局:responsible"]),
        ("（责任单位：市委\n办公室、市财政局）", ["市委办公室:responsible", "市财政局:responsible"]),
        // Several names in one piece, and names that must not be split.
        ("（省工信厅、省小企业局等相关部门和各市人民政府按职责分工负责）", ["省工信厅:responsible", "省小企业局:responsible", "相关部门:responsible", "各市人民政府:responsible"]),
        ("〔省司法厅及省级行业主管部门、各市（区）按职责分工负责〕", ["省司法厅:responsible", "省级行业主管部门:responsible", "各市（区）:responsible"]),
        ("（市商务局会同市税务局负责）", ["市商务局:responsible", "市税务局:responsible"]),
        ("（责任单位：各有关部门及各市、县级政府）", ["各有关部门:responsible", "各市、县级政府:responsible"]),
        ("（责任单位：各县人民政府和巴中经开区）", ["各县人民政府:responsible", "巴中经开区:responsible"]),
        ("（责任单位：市政府督查室、各区政府组织各相关部门实施）", ["市政府督查室:responsible", "各区政府:responsible", "各相关部门:responsible"]),
        ("（责任单位：各区人民政府〈含开发区、风景区管委会，下同〉）", ["各区人民政府:responsible"]),
        ("(市科技局,各县级市<区>政府<管委会>按职责分工负责)", ["市科技局:responsible", "各县级市<区>政府<管委会>:responsible"]),
        ("〔市公安局（交警支队）牵头〕", ["市公安局（交警支队）:lead"]),
        ("（责任单位：市卫生健康委、市委组织部，排在第一位的为牵头部门，下同）", ["市卫生健康委:lead", "市委组织部:responsible"]),
        ("（人民银行上海总部、市财政局、市科技局）", ["人民银行上海总部:responsible", "市财政局:responsible", "市科技局:responsible"]),
        // A class of firms is one, whatever its trades.
        ("（责任单位：全市供水、燃气企业）", ["全市供水、燃气企业:responsible"]),
        ("（责任单位：市水利局，各县（市、区）供水、供电企业）", ["市水利局:responsible", "各县（市、区）供水、供电企业:responsible"]),
        ("（责任单位：各供水、供气单位，市财政局）", ["各供水、供气单位:responsible", "市财政局:responsible"]),
        ("（责任单位：各设计、施工、监理单位、市住建局）", ["各设计、施工、监理单位:responsible", "市住建局:responsible"]),
        ("（责任单位：市水利局、供水、供电、供热等企业）", ["市水利局:responsible", "供水、供电、供热等企业:responsible"]),
        ("（责任单位：县（市、区）供水、供电企业）", ["县（市、区）供水、供电企业:responsible"]),
        ("（责任单位：供水、供气、供热等公用企事业单位，市住建局）", ["供水、供气、供热等公用企事业单位:responsible", "市住建局:responsible"]),
        ("（市住建局牵头，供水、供电、燃气企业配合）", ["市住建局:lead", "供水、供电、燃气企业:support"]),
        ("（市发展改革局牵头，会市财政局、市商务局落实）", ["市发展改革局:lead", "市财政局:responsible", "市商务局:responsible"]), ("（市发展改革局、市财政局等11个部门按职责分工负责）", ["市发展改革局:responsible", "市财政局:responsible"]),
        ("（市级责任单位：市发展改革局；区级责任单位：各区发改部门）", ["市发展改革局:responsible", "各区发改部门:responsible"]),
        ("（县级责任：县水利局；镇级责任：各镇）", ["县水利局:responsible", "各镇:responsible"]), ("（市级牵头单位：市水利局；镇级配合单位：各镇）", ["市水利局:lead", "各镇:support"]), ("（市级牵头：市水利局；县级配合：县水利局）", ["市水利局:lead", "县水利局:support"]),
        ("（市级责任单位：市水利局县级责任单位：县水利局）", ["市水利局:responsible", "县水利局:responsible"]), ("县级责任：县水利局；镇级责任：各镇", ["县水利局:responsible", "各镇:responsible"]),
        ("（责任单位：市水利局、供电公司、燃气企业）", ["市水利局:responsible", "供电公司:responsible", "燃气企业:responsible"]),
        // A word behind a list reaches back to the last comma; what stands in front of it has its key's role.
        ("（牵头单位：市住建局，市司法局、市财政局配合）", ["市住建局:lead", "市司法局:support", "市财政局:support"]),
        ("（责任单位：市住建局、市财政局，各区政府配合）", ["市住建局:responsible", "市财政局:responsible", "各区政府:support"]),
        ("（牵头单位：市住建局；责任单位：市司法局，各区政府配合）", ["市住建局:lead", "市司法局:responsible", "各区政府:support"]),
        ("（市住建局、市财政局，各区政府配合）", ["市住建局:responsible", "市财政局:responsible", "各区政府:support"]),
        ("（市住建局牵头，市财政局、市司法局，各区政府配合）", ["市住建局:lead", "市财政局:support", "市司法局:support", "各区政府:support"]),
        // Words that brackets alone have behind names, and sentences in brackets.
        ("（市住建局统筹，各区政府负责）", ["市住建局:lead", "各区政府:responsible"]), ("（市住建局指导，各区政府实施）", ["市住建局:support", "各区政府:responsible"]),
        ("（责任单位：各区政府，市住建局督导落实）", ["各区政府:responsible", "市住建局:support"]), ("（责任单位：市住建局为主，市财政局配合）", ["市住建局:lead", "市财政局:support"]),
        ("（市住建局为主，市公安局、城管局协同）", ["市住建局:lead", "市公安局:support", "城管局:support"]), ("（市商务局审核，市财政局拨付）", ["市商务局:responsible", "市财政局:responsible"]),
        ("（各区政府为责任主体，市住建局负责督促指导）", ["各区政府:responsible", "市住建局:responsible"]),
        ("（此项工作由市商务局牵头）", ["市商务局:lead"]), ("（该项任务由市商务局、市财政局共同负责）", ["市商务局:responsible", "市财政局:responsible"]),
        ("（市级层面由市商务局负责，区级层面由各区人民政府负责）", ["市商务局:responsible", "各区人民政府:responsible"]),
        ("（市水利局协调、指导）", ["市水利局:support"]), ("（市商务局组织，各区实施）", ["市商务局:responsible", "各区:responsible"]), ("（责任单位：各级党组织、市社会组织）", ["各级党组织:responsible", "市社会组织:responsible"]),
        // Keys.
        ("（指导单位：市住建局，实施单位：各区政府）", ["市住建局:support", "各区政府:responsible"]), ("（监管单位：市住建局）", ["市住建局:support"]),
        ("（行业主管部门：市住建局；属地单位：各区政府）", ["市住建局:responsible", "各区政府:responsible"]), ("（第一牵头单位：市住建局；第二牵头单位：市财政局）", ["市住建局:lead", "市财政局:lead"]),
        ("（挂点领导：张三；责任单位：市住建局）", ["市住建局:responsible"]), ("（牵头市商务局，配合市财政局）", ["市商务局:lead", "市财政局:support"]), ("（本部分牵头单位：市商务局）", ["市商务局:lead"]),
        // Blanks that part nothing.
        ("（责任单位：市发展 改革局、市财政局）", ["市发展改革局:responsible", "市财政局:responsible"]), ("（责任单位：市 商务局、市金融监 管局 市财政局）", ["市商务局:responsible", "市金融监管局:responsible", "市财政局:responsible"]),
        ("（市商务局、各区政府按 职责分工负 责）", ["市商务局:responsible", "各区政府:responsible"]), ("（市商务局牵 头，市财政局配合）", ["市商务局:lead", "市财政局:support"]),
        ("（各县 （市、区）人民政府负责）", ["各县（市、区）人民政府:responsible"]), ("（各县（市、区） 人民政府负责）", ["各县（市、区）人民政府:responsible"]), ("（责任单位：各县、 市、 区政府）", ["各县、市、区政府:responsible"]),
        ("（责任单位：县市场\n监管局\n县商务局）", ["县市场监管局:responsible", "县商务局:responsible"]), ("（责任单位：县供电公司\n财政局）", ["县供电公司:responsible", "财政局:responsible"]),
        ("（责任单位：市公安局\n市城管局）", ["市公安局:responsible", "市城管局:responsible"]), ("（责任单位：市住建局\n（市人防办）\n市财政局）", ["市住建局（市人防办）:responsible", "市财政局:responsible"]),
        ("（各县（区）人民政府 （管委会）负责）", ["各县（区）人民政府（管委会）:responsible"]), ("〔市商务局等市级相关部门及各县 (市) 按职责分工负责〕", ["市商务局:responsible", "市级相关部门:responsible", "各县(市):responsible"]),
        ("（责任单位：省政府办 公厅、发展 改革委、各有关部 门、各区 县）", ["省政府办公厅:responsible", "发展改革委:responsible", "各有关部门:responsible", "各区县:responsible"]),
        ("（责任单位：市委 市政府）", ["市委:responsible", "市政府:responsible"]), ("（责任单位：移动 联通 电信公司）", ["移动:responsible", "联通:responsible", "电信公司:responsible"]),
        ("（责任单位：市人力资源 社会保障局 市财政局）", ["市人力资源社会保障局:responsible", "市财政局:responsible"]),
        // Marks of the lead, persons, two organs joined by 和.
        ("（责任单位：★市商务局、市财政局）", ["市商务局:lead", "市财政局:responsible"]), ("（责任单位：市商务局*、市财政局，带*的为牵头单位）", ["市商务局:lead", "市财政局:responsible"]),
        ("（责任单位：市商务局（主责）、市财政局）", ["市商务局:lead", "市财政局:responsible"]), ("（责任单位：市住建局（主）、市财政局（协））", ["市住建局:lead", "市财政局:support"]), ("（市财政局、市商务局、市发改委，排名第一的为牵头单位）", ["市财政局:lead", "市商务局:responsible", "市发改委:responsible"]),
        ("（责任单位：市住建局 张三）", ["市住建局:responsible"]), ("（责任单位：张三（市住建局））", ["市住建局:responsible"]), ("（责任单位：市住建局（责任领导：张三））", ["市住建局:responsible"]),
        ("（各区政府和顺德新城管委会负责）", ["各区政府:responsible", "顺德新城管委会:responsible"]), ("（责任单位：各县发展改革和统计局）", ["各县发展改革和统计局:responsible"]),
        ("（市个体私营企业协会、市工商联负责）", ["市个体私营企业协会:responsible", "市工商联:responsible"]),
        // Both brackets lost.
        ("市民政局牵头，市财政局、各县人民政府配合。", ["市民政局:lead", "市财政局:support", "各县人民政府:support"]),
    ]

    /// A bracket that is damaged takes nothing of the sentences around it.
    static let damaged: [(String, [String], String)] = [
        ("完善制度。（责任单位：市教育局、市财政局（二）加强监管。", ["市教育局:responsible", "市财政局:responsible"], "完善制度。（二）加强监管。"),
        ("完善制度。（市教育局、市财政局按职责分工负责加强监管，落实责任。", ["市教育局:responsible", "市财政局:responsible"], "完善制度。加强监管，落实责任。"),
        ("完善制度。（责任单位：市教育局 2.加强监管。（责任单位：市财政局）", ["市教育局:responsible", "市财政局:responsible"], "完善制度。 2.加强监管。"),
        ("完善制度。责任单位：市教育局）全面加强监管。落实责任。", ["市教育局:responsible"], "完善制度。全面加强监管。落实责任。"),
    ]

    @Test(arguments: damaged)
    func damagedBracketsEndWithTheirList(_ text: String, _ units: [String], _ rest: String) {
        let found = read(text)
        #expect(found.units == units)
        #expect(found.text == rest)
    }

    @Test func everyHalfBracketIsRead() {
        let found = read("完善各项制度。实现全程网上支付省财政厅牵头，省教育厅配合）落实责任。省公安厅负责）")
        #expect(found.units == ["省财政厅:lead", "省教育厅:support", "省公安厅:responsible"])
        #expect(found.text == "完善各项制度。实现全程网上支付落实责任。")
        #expect(found.diagnostics == ["responsibility.bracket-half", "responsibility.bracket-half"])
    }

    /// `【责任单位】市商务局`: a key in black brackets, with what it holds behind it.
    @Test func keysInBlackBrackets() {
        let lines = read("建成平台。\n【牵头单位】市商务局、市财政局\n【配合单位】：各区\n【完成时限】2023年6月底")
        #expect(lines.units == ["市商务局:lead", "市财政局:lead", "各区:support"] && lines.text.filter { !$0.isWhitespace } == "建成平台。" && lines.deadlines == ["2023年6月底"])
        let run = read("建成平台。【责任单位】市商务局【完成时限】2023年6月底")
        #expect(run.units == ["市商务局:responsible"] && run.text == "建成平台。" && run.deadlines == ["2023年6月底"])
        #expect(read("【工作目标】建成平台2个。【责任分工】明确职责。").text == "【工作目标】建成平台2个。【责任分工】明确职责。")
    }

    /// 政协办 ends like 协办, and what is left of it is no name.
    @Test(arguments: [("（县政协办、各乡镇）", ["县政协办:responsible", "各乡镇:responsible"]), ("（县财政局牵头，县政协协办）", ["县财政局:lead", "县政协:support"]), ("（县财政局牵头，县财政协办）", ["县财政局:lead", "县财政:support"]), ("（牵头：县科协办）", ["县科协办:lead"])])
    func namesThatEndLikeAWord(bracket: String, units: [String]) { #expect(read("建成平台，健全机制。" + bracket).units == units) }

    /// What is to be reached stays text on a line of its own behind the units; in their bracket it is a condition.
    @Test func dutiesBehindTheUnits() {
        #expect(read("建成平台。\n责任单位：市商务局\n工作目标：引进项目10个。").text.filter { !$0.isWhitespace } == "建成平台。工作目标：引进项目10个。")
        #expect(read("建成平台。\n责任单位：市商务局\n适用范围：全市").conditions == ["适用范围=全市"])
        #expect(read("建成平台。（责任单位：市商务局；工作目标：引进项目10个）").conditions == ["工作目标=引进项目10个"])
    }

    @Test(arguments: [
        ("（负责部门：市商务局；适用范围：所有自贸试验区、各县）", ["适用范围=所有自贸试验区、各县"]),
        ("（牵头部门：市商务局；目标位置：全省前5）", ["目标位置=全省前5"]),
        ("（责任单位：市商务局；实施范围：全市；联系人：张三）", ["实施范围=全市", "联系人=张三"]),
        ("\n牵头单位：市水务局\n要求：按月报送", ["要求=按月报送"]),
        ("\n要求：按月报送\n牵头单位：市水务局", ["要求=按月报送"]),
        ("（责任单位：市商务局，列第一位者为牵头单位）", ["-=列第一位者为牵头单位"]),
        ("（联系人：张三；联系电话：12345）", ["联系人=张三", "联系电话=12345"]),
    ])
    func conditionsBesideTheUnits(_ bracket: String, _ conditions: [String]) {
        #expect(read("完善各项制度，落实工作经费。" + bracket).conditions == conditions)
    }

    @Test(arguments: [
        ("以下任务均需各区政府落实，不再列出。", ["following 各区政府"]),
        ("（市财政局负责，以下工作均需县人民政府和巴中经开区落实，不再列出）", ["following 县人民政府|巴中经开区"]),
        ("责任单位：市财政局（以下任务均需各县区人民政府（管委会）落实，不再列出）", ["following 各县区人民政府（管委会）"]),
        ("（省财政厅牵头。各市州、县市区人民政府均为责任单位，以下不再列出）", ["following 各市州、县市区人民政府"]),
        ("上述任务由市住建局牵头落实。", ["preceding 市住建局"]),
        ("（市财政局负责。 以下任务均需各区政府落实，不再一一列出）", ["following 各区政府"]), ("（市财政局负责，以下均涉及各区人民政府，不再单列）", ["following 各区人民政府"]),
        ("（市财政局负责。各项任务责任单位均包括各区人民政府，下同）", ["everywhere 各区人民政府"]), ("（市财政局负责，以下任务各区人民政府均为责任单位）", ["following 各区人民政府"]),
        ("\n以上任务由市商务局牵头，市财政局配合。", ["preceding 市商务局|市财政局"]), ("\n（以上责任单位：市商务局）", ["preceding 市商务局"]), ("\n以上各项措施由各责任单位负责落实。", []),
        ("以上各项均由市住建局负责。", ["preceding 市住建局"]),
        ("各项条款由市住建局负责解释。", []),
        ("以下情形由市住建局处理。", []),
    ])
    func rulesForMany(_ rule: String, _ expected: [String]) {
        #expect(read("完善各项制度，落实工作经费。" + rule).rules == expected)
    }

    @Test(arguments: assignments)
    func assigns(_ bracket: String, _ units: [String]) {
        let body = "完善各项制度，落实工作经费。"
        let found = read(body + bracket)
        #expect(found.units == units)
        #expect(found.text.filter { $0 != "\n" } == body)
    }

    /// 成员单位 goes on with a list; alone it says who is in a body.
    @Test(arguments: [
        ("督导检查组。牵头单位：县纪委监委。成员单位：县水利局、县应急局。职责：负责督导检查。", ["县纪委监委:lead", "县水利局:responsible", "县应急局:responsible"]),
        ("完善各项制度。（牵头单位：县水利局；成员单位：县财政局）", ["县水利局:lead", "县财政局:responsible"]),
        ("成立领导小组。\n成员单位：县水利局、县应急局。", []), ("成立领导小组（成员单位：县水利局、县应急局）。", []),
        ("县水利局主要负责同志要亲自抓。", []), ("县水利局主要领导要亲自抓。", []), ("县水利局主要负责河道清淤。", ["县水利局:responsible:text"]),
    ])
    func membersAndPersons(_ text: String, _ units: [String]) { #expect(read(text).units == units) }

    /// Keys with their colons behind commas, in the sentence of the work itself.
    @Test(arguments: [
        ("完善制度，牵头单位：县住建局，配合单位：县财政局，完成时限：12月底前。", ["县住建局:lead", "县财政局:support"]),
        ("完善制度（牵头单位：县住建局），配合单位：县财政局，完成时限：12月底前。", ["县住建局:lead", "县财政局:support"]),
        ("县住建局牵头，配合单位：县财政局。", ["县财政局:support", "县住建局:lead:text"]), ("明确各方，责任单位要负责。", []), ("落实责任，责任：县住建局。", []),
    ])
    func keysBehindCommas(_ text: String, _ units: [String]) { #expect(read(text).units == units) }

    /// Beside an organ a class of firms is one of those named, alone it assigns nothing.
    @Test(arguments: [
        ("（县工信局、相关企业负责）", ["县工信局:responsible", "相关企业:responsible"]), ("（相关企业负责）", []), ("（县工信局督促企业负责）", []),
        ("（责任单位：区级有关部门和乡镇街道）", ["区级有关部门:responsible", "乡镇街道:responsible"]), ("（责任单位：各乡镇和街道）", ["各乡镇和街道:responsible"]),
    ])
    func classesBesideOrgans(_ text: String, _ units: [String]) { #expect(read("完善各项制度，落实工作经费。" + text).units == units) }

    /// Persons in front of the units, in one line with them; several names and how they share the work.
    @Test(arguments: [
        ("深化学习。牵头领导：李某，责任单位：区委统战部，配合单位：区教育局", ["区委统战部:responsible", "区教育局:support"]),
        ("深化学习。\n责任领导：张某；责任单位：区民政局；督办：区政府督查室", ["区民政局:responsible"]),
        ("深化学习。（区委统战部负总责，区教育局具体抓，各镇街落实）", ["区委统战部:lead", "区教育局:responsible", "各镇街:responsible"]),
        ("由区民宗局、区文旅局、区商务局、区农业农村局分别负责。", ["区民宗局", "区文旅局", "区商务局", "区农业农村局"].map { $0 + ":responsible:text" }),
        ("由县纪委监委追责问责。", ["县纪委监委:responsible:text"]),
    ])
    func personsAndShares(_ text: String, _ units: [String]) { #expect(read(text).units == units) }

    /// Who the sentence itself makes responsible.
    @Test(arguments: [
        ("省数据局、发展改革委、商务厅要加强统筹协调。", ["省数据局", "发展改革委", "商务厅"].map { $0 + ":responsible:text" }),
        ("市商务局、市税务局等相关部门负责协调推进。", ["市商务局", "市税务局"].map { $0 + ":responsible:text" }),
        ("示例市发展和改革委员会负责统筹推进。", ["示例市发展和改革委员会:responsible:text"]),
        ("市政府办公厅（市数据局）负责规范设计。", ["市政府办公厅（市数据局）:responsible:text"]),
        ("除涉密的事项外，市财政局会同有关部门梳理清单。", ["市财政局:responsible:text"]),
        ("制度由市教育局牵头制定，市财政局配合做好保障，市水利局负责落实。", ["市教育局:lead:text", "市财政局:support:text", "市水利局:responsible:text"]),
        ("市农业农村局、水务局和林草局要建立制度。", ["市农业农村局", "水务局", "林草局"].map { $0 + ":responsible:text" }),
        ("市财政局安排专项资金。", ["市财政局:responsible:text"]),
        ("银保监分局要督促落实。（责任单位：示例银保监分局）", ["示例银保监分局:responsible"]),
        ("（财政部会同有关部门、人民银行会同财政部负责）", ["财政部:responsible", "有关部门:responsible", "人民银行:responsible"]),
        ("各责任单位要制定计划，明确措施，于4月10日前报县政府办备案。", ["各责任单位:responsible:text"]),
        ("各责任单位要制定计划，明确措施，抓好落实。", []),
        ("实行通报制度，县政府督查室每月汇总进展。", ["县政府督查室:responsible:text"]),
        ("办公室主任由市应急管理局局长兼任。", []),
        ("国务院批准启动预案后，立即组织供应。", []),
        ("应当由教育行政部门办成公办园。", []),
        ("推动示例市财政局落实资金。", []),
        ("完善全市各县区财政局负责制。", []),
    ])
    func subjects(_ text: String, _ units: [String]) { #expect(read("完善各项制度，落实工作经费。" + text).units == units) }

    /// A line without any sentence, as lists of actions have them.
    @Test(arguments: [("服务月活动（市司法局）", ["市司法局:responsible"]), ("法律服务进企业活动（市司法局、市国资委）", ["市司法局:responsible", "市国资委:responsible"])])
    func aBracketBehindAPhrase(_ text: String, _ units: [String]) {
        let found = read(text)
        #expect(found.units == units)
        #expect(found.text == text.prefix { $0 != "（" })
    }

    /// Brackets and lines that assign nothing.
    @Test(arguments: [
        "由县水利局主要负责人兼任主任。", "工作要求：务实，责任单位要负责。", "组建市水务局（市河长办）", "主办方：市节庆办公室活动（市文旅局）", "举办联席会议（市招商工作）",
        "县级责任：统筹推进各项工作。", "县级责任落实到位。", "镇级责任要压实。",
        "完善制度（以下简称配合机制）。", "由企业自行负责。（由企业自行负责）", "落实经费（含配合资金）。", "强化责任（主体责任、监管责任）落实。",
        "明确分工（见附件），强化牵头抓总。", "责任单位要加强领导，抓好落实。", "构建体系（一网通办、一网监管、一网协同）。", "召开会议，听取意见（县工信局、有关企业负责人参加）。", "落实整改，责任单位：县住建局已完成整改。", "按要求填写责任单位，配合单位：相关部门名称，完成时限：具体日期。", "要求：各单位按月报送。", "加强管理（责任单位按职责分工负责）。", "开展评价（优秀、良好、合格）。", "建立牵头机制，加强配合。",
    ])
    func assignsNothing(_ text: String) {
        let found = read(text)
        #expect(found.units.isEmpty)
        #expect(found.text == text)
    }

    @Test func aUnitInSentenceAndBracketIsOneEntryOfTheBracket() {
        #expect(read("由市财政局负责保障经费。（责任单位：市财政局）").units == ["市财政局:responsible"])
    }

    /// 省局督查处 is the 督查处 of the bracket; a name that its bracket does not close is none.
    @Test func aDivisionOfTheBureauIsOneEntry() {
        #expect(read("专班办公室要会同省局督查处、机关党委（纪委）督办。（责任单位：督查处）").units == ["督查处:responsible", "专班办公室:responsible:text"])
    }

    @Test func aUnitWhoseLevelTheBracketSaysOnceIsOneEntry() {
        #expect(read("省商务厅会同省财政厅制定标准。（省商务厅、财政厅负责）").units == ["省商务厅:responsible", "财政厅:responsible"])
    }

    /// One name alone in a bracket without a word.
    @Test(arguments: [
        ("完善各项制度，落实工作经费。（示例银保监局）", ["示例银保监局:responsible"]), ("完善各项制度，落实工作经费。（示例电力公司）", ["示例电力公司:responsible"]),
        ("完善各项制度，落实工作经费。（市财政局、示例农商银行）", ["市财政局:responsible", "示例农商银行:responsible"]),
        ("完善各项制度。落实工作经费（县司法局、县财政局）。", ["县司法局:responsible", "县财政局:responsible"]), ("完善各项制度。报送有关部门（县司法局、县财政局）。", []),
        ("完善各项制度。组建市水务局（市河长办、市移民局）。", []), ("完善各项制度。落实工作经费（县财政局）。", ["县财政局:responsible"]),
        ("完善各项制度，落实工作经费。（含示例管委会）", []), ("完善各项制度，落实工作经费。（简称数据局）", []), ("完善各项制度，落实工作经费。（养老中心）", []),
        ("“融资通”工程（示例银保监局）", []), ("成立综合执法队伍（综合执法局）", []), ("完善各项制度（城投公司），落实工作经费。", []),
    ])
    func oneNameInABracket(_ text: String, _ units: [String]) { #expect(read(text).units == units) }

    /// Nothing but units in the bracket at a duty's end, whatever stands in front of it but what such a bracket would explain.
    @Test(arguments: [
        ("完善制度。推行“一件事”改革（市行政审批局）。", ["市行政审批局:responsible"]), ("完善制度。推行“一件事”（市行政审批局、市财政局）。", ["市行政审批局:responsible", "市财政局:responsible"]),
        ("完善制度。覆盖率达到90%（市卫健委）。", ["市卫健委:responsible"]), ("完善制度。建成示范点100个（市水利局、市财政局）。", ["市水利局:responsible", "市财政局:responsible"]),
        ("加快建设。（市财政局）", ["市财政局:responsible"]), ("加快建设。（团市委、市总工会、市妇联）", ["团市委:responsible", "市总工会:responsible", "市妇联:responsible"]),
        ("完善制度。落实工作经费（各县（市、区）人民政府）。", ["各县（市、区）人民政府:responsible"]), ("完善制度，落实工作经费。（各县（市、区）人民政府）", ["各县（市、区）人民政府:responsible"]),
        ("完善制度。加快建设工程（涪城区人民政府）。", ["涪城区人民政府:responsible"]), ("完善制度。加快建设工程（涪城区政府、三台县政府）。", ["涪城区政府:responsible", "三台县政府:responsible"]),
        ("完善制度。重点任务：加快建设工程（县水利局）。", ["县水利局:responsible"]),
        // Whom or what the words in front of it mean.
        ("报送主管部门（市财政局）。", []), ("报市直主管单位（市财政局、市水利局）。", []), ("完善制度。报送至指定地点（县教育局）。", []), ("完善制度。统一纳入市级平台（市公共资源交易中心）。", []),
        ("完善制度。加强便民场所建设（镇便民服务中心、村卫生室）。", []), ("完善制度。加强基层站所建设（派出所、司法所、卫生院）。", []), ("完善制度。设立服务窗口（市政务服务中心、县政务服务中心）。", []),
        ("完善制度。实现乡镇全覆盖（各镇、街道）。", []), ("完善制度。开展试点工作（涪城区、三台县）。", []), ("完善制度。确定县级联络员（县水利局）。", []), ("完善制度。举办活动，主办单位：张三（县水利局）。", []),
        ("完善制度。移送司法机关（县法院、县检察院）。", []), ("完善制度。建设节约型机关（县机关事务局）。", ["县机关事务局:responsible"]), ("完善制度。整合国有企业（县水投集团、县城投公司）。", []), ("完善制度。培育龙头企业（县工信局、县商务局）。", ["县工信局:responsible", "县商务局:responsible"]),
        ("完善制度。选派干部挂职（县水利局、县财政局各2名）。", []), ("完善制度。选派干部挂职（县水利局、县财政局，6月底前）。", ["县水利局:responsible", "县财政局:responsible"]),
        ("完善制度。贯彻《管理办法》（县财政局）。", []), ("完善制度。推进《条例》落实（县司法局）。", ["县司法局:responsible"]),
        ("完善制度。组建示例县数据局（县大数据中心）。", []), ("完善制度。做好学校检查（县一中、县二小）。", []),
    ])
    func nothingButUnitsInABracket(_ text: String, _ units: [String]) { #expect(read(text).units == units) }

    /// Firms of which a list says the last word once.
    @Test(arguments: [
        ("完善各项制度，落实工作经费。（县林草局，移动、联通、电信示例分公司，铁塔公司）", ["县林草局", "移动", "联通", "电信示例分公司", "铁塔公司"]),
        ("完善各项制度，落实工作经费。（县工信局、移动、联通、电信公司）", ["县工信局", "移动", "联通", "电信公司"]), ("完善各项制度，落实工作经费。（县农商行、农行、工行、建行示例县支行）", ["县农商行", "农行", "工行", "建行示例县支行"]),
        ("完善各项制度，落实工作经费。（移动、联通、电信）", []),
    ])
    func firmsWithOneLastWord(_ text: String, _ units: [String]) { #expect(read(text).units == units.map { $0 + ":responsible" }) }

    @Test func deadlinesBesideTheUnits() {
        #expect(read("推进改革。（登记处负责，完成时限：2023年底前）").deadlines == ["2023年底前"])
        #expect(read("推进改革。（6月底完成，牵头考核单位：市公安局）").deadlines == ["6月底完成"])
        #expect(read("推进改革。\n牵头单位：市公安局\n完成时限：2023年6月底前").deadlines == ["2023年6月底前"])
    }

    @Test func damagedFormsAreReported() {
        #expect(read("做好工作。（责任单位：市住建局").diagnostics == ["responsibility.bracket-open"])
        #expect(read("做好工作。责任单位市住建局").diagnostics == ["responsibility.mark-lost"])
        #expect(read("做好工作。市住建局负责)").diagnostics == ["responsibility.bracket-half"])
        #expect(read("做好工作。（责住单位：市住建局，完成时线：6月底）").diagnostics == ["responsibility.key-misread", "responsibility.key-misread"])
        #expect(read("做好工作。（责任单位：市住建局）").diagnostics.isEmpty)
    }

    @Test func theFullStopBehindABracketGoesWithIt() {
        #expect(read("待结束后补交原件。（市商务局牵头，市税务局配合）。").text == "待结束后补交原件。")
        #expect(read("接入平台（市商务局负责）").text == "接入平台")
    }
}
