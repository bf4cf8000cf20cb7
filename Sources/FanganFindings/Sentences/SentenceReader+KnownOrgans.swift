import FanganText

/// Organs that the tables of names know: `人力资源社会保障局` without a level in front, `市发展改革委` in front of any verb.
extension SentenceReader {
    /// A field of government and what its organ is called, with or without a level in front: 市|卫生健康|委, 人力资源社会保障|局.
    func isFieldOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard (3...18).contains(range.count), let last = range.last, vocabulary.bodies.organForms.contains(p.scalars[last]) else { return false }
        let level = vocabulary.bodies.levelStarts.match(p.scalars, at: range.lowerBound, limit: range.upperBound)?.length ?? (ResponsibilityVocabulary.levels.contains(p.scalars[range.lowerBound]) ? 1 : 0)
        let field = range.lowerBound + level..<last
        return field.count >= 2 && known.isField(p.string(field))
    }

    /// 县财政, 民政 of `县财政、民政、审计局负责…`: fields of which the list's last name says what they all are, the first whose.
    func sharesForm(_ p: Passage, _ i: Int, of list: [Range<Int>]) -> Bool {
        guard let first = list.first, let last = list.last, i + 1 < list.count, saysLevel(p, first.lowerBound), isFieldOrgan(p, last) else { return false }
        return (2...8).contains(list[i].count) && known.isField(p.string(i == 0 && list[i].count > 2 ? list[i].dropFirst() : list[i]))
    }

    /// 营商办, 食安办: an office by the short name that the tables have for it, without a level in front.
    func isKnownOffice(_ p: Passage, _ range: Range<Int>) -> Bool {
        (3...8).contains(range.count) && p.has("办", before: range.upperBound) && known.isOrgan(p.string(range))
    }

    /// `…，发展改革委、工业和信息化部会同…`
    func beginsFieldOrgan(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        for end in at + 3..<max(at + 3, min(limit, at + 16)) {
            let c = p.scalars[end - 1]
            if c < 0x4E00 || c >= 0xFF00 { return false }
            if vocabulary.bodies.organForms.contains(c), isFieldOrgan(p, at..<end) || isStateOrgan(p, at..<end) { return true }
        }
        return false
    }

    /// Behind 由: a name that the tables know, or that ends as only whole names do (总工会, 残联), in front of a verb and its object: 由市发展改革委|制定办法,
    /// not 由市发展改革委|制定的办法.
    func isKnownToAct(_ p: Passage, _ name: Range<Int>, _ limit: Int) -> Bool {
        let at = name.upperBound
        guard [vocabulary.sentences.workVerbs, vocabulary.headings.headingVerbs, vocabulary.sentences.subjectVerbs].contains(where: { verbs in
            verbs.match(p.scalars, at: at, limit: limit).map { $0.length >= 2 && isPredicate(p, at + $0.length, limit) } ?? false
        }) else { return false }
        return vocabulary.bodies.organEnds.match(p, before: at, from: name.lowerBound).map { $0.length >= 2 } ?? false || isFieldOrgan(p, name)
    }

    /// 国家税务总局|合肥市税务局: the branch at a place goes on with the name.
    func goesOnAsBranch(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        if vocabulary.sentences.jointVerbs.match(p.scalars, at: at, limit: limit) != nil { return false } // 会同县 is a county too
        guard let level = (at + 1..<max(at + 1, min(limit, at + 7))).first(where: { Self.regionEnds.contains(p.scalars[$0]) }), known.isPlace(p.string(at..<level + 1)) else { return false }
        return (level + 2...level + 8).contains { $0 <= limit && vocabulary.bodies.organEnds.contains(p, before: $0, from: level + 1) }
    }
}
