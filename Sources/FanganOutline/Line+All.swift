import FanganText

extension Line {
    /// The lines of a document, several items in one line set apart, numbers without a mark read where they
    /// form a sequence.
    static func all(of document: SourceDocument) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(document.blocks.count)
        for block in document.blocks {
            let line = Line(block, in: document)
            guard !line.isEmpty else { continue }
            if let split = line.split(in: document) ?? line.splitTitle(in: document) { lines += split } else { lines.append(line) }
        }
        splitHead(&lines, in: document)
        splitImprint(&lines, in: document)
        TitleCells(reader: HeaderReader(vocabulary: .standard), document: document).free(&lines)
        lines = KeyedTableMarks(lines: lines, document: document, vocabulary: .standard).marked()
        splitFirstSections(&lines, in: document)
        splitBehindAssignments(&lines, in: document)
        readNumbersBeforeDigits(&lines)
        readNumbersOfSequences(&lines) { $0.spacedNumber() }
        readNumbersOfSequences(&lines) { $0.namedNumber(.standard) }
        readBullets(&lines)
        PlainHeads.read(lines, .standard)
        splitClosing(&lines, in: document)
        splitTailHeads(&lines, in: document)
        splitSignature(&lines, in: document)
        return lines
    }

    /// `7、开展培训。…8、畅通渠道。…9、维护权益。…`: the following numbers of the same form behind the end of a sentence.
    private func split(in document: SourceDocument) -> [Line]? {
        guard let form = label?.label.form, var ordinal = label?.label.ordinal else { return nil }
        if form == .chapter || form == .section { return splitArticle(in: document) }
        guard form == .arabic || form == .chinese || form == .chineseBracketed else { return nil }
        var cuts: [Int] = []
        var i = 1
        while let before = passage.first(of: Self.sentenceEnds, in: i - 1..<passage.count - 1) {
            i = before + 2
            guard let (label, _) = LabelLexer(passage).label(at: before + 1), label.form == form, label.ordinal == ordinal + 1 else { continue }
            cuts.append(before + 1)
            ordinal += 1
        }
        return cuts.isEmpty ? nil : pieces(cuts, in: document)
    }

    /// `第二章　规划建设　　第八条　…`: a chapter with its first article on one line.
    private func splitArticle(in document: SourceDocument) -> [Line]? {
        for i in 1..<min(passage.count, 60) where Passage.isBlank(passage.scalars[i - 1]) && passage.scalars[i] == 0x7B2C {
            if let (label, _) = LabelLexer(passage).label(at: i), label.form == .article || label.form == .section { return pieces([i], in: document) }
        }
        return nil
    }
}
