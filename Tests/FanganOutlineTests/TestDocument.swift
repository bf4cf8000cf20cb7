import FanganOutline
import FanganText

/// A document whose paragraphs are the lines of a string; `|` in front of a line puts it into a table cell
/// (`|row,column|text`, `|row,column,rowSpan,columnSpan|text` for a merged one, with the table's number behind it from the second on).
func document(_ lines: String) -> SourceDocument {
    let text = CanonicalText(lines)
    var blocks: [Block] = []
    var start = 0
    for i in 0...text.count where i == text.count || text.bytes[i] == 0x0A {
        var a = start, b = i
        while a < b, text.bytes[a] == 0x20 { a += 1 }
        while b > a, text.bytes[b - 1] == 0x20 { b -= 1 }
        let indent = a - start
        start = i + 1
        guard b > a else { continue }
        var cell: CellPosition?
        if text.bytes[a] == UInt8(ascii: "|"), let close = text.bytes[(a + 1)..<b].firstIndex(of: UInt8(ascii: "|")) {
            let numbers = String(decoding: text.bytes[(a + 1)..<close], as: UTF8.self).split(separator: ",").compactMap { Int($0) }
            cell = CellPosition(
                table: numbers.count > 4 ? numbers[4] : 0, row: numbers[0], column: numbers[1], rowSpan: numbers.count > 2 ? numbers[2] : 1, columnSpan: numbers.count > 3 ? numbers[3] : 1)
            a = close + 1
        }
        blocks.append(Block(span: Span(a, b), cell: cell, indent: indent))
    }
    return SourceDocument(source: SourceInfo(uri: "test", mediaType: "text/plain", encoding: "UTF-8", sha256: ""), text: text, blocks: blocks)
}

func outline(_ lines: String) -> Outline { OutlineBuilder().build(document(lines)) }

extension Outline {
    /// `4/（一）/1. task duties` for each item, with its heading where it has one.
    var summary: [String] {
        items.map { item in
            let heading = item.heading.map { " «" + item.passage.string($0) + "»" } ?? ""
            return item.path.joined(separator: "/") + " " + item.kind.rawValue + " " + item.role.rawValue + heading
        }
    }
}
