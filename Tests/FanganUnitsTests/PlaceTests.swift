@testable import FanganUnits
import Testing

/// Names of regions and townships, and of what bears the same name elsewhere.
@Suite struct PlaceTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    static func reader(_ code: String) throws -> UnitReader {
        let catalogue = try Self.catalogue.get()
        return catalogue.reader(in: Jurisdiction(region: catalogue.region(code: code)))
    }

    static func members(_ group: String, _ code: String) throws -> [String] { try reader(code).members(ofGroup: group).map(\.name) }

    // MARK: Every row of the tables

    /// 天全县, 万全区, 龙胜各族自治县: 全县 and 各 are parts of these names.
    @Test func everyRegionReadsBackAsItself() throws {
        let catalogue = try Self.catalogue.get()
        let regions = catalogue.tables.regions
        for index in 0..<regions.divisions.count {
            let region = regions.region(index)
            let reader = catalogue.reader(in: Jurisdiction(region: region))
            let place = reader.read(region.name)
            #expect(place.kind == .place && place.region == region.code, "\(region.code) \(region.name): \(place.kind) \(place.region ?? "-")")
            let government = reader.read(region.name + "人民政府")
            #expect(
                government.kind == .organ && government.region == region.code && government.name == region.officialPrefix + "人民政府",
                "\(region.code) \(government.name)")
        }
    }

    /// 庞各庄镇, 安全乡, 各塔埠街道.
    @Test func everyTownshipReadsBackAsItself() throws {
        let catalogue = try Self.catalogue.get()
        let regions = catalogue.tables.regions
        var county = -1
        var reader = catalogue.reader(in: Jurisdiction())
        for index in 0..<regions.townships.count {
            if regions.county(ofTownship: index) != county {
                county = regions.county(ofTownship: index)
                reader = catalogue.reader(in: Jurisdiction(region: regions.region(county)))
            }
            let name = regions.townshipName(index)
            // 林业站, 监狱管理局, 开发区类似乡级单位: rows of the statistics that are no townships.
            guard ["镇", "乡", "街道", "苏木"].contains(where: name.hasSuffix) else { continue }
            let place = reader.read(name)
            #expect(place.kind == .place && place.region == name, "\(regions.name(county)) \(name): \(place.kind) \(place.region ?? "-")")
            let government = reader.read(name + (name.hasSuffix("街道") ? "办事处" : "人民政府"))
            #expect(government.kind == .organ && government.region == name && government.function == "government", "\(name): \(government.name)")
        }
    }

    @Test func noMemberIsLost() throws {
        #expect(try Self.members("各县区政府", "130700").contains("张家口市万全区人民政府"))
        #expect(try Self.members("各县区政府", "130700").count == 16)
        #expect(try Self.members("各镇", "110115").contains("北京市大兴区庞各庄镇"))
        #expect(try Self.members("天全县各乡镇", "511825").count == 10)
        #expect(try Self.members("各乡镇", "511825").count == 10)
    }

    /// What stands behind a place's name still makes a class; and 全州 is one in an autonomous prefecture.
    @Test(arguments: [
        ("天全县各乡镇", "511825"), ("万全区各有关部门", "130708"), ("全县各乡镇", "511825"), ("全州各县市", "422800"), ("全州县市", "422800"),
        ("庞各庄镇各村", "110115"), ("各级各部门", "110115"), ("全区各镇", "110115"),
    ])
    func classesStayClasses(_ name: String, _ code: String) throws {
        #expect(try Self.reader(code).read(name).kind == .group)
    }

    // MARK: The same name elsewhere

    /// 桥东区 of today is 张家口's; the plans of 邢台 (until 2020) and 石家庄 (until 2014) mean their own.
    @Test func ownFormerNamesComeBeforeOthersOfToday() throws {
        let catalogue = try Self.catalogue.get()
        let place = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["邢台市桥东区人民政府办公室"], isoDate: "2018-05-01"))
        let reader = catalogue.reader(in: place)
        let district = reader.read("区教育局")
        #expect(district.region == "130502")
        #expect(reader.read("桥东区教育局").key == district.key)
        #expect(try Self.reader("130500").read("桥东区教育局").key == district.key)
        let bare = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["邢台市人民政府", "邢台市桥东区人民政府"], isoDate: "2018-05-01"))
        #expect(catalogue.read("桥东区教育局", in: bare).key == district.key)
        #expect(try Self.reader("130500").read("桥东区教育局").region == "130502")
        #expect(try Self.reader("130100").read("桥东区教育局").region == "130102")
        #expect(try Self.reader("130700").read("桥东区教育局").region == "130702")
        #expect(try Self.reader("130700").read("桥东区教育局").name == "张家口市桥东区教育局")
    }

    /// 鼓楼区 is in 南京, 徐州, 开封 and 福州: none is taken, all are said.
    @Test(arguments: [("鼓楼区发改委", ""), ("鼓楼区发改委", "320500"), ("鼓楼区政府", "320500"), ("鼓楼区各街道", "320500"), ("朝阳区教育局", "420100"), ("中共鼓楼区委", "")])
    func homonymsStayOpen(_ name: String, _ code: String) throws {
        let reading = try Self.reader(code).read(name)
        #expect(reading.region == nil)
        #expect(!reading.name.contains("市"), "\(reading.name)")
        if reading.kind == .group { return }
        #expect(reading.diagnostics.contains { $0.code == "unit.region-open" })
        #expect(reading.candidates.contains { $0.name.contains("南京市鼓楼区") || $0.name.contains("北京市朝阳区") }, "\(reading.candidates)")
        #expect(reading.candidates.allSatisfy { $0.function == reading.function })
    }

    /// 桥东区 alone issues the plan: the city that the text names decides, else the date.
    @Test func anIssuerWithTheNameOfAnother() throws {
        let catalogue = try Self.catalogue.get()
        let plan = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["桥东区人民政府"], preamble: "按照邢台市人民政府要求", isoDate: "2018-05-01"))
        #expect(plan.region?.code == "130502" && plan.formerName == "桥东区")
        #expect(catalogue.read("区教育局", in: plan).name == "邢台市桥东区教育局")
        #expect(catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["桥东区人民政府"], isoDate: "2022-05-01")).region?.code == "130702")
        #expect(catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["桥东区人民政府"])).region?.code == "130702")
        #expect(catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["桥东区人民政府"], isoDate: "2018-05-01")).region == nil)
    }

    @Test func placesKeepTheirFormerNames() throws {
        let reading = try Self.reader("320800").read("楚州区")
        #expect(reading.kind == .place && reading.name == "淮安市楚州区" && reading.region == "320803")
        #expect(try Self.reader("370100").read("莱芜市").name == "莱芜市")
    }

    @Test func officesAndBranchesOfHomonyms() throws {
        let office = try Self.reader("320500").read("鼓楼区创建工作领导小组办公室")
        #expect(office.name == "鼓楼区创建工作领导小组办公室" && office.region == nil && office.diagnostics.map(\.code) == ["unit.region-open"])
        let branch = try Self.reader("320500").read("鼓楼银保监分局")
        #expect(branch.region == nil && branch.diagnostics.map(\.code) == ["unit.region-open"])
    }

    @Test func homonymsOfTheOwnCityAreCertain() throws {
        #expect(try Self.reader("320100").read("鼓楼区发改委").region == "320106")
        let open = try Self.reader("").read("鼓楼区发改委")
        #expect(open.name == "鼓楼区发展和改革委员会" && open.function == "development-reform" && open.candidates.count == 4)
    }

    /// 城关镇 lies in a hundred counties; 太平乡 in one that the data knows of, which is no reason.
    @Test func placesAndFieldsByName() throws {
        let catalogue = try UnitCatalogue.load()
        for name in ["三台县", "潼川镇", "七台河市", "莱芜市"] { #expect(catalogue.isPlace(name), "\(name)") }
        for name in ["试点县", "全市", ""] { #expect(!catalogue.isPlace(name), "\(name)") }
        for words in ["住建", "水利、林业", "市场监管", "教育", "财政"] { #expect(catalogue.isField(words), "\(words)") }
        for words in ["监管", "执法", "管理", "服务", "受理", "上级", "归口", "两级", "层面", "以下", "引导", ""] { #expect(!catalogue.isField(words), "\(words)") }
    }

    @Test(arguments: ["城关镇", "城关镇人民政府", "新华街道", "新华街道办事处", "太平乡", "太平乡人民政府"])
    func townshipsOfAnUnknownPlaceStayOpen(_ name: String) throws {
        let reading = try Self.reader("").read(name)
        #expect(reading.region == nil && reading.name == name)
        #expect(!reading.candidates.isEmpty && reading.candidates.count <= 12)
        #expect(reading.candidates.allSatisfy { $0.name.contains(name.prefix(2)) && !$0.name.hasPrefix(name.prefix(2)) })
        #expect(reading.diagnostics.map(\.code) == ["unit.region-open"])
    }

    @Test func organsOfSuchTownships() throws {
        let reading = try Self.reader("").read("城关镇司法所")
        #expect(reading.region == nil && reading.name == "城关镇司法所")
        #expect(reading.diagnostics.map(\.code) == ["unit.region-open"])
    }

    /// A township that the data does not have (any more) is the plan's own county's; in a city's plan it stays open.
    @Test func townshipsThatTheDataDoesNotHave() throws {
        let own = try Self.reader("360702").read("水南镇")
        #expect(own.name == "赣州市章贡区水南镇" && own.region == "水南镇" && own.diagnostics.isEmpty)
        let city = try Self.reader("510400").read("水南镇")
        #expect(city.name == "水南镇" && city.region == nil && city.diagnostics.map(\.code) == ["unit.region-open"])
        let printed = try Self.reader("360700").read("章贡区水南镇人民政府")
        #expect(printed.name == "赣州市章贡区水南镇人民政府" && printed.diagnostics.isEmpty)
    }

    // MARK: Places that are not known

    /// 某县 is none that the data knows: no reason to take it for an organ of the document's city.
    @Test(arguments: ["甲子县民政局", "东乙区教育局", "南丙市财政局"])
    func unknownPlaces(_ name: String) throws {
        let reading = try Self.reader("510700").read(name)
        #expect(reading.region == nil && reading.name == name)
        #expect(reading.function == "civil-affairs" || reading.function == "education" || reading.function == "fiscal")
        #expect(reading.diagnostics.map(\.code) == ["unit.region-open"])
    }

    @Test(arguments: ["城市管理局", "园区管委会", "市场监管局", "各县民政局", "市城市更新局", "示范区财政局", "甲子市场监管局", "长株潭三市人民政府"])
    func wordsThatOnlyEndAlike(_ name: String) throws {
        #expect(!(try Self.reader("510700").explain(name).way == .unknownPlace))
    }

    // MARK: Whose plan it is, by its text

    func region(_ evidence: JurisdictionEvidence, _ body: String = "") throws -> String? {
        try Self.catalogue.get().jurisdiction(of: evidence) { body }.region?.code
    }

    @Test func addresseesOfTheCentre() throws {
        #expect(try region(JurisdictionEvidence(addressees: ["各省、自治区、直辖市及计划单列市人民政府", "国务院各部委、各直属机构"])) == "000000")
        #expect(try region(JurisdictionEvidence(addressees: ["各市、县（区）人民政府"])) == nil)
        #expect(try region(JurisdictionEvidence(issuers: ["山东省人民政府"], addressees: ["各省、自治区、直辖市人民政府"])) == "370000")
    }

    @Test func organsOfTheStateInItsOwnDocuments() throws {
        #expect(try Self.reader("000000").read("发展改革委").name == "中华人民共和国国家发展和改革委员会")
        #expect(try Self.reader("370000").read("发展改革委").name == "山东省发展和改革委员会")
    }

    @Test func citiesOfOneProvince() throws {
        let units = ["省工业和信息化厅", "省财政厅", "省科技厅"]
        #expect(try region(JurisdictionEvidence(mentions: units), "支持济南市软件产业提升。支持青岛市做大。加快济南、青岛、烟台项目。") == "370000")
        #expect(try region(JurisdictionEvidence(mentions: units), "支持济南、青岛、杭州、宁波、苏州、南京项目。") == nil)
        #expect(try region(JurisdictionEvidence(mentions: units), "支持济南、青岛。") == nil)
    }

    /// No unit tells the level, but the text's own government does.
    @Test func ownGovernmentInTheText() throws {
        #expect(try region(JurisdictionEvidence(), "报市政府同意。执行《绵阳市规划规定》。在绵阳购房。经市政府批准。") == "510700")
        #expect(try region(JurisdictionEvidence(), "各市政府执行。各县政府执行。执行《绵阳市规划规定》。学习绵阳经验。") == nil)
    }

    @Test func townshipsTellTheirCounty() throws {
        let evidence = JurisdictionEvidence(mentions: ["太平乡", "学田乡", "水泉镇人民政府", "乡财政所"])
        let catalogue = try Self.catalogue.get()
        let found = catalogue.jurisdiction(of: evidence)
        #expect(found.region?.code == "152224")
        #expect(catalogue.read("太平乡", in: found).name == "突泉县太平乡")
    }
}
