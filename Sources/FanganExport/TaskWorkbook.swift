import FanganGraph

/// A 任务分解表 as offices make it, for Excel and WPS: one sheet over all plans, and one for each plan with its sections as headings.
public enum TaskWorkbook {
    /// With more plans than this there is the sheet over all alone: nobody looks through hundreds of tabs.
    public static let mostSheets = 60
    /// Rows that a sheet can have below its head.
    private static let mostRows = 1_048_575

    /// - Parameter plans: for each plan its rows, in order; plans without tasks get no sheet.
    public static func make(_ plans: [[TaskRow]]) -> Workbook {
        let plans = plans.filter { !$0.isEmpty }
        var all = Workbook.Sheet(name: "任务分解表", columns: [columns[0], ("文件", 30)] + columns.dropFirst())
        for row in plans.joined().prefix(mostRows) {
            all.rows.append(Workbook.Row([.number(Double(all.rows.count + 1)), .text(row.title ?? row.document)] + cells(row)))
        }
        let sheets = plans.count <= mostSheets ? plans.map(sheet) : []
        // One plan alone needs no second sheet with the same.
        return Workbook(sheets: plans.count == 1 ? sheets : [all] + sheets)
    }

    private static let columns: [(title: String, width: Double)] = [
        ("序号", 6), ("任务", 60), ("牵头单位", 24), ("责任单位", 28), ("配合单位", 24), ("完成时限", 22), ("分值", 8), ("指标", 24), ("出处", 26),
    ]

    /// One plan: its tasks under the titles of its sections.
    private static func sheet(_ rows: [TaskRow]) -> Workbook.Sheet {
        var sheet = Workbook.Sheet(name: rows[0].title ?? rows[0].document, columns: columns)
        var open: [String] = []
        for (place, row) in rows.prefix(mostRows / 8).enumerated() {
            let sections = sections(row)
            let kept = zip(open, sections).prefix { $0 == $1 }.count
            for section in sections.dropFirst(kept) { sheet.rows.append(Workbook.Row([.empty, .text(section)], isSection: true)) }
            open = sections
            sheet.rows.append(Workbook.Row([.number(Double(place + 1))] + cells(row)))
        }
        return sheet
    }

    /// `二、主要任务`, outermost first. The path of an item in a table or annex has more labels than it has items above it.
    private static func sections(_ row: TaskRow) -> [String] {
        let labels = Array(row.path.dropLast().suffix(row.context.count))
        return row.context.enumerated().map { place, title in
            let label = place + labels.count >= row.context.count ? labels[place + labels.count - row.context.count] : ""
            return label == title ? title : Wording.label(label, before: title) + title
        }
    }

    /// Behind the number: 任务 to 出处.
    private static func cells(_ row: TaskRow) -> [Workbook.Cell] {
        let task: Workbook.Cell = .parts([
            Workbook.Part(Wording.label(row.path.last ?? "", before: row.heading ?? row.text)), Workbook.Part(row.heading ?? "", .bold),
            Workbook.Part(row.heading != nil && !row.text.isEmpty ? "\n" : ""), Workbook.Part(row.text),
        ])
        func list(_ names: [String]) -> Workbook.Cell { names.isEmpty ? .empty : .text(names.joined(separator: "、")) }
        let times = row.due.map { "\($0.date)（\($0.quote)）" } + row.recurrence.map(\.quote) + row.openTimes
        let score: Workbook.Cell = switch row.scores.count {
        case 0: .empty
        case 1: .number(row.scores[0].points)
        default: .text(row.scores.map(\.quote).joined(separator: "、"))
        }
        let origin = [row.number ?? row.title ?? row.document, row.path.joined()].joined(separator: "　")
        return [task, list(row.lead), list(row.responsible), list(row.support), times.isEmpty ? .empty : .text(times.joined(separator: "\n")), score,
                list(row.targets.map(Wording.target)), .text(origin)]
    }

    /// Everything that a store has.
    ///
    /// - Throws: ``PlanStoreFailure``
    public static func make(of store: some PlanStore) throws -> Workbook {
        try make(store.documents().map { document in TaskRow.rows(of: try store.graph(document.name), document: document.name) })
    }
}
