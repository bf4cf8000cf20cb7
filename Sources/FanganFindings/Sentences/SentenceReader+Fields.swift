import FanganText

/// Organs of fields of government as a class or without their name: `各级住建部门负责…`, `市卫生健康部门要…`.
extension SentenceReader {
    /// `各级住建部门负责监管`, `省级教育部门要加强监管`: the organs of fields of government; 各级有关部门, 各级监管部门 are everybody. Those of one level are
    /// one organ; of many levels or places they are only exhorted by 要 where neither a word that assigns the work nor a time is said (各级住建部门要加强监管).
    ///
    /// - Parameter isHanded: whether 由 stands in front of them.
    func fieldClass(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind, isHanded: Bool = false) -> Found? {
        let known = vocabulary.classes.fieldStarts.match(p.scalars, at: at, limit: limit), run = levelsRun(p, at, limit)
        guard let levels = run ?? known.map({ at + $0.length }) else { return nil }
        for (end, form) in fieldOrgans(p, levels, limit) {
            if let found = fieldClass(p, at, levels, end, form, limit, start: start, isHanded: isHanded, isOneLevel: run == nil && known?.value == .one) { return found }
        }
        return nil
    }

    /// - Parameters:
    ///   - levels: behind 各级.
    ///   - end: behind 部门, 局.
    ///   - form: the length of that word.
    private func fieldClass(_ p: Passage, _ at: Int, _ levels: Int, _ end: Int, _ form: Int, _ limit: Int, start: Landmarks.Kind, isHanded: Bool, isOneLevel: Bool) -> Found? {
        let others = fieldsBeside(p, end, limit), last = others.last?.upperBound ?? end
        // …部门，应当立即…
        let verb = isSetOff(p, last) ? last + 1 : last
        guard isHanded ? actsInClause(p, verb, limit) || actsInSentence(p, verb, limit) : start == .clause ? actsInClause(p, verb, limit) : actsInSentence(p, verb, limit),
              isHanded || isOneLevel || !Self.isModal(p.scalars[verb]) || isAssigned(p, verb, limit) else { return nil }
        // 各县区|市场监管部门: the run of levels may have taken the first character of the field.
        guard namesField(p, levels..<end - form) || levels > at + 2 && Self.levelWords.contains(p.scalars[levels - 1]) && namesField(p, levels - 1..<end - form) else { return nil }
        // 各级财政、人民银行、人力资源社会保障部门: a body among them is one of its own, and so is each.
        let names = UnitList.atoms(p, at..<end)
        let isMixed = names.dropLast().contains { vocabulary.bodies.bodyEnds.contains(p, before: $0.upperBound, from: $0.lowerBound + 1) }
        return found(p, (isMixed ? names : fields(p, at..<end) ?? [at..<end]) + others, last, limit)
    }

    /// 要负责监管, 要牵头制定, 要于6月底前完成, 要承担主体责任, 应当立即调查, 要组织开展检查, 要…，每年至少检查1次; not 要加强监管.
    private func isAssigned(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        let at = behindManners(p, verb, limit)
        if beginsAct(p, verb, limit) || answers(p, at, limit) || p.has("牵头", at: at) || isDated(p, verb, limit) || bears(p, at, limit) || vocabulary.deeds.atOnce.begins(p.scalars, at: at, limit: limit) { return true }
        let stop = p.first(of: Self.sentenceStops, in: verb..<min(limit, verb + 120)) ?? min(limit, verb + 120)
        return (verb..<max(verb, stop - 2)).contains { p.scalars[$0] == 0xFF0C && p.scalars[$0 + 1] == 0x6BCF && vocabulary.sentences.subjectVerbs.begins(p.scalars, at: $0 + 1, limit: stop) } // ，每
    }

    /// 要|组织开展检查, 要|及时公布结果, 要|会同有关方面研究制定办法: behind a modal an act of which it can be told whether it was done; 加强, 统筹, 落实 are none,
    /// whatever they are about.
    func beginsAct(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard verb < limit, Self.isModal(p.scalars[verb]) else { return false }
        var i = verb
        while i < limit, let length = vocabulary.classes.bearingManners.match(p.scalars, at: i, limit: limit)?.length ?? vocabulary.sentences.jointLeads.match(p.scalars, at: i, limit: limit)?.length { i += length }
        if isAct(p, i, limit) { return true }
        guard let (isVerb, length) = vocabulary.sentences.jointVerbs.match(p.scalars, at: i, limit: limit), isVerb else { return false }
        // 会同县审计局|组织检查, 会同有关方面|研究制定办法; not 会同统计部门加强宣传.
        let end = clauseEnd(p, i, limit), from = i + length
        if let others = helping(p, from, limit), isAct(p, behindManners(p, others.end, limit), limit) { return true }
        return (from..<max(from, end)).contains { k in (p.has("方面", before: k) || vocabulary.classes.classEnds.contains { p.has($0, before: k) }) && isAct(p, behindManners(p, k, limit), limit) }
    }

    /// 组织|检查; not 应当制定的办法, 组织好学习, 会同统计部门.
    private func isAct(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit, let (_, length) = vocabulary.deeds.acts.match(p.scalars, at: at, limit: limit) else { return false }
        let end = at + length
        return end >= limit || !Self.doneOrOf.contains(p.scalars[end]) && p.scalars[end] != 0x597D // 好
    }

    /// Where the name of the organs of a field may end, and with which word: 各级公安|部门, 各县（市、区）财政|局. 部门 may stand behind a whole list of fields, so it comes first.
    private func fieldOrgans(_ p: Passage, _ from: Int, _ limit: Int) -> [(end: Int, form: Int)] {
        var ends = departmentsEnd(p, from, limit).map { [($0, 2)] } ?? []
        for end in from + 3..<max(from + 3, min(limit, from + 14)) {
            if let (_, length) = vocabulary.classes.fieldOrganEnds.match(p, before: end, from: from + 2) {
                // 卫生健康委|员会
                if p.has("员会", at: end) { continue }
                ends.append((end, length))
                break
            }
        }
        return ends
    }

    private func departmentsEnd(_ p: Passage, _ from: Int, _ limit: Int) -> Int? {
        (from + 2..<max(from + 2, min(limit, from + 20))).first { p.has("部门", before: $0) }
    }

    /// 各级住建部门|和水利部门
    private func fieldsBeside(_ p: Passage, _ end: Int, _ limit: Int) -> [Range<Int>] {
        var names: [Range<Int>] = [], last = end
        while last < limit, Self.conjunctions.contains(p.scalars[last]) || p.scalars[last] == 0x4E0E, let next = departmentsEnd(p, last + 1, limit), namesField(p, last + 1..<next - 2) {
            names.append(last + 1..<next)
            last = next
        }
        return names
    }

    /// 级 两 三 直 以
    private static let levelTails: ScalarSet = "级两三直以"

    /// Behind 各县（市、区）, 各市、县, 市县（区）: levels of several places.
    private func levelsRun(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard at + 4 < limit else { return nil }
        let isEach = p.scalars[at] == 0x5404 // 各
        guard isEach || Self.levelWords.contains(p.scalars[at]) && (Self.levelWords.contains(p.scalars[at + 1]) || p.scalars[at + 1] == 0x3001 || Brackets.isOpen(p.scalars[at + 1])) else { return nil }
        var i = isEach ? at + 1 : at, depth = 0
        let from = i
        while i < min(limit, at + 16) {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) { depth -= 1 } else if !Self.levelWords.contains(c), c != 0x3001 { break } // 、
            i += 1
        }
        // 各省级, 市县两级, 各乡镇以上: more of the words that say which.
        return depth == 0 && i > from && p.scalars[i - 1] != 0x3001 && !(i < limit && Self.levelTails.contains(p.scalars[i])) ? i : nil
    }

    /// 市卫生健康部门, and with a day 卫生健康部门: the department of a field counts where the sentence says whose it is or by when; 教育部门 alone
    /// is whichever has to do with it.
    func isDepartment(_ p: Passage, _ name: Range<Int>, _ limit: Int) -> Bool {
        guard (4...20).contains(name.count), p.has("部门", before: name.upperBound) else { return false }
        return isOwnedDepartment(p, name) || isDated(p, name.upperBound, limit) && namesField(p, name.dropLast(2))
    }

    /// 市卫生健康部门, 示例市教育部门: it says whose it is.
    func isOwnedDepartment(_ p: Passage, _ name: Range<Int>) -> Bool {
        guard (5...20).contains(name.count), p.has("部门", before: name.upperBound) else { return false }
        let words = name.dropLast(2)
        if saysLevel(p, name.lowerBound) { return namesField(p, words.dropFirst()) }
        guard let level = words.dropFirst(2).prefix(3).first(where: { Self.regionEnds.contains(p.scalars[$0]) }), level + 2 < words.endIndex else { return false }
        return known.isPlace(p.string(words.startIndex..<level + 1)) && namesField(p, level + 1..<words.endIndex)
    }

    /// Names of which the last is such a department: `县教育局、县公安部门`.
    func withDepartment(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> [Range<Int>]? {
        guard p.has("部门", before: range.upperBound), !isCondition(p, range.upperBound, limit) else { return nil }
        if isDepartment(p, range, limit) { return fields(p, range) ?? [range] }
        let names = names(p, range)
        guard names.count > 1, let last = names.last, isOwnedDepartment(p, last), names.allSatisfy({ isOwnedDepartment(p, $0) || isNamed(p, $0, place: false) && isSubject(p, $0) }) else { return nil }
        return names
    }

    /// 省发改, 科技, 工信 of `省发改、科技、工信等部门`: each field of a list is a department; 省、市级住建部门 is one class.
    private func fields(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        let isOpen = p.has("等部门", before: range.upperBound)
        let names = UnitList.atoms(p, range.lowerBound..<range.upperBound - (isOpen ? 3 : 0))
        guard names.count > 1 else { return nil }
        func isField(_ field: Range<Int>) -> Bool { field.count >= 2 && known.isField(p.string(field)) }
        for (i, name) in names.enumerated() {
            let words = isOpen || i < names.count - 1 ? name : name.dropLast(2)
            // The first says whose they are: 省市县（区）市场监管.
            guard isField(words) || i == 0 && words.dropFirst().contains(where: { isField($0..<words.upperBound) }) else { return nil }
        }
        return names
    }

    /// 6月底前完成, 要于6月底前完成 behind a name; 10个工作日内 is a term that anybody has.
    func isDated(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        var i = at
        if let duty = vocabulary.deeds.duties.first(where: { p.has($0, at: i) }) { i += duty.count }
        if i < limit, Self.timeWords.contains(p.scalars[i]) { i += 1 }
        return workTime(p, i, limit).map { !$0.isSpan } ?? false && actsByDate(p, i, limit)
    }

    /// `水利`, `水利、住建等`, `教育行政主管`: fields of government and plain words behind them.
    func namesField(_ p: Passage, _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, let plain = vocabulary.classes.plainFields.first(where: { $0.count <= end - range.lowerBound && p.has($0, before: end) }) { end -= plain.count }
        // 公安、林业等行政主管
        if end > range.lowerBound, p.scalars[end - 1] == 0x7B49 { end -= 1 } // 等
        let field = range.lowerBound..<end
        guard field.count >= 2, !Self.openEnds.contains(p.scalars[end - 1]), !vocabulary.classes.bareFields.contains(where: { $0.count == field.count && p.has($0, at: field.lowerBound) }) else { return false }
        if known.isField(p.string(field)) { return true }
        // 财政、人民银行、人力资源社会保障: beside fields an organ may stand.
        let names = UnitList.atoms(p, field)
        return names.count > 1 && names.contains { known.isField(p.string($0)) } && names.allSatisfy { known.isField(p.string($0)) || vocabulary.bodies.bodyEnds.contains(p, before: $0.upperBound, from: $0.lowerBound + 1) && !$0.contains { Self.foreign.contains(p.scalars[$0]) } }
    }

    /// 和 与 及 、: everybody is named beside the field.
    private static let openEnds: ScalarSet = "和与及、"
}
