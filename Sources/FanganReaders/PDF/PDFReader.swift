import FanganText

/// Reads PDF by MuPDF's `mutool`, in a process of its own: it tells each character's place and each line that is drawn.
struct PDFReader: FormatReader {
    static let mediaType = "application/pdf"
    private static let format = "PDF"
    private static let program = "mutool"
    private static let package = "mupdf-tools"

    /// Where the program is looked for.
    var searchPath: String?
    var programLimits = ExternalProgram.Limits()

    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == MagicNumber.pdf }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let (walk, outcome) = try trace(input)
        let pages = walk.pages
        guard !pages.isEmpty else { throw .damaged(format: Self.format, reason: "no page of it can be read") }
        guard pages.contains(where: { $0.glyphs.contains { !$0.isBlank } }) else { throw PageDiagnostics.failure(pages, format: Self.format) }
        let source = SourceInfo(uri: input.uri, mediaType: Self.mediaType, encoding: "UTF-8", sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        let (document, controls) = PageAssembler.document(pages, source: source)
        guard !document.blocks.isEmpty else { throw .empty }
        var found = PageDiagnostics.of(pages, prefix: "pdf")
        if outcome.ending != .done {
            found.append(Diagnostic("pdf.incomplete", .warning, "The file could be read only up to page \(pages.count). Open it, print it to a new PDF and read that."))
        }
        _ = controls
        return (document, found)
    }

    private func trace(_ input: ReaderInput) throws(ReadFailure) -> (TraceWalk, MarkupOutcome) {
        var limits = programLimits
        limits.output = min(limits.output, input.limits.maxUnpackedBytes)
        let text: [UInt8]
        do {
            let program = try ExternalProgram(named: Self.program, searchPath: searchPath ?? ExternalProgram.searchPath)
            text = try program.run(["trace", "%"], on: input.bytes, named: "input.pdf", limits: limits)
        } catch {
            throw Self.failure(error, limits)
        }
        let walk = TraceWalk()
        return (walk, MarkupParser.readXML(TraceText.parsable(text), namespaces: "", walk))
    }

    private static func failure(_ failure: ExternalProgram.Failure, _ limits: ExternalProgram.Limits) -> ReadFailure {
        switch failure {
        case .missing: .missingProgram(format: format, program: program, package: package)
        case .timedOut: .timedOut(format: format, seconds: limits.seconds)
        case .tooLarge: .damaged(format: format, reason: "its pages draw more than \(limits.output >> 20) MiB")
        case let .failed(message) where message.contains("password"): .encrypted(format: format)
        case let .failed(message): .damaged(format: format, reason: message.isEmpty ? "the reader of it broke down" : message)
        case let .system(reason): .damaged(format: format, reason: reason)
        }
    }
}
