/// The first page: which plans there are.
enum OverviewPage {
    static func page(_ plans: [ReportPlan], revisions: [Report.VersionPair], failed: [Report.Failed], _ pages: ReportPages) -> [UInt8] {
        let units = Set(plans.flatMap { $0.rows.flatMap { $0.lead + $0.responsible + $0.support } })
        let figures = [("份文件", plans.count), ("项任务", plans.reduce(0) { $0 + $1.rows.count }), ("个责任单位", units.count)]
        return pages.page(.index, title: "方案任务总览", values: [
            "figures": figures.map { ["name": $0.0, "value": $0.1] as [String: Any] },
            "plans": plans.map(row),
            "notCompared": plans.count > Report.comparedAtMost ? Report.comparedAtMost as Any : false,
            "hasRevisions": !revisions.isEmpty,
            "revisions": revisions.map { ["title": $0.title, "old": $0.old, "new": $0.new, "href": $0.page] },
            "hasFailed": !failed.isEmpty,
            "failed": failed.map { ["uri": $0.uri, "message": $0.message] },
        ])
    }

    private static func row(_ plan: ReportPlan) -> [String: Any] {
        [
            "href": plan.page, "title": plan.title, "number": plan.facts.number ?? "", "issued": plan.facts.issued ?? "",
            "region": plan.region ?? plan.facts.region ?? "", "tasks": plan.rows.count, "assigned": plan.rows.count - plan.lacking, "open": plan.places.count,
        ]
    }
}
