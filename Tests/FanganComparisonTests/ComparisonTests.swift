@testable import FanganComparison
import FanganExport
import FanganGraph
import Testing

struct ComparisonTests {
    private let comparison = Comparison(Plans.three)

    private func topic(_ words: String) -> Comparison.Topic? {
        comparison.topics.first { topic in topic.members.contains { comparison.duties[$0].title.contains(words) } }
    }

    private func titles(_ topic: Comparison.Topic?) -> Set<String> { Set(topic?.members.map { comparison.duties[$0].title } ?? []) }

    @Test func dutiesOfOneContentAreOneTopic() {
        #expect(titles(topic("占道")) == ["整治占道经营", "占道经营整治", "清理占道经营"])
        #expect(titles(topic("公园")) == ["新建口袋公园", "建设口袋公园"])
        #expect(titles(topic("领导")) == ["加强组织领导", "强化组织领导"])
    }

    @Test func dutiesOfOnePlanAreAlone() {
        #expect(comparison.alone.map { comparison.duties[$0].title } == ["改造老旧电梯"])
    }

    /// Of 组织 … without a heading and 加强组织领导 the heading names the topic.
    @Test func aTopicIsCalledByAHeading() {
        var plans = Plans.three
        plans[0].items[0].heading = nil
        let topic = Comparison(plans).topics.first { $0.label.contains("领导") }
        #expect(topic?.label == "强化组织领导")
        #expect(topic?.members.count == 2)
    }

    @Test func aFirstClauseThatIsCutSaysSo() {
        var plan = Plans.three[0]
        plan.items[0].heading = nil
        plan.items[0].text = String(repeating: "清理", count: 30) + "。"
        plan.items[1].heading = nil
        let titles = Duty.all(of: plan, document: 0).map(\.title)
        #expect(titles[0] == String(repeating: "清理", count: 20) + "…")
        #expect(titles[1] == "清理主要道路的流动摊贩和占道经营")
    }

    /// 城管 leads one duty of a plan and shares in another of the same topic.
    @Test func whoLeadsIsNotNamedAgainAsSharing() {
        let field = DutyFacts.Actor(field: "urban-management", name: "城市管理"), other = DutyFacts.Actor(field: "police", name: "公安")
        var first = DutyFacts(), second = DutyFacts()
        first.lead = [field]
        (second.lead, second.share) = ([other], [field, DutyFacts.Actor(field: "housing", name: "住房城乡建设")])
        var duties = Duty.all(of: Plans.three[0], document: 0)
        (duties[0].facts, duties[1].facts) = (first, second)
        let cells = TopicFacts(Array(duties.prefix(2))).cells
        #expect(cells.count == 1)
        #expect(cells[0].facts.lead == [field, other])
        #expect(cells[0].facts.share.map(\.field) == ["housing"])
    }

    @Test func documentsWithoutTheDutyAreNamed() {
        #expect(topic("公园")?.lacking.map { comparison.documents[$0].name } == ["南市"])
        #expect(topic("占道")?.lacking == [])
    }

    @Test func factsAreComparedByFieldDayAndMeasure() throws {
        let stalls = try #require(topic("占道")), parks = try #require(topic("公园"))
        // 3次 and 5次 differ; 10% is another measure.
        #expect(stalls.facts.differences == [.lead, .due, .target])
        #expect(parks.facts.differences == [.lead])
        #expect(stalls.facts.cells.map { comparison.documents[$0.document].name }.sorted() == ["东市", "南市", "西市"])
    }

    /// Who is named beside the one that leads in both plans makes no difference.
    @Test func leadsWithAFieldInCommonDoNotDiffer() {
        let plans = [["housing", "police"], ["housing"]].enumerated().map { place, leads in
            Plans.graph("市\(place)", [Plans.Task(heading: "新建口袋公园", text: "利用边角地块新建口袋公园。", leads: leads), Plans.Task(heading: "加强组织领导")])
        }
        #expect(Comparison(plans).topics.first?.facts.differences == [])
    }

    /// A plan that says it within a broader duty lacks the topic, but is not said to be silent.
    @Test func theNearestDutyOfAPlanThatLacksATopicIsNamed() throws {
        let broad = Plans.graph("北市", [
            Plans.Task(heading: "提升市容环境品质", text: "修补破损路面，更换老旧路灯。规范户外广告和店招。清理流动摊贩和占道经营。美化绿化主要出入口，治理空中蛛网。"),
            Plans.Task(heading: "推进审批提速", text: "压缩审批时限。"),
        ])
        let comparison = Comparison(Plans.three + [broad])
        let stalls = try #require(comparison.topics.first { $0.label.contains("占道") })
        #expect(stalls.lacking.map { comparison.documents[$0].name } == ["北市"])
        #expect(stalls.near.map { comparison.duties[$0.duty].title } == ["提升市容环境品质"])
        #expect(String(decoding: ComparisonJSON.encode(comparison), as: UTF8.self).contains("\"title\": \"提升市容环境品质\", \"likeness\""))
        #expect(ComparisonPrinter().print(comparison).contains("未单列："))
    }

    /// 10% beside 3次 says nothing of a difference.
    @Test func measuresOfDifferentKindDoNotCompare() {
        let plans = [Plans.three[0], Plans.three[2]]
        let comparison = Comparison(plans)
        let topic = comparison.topics.first { comparison.duties[$0.members[0]].title.contains("占道") }
        #expect(topic?.facts.differences == [.lead])
    }

    @Test func orderOfInputChangesNothing() {
        let expected = ComparisonJSON.encode(comparison)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            #expect(ComparisonJSON.encode(Comparison(order.map { Plans.three[$0] })) == expected)
        }
    }

    @Test func theSamePlanTwiceCountsOnce() {
        #expect(Comparison(Plans.three + [Plans.three[0]]).documents.count == 3)
    }

    @Test func everyDutyStandsInOnePlace() {
        let places = comparison.topics.flatMap(\.members) + comparison.alone
        #expect(places.sorted() == Array(comparison.duties.indices))
    }

    @Test func emptyInputsGiveEmptyComparisons() {
        #expect(Comparison([]).topics.isEmpty)
        let one = Comparison([Plans.graph("空", [Plans.Task(heading: "", text: "")]), Plans.graph("无", [])])
        #expect(one.topics.isEmpty)
        #expect(one.alone == [0])
    }

    @Test func jsonFollowsItsSchema() throws {
        let schema = try SchemaValidator(schema: Schemas.comparison)
        #expect(schema.violation(in: ComparisonJSON.encode(comparison)) == nil)
    }

    @Test func nearestDutiesComeFirst() throws {
        let plan = Plans.three[0], duty = try #require(Duty.all(of: plan, document: 0).first { $0.title.contains("公园") })
        let similar = SimilarDuties(to: duty, of: plan, in: Plans.three)
        #expect(similar.matches.first?.duty.title == "建设口袋公园")
        #expect(similar.matches.allSatisfy { $0.document.name != "东市" })
    }

    @Test func linesOfTheTerminalAreNoWiderThanIt() {
        for width in [40, 80, 120] {
            let page = ComparisonPrinter(width: width).print(comparison)
            for line in page.split(separator: "\n") { #expect(columns(line) <= width, "\(line)") }
        }
    }

    /// Of text that is Chinese and ASCII alone.
    private func columns(_ line: Substring) -> Int { line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) } }
}
