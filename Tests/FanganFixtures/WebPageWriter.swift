import FanganText

/// Writes a document as a web page, with a site's navigation and foot around it.
public enum WebPageWriter {
    public static func page(of document: SourceDocument) -> [UInt8] { page(of: document, merges: false) }

    /// The same with cells that say the same merged.
    public static func merged(_ document: SourceDocument) -> [UInt8] { page(of: document, merges: true) }

    private static func page(of document: SourceDocument, merges: Bool) -> [UInt8] {
        var html = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>文件</title></head><body>
            <div class="header"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul></div>
            <div class="content"><div class="article">

            """
        for piece in Piece.all(of: document) {
            switch piece {
            case let .paragraph(text, indent): html += "<p>" + String(repeating: "　", count: indent / 2) + text.escaped + "</p>\n"
            case let .table(rows): html += table(rows, merges)
            }
        }
        html += "</div></div><div class=\"foot\"><p><a href=\"/c\">网站地图</a></p><p>主办：某某人民政府办公室，网站标识码：1234567890</p></div></body></html>"
        return Array(html.utf8)
    }

    private static func table(_ rows: [[[String]]], _ merges: Bool) -> String {
        "<table>" + rows.indices.map { r in
            "<tr>" + rows[r].indices.map { c in
                let merge = merges ? Piece.merge(rows, r, c) : .none
                if merge == .goesOn { return "" }
                let span = merge == .begins ? " rowspan=\"\(Piece.height(rows, r, c))\"" : ""
                return "<td\(span)>" + rows[r][c].map { "<p>\($0.escaped)</p>" }.joined() + "</td>"
            }.joined() + "</tr>\n"
        }.joined() + "</table>\n"
    }
}
