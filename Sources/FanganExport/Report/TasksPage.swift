import FanganGraph
import FanganLint

/// All tasks of all plans: the rows of `tasks.csv` with their units by number, for the script that filters and draws them.
enum TasksPage {
    static func page(_ plans: [ReportPlan], _ pages: ReportPages) -> [UInt8] {
        var units = ReportUnits()
        var writer = JSONWriter()
        writer.raw("{\"documents\": ")
        writer.list(plans) { $0.document($1) }
        writer.raw(",\n\"tasks\": ")
        let rows = plans.enumerated().flatMap { place, plan -> [(document: Int, row: TaskRow, units: [String: Int])] in
            let numbers = units.numbers(of: plan)
            return plan.rows.map { (place, $0, numbers) }
        }
        writer.list(rows) { writer, entry in
            writer.raw("\n")
            writer.task(entry.row, document: entry.document, units: entry.units)
        }
        writer.raw(",\n\"units\": ")
        writer.list(units.nodes) { $0.listed($1) }
        writer.raw(",\n\"phases\": ")
        writer.list(plans.enumerated().flatMap { place, plan in plan.phases.map { (place, $0) } }) { writer, entry in
            writer.raw("{\"document\": "); writer.integer(entry.0)
            writer.raw(", \"name\": "); writer.string(entry.1.name)
            writer.raw(", \"start\": "); writer.string(entry.1.start)
            writer.raw(", \"end\": "); writer.string(entry.1.end)
            writer.raw("}")
        }
        writer.raw("}")
        return pages.page(.tasks, title: "任务", values: [:], json: writer.bytes)
    }
}

/// The units of several plans, each once, by number.
struct ReportUnits {
    private(set) var nodes: [UnitNode] = []
    private var ids: [String: Int] = [:]

    /// Numbers of a plan's units by their full names, as its rows have them.
    mutating func numbers(of plan: ReportPlan) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for unit in plan.units where numbers[unit.name] == nil {
            if let number = ids[unit.id] { numbers[unit.name] = number; continue }
            ids[unit.id] = nodes.count
            numbers[unit.name] = nodes.count
            nodes.append(unit)
        }
        return numbers
    }
}

extension JSONWriter {
    fileprivate mutating func document(_ plan: ReportPlan) {
        raw("\n{\"name\": "); string(plan.name)
        raw(", \"title\": "); string(plan.facts.title)
        raw(", \"number\": "); string(plan.facts.number)
        raw(", \"issued\": "); string(plan.facts.issued)
        raw(", \"region\": "); string(plan.facts.region)
        raw(", \"region_name\": "); string(plan.region)
        raw(", \"page\": "); string(plan.page)
        raw(", \"text_file\": "); string(plan.facts.textURI)
        raw("}")
    }

    fileprivate mutating func listed(_ unit: UnitNode) {
        raw("\n{\"id\": "); string(unit.id)
        raw(", \"name\": "); string(unit.name)
        raw(", \"function\": "); string(unit.function)
        raw(", \"function_name\": "); string(unit.functionName)
        raw("}")
    }

    fileprivate mutating func task(_ row: TaskRow, document: Int, units: [String: Int]) {
        func numbers(_ names: [String]) -> [Int] { names.compactMap { units[$0] } }
        raw("{\"document\": "); integer(document)
        raw(", \"task\": "); string(row.task)
        raw(", \"path\": "); strings(row.path)
        raw(", \"role\": "); string(row.role)
        raw(", \"heading\": "); string(row.heading)
        raw(", \"text\": "); string(row.text)
        raw(", \"lead\": "); list(numbers(row.lead)) { $0.integer($1) }
        raw(", \"responsible\": "); list(numbers(row.responsible)) { $0.integer($1) }
        raw(", \"support\": "); list(numbers(row.support)) { $0.integer($1) }
        raw(", \"mentions\": "); strings(row.mentions)
        raw(", \"basis\": "); strings(row.basis)
        raw(", \"due\": "); strings(row.due.map(\.date))
        raw(", \"recurrence\": "); strings(row.recurrence.map(\.quote) + row.openTimes)
        raw(", \"phases\": "); strings(row.phases)
        raw(", \"scores\": "); list(row.scores) { $0.number($1.points) }
        raw(", \"targets\": "); strings(row.targets.map(Wording.target))
        raw(", \"context\": "); strings(row.context)
        raw(", \"span\": "); span(row.span)
        raw(", \"open\": "); strings(row.openPoints.map(DiagnosticWording.message))
        raw("}")
    }
}
