import FanganUnits
import Testing

@Suite struct ExplanationTests {
    @Test func thePartsAreTheName() throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "510411")))
        let bureau = reader.explain("区发改局")
        #expect(bureau.parts.map(\.text) == ["区", "发改", "局"])
        #expect(bureau.parts[0].meaning == "place: 攀枝花市仁和区 (510411)")
        #expect(bureau.way == .composed)
        for name in ["市委组织部", "团区委", "各乡镇", "仁和镇", "某某甲乙", "市公安局仁和区分局", "财政部", "区文广旅局"] {
            #expect(reader.explain(name).parts.map(\.text).joined() == name)
            #expect(reader.explain(name).reading == reader.read(name))
        }
    }
}
