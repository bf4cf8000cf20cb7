import FanganUnits
import Testing

/// Documents of one place share what their names were read as; what a document says of its own must not reach another.
@Suite struct ReadingMemoryTests {
    private static let names = [
        "文广局", "市财政局", "领导小组办公室", "创建工作办公室", "营商办", "各县（市、区）人民政府", "泾川县教育局", "崆峒区", "某某局", "市财攻局", "市教育局市财政局",
    ]

    private func place(_ catalogue: UnitCatalogue, known: [String] = [], subject: String? = nil, date: String? = nil) -> Jurisdiction {
        Jurisdiction(region: catalogue.region(code: "620800"), knownNames: known, subject: subject, isoDate: date)
    }

    /// Each document read alone, and all with one catalogue in both orders.
    @Test func whoReadsFirstMakesNoDifference() throws {
        let shared = try UnitCatalogue.load()
        let makers: [(UnitCatalogue) -> Jurisdiction] = [
            { place($0) },
            { place($0, known: ["市文体广电和旅游局"]) },
            { place($0, subject: "创建全国民族团结进步示范市", date: "2014-05-01") },
            { place($0, subject: "优化营商环境", date: "2024-05-01") },
        ]
        for make in makers + makers.reversed() {
            let alone = try UnitCatalogue.load()
            let reader = alone.reader(in: make(alone)), other = shared.reader(in: make(shared))
            for name in Self.names {
                #expect(other.read(name) == reader.read(name), "\(name)")
                #expect(other.split(name) == reader.split(name), "\(name)")
            }
        }
    }

    @Test func fullerNamesAndSubjectsStayWithTheirDocument() throws {
        let catalogue = try UnitCatalogue.load()
        let plain = catalogue.reader(in: place(catalogue, subject: "创建全国文明城市"))
        #expect(plain.read("文广局").name != "平凉市文体广电和旅游局")
        #expect(plain.read("领导小组办公室").name.contains("创建全国文明城市"))
        let known = catalogue.reader(in: place(catalogue, known: ["市文体广电和旅游局"], subject: "优化营商环境"))
        #expect(known.read("文广局").name == "平凉市文体广电和旅游局")
        #expect(known.read("领导小组办公室").name.contains("优化营商环境"))
        #expect(plain.read("文广局").name != "平凉市文体广电和旅游局")
    }
}
