/// What the duties of third plans say of two: if those that stand out for the one stand out for the other too, the two are one, whatever words they use.
///
/// 强化经费保障 in one plan and 加大财政投入 in another share no word; but of a list both have 将创建经费列入预算 as their nearest row.
struct Witnesses: Sendable {
    /// A smaller part of a plan is no testimony.
    private static let least = 0.05

    private let shares: [[(place: Int, share: Double)]]
    private let documents: [Int32]

    /// - Parameter documents: the plan of each duty.
    init(_ competition: Competition, documents: [Int32]) {
        shares = competition.shares.map { $0.filter { $0.share >= Self.least } }
        self.documents = documents
    }

    /// How far what stands out in third plans is the same for both, 0 to 1.
    func agreement(_ a: Int, _ b: Int) -> Double {
        let (left, right) = (third(a, b), third(b, a))
        var (i, j, common) = (0, 0, 0.0)
        while i < left.count, j < right.count {
            if left[i].place == right[j].place { common += left[i].share * right[j].share; i += 1; j += 1 } else if left[i].place < right[j].place { i += 1 } else { j += 1 }
        }
        let lengths = (left.reduce(0) { $0 + $1.share * $1.share } * right.reduce(0) { $0 + $1.share * $1.share }).squareRoot()
        return lengths > 0 ? common / lengths : 0
    }

    /// What stands out for the one, but in the plan of the other.
    private func third(_ one: Int, _ other: Int) -> [(place: Int, share: Double)] {
        shares[one].filter { documents[$0.place] != documents[other] }
    }
}
