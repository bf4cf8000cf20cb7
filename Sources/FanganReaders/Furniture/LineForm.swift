import FanganText

/// Furniture that a line shows itself to be, whatever stands around it.
enum LineForm {
    /// Longest address or entry of a catalogue, in bytes.
    private static let longestEntry = 600
    private static let longestChrome = 240

    static func furniture(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Furniture.Kind? {
        if PageMark.matches(b, range) { return .pageMark }
        if isOrnament(b, range) { return .ornament }
        guard range.count <= longestEntry else { return nil }
        let vocabulary = ReaderVocabulary.shared
        let start = skipBullet(b, range)
        let limit = range.upperBound
        if vocabulary.catalogue.length(in: b, at: start, limit: limit) != nil { return .catalogue }
        if vocabulary.downloads.length(in: b, at: start, limit: limit) == range.count { return .webChrome }
        if isWay(b, range) { return .webChrome }
        if isRemark(b, range) || WebLineForm.isInfo(b, range) { return .webChrome }
        let isChrome = vocabulary.chrome.length(in: b, at: start, limit: limit) != nil
            || start > range.lowerBound && isWeakChrome(b, start..<limit)
        return isChrome && range.count <= longestChrome && !holdsNumber(b, range) ? .webChrome : nil
    }

    /// `首页>政府信息公开>规划计划`: the way to the page.
    private static func isWay(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longestChrome, let length = ReaderVocabulary.shared.homes.length(in: b, at: range.lowerBound, limit: range.upperBound) else { return false }
        var i = range.lowerBound + length
        while i < range.upperBound, b[i] == 0x20 { i += 1 }
        return i < range.upperBound && [0x3E, 0xFF1E, 0x203A, 0xBB, 0x2192, 0x226B].contains(UTF8Scan.scalar(b, at: i).value) // > ＞ › » → ≫
    }

    /// A year in the brackets of a 发文字号: `字号：示府办〔2022〕5号` is no choice of letters.
    private static func holdsNumber(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.dropLast(3).contains { b[$0] == 0xE3 && b[$0 + 1] == 0x80 && b[$0 + 2] == 0x94 && b[$0 + 3] >= 0x30 && b[$0 + 3] <= 0x39 } // 〔
    }

    /// Lines of a page copied as plain text that a document of another format may have as its own: `正文` over the text, what a browser prints.
    static func isCopied(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        ReaderVocabulary.shared.pageWords.length(in: b, at: range.lowerBound, limit: range.upperBound) == range.count || isPrinted(b, range)
    }

    /// What a browser prints at the head and the foot of each page: `11/22/26, 8:44 AM`, `2023/4/12 10:05`, `file:///….html 1/3`.
    static func isPrinted(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        if b[range].starts(with: "file:///".utf8) { return true }
        if b[range].starts(with: "http".utf8) {
            // The page behind the address.
            guard let blank = range.last(where: { b[$0] == 0x20 }), let page = Numerals.decimal(b, blank + 1, range.upperBound), page.end < range.upperBound, b[page.end] == 0x2F,
                  let count = Numerals.decimal(b, page.end + 1, range.upperBound) else { return false }
            return count.end == range.upperBound && page.value <= count.value
        }
        guard range.count <= 30, (0x30...0x39).contains(b[range.lowerBound]) else { return false }
        // A day with an hour, in signs alone.
        let signs = range.count { b[$0] == 0x2F || b[$0] == 0x2D }
        return signs >= 2 && range.contains { b[$0] == 0x3A } && range.allSatisfy { [0x20, 0x2C, 0x2D, 0x2F, 0x3A, 0x41, 0x4D, 0x50].contains(b[$0]) || (0x30...0x39).contains(b[$0]) }
    }

    /// `（由于篇幅太长，省略部分内容，可点击网址进行查看）`: what the site tells its readers, as a line in brackets;
    /// but `（企业点击查看即可获知进度，县行政审批局负责）` is the plan's.
    private static func isRemark(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longestChrome, Punctuation.opens(UTF8Scan.scalar(b, at: range.lowerBound).value),
              Punctuation.closesBracket(UTF8Scan.scalar(b, before: range.upperBound, floor: range.lowerBound).value) else { return false }
        let vocabulary = ReaderVocabulary.shared
        let limit = range.upperBound
        guard !range.contains(where: { vocabulary.duties.length(in: b, at: $0, limit: limit) != nil }) else { return false }
        let start = range.lowerBound + UTF8Scan.scalar(b, at: range.lowerBound).width
        return vocabulary.remarkStarts.length(in: b, at: start, limit: limit) != nil
            || range.contains { vocabulary.remarks.length(in: b, at: $0, limit: limit) != nil }
    }

    /// A line that is chrome only beside other chrome: `时间：2023-07-26`.
    static func isWeakChrome(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= longestChrome / 2
            && ReaderVocabulary.shared.weakChrome.length(in: b, at: range.lowerBound, limit: range.upperBound) != nil
    }

    /// The offset behind `• `, `· `, `● `.
    private static func skipBullet(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        let (scalar, width) = UTF8Scan.scalar(b, at: range.lowerBound)
        guard [0x2022, 0xB7, 0x25CF, 0x30FB, 0x25AA].contains(scalar) else { return range.lowerBound }
        var i = range.lowerBound + width
        while i < range.upperBound, b[i] == 0x20 || b[i] == 0x09 { i += 1 }
        return i
    }

    /// `//`, `----`, `* * *`, `……`: two or more marks and nothing else.
    private static func isOrnament(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound, marks = 0
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            switch scalar {
            case 0x20, 0x09: break
            case 0x23, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x5C, 0x5F, 0x7E, 0xB7: marks += 1
            case 0x2010...0x2015, 0x2026, 0x2500...0x257F, 0x25A0...0x25FF, 0x2605, 0x2606, 0xFF5E: marks += 1
            default: return false
            }
            i += width
        }
        return marks >= 2
    }
}
