import FanganUnits
import Testing

/// A bureau's divisions that one plan prints in short and in full are one each.
@Suite struct DivisionNamesTests {
    static let catalogue = Result { try UnitCatalogue.load() }

    /// - Parameter lists: the names of each item, apart by 、.
    private func names(_ lists: [String]) throws -> [String] {
        let catalogue = try Self.catalogue.get()
        var jurisdiction = Jurisdiction(region: catalogue.region(code: "410500"), bureau: .init(name: "安阳市住房和城乡建设局", function: "housing-construction"))
        let items = lists.map { $0.split(separator: "、").map(String.init) }
        catalogue.noteDivisions(items, in: &jurisdiction)
        return items.flatMap { $0 }.map { String(catalogue.read($0, in: jurisdiction).name.dropFirst("安阳市住房和城乡建设局".count)) }
    }

    @Test(arguments: [
        (["人事教育科", "人教科"], ["人事教育科", "人事教育科"]), (["计划财务处", "计财处"], ["计划财务处", "计划财务处"]),
        // In full with the bureau in front.
        (["人教科", "市住建局人事教育科"], ["人事教育科", "人事教育科"]), (["人教科", "市住建局人事教育科", "人事教育科"], ["人事教育科", "人事教育科", "人事教育科"]),
        // Two that one list names side by side are two; so are those of which more than one would fit.
        (["规划科、综合规划科"], ["规划科", "综合规划科"]), (["保障科", "住房保障科", "安全保障科"], ["保障科", "住房保障科", "安全保障科"]),
        // A name that stands whole in a longer one may be another division.
        (["综合科", "综合监管科"], ["综合科", "综合监管科"]), (["教育科", "民办教育科"], ["教育科", "民办教育科"]), (["保障科", "住房保障科、人教科"], ["保障科", "住房保障科", "人教科"]),
        // 办公室 is in every longer name.
        (["办公室", "重点项目办公室"], ["办公室", "重点项目办公室"]), (["人教科", "人事教育股"], ["人教科", "人事教育股"]),
    ] as [([String], [String])])
    func reads(_ lists: [String], _ expected: [String]) throws { #expect(try names(lists) == expected) }
}
