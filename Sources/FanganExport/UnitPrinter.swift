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
        line("region", unit.region)
        line("level", unit.level?.rawValue)
        line("why", explanation.way.reason)
        for part in explanation.parts where explanation.parts.count > 1 { line("  " + part.text, part.meaning) }
        for candidate in unit.candidates { line("or", candidate.name + (candidate.function == unit.function ? "" : " (\(candidate.function ?? "field not known"))")) }
        for new in explanation.successors { line("replaced by", entry(new)) }
        for old in explanation.predecessors { line("replaced", entry(old)) }
        if !explanation.members.isEmpty { line("members", explanation.members.map(\.name).joined(separator: "、")) }
        for said in unit.diagnostics { line(said.severity.rawValue, said.code + ": " + said.message) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ succession: Succession) -> String {
        let others = succession.unit.candidates.isEmpty ? "" : " (or " + succession.unit.candidates.map(\.name).joined(separator: ", ") + ")"
        return "\(succession.unit.name)\(others), \(succession.date), \(succession.reform.name): \(succession.reform.source)"
    }
}
