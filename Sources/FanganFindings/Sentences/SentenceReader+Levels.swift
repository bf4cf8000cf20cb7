import FanganText

/// Governments of a level, without 各 in front: `县级以上人民政府`, `市县两级政府及其有关部门`, `地方各级人民政府办公厅（室）`, `设区市`.
extension SentenceReader {
    /// Behind such a name.
    func leveledEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at < limit else { return nil }
        let noun = p.scalars[at] == 0x5404 ? at + 1 : at // 各
        if let (_, length) = vocabulary.classes.regionNouns.match(p.scalars, at: noun, limit: limit) { return governmentEnd(p, noun + length, limit) ?? noun + length }
        guard let (_, length) = vocabulary.classes.governmentLevels.match(p.scalars, at: at, limit: limit) else { return nil }
        return governmentEnd(p, at + length, limit)
    }

    private func governmentEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let (_, length) = vocabulary.classes.governmentNames.match(p.scalars, at: at, limit: limit) else { return nil }
        let end = at + length
        return end + (vocabulary.classes.departmentsBeside.match(p.scalars, at: end, limit: limit)?.length ?? 0)
    }

    /// `平台由各乡镇人民政府统筹建设`: behind 由 regions of a class or their governments in front of any verb and its object, as organs by name.
    func governmentsDoing(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        for end in at + 2..<max(at + 2, min(limit, at + 40)) {
            if Self.marksOfClause.contains(p.scalars[end]) { return nil }
            guard isDone(p, end, limit) else { continue }
            let names = UnitList.atoms(p, at..<end)
            guard !names.isEmpty, names.allSatisfy({ isRegions(p, $0) }) else { continue }
            return namesMembers(p, end, limit) ? nil : found(p, names, end, limit)
        }
        return nil
    }

    /// 负责, 统筹建设 to the clause's end; not 负责的项目, 批准后实施, 上报县财政局审核.
    private func isDone(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let end = clauseEnd(p, at, limit)
        if vocabulary.sentences.steps.begins(p.scalars, at: at, limit: limit) { return false }
        if (at..<end).contains(where: { p.scalars[$0] == 0x7684 }) { return false } // 的
        if vocabulary.sentences.agentVerbs.begins(p.scalars, at: at, limit: limit) || vocabulary.lists.postStarts.begins(p.scalars, at: at, limit: limit) { return !isPerson(p, at, limit) }
        return [vocabulary.sentences.workVerbs, vocabulary.sentences.subjectVerbs, vocabulary.headings.headingVerbs].contains { verbs in
            verbs.match(p.scalars, at: at, limit: limit).map { $0.length >= 2 && isPredicate(p, at + $0.length, limit) } ?? false
        }
    }
}
