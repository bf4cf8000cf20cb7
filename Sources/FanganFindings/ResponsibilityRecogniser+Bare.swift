import FanganOutline
import FanganText

/// Brackets of names without any word that assigns work: `（省财政厅、省审计厅）` at the end of a paragraph.
extension ResponsibilityRecogniser {
    /// Nothing but units at the end of a paragraph, or of a part of an enumeration (一是完善制度（市财政局）；二是…), says who does it, unless the words in
    /// front are such that the bracket explains them.
    /// One name alone says its level or place (市财政局), or stands behind a sentence as the name of a body, or where the items beside it name units too.
    func bareList(_ p: Passage, _ pair: Brackets.Pair, _ labels: [Range<Int>], _ isListed: () -> Bool, _ closesInRow: () -> Bool) -> UnitList? {
        // `推进改革。 （市商务局）`
        var open = pair.whole.lowerBound
        while open > 0, p.scalars[open - 1] == 0x20 || p.scalars[open - 1] == 0x3000 { open -= 1 }
        guard pair.closed, open >= 4 || isShortTitle(p, open), let front = front(p, open) ?? (isBuilt(p, open) ? .words : nil) else { return nil }
        let isAtEnd = endsPart(p, behindBrackets(p, pair.whole.upperBound), labels)
        guard isAtEnd || goesOn(p, pair, front, labels, closesInRow) else { return nil }
        let list = UnitList(p, pair.inner, vocabulary: vocabulary, shape: shape)
        guard !list.isMarked, let first = list.entries.first?.range, !isRemark(p, first), list.attributes.allSatisfy({ mayStandBeside(p, $0) }) else { return nil }
        let sure = list.entries.count { isSure(p, $0.range) }, bodies = list.entries.count { isBody(p, $0.range) }
        let sharing = sharingForm(p, list.entries)
        // （各乡镇）, （华阳镇、长安镇） behind a sentence; behind words such names are what these count: 实现乡镇全覆盖（各镇、街道）.
        if isAtEnd, front == .sentence, list.entries.allSatisfy({ isPlaceOrClass(p, $0.range) }) { return list }
        guard sure > 0 || bodies > 0 && isListed(), list.entries.indices.allSatisfy({ sharing.contains($0) || mayStand(p, list.entries, $0, beside: sure) }) else { return nil }
        if front != .sentence, explainsObject(p, open, list.entries) || isBuilt(p, open) && list.entries.allSatisfy({ vocabulary.brackets.facilityEnds.contains(p, before: $0.range.upperBound, from: $0.range.lowerBound) }) { return nil }
        if sure >= 2 || bodies >= 2 && isListed() || list.entries.contains(where: { isSure(p, $0.range) && (Self.levels.contains(p.scalars[$0.range.lowerBound]) || isGovernment(p, $0.range)) }) { return list }
        if sharing.contains(0) { return list }
        guard list.entries.count == 1, list.attributes.isEmpty else { return nil }
        return front == .sentence && vocabulary.brackets.bareEnds.contains(p, before: first.upperBound, from: first.lowerBound + 1) || isListed() ? list : nil
    }

    private static let longestRow = 120

    /// The list of units in the bracket that ends a passage, if there is one: what ``bareList(_:_:_:_:)`` asks of the items beside it.
    func closesWithUnits(_ p: Passage) -> Bool {
        var end = p.count
        while end > 0, Self.sentenceEnds.contains(p.scalars[end - 1]) || p.scalars[end - 1] <= 0x20 { end -= 1 }
        guard end > 0, Brackets.isClose(p.scalars[end - 1]) else { return false }
        var depth = 0
        for i in (max(0, end - Self.longestBracket)..<end).reversed() {
            if Brackets.isClose(p.scalars[i]) { depth += 1 } else if Brackets.isOpen(p.scalars[i]) { depth -= 1 }
            if depth == 0 { return assignment(p, Brackets.Pair(whole: i..<end, inner: i + 1..<end - 1, closed: true), [], { true }, { false }) != nil }
        }
        return false
    }

    private func endsPart(_ p: Passage, _ end: Int, _ labels: [Range<Int>]) -> Bool {
        var after = end
        while after < p.count, Self.sentenceEnds.contains(p.scalars[after]) || p.scalars[after] == 0x20 { after += 1 }
        return after == p.count || p.scalars[after] == 0x0A || after > end && Self.begins(labels, at: after)
    }

    /// `（市财政局，2023年底前）`, `（市公安局、市司法局；长期）`, `（市财政局、市审计局（按职责分工））`: a deadline may stand beside the names, or that there is none, and how they share the work.
    func mayStandBeside(_ p: Passage, _ said: UnitList.Attribute) -> Bool {
        if said.key != nil { return said.isDue }
        let value = said.value
        return vocabulary.rules.notes.begins(p.scalars, at: value.lowerBound, limit: value.upperBound) || vocabulary.lists.scopeStarts.match(p.scalars, at: value.lowerBound, limit: value.upperBound)?.length == value.count
            || vocabulary.changes.exceptionEnds.contains(p, before: value.upperBound, from: value.lowerBound) || TimePhrase.isWord(p, value) || TimePhrase.names(p, value)
    }

    /// 华阳镇, 各乡镇, 各有关部门, 各村, 局机关各科室
    func isPlaceOrClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        if range.count >= 3, known.isPlace(p.string(range)) { return true }
        let own = behindOwn(p, range)
        return own.count >= 2 && range.count <= 20 && Self.classStarts.contains(p.scalars[own.lowerBound]) && shape.isName(p, own) && !isNoUnit(p, own) && !range.contains { Self.foreign.contains(p.scalars[$0]) }
    }

    /// 局机关|各科室, 全县|各乡镇: behind the words that say whose they are.
    private func behindOwn(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound, start - range.lowerBound < Self.longestOwn, Self.ownScalars.contains(p.scalars[start]) { start += 1 }
        return start < range.upperBound && p.scalars[start] == 0x5404 ? start..<range.upperBound : range // 各
    }

    private static let ownScalars: ScalarSet = "全省市州县区旗镇乡局厅委机关直属", longestOwn = 4

    /// Whether a list may stand in a bracket though its paragraph goes on: `（县住建局）（2025年6月底）`, `（县住建局）2025年6月底前完成。`, `。（县住建局），确保实效。`, and
    /// `摸底（县住建局）、拨款（县财政局）、审计（县审计局）。`, of which the last stands at the end.
    private func goesOn(_ p: Passage, _ pair: Brackets.Pair, _ front: Front, _ labels: [Range<Int>], _ closesInRow: () -> Bool) -> Bool {
        let end = pair.whole.upperBound
        guard end < p.count, saysOrgans(p, pair.inner) else { return false }
        if Brackets.isOpen(p.scalars[end]) { return false }
        let mark = p.scalars[end]
        // （县文旅局，全年）——各乡镇配合。
        if mark == 0x2014 { return true }
        if !Self.clauseMarks.contains(mark) {
            return timeEndsPart(p, end, labels) || front == .sentence && closesInRow()
        }
        // （县住建局）。2025年6月底前完成。
        if Self.sentenceEnds.contains(mark) || mark == 0xFF0C, timeEndsPart(p, end + 1, labels) { return true }
        if mark == 0xFF0C || mark == 0x2C, vocabulary.brackets.outcomeStarts.begins(p.scalars, at: end + 1) { return true }
        return closesInRow()
    }

    /// Behind what stands in brackets of their own: `（县住建局）|（投资3000万元）（续建）|`; not behind 以下简称….
    private func behindBrackets(_ p: Passage, _ end: Int) -> Int {
        var end = end
        for _ in 0..<4 {
            guard end + 1 < p.count, Brackets.isOpen(p.scalars[end]), vocabulary.brackets.remarkStarts.match(p.scalars, at: end + 1, limit: p.count) == nil,
                  let close = (end + 1..<min(p.count, end + 40)).first(where: { Brackets.isClose(p.scalars[$0]) }) else { break }
            end = close + 1
        }
        return end
    }

    /// 2025年6月底前完成。 and nothing behind it.
    private func timeEndsPart(_ p: Passage, _ start: Int, _ labels: [Range<Int>]) -> Bool {
        let far = min(p.count, start + 24), stop = (start..<max(start, far)).first { Self.sentenceEnds.contains(p.scalars[$0]) || p.scalars[$0] == 0x0A } ?? far
        return start < stop && TimePhrase.fills(p, start..<stop) && endsPart(p, stop, labels)
    }

    /// Organs that say their level, and nothing else: what a bracket in the middle of a text must hold.
    func saysOrgans(_ p: Passage, _ inner: Range<Int>) -> Bool {
        guard (3...Self.longestRow).contains(inner.count), inner.contains(where: { Self.levels.contains(p.scalars[$0]) }) else { return false }
        let list = UnitList(p, inner, vocabulary: vocabulary, shape: shape)
        return !list.isMarked && !list.entries.isEmpty && list.entries.allSatisfy { Self.levels.contains(p.scalars[$0.range.lowerBound]) && isOrgan(p, $0.range) && isSure(p, $0.range) }
            && list.attributes.allSatisfy { mayStandBeside(p, $0) }
    }

    /// Whether the passage ends in such a bracket: then those in front of it are of the same row.
    func closesAtEnd(_ p: Passage) -> Bool {
        var end = p.count
        while end > 0, Self.sentenceEnds.contains(p.scalars[end - 1]) || p.scalars[end - 1] <= 0x20 { end -= 1 }
        guard end > 0, Brackets.isClose(p.scalars[end - 1]), let open = (max(0, end - Self.longestBracket)..<end - 1).last(where: { Brackets.isOpen(p.scalars[$0]) }) else { return false }
        return saysOrgans(p, open + 1..<end - 1)
    }

    /// Whether one of the ranges, which are in order, begins at an index.
    private static func begins(_ ranges: [Range<Int>], at index: Int) -> Bool {
        var low = 0, high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound == index
    }

    // MARK: - What stands in front

    private enum Front {
        /// A sentence that is over.
        case sentence
        /// Words of one: a title (`服务月活动（市经信委）`), or the last clause of a text.
        case words
    }

    /// What the bracket stands behind; nil where it says whom or what these words mean: `组建市水务局（市河长办）`, `报有关部门（市财政局、市审计局）`,
    /// `主办方：市节庆活动（市文旅局）`.
    private func front(_ p: Passage, _ bracket: Int) -> Front? {
        let last = p.scalars[bracket - 1]
        if Self.sentenceEnds.contains(last) || last == 0x0A { return vocabulary.brackets.explainedEnds.contains(p, before: bracket - 1, from: 0) ? nil : .sentence }
        // 贯彻《管理办法》（县财政局）: whose document it is.
        if last == 0x300B { return nil } // 》
        let end = Self.closingQuotes.contains(last) ? bracket - 1 : bracket
        let mark = (max(0, bracket - 40)..<end).last { Self.clauseMarks.contains(p.scalars[$0]) }
        let clause = (mark.map { $0 + 1 } ?? max(0, bracket - 40))..<end
        guard clause.count >= 2, !vocabulary.bodies.organEnds.contains(p, before: end, from: clause.lowerBound),
              !vocabulary.brackets.explainedEnds.contains(p, before: end, from: clause.lowerBound) else { return nil }
        let isTitle = !p.scalars[..<clause.lowerBound].contains { Self.sentenceEnds.contains($0) || Self.colons.contains($0) || $0 == 0x0A }
        if isTitle { return .words }
        if let mark, Self.colons.contains(p.scalars[mark]), vocabulary.brackets.explainedKeys.contains(p, before: mark, from: max(0, mark - 8)) { return nil }
        // A clause may be a name all through: 示例镇（…）; 培育龙头企业, 建设节约型机关 are none.
        let isName = shape.isName(p, clause) && (clause.count <= 6 || Self.levels.contains(p.scalars[clause.lowerBound]) || Self.classStarts.contains(p.scalars[clause.lowerBound])) && !vocabulary.headings.headingVerbs.begins(p.scalars, at: clause.lowerBound) && !vocabulary.sentences.subjectVerbs.begins(p.scalars, at: clause.lowerBound)
        return bracket > 5 && !isName && !vocabulary.brackets.bareEnds.contains(p, before: end, from: clause.lowerBound) ? .words : nil
    }

    /// `绿化（县林业局）`, `子项一（县教育局）`; not `县委（县政府）`, `甲方（县住建局）`.
    private func isShortTitle(_ p: Passage, _ end: Int) -> Bool {
        (2...3).contains(end) && (0..<end).allSatisfy { p.scalars[$0].isIdeograph && !Self.levels.contains(p.scalars[$0]) } && !Self.partyEnds.contains(p.scalars[end - 1])
    }

    private static let partyEnds: ScalarSet = "方人者处地长"

    /// `新建公办幼儿园2所（县教育局）`, `修缮文化站（县文旅局）`: what ends like an organ is built, or counted.
    private func isBuilt(_ p: Passage, _ bracket: Int) -> Bool {
        let near = max(0, bracket - 40)..<bracket
        guard near.count > 2, !vocabulary.brackets.explainedEnds.contains(p, before: bracket, from: near.lowerBound) else { return false }
        if p.scalars[bracket - 1] == 0x6240, Self.counts.contains(p.scalars[bracket - 2]) { return true } // 所
        let mark = near.last { Self.clauseMarks.contains(p.scalars[$0]) }
        return vocabulary.brackets.buildingVerbs.begins(p.scalars, at: mark.map { $0 + 1 } ?? near.lowerBound, limit: bracket)
    }

    /// `设立服务窗口（县政务服务中心、镇便民服务中心）`, `整合国有企业（县水投集团、县城投公司）`: nothing but places that the words in front may be at, or firms of those
    /// that they speak of; and `移送司法机关（县法院）`.
    private func explainsObject(_ p: Passage, _ bracket: Int, _ entries: [UnitList.Entry]) -> Bool {
        func all(_ ends: Endings<Bool>) -> Bool { entries.allSatisfy { ends.contains(p, before: $0.range.upperBound, from: $0.range.lowerBound) } }
        if vocabulary.brackets.hostedEnds.contains(p, before: bracket, from: 0), all(vocabulary.brackets.facilityEnds) { return true }
        if vocabulary.lists.tradeBodies.contains(where: { p.has($0, before: bracket) }), all(vocabulary.bodies.firmEnds) { return true }
        guard vocabulary.brackets.receiverEnds.contains(p, before: bracket, from: 0) else { return false }
        return (max(0, bracket - 12)..<bracket).contains { vocabulary.brackets.sendingVerbs.begins(p.scalars, at: $0, limit: bracket) }
    }

    private static let colons: ScalarSet = "：:"
    private static let clauseMarks: ScalarSet = "，,。；;：:！!、\n"
    private static let counts: ScalarSet = "0123456789０１２３４５６７８９一二三四五六七八九十百两余多"
    private static let closingQuotes: ScalarSet = "”’"

    // MARK: - What stands inside

    /// Read with certainty as a unit: an organ or a body by name, a government of a class or of a place; not 派出所、卫生院, which are many.
    func isSure(_ p: Passage, _ range: Range<Int>) -> Bool {
        if isGovernment(p, range) { return true }
        guard isBody(p, range) else { return false }
        return !vocabulary.brackets.facilityEnds.contains(p, before: range.upperBound, from: range.lowerBound) || Self.regionLevels.contains(p.scalars[range.lowerBound])
    }

    /// 各县（市、区）人民政府, 涪城区政府; not 政府 alone.
    private func isGovernment(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let body = vocabulary.classes.governmentEnds.first(where: { p.has($0, before: range.upperBound) && $0.count < range.count }) else { return false }
        let owner = range.lowerBound..<range.upperBound - body.count
        if p.scalars[owner.lowerBound] == 0x5404 { return owner.count >= 2 && !p.has("级", at: owner.lowerBound + 1) } // 各
        return known.isPlace(p.string(owner)) || p.has("人民", before: owner.upperBound) && known.isPlace(p.string(owner.dropLast(2)))
    }

    /// Whether an entry may stand in a list beside units that are sure.
    private func mayStand(_ p: Passage, _ entries: [UnitList.Entry], _ k: Int, beside sure: Int) -> Bool {
        let range = entries[k].range
        if isSure(p, range) || isBody(p, range) || shape.isName(p, range) && Self.classStarts.contains(p.scalars[range.lowerBound]) { return true }
        if sure > 0, isPlaceOrClass(p, range) || range.count <= 8 && vocabulary.bodies.townshipEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) && !vocabulary.bodies.plainTownships.contains(where: { p.has($0, before: range.upperBound) }) { return true }
        // 妇联; 其他成员单位
        if sure > 0, range.count == 2, shape.isName(p, range), vocabulary.brackets.bareEnds.contains(p, before: range.upperBound, from: range.lowerBound) { return true }
        if sure > 0, range.count <= 20, p.first("其他", in: range) != nil, p.has("部门", before: range.upperBound) || p.has("单位", before: range.upperBound) { return true }
        // 移动、联通、电信示例分公司: the last of them says what they all are.
        if range.count <= 3, shape.isName(p, range), entries[k...].contains(where: { $0.range.count > 3 && vocabulary.bodies.firmEnds.contains(p, before: $0.range.upperBound, from: $0.range.lowerBound) }) { return true }
        return sure >= 2 && (4...16).contains(range.count) && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
    }

    private func isBody(_ p: Passage, _ range: Range<Int>) -> Bool {
        isOrgan(p, range) || range.count >= 3 && vocabulary.brackets.bareEnds.contains(p, before: range.upperBound, from: range.lowerBound + 1) && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] < 0x4E00 }
    }

    /// 简称县指挥部, 含开发区管委会: the bracket explains what stands in front of it.
    private func isRemark(_ p: Passage, _ name: Range<Int>) -> Bool { vocabulary.brackets.remarkStarts.match(p.scalars, at: name.lowerBound, limit: name.upperBound)?.value ?? false }

    /// Levels at which an organ is one by itself.
    private static let regionLevels: ScalarSet = "省市区县州旗盟"
}
