import FanganGraph

/// Tasks that a store answered with as files for Excel and WPS: the columns are those of `tasks.csv` and `tasks.xlsx`.
public enum StoredTaskTable {
    /// With byte order mark and headings, in the order of the rows.
    public static func csv(_ rows: [TaskRow]) -> [UInt8] { TaskTable.csvHeader + TaskTable.csv(rows) }

    /// One sheet over all plans, and one for each plan with its sections as headings; plans in the order of their first task, the tasks of each as
    /// they stand in it.
    public static func workbook(_ rows: [TaskRow]) -> Workbook {
        var places: [String: Int] = [:], plans: [[TaskRow]] = []
        for row in rows {
            let place = places[row.document] ?? plans.count
            if place == plans.count {
                places[row.document] = place
                plans.append([])
            }
            plans[place].append(row)
        }
        return TaskWorkbook.make(plans.map { $0.sorted { ($0.span.start, $0.task) < ($1.span.start, $1.task) } })
    }
}
