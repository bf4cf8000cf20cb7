import FanganText

/// The words of a web page that stand behind a text without line ends: `相关附件：示府办〔2022〕5号….pdf二维码扫一扫在手机打开当前页`.
enum WebTail {
    /// Bytes from the end in which a tail may begin.
    private static let reach = 900

    /// - Returns: from the first word of the page up to the end, where no sentence ends behind it.
    static func span(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Span? {
        let vocabulary = ReaderVocabulary.shared
        var i = range.upperBound, start: Int?
        let floor = max(range.lowerBound + 1, range.upperBound - reach)
        while i > floor {
            let (scalar, width) = UTF8Scan.scalar(bytes, before: i, floor: range.lowerBound)
            if scalar == 0x3002 { break } // 。
            i -= width
            if isDownloadsOverCode(bytes, i, range.upperBound) { start = i }
            // Words of a sentence may be the same; a tail begins behind one.
            guard mayEnd(UTF8Scan.scalar(bytes, before: i, floor: range.lowerBound).value) else { continue }
            if isWord(vocabulary.downloads, bytes, i, range.upperBound) || vocabulary.chrome.length(in: bytes, at: i, limit: range.upperBound) != nil { start = i }
        }
        guard let start, start > floor, !assigns(bytes, start..<range.upperBound) else { return nil }
        return Span(start, range.upperBound)
    }

    /// `相关附件：二维码…`: of the page, whatever it stands behind.
    private static func isDownloadsOverCode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Bool {
        let vocabulary = ReaderVocabulary.shared
        guard let length = vocabulary.downloads.length(in: bytes, at: at, limit: limit), at + length < limit, case let (colon, width) = UTF8Scan.scalar(bytes, at: at + length), Punctuation.isColon(colon) else { return false }
        return vocabulary.pageCodes.length(in: bytes, at: at + length + width, limit: limit) != nil
    }

    /// Behind the end of a sentence, a bracket, a blank, or the day of a signature.
    private static func mayEnd(_ c: UInt32) -> Bool {
        Punctuation.endsSentence(c) || Punctuation.closes(c) || c == 0x20 || c == 0x09 || c == 0x65E5 // 日
    }

    /// Whether a key of a responsibility stands in a stretch: then it is text.
    private static func assigns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains { ReaderVocabulary.shared.keys.length(in: bytes, at: $0, limit: range.upperBound) != nil }
    }

    /// `相关附件：`: with a colon, as a heading of the page has it.
    private static func isWord(_ words: ByteWords, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ limit: Int) -> Bool {
        guard let length = words.length(in: bytes, at: at, limit: limit) else { return false }
        return at + length < limit && Punctuation.isColon(UTF8Scan.scalar(bytes, at: at + length).value)
    }
}
