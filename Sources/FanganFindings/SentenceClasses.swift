import FanganOutline
import FanganText

/// Classes of units and what stands over them, as a sentence names them: `省直有关部门2023年5月底前完成…`,
/// `各省辖市政府和示范区管委会负责…`, `在省政府办公厅统一领导下`.
extension SentenceSubjects {
    /// Whether a class of units can begin at an index: 各…, 省直有关部门, 试点地区.
    func beginsClass(_ p: Passage, _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        if p.scalars[at] == 0x5404 { return true } // 各
        if trialEnd(p, at, limit) != nil { return true }
        guard at + 4 <= limit, vocabulary.classLevels.contains(p.scalars[at]), vocabulary.classTies.contains(p.scalars[at + 1]) else { return false }
        return vocabulary.classStarts.contains { p.has($0, at: at + 2) }
    }

    /// `市直有关部门报市大数据局`: behind a class the name of another begins.
    func holdsClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.contains { at in vocabulary.wholeClasses.contains { p.has($0, at: at) && at + $0.count < range.upperBound } }
    }

    /// `于2023年5月底前` in a name: the words of a sentence.
    func holdsDate(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.dropFirst().contains { Self.dateUnits.contains(p.scalars[$0]) && Self.isDigit(p.scalars[$0 - 1]) }
    }

    /// `各省辖市政府和济源示范区、航空港区管委会负责统筹推进辖区内工作`: the governments of a class of regions, and regions named beside them,
    /// as those that do it. 各级政府 are everybody.
    func governments(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at + 4 < limit, p.scalars[at] == 0x5404, p.scalars[at + 1] != 0x7EA7 else { return nil } // 各, 级
        let stop = min(limit, at + 60)
        guard let end = (at + 4..<max(at + 4, stop)).first(where: { p.has("负责", at: $0) || Self.sentenceMarks.contains(p.scalars[$0]) }), p.has("负责", at: end),
              end + 2 < limit, vocabulary.subjectVerbs.begins(p.scalars, at: end + 2) || vocabulary.ownAreas.contains(where: { p.has($0, at: end + 2) }) else { return nil }
        let names = UnitList.atoms(p, at..<end).flatMap { parted($0, p) }
        guard let first = names.first, isGovernment(p, first), names.allSatisfy({ shape.isName(p, $0) && $0.count <= 20 && !holdsDate(p, $0) && !$0.contains { Self.foreign.contains(p.scalars[$0]) } }) else { return nil }
        return Found(names: names, role: .responsible, end: end)
    }

    /// In front of the words between a class and its date: `各部门|要于|6月底前`.
    func nameEnd(_ p: Passage, before date: Int) -> Int {
        let end = p.has("于", before: date) || p.has("在", before: date) ? date - 1 : date
        return vocabulary.duties.first { p.has($0, before: end) }.map { end - $0.count } ?? end
    }

    /// Whether a range is nothing but a class: 各设区市审改部门, 省直有关部门; not 省级部门已建应用, nor firms, which are addressed.
    func isClass(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard beginsClass(p, range.lowerBound, range.upperBound), range.count <= 16, shape.isName(p, range) || vocabulary.classBodies.contains(where: { p.has($0, before: range.upperBound) }), !range.contains(where: { Self.foreign.contains(p.scalars[$0]) }),
              !vocabulary.addressees.contains(where: { p.has($0, before: range.upperBound) }) else { return false }
        if let end = trialEnd(p, range.lowerBound, range.upperBound) { return end == range.upperBound || isGovernment(p, range) || isGovernmentOffice(p, range) || vocabulary.classEnds.contains { p.has($0, before: range.upperBound) } }
        return p.scalars[range.lowerBound] == 0x5404 || vocabulary.classEnds.contains { p.has($0, before: range.upperBound) }
    }

    /// `各省辖市政府和济源示范区`; 党委和政府, 乡镇政府和街道办事处 are one.
    private func parted(_ atom: Range<Int>, _ p: Passage) -> [Range<Int>] {
        guard let and = atom.first(where: { p.scalars[$0] == 0x548C && isGovernment(p, atom.lowerBound..<$0) && atom.upperBound - $0 > 4 && ($0 + 1..<atom.upperBound).contains { ResponsibilityVocabulary.levels.contains(p.scalars[$0]) } }) else { return [atom] }
        return [atom.lowerBound..<and, (and + 1)..<atom.upperBound]
    }

    func isGovernment(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count >= 4 && vocabulary.governmentEnds.contains { p.has($0, before: range.upperBound) }
    }

    /// `各县政府办公室`, `试点地区政府办公厅（室）`.
    func isGovernmentOffice(_ p: Passage, _ range: Range<Int>) -> Bool { vocabulary.governmentOffices.contains { p.has($0, before: range.upperBound) } }

    /// Behind 试点地区, 试点县（市、区）: those on whom something is tried out.
    private func trialEnd(_ p: Passage, _ at: Int, _ limit: Int) -> Int? {
        guard let start = vocabulary.trials.first(where: { p.has($0, at: at) }), let body = vocabulary.trialBodies.first(where: { p.has($0, at: at + start.count) }) else { return nil }
        let end = at + start.count + body.count
        guard end < limit, Brackets.isOpen(p.scalars[end]), let close = (end + 1..<min(limit, end + 8)).first(where: { Brackets.isClose(p.scalars[$0]) }) else { return min(end, limit) }
        return close + 1
    }

    /// `在省政府办公厅统一领导下，由省大数据局负责…`: who leads.
    func leading(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at < limit, p.scalars[at] == 0x5728 else { return nil } // 在
        let stop = min(limit, at + 34)
        guard let end = (at + 4..<max(at + 4, stop)).first(where: { p.has("统一领导下", at: $0) || Self.sentenceMarks.contains(p.scalars[$0]) }), p.has("统一领导下", at: end) else { return nil }
        let name = (at + 1)..<(p.has("的", before: end) ? end - 1 : end)
        guard isNamed(p, name, place: false), vocabulary.executing.contains(p, before: name.upperBound, from: name.lowerBound + 1) || vocabulary.boards.contains(where: { p.has($0, before: name.upperBound) }) else { return nil }
        return Found(names: [name], role: .lead, end: end)
    }

    private static let dateUnits: ScalarSet = "年月日"
    private static let sentenceMarks: ScalarSet = [0xFF0C, 0x2C, 0x3002, 0xFF1B, 0x3B, 0x0A, 0xFF1A, 0x3A]
}
