import FanganText

/// The structure of a plan: who issued what, its numbered items as a tree, its tables,
/// and every stretch of text that is no item.
public struct Outline: Sendable {
    public var header: DocumentHeader
    /// In reading order; parents come before their children.
    public var items: [OutlineItem]
    /// Rows of tables that carry duties; items point into it.
    public var rows: [TableRow]
    /// Stretches outside the items, in reading order.
    public var parts: [OutlinePart]
    /// Parts behind the items that begin with whose work they order.
    public var orders: [Span] = []
    /// Further plans in the same file, in reading order.
    public var plans: [FurtherPlan] = []
    public var diagnostics: [Diagnostic]
}

/// A plan behind the first one in the same file, which has a title of its own; `p2.1` is its first item.
public struct FurtherPlan: Sendable, Hashable {
    /// What its items' identifiers begin with: `p2`.
    public var id: String
    /// Its own title, not that of its notice.
    public var title: Quoted
    /// It was issued as a document of its own; else it has the number and day of the one in front.
    public var isDocument: Bool
    /// 发文字号 of such a document.
    public var number: Quoted?
    /// `yyyy-mm-dd`.
    public var issued: Quoted?
}

/// A piece of text that is quoted in the result.
public struct Quoted: Sendable, Hashable {
    /// As the result shows it: joined over line breaks.
    public var text: String
    public var span: Span
}

/// What stands in front of and behind a plan's items.
public struct DocumentHeader: Sendable {
    /// The plan's own title, not that of the covering notice.
    public var title: Quoted?
    /// Title of the covering notice (`关于印发《…》的通知`).
    public var noticeTitle: Quoted?
    public var number: Quoted?
    /// The names under the text, else those in front of the notice's title.
    public var issuers: [Quoted] = []
    /// 成文日期 as `yyyy-mm-dd`.
    public var issued: Quoted?
    public var issuedDay: (year: Int, month: Int, day: Int)?
    /// The year in the colophon (`2019年3月15日印发`), or in what a form says of itself under its title (`填报日期：…`).
    public var printedYear: Int?
    public var addressees: [Quoted] = []
    /// Paragraphs that say on what ground and for what the plan is made.
    public var preamble: [Span] = []
}

/// A stretch of the text that belongs to no item.
public struct OutlinePart: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case title, number, addressees, notice, preamble, signature, closing, paragraph
        case noticeTitle = "notice-title"
        case annexList = "annex-list"
        case annexTitle = "annex-title"
        case tableHead = "table-head"
        case tableCell = "table-cell"
    }
    public var kind: Kind
    public var span: Span
}

/// One numbered unit of the text, or one row of a table.
public struct OutlineItem: Sendable {
    public enum Kind: String, Sendable { case section, task, item }

    public var label: Label
    /// Labels from the outermost, as printed.
    public var path: [String]
    /// Ordinals joined by `.`, unique in the document.
    public var id: String
    public var kind = Kind.item
    public var role = SectionRole.other
    public var parent: Int?
    public var children: [Int] = []
    /// Explains a table, behind 注： or 说明： under it; imposes nothing.
    var isNote = false
    /// Which part of the file: 0 is the main text, then the annexes.
    public var division = 0
    /// Everything of the item's own behind the label: heading and paragraphs, a line feed between two.
    public var passage = Passage()
    /// Where the paragraphs are in ``passage``.
    public var paragraphs: [Range<Int>] = []
    /// The title in ``passage``, without its end mark.
    public var heading: Range<Int>?
    /// The title that it has from a cell over several rows, where it has none of its own.
    public var sharedHeading: Passage?
    /// A row under a name that stands once for several: what it says itself is no title.
    var isUnderName = false
    /// Whose duty it is by a line without a number over it, or by the names that are its label.
    public var owners: Owners?
    /// Titles of columns in ``passage``, which stand elsewhere: nothing that is read goes on from them.
    public var columnTitles: [Range<Int>] = []
    /// Where the text after the heading begins in ``passage``.
    public var textStart = 0
    /// The item's own stretches of the canonical text, label included.
    public var ownSpans: [Span] = []
    /// From the label to the end of the last child.
    public var span: Span
    /// Index of the table row that the item stands in.
    public var row: Int?
    /// It stands in a table; one that holds rows has no row of its own.
    var isCell = false
    /// A cell over the whole width, which stands over a group of rows.
    var isBand = false
    /// The item in whose text the table stands.
    var host: Int?

    init(label: Label) {
        self.label = label
        path = []
        id = ""
        span = label.span
    }
}

/// Names of units that say whose duties follow.
public struct Owners: Sendable {
    /// Names and the separators between them.
    public var names: Passage
    /// They begin the duty itself; else they stand over it.
    public var isOwn: Bool
}

/// What a table's column holds.
public enum ColumnRole: String, Sendable, Hashable {
    case ordinal, owner, content, explanation, group, lead, responsible, support, person, due, score, method, target, note, unknown
    /// What is to be done in a stretch of the year (一季度); the cell holds the column's title.
    case period
    /// What the row's figures are counted in: 万亩, %.
    case measure
}

/// One row of a table, its cells by what they hold.
public struct TableRow: Sendable {
    public struct Cell: Sendable {
        public var column: ColumnRole
        public var title: String
        public var passage: Passage
        /// The title in its place, of a figure under a year (2025年): by when it is to be reached.
        public var period: Passage?
        public init(column: ColumnRole, title: String, passage: Passage) {
            self.column = column
            self.title = title
            self.passage = passage
        }
    }
    /// 序号 as printed.
    public var key: String?
    public var cells: [Cell]
    public var span: Span

    public func cells(_ column: ColumnRole) -> [Cell] { cells.filter { $0.column == column } }
}
