import FanganText

/// Finds a table of contents in front of the text: `1 总则` `1.1 编制目的` …, every line of which stands once more behind it.
struct ContentsFinder {
    /// Fewer lines than this are no table of contents without a title, or right in front of the text; entries are short.
    private static let fewest = 5, fewestInFront = 3, fewestTitled = 2, longest = 60
    /// Entries with leaders are longer, but not their words.
    private static let longestLine = 200
    /// Lines at the beginning among which the title stands.
    private static let reach = 80

    let lines: [Line]

    /// The lines of the table of contents, with its own title.
    func contents() -> Range<Int>? {
        if let title = lines.prefix(Self.reach).firstIndex(where: isTitle), let end = end(from: title + 1, isTitled: true) { return title..<end }
        guard let start = lines.indices.first(where: { isEntry($0) }), let end = end(from: start, isTitled: false) else { return nil }
        return start..<end
    }

    /// Where the entries end that begin at a line, if they are a table of contents: the text behind repeats them, or numbers of pages say so.
    private func end(from start: Int, isTitled: Bool) -> Int? {
        var end = start
        while end < lines.count, isEntry(end) { end += 1 }
        guard end - start >= Self.fewestTitled else { return nil }
        // The text begins with the first entry again, perhaps right behind the last one.
        let first = key(start)
        if let again = (start + 1..<end).first(where: { key($0) == first }) { end = again }
        let count = end - start, isPaged = (start..<end).count(where: hasPageNumber) * 2 > count
        // Where the text breaks off nothing is repeated.
        if isTitled, isPaged || count >= Self.fewest && lines.count - end <= 1 { return end }
        let isInFront = end < lines.count && key(end, 24) == key(start, 24)
        // Without its title or the numbers of pages it may as well be a list that an annex repeats.
        guard count >= (isTitled ? Self.fewestTitled : isInFront ? Self.fewestInFront : Self.fewest), isTitled || isPaged || isInFront else { return nil }
        let later = (end..<lines.count).filter { lines[$0].label != nil }.map { key($0, 24) }.sorted()
        let found = (start..<end).filter { i in
            let key = key(i, 24)
            guard let next = Self.first(of: later, notBefore: key) else { return false }
            return next == key || key.count >= 4 && next.hasPrefix(key)
        }
        return found.count * 5 >= count * 4 ? end : nil
    }

    private func isTitle(_ line: Line) -> Bool {
        guard line.passage.count <= 12, line.label == nil, line.block.cell == nil, let head = line.passage.scalars.first(where: { !Passage.isBlank($0) }) else { return false }
        let titles = OutlineVocabulary.standard.titles
        return titles.contentsHeads.contains(head) && titles.contentsTitles.contains(line.passage.squashed())
    }

    private static func first(of sorted: [String], notBefore key: String) -> String? {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count ? sorted[low] : nil
    }

    /// `一、总则……3`, `一、总则  3`
    private func hasPageNumber(_ i: Int) -> Bool { key(i).count < lines[i].passage.scalars.count { !Passage.isBlank($0) } }

    private func isEntry(_ i: Int) -> Bool {
        guard lines[i].block.cell == nil, lines[i].passage.count <= Self.longestLine, !lines[i].passage.scalars.contains(where: { Self.sentence.contains($0) }) else { return false }
        // 前言……1
        let hasLeader = hasLeader(lines[i].passage)
        return (lines[i].label != nil || hasLeader) && (hasLeader || lines[i].passage.count <= Self.longest)
    }

    /// `1总则…………1`: dots in front of a number at the end.
    private func hasLeader(_ p: Passage) -> Bool {
        guard let last = p.last, digitValue(last) != nil || Self.closing.contains(last) else { return false }
        return p.scalars.reversed().drop { digitValue($0) != nil || Passage.isBlank($0) || Self.closing.contains($0) }.prefix(2).count { Self.leaders.contains($0) } == 2
    }

    private static let closing: ScalarSet = "-－)）-"

    /// The entry without blanks, leaders and the number of its page: `一、总则……3`.
    private func key(_ i: Int, _ longest: Int = ContentsFinder.longest) -> String {
        var scalars = lines[i].passage.scalars.filter { !Passage.isBlank($0) }
        let length = scalars.count
        while let last = scalars.last, digitValue(last) != nil { scalars.removeLast() }
        if let last = scalars.last, Self.leaders.contains(last) {
            while let last = scalars.last, Self.leaders.contains(last) { scalars.removeLast() }
        } else if scalars.count < length, lines[i].passage.scalars.last(where: { digitValue($0) == nil }).map({ !Passage.isBlank($0) }) ?? true {
            // Digits right behind the words belong to them: `表2`.
            scalars = lines[i].passage.scalars.filter { !Passage.isBlank($0) }
        }
        return Passage.string(Array(scalars.prefix(longest)))
    }

    private static let sentence: ScalarSet = "。；;"
    private static let leaders: ScalarSet = "….·-—_"
}
