import FanganText

/// Page numbers that stand alone on their lines.
struct BareNumbers {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lines: [TextLine]
    private let roles: [LineRole]
    /// Indices of lines that are not blank.
    private let shown: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLine], _ roles: [LineRole], shown: [Int]) {
        self.bytes = bytes
        self.lines = lines
        self.roles = roles
        self.shown = shown
    }

    /// At least three in a hard-wrapped text, a page of lines apart.
    func amongLines() -> [Int] {
        let best = longestChain { k, before in
            guard let last = before.last else { return true }
            return isPage(k - last, in: before)
        }
        return best.count >= 3 ? best.map { shown[$0] } : []
    }

    /// In a text of whole paragraphs two at least, a page of text apart, which nearly all such numbers of the document are; or the only
    /// one, which as many pages of text stand in front of as it says.
    func amongParagraphs() -> [Int] {
        let all = shown.indices.filter { value($0) != nil }
        if all.count == 1, let k = all.first, isOnlyMark(k) { return [shown[k]] }
        guard all.count >= 2 else { return [] }
        let best = longestChain { k, before in
            guard let last = before.last else { return true }
            return Self.page.contains(lines[shown[k]].textStart - lines[shown[last]].end)
        }
        return best.count >= 2 && best.count * 3 >= all.count * 2 && best.allSatisfy(isBetweenParagraphs) ? best.map { shown[$0] } : []
    }

    /// Bytes of text on a page.
    private static let page = 900...9000

    private func value(_ k: Int) -> Int? {
        let line = lines[shown[k]]
        return roles[shown[k]] == .text && !line.hasTab ? PageMark.bareNumber(bytes, line.range) : nil
    }

    /// Places in ``shown`` of numbers that count up by one.
    private func longestChain(_ follows: (Int, [Int]) -> Bool) -> [Int] {
        var chains: [Int: [Int]] = [:]
        var best: [Int] = []
        for k in shown.indices {
            guard let value = value(k) else { continue }
            var members = [k]
            if let before = chains[value - 1], follows(k, before) { members = before + members }
            chains[value] = members
            if members.count > best.count { best = members }
        }
        return best
    }

    /// Whether so many lines are a page: 15 to 90, and about as many as the page before had.
    private func isPage(_ count: Int, in chain: [Int]) -> Bool {
        guard (15...90).contains(count) else { return false }
        guard chain.count > 1 else { return true }
        let before = chain[chain.count - 1] - chain[chain.count - 2]
        return count * 3 >= before * 2 && before * 3 >= count * 2
    }

    private func isOnlyMark(_ k: Int) -> Bool {
        guard let value = value(k), (1...4).contains(value), isBetweenParagraphs(k) else { return false }
        let before = lines[shown[k]].textStart
        return Self.page.contains(before / value) || value > 1 && Self.page.contains(before / (value - 1))
    }

    /// Running text stands on both sides: long lines, no cells of a table.
    private func isBetweenParagraphs(_ k: Int) -> Bool {
        guard k > 0 else { return false }
        let before = lines[shown[k - 1]]
        return before.width >= 40 && (k + 1 == shown.count || lines[shown[k + 1]].width >= 8)
    }
}
