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

    /// A duty that is near a topic by half the threshold may say the same within something broader.
    private static let nearby = 0.5

    private let duties: [Duty]
    private let vectors: [SparseVector]
    private let threshold: Double
    /// For each duty the places of those near it.
    private let near: [[Int]]
    private let favour: Favour
    private var spread: SpreadVector

    init(_ duties: [Duty], _ vectors: [SparseVector], threshold: Double) {
        self.duties = duties
        self.vectors = vectors
        self.threshold = threshold
        // Those far apart count too: what else is near a duty tells how clearly one stands out.
        near = Neighbours(vectors, documents: duties.map { Int32($0.document) }).all(floor: threshold / 6)
        favour = Favour(duties, vectors, near: near)
        spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
    }

    /// Groups of places, each of at least one duty; every duty in one.
    func groups() -> [[Int]] {
        let lists = ListPlans(duties).documents
        let copies = sameWords().map { DutyGroup(copies: $0, duties: duties, vectors: vectors) }
        var groups = joined(copies, favour: nil, threshold: max(Self.copies, threshold))
        if !lists.isEmpty {
            let rows = groups.filter { $0.members.allSatisfy { lists.contains(Int($0.document)) } }
            let topics = rounds(groups.filter { !$0.members.allSatisfy { lists.contains(Int($0.document)) } })
            groups = RowAssignment(vectors: vectors, favour: favour, near: near, documents: duties.map { Int32($0.document) }).assigned(rows, to: topics, threshold: Self.rows * threshold)
        }
        return rounds(groups).map { group in group.members.map { Int($0.duty) }.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// The nearest duty of each plan that has none in a topic, if it is near enough; in the order of the plans.
    ///
    /// - Parameter topic: places of its duties.
    mutating func near(_ topic: [Int]) -> [Comparison.Near] {
        let (duties, vectors, favour, least) = (duties, vectors, favour, Self.nearby * threshold)
        let held = Set(topic.map { duties[$0].document })
        var best: [Int: Comparison.Near] = [:]
        for member in topic {
            spread.spreading(vectors[member]) { spread in
                for (other, more) in favour.of[member] where !held.contains(duties[other].document) {
                    let likeness = spread.dot(vectors[other]) + more, document = duties[other].document
                    if likeness >= least, likeness > best[document]?.likeness ?? 0 { best[document] = Comparison.Near(duty: other, likeness: min(1, likeness)) }
                }
            }
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Joins groups that are near each other; what has grown has other neighbours, so more than once.
    private func rounds(_ groups: [DutyGroup]) -> [DutyGroup] {
        var groups = groups, grown: [Bool]?
        for _ in 0..<Self.rounds {
            let before = groups
            groups = joined(before, favour: favour, threshold: threshold, wanted: grown)
            if groups.count == before.count { break }
            // Two groups that stayed as they were have been looked at together.
            var sizes = [Int](repeating: 0, count: duties.count)
            for group in before { sizes[Int(group.members[0].duty)] = group.members.count }
            grown = groups.map { $0.members.count != sizes[Int($0.members[0].duty)] }
        }
        return groups
    }

    /// - Parameter wanted: groups for which others are looked for; nil: for all.
    private func joined(_ groups: [DutyGroup], favour: Favour?, threshold: Double, wanted: [Bool]? = nil) -> [DutyGroup] {
        let near = Neighbours(groups.map { $0.sum.unit() }, documents: groups.map(\.document)).all(floor: threshold / 2, wanted: wanted)
        // Each pair once, also if only one of the two has the other among its nearest.
        let pairs = near.enumerated().map { i, found in found.filter { $0 > i || !near[$0].contains(i) }.map { Int32($0) } }
        var linkage = AverageLinkage(groups, near: pairs, favour: favour.map { added(groups, pairs, $0) } ?? [], vectors: vectors, within: Self.within, threshold: threshold)
        return linkage.joined()
    }

    /// For each two groups what the favour of their members adds up to, in the places of the pairs.
    private func added(_ groups: [DutyGroup], _ pairs: [[Int32]], _ favour: Favour) -> [[Double]] {
        var owners = [Int](repeating: -1, count: duties.count), sums = [Double](repeating: 0, count: groups.count)
        for (place, group) in groups.enumerated() { for member in group.members { owners[Int(member.duty)] = place } }
        return zip(groups, pairs).map { group, others in
            if others.isEmpty { return [] }
            for member in group.members { for (other, more) in favour.of[Int(member.duty)] where owners[other] >= 0 { sums[owners[other]] += more } }
            defer { for member in group.members { for (other, _) in favour.of[Int(member.duty)] where owners[other] >= 0 { sums[owners[other]] = 0 } } }
            return others.map { sums[Int($0)] }
        }
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
