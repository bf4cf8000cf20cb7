/// What speaks for two duties of different plans being one beyond their own words: who answers for them, how clearly they stand out for each other,
/// what stands out for both in third plans.
struct Favour: Sendable {
    /// What two duties have more that stand out clearly for each other.
    private static let clear = 0.1
    /// What third plans give at most, and the agreement that says nothing.
    private static let witnesses = (weight: 0.1, neutral: 0.3)
    /// What the same fields of government give, and the agreement that says nothing.
    private static let fields = (weight: 0.05, neutral: 0.2)

    /// For each duty what is added to its likeness to others, by their places.
    let of: [[Int: Double]]

    /// - Parameter near: for each duty the places of those near it.
    init(_ duties: [Duty], _ vectors: [SparseVector], near: [[Int]]) {
        let documents = duties.map { Int32($0.document) }
        var likeness = Self.likeness(vectors, near: near, documents: documents)
        var favours = [[Int: Double]](repeating: [:], count: near.count)
        let shared = SharedFields(duties)
        Self.add(to: &likeness, &favours) { a, b in shared.agreement(a, b).map { Self.fields.weight * ($0 - Self.fields.neutral) } ?? 0 }
        if let first = documents.first, let second = documents.first(where: { $0 != first }), documents.contains(where: { $0 != first && $0 != second }) {
            let third = Witnesses(Competition(likeness, documents: documents), documents: documents)
            Self.add(to: &likeness, &favours) { a, b in Self.witnesses.weight * (third.agreement(a, b) - Self.witnesses.neutral) }
        }
        for (i, others) in Competition(likeness, documents: documents).clearness().enumerated() {
            for (other, clearness) in others {
                favours[i][other, default: 0] += Self.clear * clearness
                favours[other][i, default: 0] += Self.clear * clearness
            }
        }
        of = favours
    }

    private static func likeness(_ vectors: [SparseVector], near: [[Int]], documents: [Int32]) -> [[NearDuty]] {
        var spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        return near.enumerated().map { i, others in
            let foreign = others.filter { documents[$0] != documents[i] }
            return spread.spreading(vectors[i]) { spread in foreign.map { NearDuty(place: $0, likeness: spread.dot(vectors[$0])) } }
        }
    }

    /// Adds something to the likeness of all pairs, once for each whichever has the other among those near it.
    private static func add(to likeness: inout [[NearDuty]], _ favours: inout [[Int: Double]], _ amount: (Int, Int) -> Double) {
        for i in likeness.indices {
            for n in likeness[i].indices {
                let other = likeness[i][n].place
                let more = amount(min(i, other), max(i, other))
                likeness[i][n].likeness += more
                // Else the other adds it, which has this one among its own.
                if i < other || !likeness[other].contains(where: { $0.place == i }) {
                    favours[i][other, default: 0] += more
                    favours[other][i, default: 0] += more
                }
            }
        }
    }
}
