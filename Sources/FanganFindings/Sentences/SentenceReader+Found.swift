import FanganText

/// What a subject gives: its names, if each of them can do work, with the role that the verb gives them.
extension SentenceReader {
    /// - Parameter list: the names in the range; what stands behind the last one is its second name in brackets, or the class of an open list.
    func found(_ p: Passage, _ range: Range<Int>, list: [Range<Int>], _ limit: Int, isOpen: Bool = false) -> Found? {
        guard let last = list.last, list.indices.allSatisfy({ i in
            let name = withoutPlate(p, list[i])
            return isOwnedDepartment(p, name) || isBranch(p, name) || isNamed(p, name, place: false) && (isSubject(p, name) || i > 0 && goesOn(p, name, behind: list[0])) || sharesForm(p, i, of: list)
        }),
              !isCondition(p, range.upperBound, limit), !isModel(p, range.upperBound, limit) else { return nil }
        let end = range.upperBound
        // 乡镇便民服务中心|设立窗口 is said of all of them, 乡镇财政所|负责发放 gives them the work.
        if list.contains(where: { p.has("乡镇", at: $0.lowerBound) }), vocabulary.lists.postStarts.match(p.scalars, at: end, limit: limit) == nil { return nil }
        let now = withoutReplaced(p, last)
        if now != last { return found(p, list.dropLast() + [now], end, limit) }
        return found(p, isOpen ? list : list.dropLast() + [withoutException(p, last.lowerBound..<end)], end, limit)
    }

    /// Names in front of a verb, with the role that it gives.
    func found(_ p: Passage, _ names: [Range<Int>], _ end: Int, _ limit: Int) -> Found {
        // 县财政局|协同|县审计局: who is helped.
        let isSupport = isSupport(p, end) && !joins(p, end, limit)
        let lead = p.first("牵头", in: end..<min(limit, end + 7)) != nil
        return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: end)
    }

    /// 配合…, 要配合…, 负责配合, 作为配合部门; of whom it is said that he leads too, no.
    private func isSupport(_ p: Passage, _ verb: Int) -> Bool {
        if vocabulary.sentences.supportVerbs.contains(where: { p.has($0, at: verb) }) { return true }
        guard let length = vocabulary.sentences.joinedSupports.first(where: { p.has($0, at: verb) })?.count else { return false }
        return vocabulary.sentences.supportVerbs.contains { $0.count == 2 && $0.scalars[0] == 0x914D && p.has($0, at: verb + length) } // 配合
    }

    /// `县财政局牵头推进的做法`: what others did; not 县财政局要推进可复制的做法 nor 县财政局总结推广改革的经验, which is its work.
    private func isModel(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        let end = clauseEnd(p, verb, limit)
        guard verb < end, vocabulary.sentences.modelNouns.contains(where: { p.has($0, before: end) }), !Self.isModal(p.scalars[verb]),
              !(verb..<end).contains(where: { i in vocabulary.sentences.modelVerbs.match(p.scalars, at: i, limit: end).map { !p.has("的", at: i + $0.length) } ?? false }) else { return false }
        return (max(verb, end - 5)..<max(verb, end)).contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// `国务院批准启动本预案后，…`: when others act.
    func isCondition(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard vocabulary.sentences.approvals.contains(where: { p.has($0, at: verb) }), let comma = (verb..<min(limit, verb + 30)).first(where: { p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C }) else { return false }
        return p.scalars[comma - 1] == 0x540E
    }
}
