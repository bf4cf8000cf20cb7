/// What to look at before the tasks are trusted: diagnostics by kind and by plan, each with a link to its characters.
enum QualityPage {
    /// Of a kind so many places are listed; the others are counted and stand on the pages of their plans.
    private static let listed = 200

    static func page(_ plans: [ReportPlan], failed: [Report.Failed], _ pages: ReportPages) -> [UInt8] {
        let places = plans.flatMap { plan in plan.places.map { (plan: plan, place: $0) } }
        let kinds = kinds(places)
        let groups = [("请核对", kinds.filter(\.isWarning)), ("说明", kinds.filter { !$0.isWarning })].filter { !$0.1.isEmpty }
        let figures = [
            ("处请核对", places.count { $0.place.isWarning }), ("处说明", places.count { !$0.place.isWarning }),
            ("项任务没有写明单位", plans.reduce(0) { $0 + $1.lacking }), ("份文件没有读出", failed.count),
        ]
        return pages.page(.quality, title: "待核事项", values: [
            "figures": figures.map { ["name": $0.0, "value": $0.1] as [String: Any] },
            "groups": groups.map { ["name": $0.0, "kinds": $0.1.map(values)] as [String: Any] },
            "hasKinds": !kinds.isEmpty,
            "plans": plans.map(row),
            "hasFailed": !failed.isEmpty,
            "failed": failed.map { ["uri": $0.uri, "message": $0.message] },
        ])
    }

    private struct Kind {
        var code: String
        var isWarning = false
        var documents: Set<String> = []
        var places: [(plan: ReportPlan, place: ReportPlan.OpenPlace)] = []
    }

    /// Those with most places first; of equal ones the one that is met first.
    private static func kinds(_ places: [(plan: ReportPlan, place: ReportPlan.OpenPlace)]) -> [Kind] {
        var kinds: [Kind] = [], numbers: [String: Int] = [:]
        for (plan, place) in places {
            let number = numbers[place.code] ?? kinds.count
            if number == kinds.count {
                numbers[place.code] = number
                kinds.append(Kind(code: place.code))
            }
            kinds[number].isWarning = kinds[number].isWarning || place.isWarning
            kinds[number].documents.insert(plan.name)
            kinds[number].places.append((plan, place))
        }
        return kinds.enumerated().sorted { ($1.element.places.count, $0.offset) < ($0.element.places.count, $1.offset) }.map(\.element)
    }

    private static func values(_ kind: Kind) -> [String: Any] {
        var values: [String: Any] = [
            "label": ReportResource.label(kind.code), "advice": ReportResource.advice[kind.code] ?? "",
            "count": kind.places.count, "documents": kind.documents.count,
            "places": kind.places.prefix(listed).map { plan, place -> [String: Any] in
                var link: [String: Any] = ["href": plan.page + (place.span.map { "#span=\($0.start)-\($0.end)" } ?? ""), "title": plan.title]
                if !place.quote.isEmpty { link["quote"] = place.quote }
                return link
            },
        ]
        if kind.places.count > listed { values["more"] = kind.places.count - listed }
        return values
    }

    private static func row(_ plan: ReportPlan) -> [String: Any] {
        var counts: [String: Int] = [:]
        for place in plan.places { counts[place.code, default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        return [
            "href": plan.page, "title": plan.title, "warnings": plan.places.count { $0.isWarning }, "notes": plan.places.count { !$0.isWarning },
            "lacking": plan.lacking, "most": most.map(ReportResource.label) ?? "",
        ]
    }
}
