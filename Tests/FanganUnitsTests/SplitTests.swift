import FanganUnits
import Testing

@Suite struct SplitTests {
    func parts(_ text: String, code: String) throws -> [String] {
        let catalogue = try UnitCatalogue.load()
        let scalars = Array(text.unicodeScalars)
        return catalogue.split(text, in: Jurisdiction(region: catalogue.region(code: code))).map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
    }

    @Test(arguments: [
        ("福田镇大河中路街道", ["福田镇", "大河中路街道"]),
        ("福田镇\n大河中路街道", ["福田镇", "大河中路街道"]),
        ("区财政局区教体局", ["区财政局", "区教体局"]),
        ("区委\n办公室", ["区委\n办公室"]),
        ("市公安局仁和区分局", ["市公安局仁和区分局"]),
        ("大龙潭乡", ["大龙潭乡"]),
        ("区发展改革和经济信息化局", ["区发展改革和经济信息化局"]),
        ("各县(市、区)人民政府", ["各县(市、区)人民政府"]),
        ("攀枝花市仁和区财政局", ["攀枝花市仁和区财政局"]),
        ("绩溪县华阳镇人民政府", ["绩溪县华阳镇人民政府"]),
        ("攀枝花市仁和区福田镇人民政府", ["攀枝花市仁和区福田镇人民政府"]),
        ("區財政局區教體局", ["區財政局", "區教體局"]),
    ])
    func splits(_ text: String, _ expected: [String]) throws {
        #expect(try parts(text, code: "510411") == expected)
    }

    /// Services of the state behind other names and each other; each is one, wherever a region stands in it.
    @Test(arguments: [
        ("平凉市不动产登记中心国家税务总局平凉市税务局", ["平凉市不动产登记中心", "国家税务总局平凉市税务局"]),
        ("中国人民银行平凉市分行国家金融监督管理总局平凉监管分局", ["中国人民银行平凉市分行", "国家金融监督管理总局平凉监管分局"]),
        ("国家税务总局平凉市税务局", ["国家税务总局平凉市税务局"]), ("国家税务总局平凉市税务局稽查局", ["国家税务总局平凉市税务局稽查局"]),
        ("国家金融监督管理总局平凉监管分局", ["国家金融监督管理总局平凉监管分局"]),
    ])
    func services(_ text: String, _ expected: [String]) throws { #expect(try parts(text, code: "620800") == expected) }

    @Test(arguments: ["市财政局", "各街道", "仁和镇", "登记指导处", "团市委", "国务院", "南昌海关", "市安委会办公室", "区直各部门", "平凉市人民政府"])
    func names(_ text: String) throws { #expect(try UnitCatalogue.load().isUnitName(text)) }

    @Test(arguments: ["持续推进", "得2分", "2023年底前", "加强组织领导", "5月底取得阶段性成效并持续推进", "新发展格局", "不少于2次", "试行", ""])
    func prose(_ text: String) throws { #expect(try !UnitCatalogue.load().isUnitName(text)) }
}
