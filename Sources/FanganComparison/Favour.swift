/// What speaks for two duties of different plans being one beyond their own words: who answers for them, how clearly they stand out for each other,
/// what stands out for both in third plans.
struct Favour: Sendable {
    /// What two duties have more that stand out clearly for each other.
    private static let clear = 0.1
    /// What third plans give at most, and the agreement that says nothing.
    private static let witnesses = (weight: 0.1, neutral: 0.3)
    /// What the same fields of government give, and the agreement that says nothing.
    private static let fields = (weight: 0.05, neutral: 0.2)

    /// For each duty those of other plans that are near it, or that it is near to, by place, with what is added to their likeness.
    private(set) var of: [[(other: Int, more: Double)]]

    /// - Parameter near: for each duty the places of those near it.
    init(_ duties: [Duty], _ vectors: [SparseVector], near: [[Int]]) {
        let documents = duties.map { Int32($0.document) }
        var likeness = Self.likeness(vectors, near: near, documents: documents)
        of = Self.pairs(likeness)
        let shared = SharedFields(duties)
        add(to: &likeness) { a, b in shared.agreement(a, b).map { Self.fields.weight * ($0 - Self.fields.neutral) } ?? 0 }
        if let first = documents.first, let second = documents.first(where: { $0 != first }), documents.contains(where: { $0 != first && $0 != second }) {
            let third = Witnesses(Competition(likeness, documents: documents), documents: documents)
            add(to: &likeness) { a, b in Self.witnesses.weight * (third.agreement(a, b) - Self.witnesses.neutral) }
        }
        for (i, found) in Competition(likeness, documents: documents).clearness().enumerated() {
            for (other, clearness) in found { addToBoth(i, other, Self.clear * clearness) }
        }
    }

    /// What is added to the likeness of two duties; nil if none of them is near the other.
    func more(_ duty: Int, _ other: Int) -> Double? { place(duty, other).map { of[duty][$0].more } }

    private static func likeness(_ vectors: [SparseVector], near: [[Int]], documents: [Int32]) -> [[NearDuty]] {
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        return near.enumerated().map { i, others in
            let foreign = others.filter { documents[$0] != documents[i] }
            return spread.spreading(vectors[i]) { spread in foreign.map { NearDuty(place: $0, likeness: spread.dot(vectors[$0])) } }
        }
    }

    /// Each pair under both duties, whichever has the other among those near it; nothing is added yet.
    private static func pairs(_ likeness: [[NearDuty]]) -> [[(other: Int, more: Double)]] {
        var others = likeness.map { $0.map(\.place) }
        for (i, found) in likeness.enumerated() { for near in found { others[near.place].append(i) } }
        return others.map { places in
            var result: [(other: Int, more: Double)] = []
            for place in places.sorted() where result.last?.other != place { result.append((other: place, more: 0)) }
            return result
        }
    }

    /// Adds something to the likeness of all pairs and to what speaks for them, reckoned once for each pair.
    private mutating func add(to likeness: inout [[NearDuty]], _ amount: (Int, Int) -> Double) {
        var amounts = of.map { [Double](repeating: 0, count: $0.count) }
        // Pairs are walked by the smaller place, and so come in order under the greater one too.
        var walked = [Int](repeating: 0, count: of.count)
        for i in of.indices {
            for n in of[i].indices where of[i][n].other > i {
                let other = of[i][n].other, more = amount(i, other)
                amounts[i][n] = more
                amounts[other][walked[other]] = more
                walked[other] += 1
            }
        }
        for i in of.indices {
            for n in of[i].indices { of[i][n].more += amounts[i][n] }
            for n in likeness[i].indices { if let place = place(i, likeness[i][n].place) { likeness[i][n].likeness += amounts[i][place] } }
        }
    }

    private mutating func addToBoth(_ a: Int, _ b: Int, _ more: Double) {
        if let place = place(a, b) { of[a][place].more += more }
        if let place = place(b, a) { of[b][place].more += more }
    }

    /// Where a duty has another.
    private func place(_ duty: Int, _ other: Int) -> Int? {
        var low = 0, high = of[duty].count
        while low < high {
            let middle = (low + high) / 2
            if of[duty][middle].other < other { low = middle + 1 } else { high = middle }
        }
        return low < of[duty].count && of[duty][low].other == other ? low : nil
    }
}
