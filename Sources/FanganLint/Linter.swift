import FanganGraph
import FanganText

/// Looks a plan through for those who draft it.
public struct Linter: Sendable {
    private let checks: [any LintCheck]

    public static let standard: [any LintCheck] = [
        DiagnosticCheck(), TaskWithoutUnitCheck(), ImpossibleDateCheck(), EarlyDateCheck(), PhaseOrderCheck(), DateOutsidePhaseCheck(), ReferenceWithoutNumberCheck(),
        BracketCheck(),
    ]

    public init(checks: [any LintCheck] = Linter.standard) { self.checks = checks }

    /// In the order of the text; what is said of the whole plan comes first.
    public func findings(in graph: TaskGraph, text: CanonicalText) -> [LintFinding] {
        let plan = LintPlan(graph, text: text)
        return checks.flatMap { $0.findings(in: plan) }.enumerated()
            .sorted { Self.order($0.element, $0.offset) < Self.order($1.element, $1.offset) }.map(\.element)
    }

    private static func order(_ finding: LintFinding, _ place: Int) -> (Int, Int) { (finding.span?.start ?? -1, place) }
}
