import FanganFindings
import FanganText

/// The values of items and steps as the graph has them: with quote and place.
struct ValueNodes {
    let document: SourceDocument
    let place: (Span) -> ScalarSpan

    func due(_ found: DueFinding) -> Due { ItemTimes.due(found, quote: document.text[found.span], span: place(found.span)) }

    func period(_ found: PeriodFinding) -> Period { ItemTimes.period(found, quote: document.text[found.span], span: place(found.span)) }

    func score(_ found: ScoreFinding) -> Score { Score(points: found.points, quote: document.text[found.span], span: place(found.span)) }

    func limit(_ found: ScoreLimitFinding) -> ScoreLimit {
        ScoreLimit(kind: found.kind.rawValue, points: found.kind == .untilZero ? nil : found.points, quote: document.text[found.span], span: place(found.span))
    }

    func target(_ found: TargetFinding) -> Target {
        Target(quote: document.text[found.span], span: place(found.span), min: found.min, max: found.max, unit: found.unit, per: found.per,
               isAbout: found.isAbout, scope: found.scope.map { Target.Scope(quote: document.text[$0], span: place($0)) })
    }

    func recurrence(_ found: RecurrenceFinding) -> Recurrence { Recurrence(rule: found.rule, quote: document.text[found.span], span: place(found.span)) }
}
