import FanganGraph

/// Which duties of a plan another plan takes up that implements it, which it drops, and which it adds.
public struct PlanImplementation: Sendable {
    /// `fangan.implementation/1`
    public static let schema = "fangan.implementation/1"

    /// The plan that is implemented.
    public var parent: DocumentFacts
    /// The plan that implements it.
    public var child: DocumentFacts
    /// The duties of the parent in its order, then those that only the child has, in its order.
    public var duties: [Duty]

    /// One duty of the parent, or one that only the child has.
    public struct Duty: Sendable, Hashable {
        /// What became of it.
        public enum Outcome: String, Sendable, Hashable {
            case takenUp = "taken_up", dropped, added
        }

        public var outcome: Outcome
        /// Nil for an added duty.
        public var parent: ItemReference?
        /// Where the child has it: one place or several; none for a dropped duty.
        public var child: [ItemReference]
        /// Likeness to the nearest of them, from 0 to 1; nil where there is nothing to compare.
        public var similarity: Double?
        /// Deadlines, points and targets that the two give differently.
        public var details: [ChangeDetail]
    }
}

extension PlanImplementation {
    /// Compares the duties (the tasks) of two plans by their words; numbers and places count for nothing, since an
    /// implementing plan is laid out in its own way.
    public init(of parent: PlanVersion, by child: PlanVersion) {
        self.parent = parent.graph.document
        self.child = child.graph.document
        let match = DutyMatch(parent.graph, child.graph)
        let references = (parent: ItemReference.all(parent.graph), child: ItemReference.all(child.graph))
        let values = (parent: ItemValues.all(parent.graph), child: ItemValues.all(child.graph))
        duties = match.parents.map { i in
            let places = match.children(of: i)
            return Duty(outcome: places.isEmpty ? .dropped : .takenUp, parent: references.parent[i], child: places.map { references.child[$0] },
                        similarity: places.map { match.similarity(i, $0) }.max(), details: Self.details(values.parent[i], places.map { values.child[$0] }))
        }
        duties += match.added.map { Duty(outcome: .added, parent: nil, child: [references.child[$0]], similarity: nil, details: []) }
    }

    /// What the child's places together say otherwise than the parent.
    private static func details(_ parent: ItemValues, _ places: [ItemValues]) -> [ChangeDetail] {
        guard !places.isEmpty else { return [] }
        func detail(_ field: FieldChange, _ values: (ItemValues) -> [ItemValues.Value]) -> ChangeDetail? {
            let above = values(parent), below = places.flatMap(values)
            let (aboveKeys, belowKeys) = (Set(above.map(\.key)), Set(below.map(\.key)))
            let gone = above.filter { !belowKeys.contains($0.key) }, come = below.filter { !aboveKeys.contains($0.key) }
            return gone.isEmpty && come.isEmpty ? nil : ChangeDetail(field: field, removed: gone.map(\.shown), added: come.map(\.shown))
        }
        return [detail(.due, \.due), detail(.score, \.scores), detail(.target, \.targets)].compactMap(\.self)
    }
}

/// Which task of a plan stands where in the other.
private struct DutyMatch {
    /// Places of the parent's tasks.
    let parents: [Int]
    /// Places of the child's tasks that no task of the parent stands behind.
    private(set) var added: [Int] = []
    private var places: [Int: [Int]] = [:]
    private let likeness: Likeness

    private enum Bound {
        /// So much alike are two wordings of one duty.
        static let alike = 0.34
        /// With so much of its words in the other, the shorter of two is a part or an abridgement of it.
        static let part = 0.62
        /// Fewer characters say too little to be found again.
        static let words = 12
    }

    init(_ parent: TaskGraph, _ child: TaskGraph) {
        likeness = Likeness(RevisedItem.all(parent), RevisedItem.all(child))
        parents = parent.items.indices.filter { parent.items[$0].kind == .task }
        let children = child.items.indices.filter { child.items[$0].kind == .task }
        let isParent = Set(parents), isChild = Set(children)
        let near = (parent: likeness.candidates(limit: 16), child: likeness.candidatesOfNew(limit: 16))
        for j in children {
            let best = near.child[j].filter(isParent.contains).map { ($0, nearness($0, j)) }.filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            if let best { places[best.0, default: []].append(j) } else { added.append(j) }
        }
        // One duty of the child may stand for several of the parent.
        for i in parents where places[i] == nil {
            let best = near.parent[i].filter(isChild.contains).map { ($0, nearness(i, $0)) }.filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }
            if let best { places[i] = [best.0] }
        }
    }

    func children(of i: Int) -> [Int] { places[i] ?? [] }
    func similarity(_ i: Int, _ j: Int) -> Double { min(likeness.similarity(i, j), 1) }

    /// How near two duties are; 0 where they are two.
    private func nearness(_ i: Int, _ j: Int) -> Double {
        let alike = likeness.similarity(i, j)
        let inChild = likeness.old[i].own.count >= Bound.words ? likeness.part(ofOld: i, inNew: j) : 0
        let inParent = likeness.new[j].own.count >= Bound.words ? likeness.part(ofNew: j, inOld: i) : 0
        guard alike >= Bound.alike || max(inChild, inParent) >= Bound.part else { return 0 }
        return alike + 0.25 * max(inChild, inParent)
    }
}
