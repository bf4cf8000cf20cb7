import FanganText

/// Work that a sentence gives to somebody: `由市财政局负责`, `请县财政局于6月底前拨付`, `会议明确县民政局为牵头单位`.
extension SentenceReader {
    /// - Parameter at: behind 由, or behind 请, 责成 ….
    func agent(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let handed = at > 1 && p.scalars[at - 1] == 0x7531 && p.scalars[at - 2] == 0x4EA4 // 交由
        if let issuer = issuerEnd(p, at, limit), vocabulary.sentences.agentVerbs.match(p.scalars, at: issuer, limit: limit) != nil { return found(p, [at..<issuer], issuer, limit) }
        var end = at
        var stop = min(limit, at + 60)
        while end < stop {
            let c = p.scalars[end]
            // Each name of a list gives the next one room.
            if c == 0x3001 { stop = max(stop, min(limit, end + 24, at + Self.longestAgents)) } // 、
            if c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x0A || c == 0x2C { return nil }
            if end > at + 3, vocabulary.sentences.agentVerbs.match(p.scalars, at: end, limit: limit) != nil, let departments = withDepartment(p, at..<end, limit) { return found(p, departments, end, limit) }
            if end > at + 2, let firms = firms(p, at..<end, limit) { return found(p, firms, end, limit) }
            if end > at + 3, let listed = listed(p, at..<end, limit) { return listed }
            if let shared = shared(p, at..<end, limit) { return found(p, shared, end, limit) }
            if end > at + 1, isNameEnd(p, Brackets.isClose(p.scalars[end - 1]) ? withoutPlate(p, at..<end) : at..<end, place: handed), !goesOnAsName(p, end, limit), !goesOnAsBranch(p, end, limit), acts(p, end, limit) || isKnownToAct(p, names(p, at..<end).last ?? at..<end, limit) {
                if namesMembers(p, end, limit) { return nil }
                let names = names(p, at..<end)
                let known = vocabulary.sentences.agentVerbs.match(p.scalars, at: end, limit: limit) != nil
                guard !names.isEmpty, !isPerson(p, end, limit), names.indices.allSatisfy({ sharesForm(p, $0, of: names) || isAgent(p, withoutPlate(p, names[$0]), known: known, handed: handed) }) else { return nil }
                let lead = p.has("牵头", at: end) || p.has("为牵头", at: end) || p.has("统一领导", at: end) || vocabulary.lists.postStarts.match(p.scalars, at: end, limit: limit)?.value == .lead
                let isSupport = vocabulary.sentences.supportVerbs.contains { p.has($0, at: end) } && !joins(p, end, limit)
                return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: end, isHanded: true)
            }
            end += 1
        }
        return nil
    }

    private func isAgent(_ p: Passage, _ name: Range<Int>, known: Bool, handed: Bool) -> Bool {
        guard isNamed(p, name, place: handed) else { return false }
        return known || name.count <= 8 && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: name.lowerBound) && !p.has("可办", before: name.upperBound) || saysLevel(p, name.lowerBound) || isOffice(p, name)
    }

    /// `由县水务局、县卫生健康局、各镇按职责分工落实`: organs by name and classes of regions or townships beside them, in front of a word by which all answer.
    private func shared(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> [Range<Int>]? {
        guard range.count > 5, vocabulary.bodies.nameEnds.contains(p.scalars[range.upperBound - 1]) || Self.levelEnds.contains(p.scalars[range.upperBound - 1]),
              let length = vocabulary.lists.postStarts.match(p.scalars, at: range.upperBound, limit: limit)?.length ?? vocabulary.sentences.agentVerbs.match(p.scalars, at: range.upperBound, limit: limit)?.length,
              !vocabulary.sentences.postNouns.begins(p.scalars, at: range.upperBound + length, limit: limit), range.contains(where: { p.scalars[$0] == 0x5404 }) || vocabulary.bodies.townshipEnds.contains(p, before: range.upperBound, from: range.lowerBound) else { return nil } // 各
        return mixed(p, range)
    }

    /// `由市财政局、人行示例中支、示例银保监分局负责。`, `由示例海关负责。`: names that are not all organs by their ends, where the word by which they answer ends
    /// the clause, so that nothing else can be said of them.
    private func listed(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> Found? {
        let end = range.upperBound
        guard let (role, length) = vocabulary.lists.postStarts.match(p.scalars, at: end, limit: limit), length > 1, end + length == limit || Self.marks.contains(p.scalars[end + length]) else { return nil }
        return listed(p, range).map { Found(names: $0, role: role, end: end, isHanded: true) }
    }

    /// The names of a list of which one is an organ for certain and the others look like bodies, as in a bracket.
    func listed(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        let names = UnitList(p, range, vocabulary: vocabulary, shape: shape).entries.map(\.range).filter { !isEverybody(p, $0) }
        guard names.contains(where: { isNamed(p, $0, place: false) && isSubject(p, $0) || isBranch(p, $0) }), names.allSatisfy({ name in
            isNamed(p, name, place: false) || isBranch(p, name) || isClass(p, name) || isTownship(p, name) || isFirm(p, name)
                || shape.isName(p, name) && name.count <= 20 && !name.contains { Self.foreign.contains(p.scalars[$0]) } && !vocabulary.bodies.classWords.contains { p.has($0, at: name.lowerBound) }
        }) else { return nil }
        return names
    }

    private static let longestAgents = 160
    private static let levelEnds: ScalarSet = "县区市旗州盟镇乡村道）)〕"

    /// 负责人, 主要负责人 behind the name: it is about a person of it.
    func isPerson(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let length = vocabulary.sentences.agentVerbs.match(p.scalars, at: at, limit: limit)?.length, at + length < limit else { return false }
        return p.scalars[at + length] == 0x4EBA
    }

    /// Behind 由 and names: `…组成工作专班`, `…选派人员参加`, `…派员参加`.
    func namesMembers(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard vocabulary.sentences.memberVerbs.contains(where: { p.has($0, at: at) }) else { return false }
        if vocabulary.sentences.foundingVerbs.contains(where: { p.has($0, at: at) || p.has($0, at: at + 2) }) { return true }
        let end = (at..<min(limit, at + 24)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, at + 24)
        return vocabulary.sentences.memberships.contains { p.first($0, in: at..<end) != nil }
    }

    // MARK: - Orders

    /// Where the name behind words of an order begins.
    struct Order {
        var name: Int
        /// 请, 责成 …: what follows is told to do it. Without one only words of a meeting stand in front of a sentence's subject.
        var isOrder: Bool
    }

    /// Behind `会议责成`, `请`, `会议议定：`; nil where no such words stand at an index.
    func orderEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Order? {
        var i = at, isOrder = false
        while i < limit {
            if let (_, length) = vocabulary.sentences.orderVerbs.match(p.scalars, at: i, limit: limit) {
                (i, isOrder) = (i + length, true)
            } else if !isOrder, let (_, length) = vocabulary.sentences.leadIns.match(p.scalars, at: i, limit: limit) {
                i += length
            } else { break }
        }
        guard i > at else { return nil }
        // 会议议定： and its sentence, in the same line or the next.
        while i < limit, p.scalars[i] == 0xFF1A || p.scalars[i] == 0x3A || p.scalars[i] <= 0x20 { i += 1 }
        i = behindNumber(p, i, limit)
        return i < limit ? Order(name: i, isOrder: isOrder) : nil
    }

    /// `会议责成县财政局`, `县公安局商请县司法局`: not the name of one, whatever it ends in.
    func holdsOrder(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst(2).contains { i in
            (vocabulary.sentences.orderVerbs.match(p.scalars, at: i, limit: range.upperBound)?.length ?? 0) >= 2 || vocabulary.headings.headingVerbs.match(p.scalars, at: i, limit: range.upperBound).map { $0.length >= 2 && p.scalars[i + $0.length - 1] == 0x8BF7 } ?? false // 请
        }
    }

    /// `会议议定：1.县教育局牵头…`: a number in the sentence is no part of the name.
    private func behindNumber(_ p: Passage, _ at: Int, _ limit: Int) -> Int {
        var i = at
        if i < limit, Brackets.isOpen(p.scalars[i]) { i += 1 }
        let digits = i
        while i < min(limit, digits + 2), Self.isDigit(p.scalars[i]) { i += 1 }
        guard i > digits, i < limit, Self.numberEnds.contains(p.scalars[i]) || Brackets.isClose(p.scalars[i]) else { return at }
        return i + 1
    }

    private static let numberEnds: ScalarSet = ".．、"

    /// The organs that an order names, or the classes with the day by which they are to be ready.
    func ordered(_ p: Passage, _ order: Order, _ limit: Int) -> Found? {
        if p.scalars[order.name] == 0x7531 { return agent(p, order.name + 1, limit) } // 由
        guard order.isOrder else { return nil }
        if let found = agent(p, order.name, limit) { return found }
        return beginsClass(p, order.name, limit) ? dated(p, order.name, limit, start: .clause) : nil
    }
}
