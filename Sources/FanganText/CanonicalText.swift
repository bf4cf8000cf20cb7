/// The one text of a document that everything else points into: valid UTF-8, lines ended by LF,
/// ordinary spaces only, hard line ends inside paragraphs removed.
public struct CanonicalText: Sendable, Hashable {
    /// Valid UTF-8.
    public let bytes: [UInt8]

    /// - Parameter bytes: must be valid UTF-8; readers guarantee it.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    public init(_ string: String) { self.bytes = Array(string.utf8) }

    public var count: Int { bytes.count }
    public var wholeSpan: Span { Span(0, bytes.count) }

    /// The characters at a span, exactly.
    public subscript(span: Span) -> String {
        let start = max(0, min(span.start, bytes.count))
        let end = max(start, min(span.end, bytes.count))
        // Well-formed as the whole is, unless a character is cut.
        guard isBoundary(start), isBoundary(end) else { return String(decoding: bytes[start..<end], as: UTF8.self) }
        return bytes.withUnsafeBufferPointer { String(wellFormed: UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    private func isBoundary(_ index: Int) -> Bool { index == bytes.count || bytes[index] & 0xC0 != 0x80 }

    /// Whether the characters at a span are these.
    public func holds(_ string: String, at span: Span) -> Bool {
        guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return false }
        return bytes.withUnsafeBufferPointer { string.hasBytes(UnsafeBufferPointer(rebasing: $0[span.start..<span.end])) }
    }
}
