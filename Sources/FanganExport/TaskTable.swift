import FanganGraph

/// The flat tables of tasks: `tasks.csv` for spreadsheet programs (Chinese headings and wording),
/// `tasks.ndjson` for programs (snake_case keys, codes and values as in the graph).
public enum TaskTable {
    /// Byte order mark and heading row of `tasks.csv`.
    public static var csvHeader: [UInt8] {
        var writer = CSVWriter()
        writer.record(columns.map(\.title))
        return CSVWriter.mark + writer.bytes
    }

    public static func csv(_ rows: [TaskRow]) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows { writer.record(columns.map { $0.cell(row) }) }
        return writer.bytes
    }

    /// One JSON object per line.
    public static func ndjson(_ rows: [TaskRow]) -> [UInt8] {
        var writer = JSONWriter(reserving: rows.count * 1_200)
        for row in rows { writer.row(row) }
        return writer.bytes
    }

    private struct Column: Sendable {
        let title: String
        let cell: @Sendable (TaskRow) -> String
    }

    private static let columns: [Column] = [
        Column(title: "文件") { $0.document },
        Column(title: "标题") { $0.title ?? "" },
        Column(title: "文号") { $0.number ?? "" },
        Column(title: "成文日期") { $0.issued ?? "" },
        Column(title: "地区代码") { $0.region ?? "" },
        Column(title: "任务编号") { $0.task },
        Column(title: "路径") { $0.path.joined(separator: " / ") },
        Column(title: "所在部分") { Wording.role($0.role) },
        Column(title: "任务标题") { $0.heading ?? "" },
        Column(title: "任务内容") { $0.text },
        Column(title: "牵头单位") { $0.lead.joined(separator: "、") },
        Column(title: "责任单位") { $0.responsible.joined(separator: "、") },
        Column(title: "配合单位") { $0.support.joined(separator: "、") },
        Column(title: "原文单位") { $0.mentions.joined(separator: "、") },
        Column(title: "责任依据") { $0.basis.map(Wording.basis).joined(separator: "、") },
        Column(title: "完成时限") { $0.due.map(\.date).joined(separator: "；") },
        Column(title: "周期") { $0.recurrence.map(\.quote).joined(separator: "；") },
        Column(title: "阶段") { $0.phases.joined(separator: "；") },
        Column(title: "分值") { $0.scores.map { Wording.number($0.points) }.joined(separator: "；") },
        Column(title: "指标") { $0.targets.map(\.quote).joined(separator: "；") },
        Column(title: "上级标题") { $0.context.joined(separator: " / ") },
        Column(title: "起始位置") { String($0.span.start) },
        Column(title: "结束位置") { String($0.span.end) },
        Column(title: "原文文件") { $0.textURI },
        Column(title: "待核事项") { $0.openPoints.joined(separator: "；") },
    ]
}

extension JSONWriter {
    fileprivate mutating func row(_ row: TaskRow) {
        raw("{\"document\": "); string(row.document)
        raw(", \"title\": "); string(row.title)
        raw(", \"number\": "); string(row.number)
        raw(", \"issued\": "); string(row.issued)
        raw(", \"region\": "); string(row.region)
        raw(", \"task\": "); string(row.task)
        raw(", \"path\": "); strings(row.path)
        raw(", \"role\": "); string(row.role)
        raw(", \"heading\": "); string(row.heading)
        raw(", \"text\": "); string(row.text)
        raw(", \"lead\": "); strings(row.lead)
        raw(", \"responsible\": "); strings(row.responsible)
        raw(", \"support\": "); strings(row.support)
        raw(", \"mentions\": "); strings(row.mentions)
        raw(", \"basis\": "); strings(row.basis)
        raw(", \"due\": "); list(row.due) { $0.due($1) }
        raw(", \"recurrence\": "); list(row.recurrence) { $0.recurrence($1) }
        raw(", \"phases\": "); strings(row.phases)
        raw(", \"scores\": "); list(row.scores) { $0.score($1) }
        raw(", \"targets\": "); list(row.targets) { $0.target($1) }
        raw(", \"context\": "); strings(row.context)
        raw(", \"span\": "); span(row.span)
        raw(", \"text_file\": "); string(row.textURI)
        raw(", \"open_points\": "); strings(row.openPoints)
        raw("}\n")
    }
}
