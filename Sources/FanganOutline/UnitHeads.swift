import FanganText

/// Lines without a number that say whose the numbered duties under them are: `县财政局：` ⏎ 1. ⏎ 2. ⏎ `县审计局、县水利局职责：` ⏎ 1. ⏎ 2.
///
/// One alone may be whom a notice is sent to; it is the row of them that tells.
struct UnitHeads {
    private var found: [Int: Passage] = [:]
    private var first: Int?

    /// - Parameter range: the lines of one division.
    init(_ lines: [Line], in range: Range<Int>, _ vocabulary: OutlineVocabulary) {
        let names = UnitNames(vocabulary)
        var last: [LabelForm: Int] = [:]
        for i in range where lines[i].block.cell == nil {
            if let label = lines[i].label?.label {
                last[label.form] = label.ordinal
            } else if i + 1 < range.upperBound, lines[i + 1].block.cell == nil, let below = lines[i + 1].label?.label, below.form >= .chinese, below.form <= .circled,
                      below.ordinal == 1 || below.ordinal == (last[below.form] ?? 0) + 1, let named = names.head(lines[i].passage) {
                found[i] = lines[i].passage.part(named)
            }
        }
        if found.count < Self.fewest { found = [:] }
        first = found.keys.min()
    }

    private static let fewest = 2

    /// The names in a line that is such a head.
    func names(at line: Int) -> Passage? { found[line] }

    /// Where a division's items begin: a head in front of the first one is of them.
    func start(atMost line: Int) -> Int { first.map { $0 + 1 == line ? $0 : line } ?? line }
}
