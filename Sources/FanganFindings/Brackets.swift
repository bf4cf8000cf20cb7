import FanganText

/// Brackets of all widths, nested; what never closes reaches to the end of its paragraph.
struct Brackets {
    struct Pair: Hashable {
        /// With the brackets themselves.
        var whole: Range<Int>
        var inner: Range<Int>
        var closed: Bool
    }

    static func isOpen(_ scalar: UInt32) -> Bool { opening.contains(scalar) }
    static func isClose(_ scalar: UInt32) -> Bool { closing.contains(scalar) }

    /// The outermost pairs of a range. A bracket still open at a line feed ends there.
    static func pairs(in passage: Passage, _ range: Range<Int>) -> [Pair] {
        var result: [Pair] = [], open: [Int] = []
        for i in range {
            let c = passage.scalars[i]
            if opening.contains(c) { open.append(i) }
            else if closing.contains(c), let start = open.popLast() {
                if open.isEmpty { result.append(Pair(whole: start..<(i + 1), inner: (start + 1)..<i, closed: true)) }
            } else if c == 0x0A {
                if let start = open.first { result.append(Pair(whole: start..<i, inner: (start + 1)..<i, closed: false)) }
                open.removeAll(keepingCapacity: true)
            }
        }
        if let start = open.first { result.append(Pair(whole: start..<range.upperBound, inner: (start + 1)..<range.upperBound, closed: false)) }
        return result
    }

    /// The outermost bracket of a range that opens and never closes.
    static func neverClosed(in passage: Passage, _ range: Range<Int>) -> Int? {
        var open: [Int] = []
        for i in range {
            let c = passage.scalars[i]
            if opening.contains(c) { open.append(i) } else if closing.contains(c) { _ = open.popLast() }
        }
        return open.first
    }

    /// ( （ 〔 [ ［ 【 ﹝ ﹙ 〈 ＜ ‹ <
    private static let opening: ScalarSet = "(（〔[［【﹝﹙〈＜‹<"
    private static let closing: ScalarSet = ")）〕]］】﹞﹚〉＞›>"
}
