import FanganText

/// A document as Word files that say the same in other ways.
extension WordFileWriter {
    // MARK: Numbers by style

    /// The numbers `一、` `（一）` `1.` `（1）` as four levels of one list that the paragraphs' styles belong to.
    public static func numberedByStyle(_ document: SourceDocument) -> [UInt8] {
        var list = StyledList()
        let body = Piece.all(of: document).map { piece in
            guard case let .paragraph(text, _) = piece, let (label, rest) = AutomaticLists.label(text) else { return written(piece) }
            return paragraph(rest, properties: list.properties(level: label.form.rawValue, number: label.number))
        }.joined()
        return file(body: body, styles: StyledList.styles, numbering: list.numbering)
    }

    // MARK: Merged cells

    /// Cells that say the same are merged.
    public static func merged(_ document: SourceDocument) -> [UInt8] {
        file(body: Piece.all(of: document).map { piece in
            guard case let .table(rows) = piece else { return written(piece) }
            return table(rows, merges: true) { row, cells in "<w:tr>\(row == 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : "")\(cells)</w:tr>" }
        }.joined())
    }

    // MARK: Tracked changes

    /// What the other version said; it would be a duty with a unit and a deadline.
    private static let other = "旧稿由某某局牵头，2001年1月底前完成。"

    /// A document under revision.
    /// - Parameter isAccepted: whether the document is what is left when all changes are accepted, else when they are rejected.
    public static func tracked(_ document: SourceDocument, isAccepted: Bool) -> [UInt8] {
        let kept = isAccepted ? "ins" : "del", gone = isAccepted ? "del" : "ins"
        var number = 0
        func mark(_ name: String, _ content: String) -> String {
            number += 1
            let tag = "w:\(name) w:id=\"\(number)\" w:author=\"张三\" w:date=\"2024-01-02T03:04:05Z\""
            return content.isEmpty ? "<\(tag)/>" : "<\(tag)>\(content)</w:\(name)>"
        }
        func run(_ text: String, in name: String = "") -> String {
            let tag = name == "del" ? "w:delText" : "w:t"
            return "<w:r><\(tag) xml:space=\"preserve\">\(text.escaped)</\(tag)></w:r>"
        }
        func ghost() -> String { "<w:p><w:pPr><w:rPr>\(mark(gone, ""))</w:rPr></w:pPr>\(mark(gone, run(other, in: gone)))</w:p>" }
        func changed(_ text: String, _ place: Int) -> String {
            let middle = text.index(text.startIndex, offsetBy: text.count / 2), head = String(text[..<middle]), tail = String(text[middle...])
            switch place % 4 {
            case 0: return "<w:p>\(run(head))\(mark(gone, run(other, in: gone)))\(mark(kept, run(tail, in: kept)))</w:p>"
            case 1: return "<w:p><w:pPr><w:rPr>\(mark(gone, ""))</w:rPr></w:pPr>\(run(head))</w:p><w:p>\(run(tail))</w:p>"
            case 2: return "<w:p>\(run(text))</w:p>" + ghost()
            default: return "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange w:id=\"0\" w:author=\"张三\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>\(run(text))</w:p>"
            }
        }
        let body = Piece.all(of: document).enumerated().map { place, piece in
            guard case let .table(rows) = piece else { return changed(piece.printed, place) }
            return table(rows) { row, cells in
                let ghosts = "<w:tr><w:trPr>\(mark(gone, ""))</w:trPr>" + rows[0].map { _ in "<w:tc><w:p>\(mark(gone, run(other, in: gone)))</w:p></w:tc>" }.joined() + "</w:tr>"
                return "<w:tr>\(cells)</w:tr>" + (row % 3 == 1 ? ghosts : "")
            }
        }
        return file(body: body.joined())
    }

    // MARK: Text boxes

    /// Every third paragraph stands in a text box: of the paragraph in front of it, or of an empty one.
    public static func boxed(_ document: SourceDocument) -> [UInt8] {
        var body = "", host: String?
        for (place, piece) in Piece.all(of: document).enumerated() {
            guard case .paragraph = piece else {
                body += (host.map { paragraph($0) } ?? "") + written(piece)
                host = nil
                continue
            }
            if place % 3 == 2 {
                let before = place % 2 == 0 ? (host.map { paragraph($0) } ?? "") : ""
                body += before + "<w:p>" + (place % 2 == 0 ? "" : host.map(run) ?? "") + box(piece.printed) + "</w:p>"
                host = nil
            } else {
                body += host.map { paragraph($0) } ?? ""
                host = piece.printed
            }
        }
        return file(body: body + (host.map { paragraph($0) } ?? ""))
    }

    private static func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text.escaped)</w:t></w:r>" }

    /// A text box as Word writes it: a drawing, and the same for programs that know none.
    private static func box(_ text: String) -> String {
        let content = "<w:txbxContent>\(paragraph(text))</w:txbxContent>"
        return """
            <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>\(content)</wps:txbx></wps:wsp></w:drawing></mc:Choice>\
            <mc:Fallback><w:pict><v:shape><v:textbox>\(content)</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
            """
    }

    // MARK: Notes

    /// Every second paragraph has a footnote; its text would be a duty.
    public static func noted(_ document: SourceDocument) -> [UInt8] {
        var notes = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
        let body = Piece.all(of: document).enumerated().map { place, piece in
            guard case .paragraph = piece, place % 2 == 1 else { return written(piece) }
            let id = place / 2 + 1
            notes += "<w:footnote w:id=\"\(id)\"><w:p><w:r><w:footnoteRef/></w:r>\(run(other))</w:p></w:footnote>"
            return "<w:p>\(run(piece.printed))<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"\(id)\"/></w:r></w:p>"
        }.joined()
        return file(body: body, footnotes: notes)
    }
}

/// One list of four levels, each the style's of its paragraphs; where the text's own count leaves it, a list of its own
/// begins it anew.
private struct StyledList {
    private static let formats = ["chineseCountingThousand", "chineseCounting", "decimal", "decimal"], texts = ["%1、", "（%2）", "%3.", "（%4）"]
    private var counts: [Int: Int] = [:]
    private var restarts = ""
    private var last = 1

    mutating func properties(level: Int, number: Int) -> String {
        let isNext = (counts[level] ?? 0) + 1 == number
        counts[level] = number
        for below in counts.keys where below > level { counts[below] = nil }
        let style = "<w:pStyle w:val=\"S\(level)\"/>"
        if isNext { return style }
        last += 1
        restarts += "<w:num w:numId=\"\(last)\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride></w:num>"
        return style + "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(last)\"/></w:numPr>"
    }

    var numbering: String {
        let levels = (0..<4).map { level in
            """
            <w:lvl w:ilvl="\(level)"><w:start w:val="1"/><w:numFmt w:val="\(Self.formats[level])"/><w:pStyle w:val="S\(level)"/><w:suff w:val="nothing"/>\
            <w:lvlText w:val="\(Self.texts[level])"/></w:lvl>
            """
        }
        return "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>\(levels.joined())</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>" + restarts
    }

    static let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>" + (0..<4).map { level in
        """
        <w:style w:type="paragraph" w:styleId="S\(level)"><w:name w:val="方案\(level)"/><w:basedOn w:val="N"/><w:pPr><w:numPr>\
        \(level > 0 ? "<w:ilvl w:val=\"\(level)\"/>" : "")<w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        """
    }.joined()
}
