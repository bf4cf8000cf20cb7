import FanganText

/// A stretch of a passage as the value recognisers read it: no spaces (`2023 年 5 月` is `2023年5月`),
/// full-width digits and marks folded to ASCII, every dash one dash, every semicolon one semicolon.
/// Each scalar keeps its place in the passage. A space between two digits stays, so that numbers
/// of neighbouring cells do not run together.
struct CompactText: Sendable {
    private(set) var scalars: [UInt32] = []
    /// For each scalar its index in the passage.
    private var places: [Int32] = []

    init(_ passage: Passage, _ range: Range<Int>) {
        let range = range.clamped(to: passage.indices)
        scalars.reserveCapacity(range.count)
        places.reserveCapacity(range.count)
        passage.scalars.withUnsafeBufferPointer { source in
            var i = range.lowerBound
            while i < range.upperBound {
                let scalar = source[i]
                if scalar >= 0x4E00, scalar < 0xA000 {
                    append(scalar, i)
                } else if Self.isSpace(scalar) {
                    var j = i + 1
                    while j < range.upperBound, Self.isSpace(source[j]) { j += 1 }
                    if let last = scalars.last, last.isDigit, j < range.upperBound, Self.folded(source[j]).isDigit {
                        append(0x20, i)
                    }
                    i = j
                    continue
                } else {
                    append(Self.folded(scalar), i)
                }
                i += 1
            }
        }
    }

    @inline(__always)
    private mutating func append(_ scalar: UInt32, _ place: Int) {
        scalars.append(scalar)
        places.append(Int32(truncatingIfNeeded: place))
    }

    var count: Int { scalars.count }

    /// The scalar at an index, 0 outside the text.
    @inline(__always)
    subscript(i: Int) -> UInt32 { i >= 0 && i < scalars.count ? scalars[i] : 0 }

    /// The passage's range for a range here.
    func place(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= places.count else { return 0..<0 }
        return Int(places[range.lowerBound])..<(Int(places[range.upperBound - 1]) + 1)
    }

    @inline(__always)
    func has(_ word: Word, at index: Int) -> Bool {
        let w = word.scalars
        guard index >= 0, index + w.count <= scalars.count else { return false }
        for k in 0..<w.count where scalars[index + k] != w[k] { return false }
        return true
    }

    @inline(__always)
    func has(_ word: Word, before index: Int) -> Bool { has(word, at: index - word.count) }

    /// The first of some words that stands at an index.
    func any(_ words: [Word], at index: Int) -> Word? { words.first { has($0, at: index) } }
    func any(_ words: [Word], before index: Int) -> Word? { words.first { has($0, before: index) } }

    func first(_ word: Word, in range: Range<Int>) -> Int? {
        range.first { has(word, at: $0) && $0 + word.count <= range.upperBound }
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
        case 0xFF3B, 0x3014: 0x5B  // ［〔
        case 0xFF3D, 0x3015: 0x5D  // ］〕
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

    /// 。 ; ！ and a colon do not let a period or an exclusion pass.
    @inline(__always) var endsSentence: Bool { self == 0x3002 || self == 0x3B || self == 0xFF01 }

    /// Any mark that ends a clause: 。；，、：brackets.
    @inline(__always) var endsClause: Bool {
        switch self {
        case 0x3002, 0x3B, 0xFF01, 0xFF0C, 0x2C, 0x3A, 0x28, 0x29, 0x5B, 0x5D, 0x3001: true
        default: false
        }
    }
}
