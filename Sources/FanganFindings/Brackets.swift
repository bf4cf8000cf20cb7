import FanganText

/// Brackets of all widths, nested; what never closes reaches to the end of its paragraph.
struct Brackets {
    struct Pair: Hashable {
        /// With the brackets themselves.
        var whole: Range<Int>
        var inner: Range<Int>
        var closed: Bool
    }

    static func isOpen(_ scalar: UInt32) -> Bool {
        switch scalar {
        // Most characters are ideographs.
        case 0x4E00...0x9FFF: false
        case 0x28, 0xFF08, 0x3014, 0x5B, 0xFF3B, 0x3010, 0xFE5D, 0xFE59, 0x3008, 0xFF1C, 0x2039, 0x3C, 0x7B, 0xFF5B, 0x3016, 0x300C, 0x300E: true
        default: false
        }
    }

    static func isClose(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4E00...0x9FFF: false
        case 0x29, 0xFF09, 0x3015, 0x5D, 0xFF3D, 0x3011, 0xFE5E, 0xFE5A, 0x3009, 0xFF1E, 0x203A, 0x3E, 0x7D, 0xFF5D, 0x3017, 0x300D, 0x300F: true
        default: false
        }
    }

    /// The outermost pairs of a passage. A bracket still open at a line feed ends there unless it closes
    /// soon; those inside it follow it.
    static func pairs(in passage: Passage, _ marks: PassageMarks) -> [Pair] {
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
        for i in marks.places(.bracket) {
            let c = passage.scalars[i]
            if isOpen(c) { open.append(i) }
            else if isClose(c), let start = open.popLast() {
                let pair = Pair(whole: start..<(i + 1), inner: (start + 1)..<i, closed: true)
                if open.isEmpty { result.append(pair) } else { inside.append(pair) }
            } else if c == 0x0A, open.isEmpty || !closesSoon(passage, i + 1, passage.count) { endLine(i) }
        }
        endLine(passage.count)
        return result
    }

    /// `（责任单位：市委⏎办公室）`: the bracket goes on over the end of a line if it closes before any sentence does.
    private static func closesSoon(_ passage: Passage, _ start: Int, _ end: Int) -> Bool {
        var depth = 0
        for i in start..<min(end, start + 80) {
            let c = passage.scalars[i]
            if c == 0x3002 { return false }
            if isOpen(c) { depth += 1 } else if isClose(c) {
                if depth == 0 { return true }
                depth -= 1
            }
        }
        return false
    }

    /// The outermost bracket of a range that opens and never closes.
    static func neverClosed(in passage: Passage, _ range: Range<Int>) -> Int? {
        var open: [Int] = []
        let watched = watched
        for i in range where watched.contains(passage.scalars[i]) {
            let c = passage.scalars[i]
            if isOpen(c) { open.append(i) } else if isClose(c) { _ = open.popLast() }
        }
        return open.first
    }

    /// ( （ 〔 [ ［ 【 ﹝ ﹙ 〈 ＜ ‹ < { ｛ 〖 「 『
    static let openers: [UInt32] = (0..<0x10000).filter(isOpen)
    /// Those, what closes them, and the line feed.
    static let watched = ScalarSet((0..<0x10000).filter { isOpen($0) || isClose($0) || $0 == 0x0A })
}
