import FanganOutline

/// The bracket behind a list of conditions or materials: `（二）审核。有下列情形之一的，不予受理：` ⏎ `1.…` ⏎ `2.…。（责任单位：县民政局）`. The duty is the
/// item that announces the list, so it is the duty's. So is the only bracket of a list of anything, where the items beside its head have one each.
struct AnnouncedBracket {
    let outline: Outline

    func apply(to findings: inout [ItemFindings]) {
        let items = outline.items
        for i in items.indices where items[i].row == nil && findings[i].responsible.isEmpty {
            guard let last = items[i].children.last, items[i].kind == .task ? items[last].kind == .item : endsWhole(i, last, findings) else { continue }
            findings[i].responsible = findings[last].responsible.filter { $0.basis == .bracket }
            findings[last].responsible.removeAll { $0.basis == .bracket }
        }
    }

    /// `（一）提高额度。` ⏎ `1.…` ⏎ `2.…（责任单位：县公积金中心）` beside `（二）…（责任单位：县住建局）` and `（三）…（责任单位：县财政局）`: each ends with its own.
    private func endsWhole(_ head: Int, _ last: Int, _ findings: [ItemFindings]) -> Bool {
        let items = outline.items
        func hasBracket(_ i: Int) -> Bool { findings[i].responsible.contains { $0.basis == .bracket } }
        let children = items[head].children
        guard children.count >= 2, let parent = items[head].parent, hasBracket(last), children.allSatisfy({ items[$0].children.isEmpty }), !children.dropLast().contains(where: { !findings[$0].responsible.isEmpty }) else { return false }
        let sisters = items[parent].children.prefix(Self.nearest).filter { $0 != head && items[$0].label.form == items[head].label.form }
        let leaves = sisters.filter { items[$0].children.isEmpty }
        return leaves.count >= 2 && leaves.allSatisfy(hasBracket) && !sisters.contains { items[$0].children.count(where: hasBracket) > 1 }
    }

    /// Sisters that are looked at.
    private static let nearest = 40
}
