/// Records, while a canonical text is made, which bytes of it stand for which bytes of the decoded file.
///
/// The map is a list of runs: inside a run both offsets advance together; where runs do not touch,
/// bytes of the file were left out (a carriage return, a hard line end) or replaced (an ideographic space).
/// Sources ascend but for furniture, which stands behind the paragraph that it interrupted in the file.
///
/// The decoded file is the file's text in UTF-8; ``encoding`` leads on to its own bytes, ``fileRange(of:)`` does both steps.
public struct EditMap: Sendable, Hashable {
    public struct Run: Sendable, Hashable {
        /// First byte of the run in the canonical text.
        public let canonical: Int
        /// The byte of the decoded source (UTF-8) that it came from.
        public let source: Int
        public init(canonical: Int, source: Int) {
            self.canonical = canonical
            self.source = source
        }
    }

    public private(set) var runs: [Run] = []

    /// Stretches of the canonical text that stand nowhere in the file but follow from it: the labels that a
    /// word processor's automatic numbering prints. Ascending, apart from each other.
    public private(set) var generated: [Span] = []

    /// From the decoded file to the bytes of the file.
    public var encoding = EncodingMap()

    /// A map that changes nothing.
    public init() {}

    /// The bytes of the file that a span of the canonical text came from: from where its first character begins to where
    /// its last one ends, with whatever stands between them in the file (a line end, a page mark). Empty, at the place that
    /// they follow from, for an empty span and for generated text.
    public func fileRange(of span: Span) -> Range<Int> {
        let start = encoding.fileOffset(of: sourceOffset(of: span.start))
        guard !span.isEmpty, !isGenerated(span.end - 1) else { return start..<start }
        let last = sourceOffset(of: span.end - 1)
        let end = encoding.fileOffset(of: last) + encoding.fileWidth(at: last)
        return start..<max(start, end)
    }

    /// Notes that a stretch of the canonical text is generated, at the place `source` of the file.
    public mutating func appendGenerated(_ span: Span, source: Int) {
        append(canonical: span.start, source: source)
        markGenerated(span)
    }

    /// The same for a stretch whose runs are in the map already. Stretches come in ascending order.
    public mutating func markGenerated(_ span: Span) {
        guard !span.isEmpty else { return }
        if let last = generated.last, last.end >= span.start { generated[generated.count - 1].end = max(last.end, span.end) }
        else { generated.append(span) }
    }

    /// The generated stretches that overlap a span.
    public func generated(in span: Span) -> ArraySlice<Span> {
        var low = 0, high = generated.count
        while low < high {
            let middle = (low + high) / 2
            if generated[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < generated.count, generated[end].start < span.end { end += 1 }
        return generated[low..<end]
    }

    /// Whether a byte of the canonical text is generated.
    public func isGenerated(_ canonical: Int) -> Bool { !generated(in: Span(canonical, canonical + 1)).isEmpty }

    /// Notes that from canonical byte `canonical` on, text comes from source byte `source`.
    public mutating func append(canonical: Int, source: Int) {
        if let last = runs.last {
            if last.canonical == canonical { runs.removeLast() }
            else if source - last.source == canonical - last.canonical { return }
        }
        runs.append(Run(canonical: canonical, source: source))
    }

    /// The runs that begin inside a span of the canonical text, behind its first byte.
    public func runs(in span: Span) -> ArraySlice<Run> {
        var low = 0, high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].canonical <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < runs.count, runs[end].canonical < span.end { end += 1 }
        return runs[low..<end]
    }

    /// The offset in the decoded source of a byte of the canonical text; for generated text where it was called for.
    public func sourceOffset(of canonical: Int) -> Int {
        let at = generated(in: Span(canonical, canonical + 1)).first?.start ?? canonical
        var low = 0, high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].canonical <= at { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return at }
        let run = runs[low - 1]
        return run.source + (at - run.canonical)
    }
}
