import FanganGraph

/// Each unit with its spellings, its tasks, its members and groups, and what reforms made of it. The script finds from that
/// who has the same field elsewhere.
struct UnitsPage {
    fileprivate struct Record {
        var unit: UnitNode
        /// A plan makes it responsible or is issued by it; others stand here as members and successors alone.
        var isNamed = false
        var spellings: [String] = []
        /// Numbers of tasks, and what it has to do with them: `lead`, `responsible`, `support`.
        var tasks: [(task: Int, role: String)] = []
        var members: [Int] = []
        var groups: [Int] = []
        var hosts: [Int] = []
        var replaced: [Change] = []
        var replacedBy: [Change] = []
    }

    fileprivate struct Change: Equatable {
        var unit: Int
        var date: String
        var reform: String
    }

    private struct Task {
        var document: Int
        var row: TaskRow
    }

    private var records: [Record] = []
    private var numbers: [String: Int] = [:]
    private var tasks: [Task] = []
    private let plans: [ReportPlan]

    private init(_ plans: [ReportPlan]) {
        self.plans = plans
        for (place, plan) in plans.enumerated() { add(plan, document: place) }
    }

    static func page(_ plans: [ReportPlan], regionName: (String?) -> String?, _ pages: ReportPages) -> [UInt8] {
        pages.page(.units, title: "单位", values: [:], json: UnitsPage(plans).json(regionName))
    }

    private mutating func add(_ plan: ReportPlan, document: Int) {
        // By place in the plan's list, then by number over all plans.
        let own = plan.units.map { number(of: $0) }
        let places = Dictionary(zip(plan.units.map(\.id), own), uniquingKeysWith: { first, _ in first })
        for occurrence in plan.occurrences {
            guard let unit = places[occurrence.unit.id] else { continue }
            records[unit].isNamed = true
            for spelling in occurrence.spellings where !records[unit].spellings.contains(spelling) { records[unit].spellings.append(spelling) }
        }
        let byItem = Dictionary(zip(plan.rows.map(\.task), plan.rows.indices.map { tasks.count + $0 }), uniquingKeysWith: { first, _ in first })
        for row in plan.rows { tasks.append(Task(document: document, row: row)) }
        for edge in plan.relations { relate(edge, places, byItem) }
    }

    private mutating func number(of unit: UnitNode) -> Int {
        if let number = numbers[unit.id] { return number }
        numbers[unit.id] = records.count
        records.append(Record(unit: unit))
        return records.count - 1
    }

    private mutating func relate(_ edge: Edge, _ places: [String: Int], _ byItem: [String: Int]) {
        guard let to = places[edge.to] else { return }
        if edge.kind == .responsible {
            // Edges of one task follow each other.
            guard let task = byItem[edge.from], !records[to].tasks.suffix(4).contains(where: { $0.task == task }) else { return }
            records[to].tasks.append((task, edge.role ?? "responsible"))
            return
        }
        guard let from = places[edge.from] else { return }
        switch edge.kind {
        case .memberOf:
            if !records[from].groups.contains(to) {
                records[from].groups.append(to)
                records[to].members.append(from)
            }
        case .hostedBy: if !records[from].hosts.contains(to) { records[from].hosts.append(to) }
        case .succeeds:
            let date = edge.succession?.date ?? "", reform = edge.succession?.reform ?? ""
            let change = Change(unit: to, date: date, reform: reform)
            if !records[from].replaced.contains(change) {
                records[from].replaced.append(change)
                records[to].replacedBy.append(Change(unit: from, date: date, reform: reform))
            }
        default: break
        }
    }

    private func json(_ regionName: (String?) -> String?) -> [UInt8] {
        var writer = JSONWriter()
        writer.raw("{\"documents\": ")
        writer.list(plans) { writer, plan in
            writer.raw("{\"title\": "); writer.string(plan.title)
            writer.raw(", \"page\": "); writer.string(plan.page)
            writer.raw("}")
        }
        writer.raw(",\n\"tasks\": ")
        writer.list(tasks) { writer, task in
            writer.raw("{\"document\": "); writer.integer(task.document)
            writer.raw(", \"task\": "); writer.string(task.row.task)
            writer.raw(", \"title\": "); writer.string(Self.title(task.row))
            writer.raw(", \"span\": "); writer.span(task.row.span)
            writer.raw("}")
        }
        writer.raw(",\n\"units\": ")
        writer.list(records) { $0.record($1, regionName: regionName($1.unit.region)) }
        writer.raw("}")
        return writer.bytes
    }

    private static func title(_ row: TaskRow) -> String {
        if let heading = row.heading { return row.path.joined() + heading }
        let words = row.text.unicodeScalars
        return row.path.joined() + String(String.UnicodeScalarView(words.prefix(40))) + (words.count > 40 ? "……" : "")
    }
}

extension JSONWriter {
    fileprivate mutating func record(_ record: UnitsPage.Record, regionName: String?) {
        raw("\n{\"id\": "); string(record.unit.id)
        raw(", \"name\": "); string(record.unit.name)
        raw(", \"named\": "); raw(record.isNamed ? "true" : "false")
        raw(", \"function\": "); string(record.unit.function)
        raw(", \"function_name\": "); string(record.unit.functionName)
        raw(", \"region\": "); string(record.unit.region)
        raw(", \"region_name\": "); string(regionName)
        raw(", \"level\": "); string(record.unit.level)
        raw(", \"kind\": "); string(record.unit.kind)
        raw(", \"candidates\": "); strings(record.unit.candidates.map(\.name))
        raw(", \"spellings\": "); strings(record.spellings)
        raw(", \"tasks\": ")
        list(record.tasks) { writer, entry in
            writer.raw("["); writer.integer(entry.task)
            writer.raw(", "); writer.string(entry.role)
            writer.raw("]")
        }
        raw(", \"members\": "); list(record.members) { $0.integer($1) }
        raw(", \"groups\": "); list(record.groups) { $0.integer($1) }
        raw(", \"hosted_by\": "); list(record.hosts) { $0.integer($1) }
        raw(", \"replaced\": "); list(record.replaced) { $0.change($1) }
        raw(", \"replaced_by\": "); list(record.replacedBy) { $0.change($1) }
        raw("}")
    }

    private mutating func change(_ change: UnitsPage.Change) {
        raw("{\"unit\": "); integer(change.unit)
        raw(", \"date\": "); string(change.date)
        raw(", \"reform\": "); string(change.reform)
        raw("}")
    }
}
