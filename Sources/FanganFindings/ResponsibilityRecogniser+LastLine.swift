import FanganText

/// Names of organs alone on the last line of an item: `保障供电。` ⏎ `县供电公司、县住建局`.
extension ResponsibilityRecogniser {
    /// Behind them may stand what names units as well, or a time: `完成时限：6月底`, `长期坚持`.
    func readLastLine(_ p: Passage, into reading: inout Reading) {
        var end = p.count
        for _ in 0..<Self.lastLines {
            guard let line = lastLine(p, before: end), line.lowerBound > 1 else { return }
            let words = UnitList.trimmed(p, line)
            if words.isEmpty || TimePhrase.fills(p, words) || reading.cuts.last(where: { $0.lowerBound <= words.lowerBound })?.contains(words.lowerBound) ?? false {
                end = line.lowerBound - 1
                continue
            }
            // `包括：` ⏎ `县财政局`, `县住建局、` ⏎ `县财政局`: the line goes on.
            guard !Self.openEnds.contains(p.scalars[line.lowerBound - 2]), let list = units(p, words) else { return }
            reading.take(list, p)
            reading.cuts.append(line)
            reading.cuts.sort { $0.lowerBound < $1.lowerBound }
            return
        }
    }

    /// `各乡镇、县城管局`, `省科技厅、发展改革委、税务局`: names and nothing else, of which one is certain and says its level.
    private func units(_ p: Passage, _ words: Range<Int>) -> UnitList? {
        guard words.count >= 3, p.first(of: Self.levels, in: words) != nil else { return nil }
        // Most last lines are text and end here with their first clause: 加强组织领导，….
        let list = UnitList(p, words, vocabulary: vocabulary, shape: shape) { list in
            list.isMarked || !list.pending.allSatisfy { mayStandAlone(p, $0) } || !list.loose.allSatisfy { mayStandBeside(p, UnitList.Attribute(key: nil, value: $0, isDue: true)) }
        }
        guard list.isWhole, !list.isMarked, list.attributes.allSatisfy({ mayStandBeside(p, $0) }), list.entries.contains(where: { Self.levels.contains(p.scalars[$0.range.lowerBound]) && isOrgan(p, $0.range) && isSure(p, $0.range) }) else { return nil }
        // `责任区域：县住建局负责东区`: something else is said of them.
        guard let first = list.entries.first, p.first(of: Self.colons, in: words.lowerBound..<first.range.upperBound) == nil else { return nil }
        return list.entries.allSatisfy { mayStandAlone(p, $0.range) } ? list : nil
    }

    /// A name that counts on such a line beside one that is certain.
    private func mayStandAlone(_ p: Passage, _ name: Range<Int>) -> Bool {
        isSure(p, name) || isPlaceOrClass(p, name) || name.count <= Self.longestName && shape.isName(p, name) && !isNoUnit(p, name) && p.first(of: Self.foreign, in: name) == nil
    }

    private func lastLine(_ p: Passage, before end: Int) -> Range<Int>? {
        var start = end
        let farthest = max(0, end - Self.longestLine)
        while start > farthest {
            if p.scalars[start - 1] == 0x0A { return start..<end }
            start -= 1
        }
        return nil
    }

    private static let colons: ScalarSet = "：:"
    private static let openEnds: ScalarSet = "，,、：:"
    private static let lastLines = 4, longestLine = 300, longestName = 20
}
