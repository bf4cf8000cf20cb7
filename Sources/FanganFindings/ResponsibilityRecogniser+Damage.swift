import FanganText

/// Lists of units whose bracket lost its opening or both its ends.
extension ResponsibilityRecogniser {
    /// `…。市人社局、市残联负责)`: the opening bracket is lost.
    func readHalfBracket(_ p: Passage, into reading: inout Reading) {
        var depth = 0, sentence = 0, former = 0, cut = 0
        var found: [Range<Int>] = []
        for i in p.indices {
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            if cut < reading.cuts.count, reading.cuts[cut].contains(i) {
                (sentence, former) = (reading.cuts[cut].upperBound, reading.cuts[cut].upperBound)
                continue
            }
            let c = p.scalars[i]
            if Brackets.isOpen(c) { depth += 1 }
            else if c == 0x0A || Self.sentenceEnds.contains(c) { (depth, former, sentence) = (0, sentence, i + 1) }
            else if Brackets.isClose(c) {
                if depth > 0 { depth -= 1; continue }
                // `A、B牵头。以下任务均需C落实，不再列出）`: the units stand in front of the rule.
                let isRule = readRule(p, sentence..<i, into: &reading) != nil
                guard let range = halfBracket(p, (isRule ? former : sentence)..<(isRule ? sentence : i), into: &reading) else { continue }
                found.append(range.lowerBound..<(i + 1))
                sentence = i + 1
            }
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// The names at the end of a sentence; what stands in front of the first is the sentence's own (`每月宣传1次，县妇联负责）`).
    func halfBracket(_ p: Passage, _ sentence: Range<Int>, into reading: inout Reading) -> Range<Int>? {
        guard sentence.lowerBound > 0, sentence.count >= 3, sentence.count < 300 else { return nil }
        var start: Int?
        for atom in UnitList.atoms(p, sentence).reversed() {
            let list = UnitList(p, atom, vocabulary: vocabulary, shape: shape)
            guard list.entries.allSatisfy({ isListed(p, $0.range) }), !list.entries.isEmpty || list.isMarked || list.attributes.contains(where: \.isDue) else { break }
            if let first = list.entries.first { start = nameStart(p, first.range) ?? atom.lowerBound }
            if let start, start > atom.lowerBound { break }
        }
        guard let start else { return nil }
        let range = start..<sentence.upperBound
        let list = UnitList(p, range, vocabulary: vocabulary, shape: shape)
        guard list.isMarked, !list.entries.isEmpty else { return nil }
        reading.take(list, p)
        reading.diagnostics.append(Diagnostic("responsibility.bracket-half", .warning, "The bracket that ends with “\(p.string(range.suffix(12)))” was never opened; it was read from the start of its sentence.", at: p.span(range)))
        return range
    }

    /// `实现网上支付省财政厅牵头）`: nothing parts the sentence from the first name.
    func nameStart(_ p: Passage, _ range: Range<Int>) -> Int? {
        guard range.count > 10, !Self.levels.contains(p.scalars[range.lowerBound]), !Self.classStarts.contains(p.scalars[range.lowerBound]) else { return nil }
        return range.dropFirst(2).dropLast(2).last { Self.levels.contains(p.scalars[$0]) && isOrgan(p, $0..<range.upperBound) }
    }

    /// A name that can stand in a list without a key or bracket.
    func isListed(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count <= 24 && !isNoUnit(p, range) && !range.contains { Self.foreign.contains(p.scalars[$0]) || p.scalars[$0] == 0x5BF9 }
            && (isOrgan(p, range) || shape.isName(p, range) && (Self.levels.contains(p.scalars[range.lowerBound]) || Self.classStarts.contains(p.scalars[range.lowerBound]) || range.count <= 8))
    }

    // MARK: - Sentences that are nothing but a list

    /// `…。市民政局牵头，市财政局、市残联配合。` at the end of a paragraph: a bracket that lost both its ends.
    func readBareSentences(_ p: Passage, _ marks: PassageMarks, into reading: inout Reading) {
        var found: [Range<Int>] = []
        var sentence = 0, cut = 0
        var stops = marks.places(.stop), i = -1
        while i < p.count {
            i = stops.next() ?? p.count
            let c = i < p.count ? p.scalars[i] : 0x0A
            while cut < reading.cuts.count, reading.cuts[cut].upperBound <= i { cut += 1 }
            if cut < reading.cuts.count, reading.cuts[cut].contains(i) { continue }
            let range = sentence..<i
            sentence = i + 1
            guard c == 0x0A || i + 1 == p.count || p.scalars[i + 1] == 0x0A, range.lowerBound > 8, range.count >= 5, !vocabulary.rules.ruleScopes.begins(p.scalars, at: range.lowerBound, limit: i), range.count <= 300,
                  cut == reading.cuts.count || reading.cuts[cut].lowerBound > i, cut == 0 || reading.cuts[cut - 1].upperBound <= range.lowerBound,
                  vocabulary.lists.post.match(p, before: i, from: range.lowerBound) != nil, p.scalars[range.lowerBound - 1] == 0x3002 || p.scalars[range.lowerBound - 1] == 0x0A else { continue }
            let list = UnitList(p, range, vocabulary: vocabulary, shape: shape)
            guard list.isMarked, !list.entries.isEmpty, list.attributes.allSatisfy(\.isDue), list.entries.contains(where: { Self.levels.contains(p.scalars[$0.range.lowerBound]) }),
                  list.entries.allSatisfy({ isListed(p, $0.range) }) else { continue }
            reading.take(list, p)
            found.append(range.lowerBound..<min(p.count, i + (c == 0x3002 ? 1 : 0)))
            // With its stop it is a sentence like any other.
            if c == 0x3002 { continue }
            reading.diagnostics.append(Diagnostic("responsibility.mark-lost", .warning, "“\(p.string(range.prefix(16)))…” has no bracket or colon; it was read as the responsible units.", at: p.span(range)))
        }
        guard !found.isEmpty else { return }
        reading.cuts = (reading.cuts + found).sorted { $0.lowerBound < $1.lowerBound }
    }
}
