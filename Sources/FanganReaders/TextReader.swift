import FanganText

/// Reads plain text and Markdown in any supported encoding. Takes every file that no other reader claims.
struct TextReader: FormatReader {
    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == nil }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let decoded = try EncodingDetector.decode(input.bytes)
        let text = TextCleaner.clean(decoded.bytes)
        guard text.lines.contains(where: { !$0.isBlank }) else { throw .empty }
        let isMarkdown = MarkdownSigns.isMarkdown(text, isNamedMarkdown: input.hasSuffix(".md") || input.hasSuffix(".markdown"))
        let draft = isMarkdown ? MarkdownBuilder.draft(of: text) : PlainTextBuilder.draft(of: text)
        let source = SourceInfo(
            uri: input.uri, mediaType: isMarkdown ? "text/markdown" : "text/plain",
            encoding: decoded.encoding, sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        var document = DraftAssembler.finish(draft, source: source)
        document.edits.encoding = decoded.map
        return (document, diagnostics(decoded, text, draft))
    }

    private func diagnostics(_ decoded: DecodedText, _ text: CleanText, _ draft: Draft) -> [Diagnostic] {
        var found = TextDiagnostics.of(decoded, controls: text.controls)
        if draft.joined > 0 {
            found.append(Diagnostic("text.lines-joined", .note, "\(draft.joined) hard line end(s) inside paragraphs were taken out."))
        }
        return found + TextDiagnostics.of(draft)
    }
}
