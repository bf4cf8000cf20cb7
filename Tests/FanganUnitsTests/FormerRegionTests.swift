@testable import FanganUnits
import Testing

/// Names that divisions no longer bear: `former-regions.tsv`.
@Suite struct FormerRegionTests {
    @Test func theTable() throws {
        let tables = try UnitTables()
        #expect(tables.formerRegions.words.count > 90)
        for (word, value) in tables.formerRegions.words.words {
            let rows = tables.formerRegions.rows[value]
            #expect(Set(rows.map(\.region)).count == rows.count, "\(word)")
            for row in rows {
                #expect(row.until.wholeMatch(of: /\d{4}-[01]\d-[0-3]\d/) != nil, "\(word)")
                #expect(tables.regions.name(row.region) != word, "\(word) is what it is called")
            }
        }
    }

    @Test func aNameOfFormerDaysIsSaid() throws {
        let catalogue = try UnitCatalogue.load()
        let jinan = catalogue.region(code: "370100")
        let young = catalogue.read("莱芜市财政局", in: Jurisdiction(region: jinan, isoDate: "2021-03-01"))
        #expect(young.name == "莱芜市财政局" && young.region == "370116")
        #expect(young.diagnostics.map(\.code) == ["unit.former-region"])
        #expect(catalogue.read("莱芜市财政局", in: Jurisdiction(region: jinan, isoDate: "2015-03-01")).diagnostics.isEmpty)
    }

    @Test func itsOwnPlanSpeaksOfItself() throws {
        let catalogue = try UnitCatalogue.load()
        let place = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["莱芜市人民政府办公室"], isoDate: "2015-03-01"))
        #expect(place.region?.code == "370116")
        #expect(place.formerName == "莱芜市")
        #expect(catalogue.read("市财政局", in: place).name == "莱芜市财政局")
        let county = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["余江县人民政府"]))
        #expect(catalogue.read("县财政局", in: county).name == "余江县财政局")
        #expect(catalogue.read("市财政局", in: county).name == "鹰潭市财政局")
    }

    /// 矿区 is a district of 阳泉 to this day; only in 大同 it is a name of former days.
    @Test func todaysNamesComeFirst() throws {
        let catalogue = try UnitCatalogue.load()
        let yangquan = catalogue.read("矿区财政局", in: Jurisdiction(region: catalogue.region(code: "140300")))
        #expect(yangquan.region == "140303")
        #expect(catalogue.read("大同市矿区财政局", in: Jurisdiction(region: catalogue.region(code: "140200"))).region == "140214")
    }

    @Test func listedZonesSpeakByTheirShortName() throws {
        let catalogue = try UnitCatalogue.load()
        let place = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["济宁高新技术产业开发区管理委员会办公室"], title: "济宁高新区知识产权强企若干措施"))
        #expect(place.region?.code == "370871")
        #expect(place.zone == "济宁高新区")
        #expect(catalogue.read("财政金融局", in: place).name == "济宁高新区财政金融局")
        #expect(catalogue.read("市财政局", in: place).name == "济宁市财政局")
    }
}
