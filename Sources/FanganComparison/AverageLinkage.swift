/// Joins the two groups whose members are most alike on average, again and again while they are alike enough.
///
/// Which groups are looked at together is given as pairs; how alike they are is reckoned of all their members, so that
/// groups stay tight: no chain of neighbours makes a topic.
struct AverageLinkage {
    /// What lies between two groups.
    private struct Link {
        /// Likeness of all pairs of members, added up.
        var sum: Double
        /// How many pairs that are.
        var pairs: Double

        var likeness: Double { sum / pairs }

        static func + (a: Link, b: Link) -> Link { Link(sum: a.sum + b.sum, pairs: a.pairs + b.pairs) }
    }

    private struct Step {
        var likeness: Double
        var a: Int32
        var b: Int32
        /// Members of both when it was reckoned: a group that has grown since makes it void.
        var size: Int32

        func precedes(_ other: Step) -> Bool {
            if likeness != other.likeness { return likeness > other.likeness }
            return (a, b) < (other.a, other.b)
        }
    }

    private let vectors: [SparseVector]
    /// What a pair of duties of one plan counts against one of two plans.
    private let within: Double
    private let threshold: Double
    private var groups: [DutyGroup?]
    /// For each group those near it.
    private var links: [[Int32: Link]]
    private var heap: [Step] = []
    private var spread: SpreadVector

    /// - Parameters:
    ///   - groups: to begin with.
    ///   - near: for each group the places of others that may be alike; each pair once, under either.
    ///   - favour: for each of those what the likeness of the two groups, added up, has beyond that of the vectors; none without any.
    ///   - vectors: of all duties.
    init(_ groups: [DutyGroup], near: [[Int32]], favour: [[Double]] = [], vectors: [SparseVector], within: Double, threshold: Double) {
        self.groups = groups
        self.vectors = vectors
        self.within = within
        self.threshold = threshold
        links = Array(repeating: [:], count: groups.count)
        spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        for (a, others) in near.enumerated() where !others.isEmpty {
            for (n, var link) in links(groups[a], others).enumerated() {
                let b = others[n]
                if !favour.isEmpty { link.sum += favour[a][n] }
                links[a][b] = link
                links[Int(b)][Int32(a)] = link
            }
        }
    }

    /// In the order of the groups that each began with.
    mutating func joined() -> [DutyGroup] {
        for a in links.indices { for b in links[a].keys where Int(b) > a { push(Int32(a), b) } }
        while let step = pop() {
            guard let a = groups[Int(step.a)], let b = groups[Int(step.b)], a.members.count + b.members.count == Int(step.size) else { continue }
            merge(Int(step.a), Int(step.b))
        }
        return groups.compactMap { $0 }
    }

    /// The second goes into the first.
    private mutating func merge(_ a: Int, _ b: Int) {
        guard var whole = groups[a], let part = groups[b] else { return }
        links[a][Int32(b)] = nil
        links[b][Int32(a)] = nil
        var near: [Int32: Link] = [:]
        let onlyA = links[a].keys.filter { links[b][$0] == nil }, onlyB = links[b].keys.filter { links[a][$0] == nil }
        for (c, link) in links[a] { if let other = links[b][c] { near[c] = link + other } }
        for (c, link) in zip(onlyA, links(part, onlyA)) { near[c] = links[a][c]! + link }
        for (c, link) in zip(onlyB, links(whole, onlyB)) { near[c] = links[b][c]! + link }
        for c in links[b].keys { links[Int(c)][Int32(b)] = nil }
        whole.add(part)
        groups[a] = whole
        groups[b] = nil
        links[b] = [:]
        // What has become far is looked at no more, or a group that grows would drag ever more along.
        let far = near.filter { $0.value.likeness < 0.5 * threshold }
        for c in far.keys { near[c] = nil; links[Int(c)][Int32(a)] = nil }
        for (c, link) in near { links[Int(c)][Int32(a)] = link }
        links[a] = near
        for c in near.keys { push(Int32(a), c) }
    }

    /// What lies between a group and others, without favour.
    private mutating func links(_ group: DutyGroup, _ others: [Int32]) -> [Link] {
        if others.isEmpty { return [] }
        let (groups, vectors, within) = (groups, vectors, within)
        return spread.spreading(group.sum) { spread in
            others.map { other in
                guard let other = groups[Int(other)] else { return Link(sum: 0, pairs: 1) }
                let (sum, pairs) = group.likeness(other, whole: spread.dot(other.sum), within: within, vectors: vectors)
                return Link(sum: sum, pairs: pairs)
            }
        }
    }

    private func size(_ a: Int) -> Int32 { Int32(groups[a]?.members.count ?? 0) }

    private mutating func push(_ a: Int32, _ b: Int32) {
        guard let likeness = links[Int(a)][b]?.likeness else { return }
        guard likeness >= threshold else { return }
        heap.append(Step(likeness: likeness, a: min(a, b), b: max(a, b), size: size(Int(a)) + size(Int(b))))
        var i = heap.count - 1
        while i > 0, heap[i].precedes(heap[(i - 1) / 2]) {
            heap.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }

    private mutating func pop() -> Step? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if heap.isEmpty { return first }
        heap[0] = last
        var i = 0
        while true {
            var best = i
            for child in [2 * i + 1, 2 * i + 2] where child < heap.count && heap[child].precedes(heap[best]) { best = child }
            if best == i { return first }
            heap.swapAt(i, best)
            i = best
        }
    }
}
