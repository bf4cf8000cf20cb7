import FanganOutline

/// The bracket behind a list of conditions or materials: `（二）审核。有下列情形之一的，不予受理：` ⏎ `1.…` ⏎ `2.…。（责任单位：县民政局）`. The duty is the
/// item that announces the list, so it is the duty's.
struct AnnouncedBracket {
    let outline: Outline

    func apply(to findings: inout [ItemFindings]) {
        let items = outline.items
        for i in items.indices where items[i].kind == .task {
            guard let last = items[i].children.last, items[last].kind == .item, findings[i].responsible.isEmpty else { continue }
            findings[i].responsible = findings[last].responsible.filter { $0.basis == .bracket }
            findings[last].responsible.removeAll { $0.basis == .bracket }
        }
    }
}
