import FanganText

/// A piece of a document in reading order, before paragraphs are made.
enum FlowElement: Sendable {
    case line(VisualLine)
    case table(FlowTable)
}

/// A table, with the printed lines of each cell.
struct FlowTable: Sendable {
    struct Cell: Sendable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
        var box: PageBox
        var lines: [VisualLine] = []

        /// All that it says, without blanks.
        var text: [UInt8] { lines.flatMap { $0.text.filter { $0 != 0x20 } } }
        var isEmpty: Bool { lines.isEmpty }
    }

    /// The last page that it is on.
    var page: Int
    var box: PageBox
    /// Edges of its columns, ascending.
    var columns: [Double]
    /// Row by row, each from the left.
    var cells: [Cell]
    var rows: Int
    /// Without rules at its sides: what its columns take of the page's width, and the size of its text. Else empty.
    var stretches: [AlignedLine.Stretch] = []
    var alignedSize = 0.0
    var isAligned: Bool { !stretches.isEmpty }
    /// What stood between its parts on several pages: feet and heads.
    var furniture: [(beforeRow: Int, line: VisualLine)] = []
}
