import FanganText

/// Two names that 和, 及, 与 or 或 join: `市税务局和示例银保监分局`, `红塔区和江川区`, `有关部门及示例供电公司`. They are two where each half is a body, a
/// place or a class by itself; of 党委和人民政府's kind both are one.
extension UnitList {
    func isPair(_ left: Range<Int>, _ conjunction: Int, _ second: Range<Int>) -> Bool {
        // 县公安局|和平分局
        guard left.count >= 3 || isBareClass(left), left.count <= Self.longestName, !vocabulary.lists.scopeNames.begins(passage.scalars, at: conjunction, limit: second.upperBound),
              !vocabulary.classes.partyEnds.contains(where: { passage.has($0, before: left.upperBound) }) else { return false }
        if isPair(left, second) { return true }
        // 市教育局和市体育局和…; but 市教育局和自然资源和规划局.
        return second.prefix(Self.longestName).first { Self.conjunctions.contains(passage.scalars[$0]) }.map { isPair(left, second.lowerBound..<$0) } ?? false
    }

    private func isPair(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard right.count >= 2, right.count <= Self.longestName, let last = right.last else { return false }
        if passage.has("中央", at: right.lowerBound) || digitValue(passage.scalars[right.lowerBound]) { return shape.isName(passage, left) }
        if vocabulary.lists.regionBodies.contains(where: { $0.count == right.count && passage.has($0, at: right.lowerBound) }) { return false }
        if SentenceReader.regionEnds.contains(passage.scalars[left.upperBound - 1]), areRegions(left, right) { return true }
        // 相关部门和单位及各区县: only the name of an organ has such a word in it.
        let isOne = !right.contains { Self.conjunctions.contains(passage.scalars[$0]) }, isClass = vocabulary.lists.classEnds.contains(passage, before: left.upperBound, from: left.lowerBound)
        if isClass { return right.count >= 4 && isOwnBody(right) || isOne && (isFirm(right) || right.count >= 3 && SentenceReader.regionEnds.contains(passage.scalars[last]) && shape.isName(passage, right)) }
        guard isBody(left) || isZone(left) else { return false }
        // 省发展改革委和其他省直有关部门
        if passage.has("其他", at: right.lowerBound), vocabulary.lists.classEnds.contains(passage, before: right.upperBound, from: right.lowerBound) { return true }
        return isBody(right) || isZone(right) || right.count >= 4 && vocabulary.bodies.bodyEnds.contains(passage, before: right.upperBound, from: right.lowerBound + 2)
    }

    /// 红塔区|江川区; 示范区|航空港区管委会, of which the first has its 管委会 too.
    private func areRegions(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let body = vocabulary.classes.governmentEnds.first { passage.has($0, before: right.upperBound) && $0.count < right.count }?.count ?? 0, place = right.dropLast(body)
        guard place.count >= 3, passage.scalars[place.upperBound - 1] == passage.scalars[left.upperBound - 1] else { return false }
        return body > 0 ? left.count <= 10 && place.count <= 10 : left.count <= 5 && place.count <= 5
    }

    /// An organ, a bank, a firm, a body of the state: 财政厅, 人行示例中支, 妇联, 工业和信息化部.
    func isBody(_ range: Range<Int>) -> Bool {
        if range.count >= 3, isOwnBody(range) || isFirm(range) { return true }
        func whole(_ ends: Endings<Bool>) -> Bool { ends.match(passage, before: range.upperBound, from: range.lowerBound)?.length == range.count }
        if vocabulary.bodies.organEnds.match(passage, before: range.upperBound, from: range.lowerBound + 1).map({ $0.length >= 2 && range.count >= 3 }) ?? false { return true } // 省妇联
        return range.count >= 2 && (whole(vocabulary.bodies.organEnds) || whole(vocabulary.brackets.bareEnds)) || vocabulary.bodies.stateOrgans.match(passage.scalars, at: range.lowerBound, limit: range.upperBound)?.length == range.count
    }

    /// 示例工业园区
    private func isZone(_ range: Range<Int>) -> Bool { range.count >= 4 && vocabulary.classes.zones.contains { passage.has($0, before: range.upperBound) } }

    private func isFirm(_ range: Range<Int>) -> Bool { vocabulary.bodies.firmEnds.contains(passage, before: range.upperBound, from: range.lowerBound + 2) }

    private static let longestName = 40
}
