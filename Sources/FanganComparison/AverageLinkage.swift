/// Joins the two groups whose members are most alike on average, again and again while they are alike enough.
///
/// Which groups are looked at together is given as pairs; how alike they are is reckoned of all their members, so that
/// groups stay tight: no chain of neighbours makes a topic.
struct AverageLinkage {
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
    /// What a pair of duties of one plan counts.
    private let within: Double
    private let threshold: Double
    private var groups: [DutyGroup?]
    /// For each group those near it with the likeness of all pairs of members added up.
    private var sums: [[Int32: Double]]
    private var heap: [Step] = []
    private var spread: SpreadVector

    /// - Parameters:
    ///   - groups: to begin with.
    ///   - near: for each group the places of others that may be alike; each pair once, under either.
    ///   - vectors: of all duties.
    init(_ groups: [DutyGroup], near: [[Int32]], vectors: [SparseVector], within: Double, threshold: Double) {
        self.groups = groups
        self.vectors = vectors
        self.within = within
        self.threshold = threshold
        sums = Array(repeating: [:], count: groups.count)
        spread = SpreadVector(dimensions: SpreadVector.dimensions(of: vectors))
        for (a, others) in near.enumerated() where !others.isEmpty {
            for (b, sum) in zip(others, likenessSums(groups[a], others)) {
                sums[a][b] = sum
                sums[Int(b)][Int32(a)] = sum
            }
        }
    }

    /// In the order of the groups that each began with.
    mutating func joined() -> [DutyGroup] {
        for a in sums.indices { for b in sums[a].keys where Int(b) > a { push(Int32(a), b) } }
        while let step = pop() {
            guard let a = groups[Int(step.a)], let b = groups[Int(step.b)], a.members.count + b.members.count == Int(step.size) else { continue }
            merge(Int(step.a), Int(step.b))
        }
        return groups.compactMap { $0 }
    }

    /// The second goes into the first.
    private mutating func merge(_ a: Int, _ b: Int) {
        guard var whole = groups[a], let part = groups[b] else { return }
        sums[a][Int32(b)] = nil
        sums[b][Int32(a)] = nil
        var near: [Int32: Double] = [:]
        let onlyA = sums[a].keys.filter { sums[b][$0] == nil }, onlyB = sums[b].keys.filter { sums[a][$0] == nil }
        for (c, sum) in sums[a] { if let other = sums[b][c] { near[c] = sum + other } }
        for (c, sum) in zip(onlyA, likenessSums(part, onlyA)) { near[c] = sums[a][c]! + sum }
        for (c, sum) in zip(onlyB, likenessSums(whole, onlyB)) { near[c] = sums[b][c]! + sum }
        for c in sums[b].keys { sums[Int(c)][Int32(b)] = nil }
        whole.add(part)
        groups[a] = whole
        groups[b] = nil
        sums[b] = [:]
        // What has become far is looked at no more, or a group that grows would drag ever more along.
        let far = near.filter { $0.value < 0.5 * threshold * weight(a) * weight(Int($0.key)) }
        for c in far.keys { near[c] = nil; sums[Int(c)][Int32(a)] = nil }
        for (c, sum) in near { sums[Int(c)][Int32(a)] = sum }
        sums[a] = near
        for c in near.keys { push(Int32(a), c) }
    }

    /// Likeness of a group with each of others, all pairs of members added up.
    private mutating func likenessSums(_ group: DutyGroup, _ others: [Int32]) -> [Double] {
        if others.isEmpty { return [] }
        let (groups, vectors, within) = (groups, vectors, within)
        return spread.spreading(group.sum) { spread in
            others.map { other in
                guard let other = groups[Int(other)] else { return 0 }
                return group.likenessSum(other, whole: spread.dot(other.sum), within: within, vectors: vectors)
            }
        }
    }

    private func weight(_ a: Int) -> Double { Double(groups[a]?.members.count ?? 0) }

    private mutating func push(_ a: Int32, _ b: Int32) {
        guard let sum = sums[Int(a)][b] else { return }
        let likeness = sum / (weight(Int(a)) * weight(Int(b)))
        guard likeness >= threshold else { return }
        heap.append(Step(likeness: likeness, a: min(a, b), b: max(a, b), size: Int32(weight(Int(a)) + weight(Int(b)))))
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
