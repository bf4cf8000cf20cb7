import FanganText

/// The text after characters are evened out and before lines are put together: LF line ends, ordinary spaces,
/// no trailing blanks, never two blank lines in a row. Everything structural is decided on it, in its offsets.
struct CleanText: Sendable {
    /// Valid UTF-8.
    var bytes: [UInt8] = []
    /// Way back to the decoded text.
    var edits = EditMap()
    var lines: [TextLine] = []
    /// Control characters that were left out.
    var controls = 0
}

/// One line of a ``CleanText``. Offsets are bytes of it, ends are exclusive.
struct TextLine: Sendable, Hashable {
    var start: Int
    /// Where the line end stands.
    var end: Int
    /// First byte that is no blank.
    var textStart: Int
    /// Blanks in front of the text, as ``Block/indent`` counts them.
    var indent: Int
    /// Scalars that the line had in the file, blanks at both ends included.
    var rawCount: Int
    /// Columns of the text: 2 for a full-width character, 1 for others, blanks not counted,
    /// because typesetting puts them between digits and Chinese at will.
    var width: Int
    /// Tabs between the first and the last character.
    var innerTabs: Int
    /// The line begins with a tab.
    var hasTab: Bool
    /// Blanks stood behind the text.
    var endsInBlank: Bool
    /// Tabs among them: empty cells at the end of a table's row.
    var trailingTabs = 0

    var isBlank: Bool { textStart == end }
    var span: Span { Span(textStart, end) }
    var range: Range<Int> { textStart..<end }
}
