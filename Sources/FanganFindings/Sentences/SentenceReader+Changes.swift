import FanganText

/// Work that goes from one body to another: `原由县住建局负责的监管，调整为县城管局负责`, `监管职责由县住建局划转至县城管局`. Who had it is not responsible.
extension SentenceReader {
    /// Whether the words in front of 由 say that those behind it are not responsible: 原由, 不再由.
    func isFormer(_ p: Passage, _ by: Int) -> Bool {
        guard let length = vocabulary.changes.formers.match(p, before: by, from: max(0, by - 4))?.length else { return false }
        // 太原由市财政局负责
        return !(length == 1 && p.scalars[by - 1] == 0x539F && by > 1 && p.scalars[by - 2].isIdeograph && !vocabulary.changes.beforeFormer.contains(p.scalars[by - 2]))
    }

    /// `县供销社（撤销后由|县农业农村局|承接）`: who has the work of the body in front of the bracket.
    func successor(_ p: Passage, _ inner: Range<Int>) -> Range<Int>? {
        guard vocabulary.changes.exceptions.begins(p.scalars, at: inner.lowerBound, limit: inner.upperBound), let by = inner.last(where: { p.scalars[$0] == 0x7531 }) else { return nil } // 由
        return (by + 4..<max(by + 4, inner.upperBound + 1)).first {
            ($0 == inner.upperBound || vocabulary.lists.postStarts.begins(p.scalars, at: $0, limit: inner.upperBound) || vocabulary.changes.ownWorks.begins(p.scalars, at: $0, limit: inner.upperBound)) && isNamed(p, by + 1..<$0, place: false)
        }.map { by + 1..<$0 }
    }

    func succeeded(_ p: Passage, _ names: [Range<Int>], _ end: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        guard end < limit, start == .sentence ? actsInSentence(p, end, limit) : actsInClause(p, end, limit), names.allSatisfy({ isNamed(p, $0, place: false) && isSubject(p, $0) }) else { return nil }
        return found(p, names, end, limit)
    }

    /// `新增|县应急局为责任单位`: where the name begins.
    func addedName(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let length = vocabulary.changes.addingVerbs.match(p.scalars, at: at, limit: limit)?.length, at + length < limit, saysLevel(p, at + length) else { return nil }
        return at + length
    }

    /// `县教育局|代替县文体局`: who is now.
    func withoutReplaced(_ p: Passage, _ name: Range<Int>) -> Range<Int> {
        guard name.count > 8, let at = vocabulary.changes.replacingVerbs.first(p.scalars, in: name.lowerBound + 3..<name.upperBound), let length = vocabulary.changes.replacingVerbs.match(p.scalars, at: at, limit: name.upperBound)?.length,
              isNamed(p, name.lowerBound..<at, place: false), isNamed(p, at + length..<name.upperBound, place: false) else { return name }
        return name.lowerBound..<at
    }

    /// `除城关镇外的|各乡镇负责实施`
    func exceptionEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at < limit, vocabulary.changes.exceptOpen.contains(p.scalars[at]),
              let out = (at + 3..<max(at + 3, min(limit, at + Self.farthestChange))).first(where: { vocabulary.changes.exceptClose.contains(p.scalars[$0]) || Self.marks.contains(p.scalars[$0]) }), !Self.marks.contains(p.scalars[out]) else { return nil }
        let end = p.has("的", at: out + 1) ? out + 2 : out + 1
        return end < limit && !Self.marks.contains(p.scalars[end]) ? end : nil
    }

    /// `各乡镇|（除城关镇外）`: the class without those of it that are not meant.
    func withoutException(_ p: Passage, _ name: Range<Int>) -> Range<Int> {
        guard name.count > 4, Brackets.isClose(p.scalars[name.upperBound - 1]), let open = name.last(where: { Brackets.isOpen(p.scalars[$0]) }), open > name.lowerBound + 1,
              vocabulary.changes.exceptOpen.contains(p.scalars[open + 1]) || vocabulary.changes.exceptions.begins(p.scalars, at: open + 1, limit: name.upperBound) || vocabulary.changes.exceptionEnds.contains(p, before: name.upperBound - 1, from: open + 1) else { return name }
        return name.lowerBound..<open
    }


    /// `由|县住建局移交县城管局负责`: who has it now.
    /// - Parameter at: behind 由.
    func changed(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let near = at..<max(at, min(limit, at + Self.farthestChange))
        guard let (change, length) = UnitList.change(p, near, vocabulary), change > at + 2, p.first(of: Self.marksOfClause, in: at..<change) == nil else { return nil }
        let words = vocabulary.lists.postStarts.match(p.scalars, at: nameEnd(p, at..<change), limit: change)?.length ?? 0
        let before = names(p, at..<nameEnd(p, at..<change))
        guard !before.isEmpty, nameEnd(p, at..<change) + words == change, before.allSatisfy({ isNamed(p, $0, place: false) }) else { return nil }
        let isHanded = vocabulary.changes.handedNouns.contains(p, before: at - 1)
        guard let now = receiver(p, change + length, limit, needsVerb: !isHanded) else { return nil }
        return p.has("牵头", before: at - 3) && now.role == .responsible ? Found(names: now.names, role: .lead, end: now.end) : now
    }

    /// `，调整为|县城管局负责`
    func renewed(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let (_, length) = vocabulary.changes.changeVerbs.match(p.scalars, at: at, limit: limit) else { return nil }
        return receiver(p, at + length, limit, needsVerb: true)
    }

    /// Where the name ends that a word by which one answers may follow: 县住建局|负责.
    private func nameEnd(_ p: Passage, _ range: Range<Int>) -> Int {
        range.upperBound - (vocabulary.lists.post.match(p, before: range.upperBound, from: range.lowerBound + 2)?.length ?? 0)
    }

    /// The names that begin at an index, in front of what they do; alone where the words in front of 由 say what has been handed over.
    private func receiver(_ p: Passage, _ at: Int, _ limit: Int, needsVerb: Bool) -> Found? {
        let start = at < limit && p.scalars[at] == 0x7531 ? at + 1 : at // 由
        for end in start + 2..<max(start + 2, min(limit, start + Self.farthestChange) + 1) {
            if end < limit, Self.marksOfClause.contains(p.scalars[end]) || end == limit - 1 && p.scalars[end] == 0x0A {
                return needsVerb ? nil : received(p, start..<end, limit)
            }
            if end == limit { return needsVerb ? nil : received(p, start..<end, limit) }
            guard vocabulary.lists.postStarts.begins(p.scalars, at: end, limit: limit) || vocabulary.sentences.agentVerbs.begins(p.scalars, at: end, limit: limit) || vocabulary.changes.ownWorks.begins(p.scalars, at: end, limit: limit), let found = received(p, start..<end, limit) else { continue }
            return found
        }
        return nil
    }

    private func received(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> Found? {
        let names = names(p, range)
        guard !names.isEmpty, names.allSatisfy({ isNamed(p, $0, place: false) && isSubject(p, $0) || isClass(p, $0) || isTownship(p, $0) }) else { return nil }
        return found(p, names, range.upperBound, limit)
    }

    private static let farthestChange = 40
}
