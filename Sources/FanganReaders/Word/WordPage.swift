import FanganText

/// A Word file after its parts were gone through: its paragraphs, their cells, and what there is to say of it.
struct WordPage: Sendable {
    /// What is known of a paragraph of ``manuscript`` besides its text.
    struct Mark: Sendable {
        /// The innermost cell, -1 outside of tables.
        var cell: Int
        var headingLevel: Int?
        var furniture: Furniture.Kind?
    }

    /// A tracked change.
    struct Change: Sendable {
        var isInsertion: Bool
        var author: String
        var date: String
        var text: String
        /// The paragraph that it is in, or that follows it.
        var paragraph: Int
    }

    var manuscript = Manuscript()
    var marks: [Mark] = []
    var grid = GridTables()
    var changes: [Change] = []
    /// Characters of hidden and of struck-out text, which are left out.
    var hidden = 0
    var labels = 0
}
