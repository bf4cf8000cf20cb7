/// A paragraph of a Word file while it is read.
struct WordParagraph {
    enum Content {
        /// A range of ``WordWalk``'s text.
        case text(Range<Int>)
        /// Printed, but not in the file as a character.
        case generated(String)
        case blank(UInt8)
        case lineEnd
    }

    struct Piece {
        var content: Content
        var source: Int
        /// Anything but blanks.
        var hasText: Bool
    }

    /// A paragraph of a text box that stands in this one.
    struct Inner {
        var paragraph: WordParagraph
        var label: String?
    }

    var cell = -1
    var pieces: [Piece] = []
    var boxes: [Inner] = []
    var style: String?
    var numberID: Int?
    var level: Int?
    var outlineLevel: Int?
    var isMarkInserted = false
    var isMarkDeleted = false

    /// Whether the paragraph goes on in the next one in the version that is read.
    func isMarkGone(_ changes: TrackedChanges) -> Bool { changes == .reject ? isMarkInserted : isMarkDeleted }
}

/// A tracked change that is open.
struct WordChangeMark {
    var author: String
    var date: String
    private(set) var bytes: [UInt8] = []

    /// What is kept of a change's text for its report.
    private static let longest = 240

    init(author: String, date: String) {
        self.author = author
        self.date = date
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        if bytes.count < Self.longest { bytes.append(contentsOf: text) }
    }
}
