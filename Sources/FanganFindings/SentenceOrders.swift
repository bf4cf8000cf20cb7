import FanganText

/// Work that a sentence gives to an organ, and organs that help it: `请县财政局于6月底前拨付`, `会议明确县民政局为牵头单位`,
/// `县住建局会同县财政局制定办法`.
extension SentenceSubjects {
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
            if let (_, length) = vocabulary.orderVerbs.match(p.scalars, at: i, limit: limit) {
                (i, isOrder) = (i + length, true)
            } else if !isOrder, let (_, length) = vocabulary.leadIns.match(p.scalars, at: i, limit: limit) {
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
            (vocabulary.orderVerbs.match(p.scalars, at: i, limit: range.upperBound)?.length ?? 0) >= 2 || vocabulary.headingVerbs.match(p.scalars, at: i, limit: range.upperBound).map { $0.length >= 2 && p.scalars[i + $0.length - 1] == 0x8BF7 } ?? false // 请
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

    /// `县教育局、县人社局和各乡镇负责宣传`: beside organs by name a class does it too; it is not meant where all are only told
    /// what they ought to do (县教育局和有关部门要加强宣传).
    func mixed(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        let names = names(p, range)
        guard names.count >= 2, let first = names.first, isNamed(p, first, place: false) && isSubject(p, first) || isFirm(p, first),
              names.dropFirst().allSatisfy({ isClass(p, $0) || isTownship(p, $0) || isFirm(p, $0) || isNamed(p, $0, place: false) && (isSubject(p, $0) || goesOn(p, $0, behind: first)) }) else { return nil }
        return Self.modals.contains(p.scalars[range.upperBound]) ? names.filter { !isClass(p, $0) && !isFirm(p, $0) } : names
    }

    /// `国网三台县供电公司牵头`, `县供电公司、县自来水公司配合`: firms by name in front of a word by which they answer for something; what they only
    /// ought to do (要加强管理) makes them no more than addressees.
    func firms(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> [Range<Int>]? {
        let end = range.upperBound
        guard vocabulary.firmEnds.contains(p, before: end, from: range.lowerBound + 1) else { return nil }
        let answers = vocabulary.postStarts.match(p.scalars, at: end, limit: limit).map { end + $0.length >= limit || !Self.behindPosts.contains(p.scalars[end + $0.length]) } ?? actsByDate(p, end, limit)
        guard answers else { return nil }
        let names = names(p, range)
        return names.contains { isFirm(p, $0) } && names.allSatisfy { isFirm(p, $0) || isNamed(p, $0, place: false) && isSubject(p, $0) } ? names : nil
    }

    /// A firm that says its level or place: 县供电公司, 国网三台县供电公司; not 市场化公司, 各公司.
    private func isFirm(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard (4...24).contains(range.count), let (_, length) = vocabulary.firmEnds.match(p, before: range.upperBound, from: range.lowerBound + 1), range.count > length + 1 else { return false }
        if Self.firmLevels.contains(p.scalars[range.lowerBound]) ? Self.notBehindLevel.contains(p.scalars[range.lowerBound + 1]) : !vocabulary.firmStarts.begins(p.scalars, at: range.lowerBound) && !saysPlace(p, range) { return false }
        return !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 } && !vocabulary.classWords.contains { p.has($0, at: range.lowerBound) } && !holdsDate(p, range) && !holdsClass(p, range)
    }

    private static let firmLevels: ScalarSet = "省市区县州旗盟"
    /// 市场, 市属, 区域, 区块, 县级
    private static let notBehindLevel: ScalarSet = "场属域块级直内外际"
    /// 负责人, 负责的
    private static let behindPosts: ScalarSet = "人的"

    /// 要应须需将
    private static let modals: ScalarSet = "要应须需将"

    /// `会同县财政局、县人社局制定办法`: the organs that help, up to a class (会同有关部门) or what they do.
    func helpers(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        var at = at
        // 要会同, 负责会同
        while at < limit, let (_, length) = vocabulary.jointLeads.match(p.scalars, at: at, limit: limit) { at += length }
        guard at < limit, let (isVerb, length) = vocabulary.jointVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return nil }
        var names: [Range<Int>] = [], from = at + length
        while from < limit, let end = organEnd(p, from, limit, behind: names.first) ?? (names.isEmpty ? nil : townshipEnd(p, from, limit)) ?? regionsEnd(p, from, limit) {
            names.append(from..<end)
            guard end < limit, p.scalars[end] == 0x3001 || Self.conjunctions.contains(p.scalars[end]) else { break }
            from = end + 1
        }
        return names.last.map { Found(names: names, role: .support, end: $0.upperBound) }
    }

    /// `县公安局、城关镇参与`: in a list behind an organ a township stands by its name; 小城镇, 各乡镇 are none.
    private func isTownship(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard (3...8).contains(range.count), let (_, length) = vocabulary.townshipEnds.match(p, before: range.upperBound, from: range.lowerBound + 1), range.count - length >= 2 else { return false }
        return vocabulary.plainTownships.allSatisfy { !p.has($0, before: range.upperBound) } && !vocabulary.classWords.contains { p.has($0, at: range.lowerBound) }
            && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 } && !vocabulary.subjectVerbs.begins(p.scalars, at: range.lowerBound)
    }

    /// Behind `各乡镇`, `各县（市、区）人民政府`: all of a kind help, while 各有关部门 are nobody by name.
    private func regionsEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at + 2 < limit, p.scalars[at] == 0x5404 else { return nil } // 各
        var i = at + 1, depth = 0
        while i < min(limit, at + 14) {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 } else if !(Self.regionScalars.contains(c) || depth > 0 && c == 0x3001) { break }
            i += 1
        }
        guard depth == 0, i > at + 1 else { return nil }
        if p.has("人民政府", at: i) { i += 2 }
        if let body = vocabulary.governmentEnds.first(where: { p.has($0, at: i) && i + $0.count <= limit }) { i += body.count }
        let isOver = i >= limit || p.scalars[i] < 0x4E00 || p.scalars[i] >= 0xFF00 || vocabulary.supportVerbs.contains(where: { p.has($0, at: i) }) || Self.conjunctions.contains(p.scalars[i]) || p.scalars[i] == 0x7B49 || vocabulary.subjectVerbs.begins(p.scalars, at: i) || vocabulary.workVerbs.begins(p.scalars, at: i) // 等
        return isOver ? i : nil
    }

    /// `由县水利局牵头，各乡镇配合`: all of a kind, in a sentence that has named who leads.
    func regionsHelping(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let end = regionsEnd(p, at, limit), vocabulary.supportVerbs.contains(where: { p.has($0, at: end) }) else { return nil }
        return Found(names: [at..<end], role: .support, end: end)
    }

    private static let regionScalars: ScalarSet = "省市县区州旗盟乡镇街道村"

    private func townshipEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        (at + 3..<max(at + 3, min(limit, at + 9))).first { isTownship(p, at..<$0) && (p.scalars[$0] < 0x4E00 || vocabulary.subjectVerbs.begins(p.scalars, at: $0) || Self.conjunctions.contains(p.scalars[$0])) }
    }

    /// Whether a word between two organs stands at an index and the second behind it: 县住建局|商县财政局, but not 县|商务局.
    func joins(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, let (isVerb, length) = vocabulary.jointVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return false }
        return organEnd(p, at + length, limit) != nil
    }

    /// Where the name of an organ that begins at an index ends.
    /// - Parameter first: of a list the first name; its level holds for those behind it.
    func organEnd(_ p: Passage, _ at: Int, _ limit: Int, behind first: Range<Int>? = nil) -> Int? {
        for end in at + 3..<max(at + 3, min(limit, at + 24) + 1) {
            let name = at..<end
            guard isNameEnd(p, name, place: false), isWhole(p, end, limit) else { continue }
            // 国务院|有关部门: a class of those that it has.
            if vocabulary.classWords.contains(where: { p.has($0, at: end) }) { return nil }
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
        if vocabulary.subjectVerbs.begins(p.scalars, at: end, limit: limit) { return true }
        if next < 0x4E00 || Self.conjunctions.contains(next) || next == 0x7B49 { return true } // 等
        if Self.goingOn.contains(next) || next == 0x5458 { return false } // 委|员会
        return !(end + 1...end + 6).contains { $0 <= limit && (vocabulary.organEnds.match(p, before: $0, from: end)?.length ?? 0) >= 2 }
    }
}
