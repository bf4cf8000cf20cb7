import FanganText

/// A number that goes on the count and stands right behind words, where a text has lost its line ends and the sentence before had no
/// mark: `责任单位：市住建局、市财政局（二）支持创新。…`, `…“一网通办”（二）支持创新。`, `（市财政局负责）欢二、保障措施`.
struct LabelBehindWords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        self.range = range
    }

    /// Scalars of a title behind such a number.
    private static let longest = 40
    /// 第 高 初 级 见 条 款 及 和 与 或 的: what a number belongs to, and what leads to one that is quoted.
    private static let ties: Set<UInt32> = [0x7B2C, 0x9AD8, 0x521D, 0x7EA7, 0x89C1, 0x6761, 0x6B3E, 0x53CA, 0x548C, 0x4E0E, 0x6216, 0x7167, 0x6309, 0x7684]

    /// Whether the label that is due begins a paragraph: behind the name of an organ, in front of a title, or where no other place has its
    /// number and the next one follows.
    func isSure(_ label: NumberLabel, _ c: FlatCandidate, hasNext: Bool) -> Bool {
        guard c.blanks == 0, !Punctuation.isComma(c.before), !Punctuation.opens(c.before), !Self.ties.contains(c.before) else { return false }
        // `十二、` holds 二、, and 3（二） is no place for a number.
        guard hanValue(c.before) == nil, digitValue(c.before) == nil else { return false }
        let end = c.start + label.length
        // 二、三孩家庭
        if label.kind == .han, end < range.upperBound, hanValue(UTF8Scan.scalar(bytes, at: end).value) == label.value + 1 { return false }
        return c.followsName || c.isOnly && hasNext || isTitled(behind: end)
    }

    /// A title follows: words without a list, up to a mark that ends it.
    private func isTitled(behind start: Int) -> Bool {
        var i = start, count = 0, clauses = 0
        while i < range.upperBound, count < Self.longest {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if Punctuation.endsSentence(scalar) || Punctuation.opens(scalar) && scalar != 0x201C && scalar != 0x300A { return count >= 2 }
            if scalar == 0xFF0C { clauses += 1 }
            if scalar == 0x3001 || scalar == 0x2C || clauses > 1 { return false }
            i += width
            count += 1
        }
        return false
    }
}
