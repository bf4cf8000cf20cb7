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
    enum Reach: Sendable { case following, preceding, everywhere }
    var reach: Reach
    var units: [Responsibility]
}

/// Finds who is responsible in the text of one item.
public struct ResponsibilityRecogniser: Sendable {
    let vocabulary = ResponsibilityVocabulary.standard
    let shape = NameShape()

    public init() {}

    struct Reading {
        var units: [Responsibility] = []
        /// Units of sentences that were named before.
        var repeated: [Responsibility] = []
        /// Stretches that are no text of the item: brackets, lines with keys, rules.
        var cuts: [Range<Int>] = []
        /// What stands beside the units: deadlines, 适用范围, 联系人 …
        var attributes: [UnitList.Attribute] = []
        var rules: [ResponsibilityRule] = []
        var diagnostics: [Diagnostic] = []

        /// Pieces that may hold a deadline.
        var deadlines: [Range<Int>] { attributes.filter(\.isDue).map(\.value) }

        mutating func take(_ list: UnitList, _ p: Passage) {
            units += list.entries.map { ResponsibilityRecogniser.unit($0, p, .bracket) }
            attributes += list.attributes
            if !list.standing.isEmpty, list.attributes.contains(where: { !$0.isDue && p.first("不再", in: $0.value) != nil }) {
                rules.append(ResponsibilityRule(reach: .following, units: list.standing.map { ResponsibilityRecogniser.unit($0, p, .default) }))
            }
        }
    }

    /// - Parameters:
    ///   - passage: the item behind its label.
    ///   - starts: where the parts of an enumeration begin (behind 一是); sentences begin there too.
    func read(_ passage: Passage, starts: [Int] = []) -> Reading {
        var reading = Reading()
        guard hasTrigger(passage) else { return reading }
        readBrackets(passage, into: &reading)
        let marks = Landmarks(passage)
        readKeyedLines(passage, marks, into: &reading)
        if marks.hasLoneClose { readHalfBracket(passage, into: &reading) }
        readRules(passage, marks, into: &reading)
        SentenceSubjects(vocabulary: vocabulary, shape: shape).read(passage, marks, starts: starts, outside: reading.cuts, into: &reading)
        return reading
    }

    /// Units of a table's cell.
    func cell(_ passage: Passage, role: ResponsibilityRole) -> (units: [Responsibility], attributes: [UnitList.Attribute]) {
        let list = UnitList(passage, passage.indices, fallback: role, vocabulary: vocabulary, shape: shape)
        return (list.entries.map { Self.unit($0, passage, .table) }, list.attributes)
    }

    // MARK: - Brackets

    private func readBrackets(_ p: Passage, into reading: inout Reading) {
        var from = 0
        for pair in Brackets.pairs(in: p, p.indices) where pair.whole.lowerBound >= from {
            // `（A、B负责。以下均需C落实，不再列出）`: a rule may stand behind the units.
            var pair = pair
            if readRule(p, pair.inner, into: &reading) != nil {
                reading.cuts.append(pair.whole)
                continue
            }
            if let rule = readInnerRule(p, pair.inner, into: &reading) { pair.inner = pair.inner.lowerBound..<rule.lowerBound }
            if !pair.closed { pair = cutShort(p, pair) }
            guard let list = assignment(p, pair) else {
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
        guard pair.closed, pair.inner.count <= 200, let key = vocabulary.key(in: p, at: pair.inner.lowerBound, limit: pair.inner.upperBound), key.mark == .colon, key.kind == .other else { return }
        let list = UnitList(p, pair.inner, vocabulary: vocabulary, shape: shape)
        reading.attributes += list.attributes.filter { $0.key != nil && !$0.isDue }
    }

    /// A bracket that never closes holds the names behind its key, not the sentences that follow.
    private func cutShort(_ p: Passage, _ pair: Brackets.Pair) -> Brackets.Pair {
        var end = pair.inner.upperBound
        if let stop = pair.inner.first(where: { Self.sentenceEnds.contains(p.scalars[$0]) && p.scalars[$0] == 0x3002 || isNumberAhead(p, $0) }) { end = stop }
        return Brackets.Pair(whole: pair.whole.lowerBound..<end, inner: pair.inner.lowerBound..<end, closed: false)
    }

    /// ` 4.对租用…`: the next item's number behind a space.
    private func isNumberAhead(_ p: Passage, _ i: Int) -> Bool {
        guard p.scalars[i] == 0x20, i + 2 < p.count, p.scalars[i + 1] >= 0x30, p.scalars[i + 1] <= 0x39 else { return false }
        return p.scalars[i + 2] == 0x2E || p.scalars[i + 2] == 0x3001 || p.scalars[i + 2] >= 0x30 && p.scalars[i + 2] <= 0x39 && p.has(".", at: i + 3)
    }

    /// The list in a bracket, if the bracket assigns work.
    private func assignment(_ p: Passage, _ pair: Brackets.Pair) -> UnitList? {
        let inner = pair.inner
        guard inner.count >= 3, inner.count <= 600 else { return nil }
        let keyed = inner.contains { startsKey(p, $0, inner.lowerBound, inner.upperBound, needsColon: true) }
        let damaged = !keyed && startsKey(p, inner.lowerBound, inner.lowerBound, inner.upperBound, needsColon: false)
        if !keyed, !damaged, let list = bareList(p, pair) { return list }
        guard keyed || damaged || inner.contains(where: { Self.assigning.contains(p.scalars[$0]) }) else { return nil }
        let list = UnitList(p, inner, vocabulary: vocabulary, shape: shape)
        guard list.isMarked, !list.entries.isEmpty else { return nil }
        if keyed || damaged { return list }
        // Without a key the pieces must look like names; beside such, one that is not known may stand (人行苏州中支),
        // a phrase may not: （由企业自行负责） is no assignment.
        // Half of them at least are names, so that （一网通办、一网监管、一网协同） is none.
        let named = list.entries.count { shape.isName(p, $0.range) }
        guard named > 0, named * 2 >= list.entries.count, list.entries.allSatisfy({ entry in
            !isNoUnit(p, entry.range) && (shape.isName(p, entry.range) || entry.range.count <= 16 && !entry.range.contains { Self.foreign.contains(p.scalars[$0]) })
        }) else { return nil }
        return list
    }

    /// `（省财政厅、省审计厅）` at the end of a paragraph: nothing but names of organs says who is meant.
    private func bareList(_ p: Passage, _ pair: Brackets.Pair) -> UnitList? {
        var after = pair.whole.upperBound
        while after < p.count, Self.sentenceEnds.contains(p.scalars[after]) || p.scalars[after] == 0x20 { after += 1 }
        guard pair.closed, after == p.count || p.scalars[after] == 0x0A, pair.whole.lowerBound > 8,
              Self.sentenceEnds.contains(p.scalars[pair.whole.lowerBound - 1]) || p.scalars[pair.whole.lowerBound - 1] == 0x0A else { return nil }
        let list = UnitList(p, pair.inner, vocabulary: vocabulary, shape: shape)
        let named = list.entries.count { isOrgan(p, $0.range) }
        // `（市财政局，2023年底前）`: a deadline may stand beside the names.
        guard !list.isMarked, named >= 1, list.attributes.allSatisfy(\.isDue), list.entries.allSatisfy({ entry in
            isOrgan(p, entry.range) || shape.isName(p, entry.range) && Self.classStarts.contains(p.scalars[entry.range.lowerBound])
                || named >= 2 && entry.range.count >= 4 && entry.range.count <= 16 && !entry.range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
        }) else { return nil }
        return named >= 2 || list.entries.contains { Self.levels.contains(p.scalars[$0.range.lowerBound]) } ? list : nil
    }

    private func isOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count >= 3 && shape.isName(p, range) && !range.contains { Self.foreign.contains(p.scalars[$0]) }
            && (vocabulary.organEnds.contains(p, before: range.upperBound, from: range.lowerBound) || Self.levels.contains(p.scalars[range.lowerBound]))
    }

    /// A key that gives units, at an index where a piece can begin.
    private func startsKey(_ p: Passage, _ at: Int, _ lower: Int, _ upper: Int, needsColon: Bool) -> Bool {
        guard let key = vocabulary.key(in: p, at: at, limit: upper), key.givesUnits else { return false }
        guard at == lower || Self.pieceStarts.contains(p.scalars[at - 1]) || p.scalars[at - 1] < 0x80 || !needsColon else { return false }
        return key.mark == .colon || !needsColon && key.standsAlone
    }

    /// 企业, 专人: no organ ends so (省小企业局 is one).
    private func isNoUnit(_ p: Passage, _ range: Range<Int>) -> Bool {
        if vocabulary.organEnds.contains(p, before: range.upperBound, from: range.lowerBound) || p.has("部门", before: range.upperBound) || p.has("单位", before: range.upperBound) { return false }
        return vocabulary.noUnits.contains { p.first($0, in: range) != nil }
    }

    /// A 。 behind the bracket goes with it where the sentence has its own.
    private func withEndMark(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        let before = range.lowerBound > 0 ? p.scalars[range.lowerBound - 1] : 0x3002
        if end < p.count, Self.sentenceEnds.contains(p.scalars[end]), Self.sentenceEnds.contains(before) || before == 0x0A { end += 1 }
        return range.lowerBound..<end
    }

    // MARK: - Keys without brackets

    /// `牵头单位：A` on a line of its own, `…。责任单位：A、B`, and the damaged `责任单位，A`, `责任单位A、B)`.
    private func readKeyedLines(_ p: Passage, _ marks: Landmarks, into reading: inout Reading) {
        var from = 0, cut = 0
        var found: [Range<Int>] = []
        for i in marks.pieces where i >= from && i < p.count {
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            let next = cut < reading.cuts.count ? reading.cuts[cut].lowerBound : p.count
            guard next > i, let key = keyAtBreak(p, i), key.givesUnits || key.kind == .due || isBesideUnits(p, i, key, behind: found.last) else { continue }
            let end = min(listEnd(p, i, key.end), next)
            let rule = readInnerRule(p, i..<end, into: &reading)
            let stop = rule?.lowerBound ?? end
            let list = UnitList(p, i..<trimClosing(p, i..<stop), vocabulary: vocabulary, shape: shape)
            guard accept(list, p, key) else { continue }
            reading.take(list, p)
            from = rule?.upperBound ?? stop
            found.append(i..<from)
            if key.mark == .none {
                reading.diagnostics.append(Diagnostic("responsibility.mark-lost", .warning, "“\(p.string(i..<min(key.end + 6, p.count)))…” has no bracket or colon; it was read as the responsible units.", at: p.span(i..<stop)))
            }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A key at the start of a line or behind the end of a sentence.
    private func keyAtBreak(_ p: Passage, _ i: Int) -> ResponsibilityKey? {
        let before = i == 0 ? 0x0A : p.scalars[i - 1]
        guard before == 0x0A || before == 0x20 || Self.sentenceEnds.contains(before) || before == 0xFF09 || before == 0x29 || before == 0x201D else { return nil }
        guard let key = vocabulary.key(in: p, at: i, limit: p.count), key.standsAlone else { return nil }
        return key.kind == .other && before != 0x0A ? nil : key
    }

    /// `要求：…` is the item's own text unless it stands in one block with lines that name units.
    private func isBesideUnits(_ p: Passage, _ i: Int, _ key: ResponsibilityKey, behind last: Range<Int>?) -> Bool {
        if let last, last.upperBound == i || last.upperBound + 1 == i { return true }
        let end = lineEnd(p, key.end)
        guard end + 1 < p.count, let next = vocabulary.key(in: p, at: end + 1, limit: p.count) else { return false }
        return next.givesUnits && next.mark == .colon
    }

    /// Without a colon the names must look like names, so that `责任单位要加强…` stays text.
    private func accept(_ list: UnitList, _ p: Passage, _ key: ResponsibilityKey) -> Bool {
        if key.mark == .colon { return key.givesUnits ? !list.entries.isEmpty : !list.attributes.isEmpty }
        return !list.entries.isEmpty && list.entries.allSatisfy { shape.isName(p, $0.range) && $0.range.count <= 30 }
    }

    /// The end of the line; of a list that goes on behind it, of the last of its lines.
    private func listEnd(_ p: Passage, _ start: Int, _ from: Int) -> Int {
        var end = lineEnd(p, from)
        while end < min(p.count, start + Self.longestList), goesOn(p, from, end) { end = lineEnd(p, end + 1) }
        return min(end, start + Self.longestList)
    }

    /// A line that ends in 、 or in the middle of a name, in front of a line that is a list of names.
    private func goesOn(_ p: Passage, _ from: Int, _ end: Int) -> Bool {
        let last = (max(from, end - 40)..<end).last { UnitList.isSeparator(p.scalars[$0]) || p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A || p.scalars[$0] == 0x0A }
        let tail = (last.map { $0 + 1 } ?? from)..<end
        let next = (end + 1)..<lineEnd(p, end + 1)
        guard !next.isEmpty, next.count <= 300, vocabulary.key(in: p, at: next.lowerBound, limit: next.upperBound)?.mark != .colon else { return false }
        let isBroken = !tail.isEmpty && UnitList.breaksName(p, tail, next: next.lowerBound, next.upperBound, shape)
        guard isBroken || tail.isEmpty && last.map({ p.scalars[$0] != 0x0A }) ?? true else { return false }
        let names = UnitList.atoms(p, next)
        return !names.isEmpty && names.enumerated().allSatisfy { $0 == 0 && isBroken || $0 == names.count - 1 && $0 > 0 || isOrgan(p, $1) || shape.isName(p, $1) && $1.count <= 20 }
    }

    private func lineEnd(_ p: Passage, _ from: Int) -> Int {
        guard from < p.count else { return p.count }
        return (from..<min(p.count, from + Self.longestList)).first { p.scalars[$0] == 0x0A } ?? min(p.count, from + Self.longestList)
    }

    /// A closing bracket whose opening is lost.
    private func trimClosing(_ p: Passage, _ range: Range<Int>) -> Int {
        var end = range.upperBound, depth = 0
        for i in range { if Brackets.isOpen(p.scalars[i]) { depth += 1 } else if Brackets.isClose(p.scalars[i]) { depth -= 1 } }
        while depth < 0, end > range.lowerBound, Brackets.isClose(p.scalars[end - 1]) || p.scalars[end - 1] == 0x3002 {
            if Brackets.isClose(p.scalars[end - 1]) { depth += 1 }
            end -= 1
        }
        return end
    }

    /// `…。市人社局、市残联负责)`: the opening bracket is lost.
    private func readHalfBracket(_ p: Passage, into reading: inout Reading) {
        var depth = 0, sentence = 0
        var cut = 0
        for i in p.indices {
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            if cut < reading.cuts.count, reading.cuts[cut].contains(i) { continue }
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 }
            else if c == 0x0A || Self.sentenceEnds.contains(c) { (depth, sentence) = (0, i + 1) }
            else if Brackets.isClose(c) {
                if depth > 0 { depth -= 1; continue }
                guard sentence > 0, i - sentence >= 3, i - sentence < 200 else { continue }
                let list = UnitList(p, sentence..<i, vocabulary: vocabulary, shape: shape)
                // What stands in front of the first name is the sentence's own: `每月宣传1次，县妇联、县工会负责）`
                let range = (list.attributes.isEmpty ? sentence : list.entries.first?.range.lowerBound ?? sentence)..<i
                guard list.isMarked, !list.entries.isEmpty, list.entries.allSatisfy({ isOrgan(p, $0.range) || shape.isName(p, $0.range) }) else { continue }
                reading.take(list, p)
                reading.cuts.append(range.lowerBound..<(i + 1))
                reading.cuts.sort { $0.lowerBound < $1.lowerBound }
                reading.diagnostics.append(Diagnostic("responsibility.bracket-half", .warning, "The bracket that ends with “\(p.string(range.suffix(12)))” was never opened; it was read from the start of its sentence.", at: p.span(range)))
                return
            }
        }
    }

    // MARK: - Rules for many

    /// A rule in the text of an item is no text of it.
    private func readRules(_ p: Passage, _ marks: Landmarks, into reading: inout Reading) {
        var found: [Range<Int>] = []
        var cut = 0
        for i in marks.pieces where i < p.count && i >= found.last?.upperBound ?? 0 {
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            if cut < reading.cuts.count, reading.cuts[cut].contains(i) { continue }
            // `上述任务由市财政局负责。` is a sentence of the text all the same.
            if let end = readRule(p, i..<p.count, into: &reading), p.first("均", in: i..<end) != nil || p.first("不再", in: i..<end) != nil { found.append(i..<end) }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A rule behind the units of a bracket or a line: the stretch from where it begins to its end.
    private func readInnerRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Range<Int>? {
        for i in range where i > range.lowerBound && (Self.sentenceEnds.contains(p.scalars[i - 1]) || Self.clauseStarts.contains(p.scalars[i - 1])) {
            if let end = readRule(p, i..<range.upperBound, into: &reading) { return i..<end }
        }
        return nil
    }

    /// `以下任务均需A、B落实，不再一一列出`; returns where the rule ends.
    func readRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Int? {
        guard let (rule, length) = vocabulary.ruleScopes.match(p.scalars, at: range.lowerBound, limit: range.upperBound) else { return nil }
        let near = range.lowerBound..<min(range.upperBound, range.lowerBound + length + 14)
        guard let (verb, at) = vocabulary.ruleVerbs.compactMap({ word in p.first(word, in: near).map { (word, $0) } }).min(by: { ($0.1, $1.0.count) < ($1.1, $0.0.count) }),
              !(range.lowerBound..<at).contains(where: { Self.clauseStarts.contains(p.scalars[$0]) || Self.sentenceEnds.contains(p.scalars[$0]) }) else { return nil }
        let from = at + verb.count
        let end = ruleEnd(p, from..<range.upperBound)
        guard let stop = endOfUnits(p, from..<end), endsThere(p, stop, end) else { return nil }
        let list = UnitList(p, from..<stop, vocabulary: vocabulary, shape: shape)
        guard !list.entries.isEmpty, list.entries.allSatisfy({ shape.isName(p, $0.range) }) else { return nil }
        let reach: ResponsibilityRule.Reach = switch rule { case .forward: .following; case .backward: .preceding; case .everywhere: .everywhere }
        reading.rules.append(ResponsibilityRule(reach: reach, units: list.entries.map { Self.unit($0, p, .default) }))
        return min(range.upperBound, end + 1)
    }

    /// 。, the line's end, or a bracket that closes around the rule.
    private func ruleEnd(_ p: Passage, _ range: Range<Int>) -> Int {
        var depth = 0
        for i in range {
            let c = p.scalars[i]
            if c == 0x3002 || c == 0x0A { return i }
            if Brackets.isOpen(c) { depth += 1 } else if Brackets.isClose(c) {
                if depth == 0 { return i }
                depth -= 1
            }
        }
        return range.upperBound
    }

    /// `…由市财政局负责解释` says who explains, not who does it.
    private func endsThere(_ p: Passage, _ stop: Int, _ end: Int) -> Bool {
        guard stop < end else { return true }
        let c = p.scalars[stop]
        return Self.clauseStarts.contains(c) || Self.sentenceEnds.contains(c) || c < 0x4E00
    }

    private func endOfUnits(_ p: Passage, _ range: Range<Int>) -> Int? {
        for i in range.prefix(200) where i > range.lowerBound + 1 {
            if let (_, length) = vocabulary.postStarts.match(p.scalars, at: i, limit: range.upperBound) { return i + length }
        }
        return nil
    }

    /// Rules that stand in paragraphs outside the items, or in the middle of an item's text.
    func rules(in p: Passage) -> [ResponsibilityRule] {
        var reading = Reading()
        for i in Landmarks(p).pieces where i < p.count {
            _ = readRule(p, i..<p.count, into: &reading)
        }
        return reading.rules
    }

    /// `列第一位的责任单位为牵头单位`
    func firstLeads(_ p: Passage) -> Bool {
        var from = 0
        while let at = vocabulary.firstLeads.first(p.scalars, in: from..<p.count) {
            if p.first("牵头", in: at..<min(p.count, at + 24)) != nil { return true }
            from = at + 1
        }
        return false
    }

    // MARK: - Pieces

    private func hasTrigger(_ p: Passage) -> Bool {
        // 责 牵 负 由 要 … : cheap test before anything else.
        p.scalars.contains { Self.triggers.contains($0) }
    }

    static func unit(_ entry: UnitList.Entry, _ p: Passage, _ basis: ResponsibilityBasis) -> Responsibility {
        let name = Passage.string(p.scalars[entry.range].filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 })
        return Responsibility(mention: name, span: p.span(entry.range), role: entry.role, basis: basis)
    }

    /// Scalars that no list of units has.
    private static let longestList = 6000
    private static let clauseStarts: ScalarSet = "，,（([〔［【"
    static let sentenceEnds: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21]
    private static let pieceStarts: ScalarSet = "，,；;、。 \n\t"
    /// 负责 牵头 配合 落实 参与 协助 实施 支持 承办
    private static let assigning: ScalarSet = "责头合实与助施持办"
    /// 各县区, 相关部门, 有关单位
    private static let classStarts: ScalarSet = "各相有"
    private static let levels: ScalarSet = "省市区县州旗盟乡镇"
    private static let foreign: ScalarSet = "的把将对为使让了《“\"或及其"
    private static let triggers: ScalarSet = "责贵牵负配落由要应坚经定每统实协参)）〕】]省市县区州旗乡镇各"
}
