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
        // A character has one to four bytes, and most have three.
        let last = min(first + span.count, characters.count), usual = min(first + span.count / 3, last), near = min(usual + span.count / 16 + 1, last)
        var range = min(first + span.count / 4, last)..<last
        if usual > first, characters.offset(at: usual - 1) < span.end { range = usual..<last }
        if near > range.lowerBound, characters.offset(at: near - 1) >= span.end { range = range.lowerBound..<near - 1 }
        return first..<max(first, characters.index(ofByte: span.end, in: range))
    }
}
