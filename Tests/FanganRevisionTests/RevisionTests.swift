import Fangan
import FanganGraph
import FanganRevision
import Foundation
import Testing

/// Small plans whose revision a person can see at a glance.
@Suite struct RevisionTests {
    private let pipeline: Pipeline

    init() throws { pipeline = try Pipeline() }

    private func facts(_ old: String, _ new: String, isStrict: Bool = false) throws -> [String] {
        try Revision(from: Plans.version(head + old, pipeline), to: Plans.version(head + new, pipeline), isStrict: isStrict).facts
    }

    private let head = "平凉市绿化工作实施方案\n\n一、总体要求\n以习近平生态文明思想为指导，提高城市绿化水平。\n二、主要任务\n"
    private let trees = "补植行道树。组织各街道对缺株断行的道路补植行道树，当年成活率达到95%以上。（责任单位：市城管局）\n"
    private let parks = "建设口袋公园。利用边角地块建设口袋公园，2023年6月底前建成12处。（责任单位：市住建局）\n"
    private let roofs = "推广屋顶绿化。鼓励医院、学校和商场在平屋顶上种植耐旱植物，给予养护指导。（责任单位：市林草局）\n"

    @Test func nothingChanged() throws {
        let text = "1." + trees + "2." + parks + "3." + roofs
        #expect(try facts(text, text).isEmpty)
    }

    @Test func layoutAndWidthAreNoChangeUnlessStrict() throws {
        let old = "1." + trees + "2." + parks
        let new = "1．　" + trees.replacingOccurrences(of: "，", with: ",") + "\n\n2．" + parks
        #expect(try facts(old, new).isEmpty)
        #expect(try facts(old, new, isStrict: true) == ["paired 二、1. > 二、1． [\"text\"]"])
    }

    /// A further column of a table, a bracket with a key.
    @Test func whatStandsBesideADuty() throws {
        func table(_ remark: String) -> String { "序号\t工作任务\t责任单位\t备注\n1\t修建步道。\t市城管局\t\(remark)\n2\t补植行道树。\t市林草局\t本级资金\n" }
        #expect(try facts(table("投资300万元"), table("投资900万元")) == ["paired 表1 > 表1 [\"condition\"]"])
        let revision = Revision(from: try Plans.version(head + table("投资300万元"), pipeline), to: try Plans.version(head + table("投资900万元"), pipeline))
        let detail = revision.items.flatMap(\.details).first
        #expect(detail?.removed == ["备注：投资300万元"] && detail?.added == ["备注：投资900万元"])
        #expect(try facts(table("投资300万元"), table("投资300万元。")).isEmpty)
    }

    @Test func newGoneAndRenumbered() throws {
        #expect(try facts("1." + trees + "2." + parks, "1." + trees + "2." + parks + "3." + roofs) == ["added 二、3."])
        #expect(try facts("1." + trees + "2." + parks + "3." + roofs, "1." + trees + "2." + roofs) == ["removed 二、2.", "paired 二、3. > 二、2. [\"renumbered\"]"])
    }

    @Test func movedAmongSisters() throws {
        let found = try facts("1." + trees + "2." + parks + "3." + roofs, "1." + roofs + "2." + trees + "3." + parks)
        #expect(found == ["paired 二、3. > 二、1. [\"renumbered\", \"moved\"]", "paired 二、1. > 二、2. [\"renumbered\"]", "paired 二、2. > 二、3. [\"renumbered\"]"])
    }

    /// Hundreds of nearly the same sentences in another order: each is found where it is now, not where its number is.
    @Test func equalWordsOutweighEqualNumbers() throws {
        let duties = (1...300).map { "完成第\($0)号片区的管网改造和验收工作，建立台账。\n" }
        let shuffled = (0..<300).map { duties[($0 * 7 + 11) % 300] }
        func numbered(_ all: [String]) -> String { all.enumerated().map { "\($0.offset + 1).\($0.element)" }.joined() }
        let revision = Revision(from: try Plans.version(head + numbered(duties), pipeline), to: try Plans.version(head + numbered(shuffled), pipeline))
        #expect(revision.items.count == 302)
        #expect(revision.items.allSatisfy { $0.change == .paired && !$0.changes.contains(.text) && !$0.changes.contains(.heading) })
    }

    /// A duty whose text was written anew under much the same title is the old one.
    @Test func aTitleIsKnownAgain() throws {
        let old = "优化维修资金交存。住宅物业出售时，出售人和买受人应按照国家和省的规定交存首期维修资金。\n"
        let new = "优化住宅专项维修资金交存方式。新建物业已出售的，买受人应当在网签备案前交存；尚未出售的，建设单位可用三倍的优质资产锁定，期限最长不超过36个月。\n"
        #expect(try facts("1." + trees + "2." + old, "1." + new + "2." + trees).contains { $0.hasPrefix("paired 二、2. > 二、1. ") })
    }

    @Test func valuesAreNoChangeOfWording() throws {
        let old = "1." + trees + "2." + parks
        #expect(try facts(old, old.replacingOccurrences(of: "2023年6月底前", with: "2023年9月底前")) == ["paired 二、2. > 二、2. [\"due\"]"])
        #expect(try facts(old, old.replacingOccurrences(of: "95%以上", with: "98%以上")) == ["paired 二、1. > 二、1. [\"target\"]"])
        #expect(try facts(old, old.replacingOccurrences(of: "市城管局", with: "市交通局")) == ["paired 二、1. > 二、1. [\"responsible\"]"])
        #expect(try facts(old, old.replacingOccurrences(of: "补植行道树，", with: "补植并养护行道树，").replacingOccurrences(of: "95%", with: "98%")) == ["paired 二、1. > 二、1. [\"text\", \"target\"]"])
    }

    @Test func anotherNameOfTheSameOrganIsNoChange() throws {
        let old = "1." + trees + "2." + parks
        #expect(try facts(old, old.replacingOccurrences(of: "市住建局", with: "市住房和城乡建设局")).isEmpty)
    }

    /// One field of government has several organs, and a duty that goes from one to the other has changed.
    @Test(arguments: [("市人社局", "市就业局"), ("市交通运输局", "市公路局"), ("市卫生健康委", "市疾控局"), ("市发展改革委", "市粮食局"), ("市农业农村局", "市畜牧局"),
                      ("市民政局", "市殡葬管理所"), ("市住建局", "市房管局"), ("市市场监管局", "市知识产权局"), ("市文旅局", "市文物局"), ("市水利局", "市河道管理局"),
                      ("市人社局", "市社保局"), ("市工信局", "市中小企业局"), ("市公安局", "市交警支队"), ("市应急管理局", "市消防救援支队"), ("市财政局", "市国资委"), ("市税务局", "市税务局稽查局")])
    func anotherOrganOfTheSameFieldIsAChange(_ names: (old: String, new: String)) throws {
        let old = "1." + trees.replacing("市城管局", with: names.old)
        #expect(try facts(old, "1." + trees.replacing("市城管局", with: names.new)) == ["paired 二、1. > 二、1. [\"responsible\"]"])
    }

    /// A head without a number is no item: who stands in it changes in the items below; the head of a numbered section changes there.
    @Test func anotherOrganInAHeadChangesTheItemsBelow() throws {
        let heads = "市城管局：\n1.补植行道树。\n2.清理河岸垃圾。\n市水务局：\n1.疏浚排洪渠。\n2.检修泵站。\n"
        #expect(try facts(heads, heads.replacing("市水务局", with: "市应急局")) == [
            "paired 二、1. > 二、1. [\"responsible\"]", "paired 二、2. > 二、2. [\"responsible\"]",
        ])
        let sections = "（一）市城管局\n1.补植行道树。\n2.清理河岸垃圾。\n（二）市水务局\n1.疏浚排洪渠。\n2.检修泵站。\n"
        #expect(try facts(sections, sections.replacing("市水务局", with: "市应急局")) == ["paired 二、（二） > 二、（二） [\"heading\"]"])
    }

    @Test(arguments: [("市文旅局", "市文化广电和旅游局"), ("市卫健委", "市卫生健康委员会"), ("市财政局", "平凉市财政局"), ("市人社局", "市人力资源和社会保障局"), ("市林业局", "市林业和草原局")])
    func abbreviationsOfOneOrganAreNoChange(_ names: (old: String, new: String)) throws {
        let old = "1." + trees.replacing("市城管局", with: names.old)
        #expect(try facts(old, "1." + trees.replacing("市城管局", with: names.new)).isEmpty)
    }

    /// What a reform made of an organ is no other organ, in either direction; a further organ is.
    @Test func anOrganAfterAReformIsASuccession() throws {
        let duty = "帮扶脱贫户。每月走访脱贫户，发现返贫风险及时落实帮扶措施。（责任单位：市民政局、UNIT）\n"
        let old = try Plans.version(head + "1." + trees + "2." + duty.replacing("UNIT", with: "市扶贫办"), pipeline)
        let new = try Plans.version(head + "1." + trees + "2." + duty.replacing("UNIT", with: "市乡村振兴局"), pipeline)
        let there = Revision(from: old, to: new)
        #expect(there.facts.isEmpty)
        #expect(there.items.flatMap(\.successions).map { "\($0.old) \($0.new) \($0.date.prefix(4))" } == ["市扶贫办 市乡村振兴局 2021"])
        #expect(Revision(from: new, to: old).items.flatMap(\.successions).map { "\($0.old) \($0.new)" } == ["市乡村振兴局 市扶贫办"])
        let further = try Plans.version(head + "1." + trees + "2." + duty.replacing("UNIT", with: "市乡村振兴局、市财政局"), pipeline)
        let revision = Revision(from: old, to: further)
        #expect(revision.facts == ["paired 二、2. > 二、2. [\"responsible\"]"])
        #expect(revision.items.flatMap(\.details).flatMap(\.added) == ["责任单位 市财政局"] && revision.items.flatMap(\.details).flatMap(\.removed).isEmpty)
    }

    /// 乡村振兴局 left out beside 农业农村局, which took it over in 2023: a succession only if the reform lies between the versions.
    @Test func anOrganThatWentIntoOneThatWasThereBefore() throws {
        func plan(_ units: String, _ date: String) throws -> PlanVersion {
            try Plans.version(head + "1.帮扶脱贫户。每月走访脱贫户，落实帮扶措施。（责任单位：\(units)）\n\n平凉市人民政府办公室\n\(date)\n", pipeline)
        }
        let both = "市农业农村局、市乡村振兴局"
        #expect(try Revision(from: plan(both, "2022年3月1日"), to: plan("市农业农村局", "2024年3月1日")).facts.isEmpty)
        #expect(try Revision(from: plan(both, "2023年5月1日"), to: plan("市农业农村局", "2023年8月1日")).facts == ["paired 二、1. > 二、1. [\"responsible\"]"])
    }

    @Test func organsThatWereMergedIntoOne() throws {
        let duty = "打击假冒苗木。开展苗木市场专项检查。（牵头单位：市工商局，责任单位：市质监局）\n"
        let revision = try Revision(from: Plans.version(head + "1." + trees + "2." + duty, pipeline),
                                    to: Plans.version(head + "1." + trees + "2." + duty.replacing("市工商局，责任单位：市质监局", with: "市市场监管局"), pipeline))
        #expect(revision.facts.isEmpty)
        #expect(revision.items.flatMap(\.successions).map(\.old) == ["市工商局", "市质监局"])
    }

    /// Duties that came or went before dates, dates before words; five for each unit, and only what concerns it.
    @Test func whatMattersMostForEachUnit() throws {
        func plan(_ days: String, _ words: String, _ more: String) -> String {
            head + (1...6).map { "\($0).清理第\($0)号河道。2023年\(days)前完成第\($0)号河道的清淤，\(words)。（责任单位：市水利局）\n" }.joined() + "7." + parks + more
        }
        let revision = try Revision(from: Plans.version(plan("6月底", "按月通报进展", ""), pipeline),
                                    to: Plans.version(plan("9月底", "按周通报进展", "8.修复堤防。对水毁堤防逐段鉴定加固。（责任单位：市水利局）\n"), pipeline))
        let summaries = revision.summaries()
        #expect(summaries.map(\.unit) == ["平凉市水务局"] || summaries.map(\.unit) == ["平凉市水利局"])
        #expect(summaries.first?.changes == 7 && summaries.first?.most.count == 5)
        #expect(summaries.first?.most.first.map { revision.items[$0].change } == .added)
        #expect(revision.concerning { mention, _, _ in mention == "市住建局" }.items.map { $0.new[0].heading } == ["建设口袋公园"])
        #expect(revision.summaries { mention, _, _ in mention == "市住建局" }.isEmpty)
    }

    @Test func splitAndMerged() throws {
        let one = "完善公园管护。各公园管理处每日清扫园路和广场，及时修补破损的座椅和灯具。聘请园艺师每季度检查古树名木的长势，发现病虫害立即防治。\n"
        let two = "完善公园管护。各公园管理处每日清扫园路和广场，及时修补破损的座椅和灯具。\n3.保护古树名木。聘请园艺师每季度检查古树名木的长势，发现病虫害立即防治。\n"
        #expect(try facts("1." + trees + "2." + one, "1." + trees + "2." + two) == ["split 二、2. > 二、2. + 二、3."])
        #expect(try facts("1." + trees + "2." + two, "1." + trees + "2." + one) == ["merged 二、2. + 二、3. > 二、2."])
    }

    @Test func editsPointIntoBothTexts() throws {
        let old = try Plans.version(head + "1." + trees, pipeline), new = try Plans.version(head + "1." + trees.replacingOccurrences(of: "各街道", with: "各乡镇"), pipeline)
        let revision = Revision(from: old, to: new)
        let edits = revision.items.flatMap(\.details).flatMap(\.edits)
        #expect(edits.contains { $0.kind == .delete && $0.text == "街道" })
        #expect(edits.contains { $0.kind == .insert && $0.text == "乡镇" })
        for edit in edits {
            if let span = edit.old { #expect(scalars(old, span) == edit.text) }
            if let span = edit.new { #expect(scalars(new, span) == edit.text) }
        }
        #expect(edits.allSatisfy { ($0.kind == .insert) == ($0.old == nil) && ($0.kind == .delete) == ($0.new == nil) })
    }

    private func scalars(_ version: PlanVersion, _ span: ScalarSpan) -> String {
        let all = Array(version.text[version.text.wholeSpan].unicodeScalars)
        return String(String.UnicodeScalarView(all[span.start..<span.end]))
    }
}

/// A real draft and what was issued in its place, compared by a person (see the annotation's notes).
@Suite struct AnnotatedRevisionTests {
    @Test(.enabled(if: Plans.has("eval/revision/mianyang.json"), "needs the annotated revision of ../shared, which is not here"))
    func draftAndFinal() throws {
        struct Gold: Decodable {
            struct Pair: Decodable { var old: [String]; var new: [String]; var changes: [String] }
            var old: String, new: String, pairs: [Pair]
        }
        let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: Plans.shared.appendingPathComponent("eval/revision/mianyang.json")))
        let pipeline = try Pipeline()
        let versions = try [gold.old, gold.new].map { try Plans.version([UInt8](Data(contentsOf: Plans.shared.appendingPathComponent("corpus/" + $0))), pipeline) }
        let revision = Revision(from: versions[0], to: versions[1])
        let expected = Set(gold.pairs.map { "\($0.old.joined()) > \($0.new.joined())" })
        let found = Set(revision.items.map { "\($0.old.map { $0.path.joined() }.joined()) > \($0.new.map { $0.path.joined() }.joined())" })
        #expect(found == expected)
        let expectedChanges = Set(gold.pairs.flatMap { pair in pair.changes.map { pair.new.joined() + " " + $0 } })
        let foundChanges = Set(revision.items.flatMap { item in item.changes.map { item.new[0].path.joined() + " " + $0.rawValue } })
        let hits = Double(expectedChanges.intersection(foundChanges).count)
        #expect(2 * hits / Double(expectedChanges.count + foundChanges.count) >= 0.97, "missed \(expectedChanges.subtracting(foundChanges)), extra \(foundChanges.subtracting(expectedChanges))")
    }
}
