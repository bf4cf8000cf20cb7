import FanganText

/// Decides which printed lines are one paragraph: a line goes on in the next one if that one's beginning had no room on it.
struct PageJoiner {
    let lines: [VisualLine]
    /// One for each line; nil for what holds no text.
    let facts: [LineFacts?]
    /// Paragraphs begin further right than their other lines.
    private let isIndented: Bool
    /// All of them do.
    private let isStrict: Bool
    /// From one line to the next.
    private let pitch: Double

    init(lines: [VisualLine], facts: [LineFacts?], running: [Int]) {
        self.lines = lines
        self.facts = facts
        (isIndented, isStrict, pitch) = Self.style(lines, running)
    }

    private static func style(_ lines: [VisualLine], _ running: [Int]) -> (isIndented: Bool, isStrict: Bool, pitch: Double) {
        var indented = 0, flush = 0
        var pitches: [Double] = []
        for (a, b) in zip(running, running.dropFirst()) where lines[a].page == lines[b].page {
            if lines[b].baseline > lines[a].baseline { pitches.append(lines[b].baseline - lines[a].baseline) }
            let isCentred = abs((lines[b].rightBound - lines[b].box.right) - (lines[b].box.left - lines[b].leftBound)) < lines[b].size
                && lines[b].rightBound - lines[b].box.right > lines[b].size
            if isCentred || lines[a].isFull(before: lines[b]) { continue }
            if indent(lines[b]) > 1.2 { indented += 1 } else { flush += 1 }
        }
        pitches.sort()
        return (indented > flush, indented >= 8 && indented > 8 * flush, pitches.isEmpty ? 0 : pitches[pitches.count / 2])
    }

    /// In characters.
    private static func indent(_ line: VisualLine) -> Double { (line.box.left - line.leftBound) / max(line.size, 1) }

    /// Groups of lines of running text that nothing but furniture parts.
    func paragraphs(_ running: [Int]) -> [[Int]] {
        var groups: [[Int]] = []
        for i in running {
            if let group = groups.last, let last = group.last, joins(last, i, first: group.count == 1) {
                groups[groups.count - 1].append(i)
            } else {
                groups.append([i])
            }
        }
        return groups
    }

    /// - Parameter first: whether `a` is the first line of its paragraph.
    private func joins(_ a: Int, _ b: Int, first: Bool) -> Bool {
        guard let then = facts[a], let now = facts[b] else { return false }
        let (line, next) = (lines[a], lines[b])
        if abs(line.size - next.size) > 0.15 * max(line.size, next.size) { return false }
        if line.page == next.page, pitch > 0, next.baseline - line.baseline > 1.6 * max(pitch, 1.2 * next.size) { return false }
        guard line.isFull(before: next) else { return false }
        if Punctuation.cannotBegin(now.first) { return true }
        let step = Self.indent(next)
        if standsAlone(then) || standsAlone(now) && (step > 0.5 || !then.isOpen) { return false }
        if then.endsSentence, isBareHeading(next) { return false }
        if step > 1.2 { return !first && abs(line.box.left - next.box.left) < 0.6 * next.size }
        // `…逐一清理：` ⏎ `（1）空白栏目…`: what begins at the edge goes on.
        if isStrict { return true }
        if isIndented { return !(begins(now) && then.endsSentence) }
        return !begins(now) || then.isOpen
    }

    /// A day under a signature, the number under a title.
    private func standsAlone(_ facts: LineFacts) -> Bool { facts.isDate || facts.isNumber }

    /// `五　工作要求`: a number that lost its mark, set off from its words.
    private func isBareHeading(_ line: VisualLine) -> Bool {
        guard line.box.right < line.rightBound - 3 * line.size, let blank = line.text.firstIndex(of: 0x20), blank > 0, blank <= 9 else { return false }
        return line.text.withUnsafeBufferPointer { bytes in
            Numerals.han(bytes, 0, blank)?.end == blank && bytes.last.map { _ in !Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: bytes.count).value) } ?? false
        }
    }

    private func begins(_ facts: LineFacts) -> Bool { facts.label != nil || facts.isKey || facts.isDate || facts.isNumber }

    // MARK: Cells

    /// Groups of the lines of one cell.
    /// - Parameter names: the answer of ``ShortCell`` where the cell holds nothing but names.
    func paragraphs(ofCell cell: [Int], names: [Bool]?) -> [[Int]] {
        var groups: [[Int]] = []
        for (k, i) in cell.enumerated() {
            if k > 0, joinsInCell(cell[k - 1], i), names?[k - 1] ?? true {
                groups[groups.count - 1].append(i)
            } else {
                groups.append([i])
            }
        }
        return groups
    }

    private func joinsInCell(_ a: Int, _ b: Int) -> Bool {
        guard let then = facts[a], let now = facts[b], lines[a].isFull(before: lines[b]) else { return false }
        if Punctuation.cannotBegin(now.first) { return true }
        return !(begins(now) && !then.isOpen)
    }
}
