import FanganText

/// Reads Word files (.docx) as they are printed, automatic numbers included.
struct WordReader: FormatReader {
    static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    func accepts(_ input: ReaderInput) -> Bool { MagicNumber.kind(of: input.bytes) == MagicNumber.word }

    func read(_ input: ReaderInput) throws(ReadFailure) -> (SourceDocument, [Diagnostic]) {
        let package = try WordPackage(input.bytes, limits: ZipContainer.Limits(unpacked: input.limits.maxUnpackedBytes))
        var walk = WordWalk(styles: WordStyles(package.styles), numbering: WordNumbering(package.numbering), changes: input.limits.changes)
        let outcome = walk.read(package.main, as: nil)
        guard outcome.ending == .done || !walk.page.marks.isEmpty else { throw .damaged(format: "Word file", reason: reason(outcome)) }
        for part in [package.footnotes, package.endnotes].compactMap({ $0 }) + package.heads { _ = walk.read(part, as: .runningHead) }
        let page = walk.page
        guard page.marks.contains(where: { $0.furniture == nil }) else { throw .empty }
        let source = SourceInfo(uri: input.uri, mediaType: Self.mediaType, encoding: "UTF-8", sha256: HexDigest.sha256(input.bytes))
        let clean = ManuscriptAssembler.clean(page.manuscript)
        let draft = draft(page, clean)
        let document = DraftAssembler.finish(draft, source: source)
        return (document, diagnostics(input, package, page, clean, outcome) + TextDiagnostics.of(draft))
    }

    private func draft(_ page: WordPage, _ clean: ManuscriptAssembler.Page) -> Draft {
        // A Markdown text that was pasted into a Word file, signs and all.
        if page.grid.tables.isEmpty, page.labels == 0, MarkdownSigns.isMarkdown(clean.text, isNamedMarkdown: false) {
            return MarkdownBuilder.draft(of: clean.text)
        }
        let positions = page.grid.positions(of: page.marks.map(\.cell), .outerCounts)
        return ManuscriptAssembler.draft(clean, zip(page.marks, positions).map { mark, position in
            Manuscript.Paragraph(cell: mark.furniture == nil ? position : nil, headingLevel: mark.headingLevel, furniture: mark.furniture)
        })
    }

    private func diagnostics(
        _ input: ReaderInput, _ package: WordPackage, _ page: WordPage, _ clean: ManuscriptAssembler.Page, _ outcome: MarkupOutcome
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if outcome.ending != .done {
            found.append(Diagnostic("word.incomplete", .warning,
                "The text could be read only up to byte \(outcome.at) of its part: \(reason(outcome)). Open the file in Word or WPS, save it again and read that."))
        }
        if !package.missing.isEmpty {
            found.append(Diagnostic("word.part-missing", .warning,
                "These parts of the file cannot be read: \(package.missing.prefix(8).joined(separator: ", ")). Automatic numbers may be missing."))
        }
        if page.hidden > 0 { found.append(Diagnostic("word.hidden-text", .note, "\(page.hidden) character(s) of hidden or struck-out text were left out.")) }
        return found + changes(input.limits.changes, page, clean)
    }

    private func changes(_ mode: TrackedChanges, _ page: WordPage, _ clean: ManuscriptAssembler.Page) -> [Diagnostic] {
        guard !page.changes.isEmpty else { return [] }
        if mode == .report {
            return page.changes.map { change in
                let line = clean.lines.indices.contains(change.paragraph) ? clean.text.lines[clean.lines[change.paragraph]].span : nil
                let what = change.isInsertion ? "inserted" : "deleted"
                return Diagnostic("word.change", .note, "“\(short(change.text))” was \(what) by \(change.author.isEmpty ? "an unnamed author" : change.author)\(change.date.isEmpty ? "" : " on \(change.date)").", at: line)
            }
        }
        let insertions = page.changes.filter(\.isInsertion).count
        let read = mode == .accept ? "They were read as accepted" : "They were read as rejected"
        return [Diagnostic("word.tracked-changes", .warning,
            "The file has tracked changes that nobody has accepted or rejected yet: \(insertions) insertion(s), \(page.changes.count - insertions) deletion(s). \(read).")]
    }

    private func short(_ text: String) -> String {
        text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
    }

    private func reason(_ outcome: MarkupOutcome) -> String {
        switch outcome.ending {
        case .tooDeep: "its elements are nested more than \(MarkupParser.deepest) deep"
        case .doctype: "it declares a document type of its own, which no Word file may"
        case .noMemory: "memory is short"
        default: outcome.message.isEmpty ? "it is damaged or cut off" : outcome.message
        }
    }
}
