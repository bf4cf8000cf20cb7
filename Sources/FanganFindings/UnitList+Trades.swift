import FanganText

/// Classes of firms that are named by several trades: `全市供水、燃气企业`, `各设计、施工、监理单位` are one mention each.
extension UnitList {
    /// Whether a piece goes on behind its 、 with another trade: it is a class's beginning with a trade (全市供水) or a trade alone, and the
    /// trades behind it end in what all of them are (企业).
    static func joinsTrade(_ p: Passage, _ piece: Range<Int>, next: Int, _ end: Int) -> Bool {
        let words = ResponsibilityVocabulary.standard
        guard next < end, piece.count >= 2, piece.count <= longestClass, let (_, length) = words.lists.tradeEnds.match(p, before: piece.upperBound, from: piece.lowerBound) else { return false }
        let range = trimmed(p, (piece.last { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }.map { $0 + 1 } ?? piece.lowerBound)..<piece.upperBound)
        guard range.lowerBound <= piece.upperBound - length, isClassStart(p, range.lowerBound..<piece.upperBound - length, words) else { return false }
        return endsInBody(p, next, min(end, next + longestClass), words)
    }

    /// Nothing, 全市, 各县（市、区）, or trades that were joined before.
    private static func isClassStart(_ p: Passage, _ range: Range<Int>, _ words: ResponsibilityVocabulary) -> Bool {
        if range.isEmpty || words.lists.tradeStarts.contains(where: { $0.count == range.count && p.has($0, at: range.lowerBound) }) { return true }
        if p.scalars[range.upperBound - 1] == 0x3001 {
            let joined = range.lowerBound..<range.upperBound - 1
            guard let (_, length) = words.lists.tradeEnds.match(p, before: joined.upperBound, from: joined.lowerBound) else { return false }
            return isClassStart(p, joined.lowerBound..<joined.upperBound - length, words)
        }
        // 各县（市、区）, 县（市、区）
        let isMany = p.scalars[range.lowerBound] == 0x5404 || range.count > 2 && regionScalars.contains(p.scalars[range.lowerBound]) && Brackets.isOpen(p.scalars[range.lowerBound + 1])
        return isMany && range.count <= 12 && range.dropFirst().allSatisfy {
            regionScalars.contains(p.scalars[$0]) || Brackets.isOpen(p.scalars[$0]) || Brackets.isClose(p.scalars[$0]) || p.scalars[$0] == 0x3001
        }
    }

    /// `燃气企业`, `供气、供热单位`, `供气和供热等企业`
    private static func endsInBody(_ p: Passage, _ start: Int, _ end: Int, _ words: ResponsibilityVocabulary) -> Bool {
        var i = start
        while i < end, let (_, length) = words.lists.trades.match(p.scalars, at: i, limit: end) {
            i += length
            // 供热等公用企事业单位
            if i < end, p.scalars[i] == 0x7B49 { return (i + 1..<min(end, i + 9)).contains { at in words.lists.tradeBodies.contains { p.has($0, at: at) && at + $0.count <= end } } }
            if words.lists.tradeBodies.contains(where: { p.has($0, at: i) && i + $0.count <= end }) { return true }
            guard i < end, p.scalars[i] == 0x3001 || p.scalars[i] == 0x548C || p.scalars[i] == 0x53CA else { return false } // 、和及
            i += 1
        }
        return false
    }

    /// No class has more trades than fit into so many characters.
    private static let longestClass = 60
    private static let regionScalars: ScalarSet = "省市州区县旗盟乡镇街道地"
}
