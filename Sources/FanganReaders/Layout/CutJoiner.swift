/// Joins lines of a text whose paragraphs were broken after a fixed number of characters:
/// a line of exactly that length goes on in the next one.
struct CutJoiner {
    let width: Int
    let facts: [LineFacts]
    let bytes: UnsafeBufferPointer<UInt8>

    /// Whether a line is the continuation of the one before.
    func joins(_ next: Int) -> Bool {
        let a = facts[next - 1], b = facts[next]
        guard a.rawCount == width, !b.followsGap else { return false }
        // A paragraph may end at the full length by chance.
        if b.label != nil || b.isKey { return a.isOpen && !looksNumbered(next) }
        return true
    }

    /// A label after a line that just fills the width, as in `…的实` / `2.加强…`: it is one if its paragraph
    /// is preceded by one with the number before it.
    private func looksNumbered(_ next: Int) -> Bool {
        guard let label = facts[next].label, label.value > 1 else { return false }
        for i in stride(from: next - 1, through: max(0, next - 40), by: -1) {
            guard let before = facts[i].label, before.kind == label.kind else { continue }
            return before.value == label.value - 1
        }
        return false
    }
}
