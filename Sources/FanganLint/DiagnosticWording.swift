import FanganGraph

/// What a diagnostic says, in Chinese, for those who read the plan.
public enum DiagnosticWording {
    /// The wording of its code, with the diagnostic's own message in brackets where that tells more; the message alone
    /// where the code has no wording.
    public static func message(of diagnostic: GraphDiagnostic) -> String {
        guard let wording = LintVocabulary.wordings[diagnostic.code] else { return diagnostic.message }
        return wording.message + (wording.hasDetail ? "（\(diagnostic.message)）" : "")
    }
}
