import FanganOutline
import FanganText

/// Units that the sentence itself makes responsible: `由市财政局负责`, `市委统战部要加强统筹协调`,
/// `商务局、价监局坚持常态化开展…`, `交由达茂旗牵头落实`. Read narrowly: named organs only, no classes.
struct SentenceSubjects {
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape

    /// - Parameters:
    ///   - marks: those of the passage, with its landmarks.
    ///   - labels: those of an enumeration.
    func read(_ p: Passage, _ marks: PassageMarks, labels: [Range<Int>] = [], outside cuts: [Range<Int>], into reading: inout ResponsibilityRecogniser.Reading) {
        // Behind a bracket that was cut out, and behind 一是, a sentence begins too.
        let landmarks = marks.landmarks
        let events = cuts.isEmpty && labels.isEmpty ? landmarks.events : landmarks.events(withSentencesAt: (cuts.map(\.upperBound) + labels.map(\.upperBound)).sorted())
        // Names that were found are looked for only once a sentence gives another.
        var known: StringTable?
        var cut = 0, from = 0, label = 0
        var ends = marks.places([.acting, .subjectMark])
        var end = ends.next()
        // Whether the sentence has named who does it, so that 会同 behind a comma names who helps.
        var isLed = false
        for (at, kind) in events where at >= from && at < p.count {
            if kind == .sentence { isLed = false }
            while label < labels.count, labels[label].upperBound <= at { label += 1 }
            if label < labels.count, labels[label].contains(at) { continue }
            while cut < cuts.count, at >= cuts[cut].upperBound { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(at) { continue }
            let limit = cut < cuts.count ? cuts[cut].lowerBound : p.count
            /// Most clauses hold no place at which a subject could end.
            func subject(_ at: Int, _ kind: Landmarks.Kind) -> Found? {
                while let place = end, place < at + Self.shortest { end = ends.next() }
                guard let end, !Self.stops.contains(p.scalars[end]) else { return nil }
                return self.subject(p, at, limit, start: isBehindException(p, at) ? .sentence : kind)
            }
            if kind == .clause, isLed, let helpers = helpers(p, at, limit) ?? regionsHelping(p, at, limit) {
                append(helpers, p, &known, into: &reading)
                from = helpers.end
                continue
            }
            let found: Found?
            switch kind {
            case .sentence, .clause:
                if let start = orderEnd(p, at, limit) { found = ordered(p, start, limit) ?? subject(start.name, kind) }
                else { found = leading(p, at, limit) ?? (kind == .sentence ? fieldClass(p, at, limit) : nil) ?? subject(at, kind) ?? dated(p, at, limit, start: kind) ?? governments(p, at, limit) ?? ordered(p, at, limit, start: kind) }
            case .agent: found = agent(p, at + 1, limit) ?? (beginsClass(p, at + 1, limit) ? dated(p, at + 1, limit, start: .clause) : nil)
            case .founding: found = founded(p, at, limit)
            }
            guard let found else { continue }
            append(found, p, &known, into: &reading)
            isLed = isLed || found.role != .support
            from = kind == .founding ? at : found.end
            if let helpers = helpers(p, found.end, limit) {
                append(helpers, p, &known, into: &reading)
                from = helpers.end
            }
            // `由市住建局牵头、市财政局配合`: behind 、 another clause begins.
            if found.role == .lead, p.has("牵头、", at: found.end), let helper = self.subject(p, found.end + 3, limit, start: .clause), helper.role == .support {
                append(helper, p, &known, into: &reading)
                from = helper.end
            }
        }
    }

    struct Found {
        var names: [Range<Int>]
        var role: ResponsibilityRole
        var end: Int
    }

    private func append(_ found: Found, _ p: Passage, _ known: inout StringTable?, into reading: inout ResponsibilityRecogniser.Reading) {
        var names = known ?? StringTable(reading.units.map(\.mention))
        known = nil
        for name in found.names {
            let unit = ResponsibilityRecogniser.unit(UnitList.Entry(range: name, role: found.role), p, .text)
            let isNew = names.enter(unit.mention).isNew && !reading.units.contains { $0.basis == .bracket && (isSame($0.mention, unit.mention) || isSameClass($0.mention, unit.mention)) }
            if isNew { reading.units.append(unit) } else { reading.repeated.append(unit) }
        }
        known = names
    }

    /// `银保监分局要督促…（责任单位：示例银保监分局）`: the bracket has its longer name; and `省商务厅会同省财政厅…（省商务厅、财政厅）`:
    /// it says the level once for all.
    private func isSame(_ listed: String, _ named: String) -> Bool {
        // 省局督查处 is the plan's own 督查处.
        if named.hasSuffix(listed), named.unicodeScalars.count == listed.unicodeScalars.count + 2, Self.levels.contains(named.unicodeScalars.first?.value ?? 0), ["局", "厅", "委"].contains(named.unicodeScalars.dropFirst().first) { return true }
        return listed.hasSuffix(named) || named.unicodeScalars.count == listed.unicodeScalars.count + 1 && named.hasSuffix(listed) && Self.levels.contains(named.unicodeScalars.first?.value ?? 0)
    }

    /// `除直接涉及国家安全的事项外，省政府办公厅会同…梳理出台…`: behind an exception a sentence begins.
    private func isBehindException(_ p: Passage, _ at: Int) -> Bool {
        at >= 4 && at <= p.count && p.scalars[at - 2] == 0x5916 && (p.scalars[at - 1] == 0xFF0C || p.scalars[at - 1] == 0x2C)
    }

    // MARK: - 由 … 负责

    /// - Parameter at: behind 由, or behind 请, 责成 ….
    func agent(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let handed = at > 1 && p.scalars[at - 1] == 0x7531 && p.scalars[at - 2] == 0x4EA4 // 交由
        var end = at
        let stop = min(limit, at + 60)
        while end < stop {
            let c = p.scalars[end]
            if c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x0A || c == 0x2C { return nil }
            if end > at + 2, let firms = firms(p, at..<end, limit) { return found(p, firms, end, limit) }
            if end > at + 1, isNameEnd(p, at..<end, place: handed), !goesOnAsName(p, end, limit), acts(p, end, limit) {
                if namesMembers(p, end, limit) { return nil }
                let names = names(p, at..<end)
                let known = vocabulary.agentVerbs.match(p.scalars, at: end, limit: limit) != nil
                guard !names.isEmpty, !isPerson(p, end, limit), names.allSatisfy({ isNamed(p, $0, place: handed) && ((($0.count <= 8 && !vocabulary.subjectVerbs.begins(p.scalars, at: $0.lowerBound) && !p.has("可办", before: $0.upperBound)) || known) || saysLevel(p, $0.lowerBound) || isOffice(p, $0)) }) else { return nil }
                let lead = p.has("牵头", at: end) || p.has("为牵头", at: end) || p.has("统一领导", at: end) || p.has("共同牵头", at: end)
                let isSupport = vocabulary.supportVerbs.contains { p.has($0, at: end) }
                return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: end)
            }
            end += 1
        }
        return nil
    }

    /// 负责人, 主要负责人 behind the name: it is about a person of it.
    private func isPerson(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let length = vocabulary.agentVerbs.match(p.scalars, at: at, limit: limit)?.length, at + length < limit else { return false }
        return p.scalars[at + length] == 0x4EBA
    }

    /// 县委|组织部, not 县委|组织….
    private func goesOnAsName(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        (at + 2..<max(at + 2, min(limit, at + 4) + 1)).contains { vocabulary.organEnds.match(p, before: $0, from: at)?.length == $0 - at }
    }

    /// Whether what stands behind a name says that it acts: a known verb, or behind the name of an executing body
    /// (局 大队 中心 …) anything that does not go on with the name.
    private func acts(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        if vocabulary.agentVerbs.match(p.scalars, at: at, limit: limit) != nil || joins(p, at, limit) { return true }
        let next = p.scalars[at]
        // 由市应急管理局局长兼任: a person.
        if at + 1 < limit, p.scalars[at + 1] == 0x957F { return false }
        // 请县财政局6月底前拨付
        if Self.isDigit(next), dateEnd(p, at, limit) != nil { return vocabulary.executing.contains(p, before: at) }
        guard next >= 0x4E00, next < 0xA000, !Self.goingOn.contains(next), vocabulary.executing.contains(p, before: at) else { return false }
        return !(at + 2...at + 6).contains { end in end <= limit && (vocabulary.organEnds.match(p, before: end, from: at)?.length ?? 0) >= 2 }
    }

    /// 和 与 及 等 的 分局 党组 直属 领导小组 办公室 主任 局长 人 副, 办成 办好 …
    static let goingOn: ScalarSet = "和与及等的分党直所各领或同公主长人副理件结证事成好学园"

    // MARK: - Subject at the start of a sentence

    /// No name is shorter.
    private static let shortest = 2
    /// ， 。 ； and the line's end
    private static let stops: ScalarSet = [0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C]
    /// These and colons: what ``PassageMarks`` keeps beside the verbs behind names.
    static let marks: ScalarSet = [0xFF0C, 0x3002, 0xFF1B, 0x0A, 0x2C, 0xFF1A, 0x3A]

    func subject(_ p: Passage, _ at: Int, _ limit: Int, start: Landmarks.Kind) -> Found? {
        guard at < limit, p.scalars[at] >= 0x4E00, !Brackets.isOpen(p.scalars[at]) else { return nil }
        var end = at + Self.shortest
        var stop = min(limit, at + 40)
        let places: UInt8 = start == .sentence ? 0b01111 : 0b10111
        while end < stop {
            end = vocabulary.subjectWalk.next(p.scalars, in: end..<stop, of: places)
            guard end < stop else { break }
            let c = p.scalars[end]
            // A list may be longer: each of its names gives the next one room.
            if c == 0x3001 { stop = min(limit, end + 24, at + 120) }
            if Brackets.isOpen(c) {
                // `省政府办公厅（省政务大数据局）负责…`: the second name belongs to the first.
                guard isNameEnd(p, at..<end, place: false), let close = closing(p, end, limit), isNamed(p, (end + 1)..<close, place: false) else { return nil }
                let open = end
                end = close + 1
                stop = min(limit, max(stop, end + 2))
                guard end < stop, start == .sentence ? vocabulary.subjectVerbs.match(p.scalars, at: end, limit: limit) != nil : actsInClause(p, end, limit) else { continue }
                return found(p, at..<end, list: names(p, at..<open), limit)
            }
            if c == 0xFF1A || c == 0x3A { return start == .sentence ? dutyLine(p, at..<end, limit) : nil }
            if c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x0A || c == 0x2C { return nil }
            // Behind a comma only the plain words: `…，市公安局负责秩序维护`.
            let acts = vocabulary.nameEnds.contains(p.scalars[end - 1]) && !goesOnAsName(p, end, limit) && (start == .sentence ? actsInSentence(p, end, limit) : actsInClause(p, end, limit))
            // …，行政审批局应将信息推送: of each place; only a level says whose.
            if acts, start == .clause, c == 0x5E94 || c == 0x5BF9, !saysLevel(p, at) { return nil } // 应 对
            if acts, isNameEnd(p, at..<end, place: false) { return found(p, at..<end, list: names(p, at..<end), limit) }
            if start == .sentence || acts, let firms = firms(p, at..<end, limit) { return found(p, firms, end, limit) }
            if acts, end - at >= 6, let mixed = mixed(p, at..<end), !isCondition(p, end, limit) { return found(p, mixed, end, limit) }
            // `市发展改革委、市商务局等相关部门负责`: the class behind 等 is nobody by name.
            if acts, let etc = etcetera(p, at..<end) { return found(p, at..<end, list: names(p, at..<etc), limit, isOpen: true) }
            end += 1
        }
        return nil
    }

    /// - Parameter list: the names in the range; what stands behind the last one is its second name in brackets, or the class of an open list.
    private func found(_ p: Passage, _ range: Range<Int>, list: [Range<Int>], _ limit: Int, isOpen: Bool = false) -> Found? {
        guard let last = list.last, list.indices.allSatisfy({ isNamed(p, list[$0], place: false) && (isSubject(p, list[$0]) || $0 > 0 && goesOn(p, list[$0], behind: list[0])) }),
              !isCondition(p, range.upperBound, limit) else { return nil }
        let end = range.upperBound
        return found(p, isOpen ? list : list.dropLast() + [last.lowerBound..<end], end, limit)
    }

    /// Names in front of a verb, with the role that it gives.
    private func found(_ p: Passage, _ names: [Range<Int>], _ end: Int, _ limit: Int) -> Found {
        let isSupport = vocabulary.supportVerbs.contains { p.has($0, at: end) }
        let lead = p.first("牵头", in: end..<min(limit, end + 7)) != nil
        return Found(names: names, role: isSupport ? .support : lead ? .lead : .responsible, end: end)
    }

    /// `省政务服务数据管理局、发展改革委、商务厅要加强…`: the level is said once for the list.
    func goesOn(_ p: Passage, _ name: Range<Int>, behind first: Range<Int>) -> Bool {
        name.count <= 12 && saysLevel(p, first.lowerBound) && !vocabulary.subjectVerbs.begins(p.scalars, at: name.lowerBound)
    }

    /// Where 等 stands in front of a class that ends a list: 等相关部门, 等部门.
    private func etcetera(_ p: Passage, _ range: Range<Int>) -> Int? {
        guard range.count > 6, p.has("部门", before: range.upperBound) || p.has("单位", before: range.upperBound) else { return nil }
        return (max(range.lowerBound + 3, range.upperBound - 7)..<range.upperBound).last { p.scalars[$0] == 0x7B49 && vocabulary.organEnds.contains(p, before: $0, from: range.lowerBound + 1) }
    }

    private func closing(_ p: Passage, _ open: Int, _ limit: Int) -> Int? {
        (open + 1..<max(open + 1, min(limit, open + 24))).first { Brackets.isClose(p.scalars[$0]) }
    }

    /// `国务院批准启动本预案后，…`: when others act.
    private func isCondition(_ p: Passage, _ verb: Int, _ limit: Int) -> Bool {
        guard p.has("批准", at: verb), let comma = (verb..<min(limit, verb + 30)).first(where: { p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C }) else { return false }
        return p.scalars[comma - 1] == 0x540E
    }

    /// `市民政局：负责统筹协调，拟定政策。` on a line of its own, as lists of duties by organ have it.
    private func dutyLine(_ p: Passage, _ name: Range<Int>, _ limit: Int) -> Found? {
        guard name.lowerBound == 0 || p.scalars[name.lowerBound - 1] == 0x0A,
              vocabulary.agentVerbs.match(p.scalars, at: name.upperBound + 1, limit: limit) != nil else { return nil }
        let names = names(p, name)
        guard !names.isEmpty, names.allSatisfy({ isNamed(p, $0, place: false) && isSubject(p, $0) }) else { return nil }
        let lead = p.has("牵头", at: name.upperBound + 1)
        return Found(names: names, role: lead ? .lead : .responsible, end: name.upperBound)
    }

    /// 市双拥办安排…; not 完成市双拥办安排的其他工作, which says whose work it is.
    func actsInSentence(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let (_, length) = vocabulary.subjectVerbs.match(p.scalars, at: at, limit: limit) else { return joins(p, at, limit) || actsByDate(p, at, limit) || works(p, at, limit) }
        return !p.has("的", at: at + length) && !(p.scalars[at] == 0x7531 && isOnlyComposed(p, at, limit)) // 由
    }

    /// 要加强, but not 要素; 做好监测, but not 做好的工作.
    private func actsInClause(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard let (isVerb, length) = vocabulary.clauseVerbs.match(p.scalars, at: at, limit: limit), isVerb else { return joins(p, at, limit) || actsByDate(p, at, limit) }
        // 对各县进展情况进行督查
        if p.scalars[at] == 0x5BF9, !carriesOut(p, at, limit) { return false }
        return !p.has("的", at: at + length)
    }

    /// `县水利局完成清淤`; not 完成的清淤, what it has done (完成了), and what is brought about (数字档案室建成).
    private func works(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard vocabulary.executing.contains(p, before: at) || vocabulary.standingEnds.contains(p, before: at) || vocabulary.townshipEnds.contains(p, before: at), let (_, length) = vocabulary.workVerbs.match(p.scalars, at: at, limit: limit) else { return false }
        let end = at + length
        return end < limit && !Self.doneOrOf.contains(p.scalars[end])
    }

    /// `县水利局6月底前完成清淤`, `县水利局年底前完成清淤`; not 县水利局6月底前完成的清淤.
    func actsByDate(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard vocabulary.dateHeads.contains(p.scalars[at]), let day = dateEnd(p, at, limit) ?? vocabulary.yearEnds.first(where: { p.has($0, at: at) }).map({ at + $0.count }) else { return false }
        let end = (day..<min(limit, day + 60)).first { Self.marks.contains(p.scalars[$0]) } ?? min(limit, day + 60)
        return end > day + 1 && !(day..<min(end, day + 8)).contains { Self.doneOrOf.contains(p.scalars[$0]) } && !Self.doneOrOf.contains(p.scalars[end - 1])
    }

    /// 的 了 过
    static let doneOrOf: ScalarSet = "的了过"

    static func isDigit(_ s: UInt32) -> Bool { s >= 0x30 && s <= 0x39 || s >= 0xFF10 && s <= 0xFF19 }

    // MARK: - Names

    /// The names of a list; `省公安厅和省检察院` are two.
    func names(_ p: Passage, _ range: Range<Int>) -> [Range<Int>] {
        UnitList.atoms(p, range).flatMap { atom -> [Range<Int>] in
            guard let i = atom.first(where: { i in
                guard Self.conjunctions.contains(p.scalars[i]), i + 1 < atom.upperBound else { return false }
                if saysLevel(p, i + 1) || p.scalars[i + 1] == 0x5404 || isStateOrgan(p, (i + 1)..<atom.upperBound) { return vocabulary.organEnds.contains(p, before: i, from: atom.lowerBound + 1) || isStateOrgan(p, atom.lowerBound..<i) }
                // `水务局和林草局`, but 党委和人民政府, 文化和旅游局.
                return atom.upperBound - i > 3 && vocabulary.executing.contains(p, before: i, from: atom.lowerBound + 1) && vocabulary.executing.contains(p, before: atom.upperBound, from: i + 2)
            }) else { return [atom] }
            return [atom.lowerBound..<i, (i + 1)..<atom.upperBound]
        }
    }

    func isNameEnd(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        if vocabulary.organEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) { return true }
        // Of a list (`铁道部、交通部`, `国家发展改革委和科技部`) the last name tells.
        if let start = range.last(where: { p.scalars[$0] == 0x3001 || Self.conjunctions.contains(p.scalars[$0]) }).map({ $0 + 1 }) ?? range.first, isStateOrgan(p, start..<range.upperBound) { return true }
        return place && shape.isName(p, range)
    }

    /// A named organ: ends as one, is no class, holds no verb or quotation.
    func isNamed(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        guard range.count >= 3, range.count <= 28, isNameEnd(p, range, place: place) else { return false }
        if vocabulary.classWords.contains(where: { p.has($0, at: range.lowerBound) }) { return false }
        // `县（市、区）双拥办` is one of each.
        if Brackets.isOpen(p.scalars[range.lowerBound + 1]) { return false }
        if holdsDate(p, range) || holdsClass(p, range) || holdsOrder(p, range) { return false }
        // `市“放管服”改革协调小组办公室`: quotation marks may stand in pairs.
        var isQuoted = false
        for i in range {
            let c = p.scalars[i]
            if c == 0x201C, !isQuoted, i > range.lowerBound { isQuoted = true }
            else if c == 0x201D, isQuoted { isQuoted = false }
            // 药品采购和使用工作小组
            else if !isQuoted, Self.foreign.contains(c), !(c == 0x4F7F && p.has("使用", at: i)) { return false }
        }
        return !isQuoted
    }

    /// A subject is short or says its level or its place first, so that a verb in front of a name is not taken for part of it.
    func isSubject(_ p: Passage, _ range: Range<Int>) -> Bool {
        if saysLevel(p, range.lowerBound) || isStateOrgan(p, range) || saysPlace(p, range) { return true }
        if isOffice(p, range) { return true }
        return range.count <= 8 && (!vocabulary.subjectVerbs.begins(p.scalars, at: range.lowerBound) || vocabulary.nameStarts.begins(p.scalars, at: range.lowerBound)) && !vocabulary.headingVerbs.begins(p.scalars, at: range.lowerBound)
            && vocabulary.selfNamed.contains(p, before: range.upperBound, from: range.lowerBound)
    }

    func isStateOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        vocabulary.stateOrgans.match(p.scalars, at: range.lowerBound, limit: range.upperBound).map { $0.length == range.count } ?? false
    }

    /// `市公安局`, `国家粮食局`: a name that begins with its level.
    func saysLevel(_ p: Passage, _ at: Int) -> Bool {
        Self.levels.contains(p.scalars[at]) || vocabulary.levelStarts.begins(p.scalars, at: at)
    }

    /// `安阳市发展和改革委员会`: two to four characters and the level of a place in front of an organ's own name.
    func saysPlace(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 6, !vocabulary.subjectVerbs.begins(p.scalars, at: range.lowerBound), !vocabulary.headingVerbs.begins(p.scalars, at: range.lowerBound),
              let level = (range.lowerBound + 2..<min(range.upperBound - 3, range.lowerBound + 5)).first(where: { Self.placeEnds.contains(p.scalars[$0]) }) else { return false }
        return !(range.lowerBound..<level).contains { Self.noPlace.contains(p.scalars[$0]) } && p.scalars[level + 1] >= 0x4E00
    }

    private static let placeEnds: ScalarSet = "省市县区州盟旗"
    /// 全市, 各县, 我省, 本市, 城区, 地区, 园区, 社区: no names of places; nor is what follows a conjunction.
    private static let noPlace: ScalarSet = "全各我本该辖有和及与等"
    private static let levels: ScalarSet = "省市区县州旗盟乡镇"

    static let conjunctions: ScalarSet = "和及与"
    /// Characters that do not stand in names: 的 把 将 对 为 使 让 了 由 与 向 要 《 “
    static let foreign: ScalarSet = "的把将对为使让了《“\"并由与向要，,。"
}
