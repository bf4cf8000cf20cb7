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
        /// Stretches that are no text of the item: brackets, lines with keys, rules.
        var cuts: [Range<Int>] = []
        /// Pieces beside the units that may hold a deadline.
        var deadlines: [Range<Int>] = []
        var rules: [ResponsibilityRule] = []
        var diagnostics: [Diagnostic] = []
    }

    /// - Parameter passage: the item behind its label.
    func read(_ passage: Passage) -> Reading {
        var reading = Reading()
        guard hasTrigger(passage) else { return reading }
        readBrackets(passage, into: &reading)
        let marks = Landmarks(passage)
        readKeyedLines(passage, marks, into: &reading)
        if marks.hasLoneClose { readHalfBracket(passage, into: &reading) }
        readRules(passage, marks, into: &reading)
        SentenceSubjects(vocabulary: vocabulary, shape: shape).read(passage, marks, outside: reading.cuts, into: &reading)
        return reading
    }

    /// Units of a table's cell.
    func cell(_ passage: Passage, role: ResponsibilityRole) -> (units: [Responsibility], deadlines: [Range<Int>]) {
        let list = UnitList(passage, passage.indices, fallback: role, vocabulary: vocabulary, shape: shape)
        return (list.entries.map { Self.unit($0, passage, .table) }, list.attributes.filter(\.isDue).map(\.value))
    }

    // MARK: - Brackets

    private func readBrackets(_ p: Passage, into reading: inout Reading) {
        for pair in Brackets.pairs(in: p, p.indices) {
            // `（A、B负责。以下均需C落实，不再列出）`: a rule may stand behind the units.
            var pair = pair
            if let rule = ruleStart(p, pair.inner), readRule(p, rule..<pair.inner.upperBound, into: &reading) != nil {
                pair.inner = pair.inner.lowerBound..<rule
            }
            if !pair.closed { pair = cutShort(p, pair) }
            guard let list = assignment(p, pair) else { continue }
            reading.units += list.entries.map { Self.unit($0, p, .bracket) }
            reading.deadlines += list.attributes.filter(\.isDue).map(\.value)
            reading.cuts.append(withEndMark(p, pair.whole))
            if !pair.closed {
                reading.diagnostics.append(Diagnostic("responsibility.bracket-open", .warning, "The bracket “\(p.string(pair.whole.prefix(12)))…” never closes; it was read to the end of its paragraph.", at: p.span(pair.whole)))
            }
        }
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
        guard list.entries.contains(where: { shape.isName(p, $0.range) }), list.entries.allSatisfy({ entry in
            !isClass(p, entry.range) && (shape.isName(p, entry.range) || entry.range.count <= 16 && !entry.range.contains { Self.foreign.contains(p.scalars[$0]) })
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
        let named = list.entries.filter { isOrgan(p, $0.range) }.count
        guard !list.isMarked, list.attributes.isEmpty, named >= 1, list.entries.allSatisfy({ isOrgan(p, $0.range) || shape.isName(p, $0.range) && Self.classStarts.contains(p.scalars[$0.range.lowerBound]) }) else { return nil }
        return named >= 2 || list.entries.contains { Self.levels.contains(p.scalars[$0.range.lowerBound]) } ? list : nil
    }

    private func isOrgan(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count >= 3 && shape.isName(p, range) && !range.contains { Self.foreign.contains(p.scalars[$0]) }
            && (vocabulary.organEnds.contains(p, before: range.upperBound, from: range.lowerBound) || Self.levels.contains(p.scalars[range.lowerBound]))
    }

    /// A key that gives units, at an index where a piece can begin.
    private func startsKey(_ p: Passage, _ at: Int, _ lower: Int, _ upper: Int, needsColon: Bool) -> Bool {
        guard let (key, length) = vocabulary.keys.match(p.scalars, at: at, limit: upper), case .units = key else { return false }
        guard at == lower || Self.pieceStarts.contains(p.scalars[at - 1]) || p.scalars[at - 1] < 0x80 || !needsColon else { return false }
        var i = at + length
        while i < upper, p.scalars[i] == 0x20 { i += 1 }
        if i < upper, p.scalars[i] == 0xFF1A || p.scalars[i] == 0x3A { return true }
        return !needsColon && length >= 4
    }

    private func isClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        p.first("企业", in: range) != nil || p.first("专人", in: range) != nil || p.first("业主", in: range) != nil
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
            guard next > i, let (key, length) = keyAtBreak(p, i) else { continue }
            let end = min(lineEnd(p, i), next, i + Self.longestList)
            let stop = ruleStart(p, i..<end) ?? end
            let list = UnitList(p, i..<trimClosing(p, i..<stop), vocabulary: vocabulary, shape: shape)
            guard accept(list, p, key: key, keyEnd: i + length) else { continue }
            reading.units += list.entries.map { Self.unit($0, p, .bracket) }
            reading.deadlines += list.attributes.filter(\.isDue).map(\.value)
            from = stop < end ? readRule(p, stop..<end, into: &reading) ?? stop : stop
            found.append(i..<from)
            if !hasColon(p, i + length) {
                reading.diagnostics.append(Diagnostic("responsibility.mark-lost", .warning, "“\(p.string(i..<min(i + length + 6, p.count)))…” has no bracket or colon; it was read as the responsible units.", at: p.span(i..<stop)))
            }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A key at the start of a line or behind the end of a sentence.
    private func keyAtBreak(_ p: Passage, _ i: Int) -> (ResponsibilityVocabulary.Key, Int)? {
        let before = i == 0 ? 0x0A : p.scalars[i - 1]
        guard before == 0x0A || before == 0x20 || Self.sentenceEnds.contains(before) || before == 0xFF09 || before == 0x29 || before == 0x201D else { return nil }
        guard let (key, length) = vocabulary.keys.match(p.scalars, at: i) else { return nil }
        if hasColon(p, i + length) {
            if case .other = key { return before == 0x0A ? (key, length) : nil }
            return (key, length)
        }
        guard case .units = key, length >= 4 else { return nil }
        return (key, length)
    }

    private func hasColon(_ p: Passage, _ at: Int) -> Bool {
        var i = at
        while i < p.count, p.scalars[i] == 0x20 { i += 1 }
        return i < p.count && (p.scalars[i] == 0xFF1A || p.scalars[i] == 0x3A)
    }

    /// Without a colon the names must look like names, so that `责任单位要加强…` stays text.
    private func accept(_ list: UnitList, _ p: Passage, key: ResponsibilityVocabulary.Key, keyEnd: Int) -> Bool {
        if hasColon(p, keyEnd) {
            if case .units = key { return !list.entries.isEmpty }
            return !list.attributes.isEmpty
        }
        return !list.entries.isEmpty && list.entries.allSatisfy { shape.isName(p, $0.range) && $0.range.count <= 30 }
    }

    private func lineEnd(_ p: Passage, _ from: Int) -> Int {
        (from..<min(p.count, from + Self.longestList)).first { p.scalars[$0] == 0x0A } ?? min(p.count, from + Self.longestList)
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
                reading.units += list.entries.map { Self.unit($0, p, .bracket) }
                reading.deadlines += list.attributes.filter(\.isDue).map(\.value)
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
            if let end = readRule(p, i..<p.count, into: &reading) { found.append(i..<end) }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    private func ruleStart(_ p: Passage, _ range: Range<Int>) -> Int? {
        for i in range where i > range.lowerBound && Self.sentenceEnds.contains(p.scalars[i - 1]) {
            if vocabulary.ruleScopes.begins(p.scalars, at: i, limit: range.upperBound) { return i }
        }
        return nil
    }

    /// `以下任务均需A、B落实，不再一一列出`; returns where the rule ends.
    func readRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Int? {
        guard let (rule, length) = vocabulary.ruleScopes.match(p.scalars, at: range.lowerBound, limit: range.upperBound) else { return nil }
        let near = range.lowerBound..<min(range.upperBound, range.lowerBound + length + 14)
        guard let (verb, at) = vocabulary.ruleVerbs.compactMap({ word in p.first(word, in: near).map { (word, $0) } }).min(by: { $0.1 < $1.1 }) else { return nil }
        let from = at + verb.count
        let end = (from..<range.upperBound).first { p.scalars[$0] == 0x3002 || p.scalars[$0] == 0x0A } ?? range.upperBound
        guard let stop = endOfUnits(p, from..<end) else { return nil }
        let list = UnitList(p, from..<stop, vocabulary: vocabulary, shape: shape)
        guard !list.entries.isEmpty, list.entries.allSatisfy({ shape.isName(p, $0.range) }) else { return nil }
        let reach: ResponsibilityRule.Reach = switch rule { case .forward: .following; case .backward: .preceding; case .everywhere: .everywhere }
        reading.rules.append(ResponsibilityRule(reach: reach, units: list.entries.map { Self.unit($0, p, .default) }))
        return min(range.upperBound, end + 1)
    }

    private func endOfUnits(_ p: Passage, _ range: Range<Int>) -> Int? {
        for i in range {
            if i > range.lowerBound + 1, let (_, length) = vocabulary.postStarts.match(p.scalars, at: i, limit: range.upperBound) { return i + length }
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
    static let sentenceEnds: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0xFF01, 0x21]
    private static let pieceStarts: ScalarSet = "，,；;、。 \n\t"
    /// 负责 牵头 配合 落实 参与 协助 实施 支持
    private static let assigning: ScalarSet = "责头合实与助施持"
    /// 各县区, 相关部门, 有关单位
    private static let classStarts: ScalarSet = "各相有"
    private static let levels: ScalarSet = "省市区县州旗盟乡镇"
    private static let foreign: ScalarSet = "的把将对为使让了《“\"或及其"
    private static let triggers: ScalarSet = "责贵牵负配落由要应坚经定每统实协参)）〕】]省市县区州旗乡镇各"
}
