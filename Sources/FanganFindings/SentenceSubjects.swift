import FanganOutline
import FanganText

/// Units that the sentence itself makes responsible: `由市财政局负责`, `市委统战部要加强统筹协调`,
/// `商务局、价监局坚持常态化开展…`, `交由达茂旗牵头落实`. Read narrowly: named organs only, no classes.
struct SentenceSubjects {
    let vocabulary: ResponsibilityVocabulary
    let shape: NameShape

    func read(_ p: Passage, outside cuts: [Range<Int>], into reading: inout ResponsibilityRecogniser.Reading) {
        let already = Set(reading.units.map(\.mention))
        var cut = 0, clauseStart = true
        var i = 0
        while i < p.count {
            while cut < cuts.count, i >= cuts[cut].upperBound { cut += 1 }
            if cut < cuts.count, cuts[cut].contains(i) { i = cuts[cut].upperBound; clauseStart = true; continue }
            let limit = cut < cuts.count ? cuts[cut].lowerBound : p.count
            if p.scalars[i] == 0x7531, let found = agent(p, i, limit) { // 由
                append(found, p, already, into: &reading)
                i = found.end
                continue
            }
            if clauseStart, let found = subject(p, i, limit) ?? founded(p, i, limit) {
                append(found, p, already, into: &reading)
                i = found.end
            }
            if i < p.count {
                let c = p.scalars[i]
                clauseStart = c == 0x3002 || c == 0xFF1B || c == 0x3B || c == 0x0A
            }
            i += 1
        }
    }

    private struct Found {
        var names: [Range<Int>]
        var role: ResponsibilityRole
        var end: Int
    }

    private func append(_ found: Found, _ p: Passage, _ already: Set<String>, into reading: inout ResponsibilityRecogniser.Reading) {
        let recogniser = ResponsibilityRecogniser()
        for name in found.names {
            let unit = recogniser.unit(UnitList.Entry(range: name, role: found.role), p, .text)
            if !already.contains(unit.mention), !reading.units.contains(where: { $0.mention == unit.mention }) { reading.units.append(unit) }
        }
    }

    // MARK: - 由 … 负责

    private func agent(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        let handed = at > 0 && p.scalars[at - 1] == 0x4EA4 // 交由
        var end = at + 1
        let stop = min(limit, at + 60)
        while end < stop {
            let c = p.scalars[end]
            if c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x0A || c == 0x2C { return nil }
            if end > at + 2, let verb = vocabulary.agentVerbs.match(p.scalars, at: end, limit: limit), isNameEnd(p, (at + 1)..<end, place: handed) {
                let names = UnitList.atoms(p, (at + 1)..<end)
                guard !names.isEmpty, names.allSatisfy({ isNamed(p, $0, place: handed) }) else { return nil }
                let lead = p.has("牵头", at: end) || p.has("统一领导", at: end)
                return Found(names: names, role: lead ? .lead : .responsible, end: end + verb.length)
            }
            end += 1
        }
        return nil
    }

    // MARK: - Subject at the start of a sentence

    private func subject(_ p: Passage, _ at: Int, _ limit: Int) -> Found? {
        guard at < limit, p.scalars[at] >= 0x4E00 else { return nil }
        var end = at + 2
        let stop = min(limit, at + 40)
        while end < stop {
            let c = p.scalars[end]
            if c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == 0x0A || c == 0x2C || c == 0xFF1A { return nil }
            if vocabulary.subjectVerbs.match(p.scalars, at: end, limit: limit) != nil, isNameEnd(p, at..<end, place: false) {
                let names = UnitList.atoms(p, at..<end)
                guard !names.isEmpty, names.allSatisfy({ isNamed(p, $0, place: false) }) else { return nil }
                let lead = p.has("牵头", at: end) || p.has("负责牵头", at: end)
                return Found(names: names, role: lead ? .lead : .responsible, end: end)
            }
            end += 1
        }
        return nil
    }

    /// `市上设立创建工作办公室，负责具体工作`
    private func founded(_ p: Passage, _ at: Int, _ limit: Int) -> Found? { nil }

    // MARK: - Names

    private func isNameEnd(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        if vocabulary.organEnds.contains(where: { $0.count < range.count && p.has($0, before: range.upperBound) }) { return true }
        return place && shape.isName(p, range)
    }

    /// A named organ: ends as one, is no class, holds no verb or quotation.
    private func isNamed(_ p: Passage, _ range: Range<Int>, place: Bool) -> Bool {
        guard range.count >= 3, range.count <= 28, isNameEnd(p, range, place: place) else { return false }
        if vocabulary.classWords.contains(where: { p.has($0, at: range.lowerBound) }) { return false }
        for i in range where Self.foreign.contains(p.scalars[i]) { return false }
        return true
    }

    /// Characters that do not stand in names: 的 把 将 对 为 使 让 了 与 《 “
    private static let foreign: Set<UInt32> = Set("的把将对为使让了《“\"要应并".unicodeScalars.map(\.value))
}
