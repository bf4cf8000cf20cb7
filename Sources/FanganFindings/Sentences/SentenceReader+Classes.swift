import FanganText

/// Classes of units as a sentence names them: `省直有关部门2023年5月底前完成…`, `各省辖市政府和示范区管委会负责…`, `各级住建部门要…`.
extension SentenceReader {
    /// `各省辖市政府和济源示范区、航空港区管委会负责统筹推进辖区内工作`, `各区负责检测`, `各县(市、区)人民政府要承担主体责任`: regions of a class or
    /// their governments, and regions named beside them, as those that do it. 各级政府 are everybody.
    func governments(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let isEach = at + 2 < limit && p.scalars[at] == 0x5404 && p.scalars[at + 1] != 0x7EA7 || levelsEnd(p, at, limit) != nil || leveledEnd(p, at, limit) != nil // 各, 级
        guard isEach || vocabulary.classes.ownGovernments.contains(where: { p.has($0, at: at) }), let end = dutyPlace(p, at + 2, min(limit, at + 60)) else { return nil }
        let names = UnitList.atoms(p, at..<end).flatMap { parted($0, p) }.map { withoutException(p, $0) }
            .filter { name in !vocabulary.classes.wholeClasses.contains { $0.count == name.count && p.has($0, at: name.lowerBound) } }
        guard let first = names.first, isGovernment(p, first) || isRegions(p, first), names.allSatisfy({ isRegions(p, $0) || shape.isName(p, $0) && $0.count <= 20 && !holdsDate(p, $0) && !$0.contains { Self.foreign.contains(p.scalars[$0]) } }) else { return nil }
        let verb = behindManners(p, end, limit)
        guard p.has("负责", at: verb) ? answersForOwn(p, verb, limit, isEach: isEach) : isEach && bears(p, verb, limit) else { return nil }
        return Found(names: names, role: p.first("牵头", in: end..<verb) == nil ? .responsible : .lead, end: end)
    }

    /// Where behind a name 负责 stands, or what else tells that somebody answers for something.
    private func dutyPlace(_ p: Passage, _ from: Int, _ stop: Int) -> Int? {
        for i in from..<max(from, stop) {
            let c = p.scalars[i]
            if Self.marksOfClause.contains(c) { return nil }
            if p.has("负责", at: i) || Self.being.contains(c) || vocabulary.classes.bearingManners.begins(p.scalars, at: i, limit: stop) || vocabulary.classes.bearingVerbs.begins(p.scalars, at: i, limit: stop) { return i }
        }
        return nil
    }

    /// Behind 要|切实|, 按职责|.
    func behindManners(_ p: Passage, _ at: Int, _ limit: Int) -> Int {
        var i = at
        while i < limit, let (_, length) = vocabulary.classes.bearingManners.match(p.scalars, at: i, limit: limit) { i += length }
        return i
    }

    /// 是 为
    static let being: ScalarSet = "是为"

    /// Governments without 各 answer for what is said to be their own, or for a work; 各区负责实施的项目 is a thing.
    private func answersForOwn(_ p: Passage, _ at: Int, _ limit: Int, isEach: Bool) -> Bool {
        guard answers(p, at, limit), at + 2 < limit else { return false }
        let isOwn = vocabulary.classes.ownAreas.contains { p.has($0, at: at + 2) }
        if isOwn || !isEach { return isOwn || vocabulary.sentences.subjectVerbs.begins(p.scalars, at: at + 2) }
        return !(at..<clauseEnd(p, at, limit)).contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// `要承担应急供水主体责任`, `承担起主体责任和管理工作`, `是供水工作的责任主体`; not 承担费用, 承担的任务全部完成.
    func bears(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let end = clauseEnd(p, at, limit)
        guard at < end else { return false }
        if Self.being.contains(p.scalars[at]) { return vocabulary.classes.bearers.contains { p.has($0, before: end) } }
        guard let (_, length) = vocabulary.classes.bearingVerbs.match(p.scalars, at: at, limit: end) else { return false }
        let object = at + length..<end
        return vocabulary.classes.burdens.contains { p.has($0, before: end) } && !object.contains { p.scalars[$0] == 0x7684 } // 的
    }

    /// Nothing but levels and what their governments are called: 各县（市、区）, 各乡镇、街道, 县（市、区）人民政府; not 各村, 各地区.
    func isRegions(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        if leveledEnd(p, range.lowerBound, range.upperBound) == range.upperBound { return true }
        let body = vocabulary.classes.governmentEnds.first { $0.count < range.count && p.has($0, before: range.upperBound) }.map { range.dropLast($0.count) } ?? range
        let government = p.has("人民", before: body.upperBound) ? body.dropLast(2) : body
        let place = vocabulary.classes.partyEnds.first { $0.count < government.count && p.has($0, before: government.upperBound) }.map { government.dropLast($0.count) } ?? government
        let levels = p.scalars[place.lowerBound] == 0x5404 ? place.dropFirst() : place // 各
        guard !levels.isEmpty, levels.count < place.count || levelsEnd(p, place.lowerBound, range.upperBound) != nil else { return false }
        var depth = 0
        for i in levels {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 }
            else if !(Self.levelWords.contains(c) || c == 0x3001 || depth > 0 && c.isIdeograph) { return false } // 、
        }
        return depth == 0
    }

    /// What classes of regions are named by.
    static let levelWords: ScalarSet = "省市县区州旗盟乡镇街道"

    /// `各省辖市政府和济源示范区`; 党委和政府, 乡镇政府和街道办事处 are one.
    private func parted(_ atom: Range<Int>, _ p: Passage) -> [Range<Int>] {
        guard let and = atom.first(where: { p.scalars[$0] == 0x548C && isGovernment(p, atom.lowerBound..<$0) && atom.upperBound - $0 > 4 && ($0 + 1..<atom.upperBound).contains { ResponsibilityVocabulary.levels.contains(p.scalars[$0]) } }) else { return [atom] }
        return [atom.lowerBound..<and, (and + 1)..<atom.upperBound]
    }

    // MARK: - What is a class

    /// Whether a class of units can begin at an index: 各…, 全市各…, 县政府各…, 省直有关部门, 试点地区, 县（市、区）….
    func beginsClass(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        if p.scalars[at] == 0x5404 || eachBehindScope(p, at, limit) { return true } // 各
        guard vocabulary.characters.forms(of: p.scalars[at]).contains(.classes) else { return false }
        if trialEnd(p, at, limit) != nil || levelsEnd(p, at, limit) != nil || leveledEnd(p, at, limit) != nil { return true }
        guard at + 4 <= limit, vocabulary.classes.classLevels.contains(p.scalars[at]), vocabulary.classes.classTies.contains(p.scalars[at + 1]) else { return false }
        return vocabulary.classes.classStarts.contains { p.has($0, at: at + 2) }
    }

    /// Whether a range is nothing but a class: 各设区市审改部门, 省直有关部门; not 省级部门已建应用, nor firms, which are addressed.
    func isClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        if leveledEnd(p, range.lowerBound, range.upperBound) == range.upperBound { return true }
        guard beginsClass(p, range.lowerBound, range.upperBound), range.count <= 16, shape.isName(p, range) || levelsEnd(p, range.lowerBound, range.upperBound) == range.upperBound || vocabulary.classes.classBodies.contains(where: { p.has($0, before: range.upperBound) }), !range.contains(where: { Self.foreign.contains(p.scalars[$0]) }),
              !vocabulary.classes.addressees.contains(where: { p.has($0, before: range.upperBound) }), !vocabulary.classes.thingStarts.contains(where: { p.has($0, at: range.lowerBound) }) else { return false }
        if let end = trialEnd(p, range.lowerBound, range.upperBound) { return end == range.upperBound || isGovernment(p, range) || isGovernmentOffice(p, range) || vocabulary.classes.classEnds.contains { p.has($0, before: range.upperBound) } }
        if let end = levelsEnd(p, range.lowerBound, range.upperBound) { return end == range.upperBound || isGovernment(p, range) }
        return p.scalars[range.lowerBound] == 0x5404 || eachBehindScope(p, range.lowerBound, range.upperBound) || vocabulary.classes.classEnds.contains { p.has($0, before: range.upperBound) }
    }

    /// `市直有关部门报市大数据局`: behind a class the name of another begins.
    func holdsClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.contains { at in vocabulary.classes.wholeClasses.contains { p.has($0, at: at) && at + $0.count < range.upperBound } }
    }

    func isGovernment(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count >= 4 && vocabulary.classes.governmentEnds.contains { p.has($0, before: range.upperBound) }
    }

    /// `各县政府办公室`, `试点地区政府办公厅（室）`.
    func isGovernmentOffice(_ p: Passage, _ range: Range<Int>) -> Bool { vocabulary.bodies.governmentOffices.contains { p.has($0, before: range.upperBound) } }

    /// 全市|各级各部门, 县政府|各部门, 市直|各单位: 各 behind the words of whose they are.
    private func eachBehindScope(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at + 1 < limit, (at + 1..<min(limit, at + 6)).contains(where: { p.scalars[$0] == 0x5404 }) else { return false } // 各
        // 国务院|各部门
        let scope = vocabulary.bodies.levelStarts.match(p.scalars, at: at, limit: limit)?.length ?? 1
        guard let each = (at + scope..<max(at + scope, min(limit, at + 6))).first(where: { !Self.scopeScalars.contains(p.scalars[$0]) }) else { return false }
        return p.scalars[each] == 0x5404 && each + 1 < limit
    }

    /// Behind 县（市、区）, without 各 in front.
    private func levelsEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at + 3 < limit, vocabulary.classes.classLevels.contains(p.scalars[at]), Brackets.isOpen(p.scalars[at + 1]),
              let close = (at + 2..<min(limit, at + 14)).first(where: { Brackets.isClose(p.scalars[$0]) }),
              UnitList.atoms(p, at + 2..<close).allSatisfy({ part in part.allSatisfy { vocabulary.classes.classLevels.contains(p.scalars[$0]) || p.scalars[$0] == 0x3001 } || vocabulary.classes.zones.contains { $0.count == part.count && p.has($0, at: part.lowerBound) } }) else { return nil }
        return close + 1
    }

    /// Behind 试点地区, 试点县（市、区）: those on whom something is tried out.
    private func trialEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let start = vocabulary.classes.trials.first(where: { p.has($0, at: at) }), let body = vocabulary.classes.trialBodies.first(where: { p.has($0, at: at + start.count) }) else { return nil }
        let end = at + start.count + body.count
        guard end < limit, Brackets.isOpen(p.scalars[end]), let close = (end + 1..<min(limit, end + 8)).first(where: { Brackets.isClose(p.scalars[$0]) }) else { return min(end, limit) }
        return close + 1
    }

    private static let scopeScalars: ScalarSet = "全本省市县区州旗盟乡镇直级属政府委"

    /// `县（市、区）` and `各县〔市、区〕人民政府` beside it: the same levels.
    func isSameClass(_ bracket: String, _ sentence: String) -> Bool {
        func levels(_ name: String) -> [UInt32]? {
            let scalars = name.unicodeScalars.map(\.value)
            guard scalars.contains(where: { $0 == 0x5404 || Brackets.isOpen($0) }) else { return nil }
            let rest = vocabulary.classes.governmentEnds.first { scalars.suffix($0.count).elementsEqual($0.scalars) }.map { Array(scalars.dropLast($0.count)) } ?? scalars
            let body = rest.filter { !Brackets.isOpen($0) && !Brackets.isClose($0) && $0 != 0x3001 && $0 != 0x5404 && $0 != 0x4EBA && $0 != 0x6C11 } // 各 人 民
            return !body.isEmpty && body.allSatisfy { vocabulary.classes.classLevels.contains($0) } ? body.sorted() : nil
        }
        guard let own = levels(sentence) else { return false }
        return levels(bracket) == own
    }
}
