import FanganText

/// Lines of one width that someone put blanks between in place of line ends, as a page of a PDF file comes out of a form:
/// `…由各县人民政府、示例新 区管委会按职责分工负责…`. The same text has blanks beside its figures: `2023 年5 月`.
struct SpacedLines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let line: TextLine
    /// Columns that a full line has at least; characters, where lines were cut after so many.
    private var full = Int.max
    private var isCut = false

    /// Fewest lines that a width can be told from.
    private static let fewest = 8
    /// Columns by which lines of one page differ.
    private static let tolerance = 5

    /// Parts the lines of a text that lost its line ends at those blanks, where that gives lines of one width.
    /// - Returns: how many blanks were taken for line ends.
    static func part(_ text: inout CleanText) -> Int {
        guard text.lines.contains(where: { $0.rawCount > FlatText.long }) else { return 0 }
        let before = text.lines.count, isOne = text.lines.count { !$0.isBlank } <= 2
        text.lines = text.bytes.withUnsafeBufferPointer { bytes in
            text.lines.flatMap { line in
                // A tab stands between cells.
                guard line.rawCount > (isOne ? FlatText.long : FlatText.impossible), line.innerTabs == 0 else { return [line] }
                return SpacedLines(bytes, line)?.lines ?? [line]
            }
        }
        return text.lines.count - before
    }

    private init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: TextLine) {
        self.bytes = bytes
        self.line = line
        let pieces = pieces { _, _ in true }
        guard pieces.count >= Self.fewest, hasParagraphs(pieces) else { return nil }
        switch LayoutDetector.layout(of: pieces, roles: Array(repeating: .text, count: pieces.count), bytes: bytes) {
        case .ordinary: return nil
        case let .cut(width): (full, isCut) = (width, true)
        case let .justified(columns), let .cutJustified(_, columns): full = columns - Self.tolerance
        }
    }

    private var lines: [TextLine] { pieces(partedAt: endsLine) }

    /// Whether numbers stand at the beginning of lines and no table lies among them. `…要求。二、重点任务（一）…` is text whose paragraphs had no ends before
    /// it was set in lines, and of `序号 任务 责任单位 1 建设农田 县农业农村局` each blank parts two cells; ``FlatSplitter`` knows both.
    private func hasParagraphs(_ pieces: [TextLine]) -> Bool {
        let serials = ReaderVocabulary.shared.serials
        var first = 0, inside = 0
        for piece in pieces {
            if serials.length(in: bytes, at: piece.textStart, limit: piece.end) == piece.range.count { return false }
            if isItem(at: piece.textStart, piece.end) { first += 1 }
            inside += piece.range.dropLast(Self.stop).count { bytes[$0] == 0xE3 && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] == 0x82 && isItem(at: $0 + Self.stop, piece.end) } // 。
        }
        return inside <= first
    }

    /// Bytes of 。
    private static let stop = 3

    private func isItem(at start: Int, _ end: Int) -> Bool {
        guard let kind = NumberLabelScanner(bytes, limit: end).label(at: start)?.kind else { return false }
        return kind == .han || kind == .hanBracket || kind == .digit
    }

    private func pieces(partedAt isEnd: (_ start: Int, _ blank: Int) -> Bool) -> [TextLine] {
        var pieces: [TextLine] = [], start = line.textStart
        func end(_ at: Int) {
            guard at > start else { return }
            let tally = ScalarTally(bytes, start..<at), isFirst = pieces.isEmpty
            pieces.append(TextLine(
                start: isFirst ? line.start : start, end: at, textStart: start, indent: isFirst ? line.indent : 0, rawCount: tally.scalars,
                width: tally.columns - bytes[start..<at].count { $0 == 0x20 }, innerTabs: 0, hasTab: isFirst && line.hasTab, endsInBlank: false))
        }
        for i in line.range where bytes[i] == 0x20 {
            if i > start {
                // Of several blanks beside each other the first stands for all.
                guard bytes[i - 1] != 0x20, isEnd(start, i) else { continue }
                end(i)
            }
            start = i + 1
        }
        end(line.end)
        return pieces
    }

    private func isFull(_ range: Range<Int>) -> Bool {
        let tally = ScalarTally(bytes, range)
        return (isCut ? tally.scalars : tally.columns) >= full
    }

    /// `负责单位：县住建局 县城管局`, `一 总体要求`: what a blank sets apart inside of a line.
    private func goesOn(_ start: Int, _ blank: Int, _ next: Int) -> Bool {
        let end = bytes[next..<line.end].firstIndex(of: 0x20) ?? line.end
        guard !isFull(start..<end) else { return false }
        if Numerals.han(bytes, start, blank)?.end == blank { return true }
        let names = ReaderVocabulary.shared.unitEnds
        return KeyLine.begins(bytes, start..<blank) && names.ends(in: bytes, at: blank, floor: start) && names.ends(in: bytes, at: end, floor: blank)
    }

    /// Whether the line that begins at `start` ends at a blank. One between a figure and a character or another figure may stand inside of it, where the line is not full.
    private func endsLine(_ start: Int, _ blank: Int) -> Bool {
        let next = bytes[blank..<line.end].firstIndex { $0 != 0x20 } ?? line.end
        let sides = [UTF8Scan.scalar(bytes, before: blank, floor: start).value, UTF8Scan.scalar(bytes, at: next).value]
        if sides.allSatisfy(Punctuation.isHan), goesOn(start, blank, next) { return false }
        guard sides.contains(where: Punctuation.isLatin), sides.allSatisfy({ Punctuation.isLatin($0) || Punctuation.isHan($0) }) else { return true }
        if isFull(start..<blank) { return true }
        // `20 100`: two figures are one only where a full line cut a number.
        if sides.allSatisfy({ digitValue($0) != nil }) { return false }
        if NumberLabelScanner(bytes, limit: line.end).label(at: next) != nil { return true }
        return DateLine.matches(bytes, start..<blank) || DateLine.end(bytes, at: next, limit: line.end).map { $0 == line.end || bytes[$0] == 0x20 } ?? false
    }
}
