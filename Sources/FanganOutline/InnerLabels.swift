import FanganText

/// Numbers inside a paragraph that begins with one, where the line ends between several items were lost: those that go on its count
/// (`7、…。8、…。`), and those under its title (`一、主要任务。（一）优化服务。…。（二）加强监管。…。`, `（一）优化服务。1.…（市财政局负责）2.…`).
struct InnerLabels {
    private let passage: Passage
    /// In a table's cell only the count goes on.
    private let isCell: Bool
    /// The open numbers, the innermost last, and where the words behind it begin.
    private var open: [(form: LabelForm, ordinal: Int)] = []
    private var start = 0

    init(_ passage: Passage, isCell: Bool) {
        self.passage = passage
        self.isCell = isCell
    }

    /// Where further items begin in the line.
    /// - Parameter end: where the words behind the line's own number begin.
    mutating func cuts(behind own: Label, _ end: Int) -> [Int] {
        open = [(own.form, own.ordinal ?? 0)]
        start = end
        var cuts: [Int] = []
        if let first = childBehindWords() { take(first.label, at: first.at, first.end, &cuts) }
        var i = max(1, cuts.last ?? 1)
        while i < passage.count, let before = passage.first(of: isCell ? Line.sentenceEnds : Self.ends, in: i - 1..<passage.count - 1) {
            i = before + 2
            guard before + 1 >= start, let (label, end) = LabelLexer(passage).label(at: before + 1), let n = label.ordinal else { continue }
            let isEnd = Line.sentenceEnds.contains(passage.scalars[before])
            if isEnd && open.contains(where: { $0.form == label.form && $0.ordinal + 1 == n }) || n == 1 && !isCell && isChild(label, at: before + 1) {
                take(label, at: before + 1, end, &cuts)
            }
        }
        return cuts
    }

    private mutating func take(_ label: Label, at place: Int, _ end: Int, _ cuts: inout [Int]) {
        cuts.append(place)
        if let known = open.firstIndex(where: { $0.form >= label.form }) { open.removeSubrange(known...) }
        open.append((label.form, label.ordinal ?? 0))
        start = end
    }

    /// `一、主要任务（一）优化服务。…（二）…`: the number stands right behind a short title.
    private func childBehindWords() -> (label: Label, at: Int, end: Int)? {
        guard !isCell, open[0].form == .chinese else { return nil }
        for i in start + 2..<max(start + 2, min(start + Self.shortTitle, passage.count)) {
            if Self.stops.contains(passage.scalars[i]) { return nil }
            guard Self.opening.contains(passage.scalars[i]) else { continue }
            guard let (label, end) = LabelLexer(passage).label(at: i), label.form == .chineseBracketed, label.ordinal == 1, goesOn(label, from: i) else { return nil }
            return (label, i, end)
        }
        return nil
    }

    /// The first of an inner form, with a second one behind it: （一） behind any sentence, 1. only right behind the title, since numbers
    /// further on may stand inside a sentence.
    private func isChild(_ label: Label, at place: Int) -> Bool {
        guard label.form == .chineseBracketed || label.form == .arabic, label.damage == nil, let inner = open.last, inner.form < label.form else { return false }
        let isColon = Self.colons.contains(passage.scalars[place - 1])
        guard label.form == .chineseBracketed && !isColon || isTitle(start..<place) else { return false }
        return goesOn(label, from: place)
    }

    /// A title with its mark, and perhaps the bracket that says whose it is: `优化服务。（市财政局牵头）`.
    private func isTitle(_ words: Range<Int>) -> Bool {
        guard let stop = passage.first(of: Self.stops, in: words), stop - words.lowerBound >= 2, stop - words.lowerBound <= Self.longestTitle else { return false }
        if passage.scalars[stop] == 0xFF0C || passage.scalars[stop] == 0x3001 { return false }
        return stop + 1 == words.upperBound || AssignmentBracket.ends(passage, at: words.upperBound - 1)
    }

    /// The next number of the same form follows behind the end of a sentence.
    private func goesOn(_ label: Label, from place: Int) -> Bool {
        var i = place + 2
        while i < passage.count, let before = passage.first(of: Line.sentenceEnds, in: i - 1..<passage.count - 1) {
            i = before + 2
            guard let (next, _) = LabelLexer(passage).label(at: before + 1), next.form == label.form, let n = next.ordinal else { continue }
            return n == (label.ordinal ?? 0) + 1
        }
        return false
    }

    private static let ends: ScalarSet = "。；;)）〕]］】 ：:"
    private static let colons: ScalarSet = "：:"
    private static let stops: ScalarSet = "。；;：:，、"
    private static let opening: ScalarSet = "（("
    private static let longestTitle = 30, shortTitle = 20
}
