/// `牵头单位：市发改委`: a keyword with a colon begins the line.
enum KeyLine {
    static func begins(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard let length = ReaderVocabulary.shared.keys.length(in: b, at: range.lowerBound, limit: range.upperBound) else { return false }
        let at = range.lowerBound + length
        return at < range.upperBound && Punctuation.isColon(UTF8Scan.scalar(b, at: at).value)
    }
}

/// A line that is nothing but a day: `2023 年2 月28 日`, `二〇二三年二月二十八日`, perhaps in brackets or with 印发.
enum DateLine {
    private static let marks: [UInt32] = [0x5E74, 0x6708, 0x65E5] // 年 月 日

    static func matches(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 48, let end = end(b, at: range.lowerBound, limit: range.upperBound) else { return false }
        return end == range.upperBound
    }

    /// The end of the day that begins here.
    static func end(_ b: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
        var i = start
        for mark in marks {
            i = skipBlanks(b, i, limit)
            guard let number = Numerals.decimal(b, i, limit) ?? Numerals.han(b, i, limit) else { return nil }
            if mark == marks[0], number.digits != 4 { return nil }
            i = skipBlanks(b, number.end, limit)
            guard i < limit else { return nil }
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            guard scalar == mark else { return nil }
            i += width
        }
        return i
    }

    private static func skipBlanks(_ b: UnsafeBufferPointer<UInt8>, _ i: Int, _ limit: Int) -> Int {
        var i = i
        while i < limit, b[i] == 0x20 || b[i] == 0x09 { i += 1 }
        return i
    }
}

/// A line that is nothing but a document number: a short name, a year in brackets, a number and 号 (GB/T 9704).
enum DocumentNumberLine {
    static func matches(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 12, range.count <= 90 else { return false }
        guard UTF8Scan.scalar(b, before: range.upperBound).value == 0x53F7 else { return false } // 号
        var i = range.lowerBound, sawYear = false
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            if Punctuation.opens(scalar) {
                if sawYear || scalar == 0x300A { return false }
                guard let year = Numerals.decimal(b, i + width, range.upperBound), year.digits == 4 else { return false }
                sawYear = true
            } else if Punctuation.isComma(scalar) || Punctuation.endsSentence(scalar) {
                return false
            }
            i += width
        }
        return sawYear
    }
}
