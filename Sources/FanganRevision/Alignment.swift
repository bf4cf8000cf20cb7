/// Which item of the new version each item of the old one has become.
struct Alignment {
    /// For each old item the new one it is paired with.
    private(set) var pairs: [Int?]
    private(set) var splits: [(old: Int, new: [Int])] = []
    private(set) var merges: [(old: [Int], new: Int)] = []
    private let likeness: Likeness
    /// For each item those of the other version that share most of its rarer words, the likeliest first.
    private let near: (old: [[Int]], new: [[Int]])

    /// Contents first, numbering last: an item may have moved, and its number may be another's now.
    private enum Gain {
        /// Below this, two items are not one, unless their place speaks for it.
        static let least = 0.4
        static let samePath = 0.12
        static let sameParent = 0.1
        static let place = 0.05
        /// The very same words outweigh any number.
        static let equal = 0.3
    }

    init(_ old: [RevisedItem], _ new: [RevisedItem]) {
        likeness = Likeness(old, new)
        near = (likeness.candidates(limit: 12), likeness.candidatesOfNew(limit: 12))
        pairs = Array(repeating: nil, count: old.count)
        let candidates = candidates()
        // Twice: where parents went is known only after the first time.
        for _ in 0..<2 { assign(candidates) }
        findSplits()
        findMerges()
    }

    private var old: [RevisedItem] { likeness.old }
    private var new: [RevisedItem] { likeness.new }

    func similarity(_ i: Int, _ j: Int) -> Double { likeness.similarity(i, j) }

    // MARK: Pairs

    /// Likely counterparts of each old item with their likeness: by words, by path, and under the same path's parent.
    private func candidates() -> [[(place: Int, similarity: Double)]] {
        var byPath: [[[UInt32]]: [Int]] = [:], byWords: [[UInt32]: [Int]] = [:]
        for (j, item) in new.enumerated() {
            byPath[item.path, default: []].append(j)
            if !item.own.isEmpty { byWords[item.own, default: []].append(j) }
        }
        // What either side would choose, so that the way back finds what the way there does.
        var wanted = near.old
        for (j, found) in near.new.enumerated() {
            // One item may be the likeliest of thousands.
            for i in found where wanted[i].count < 48 && !wanted[i].contains(j) { wanted[i].append(j) }
        }
        return wanted.enumerated().map { i, found in
            var places = found
            for alike in [byWords[old[i].own] ?? [], byPath[old[i].path] ?? []] {
                for j in nearest(i, of: alike) where !places.contains(j) { places.append(j) }
            }
            return places.map { ($0, likeness.similarity(i, $0)) }
        }
    }

    /// The few of ascending places that are nearest to an item's own: numbers may be repeated without end.
    private func nearest(_ i: Int, of places: [Int]) -> ArraySlice<Int> {
        let few = 6
        guard places.count > few else { return places[...] }
        let own = i * new.count / max(old.count, 1)
        var low = 0, high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < own { low = middle + 1 } else { high = middle }
        }
        let start = min(max(0, low - few / 2), places.count - few)
        return places[start..<start + few]
    }

    private mutating func assign(_ candidates: [[(place: Int, similarity: Double)]]) {
        let before = pairs
        let options = candidates.enumerated().map { i, found in
            found.compactMap { place, similarity in
                let gain = gain(i, place, similarity, before)
                return gain > 0 ? Assignment.Option(column: place, gain: gain) : nil
            }
        }
        pairs = Assignment.best(options, columns: new.count)
    }

    private func gain(_ i: Int, _ j: Int, _ similarity: Double, _ before: [Int?]) -> Double {
        // A section may become a task, when what stood under it went; but hardly ever alike.
        guard similarity > 0.15 || old[i].own.isEmpty && new[j].own.isEmpty else { return 0 }
        var gain = similarity - Gain.least
        if old[i].own == new[j].own, !old[i].own.isEmpty { gain += Gain.equal }
        if old[i].path == new[j].path { gain += Gain.samePath }
        let parents = (old[i].parent, new[j].parent)
        if parents.0 == nil, parents.1 == nil { gain += Gain.sameParent }
        if let a = parents.0, let b = parents.1, before[a] == b { gain += Gain.sameParent }
        let places = abs(Double(i) / Double(max(old.count, 1)) - Double(j) / Double(max(new.count, 1)))
        return gain + Gain.place * (1 - places)
    }

    // MARK: Splits and merges

    private enum Share {
        /// So much of a part must come from the whole.
        static let part = 0.6
        /// So much of the whole must be in the parts together.
        static let whole = 0.7
        /// With more than this of it in one part, the rest is no second part.
        static let alone = 0.85
    }

    /// An old item whose words now stand in several new ones, of which one may be paired with it.
    private mutating func findSplits() {
        let taken = Set(pairs.compactMap(\.self))
        let free = new.indices.filter { !taken.contains($0) && new[$0].own.count >= 6 }
        for (i, parts) in groups(free, near: { near.new[$0] }, part: { likeness.part(ofNew: $0, inOld: $1) }) {
            let kept = pairs[i].map { [$0] } ?? []
            let all = (kept + parts).sorted()
            guard all.count > 1, kept.allSatisfy({ likeness.part(ofNew: $0, inOld: i) >= Share.part }) else { continue }
            guard isDivided(all.map { likeness.part(ofOld: i, inNew: $0) }) else { continue }
            splits.append((i, all))
            pairs[i] = nil
        }
    }

    private mutating func findMerges() {
        let split = Set(splits.flatMap(\.new))
        var oldOf: [Int: Int] = [:]
        for (i, j) in pairs.enumerated() { if let j { oldOf[j] = i } }
        let inSplits = Set(splits.map(\.old))
        let free = old.indices.filter { pairs[$0] == nil && !inSplits.contains($0) && old[$0].own.count >= 6 }
        for (j, parts) in groups(free, near: { near.old[$0].filter { !split.contains($0) } }, part: { likeness.part(ofOld: $0, inNew: $1) }) {
            let kept = oldOf[j].map { [$0] } ?? []
            let all = (kept + parts).sorted()
            guard all.count > 1, kept.allSatisfy({ likeness.part(ofOld: $0, inNew: j) >= Share.part }) else { continue }
            guard isDivided(all.map { likeness.part(ofNew: j, inOld: $0) }) else { continue }
            merges.append((all, j))
            for i in kept { pairs[i] = nil }
        }
    }

    /// Items that are left over, by the item of the other version that most of their words stand in.
    private func groups(_ free: [Int], near: (Int) -> [Int], part: (Int, Int) -> Double) -> [(whole: Int, parts: [Int])] {
        var groups: [Int: [Int]] = [:]
        for item in free {
            var best: (whole: Int, share: Double)?
            for place in near(item) {
                let share = part(item, place)
                if share >= Share.part, share > best?.share ?? 0 { best = (place, share) }
            }
            if let best { groups[best.whole, default: []].append(item) }
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func isDivided(_ shares: [Double]) -> Bool {
        shares.reduce(0, +) >= Share.whole && (shares.max() ?? 1) <= Share.alone
    }
}
