import FanganText

/// Enumerations inside the text of an item: `一是…；二是…`, `（1）…；（2）…`, `①…②…`. They are no items; each part is a
/// step of its item.
struct StepRecogniser {
    /// One part of an enumeration.
    struct Step: Hashable {
        var label: Range<Int>
        var ordinal: Int
        /// From the label to where the next one begins.
        var range: Range<Int>
    }

    /// How the parts of one enumeration are numbered; those of one form belong together.
    private enum Form: Hashable {
        /// 一是, 一要
        case word(UInt32)
        /// 第一，
        case order
        /// （1）, （一）
        case bracket(isChinese: Bool)
        /// ①
        case circle
        /// 1. 1、 1）
        case digit(UInt32)
    }

    private struct Label {
        var form: Form
        var ordinal: Int
        var range: Range<Int>
    }

    /// The enumerations of a passage from an index on, in order; those inside others are left out.
    func scan(_ p: Passage, from start: Int) -> [Step] { scan(p, PassageMarks(p), from: start) }

    /// - Parameter marks: those of the passage.
    func scan(_ p: Passage, _ marks: PassageMarks, from start: Int) -> [Step] {
        var open: [Form: [Label]] = [:]
        var runs: [[Label]] = []
        func close(_ form: Form) { if let run = open.removeValue(forKey: form), run.count > 1 { runs.append(run) } }
        var next = start
        for i in marks.places(.step) where i >= next {
            guard let label = label(p, i) else { continue }
            if label.ordinal == 1 {
                close(label.form)
                open[label.form] = [label]
            } else if let last = open[label.form]?.last, last.ordinal + 1 == label.ordinal {
                if goesOn(p, last, label) { open[label.form]?.append(label) } else { close(label.form) }
            }
            next = label.range.upperBound
        }
        for form in open.keys { close(form) }
        if runs.isEmpty { return [] }
        runs.sort { $0[0].range.lowerBound < $1[0].range.lowerBound }
        var steps: [Step] = []
        for run in runs where run[0].range.lowerBound >= steps.last?.range.upperBound ?? start { steps += parts(p, run) }
        return steps
    }

    /// Numbers inside a responsibility bracket count units. A bracket directly behind the last part of an enumeration is
    /// that part's where the parts before have their own.
    func settled(_ all: [Step], cuts: [Range<Int>]) -> [Step] {
        guard !cuts.isEmpty else { return all }
        var cut = 0
        var steps = all.filter { step in
            while cut < cuts.count, cuts[cut].upperBound <= step.label.lowerBound { cut += 1 }
            return cut == cuts.count || !cuts[cut].contains(step.label.lowerBound)
        }
        for i in steps.indices.dropFirst() where i + 1 == steps.count || steps[i + 1].ordinal == 1 {
            let before = steps[i - 1].range
            guard let own = cutAt(steps[i].range.upperBound, cuts), cutAt(from: before.lowerBound, cuts).map({ before.contains($0.lowerBound) }) ?? false else { continue }
            steps[i].range = steps[i].range.lowerBound..<own.upperBound
        }
        return steps
    }

    private func cutAt(_ index: Int, _ cuts: [Range<Int>]) -> Range<Int>? {
        cutAt(from: index, cuts).flatMap { $0.lowerBound == index ? $0 : nil }
    }

    /// The first cut that begins at or behind an index.
    private func cutAt(from index: Int, _ cuts: [Range<Int>]) -> Range<Int>? {
        var low = 0, high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle].lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < cuts.count ? cuts[low] : nil
    }

    /// Over the end of a line an enumeration goes on only at the start of the next.
    private func goesOn(_ p: Passage, _ last: Label, _ next: Label) -> Bool {
        let between = last.range.upperBound..<next.range.lowerBound
        guard between.count >= 4, between.count <= 2000 else { return false }
        guard let lineEnd = between.last(where: { p.scalars[$0] == 0x0A }) else { return true }
        return (lineEnd..<next.range.lowerBound).allSatisfy { p.scalars[$0] <= 0x20 }
    }

    private func parts(_ p: Passage, _ run: [Label]) -> [Step] {
        let last = run[run.count - 1].range.upperBound
        let end = (last..<p.count).first { p.scalars[$0] == 0x3002 || p.scalars[$0] == 0x0A } ?? p.count
        let stop = end < p.count && p.scalars[end] == 0x3002 ? end + 1 : end
        guard stop - last >= 4 else { return [] }
        return run.indices.map { i in
            var upper = i + 1 < run.count ? run[i + 1].range.lowerBound : stop
            while upper > run[i].range.upperBound, p.scalars[upper - 1] <= 0x20 { upper -= 1 }
            return Step(label: run[i].range, ordinal: run[i].ordinal, range: run[i].range.lowerBound..<upper)
        }
    }

    // MARK: - Labels

    private func label(_ p: Passage, _ i: Int) -> Label? {
        let c = p.scalars[i]
        if c >= 0x2460, c <= 0x2473 { return Label(form: .circle, ordinal: Int(c) - 0x245F, range: i..<(i + 1)) }
        guard i == 0 || Self.boundaries.contains(p.scalars[i - 1]) else { return nil }
        if Brackets.isOpen(c) {
            guard let (ordinal, end, isChinese) = number(p, i + 1), end < p.count, Brackets.isClose(p.scalars[end]) else { return nil }
            return Label(form: .bracket(isChinese: isChinese), ordinal: ordinal, range: i..<(end + 1))
        }
        let isOrder = c == 0x7B2C // 第
        guard let (ordinal, end, isChinese) = number(p, isOrder ? i + 1 : i), end + 1 < p.count else { return nil }
        let mark = p.scalars[end]
        if isOrder { return isChinese && Self.orderMarks.contains(mark) ? Label(form: .order, ordinal: ordinal, range: i..<end) : nil }
        if isChinese { return Self.words.contains(mark) ? Label(form: .word(mark), ordinal: ordinal, range: i..<(end + 1)) : nil }
        guard Self.digitMarks.contains(mark), p.scalars[end + 1] >= 0x4E00 || p.scalars[end + 1] == 0x201C else { return nil }
        return Label(form: .digit(mark), ordinal: ordinal, range: i..<(end + 1))
    }

    /// A number up to 99 in digits or Chinese numerals, and where it ends.
    private func number(_ p: Passage, _ start: Int) -> (Int, Int, Bool)? {
        guard start < p.count else { return nil }
        if let digit = digitValue(p.scalars[start]) {
            guard start + 1 < p.count, let second = digitValue(p.scalars[start + 1]) else { return (digit, start + 1, false) }
            return (digit * 10 + second, start + 2, false)
        }
        var value = 0, i = start
        while i < p.count, i < start + 3, let n = hanValue(p.scalars[i]), 1...10 ~= n {
            // 一二是 is no twelve.
            if n != 10, value % 10 != 0 { return nil }
            value = n == 10 ? max(value, 1) * 10 : value + n
            i += 1
        }
        return i > start ? (value, i, true) : nil
    }

    static let heads: ScalarSet = "一二三四五六七八九十第(（〔[［0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    private static let boundaries: ScalarSet = "。；;：:，,、！!?？”）)〕]］ \n"
    /// 一是, 一要
    private static let words: ScalarSet = "是要"
    private static let orderMarks: ScalarSet = "，,、：:"
    private static let digitMarks: ScalarSet = ".．、）)"
}
