import FanganRevision

/// Finds which duties are one topic.
public struct TopicFinder {
    /// Mean likeness from which two groups are one; how it was chosen stands in docs/comparison.md.
    public static let threshold = 0.20

    /// The author of a plan keeps different duties apart: two of one plan have to be more alike than two of different plans.
    private static let within = 0.4
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
        groups = joined(groups, threshold: max(Self.copies, threshold))
        for _ in 0..<Self.rounds {
            let count = groups.count
            groups = joined(groups, threshold: threshold)
            if groups.count == count { break }
        }
        return groups.map { group in group.members.map { Int($0.duty) }.sorted() }.sorted { $0[0] < $1[0] }
    }

    private func joined(_ groups: [DutyGroup], threshold: Double) -> [DutyGroup] {
        let near = Neighbours(groups.map { $0.sum.unit() }, documents: groups.map(\.document)).all(floor: threshold / 2)
        // Each pair once, also if only one of the two has the other among its nearest.
        let pairs = near.enumerated().map { i, found in found.filter { $0 > i || !near[$0].contains(i) }.map { Int32($0) } }
        var linkage = AverageLinkage(groups, near: pairs, vectors: vectors, within: Self.within, threshold: threshold)
        return linkage.joined()
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
