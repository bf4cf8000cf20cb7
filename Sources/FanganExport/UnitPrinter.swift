import FanganUnits

/// How a name was read, for a person: what `fangan unit` prints.
public enum UnitPrinter {
    public static func print(_ explanation: UnitExplanation) -> String {
        let unit = explanation.reading
        var lines = [explanation.mention]
        func line(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("  " + label + String(repeating: " ", count: max(12 - label.count, 1)) + value) }
        }
        line("name", unit.name)
        line("kind", unit.kind.rawValue + (unit.body.map { ", \($0)" } ?? ""))
        line("field", unit.function.map { $0 + (unit.functionName.map { " \($0)" } ?? "") } ?? (unit.kind == .organ || unit.kind == .office ? "not known" : nil))
        if unit.body == "vertical" { line("stands", "under its own service of the state, not under the region's government") }
        line("region", unit.region)
        line("level", unit.level?.rawValue)
        line("why", explanation.way.reason)
        for part in explanation.parts where explanation.parts.count > 1 { line("  " + part.text, part.meaning) }
        for candidate in unit.candidates { line("or", candidate.name + (candidate.function == unit.function ? "" : " (\(candidate.function ?? "field not known"))")) }
        for new in explanation.successors { line("replaced by", entry(new)) }
        for old in explanation.predecessors { line("replaced", entry(old)) }
        if !explanation.bodies.isEmpty { line("bodies", explanation.bodies.map(\.name).joined(separator: " + ")) }
        if let range = explanation.range {
            line("range", range.extent.rawValue + " " + range.kinds.map(\.rawValue).joined(separator: ", ") + (explanation.members.isEmpty ? "; the members are not known" : ""))
        }
        if !explanation.members.isEmpty { line("members", explanation.members.map(\.name).joined(separator: "、")) }
        for said in unit.diagnostics { line(said.severity.rawValue, said.code + ": " + said.message) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A field of government: what its organ is called in one region, and every form of name in use.
    public static func print(_ field: Field, names: [String], cores: [String], organs: [String]) -> String {
        var lines = ["\(field.id) \(field.name)", "  body        \(field.body)"]
        if !names.isEmpty { lines.append("  called      " + names.joined(separator: ", or ")) }
        if !cores.isEmpty { lines.append("  cores       " + cores.joined(separator: " ")) }
        if !organs.isEmpty { lines.append("  forms       " + organs.joined(separator: " ")) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ succession: Succession) -> String {
        let others = succession.unit.candidates.isEmpty ? "" : " (or " + succession.unit.candidates.map(\.name).joined(separator: ", ") + ")"
        return "\(succession.unit.name)\(others), \(succession.date), \(succession.reform.name): \(succession.reform.source)"
    }
}
