import FanganText

/// Brackets that say who is responsible: `（责任单位：…）`, `〔牵头单位：…，各县（市、区）人民政府〕`.
enum AssignmentBracket {
    /// Scalars in which the opening mark is looked for.
    private static let longest = 400
    private static let openings: ScalarSet = "(（〔［[【{｛〖"
    static let closings: ScalarSet = ")）〕］]】}｝〗"
    /// All of them, and the end of a sentence.
    private static let parting: ScalarSet = "(（〔［[【{｛〖)）〕］]】}｝〗。"
    private static var words: [Word] { OutlineVocabulary.standard.items.assignmentWords }

    /// Whether such a bracket ends with the mark at `close`; it may hold others.
    static func ends(_ p: Passage, at close: Int) -> Bool { start(p, closing: close) != nil }

    /// Whether a stretch ends with such a bracket, a 。 behind it let through.
    static func ends(_ p: Passage, in range: Range<Int>) -> Bool {
        range.last { !Passage.isBlank(p.scalars[$0]) && p.scalars[$0] != 0x3002 }.map { ends(p, at: $0) } ?? false
    }

    /// Where such a bracket begins that ends with the mark at `close`.
    static func start(_ p: Passage, closing close: Int) -> Int? {
        guard closings.contains(p.scalars[close]) else { return nil }
        var depth = 0
        for i in (max(0, close - longest)...close).reversed() {
            if closings.contains(p.scalars[i]) { depth += 1 }
            if openings.contains(p.scalars[i]) { depth -= 1 }
            if depth == 0 { return words.contains { p.first($0, in: i..<close) != nil } ? i : nil }
        }
        return nil
    }

    /// Where such a bracket ends that begins with the mark at `open`.
    static func end(_ p: Passage, opening open: Int, limit: Int) -> Int? {
        guard openings.contains(p.scalars[open]) else { return nil }
        var depth = 0
        for i in open..<min(limit, open + longest) {
            if openings.contains(p.scalars[i]) { depth += 1 }
            if closings.contains(p.scalars[i]) { depth -= 1 }
            if depth == 0 { return words.contains { p.first($0, in: open..<i) != nil } ? i : nil }
        }
        return nil
    }

    /// Where such a bracket begins at the end of a passage, also one that never closes.
    static func last(_ p: Passage) -> Int? {
        guard let end = p.scalars.lastIndex(where: { !Passage.isBlank($0) && $0 != 0x3002 }) else { return nil }
        if let open = start(p, closing: end) { return open }
        guard let open = p.scalars.suffix(longest).lastIndex(where: { openings.contains($0) || closings.contains($0) }), openings.contains(p.scalars[open]) else { return nil }
        return words.contains { p.first($0, in: open..<min(open + nearest, p.count)) != nil } ? open : nil
    }

    /// Whether a stretch is such a bracket that lost one of its ends: `(市人社局负责，11月底前完成`.
    static func isHalf(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last, range.count <= longest, openings.contains(p.scalars[first]) != closings.contains(p.scalars[last]) else { return false }
        return p.first(of: parting, in: range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)) == nil && words.contains { p.first($0, in: range) != nil }
    }

    /// Where the key stands in one that never closes.
    private static let nearest = 6
}
