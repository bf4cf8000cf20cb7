import FanganText

/// Lines in groups, those of one paragraph in each; all of them in one list.
struct LineGroups: RandomAccessCollection, Sendable {
    private var lines: [Int] = []
    /// Where each group ends in ``lines``.
    private var ends: [Int] = []

    init() {}

    /// Each line by itself.
    init(eachOf lines: [Int]) {
        self.lines = lines
        ends = Array(lines.indices.map { $0 + 1 })
    }

    /// Appends lines to the last group, or as a new one.
    mutating func append(_ more: some Collection<Int>, joins: Bool) {
        lines.append(contentsOf: more)
        if joins, !ends.isEmpty { ends[ends.count - 1] = lines.count } else { ends.append(lines.count) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { ends.count }
    subscript(group: Int) -> ArraySlice<Int> { lines[(group == 0 ? 0 : ends[group - 1])..<ends[group]] }
}

/// Puts the lines of a hard-wrapped text together to its paragraphs.
struct WrappedLines {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]
    let layout: LineLayout

    /// The lines of text in a range, those of one paragraph as one group.
    func groups(_ range: Range<Int>) -> LineGroups {
        switch layout {
        case .ordinary: ordinary(range.filter { roles[$0] == .text })
        case let .cut(width): uncut(facts(range), width)
        case let .justified(columns): unjustified(facts(range), lines, columns)
        case let .cutJustified(width, columns): unjustified(uncut(facts(range), width), columns)
        }
    }

    /// The same for a cell, whose lines know no margin of the page's.
    func cutGroups(_ range: Range<Int>) -> LineGroups {
        guard let width = layout.cut else { return LineGroups(eachOf: range.filter { roles[$0] == .text }) }
        return uncut(facts(range), width)
    }

    private func ordinary(_ texts: [Int]) -> LineGroups {
        let rests = texts.indices.filter { isRest($0, texts) }
        if rests.isEmpty { return LineGroups(eachOf: texts) }
        var groups = LineGroups(), next = rests[...]
        for k in texts.indices {
            let joins = next.first == k
            if joins { next.removeFirst() }
            groups.append(CollectionOfOne(texts[k]), joins: joins)
        }
        return groups
    }

    /// `（十二）精品制造基地——打造绿色制造核心引领` ⏎ `区` ⏎ `依托…，建设…。`: the end of a heading that was too long for its line, in front of the text; ideographs alone.
    private func isRest(_ k: Int, _ texts: [Int]) -> Bool {
        guard k > 0, k + 1 < texts.count, lines[texts[k]].rawCount <= Self.longestRest, lines[texts[k - 1]].rawCount >= Self.shortestHeading,
              lines[texts[k + 1]].rawCount >= Self.shortestText, texts[k] == texts[k - 1] + 1 else { return false }
        func facts(_ i: Int) -> LineFacts { LineFacts(lines[texts[i]], index: i, followsGap: false, followsFurniture: false, bytes: bytes) }
        let head = facts(k - 1), rest = lines[texts[k]], text = facts(k + 1)
        return head.label != nil && head.isOpen && !head.hasSentence && !Punctuation.isComma(head.last) && head.depth == 0 && text.label == nil && text.hasSentence
            && rest.end - rest.textStart == 3 * rest.rawCount && rest.range.allSatisfy { bytes[$0] & 0xC0 == 0x80 || 0xE4...0xE9 ~= bytes[$0] }
    }

    /// Characters of such an end (three are an organ's name), of a heading's line that can be full, and of a text.
    private static let longestRest = 2, shortestHeading = 20, shortestText = 40

    private func uncut(_ facts: [LineFacts], _ width: Int) -> LineGroups {
        var joiner = CutJoiner(width: width, facts: facts)
        return grouped(facts) { joiner.joins($0) }
    }

    private func unjustified(_ facts: [LineFacts], _ lines: [TextLine], _ columns: Int) -> LineGroups {
        var joiner = JustifiedJoiner(columns: columns, facts: facts, lines: lines, bytes: bytes)
        return grouped(facts) { joiner.joins($0) }
    }

    /// The same for lines that were cut first: each group of pieces is taken as one line.
    private func unjustified(_ pieces: LineGroups, _ columns: Int) -> LineGroups {
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
        var groups = LineGroups()
        for group in unjustified(facts, whole, columns) {
            for piece in group { groups.append(pieces[piece], joins: piece > group[group.startIndex]) }
        }
        return groups
    }

    private func hasFurniture(_ range: Range<Int>) -> Bool { range.contains { roles[$0] != .blank && roles[$0] != .text } }
    private func isGap(_ range: Range<Int>) -> Bool { !range.isEmpty && !hasFurniture(range) }

    private func facts(_ range: Range<Int>) -> [LineFacts] {
        var facts: [LineFacts] = []
        if layout == .ordinary { return [] }
        var before = range.lowerBound, gaps = 0
        for i in range where roles[i] == .text {
            let between = before..<i, followsGap = isGap(between)
            facts.append(LineFacts(lines[i], index: i, followsGap: followsGap, followsFurniture: hasFurniture(between), bytes: bytes))
            before = i + 1
            if followsGap { gaps += 1 }
        }
        // A blank line behind each line, as converters of pages set them, parts no paragraphs.
        if gaps * 10 >= (facts.count - 1) * 9 { for i in facts.indices { facts[i].followsGap = false } }
        return facts
    }

    private func grouped(_ facts: [LineFacts], joins: (Int) -> Bool) -> LineGroups {
        var groups = LineGroups()
        for i in facts.indices { groups.append(CollectionOfOne(facts[i].line), joins: i > 0 && joins(i)) }
        return groups
    }
}
