import FanganText

/// Organs behind a dash, without any word that assigns work: `开展督办。——县住建局、县财政局`, `养老服务——县民政局`, `养老服务--县民政局`.
extension ResponsibilityRecogniser {
    /// `开展督办。——县住建局、县财政局`: nothing but organs behind a dash at the end of a line.
    func readDashedLists(_ p: Passage, _ marks: Landmarks, into reading: inout Reading) {
        var found: [Range<Int>] = [], cut = 0
        for i in marks.pieces where i > 4 && i < p.count && p.scalars[i - 1] == 0x2014 && p.scalars[i - 2] == 0x2014 { // —
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            guard Self.sentenceEnds.contains(p.scalars[i - 3]) || p.scalars[i - 3] == 0x0A, cut == reading.cuts.count || !reading.cuts[cut].contains(i) else { continue }
            let near = min(p.count, i + Self.longestDashed), end = (i..<near).first { p.scalars[$0] == 0x0A } ?? near
            let names = UnitList.trimmed(p, i..<end)
            guard end < near || near == p.count, saysOrgans(p, names) else { continue }
            reading.take(UnitList(p, names, vocabulary: vocabulary, shape: shape), p)
            found.append(i - 2..<end)
        }
        if let end = dashedEnd(p, behind: max(found.last?.upperBound ?? 0, reading.cuts.last?.upperBound ?? 0)) {
            reading.take(UnitList(p, end.names, vocabulary: vocabulary, shape: shape), p)
            found.append(end.whole)
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// `养老服务——县民政局` at the end of an item, behind a title; not behind a name (县教育局——县财政局) nor behind a sentence that goes on.
    private func dashedEnd(_ p: Passage, behind last: Int) -> (names: Range<Int>, whole: Range<Int>)? {
        let from = max(last, p.count - Self.longestDashed)
        guard let dash = (max(from, 2)..<max(from, 2, p.count - 3)).last(where: { Self.dashes.contains(p.scalars[$0]) }), dash > from, Self.dashes.contains(p.scalars[dash - 1]) else { return nil }
        let start = (from..<dash).last { !Self.dashes.contains(p.scalars[$0]) }.map { $0 + 1 } ?? from
        let title = ((0..<start).last { p.scalars[$0] == 0x0A }.map { $0 + 1 } ?? 0)..<start, names = UnitList.trimmed(p, dash + 1..<p.count)
        guard title.count >= 2, title.count <= 40, p.first(of: SentenceReader.marks, in: title) == nil, !shape.isName(p, title) || vocabulary.headings.headingVerbs.begins(p.scalars, at: title.lowerBound), saysOrgans(p, names) else { return nil }
        return (names, start..<p.count)
    }

    static let dashes: ScalarSet = "—–―-－─"
    private static let longestDashed = 120
}
