/// What is left of a passage between its cuts, in order.
struct Gaps: Sequence, IteratorProtocol {
    private let cuts: [Range<Int>]
    private let end: Int
    private var cut = 0, from = 0

    init(of cuts: [Range<Int>], end: Int) { (self.cuts, self.end) = (cuts, end) }

    mutating func next() -> Range<Int>? {
        while cut < cuts.count {
            let start = from, stop = cuts[cut].lowerBound
            from = Swift.max(from, cuts[cut].upperBound)
            cut += 1
            if stop > start { return start..<stop }
        }
        guard from < end else { return nil }
        defer { from = end }
        return from..<end
    }
}
