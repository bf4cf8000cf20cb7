/// Where a document came from, as its graph reports it.
public struct SourceInfo: Sendable, Hashable {
    /// Path or address as the user gave it, with `/` between parts.
    public var uri: String
    /// For example `text/plain`, `text/markdown`.
    public var mediaType: String
    /// IANA name of the character encoding that was found, for example `GB18030`.
    public var encoding: String
    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    public var sha256: String

    public init(uri: String, mediaType: String, encoding: String, sha256: String) {
        self.uri = uri
        self.mediaType = mediaType
        self.encoding = encoding
        self.sha256 = sha256
    }
}

/// The place of a block in a table's grid. Indices count from zero.
public struct CellPosition: Sendable, Hashable {
    public let table: Int
    public let row: Int
    public let column: Int
    /// Rows and columns that the cell takes; more than one where cells are merged.
    public let rowSpan: Int
    public let columnSpan: Int
    public init(table: Int, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1) {
        self.table = table
        self.row = row
        self.column = column
        self.rowSpan = max(rowSpan, 1)
        self.columnSpan = max(columnSpan, 1)
    }
}

/// One paragraph of the canonical text, in reading order; in a table, one paragraph of one cell.
public struct Block: Sendable, Hashable {
    /// Without the line end. May hold furniture (a page number inside a sentence).
    public var span: Span
    /// Set for a paragraph in a table cell.
    public var cell: CellPosition?
    /// Spaces in front of the paragraph in the source, in scalars (an ideographic space or tab counts as two).
    public var indent: Int
    /// A heading level that the format itself marks (Markdown `#`), else nil.
    public var headingLevel: Int?
    /// Of formats with fixed pages (PDF, OFD): one for each page that the paragraph stands on, ascending; else empty.
    public var places: [PagePlace]

    public init(span: Span, cell: CellPosition? = nil, indent: Int = 0, headingLevel: Int? = nil, places: [PagePlace] = []) {
        self.span = span
        self.cell = cell
        self.indent = indent
        self.headingLevel = headingLevel
        self.places = places
    }
}

/// A stretch of the text that is on the page but not of the document.
public struct Furniture: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case pageMark = "page-mark"
        case runningHead = "running-head"
        /// Navigation, share buttons, source line, font size, QR code of a web page.
        case webChrome = "web-chrome"
        /// Catalogue entry of the database or crawler that the file was taken from.
        case catalogue
        /// Rules of dashes, slashes and the like; marks of a markup language.
        case ornament
    }

    public var span: Span
    public var kind: Kind
    public init(span: Span, kind: Kind) {
        self.span = span
        self.kind = kind
    }
}

/// Something that the file says of the document outside its text: a line of a web page's table of
/// 索引号, 发文字号, 成文日期 …
public struct DocumentFact: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case title, number, issuer, issued
        /// The name of a sheet of a spreadsheet, in front of all that is on it.
        case sheet
    }

    public var kind: Kind
    /// The value in the canonical text, inside furniture.
    public var span: Span
    public init(kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }
}

/// What every reader makes of a file: the canonical text and its blocks.
///
/// Blocks and furniture are ascending and do not overlap their own kind; furniture may lie inside a block.
public struct SourceDocument: Sendable {
    public var source: SourceInfo
    public var text: CanonicalText { didSet { characters = Passage(text) } }
    public var blocks: [Block]
    public var furniture: [Furniture]
    public var edits: EditMap
    /// In reading order; where the text itself says the same, the text counts.
    public var facts: [DocumentFact]
    /// Whether the format says which cells are merged, so that an empty one is empty; in a text pasted from a table, and on a page, it may
    /// be one of several that share what stands above.
    public var tellsMergedCells = false
    /// The whole text; what stands together in it is seen here by all passages.
    public private(set) var characters: Passage

    public init(
        source: SourceInfo, text: CanonicalText, blocks: [Block], furniture: [Furniture] = [], edits: EditMap = EditMap(),
        facts: [DocumentFact] = []
    ) {
        self.source = source
        self.text = text
        characters = Passage(text)
        self.blocks = blocks
        self.furniture = furniture
        self.edits = edits
        self.facts = facts
    }

    /// The characters that stand wholly in the first bytes of the text.
    public func opening(bytes: Int) -> Passage {
        var end = characters.index(ofByte: bytes, in: characters.indices)
        if end > 0, characters.span(end - 1..<end).end > bytes { end -= 1 }
        return characters.part(0..<end)
    }
}
