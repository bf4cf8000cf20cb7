import FanganUnits
import Testing

/// What classes of units range over, also those whose members nobody lists.
@Suite struct GroupRangeTests {
    @Test(arguments: [
        ("各县(市、区)人民政府", [.regions], .all), ("各县区市场监管局", [.regions], .all), ("区直各部门", [.departments], .all),
        ("区政府机关各单位", [.departments], .all), ("各成员单位", [.members], .all), ("成员单位", [.members], .unsaid), ("各有关单位", [.departments], .some),
        ("市级有关部门和各乡镇街道", [.departments, .regions], .some), ("各乡镇（街道）", [.regions], .all), ("各处室", [.divisions], .all),
        ("有关企业", [.enterprises], .some), ("各村（社区）", [.villages], .all), ("各开发区", [.zones], .all), ("平凉市各县（市、区）", [.regions], .all),
        ("各市直部门", [.departments], .all), ("市直有关部门", [.departments], .some), ("各医疗机构", [.hospitals], .all), ("各级", [.unknown], .all),
    ] as [(String, [GroupRange.Kind], GroupRange.Extent)])
    func rangesOver(_ name: String, _ kinds: [GroupRange.Kind], _ extent: GroupRange.Extent) {
        let range = GroupRange(ofGroupNamed: name)
        #expect(range.kinds == kinds, "\(name)")
        #expect(range.extent == extent, "\(name)")
    }

    @Test func anExplanationTellsTheRangeWhereMembersAreNotKnown() throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "620800")))
        let open = reader.explain("市直有关部门"), known = reader.explain("各县（市、区）")
        #expect(open.members.isEmpty && open.range?.kinds == [.departments] && open.range?.extent == .some)
        #expect(known.members.count == 7 && known.range?.kinds == [.regions])
        #expect(reader.explain("市财政局").range == nil)
    }

    @Test func jointNamesHaveTwoBodies() throws {
        let catalogue = try UnitCatalogue.load()
        let reader = catalogue.reader(in: Jurisdiction(region: catalogue.region(code: "620800")))
        #expect(reader.explain("市委、市政府").bodies.map(\.name) == ["中共平凉市委员会", "平凉市人民政府"])
        #expect(reader.explain("党委和人民政府").bodies.map(\.function) == ["party-committee", "government"])
        #expect(reader.explain("市纪委监委").bodies.map(\.name) == ["中共平凉市纪律检查委员会", "平凉市监察委员会"])
        #expect(reader.explain("市财政局").bodies.isEmpty)
    }
}
