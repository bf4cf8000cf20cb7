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

    /// The outermost pairs of a range. A bracket still open at a line feed ends there; those inside it follow it.
    static func pairs(in passage: Passage, _ range: Range<Int>) -> [Pair] {
        var result: [Pair] = [], inside: [Pair] = [], open: [Int] = []
        func endLine(_ end: Int) {
            // （责任单位：A、B 2.加强…（责任单位：C）: the first never closes, the second does.
            if !open.isEmpty {
                let unclosed = open.map { Pair(whole: $0..<end, inner: ($0 + 1)..<end, closed: false) }
                result += (unclosed + inside.filter { $0.whole.lowerBound > open[0] }).sorted { $0.whole.lowerBound < $1.whole.lowerBound }
                open.removeAll(keepingCapacity: true)
            }
            inside.removeAll(keepingCapacity: true)
        }
        let watched = Self.watched, opening = Self.opening, closing = Self.closing
        for i in range {
            let c = passage.scalars[i]
            guard watched.contains(c) else { continue }
            if opening.contains(c) { open.append(i) }
            else if closing.contains(c), let start = open.popLast() {
                let pair = Pair(whole: start..<(i + 1), inner: (start + 1)..<i, closed: true)
                if open.isEmpty { result.append(pair) } else { inside.append(pair) }
            } else if c == 0x0A { endLine(i) }
        }
        endLine(range.upperBound)
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
    /// Both, and the line feed.
    private static let watched: ScalarSet = "(（〔[［【﹝﹙〈＜‹<)）〕]］】﹞﹚〉＞›>\n"
}
