import FanganText

extension Line {
    /// The lines of a document, several items in one line set apart, numbers without a mark read where they
    /// form a sequence.
    static func all(of document: SourceDocument) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(document.blocks.count)
        var last = InnerLabels.LastNumbers(), place = 0
        for block in document.blocks {
            let line = Line(block, in: document, behind: &place)
            guard !line.isEmpty else { continue }
            let from = lines.count
            if let split = line.split(in: document, last) ?? line.splitTitle(in: document) { lines += split } else { lines.append(line) }
            for i in from..<lines.count { if let form = lines[i].label?.label.form { last.note(form, lines[i].label?.label.ordinal) } }
        }
        splitHead(&lines, in: document)
        splitImprint(&lines, in: document)
        TitleCells(reader: HeaderReader(vocabulary: .standard), document: document).free(&lines)
        lines = KeyedTableMarks(lines: lines, document: document, vocabulary: .standard).marked()
        splitFirstSections(&lines, in: document)
        splitBehindAssignments(&lines, in: document)
        let unsure = lines.indices.filter { lines[$0].mayBeNumbered }
        readNumbersBeforeDigits(&lines, at: unsure)
        readBareNumbers(&lines, at: unsure)
        readNumbersLikeYears(&lines)
        readDashedNumbers(&lines, at: unsure)
        readNumbersOfSequences(&lines, at: unsure) { $0.unclosedNumber() }
        readNumbersOfSequences(&lines, at: unsure) { $0.spacedNumber() }
        readNumbersOfSequences(&lines, at: unsure, isHolding: true) { $0.gluedNumber() }
        readNumbersOfSequences(&lines, at: unsure) { $0.namedNumber(.standard) }
        readPaddedNumbers(&lines, at: unsure)
        readBullets(&lines)
        SectionTitles.read(lines, .standard)
        UnnumberedItems.read(lines, .standard)
        splitClosing(&lines, in: document)
        splitTailHeads(&lines, in: document)
        splitSignature(&lines, in: document)
        return lines
    }

    /// `7、开展培训。…8、畅通渠道。…9、维护权益。…`: the following numbers behind the end of a sentence; those under the line's own title too.
    func split(in document: SourceDocument, _ last: InnerLabels.LastNumbers) -> [Line]? {
        guard let form = label?.label.form else { return nil }
        if form == .chapter || form == .section { return splitArticle(in: document) }
        guard form == .arabic || form == .chinese || form == .chineseBracketed, InnerLabels.mayStand(in: self, behind: form), let (own, length) = label, own.ordinal != nil else { return nil }
        var inner = InnerLabels(self, last: last)
        let cuts = inner.cuts(behind: own, length)
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
