import FanganOutline
import FanganText

/// Units behind a key on a line of its own, without a bracket.
extension ResponsibilityRecogniser {
    /// `牵头单位：A` on a line of its own, `…。责任单位：A、B`, and the damaged `责任单位，A`, `责任单位A、B)`.
    /// - Parameter hasColon: whether the passage holds a colon or what may stand for one.
    func readKeyedLines(_ p: Passage, _ marks: Landmarks, hasColon: Bool, into reading: inout Reading) {
        // No key in front of `barren` has units behind it.
        var from = 0, cut = 0, barren = 0
        var found: [Range<Int>] = []
        for i in hasColon ? keyPlaces(p, marks) : marks.pieces where i >= from && i < p.count {
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            let next = cut < reading.cuts.count ? reading.cuts[cut].lowerBound : p.count
            guard next > i, let key = keyAtBreak(p, i), i >= barren || !key.givesUnits, !key.isShortBehindLevel || listsNames(p, key.end), // 主管单位： may head the foot of a page.
                  key.givesUnits && !vocabulary.keyed.isBracketKey(p, key.word) || key.kind == .due || isBesideUnits(p, i, key, behind: found.last) else { continue }
            let end = min(listStop(p, key.end, markedKey(p, from: key.end) ?? listEnd(p, i, key.end)), next)
            let rule = readInnerRule(p, i..<end, into: &reading)
            let stop = rule?.lowerBound ?? end
            let list = UnitList(p, i..<trimClosing(p, i..<stop), vocabulary: vocabulary, shape: shape)
            if list.entries.isEmpty { barren = stop }
            guard accept(list, p, key) else { continue }
            reading.take(list, p)
            from = rule?.upperBound ?? stop
            found.append(behindDashes(p, i)..<from)
            if key.mark == .none {
                reading.diagnostics.append(Diagnostic("responsibility.mark-lost", .warning, "“\(p.string(i..<min(key.end + 6, p.count)))…” has no bracket or colon; it was read as the responsible units.", at: p.span(i..<stop)))
            }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// `——责任单位：县住建局`: the dashes go with it.
    private func behindDashes(_ p: Passage, _ start: Int) -> Int {
        var i = start
        while i > 0, p.scalars[i - 1] == 0x2014 { i -= 1 }
        return i
    }

    /// `【责任单位】市商务局【完成时限】6月底`: where the next key in black brackets begins in the line.
    private func markedKey(_ p: Passage, from start: Int) -> Int? {
        var i = start
        while i < min(p.count, start + Self.longestList), p.scalars[i] != 0x0A {
            if Brackets.isOpen(p.scalars[i]), !Self.roundBrackets.contains(p.scalars[i]), vocabulary.keyed.key(in: p, at: i, limit: p.count) != nil { return i }
            i += 1
        }
        return nil
    }

    private static let roundBrackets: ScalarSet = "(（"

    /// Where a key can begin: at the pieces, and with its colon and nothing but names behind a comma (`完善制度，牵头单位：县住建局，配合单位：县财政局`).
    private func keyPlaces(_ p: Passage, _ marks: Landmarks) -> [Int] {
        let heads = vocabulary.keyed.keyHeads
        var keys: [Int] = []
        // Few of a text's commas have a character behind them that a key begins with.
        for event in marks.events where event.kind == .clause && event.at < p.count && heads.contains(p.scalars[event.at]) {
            if isKeyWithNames(p, event.at) { keys.append(event.at) }
        }
        return keys.isEmpty ? marks.pieces : (marks.pieces + keys).sorted()
    }

    private func isKeyWithNames(_ p: Passage, _ at: Int) -> Bool {
        guard let key = vocabulary.keyed.key(in: p, at: at, limit: p.count), key.givesUnits, !vocabulary.keyed.isBracketKey(p, key.word), key.mark == .colon, key.word.count - key.level >= 4, !SentenceReader.being.contains(p.scalars[key.end - 1]) else { return false }
        return !vocabulary.keyed.memberKeys.begins(p.scalars, at: at) && listsNames(p, key.end)
    }

    /// Names up to the next mark: not 责任单位：县住建局已完成整改.
    private func listsNames(_ p: Passage, _ from: Int) -> Bool {
        let far = min(p.count, from + 300), end = (from..<max(from, far)).first { SentenceReader.marksOfClause.contains(p.scalars[$0]) } ?? far
        let names = UnitList.atoms(p, from..<end)
        return !names.isEmpty && names.allSatisfy { $0.count <= 30 && (isOrgan(p, $0) || shape.isName(p, $0)) }
    }

    /// A key at the start of a line or behind the end of a sentence.
    func keyAtBreak(_ p: Passage, _ i: Int) -> ResponsibilityKey? {
        let before = i == 0 ? 0x0A : p.scalars[i - 1]
        if before == 0xFF0C || before == 0x2C { return vocabulary.keyed.key(in: p, at: i, limit: p.count) }
        guard before == 0x0A || before == 0x20 || Self.sentenceEnds.contains(before) || before == 0xFF09 || before == 0x29 || before == 0x201D || before == 0x2014 || Brackets.isOpen(p.scalars[i]) else { return nil }
        guard let key = vocabulary.keyed.key(in: p, at: i, limit: p.count), key.standsAlone, !vocabulary.keyed.memberKeys.begins(p.scalars, at: i) else { return nil }
        if before == 0x0A, vocabulary.keyed.textKeys.begins(p.scalars, at: key.word.lowerBound) { return nil }
        return key.kind == .other && before != 0x0A && !namesUnitsBehind(p, key) ? nil : key
    }

    /// `要求：…` is the item's own text unless it stands in one block with lines that name units.
    func isBesideUnits(_ p: Passage, _ i: Int, _ key: ResponsibilityKey, behind last: Range<Int>?) -> Bool {
        if let last, last.upperBound == i || last.upperBound + 1 == i { return true }
        if namesUnitsBehind(p, key) || isPerson(p, i, key) { return true }
        let end = lineEnd(p, key.end)
        guard end + 1 < p.count, let next = vocabulary.keyed.key(in: p, at: end + 1, limit: p.count) else { return false }
        return next.givesUnits && next.mark == .colon
    }

    /// `责任领导：王某`, `联络员：赵某 13900000000`: a person alone on a line.
    private func isPerson(_ p: Passage, _ i: Int, _ key: ResponsibilityKey) -> Bool {
        guard key.mark == .colon, i == 0 || p.scalars[i - 1] == 0x0A, OutlineVocabulary.standard.namesPerson(p.string(key.word)) else { return false }
        let value = key.end..<lineEnd(p, key.end)
        return value.count <= Self.longestPerson && p.first(of: Self.sentenceEnds, in: value) == nil
    }

    private static let longestPerson = 30

    /// `牵头领导：李某，责任单位：县民政局`: behind the person a key in the same line gives the units.
    func namesUnitsBehind(_ p: Passage, _ key: ResponsibilityKey) -> Bool {
        guard key.mark == .colon, key.end < p.count else { return false }
        // 牵头领导：李某、王某；责任单位：…
        var stops = 0
        for stop in key.end..<min(p.count, key.end + 32) where UnitList.isSeparator(p.scalars[stop]) || p.scalars[stop] == 0x20 || p.scalars[stop] == 0x0A {
            if p.scalars[stop] == 0x0A || stops > 3 { return false }
            if let next = vocabulary.keyed.key(in: p, at: stop + 1, limit: p.count), next.mark == .colon { return next.givesUnits }
            if p.scalars[stop] != 0x3001 { return false } // 、
            stops += 1
        }
        return false
    }

    /// Without a colon the names must look like names, so that `责任单位要加强…` stays text.
    func accept(_ list: UnitList, _ p: Passage, _ key: ResponsibilityKey) -> Bool {
        if key.mark == .colon, vocabulary.keyed.proseKeys.match(p.scalars, at: key.word.lowerBound, limit: key.word.upperBound)?.length == key.word.count {
            return list.entries.isEmpty && list.attributes.count == 1 && list.attributes.allSatisfy { TimePhrase.fills(p, $0.value) }
        }
        if key.mark == .colon { return key.givesUnits ? !list.entries.isEmpty : !list.attributes.isEmpty }
        return !list.entries.isEmpty && list.entries.allSatisfy { shape.isName(p, $0.range) && $0.range.count <= 30 }
    }

    /// Behind a bracket that was never opened, and behind a 。 that no key and no name follows, the list is over.
    func listStop(_ p: Passage, _ from: Int, _ end: Int) -> Int {
        var depth = 0, i = from
        while i < end {
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 }
            else if Brackets.isClose(c) {
                if depth == 0 { return i + 1 }
                depth -= 1
            } else if c == 0x3002, depth == 0, !listGoesOn(p, i + 1, end) { return i + 1 }
            i += 1
        }
        return end
    }

    func listGoesOn(_ p: Passage, _ from: Int, _ end: Int) -> Bool {
        var i = from
        while i < end, p.scalars[i] <= 0x20 { i += 1 }
        if i == end { return true }
        if let key = vocabulary.keyed.key(in: p, at: i, limit: end), key.mark == .colon { return true }
        let stop = (i..<min(end, i + 24)).first { UnitList.isSeparator(p.scalars[$0]) } ?? min(end, i + 24)
        return isOrgan(p, i..<stop) || vocabulary.rules.ruleScopes.begins(p.scalars, at: i, limit: end) || vocabulary.rules.notes.begins(p.scalars, at: i, limit: end)
    }

    /// The end of the line; of a list that goes on behind it, of the last of its lines.
    func listEnd(_ p: Passage, _ start: Int, _ from: Int) -> Int {
        var end = lineEnd(p, from)
        let isBelow = (from..<end).allSatisfy { p.scalars[$0] <= 0x20 }
        while end < min(p.count, start + Self.longestList), goesOn(p, from, end, isBelow: isBelow) { end = lineEnd(p, end + 1) }
        return min(end, start + Self.longestList)
    }

    /// A line that ends in 、 or in the middle of a name, in front of a line that is a list of names.
    ///
    /// - Parameter isBelow: whether all names stand under the key, each in its line: `责任单位：` ⏎ `县住建局` ⏎ `县财政局`.
    func goesOn(_ p: Passage, _ from: Int, _ end: Int, isBelow: Bool) -> Bool {
        let last = (max(from, end - 40)..<end).last { UnitList.isSeparator(p.scalars[$0]) || p.scalars[$0] == 0xFF1A || p.scalars[$0] == 0x3A || p.scalars[$0] == 0x0A }
        let tail = (last.map { $0 + 1 } ?? from)..<end
        let next = (end + 1)..<lineEnd(p, end + 1)
        guard !next.isEmpty, next.count <= 300, vocabulary.keyed.key(in: p, at: next.lowerBound, limit: next.upperBound)?.mark != .colon else { return false }
        // 完成时限： ⏎ 2025年6月底
        if isBelow, tail.isEmpty, TimePhrase.fills(p, next) { return true }
        // 完成时限：2023年9月底前 ⏎ 围绕服务市场主体，…: what goes on with a time is a time.
        let isBroken = !tail.isEmpty && !TimePhrase.fills(p, UnitList.trimmed(p, tail)) && UnitList.breaksName(p, tail, next: next.lowerBound, next.upperBound, shape)
        guard isBroken || isBelow && UnitList.atoms(p, next).allSatisfy({ isOrgan(p, $0) || shape.isName(p, $0) && $0.count <= 8 }) || tail.isEmpty && last.map({ p.scalars[$0] != 0x0A }) ?? true else { return false }
        let names = UnitList.atoms(p, next)
        return !names.isEmpty && names.enumerated().allSatisfy { $0 == 0 && isBroken || $0 == names.count - 1 && $0 > 0 || isOrgan(p, $1) || shape.isName(p, $1) && $1.count <= 20 }
    }

    func lineEnd(_ p: Passage, _ from: Int) -> Int {
        guard from < p.count else { return p.count }
        return (from..<min(p.count, from + Self.longestList)).first { p.scalars[$0] == 0x0A } ?? min(p.count, from + Self.longestList)
    }

    /// A closing bracket whose opening is lost.
    func trimClosing(_ p: Passage, _ range: Range<Int>) -> Int {
        var end = range.upperBound, depth = 0
        for i in range { if Brackets.isOpen(p.scalars[i]) { depth += 1 } else if Brackets.isClose(p.scalars[i]) { depth -= 1 } }
        while depth < 0, end > range.lowerBound, Brackets.isClose(p.scalars[end - 1]) || p.scalars[end - 1] == 0x3002 {
            if Brackets.isClose(p.scalars[end - 1]) { depth += 1 }
            end -= 1
        }
        return end
    }
}
