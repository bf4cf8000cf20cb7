/// Joins the two groups whose members are most alike on average, again and again while they are alike enough.
///
/// Pairs that were not found as neighbours count as not alike at all, so that groups stay tight: no chain of
/// neighbours makes a topic.
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

    private var sums: [[Int32: Double]]
    private var weights: [Int32]
    private var members: [[Int]]
    private var isGone: [Bool]
    private var heap: [Step] = []

    /// - Parameters:
    ///   - count: number of elements.
    ///   - pairs: those that are known to be alike; each once.
    init(count: Int, pairs: [(Int, Int, Double)]) {
        sums = Array(repeating: [:], count: count)
        weights = Array(repeating: 1, count: count)
        members = (0..<count).map { [$0] }
        isGone = Array(repeating: false, count: count)
        for (a, b, likeness) in pairs {
            sums[a][Int32(b)] = likeness
            sums[b][Int32(a)] = likeness
        }
    }

    /// Groups in ascending order of their first member, members ascending.
    mutating func groups(threshold: Double) -> [[Int]] {
        for a in sums.indices { for b in sums[a].keys where Int(b) > a { push(Int32(a), b, threshold) } }
        while let step = pop() {
            let (a, b) = (Int(step.a), Int(step.b))
            guard !isGone[a], !isGone[b], weights[a] + weights[b] == step.size else { continue }
            merge(a, b, threshold)
        }
        return members.indices.filter { !isGone[$0] }.map { members[$0].sorted() }.sorted { $0[0] < $1[0] }
    }

    private mutating func merge(_ x: Int, _ y: Int, _ threshold: Double) {
        // The one with more neighbours takes up the other's.
        let (a, b) = sums[x].count >= sums[y].count ? (x, y) : (y, x)
        isGone[b] = true
        weights[a] += weights[b]
        members[a] += members[b]
        for (c, sum) in sums[b] where Int(c) != a {
            sums[a][c, default: 0] += sum
            sums[Int(c)][Int32(b)] = nil
            sums[Int(c)][Int32(a)] = sums[a][c]
        }
        sums[a][Int32(b)] = nil
        sums[b] = [:]
        members[b] = []
        for c in sums[a].keys { push(Int32(a), c, threshold) }
    }

    private mutating func push(_ a: Int32, _ b: Int32, _ threshold: Double) {
        let likeness = sums[Int(a)][b]! / (Double(weights[Int(a)]) * Double(weights[Int(b)]))
        guard likeness >= threshold else { return }
        heap.append(Step(likeness: likeness, a: min(a, b), b: max(a, b), size: weights[Int(a)] + weights[Int(b)]))
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
