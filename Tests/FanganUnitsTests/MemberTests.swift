@testable import FanganUnits
import Testing

/// What classes of units range over.
@Suite struct MemberTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    static func members(_ group: String, _ code: String) throws -> [String] {
        let catalogue = try Self.catalogue.get()
        return catalogue.reader(in: Jurisdiction(region: catalogue.region(code: code))).members(ofGroup: group).map(\.name)
    }

    static let pingliang = ["平凉市崆峒区", "泾川县", "灵台县", "崇信县", "庄浪县", "静宁县", "华亭市"]

    @Test(arguments: ["各县(市、区)", "各县（市、区）", "各县〔市、区〕", "各县市区", "各县、市、区", "市级相关部门及各县（市、区）"])
    func countiesOfAPrefecture(_ group: String) throws {
        #expect(try Self.members(group, "620800") == Self.pingliang)
    }

    /// 湘潭's 高新技术产业园区 and two 示范区 stand in the statistics' list with codes of their own, but have no government.
    @Test func zonesAreNoCounties() throws {
        #expect(try Self.members("各县（市、区）人民政府", "430300") == ["湘潭市雨湖区人民政府", "湘潭市岳塘区人民政府", "湘潭县人民政府", "湘乡市人民政府", "韶山市人民政府"])
    }

    @Test func eachHasItsOwnOrgan() throws {
        #expect(try Self.members("各县(市、区)人民政府", "620800") == Self.pingliang.map { $0 + "人民政府" })
        #expect(try Self.members("各县市区政府", "620800") == Self.pingliang.map { $0 + "人民政府" })
        #expect(try Self.members("各县(市、区)党委和人民政府", "620800").count == 7)
        #expect(try Self.members("各县（市、区）市场监管局", "620800") == Self.pingliang.map { $0 + "市场监督管理局" })
    }

    @Test func onlyTheKindsThatAreNamed() throws {
        #expect(try Self.members("各区人民政府", "620800") == ["平凉市崆峒区人民政府"])
        #expect(try Self.members("各县区", "620800").count == 6)
    }

    @Test func townshipsOfACounty() throws {
        let all = try Self.members("各乡镇街道", "510411")
        #expect(all.contains("攀枝花市仁和区仁和镇") && all.contains("攀枝花市仁和区啊喇彝族乡") && all.contains("攀枝花市仁和区大河中路街道"))
        #expect(try Self.members("各乡镇（街道）", "510411") == all)
        let offices = try Self.members("各乡镇人民政府、街道办事处", "510411")
        #expect(offices.contains("攀枝花市仁和区仁和镇人民政府") && offices.contains("攀枝花市仁和区大河中路街道办事处"))
        #expect(offices.count == all.count)
        #expect(try Self.members("各乡镇人民政府", "341824").first == "绩溪县华阳镇人民政府")
        #expect(try Self.members("各街道", "510411").allSatisfy { $0.hasSuffix("街道") })
    }

    @Test func provincesGoOneLevelDown() throws {
        #expect(try Self.members("各市州政府", "620000").count == 14)
        #expect(try Self.members("各市、州人民政府", "620000").last == "甘南藏族自治州人民政府")
        #expect(try Self.members("各县（市、区）人民政府", "620000").isEmpty)
        #expect(try Self.members("各区、县(市)人民政府", "210000").isEmpty)
        #expect(try Self.members("各区政府", "310000").count == 16)
        #expect(try Self.members("各省辖市人民政府", "410000").count == 17)
    }

    @Test(arguments: ["有关部门", "各相关县区", "各地", "各地区", "各县区有关部门", "各部门", "各成员单位", "市直各单位", "各市场主体", "各区域中心"])
    func classesThatSayNothingDefinite(_ group: String) throws {
        #expect(try Self.members(group, "620800").isEmpty)
    }

    @Test func withoutAPlaceThereAreNone() throws {
        #expect(try Self.catalogue.get().reader(in: Jurisdiction()).members(ofGroup: "各县（市、区）").isEmpty)
    }
}
