import FanganText

/// Brackets that say who is responsible: `（责任单位：…）`, `〔牵头单位：…，各县（市、区）人民政府〕`.
enum AssignmentBracket {
    /// Scalars in which the opening mark is looked for.
    private static let longest = 400
    private static let openings: ScalarSet = "(（〔［[【"
    static let closings: ScalarSet = ")）〕］]】"
    private static let words: [Word] = ["责任", "牵头", "负责", "配合"]

    /// Whether such a bracket ends with the mark at `close`; it may hold others.
    static func ends(_ p: Passage, at close: Int) -> Bool {
        guard closings.contains(p.scalars[close]) else { return false }
        var depth = 0
        for i in (max(0, close - longest)...close).reversed() {
            if closings.contains(p.scalars[i]) { depth += 1 }
            if openings.contains(p.scalars[i]) { depth -= 1 }
            if depth == 0 { return words.contains { p.first($0, in: i..<close) != nil } }
        }
        return false
    }
}
