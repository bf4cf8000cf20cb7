/// Records, while a canonical text is made, which bytes of it stand for which bytes of the decoded file.
///
/// The map is a list of runs: inside a run both offsets advance together; where runs do not touch,
/// bytes of the file were left out (a carriage return, a hard line end) or replaced (an ideographic space).
/// Sources ascend but for furniture, which stands behind the paragraph that it interrupted in the file.
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

    public init() {}

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

    /// The offset in the decoded source of a byte of the canonical text.
    public func sourceOffset(of canonical: Int) -> Int {
        var low = 0, high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].canonical <= canonical { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return canonical }
        let run = runs[low - 1]
        return run.source + (canonical - run.canonical)
    }
}
