import FanganText

/// Lines of a division that stand inside or behind its items and are of none of them.
struct LooseLines {
    let lines: [Line]
    /// First line behind the division.
    private let end: Int
    let reader: HeaderReader
    let vocabulary: OutlineVocabulary
    /// What was found of the last item and its sisters, and with how many paragraphs it was.
    private var lastItem: (item: Int, paragraphs: Int, alike: Int, isOneOfSeveral: Bool)?

    /// The last paragraph that was said to be behind the last item neither speaks of the plan nor stands behind a bracket.
    private(set) var isMovedByLook = false
    private let text: CanonicalText
    /// Several items have the names of their units on a line behind them.
    private let hasNamesBehind: Bool

    init(of lines: [Line], before end: Int, _ reader: HeaderReader, _ text: CanonicalText, namesBehind: Int) { (self.lines, self.end, self.reader, vocabulary, self.text, hasNamesBehind) = (lines, end, reader, reader.vocabulary, text, namesBehind >= 2) }

    /// Lines inside or behind the items that belong to the document: signature, date, `（此页无正文）`, `本意见自…起施行`.
    func isLoose(_ i: Int, lastLabel: Int, behind current: Int?, of items: [OutlineItem]) -> Bool {
        let text = lines[i].passage.trimmed()
        // `【责任单位：市财政局】` is the item's, though other such lines are a site's.
        if text.scalars.first == 0x3010, AssignmentBracket.start(text, closing: text.count - 1) == 0 { return false }
        switch text.count == lines[i].passage.count ? lines[i].kind(reader) : reader.kind(of: text) {
        case .date, .closing: return true
        case .organ:
            let next = (i + 1..<min(i + 5, end)).first { lines[$0].kind(reader) != .organ }
            // The last line of all with nothing but a name, behind the end of a sentence, is no text either, unless the items before it end so too.
            if next == nil, i + 1 == end, hasNamesBehind { return false }
            return next.map { lines[$0].kind(reader) == .date } ?? (i > lastLabel && lines[i - 1].passage.last.map { Self.paragraphEnds.contains($0) } ?? false)
        default:
            guard i > lastLabel else { return false }
            // An appeal to all under a bare title is the item's own text.
            let hasText = current.map { items[$0].passage.last.map { Self.paragraphEnds.contains($0) } ?? false } ?? false
            return reader.isClosingRule(text) || hasText && (HeaderReader.isAppeal(text, at: 0) || isForOthers(text))
        }
    }

    /// `未列入试点的县区，可参照本方案开展工作。`: who else may follow the plan; what assigns work or says by when stays with its item.
    private func isForOthers(_ text: Passage) -> Bool {
        vocabulary.items.planMentions.contains { text.first($0, in: text.indices) != nil } && !isOrder(text)
    }

    func isOrder(_ text: Passage) -> Bool {
        vocabulary.items.assignmentWords.contains { text.first($0, in: text.indices) != nil } || HeaderReader.namesDeadline(text)
    }

    /// Whether a paragraph behind the last label is of the document and no more of the last item.
    mutating func isBehindLast(_ i: Int, _ current: Int?, of items: [OutlineItem]) -> Bool {
        isMovedByLook = false
        guard let current, lines[i].block.cell == nil, !isPart(i, of: items[current]) else { return false }
        if let last = items[current].paragraphs.last, AssignmentBracket.ends(items[current].passage, in: last) { return !assigns(lines[i].passage) && !goesOnBehindBracket(i, current, of: items) }
        if endsInFacts(items[current]) { return mayEndPlan(lines[i].passage.trimmed()) && sistersEndInFacts(current, items) }
        let isAbout = isAboutThePlan(i)
        guard isAbout || mayEndPlan(lines[i].passage.trimmed()) else { return false }
        // The same for all paragraphs behind it.
        if let known = lastItem, known.item == current, known.paragraphs == items[current].paragraphs.count {} else {
            lastItem = (current, items[current].paragraphs.count, sistersAlike(current, items), isOneParagraph(current, amongSeveral: items))
        }
        guard let known = lastItem else { return false }
        isMovedByLook = !isAbout
        return isAbout ? known.alike >= 2 : known.isOneOfSeveral && UnitNames(vocabulary).namesDoer(lines[i].passage.trimmed()) || known.alike > 0 && isSetOff(i)
    }

    /// A sentence of some length that does not say whose the item in front of it is.
    private func mayEndPlan(_ text: Passage) -> Bool {
        text.count >= Self.shortestEnd && text.last == 0x3002 && !assigns(text) && !reader.isFact(text)
    }

    /// `23.提升素质。…` ⏎ `市科委牵头建立联动机制，…。`: all numbers of its kind are one paragraph each.
    private func isOneParagraph(_ index: Int, amongSeveral items: [OutlineItem]) -> Bool {
        let item = items[index]
        guard isOneWholeParagraph(item) else { return false }
        let sisters = items.indices.filter { $0 != index && items[$0].division == item.division && items[$0].label.form == item.label.form && !items[$0].isCell }
        return sisters.count >= Self.several && sisters.allSatisfy { items[$0].paragraphs.count == 1 && items[$0].children.isEmpty }
    }

    private func isOneWholeParagraph(_ item: OutlineItem) -> Bool {
        guard item.paragraphs.count == 1, item.children.isEmpty, let own = item.paragraphs.first else { return false }
        return own.last.map { Self.paragraphEnds.contains(item.passage.scalars[$0]) } ?? false
    }

    /// A blank line in front of it, while none stands between the numbers before it.
    private func isSetOff(_ i: Int) -> Bool {
        guard hasBlank(before: i) else { return false }
        let numbers = (max(1, i - Self.window)..<i).filter { lines[$0].label != nil }
        return numbers.count >= 2 && !numbers.contains(where: hasBlank)
    }

    private func hasBlank(before i: Int) -> Bool {
        guard i > 0, lines[i - 1].block.span.end <= lines[i].block.span.start else { return false }
        return text.bytes[lines[i - 1].block.span.end..<lines[i].block.span.start].count { $0 == 0x0A } > 1
    }

    private static let shortestEnd = 15, several = 3, window = 12

    /// `● 新建农田。` right behind the item's last line: a part of it.
    private func isPart(_ i: Int, of item: OutlineItem) -> Bool {
        guard let first = lines[i].passage.scalars.first(where: { !Passage.isBlank($0) }), vocabulary.items.bullets.contains(first) || vocabulary.items.listSigns.contains(first) else { return false }
        return item.ownSpans.last == lines[i - 1].block.span
    }

    /// The sisters of an item, where each of them is one paragraph and so is the item by now: `10.简化审批。…` ⏎ `其他领域的政策按照《…》执行。`
    private func sistersAlike(_ index: Int, _ items: [OutlineItem]) -> Int {
        let item = items[index]
        guard isOneWholeParagraph(item) else { return 0 }
        let sisters = items.indices.filter { $0 != index && items[$0].division == item.division && items[$0].parent == item.parent && !items[$0].isCell }
        return sisters.allSatisfy { items[$0].paragraphs.count == 1 && items[$0].children.isEmpty } ? sisters.count : 0
    }

    /// A paragraph that speaks of the whole plan: it begins so (`其他…`, `上述措施…`), or one that ends the plan follows. What assigns
    /// work or says by when stays with its item.
    private func isAboutThePlan(_ i: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        if isOrder(text) { return false }
        if vocabulary.items.planStarts.contains(where: { text.has($0, at: 0) }) { return true }
        guard i + 1 < end, lines[i + 1].label == nil else { return false }
        let next = lines[i + 1].passage.trimmed()
        return reader.isClosingRule(next)
    }

    static let paragraphEnds: ScalarSet = "。）)〕］】！"

    /// Says whose a duty is, in a bracket or on a line of its own: `责任单位：市卫健委`.
    func assigns(_ passage: Passage) -> Bool { AssignmentBracket.ends(passage, in: passage.indices) || vocabulary.titles.assignmentKeys.match(passage.trimmed().scalars, at: 0) != nil }

    func partKind(_ i: Int) -> OutlinePart.Kind {
        switch lines[i].kind(reader) {
        case .date, .organ: .signature
        default: .closing
        }
    }
}
