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
