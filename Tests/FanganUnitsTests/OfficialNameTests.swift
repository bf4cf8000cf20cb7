@testable import FanganUnits
import Testing

/// `official.tsv`: what the organ of each field is called, by level and region.
@Suite struct OfficialNameTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    static func names(_ field: String, _ code: String, zone: String? = nil) throws -> [String] {
        let catalogue = try Self.catalogue.get()
        return try catalogue.officialNames(of: field, in: Jurisdiction(region: catalogue.region(code: code), zone: zone))
    }

    @Test func everyFieldHasOneRowForAll() throws {
        let rows = try OfficialTable.rows()
        let fields = try Self.catalogue.get().fields.map(\.id)
        for field in fields { #expect(rows.filter { $0.field == field && $0.regions.isEmpty }.count == 1, "\(field)") }
        for row in rows { #expect(fields.contains(row.field), "\(row.field)") }
    }

    /// A name that is read as the organ of another field, or not at all, would be none.
    @Test func everyNameIsReadAsItsField() throws {
        let catalogue = try Self.catalogue.get()
        let homes = [("P", "620000", nil), ("C", "620800", nil), ("X", "510411", nil), ("T", "500240", "洗新乡")] as [(Character, String, String?)]
        for row in try OfficialTable.rows() where row.regions.isEmpty {
            for (letter, code, township) in homes {
                let place = Jurisdiction(region: catalogue.region(code: code), township: township)
                for name in try catalogue.officialNames(of: row.field, in: place) {
                    let reading = catalogue.read(name, in: place)
                    let fields = reading.function?.split(separator: "+").map(String.init) ?? []
                    #expect(fields.contains(row.field), "\(row.field) \(letter): \(name) is read as \(reading.function ?? "nothing")")
                }
            }
        }
    }

    @Test func levelsDiffer() throws {
        #expect(try Self.names("development-reform", "510000") == ["四川省发展和改革委员会"])
        #expect(try Self.names("development-reform", "510400") == ["攀枝花市发展和改革委员会"])
        #expect(try Self.names("development-reform", "510411") == ["攀枝花市仁和区发展和改革局"])
        #expect(try Self.names("court", "620000") == ["甘肃省高级人民法院"])
        #expect(try Self.names("court", "620800") == ["平凉市中级人民法院"])
        #expect(try Self.names("organization", "620800") == ["中共平凉市委组织部"])
        #expect(try Self.names("party-affairs", "210500", zone: "本溪高新区") == ["本溪高新区党群工作部"])
    }

    @Test func kindsOfRegionsDiffer() throws {
        #expect(try Self.names("development-reform", "310118") == ["上海市青浦区发展和改革委员会"])
        #expect(try Self.names("education", "500114").first == "重庆市黔江区教育委员会")
        #expect(try Self.names("public-security", "310118") == ["上海市公安局青浦分局"])
        #expect(try Self.names("culture-tourism", "500114") == ["重庆市黔江区文化和旅游发展委员会"])
    }

    @Test func provincesDiffer() throws {
        #expect(try Self.names("business-environment", "230000") == ["黑龙江省营商环境建设监督局"])
        #expect(try Self.names("business-environment", "210100") == ["沈阳市营商环境建设局"])
        #expect(try Self.names("big-data", "370100") == ["济南市大数据局"])
        #expect(try Self.names("big-data", "320500") == ["苏州市数据局"])
        #expect(try Self.names("big-data", "340000") == ["安徽省数据资源管理局"])
        #expect(try Self.names("administrative-approval", "370900") == ["泰安市行政审批服务局"])
        #expect(try Self.names("administrative-approval", "140100") == ["太原市行政审批服务管理局"])
        #expect(try Self.names("electricity", "520000") == ["贵州电网有限责任公司"])
        #expect(try Self.names("electricity", "140000") == ["国网山西电力有限公司"])
    }

    @Test func anUnknownFieldHasNone() throws { #expect(try Self.names("no-such-field", "620800").isEmpty) }

    @Test func formsOfAFieldAreListed() throws {
        let forms = try Self.catalogue.get().forms(of: "development-reform")
        #expect(forms.cores.contains("发改") && forms.cores.contains("发展改革"))
        #expect(try Self.catalogue.get().forms(of: "education").organs.contains("教委"))
    }
}
