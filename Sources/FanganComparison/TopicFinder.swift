import FanganRevision

/// Finds which duties are one topic.
public struct TopicFinder {
    /// Mean likeness from which two groups are one; how it was chosen stands in docs/comparison.md.
    public static let threshold = 0.10

    /// The author of a plan keeps different duties apart: two of one plan have to be more alike than two of different plans.
    private static let withinDocument: Float = 0.7
    private static let neighbours = 40

    private let duties: [Duty]
    private let vectors: [SparseVector]

    init(_ duties: [Duty], _ vectors: [SparseVector]) {
        self.duties = duties
        self.vectors = vectors
    }

    /// Groups of places, each of at least one duty; every duty in one.
    func groups(threshold: Double) -> [[Int]] {
        let copies = sameWords()
        let firsts = copies.map { $0[0] }
        let near = Neighbours(firsts.map { vectors[$0] }).all(limit: Self.neighbours, floor: threshold / 2)
        var pairs: [(Int, Int, Double)] = []
        for (i, found) in near.enumerated() {
            for neighbour in found {
                let j = Int(neighbour.other)
                // Each pair once, also if only one of the two has the other among its nearest.
                if j < i, near[j].contains(where: { $0.other == Int32(i) }) { continue }
                let isOne = copies[i].count == 1 && copies[j].count == 1 && duties[firsts[i]].document == duties[firsts[j]].document
                pairs.append((min(i, j), max(i, j), Double(isOne ? neighbour.likeness * Self.withinDocument : neighbour.likeness)))
            }
        }
        var linkage = AverageLinkage(count: firsts.count, pairs: pairs)
        return linkage.groups(threshold: threshold).map { group in group.flatMap { copies[$0] }.sorted() }
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
