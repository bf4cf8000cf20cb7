import FanganText

/// Tells an item's own title from its text. A title is a line of its own over something, or a short first
/// sentence, the latter only where the item's siblings have titles too.
struct HeadingRule {
    let vocabulary: OutlineVocabulary

    /// A possible title: its range without end mark, and where the text behind it begins.
    struct Candidate {
        var heading: Range<Int>
        var textStart: Int
        /// It stands on a line of its own above children or paragraphs.
        var ownLine: Bool
        /// The line is a title only if most of its sisters have one: it reads like a sentence, or breaks off in one.
        var needsSisters = false
    }

    func apply(to items: inout [OutlineItem]) {
        var candidates = items.indices.map { candidate(items, $0) }
        dropBrokenLines(from: &candidates, of: items)
        let groups = HeadingGroups(items, candidates.map { $0 != nil })
        MarkedTitles(vocabulary: vocabulary).add(to: &candidates, of: items)
        for i in items.indices where !items[i].isUnderName {
            if candidates[i] == nil || candidates[i]?.ownLine == false, let title = knownTitle(items, i) { candidates[i] = title }
            if candidates[i] == nil, groups.titled(i), let title = runInHeading(items, i) ?? soleSentence(items, i) { candidates[i] = title }
            guard let candidate = candidates[i], candidate.ownLine || groups.titled(i) || candidate.needsSisters && groups.isAlike(i) else { continue }
            items[i].heading = candidate.heading
            items[i].textStart = candidate.textStart
        }
    }

    /// First lines that break off in a sentence, all at the same place, are lines of a page and no titles, which differ in length.
    private func dropBrokenLines(from candidates: inout [Candidate?], of items: [OutlineItem]) {
        let broken = items.indices.compactMap { i -> (item: Int, columns: Int)? in
            guard let candidate = candidates[i], candidate.needsSisters, !candidate.ownLine, candidate.heading.count * 2 + 8 >= Self.shortestLine else { return nil }
            let columns = candidate.heading.reduce(items[i].label.printed.count) { $0 + (Passage.isBlank(items[i].passage.scalars[$1]) ? 0 : items[i].passage.scalars[$1] < 0x100 ? 1 : 2) }
            return columns >= Self.shortestLine ? (i, columns) : nil
        }
        guard broken.count >= Self.fewestLines, let longest = broken.map(\.columns).max(), broken.allSatisfy({ longest - $0.columns <= Self.ragged }) else { return }
        for line in broken { candidates[line.item] = nil }
    }

    // Items are read in place: a copy of one counts a dozen references.
    private func candidate(_ items: [OutlineItem], _ i: Int) -> Candidate? {
        // `（三）` ⏎ `合理用药`: the label stands on a line of its own.
        guard let place = items[i].paragraphs.firstIndex(where: { !$0.isEmpty }) else { return nil }
        let first = items[i].paragraphs[place], p = items[i].passage, hasChildren = !items[i].children.isEmpty
        // A second paragraph that only says who (`责任单位：…`) makes no title of the sentence above it.
        let holdsMore = hasChildren || items[i].paragraphs.dropFirst(place + 1).contains { !saysWho(p, $0) }
        let lineEnd = trimEnd(p, first), firstStop = p.first(of: Self.sentenceEnds, in: first)
        // A title over rows, though none is there: 四、培训方面（共6项）.
        if items[i].isBand, !hasChildren, lineEnd - first.lowerBound <= 40, firstStop == nil { return Candidate(heading: first.lowerBound..<lineEnd, textStart: first.upperBound, ownLine: true) }
        if let titled = bracketedTitle(p, first, lineEnd, firstStop, holdsMore: holdsMore) { return titled }
        // The whole line is the title: `（一）实施“全覆盖”工程。` over paragraphs or children.
        if holdsMore, firstStop.map({ $0 + 1 >= lineEnd }) ?? true, lineEnd - first.lowerBound <= 60 {
            let end = firstStop ?? (lineEnd > first.lowerBound && Self.colons.contains(p.scalars[lineEnd - 1]) ? lineEnd - 1 : lineEnd)
            guard end > first.lowerBound, !Self.breaksOff.contains(p.scalars[end - 1]), !isOpen(p, first.lowerBound..<end), !Self.isSentence(p, first.lowerBound..<end), !announces(p, first.lowerBound..<end, in: first) else { return nil }
            // A line that ends as a sentence does, or breaks off in one, is a title only if its siblings have titles.
            let breaksOff = firstStop == nil && end - first.lowerBound >= 20 && p.first(of: Self.commas, in: first.lowerBound..<end) != nil
            let sure = hasChildren || firstStop == nil && !breaksOff, isArticle = firstStop != nil && items[i].label.form == .article
            let isShort = breaksOff || end - first.lowerBound <= 16
            return Candidate(heading: first.lowerBound..<end, textStart: first.upperBound, ownLine: sure && !isArticle, needsSisters: isShort && !isArticle)
        }
        if let phase = phaseHeading(p, first, isStage: items[i].label.form == .stage) { return phase }
        // `1.坚持规范标准创建。围绕…`
        guard let stop = firstStop, stop - first.lowerBound <= 40, stop - first.lowerBound >= 2, p.scalars[stop] != 0xFF1B,
              p.scalars[stop] != 0x3B else { return nil }
        guard holdsMore || stop + 1 < lineEnd else { return nil }
        guard isTitle(p, first.lowerBound..<stop), holdsMore || !isBracketOnly(p, (stop + 1)..<lineEnd) && !isDamagedBracket(p, (stop + 1)..<lineEnd) else { return nil }
        return Candidate(heading: first.lowerBound..<stop, textStart: stop + 1, ownLine: false)
    }

    /// `加强协调（市发改委牵头）` over paragraphs or children, `加强协调（市发改委牵头）。推进改革…`: the bracket is no part of the title.
    private func bracketedTitle(_ p: Passage, _ first: Range<Int>, _ lineEnd: Int, _ firstStop: Int?, holdsMore: Bool) -> Candidate? {
        let limit = min(firstStop ?? first.upperBound, first.lowerBound + Self.longestTitle)
        guard let open = p.first(of: Self.brackets, in: first.lowerBound..<limit), open - first.lowerBound >= 2,
              let close = AssignmentBracket.end(p, opening: open, limit: first.upperBound), isTitle(p, first.lowerBound..<open) else { return nil }
        let heading = first.lowerBound..<open
        if close + 1 >= lineEnd { return holdsMore ? Candidate(heading: heading, textStart: open, ownLine: true) : nil }
        guard p.scalars[close + 1] == 0x3002 else { return nil }
        return holdsMore || close + 2 < lineEnd ? Candidate(heading: heading, textStart: close + 2, ownLine: close + 2 >= lineEnd) : nil
    }

    /// `宣传动员阶段(2023年6月至7月):制定下发…`, also without the colon.
    private func phaseHeading(_ p: Passage, _ first: Range<Int>, isStage: Bool) -> Candidate? {
        let said = isStage ? first.lowerBound : p.first("阶段", in: first.lowerBound..<min(first.upperBound, first.lowerBound + 16)).map { $0 + 2 }
        // The dates follow at once, or behind the phase's name: `第一阶段：汛前准备（…）`.
        guard let stage = said, let open = (stage..<max(stage, min(first.upperBound, stage + 22))).first(where: { p.scalars[$0] == 0x28 || p.scalars[$0] == 0xFF08 }),
              open > first.lowerBound, !(stage..<open).contains(where: { Self.sentenceEnds.contains(p.scalars[$0]) || p.scalars[$0] == 0xFF0C || p.scalars[$0] == 0x2C }) else { return nil }
        guard let close = (open..<min(first.upperBound, open + 40)).first(where: { p.scalars[$0] == 0x29 || p.scalars[$0] == 0xFF09 }) else { return nil }
        var start = close + 1
        if start < first.upperBound, Self.colons.contains(p.scalars[start]) || p.scalars[start] == 0x3002 { start += 1 }
        return Candidate(heading: first.lowerBound..<(close + 1), textStart: start, ownLine: start < first.upperBound)
    }

    /// A known section title that runs into its text where line ends were lost: `一、工作目标到2020年，…`
    private func knownTitle(_ items: [OutlineItem], _ i: Int) -> Candidate? {
        guard items[i].label.form == .chinese, let first = items[i].paragraphs.first, first.count > 24 || items[i].passage.first(of: Self.sentenceEnds, in: first) != nil,
              let (_, length) = vocabulary.titles.sectionTitles.match(items[i].passage.scalars, at: first.lowerBound, limit: first.upperBound), length >= 4 else { return nil }
        var end = first.lowerBound + length
        // 指导思想和发展目标, 工作目标与任务
        if end < first.upperBound, Self.joins.contains(items[i].passage.scalars[end]),
           let (_, more) = vocabulary.titles.sectionTitles.match(items[i].passage.scalars, at: end + 1, limit: first.upperBound), more >= 4 { end += 1 + more }
        guard end < first.upperBound, !Self.titleGoesOn.contains(items[i].passage.scalars[end]) else { return nil }
        return Candidate(heading: first.lowerBound..<end, textStart: end, ownLine: true)
    }

    /// `（十）针对多发的重点领域，进一步加大执法力度，严厉打击违法行为。` alone over 32. 33., among sisters with titles.
    private func soleSentence(_ items: [OutlineItem], _ i: Int) -> Candidate? {
        let said = items[i].paragraphs.filter { !$0.isEmpty }, p = items[i].passage
        guard !items[i].children.isEmpty, said.count == 1, let line = said.first, line.count <= 90, case let end = trimEnd(p, line),
              end > line.lowerBound, p.scalars[end - 1] == 0x3002, p.first(of: Self.sentenceEnds, in: line) == end - 1, p.first(of: Self.colons, in: line) == nil else { return nil }
        return Candidate(heading: line.lowerBound..<(end - 1), textStart: line.upperBound, ownLine: false)
    }

    /// A title whose mark is lost, in front of a subject that begins the text: `落实政策保障各有关部门要…`
    private func runInHeading(_ items: [OutlineItem], _ item: Int) -> Candidate? {
        guard let first = items[item].paragraphs.first else { return nil }
        let p = items[item].passage
        for i in first.prefix(17) {
            // 开展宣传（各部门）: the bracket says who.
            if Self.sentenceEnds.contains(p.scalars[i]) || p.scalars[i] == 0xFF0C || p.scalars[i] == 0x2C || Self.opening.contains(p.scalars[i]) { return nil }
            if i - first.lowerBound >= 4, vocabulary.titles.subjects.match(p.scalars, at: i, limit: first.upperBound) != nil {
                return Candidate(heading: first.lowerBound..<i, textStart: i, ownLine: false)
            }
        }
        return nil
    }

    private func saysWho(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        let from = Self.brackets.contains(p.scalars[first]) ? first + 1 : first
        return vocabulary.titles.assignmentKeys.begins(p.scalars, at: from, limit: range.upperBound) || NumberHeads.namesPerson(p.part(range), vocabulary)
            || from > first && range.upperBound - from < 200 && vocabulary.items.assignmentWords.contains { p.first($0, in: from..<range.upperBound) != nil }
    }

    /// An item of one sentence with its bracket behind it is text.
    private func isBracketOnly(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last else { return true }
        // `加强协调。（市发改委牵头）推进改革…`: text stands behind it.
        if let close = AssignmentBracket.end(p, opening: first, limit: range.upperBound) { return close >= last || close + 1 == last && p.scalars[last] == 0x3002 }
        if AssignmentBracket.isHalf(p, range) { return true }
        return Self.brackets.contains(p.scalars[first]) && (Self.brackets.contains(p.scalars[last]) || p.scalars[last] == 0x3002)
            && !range.dropLast().contains { p.scalars[$0] == 0x3002 }
    }

    /// `(市人社局负责，11月底前完成`, `市人社局负责)`: the same where one half of the bracket is lost.
    private func isDamagedBracket(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first(where: { !Passage.isBlank(p.scalars[$0]) }), let last = range.last, !range.dropLast().contains(where: { p.scalars[$0] == 0x3002 }) else { return false }
        if Self.opening.contains(p.scalars[first]) { return p.first(of: Self.closing, in: range) == nil && saysWho(p, first..<range.upperBound) }
        return Self.closing.contains(p.scalars[last]) && p.first(of: Self.opening, in: range) == nil && vocabulary.items.assignmentWords.contains { p.first($0, in: range) != nil }
    }

    /// `贯彻落实《数控装` ⏎ `备标准》`: no title ends inside another one, or inside a quotation.
    private func isOpen(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.count { Self.quoteStarts.contains(p.scalars[$0]) } > range.count { Self.quoteEnds.contains(p.scalars[$0]) }
    }

    /// Short, at most one comma, no list of measures.
    private func isTitle(_ p: Passage, _ range: Range<Int>) -> Bool {
        guard range.count <= 36 else { return false }
        var commas = 0
        for i in range {
            if Self.isComma(p.scalars[i]) { commas += 1 } else if p.scalars[i] == 0xFF1A || p.scalars[i] == 0x3A { return false }
        }
        return commas <= 1 && range.count <= (commas == 0 ? 36 : 32)
    }

    /// `符合下列条件之一的，可以申请补贴：` over its list: the sentence that the parts go on with.
    private func announces(_ p: Passage, _ words: Range<Int>, in line: Range<Int>) -> Bool {
        guard words.upperBound < line.upperBound, Self.colons.contains(p.scalars[words.upperBound]), p.first(of: Self.commas, in: words) != nil else { return false }
        return vocabulary.items.announcing.contains { p.first($0, in: words) != nil }
    }

    /// A line that is text rather than a title: several clauses.
    private static func isSentence(_ p: Passage, _ range: Range<Int>) -> Bool {
        let commas = range.count { isComma(p.scalars[$0]) }
        return commas >= 3 || (commas >= 2 && range.count > 36)
    }

    /// ， ,
    private static func isComma(_ scalar: UInt32) -> Bool { scalar == 0xFF0C || scalar == 0x2C }

    private func trimEnd(_ p: Passage, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, Passage.isBlank(p.scalars[end - 1]) { end -= 1 }
        return end
    }

    /// Columns of a line of a page at least, how many such lines show it, and how far they differ where a mark may not begin a line.
    private static let shortestLine = 56, fewestLines = 5, ragged = 4
    private static let sentenceEnds: ScalarSet = [0x3002, 0xFF1B, 0x3B, 0xFF01]
    private static let colons: ScalarSet = [0xFF1A, 0x3A]
    /// 。 and what shows that the words go on as a title or as a sentence about it.
    private static let titleGoesOn: ScalarSet = "。，,；;：:、和与及的是为要应落分清完等"
    private static let joins: ScalarSet = "和与及、"
    /// No title ends in what joins two words: `…做好清单事项与` ⏎ `政务服务事项的衔接。`
    private static let breaksOff: ScalarSet = "与和及、，,"
    private static let commas: ScalarSet = "，,、"
    /// Characters of a title in front of its bracket.
    private static let longestTitle = 36
    private static let quoteStarts: ScalarSet = "《“"
    private static let quoteEnds: ScalarSet = "》”\""
    private static let opening: ScalarSet = "(（〔[［【{｛〖"
    private static let closing: ScalarSet = ")）〕]］】}｝〗"
    private static let brackets: ScalarSet = "()（）〔〕[]［］【】{}｛｝〖〗"
}
