import FanganFixtures
import FanganText
import FanganUnits
import Testing
@testable import FanganGraph

/// Which bodies a plan founds, whatever stands beside their names.
@Suite struct FoundedBodiesTests {
    private let words: RelationWords

    init() throws { words = try UnitCatalogue.load().relationWords }

    private func names(_ text: String) -> [String] {
        let document = SourceDocument(lines: text)
        return FoundedBodies(bytes: document.text.bytes, characters: document.characters, words: words).names()
    }

    /// Words for bodies hold each other: 专班 ends 工作专班.
    @Test func eachBodyBesideEachOther() {
        let bodies = words(.body).map { String(decoding: $0, as: UTF8.self) }
        #expect(bodies.count > 8)
        for first in bodies {
            for second in bodies {
                for joint in ["、", "和", "及", "，", "。", "", "的", "（以下简称", "办公室、"] {
                    for name in ["市河道整治", ""] {
                        let text = "成立\(name)\(first)\(joint)\(name)\(second)\(joint)成立\(second)"
                        #expect(names(text).allSatisfy { text.contains($0) }, "\(text)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("成立市河道整治工作专班、市水源保护工作专班。", ["市河道整治工作专班", "市水源保护工作专班"]), ("成立市河道整治工作领导小组和市水源保护指挥部。", ["市河道整治工作领导小组", "市水源保护指挥部"]),
        ("市粮食应急指挥部下设办公室，办公室负责值班。", ["市粮食应急指挥部"]), ("市粮食应急指挥部内设一个办公室。", ["市粮食应急指挥部"]), ("指挥部下设办公室。", []), ("成立市粮食应急指挥部，指挥部下设办公室。", ["市粮食应急指挥部"]),
        ("市粮食应急指挥部下设综合组。", []), ("县水利局负责为县粮食应急指挥部设办公室。", []), ("督促县粮食应急指挥部下设办公室。", []), ("乡镇参照县粮食应急指挥部设办公室。", []), ("原县粮食应急指挥部下设办公室撤销。", []),
        ("县粮食应急指挥部下设办公室主任1名。", []), ("全县粮食应急指挥部下设办公室，负责值班。", ["县粮食应急指挥部"]), ("充分发挥市粮食应急指挥部作用，设办公室。", []),
        ("成立市河道整治工作专班。", ["市河道整治工作专班"]), ("成立三个工作专班。", []), ("成立工作专班。", ["工作专班"]), ("加强工作专班建设。", []), ("成立以县长为组长的县河道整治领导小组。", ["县河道整治领导小组"]), ("成立以县长为组长的领导小组。", ["领导小组"]),
    ])
    func founded(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }
}
