import FanganText

/// Writes Word files: of a document, or of parts that a test spells out.
public enum WordFileWriter {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    private static let spaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        """
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    /// A file with this body and these parts; each is the content of its root element.
    public static func file(
        body: String, styles: String? = nil, numbering: String? = nil, footnotes: String? = nil, header: String? = nil
    ) -> [UInt8] {
        var parts: [(String, String, String)] = []
        if let styles { parts.append(("styles", "w:styles", styles)) }
        if let numbering { parts.append(("numbering", "w:numbering", numbering)) }
        if let footnotes { parts.append(("footnotes", "w:footnotes", footnotes)) }
        if let header { parts.append(("header", "w:hdr", header)) }
        let relations = parts.enumerated().map { "<Relationship Id=\"r\($0)\" Type=\"\(relation)\($1.0)\" Target=\"\($1.0).xml\"/>" }.joined()
        return ZipWriter.archive([
            ("[Content_Types].xml", contentTypes(parts.map(\.0))),
            ("_rels/.rels", relationships("<Relationship Id=\"r\" Type=\"\(relation)officeDocument\" Target=\"word/document.xml\"/>")),
            ("word/document.xml", part("w:document", "<w:body>\(body)\(end(of: body))</w:body>")),
            ("word/_rels/document.xml.rels", relationships(relations)),
        ] + parts.map { ("word/\($0.0).xml", part($0.1, $0.2)) })
    }

    /// A body never ends with a table: without a paragraph behind it LibreOffice writes a .doc whose table is lost.
    private static func end(of body: String) -> String { body.hasSuffix("</w:tbl>") ? "<w:p/><w:sectPr/>" : "<w:sectPr/>" }

    /// Other programs than ours look here what a part is.
    private static func contentTypes(_ parts: [String]) -> [UInt8] {
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        let own = [("document", "document.main")] + parts.map { ($0, $0) }
        let list = own.map { "<Override PartName=\"/word/\($0.0).xml\" ContentType=\"\(main)\($0.1)+xml\"/>" }.joined()
        return Array((head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\(list)</Types>").utf8)
    }

    public static func part(_ root: String, _ content: String) -> [UInt8] { Array("\(head)<\(root) \(spaces)>\(content)</\(root)>".utf8) }

    private static func relationships(_ content: String) -> [UInt8] {
        Array("\(head)<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>".utf8)
    }

    // MARK: A document

    /// A document as a Word file, every number typed.
    public static func typed(_ document: SourceDocument) -> [UInt8] { file(body: Piece.all(of: document).map(written).joined()) }

    /// The same with the numbers `一、` `（一）` `1.` `（1）` automatic where they count on.
    public static func numbered(_ document: SourceDocument) -> [UInt8] { numbered(document, definesEach: false) }

    /// The same with a definition for each list. LibreOffice writes a .doc from no other: the first paragraph of a list that
    /// begins a shared definition anew comes to stand in a list of its own there, and LibreOffice itself reads 一、 twice.
    public static func numberedApart(_ document: SourceDocument) -> [UInt8] { numbered(document, definesEach: true) }

    private static func numbered(_ document: SourceDocument, definesEach: Bool) -> [UInt8] {
        var lists = AutomaticLists(definesEach: definesEach)
        let body = Piece.all(of: document).map { piece in
            guard case let .paragraph(text, _) = piece, let (label, rest) = AutomaticLists.label(text) else { return written(piece) }
            return lists.paragraph(label) { paragraph(rest, properties: $0) } ?? written(piece)
        }.joined()
        return file(body: body, numbering: lists.part)
    }

    static func written(_ piece: Piece) -> String {
        switch piece {
        case .paragraph: paragraph(piece.printed)
        case let .table(rows): table(rows)
        }
    }

    /// In two runs, as Word writes text that was edited.
    public static func paragraph(_ text: String, properties: String = "") -> String {
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        let runs = [text[..<middle], text[middle...]].filter { !$0.isEmpty }.map { "<w:r><w:t xml:space=\"preserve\">\(String($0).escaped)</w:t></w:r>" }
        return "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>") + runs.joined() + "</w:p>"
    }

    /// A table with a grid and widths, as every program writes it.
    /// - Parameters:
    ///   - merges: whether a cell that says what the one above it says is merged with it, where ``Piece/isShared`` allows.
    ///   - row: what is put around the cells of a row.
    static func table(_ rows: [[[String]]], merges: Bool = false, row: (Int, String) -> String = { "<w:tr>\($1)</w:tr>" }) -> String {
        let columns = max(rows.map(\.count).max() ?? 0, 1), width = 9000 / columns
        let head = "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>" + String(repeating: "<w:gridCol w:w=\"\(width)\"/>", count: columns) + "</w:tblGrid>"
        let body = rows.indices.map { r in
            row(r, (0..<columns).map { c in
                let cell = rows[r].count > c ? rows[r][c] : []
                let merge = merges ? Piece.merge(rows, r, c) : .none
                let mark = merge == .goesOn ? "<w:vMerge/>" : merge == .begins ? "<w:vMerge w:val=\"restart\"/>" : ""
                let content = cell.isEmpty || merge == .goesOn ? "<w:p/>" : cell.map { paragraph($0) }.joined()
                return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(mark)</w:tcPr>\(content)</w:tc>"
            }.joined())
        }
        return head + body.joined() + "</w:tbl>"
    }
}

/// Lists for the numbers of a document: one definition per form, a list of its own wherever the count begins anew.
struct AutomaticLists {
    enum Form: Int, CaseIterable { case chinese, bracketed, arabic, arabicBracketed }

    private let definesEach: Bool
    private var counts: [Form: Int] = [:]
    private var lists: [Form: Int] = [:]
    private var restarts: [(id: Int, form: Form, start: Int)] = []

    /// - Parameter definesEach: a definition for each list, in place of one for each form.
    init(definesEach: Bool) { self.definesEach = definesEach }

    /// `（三）` and what stands behind it.
    static func label(_ text: String) -> ((form: Form, number: Int), rest: String)? {
        for form in Form.allCases {
            for number in 1...30 where text.hasPrefix(printed(form, number)) { return ((form, number), String(text.dropFirst(printed(form, number).count))) }
        }
        return nil
    }

    private static func printed(_ form: Form, _ number: Int) -> String {
        let digits = Array("〇一二三四五六七八九")
        let tens = number / 10, ones = number % 10
        let han = (tens > 0 ? (tens > 1 ? String(digits[tens]) : "") + "十" : "") + (ones > 0 ? String(digits[ones]) : "")
        return switch form {
        case .chinese: han + "、"
        case .bracketed: "（\(han)）"
        case .arabic: "\(number)."
        case .arabicBracketed: "（\(number)）"
        }
    }

    /// A paragraph with an automatic number.
    mutating func paragraph(_ label: (form: Form, number: Int), _ write: (String) -> String) -> String? {
        if counts[label.form].map({ $0 + 1 }) != label.number || lists[label.form] == nil {
            restarts.append((restarts.count + 1, label.form, label.number))
            lists[label.form] = restarts.count
        }
        counts[label.form] = label.number
        return write("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(lists[label.form] ?? 0)\"/></w:numPr>")
    }

    var part: String {
        let texts = ["%1、", "（%1）", "%1.", "（%1）"], formats = ["chineseCounting", "chineseCountingThousand", "decimal", "decimal"]
        func definition(_ id: Int, _ form: Form, start: Int) -> String {
            """
            <w:abstractNum w:abstractNumId="\(id)"><w:lvl w:ilvl="0"><w:start w:val="\(start)"/><w:numFmt w:val="\(formats[form.rawValue])"/>\
            <w:suff w:val="nothing"/><w:lvlText w:val="\(texts[form.rawValue])"/></w:lvl></w:abstractNum>
            """
        }
        if definesEach {
            return restarts.map { definition($0.id, $0.form, start: $0.start) }.joined()
                + restarts.map { "<w:num w:numId=\"\($0.id)\"><w:abstractNumId w:val=\"\($0.id)\"/></w:num>" }.joined()
        }
        let definitions = Form.allCases.map { definition($0.rawValue, $0, start: 1) }
        let numbers = restarts.map { list in
            """
            <w:num w:numId="\(list.id)"><w:abstractNumId w:val="\(list.form.rawValue)"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="\(list.start)"/>\
            </w:lvlOverride></w:num>
            """
        }
        return (definitions + numbers).joined()
    }
}
