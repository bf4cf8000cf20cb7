import FanganGraph
import FanganText

/// Phases that follow each other in one section and overlap, or leave days between them.
struct PhaseOrderCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        let phases = plan.graph.phases, sections = sections(of: plan)
        var found: [LintFinding] = []
        for n in phases.indices.dropFirst() where sections[n] == sections[n - 1] {
            guard let end = phases[n - 1].end, let start = phases[n].start, let last = CalendarDay(end), let first = CalendarDay(start) else { continue }
            let names = "“\(phases[n - 1].name)”到 \(end) 为止，“\(phases[n].name)”从 \(start) 开始"
            if first.number <= last.number {
                // 6月至7月, 7月至9月: the month of the change belongs to both; usual, and worth a word.
                let sharesMonth = first.day == 1 && first.isSameMonth(as: last)
                found.append(LintFinding("phase.overlap", sharesMonth ? .note : .warning, at: phases[n].span, message: "阶段重叠：" + names, advice: "核对起止时间"))
            } else if first.number > last.number + 1 {
                found.append(LintFinding("phase.gap", .warning, at: phases[n].span, message: "阶段之间有空档：" + names, advice: "核对起止时间"))
            }
        }
        return found
    }

    /// For each phase the section that it stands in. Its own item is the first that falls in it.
    private func sections(of plan: LintPlan) -> [Int?] {
        var sections = [Int?](repeating: nil, count: plan.graph.phases.count)
        var isKnown = [Bool](repeating: false, count: sections.count)
        for (item, phases) in plan.phases.enumerated() {
            for phase in phases where !isKnown[phase] {
                isKnown[phase] = true
                sections[phase] = plan.parents[item]
            }
        }
        return sections
    }
}
