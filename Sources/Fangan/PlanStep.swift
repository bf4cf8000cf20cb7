/// A document on its way through the pipeline: what came of it, or what is to be done next.
///
/// A batch takes a few documents through one step after the other, see ``DocumentGroup``.
public enum PlanStep: Sendable {
    case next(@Sendable () throws(DocumentFailure) -> PlanStep)
    case done(UnderstoodPlan)
}
