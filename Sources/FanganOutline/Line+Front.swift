import FanganText

/// What runs together in front of the items: title and preamble, the imprint's name and day, the preamble and its first section.
extension Line {
    /// `某市…实施方案为全面落实…，制定本方案。`: a plan's title that runs into its preamble.
    func splitTitle(in document: SourceDocument) -> [Line]? {
        guard label == nil, block.cell == nil, passage.count > 40 else { return nil }
        let reader = HeaderReader(vocabulary: .standard)
        for i in 6..<min(60, passage.count) {
            if Self.titleStops.contains(passage.scalars[i]) { return nil }
            guard isYearOfPreamble(i) || reader.vocabulary.head.preambleHeads.contains(passage.scalars[i]) && reader.vocabulary.head.preambleStarts.contains(where: { passage.has($0, at: i) }) else { continue }
            var title = passage.part(0..<i).trimmed()
            // `方案(2023 版为…`: the bracket was never closed.
            if let open = title.scalars.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), !title.scalars[open...].contains(where: { $0 == 0x29 || $0 == 0xFF09 }) { title = title.part(0..<open) }
            if title.count >= 6, reader.endsAsPlan(title), title.first("关于印发", in: title.indices) == nil { return pieces([i], in: document) }
        }
        return nil
    }

    /// `…若干措施2023年是全面贯彻…的开局之年`
    private func isYearOfPreamble(_ i: Int) -> Bool {
        guard i + 6 < passage.count, passage.scalars[i] == 0x32, passage.has("年是", at: i + 4) else { return false }
        return (i..<i + 4).allSatisfy { digitValue(passage.scalars[$0]) != nil }
    }

    /// `桐庐县人民政府办公室　　　　2026年3月12日`: who issued the document and when on one line, over the text or under it. Such lines
    /// behind one another are rows of a table.
    static func splitImprint(_ lines: inout [Line], in document: SourceDocument) {
        let first = lines.firstIndex { $0.label != nil } ?? lines.count, last = lines.lastIndex { $0.label != nil } ?? -1
        let cuts = lines.indices.compactMap { i in i < first || i > last ? lines[i].imprintCuts().map { (line: i, at: $0) } : nil }
        for (n, cut) in cuts.enumerated().reversed() {
            let areRows = n > 0 && cuts[n - 1].line + 1 == cut.line || n + 1 < cuts.count && cuts[n + 1].line == cut.line + 1
            if areRows || isRow(cut.line, of: lines) { continue }
            lines.replaceSubrange(cut.line...cut.line, with: lines[cut.line].pieces(cut.at, in: document))
            return
        }
    }

    /// `1  清理  县数据局  2025年5月1日`; `清理  县数据局  2025年5月1日` under `任务  责任单位  时限`: as many words as a line beside it, which are no names all.
    private static func isRow(_ i: Int, of lines: [Line]) -> Bool {
        let own = lines[i].words
        if let first = own.first, first.scalars.allSatisfy({ digitValue($0) != nil }) { return true }
        let reader = HeaderReader(vocabulary: .standard)
        return own.count >= 3 && [i - 1, i + 1].contains { n in
            guard lines.indices.contains(n), lines[n].passage.count <= 200 else { return false }
            let words = lines[n].words
            return words.count == own.count && words.contains { !reader.isOrgan($0) && HeaderReader.anyDate($0) == nil }
        }
    }

    /// What stands between blanks.
    private var words: [Passage] { passage.scalars.split(whereSeparator: Passage.isBlank).map { passage.part($0.startIndex..<$0.endIndex) } }

    /// Where the day begins behind nothing but names and blanks, or behind `（此件公开发布）`; blanks may be lost, or question marks.
    func imprintCuts() -> [Int]? {
        guard block.cell == nil, passage.count <= 90, passage.last == 0x65E5, !passage.scalars.contains(0x09) else { return nil } // 日
        let end = (passage.scalars.lastIndex(of: 0x65E5) ?? 0) + 1, reader = HeaderReader(vocabulary: .standard)
        for i in 3..<max(3, end) where !Self.isGap(passage.scalars[i]) && (Self.isGap(passage.scalars[i - 1]) || passage.scalars[i] == 0x32 || passage.scalars[i] == 0x4E8C) {
            guard HeaderReader.date(passage, at: i)?.end == end else { continue }
            var front = i
            while front > 0, Self.isGap(passage.scalars[front - 1]) { front -= 1 }
            let before = passage.part(0..<front).trimmed()
            guard reader.isOrgan(before) || before.isBracketed && reader.isClosing(before) else { return nil }
            return passage.scalars[front..<i].contains(0x3F) ? [front, i] : [i]
        }
        return nil
    }

    /// A blank, or what an encoding made of one.
    private static func isGap(_ scalar: UInt32) -> Bool { Passage.isBlank(scalar) || scalar == 0x3F }

    /// `…，制定本方案。一、开办企业 …` in front of a line with 二、: the first section stands inside the preamble.
    static func splitFirstSections(_ lines: inout [Line], in document: SourceDocument) {
        var next: Int?, cuts: [(line: Int, at: Int)] = []
        for i in lines.indices.reversed() {
            if lines[i].label != nil {
                if lines[i].label?.label.form == .chinese { next = lines[i].label?.label.ordinal }
            } else if next == 2, lines[i].block.cell == nil, lines[i].passage.count > 40, let cut = lines[i].firstSection() {
                cuts.append((i, cut))
                next = 1
            }
        }
        guard !cuts.isEmpty else { return }
        var result: [Line] = [], from = 0
        for cut in cuts.reversed() {
            result += lines[from..<cut.line]
            result += lines[cut.line].pieces([cut.at], in: document)
            from = cut.line + 1
        }
        lines = result + lines[from...]
    }

    func firstSection() -> Int? {
        for i in 1..<passage.count where passage.scalars[i] == 0x4E00 && Self.sentenceEnds.contains(passage.scalars[i - 1]) && !Passage.isBlank(passage.scalars[i - 1]) {
            if let (label, _) = LabelLexer(passage).label(at: i), label.form == .chinese, label.ordinal == 1 { return i }
        }
        return nil
    }

    private static let titleStops: ScalarSet = "。；，！：《"
}
