import FanganText

/// Page numbers that a conversion left in the middle of a line: `精心打一12一造示范点` holds `一12一`.
enum InnerPageMarks {
    /// Marks between two Chinese characters in a line, in order.
    static func spans(in b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Span] {
        var spans: [Span] = []
        var i = range.lowerBound + 3
        let raw = UnsafeRawBufferPointer(b)
        while i < range.upperBound {
            // Digits are ASCII: eight bytes of Chinese hold none.
            if i + 8 <= range.upperBound, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 { i += 8; continue }
            guard b[i] >= 0x30, b[i] <= 0x39 else { i += 1; continue }
            guard let number = Numerals.decimal(b, i, range.upperBound) else { i += 10; continue }
            if number.digits <= 3, let span = mark(b, i, number.end, range) { spans.append(span) }
            i = number.end
        }
        return spans
    }

    private static func mark(_ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ range: Range<Int>) -> Span? {
        let before = UTF8Scan.scalar(b, before: start, floor: range.lowerBound)
        guard end < range.upperBound, isLongDash(before.value) else { return nil }
        let after = UTF8Scan.scalar(b, at: end)
        guard after.value == before.value else { return nil }
        let from = start - before.width, to = end + after.width
        guard to < range.upperBound, from > range.lowerBound else { return nil }
        let left = UTF8Scan.scalar(b, before: from, floor: range.lowerBound).value
        let right = UTF8Scan.scalar(b, at: to).value
        return Punctuation.isHan(left) && Punctuation.isHan(right) && !PageMark.isDash(left) && !PageMark.isDash(right)
            ? Span(from, to) : nil
    }

    private static func isLongDash(_ c: UInt32) -> Bool { c == 0x4E00 || c == 0x2014 || c == 0x2015 || c == 0xFF0D || c == 0x2D }
}
