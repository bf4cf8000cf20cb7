import FanganText

/// Numbers at the beginnings of lines that count on from each other: `13.…` ⏎ `14.…` ⏎ `15.…` are labels, however far the first of them is
/// from the number before it, since pages are missing or the text is a part of a longer one.
struct LabelRuns {
    private var lines: Set<Int> = []

    init(_ all: [Line], in division: Range<Int>) {
        // The last label of each form.
        var last = [(line: Int, number: Int)?](repeating: nil, count: LabelForm.allCases.count)
        for i in division where all[i].block.cell == nil {
            guard let label = all[i].label?.label, let number = label.ordinal, number < LabelLexer.years else { continue }
            if let before = last[label.form.rawValue], before.number + 1 == number {
                lines.insert(before.line)
                lines.insert(i)
            }
            last[label.form.rawValue] = (i, number)
        }
    }

    func contains(_ line: Int) -> Bool { lines.contains(line) }
}
