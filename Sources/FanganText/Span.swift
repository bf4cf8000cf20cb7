/// A half-open range of UTF-8 byte offsets in a document's canonical text.
///
/// Inside the library every place is a byte offset; what is written to files
/// counts Unicode scalars instead (see ``ScalarIndex``).
public struct Span: Hashable, Sendable, Comparable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset after the last byte.
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// Number of bytes.
    public var count: Int { end - start }
    public var isEmpty: Bool { end <= start }

    public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }
    public func contains(_ other: Span) -> Bool { other.start >= start && other.end <= end }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// Order of reading: by start, the longer span first where two start together.
    public static func < (a: Span, b: Span) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}
