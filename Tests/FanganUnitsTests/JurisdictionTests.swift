import FanganUnits
import Testing

@Suite struct JurisdictionTests {
    func find(_ evidence: JurisdictionEvidence) throws -> Jurisdiction { try UnitCatalogue.load().jurisdiction(of: evidence) }

    @Test func issuers() throws {
        let city = try find(JurisdictionEvidence(issuers: ["中共平凉市委办公室", "平凉市人民政府办公室"], title: "平凉市创建全国民族团结进步示范市实施方案"))
        #expect(city.region?.code == "620800")
        #expect(city.bureau == nil)
        #expect(city.subject == "创建全国民族团结进步示范市")
        let district = try find(JurisdictionEvidence(title: "攀枝花市仁和区民族团结进步创建工作责任清单"))
        #expect(district.region?.code == "510411")
        #expect(district.level == .county)
        #expect(try find(JurisdictionEvidence(issuers: ["国务院办公厅"])).region?.code == "000000")
        #expect(try find(JurisdictionEvidence(issuers: ["江西省人民政府"])).region?.code == "360000")
    }

    @Test func townshipZoneBureauPlaceholder() throws {
        let township = try find(JurisdictionEvidence(issuers: ["洗新乡人民政府"]))
        #expect(township.region?.code == "500240")
        #expect(township.township == "洗新乡")
        #expect(township.level == .township)
        let zone = try find(JurisdictionEvidence(issuers: ["本溪高新区党政综合办公室"]))
        #expect(zone.region?.code == "210500")
        #expect(zone.zone == "本溪高新区")
        let bureau = try find(JurisdictionEvidence(issuers: ["陕西省市场监督管理局"]))
        #expect(bureau.region?.code == "610000")
        #expect(bureau.bureau == Jurisdiction.Bureau(name: "陕西省市场监督管理局", function: "market-regulation"))
        let placeholder = try find(JurisdictionEvidence(title: "XX区政府机关创建全省民族团结进步示范区实施方案"))
        #expect(placeholder.placeholder == "XX区")
        #expect(placeholder.region == nil)
    }

    @Test func text() throws {
        #expect(try find(JurisdictionEvidence(preamble: "现结合昭通实际,提出如下意见")).region?.code == "530600")
        #expect(try find(JurisdictionEvidence(mentions: ["中国人民银行昭通市分行"])).region?.code == "530600")
        #expect(try find(JurisdictionEvidence()).region == nil)
    }

    @Test func homonyms() throws {
        let open = try find(JurisdictionEvidence(issuers: ["鼓楼区人民政府"]))
        #expect(open.region == nil)
        #expect(open.placeholder == "鼓楼区")
        #expect(try find(JurisdictionEvidence(issuers: ["鼓楼区人民政府"], preamble: "按照福州市人民政府要求")).region?.code == "350102")
        #expect(try find(JurisdictionEvidence(issuers: ["城关镇人民政府"])).region == nil)
        #expect(try find(JurisdictionEvidence(issuers: ["南京市鼓楼区人民政府"])).region?.code == "320106")
    }

    /// The signature names the bureau by its level alone, the text the region.
    @Test func aBureauThatSignsAlone() throws {
        let found = try find(JurisdictionEvidence(preamble: "结合宁夏实际，制定本措施。", signatures: ["自治区市场监管厅"]))
        #expect(found.bureau == Jurisdiction.Bureau(name: "宁夏回族自治区市场监督管理厅", function: "market-regulation"))
        #expect(try find(JurisdictionEvidence(preamble: "结合江西实际。", signatures: ["省财政厅", "省商务厅"])).bureau == nil)
        #expect(try find(JurisdictionEvidence(preamble: "结合宁夏实际。", signatures: ["自治区人民政府办公厅"])).bureau == nil)
    }

    /// Without issuer and title the text tells: its units the level, the places named beside them the region.
    @Test(arguments: [
        (["县财政局", "县住建局", "国家金融监督管理总局石城监管支局"], "在石城县城区购房的，按《石城县住房办法》执行。\n新建商品房（责任单位：县住建局）", "360735"),
        (["市教育局", "市财政局", "武汉海关", "武汉公积金中心", "各区人民政府"], "落实湖北省要求，突出武汉特色，对接上海市场。", "420100"),
        (["省大数据局", "省财政厅"], "建设数字山东，推广“爱山东”，打造“山东通”，赶超江苏，做强山东半岛。", "370000"),
        (["市科技局", "市财政局"], "打造“科创济南”，支持济南高新区，在济南设立中心，做强济南市人工智能中心，落实山东省部署。", "370100"),
    ])
    func theTextTellsWhereTheHeadIsSilent(_ mentions: [String], _ body: String, _ code: String) throws {
        let found = try UnitCatalogue.load().jurisdiction(of: JurisdictionEvidence(mentions: mentions)) { body }
        #expect(found.region?.code == code)
    }

    /// A name of two characters is one where nothing stands in front of it but its own region.
    @Test func shortNamesOfCounties() throws {
        let evidence = JurisdictionEvidence(mentions: ["县财政局", "县教育局"])
        #expect(try UnitCatalogue.load().jurisdiction(of: evidence) { "结合濮阳市范县实际。范县境内，范县户籍居民，示范县。" }.region?.code == "410926")
    }

    /// Two regions named alike often, or none: nothing is guessed. 新建 is a word here, not 南昌市新建区.
    @Test(arguments: [
        (["区财政局", "区住建局"], "新建住房。新建小区。新建道路。新建学校。新建医院。"),
        (["市财政局", "市住建局"], "学习杭州市、宁波市经验。参照宁波市、杭州市做法。"),
        (["财政部门"], "石城县、石城县、石城县。"),
        (["县财政局", "县教育局"], "创建示范县。建成示范县，强村富县，打造示范县，省、市和县联动，市和县、市和县、示范县、示范县。"),
        (["省财政厅", "省教育厅"], "学习浙江省、浙江省、浙江省经验，对标浙江省做法。"),
        (["市财政局", "市教育局"], "深化北京市对口支援，北京市援建项目，对接北京市、北京经验。"),
    ])
    func theTextDoesNotGuess(_ mentions: [String], _ body: String) throws {
        #expect(try UnitCatalogue.load().jurisdiction(of: JurisdictionEvidence(mentions: mentions)) { body }.region == nil)
    }

    /// 省人民政府 names no province, but the letters of its number do; those of a city or county say nothing.
    @Test func lettersOfTheNumber() throws {
        #expect(try find(JurisdictionEvidence(issuers: ["省人民政府"], number: "鄂政发〔2023〕6号")).region?.code == "420000")
        #expect(try find(JurisdictionEvidence(title: "省人民政府关于做好防汛的意见", number: "浙政发〔2023〕6号")).region?.code == "330000")
        #expect(try find(JurisdictionEvidence(issuers: ["县人民政府"], number: "湘政发〔2023〕6号")).region == nil)
        #expect(try find(JurisdictionEvidence(issuers: ["省人民政府"], number: "示政发〔2023〕6号")).region == nil)
    }

    /// A notice's title names the place that the plan's leaves out; a city may lack its 市.
    @Test func titlesOfNotices() throws {
        #expect(try find(JurisdictionEvidence(title: "全市防汛工作方案", noticeTitle: "晋中市防汛办公室关于印发全市防汛工作方案的通知")).region?.code == "140700")
        #expect(try find(JurisdictionEvidence(title: "防汛工作方案", noticeTitle: "镇江关于印发防汛工作方案的通知")).region?.code == "321100")
    }

    /// A city that is told to do something does not make a province's document its own.
    @Test func whomItIsSentTo() throws {
        let evidence = JurisdictionEvidence(preamble: "黄石市应当制定计划。", addressees: ["各市、州、县人民政府", "省政府各部门"], mentions: ["黄石市"])
        #expect(try find(evidence).region?.code != "420200")
        // A county writes to its own zone.
        let county = JurisdictionEvidence(issuers: ["县人民政府办公室"], addressees: ["各镇人民政府", "县政府各部门", "通山经济开发区"])
        #expect(try find(county).region?.code == "421224")
        // 我市 is no province.
        let preamble = "根据《中共辽宁省委办公厅通知》精神，结合我市实际，制定本方案。"
        #expect(try UnitCatalogue.load().jurisdiction(of: JurisdictionEvidence(preamble: preamble)) { preamble }.region == nil)
    }

    /// 县重点项目办公室 in its own plan is itself, no 公室 of 重点项目办.
    @Test(arguments: [("县重点项目办公室", "民权县重点项目办公室"), ("县重点项目办", "民权县重点项目办公室")]) func anOfficeThatIssuesThePlan(_ mention: String, _ name: String) throws {
        let catalogue = try UnitCatalogue.load()
        let own = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["民权县重点项目办公室"]))
        #expect(own.bureau?.name == name)
        #expect(catalogue.read(mention, in: own).name == name)
    }
}
