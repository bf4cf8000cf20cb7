import FanganGraph
import FanganText

/// Deadlines of steps that do not lie in the phase that the step belongs to.
struct DateOutsidePhaseCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        var found: [LintFinding] = []
        for (place, item) in plan.graph.items.enumerated() {
            let phases = plan.phases[place].map { plan.graph.phases[$0] }
            guard !item.due.isEmpty, let phase = phases.last else { continue }
            for due in item.due where phases.allSatisfy({ isOutside(due.date, $0) }) {
                found.append(LintFinding(
                    "date.outside-phase", .warning, at: due.span, item: item.id,
                    message: "时限 \(due.date) 不在阶段“\(phase.name)”（\(phase.start ?? "…") 至 \(phase.end ?? "…")）之内", advice: "核对时限，或调整阶段的起止时间"))
            }
        }
        return found
    }

    private func isOutside(_ date: String, _ phase: PhaseNode) -> Bool {
        if let start = phase.start, date < start { return true }
        if let end = phase.end, date > end { return true }
        return false
    }
}
