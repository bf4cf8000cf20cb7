@testable import FanganUnits
import Testing

/// Names that divisions no longer bear: `former-regions.tsv`.
@Suite struct FormerRegionTests {
    @Test func theTable() throws {
        let tables = try UnitTables()
        #expect(tables.formerRegions.words.count > 400)
        for (word, value) in tables.formerRegions.words.words {
            let rows = tables.formerRegions.rows[value]
            #expect(Set(rows.map(\.region)).count == rows.count, "\(word)")
            for row in rows {
                #expect(row.until.wholeMatch(of: /\d{4}(-[01]\d-[0-3]\d)?/) != nil, "\(word)")
                #expect(tables.regions.name(row.region) != word, "\(word) is what it is called")
            }
        }
    }

    @Test(arguments: [
        ("遵义县", "520300", "520304"), ("绍兴县", "330600", "330603"), ("九江县", "360400", "360404"), ("星子县", "360400", "360483"), ("北市区", "130600", "130606"),
        ("清苑县", "130600", "130608"), ("楚州区", "320800", "320803"), ("江东区", "330200", "330212"), ("长乐市", "350100", "350112"), ("章丘市", "370100", "370114"),
        ("金明区", "410200", "410202"), ("许昌县", "411000", "411003"), ("望城县", "430100", "430112"), ("安县", "510700", "510705"), ("沾益县", "530300", "530303"),
        ("华县", "610500", "610503"), ("普兰店市", "210200", "210214"), ("双城市", "230100", "230113"), ("武鸣县", "450100", "450110"), ("腾冲县", "530500", "530581"),
        ("乌马河区", "230700", "230718"), ("清河区", "320800", "320812"), ("市中区", "370800", "370811"), ("新市区", "130600", "130602"),
    ])
    func organsOfFormerRegions(_ name: String, _ city: String, _ code: String) throws {
        let catalogue = try UnitCatalogue.load()
        let reading = catalogue.read(name + "民政局", in: Jurisdiction(region: catalogue.region(code: city)))
        #expect(reading.region == code && reading.name.hasSuffix(name + "民政局") && reading.function == "civil-affairs")
        #expect(reading.diagnostics.isEmpty)
    }

    /// Only the year is known: nothing is said of a document of that year.
    @Test func yearsOfFormerNames() throws {
        let catalogue = try UnitCatalogue.load()
        let city = catalogue.region(code: "320800")
        #expect(catalogue.read("楚州区民政局", in: Jurisdiction(region: city, isoDate: "2011-03-01")).diagnostics.isEmpty)
        #expect(catalogue.read("楚州区民政局", in: Jurisdiction(region: city, isoDate: "2012-03-01")).diagnostics.map(\.code) == ["unit.former-region"])
    }

    /// 安县's own plan of 2015.
    @Test func countiesOfFormerDays() throws {
        let catalogue = try UnitCatalogue.load()
        let place = catalogue.jurisdiction(of: JurisdictionEvidence(issuers: ["安县人民政府办公室"], isoDate: "2015-06-01"))
        #expect(place.region?.code == "510705" && place.formerName == "安县")
        #expect(catalogue.read("县民政局", in: place).name == "安县民政局")
        #expect(catalogue.read("市民政局", in: place).name == "绵阳市民政局")
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
