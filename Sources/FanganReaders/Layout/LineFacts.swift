import FanganText

/// What the joining of lines asks of one line.
struct LineFacts: Sendable {
    /// Index among the lines of the clean text.
    var line: Int
    var width: Int
    var rawCount: Int
    /// Blanks in front of the text.
    var indent: Int
    var first: UInt32
    var last: UInt32
    /// The last character that closes nothing: in `…负责）。` it is 。, in `…“放管服”` it is 服.
    var lastInside: UInt32
    var label: NumberLabel?
    /// `61.2023年底前…`: a number with its mark in front of digits, which only the count makes a label.
    var numberBeforeDigits: Int?
    /// Nothing but a number: `17`.
    var bareNumber: Int?
    /// Nothing but a label: `（一）`.
    var isLabelOnly: Bool
    /// `牵头单位：…`
    var isKey: Bool
    /// Nothing but a date: `2023年2月28日`.
    var isDate: Bool
    /// Nothing but a document number: `陕市监发〔2023〕85号`.
    var isNumber: Bool
    /// Brackets opened and not closed (or, negative, closed and not opened) in the line.
    var depth: Int
    /// A sentence ends in the line (or with it).
    var hasSentence: Bool
    /// Columns that the line may have had besides ``width``: blanks, and half-width marks that were full-width on the page.
    var slack: Int
    /// A blank line stands before it, and no furniture beside the blank.
    var followsGap: Bool
    /// A page mark or other furniture stands before it.
    var followsFurniture: Bool

    var endsSentence: Bool { Punctuation.endsSentence(last) || Punctuation.endsSentence(lastInside) && last != lastInside }
    var isMidSentence: Bool { !endsSentence }
    /// The line ends where no paragraph of running text does: behind no mark but a comma, a quotation or a title.
    var isOpen: Bool { !endsSentence && !Punctuation.closesBracket(last) }

    init(_ line: TextLine, index: Int, followsGap: Bool, followsFurniture: Bool, bytes: UnsafeBufferPointer<UInt8>) {
        self.line = index
        self.followsGap = followsGap
        self.followsFurniture = followsFurniture
        width = line.width
        rawCount = line.rawCount
        indent = line.indent
        first = UTF8Scan.scalar(bytes, at: line.textStart).value
        var end = line.end
        let tail = UTF8Scan.scalar(bytes, before: end, floor: line.textStart)
        last = tail.value
        lastInside = tail.value
        while Punctuation.closes(lastInside) {
            end -= UTF8Scan.scalar(bytes, before: end, floor: line.textStart).width
            lastInside = UTF8Scan.scalar(bytes, before: end, floor: line.textStart).value
        }
        label = NumberLabelScanner(bytes, limit: line.end).label(at: line.textStart)
        numberBeforeDigits = label == nil ? NumberLabelScanner(bytes, limit: line.end).numberBeforeDigits(at: line.textStart) : nil
        bareNumber = PageMark.bareNumber(bytes, line.range)
        isLabelOnly = label.map { $0.length == line.end - line.textStart } ?? false
        isKey = KeyLine.begins(bytes, line.range)
        isDate = DateLine.matches(bytes, line.range)
        isNumber = DocumentNumberLine.matches(bytes, line.range)
        (depth, hasSentence, slack) = Self.contents(bytes, line.range)
    }

    private static func contents(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (depth: Int, hasSentence: Bool, slack: Int) {
        var i = range.lowerBound, depth = 0, hasSentence = false, slack = 0
        while i < range.upperBound {
            if bytes[i] >= 0xE4, bytes[i] < 0xEF { i += 3; continue } // Chinese characters
            let (scalar, width) = UTF8Scan.scalar(bytes, at: i)
            if scalar <= 0x3B, scalar < 0x30 || scalar > 0x39 { slack += 1 }
            if Punctuation.opens(scalar) { depth += 1 } else if Punctuation.closes(scalar) { depth -= 1 }
            hasSentence = hasSentence || Punctuation.endsSentence(scalar)
            i += width
        }
        return (depth, hasSentence, slack)
    }
}
