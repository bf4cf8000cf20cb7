import FanganOutline

/// A bracket behind the last part of a duty that is meant for all of it: `（一）…补贴标准为：` ⏎ `1.…。` ⏎ `2.…。（责任单位：县财政局）`.
///
/// It is told by what stands beside the duty: duties there end in one bracket each, with and without parts, and no part in front of the last has one;
/// or all of them have parts, three at least, two under titles without a number.
struct LastBracket {
    let outline: Outline

    /// Fewest duties without parts that end in a bracket, and with parts where none is without.
    private static let fewest = 2, fewestParted = 3

    func apply(to findings: inout [ItemFindings]) {
        let items = outline.items
        var groups: [Int: [Int]] = [:]
        for i in items.indices where items[i].row == nil {
            // Parts of a list that gives no orders (3. of 申请材料): the duty is the item that announces it.
            if items[i].kind == .task, let last = items[i].children.last, items[last].kind == .item {
                findings[i].responsible += findings[last].responsible.filter { unit in !findings[i].responsible.contains { $0.mention == unit.mention } }
                findings[last].responsible = []
            }
            groups[items[i].parent ?? -1 - items[i].division, default: []].append(i)
        }
        for group in groups.values where group.contains(where: { isOpen($0, findings) }) {
            guard isOneEach(group, findings) else { continue }
            for i in group where isOpen(i, findings) {
                guard let last = items[i].children.last else { continue }
                let units = findings[last].responsible.filter { $0.basis == .bracket }
                for child in items[i].children.dropLast() {
                    for unit in units where !findings[child].responsible.contains(where: { $0.mention == unit.mention }) {
                        var unit = unit
                        unit.basis = .inherited
                        findings[child].responsible.append(unit)
                    }
                }
            }
        }
    }

    /// Whether the duties of a group have one bracket each.
    private func isOneEach(_ group: [Int], _ findings: [ItemFindings]) -> Bool {
        let items = outline.items
        guard group.allSatisfy({ items[$0].kind != .section || isOpen($0, findings) || hasOwn($0, findings) }) else { return false }
        if group.allSatisfy({ isOpen($0, findings) }) { return group.count >= (group.allSatisfy { items[$0].label.form == .head } ? Self.fewest : Self.fewestParted) }
        return group.count { items[$0].kind == .task && hasOwn($0, findings) } >= Self.fewest && group.count { items[$0].kind == .task && !hasOwn($0, findings) } * 5 <= group.count
    }

    private func hasOwn(_ i: Int, _ findings: [ItemFindings]) -> Bool { findings[i].responsible.contains { $0.basis == .bracket } }

    /// Its parts have no parts, and of them the last alone has a bracket.
    private func isOpen(_ i: Int, _ findings: [ItemFindings]) -> Bool {
        let children = outline.items[i].children
        guard children.count >= 2, !hasOwn(i, findings), let last = children.last, outline.items[i].kind == .section, hasOwn(last, findings) else { return false }
        return children.allSatisfy { outline.items[$0].kind == .task && ($0 == last || !hasOwn($0, findings)) }
    }
}
