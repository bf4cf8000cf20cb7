import FanganRevision

/// Finds which duties are one topic.
public struct TopicFinder {
    /// Mean likeness from which two groups are one; how it was chosen stands in docs/comparison.md.
    public static let threshold = 0.35

    /// Whether a duty belongs to a topic is seen by those of other plans: a list that has one duty for each of forty organs in forty wordings
    /// would else be no topic with the one task that asks for it.
    private static let within = 0.2
    /// Near copies are joined before anything else, so that they do not fill the places of all neighbours.
    private static let copies = 0.7
    private static let rounds = 4
    /// A row goes to a topic of which it is somewhat farther than the topic's own tasks are from each other: it says less.
    private static let rows = 0.875

    private let duties: [Duty]
    private let vectors: [SparseVector]

    init(_ duties: [Duty], _ vectors: [SparseVector]) {
        self.duties = duties
        self.vectors = vectors
    }

    /// Groups of places, each of at least one duty; every duty in one.
    func groups(threshold: Double) -> [[Int]] {
        let documents = duties.map { Int32($0.document) }
        // Those far apart count too: what else is near a duty tells how clearly one stands out.
        let near = Neighbours(vectors, documents: documents).all(floor: threshold / 6)
        let favour = Favour(duties, vectors, near: near), lists = ListPlans(duties).documents
        let copies = sameWords().map { DutyGroup(copies: $0, duties: duties, vectors: vectors) }
        var groups = joined(copies, favour: nil, threshold: max(Self.copies, threshold))
        if !lists.isEmpty {
            let rows = groups.filter { $0.members.allSatisfy { lists.contains(Int($0.document)) } }
            let topics = rounds(groups.filter { !$0.members.allSatisfy { lists.contains(Int($0.document)) } }, favour, threshold)
            groups = RowAssignment(vectors: vectors, favour: favour, near: near, documents: documents).assigned(rows, to: topics, threshold: Self.rows * threshold)
        }
        return rounds(groups, favour, threshold).map { group in group.members.map { Int($0.duty) }.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Joins groups that are near each other; what has grown has other neighbours, so more than once.
    private func rounds(_ groups: [DutyGroup], _ favour: Favour, _ threshold: Double) -> [DutyGroup] {
        var groups = groups
        for _ in 0..<Self.rounds {
            let count = groups.count
            groups = joined(groups, favour: favour, threshold: threshold)
            if groups.count == count { break }
        }
        return groups
    }

    private func joined(_ groups: [DutyGroup], favour: Favour?, threshold: Double) -> [DutyGroup] {
        let near = Neighbours(groups.map { $0.sum.unit() }, documents: groups.map(\.document)).all(floor: threshold / 2)
        // Each pair once, also if only one of the two has the other among its nearest.
        let pairs = near.enumerated().map { i, found in found.filter { $0 > i || !near[$0].contains(i) }.map { Int32($0) } }
        var linkage = AverageLinkage(groups, near: pairs, favour: favour.map { added(groups, $0) } ?? [], vectors: vectors, within: Self.within, threshold: threshold)
        return linkage.joined()
    }

    /// For each two groups what the favour of their members adds up to, under the smaller place.
    private func added(_ groups: [DutyGroup], _ favour: Favour) -> [[Int32: Double]] {
        var owners = [Int](repeating: -1, count: duties.count), sums = [[Int32: Double]](repeating: [:], count: groups.count)
        for (place, group) in groups.enumerated() { for member in group.members { owners[Int(member.duty)] = place } }
        for (duty, others) in favour.of.enumerated() {
            // In the order of the places, so that the sums are the same each time.
            for (other, more) in others.sorted(by: { $0.key < $1.key }) where other > duty && owners[duty] >= 0 && owners[other] >= 0 && owners[duty] != owners[other] {
                let (a, b) = (min(owners[duty], owners[other]), max(owners[duty], owners[other]))
                sums[a][Int32(b), default: 0] += more
            }
        }
        return sums
    }

    /// Duties of the same words are one from the start: each document of a row of templates has them.
    private func sameWords() -> [[Int]] {
        var places: [[UInt32]: Int] = [:], groups: [[Int]] = []
        for (place, duty) in duties.enumerated() {
            let words = Normalised.scalars((duty.heading ?? "") + duty.text)
            if words.isEmpty { groups.append([place]); continue }
            if let known = places[words] { groups[known].append(place) } else {
                places[words] = groups.count
                groups.append([place])
            }
        }
        return groups
    }
}
