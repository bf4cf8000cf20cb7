import FanganText

/// Furniture that a line shows itself to be, whatever stands around it.
enum LineForm {
    /// Longest address or entry of a catalogue, in bytes.
    static let longestEntry = 600
    private static let longestChrome = 240

    static func furniture(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Furniture.Kind? {
        if isPlain(b, range) { return nil }
        if PageMark.matches(b, range) { return .pageMark }
        if isOrnament(b, range) { return .ornament }
        guard range.count <= longestEntry else { return nil }
        let vocabulary = ReaderVocabulary.shared
        let start = behindBullet(b, range)
        let limit = range.upperBound
        if vocabulary.catalogue.length(in: b, at: start, limit: limit) != nil { return .catalogue }
        if vocabulary.downloads.length(in: b, at: start, limit: limit) == range.count { return .webChrome }
        if isWay(b, range) { return .webChrome }
        if isRemark(b, range) || WebLineForm.isInfo(b, range) { return .webChrome }
        let isChrome = vocabulary.chrome.length(in: b, at: start, limit: limit) != nil
            || start > range.lowerBound && b[range.lowerBound] != 0x2D && isWeakChrome(b, start..<limit)
        return isChrome && range.count <= longestChrome && !holdsNumber(b, range) ? .webChrome : nil
    }

    /// Most lines are told by their first character: an ideograph with which no mark of a page and none of the words begins.
    private static func isPlain(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = UTF8Scan.scalar(b, at: range.lowerBound).value
        return first.isIdeograph && !PageMark.mayBegin(first) && !ReaderVocabulary.shared.lineStarts.mayBegin(b, range.lowerBound) && !WebVocabulary.shared.infos.mayBegin(b, range.lowerBound)
    }

    /// `首页>政府信息公开>规划计划`: the way to the page. `首 页 新闻中心 政务服务`: where one can go from it.
    private static func isWay(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longestChrome, let length = length(of: ReaderVocabulary.shared.homes, b, range.lowerBound, range.upperBound) else { return false }
        var i = range.lowerBound + length
        while i < range.upperBound, b[i] == 0x20 { i += 1 }
        guard i < range.upperBound else { return false }
        if isStep(UTF8Scan.scalar(b, at: i).value) { return !holdsClauses(b, i..<range.upperBound) }
        // 所在位置: 示例网 > 专题
        if Punctuation.isColon(UTF8Scan.scalar(b, at: i).value) { return (i..<range.upperBound).contains { b[$0] & 0xC0 != 0x80 && isStep(UTF8Scan.scalar(b, at: $0).value) } }
        return b[i - 1] == 0x20 && holdsShortWords(b, i..<range.upperBound)
    }

    /// > ＞ › » → ≫
    private static func isStep(_ c: UInt32) -> Bool {
        switch c {
        case 0x3E, 0xFF1E, 0x203A, 0xBB, 0x2192, 0x226B: true
        default: false
        }
    }

    /// `首页→专题专栏→开设专栏，每月更新。`: where to do what, in a sentence.
    private static func holdsClauses(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            if [0xFF0C, 0x3002, 0xFF1B].contains(scalar) { return true } // ，。；
            i += width
        }
        return false
    }

    /// Words of a bar of links: at least two, each short, and nothing but words.
    private static func holdsShortWords(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var words = 0, length = 0, i = range.lowerBound
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            if scalar == 0x20 || scalar == 0x7C {
                length = 0
            } else {
                guard Punctuation.isHan(scalar) || Punctuation.isLatin(scalar) else { return false }
                words += length == 0 ? 1 : 0
                length += 1
                if length > longestLinkWord { return false }
            }
            i += width
        }
        return words >= 2
    }

    /// Characters of a word in a bar of links.
    private static let longestLinkWord = 8

    /// A year in the brackets of a 发文字号: `字号：示府办〔2022〕5号` is no choice of letters.
    private static func holdsNumber(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.dropLast(3).contains { b[$0] == 0xE3 && b[$0 + 1] == 0x80 && b[$0 + 2] == 0x94 && b[$0 + 3] >= 0x30 && b[$0 + 3] <= 0x39 } // 〔
    }

    /// Lines of a page copied as plain text that a document of another format may have as its own: `正文` over the text, what a browser prints.
    static func isCopied(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        isPageWords(b, range) || isPrinted(b, range)
    }

    /// `正文`, `返 回`, `• 无障碍 |`: words of the page and nothing else.
    private static func isPageWords(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= longestChrome / 2 else { return false }
        var i = behindBullet(b, range), known = 0
        while i < range.upperBound {
            if let length = length(of: ReaderVocabulary.shared.pageWords, b, i, range.upperBound) {
                known += 1
                i += length
                continue
            }
            let (scalar, width) = UTF8Scan.scalar(b, at: i)
            guard scalar == 0x20 || scalar == 0x7C else { return false }
            i += width
        }
        return known > 0
    }

    /// The length of a word, which may have blanks between its characters: `首   页`.
    private static func length(of words: ByteWords, _ b: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
        if let length = words.length(in: b, at: start, limit: limit) { return length }
        guard start + 4 < limit, b[start] >= 0xE0, b[start + 3] == 0x20 else { return nil }
        // One character of three bytes, blanks, the other.
        guard let next = (start + 3..<min(limit, start + 12)).first(where: { b[$0] != 0x20 }), next + 3 <= limit else { return nil }
        let word = Array(b[start..<start + 3]) + Array(b[next..<next + 3])
        return word.withUnsafeBufferPointer { words.length(in: $0, at: 0, limit: 6) } == 6 ? next + 3 - start : nil
    }

    /// What a browser prints at the head and the foot of each page: `11/22/26, 8:44 AM`, `2023/4/12 10:05`, `file:///….html 1/3`.
    static func isPrinted(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = b[range.lowerBound]
        if first == UInt8(ascii: "f") { return b[range].starts(with: "file:///".utf8) }
        if first == UInt8(ascii: "h") {
            // The page behind the address.
            guard b[range].starts(with: "http".utf8), let blank = range.last(where: { b[$0] == 0x20 }), let page = Numerals.decimal(b, blank + 1, range.upperBound), page.end < range.upperBound, b[page.end] == 0x2F,
                  let count = Numerals.decimal(b, page.end + 1, range.upperBound) else { return false }
            return count.end == range.upperBound && page.value <= count.value
        }
        guard first &- 0x30 <= 9, range.count <= 30 else { return false }
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
            && ReaderVocabulary.shared.weakChrome.length(in: b, at: behindBullet(b, range), limit: range.upperBound) != nil
    }

    /// The offset behind `• `, `· `, `● `, `- `.
    static func behindBullet(_ b: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        let (scalar, width) = UTF8Scan.scalar(b, at: range.lowerBound)
        var i = range.lowerBound + width
        switch scalar {
        case 0x2022, 0xB7, 0x25CF, 0x30FB, 0x25AA: break
        case 0x2D where i < range.upperBound && b[i] == 0x20: break
        default: return range.lowerBound
        }
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
            // A no-break space that an encoding does not have.
            case 0x3F: marks += 2
            case 0x23, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3D, 0x5C, 0x5F, 0x7E, 0xB7: marks += 1
            case 0x2010...0x2015, 0x2026, 0x2500...0x257F, 0x25A0...0x25FF, 0x2605, 0x2606, 0xFF5E: marks += 1
            default: return false
            }
            i += width
        }
        return marks >= 2
    }
}
