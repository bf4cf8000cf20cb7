import FanganText

/// Writes paragraphs of several lines into a draft: takes the hard line ends out and keeps furniture that stands between.
struct ParagraphWriter {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]
    let layout: LineLayout

    /// One paragraph.
    /// - Parameter members: indices of its text lines, ascending.
    func write(_ members: some BidirectionalCollection<Int>, cell: CellPosition? = nil, into draft: inout Draft) {
        guard let first = members.first, let last = members.last else { return }
        for (a, b) in zip(members, members.dropFirst()) { close(a, b, &draft) }
        let span = Span(lines[first].textStart, lines[last].end)
        draft.blocks.append(Block(span: span, cell: cell, indent: lines[first].indent))
        markInner(members, &draft)
    }

    /// What seems to be one paragraph, but is a whole text that lost its line ends: split into its paragraphs.
    func writeFlat(_ members: some BidirectionalCollection<Int>, into draft: inout Draft) {
        guard let first = members.first else { return }
        let (spans, tail) = FlatSplitter.split(bytes, members.map { lines[$0] })
        draft.split += spans.count
        for (i, span) in spans.enumerated() {
            if let kind = i == tail ? .webChrome : LineForm.furniture(bytes, span.start..<span.end) {
                draft.furniture.append(Furniture(span: span, kind: kind))
            } else {
                draft.add(lines[first], span: span)
            }
        }
        var block = 0
        for (a, b) in zip(members, members.dropFirst()) {
            while block < spans.count, spans[block].end <= lines[a].end { block += 1 }
            if block < spans.count, spans[block].start < lines[a].end { close(a, b, &draft) } else { keepFurniture(a + 1..<b, &draft) }
        }
        markInner(members, &draft)
    }

    private func markInner(_ members: some BidirectionalCollection<Int>, _ draft: inout Draft) {
        guard let first = members.first else { return }
        if members.count == 1 {
            for mark in InnerPageMarks.spans(in: bytes, lines[first].range) { draft.furniture.append(Furniture(span: mark, kind: .pageMark)) }
            return
        }
        // Line ends go through marks too: `打一12` ⏎ `一造`.
        let joined = JoinedPieces(bytes, members.map { lines[$0] })
        let marks = joined.bytes.withUnsafeBufferPointer { InnerPageMarks.spans(in: $0, 0..<$0.count) }
        for mark in marks { draft.furniture.append(Furniture(span: joined.place(mark), kind: .pageMark)) }
    }

    private func keepFurniture(_ range: Range<Int>, _ draft: inout Draft) {
        for i in range { if case let .furniture(kind) = roles[i] { draft.add(lines[i], kind) } }
    }

    /// Takes out, or marks, what stands between two halves of a paragraph.
    func close(_ a: Int, _ b: Int, _ draft: inout Draft) {
        draft.joined += 1
        let gap = Span(lines[a].end, lines[b].textStart)
        let space: UInt8? = needsSpace(a, b) ? 0x20 : nil
        let between = (a + 1..<b).filter { roles[$0] != .blank }
        guard !between.isEmpty else {
            draft.cuts.append(Cut(span: gap, replacement: space))
            return
        }
        var start = gap.start
        if space != nil {
            draft.cuts.append(Cut(span: Span(start, start + 1), replacement: space))
            start += 1
        }
        for (k, i) in between.enumerated() {
            let end = k + 1 < between.count ? lines[between[k + 1]].textStart : gap.end
            if case let .furniture(kind) = roles[i] { draft.furniture.append(Furniture(span: Span(start, end), kind: kind)) }
            start = end
        }
    }

    /// Two Latin ends are two words, except where lines were cut without regard to words;
    /// there a blank is one that the cut fell on.
    private func needsSpace(_ a: Int, _ b: Int) -> Bool {
        if let width = layout.cut, lines[a].rawCount == width { return lines[a].endsInBlank || lines[b].indent > 0 }
        let left = UTF8Scan.scalar(bytes, before: lines[a].end, floor: lines[a].textStart).value
        let right = UTF8Scan.scalar(bytes, at: lines[b].textStart).value
        // A number goes on over the line end (`中小企业2` ⏎ `000 家`); two numbers beside each other have a mark between them.
        if digitValue(left) != nil, digitValue(right) != nil { return lines[a].endsInBlank || lines[b].indent > 0 }
        return Punctuation.isLatin(left) && Punctuation.isLatin(right)
    }
}
