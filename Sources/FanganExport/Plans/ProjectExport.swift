import FanganGraph

/// Microsoft Project XML (schemas.microsoft.com/project): plans, sections and tasks as an outline, units as resources.
///
/// A deadline is a `Deadline` and the end of the task; a task without a date has none, and is scheduled by hand.
public struct ProjectExport: PlanExport {
    private let files: ExportFiles
    private var tasks = ""
    private var resources: [String: Int] = [:]
    private var resourceText = ""
    private var assignments = ""
    private var taskCount = 0
    private var assignmentCount = 0
    /// The first and last day that is named.
    private var first: String?
    private var last: String?

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        let graph = plan.graph, index = GraphIndex(graph)
        addTask(graph.document.title ?? plan.name, level: 1, isSummary: true, notes: graph.document.number ?? "", due: nil)
        var levels: [Int: Int] = [:], isParent: Set<Int> = []
        for place in graph.edges.indices where graph.edges[place].kind == .contains {
            if case .item(let from)? = index.from[place], case .item(let to)? = index.to[place], from < to {
                levels[to] = (levels[from] ?? 2) + 1
                isParent.insert(from)
            }
        }
        var numbers: [Int: Int] = [:]
        for (place, item) in graph.items.enumerated() where item.kind != .item || isParent.contains(place) {
            let name = item.label + (item.heading ?? String(item.text.unicodeScalars.prefix(60).map(Character.init)))
            let quotes = item.due.map(\.quote) + item.recurrence.map(\.quote) + item.targets.map(\.quote)
            let due = item.due.max { $0.date < $1.date }
            addTask(name, level: levels[place] ?? 2, isSummary: isParent.contains(place), notes: ([item.text] + quotes).filter { !$0.isEmpty }.joined(separator: "\n"), due: due)
            numbers[place] = taskCount
        }
        for place in graph.edges.indices where graph.edges[place].kind == .responsible {
            guard case .item(let item)? = index.from[place], let task = numbers[item], case .unit(let unit)? = index.to[place] else { continue }
            assign(task, graph.units[unit])
        }
    }

    public mutating func finish() throws {
        let begin = first ?? "2000-01-01"
        try files.write("""
            <?xml version="1.0" encoding="UTF-8"?>
            <Project xmlns="http://schemas.microsoft.com/project">
            <SaveVersion>14</SaveVersion>
            <Name>fangan</Name>
            <StartDate>\(begin)T08:00:00</StartDate>
            <FinishDate>\(last ?? begin)T17:00:00</FinishDate>
            <ScheduleFromStart>1</ScheduleFromStart>
            <CalendarUID>1</CalendarUID>
            <Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar></Calendars>
            <Tasks>

            """)
        try files.write(tasks)
        try files.write("</Tasks>\n<Resources>\n" + resourceText + "</Resources>\n<Assignments>\n" + assignments + "</Assignments>\n</Project>\n")
    }

    private mutating func addTask(_ name: String, level: Int, isSummary: Bool, notes: String, due: Due?) {
        taskCount += 1
        tasks += "<Task><UID>\(taskCount)</UID><ID>\(taskCount)</ID>" + XMLText.element("Name", name.split(separator: "\n").joined(separator: " "))
        tasks += "<Manual>1</Manual><OutlineLevel>\(level)</OutlineLevel>"
        if let due {
            let start = due.start.map { min($0, due.date) } ?? due.date
            tasks += "<Start>\(start)T08:00:00</Start><Finish>\(due.date)T17:00:00</Finish>"
            first = min(first ?? start, start)
            last = max(last ?? due.date, due.date)
        }
        tasks += "<Milestone>0</Milestone><Summary>\(isSummary ? 1 : 0)</Summary>"
        if let due { tasks += "<Deadline>\(due.date)T17:00:00</Deadline>" }
        if !notes.isEmpty { tasks += XMLText.element("Notes", notes) }
        tasks += "</Task>\n"
    }

    private mutating func assign(_ task: Int, _ unit: UnitNode) {
        let number: Int
        if let known = resources[unit.id] { number = known } else {
            number = resources.count + 1
            resources[unit.id] = number
            resourceText += "<Resource><UID>\(number)</UID><ID>\(number)</ID>" + XMLText.element("Name", unit.name) + "<Type>1</Type></Resource>\n"
        }
        assignmentCount += 1
        assignments += "<Assignment><UID>\(assignmentCount)</UID><TaskUID>\(task)</TaskUID><ResourceUID>\(number)</ResourceUID></Assignment>\n"
    }
}
