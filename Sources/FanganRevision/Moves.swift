/// Which pairs stand under another parent, or in another order among their sisters. The same whichever version is the older.
struct Moves {
    /// Places in the old version.
    private(set) var moved: Set<Int> = []

    init(_ old: [RevisedItem], _ new: [RevisedItem], _ alignment: Alignment) {
        var groups: [Int: [(old: Int, new: Int)]] = [:]
        for (i, j) in alignment.pairs.enumerated() {
            guard let j else { continue }
            switch (old[i].parent, new[j].parent) {
            case (nil, nil): groups[-1, default: []].append((i, j))
            case (let a?, let b?) where alignment.pairs[a] == b: groups[a, default: []].append((i, j))
            // A parent that was split or merged has taken its children along.
            case (let a?, let b?) where Self.isSuccessor(a, b, alignment): break
            default: moved.insert(i)
            }
        }
        for group in groups.values {
            moved.formUnion(Self.outOfOrder(group, weights: group.map { Weight(1, old[$0.old].own.count + new[$0.new].own.count, old[$0.old].sum &+ new[$0.new].sum) }))
        }
    }

    private static func isSuccessor(_ a: Int, _ b: Int, _ alignment: Alignment) -> Bool {
        alignment.splits.contains { $0.old == a && $0.new.contains(b) } || alignment.merges.contains { $0.old.contains(a) && $0.new == b }
    }

    /// What of a group stays: as many items as can be, of these the longest; the sum of their characters settles the rest,
    /// so that which of two neighbours moved does not hang on the direction.
    private struct Weight {
        var count: Int, length: Int, sum: UInt64
        init(_ count: Int, _ length: Int, _ sum: UInt64) { (self.count, self.length, self.sum) = (count, length, sum) }
        static func + (a: Weight, b: Weight) -> Weight { Weight(a.count + b.count, a.length + b.length, a.sum &+ b.sum) }
        static func < (a: Weight, b: Weight) -> Bool { (a.count, a.length, a.sum) < (b.count, b.length, b.sum) }
    }

    /// The others, when the heaviest ascending sequence stays in its place.
    private static func outOfOrder(_ group: [(old: Int, new: Int)], weights: [Weight]) -> [Int] {
        // Ranks of the new places, and a tree of the heaviest sequence that ends at or before each rank (Fenwick 1994).
        var rank = [Int](repeating: 0, count: group.count)
        for (n, place) in group.indices.sorted(by: { group[$0].new < group[$1].new }).enumerated() { rank[place] = n + 1 }
        var tree = [(weight: Weight, last: Int)](repeating: (Weight(0, 0, 0), -1), count: group.count + 1)
        var before = [Int](repeating: -1, count: group.count)
        for place in group.indices {
            var best = (weight: Weight(0, 0, 0), last: -1), at = rank[place] - 1
            while at > 0 {
                if best.weight < tree[at].weight { best = tree[at] }
                at -= at & -at
            }
            before[place] = best.last
            let whole = best.weight + weights[place]
            at = rank[place]
            while at <= group.count {
                if tree[at].weight < whole { tree[at] = (whole, place) }
                at += at & -at
            }
        }
        var best = (weight: Weight(0, 0, 0), last: -1), at = group.count
        while at > 0 {
            if best.weight < tree[at].weight { best = tree[at] }
            at -= at & -at
        }
        var kept: Set<Int> = [], place = best.last
        while place >= 0 {
            kept.insert(place)
            place = before[place]
        }
        return group.indices.filter { !kept.contains($0) }.map { group[$0].old }
    }
}
