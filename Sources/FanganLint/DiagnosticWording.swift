import FanganGraph

/// What a diagnostic says, in Chinese, for those who read the plan.
public enum DiagnosticWording {
    /// What all diagnostics of a code are about; nil for a code without wording.
    public static func name(ofCode code: String) -> String? { LintVocabulary.wordings[code]?.message }

    /// The wording of its code, with what its message says of this place in brackets where that tells more, or where it has no place; the
    /// message alone where the code has no wording.
    public static func message(of diagnostic: GraphDiagnostic) -> String {
        guard let wording = LintVocabulary.wordings[diagnostic.code] else { return diagnostic.message }
        guard wording.hasDetail || diagnostic.span == nil else { return wording.message }
        // A message of a new shape is better than none.
        let told = detail(of: diagnostic) ?? (wording.hasDetail ? diagnostic.message : nil)
        return wording.message + (told.map { "（\($0)）" } ?? "")
    }

    /// What its message says of this place, in Chinese: which name, which other ones, since when; nil where the code has no words for that.
    public static func detail(of diagnostic: GraphDiagnostic) -> String? {
        LintVocabulary.wordings[diagnostic.code]?.details.lazy.compactMap { $0.wording(of: diagnostic.message) }.first
    }
}
