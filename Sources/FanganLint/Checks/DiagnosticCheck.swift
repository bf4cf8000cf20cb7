import FanganGraph
import FanganText

/// What the stages noticed while they read the plan: numbers left out or repeated, damaged labels and brackets, points that
/// do not add up … worded for those who draft.
struct DiagnosticCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        plan.graph.diagnostics.compactMap { diagnostic in
            let severity = Severity(rawValue: diagnostic.severity) ?? .warning
            guard let wording = LintVocabulary.wordings[diagnostic.code] else {
                return LintFinding(diagnostic.code, severity, at: diagnostic.span, message: diagnostic.message, advice: "")
            }
            guard let advice = wording.advice else { return nil }
            return LintFinding(diagnostic.code, severity, at: diagnostic.span, message: DiagnosticWording.message(of: diagnostic), advice: advice)
        }
    }
}
