/// Joins lines of a text whose paragraphs were broken after a fixed number of characters:
/// a line of exactly that length goes on in the next one.
struct CutJoiner {
    let width: Int
    let facts: [LineFacts]
    /// Brackets open in the paragraph.
    private var depth = 0
    /// Of each kind of label the number that a paragraph began with last; and of numbers that are all of their line.
    private var last = [Int](repeating: 0, count: NumberLabel.Kind.allCases.count), lastNumber = 0
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
        if next == 1 { begin(0) }
        depth = max(0, depth + facts[next - 1].depth)
        let joined = decide(next)
        if !joined { begin(next) }
        return joined
    }

    private func decide(_ next: Int) -> Bool {
        let a = facts[next - 1], b = facts[next]
        if isOneLine { return true }
        guard a.rawCount == width, !b.followsGap, b.indent <= Self.apart else { return false }
        // A paragraph may end at the full length by chance.
        if b.label != nil { return a.isOpen && !isDue(next) }
        // `…的比例。` ⏎ `17`: the number of the next row in a table of cells on lines of their own.
        if let number = b.bareNumber, !a.isOpen, number == lastNumber + 1 { return false }
        if let number = b.numberBeforeDigits, !a.isOpen, isDue(number, .digit) { return false }
        if b.isKey { return a.isOpen || depth > 0 }
        // `…领导小组办公室（代章）` ⏎ `2023年5月30日`: a signature that fills its line by chance.
        if b.isDate, b.rawCount < width { return depth > 0 || Punctuation.isComma(a.last) }
        return true
    }

    /// A label after a line that just fills the width, as in `…的实` / `2.加强…`: it is one if the last of its kind that begins a paragraph has the
    /// number before it.
    private func isDue(_ next: Int) -> Bool {
        facts[next].label.map { isDue($0.value, $0.kind) } ?? false
    }

    private func isDue(_ value: Int, _ kind: NumberLabel.Kind) -> Bool { value > 1 && last[Int(kind.rawValue)] == value - 1 }

    /// Notes what a paragraph begins with.
    private mutating func begin(_ i: Int) {
        depth = 0
        if let label = facts[i].label { last[Int(label.kind.rawValue)] = label.value }
        if let number = facts[i].bareNumber { lastNumber = number }
    }
}
