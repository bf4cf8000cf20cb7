import FanganOutline
import FanganText

/// Brackets of names without any word that assigns work: `（省财政厅、省审计厅）` at the end of a paragraph.
extension ResponsibilityRecogniser {
    /// Nothing but names of organs at the end of a paragraph says who is meant. One name alone must say its level (市财政局), end a
    /// sentence's paragraph as the name of a body, or stand where the items beside it name units too.
    func bareList(_ p: Passage, _ pair: Brackets.Pair, _ isListed: () -> Bool) -> UnitList? {
        var after = pair.whole.upperBound
        while after < p.count, Self.sentenceEnds.contains(p.scalars[after]) || p.scalars[after] == 0x20 { after += 1 }
        guard pair.closed, after == p.count || p.scalars[after] == 0x0A, pair.whole.lowerBound >= 4 else { return nil }
        let isBehindSentence = Self.sentenceEnds.contains(p.scalars[pair.whole.lowerBound - 1]) || p.scalars[pair.whole.lowerBound - 1] == 0x0A
        let isBehindPhrase = !isBehindSentence && isBehindPhrase(p, pair.whole.lowerBound)
        // 开展河道排查。（县水务局）: behind a short sentence where the items beside it have such brackets.
        guard isBehindSentence ? pair.whole.lowerBound > 8 || isListed() : isBehindPhrase || isBehindWords(p, pair.whole.lowerBound) else { return nil }
        let list = UnitList(p, pair.inner, vocabulary: vocabulary, shape: shape)
        let named = list.entries.count { isBody(p, $0.range) }
        // `（市财政局，2023年底前）`, `（市公安局、市司法局；长期）`: a deadline may stand beside the names, or that there is none.
        guard !list.isMarked, named >= 1, list.attributes.allSatisfy({ $0.isDue || UnitList.isTime(p, $0.value) }), list.entries.allSatisfy({ entry in
            isBody(p, entry.range) || shape.isName(p, entry.range) && Self.classStarts.contains(p.scalars[entry.range.lowerBound])
                || named >= 2 && entry.range.count >= 4 && entry.range.count <= 16 && !entry.range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
        }) else { return nil }
        // 完善制度，提升质量（县司法局、县财政局）。: behind words that no name ends it takes several, or items beside it that have such brackets.
        if !isBehindSentence, !isBehindPhrase { return named >= 2 || list.attributes.isEmpty && isListed() ? list : nil }
        if named >= 2 || list.entries.contains(where: { Self.levels.contains(p.scalars[$0.range.lowerBound]) }) { return list }
        guard list.entries.count == 1, list.attributes.isEmpty, let name = list.entries.first?.range, !isRemark(p, name) else { return nil }
        return isBehindSentence && vocabulary.bareEnds.contains(p, before: name.upperBound, from: name.lowerBound + 1) || isListed() ? list : nil
    }

    /// The list of units in the bracket that ends a passage, if there is one: what ``bareList(_:_:_:)`` asks of the items beside it.
    func closesWithUnits(_ p: Passage) -> Bool {
        var end = p.count
        while end > 0, Self.sentenceEnds.contains(p.scalars[end - 1]) || p.scalars[end - 1] <= 0x20 { end -= 1 }
        guard end > 0, Brackets.isClose(p.scalars[end - 1]) else { return false }
        var depth = 0
        for i in (max(0, end - Self.longestBracket)..<end).reversed() {
            if Brackets.isClose(p.scalars[i]) { depth += 1 } else if Brackets.isOpen(p.scalars[i]) { depth -= 1 }
            if depth == 0 { return assignment(p, Brackets.Pair(whole: i..<end, inner: i + 1..<end - 1, closed: true), { true }) != nil }
        }
        return false
    }

    /// `1.中小企业服务月活动（市经济信息化委）`: a line without any sentence. Behind a name the bracket holds another name
    /// of the same body: `组建市水务局（市河长办）`.
    private func isBehindPhrase(_ p: Passage, _ bracket: Int) -> Bool {
        !p.scalars[..<bracket].contains { Self.sentenceEnds.contains($0) || $0 == 0x0A || $0 == 0xFF1A || $0 == 0x3A }
            && !vocabulary.organEnds.contains(p, before: bracket, from: 0)
    }

    /// What stands in front is no name of a body or a place, which the bracket would explain: 报有关部门（市财政局、市审计局）。
    private func isBehindWords(_ p: Passage, _ bracket: Int) -> Bool {
        let line = (max(0, bracket - 12)..<bracket).last { p.scalars[$0] == 0x0A || p.scalars[$0] < 0x4E00 }.map { $0 + 1 } ?? max(0, bracket - 12)
        return bracket > 8 && bracket - line >= 2 && p.scalars[bracket - 1] >= 0x4E00 && !shape.isName(p, line..<bracket) && !vocabulary.bareEnds.contains(p, before: bracket, from: 0)
    }

    private func isBody(_ p: Passage, _ range: Range<Int>) -> Bool {
        isOrgan(p, range) || range.count >= 3 && vocabulary.bareEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
    }

    /// 简称县指挥部, 含开发区管委会: the bracket explains what stands in front of it.
    private func isRemark(_ p: Passage, _ name: Range<Int>) -> Bool { vocabulary.remarkStarts.match(p.scalars, at: name.lowerBound, limit: name.upperBound)?.value ?? false }
}
