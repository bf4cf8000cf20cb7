import FanganText

/// A file's bytes and what is known of them before they are read.
struct ReaderInput: Sendable {
    let bytes: [UInt8]
    /// As the caller gave it; its ending is a hint, never proof.
    let uri: String
    /// Of the bytes, where it is known.
    var sha256: String?
    var limits = ReadLimits()

    func hasSuffix(_ suffix: String) -> Bool { uri.lowercased().hasSuffix(suffix) }
}

/// One input format: knows its own files by their content and makes the common document of them.
protocol FormatReader: Sendable {
    /// Whether the bytes are of this format. The first reader that says yes gets the file.
    func accepts(_ input: ReaderInput) -> Bool
    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic])
}
