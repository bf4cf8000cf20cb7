import FanganText

/// What the passes over the items leave for those after them.
struct WordsOfItems {
    struct Item {
        var reading: ResponsibilityRecogniser.Reading
        /// The parts of an enumeration, as they are labelled.
        var steps: [StepRecogniser.Step]
        /// Among ``WordsOfItems/stretches``.
        var stretches: Range<Int>
        /// Where the words end that say that the item is a phase.
        var phaseEnd = 0
        /// The words of the phases that the text goes through.
        var phaseRanges: [Range<Int>] = []
        /// What its dates are read with: the plan's until its phase is known.
        var context: DateContext
    }

    /// Words between brackets of units, lines with keys and the like, which may hold a value.
    struct Stretch {
        var range: Range<Int>
        var hints: ValueHints
        /// 5分 has a figure, 扣完为止 none.
        var mayHoldScore: Bool
    }

    var items: [Item] = []
    private(set) var stretches: [Stretch] = []

    /// Notes which of some ranges of an item's passage may hold a value.
    /// - Returns: their places among ``stretches``.
    mutating func note(_ gaps: Gaps, of passage: Passage, _ marks: PassageMarks) -> Range<Int> {
        let first = stretches.count
        for range in gaps {
            let hints = marks.hints(range)
            let mayHoldScore = hints.contains(.score) && (hints.contains(.digit) || passage.first("扣", in: range) != nil)
            guard mayHoldScore || hints.mayHoldCitation || hints.contains(.date) || hints.mayHoldTarget else { continue }
            stretches.append(Stretch(range: range, hints: hints, mayHoldScore: mayHoldScore))
        }
        return first..<stretches.count
    }
}
