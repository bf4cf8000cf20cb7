import FanganText

/// Takes the core of a name apart into known stems: 经信和科技 → 经济信息化 和 科学技术.
struct StemParser {
    let tables: UnitTables

    struct Stems {
        var full: String
        var fields: [Int]
        var also: String?
    }

    /// How much of a short core is written out.
    enum Wording: Sendable {
        /// As departments' names have it: 人才 → 人才工作.
        case official
        /// Abbreviations only: 医保 → 医疗保障.
        case spelledOut
        case printed
    }

    private struct Step {
        var pieces = Int.max
        var previous = -1
        /// Index of a stem; -1 for a connecting word.
        var stem = -1
    }

    private static let connectors: [StaticString] = ["和", "与", "及", "、"]

    /// The fewest stems that cover the range without a gap, or nil.
    func parse(_ name: Name, _ range: Range<Int>, wording: Wording) -> Stems? {
        guard range.count <= 120 else { return nil }
        // 财政|局: mostly the core is one stem, and none is less than one.
        if let stem = tables.words.stemWords.value(name.bytes, range) { return whole(name, range, stem, wording) }
        guard mayParse(name, range) else { return nil }
        return withUnsafeTemporaryAllocation(of: Step.self, capacity: range.count + 1) { steps in
            steps.initialize(repeating: Step())
            return parse(name, range, wording, steps)
        }
    }

    /// Whether a stem begins the range and one ends it: without them nothing covers it.
    private func mayParse(_ name: Name, _ range: Range<Int>) -> Bool {
        tables.words.stemWords.prefix(name.bytes, range, behind: range.lowerBound) != nil && tables.words.stemWords.longestSuffix(name.bytes, range) != nil
    }

    private func parse(_ name: Name, _ range: Range<Int>, _ wording: Wording, _ steps: UnsafeMutableBufferPointer<Step>) -> Stems? {
        steps[0].pieces = 0
        for i in 0..<range.count where steps[i].pieces < Int.max && name.isBoundary(range.lowerBound + i) {
            let at = range.lowerBound + i
            tables.words.stemWords.forEachPrefix(name.bytes, at..<range.upperBound) { end, stem in
                let j = end - range.lowerBound
                if steps[i].pieces + 1 < steps[j].pieces { steps[j] = Step(pieces: steps[i].pieces + 1, previous: i, stem: stem) }
            }
            guard i > 0 else { continue }
            for connector in Self.connectors where name.has(connector, at: at) && at + connector.utf8CodeUnitCount < range.upperBound {
                let j = i + connector.utf8CodeUnitCount
                if steps[i].pieces < steps[j].pieces { steps[j] = Step(pieces: steps[i].pieces, previous: i, stem: -1) }
            }
        }
        guard steps[range.count].pieces < Int.max else { return nil }
        return joined(name, range, steps, wording)
    }

    private func joined(_ name: Name, _ range: Range<Int>, _ steps: UnsafeMutableBufferPointer<Step>, _ wording: Wording) -> Stems {
        var parts: [String] = []
        var fields: [Int] = []
        var at = range.count
        while at > 0 {
            let step = steps[at]
            let printed = name.string(range.lowerBound + step.previous..<range.lowerBound + at)
            if step.stem < 0 {
                parts.append(printed)
            } else {
                let stem = tables.words.stems[step.stem]
                // In a name of several cores the long ones are printed as they are: 发展改革和统计局.
                let keeps = wording == .printed || isOwnWord(printed, stem.full) || stem.full.beginsWithBytes(of: printed) || printed.utf8.count >= 12
                parts.append(keeps ? printed : stem.full)
                if !stem.isWeak || !standsBehindField(step.previous, steps) { for field in stem.fields where !fields.contains(field) { fields.append(field) } }
            }
            at = step.previous
        }
        fields.sort()
        return Stems(full: parts.reversed().joined(), fields: fields, also: nil)
    }

    /// A core that is one stem.
    private func whole(_ name: Name, _ range: Range<Int>, _ number: Int, _ wording: Wording) -> Stems {
        let stem = tables.words.stems[number]
        if stem.full.utf8.count == range.count, name.has(text: stem.full, at: range.lowerBound, end: range.upperBound) { return Stems(full: stem.full, fields: stem.fields, also: wording == .official ? stem.also : nil) }
        let printed = name.string(range)
        let keeps = wording == .printed || isOwnWord(printed, stem.full) || wording == .spelledOut && stem.full.beginsWithBytes(of: printed)
        return Stems(full: keeps ? printed : stem.full, fields: stem.fields, also: keeps ? nil : stem.also)
    }

    /// Whether a core with a field ends at a place.
    private func standsBehindField(_ at: Int, _ steps: UnsafeMutableBufferPointer<Step>) -> Bool {
        at > 0 && steps[at].stem >= 0 && !tables.words.stems[steps[at].stem].fields.isEmpty
    }

    /// Whether a printed core says something else than the official one, at least as long: 公用事业 beside 市政, 水产 beside 渔业, but not
    /// 住房与城乡建设 beside 住房和城乡建设. What is no abbreviation is no other name.
    private func isOwnWord(_ printed: String, _ full: String) -> Bool {
        guard printed.utf8.count >= full.utf8.count, !printed.hasSameBytes(as: full) else { return false }
        var rest = full.unicodeScalars.makeIterator()
        for scalar in printed.unicodeScalars where scalar != "和" && scalar != "与" && scalar != "及" {
            while true {
                guard let next = rest.next() else { return true }
                if next == scalar { break }
            }
        }
        return false
    }

    /// Fields of the first stem in a range that names any.
    func firstMentioned(_ name: Name, _ range: Range<Int>) -> [Int] {
        for i in range where name.isBoundary(i) {
            guard let hit = stem(name, i..<range.upperBound) else { continue }
            let fields = tables.words.stems[hit.value].fields
            if !fields.isEmpty { return fields }
        }
        return []
    }

    /// Fields of the stems that occur anywhere in a range, the longest at each place.
    func mentioned(_ name: Name, _ range: Range<Int>) -> [Int] {
        var fields: [Int] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if name.isBoundary(i), let hit = stem(name, i..<range.upperBound) {
                for field in tables.words.stems[hit.value].fields where !fields.contains(field) { fields.append(field) }
                i = hit.end
            } else {
                i += 1
            }
        }
        return fields.sorted()
    }

    /// The longest stem at the start of a range, unless a level stands there and a stem behind it reaches farther: 市|政府, not 市政|府.
    private func stem(_ name: Name, _ range: Range<Int>) -> (end: Int, value: Int)? {
        guard let hit = tables.words.stemWords.longestPrefix(name.bytes, range) else { return nil }
        guard let level = tables.words.levelWords.longestPrefix(name.bytes, range), level.end < hit.end,
            let behind = tables.words.stemWords.longestPrefix(name.bytes, level.end..<range.upperBound), behind.end > hit.end else { return (hit.end, hit.value) }
        return (behind.end, behind.value)
    }
}
