import FanganText

/// Reads web pages: the document's text apart from the page around it, which stays as furniture.
struct HTMLReader: FormatReader {
    func accepts(_ input: ReaderInput) -> Bool { HTMLSigns.isHTML(input) }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let decoded = try HTMLEncoding.decode(input.bytes)
        var walk = HTMLWalk()
        let outcome = MarkupParser.readHTML(HTMLEncoding.parsable(decoded.bytes), &walk)
        let page = walk.finished(at: decoded.bytes.count)
        guard !page.manuscript.paragraphs.isEmpty else {
            if outcome.ending == .done { throw .empty }
            throw .damaged(format: "web page", reason: reason(outcome))
        }
        let source = SourceInfo(
            uri: input.uri, mediaType: "text/html", encoding: decoded.encoding, sha256: input.sha256 ?? HexDigest.sha256(input.bytes))
        var (document, draft) = assemble(page, source)
        document.edits.encoding = decoded.map
        return (document, diagnostics(decoded, draft, outcome))
    }

    private func assemble(_ page: HTMLPage, _ source: SourceInfo) -> (SourceDocument, Draft) {
        let clean = ManuscriptAssembler.clean(page.manuscript)
        let (facts, isChrome) = clean.text.bytes.withUnsafeBufferPointer { bytes in
            let lines = clean.lines.map { clean.text.lines[$0] }
            let facts = WebFacts(page, lines, bytes)
            return (facts, WebMainText.chrome(page, lines, bytes, facts: facts.paragraphs))
        }
        let cells = page.marks.indices.map { facts.paragraphs.contains($0) ? -1 : page.marks[$0].cell }
        let positions = page.grid.positions(of: cells, .innerCounts)
        let paragraphs = page.marks.indices.map { p in
            let kind: Furniture.Kind? = facts.paragraphs.contains(p) ? .catalogue : isChrome[p] ? .webChrome : nil
            return Manuscript.Paragraph(cell: kind == nil ? positions[p] : nil, headingLevel: page.marks[p].headingLevel, furniture: kind)
        }
        let draft = ManuscriptAssembler.draft(clean, paragraphs)
        var document = DraftAssembler.finish(draft, source: source)
        document.facts = facts.facts
        return (document, draft)
    }

    private func diagnostics(_ decoded: DecodedText, _ draft: Draft, _ outcome: MarkupOutcome) -> [Diagnostic] {
        var found = TextDiagnostics.of(decoded, controls: draft.text.controls) + TextDiagnostics.of(draft)
        if outcome.ending != .done {
            found.append(Diagnostic("html.incomplete", .warning,
                "The page could be read only up to byte \(outcome.at): \(reason(outcome)). Open it in a browser, save it again and read that."))
        }
        return found
    }

    private func reason(_ outcome: MarkupOutcome) -> String {
        switch outcome.ending {
        case .tooDeep: "its elements are nested more than \(MarkupParser.deepest) deep"
        case .noMemory: "memory is short"
        default: outcome.message.isEmpty ? "it is damaged" : outcome.message
        }
    }
}
