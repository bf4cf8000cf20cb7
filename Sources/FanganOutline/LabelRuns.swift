import FanganText

/// Numbers at the beginnings of lines that count on from each other: `13.…` ⏎ `14.…` ⏎ `15.…` are labels, however far the first of them is
/// from the number before it, since pages are missing or the text is a part of a longer one. Not so between a number and the next one
/// (`1.…` ⏎ `101.…` ⏎ `102.…` ⏎ `2.…`): what counts there is quoted.
struct LabelRuns {
    private let division: Range<Int>
    /// For each line of the division whether it is one.
    private var isIn: [Bool]

    init(_ all: [Line], in division: Range<Int>) {
        self.division = division
        isIn = [Bool](repeating: false, count: division.count)
        var labels = [[(line: Int, number: Int)]](repeating: [], count: LabelForm.allCases.count)
        for i in division where all[i].block.cell == nil {
            guard let label = all[i].label?.label, let number = label.ordinal, number < LabelLexer.years else { continue }
            labels[label.form.rawValue].append((i, number))
        }
        for ofForm in labels { take(ofForm) }
    }

    private mutating func take(_ labels: [(line: Int, number: Int)]) {
        var start = 0
        while start < labels.count {
            var end = start + 1
            while end < labels.count, labels[end].number == labels[end - 1].number + 1 { end += 1 }
            let isInside = start > 0 && end < labels.count && labels[end].number == labels[start - 1].number + 1
            if end - start > 1, !isInside { for k in start..<end { isIn[labels[k].line - division.lowerBound] = true } }
            start = end
        }
    }

    func contains(_ line: Int) -> Bool { division.contains(line) && isIn[line - division.lowerBound] }
}
