/// How much a ``Diagnostic`` matters to the person who reads the result.
public enum Severity: String, Sendable, Hashable {
    /// The document could not be read, or a part of it is lost.
    case error
    /// A damaged or ambiguous form was read; a person should look.
    case warning
    /// Something worth knowing that needs no action.
    case note
}

/// Something that a stage has to say about a document: a damaged form that was read,
/// a value that was left open, a part that could not be read.
public struct Diagnostic: Hashable, Sendable {
    /// `stage.what`, for example `outline.number-missing`; each is explained in `docs/diagnostics.md`.
    public let code: String
    public let severity: Severity
    /// One English sentence, with the document's words quoted where that helps.
    public let message: String
    /// Where in the canonical text, if it has a place there.
    public let span: Span?

    public init(_ code: String, _ severity: Severity, _ message: String, at span: Span? = nil) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
    }
}
