import FanganRevision

/// Finds which duties are one topic.
public struct TopicFinder {
    /// Mean likeness from which two groups are one; how it was chosen stands in docs/comparison.md.
    public static let threshold = 0.26

    /// Whether a duty belongs to a topic is seen by those of other plans: a list that has one duty for each of forty organs in forty wordings
    /// would else be no topic with the one task that asks for it.
    private static let within = 0.2
    /// What two duties have more that stand out clearly for each other.
    private static let favour = 0.1
    /// Near copies are joined before anything else, so that they do not fill the places of all neighbours.
    private static let copies = 0.7
    private static let rounds = 4

    private let duties: [Duty]
    private let vectors: [SparseVector]

    init(_ duties: [Duty], _ vectors: [SparseVector]) {
        self.duties = duties
        self.vectors = vectors
    }

    /// Groups of places, each of at least one duty; every duty in one.
    func groups(threshold: Double) -> [[Int]] {
        var groups = sameWords().map { DutyGroup(copies: $0, duties: duties, vectors: vectors) }
        groups = joined(groups, competition: nil, threshold: max(Self.copies, threshold))
        let documents = duties.map { Int32($0.document) }
        let competition = Competition(vectors, near: Neighbours(vectors, documents: documents).all(floor: threshold / 3), documents: documents)
        for _ in 0..<Self.rounds {
            let count = groups.count
            groups = joined(groups, competition: competition, threshold: threshold)
            if groups.count == count { break }
        }
        return groups.map { group in group.members.map { Int($0.duty) }.sorted() }.sorted { $0[0] < $1[0] }
    }

    private func joined(_ groups: [DutyGroup], competition: Competition?, threshold: Double) -> [DutyGroup] {
        let near = Neighbours(groups.map { $0.sum.unit() }, documents: groups.map(\.document)).all(floor: threshold / 2)
        // Each pair once, also if only one of the two has the other among its nearest.
        let pairs = near.enumerated().map { i, found in found.filter { $0 > i || !near[$0].contains(i) }.map { Int32($0) } }
        var linkage = AverageLinkage(groups, near: pairs, favour: competition.map { favour(groups, $0) } ?? [], vectors: vectors, within: Self.within, threshold: threshold)
        return linkage.joined()
    }

    /// For each two groups what their members have more because they stand out for each other, under the smaller place.
    private func favour(_ groups: [DutyGroup], _ competition: Competition) -> [[Int32: Double]] {
        var owners = [Int](repeating: 0, count: duties.count), sums = [[Int32: Double]](repeating: [:], count: groups.count)
        for (place, group) in groups.enumerated() { for member in group.members { owners[Int(member.duty)] = place } }
        for (duty, others) in competition.pairs.enumerated() {
            for (other, clearness) in others where owners[duty] != owners[other] {
                let (a, b) = (min(owners[duty], owners[other]), max(owners[duty], owners[other]))
                sums[a][Int32(b), default: 0] += Self.favour * clearness
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
