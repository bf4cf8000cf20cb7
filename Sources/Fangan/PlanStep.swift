/// A document on its way through the pipeline: what came of it, or what is to be done next.
///
/// A batch takes a few documents through one step after the other, see ``DocumentGroup``.
public enum PlanStep: Sendable {
    /// Takes the document a step further, or throws where no graph comes of it.
    case next(@Sendable () throws(DocumentFailure) -> PlanStep)
    /// It is through.
    case done(UnderstoodPlan)
}
