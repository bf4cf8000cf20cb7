import FanganUnits
import Testing

/// Damaged names, and names that are none.
@Suite struct RepairTests {
    private static func reader() throws -> UnitReader {
        let catalogue = try UnitCatalogue.load()
        return catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "620800")))
    }

    @Test func aRepairIsSaid() throws {
        let reading = try Self.reader().read("市卫建委")
        #expect(reading.name == "平凉市卫生健康委员会")
        #expect(reading.diagnostics.map(\.code).contains("unit.repaired"))
        #expect(try Self.reader().explain("市卫建委").way == .repaired)
    }

    @Test(arguments: ["市卫健委", "市发展改革委", "市交通局", "王屋山管理局", "市水务集团", "市人民医院", "酒管局"])
    func whatIsWholeIsNotRepaired(_ name: String) throws {
        #expect(try Self.reader().explain(name).way != .repaired)
    }

    /// 土 may be 工, and 土 and 生 are no pair: nothing that two changes are needed for, or that two changes allow, is read.
    @Test(arguments: ["市佳健局局", "市某某局", "市时改局"])
    func whatStaysOpenIsNotRepaired(_ name: String) throws {
        #expect(try Self.reader().explain(name).way != .repaired)
    }

    @Test(arguments: [
        ("市卫生康委", "平凉市卫生健康委员会"), ("市应急理局", "平凉市应急管理局"), ("市农业村局", "平凉市农业农村局"), ("市然资源局", "平凉市自然资源局"),
        ("市场监管局", "平凉市市场监督管理局"), ("市市场监局", "平凉市市场监督管理局"), ("平凉市融媒体中", "平凉市融媒体中心"),
    ])
    func aLostCharacterIsFound(_ printed: String, _ name: String) throws {
        #expect(try Self.reader().read(printed).name == name)
    }

    /// 市公局 may be 公安局 or 公路局, 市民局 民政局 or 民宗局, 市水局 水利局 or 水务局; 市医疗保局 医疗保障局 or 医疗保险局.
    @Test(arguments: ["市公局", "市民局", "市水局", "市教局", "市医疗保局", "市社会保局"])
    func whereTwoReadingsSurviveNoneIsTaken(_ name: String) throws {
        #expect(try Self.reader().explain(name).way != .repaired)
    }

    /// Brackets of one byte are no shorter than those of three, and may hold nothing.
    @Test(arguments: ["办公厅()", "市财政局()", "局(", "()", "办公厅（）", "()()"])
    func emptyBracketsAreRead(_ name: String) throws { #expect(try !Self.reader().read(name).name.isEmpty) }

    @Test func aLongNameTakesNoLongerThanItsLength() throws {
        let reader = try Self.reader()
        let long = String(repeating: "市发展改革局", count: 3_400)
        #expect(reader.read(long).diagnostics.contains { $0.code == "unit.unresolved" })
        #expect(reader.read(String(repeating: "局", count: 20_000)).function == nil)
    }
}
