import FanganGraph
import FanganText

/// Something in a plan that whoever drafts it should look at before it is issued.
public struct LintFinding: Sendable, Hashable {
    /// `subject.what`; each is explained in `docs/diagnostics.md`.
    public var code: String
    public var severity: Severity
    /// Nil for what is said of the whole plan.
    public var span: ScalarSpan?
    /// Identifier of the item that it is about.
    public var item: String?
    /// What is wrong, for a person, in Chinese.
    public var message: String
    /// What to do, in Chinese.
    public var advice: String

    public init(_ code: String, _ severity: Severity, at span: ScalarSpan?, item: String? = nil, message: String, advice: String) {
        self.code = code
        self.severity = severity
        self.span = span
        self.item = item
        self.message = message
        self.advice = advice
    }
}

/// One thing to look for: a pure function of what was understood of a plan and its text.
public protocol LintCheck: Sendable {
    func findings(in plan: LintPlan) -> [LintFinding]
}
