/// A document that lost its line ends: one line holds most of it.
enum FlatText {
    /// Scalars from which a line is too long to be a paragraph.
    private static let longest = 1500

    static func isFlat(_ line: TextLine, in text: CleanText) -> Bool {
        line.rawCount > longest && (line.end - line.start) * 2 > text.bytes.count
    }
}
