import FanganText

/// A table as rows of cells, wherever the cells come from: cells that a reader marked, cells flattened to one line
/// each, cells set apart by runs of spaces. ``GridInterpreter`` alone says what they mean.
struct TableGrid {
    struct Cell {
        var column: Int
        /// The paragraphs of the cell; for cells cut out of lines, its pieces.
        var lines: [Line]
        /// Rows that a merged cell takes.
        var rowSpan = 1
        /// Columns that it takes.
        var columnSpan = 1
    }

    struct Row {
        /// Its number in the table as the reader marked it, titles included; 0 where nothing is marked.
        var number = 0
        /// In the order of their columns; empty cells are left out.
        var cells: [Cell] = []

        var texts: [Int: String] {
            Dictionary(cells.map { ($0.column, $0.text) }, uniquingKeysWith: { a, _ in a })
        }

        /// Whether its cells are these; told by the first one for nearly all rows that say something else.
        func says(_ other: [Int: String]) -> Bool {
            guard let first = cells.first, other[first.column] == first.text else { return false }
            return texts == other
        }
    }

    var columns: [TableReader.Column]
    /// Titles of the columns, also repeated ones, and what stands above them.
    var head: [Span] = []
    var rows: [Row]
    /// What stands where the number of a row was expected.
    var broken: Span?
    /// First line of the document behind the table.
    var end: Int
}

extension TableGrid.Cell {
    /// The first character of what it says.
    var head: UInt32? { lines.lazy.compactMap { $0.passage.scalars.first { !Passage.isBlank($0) } }.first }

    /// What the cell says, without blanks.
    var text: String { lines.count == 1 ? lines[0].passage.squashed() : lines.map { $0.passage.squashed() }.joined() }
}

extension ColumnRole {
    /// Columns that name who does it.
    var namesUnits: Bool { self == .lead || self == .responsible || self == .support || self == .owner }
}
