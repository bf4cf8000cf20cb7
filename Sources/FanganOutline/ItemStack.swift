import FanganText

/// The open items of one division: a label closes every open item of its own or an inner rank and
/// becomes a child of what is left. Numbering that runs on across sections is followed by a count per form.
struct ItemStack {
    /// Indices of the open items with their ranks, outermost first.
    private(set) var open: [(item: Int, rank: Int)] = []
    /// Last ordinal seen per rank in this division.
    private var last = Counts()
    private var isInBox = false
    /// The counts and the open items at the time when the 专栏 was opened.
    private var outside = Counts()
    private var openOutside: [(item: Int, rank: Int)] = []
    /// For each form its rank in the division.
    private let ranks: [Int]
    /// Arabic numbers, articles and boxes may run on across the sections above them, so the counts of these ranks are kept.
    private let runningOn: [Int]

    /// - Parameter ranks: those that the division uses against the common order.
    init(ranks: [LabelForm: Int]) {
        let all = LabelForm.allCases.map { ranks[$0] ?? $0.rawValue * 10 }
        self.ranks = all
        runningOn = [LabelForm.arabic, .box, .article, .chineseBracketed, .arabicBracketed].map { all[$0.rawValue] }
    }

    /// The last ordinal of each rank: a handful of ranks, looked through faster than hashed.
    private struct Counts {
        private var counts: [(rank: Int, ordinal: Int)] = []

        subscript(rank: Int) -> Int? {
            get { counts.first { $0.rank == rank }?.ordinal }
            set {
                let place = counts.firstIndex { $0.rank == rank }
                if let newValue {
                    if let place { counts[place].ordinal = newValue } else { counts.append((rank, newValue)) }
                } else if let place { counts.remove(at: place) }
            }
        }

        mutating func forget(where isOver: (_ rank: Int) -> Bool) { counts.removeAll { isOver($0.rank) } }
    }

    var current: Int? { open.last?.item }

    func rank(_ label: Label) -> Int {
        if let below = label.formBelow { return rank(of: below) - Label.aboveNumbers }
        return rank(of: label.form) + (label.form == .decimal ? min(label.parts.count, 9) : 0)
    }

    /// Whether the form was counted in the open sections so far.
    func hasBegun(_ label: Label) -> Bool { last[rank(label)] != nil }

    /// Closes everything: what follows is of no item so far, and its numbers begin anew.
    mutating func leave() { (open, last) = ([], Counts()) }

    /// Closes everything, but its numbers go on: a section has lost its own.
    mutating func close() { open = [] }

    /// Closes what is of a rank or inside of it; numbers there begin anew.
    mutating func leave(from rank: Int) {
        while let top = open.last, top.rank >= rank { open.removeLast() }
        last.forget { $0 >= rank }
    }

    /// What is odd about a label at this place.
    enum Oddity { case missing(expected: Int), repeated, backwards }

    /// Whether the label can stand here; false for a number that is far from any running count.
    func accepts(_ label: Label) -> Bool {
        guard let n = label.ordinal else { return true }
        if n == 1 { return true }
        switch label.form {
        case .arabic, .arabicHalfBracketed, .circled:
            let rank = rank(label), previous = last[rank] ?? 0
            // Behind a box the number that goes on with the count outside it is sure, however far that is.
            if isInBox, n == (outside[rank] ?? 0) + 1 { return true }
            return n > previous ? n - previous <= 12 : n > 0 && previous - n <= 30
        case .decimal, .letter, .box, .stage, .named, .bullet, .innerBullet, .head: return true
        case .chinese, .chineseBracketed, .arabicBracketed, .article, .chapter, .section, .book:
            return n - (last[rank(label)] ?? 0) <= 30
        }
    }

    /// Closes what the label closes and opens it as `item`; returns its parent and its oddity.
    mutating func push(_ label: Label, item: Int) -> (parent: Int?, ordinal: Int?, oddity: Oddity?) {
        let rank = rank(label)
        enterOrLeaveBox(label, rank)
        if label.form == .box { leaveLeaf(for: rank) } else {
            while let top = open.last, top.rank >= rank { open.removeLast() }
        }
        let parent = open.last?.item
        open.append((item, rank))
        let kept = label.form == .box ? [] : runningOn
        last.forget { $0 > rank && !kept.contains($0) }
        let previous = last[rank]
        let ordinal = label.ordinal ?? previous.map { $0 + 1 } ?? 1
        last[rank] = ordinal
        return (parent, ordinal, oddity(ordinal, after: previous))
    }

    /// Opens an item without a number, which no count knows.
    mutating func push(unnumbered item: Int, _ rank: Int) {
        while let top = open.last, top.rank >= rank { open.removeLast() }
        open.append((item, rank))
    }

    /// A 专栏 stands aside: what is open and counted when it begins is so again when it ends. A number that goes on with
    /// the count outside ends the box; one that begins at 1 or goes on with the box's own count stays in it.
    private mutating func enterOrLeaveBox(_ label: Label, _ rank: Int) {
        let boxRank = self.rank(of: .box), count = last[boxRank]
        if label.form == .box {
            if isInBox { (open, last) = (openOutside, outside) } else { (openOutside, outside) = (open, last) }
            isInBox = true
        } else if rank <= boxRank {
            isInBox = false
        } else if isInBox, let n = label.ordinal, n > 1, n == (outside[rank] ?? 0) + 1, n != (last[rank] ?? 0) + 1 || last[rank] == outside[rank] {
            (open, last) = (openOutside, outside)
            isInBox = false
        }
        last[boxRank] = count
    }

    /// A 专栏 stands in the section of the item in front of it: behind （一） 2. in （一）, behind （一） alone in what holds （一）.
    private mutating func leaveLeaf(for boxRank: Int) {
        guard let leaf = open.last, leaf.rank >= boxRank else { return }
        open.removeLast()
        let deepest = rank(of: .chineseBracketed)
        while let top = open.last, top.rank > deepest { open.removeLast() }
    }

    private func rank(of form: LabelForm) -> Int { ranks[form.rawValue] }

    private func oddity(_ n: Int, after previous: Int?) -> Oddity? {
        guard let previous else { return n > 1 ? .missing(expected: 1) : nil }
        if n == previous + 1 || n == 1 { return nil }
        if n == previous { return .repeated }
        return n > previous ? .missing(expected: previous + 1) : .backwards
    }

    /// What the ranks of a division are told by: a label without its words.
    struct Mark {
        let form: LabelForm
        let ordinal: Int?
        let rank: Int
    }

    /// Ranks for a division in which an inner form plainly holds an outer one: `1.` with （一）（二） under it,
    /// told by 1. coming first and counting on across several （一）.
    static func ranks(of labels: [Mark]) -> [LabelForm: Int] {
        // Of each form the first place.
        var firstAt = [Int?](repeating: nil, count: LabelForm.allCases.count)
        for (i, label) in labels.enumerated() where firstAt[label.form.rawValue] == nil { firstAt[label.form.rawValue] = i }
        var ranks: [LabelForm: Int] = [:]
        for outer in [LabelForm.chinese, .chineseBracketed] {
            for inner in [LabelForm.arabic, .chineseBracketed] where inner > outer {
                guard let o = firstAt[outer.rawValue], let i = firstAt[inner.rawValue], i < o, holds(inner, outer, labels) else { continue }
                ranks[outer] = inner.rawValue * 10 + 5
            }
        }
        for form in LabelForm.movable where firstAt[form.rawValue] != nil { ranks[form] = rank(of: form, in: labels, ranks) }
        if let outer = ranks[.bullet], ranks[.innerBullet] != nil { ranks[.innerBullet] = outer + 1 }
        return ranks
    }

    /// Forms without a place of their own in the common order stand above what begins anew between two of them
    /// (任务一 ⏎ （一） ⏎ （二） ⏎ 任务二 ⏎ （一）), and without such a thing below what stands in front of the first.
    private static func rank(of form: LabelForm, in labels: [Mark], _ ranks: [LabelForm: Int]) -> Int? {
        guard let first = labels.firstIndex(where: { $0.form == form }), let last = labels.lastIndex(where: { $0.form == form }) else { return nil }
        func common(_ label: Mark) -> Int { ranks[label.form] ?? label.rank }
        let inside = labels[first..<last].filter { $0.form != form && $0.ordinal == 1 }.map(common).min()
        return inside.map { $0 - 5 } ?? (first > 0 ? common(labels[first - 1]) + 1 : 0)
    }

    /// Whether `outer`-ranked labels stand between n and n+1 of `inner` at least twice, beginning anew each time.
    private static func holds(_ inner: LabelForm, _ outer: LabelForm, _ labels: [Mark]) -> Bool {
        var lastInner: Int?, restarts = 0, between = false, sinceOuter = 0
        for label in labels {
            if label.form == outer {
                // `（一）10. 11. （二）12.`: the numbers stand under it, they only run on.
                if (label.ordinal ?? 1) > 1, sinceOuter > 0 { return false }
                between = between || label.ordinal == 1
                sinceOuter = 0
            }
            if label.form == inner, let n = label.ordinal {
                sinceOuter += 1
                if between, let previous = lastInner { if n == previous + 1 { restarts += 1 } else { return false } }
                lastInner = n
                between = false
            }
        }
        return restarts >= 1
    }
}
