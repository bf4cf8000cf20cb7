import FanganText

/// Tells lines that begin with the names of organs, or consist of them: `县财政局、县审计局：`, `县林业局职责`, `【县气象局】`,
/// `县气象局负责…`.
struct UnitNames {
    let vocabulary: OutlineVocabulary
    private let shape: NameShape

    init(_ vocabulary: OutlineVocabulary) {
        self.vocabulary = vocabulary
        shape = NameShape(vocabulary: vocabulary)
    }

    /// The names of a line that says nothing else, but for 职责 and a colon behind them.
    func head(_ line: Passage) -> Range<Int>? {
        guard line.count >= 3, line.count <= 80 else { return nil }
        var start = 0, end = line.count
        trim(line, &start, &end)
        if end > start, Self.colons.contains(line.scalars[end - 1]) { end -= 1 }
        if start < end, Self.opening.contains(line.scalars[start]), Self.closing.contains(line.scalars[end - 1]) { (start, end) = (start + 1, end - 1) }
        trim(line, &start, &end)
        guard start < end else { return nil }
        end = withoutCount(line, start..<end)
        if let (_, length) = vocabulary.items.headTails.match(line, before: end, from: start), end - length > start { end -= length }
        if end > start, Self.colons.contains(line.scalars[end - 1]) || line.scalars[end - 1] == 0x7684 { end -= 1 }
        trim(line, &start, &end)
        return isList(line, start..<end) ? start..<end : nil
    }

    /// `县财政局（共3项）`
    private func withoutCount(_ p: Passage, _ range: Range<Int>) -> Int {
        guard range.count > 4, Self.closing.contains(p.scalars[range.upperBound - 1]), Self.counted.contains(p.scalars[range.upperBound - 2]),
              let open = range.suffix(8).last(where: { Self.opening.contains(p.scalars[$0]) }), (open..<range.upperBound).contains(where: { digitValue(p.scalars[$0]) != nil }) else { return range.upperBound }
        return open
    }

    /// The names at the beginning of a paragraph that go on as whose duties it tells, and where their duties begin.
    /// - Parameter isTitled: the list says that it is one of duties by unit; then a stop behind the names ends them too (`县教育局。负责…`).
    func lead(_ p: Passage, _ paragraph: Range<Int>, isTitled: Bool = false) -> (names: Range<Int>, text: Int)? {
        var start = paragraph.lowerBound
        while start < paragraph.upperBound, Passage.isBlank(p.scalars[start]) { start += 1 }
        let limit = min(paragraph.upperBound, start + Self.longest)
        guard start < limit else { return nil }
        for i in start + 2..<max(limit, start + 2) {
            // No mark is an ideograph.
            if !p.scalars[i].isIdeograph {
                if Self.colons.contains(p.scalars[i]) {
                    var end = i
                    if let (_, length) = vocabulary.items.headTails.match(p, before: end, from: start), end - length > start { end -= length }
                    return isList(p, start..<end, isTitled: isTitled) ? (start..<end, i + 1) : nil
                }
                if isTitled, p.scalars[i] == Self.stop, saysLevel(p, start..<i), isList(p, start..<i) { return (start..<i, i + 1) }
                if Self.stops.contains(p.scalars[i]) { return nil }
            }
            if vocabulary.items.dutyVerbs.begins(p.scalars, at: i, limit: paragraph.upperBound), isList(p, start..<i) { return (start..<i, i) }
        }
        // The name alone on its line.
        return paragraph.upperBound - start <= Self.longest && isList(p, start..<paragraph.upperBound) ? (start..<paragraph.upperBound, paragraph.upperBound) : nil
    }

    /// `武警示例中队：负责…`, `电信、移动公司：负责…`: names in front of a colon, whatever they are of. Only the row that they stand in tells.
    func looseLead(_ p: Passage, _ paragraph: Range<Int>) -> (names: Range<Int>, text: Int)? {
        guard let start = paragraph.first(where: { !Passage.isBlank(p.scalars[$0]) }),
              let colon = (start..<min(paragraph.upperBound, start + Self.longestLoose)).first(where: { Self.colons.contains(p.scalars[$0]) }), colon + 1 < paragraph.upperBound,
              vocabulary.tables.role(ofColumn: p.part(start..<colon)) == nil else { return nil }
        let isNames = (start..<colon).split { Self.separators.contains(p.scalars[$0]) }.allSatisfy { name in
            name.count >= 2 && shape.isName(p, name) && p.first(of: Self.foreign, in: name) == nil && !beginsAsTitle(p, name.lowerBound) && !vocabulary.titles.assignmentKeys.begins(p.scalars, at: name.lowerBound, limit: name.upperBound)
        }
        return isNames ? (start..<colon, colon + 1) : nil
    }

    /// `市财政局安排资金500万元。`: one of the sentences begins with the name of an organ, not with a class of them (各部门).
    func namesDoer(_ text: Passage) -> Bool {
        var start = 0
        while start + 4 < text.count {
            let end = text.first(of: Self.stops, in: start..<text.count) ?? text.count, limit = min(end, start + Self.longest / 2)
            if text.scalars[start] != Self.each, (start + 3..<max(start + 3, limit)).contains(where: { saysLevel(text, start..<$0) && isList(text, start..<$0) }) { return true }
            start = end + 1
        }
        return false
    }

    /// `本方案由县教育局牵头，县财政局配合。`: names of organs stand between 由 and what they do.
    func saysByWhom(_ text: Passage) -> Bool {
        text.indices.contains { i in
            guard text.scalars[i] == 0x7531, let (names, duty) = lead(text, i + 1..<text.count) else { return false } // 由
            return duty == names.upperBound && duty < text.count && saysLevel(text, names)
        }
    }

    /// `县教育局`, `各乡镇`, not `市场化平台公司` or `建好市级医院`: a sentence that ends as a name may.
    private func saysLevel(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first, vocabulary.names.placeWords.match(p.scalars, at: first) == nil else { return false }
        return p.scalars[first] == Self.each || vocabulary.names.levels.contains { p.has($0, at: first) }
    }

    /// Nothing but names of organs and of classes of them (各乡镇).
    /// - Parameter isTitled: a name need not say its level: 财政所, 派出所.
    func isList(_ p: Passage, _ range: Range<Int>, isTitled: Bool = false) -> Bool {
        guard range.count >= 2 else { return false }
        var depth = 0, from = range.lowerBound
        for i in range.lowerBound...range.upperBound {
            if i < range.upperBound {
                // No mark is an ideograph.
                if p.scalars[i].isIdeograph { continue }
                if Self.opening.contains(p.scalars[i]) { depth += 1 }
                if Self.closing.contains(p.scalars[i]) { depth -= 1 }
                guard depth == 0, Self.separators.contains(p.scalars[i]) else { continue }
            }
            guard isUnit(p, from..<i, isTitled) else { return false }
            from = i + 1
        }
        return true
    }

    private func isUnit(_ p: Passage, _ range: Range<Int>, _ isTitled: Bool) -> Bool {
        var (start, end) = (range.lowerBound, range.upperBound)
        trim(p, &start, &end)
        guard end - start >= (start < end && p.scalars[start] == Self.each ? 2 : 3), end - start <= 30, shape.isName(p, start..<end), p.first(of: Self.foreign, in: start..<end) == nil,
              !beginsAsTitle(p, start), !vocabulary.titles.assignmentKeys.begins(p.scalars, at: start, limit: end) else { return false }
        if p.scalars[start] == Self.each { return true }
        // 县发改局（县粮食局）
        if Self.closing.contains(p.scalars[end - 1]), let open = (start..<end).last(where: { Self.opening.contains(p.scalars[$0]) }) { end = open }
        // 区域中心, 县城区: a word that only begins like a level, and an ending; 市场监管所 names something between them.
        if let (_, length) = vocabulary.names.placeWords.match(p.scalars, at: start), vocabulary.names.organEnds.match(p, before: end, from: start + length).map({ $0.length >= end - start - length }) ?? true { return false }
        if vocabulary.head.issuerEnds.contains(p, before: end, from: start) { return true }
        // 沙河镇 says its level at its end.
        if end - start <= Self.longestTown, vocabulary.names.townEnds.match(p, before: end, from: start)?.value ?? false { return true }
        guard isTitled || vocabulary.names.levels.contains(where: { p.has($0, at: start) }) else { return false }
        return vocabulary.names.organEnds.match(p, before: end, from: start)?.value ?? false
    }

    /// 加强, 完善
    private func beginsAsTitle(_ p: Passage, _ start: Int) -> Bool {
        vocabulary.titles.titleVerbHeads.contains(p.scalars[start]) && vocabulary.titles.titleVerbs.contains(p.string(start..<start + 2))
    }

    private func trim(_ p: Passage, _ start: inout Int, _ end: inout Int) {
        while start < end, Passage.isBlank(p.scalars[start]) { start += 1 }
        while end > start, Passage.isBlank(p.scalars[end - 1]) { end -= 1 }
    }

    private static let longest = 60
    private static let longestTown = 6, longestLoose = 24
    private static let counted: ScalarSet = "项条个件"
    /// 各
    private static let each: UInt32 = 0x5404
    private static let colons: ScalarSet = "：:"
    private static let stop: UInt32 = 0x3002
    private static let stops: ScalarSet = "。；;！\n"
    private static let separators: ScalarSet = "、，,"
    private static let opening: ScalarSet = "【〔［[（("
    private static let closing: ScalarSet = "】〕］]）)"
    private static let foreign: ScalarSet = "的把将对为使让了《“\"0123456789"
}
