extension SourceDocument {
    /// A span of the text without the furniture inside it.
    public func passage(_ span: Span) -> Passage {
        var place = 0
        return passage(span, behind: &place)
    }

    /// The same for paragraphs in their order.
    /// - Parameter place: the character behind the one before, near which this one is looked for; at first 0.
    public func passage(_ span: Span, behind place: inout Int) -> Passage {
        var passage = Passage()
        append(span, to: &passage, from: place)
        place = max(place, end(of: passage))
        return passage
    }

    /// Appends a span without the furniture inside it.
    public func append(_ span: Span, to passage: inout Passage) { append(span, to: &passage, from: end(of: passage)) }

    /// Which of the text's characters stands behind a passage; 0 for one that is not a part of the text.
    private func end(of passage: Passage) -> Int { passage.scalars.store === characters.scalars.store ? passage.scalars.start + passage.count - characters.scalars.start : 0 }

    private func append(_ span: Span, to passage: inout Passage, from place: Int) {
        var at = span.start
        var low = 0, high = furniture.count
        while low < high {
            let middle = (low + high) / 2
            if furniture[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        while low < furniture.count, furniture[low].span.start < span.end {
            let hole = furniture[low].span
            if hole.start > at { passage.append(characters, indices(Span(at, hole.start), from: place)) }
            at = max(at, hole.end)
            low += 1
        }
        if at < span.end { passage.append(characters, indices(Span(at, span.end), from: place)) }
    }

    /// Which of the text's characters stand at a span that is not empty.
    private func indices(_ span: Span, from place: Int) -> Range<Int> {
        let first = characters.index(ofByte: span.start, from: place)
        // Most characters have three bytes.
        return first..<max(first, characters.index(ofByte: span.end, from: first + span.count / 3))
    }
}
