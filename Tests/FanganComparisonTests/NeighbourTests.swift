@testable import FanganComparison
import FanganGraph
import FanganText
import Testing

/// How the duties near one are found, and what speaks for them is kept.
struct NeighbourTests {
    private func vector(_ values: [UInt32: Float]) -> SparseVector {
        SparseVector(keys: values.keys.sorted(), values: values.sorted { $0.key < $1.key }.map(\.value)).unit()
    }

    private func duty(_ document: Int, fields: [String] = []) -> Duty {
        var facts = DutyFacts()
        facts.lead = fields.map { DutyFacts.Actor(field: $0, name: $0) }
        return Duty(document: document, item: "", path: [], heading: nil, text: "", context: [], span: ScalarSpan(0, 0), facts: facts, position: 0)
    }

    /// Sums side by side are those of one after the other, whatever the length: fewer than four, four, more.
    @Test func productsOfARowOfVectorsAreTheSame() {
        let vectors = (0..<12).map { length in SparseVector(keys: Array(0..<UInt32(length)), values: (0..<length).map { Float($0 + 1) }) }
        let row = RowOfVectors(vectors)
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        for a in vectors { for (place, b) in vectors.enumerated() { #expect(spread.spreading(a) { $0.dot(row, place) } == a.dot(b)) } }
    }

    /// The nearest first; of a document's own fewer than of others; one that shares nothing is none.
    @Test func theNearestAreFound() {
        let vectors = [vector([1: 1, 2: 1]), vector([1: 1, 2: 0.9]), vector([1: 1, 3: 3]), vector([7: 1, 8: 1]), vector([7: 1, 8: 2])]
        let near = Neighbours(vectors, documents: [0, 1, 1, 0, 1]).all(floor: 0.1)
        #expect(near == [[1, 2], [0, 2], [1, 0], [4], [3]])
    }

    /// Those who are not asked for get none, but are found by others.
    @Test func neighboursAreLookedForWhereWanted() {
        let vectors = [vector([1: 1, 2: 1]), vector([1: 1, 2: 0.9]), vector([1: 1, 3: 3])]
        let near = Neighbours(vectors, documents: [0, 1, 2]).all(floor: 0.1, wanted: [false, true, false])
        #expect(near == [[], [0, 2], []])
    }

    /// Of 250 that share the one word that counts the forty nearest are found, though not all are reckoned in full.
    @Test func theNearestOfManyAreFound() {
        let others = (0..<250).map { vector([1: 1, UInt32(10 + $0 / 2): Float($0) / 100]) }
        let near = Neighbours([vector([1: 1])] + others, documents: [0] + [Int32](repeating: 1, count: 250)).all(floor: 0.1, wanted: [true] + [Bool](repeating: false, count: 250))
        #expect(near[0] == Array(1...40))
    }

    /// Whoever of two has the other among those near it, what speaks for them is the same from both sides.
    @Test func favourIsTheSameForBoth() throws {
        let duties = [duty(0, fields: ["education"]), duty(0, fields: ["health"]), duty(1, fields: ["education"]), duty(2, fields: ["education"])]
        let vectors = [vector([1: 1, 2: 1]), vector([3: 1]), vector([1: 1, 2: 0.5]), vector([1: 0.5, 2: 1])]
        // 1 is near nobody; 3 has 0, but not the other way round; 0 and 1 are of one plan.
        let favour = Favour(duties, vectors, near: [[2, 1], [0], [0, 3], [2, 0]])
        #expect(favour.of.map { $0.map(\.other) } == [[2, 3], [], [0, 3], [0, 2]])
        for (a, b) in [(0, 2), (0, 3), (2, 3)] {
            let more = try #require(favour.more(a, b))
            #expect(more == favour.more(b, a))
            // Clear, of one field, and the third says so too.
            #expect(more > 0.1)
        }
        #expect(favour.more(0, 1) == nil)
    }
}
