import FanganGraph
import FanganText

/// Deadlines and phases that are over before the plan is issued.
struct EarlyDateCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        guard let issued = plan.graph.document.issued else { return [] }
        var found: [LintFinding] = []
        for item in plan.graph.items {
            // Days are yyyy-mm-dd: their order is that of their texts.
            for due in item.due where due.date < issued {
                found.append(LintFinding("date.before-issued", .warning, at: due.span, item: item.id, message: "时限 \(due.date) 早于成文日期 \(issued)", advice: "核对年份和月份"))
            }
        }
        for phase in plan.graph.phases {
            guard let end = phase.end, end < issued else { continue }
            found.append(LintFinding("date.before-issued", .warning, at: phase.span, message: "阶段“\(phase.name)”到 \(end) 为止，早于成文日期 \(issued)", advice: "核对起止时间"))
        }
        return found
    }
}
