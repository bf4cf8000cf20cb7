import FanganText

/// Reads PDF by MuPDF's `mutool`, which tells each character's place and each line that is drawn.
struct PDFReader: FormatReader {
    static let mediaType = "application/pdf"
    private static let format = "PDF"

    /// Where the program is looked for; in the folders of `PATH` where it is nil.
    var path: String?

    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == MagicNumber.pdf }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let trace = try PageTracer.trace(input.bytes, path: path, limits: input.limits)
        let walk = TraceWalk()
        let outcome = MarkupParser.readXML(trace.text, namespaces: "", walk)
        let pages = walk.pages
        guard !pages.isEmpty else { throw .damaged(format: Self.format, reason: "no page of it can be read") }
        guard pages.contains(where: \.hasText) else { throw PageDiagnostics.failure(pages, format: Self.format) }
        let source = SourceInfo(uri: input.uri, mediaType: Self.mediaType, encoding: "UTF-8", sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        let (document, controls) = PageAssembler.document(pages, source: source)
        guard !document.blocks.isEmpty else { throw .empty }
        var found = PageDiagnostics.of(pages)
        if outcome.ending != .done || !trace.isWhole {
            found.append(Diagnostic("page.incomplete", .warning,
                "The file is damaged, and what stands behind page \(pages.count) may be missing. Open it, print it to a new PDF and read that."))
        }
        if controls > 0 { found.append(TextDiagnostics.leftOut(controls: controls)) }
        return (document, found)
    }
}
