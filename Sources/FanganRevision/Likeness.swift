/// How much alike the items of two versions are, and which pairs are worth looking at.
struct Likeness {
    let old: [RevisedItem]
    let new: [RevisedItem]
    private let weights: ShingleWeights
    private let oldTotals: [Double]
    private let newTotals: [Double]
    private let oldBranches: [Double]
    private let newBranches: [Double]

    init(_ old: [RevisedItem], _ new: [RevisedItem]) {
        self.old = old
        self.new = new
        let weights = ShingleWeights((old + new).map(\.shingles))
        self.weights = weights
        oldTotals = old.map { weights.total($0.shingles) }
        newTotals = new.map { weights.total($0.shingles) }
        oldBranches = old.map { weights.total($0.branch) }
        newBranches = new.map { weights.total($0.branch) }
    }

    /// Weighted share of the words that two items have in common, 0 to 1; of sections also what stands under them.
    func similarity(_ i: Int, _ j: Int) -> Double {
        if old[i].own == new[j].own, !old[i].own.isEmpty { return 1 }
        let own = max(share(weights.shared(old[i].shingles, new[j].shingles), oldTotals[i], newTotals[j]), byTitle(i, j))
        guard !old[i].children.isEmpty, !new[j].children.isEmpty else { return own }
        return max(own, (own + share(weights.shared(old[i].branch, new[j].branch), oldBranches[i], newBranches[j])) / 2)
    }

    /// 优化维修资金交存 and 优化住宅专项维修资金交存方式 name one duty, even if its text was written anew. Short titles are
    /// anybody's, and what differs altogether is another duty under an old title.
    private func byTitle(_ i: Int, _ j: Int) -> Double {
        let lengths = (min(old[i].heading.count, new[j].heading.count), max(old[i].heading.count, new[j].heading.count))
        guard lengths.0 >= 7, lengths.1 <= 2 * lengths.0 else { return 0 }
        let title = weights.shared(old[i].title, new[j].title) / max(min(weights.total(old[i].title), weights.total(new[j].title)), .leastNonzeroMagnitude)
        let own = share(weights.shared(old[i].shingles, new[j].shingles), oldTotals[i], newTotals[j])
        return title >= 0.75 && own >= 0.12 ? (title + own) / 2 : 0
    }

    private func share(_ shared: Double, _ a: Double, _ b: Double) -> Double { a + b > 0 ? 2 * shared / (a + b) : 0 }

    /// Share of an old item's words that a new one holds.
    func part(ofOld i: Int, inNew j: Int) -> Double { oldTotals[i] > 0 ? weights.shared(old[i].shingles, new[j].shingles) / oldTotals[i] : 0 }

    /// Share of a new item's words that an old one holds.
    func part(ofNew j: Int, inOld i: Int) -> Double { newTotals[j] > 0 ? weights.shared(old[i].shingles, new[j].shingles) / newTotals[j] : 0 }

    /// For each old item the new ones that share most of its rarer words, at most `limit`.
    func candidates(limit: Int) -> [[Int]] { sharing(old, new, limit) }

    /// For each new item the old ones.
    func candidatesOfNew(limit: Int) -> [[Int]] { sharing(new, old, limit) }

    private func sharing(_ items: [RevisedItem], _ others: [RevisedItem], _ limit: Int) -> [[Int]] {
        var holders: [UInt64: [Int32]] = [:]
        for (j, item) in others.enumerated() { for key in item.shingles.keys { holders[key, default: []].append(Int32(j)) } }
        // A pair of characters that stands in many items tells nothing of which is meant.
        let common = 48
        var sums = [Double](repeating: 0, count: others.count)
        return items.map { item in
            var touched: [Int] = []
            for key in item.shingles.keys {
                guard let held = holders[key], held.count <= common else { continue }
                let weight = weights.weight(key)
                for j in held {
                    if sums[Int(j)] == 0 { touched.append(Int(j)) }
                    sums[Int(j)] += weight
                }
            }
            let best = Self.greatest(limit, of: touched, sums)
            for j in touched { sums[j] = 0 }
            return best
        }
    }

    /// The places with the greatest sums, the greatest first; of equal ones those in front.
    private static func greatest(_ count: Int, of places: [Int], _ sums: [Double]) -> [Int] {
        var best: [Int] = []
        best.reserveCapacity(count + 1)
        func isBefore(_ a: Int, _ b: Int) -> Bool { sums[a] != sums[b] ? sums[a] > sums[b] : a < b }
        for place in places {
            if best.count == count, let last = best.last, !isBefore(place, last) { continue }
            var at = best.count
            while at > 0, isBefore(place, best[at - 1]) { at -= 1 }
            best.insert(place, at: at)
            if best.count > count { best.removeLast() }
        }
        return best
    }
}
