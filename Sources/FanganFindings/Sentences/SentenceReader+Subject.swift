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

    func subject(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        guard at < limit, p.scalars[at] >= 0x4E00, !Brackets.isOpen(p.scalars[at]), !isHandedUp(p, at) else { return nil }
        if let issuer = issuerEnd(p, at, limit) { return actsInClause(p, issuer, limit) || actsInSentence(p, issuer, limit) ? found(p, [at..<issuer], issuer, limit) : nil }
        var end = at + Self.shortest
        var stop = min(limit, at + 40)
        // …，县气象局及时发布预警: behind a comma a name that says its level, or that the tables know, may act as at the head of a sentence.
        // It is asked once such a verb stands behind the end of a name.
        var isFull: Bool?
        func mayActFully() -> Bool {
            let answer = isFull ?? (saysLevel(p, at) || beginsFieldOrgan(p, at, limit))
            isFull = answer
            return answer
        }
        let places: PassageMarks.Kinds = start == .sentence ? [.subjectMark, .pause, .opener, .sentenceHead] : [.subjectMark, .pause, .opener, .sentenceHead, .clauseHead]
        // Behind the last bracket that says a name's role.
        var rolesEnd: Int?
        // Behind the bracket of a class in the list: 县住建局、各镇（街道）|配合.
        var classEnd: Int?
        while end < stop {
            end = vocabulary.characters.next(p.scalars, in: end..<stop, of: places)
            guard end < stop else { break }
            let c = p.scalars[end]
            // A list may be longer: each of its names gives the next one room.
            if c == 0x3001 { stop = min(limit, end + 24, at + 120) }
            if Brackets.isOpen(c), let behind = roleBracketEnd(p, end, limit) {
                (rolesEnd, end, stop) = (behind, behind, min(limit, behind + 24, at + 120))
                if let found = withRoles(p, at..<end, limit, start: start) { return found }
                continue
            }
            if Brackets.isOpen(c), let close = closesClass(p, at..<end, limit) {
                (classEnd, end, stop) = (close, close, min(limit, close + 24, at + 120))
                if end >= limit { break }
            } else if Brackets.isOpen(c) {
                // `省政府办公厅（省政务大数据局）负责…`, `县水务局（水利工程）、县住建局负责…`: the bracket belongs to the name.
                guard isNameEnd(p, at..<end, place: false), let close = closing(p, end, limit) else { return nil }
                if let successor = successor(p, end + 1..<close) { return succeeded(p, names(p, at..<end).dropLast() + [successor], close + 1, limit, start: start) }
                guard isPlate(p, (end + 1)..<close) else { return nil }
                let open = end
                end = close + 1
                if end < limit, p.scalars[end] == 0x3001 { stop = min(limit, end + 24, at + 120) } // 、
                stop = min(limit, max(stop, end + 2))
                guard end < stop, start == .sentence ? vocabulary.sentences.subjectVerbs.match(p.scalars, at: end, limit: limit) != nil : actsInClause(p, end, limit) else { continue }
                return found(p, at..<end, list: names(p, at..<open), limit)
            }
            if c == 0xFF1A || c == 0x3A { return start == .sentence ? dutyLine(p, at..<end, limit) : nil }
            // 市发改委、市经信局等部门，要按照…
            if isSetOff(p, end), end + 1 < limit, actsInClause(p, end + 1, limit) {
                if let etc = etcetera(p, at..<end) { return found(p, at..<end, list: names(p, at..<etc), limit, isOpen: true) }
                // 县发改局、财政局，要加强监管
                let list = names(p, at..<end)
                if list.count > 1, isNameEnd(p, at..<end, place: false) { return found(p, at..<end, list: list, limit) }
            }
            if Self.isStop(c) { return nil }
            // Firms and divisions too end in one of these characters.
            guard vocabulary.characters.kinds(of: p.scalars[end - 1]).contains(.nameEnd) || classEnd == end else {
                end += 1
                continue
            }
            // Behind a comma only the plain words: `…，市公安局负责秩序维护`.
            let acts = (start == .sentence ? actsInSentence(p, end, limit) : actsInClause(p, end, limit) || !Self.weakVerbs.contains(c) && actsInSentence(p, end, limit) && mayActFully()) && !goesOnAsName(p, end, limit)
            // …，行政审批局应将信息推送: of each place; only a level says whose.
            if acts, start == .clause, c == 0x5E94 || c == 0x5BF9, !saysLevel(p, at) { return nil } // 应 对
            if start == .sentence || acts, let firms = firms(p, at..<end, limit) { return found(p, firms, end, limit) }
            if acts, let departments = withDepartment(p, at..<end, limit) { return found(p, departments, end, limit) }
            if acts, rolesEnd != nil { return withRoles(p, at..<end, limit, start: start) }
            if acts, isNameEnd(p, at..<end, place: false) || isBranch(p, at..<end) {
                if let found = found(p, at..<end, list: names(p, at..<end), limit) { return found }
                guard p.first("、", in: at..<end) != nil else { return nil }
            }
            if acts, end - at >= 6, let mixed = mixed(p, at..<end), !isCondition(p, end, limit) { return found(p, mixed, end, limit) }
            // 市财政局、示例城投集团负责建设
            if acts, start == .sentence, p.has("负责", at: end) || p.has("牵头", at: end), p.first("、", in: at..<end) != nil, let listed = listed(p, at..<end) { return found(p, listed, end, limit) }
            // `市发展改革委、市商务局等相关部门负责`: the class behind 等 is nobody by name.
            if acts, let etc = etcetera(p, at..<end) { return found(p, at..<end, list: names(p, at..<etc), limit, isOpen: true) }
            end += 1
        }
        return nil
    }

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

    /// - Parameter list: the names in the range; what stands behind the last one is its second name in brackets, or the class of an open list.
    func found(_ p: Passage, _ range: Range<Int>, list: [Range<Int>], _ limit: Int, isOpen: Bool = false) -> Found? {
        guard let last = list.last, list.indices.allSatisfy({ i in
            let name = withoutPlate(p, list[i])
            return isOwnedDepartment(p, name) || isBranch(p, name) || isNamed(p, name, place: false) && (isSubject(p, name) || i > 0 && goesOn(p, name, behind: list[0]))
        }),
              !isCondition(p, range.upperBound, limit), !isModel(p, range.upperBound, limit) else { return nil }
        let end = range.upperBound
        let now = withoutReplaced(p, last)
        if now != last { return found(p, list.dropLast() + [now], end, limit) }
        return found(p, isOpen ? list : list.dropLast() + [withoutException(p, last.lowerBound..<end)], end, limit)
    }

    /// Names in front of a verb, with the role that it gives.
    func found(_ p: Passage, _ names: [Range<Int>], _ end: Int, _ limit: Int) -> Found {
        let isSupport = isSupport(p, end)
        let lead = p.first("牵头", in: end..<min(limit, end + 7)) != nil
        return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: end)
    }

    /// 配合…, 要配合…, 负责配合, 作为配合部门; of whom it is said that he leads too, no.
    private func isSupport(_ p: Passage, _ verb: Int) -> Bool {
        if vocabulary.sentences.supportVerbs.contains(where: { p.has($0, at: verb) }) { return true }
        guard let length = vocabulary.sentences.joinedSupports.first(where: { p.has($0, at: verb) })?.count else { return false }
        return vocabulary.sentences.supportVerbs.contains { $0.count == 2 && $0.scalars[0] == 0x914D && p.has($0, at: verb + length) } // 配合
    }

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
