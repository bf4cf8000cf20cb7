import FanganText

/// Page numbers that a conversion left in the middle of a line: `精心打一12一造示范点` holds `一12一`, a text that lost its line
/// ends `# Page 12:`.
enum InnerPageMarks {
    /// Dashed marks between two Chinese characters in a line, and marks with a word, in order.
    static func spans(in b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Span] {
        var spans: [Span] = []
        var i = range.lowerBound + 3
        let raw = UnsafeRawBufferPointer(b)
        while i < range.upperBound {
            // Digits and # are ASCII: of eight bytes those of Chinese are passed over at once.
            if i &+ 8 <= range.upperBound {
                let ascii = ~UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) & 0x8080_8080_8080_8080
                i &+= ascii.trailingZeroBitCount / 8
                if ascii == 0 { continue }
            }
            if b[i] == 0x23, let span = worded(b, i, range) {
                spans.append(span)
                i = span.end
                continue
            }
            guard b[i] >= 0x30, b[i] <= 0x39 else { i += 1; continue }
            guard let number = Numerals.decimal(b, i, range.upperBound) else { i += 10; continue }
            if number.digits <= 3, let span = mark(b, i, number.end, range) { spans.append(span) }
            i = number.end
        }
        return spans
    }

    /// The dashes stand at the number or, both, a blank away from it: `一12一`, `一 12 一`.
    private static func mark(_ b: UnsafeBufferPointer<UInt8>, _ number: Int, _ numberEnd: Int, _ range: Range<Int>) -> Span? {
        var start = number, end = numberEnd
        if start - 1 > range.lowerBound, b[start - 1] == 0x20, end + 1 < range.upperBound, b[end] == 0x20 {
            start -= 1
            end += 1
        }
        let before = UTF8Scan.scalar(b, before: start, floor: range.lowerBound)
        guard end < range.upperBound, isLongDash(before.value) else { return nil }
        let after = UTF8Scan.scalar(b, at: end)
        guard after.value == before.value else { return nil }
        let from = start - before.width, to = end + after.width
        guard to < range.upperBound, from > range.lowerBound else { return nil }
        let left = UTF8Scan.scalar(b, before: from, floor: range.lowerBound).value
        // Behind a mark at a line's end the next line may be moved in.
        var next = to
        while next + 1 < range.upperBound, b[next] == 0x20 || b[next] == 0x09 { next += 1 }
        let right = UTF8Scan.scalar(b, at: next).value
        return Punctuation.isHan(left) && Punctuation.isHan(right) && !PageMark.isDash(left) && !PageMark.isDash(right)
            ? Span(from, to) : nil
    }

    /// `# Page 12:` with the blanks in front of it.
    static func worded(_ b: UnsafeBufferPointer<UInt8>, _ hash: Int, _ range: Range<Int>) -> Span? {
        func skipBlanks(_ i: Int) -> Int {
            var i = i
            while i < range.upperBound, b[i] == 0x20 { i += 1 }
            return i
        }
        let word = skipBlanks(hash + 1)
        guard word + 4 <= range.upperBound, zip(b[word..<word + 4], "page".utf8).allSatisfy({ $0 | 0x20 == $1 }),
              let number = Numerals.decimal(b, skipBlanks(word + 4), range.upperBound), number.digits <= 5 else { return nil }
        var end = skipBlanks(number.end)
        guard end < range.upperBound, b[end] == 0x3A else { return nil }
        end += 1
        var start = hash
        while start > range.lowerBound, b[start - 1] == 0x20 { start -= 1 }
        return Span(start, end)
    }

    private static func isLongDash(_ c: UInt32) -> Bool { c == 0x4E00 || c == 0x2014 || c == 0x2015 || c == 0xFF0D || c == 0x2D }
}
