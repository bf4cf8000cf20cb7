import FanganUnits
import Testing

/// What names take from their list: each row is a place, a list and what is read of each name (nothing: as printed).
@Suite struct ListContextTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    @Test(arguments: [
        // The last word is said once for all.
        ("520000", "贵阳市、遵义市、黔南州人民政府", ["贵阳市人民政府", "遵义市人民政府", ""]),
        ("520000", "省财政厅、贵阳市、遵义市人民政府", ["", "贵阳市人民政府", ""]),
        ("520000", "各市〔州〕、各县〔市、区、特区〕人民政府", ["各市〔州〕人民政府", ""]),
        ("510411", "仁和镇、前进镇人民政府", ["仁和镇人民政府", ""]),
        ("511600", "广安经开区、川渝高竹新区管委会", ["广安经开区管委会", ""]),
        ("310000", "浦东新区、相关区政府", ["浦东新区政府", ""]),
        // It is no other's.
        ("520000", "贵阳市、省政府", ["", ""]),
        ("520000", "贵阳市、遵义市人民政府办公室", ["贵阳市人民政府办公室", ""]),
        ("510411", "仁和镇、区人民政府", ["", ""]),
        ("620800", "平凉市、平凉工业园区管委会", ["", ""]),
        ("510411", "各街道、各乡镇人民政府", ["", ""]),
        // 中央 and 省 have the same seat.
        ("530400", "中央、省驻玉有关单位", ["中央驻玉有关单位", ""]), ("530400", "中央、省财政厅", ["", ""]),
        // Heads and forms of organs.
        ("620800", "省政务服务数据管理局、发展改革委、商务厅、市财政局、审计局", ["", "省发展改革委", "省商务厅", "", ""]),
        ("620000", "省政务服务数据管理局、发展改革委", ["", ""]),
        ("620800", "市、县教育局", ["市教育局", ""]),
        ("340600", "县、区政府", ["县政府", ""]),
        ("620800", "市教育、财政、人社局", ["市教育局", "财政局", ""]),
        ("620800", "泾川县、灵台县教育局", ["泾川县教育局", ""]),
        ("620800", "市法院、市残联、市教育局", ["", "", ""]),
        ("620800", "平凉市、灵台县教育局", ["", ""]),
        // The government beside the party committee.
        ("510722", "各镇党委、政府", ["", "各镇政府"]), ("510722", "县委、政府", ["", "县政府"]), ("510411", "各街道党工委、办事处", ["", "各街道办事处"]), ("510411", "仁和镇党委、人民政府", ["", "仁和镇人民政府"]),
        ("510722", "各镇党委、办事处", ["", ""]), ("510722", "县委、管委会", ["", ""]), ("510411", "各街道党工委、政府", ["", ""]), ("510722", "县财政局、政府", ["", ""]), ("510722", "各镇党委、县政府", ["", ""]),
        ("440600", "各区委、区政府", ["", "各区政府"]), ("620000", "各县委、人民政府", ["", "各县人民政府"]), ("440600", "市委、区政府", ["", ""]),
        // A class of regions goes on over the organs of each.
        ("620000", "各市州教育局、公安局、省财政厅、民政厅", ["", "各市州公安局", "", ""]), ("620800", "各县（市、区）住建局、城管局、市自然资源局", ["", "各县（市、区）城管局", ""]),
        ("640000", "各市〔县、区〕市场监管局、审批服务管理局、固原市财政局", ["", "各市〔县、区〕审批服务管理局", ""]),
        ("620800", "各县区教育局、公安局、民政局", ["", "各县区公安局", "各县区民政局"]), ("620800", "各县区人民政府、财政局", ["", ""]), ("620800", "各县区、财政局", ["", ""]),
        ("620800", "各县区教育局、供电公司", ["", ""]), ("620800", "各县区教育局、财政部", ["", ""]), ("620800", "各县区教育局、有关部门", ["", ""]), ("620800", "市教育局、公安局", ["", ""]), ("510722", "各镇、教育局", ["", ""]),
        // Firms of one trade.
        ("360800", "移动、联通、电信吉安分公司、铁塔公司", ["移动吉安分公司", "联通吉安分公司", "", ""]), ("360800", "市林业局、移动、电信公司", ["", "移动公司", ""]), ("360800", "工行、建行、农行吉安市分行", ["工行吉安市分行", "建行吉安市分行", ""]),
        ("360800", "市民政局、电信吉安分公司", ["", ""]), ("360800", "移动公司、电信吉安分公司", ["", ""]), ("360800", "教育、电信吉安分公司", ["", ""]),
        // Townships of which the list says once what they are; a field of government is none.
        ("330326", "昆阳、鳌江、水头等镇", ["昆阳镇", "鳌江镇", "水头镇"]), ("330326", "昆阳、鳌江、水头镇", ["昆阳镇", "鳌江镇", ""]), ("330326", "县财政局、水头等镇", ["", "水头镇"]),
        ("330326", "公安、水头镇", ["", ""]), ("330326", "县妇联、工会、水头镇", ["", "", ""]), ("330326", "昆阳镇、水头镇", ["", ""]), ("330326", "各镇、水头镇", ["", ""]), ("330326", "昆阳、水头镇人民政府", ["", ""]),
        // A class behind a class.
        ("511600", "各县（市、区）人民政府、园区管委会", ["", "各园区管委会"]),
        ("340100", "各县（市）区人民政府、开发区管委会", ["", "各开发区管委会"]),
        ("350000", "各级审改部门、政务服务管理机构", ["", "各级政务服务管理机构"]),
        ("350000", "各级审改部门、各级政务服务管理机构", ["", ""]),
        ("511600", "市财政局、园区管委会", ["", ""]),
        // Of the zone of a county there may be one alone.
        ("341824", "各乡镇人民政府、开发区管委会", ["", ""]),
        ("430300", "各县市区人民政府、湘潭高新区管委会", ["", ""]),
    ]) func completes(_ row: (place: String, list: String, expected: [String])) throws {
        let catalogue = try Self.catalogue.get()
        let reader = catalogue.reader(in: ReadingTests.jurisdiction(row.place, catalogue))
        let names = Self.split(row.list)
        #expect(reader.completed(list: names).map { $0 ?? "" } == row.expected)
    }

    /// In the plan of a bureau its own divisions are no class's, and the bureau of a place is no division of it.
    @Test func divisionsEndTheClass() throws {
        let catalogue = try Self.catalogue.get()
        let bureau = Jurisdiction.Bureau(name: "宁夏回族自治区市场监督管理厅", function: "market-regulation")
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "640000"), bureau: bureau))
        #expect(reader.completed(list: ["各市、县〔区〕市场监管局", "审批服务管理局", "宁东市场监管局"]) == [nil, "各市、县〔区〕审批服务管理局", nil])
        #expect(reader.completed(list: ["各市、县〔区〕市场监管局", "登记注册局"]) == [nil, nil])
        #expect(reader.read("宁东市场监管局").name == "宁夏回族自治区宁东市场监管局" && reader.read("登记注册局").name == "宁夏回族自治区市场监督管理厅登记注册局")
        #expect(reader.read("网络市场监管局").name == "宁夏回族自治区市场监督管理厅网络市场监管局")
    }

    /// At 、 outside brackets.
    private static func split(_ list: String) -> [String] {
        var names = [""], depth = 0
        for character in list {
            if "（〔".contains(character) { depth += 1 }
            if "）〕".contains(character) { depth -= 1 }
            if character == "、", depth == 0 { names.append("") } else { names[names.count - 1].append(character) }
        }
        return names
    }

    @Test func completedNamesAreRead() throws {
        let catalogue = try Self.catalogue.get()
        let guizhou = Jurisdiction(region: catalogue.region(code: "520000")), guangan = Jurisdiction(region: catalogue.region(code: "511600"))
        let city = catalogue.read("贵阳市人民政府", in: guizhou)
        #expect(city.kind == .organ && city.functionName == "人民政府" && city.region == "520100")
        let zones = catalogue.read("各园区管委会", in: guangan)
        #expect(zones.kind == .group && zones.function == nil)
    }
}
