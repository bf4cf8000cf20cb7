/// How a document's lines relate to its paragraphs.
enum LineLayout: Sendable, Hashable {
    /// One paragraph per line.
    case ordinary
    /// Every paragraph is broken after exactly so many characters, wherever that falls.
    case cut(after: Int)
    /// Paragraphs are broken at a right margin of so many columns, as text taken from a PDF page or an e-mail has it.
    /// The extraction may break such a line once more after a comma or a quotation mark.
    case justified(columns: Int)
    /// Justified lines, every one of which was then cut after exactly so many characters.
    case cutJustified(after: Int, columns: Int)

    /// Characters after which lines are cut.
    var cut: Int? {
        switch self {
        case let .cut(width), let .cutJustified(width, _): width
        case .ordinary, .justified: nil
        }
    }
}

/// Recognises hard-wrapped documents by their line lengths: lines pile up at one maximum,
/// and most of those end in the middle of a sentence.
enum LayoutDetector {
    static func layout(of lines: [TextLine], roles: [LineRole], bytes: UnsafeBufferPointer<UInt8>) -> LineLayout {
        var text: [TextLine] = []
        text.reserveCapacity(lines.count)
        for i in lines.indices where roles[i] == .text { text.append(lines[i]) }
        guard text.count >= 5 else { return .ordinary }
        guard let (width, isSharp) = cutWidth(text, bytes) else {
            return justifiedColumns(text, bytes).map { .justified(columns: $0) } ?? .ordinary
        }
        if isSharp, let columns = justifiedColumns(uncut(text, width), bytes) { return .cutJustified(after: width, columns: columns) }
        if !breaksAtCommas(text, width, bytes) { return .cut(after: width) }
        return justifiedColumns(text, bytes).map { .justified(columns: $0) } ?? .ordinary
    }

    /// Lines of a text so short that a few full ones must do; they all end within a sentence.
    private static let short = 16

    /// Many lines of exactly the greatest length, and few of nearly that length; whether none at all is longer.
    private static func cutWidth(_ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>) -> (Int, isSharp: Bool)? {
        let limit = 160
        var histogram = [Int](repeating: 0, count: limit + 1)
        for line in lines { histogram[min(line.rawCount, limit)] += 1 }
        var longer = histogram[limit]
        let allowed = lines.count / 100
        for width in stride(from: limit - 1, through: 16, by: -1) where histogram[width] > 0 {
            if longer > allowed { return nil }
            let near = max(histogram[width - 1], histogram[width - 2], histogram[width - 3])
            if histogram[width] >= (lines.count < short ? 3 : 4), histogram[width] >= 3 * near {
                let full = lines.filter { $0.rawCount == width }
                if lines.count < short, !full.allSatisfy({ hasClause($0, bytes) }) { return nil }
                return midSentenceShare(full, bytes) >= (full.count < 4 ? 1 : 0.55) ? (width, longer == 0 && full.count >= 5 * near) : nil
            }
            longer += histogram[width]
        }
        return nil
    }

    /// The lines as they were before they were cut, as far as their widths go.
    private static func uncut(_ lines: [TextLine], _ width: Int) -> [TextLine] {
        var whole: [TextLine] = []
        var goesOn = false
        for line in lines {
            if goesOn, var last = whole.popLast() {
                last.width += line.width
                last.end = line.end
                whole.append(last)
            } else {
                whole.append(line)
            }
            goesOn = line.rawCount == width
        }
        return whole
    }

    /// Shorter lines end paragraphs, and paragraphs do not end in commas.
    private static func breaksAtCommas(_ lines: [TextLine], _ width: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let commas = lines.filter { line in
            line.rawCount < width && Punctuation.isComma(UTF8Scan.scalar(bytes, before: line.end, floor: line.textStart).value)
        }
        return commas.count * 30 > lines.count
    }

    /// Many lines within four columns of the greatest width.
    private static func justifiedColumns(_ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let limit = 140
        var histogram = [Int](repeating: 0, count: limit + 1)
        for line in lines { histogram[min(line.width, limit)] += 1 }
        var longer = 0
        let allowed = lines.count / 50
        for columns in stride(from: limit, through: 28, by: -1) {
            longer += histogram[columns]
            if longer <= allowed { continue }
            let full = lines.filter { $0.width > columns - 7 && $0.width <= columns + 4 }
            guard columns < limit, full.count >= (lines.count < short ? 3 : 5) else { return nil }
            // Few full lines are enough where nearly all lines are broken, as after every comma.
            let isEnough = full.count * 8 >= lines.count
                || full.count * 20 >= lines.count && midSentenceShare(lines, bytes) >= 0.6
            if lines.count < short, !full.allSatisfy({ hasClause($0, bytes) }) { return nil }
            return isEnough && midSentenceShare(full, bytes) >= (full.count < 5 ? 1 : 0.6) ? columns : nil
        }
        return nil
    }

    /// Whether a line is running text, and not a name or a heading: a comma or the like stands in it.
    private static func hasClause(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = line.textStart
        while i < line.end {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if Punctuation.isComma(scalar) || scalar == 0x3002 || scalar == 0xFF1B { return true }
            i += width
        }
        return false
    }

    /// Share of lines that do not end in 。；：！？ or a closing bracket.
    private static func midSentenceShare(_ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>) -> Double {
        let middle = lines.filter { line in
            let last = UTF8Scan.scalar(bytes, before: line.end, floor: line.textStart).value
            return !Punctuation.endsSentence(last) && last != 0xFF09 && last != 0x29
        }
        return Double(middle.count) / Double(max(lines.count, 1))
    }
}
