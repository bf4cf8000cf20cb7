import FanganText

/// Numbers inside a paragraph that begins with one, where the line ends between several items were lost: those that go on its count
/// (`7、…。8、…。`), and those under its title (`一、主要任务。（一）优化服务。…。（二）加强监管。…。`, `（一）优化服务。1.…（市财政局负责）2.…`).
struct InnerLabels {
    /// The last number of each form that may go on inside a paragraph; 0 where none was.
    struct LastNumbers {
        private var bracketed = 0, arabic = 0

        mutating func note(_ form: LabelForm, _ ordinal: Int?) {
            switch form {
            case .chineseBracketed: bracketed = ordinal ?? 0
            case .arabic: arabic = ordinal ?? 0
            default: break
            }
        }

        func ordinal(of form: LabelForm) -> Int {
            switch form {
            case .chineseBracketed: bracketed
            case .arabic: arabic
            default: 0
            }
        }
    }

    private typealias Found = (label: Label, at: Int, end: Int)

    private let passage: Passage
    /// Where a number may begin behind a mark, and how many of these places are passed.
    private let places: [Int]
    private var passed = 0
    /// In a table's cell only the count goes on.
    private let isCell: Bool
    /// The last number of each form so far: numbers may run on over the sections above them.
    private var last: LastNumbers
    /// The open numbers, the innermost last, and where the words behind it begin.
    private var open: [(form: LabelForm, ordinal: Int)] = []
    private var start = 0

    /// - Parameter last: the last number of each form in the lines before.
    init(_ line: Line, last: LastNumbers) {
        passage = line.passage
        places = line.innerPlaces
        isCell = line.block.cell != nil
        self.last = last
    }

    /// Whether a line may hold further items behind its own number; most do not.
    static func mayStand(in line: Line, behind form: LabelForm) -> Bool {
        !line.innerPlaces.isEmpty || line.block.cell == nil && standsOverWords(form)
    }

    /// Titles behind such numbers may hold the next number without a mark.
    private static func standsOverWords(_ form: LabelForm) -> Bool { form == .chinese || form == .chineseBracketed }

    /// Where further items begin in the line.
    /// - Parameter end: where the words behind the line's own number begin.
    mutating func cuts(behind own: Label, _ end: Int) -> [Int] {
        take((own, 0, end))
        var cuts: [Int] = [], from = 1
        while let found = childBehindWords() ?? next(from: from) {
            take(found)
            cuts.append(found.at)
            from = found.end + 1
        }
        return cuts
    }

    private mutating func take(_ found: Found) {
        if let known = open.firstIndex(where: { $0.form >= found.label.form }) { open.removeSubrange(known...) }
        open.append((found.label.form, found.label.ordinal ?? 0))
        last.note(found.label.form, found.label.ordinal)
        start = found.end
    }

    /// The next number behind a mark.
    private mutating func next(from: Int) -> Found? {
        while passed < places.count {
            let place = places[passed], before = passage.scalars[place - 1]
            passed += 1
            guard place >= from, (isCell ? Line.sentenceEnds : Self.ends).contains(before), let (label, end) = LabelLexer(passage).label(at: place), let n = label.ordinal else { continue }
            let goesOn = Line.sentenceEnds.contains(before) && open.contains { $0.form == label.form && $0.ordinal + 1 == n }
            if goesOn || !isCell && isFirst(label) && isChild(label, at: place) { return (label, place, end) }
        }
        return nil
    }

    /// `一、主要任务（一）优化服务1.推进…2.…`: the number stands right behind a title without a mark.
    private func childBehindWords() -> Found? {
        guard !isCell, let inner = open.last, Self.standsOverWords(inner.form) else { return nil }
        for i in start + 2..<max(start + 2, min(start + Self.longestWords, passage.count)) {
            let c = passage.scalars[i]
            if Self.sentenceStops.contains(c) { return nil }
            guard Self.opening.contains(c) || digitValue(c) != nil, !Self.tied.contains(passage.scalars[i - 1]), digitValue(passage.scalars[i - 1]) == nil else { continue }
            guard let (label, end) = LabelLexer(passage).label(at: i), label.form == .chineseBracketed || label.form == .arabic, label.form > inner.form, isFirst(label) else { continue }
            return (label, i, end)
        }
        return nil
    }

    /// A first number, or one that runs on over the section in front.
    private func isFirst(_ label: Label) -> Bool { label.ordinal == 1 || label.ordinal == last.ordinal(of: label.form) + 1 }

    /// The first of an inner form. （一） and a number that runs on are sure right behind the title; 1. needs a second one behind it, and so does
    /// what stands behind further sentences.
    private func isChild(_ label: Label, at place: Int) -> Bool {
        guard place > start, label.form == .chineseBracketed || label.form == .arabic, label.damage == nil, let inner = open.last, inner.form < label.form else { return false }
        let isColon = Self.colons.contains(passage.scalars[place - 1]), isBracketed = label.form == .chineseBracketed
        let isBehindTitle = isTitle(start..<place)
        if isBehindTitle, !isColon, isBracketed || label.ordinal != 1 { return true }
        return (isBehindTitle || isBracketed && !isColon || passage.scalars[place - 1] == Self.fullStop) && goesOn(label, from: place)
    }

    /// A title with its mark and no comma, and perhaps the bracket that says whose it is: `优化服务。（市财政局牵头）`.
    private func isTitle(_ words: Range<Int>) -> Bool {
        guard let stop = passage.first(of: Self.stops, in: words.lowerBound..<min(words.upperBound, words.lowerBound + Self.longestTitle + 1)), stop - words.lowerBound >= 2, stop - words.lowerBound <= Self.longestTitle else { return false }
        if passage.scalars[stop] == 0xFF0C || passage.scalars[stop] == 0x3001 { return false }
        return stop + 1 == words.upperBound || AssignmentBracket.ends(passage, at: words.upperBound - 1)
    }

    /// The next number of the same form follows behind the end of a sentence.
    private func goesOn(_ label: Label, from place: Int) -> Bool {
        for further in places[passed...] where further >= place + 2 && Line.sentenceEnds.contains(passage.scalars[further - 1]) {
            guard let (next, _) = LabelLexer(passage).label(at: further), next.form == label.form, let n = next.ordinal else { continue }
            return n == (label.ordinal ?? 0) + 1
        }
        return false
    }

    private static let ends: ScalarSet = "。；;)）〕]］】 ：:"
    private static let sentenceStops: ScalarSet = "。；;：:"
    /// What a number belongs to: 附件1, 第1, 图1, 表1; a list goes on.
    private static let tied: ScalarSet = "件第图表栏、，,.．（(-—～~至"
    private static let colons: ScalarSet = "：:"
    private static let fullStop: UInt32 = 0x3002
    private static let stops: ScalarSet = "。；;：:，、"
    private static let opening: ScalarSet = "（("
    private static let longestTitle = 30, longestWords = 46
}
