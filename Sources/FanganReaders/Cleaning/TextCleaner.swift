import FanganText

/// Makes a ``CleanText`` of decoded text in one pass, and notes each byte's origin while it does so.
///
/// - Line ends (CR LF, CR, U+2028, U+2029, U+0085, form feed, vertical tab) become LF.
/// - U+3000, U+00A0, U+2000…U+200A and U+202F become a space; tabs stay.
/// - U+200B…U+200D, U+FEFF, U+00AD and control characters are left out.
/// - Radicals and compatibility characters become the ideograph that they stand for (``IdeographVariants``).
/// - Blanks at line ends and all but one of several blank lines are left out.
struct TextCleaner {
    private let source: UnsafeBufferPointer<UInt8>
    private var text = CleanText()
    private var at = 0
    private var lineSource = 0
    private var line = LineState()

    private struct LineState {
        var start = 0
        var textStart = -1
        var indent = 0
        var hasTab = false
        var innerBlanks = 0
        var innerTabs = 0
        var endsInBlank = false
        /// Of the characters from the first that is no blank to the last.
        var shown = ScalarTally()
        var trailingTabs = 0
    }

    static func clean(_ source: [UInt8]) -> CleanText {
        source.withUnsafeBufferPointer { buffer in
            var cleaner = TextCleaner(source: buffer)
            cleaner.run()
            return cleaner.text
        }
    }

    private init(source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        text.bytes.reserveCapacity(source.count)
        text.lines.reserveCapacity(source.count / Self.usualLine)
    }

    /// Bytes of a line, as most texts have more.
    private static let usualLine = 96

    private mutating func run() {
        while at < source.count {
            switch CharacterClass.at(source, at) {
            case (.plain, _): copyPlain()
            case (.variant, _): takeVariant()
            case (.blank, _), (.nothing, _): takeBlanks()
            case let (.lineEnd, width): endLine(width)
            }
        }
        if at > lineSource || text.bytes.count > line.start { endLine(0) }
    }

    /// Copies up to the next character that is not copied as it is.
    private mutating func copyPlain() {
        let start = at
        at = CharacterClass.endOfPlain(source, from: at, &line.shown)
        if line.textStart < 0 { line.textStart = text.bytes.count }
        line.endsInBlank = false
        line.trailingTabs = 0
        text.edits.append(canonical: text.bytes.count, source: start)
        text.bytes.append(contentsOf: source[start..<at])
    }

    /// Writes the ideograph of a radical or compatibility character, which has as many bytes.
    private mutating func takeVariant() {
        if line.textStart < 0 { line.textStart = text.bytes.count }
        line.endsInBlank = false
        line.trailingTabs = 0
        line.shown.add(1, wide: 1)
        text.edits.append(canonical: text.bytes.count, source: at)
        IdeographVariants.append(source, at, to: &text.bytes)
        at += 3
    }

    /// A run of blanks and left-out characters: written only if the line goes on after it.
    private mutating func takeBlanks() {
        let start = at
        var end = at
        loop: while end < source.count {
            switch CharacterClass.at(source, end) {
            case let (.blank, width), let (.nothing, width): end += width
            case (.lineEnd, _): break loop
            case (.plain, _), (.variant, _):
                writeBlanks(start..<end)
                break loop
            }
        }
        text.controls += controls(start..<end)
        line.endsInBlank = true
        line.trailingTabs = line.textStart < 0 ? 0 : source[start..<end].count { $0 == 0x09 }
        at = end
    }

    private mutating func writeBlanks(_ range: Range<Int>) {
        let isIndent = line.textStart < 0
        var i = range.lowerBound
        while i < range.upperBound {
            let (kind, width) = CharacterClass.at(source, i)
            if case .blank = kind {
                let isTab = source[i] == 0x09
                if isIndent {
                    if text.bytes.count == line.start { line.hasTab = isTab }
                    line.indent += isTab || width == 3 && source[i] == 0xE3 ? 2 : 1
                }
                if !isIndent {
                    line.innerBlanks += 1
                    line.shown.add(1, wide: 0)
                    line.innerTabs += isTab ? 1 : 0
                }
                text.edits.append(canonical: text.bytes.count, source: i)
                text.bytes.append(isTab ? 0x09 : 0x20)
            }
            i += width
        }
    }

    private func controls(_ range: Range<Int>) -> Int {
        var count = 0
        for i in range where source[i] < 0x20 && source[i] != 0x09 || source[i] == 0x7F { count += 1 }
        return count
    }

    private mutating func endLine(_ width: Int) {
        let count = text.bytes.count
        let isBlank = line.textStart < 0
        if isBlank, text.lines.last?.isBlank ?? true {
            // A blank line at the beginning or after another one.
        } else {
            text.lines.append(finishedLine(count))
            if width > 0 {
                text.edits.append(canonical: count, source: at)
                text.bytes.append(0x0A)
            }
        }
        at += width
        lineSource = at
        line = LineState(start: text.bytes.count)
    }

    private func finishedLine(_ end: Int) -> TextLine {
        let textStart = line.textStart < 0 ? end : line.textStart
        let shown = line.shown
        // Cleaning makes no character longer: as many bytes are the same bytes.
        let raw = at - lineSource == end - textStart ? shown : ScalarTally(source, lineSource..<at)
        return TextLine(
            start: line.start, end: end, textStart: textStart, indent: line.indent, rawCount: raw.scalars, width: shown.columns - line.innerBlanks,
            innerTabs: line.innerTabs, hasTab: line.hasTab, endsInBlank: line.endsInBlank, trailingTabs: line.trailingTabs)
    }
}
