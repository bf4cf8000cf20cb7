import FanganText
import Testing
@testable import FanganFindings

/// Organs that the tables of names tell in a sentence: with any verb behind 由, and as its subject without their level.
@Suite struct KnownOrganTests {
    private func units(_ text: String) -> [String] { ResponsibilityRecogniser(names: knownNames).read(Passage(text)).units.map(\.mention) }

    @Test(arguments: [
        ("由市发展改革委制定办法。", ["市发展改革委"]), ("由市总工会举办培训。", ["市总工会"]), ("由团市委举办活动。", ["团市委"]), ("由市残联办理补贴。", ["市残联"]),
        ("由市财政局、市发展改革委制定办法。", ["市财政局", "市发展改革委"]), ("由教育部制定管理办法。", ["教育部"]), ("由市委组织部举办培训班。", ["市委组织部"]),
        ("由国家税务总局合肥市税务局负责落实。", ["国家税务总局合肥市税务局"]), ("由国家税务总局负责落实。", ["国家税务总局"]),
        ("由市发展改革委制定的办法继续有效。", []), ("由市发展改革委审批后实施。", []), ("由市总工会主席担任组长。", []), ("由团市委书记任组长。", []),
    ])
    func behindBy(_ text: String, _ names: [String]) { #expect(units(text) == names) }

    @Test(arguments: [
        ("发展改革委、工业和信息化部、中央网信办会同有关部门建立机制。", ["发展改革委", "工业和信息化部", "中央网信办"]),
        ("依托联席会议制度，发展改革委、工业和信息化部会同有关部门建立机制。", ["发展改革委", "工业和信息化部"]), ("加强统筹，全局部门要联动。", []),
        ("文化和旅游部要加强指导。", ["文化和旅游部"]), ("国家发展改革委和科技部要加强指导。", ["国家发展改革委", "科技部"]),
        ("人力资源社会保障局要加强培训。", ["人力资源社会保障局"]), ("卫生健康委要加强培训，国资委要加强监管。", ["卫生健康委", "国资委"]),
        ("全面部署要加强落实。", []), ("发展和改革部分要加强统筹。", []), ("加强教育局势研判要及时。", []),
    ])
    func subjects(_ text: String, _ names: [String]) { #expect(units(text) == names) }

    /// Of fields in a bracket the last one says what they all are.
    @Test(arguments: [
        ("清理河道，完成整治工程。（市水利、财政、审计局）", ["市水利", "财政", "审计局"]), ("清理河道，完成整治工程。（市水利、财政、审计局负责）", ["市水利", "财政", "审计局"]),
        ("清理河道，完成整治工程。（市水利、财政）", []), ("清理河道，完成整治工程。（水利、财政、审计）", []), ("清理河道，推进整治工程（市水利、财政资金、审计）。", []), ("清理河道，完成整治工程。（市水利局、财政局）", ["市水利局", "财政局"]),
    ])
    func fieldsThatShareAForm(_ text: String, _ names: [String]) { #expect(units(text) == names) }
}
