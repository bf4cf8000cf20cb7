import Crypto
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
            encoding: decoded.encoding, sha256: input.sha256 ?? Self.digest(input.bytes))
        return (DraftAssembler.finish(draft, source: source), diagnostics(decoded, text, draft))
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private func diagnostics(_ decoded: DecodedText, _ text: CleanText, _ draft: Draft) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if decoded.invalid > 0 {
            found.append(Diagnostic("text.invalid-bytes", .warning,
                "\(decoded.invalid) byte sequence(s) are not valid \(decoded.encoding) and are shown as U+FFFD; the first is at byte \(decoded.firstInvalid) of the file."))
        }
        if text.controls > 0 {
            found.append(Diagnostic("text.control-characters", .note, "\(text.controls) control character(s) were left out."))
        }
        if looksLikeMarkup(text) {
            found.append(Diagnostic("text.markup", .warning,
                "The file looks like a web page (HTML) and was read as plain text, tags and all. Save the page's text and read that."))
        }
        if draft.joined > 0 {
            found.append(Diagnostic("text.lines-joined", .note, "\(draft.joined) hard line end(s) inside paragraphs were taken out."))
        }
        if draft.split > 0 {
            found.append(Diagnostic("text.no-line-ends", .warning,
                "The text has hardly any line ends; it was split into \(draft.split) paragraphs at spaces and numbers."))
        }
        return found
    }

    /// The first line begins with a tag, and there are many.
    private func looksLikeMarkup(_ text: CleanText) -> Bool {
        guard let first = text.lines.first(where: { !$0.isBlank }), first.textStart + 1 < first.end,
              text.bytes[first.textStart] == 0x3C else { return false }
        let second = text.bytes[first.textStart + 1]
        guard second == 0x21 || second | 0x20 >= 0x61 && second | 0x20 <= 0x7A else { return false }
        return text.bytes.prefix(1 << 14).lazy.filter { $0 == 0x3C }.count >= 8
    }
}
