/// A web page after its elements were gone through: its paragraphs, and the boxes and tables they stand in.
struct HTMLPage: Sendable {
    /// What is known of a paragraph of ``manuscript`` besides its text.
    struct Mark: Sendable {
        /// The innermost box.
        var box: Int
        /// The innermost cell, -1 outside of tables.
        var cell: Int
        /// Bytes of its text, and those of them that are links.
        var bytes: Int
        var linkBytes: Int
        /// In an element that is never of a document, or not shown.
        var isChrome: Bool
        /// The page's `<title>`.
        var isPageTitle = false
        var headingLevel: Int?
    }

    /// An element that holds others; its paragraphs follow each other.
    struct Box: Sendable {
        var parent: Int
        var paragraphs: Range<Int>
        /// `class` and `id` name it as the place of the text, or as a part of the page around it.
        var hint: WebVocabulary.Hint?
    }

    var manuscript = Manuscript()
    var marks: [Mark] = []
    var boxes: [Box] = []
    var grid = GridTables()
}
