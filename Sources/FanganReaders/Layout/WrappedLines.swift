import FanganText

/// Puts the lines of a hard-wrapped text together to its paragraphs.
struct WrappedLines {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]
    let layout: LineLayout

    /// The lines of text in a range, those of one paragraph as one group.
    func groups(_ range: Range<Int>) -> [[Int]] {
        switch layout {
        case .ordinary: range.filter { roles[$0] == .text }.map { [$0] }
        case let .cut(width): uncut(facts(range), width)
        case let .justified(columns): unjustified(facts(range), lines, columns)
        case let .cutJustified(width, columns): unjustified(uncut(facts(range), width), columns)
        }
    }

    /// The same for a cell, whose lines know no margin of the page's.
    func cutGroups(_ range: Range<Int>) -> [[Int]] {
        guard let width = layout.cut else { return range.filter { roles[$0] == .text }.map { [$0] } }
        return uncut(facts(range), width)
    }

    private func uncut(_ facts: [LineFacts], _ width: Int) -> [[Int]] {
        var joiner = CutJoiner(width: width, facts: facts)
        return grouped(facts) { joiner.joins($0) }
    }

    private func unjustified(_ facts: [LineFacts], _ lines: [TextLine], _ columns: Int) -> [[Int]] {
        var joiner = JustifiedJoiner(columns: columns, facts: facts, lines: lines, bytes: bytes)
        return grouped(facts) { joiner.joins($0) }
    }

    /// The same for lines that were cut first: each group of pieces is taken as one line.
    private func unjustified(_ pieces: [[Int]], _ columns: Int) -> [[Int]] {
        var whole: [TextLine] = [], facts: [LineFacts] = []
        var before: Int?
        for group in pieces {
            guard let first = group.first, let last = group.last else { continue }
            var line = lines[first]
            line.end = lines[last].end
            line.width = group.reduce(0) { $0 + lines[$1].width }
            let between = (before.map { $0 + 1 } ?? first)..<first
            facts.append(LineFacts(
                line, index: whole.count, followsGap: isGap(between), followsFurniture: hasFurniture(between), bytes: bytes))
            whole.append(line)
            before = last
        }
        return unjustified(facts, whole, columns).map { $0.flatMap { pieces[$0] } }
    }

    private func hasFurniture(_ range: Range<Int>) -> Bool { range.contains { roles[$0] != .blank && roles[$0] != .text } }
    private func isGap(_ range: Range<Int>) -> Bool { !range.isEmpty && !hasFurniture(range) }

    private func facts(_ range: Range<Int>) -> [LineFacts] {
        var facts: [LineFacts] = []
        if layout == .ordinary { return [] }
        var before = range.lowerBound
        for i in range where roles[i] == .text {
            let between = before..<i
            facts.append(LineFacts(
                lines[i], index: i, followsGap: isGap(between), followsFurniture: hasFurniture(between), bytes: bytes))
            before = i + 1
        }
        return facts
    }

    private func grouped(_ facts: [LineFacts], joins: (Int) -> Bool) -> [[Int]] {
        var groups: [[Int]] = []
        for i in facts.indices {
            if i > 0, joins(i) { groups[groups.count - 1].append(facts[i].line) } else { groups.append([facts[i].line]) }
        }
        return groups
    }
}
