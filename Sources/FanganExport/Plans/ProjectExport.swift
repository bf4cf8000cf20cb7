import FanganGraph

/// Microsoft Project XML (schemas.microsoft.com/project): plans, sections and tasks as an outline, units as resources.
///
/// A deadline is a `Deadline` and the end of the task; a task without a date has none, and is scheduled by hand. The elements stand in
/// the order that Microsoft's schema gives them; its own program reads no other.
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
    private var documents: Set<String> = []

    public init(_ files: ExportFiles) { self.files = files }

    public mutating func add(_ plan: ExportedPlan) throws {
        guard documents.insert(plan.graph.document.id).inserted else { return }
        let graph = plan.graph, index = GraphIndex(graph), outline = ProjectOutline(graph, index)
        addTask(graph.document.title ?? plan.name, level: 1, isSummary: !outline.kept.isEmpty, notes: graph.document.number ?? "", due: nil)
        var numbers: [Int: Int] = [:]
        for place in outline.kept {
            let item = graph.items[place]
            let words = item.heading ?? String(String.UnicodeScalarView(item.text.unicodeScalars.prefix(60)))
            let name = Wording.label(item.label, before: words) + words
            let quotes = item.due.map(\.quote) + item.recurrence.map(\.quote) + item.targets.map(\.quote)
            let due = item.due.max { $0.date < $1.date }
            addTask(name, level: outline.levels[place], isSummary: outline.parents.contains(place), notes: ([item.text] + quotes).filter { !$0.isEmpty }.joined(separator: "\n"), due: due)
            numbers[place] = taskCount
        }
        assign(graph, index, numbers)
    }

    public mutating func finish() throws {
        let begin = first ?? "2000-01-01"
        try files.write("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Project xmlns="http://schemas.microsoft.com/project">
            <SaveVersion>14</SaveVersion>
            <Name>fangan</Name>
            <ScheduleFromStart>1</ScheduleFromStart>
            <StartDate>\(begin)T08:00:00</StartDate>
            <FinishDate>\(last ?? begin)T17:00:00</FinishDate>
            <CalendarUID>1</CalendarUID>
            <DefaultStartTime>08:00:00</DefaultStartTime>
            <DefaultFinishTime>17:00:00</DefaultFinishTime>
            <MinutesPerDay>480</MinutesPerDay>
            <MinutesPerWeek>3360</MinutesPerWeek>
            <DaysPerMonth>30</DaysPerMonth>
            <Calendars>
            \(Self.calendar)</Calendars>
            <Tasks>

            """)
        try files.write(tasks)
        try files.write("</Tasks>\n<Resources>\n" + resourceText + "</Resources>\n<Assignments>\n" + assignments + "</Assignments>\n</Project>\n")
    }

    /// Every day is a working day: a plan's deadline may be any day of the week.
    private static var calendar: String {
        let hours = [("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")].map { "<WorkingTime><FromTime>\($0.0)</FromTime><ToTime>\($0.1)</ToTime></WorkingTime>" }.joined()
        let days = (1...7).map { "<WeekDay><DayType>\($0)</DayType><DayWorking>1</DayWorking><WorkingTimes>\(hours)</WorkingTimes></WeekDay>\n" }.joined()
        return "<Calendar><UID>1</UID><Name>日历日</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID><WeekDays>\n\(days)</WeekDays></Calendar>\n"
    }

    private mutating func addTask(_ name: String, level: Int, isSummary: Bool, notes: String, due: Due?) {
        taskCount += 1
        tasks += "<Task><UID>\(taskCount)</UID><ID>\(taskCount)</ID>" + XMLText.element("Name", Self.line(name, most: 255))
        tasks += "<Manual>1</Manual><OutlineLevel>\(level)</OutlineLevel>"
        let days = due.flatMap(ProjectDays.init)
        if let days {
            tasks += "<Start>\(days.start)</Start><Finish>\(days.finish)</Finish><Duration>\(days.duration)</Duration><DurationFormat>7</DurationFormat>"
            first = min(first ?? days.first, days.first)
            last = max(last ?? days.last, days.last)
        }
        tasks += "<Milestone>0</Milestone><Summary>\(isSummary ? 1 : 0)</Summary>"
        if let days { tasks += "<Deadline>\(days.finish)</Deadline>" }
        if !notes.isEmpty { tasks += XMLText.element("Notes", notes) }
        if let days { tasks += "<ManualStart>\(days.start)</ManualStart><ManualFinish>\(days.finish)</ManualFinish><ManualDuration>\(days.duration)</ManualDuration>" }
        tasks += "</Task>\n"
    }

    /// One line, cut where it is longer than a name can be.
    private static func line(_ text: String, most: Int) -> String {
        let line = text.split { $0.isNewline }.joined(separator: " "), scalars = line.unicodeScalars
        return scalars.count <= most ? line : String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "…"
    }

    /// A resource works on a task once; what it does there (牵头, 责任, 配合) stands in the notes.
    private mutating func assign(_ graph: TaskGraph, _ index: GraphIndex, _ numbers: [Int: Int]) {
        var order: [(task: Int, unit: Int)] = [], roles: [SIMD2<Int>: [String]] = [:]
        for place in graph.edges.indices where graph.edges[place].kind == .responsible {
            guard case .item(let item)? = index.from[place], let task = numbers[item], case .unit(let unit)? = index.to[place] else { continue }
            let role = Wording.responsibility(graph.edges[place].role ?? "responsible"), pair = SIMD2(task, unit)
            if roles[pair] == nil { order.append((task, unit)) }
            if roles[pair, default: []].contains(role) { continue }
            roles[pair, default: []].append(role)
        }
        for (task, unit) in order {
            assignmentCount += 1
            assignments += "<Assignment><UID>\(assignmentCount)</UID><TaskUID>\(task)</TaskUID><ResourceUID>\(number(of: graph.units[unit]))</ResourceUID>"
            assignments += XMLText.element("Notes", roles[SIMD2(task, unit)]?.joined(separator: "、")) + "</Assignment>\n"
        }
    }

    private mutating func number(of unit: UnitNode) -> Int {
        if let known = resources[unit.id] { return known }
        let number = resources.count + 1
        resources[unit.id] = number
        resourceText += "<Resource><UID>\(number)</UID><ID>\(number)</ID>" + XMLText.element("Name", Self.resourceName(unit.name)) + "<Type>1</Type></Resource>\n"
        return number
    }

    /// The program keeps lists of names with commas and square brackets, so that no name may have them: `各县[市,区]` is `各县〔市，区〕`.
    private static func resourceName(_ name: String) -> String {
        let replaced: [Unicode.Scalar: Unicode.Scalar] = [",": "，", "[": "〔", "]": "〕"]
        return line(String(String.UnicodeScalarView(name.unicodeScalars.map { replaced[$0] ?? $0 })), most: 255)
    }
}

/// Which items of a plan are tasks of a project, and how deep they stand.
private struct ProjectOutline {
    /// Sections and tasks, and whatever has parts.
    let kept: [Int]
    /// By place of the item; the plan itself is 1.
    let levels: [Int]
    let parents: Set<Int>

    init(_ graph: TaskGraph, _ index: GraphIndex) {
        var levels = Array(repeating: 2, count: graph.items.count), holders: Set<Int> = []
        for place in graph.edges.indices where graph.edges[place].kind == .contains {
            if case .item(let from)? = index.from[place], case .item(let to)? = index.to[place], from < to {
                levels[to] = min(levels[from] + 1, 60)
                holders.insert(from)
            }
        }
        let kept = graph.items.indices.filter { graph.items[$0].kind != .item || holders.contains($0) }
        // A summary is what is followed by something deeper: parts that are left out make none.
        parents = Set(zip(kept, kept.dropFirst()).filter { levels[$0.0] < levels[$0.1] }.map(\.0))
        (self.kept, self.levels) = (kept, levels)
    }
}

/// A deadline as days of the program, which knows the years 1984 to 2149.
private struct ProjectDays {
    let first: String
    let last: String
    let duration: String
    var start: String { first + "T08:00:00" }
    var finish: String { last + "T17:00:00" }

    init?(_ due: Due) {
        guard let end = CalendarDay(due.date), (1984...2148).contains(end.year) else { return nil }
        let begin = due.start.flatMap(CalendarDay.init).flatMap { $0.year >= 1984 && $0.number <= end.number ? $0 : nil } ?? end
        (first, last) = (begin.text, end.text)
        duration = "PT\((end.number - begin.number + 1) * 8)H0M0S"
    }
}
