extension SourceDocument {
    /// A span of the text without the furniture inside it.
    public func passage(_ span: Span) -> Passage {
        var passage = Passage()
        append(span, to: &passage)
        return passage
    }

    /// Appends a span without the furniture inside it.
    public func append(_ span: Span, to passage: inout Passage) {
        var at = span.start
        var low = 0, high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        while low < furniture.count, furniture[low].span.start < span.end {
            let hole = furniture[low].span
            if hole.start > at { passage.append(characters, indices(Span(at, hole.start))) }
            at = max(at, hole.end)
            low += 1
        }
        if at < span.end { passage.append(characters, indices(Span(at, span.end))) }
    }

    /// Which of the text's characters stand at a span that is not empty.
    private func indices(_ span: Span) -> Range<Int> {
        let first = characters.index(ofByte: span.start, in: characters.indices)
        // A character has one to four bytes.
        let last = min(first + span.count, characters.count)
        let end = characters.index(ofByte: span.end, in: min(first + span.count / 4, last)..<last)
        return first..<max(first, end)
    }
}
