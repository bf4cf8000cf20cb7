import FanganGraph
import FanganLint

/// The flat tables of tasks: `tasks.csv` for spreadsheet programs (Chinese headings and wording),
/// `tasks.ndjson` for programs (snake_case keys, codes and values as in the graph).
public enum TaskTable {
    /// Byte order mark and heading row of `tasks.csv`.
    public static var csvHeader: [UInt8] {
        var writer = CSVWriter()
        writer.record([
            "文件", "标题", "文号", "成文日期", "地区代码", "任务编号", "路径", "所在部分", "任务标题", "任务内容",
            "牵头单位", "责任单位", "配合单位", "原文单位", "责任依据", "完成时限", "周期", "阶段", "分值", "指标",
            "上级标题", "起始位置", "结束位置", "原文文件", "待核事项",
        ])
        return CSVWriter.mark + writer.bytes
    }

    /// Records and lines of a document's tasks, made in one walk.
    public static func tables(of graph: TaskGraph, document: String, index: GraphIndex) -> (csv: [UInt8], ndjson: [UInt8]) {
        // In place: a copy of an item counts its references.
        let tasks = graph.items.indices.count { graph.items[$0].kind == .task }, text = graph.document.scalars * 3
        // What each row of a plan says of it is the same: spelled once.
        var csvHead: [UInt8] = [], ndjsonHead: [UInt8] = []
        // Where the last row's units and context stand.
        var csvLast = (units: 0..<0, context: 0..<0), ndjsonLast = csvLast
        var csvBytes: [UInt8] = []
        let ndjsonBytes = JSONWriter.bytes(reserving: text + tasks * 800) { ndjson in
            csvBytes = CSVWriter.bytes(reserving: text + tasks * 400) { csv in
                TaskRow.forEach(of: graph, document: document, index: index) { row, like in
                    if !like.plan { (csvHead, ndjsonHead) = (CSVWriter.head(of: row), JSONWriter.head(of: row)) }
                    csv.cells(csvHead)
                    csv.task(row, like, &csvLast)
                    ndjson.raw(ndjsonHead)
                    ndjson.task(row, like, &ndjsonLast)
                }
            }
        }
        return (csvBytes, ndjsonBytes)
    }

    public static func csv(_ rows: [TaskRow]) -> [UInt8] {
        var writer = CSVWriter(reserving: rows.count * 600)
        for row in rows { writer.row(row) }
        return writer.bytes
    }

    /// One JSON object per line.
    public static func ndjson(_ rows: [TaskRow]) -> [UInt8] {
        var writer = JSONWriter(reserving: rows.count * 1_200)
        for row in rows { writer.row(row) }
        return writer.bytes
    }
}

extension CSVWriter {
    /// The cells stand in the order of ``TaskTable/csvHeader``.
    fileprivate mutating func row(_ row: TaskRow) {
        document(row)
        task(row)
    }

    /// The cells that all tasks of a document share.
    fileprivate static func head(of row: TaskRow) -> [UInt8] {
        var writer = CSVWriter()
        writer.document(row)
        return writer.bytes
    }

    private mutating func document(_ row: TaskRow) {
        cell(row.document)
        cell(row.title ?? "")
        cell(row.number ?? "")
        cell(row.issued ?? "")
        cell(row.region ?? "")
    }

    fileprivate mutating func task(_ row: TaskRow) {
        var last = (units: 0..<0, context: 0..<0)
        task(row, TaskRow.Likeness(plan: false, units: false, context: false), &last)
    }

    /// - Parameter last: where the units and the context of the row before stand; then where those of this one do.
    fileprivate mutating func task(_ row: TaskRow, _ like: TaskRow.Likeness, _ last: inout (units: Range<Int>, context: Range<Int>)) {
        cell(row.task)
        cell(row.path, separator: " / ")
        cell(Wording.role(row.role))
        cell(row.heading ?? "")
        cell(row.text)
        last.units = written(like: like.units ? last.units : nil) { writer in
            writer.cell(row.lead, separator: "、")
            writer.cell(row.responsible, separator: "、")
            writer.cell(row.support, separator: "、")
            writer.cell(row.mentions, separator: "、")
            writer.cell(row.basis, separator: "、", Wording.basis)
        }
        if row.due.isEmpty, row.recurrence.isEmpty, row.openTimes.isEmpty, row.phases.isEmpty, row.scores.isEmpty, row.targets.isEmpty {
            emptyCells(5)
        } else {
            cell(row.due, separator: "；", \.date)
            cell(row.recurrence.map(\.quote) + row.openTimes, separator: "；")
            cell(row.phases, separator: "；")
            cell(row.scores, separator: "；") { Wording.number($0.points) }
            cell(row.targets, separator: "；", Wording.target)
        }
        last.context = written(like: like.context ? last.context : nil) { $0.cell(row.context, separator: " / ") }
        cell(row.span.start)
        cell(row.span.end)
        cell(row.textURI)
        cell(row.openPoints, separator: "；", DiagnosticWording.message)
        endRecord()
    }
}

extension JSONWriter {
    fileprivate mutating func row(_ row: TaskRow) {
        document(row)
        task(row)
    }

    /// The keys that all tasks of a document share.
    fileprivate static func head(of row: TaskRow) -> [UInt8] {
        var writer = JSONWriter()
        writer.document(row)
        return writer.bytes
    }

    private mutating func document(_ row: TaskRow) {
        raw("{\"document\": "); string(row.document)
        raw(", \"title\": "); string(row.title)
        raw(", \"number\": "); string(row.number)
        raw(", \"issued\": "); string(row.issued)
        raw(", \"region\": "); string(row.region)
    }

    fileprivate mutating func task(_ row: TaskRow) {
        var last = (units: 0..<0, context: 0..<0)
        task(row, TaskRow.Likeness(plan: false, units: false, context: false), &last)
    }

    /// - Parameter last: where the units and the context of the row before stand; then where those of this one do.
    fileprivate mutating func task(_ row: TaskRow, _ like: TaskRow.Likeness, _ last: inout (units: Range<Int>, context: Range<Int>)) {
        raw(", \"task\": "); string(row.task)
        raw(", \"path\": "); strings(row.path)
        raw(", \"role\": "); string(row.role)
        raw(", \"heading\": "); string(row.heading)
        raw(", \"text\": "); string(row.text)
        last.units = written(like: like.units ? last.units : nil) { writer in
            writer.raw(", \"lead\": "); writer.strings(row.lead)
            writer.raw(", \"responsible\": "); writer.strings(row.responsible)
            writer.raw(", \"support\": "); writer.strings(row.support)
            writer.raw(", \"mentions\": "); writer.strings(row.mentions)
            writer.raw(", \"basis\": "); writer.strings(row.basis)
        }
        // Most tasks have none.
        if row.due.isEmpty, row.recurrence.isEmpty, row.phases.isEmpty, row.scores.isEmpty, row.targets.isEmpty {
            raw(", \"due\": [], \"recurrence\": [], \"phases\": [], \"scores\": [], \"targets\": []")
        } else {
            raw(", \"due\": "); list(row.due) { $0.due($1) }
            raw(", \"recurrence\": "); list(row.recurrence) { $0.recurrence($1) }
            raw(", \"phases\": "); strings(row.phases)
            raw(", \"scores\": "); list(row.scores) { $0.score($1) }
            raw(", \"targets\": "); list(row.targets) { $0.target($1) }
        }
        last.context = written(like: like.context ? last.context : nil) { writer in
            writer.raw(", \"context\": "); writer.strings(row.context)
        }
        raw(", \"span\": "); span(row.span)
        raw(", \"text_file\": "); string(row.textURI)
        raw(", \"open_points\": "); strings(row.openPoints.map(\.message))
        raw("}\n")
    }
}
