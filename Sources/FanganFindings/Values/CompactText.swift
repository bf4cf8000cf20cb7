import FanganText

/// A stretch of a passage as the value recognisers read it: no spaces (`2023 年 5 月` is `2023年5月`),
/// full-width digits and marks folded to ASCII, every dash one dash, every semicolon one semicolon.
/// Each scalar keeps its place in the passage. A space between two digits stays, so that numbers
/// of neighbouring cells do not run together.
struct CompactText: Sendable {
    /// Each with its index in the passage as its place.
    private let kept: Passage
    var scalars: Scalars { kept.scalars }
    /// Indices in front of which a line ended, ascending.
    private let lineStarts: [Int32]

    init(_ passage: Passage, _ range: Range<Int>) {
        var room = PassageRoom()
        self.init(passage, range, in: &room)
    }

    init(_ passage: Passage, _ range: Range<Int>, in room: inout PassageRoom) {
        let range = range.clamped(to: passage.indices)
        var lineStarts: [Int32] = []
        kept = Passage(capacity: range.count, in: &room) { target, place in
            passage.scalars.withUnsafeBufferPointer { Self.compact($0, range, target, place, &lineStarts) }
        }
        self.lineStarts = lineStarts
    }

    /// Copies a range, spaces left out and marks folded; returns how many scalars were written.
    private static func compact(
        _ source: UnsafeBufferPointer<UInt32>, _ range: Range<Int>,
        _ target: UnsafeMutableBufferPointer<UInt32>, _ place: UnsafeMutableBufferPointer<Int32>,
        _ lineStarts: inout [Int32]
    ) -> Int {
        var n = 0
        var i = range.lowerBound
        var formulaEnd = -1
        while i < range.upperBound {
            var scalar = source[i]
            // An ideograph is itself.
            if !scalar.isIdeograph {
                if isSpace(scalar) {
                    var j = i + 1, endsLine = scalar == 0x0A
                    while j < range.upperBound, isSpace(source[j]) { endsLine = endsLine || source[j] == 0x0A; j += 1 }
                    if n > 0, target[n - 1].isDigit, j < range.upperBound, folded(source[j]).isDigit {
                        target[n] = 0x20
                        place[n] = Int32(truncatingIfNeeded: i)
                        n += 1
                    }
                    if endsLine { lineStarts.append(Int32(truncatingIfNeeded: n)) }
                    i = j
                    continue
                }
                // 突破$30$亿元: marks of mathematics; $5亿元 are dollars.
                if scalar == 0x24, i <= formulaEnd || closesFormula(source, i, range.upperBound, &formulaEnd) { i += 1; continue }
                scalar = folded(scalar)
                if scalar.isLetter, let digit = misread(scalar, behind: n > 0 ? target[n - 1] : 0, source, i + 1, range.upperBound) { scalar = digit }
            }
            target[n] = scalar
            place[n] = Int32(truncatingIfNeeded: i)
            n &+= 1
            i &+= 1
        }
        return n
    }

    /// Whether a second $ stands behind the one at an index, with nothing but figures and signs between.
    private static func closesFormula(_ source: UnsafeBufferPointer<UInt32>, _ open: Int, _ end: Int, _ formulaEnd: inout Int) -> Bool {
        guard let close = (open + 1..<min(open + 24, max(end, open + 1))).first(where: { source[$0] == 0x24 || source[$0] >= 0x2E80 || source[$0] == 0x0A }), source[close] == 0x24 else { return false }
        formulaEnd = close
        return true
    }

    /// The figure that a letter of a date stands for (2O24年6月3O日, l2月底): O between figures or in front of 年 月 日 %, l in front of a month.
    private static func misread(_ scalar: UInt32, behind last: UInt32, _ source: UnsafeBufferPointer<UInt32>, _ next: Int, _ end: Int) -> UInt32? {
        guard next < end else { return nil }
        let following = folded(source[next])
        let isUnit = following == 0x5E74 || following == 0x6708 || following == 0x65E5 || following == 0x25 // 年 月 日
        switch scalar {
        case 0x4F, 0x6F: return last.isDigit && (following.isDigit || isUnit) ? 0x30 : nil // O o
        case 0x6C, 0x49: return !last.isDigit && !last.isLetter && following.isDigit && following.digit <= 2 && next + 1 < end && source[next + 1] == 0x6708 ? 0x31 : nil // l I
        default: return nil
        }
    }

    var count: Int { kept.count }

    /// The scalar at an index, 0 outside the text.
    @inline(__always)
    subscript(i: Int) -> UInt32 { i >= 0 && i < kept.count ? kept.scalars[i] : 0 }

    /// Whether a line begins at an index: behind a heading, in the next cell.
    func startsLine(_ index: Int) -> Bool {
        var low = 0, high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) < index { low = middle + 1 } else { high = middle }
        }
        return low < lineStarts.count && Int(lineStarts[low]) == index
    }

    /// Whether a paragraph ends inside a range, but for one that a comma leaves open.
    func endsParagraph(in range: Range<Int>) -> Bool {
        var low = 0, high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < lineStarts.count, Int(lineStarts[low]) < range.upperBound {
            if !isOne(of: "，,、：:", at: Int(lineStarts[low]) - 1) { return true }
            low += 1
        }
        return false
    }

    /// The passage's range for a range here.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= count else { return 0..<0 }
        return kept.offset(at: range.lowerBound)..<(kept.offset(at: range.upperBound - 1) + 1)
    }

    /// Whether a word stands at an index. Words are static strings, so that nothing is allocated to compare one.
    @inline(__always)
    func has(_ word: StaticString, at index: Int) -> Bool {
        var i = index
        var bytes = word.utf8Start
        let end = bytes + word.utf8CodeUnitCount
        while bytes < end {
            let (scalar, width) = Self.decode(bytes)
            guard self[i] == scalar else { return false }
            bytes += width
            i += 1
        }
        return true
    }

    /// Whether a word ends in front of an index.
    @inline(__always)
    func has(_ word: StaticString, before index: Int) -> Bool {
        // Most words are told by their last byte, as the character in front of the index has it.
        let last = UInt32(word.utf8Start[word.utf8CodeUnitCount - 1]), scalar = self[index - 1]
        return (last < 0x80 ? scalar == last : scalar & 0x3F == last & 0x3F) && has(word, at: index - word.count)
    }

    /// The first of some words that stands at an index.
    func any(_ words: [StaticString], at index: Int) -> StaticString? { words.first { has($0, at: index) } }
    func any(_ words: [StaticString], before index: Int) -> StaticString? { words.first { has($0, before: index) } }

    func first(_ word: StaticString, in range: Range<Int>) -> Int? {
        let head = Self.decode(word.utf8Start).0, last = min(range.upperBound, count) - word.count
        var i = max(range.lowerBound, 0)
        while i <= last {
            if scalars[i] == head, has(word, at: i) { return i }
            i += 1
        }
        return nil
    }

    /// Whether one of a word's characters stands at an index.
    @inline(__always)
    func isOne(of characters: StaticString, at index: Int) -> Bool {
        let scalar = self[index]
        var bytes = characters.utf8Start
        let end = bytes + characters.utf8CodeUnitCount
        // Most characters of such a word are told by their last byte.
        let last = UInt8(truncatingIfNeeded: scalar & 0x3F | 0x80)
        while bytes < end {
            if bytes[0] >= 0xE0 {
                if bytes[2] == last, Self.decode(bytes).0 == scalar { return true }
                bytes += 3
            } else {
                let (other, width) = Self.decode(bytes)
                if other == scalar { return true }
                bytes += width
            }
        }
        return false
    }

    /// The character of the basic plane at a byte of valid UTF-8.
    @inline(__always)
    private static func decode(_ p: UnsafePointer<UInt8>) -> (UInt32, Int) {
        let a = UInt32(p[0])
        if a < 0x80 { return (a, 1) }
        if a < 0xE0 { return ((a & 0x1F) << 6 | UInt32(p[1]) & 0x3F, 2) }
        return ((a & 0x0F) << 12 | (UInt32(p[1]) & 0x3F) << 6 | UInt32(p[2]) & 0x3F, 3)
    }

    /// First scalar of the sentence (after 。 or ；) around an index, at most `limit` back.
    func sentenceStart(_ index: Int, limit: Int = 200) -> Int {
        var i = index
        let floor = max(0, index - limit)
        while i > floor, !self[i - 1].endsSentence { i -= 1 }
        return i
    }

    func sentenceEnd(_ index: Int, limit: Int = 200) -> Int {
        var i = index
        let ceiling = min(count, index + limit)
        while i < ceiling, !self[i].endsSentence { i += 1 }
        return i
    }

    /// First scalar of the clause (after any mark of punctuation) around an index.
    func clauseStart(_ index: Int, limit: Int = 80) -> Int {
        var i = index
        let floor = max(0, index - limit)
        while i > floor, !self[i - 1].endsClause { i -= 1 }
        return i
    }

    /// Behind a short bracket that opens at an index, or the index: 县（市、区）达到, 7个工作日(不含补正时间)办结.
    func behindBracket(_ index: Int) -> Int {
        guard self[index] == 0x28 else { return index }
        return first(")", in: index..<min(index + 24, count)).map { $0 + 1 } ?? index
    }

    func clauseEnd(_ index: Int, limit: Int = 80) -> Int {
        var i = index
        let ceiling = min(count, index + limit)
        while i < ceiling, !self[i].endsClause { i += 1 }
        return i
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0x3000 || scalar == 0x0A || scalar == 0x09 || scalar == 0x0D || scalar == 0xA0
            || (scalar >= 0x2000 && scalar <= 0x200B)
    }

    private static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x80: scalar == 0x7E ? 0x2D : scalar
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: scalar - 0xFEE0
        case 0xFF05: 0x25  // ％
        case 0xFF0E, 0xFE52: 0x2E  // ．﹒
        case 0xFF1A: 0x3A  // ：
        case 0xFF1B: 0x3B  // ；
        case 0xFF08: 0x28  // （
        case 0xFF09: 0x29  // ）
        case 0xFF0F: 0x2F  // ／
        case 0xFF3B, 0x3014, 0xFE5D: 0x5B  // ［〔﹝
        case 0xFF3D, 0x3015, 0xFE5E: 0x5D  // ］〕﹞
        case 0x3010: 0x5B  // 【
        case 0x3011: 0x5D  // 】
        case 0x2010...0x2015, 0x2212, 0xFF0D, 0xFF5E, 0x301C, 0x223C, 0x2500, 0xFE63: 0x2D  // – — － ～ ~
        case 0x3007, 0x25CB, 0x25EF, 0xFF2F: 0x96F6  // 〇 ○ → 零
        default: scalar
        }
    }
}

extension UInt32 {
    /// ASCII digit.
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var digit: Int { Int(self) - 0x30 }

    /// 。 ; ！: no period (每年) and no exclusion reaches over them.
    @inline(__always) var endsSentence: Bool { self == 0x3002 || self == 0x3B || self == 0xFF01 }

    /// Any mark that ends a clause: 。；，、：brackets.
    @inline(__always) var endsClause: Bool {
        switch self {
        case 0x3002, 0x3B, 0xFF01, 0xFF0C, 0x2C, 0x3A, 0x28, 0x29, 0x5B, 0x5D, 0x3001: true
        default: false
        }
    }
}

extension StaticString {
    /// Characters.
    @inline(__always)
    var count: Int {
        var n = 0
        for k in 0..<utf8CodeUnitCount where utf8Start[k] & 0xC0 != 0x80 { n += 1 }
        return n
    }
}
