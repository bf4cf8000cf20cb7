import FanganGraph
import FanganText

/// Duties and indicators that nobody is made responsible for; steps of a phase are none. A plan that names nobody at all is
/// said so once.
struct TaskWithoutUnitCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        let items = plan.graph.items
        let tasks = items.indices.filter { items[$0].kind == .task && (items[$0].role == "duties" || items[$0].role == "assessment") && plan.phases[$0] == nil }
        guard !tasks.isEmpty else { return [] }
        if tasks.allSatisfy({ !plan.isAssigned[$0] }) {
            return [LintFinding("task.no-unit", .warning, at: nil, message: "\(tasks.count) 项任务都没有写明责任单位", advice: "逐项写明责任单位，或写明统一由谁负责")]
        }
        return tasks.filter { !plan.isAssigned[$0] }.map {
            LintFinding("task.no-unit", .warning, at: plan.head(of: items[$0]), item: items[$0].id, message: "任务没有写明责任单位", advice: "写明牵头单位和责任单位")
        }
    }
}
