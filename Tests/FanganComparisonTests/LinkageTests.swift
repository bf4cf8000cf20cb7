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
        #expect(abs(group(a).likenessSum(group(b), whole: whole, within: 0.3, vectors: vectors) - expected) < 1e-5)
        #expect(abs(group(b).likenessSum(group(a), whole: whole, within: 0.3, vectors: vectors) - expected) < 1e-5)
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
        func plan(_ number: Int, _ words: [String]) -> [Duty] {
            words.map { word in
                var duty = duty(number)
                duty.heading = word
                return duty
            }
        }
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
