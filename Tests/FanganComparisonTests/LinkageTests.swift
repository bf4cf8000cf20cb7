@testable import Fangan
@testable import FanganComparison
import FanganExport
import FanganGraph
import FanganText
import Foundation
import Testing

struct LinkageTests {
    private func vector(_ values: [UInt32: Float]) -> SparseVector {
        SparseVector(keys: values.keys.sorted(), values: values.sorted { $0.key < $1.key }.map(\.value)).unit()
    }

    private func duty(_ document: Int) -> Duty {
        Duty(document: document, item: "1", path: [], heading: nil, text: "", context: [], span: ScalarSpan(0, 0), facts: DutyFacts(), position: 0)
    }

    /// Duties of one plan with these headings.
    private func plan(_ number: Int, _ headings: [String]) -> [Duty] {
        headings.map { heading in
            var duty = duty(number)
            duty.heading = heading
            return duty
        }
    }

    /// The sum over groups is that over all pairs, those of one plan counted as less.
    @Test func likenessOfGroupsIsThatOfAllTheirMembers() {
        let vectors = [vector([1: 1, 2: 1]), vector([2: 1, 3: 2]), vector([1: 2, 3: 1]), vector([2: 3, 4: 1]), vector([1: 1, 4: 1])]
        let duties = [0, 1, 1, 2, 0].map(duty)
        func group(_ places: [Int]) -> DutyGroup {
            var whole = DutyGroup(copies: [places[0]], duties: duties, vectors: vectors)
            for place in places.dropFirst() { whole.add(DutyGroup(copies: [place], duties: duties, vectors: vectors)) }
            return whole
        }
        let (a, b) = ([3, 0, 1], [4, 2])
        var expected = 0.0
        for x in a { for y in b { expected += vectors[x].dot(vectors[y]) * (duties[x].document == duties[y].document ? 0.3 : 1) } }
        let whole = group(a).sum.dot(group(b).sum)
        for (x, y) in [(group(a), group(b)), (group(b), group(a))] {
            let (sum, pairs) = x.likeness(y, whole: whole, within: 0.3, vectors: vectors)
            #expect(abs(sum - expected) < 1e-5)
            // 0 with 0 and 1 with 1 are of one plan.
            #expect(abs(pairs - 4.6) < 1e-9)
        }
        #expect(group(a).members.map(\.duty) == [0, 1, 3])
        #expect(group(a).document == -1)
    }

    /// A few coordinates are looked up, as many are gone through side by side: with the same result.
    @Test func productsOfShortAndLongVectorsAreTheSame() {
        let long = SparseVector(keys: Array(0..<200), values: (0..<200).map { Float($0) })
        let short = SparseVector(keys: [0, 7, 199, 300], values: [1, 2, 3, 4])
        #expect(short.dot(long) == 611)
        #expect(long.dot(short) == 611)
        #expect(short.dot(SparseVector(keys: [], values: [])) == 0)
    }

    /// A vector that is spread out has the same products, and leaves nothing behind.
    @Test func productsOfSpreadVectorsAreTheSame() {
        let vectors = [vector([1: 1, 2: 1]), vector([2: 1, 3: 2]), vector([1: 2, 3: 1, 9: 4]), SparseVector(keys: [], values: [])]
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        for a in vectors { for b in vectors { #expect(spread.spreading(a) { $0.dot(b) } == a.dot(b)) } }
    }

    @Test func chainsOfNeighboursMakeNoTopic() {
        // Each is like the next, the first and the last share nothing.
        let vectors = [vector([1: 1]), vector([1: 1, 2: 1]), vector([2: 1, 3: 1]), vector([3: 1])]
        let groups = vectors.indices.map { DutyGroup(copies: [$0], duties: (0..<4).map(duty), vectors: vectors) }
        var linkage = AverageLinkage(groups, near: [[1], [2], [3], []], vectors: vectors, within: 0.3, threshold: 0.5)
        #expect(linkage.joined().map { $0.members.map(\.duty) } == [[0, 1], [2, 3]])
    }

    @Test func wordsOfOneThingAreOneConcept() {
        let concepts = Concepts(rows: [["经费", "经费 财政预算"], ["宣传", "宣传 报道"]])
        func found(_ text: String) -> [Int: Int] { concepts.found(in: text.unicodeScalars.map(\.value)) }
        #expect(found("列入年度财政预算") == [0: 1])
        #expect(found("经费经费经费，宣传报道") == [0: 2, 1: 2])
        #expect(found("款") == [:])
        #expect(Concepts.shared.count > 100)
    }

    /// Of one meaning though they share no word of a concept and no character: 审批 is nearer to 核准 than to 花坛.
    @Test func wordsOfNearMeaningPointTheSameWay() {
        func vector(_ text: String) -> [Float] {
            var words: [Int] = []
            Meanings.shared.forEachWord(of: text.unicodeScalars.map(\.value)) { words.append($0) }
            #expect(words.count == 1, "\(text) is one word")
            return words.first.map(Meanings.shared.vector(of:)) ?? []
        }
        func likeness(_ a: String, _ b: String) -> Float { zip(vector(a), vector(b)).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(likeness("审批", "核准") > likeness("审批", "花坛") + 0.3)
        #expect(likeness("赡养", "养老") > likeness("赡养", "铁路") + 0.2)
        #expect(abs(likeness("审批", "审批") - 1) < 1e-3)
    }

    /// What names no word means nothing: two of them are not alike for it.
    @Test func dutiesWithoutWordsAreNotAlike() {
        let duties = plan(0, ["1949。", "清理占道经营", "改造老旧电梯"]) + plan(1, ["2024", "新建口袋公园", "审批提速"])
        let vectors = NGramEmbedding().vectors(of: duties)
        #expect(vectors[0].keys.isEmpty && vectors[3].keys.isEmpty)
        #expect(!vectors[1].keys.isEmpty)
    }

    /// The longest word each time: 市场监管 is not 市场 and 监管; what is no word is passed over.
    @Test func textIsCutIntoLongestWords() {
        let index = WordIndex(["市场", "监管", "市场监管", "管局"].map { $0.unicodeScalars.map(\.value) })
        var cut: [Int] = [], all: [Int] = []
        let text = "某市场监管局".unicodeScalars.map(\.value)
        index.forEachWordOfCut(text) { cut.append($0) }
        index.forEachWord(in: text) { all.append($0) }
        #expect(cut == [2])
        #expect(all == [2, 0, 1, 3])
    }

    /// Three rows of a list have one task of the plan as their nearest, which is ahead of the plan's other one; the task itself has none ahead.
    @Test func theClearerDirectionCounts() {
        let rows = near([[(2, 0.4), (3, 0.4), (4, 0.4)], [(2, 0.1)], [(0, 0.4), (1, 0.1)], [(0, 0.4)], [(0, 0.4)]])
        let clear = Competition(rows, documents: [0, 0, 1, 1, 1]).clearness()
        #expect(clear[0].map(\.other) == [2, 3, 4])
        for pair in clear[0] { #expect(pair.clearness > 0.99) }
        let even = Competition(near([[(2, 0.9)], [(2, 0.9)], [(0, 0.9), (1, 0.9)]]), documents: [0, 0, 1]).clearness()
        #expect(even[0].map { $0.clearness > 0.99 } == [true])
        let divided = Competition(near([[], [], [(0, 0.9), (1, 0.9)]]), documents: [0, 0, 1]).clearness()
        #expect(divided.map { $0.map { ($0.clearness * 100).rounded() } } == [[50], [50], []])
        // A weak one is not clear though it has no rival.
        let weak = Competition(near([[(1, 0.01)], [(0, 0.01)]]), documents: [0, 1]).clearness()
        #expect(weak[0].allSatisfy { $0.clearness < 0.1 })
    }

    private func near(_ lists: [[(Int, Double)]]) -> [[NearDuty]] { lists.map { $0.map { NearDuty(place: $0.0, likeness: $0.1) } } }

    /// 0 and 1 of two plans have the same row of a third as their nearest, 2 has another; what the plan of the other one says is no testimony.
    @Test func thirdPlansAreWitnesses() {
        let lists = near([[(3, 0.5), (1, 0.1)], [(3, 0.5), (0, 0.1)], [(4, 0.5), (0, 0.4)], [(0, 0.5)], [(2, 0.5)]]), documents: [Int32] = [0, 1, 1, 2, 2]
        let witnesses = Witnesses(Competition(lists, documents: documents), documents: documents)
        #expect(witnesses.agreement(0, 1) > 0.99)
        #expect(witnesses.agreement(0, 2) == 0)
        // With only two plans nobody else is asked.
        #expect(Witnesses(Competition(near([[(1, 0.5)], [(0, 0.5)]]), documents: [0, 1]), documents: [0, 1]).agreement(0, 1) == 0)
    }

    /// 教育 answers for one duty in each plan, 宣传 for three of four: the one says more than the other.
    @Test func fieldsThatAnswerForFewSayMore() throws {
        let fields = SharedFields([duty(0, fields: ["education", "publicity"]), duty(0, fields: ["publicity"]), duty(1, fields: ["education"]), duty(1, fields: ["publicity"]), duty(1)])
        #expect(try #require(fields.agreement(0, 2)) > #require(fields.agreement(0, 3)))
        #expect(fields.agreement(1, 3) == 1)
        #expect(fields.agreement(1, 2) == 0)
        #expect(fields.agreement(0, 4) == nil)
    }

    /// A table of short rows is a list, a plan with headings is none; where all are lists none comes last.
    @Test func plansOfShortRowsAreLists() {
        let rows = (0..<4).map { duty(1, text: "落实第\($0)项工作") }, tasks = (0..<3).map { duty(0, heading: "加强第\($0)项工作", text: "各单位要提高认识") }
        #expect(ListPlans(rows + tasks).documents == [1])
        #expect(ListPlans(rows).documents.isEmpty)
        #expect(ListPlans(tasks + [duty(2, text: String(repeating: "长", count: 81))]).documents.isEmpty)
    }

    /// A row goes to the topic that is nearest on the whole; one that is near none stays for itself.
    @Test func rowsGoToTopics() {
        let duties = [duty(0), duty(1), duty(0), duty(2), duty(2)]
        let vectors = [vector([1: 1]), vector([1: 1, 2: 0.2]), vector([3: 1]), vector([1: 1, 4: 1]), vector([5: 1])]
        func group(_ places: [Int]) -> DutyGroup {
            places.dropFirst().reduce(into: DutyGroup(copies: [places[0]], duties: duties, vectors: vectors)) { $0.add(DutyGroup(copies: [$1], duties: duties, vectors: vectors)) }
        }
        let near = [[1, 3], [0, 3], [], [0, 1, 2], []]
        let assignment = RowAssignment(vectors: vectors, favour: Favour(duties, vectors, near: near), near: near, documents: [0, 1, 0, 2, 2])
        let groups = assignment.assigned([group([3]), group([4])], to: [group([0, 1]), group([2])], threshold: 0.5)
        #expect(groups.map { $0.members.map(\.duty) } == [[0, 1, 3], [2], [4]])
    }

    private func duty(_ document: Int, heading: String? = nil, text: String = "", fields: [String] = []) -> Duty {
        var facts = DutyFacts()
        facts.lead = fields.map { DutyFacts.Actor(field: $0, name: $0) }
        return Duty(document: document, item: "", path: [], heading: heading, text: text, context: [], span: ScalarSpan(0, 0), facts: facts, position: 0)
    }

    /// Two fields of four plans each: the nearest of a plan are those of its field, and few plans are all related.
    @Test func plansOfOneFieldAreRelated() {
        var held: [[(key: UInt32, count: Int32)]] = []
        for plan in 0..<8 { held.append([(key: UInt32(plan / 4), count: 3), (key: 2, count: 4), (key: UInt32(3 + plan), count: 1)]) }
        let related = RelatedPlans(held, sizes: Array(repeating: 4, count: 8), dimensions: 11), nearest = related.nearest(3)
        for plan in 0..<8 {
            let first = plan / 4 * 4
            #expect(nearest[plan][0] == plan)
            #expect(nearest[plan].sorted() == Array(first..<(first + 4)))
        }
        #expect(related.nearest(7)[5] == Array(0..<8))
    }

    /// What a plan's field thinks common is common, whatever else is compared: 公开 tells no duties on openness apart.
    @Test func otherPlansDoNotChangeWhatIsRareInAField() {
        let endings = ["事项", "内容", "目录", "清单", "栏目", "要求", "范围"]
        var field: [Duty] = [], others: [Duty] = []
        for (number, ending) in endings.enumerated() { field += plan(number, ["加强预算公开" + ending, "加强规划公开" + ending, "加强决策公开" + ending]) }
        for number in 7..<20 { others += plan(number, ["新建口袋公园", "改造老旧电梯", "清理占道经营"]) }
        let few = NGramEmbedding().vectors(of: field), many = NGramEmbedding().vectors(of: field + others)
        for (i, j) in [(0, 1), (0, 3), (1, 8)] { #expect(abs(few[i].dot(few[j]) - many[i].dot(many[j])) < 1e-4) }
    }

    /// The plans of the project, in several orders.
    @Test func orderOfRealPlansChangesNothing() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("corpus")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
        let pipeline = try Pipeline()
        let graphs = try files.map { try pipeline.run(bytes: [UInt8](Data(contentsOf: $0)), uri: $0.lastPathComponent, name: $0.lastPathComponent).graph }
        let expected = ComparisonJSON.encode(Comparison(graphs))
        #expect(ComparisonJSON.encode(Comparison(graphs.reversed())) == expected)
        let interleaved = graphs.indices.sorted { ($0 * 7 % graphs.count, $0) < ($1 * 7 % graphs.count, $1) }.map { graphs[$0] }
        #expect(ComparisonJSON.encode(Comparison(interleaved)) == expected)
    }
}
