import FanganText

/// Places that a sentence orders to do something: `梓潼县要…`, `市科委、杨浦区牵头…`, `潼川镇6月底前完成…`.
extension SentenceReader {
    /// `梓潼县要围绕…`, `市科委、杨浦区牵头…`: places by their names, beside an organ only where they lead or are responsible.
    func places(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        // Taken out of the loop: each look at one of the type's own sets asks whether it is there.
        let stops = Self.marksOfClause, areaEnds = Self.areaEnds
        for end in (at + 3)..<max(at + 3, min(limit, at + 40)) {
            let c = p.scalars[end]
            if stops.contains(c) || Brackets.isOpen(c) { return nil }
            // Names of places end at few places.
            guard areaEnds.contains(p.scalars[end - 1]) || vocabulary.bodies.townshipEnds.contains(p, before: end, from: at + 1) else { continue }
            let verb = vocabulary.sentences.placeVerbs.match(p.scalars, at: end, limit: limit), helps = vocabulary.sentences.supportStarts.begins(p.scalars, at: end, limit: limit)
            guard verb != nil || helps || SentenceWords.dateHeads.contains(c) else { continue }
            let names = UnitList.atoms(p, at..<end)
            // 三台县6月底前完成整治, 潼川镇要加强巡查
            if actsByDate(p, end, limit) || isTold(p, end, limit) || helps, isNoDistrictAlone(p, names), names.allSatisfy({ isKnownPlace(p, $0) }) {
                return Found(names: names, role: p.has("牵头", at: end) ? .lead : .responsible, end: end)
            }
            guard areaEnds.contains(p.scalars[end - 1]), let (isVerb, length) = verb, isVerb else { continue }
            guard let last = names.last, isPlaceName(p, last), !p.has("的", at: end + length) else { return nil }
            let isOrdered = p.has("牵头", at: end) || p.has("负责", at: end)
            guard names.allSatisfy({ isPlaceName(p, $0) || isOrdered && saysLevel(p, $0.lowerBound) && isNamed(p, $0, place: false) }) else { return nil }
            // 办公区要, 禁养区应 only end like a district; 株洲市天元区 is one, and one beside a county.
            guard isOrdered || isNoDistrictAlone(p, names) else { return nil }
            return Found(names: names, role: p.has("牵头", at: end) ? .lead : .responsible, end: end)
        }
        return nil
    }

    private func isNoDistrictAlone(_ p: Passage, _ names: [Range<Int>]) -> Bool {
        names.contains { p.scalars[$0.upperBound - 1] != 0x533A || $0.count > 5 } // 区
    }

    private func isTold(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard let (isVerb, length) = vocabulary.sentences.placeVerbs.match(p.scalars, at: verb, limit: limit) else { return false }
        // 潼川镇应当享受的政策全部兑现: 的 soon behind the verb makes it say whose they are.
        return isVerb && !(verb + length..<min(limit, verb + max(length + 1, 5))).contains { p.scalars[$0] == 0x7684 }
    }

    /// 三台县, 潼川镇; 株洲市天元区 is two names.
    private func isKnownPlace(_ p: Passage, _ range: Range<Int>) -> Bool {
        (3...12).contains(range.count) && known.isPlace(p.string(range))
    }

    /// A division by its name, alone or behind that of its city (株洲市天元区); not 城市, 老城区, 试点县.
    private func isPlaceName(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard Self.areaEnds.contains(p.scalars[range.upperBound - 1]) else { return false }
        if isKnownPlace(p, range) { return true }
        guard (6...9).contains(range.count), let city = (range.lowerBound + 2..<range.lowerBound + 4).first(where: { Self.cityEnds.contains(p.scalars[$0]) }) else { return false }
        return isKnownPlace(p, range.lowerBound..<city + 1) && isKnownPlace(p, city + 1..<range.upperBound)
    }

    private static let cityEnds: ScalarSet = "市州盟"
    static let areaEnds: ScalarSet = "县区市旗州盟"
}
