import FanganText

/// Furniture that only shows itself across a paged document: bare page numbers and running heads.
struct PageFurniture {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private let layout: LineLayout
    private var roles: [LineRole]
    /// Indices of lines that are not blank.
    private let shown: [Int]

    static func roles(
        _ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], _ layout: LineLayout
    ) -> [LineRole] {
        var pages = PageFurniture(bytes, lines, roles, layout)
        pages.markBareNumbers()
        for i in CountedLines(bytes, lines, pages.roles, shown: pages.shown).found() { pages.roles[i] = .furniture(.pageMark) }
        pages.markRunningHeads()
        pages.markRests()
        return pages.roles
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], _ layout: LineLayout) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        self.layout = layout
        shown = lines.indices.filter { !lines[$0].isBlank }
    }

    /// Numbers alone on their lines, each one more than the last and a page apart. Serial numbers in a table are not so regular.
    private mutating func markBareNumbers() {
        let numbers = BareNumbers(bytes, lines, roles, shown: shown)
        for i in layout == .ordinary ? numbers.amongParagraphs() : numbers.amongLines() { roles[i] = .furniture(.pageMark) }
    }

    /// Short lines that stand again and again at the same place beside page marks.
    private mutating func markRunningHeads() {
        let marks = shown.indices.filter { roles[shown[$0]] == .furniture(.pageMark) }
        guard !marks.isEmpty else { return }
        for offset in [-2, -1, 1, 2] {
            var places: [ArraySlice<UInt8>: [Int]] = [:]
            for k in marks where shown.indices.contains(k + offset) && isHeadLike(shown[k + offset]) {
                places[Array(bytes[lines[shown[k + offset]].range])[...], default: []].append(shown[k + offset])
            }
            for indices in places.values where indices.count >= 2 && indices.count * 3 >= marks.count {
                for i in indices { roles[i] = .furniture(.runningHead) }
            }
        }
        for k in marks { markHeadRepeated(k) }
        for k in marks where k > 0 && k + 2 < shown.count { markInterruption(k) }
    }

    /// The document's title once more beside a page mark.
    private mutating func markHeadRepeated(_ k: Int) {
        for other in [k - 1, k + 1] where other >= Self.opening && other < shown.count && isHeadLike(shown[other]) && lines[shown[other]].width >= 12 {
            let range = lines[shown[other]].range
            let isRepeated = shown.prefix(Self.opening).contains { i in
                lines[i].range.count == range.count && zip(lines[i].range, range).allSatisfy { bytes[$0] == bytes[$1] }
            }
            if isRepeated { roles[shown[other]] = .furniture(.runningHead) }
        }
    }

    /// Lines among which a document's title stands.
    private static let opening = 15

    /// Short, and no part of a sentence or list.
    private func isHeadLike(_ i: Int) -> Bool {
        guard roles[i] == .text, lines[i].width <= 60, !KeyLine.begins(bytes, lines[i].range) else { return false }
        let last = UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value
        if Punctuation.endsSentence(last) || Punctuation.isComma(last) || Punctuation.closes(last) { return false }
        return NumberLabelScanner(bytes, limit: lines[i].end).label(at: lines[i].textStart) == nil
    }

    /// The rest of a piece of furniture that was cut: the second half of a long address. Where no entry is so long, a whole text without line ends was
    /// cut, whose first line begins as an entry does (`【引证码】… 示例市人民政府关于…`): then it is text too.
    private mutating func markRests() {
        guard let width = layout.cut else { return }
        var i = 0
        while i < lines.count {
            defer { i += 1 }
            guard case let .furniture(kind) = roles[i], kind == .catalogue || kind == .webChrome, lines[i].rawCount == width else { continue }
            var end = i + 1
            while end < lines.count, lines[end - 1].rawCount == width, roles[end] == .text { end += 1 }
            if lines[end - 1].end - lines[i].start <= LineForm.longestEntry {
                for rest in i + 1..<end { roles[rest] = .furniture(kind) }
            } else if end == lines.count {
                roles[i] = .text
            }
            i = end - 1
        }
    }

    /// A line behind a page mark that neither ends the sentence which the page before broke off, nor is followed by
    /// the beginning of anything: the sentence goes on behind it.
    private mutating func markInterruption(_ k: Int) {
        let before = shown[k - 1], line = shown[k + 1], after = shown[k + 2]
        guard roles[before] == .text, isHeadLike(line), roles[after] == .text else { return }
        guard isFull(before), !endsSentence(before), !isFull(line) else { return }
        if NumberLabelScanner(bytes, limit: lines[after].end).label(at: lines[after].textStart) != nil { return }
        if layout.cut != nil { roles[line] = .furniture(.runningHead) }
    }

    private func isFull(_ i: Int) -> Bool {
        switch layout {
        case .ordinary: false
        case let .cut(width): lines[i].rawCount == width
        case let .justified(columns): lines[i].width >= columns - 6
        case let .cutJustified(width, _): lines[i].rawCount == width
        }
    }

    private func endsSentence(_ i: Int) -> Bool {
        Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value)
    }
}
