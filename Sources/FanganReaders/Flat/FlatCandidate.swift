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
    /// End of the day that begins here, behind a name: `…办公室2022年6月21日`.
    var dateEnd: Int?
}

/// Collects the candidates of a flat text in one pass.
struct FlatCandidateFinder {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    /// A bracket that does not close within so many scalars never will, nor a quotation behind the end of a sentence.
    private static let patience = 200

    func candidates() -> [FlatCandidate] {
        var found: [FlatCandidate] = []
        var i = range.lowerBound, before: UInt32 = 0, blanks = 0, depth = 0, quotes = 0, inside = 0
        while i < range.upperBound {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if scalar == 0x20 || scalar == 0x09 {
                blanks += 1
                i += width
                continue
            }
            if before != 0, blanks > 0 || mayLabel(scalar) {
                let candidate = candidate(i, scalar, before, blanks, isInside: depth + quotes > 0)
                if blanks > 0, candidate.label != nil { (depth, quotes) = (0, 0) }
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
        if mayLabel(scalar), blanks > 0 || mayPrecedeLabel(before) {
            candidate.label = NumberLabelScanner(bytes, limit: range.upperBound).label(at: start)
        }
        if Numerals.digit(scalar) != nil, Punctuation.isHan(before) {
            candidate.dateEnd = DateLine.end(bytes, at: start, limit: range.upperBound)
        }
        return candidate
    }

    /// Characters that labels begin with.
    private func mayLabel(_ c: UInt32) -> Bool {
        switch c {
        case 0x28, 0xFF08, 0x7B2C, 0x9644, 0x2460...0x2473: true
        default: Numerals.digit(c) != nil || Numerals.han(c) != nil
        }
    }

    private func mayPrecedeLabel(_ c: UInt32) -> Bool {
        Punctuation.endsSentence(c) || Punctuation.closes(c) || Punctuation.isHan(c)
    }
}
