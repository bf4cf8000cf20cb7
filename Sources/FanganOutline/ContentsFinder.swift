import FanganText

/// Finds a table of contents in front of the text: `1 总则` `1.1 编制目的` …, every line of which stands once more behind it.
struct ContentsFinder {
    /// Fewer lines than this are no table of contents; entries are short.
    private static let fewest = 5, longest = 60

    let lines: [Line]

    /// The lines of the table of contents, with its own title.
    func contents() -> Range<Int>? {
        guard let start = lines.indices.first(where: { isEntry($0) }) else { return nil }
        var end = start
        while end < lines.count, isEntry(end) { end += 1 }
        guard end - start >= Self.fewest else { return nil }
        // The text begins with the first entry again, perhaps right behind the last one.
        if let again = (start + 1..<end).first(where: { key($0) == key(start) }) { end = again }
        guard end - start >= Self.fewest else { return nil }
        let later = (end..<lines.count).filter { lines[$0].label != nil }.map { key($0, 24) }.sorted()
        let found = (start..<end).filter { i in
            let key = key(i, 24)
            guard let next = Self.first(of: later, notBefore: key) else { return false }
            return next == key || key.count >= 6 && next.hasPrefix(key)
        }
        guard found.count * 5 >= (end - start) * 4 else { return nil }
        let hasTitle = start > 0 && lines[start - 1].passage.squashed() == "目录"
        // Without its title or the numbers of pages it may as well be a list that an annex repeats.
        guard hasTitle || (start..<end).count(where: hasPageNumber) * 2 > end - start else { return nil }
        return (hasTitle ? start - 1 : start)..<end
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
        lines[i].label != nil && lines[i].block.cell == nil && lines[i].passage.count <= Self.longest
            && !lines[i].passage.scalars.contains { Self.sentence.contains($0) }
    }

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
