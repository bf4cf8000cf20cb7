/// Forms of Markdown lines (CommonMark 0.31, and tables as GitHub has them).
enum MarkdownLine {
    /// `## heading`: its level and where its text begins.
    static func heading(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (level: Int, start: Int)? {
        var i = range.lowerBound
        while i < range.upperBound, b[i] == 0x23 { i += 1 }
        let level = i - range.lowerBound
        guard level >= 1, level <= 6, i < range.upperBound, b[i] == 0x20 || b[i] == 0x09 else { return nil }
        return (level, skipBlanks(b, i, range.upperBound))
    }

    /// Where the text begins behind `> `, `- `, `* `, `+ `.
    static func content(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var i = range.lowerBound
        while i < range.upperBound {
            if b[i] == 0x3E { i = skipBlanks(b, i + 1, range.upperBound); continue }
            let isMarker = b[i] == 0x2D || b[i] == 0x2A || b[i] == 0x2B
            guard isMarker, i + 1 < range.upperBound, b[i + 1] == 0x20 || b[i + 1] == 0x09 else { break }
            i = skipBlanks(b, i + 1, range.upperBound)
            // `- [ ] （三）培训干部`: an item of a list to be ticked off.
            if i + 3 < range.upperBound, b[i] == 0x5B, b[i + 1] == 0x20 || b[i + 1] | 0x20 == 0x78, b[i + 2] == 0x5D, b[i + 3] == 0x20 { i = skipBlanks(b, i + 3, range.upperBound) }
        }
        return i < range.upperBound ? i : range.lowerBound
    }

    /// `|---|:--:|`, `--- | ---`
    static func isTableRule(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var bars = 0, dashes = 0
        for i in range {
            switch b[i] {
            case 0x7C: bars += 1
            case 0x2D: dashes += 1
            case 0x3A, 0x20, 0x09: break
            default: return false
            }
        }
        return bars > 0 && dashes > 1
    }

    /// Cells between bars, of a line with outer bars or without; 0 where there is no bar inside.
    static func cells(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        guard let first = range.first, let last = range.last, first < last else { return 0 }
        let inner = range.dropFirst().dropLast().count { b[$0] == 0x7C && b[$0 - 1] != 0x5C }
        return inner > 0 || b[first] == 0x7C && b[last] == 0x7C ? inner + 1 : 0
    }

    /// `**发布日期**: 2025-10-31`: the key's place.
    static func boldKey(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        guard range.count > 5, b[range.lowerBound] == 0x2A, b[range.lowerBound + 1] == 0x2A else { return nil }
        let start = range.lowerBound + 2
        var i = start
        while i + 1 < range.upperBound, !(b[i] == 0x2A && b[i + 1] == 0x2A) {
            if i - start > 40 { return nil }
            i += 1
        }
        let after = i + 2
        let isInside = i > start && Punctuation.isColon(UTF8Scan.scalar(b, before: i, floor: start).value)
        guard isInside || after < range.upperBound && Punctuation.isColon(UTF8Scan.scalar(b, at: after).value) else { return nil }
        return start..<i
    }

    /// `- [text](target)` and nothing else.
    static func isLinkOnly(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let start = content(b, range)
        guard let link = MarkdownInline.link(b, start, range.upperBound) else { return false }
        return link.end == range.upperBound
    }

    static func skipBlanks(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
        var i = i
        while i < limit, b[i] == 0x20 || b[i] == 0x09 { i += 1 }
        return i
    }
}
