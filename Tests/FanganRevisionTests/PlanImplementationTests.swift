import Fangan
import FanganRevision
import Testing

/// A plan of a city, and one of a county that implements it.
@Suite struct PlanImplementationTests {
    private let city = """
        平凉市巩固脱贫成果工作实施方案
        一、主要任务
        （一）开展防返贫监测。每月走访监测对象，发现风险及时帮扶。（责任单位：市乡村振兴局）
        （二）发展乡村产业。每县建设产业园2个，2022年6月底前完成。（责任单位：市农业农村局）
        （三）加强市场监管。开展农资打假专项检查，严查假种子、假化肥。（责任单位：市市场监管局）
        （四）办好乡村夜校。组织返乡青年学习电商、育苗和兽医知识，发放结业证书。（责任单位：市教育局）
        """
    private let county = """
        崇信县巩固脱贫成果工作实施方案
        一、重点任务
        1.整治农村人居环境。开展村庄清洁行动，拆除残垣断壁。（责任单位：各乡镇）
        2.严格动态监测。乡镇干部每月走访监测对象，发现返贫风险及时落实帮扶措施，建立工作台账。（责任单位：县乡村振兴局）
        3.建设产业园。全县建设产业园3个，2022年5月底前完成。（责任单位：县农业农村局）
        4.学习电商知识。组织返乡青年学习电商知识。（责任单位：县商务局）
        5.学习兽医知识。组织返乡青年学习育苗和兽医知识。（责任单位：县农业农村局）
        """

    private func duties(_ parent: String, _ child: String) throws -> [PlanImplementation.Duty] {
        let pipeline = try Pipeline()
        return PlanImplementation(of: try Plans.version(parent, pipeline), by: try Plans.version(child, pipeline)).duties
    }

    @Test func takenUpDroppedAndAdded() throws {
        let found = try duties(city, county).map { duty in
            "\(duty.outcome.rawValue) \(duty.parent?.path.joined() ?? "-") \(duty.child.map { $0.path.joined() })"
        }
        #expect(found == [
            "taken_up 一、（一） [\"一、2.\"]", "taken_up 一、（二） [\"一、3.\"]", "dropped 一、（三） []", "taken_up 一、（四） [\"一、4.\", \"一、5.\"]",
            "added - [\"一、1.\"]",
        ])
    }

    @Test func valuesThatDiffer() throws {
        let park = try #require(try duties(city, county).first { $0.parent?.heading == "发展乡村产业" })
        #expect(park.details.map { "\($0.field.rawValue) \($0.removed) \($0.added)" } == ["due [\"2022-06-30\"] [\"2022-05-31\"]", "target [\"2个\"] [\"3个\"]"])
    }

    @Test func aPlanTakesUpAllOfItself() throws {
        let found = try duties(city, city)
        #expect(found.count == 4 && found.allSatisfy { $0.outcome == .takenUp && $0.child.map(\.id) == [$0.parent?.id] && $0.details.isEmpty })
    }

    @Test func plansThatHaveNothingInCommon() throws {
        let other = "某县冰雪运动方案\n一、任务\n1.修建滑冰馆。利用废弃矿坑修建。\n2.培养教练。聘请退役选手。\n"
        #expect(try Set(duties(city, other).map(\.outcome)) == [.dropped, .added])
        #expect(try duties("某市通报\n有关情况另行通知。\n", other).allSatisfy { $0.outcome == .added })
    }
}
