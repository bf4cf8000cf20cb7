import FanganText
import FanganUnits

/// Bodies, offices and places that a sentence orders to do something: `改革小组办公室设在市财政局，…具体负责…`,
/// `…政府对…负总责`, `梓潼县要…`, `市科委、杨浦区牵头…`; and those it only names as members: `由…组成`.
extension SentenceSubjects {
    func ordered(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        if let found = seated(p, at, limit) { return found }
        guard start == .sentence else { return nil }
        return answerable(p, at, limit) ?? places(p, at, limit)
    }

    // MARK: - Bodies that are founded, and their offices

    /// `市上设立创建工作办公室，负责具体工作`, `由…组成改革工作小组（以下简称工作小组），领导改革工作`
    func founded(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let from = at + 2
        guard let comma = (from..<max(from, min(limit, from + 50))).first(where: { Self.marksOfClause.contains(p.scalars[$0]) }), p.scalars[comma] == 0xFF0C || p.scalars[comma] == 0x2C else { return nil }
        var name = from..<comma
        if name.count > 3, Brackets.isClose(p.scalars[comma - 1]), let open = name.last(where: { Brackets.isOpen(p.scalars[$0]) }) { name = from..<open }
        guard name.count <= 30, isNamed(p, name, place: false) else { return nil }
        if isWork(p, comma + 1) { return Found(names: [name], role: .responsible, end: comma) }
        // 领导改革工作, but 领导小组办公室设在….
        guard vocabulary.boards.contains(where: { p.has($0, before: name.upperBound) }), Self.leads.contains(where: { p.has($0, at: comma + 1) }),
              !vocabulary.boards.contains(where: { p.has($0, at: comma + 1) || p.has($0, at: comma + 3) }) else { return nil }
        return Found(names: [name], role: .lead, end: comma)
    }

    /// `改革小组办公室设在市财政局，由…选派人员参加，具体负责日常协调`: the office, if its sentence says for what.
    private func seated(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard let end = (at + 5..<max(at + 5, min(limit, at + 28))).first(where: { p.scalars[$0] == 0x8BBE || Self.marksOfClause.contains(p.scalars[$0]) }), // 设
              p.has("设在", at: end) || p.has("设于", at: end), p.has("办公室", before: end), isOffice(p, at..<end), isNamed(p, at..<end, place: false) else { return nil }
        let stop = (end..<min(limit, end + 100)).first { Self.sentenceStops.contains(p.scalars[$0]) } ?? min(limit, end + 100)
        guard let work = (end..<stop).first(where: { (p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C) && isWork(p, $0 + 1) }),
              !Self.persons.contains(where: { p.first($0, in: end..<work) != nil }) else { return nil }
        return Found(names: [at..<end], role: .responsible, end: end)
    }

    /// An office made for one work: 试点工作小组办公室, 联合采购办公室.
    func isOffice(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 6, range.count <= 20, p.has("办公室", before: range.upperBound) || p.has("秘书处", before: range.upperBound) else { return false }
        if vocabulary.jointOffices.match(p.scalars, at: range.lowerBound, limit: range.upperBound) != nil { return true }
        return vocabulary.boards.contains { p.has($0, before: range.upperBound - 3) } && !vocabulary.subjectVerbs.begins(p.scalars, at: range.lowerBound) && !vocabulary.headingVerbs.begins(p.scalars, at: range.lowerBound)
    }

    /// Behind 由 and names: `…组成工作专班`, `…选派人员参加`, `…派员参加`.
    func namesMembers(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard vocabulary.memberVerbs.contains(where: { p.has($0, at: at) }) else { return false }
        if Self.founding.contains(where: { p.has($0, at: at) || p.has($0, at: at + 2) }) { return true }
        let end = (at..<min(limit, at + 24)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, at + 24)
        return Self.memberships.contains { p.first($0, in: at..<end) != nil }
    }

    /// 对…进行督促检查, 对…开展评估: in one clause, with what it does at its end.
    func carriesOut(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let end = (at..<min(limit, at + 40)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, at + 40)
        guard let verb = Self.carrying.lazy.compactMap({ p.first($0, in: at + 3..<max(at + 3, end)) }).first else { return false }
        return !(verb..<end).contains { p.scalars[$0] == 0x7684 } // 的
    }

    private static let carrying: [Word] = ["进行", "开展", "实施"]

    /// `联席会议办公室由市财政局、市审计局组成。`: of whom a body consists, and nothing that it does (`…组成，负责统筹协调`).
    func isOnlyComposed(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        let stop = (at..<min(limit, at + 100)).first { Self.sentenceStops.contains(p.scalars[$0]) } ?? min(limit, at + 100)
        guard Self.composing.contains(where: { p.first($0, in: at..<stop) != nil }) else { return false }
        return !(at..<stop).contains { (p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C) && isWork(p, $0 + 1) }
    }

    private static let composing: [Word] = ["组成", "兼任", "担任"]

    // MARK: - Governments that answer for something

    /// `各市（州）人民政府对本地区…工作负总责`, `试点地区政府办公厅（室）对…负总责`; 各级政府 are everybody.
    private func answerable(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard beginsClass(p, at, limit), !p.has("各级", at: at),
              let verb = (at + 4..<max(at + 4, min(limit, at + 24))).first(where: { p.scalars[$0] == 0x5BF9 || Self.sentenceStops.contains(p.scalars[$0]) }), p.scalars[verb] == 0x5BF9, // 对
              isClass(p, at..<verb), isGovernment(p, at..<verb) || isGovernmentOffice(p, at..<verb) else { return nil }
        let stop = (verb..<min(limit, verb + 60)).first { Self.marksOfClause.contains(p.scalars[$0]) } ?? min(limit, verb + 60)
        return vocabulary.answering.contains { p.has($0, before: stop) } ? Found(names: [at..<verb], role: .responsible, end: verb) : nil
    }

    // MARK: - Places

    /// `梓潼县要围绕…`, `市科委、杨浦区牵头…`: places by their names, beside an organ only where they lead or are responsible.
    private func places(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        for end in (at + 3)..<max(at + 3, min(limit, at + 40)) {
            let c = p.scalars[end]
            if c == 0x3001 { continue }
            if Self.marksOfClause.contains(c) || Brackets.isOpen(c) { return nil }
            guard Self.areaEnds.contains(p.scalars[end - 1]) || vocabulary.townshipEnds.contains(p, before: end, from: at + 1) else { continue }
            let names = UnitList.atoms(p, at..<end)
            // 三台县6月底前完成整治, 潼川镇要加强巡查
            if names.allSatisfy({ isKnownPlace(p, $0) }), isNoDistrictAlone(p, names), actsByDate(p, end, limit) || isTold(p, end, limit) {
                return Found(names: names, role: p.has("牵头", at: end) ? .lead : .responsible, end: end)
            }
            guard Self.areaEnds.contains(p.scalars[end - 1]), let (isVerb, length) = vocabulary.placeVerbs.match(p.scalars, at: end, limit: limit), isVerb else { continue }
            guard let last = names.last, isPlaceName(p, last), !p.has("的", at: end + length) else { return nil }
            let isOrdered = p.has("牵头", at: end) || p.has("负责", at: end)
            guard names.allSatisfy({ isPlaceName(p, $0) || isOrdered && saysLevel(p, $0.lowerBound) && isNamed(p, $0, place: false) }) else { return nil }
            // 办公区要, 禁养区应 only end like a district; 株洲市天元区 is one, and one beside a county.
            guard isOrdered || isNoDistrictAlone(p, names) else { return nil }
            return Found(names: names, role: p.has("牵头", at: end) ? .lead : .responsible, end: end)
        }
        return nil
    }

    private func isNoDistrictAlone(_ p: Passage, _ names: [Range<Int>]) -> Bool {
        names.contains { p.scalars[$0.upperBound - 1] != 0x533A || $0.count > 5 } // 区
    }

    private func isTold(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard let (isVerb, length) = vocabulary.placeVerbs.match(p.scalars, at: verb, limit: limit) else { return false }
        return isVerb && !p.has("的", at: verb + length)
    }

    /// 三台县, 潼川镇; 株洲市天元区 is two names.
    private func isKnownPlace(_ p: Passage, _ range: Range<Int>) -> Bool {
        (3...12).contains(range.count) && RegionNames.standard?.contains(p.string(range)) ?? false
    }

    /// Two or three characters and the level of a place, or a long name that ends in 自治县; not 城市, 老城区, 试点县.
    private func isPlaceName(_ p: Passage, _ range: Range<Int>) -> Bool {
        // 株洲市天元区
        if range.count > 5, range.count <= 9, let city = (range.lowerBound + 2..<range.lowerBound + 4).first(where: { Self.cityEnds.contains(p.scalars[$0]) }) {
            return isPlaceName(p, range.lowerBound..<city + 1) && isPlaceName(p, city + 1..<range.upperBound)
        }
        // 三台县, 两当县: whatever characters such a name has.
        if Self.areaEnds.contains(p.scalars[range.upperBound - 1]), isKnownPlace(p, range) { return true }
        guard range.count >= 3, range.count <= 12, Self.areaEnds.contains(p.scalars[range.upperBound - 1]), range.count <= 4 || p.has("自治县", before: range.upperBound) || p.has("自治旗", before: range.upperBound),
              !range.dropLast().contains(where: { Self.notInPlaces.contains(p.scalars[$0]) }) else { return false }
        return !vocabulary.noPlaceEnds.contains { p.has($0, before: range.upperBound) } && !vocabulary.noPlaceStarts.contains { p.has($0, at: range.lowerBound) }
            && !vocabulary.subjectVerbs.begins(p.scalars, at: range.lowerBound) && !vocabulary.headingVerbs.begins(p.scalars, at: range.lowerBound)
    }

    private func isWork(_ p: Passage, _ at: Int) -> Bool { Self.works.contains { p.has($0, at: at) } }

    private static let works: [Word] = ["负责", "具体负责", "主要负责", "全面负责"]
    private static let leads: [Word] = ["领导", "统一领导", "全面领导"]
    /// 由…任主任, 由…同志兼任: persons.
    private static let persons: [Word] = ["任", "同志", "人选"]
    private static let founding: [Word] = ["组成", "派员", "派人"]
    private static let memberships: [Word] = ["参加", "组成", "为成员"]
    private static let cityEnds: ScalarSet = "市州盟"
    private static let areaEnds: ScalarSet = "县区市旗州盟"
    private static let notInPlaces: ScalarSet = "全各我本该辖有和及与等其两二三多每某此或在的为将把对由从以向并我你他级类"
    private static let marksOfClause: ScalarSet = [0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B, 0x0A, 0xFF1A, 0x3A]
    private static let sentenceStops: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0x0A]
}
