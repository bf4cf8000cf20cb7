import FanganText

/// Inline marks that the canonical text does not have: bold, code, link targets, escapes, `<br>`, and what is struck out.
enum MarkdownInline {
    /// A link or image `[text](target)`.
    struct Link {
        var text: Range<Int>
        var end: Int
    }

    /// A target longer than this is none; keeps unclosed ones from being searched for again and again.
    private static let longestTarget = 2048

    /// Bytes of emphasised text.
    private static let longestEmphasis = 300

    /// Bytes of struck-out text.
    private static let longestStruck = 2048

    /// The cuts of a stretch of a line, ascending.
    static func cuts(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Cut] {
        var cuts: [Cut] = []
        var i = range.lowerBound
        while i < range.upperBound {
            let rest = range.upperBound - i
            switch b[i] {
            case 0x2A where rest > 1 && b[i + 1] == 0x2A:
                let end = run(b, i, range.upperBound)
                cuts.append(Cut(span: Span(i, end)))
                i = end
            case 0x2A where rest > 2:
                guard let close = emphasisEnd(b, i, range) else { i += 1; continue }
                cuts.append(Cut(span: Span(i, i + 1)))
                cuts += Self.cuts(b, i + 1..<close)
                cuts.append(Cut(span: Span(close, close + 1)))
                i = close + 1
            case 0x26 where rest >= 6 && "&nbsp;".utf8.elementsEqual(b[i..<i + 6]):
                cuts.append(Cut(span: Span(i, i + 6), replacement: 0x20))
                i += 6
            case 0x7E where rest > 4 && b[i + 1] == 0x7E:
                // ~~县公路局~~县交通局; not 3~~5个
                if i > range.lowerBound, b[i - 1] >= 0x30, b[i - 1] <= 0x39 { i += 2; continue }
                guard let close = (i + 2..<min(range.upperBound - 1, i + longestStruck)).first(where: { b[$0] == 0x7E && b[$0 + 1] == 0x7E }) else { i += 2; continue }
                cuts.append(Cut(span: Span(i, close + 2)))
                i = close + 2
            case 0x60:
                let end = run(b, i, range.upperBound)
                cuts.append(Cut(span: Span(i, end)))
                i = end
            case 0x5C where rest > 1 && isMark(b[i + 1]):
                cuts.append(Cut(span: Span(i, i + 1)))
                i += 2
            case 0x5B, 0x21:
                let isImage = b[i] == 0x21
                guard let link = link(b, isImage ? i + 1 : i, range.upperBound) else { i += 1; continue }
                cuts.append(Cut(span: Span(i, link.text.lowerBound)))
                cuts += Self.cuts(b, link.text)
                cuts.append(Cut(span: Span(link.text.upperBound, link.end)))
                i = link.end
            case 0x3C:
                guard let end = lineBreak(b, i, range.upperBound) else { i += 1; continue }
                cuts.append(Cut(span: Span(i, end), replacement: 0x0A))
                i = end
            default:
                i += 1
            }
        }
        return cuts
    }

    /// `*6月底前*`: where the second star stands. Behind a digit or a letter the star is a placeholder or a sign of arithmetic: 20*年*月, 5m*3m*2m.
    private static func emphasisEnd(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Int? {
        if start > range.lowerBound, isWord(b[start - 1]) { return nil }
        guard b[start + 1] != 0x20, b[start + 1] != 0x2A, let close = (start + 2..<min(range.upperBound, start + longestEmphasis)).first(where: { b[$0] == 0x2A }),
              b[close - 1] != 0x20, close + 1 == range.upperBound || b[close + 1] != 0x2A else { return nil }
        return close
    }

    /// `[text](target)` that begins here; the text holds no brackets of its own kind.
    static func link(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Link? {
        guard start < limit, b[start] == 0x5B else { return nil }
        var i = start + 1
        while i < limit, b[i] != 0x5D {
            if b[i] == 0x5B { return nil }
            i += 1
        }
        guard i + 1 < limit, b[i + 1] == 0x28 else { return nil }
        let text = start + 1..<i
        i += 2
        var depth = 1
        let targetLimit = min(limit, i + longestTarget)
        while i < targetLimit {
            if b[i] == 0x28 { depth += 1 }
            if b[i] == 0x29 { depth -= 1 }
            i += 1
            if depth == 0 { return Link(text: text, end: i) }
        }
        return nil
    }

    /// The end of a run of the same mark.
    private static func run(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var i = start
        while i < limit, b[i] == b[start] { i += 1 }
        return i
    }

    /// ASCII punctuation, which a backslash makes ordinary.
    private static func isMark(_ c: UInt8) -> Bool {
        c > 0x20 && c < 0x7F && !(c >= 0x30 && c <= 0x39) && !(c | 0x20 >= 0x61 && c | 0x20 <= 0x7A)
    }

    private static func lineBreak(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
        guard start + 3 < limit, b[start + 1] | 0x20 == 0x62, b[start + 2] | 0x20 == 0x72 else { return nil }
        var i = start + 3
        while i < limit, b[i] == 0x20 || b[i] == 0x2F { i += 1 }
        return i < limit && b[i] == 0x3E ? i + 1 : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
