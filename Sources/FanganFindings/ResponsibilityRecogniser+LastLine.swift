import FanganText

/// Names of organs alone on the last line of an item: `保障供电。` ⏎ `县供电公司、县住建局`.
extension ResponsibilityRecogniser {
    /// Behind them may stand what names units as well, or a time: `完成时限：6月底`, `长期坚持`.
    func readLastLine(_ p: Passage, into reading: inout Reading) {
        var end = p.count
        for _ in 0..<Self.lastLines {
            guard let line = lastLine(p, before: end), line.lowerBound > 1 else { return }
            let words = UnitList.trimmed(p, line)
            if words.isEmpty || isTimeAlone(p, words) || reading.cuts.last(where: { $0.lowerBound <= words.lowerBound })?.contains(words.lowerBound) ?? false {
                end = line.lowerBound - 1
                continue
            }
            // `包括：` ⏎ `县财政局`, `县住建局、` ⏎ `县财政局`: the line goes on.
            guard !Self.openEnds.contains(p.scalars[line.lowerBound - 2]), saysOrgans(p, words) || saysOrgansAndClasses(p, words) else { return }
            reading.take(UnitList(p, words, vocabulary: vocabulary, shape: shape), p)
            reading.cuts.append(line)
            reading.cuts.sort { $0.lowerBound < $1.lowerBound }
            return
        }
    }

    /// `各乡镇、县城管局`
    private func saysOrgansAndClasses(_ p: Passage, _ words: Range<Int>) -> Bool {
        let names = UnitList.atoms(p, words)
        return names.count >= 2 && names.contains { saysOrgans(p, $0) } && names.allSatisfy { saysOrgans(p, $0) || isPlaceOrClass(p, $0) }
    }

    private func lastLine(_ p: Passage, before end: Int) -> Range<Int>? {
        (max(0, end - Self.longestLine)..<end).last { p.scalars[$0] == 0x0A }.map { $0 + 1..<end }
    }

    private static let openEnds: ScalarSet = "，,、：:"
    private static let lastLines = 4, longestLine = 160
}
