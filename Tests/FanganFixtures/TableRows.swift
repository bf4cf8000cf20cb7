import FanganText

/// The blocks of a document as converters need them: paragraphs, and tables as rows of cells of paragraphs.
public enum Piece: Sendable {
    case paragraph(String, indent: Int)
    case table([[[String]]])

    public static func all(of document: SourceDocument) -> [Piece] {
        var pieces: [Piece] = []
        var rows: [[[String]]] = []
        var table: Int?
        func close() {
            if table != nil { pieces.append(.table(squared(rows))) }
            rows = []
            table = nil
        }
        for block in document.blocks {
            let text = document.passage(block.span).string
            guard let cell = block.cell else {
                close()
                pieces.append(.paragraph(text, indent: block.indent))
                continue
            }
            if cell.table != table { close() }
            table = cell.table
            while rows.count <= cell.row { rows.append([]) }
            while rows[cell.row].count <= cell.column { rows[cell.row].append([]) }
            rows[cell.row][cell.column].append(text)
        }
        close()
        return pieces
    }

    /// A paragraph as it stands in a file that knows no indents.
    var printed: String {
        guard case let .paragraph(text, indent) = self else { return "" }
        return String(repeating: "　", count: indent / 2) + text
    }

    // MARK: Merged cells

    public enum Merge: Sendable { case none, begins, goesOn }

    /// Whether a cell is merged with the one above or below it: both say the same, in a column whose title says who or by when.
    public static func merge(_ rows: [[[String]]], _ row: Int, _ column: Int) -> Merge {
        if isShared(rows, row, column) { return .goesOn }
        return isShared(rows, row + 1, column) ? .begins : .none
    }

    /// Rows that a cell reaches down over, its own among them.
    public static func height(_ rows: [[[String]]], _ row: Int, _ column: Int) -> Int {
        1 + (row + 1..<max(rows.count, row + 1)).prefix { isShared(rows, $0, column) }.count
    }

    /// Rows that a cell reaches down over in the table that a text was pasted from: empty cells below it, in a column whose title says who or by
    /// when, have lost the mark that they are merged with it.
    static func heightOverEmpty(_ rows: [[[String]]], _ row: Int, _ column: Int) -> Int {
        guard row > 0, column < rows[row].count, !rows[row][column].isEmpty, saysWho(rows, column) else { return 1 }
        return 1 + (row + 1..<max(rows.count, row + 1)).prefix { n in rows[n].contains { !$0.isEmpty } && rows[n].indices.allSatisfy { !saysWho(rows, $0) || rows[n][$0].isEmpty } }.count
    }

    private static func saysWho(_ rows: [[[String]]], _ column: Int) -> Bool {
        guard column < rows[0].count, let title = rows[0][column].first else { return false }
        return ["单位", "部门", "时限"].contains(where: title.hasSuffix)
    }

    private static func isShared(_ rows: [[[String]]], _ row: Int, _ column: Int) -> Bool {
        guard row > 1, row < rows.count, column < rows[row].count, saysWho(rows, column) else { return false }
        return !rows[row][column].isEmpty && rows[row][column] == rows[row - 1][column]
    }

    private static func squared(_ rows: [[[String]]]) -> [[[String]]] {
        let width = rows.map(\.count).max() ?? 0
        return rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    }
}

extension Passage {
    var string: String { string(indices) }
}

extension String {
    var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
