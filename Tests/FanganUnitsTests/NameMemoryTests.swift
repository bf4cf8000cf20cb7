@testable import FanganUnits
import Testing

/// A catalogue that has met names before reads every name as one that has not.
@Suite struct NameMemoryTests {
    /// Each of them differs from another in something that is one document's own, or in the place.
    static func places(_ catalogue: UnitCatalogue) -> [Jurisdiction] {
        let county = catalogue.region(code: "510411")
        var named = Jurisdiction(region: county, knownNames: ["仁和区文体广电和旅游局"], isoDate: "2022-03-01")
        named.offices = ["推进职能转变协调小组办公室"]
        return [
            Jurisdiction(region: county), Jurisdiction(region: county, subject: "创建全国文明城市", isoDate: "2016-05-01"), named,
            Jurisdiction(region: county, subject: "开展爱国卫生运动", isoDate: "2024-05-01"),
            Jurisdiction(region: catalogue.region(code: "510400"), isoDate: "2024-05-01"),
            Jurisdiction(region: county, bureau: Jurisdiction.Bureau(name: "攀枝花市仁和区财政局", function: "finance")),
            Jurisdiction(region: county, township: "前进镇"), Jurisdiction(placeholder: "XX区"), Jurisdiction(),
        ]
    }
    static let names = [
        "区财政局", "文广局", "领导小组办公室", "创建工作办公室", "职转办", "各乡镇人民政府", "扶贫开发局", "区扶贫办", "质监局", "办公室", "我局", "法规股", "党政办",
        "市生态环境局仁和分局", "财政部", "仁和镇", "市级有关部门", "工商局", "市场监管", "无人知晓站",
    ]

    @Test func whatWasReadBeforeChangesNothing() throws {
        let catalogue = try UnitCatalogue.load(), places = Self.places(catalogue)
        for place in places + places.reversed() {
            let alone = NameReader(tables: catalogue.tables, jurisdiction: place), reader = catalogue.reader(in: place)
            for name in Self.names { #expect(reader.read(name) == alone.read(Name(name)), "\(name) in \(place)") }
        }
    }

    /// The same place is met again in another document, and only the same place.
    @Test func documentsOfOnePlaceShareAMemory() throws {
        let catalogue = try UnitCatalogue.load(), memory = catalogue.tables.memory
        let county = Jurisdiction(region: catalogue.region(code: "510411"), subject: "创建全国文明城市", isoDate: "2016-05-01")
        _ = catalogue.reader(in: county).read("区财政局")
        let other = memory.place(of: Jurisdiction(region: catalogue.region(code: "510411"), isoDate: "2024-05-01"))
        #expect(other.reading(of: Name("区财政局"))?.reading.name == "攀枝花市仁和区财政局")
        #expect(memory.place(of: Jurisdiction(region: catalogue.region(code: "510400"))).reading(of: Name("区财政局")) == nil)
    }

    /// Whose name it is depends on what the plan is about.
    @Test func officesOfAPlanAreNotRemembered() throws {
        let catalogue = try UnitCatalogue.load(), region = catalogue.region(code: "510411")
        func office(_ subject: String) -> String { catalogue.reader(in: Jurisdiction(region: region, subject: subject)).read("领导小组办公室").name }
        #expect(office("创建全国文明城市") == "攀枝花市仁和区创建全国文明城市工作领导小组办公室")
        #expect(office("开展爱国卫生运动") == "攀枝花市仁和区开展爱国卫生运动工作领导小组办公室")
    }

    @Test func aFullMemoryBeginsAnew() throws {
        let catalogue = try UnitCatalogue.load(), memory = NameMemory()
        let nation = memory.place(of: Jurisdiction())
        for k in 0..<NameMemory.capacity { _ = memory.place(of: Jurisdiction(township: "第\(k)镇")) }
        #expect(memory.place(of: Jurisdiction()) !== nation)
        let reader = catalogue.reader(in: Jurisdiction()), place = catalogue.tables.memory.place(of: Jurisdiction())
        for k in 0...PlaceMemory.capacity { #expect(reader.read("第\(k)中学").kind == .organ) }
        #expect(place.reading(of: Name("第0中学")) == nil)
        #expect(place.reading(of: Name("第\(PlaceMemory.capacity)中学")) != nil)
    }
}
