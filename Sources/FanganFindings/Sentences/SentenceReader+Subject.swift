import FanganText

/// The subject at the head of a sentence or of a clause: names up to the verb that makes them responsible, `市民政局、市残联负责…`.
extension SentenceReader {
    /// No name is shorter.
    static let shortest = 2
    /// 对 可 以 由 …: behind a comma they may go on with what stands in front of it.
    private static let weakVerbs: ScalarSet = "对可以由与经为允"
    /// ， 。 ； and the line's end
    static func isStop(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C: true
        default: false
        }
    }
    /// These and colons: what ``PassageMarks`` keeps beside the verbs behind names.
    static let marks: ScalarSet = [0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C, 0xFF1A, 0x3A]
    static func isMark(_ scalar: UInt32) -> Bool { isStop(scalar) || scalar == 0xFF1A || scalar == 0x3A }

    /// A walk along the head of a sentence or of a clause, from one place where the names may end to the next.
    private struct Walk {
        let at: Int
        let limit: Int
        let start: Landmarks.Kind
        /// Where the names may end.
        var end: Int
        /// As far as they may reach.
        var stop: Int
        /// Whether one of the brackets said a name's role.
        var hasRoles = false
        /// Behind the bracket of a class in the list: 县住建局、各镇（街道）|配合.
        var classEnd: Int?

        init(_ at: Int, _ limit: Int, _ start: Landmarks.Kind) {
            (self.at, self.limit, self.start) = (at, limit, start)
            end = at + SentenceReader.shortest
            stop = min(limit, at + 40)
        }

        var range: Range<Int> { at..<end }

        /// A list may be longer: each of its names gives the next one room.
        mutating func makeRoom(behind place: Int) { stop = min(limit, place + 24, at + 120) }
    }

    private enum Step {
        case goOn, nobody, found(Found)

        init(_ found: Found?) { self = found.map(Step.found) ?? .nobody }
    }

    /// 如县水利局发现问题, 待县水利局验收, 未经县水利局受理: whose act the sentence only waits for; not 如东县, 自贡市.
    private func isConditional(_ p: Passage, _ at: Int) -> Bool {
        guard at + 3 < p.count, Self.conditionals.contains(p.scalars[at]) else { return false }
        let next = p.scalars[at + 1] == 0x7ECF ? at + 2 : at + 1 // 经
        return ResponsibilityVocabulary.levels.contains(p.scalars[next]) && !ResponsibilityVocabulary.levels.contains(p.scalars[next + 1])
    }

    private static let conditionals: ScalarSet = "如若凡待被未经自"

    func subject(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        guard at < limit, p.scalars[at] >= 0x4E00, !Brackets.isOpen(p.scalars[at]), !isHandedUp(p, at), !isConditional(p, at) else { return nil }
        if let issuer = issuerEnd(p, at, limit) { return actsInClause(p, issuer, limit) || actsInSentence(p, issuer, limit) ? found(p, [at..<issuer], issuer, limit) : nil }
        let places: PassageMarks.Kinds = start == .sentence ? [.subjectMark, .pause, .opener, .sentenceHead] : [.subjectMark, .pause, .opener, .sentenceHead, .clauseHead]
        var walk = Walk(at, limit, start)
        while walk.end < walk.stop {
            walk.end = vocabulary.characters.next(p.scalars, in: walk.end..<walk.stop, of: places)
            guard walk.end < walk.stop else { return nil }
            switch step(p, &walk) {
            case .goOn: continue
            case .nobody: return nil
            case .found(let found): return found
            }
        }
        return nil
    }

    private func step(_ p: Passage, _ walk: inout Walk) -> Step {
        let c = p.scalars[walk.end]
        if c == 0x3001 { walk.makeRoom(behind: walk.end) } // 、
        if Brackets.isOpen(c), termEnd(p, walk.end, walk.limit) == nil { return stepAtBracket(p, &walk) }
        if c == 0xFF1A || c == 0x3A { return walk.start == .sentence ? Step(dutyLine(p, walk.range, walk.limit)) : .nobody }
        return stepAtEnd(p, &walk)
    }

    /// A bracket behind a name: its role, who belongs to a class, or what belongs to the name, `省政府办公厅（省政务大数据局）负责…`, `县水务局（水利工程）、县住建局负责…`.
    private func stepAtBracket(_ p: Passage, _ walk: inout Walk) -> Step {
        let (open, limit) = (walk.end, walk.limit)
        if let behind = roleBracketEnd(p, open, limit) {
            walk.makeRoom(behind: behind)
            (walk.hasRoles, walk.end) = (true, behind)
            return withRoles(p, walk.range, limit, start: walk.start).map(Step.found) ?? .goOn
        }
        if let close = closesClass(p, walk.range, limit) {
            walk.makeRoom(behind: close)
            (walk.classEnd, walk.end) = (close, close)
            return close < limit ? stepAtEnd(p, &walk) : .nobody
        }
        guard isNameEnd(p, walk.range, place: false), let close = closing(p, open, limit) else { return .nobody }
        if let successor = successor(p, open + 1..<close) {
            return Step(succeeded(p, names(p, walk.range).dropLast() + [successor], close + 1, limit, start: walk.start))
        }
        guard isPlate(p, open + 1..<close) else { return .nobody }
        walk.end = close + 1
        if walk.end < limit, p.scalars[walk.end] == 0x3001 { walk.makeRoom(behind: walk.end) } // 、
        walk.stop = min(limit, max(walk.stop, walk.end + 2))
        guard walk.end < walk.stop, walk.start == .sentence ? vocabulary.sentences.subjectVerbs.match(p.scalars, at: walk.end, limit: limit) != nil : actsInClause(p, walk.end, limit) else { return .goOn }
        return Step(found(p, walk.range, list: names(p, walk.at..<open), limit))
    }

    /// A mark behind the names, or the verb of what they do.
    private func stepAtEnd(_ p: Passage, _ walk: inout Walk) -> Step {
        let (range, end, limit) = (walk.range, walk.end, walk.limit)
        if isSetOff(p, end), end + 1 < limit, actsInClause(p, end + 1, limit), let step = setOff(p, range, limit) { return step }
        if Self.isStop(p.scalars[end]) { return .nobody }
        defer { walk.end += 1 }
        // Firms and divisions too end in one of these characters.
        guard vocabulary.characters.kinds(of: p.scalars[end - 1]).contains(.nameEnd) || walk.classEnd == end else { return .goOn }
        let acts = acts(p, walk)
        // …，行政审批局应将信息推送: of each place; only a level says whose.
        if acts, walk.start == .clause, Self.weakModals.contains(p.scalars[end]), !saysLevel(p, walk.at) { return .nobody }
        if walk.start == .sentence || acts, let firms = firms(p, range, limit) { return .found(found(p, firms, end, limit)) }
        return acts ? actors(p, walk) : .goOn
    }

    /// 市发改委、市经信局等部门，要按照… 县发改局、财政局，要加强监管
    private func setOff(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> Step? {
        if let etc = etcetera(p, range) { return Step(found(p, range, list: names(p, range.lowerBound..<etc), limit, isOpen: true)) }
        let list = names(p, range)
        return list.count > 1 && isNameEnd(p, range, place: false) ? Step(found(p, range, list: list, limit)) : nil
    }

    /// Behind a comma only the plain words do, `…，市公安局负责秩序维护`; the others where the name says its level, or the tables know it: …，县气象局及时发布预警.
    private func acts(_ p: Passage, _ walk: Walk) -> Bool {
        let (end, limit) = (walk.end, walk.limit)
        let acts = walk.start == .sentence ? actsInSentence(p, end, limit)
            : actsInClause(p, end, limit) || !Self.weakVerbs.contains(p.scalars[end]) && actsInSentence(p, end, limit) && (saysLevel(p, walk.at) || beginsFieldOrgan(p, walk.at, limit))
        return acts && !goesOnAsName(p, end, limit)
    }

    /// Who is named in front of a verb of what they do.
    private func actors(_ p: Passage, _ walk: Walk) -> Step {
        let (range, end, limit) = (walk.range, walk.end, walk.limit)
        if let departments = withDepartment(p, range, limit) { return .found(found(p, departments, end, limit)) }
        if walk.hasRoles { return Step(withRoles(p, range, limit, start: walk.start)) }
        let isList = p.first("、", in: range) != nil
        if isNameEnd(p, range, place: false) || isBranch(p, range) {
            if let found = found(p, range, list: names(p, range), limit) { return .found(found) }
            guard isList else { return .nobody }
        }
        if range.count >= 6, let mixed = mixed(p, range), !isCondition(p, end, limit) { return .found(found(p, mixed, end, limit)) }
        // 市财政局、示例城投集团负责建设
        if walk.start == .sentence, isList, p.has("负责", at: end) || p.has("牵头", at: end), let listed = listed(p, range) { return .found(found(p, listed, end, limit)) }
        // `市发展改革委、市商务局等相关部门负责`: the class behind 等 is nobody by name.
        return etcetera(p, range).map { Step(found(p, range, list: names(p, range.lowerBound..<$0), limit, isOpen: true)) } ?? .goOn
    }

    /// 应 对: what each place of the country has one of may do.
    private static let weakModals: ScalarSet = "应对"

    /// `报市司法局审核后实施`: who receives it does not do it.
    private func isHandedUp(_ p: Passage, _ at: Int) -> Bool { p.scalars[at] == 0x62A5 && at + 1 < p.count && ResponsibilityVocabulary.levels.contains(p.scalars[at + 1]) } // 报

    /// Behind the bracket that belongs to the class at the end of a list: 县住建局、各镇|（街道、开发区）.
    private func closesClass(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> Int? {
        guard let mark = range.last(where: { p.scalars[$0] == 0x3001 }), mark + 2 < range.upperBound, p.scalars[mark + 1] == 0x5404 else { return nil } // 、 各
        return closing(p, range.upperBound, limit).map { $0 + 1 }
    }

    /// `…等部门，要…`: the comma between a list and what it ought to do.
    func isSetOff(_ p: Passage, _ comma: Int) -> Bool {
        (p.scalars[comma] == 0xFF0C || p.scalars[comma] == 0x2C) && comma + 1 < p.count && Self.isModal(p.scalars[comma + 1]) && comma > 0 && vocabulary.bodies.nameEnds.contains(p.scalars[comma - 1])
    }

    /// Behind 我局, 本厅: the bureau whose plan it is.
    func issuerEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        at + 2 < limit && Self.firstPersons.contains(p.scalars[at]) && Self.issuers.contains(p.scalars[at + 1]) ? at + 2 : nil
    }

    private static let firstPersons: ScalarSet = "我本"
    private static let issuers: ScalarSet = "局厅委办"

    /// Behind a bracket with nothing but a role: 县水务局|（牵头）、….
    private func roleBracketEnd(_ p: Passage, _ open: Int, _ limit: Int) -> Int? {
        guard vocabulary.bodies.organEnds.contains(p, before: open), let (_, length) = vocabulary.lists.postStarts.match(p.scalars, at: open + 1, limit: limit),
              open + 1 + length < limit, Brackets.isClose(p.scalars[open + 1 + length]) else { return nil }
        return open + 2 + length
    }

    /// `县水务局（牵头）、县住建局、各镇6月底前完成…`: names with their roles in brackets, in front of what they do.
    private func withRoles(_ p: Passage, _ range: Range<Int>, _ limit: Int, start: Landmarks.Kind) -> Found? {
        let end = range.upperBound
        guard end < limit, start == .sentence ? actsInSentence(p, end, limit) : actsInClause(p, end, limit) else { return nil }
        let entries = UnitList(p, range, vocabulary: vocabulary, shape: shape).entries
        guard let first = entries.first, isNamed(p, first.range, place: false), isSubject(p, first.range),
              entries.dropFirst().allSatisfy({ isClass(p, $0.range) || isTownship(p, $0.range) || isFirm(p, $0.range) || isNamed(p, $0.range, place: false) }) else { return nil }
        return Found(names: entries.map(\.range), role: .responsible, end: end, roles: entries.map(\.role))
    }

    /// `省政务服务数据管理局、发展改革委、商务厅要加强…`: the level is said once for the list.
    func goesOn(_ p: Passage, _ name: Range<Int>, behind first: Range<Int>) -> Bool {
        name.count <= 12 && saysLevel(p, first.lowerBound) && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: name.lowerBound)
    }

    /// Where 等 stands in front of a class that ends a list: 等相关部门, 等部门.
    private func etcetera(_ p: Passage, _ range: Range<Int>) -> Int? {
        guard range.count > 6, p.has("部门", before: range.upperBound) || p.has("单位", before: range.upperBound) else { return nil }
        return (max(range.lowerBound + 3, range.upperBound - 7)..<range.upperBound).last { p.scalars[$0] == 0x7B49 && vocabulary.bodies.organEnds.contains(p, before: $0, from: range.lowerBound + 1) }
    }

    private func closing(_ p: Passage, _ open: Int, _ limit: Int) -> Int? {
        (open + 1..<max(open + 1, min(limit, open + 24))).first { Brackets.isClose(p.scalars[$0]) }
    }

    /// `市民政局：负责统筹协调，拟定政策。` on a line of its own, as lists of duties by organ have it.
    private func dutyLine(_ p: Passage, _ name: Range<Int>, _ limit: Int) -> Found? {
        guard name.lowerBound == 0 || p.scalars[name.lowerBound - 1] == 0x0A,
              vocabulary.sentences.agentVerbs.match(p.scalars, at: name.upperBound + 1, limit: limit) != nil || vocabulary.sentences.supportVerbs.contains(where: { p.has($0, at: name.upperBound + 1) }) else { return nil }
        let names = names(p, name)
        guard !names.isEmpty, names.allSatisfy({ isNamed(p, $0, place: false) && isSubject(p, $0) }) else { return nil }
        let lead = p.has("牵头", at: name.upperBound + 1)
        let isSupport = vocabulary.sentences.supportVerbs.contains { p.has($0, at: name.upperBound + 1) }
        return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: name.upperBound)
    }

    /// `县教育局、县人社局和各乡镇负责宣传`: beside organs by name a class does it too; it is not meant where all are only told
    /// what they ought to do (县教育局和有关部门要加强宣传).
    func mixed(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        // Most ranges are one name, or none.
        guard p.first(of: UnitList.partings, in: range) != nil, case let names = names(p, range), names.count >= 2, let first = names.first(where: { isNamed(p, $0, place: false) && isSubject(p, $0) || isFirm(p, $0) || isBranch(p, $0) || isOwnedDepartment(p, $0) }) else { return nil }
        // 各镇人民政府、县水务局要…: a class may come first where all answer; 各省辖市政府和济源示范区 is more than a class.
        if names.first != first, vocabulary.sentences.agentVerbs.match(p.scalars, at: range.upperBound) == nil && !Self.isModal(p.scalars[range.upperBound]) || names.contains(where: { $0.contains { Self.conjunctions.contains(p.scalars[$0]) } }) { return nil }
        let others = names.filter { isEverybody(p, $0) }
        guard names.allSatisfy({ $0 == first || isClass(p, $0) || others.contains($0) || isTownship(p, $0) || isFirm(p, $0) || isBranch(p, $0) || isOwnedDepartment(p, $0) || isNamed(p, $0, place: false) && (isSubject(p, $0) || goesOn(p, $0, behind: first)) }) else { return nil }
        let isTold = (Self.isModal(p.scalars[range.upperBound]) || vocabulary.sentences.commands.contains { p.has($0, at: range.upperBound) }) && !isDated(p, range.upperBound, p.count)
        let named = names.filter { !others.contains($0) && !(isTold && (isClass(p, $0) || isFirm(p, $0))) }
        return named.isEmpty ? nil : named
    }

    /// 有关企业, 相关单位, 各村: who is meant beside organs by name, without being one.
    func isEverybody(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count <= 8 && vocabulary.bodies.classWords.contains { p.has($0, at: range.lowerBound) && $0.count < range.count } && !isClass(p, range) && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
    }

    /// 要应须需将
    static func isModal(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x8981, 0x5E94, 0x987B, 0x9700, 0x5C06: true
        default: false
        }
    }
}
