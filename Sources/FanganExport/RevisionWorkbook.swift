import FanganGraph
import FanganRevision

/// A 对照表 of two versions for Excel and WPS: 原文, 新文 and 变化 side by side, words that went struck through and red, words
/// that came underlined and green; and what matters most for each unit.
public enum RevisionWorkbook {
    /// - Parameter units: what the revision means for each unit.
    public static func make(_ revision: Revision, units: [UnitSummary]) -> Workbook {
        var sheets = [comparison(revision)]
        if !units.isEmpty { sheets.append(summary(revision, units)) }
        return Workbook(sheets: sheets)
    }

    private static func comparison(_ revision: Revision) -> Workbook.Sheet {
        var sheet = Workbook.Sheet(name: "对照表", columns: [("原文", 60), ("新文", 60), ("变化", 30)])
        let titles = [revision.old, revision.new].map { facts in
            Workbook.Cell.text([facts.title ?? facts.source.uri, [facts.number, facts.issued].compactMap(\.self).joined(separator: "　")].filter { !$0.isEmpty }.joined(separator: "\n"))
        }
        sheet.rows.append(Workbook.Row(titles, isSection: true))
        for item in revision.items { sheet.rows.append(row(item)) }
        return sheet
    }

    private static func row(_ item: ItemRevision) -> Workbook.Row {
        func edits(_ field: FieldChange) -> [Edit]? { item.details.first { $0.field == field }?.edits }
        func cell(_ items: [ItemReference], _ gone: Edit.Kind, _ look: Workbook.Part.Look) -> Workbook.Cell {
            var parts: [Workbook.Part] = []
            for (place, side) in items.enumerated() {
                if place > 0 { parts.append(Workbook.Part("\n")) }
                let label = Workbook.Part(Wording.label(side.path.last ?? "", before: side.heading ?? side.text), item.changes.contains(.renumbered) ? look : .bold)
                parts.append(label)
                parts += words(side.heading ?? "", edits(.heading), without: gone, look, plain: .bold)
                if side.heading != nil, !side.text.isEmpty { parts.append(Workbook.Part("\n")) }
                parts += words(side.text, edits(.text), without: gone, look, plain: .plain)
            }
            let isWhole = item.change == .removed || item.change == .added
            return items.isEmpty ? .empty : .parts(isWhole ? parts.map { Workbook.Part($0.text, look) } : parts)
        }
        let isTop = (item.old + item.new).allSatisfy { $0.path.count == 1 }
        return Workbook.Row([cell(item.old, .insert, .deleted), cell(item.new, .delete, .inserted), .text(change(item))], isSection: isTop)
    }

    private static func words(_ text: String, _ edits: [Edit]?, without kind: Edit.Kind, _ look: Workbook.Part.Look, plain: Workbook.Part.Look) -> [Workbook.Part] {
        guard let edits else { return [Workbook.Part(text, plain)] }
        return edits.filter { $0.kind != kind }.map { Workbook.Part($0.text, $0.kind == .equal ? plain : look) }
    }

    /// What became of an item, in words; empty where nothing changed.
    private static func change(_ item: ItemRevision) -> String {
        func paths(_ items: [ItemReference]) -> String { items.map { $0.path.joined() }.joined(separator: "、") }
        switch item.change {
        case .added: return "新增"
        case .removed: return "删去"
        case .split: return "拆分为 " + paths(item.new)
        case .merged: return "由 " + paths(item.old) + " 合并"
        case .paired:
            var lines = item.changes.map { field in
                let detail = item.details.first { $0.field == field }
                let word = RevisionWording.field(field)
                switch field {
                case .heading, .text: return word + "有改动"
                default:
                    let old = detail?.removed.joined(separator: "、") ?? "", new = detail?.added.joined(separator: "、") ?? ""
                    return word + "：" + (old.isEmpty ? "增加 " + new : new.isEmpty ? "去掉 " + old : old + " → " + new)
                }
            }
            lines += item.successions.map { "机构沿革：\($0.old) → \($0.new)（\($0.date)起）" }
            return lines.joined(separator: "\n")
        }
    }

    private static func summary(_ revision: Revision, _ units: [UnitSummary]) -> Workbook.Sheet {
        var sheet = Workbook.Sheet(name: "各单位最要紧的变化", columns: [("单位", 30), ("变化处数", 10), ("条目", 50), ("变化", 50)])
        for unit in units {
            for (place, item) in unit.most.map({ revision.items[$0] }).enumerated() {
                let sides = item.new.isEmpty ? item.old : item.new
                let title = sides.map(RevisionWording.title).joined(separator: "；")
                sheet.rows.append(Workbook.Row([.text(unit.unit), place == 0 ? .number(Double(unit.changes)) : .empty, .text(title), .text(change(item))]))
            }
        }
        return sheet
    }
}
