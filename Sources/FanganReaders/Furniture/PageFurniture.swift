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
        if layout != .ordinary { pages.markBareNumbers() }
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

    /// Numbers alone on their lines, at least three of them, each one more than the last and a page of lines apart.
    /// Serial numbers in a table are not so regular.
    private mutating func markBareNumbers() {
        var chains: [Int: [Int]] = [:]
        var best: [Int] = []
        for (k, i) in shown.enumerated() where roles[i] == .text && !lines[i].hasTab {
            guard let value = PageMark.bareNumber(bytes, lines[i].range) else { continue }
            var members = [k]
            if let before = chains[value - 1], let last = before.last, isPage(k - last, in: before) { members = before + members }
            chains[value] = members
            if members.count > best.count { best = members }
        }
        guard best.count >= 3 else { return }
        for k in best { roles[shown[k]] = .furniture(.pageMark) }
    }

    /// Whether so many lines are a page: 15 to 90, and about as many as the page before had.
    private func isPage(_ count: Int, in chain: [Int]) -> Bool {
        guard (15...90).contains(count) else { return false }
        guard chain.count > 1 else { return true }
        let before = chain[chain.count - 1] - chain[chain.count - 2]
        return count * 3 >= before * 2 && before * 3 >= count * 2
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
        for k in marks where k > 0 && k + 2 < shown.count { markInterruption(k) }
    }

    /// Short, and no part of a sentence or list.
    private func isHeadLike(_ i: Int) -> Bool {
        guard roles[i] == .text, lines[i].width <= 60, !KeyLine.begins(bytes, lines[i].range) else { return false }
        let last = UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value
        if Punctuation.endsSentence(last) || Punctuation.isComma(last) || Punctuation.closes(last) { return false }
        return NumberLabelScanner(bytes, limit: lines[i].end).label(at: lines[i].textStart) == nil
    }

    /// The rest of a piece of furniture that was cut: the second half of a long address.
    private mutating func markRests() {
        guard let width = layout.cut else { return }
        for (i, next) in zip(lines.indices, lines.indices.dropFirst()) where lines[i].rawCount == width && roles[next] == .text {
            if case let .furniture(kind) = roles[i], kind == .catalogue || kind == .webChrome { roles[next] = roles[i] }
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
