import FanganGraph
import FanganText

/// Duties and indicators that nobody is made responsible for; steps of a phase are none. A plan that names nobody for most of its tasks
/// does so by design, and is said so once.
struct TaskWithoutUnitCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        let items = plan.graph.items
        let tasks = items.indices.filter { items[$0].kind == .task && (items[$0].role == "duties" || items[$0].role == "assessment") && plan.phases[$0].isEmpty }
        guard !tasks.isEmpty else { return [] }
        let open = tasks.filter { !plan.isAssigned[$0] }
        if open.count == tasks.count {
            return [LintFinding("task.no-unit", .warning, at: nil, message: "\(tasks.count) 项任务都没有写明责任单位", advice: "逐项写明责任单位，或写明统一由谁负责")]
        }
        if open.count >= Self.many, open.count * 2 > tasks.count {
            return [LintFinding("task.no-unit", .warning, at: nil, message: "\(tasks.count) 项任务中有 \(open.count) 项没有写明责任单位", advice: "逐项写明责任单位，或写明统一由谁负责")]
        }
        return open.map {
            LintFinding("task.no-unit", .warning, at: plan.head(of: items[$0]), item: items[$0].id, message: "任务没有写明责任单位", advice: "写明牵头单位和责任单位")
        }
    }

    /// So many tasks are worth a line each.
    private static let many = 4
}
