import FanganText

/// The text of a format that marks its paragraphs itself (web pages, Word, spreadsheets), written down while a reader
/// goes through the file. One paragraph is one line of ``bytes``; ``ManuscriptAssembler`` makes the document of it.
struct Manuscript: Sendable {
    struct Paragraph: Sendable {
        var cell: CellPosition?
        var headingLevel: Int?
        /// Set where the reader knows that the paragraph is not of the document.
        var furniture: Furniture.Kind?
    }

    /// Valid UTF-8, characters not yet evened out; LF behind each paragraph and nowhere else.
    private(set) var bytes: [UInt8] = []
    /// Way back to the source.
    private(set) var edits = EditMap()
    /// One for each line that is not blank.
    var paragraphs: [Paragraph] = []
    /// Where the paragraph that is being written begins.
    private(set) var start = 0
    private var hasText = false

    var isEmpty: Bool { paragraphs.isEmpty && !hasText }
    /// Nothing of the paragraph is written yet but blanks.
    var isAtStart: Bool { !hasText }

    /// Appends a piece of the paragraph; line ends in it become spaces.
    /// - Parameter source: where it begins in the source.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>, source: Int) {
        guard !text.isEmpty else { return }
        edits.append(canonical: bytes.count, source: source)
        let from = bytes.count
        bytes.append(contentsOf: text)
        evenOut(from)
    }

    /// Appends what the file does not hold but calls for, such as an automatic number.
    mutating func addGenerated(_ text: String, source: Int) {
        guard !text.isEmpty else { return }
        let from = bytes.count
        bytes.append(contentsOf: text.utf8)
        edits.appendGenerated(Span(from, bytes.count), source: source)
        evenOut(from)
    }

    mutating func addBlank(_ blank: UInt8 = 0x20, source: Int) {
        edits.append(canonical: bytes.count, source: source)
        bytes.append(blank)
    }

    /// The last character of the paragraph so far, 0 if there is none.
    var last: UInt32 {
        bytes.withUnsafeBufferPointer { UTF8Scan.scalar($0, before: bytes.count, floor: start).value }
    }

    /// Ends the paragraph; one without any text leaves nothing.
    /// - Returns: whether there was a paragraph.
    @discardableResult
    mutating func end(_ paragraph: Paragraph, source: Int) -> Bool {
        guard bytes.count > start else { return false }
        edits.append(canonical: bytes.count, source: source)
        bytes.append(0x0A)
        start = bytes.count
        defer { hasText = false }
        if hasText { paragraphs.append(paragraph) }
        return hasText
    }

    /// Takes line ends out of what was added, and notes whether there is anything but blanks.
    private mutating func evenOut(_ from: Int) {
        var i = from
        while i < bytes.count {
            let (kind, width) = bytes.withUnsafeBufferPointer { CharacterClass.at($0, i) }
            switch kind {
            case .plain:
                hasText = true
                var tally = ScalarTally()
                i = bytes.withUnsafeBufferPointer { CharacterClass.endOfPlain($0, from: i, &tally) }
            case .variant:
                hasText = true
                i += width
            case .lineEnd:
                for k in i..<min(i + width, bytes.count) { bytes[k] = 0x20 }
                i += width
            case .blank, .nothing:
                i += width
            }
        }
    }
}
