import FanganOutline
import FanganText

/// How a unit came to be responsible.
public enum ResponsibilityBasis: String, Sendable, Hashable {
    case bracket, table, inherited, `default`, text
}

/// One unit named beside a duty.
public struct Responsibility: Sendable, Hashable {
    /// The quoted name without line breaks.
    public var mention: String
    public var span: Span
    public var role: ResponsibilityRole
    public var basis: ResponsibilityBasis

    public init(mention: String, span: Span, role: ResponsibilityRole, basis: ResponsibilityBasis) {
        self.mention = mention
        self.span = span
        self.role = role
        self.basis = basis
    }
}

/// A rule that gives units to many tasks: `以下任务均需各市落实，不再一一列出`.
struct ResponsibilityRule: Sendable {
    enum Reach: Sendable {
        case following, everywhere
        /// The tasks of its section up to it.
        case preceding
        /// The same, behind the last of them in a paragraph of its own: of that one too, whoever has it.
        case section
        /// The tasks of the section that it opens.
        case below
    }
    var reach: Reach
    var units: [Responsibility]
}

/// Finds who is responsible in the text of one item.
public struct ResponsibilityRecogniser: Sendable {
    let sentences: SentenceReader
    var vocabulary: ResponsibilityVocabulary { sentences.vocabulary }
    var shape: NameShape { sentences.shape }
    var known: KnownNames { sentences.known }

    public init(names: KnownNames = .none) { sentences = SentenceReader(vocabulary: .standard, shape: NameShape(), known: names) }

    struct Reading {
        var units: [Responsibility] = []
        /// Units of sentences that were named before.
        var repeated: [Responsibility] = []
        /// Those to whom a word of the sentence gives a role: 牵头, 配合.
        var said: [Responsibility] = []
        /// Of them, what is said of none by the same name in the bracket behind.
        var saidOthers: [SaidRole] = []
        /// Stretches that are no text of the item: brackets, lines with keys, rules.
        var cuts: [Range<Int>] = []
        /// What stands beside the units: deadlines, 适用范围, 联系人 …
        var attributes: [UnitList.Attribute] = []
        var rules: [ResponsibilityRule] = []
        var diagnostics: [Diagnostic] = []
        /// Whether the item begins with its units, set off from its text.
        var isHeaded = false

        /// Pieces that may hold a deadline.
        var deadlines: [Range<Int>] { attributes.filter(\.isDue).map(\.value) }

        mutating func take(_ list: UnitList, _ p: Passage) {
            for entry in list.entries { units.append(ResponsibilityRecogniser.unit(entry, p, .bracket)) }
            attributes += list.attributes
            for key in list.misread { diagnostics.append(Diagnostic("responsibility.key-misread", .warning, "“\(p.string(key))” was read as a key of which one character is wrong.", at: p.span(key))) }
            if !list.standing.isEmpty, list.attributes.contains(where: { !$0.isDue && p.first("不再", in: $0.value) != nil }) {
                rules.append(ResponsibilityRule(reach: .following, units: list.standing.map { ResponsibilityRecogniser.unit($0, p, .default) }))
            }
        }
    }

    /// - Parameters:
    ///   - passage: the item behind its label.
    ///   - labels: those of an enumeration (一是); behind them sentences begin too.
    func read(_ passage: Passage, labels: [Range<Int>] = []) -> Reading {
        var marks = PassageMarks(passage)
        return read(passage, labels: labels, &marks)
    }

    /// - Parameters:
    ///   - marks: those of the passage.
    ///   - isListed: whether the items beside it end in brackets of units, so that a name alone in one counts; asked where it matters.
    func read(_ passage: Passage, labels: [Range<Int>], _ marks: inout PassageMarks, isListed: () -> Bool = { false }) -> Reading {
        var reading = Reading()
        guard marks.kinds.contains(.assigning) else { return reading }
        readBrackets(passage, marks, labels, isListed, into: &reading)
        marks.readLandmarks(passage)
        let landmarks = marks.landmarks
        readKeyedLines(passage, landmarks, hasColon: marks.kinds.contains(.keyMark), into: &reading)
        if landmarks.hasLoneClose { readHalfBracket(passage, into: &reading) }
        if marks.kinds.contains(.dash) { readDashedLists(passage, landmarks, into: &reading) }
        if marks.kinds.contains(.lineEnd) { readLastLine(passage, into: &reading) }
        readBareSentences(passage, marks, into: &reading)
        readRules(passage, landmarks, into: &reading)
        sentences.read(passage, marks, labels: labels, outside: reading.cuts, into: &reading)
        return reading
    }

    /// Units of a table's cell.
    func cell(_ passage: Passage, role: ResponsibilityRole, title: String = "") -> (units: [Responsibility], attributes: [UnitList.Attribute]) {
        let list = UnitList(passage, passage.indices, fallback: role, vocabulary: vocabulary, shape: shape)
        return (list.entries.map { entry in
            var entry = entry
            entry.range = withoutPerson(passage, entry.range, title)
            return Self.unit(entry, passage, .table)
        }, list.attributes)
    }

    /// `县水利局（张三）` under 责任单位及责任人: the unit.
    private func withoutPerson(_ p: Passage, _ name: Range<Int>, _ title: String) -> Range<Int> {
        // Few names end with a bracket, so the title is asked last.
        guard let last = name.last, Self.closing.contains(p.scalars[last]), let open = name.suffix(6).last(where: { Self.opening.contains(p.scalars[$0]) }), open > name.lowerBound,
              last - open > 2, !shape.isName(p, open + 1..<last), vocabulary.lists.personTitles.contains(where: { title.contains($0) }) else { return name }
        return name.lowerBound..<open
    }

    private static let opening: ScalarSet = "（("
    private static let closing: ScalarSet = "）)"

    // MARK: - Brackets

    private func readBrackets(_ p: Passage, _ marks: PassageMarks, _ labels: [Range<Int>], _ isListed: () -> Bool, into reading: inout Reading) {
        var from = 0, closing: Bool?
        // Asked by many brackets, answered once.
        func closesInRow() -> Bool {
            let answer = closing ?? closesAtEnd(p)
            closing = answer
            return answer
        }
        for pair in Brackets.pairs(in: p, marks) where pair.whole.lowerBound >= from {
            // `（A、B负责。以下均需C落实，不再列出）`: a rule may stand behind the units.
            var pair = pair
            if !pair.closed { pair = cutShort(p, pair) }
            guard pair.inner.count <= Self.longestBracket else { continue }
            if readRule(p, pair.inner, into: &reading) != nil {
                reading.cuts.append(pair.whole)
                continue
            }
            if let rule = readInnerRule(p, pair.inner, into: &reading) { pair.inner = pair.inner.lowerBound..<rule.lowerBound }
            guard let list = assignment(p, pair, labels, isListed, closesInRow) else {
                readRemarks(p, pair, into: &reading)
                continue
            }
            from = pair.whole.upperBound
            reading.take(list, p)
            reading.cuts.append(withEndMark(p, pair.whole))
            if !pair.closed {
                reading.diagnostics.append(Diagnostic("responsibility.bracket-open", .warning, "The bracket “\(p.string(pair.whole.prefix(12)))…” never closes; it was read to the end of its paragraph.", at: p.span(pair.whole)))
            }
        }
    }

    /// `（联系人：张三；联系电话：…）` assigns nothing; it stays in the text, and what its keys hold is kept beside it.
    private func readRemarks(_ p: Passage, _ pair: Brackets.Pair, into reading: inout Reading) {
        guard pair.closed, pair.inner.count <= 200, let key = vocabulary.keyed.key(in: p, at: pair.inner.lowerBound, limit: pair.inner.upperBound), key.mark == .colon, key.kind == .other else { return }
        let list = UnitList(p, pair.inner, vocabulary: vocabulary, shape: shape)
        reading.attributes += list.attributes.filter { $0.key != nil && !$0.isDue }
    }

    /// A bracket that never closes holds the names behind its key, not the sentences that follow.
    private func cutShort(_ p: Passage, _ pair: Brackets.Pair) -> Brackets.Pair {
        let end = pair.inner.prefix(Self.longestBracket + 1).first { i in
            p.scalars[i] == 0x3002 || isNumberAhead(p, i) || isLabelAhead(p, i) || i > pair.inner.lowerBound + 4 && endsAssignment(p, i)
        } ?? pair.inner.upperBound
        return Brackets.Pair(whole: pair.whole.lowerBound..<end, inner: pair.inner.lowerBound..<end, closed: false)
    }

    /// `（二）`, `二、` without a separator in front: the next item of a text without line ends.
    private func isLabelAhead(_ p: Passage, _ i: Int) -> Bool {
        let isBracket = Brackets.isOpen(p.scalars[i])
        var end = isBracket ? i + 1 : i
        while end < min(p.count, i + 5), Self.numerals.contains(p.scalars[end]) { end += 1 }
        guard end > (isBracket ? i + 1 : i), end < p.count else { return false }
        return isBracket ? Brackets.isClose(p.scalars[end]) : p.scalars[end] == 0x3001 && i > 0 && !UnitList.isSeparator(p.scalars[i - 1])
    }

    /// Behind 负责, 配合, 落实 where neither a separator nor another such word follows.
    private func endsAssignment(_ p: Passage, _ i: Int) -> Bool {
        guard i < p.count, p.has("负责", before: i) || p.has("配合", before: i) || p.has("落实", before: i) else { return false }
        // 配合单位：, 负责部门：
        if let key = vocabulary.keyed.key(in: p, at: i - 2, limit: p.count), key.word.count > 2 { return false }
        return p.scalars[i] >= 0x4E00 && !UnitList.isSeparator(p.scalars[i]) && !Brackets.isClose(p.scalars[i]) && !vocabulary.lists.postStarts.begins(p.scalars, at: i)
    }

    /// ` 4.对租用…`: the next item's number behind a space.
    private func isNumberAhead(_ p: Passage, _ i: Int) -> Bool {
        guard p.scalars[i] == 0x20, i + 2 < p.count, p.scalars[i + 1] >= 0x30, p.scalars[i + 1] <= 0x39 else { return false }
        return p.scalars[i + 2] == 0x2E || p.scalars[i + 2] == 0x3001 || p.scalars[i + 2] >= 0x30 && p.scalars[i + 2] <= 0x39 && p.has(".", at: i + 3)
    }

    /// The list in a bracket, if the bracket assigns work.
    ///
    /// - Parameters:
    ///   - labels: those of an enumeration in the passage.
    ///   - closesInRow: whether the passage ends in a bracket of organs.
    func assignment(_ p: Passage, _ pair: Brackets.Pair, _ labels: [Range<Int>], _ isListed: () -> Bool, _ closesInRow: () -> Bool) -> UnitList? {
        let inner = pair.inner
        guard inner.count >= 2 else { return nil }
        let keyed = p.first(of: KeyWords.marks, in: inner) != nil && inner.contains { startsKey(p, $0, inner.lowerBound, inner.upperBound, needsColon: true) }
        let damaged = !keyed && startsKey(p, inner.lowerBound, inner.lowerBound, inner.upperBound, needsColon: false)
        if !keyed, !damaged, let list = bareList(p, pair, labels, isListed, closesInRow) { return list }
        guard keyed || damaged || inner.contains(where: { Self.assigning.contains(p.scalars[$0]) }) || endsWithListWord(p, inner) else { return nil }
        let list = UnitList(p, inner, vocabulary: vocabulary, shape: shape)
        guard list.isMarked, !list.entries.isEmpty else { return nil }
        if keyed || damaged { return list }
        // Without a key the pieces must look like names; beside such, one that is not known may stand (人行苏州中支),
        // a phrase may not: （由企业自行负责） is no assignment.
        // Half of them at least are names, so that （一网通办、一网监管、一网协同） is none.
        let sharing = sharingForm(p, list.entries)
        func isSharing(_ k: Int) -> Bool { sharing.contains(k) || isField(p, list.entries[k].range, of: inner) }
        let named = list.entries.indices.count { isName(p, list.entries[$0].range) || isSharing($0) }
        // 县工信局、相关企业负责, 市水利局牵头，全市供水企业负责: beside an organ a class of firms is one of those named; not their persons (有关企业负责人).
        let hasOrgan = list.entries.contains { isOrgan(p, $0.range) && !isNoUnit(p, $0.range) }
        guard named > 0, named * 2 >= list.entries.count || list.entries.contains(where: { Self.levels.contains(p.scalars[$0.range.lowerBound]) && isOrgan(p, $0.range) }) && list.entries.allSatisfy({ $0.range.count <= 8 }), list.entries.indices.allSatisfy({ k in
            let entry = list.entries[k]
            return isSharing(k) || (!isNoUnit(p, entry.range) || hasOrgan && entry.range.count <= 16 && !p.has("人", before: entry.range.upperBound)) && (isName(p, entry.range) || entry.range.count <= 16 && !entry.range.contains { Self.foreign.contains(p.scalars[$0]) })
        }) else { return nil }
        return list
    }

    /// A name with a blank in it is one without: 各县（区）人民政府 （管委会）.
    func isName(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.contains(where: { p.scalars[$0] <= 0x20 || p.scalars[$0] == 0x3000 }) else { return shape.isName(p, range) }
        var joined = Passage()
        for i in range where p.scalars[i] > 0x20 && p.scalars[i] != 0x3000 { joined.append(p, i..<i + 1) }
        return shape.isName(joined, joined.indices)
    }

    /// `市商务局审核，市财政局拨付`: words that only lists have behind names.
    private func endsWithListWord(_ p: Passage, _ inner: Range<Int>) -> Bool {
        let end = UnitList.trimmed(p, inner).upperBound
        return vocabulary.lists.listPost.match(p, before: end, from: inner.lowerBound) != nil
    }

    /// 市住建, 公安 of `市住建、公安、城管等部门`: fields, whose departments are meant.
    private func isField(_ p: Passage, _ range: Range<Int>, of list: Range<Int>) -> Bool { p.first("部门", in: list) != nil && isField(p, range) }

    /// 市财政, 民政 of `市财政、民政、审计局`, 民政 of `市财政局、民政、审计局`, by their places: the last of them says what they all are, the first whose.
    func sharingForm(_ p: Passage, _ entries: [UnitList.Entry]) -> Set<Int> {
        guard entries.count > 1, let first = entries.first?.range, Self.levels.contains(p.scalars[first.lowerBound]) else { return [] }
        var sharing: Set<Int> = [], isShared = false
        for k in entries.indices.reversed() {
            let range = entries[k].range
            if !isField(p, range) { isShared = isOrgan(p, range) && sentences.isFieldOrgan(p, range) } else if isShared { sharing.insert(k) }
        }
        return sharing
    }

    private func isField(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 8 else { return false }
        let field = Self.levels.contains(p.scalars[range.lowerBound]) && range.count > 2 ? range.dropFirst() : range
        return known.isField(p.string(field))
    }

    func isOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count >= 3 && shape.isName(p, range) && !range.contains { Self.foreign.contains(p.scalars[$0]) }
            && (vocabulary.bodies.organEnds.contains(p, before: range.upperBound, from: range.lowerBound) || Self.levels.contains(p.scalars[range.lowerBound]))
    }

    /// A key that gives units, at an index where a piece can begin.
    private func startsKey(_ p: Passage, _ at: Int, _ lower: Int, _ upper: Int, needsColon: Bool) -> Bool {
        guard let key = vocabulary.keyed.key(in: p, at: at, limit: upper), key.givesUnits, !vocabulary.keyed.memberKeys.begins(p.scalars, at: at) else { return false }
        guard at == lower || Self.pieceStarts.contains(p.scalars[at - 1]) || p.scalars[at - 1] < 0x80 || !needsColon else { return false }
        return key.mark == .colon || !needsColon && key.standsAlone
    }

    /// 企业, 专人: no organ ends so (省小企业局 is one).
    func isNoUnit(_ p: Passage, _ range: Range<Int>) -> Bool {
        if vocabulary.bodies.organEnds.contains(p, before: range.upperBound, from: range.lowerBound) || p.has("部门", before: range.upperBound) || p.has("单位", before: range.upperBound) { return false }
        // 各县区供水企业, 供水、供电企业: a class of firms, told by its trade.
        if let body = vocabulary.lists.tradeBodies.first(where: { p.has($0, before: range.upperBound) }), vocabulary.lists.tradeEnds.contains(p, before: range.upperBound - body.count, from: range.lowerBound) { return false }
        // 市个体私营企业协会
        if range.count >= 5, Self.levels.contains(p.scalars[range.lowerBound]), vocabulary.bodies.bodyEnds.match(p, before: range.upperBound, from: range.lowerBound).map({ found in !vocabulary.lists.noUnits.contains { $0.count == found.length && p.has($0, before: range.upperBound) } }) ?? false { return false }
        return vocabulary.lists.noUnits.contains { p.first($0, in: range) != nil }
    }

    /// A 。 behind the bracket goes with it where the sentence has its own.
    private func withEndMark(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        let before = range.lowerBound > 0 ? p.scalars[range.lowerBound - 1] : 0x3002
        // …。（县住建局），确保实效。
        if end < p.count, Self.sentenceEnds.contains(p.scalars[end]) || p.scalars[end] == 0xFF0C, Self.sentenceEnds.contains(before) || before == 0x0A { end += 1 }
        return range.lowerBound..<end
    }

    // MARK: - Pieces

    static func unit(_ entry: UnitList.Entry, _ p: Passage, _ basis: ResponsibilityBasis) -> Responsibility {
        let isPlain = p.first(of: blanks, in: entry.range) == nil
        let name = isPlain ? p.string(entry.range) : Passage.string(p.scalars[entry.range].filter { !blanks.contains($0) })
        return Responsibility(mention: name, span: p.span(entry.range), role: entry.role, basis: basis)
    }

    private static let blanks: ScalarSet = " \n\t"
    static let longestBracket = 600
    /// Scalars that no list of units has.
    static let longestList = 6000
    static let clauseStarts: ScalarSet = "，,（([〔［【"
    static let sentenceEnds: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21]
    static let pieceStarts: ScalarSet = "，,；;、。 \n\t"
    /// 负责 牵头 配合 落实 参与 协助 实施 支持 承办
    static let assigning: ScalarSet = "责头合实与助施持办"
    /// 各县区, 相关部门, 有关单位
    static let classStarts: ScalarSet = "各相有"
    static let levels: ScalarSet = "省市区县州旗盟乡镇"
    static let foreign: ScalarSet = "的把将对为使让了《“\"或及其"
    static let numerals: ScalarSet = "一二三四五六七八九十"
    /// Without one of them nobody is made responsible.
    static let triggers: ScalarSet = "责贵牵负配落由要应坚经定每统实协参会)）〕】]省市县区州旗乡镇各试联办科股我门"
}
