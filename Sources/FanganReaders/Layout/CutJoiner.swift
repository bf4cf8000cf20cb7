/// Joins lines of a text whose paragraphs were broken after a fixed number of characters:
/// a line of exactly that length goes on in the next one.
struct CutJoiner {
    let width: Int
    let facts: [LineFacts]
    /// Brackets open in the paragraph.
    private var depth = 0
    /// All lines but the last are full: what was cut was one single line, and a label at the beginning of a piece is chance.
    private let isOneLine: Bool

    /// Blanks that no sentence has inside; in front of a line they set it apart.
    private static let apart = 6

    init(width: Int, facts: [LineFacts]) {
        self.width = width
        self.facts = facts
        isOneLine = facts.count >= 8 && facts.dropLast().allSatisfy { $0.rawCount == width }
    }

    /// Whether line `next` continues the line before; to be asked in order, from 1.
    mutating func joins(_ next: Int) -> Bool {
        depth = max(0, depth + facts[next - 1].depth)
        let joined = decide(next)
        if !joined { depth = 0 }
        return joined
    }

    private func decide(_ next: Int) -> Bool {
        let a = facts[next - 1], b = facts[next]
        if isOneLine { return true }
        guard a.rawCount == width, !b.followsGap, b.indent <= Self.apart else { return false }
        // A paragraph may end at the full length by chance.
        if b.label != nil { return a.isOpen && !isDue(next) }
        // `…的比例。` ⏎ `17`: the number of the next row in a table of cells on lines of their own.
        if let number = b.bareNumber, !a.isOpen, isDue(number, amongRowsBefore: next) { return false }
        if let number = b.numberBeforeDigits, !a.isOpen, isDue(next, number, .digit) { return false }
        if b.isKey { return a.isOpen || depth > 0 }
        // `…领导小组办公室（代章）` ⏎ `2023年5月30日`: a signature that fills its line by chance.
        if b.isDate, b.rawCount < width { return depth > 0 || Punctuation.isComma(a.last) }
        return true
    }

    /// A label after a line that just fills the width, as in `…的实` / `2.加强…`: it is one if its paragraph
    /// is preceded by one with the number before it.
    private func isDue(_ next: Int) -> Bool {
        facts[next].label.map { isDue(next, $0.value, $0.kind) } ?? false
    }

    private func isDue(_ number: Int, amongRowsBefore next: Int) -> Bool {
        stride(from: next - 1, through: max(0, next - Self.longestRow), by: -1).lazy.compactMap { facts[$0].bareNumber }.first { $0 > 0 } == number - 1
    }

    /// Lines of a row.
    private static let longestRow = 40

    private func isDue(_ next: Int, _ value: Int, _ kind: NumberLabel.Kind) -> Bool {
        guard value > 1 else { return false }
        for i in stride(from: next - 1, through: max(0, next - Self.longestRow), by: -1) {
            guard let before = facts[i].label, before.kind == kind else { continue }
            return before.value == value - 1
        }
        return false
    }
}
