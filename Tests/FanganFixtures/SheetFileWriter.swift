import FanganText

/// Writes spreadsheets (.xlsx): of a document, or of cells that a test spells out.
public enum SheetFileWriter {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    private static let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    public struct Sheet: Sendable {
        var name: String
        var data: String
        var merges: [String]
        var isHidden: Bool

        /// - Parameters:
        ///   - data: the `row` elements.
        ///   - merges: `A1:B2`
        public init(_ name: String, _ data: String, merges: [String] = [], isHidden: Bool = false) {
            (self.name, self.data, self.merges, self.isHidden) = (name, data, merges, isHidden)
        }
    }

    /// - Parameters:
    ///   - shared: the shared texts, each the content of its `si` element.
    ///   - formats: codes of number formats; a cell of style 1 has the first one.
    public static func file(_ sheets: [Sheet], shared: [String] = [], formats: [String] = [], properties: String = "") -> [UInt8] {
        let list = sheets.enumerated().map { "<sheet name=\"\($1.name.escaped)\" sheetId=\"\($0 + 1)\" \($1.isHidden ? "state=\"hidden\" " : "")r:id=\"r\($0 + 1)\"/>" }.joined()
        let parts = sheets.indices.map { "<Relationship Id=\"r\($0 + 1)\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>" }.joined()
        let styles = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1.escaped.replacing("\"", with: "&quot;"))\"/>" }.joined()
        let cells = "<xf numFmtId=\"0\"/>" + formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined()
        return ZipWriter.archive([
            ("[Content_Types].xml", Array("\(head)<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".utf8)),
            ("_rels/.rels", relations("<Relationship Id=\"r\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/>")),
            ("xl/workbook.xml", Array("\(head)<workbook \(space) xmlns:r=\"\(relation)\">\(properties)<sheets>\(list)</sheets></workbook>".utf8)),
            ("xl/_rels/workbook.xml.rels", relations(parts
                + "<Relationship Id=\"s\" Type=\"\(relation)/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(relation)/styles\" Target=\"styles.xml\"/>")),
            ("xl/sharedStrings.xml", Array("\(head)<sst \(space)>\(shared.map { "<si>\($0)</si>" }.joined())</sst>".utf8)),
            ("xl/styles.xml", Array("\(head)<styleSheet \(space)><numFmts>\(styles)</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>".utf8)),
        ] + sheets.enumerated().map { place, sheet in
            let merges = sheet.merges.isEmpty ? "" : "<mergeCells>\(sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
            return ("xl/worksheets/sheet\(place + 1).xml", Array("\(head)<worksheet \(space)><sheetData>\(sheet.data)</sheetData>\(merges)</worksheet>".utf8))
        })
    }

    private static func relations(_ content: String) -> [UInt8] {
        Array("\(head)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>".utf8)
    }

    /// Rows of texts; an empty one is a cell that is not there.
    public static func rows(_ rows: [[String]]) -> String {
        rows.enumerated().map { r, cells in
            "<row r=\"\(r + 1)\">" + cells.enumerated().filter { !$1.isEmpty }.map { c, text in
                "<c r=\"\(column(c))\(r + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text.escaped)</t></is></c>"
            }.joined() + "</row>"
        }.joined()
    }

    private static func column(_ n: Int) -> String { n < 26 ? String(UnicodeScalar(UInt8(65 + n))) : column(n / 26 - 1) + column(n % 26) }

    /// A document as a sheet: paragraphs in the first column, an empty row in front of and behind each table. Cells that the text lost the mark
    /// of are merged again: in a sheet an empty cell would say that there is nobody.
    public static func page(of document: SourceDocument) -> [UInt8] { page(of: document, merges: false) }

    /// The same with cells that say the same merged.
    public static func merged(_ document: SourceDocument) -> [UInt8] { page(of: document, merges: true) }

    private static func page(of document: SourceDocument, merges: Bool) -> [UInt8] {
        var rows: [[String]] = [], ranges: [String] = []
        for piece in Piece.all(of: document) {
            switch piece {
            case .paragraph: rows.append([piece.printed])
            case let .table(table):
                rows.append([])
                for r in table.indices {
                    let row = rows.count
                    rows.append(table[r].indices.map { c in
                        let merge = merges ? Piece.merge(table, r, c) : .none
                        let over = merges ? 1 : Piece.heightOverEmpty(table, r, c)
                        if over > 1 { ranges.append("\(column(c))\(row + 1):\(column(c))\(row + over)") }
                        if merge == .begins { ranges.append("\(column(c))\(row + 1):\(column(c))\(row + Piece.height(table, r, c))") }
                        return merge == .goesOn ? "" : table[r][c].joined(separator: "\n")
                    })
                }
                rows.append([])
            }
        }
        return file([Sheet("方案", self.rows(rows), merges: ranges)])
    }
}
