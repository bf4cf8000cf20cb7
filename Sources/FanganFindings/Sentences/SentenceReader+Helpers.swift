import FanganText

/// Who helps whom a sentence names: `县住建局会同县财政局、各乡镇制定办法`.
extension SentenceReader {
    /// `会同县财政局、县人社局制定办法`: the organs that help, up to a class (会同有关部门) or what they do.
    func helpers(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        var at = at
        // 要会同, 负责会同
        while at < limit, let (_, length) = vocabulary.sentences.jointLeads.match(p.scalars, at: at, limit: limit) { at += length }
        guard at < limit, let (isVerb, length) = vocabulary.sentences.jointVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return nil }
        return helping(p, at + length, limit)
    }

    /// `会同县法院开展调解。`; not `会同县公安局联合发布的通告要张贴。`, `联合县文联会员开展采风。`
    func helpersAtHead(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let found = helpers(p, at, limit), saysLevel(p, found.names[0].lowerBound), acts(p, found.end, limit) || actsInSentence(p, found.end, limit) else { return nil }
        return p.first("的", in: found.end..<min(found.end + Self.nearOf, clauseEnd(p, found.end, limit))) == nil ? found : nil
    }

    /// 联合发布|的
    private static let nearOf = 10

    /// `县财政局|与县审计局、县民政局联合开展检查`: all of them do it.
    func partners(_ p: Passage, _ found: Found, _ limit: Int) -> Found? {
        guard found.end < limit, Self.withs.contains(p.scalars[found.end]), let others = helping(p, found.end + 1, limit), let (_, length) = vocabulary.sentences.jointManners.match(p.scalars, at: others.end, limit: limit),
              !p.has("会", at: others.end + length) else { return nil } // 联合|会
        return Found(names: others.names, role: found.role, end: others.end)
    }

    /// `县财政局|在县审计局配合下开展检查`
    func assistants(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at < limit, p.scalars[at] == 0x5728, let word = vocabulary.sentences.assistances.first(p.scalars, in: at + 4..<max(at + 4, min(limit, at + 60))), !p.has("下属", at: word + 2), !p.has("下级", at: word + 2), // 在
              let names = subjects(p, at + 1..<(p.has("的", before: word) ? word - 1 : word)) else { return nil }
        return Found(names: names, role: .support, end: word)
    }

    /// 与
    private static let withs: ScalarSet = "与"

    /// The bodies of a list that begins at a place, up to what is no body by name.
    func helping(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        var names: [Range<Int>] = [], from = at
        while from < limit, let end = organEnd(p, from, limit, behind: names.first) ?? departmentEnd(p, from, limit) ?? firmEnd(p, from, limit) ?? (names.isEmpty ? nil : townshipEnd(p, from, limit)) ?? regionsEnd(p, from, limit) {
            names.append(from..<end)
            guard end < limit, p.scalars[end] == 0x3001 || Self.conjunctions.contains(p.scalars[end]) else { break }
            from = end + 1
        }
        return names.last.map { Found(names: names, role: .support, end: $0.upperBound) }
    }

    /// `由县水利局牵头，各乡镇配合`: all of a kind, in a sentence that has named who leads.
    func regionsHelping(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let end = regionsEnd(p, at, limit) else { return nil }
        if vocabulary.sentences.supportVerbs.contains(where: { p.has($0, at: end) }) { return Found(names: [at..<end], role: .support, end: end) }
        // 由县水利局牵头，各乡镇负责具体落实
        return answers(p, end, limit) ? Found(names: [at..<end], role: .responsible, end: end) : nil
    }

    /// `华阳镇要抓好落实，长安镇要配合`, `由县住建局负责，华阳镇、长安镇配合`: places by name beside who was named in front of the comma.
    func townshipsBeside(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let found = places(p, at, limit), found.names.allSatisfy({ known.isPlace(p.string($0)) }) else { return nil }
        return self.found(p, found.names, found.end, limit)
    }

    /// Whether a word between two organs stands at an index and the second behind it: 县住建局|商县财政局, but not 县|商务局.
    func joins(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, let (isVerb, length) = vocabulary.sentences.jointVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return false }
        return organEnd(p, at + length, limit) != nil
    }

    /// Where the name of an organ that begins at an index ends.
    /// - Parameter first: of a list the first name; its level holds for those behind it.
    func organEnd(_ p: Passage, _ at: Int, _ limit: Int, behind first: Range<Int>? = nil) -> Int? {
        for end in at + 3..<max(at + 3, min(limit, at + 24) + 1) {
            let name = at..<end
            guard isNameEnd(p, name, place: false), isWhole(p, end, limit) else { continue }
            // 国务院|有关部门: a class of those that it has.
            if vocabulary.bodies.classWords.contains(where: { p.has($0, at: end) }) { return nil }
            guard isNamed(p, name, place: false), closesItsBrackets(p, name), isSubject(p, name) || first.map({ goesOn(p, name, behind: $0) }) ?? false else { return nil }
            return end
        }
        return nil
    }

    /// 机关党委（纪委: not the whole of it.
    private func closesItsBrackets(_ p: Passage, _ name: Range<Int>) -> Bool {
        name.reduce(0) { $0 + (Brackets.isOpen(p.scalars[$1]) ? 1 : Brackets.isClose(p.scalars[$1]) ? -1 : 0) } == 0
    }

    /// Whether the name that ends at an index goes no further: 县政府办|公室, 市委|宣传部.
    private func isWhole(_ p: Passage, _ end: Int, _ limit: Int) -> Bool {
        guard end < limit else { return true }
        let next = p.scalars[end]
        if vocabulary.sentences.subjectVerbs.begins(p.scalars, at: end, limit: limit) { return true }
        if next < 0x4E00 || Self.conjunctions.contains(next) || next == 0x7B49 { return true } // 等
        if vocabulary.bodies.goingOn.contains(next) || next == 0x5458 { return false } // 委|员会
        return !(end + 1...end + 6).contains { $0 <= limit && (vocabulary.bodies.organEnds.match(p, before: $0, from: end)?.length ?? 0) >= 2 }
    }

    /// `县公安局、城关镇参与`: in a list behind an organ a township stands by its name; 小城镇, 各乡镇 are none.
    func isTownship(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard (3...8).contains(range.count), let (_, length) = vocabulary.bodies.townshipEnds.match(p, before: range.upperBound, from: range.lowerBound + 1), range.count - length >= 2 else { return false }
        return vocabulary.bodies.plainTownships.allSatisfy { !p.has($0, before: range.upperBound) } && !vocabulary.bodies.classWords.contains { p.has($0, at: range.lowerBound) }
            && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 } && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: range.lowerBound)
    }

    /// 会同|县公安部门|开展…; 公安部门 alone helps nobody by name.
    private func departmentEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard saysLevel(p, at) else { return nil }
        return (at + 5..<max(at + 5, min(limit, at + 16) + 1)).first { p.has("部门", before: $0) }.flatMap { isOwnedDepartment(p, at..<$0) ? $0 : nil }
    }

    /// 会同|县自来水公司|开展…
    private func firmEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        (at + 4..<max(at + 4, min(limit, at + 16) + 1)).first { isFirm(p, at..<$0) && ($0 == limit || p.scalars[$0] < 0x4E00 || p.scalars[$0] >= 0xFF00 || vocabulary.sentences.subjectVerbs.begins(p.scalars, at: $0) || vocabulary.sentences.workVerbs.begins(p.scalars, at: $0) || vocabulary.sentences.workAdverbs.begins(p.scalars, at: $0) || Self.conjunctions.contains(p.scalars[$0]) || p.scalars[$0] == 0x7B49) } // 等
    }

    private func townshipEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        (at + 3..<max(at + 3, min(limit, at + 9))).first { isTownship(p, at..<$0) && (p.scalars[$0] < 0x4E00 || vocabulary.sentences.subjectVerbs.begins(p.scalars, at: $0) || Self.conjunctions.contains(p.scalars[$0])) }
    }

    /// Behind `各乡镇`, `各县（市、区）人民政府`: all of a kind help, while 各有关部门 are nobody by name.
    func regionsEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at + 2 < limit, p.scalars[at] == 0x5404 else { return nil } // 各
        var i = at + 1, depth = 0
        while i < min(limit, at + 18) {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 } else if !(Self.regionScalars.contains(c) || depth > 0 && (c == 0x3001 || c.isIdeograph)) { break }
            i += 1
        }
        guard depth == 0, i > at + 1 else { return nil }
        if p.has("人民政府", at: i) { i += 2 }
        if let body = vocabulary.classes.governmentEnds.first(where: { p.has($0, at: i) && i + $0.count <= limit }) { i += body.count }
        let isOver = i >= limit || p.scalars[i] < 0x4E00 || p.scalars[i] >= 0xFF00 || vocabulary.sentences.supportVerbs.contains(where: { p.has($0, at: i) }) || Self.conjunctions.contains(p.scalars[i]) || p.scalars[i] == 0x7B49 || vocabulary.sentences.subjectVerbs.begins(p.scalars, at: i) || vocabulary.sentences.workVerbs.begins(p.scalars, at: i) // 等
        return isOver ? i : nil
    }

    private static let regionScalars: ScalarSet = "省市县区州旗盟乡镇街道村"
}
