import FanganText

/// A place of a text without line ends where a paragraph may begin.
struct FlatCandidate: Sendable {
    /// Where the paragraph would begin.
    var start: Int
    /// The last character before it, blanks left aside; 0 at the beginning.
    var before: UInt32
    /// Blanks between the two.
    var blanks: Int
    /// The label that the paragraph would begin with.
    var label: NumberLabel?
    /// It stands inside of a bracket or quotation.
    var isInside: Bool
    /// The label is a number with its mark in front of digits (`61.2023年底前…`), which only the count makes one.
    var precedesDigits = false
    /// No other place of the text has a label of its kind with its number.
    var isOnly = false
    /// The name of an organ or place stands right before it, and the label is one of an item.
    var followsName = false
    /// `。一、`, `。（二）`: no bracket holds such a label behind a sentence.
    var followsSentence: Bool { before == 0x3002 && (label?.kind == .han || label?.kind == .hanBracket) }
    /// End of the day that begins here, behind a name: `…办公室2022年6月21日`.
    var dateEnd: Int?
    /// A number that stands alone between blanks, as the serial numbers of a table's rows do.
    var rowNumber: Int?
    /// The title of a column of such numbers: `序号`.
    var isRowTitle = false
}

/// Collects the candidates of a flat text in one pass.
struct FlatCandidateFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    /// A bracket that does not close within so many scalars never will, nor a quotation behind the end of a sentence.
    private static let patience = 200

    func candidates() -> [FlatCandidate] {
        var found = allCandidates(), times: [Int: Int] = [:]
        for case let label? in found.map(\.label) { times[label.key, default: 0] += 1 }
        for i in found.indices { if let label = found[i].label { found[i].isOnly = times[label.key] == 1 } }
        return found
    }

    private func allCandidates() -> [FlatCandidate] {
        var found: [FlatCandidate] = []
        var i = range.lowerBound, before: UInt32 = 0, blanks = 0, depth = 0, quotes = 0, inside = 0
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if scalar == 0x20 || scalar == 0x09 {
                blanks += 1
                i += width
                continue
            }
            // A page mark stands anywhere; what follows it goes on from what was before it.
            if scalar == 0x23, let mark = InnerPageMarks.worded(bytes, i, range) {
                blanks += 1
                i = mark.end
                continue
            }
            if before != 0, blanks > 0 || mayLabel(scalar) {
                let candidate = candidate(i, scalar, before, blanks, isInside: depth + quotes > 0)
                // `（责任单位：市财政局（二）支持…`: behind a name too a bracket is over that a label follows.
                if candidate.label != nil, blanks > 0 || candidate.followsName || candidate.followsSentence, depth + quotes > 0 { (depth, quotes) = (0, 0) }
                if blanks > 0 || candidate.label != nil || candidate.dateEnd != nil { found.append(candidate) }
            }
            switch scalar {
            case 0x201C, 0x2018: quotes += 1
            case 0x201D, 0x2019, 0x22, 0x3002, 0xFF1B: quotes = 0
            default:
                if Punctuation.opens(scalar) { depth += 1 } else if Punctuation.closes(scalar) { depth = max(0, depth - 1) }
            }
            inside = depth + quotes > 0 ? inside + 1 : 0
            if inside > Self.patience { (depth, quotes) = (0, 0) }
            before = scalar
            blanks = 0
            i += width
        }
        return found
    }

    private func candidate(_ start: Int, _ scalar: UInt32, _ before: UInt32, _ blanks: Int, isInside: Bool) -> FlatCandidate {
        var candidate = FlatCandidate(start: start, before: before, blanks: blanks, isInside: isInside)
        if mayLabel(scalar), blanks > 0 || mayPrecedeLabel(before) || Punctuation.opens(scalar) && !Punctuation.isComma(before) && !Punctuation.opens(before) {
            candidate.label = NumberLabelScanner(bytes, limit: range.upperBound).label(at: start)
            if candidate.label == nil, blanks > 0 || Punctuation.endsSentence(before) || Punctuation.closesBracket(before), let number = NumberLabelScanner(bytes, limit: range.upperBound).numberBeforeDigits(at: start) {
                candidate.label = NumberLabel(kind: .digit, value: number, length: 0)
                candidate.precedesDigits = true
            }
            if let kind = candidate.label?.kind, kind == .han || kind == .hanBracket || kind == .digit {
                candidate.followsName = ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: start - blanks, floor: range.lowerBound)
            }
        }
        if digitValue(scalar) != nil, Punctuation.isHan(before) || blanks > 0 && before == 0x3002 {
            candidate.dateEnd = DateLine.end(bytes, at: start, limit: range.upperBound)
        }
        if blanks > 0, before != 0 { readTableMarks(&candidate, scalar) }
        return candidate
    }

    private func readTableMarks(_ candidate: inout FlatCandidate, _ scalar: UInt32) {
        let limit = range.upperBound
        if let number = Numerals.decimal(bytes, candidate.start, limit), number.digits <= 3, isBlank(number.end), !counts(number.end) {
            candidate.rowNumber = number.value
        } else if Punctuation.isHan(scalar), let length = ReaderVocabulary.shared.serials.length(in: bytes, at: candidate.start, limit: limit) {
            candidate.isRowTitle = isBlank(candidate.start + length)
        }
    }

    /// `2 次`: a measure word follows.
    private func counts(_ end: Int) -> Bool {
        var i = end
        while isBlank(i) { i += 1 }
        return i < range.upperBound && ReaderVocabulary.shared.measures.length(in: bytes, at: i, limit: range.upperBound) != nil
    }

    private func isBlank(_ i: Int) -> Bool { i < range.upperBound && (bytes[i] == 0x20 || bytes[i] == 0x09) }

    /// Characters that labels begin with.
    private func mayLabel(_ c: UInt32) -> Bool {
        switch c {
        case 0x28, 0xFF08, 0x7B2C, 0x9644, 0x4E13, 0x2460...0x2473: true // 第 附 专
        default: digitValue(c) != nil || hanValue(c) != nil
        }
    }

    private func mayPrecedeLabel(_ c: UInt32) -> Bool {
        Punctuation.endsSentence(c) || Punctuation.closes(c) || Punctuation.isHan(c)
    }
}
