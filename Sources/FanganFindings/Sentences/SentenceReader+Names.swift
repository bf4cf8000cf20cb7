import FanganText

/// The names in a sentence: which stretch is a named organ, and which of those can be a subject.
extension SentenceReader {
    /// The names of a list; `省公安厅和省检察院` are two.
    func names(_ p: Passage, _ range: Range<Int>) -> [Range<Int>] {
        UnitList.atoms(p, range).flatMap { atom -> [Range<Int>] in
            guard let i = atom.first(where: { i in
                guard let length = UnitList.conjunctionLength(p, i), i + length < atom.upperBound else { return false }
                let second = i + length..<atom.upperBound
                // 县自来水公司和各村, 县教育局和有关企业
                if vocabulary.bodies.classWords.contains(where: { p.has($0, at: second.lowerBound) }), isFirm(p, atom.lowerBound..<i) || vocabulary.bodies.organEnds.contains(p, before: i, from: atom.lowerBound + 1) { return true }
                if saysLevel(p, second.lowerBound) || p.scalars[second.lowerBound] == 0x5404 || isStateOrgan(p, second) { return vocabulary.bodies.organEnds.contains(p, before: i, from: atom.lowerBound + 1) || isStateOrgan(p, atom.lowerBound..<i) || isOwnedDepartment(p, atom.lowerBound..<i) }
                // `水务局和林草局`, but 党委和人民政府, 文化和旅游局.
                return second.count > 2 && vocabulary.bodies.executing.contains(p, before: i, from: atom.lowerBound + 1) && vocabulary.bodies.executing.contains(p, before: atom.upperBound, from: second.lowerBound + 1)
            }) else { return [atom] }
            return [atom.lowerBound..<i, i + (UnitList.conjunctionLength(p, i) ?? 1)..<atom.upperBound]
        }
    }

    /// A name without the bracket behind it that holds a second plate or what of its work is meant: 县发改委|（县粮食局）, 县水务局|（水利工程）.
    func withoutPlate(_ p: Passage, _ name: Range<Int>) -> Range<Int> {
        guard let last = name.last, Brackets.isClose(p.scalars[last]), let open = name.dropLast().last(where: { Brackets.isOpen(p.scalars[$0]) }), isPlate(p, open + 1..<last),
              vocabulary.bodies.organEnds.contains(p, before: open, from: name.lowerBound + 1) else { return name }
        return name.lowerBound..<open
    }

    /// Names or a few words, without a mark or a number.
    func isPlate(_ p: Passage, _ inner: Range<Int>) -> Bool {
        isNamed(p, inner, place: false) || (2...10).contains(inner.count) && inner.allSatisfy { p.scalars[$0].isIdeograph || p.scalars[$0] == 0x3001 } // 、
    }

    func isNameEnd(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        guard place || !range.isEmpty && vocabulary.characters.kinds(of: p.scalars[range.upperBound - 1]).contains(.nameEnd) else { return false }
        if vocabulary.bodies.organEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) { return true }
        // Of a list (`铁道部、交通部`, `国家发展改革委和科技部`) the last name tells.
        let last = range.last { p.scalars[$0] == 0x3001 }.map { $0 + 1 } ?? range.lowerBound
        if isStateOrgan(p, last..<range.upperBound) { return true }
        if let start = (last..<range.upperBound).last(where: { Self.conjunctions.contains(p.scalars[$0]) }), isStateOrgan(p, start + 1..<range.upperBound) { return true }
        return place && shape.isName(p, range)
    }

    /// A named organ: ends as one, is no class, holds no verb or quotation.
    func isNamed(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        guard range.count >= 3, range.count <= 28, isNameEnd(p, range, place: place) else { return false }
        if vocabulary.bodies.classWords.contains(where: { p.has($0, at: range.lowerBound) }) { return false }
        // 取消县商务局|牵头职责
        if vocabulary.changes.exceptions.begins(p.scalars, at: range.lowerBound, limit: range.upperBound) { return false }
        // 上年度|县财政局
        if vocabulary.sentences.unreals.contains(where: { p.has($0, at: range.lowerBound) }) { return false }
        // 市内事项一次办, 跨省通办: how something is done, no office.
        if vocabulary.bodies.noOffices.contains(where: { p.has($0, before: range.upperBound) }) { return false }
        // `县（市、区）双拥办` is one of each.
        if Brackets.isOpen(p.scalars[range.lowerBound + 1]) { return false }
        if holdsDate(p, range) || holdsClass(p, range) || holdsOrder(p, range) || holdsJoint(p, range) || holdsReport(p, range) || holdsFounding(p, range) { return false }
        // `市“放管服”改革协调小组办公室`: quotation marks may stand in pairs.
        var isQuoted = false
        for i in range {
            let c = p.scalars[i]
            if c == 0x201C, !isQuoted, i > range.lowerBound { isQuoted = true }
            else if c == 0x201D, isQuoted { isQuoted = false }
            // 药品采购和使用工作小组
            else if !isQuoted, Self.foreign.contains(c), !(c == 0x4F7F && p.has("使用", at: i)), !(c == 0x4E0E && joinsFields(p, range)) { return false } // 与
        }
        return !isQuoted
    }

    /// 县应急局联合|县公安局: two bodies; not 县残疾人联合会.
    private func holdsJoint(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst(3).contains { i in
            i + 4 < range.upperBound && p.scalars[i] == 0x8054 && p.scalars[i + 1] == 0x5408 && saysLevel(p, i + 2) && !Self.notBehindLevel.contains(p.scalars[i + 3]) // 联合
        }
    }

    /// 市财政局报|省财政厅: two bodies; not 县报社 nor 市情报中心.
    private func holdsReport(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst(3).contains { i in i + 3 < range.upperBound && p.scalars[i] == 0x62A5 && ResponsibilityVocabulary.levels.contains(p.scalars[i + 1]) && vocabulary.bodies.organEnds.contains(p, before: i) } // 报
    }

    /// 市防汛指挥部下设|办公室: a sentence of its own.
    private func holdsFounding(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst(3).contains { vocabulary.deeds.foundingsBelow.begins(p.scalars, at: $0, limit: range.upperBound) }
    }

    /// 市海洋|与|渔业局: one field of government with 与 in its name.
    private func joinsFields(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count <= 12 && vocabulary.bodies.standingEnds.contains(p, before: range.upperBound) && known.isField(p.string(range.lowerBound + (saysLevel(p, range.lowerBound) ? 1 : 0)..<range.upperBound - 1))
    }

    /// A subject is short or says its level or its place first, so that a verb in front of a name is not taken for part of it.
    func isSubject(_ p: Passage, _ range: Range<Int>) -> Bool {
        if saysLevel(p, range.lowerBound) || isStateOrgan(p, range) || saysPlace(p, range) { return true }
        if isOffice(p, range) || isKnownOffice(p, range) { return true }
        let isPlain = range.count <= 8 && (!vocabulary.sentences.subjectVerbs.begins(p.scalars, at: range.lowerBound) || vocabulary.bodies.nameStarts.begins(p.scalars, at: range.lowerBound)) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: range.lowerBound)
            && vocabulary.bodies.selfNamed.contains(p, before: range.upperBound, from: range.lowerBound)
        return isPlain || isFieldOrgan(p, range)
    }

    /// The names of a range, if each can be a subject by itself or behind the first one.
    func subjects(_ p: Passage, _ range: Range<Int>) -> [Range<Int>]? {
        let names = names(p, range)
        guard let first = names.first, names.allSatisfy({ isNamed(p, $0, place: false) && (isSubject(p, $0) || $0 != first && goesOn(p, $0, behind: first)) }) else { return nil }
        return names
    }

    /// 公安部; not 公安部|门.
    func isStateOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        !p.has("门", at: range.upperBound) && vocabulary.bodies.stateOrgans.match(p.scalars, at: range.lowerBound, limit: range.upperBound).map { $0.length == range.count } ?? false
    }

    /// `市公安局`, `国家粮食局`: a name that begins with its level.
    func saysLevel(_ p: Passage, _ at: Int) -> Bool {
        ResponsibilityVocabulary.levels.contains(p.scalars[at]) || vocabulary.bodies.levelStarts.begins(p.scalars, at: at)
    }

    /// `安阳市发展和改革委员会`: two to four characters and the level of a place in front of an organ's own name.
    func saysPlace(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 6, !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: range.lowerBound), !vocabulary.headings.headingVerbs.begins(p.scalars, at: range.lowerBound),
              let level = (range.lowerBound + 2..<min(range.upperBound - 3, range.lowerBound + 5)).first(where: { Self.regionEnds.contains(p.scalars[$0]) }) else { return false }
        return !(range.lowerBound..<level).contains { Self.noPlace.contains(p.scalars[$0]) } && p.scalars[level + 1] >= 0x4E00
    }

    static let regionEnds: ScalarSet = "省市县区州盟旗"
    /// 全市, 各县, 我省, 本市, 城区, 地区, 园区, 社区: no names of places; nor is what follows a conjunction.
    private static let noPlace: ScalarSet = "全各我本该辖有和及与等"
    static let conjunctions: ScalarSet = "和及与或"
    /// Characters that do not stand in names: 的 把 将 对 为 使 让 了 由 与 向 要 《 “
    static let foreign: ScalarSet = "的把将对为使让了《“\"并由与向要，,。"

    // MARK: - Firms and divisions

    /// `国网三台县供电公司牵头`, `县供电公司、县自来水公司配合`, `信用科6月底前完成归集`, `农业发展银行会同县财政局收回贷款`: firms and divisions by name in
    /// front of a word by which they answer for something, of a day, or of who helps them, of an act (要制定方案); what they only ought to do (要加强管理) makes them no more than addressees.
    func firms(_ p: Passage, _ range: Range<Int>, _ limit: Int) -> [Range<Int>]? {
        let end = range.upperBound
        guard vocabulary.bodies.firmEnds.contains(p, before: end, from: range.lowerBound + 1) || vocabulary.bodies.divisionEnds.contains(p, before: end, from: range.lowerBound + 1) else { return nil }
        let answers = vocabulary.lists.postStarts.match(p.scalars, at: end, limit: limit).map { !vocabulary.sentences.postNouns.begins(p.scalars, at: end + $0.length, limit: limit) } ?? (isDated(p, end, limit) || helpers(p, end, limit) != nil || beginsAct(p, end, limit))
        guard answers else { return nil }
        let names = names(p, range)
        if areFirms(p, names) { return names }
        return names.contains { isFirm(p, $0) || isDivision(p, $0) } && names.allSatisfy { isFirm(p, $0) || isDivision(p, $0) || isNamed(p, $0, place: false) && isSubject(p, $0) } ? names : nil
    }

    /// `县移动公司、电信公司`, `县移动、电信、联通公司`: the first says whose they are, the last what.
    private func areFirms(_ p: Passage, _ names: [Range<Int>]) -> Bool {
        guard names.count > 1, let first = names.first, let last = names.last, p.has("公司", before: last.upperBound), Self.regionEnds.contains(p.scalars[first.lowerBound]), !Self.notBehindLevel.contains(p.scalars[first.lowerBound + 1]) else { return false }
        return names.allSatisfy { name in
            (2...7).contains(name.count) && name.allSatisfy { p.scalars[$0].isIdeograph && !Self.foreign.contains(p.scalars[$0]) } && !vocabulary.bodies.classWords.contains { p.has($0, at: name.lowerBound) }
                && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: name.lowerBound) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: name.lowerBound)
        }
    }

    /// A firm that says its level or place: 县供电公司, 国网三台县供电公司; not 市场化公司, 各公司.
    func isFirm(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard (4...24).contains(range.count), let (_, length) = vocabulary.bodies.firmEnds.match(p, before: range.upperBound, from: range.lowerBound + 1), range.count > length + 1 else { return false }
        if Self.regionEnds.contains(p.scalars[range.lowerBound]) ? Self.notBehindLevel.contains(p.scalars[range.lowerBound + 1]) : !vocabulary.bodies.firmStarts.begins(p.scalars, at: range.lowerBound) && !saysPlace(p, range) { return false }
        return !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 } && !vocabulary.bodies.classWords.contains { p.has($0, at: range.lowerBound) } && !holdsDate(p, range) && !holdsClass(p, range)
    }

    /// 人行示例中支, 示例海关: branches of bodies of the state, which say their place.
    func isBranch(_ p: Passage, _ name: Range<Int>) -> Bool {
        (4...24).contains(name.count) && vocabulary.bodies.branchEnds.contains(p, before: name.upperBound, from: name.lowerBound + 2) && !name.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
            && !vocabulary.bodies.classWords.contains { p.has($0, at: name.lowerBound) }
    }

    /// A division of the bureau whose plan it is: 信用科, 政策法规处; not 重点学科, 办事处.
    private func isDivision(_ p: Passage, _ range: Range<Int>) -> Bool {
        (3...8).contains(range.count) && vocabulary.bodies.divisionEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) && !vocabulary.bodies.noDivisions.contains { p.has($0, before: range.upperBound) }
            && !vocabulary.bodies.classWords.contains { p.has($0, at: range.lowerBound) } && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: range.lowerBound) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: range.lowerBound)
            && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
    }

    /// 市场, 市属, 区域, 区块, 县级
    private static let notBehindLevel: ScalarSet = "场属域块级直内外际"
}
