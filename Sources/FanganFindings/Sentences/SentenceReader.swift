import FanganOutline
import FanganText

/// Units that the sentence itself makes responsible: `由市财政局负责`, `市委统战部要加强统筹协调`,
/// `商务局、价监局坚持常态化开展…`, `交由达茂旗牵头落实`. Read narrowly: named organs, no classes but by a day or a field.
///
/// A sentence begins at the head of a passage, behind 。；！, a line's end, a bracket that was cut out and 一是; a clause behind a comma.
/// At each such place the forms are tried in the order of ``found(_:_:_:_:subject:)``, each of which reads from the left: who
/// (``subject(_:_:_:start:)``), then the verb, then who helps (``helpers(_:_:_:)``). What follows is read from there on.
struct SentenceReader {
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape
    let known: KnownNames

    struct Found {
        var names: [Range<Int>]
        var role: ResponsibilityRole
        var end: Int
        /// For each name its own, where brackets behind them say them: 县水务局（牵头）、县住建局.
        var roles: [ResponsibilityRole] = []
        /// Whether the names are set off at the head of the item: 县教育局：建设智慧校园.
        var isHead = false
        /// Whether 由 stands in front of the names.
        var isHanded = false
    }

    /// - Parameters:
    ///   - marks: those of the passage, with its landmarks.
    ///   - labels: those of an enumeration.
    func read(_ p: Passage, _ marks: PassageMarks, labels: [Range<Int>] = [], outside cuts: [Range<Int>], into reading: inout ResponsibilityRecogniser.Reading) {
        // Behind a bracket that was cut out, and behind 一是, a sentence begins too.
        let landmarks = marks.landmarks, title = titleEnd(p)
        let events = cuts.isEmpty && labels.isEmpty && title == nil ? landmarks.events : landmarks.events(withSentencesAt: (cuts.map(\.upperBound) + labels.map(\.upperBound) + [title].compactMap { $0 }).sorted())
        // Names of units, once there are many.
        var entered: StringTable?
        var cut = 0, from = 0, label = 0
        var view = ClauseView(marks)
        // Whether the sentence has named who does it, so that 会同 behind a comma names who helps.
        var isLed = false
        for (place, kind) in events where place >= from && place < p.count {
            if kind == .sentence { isLed = false }
            // `推进改革。 市商务局要抓好落实。`
            var at = kind == .sentence ? behindBlanks(p, place) : place
            guard at < p.count else { continue }
            var forms = kind == .sentence || kind == .clause ? forms(p, at, &view) : []
            assert(rulesOutNothing(forms, p, at, kind, view), "A form was ruled out that stands in “\(p.string(at..<min(p.count, at + 60)))”")
            if forms.isEmpty, kind == .sentence || kind == .clause { continue }
            while label < labels.count, labels[label].upperBound <= at { label += 1 }
            if label < labels.count, labels[label].contains(at) { continue }
            while cut < cuts.count, at >= cuts[cut].upperBound { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(at) { continue }
            let limit = cut < cuts.count ? cuts[cut].lowerBound : p.count
            if let helpers = kind == .clause && isLed ? beside(p, at, limit, forms) : kind == .sentence && forms.contains(.joint) ? helpersAtHead(p, at, limit) : nil {
                append(helpers, p, &entered, into: &reading)
                from = helpers.end
                continue
            }
            if kind == .sentence, forms.contains(.exception), let end = exceptionEnd(p, at, limit) {
                at = end
                forms = self.forms(p, at, &view)
            }
            guard let found = found(p, at, kind, limit, forms, &view) else { continue }
            append(found, p, &entered, into: &reading)
            reading.isHeaded = reading.isHeaded || found.isHead
            isLed = isLed || found.role != .support
            from = kind == .founding ? at : found.end
            if let beside = besides(found, p, limit) {
                append(beside, p, &entered, into: &reading)
                from = beside.end
            }
            for other in others(behind: found, p, limit) {
                append(other, p, &entered, into: &reading)
                from = other.end
            }
        }
        if !reading.said.isEmpty { giveRoles(p, cuts, to: &reading) }
    }

    /// `排查动员（3月）：|县应急局牵头，…`: behind the colon of an item's title, where an organ's level stands.
    private func titleEnd(_ p: Passage) -> Int? {
        guard let mark = p.first(of: Self.marks, in: 0..<min(p.count, Self.longestTitle)), mark >= 2, mark + 1 < p.count, p.scalars[mark] == 0xFF1A || p.scalars[mark] == 0x3A, saysLevel(p, mark + 1) else { return nil }
        return mark + 1
    }

    private static let longestTitle = 24

    /// `第1—2项|由市商务局牵头` says who does other items.
    private func isOfNumberedItems(_ p: Passage, _ by: Int) -> Bool {
        guard by > 2, p.scalars[by - 1] == 0x9879 || p.scalars[by - 1] == 0x6761 else { return false } // 项 条
        return (max(0, by - 10)..<by).contains { p.scalars[$0] == 0x7B2C && $0 + 1 < p.count && (Self.isDigit(p.scalars[$0 + 1]) || ResponsibilityRecogniser.numerals.contains(p.scalars[$0 + 1])) } // 第
    }

    private func behindBlanks(_ p: Passage, _ place: Int) -> Int {
        var at = place
        // Ideographs are none.
        while at < p.count, !p.scalars[at].isIdeograph, p.scalars[at] == 0x20 || p.scalars[at] == 0x3000 || Self.signs.contains(p.scalars[at]) { at += 1 }
        return at < p.count && Brackets.isOpen(p.scalars[at]) ? behindTime(p, at) ?? at : at
    }

    /// `开展水质监测。（6月底前）|市卫生健康局牵头`: behind a time in brackets.
    private func behindTime(_ p: Passage, _ open: Int) -> Int? {
        guard let close = (open + 1..<min(p.count, open + Self.longestTime + 2)).first(where: { Brackets.isClose(p.scalars[$0]) }), workTime(p, open + 1, close)?.end == close else { return nil }
        return close + 1
    }

    /// ●县住建局负责摸底
    private static let signs: ScalarSet = "●○■□▲△◆◇★☆•·－—-"

    /// Who helps whom the sentence has named in front of its comma.
    private func beside(_ p: Passage, _ at: Int, _ limit: Int, _ forms: ClauseForms) -> Found? {
        if forms.contains(.joint), let helpers = helpers(p, at, limit) { return helpers }
        if forms.contains(.classes), let regions = regionsHelping(p, at, limit) { return regions }
        return forms.contains(.place) ? townshipsBeside(p, at, limit) : nil
    }

    /// Whom the words at a place name, in the order in which the forms are looked for.
    /// - Parameter forms: of a sentence or a clause those that may stand there.
    private func found(_ p: Passage, _ at: Int, _ kind: Landmarks.Kind, _ limit: Int, _ forms: ClauseForms, _ view: inout ClauseView) -> Found? {
        switch kind {
        case .founding: return founded(p, at, limit)
        case .agent where isOfNumberedItems(p, at) || isFormer(p, at): return nil
        case .agent:
            let at = exceptionEnd(p, at + 1, limit) ?? at + 1
            return changed(p, at, limit) ?? agent(p, at, limit) ?? (beginsClass(p, at, limit) ? dated(p, at, limit, start: .clause) ?? governments(p, at, limit) ?? governmentsDoing(p, at, limit) : nil) ?? fieldClass(p, at, limit, start: .clause, isHanded: true)
        case .sentence, .clause:
            if kind == .sentence, forms.contains(.head), let head = headed(p, at, limit) { return head }
            if forms.contains(.added), let added = addedName(p, at, limit) { return being(p, added, limit) ?? subject(p, added, limit, kind, &view).flatMap { p.has("作为", at: $0.end) ? $0 : nil } }
            if forms.contains(.ordered), let order = orderEnd(p, at, limit) { return ordered(p, order, limit) ?? subject(p, order.name, limit, kind, &view) }
            if forms.contains(.being), let found = being(p, at, limit) { return found }
            if forms.contains(.renewed), let found = renewed(p, at, limit) { return found }
            if forms.contains(.led), let found = leading(p, at, limit) { return found }
            if forms.contains(.field), let found = fieldClass(p, at, limit, start: kind) { return found }
            if forms.contains(.subject), let found = subject(p, at, limit, kind, &view) { return found }
            if !forms.isDisjoint(with: [.day, .classes]), let found = dated(p, at, limit, start: kind) { return found }
            if !forms.isDisjoint(with: [.classes, .governments]), let found = governments(p, at, limit) { return found }
            return bodies(p, at, limit, start: kind, forms)
        }
    }

    /// Whether the forms that may stand at a place find there what all forms find: in debug builds each sentence of each test is asked.
    private func rulesOutNothing(_ forms: ClauseForms, _ p: Passage, _ at: Int, _ kind: Landmarks.Kind, _ view: ClauseView) -> Bool {
        guard kind == .sentence || kind == .clause else { return true }
        var some = view, all = view
        if !some.subjectEnds(behind: at, p, self), subject(p, at, p.count, start: isBehindCondition(p, at) ? .sentence : kind) != nil { return false }
        let found = self.found(p, at, kind, p.count, forms, &some), wanted = self.found(p, at, kind, p.count, .all, &all)
        return found?.names == wanted?.names && found?.end == wanted?.end && found?.role == wanted?.role
    }

    /// The subject at a place, where one can end behind it.
    private func subject(_ p: Passage, _ at: Int, _ limit: Int, _ kind: Landmarks.Kind, _ view: inout ClauseView) -> Found? {
        view.subjectEnds(behind: at, p, self) ? subject(p, at, limit, start: isBehindCondition(p, at) ? .sentence : kind) : nil
    }

    /// `县民政局负责指导、各乡镇负责实施`: behind 、 in the same clause who answers for the next thing.
    private func others(behind found: Found, _ p: Passage, _ limit: Int) -> [Found] {
        guard p.has("负责", at: found.end) else { return [] }
        var others: [Found] = [], i = found.end
        let stop = min(limit, found.end + 60)
        while i < stop, !Self.marks.contains(p.scalars[i]) {
            defer { i += 1 }
            guard p.scalars[i] == 0x3001, i + 5 < limit else { continue } // 、
            let region = regionsEnd(p, i + 1, limit).map { Found(names: [i + 1..<$0], role: .responsible, end: $0) }
            guard let next = region ?? (saysLevel(p, i + 1) ? subject(p, i + 1, limit, start: .clause) : nil), next.names.first?.lowerBound == i + 1, answers(p, next.end, limit) else { continue }
            others.append(next)
            i = next.end
        }
        return others
    }

    /// Who helps whom a sentence has just named: `…会同县财政局`, and behind 、 (`由市住建局牵头、市财政局配合`) as behind a comma.
    private func besides(_ found: Found, _ p: Passage, _ limit: Int) -> Found? {
        if found.role == .lead, p.has("牵头、", at: found.end), let helper = subject(p, found.end + 3, limit, start: .clause), helper.role == .support { return helper }
        // 由县应急局统筹、县消防救援大队具体实施
        if found.isHanded, let (_, length) = vocabulary.sentences.agentVerbs.match(p.scalars, at: found.end, limit: limit), found.end + length < limit, p.scalars[found.end + length] == 0x3001, // 、
           let other = agent(p, found.end + length + 1, limit) { return other }
        if let partners = partners(p, found, limit) ?? assistants(p, found.end, limit) { return partners }
        // 县应急局|上半年|联合县公安局开展排查
        return helpers(p, found.end, limit) ?? workTime(p, found.end, limit).flatMap { helpers(p, $0.end, limit) }
    }

    private func append(_ found: Found, _ p: Passage, _ entered: inout StringTable?, into reading: inout ResponsibilityRecogniser.Reading) {
        for (i, name) in found.names.enumerated() {
            let unit = ResponsibilityRecogniser.unit(UnitList.Entry(range: name, role: i < found.roles.count ? found.roles[i] : found.role), p, .text)
            let mayBeClass = name.contains { p.scalars[$0] == 0x5404 || Brackets.isOpen(p.scalars[$0]) } // 各
            let isNew = enter(unit.mention, reading.units, &entered) && !reading.units.contains { $0.basis == .bracket && (isSame($0.mention, unit.mention) || mayBeClass && isSameClass($0.mention, unit.mention)) }
            if isNew { reading.units.append(unit) } else { reading.repeated.append(unit) }
            if unit.role != .responsible, saysRole(found, p) { reading.said.append(unit) }
        }
    }

    /// Whether no unit has a name yet. A few are compared with it one by one, more are entered in a table.
    private func enter(_ name: String, _ units: [Responsibility], _ entered: inout StringTable?) -> Bool {
        if entered == nil {
            if units.count <= 16 { return !units.contains { $0.mention.hasSameBytes(as: name) } }
            entered = StringTable(units.map(\.mention))
        }
        return entered?.enter(name).isNew ?? true
    }

    /// `银保监分局要督促…（责任单位：示例银保监分局）`: the bracket has its longer name; and `省商务厅会同省财政厅…（省商务厅、财政厅）`:
    /// it says the level once for all.
    func isSame(_ listed: String, _ named: String) -> Bool {
        // 省局督查处 is the plan's own 督查处.
        if named.hasSuffix(listed), named.unicodeScalars.count == listed.unicodeScalars.count + 2, ResponsibilityVocabulary.levels.contains(named.unicodeScalars.first?.value ?? 0), ["局", "厅", "委"].contains(named.unicodeScalars.dropFirst().first) { return true }
        return listed.hasSuffix(named) || named.unicodeScalars.count == listed.unicodeScalars.count + 1 && named.hasSuffix(listed) && ResponsibilityVocabulary.levels.contains(named.unicodeScalars.first?.value ?? 0)
    }

    /// `除直接涉及国家安全的事项外，省政府办公厅会同…梳理出台…`, `发生险情时，县应急局立即…`: behind an exception and a condition a sentence begins.
    private func isBehindCondition(_ p: Passage, _ at: Int) -> Bool {
        at >= 4 && at <= p.count && Self.isConditionEnd(p.scalars[at - 2]) && (p.scalars[at - 1] == 0xFF0C || p.scalars[at - 1] == 0x2C)
    }

    /// 外 时 後 后
    static func isConditionEnd(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5916, 0x65F6, 0x5F8C, 0x540E: true
        default: false
        }
    }

    static func isDigit(_ s: UInt32) -> Bool { s >= 0x30 && s <= 0x39 || s >= 0xFF10 && s <= 0xFF19 }

    // MARK: - Marks

    /// 。 ； and the line's end: a sentence is over.
    static let sentenceStops: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0x0A]
    /// These and colons.
    static let clauseEnds: ScalarSet = [0x3002, 0xFF1B, 0x0A, 0xFF1A, 0x3B]
    /// These and commas.
    static let marksOfClause: ScalarSet = [0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B, 0x0A, 0xFF1A, 0x3A]
}
