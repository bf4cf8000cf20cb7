import FanganText

/// Rules that give units to many tasks.
extension ResponsibilityRecogniser {
    /// A rule in the text of an item is no text of it.
    func readRules(_ p: Passage, _ marks: Landmarks, into reading: inout Reading) {
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
    func readInnerRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Range<Int>? {
        let ends = Self.sentenceEnds, starts = Self.clauseStarts
        for i in range where i > range.lowerBound && (ends.contains(p.scalars[i - 1]) || starts.contains(p.scalars[i - 1])) {
            guard let start = (i..<range.upperBound).first(where: { p.scalars[$0] > 0x20 && p.scalars[$0] != 0x3000 }) else { return nil }
            if let end = readRule(p, start..<range.upperBound, into: &reading) ?? readNamedRule(p, start..<range.upperBound, into: &reading) { return i..<end }
        }
        return nil
    }

    /// `以下任务均需A、B落实，不再一一列出`; returns where the rule ends.
    func readRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Int? {
        guard let (rule, length) = vocabulary.rules.ruleScopes.match(p.scalars, at: range.lowerBound, limit: range.upperBound) else { return nil }
        if let end = readKeyedRule(p, range, behind: length, rule, into: &reading) ?? readStandingRule(p, range, behind: length, rule, into: &reading) { return end }
        // 上述第1、2项任务由…: not all of them, and which ones is not read.
        if p.has("第", at: range.lowerBound + length) { return nil }
        let near = range.lowerBound..<min(range.upperBound, range.lowerBound + length + 14)
        guard let (verb, at) = vocabulary.rules.ruleVerbs.compactMap({ word in p.first(word, in: near).map { (word, $0) } }).min(by: { ($0.1, $1.0.count) < ($1.1, $0.0.count) }),
              !(range.lowerBound..<at).contains(where: { Self.clauseStarts.contains(p.scalars[$0]) || Self.sentenceEnds.contains(p.scalars[$0]) }) else { return nil }
        let from = at + verb.count
        let end = ruleEnd(p, from..<range.upperBound)
        guard let stop = vocabulary.rules.ruleLinks.contains(verb) ? linkedEnd(p, from..<end) : endOfUnits(p, from..<end), endsThere(p, stop + (vocabulary.lists.leadStarts.match(p.scalars, at: stop, limit: end)?.length ?? 0), end) || opensList(p, stop, end) else { return nil }
        // 以上任务由市商务局牵头，市财政局配合
        let whole = UnitList(p, from..<end, vocabulary: vocabulary, shape: shape)
        let isLinked = vocabulary.rules.ruleLinks.contains(verb), isPlain = vocabulary.lists.leadStarts.begins(p.scalars, at: stop, limit: end)
        let list = !isLinked && !isPlain && whole.isMarked && whole.attributes.allSatisfy(\.isDue) && whole.entries.allSatisfy { isName(p, $0.range) } ? whole : UnitList(p, from..<stop, vocabulary: vocabulary, shape: shape)
        // 各项任务均包括三个方面: behind such a word names stand that are plain without one.
        if isLinked, !endsThere(p, stop, end) || !list.entries.allSatisfy({ isOrgan(p, $0.range) || Self.classStarts.contains(p.scalars[$0.range.lowerBound]) || known.isPlace(p.string($0.range)) }) { return nil }
        return enter(list, p, rule, at: range.lowerBound, opensList: opensList(p, end - 1, end), into: &reading) ? min(range.upperBound, end + 1) : nil
    }

    /// `以下任务由县交通局负责：` in front of the tasks.
    private func opensList(_ p: Passage, _ colon: Int, _ end: Int) -> Bool { colon == end - 1 && (p.scalars[colon] == 0xFF1A || p.scalars[colon] == 0x3A) }

    /// Whether the names of a rule are names; 各责任单位 are whoever the items name.
    private func enter(_ list: UnitList, _ p: Passage, _ rule: RuleWords.Rule, at start: Int, opensList: Bool = false, into reading: inout Reading) -> Bool {
        guard !list.entries.isEmpty, list.entries.allSatisfy({ isName(p, $0.range) && !isWhoever(p, $0.range) }) else { return false }
        let reach: ResponsibilityRule.Reach = switch rule { case .forward: opensList ? .below : .following; case .backward: closes(p, start, list) ? .section : .preceding; case .everywhere: .everywhere }
        reading.rules.append(ResponsibilityRule(reach: reach, units: list.entries.map { Self.unit($0, p, .default) }))
        return true
    }

    /// `以上任务均需各县区政府落实` in a paragraph of its own: all of a class have the last task too, beside who was named for it.
    private func closes(_ p: Passage, _ start: Int, _ list: UnitList) -> Bool {
        start > 0 && p.scalars[start - 1] == 0x0A && list.entries.allSatisfy { p.scalars[$0.range.lowerBound] == 0x5404 } // 各
    }

    /// 各责任单位, 相关牵头部门: no more than a key.
    private func isWhoever(_ p: Passage, _ name: Range<Int>) -> Bool {
        let start = name.first { !Self.whoeverStarts.contains(p.scalars[$0]) } ?? name.upperBound
        return start > name.lowerBound && vocabulary.keyed.keys.match(p.scalars, at: start, limit: name.upperBound)?.length == name.upperBound - start
    }

    private static let whoeverStarts: ScalarSet = "各相有关项"

    /// `以上责任单位：市商务局`
    private func readKeyedRule(_ p: Passage, _ range: Range<Int>, behind length: Int, _ rule: RuleWords.Rule, into reading: inout Reading) -> Int? {
        guard let key = vocabulary.keyed.key(in: p, at: range.lowerBound + length, limit: range.upperBound), key.givesUnits, key.mark == .colon else { return nil }
        let end = ruleEnd(p, key.end..<range.upperBound)
        return enter(UnitList(p, key.word.lowerBound..<end, vocabulary: vocabulary, shape: shape), p, rule, at: range.lowerBound, into: &reading) ? min(range.upperBound, end + 1) : nil
    }

    /// `以下任务各区人民政府均为责任单位`
    private func readStandingRule(_ p: Passage, _ range: Range<Int>, behind length: Int, _ rule: RuleWords.Rule, into reading: inout Reading) -> Int? {
        let from = range.lowerBound + length, end = ruleEnd(p, from..<min(range.upperBound, from + 60))
        guard let at = p.first("均为责任", in: from..<end), !(from..<at).contains(where: { Self.clauseStarts.contains(p.scalars[$0]) || Self.sentenceEnds.contains(p.scalars[$0]) }) else { return nil }
        // …均为责任单位：加强管理 is no rule alone.
        if let colon = (at..<min(end, at + 8)).first(where: { p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A }), colon < end { return nil }
        return enter(UnitList(p, from..<at, vocabulary: vocabulary, shape: shape), p, rule, at: range.lowerBound, into: &reading) ? min(range.upperBound, ruleEnd(p, from..<range.upperBound) + 1) : nil
    }

    /// `各县区人民政府均为以下措施责任单位`
    private func readNamedRule(_ p: Passage, _ range: Range<Int>, into reading: inout Reading) -> Int? {
        let end = ruleEnd(p, range), near = range.lowerBound..<min(end, range.lowerBound + 60)
        guard let be = p.first("均为", in: near), be > range.lowerBound + 1, let (rule, length) = vocabulary.rules.ruleScopes.match(p.scalars, at: be + 2, limit: end), rule == .forward else { return nil }
        let key = p.has("的", at: be + 2 + length) ? be + 3 + length : be + 2 + length
        guard vocabulary.keyed.keys.match(p.scalars, at: key, limit: end).map({ $0.value.givesUnits && $0.length >= 4 }) ?? false else { return nil }
        return enter(UnitList(p, range.lowerBound..<be, vocabulary: vocabulary, shape: shape), p, rule, at: range.lowerBound, into: &reading) ? min(range.upperBound, end + 1) : nil
    }

    /// Behind 均涉及 the names stand alone, up to the next comma.
    private func linkedEnd(_ p: Passage, _ range: Range<Int>) -> Int? {
        let end = range.first { Self.clauseStarts.contains(p.scalars[$0]) && !Brackets.isOpen(p.scalars[$0]) || Self.sentenceEnds.contains(p.scalars[$0]) } ?? range.upperBound
        return end > range.lowerBound ? end : nil
    }

    /// 。, the line's end, or a bracket that closes around the rule.
    func ruleEnd(_ p: Passage, _ range: Range<Int>) -> Int {
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
    func endsThere(_ p: Passage, _ stop: Int, _ end: Int) -> Bool {
        guard stop < end else { return true }
        let c = p.scalars[stop]
        return Self.clauseStarts.contains(c) || Self.sentenceEnds.contains(c) || c < 0x4E00
    }

    func endOfUnits(_ p: Passage, _ range: Range<Int>) -> Int? {
        for i in range.prefix(200) where i > range.lowerBound + 1 {
            if let (_, length) = vocabulary.lists.postStarts.match(p.scalars, at: i, limit: range.upperBound) { return i + length }
            // 由市发展改革委统筹协调: in a sentence no more than responsible.
            if vocabulary.lists.leadStarts.begins(p.scalars, at: i, limit: range.upperBound) { return i }
        }
        return nil
    }

    /// Rules that stand in paragraphs outside the items, or in the middle of an item's text.
    func rules(in p: Passage) -> [ResponsibilityRule] {
        var reading = Reading()
        var marks = PassageMarks(p)
        marks.readLandmarks(p)
        for i in marks.landmarks.pieces where i < p.count {
            // 注：各项任务均需…, （以上任务均需…
            let start = p.has("注：", at: i) ? i + 2 : Brackets.isOpen(p.scalars[i]) ? i + 1 : i
            _ = readRule(p, min(start, p.count)..<p.count, into: &reading)
        }
        return reading.rules
    }

}
