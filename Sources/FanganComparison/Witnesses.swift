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
        let (left, right) = (shares[a], shares[b])
        var (i, j, common, ofLeft, ofRight) = (0, 0, 0.0, 0.0, 0.0)
        // What stands out for the one in the plan of the other is no third plan's word; it is passed over.
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i].place < right[j].place) {
                if documents[left[i].place] != documents[b] { ofLeft += left[i].share * left[i].share }
                i += 1
            } else if i == left.count || right[j].place < left[i].place {
                if documents[right[j].place] != documents[a] { ofRight += right[j].share * right[j].share }
                j += 1
            } else {
                // What both have is of neither's plan: each has those of other plans alone.
                common += left[i].share * right[j].share
                ofLeft += left[i].share * left[i].share
                ofRight += right[j].share * right[j].share
                i += 1
                j += 1
            }
        }
        let lengths = (ofLeft * ofRight).squareRoot()
        return lengths > 0 ? common / lengths : 0
    }
}
