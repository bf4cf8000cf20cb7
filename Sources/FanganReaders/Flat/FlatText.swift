/// A document that lost its line ends: one line holds most of it.
enum FlatText {
    /// Scalars from which a line is too long to be a paragraph.
    private static let longest = 1500

    /// - Parameter members: indices of the lines that a seeming paragraph is made of.
    static func isFlat(_ members: [Int], in text: CleanText) -> Bool {
        var scalars = 0, bytes = 0
        for i in members {
            scalars += text.lines[i].rawCount
            bytes += text.lines[i].end - text.lines[i].start
        }
        return scalars > longest && bytes * 2 > text.bytes.count
    }
}
