import FanganText

/// Lines of a division that stand inside or behind its items and are of none of them.
struct LooseLines {
    let lines: [Line]
    /// First line behind the division.
    private let end: Int
    let reader: HeaderReader
    let vocabulary: OutlineVocabulary
    /// What was found of the last item and its sisters, and with how many paragraphs it was.
    private var lastItem: (item: Int, paragraphs: Int, isAlike: Bool)?

    init(of lines: [Line], before end: Int, _ reader: HeaderReader) { (self.lines, self.end, self.reader, vocabulary) = (lines, end, reader, reader.vocabulary) }

    /// Lines inside or behind the items that belong to the document: signature, date, `（此页无正文）`, `本意见自…起施行`.
    func isLoose(_ i: Int, lastLabel: Int, behind current: Int?, of items: [OutlineItem]) -> Bool {
        let text = lines[i].passage.trimmed()
        // `【责任单位：市财政局】` is the item's, though other such lines are a site's.
        if text.scalars.first == 0x3010, AssignmentBracket.start(text, closing: text.count - 1) == 0 { return false }
        switch text.count == lines[i].passage.count ? lines[i].kind(reader) : reader.kind(of: text) {
        case .date, .closing: return true
        case .organ:
            let next = (i + 1..<min(i + 5, end)).first { lines[$0].kind(reader) != .organ }
            // The last line of all with nothing but a name, behind the end of a sentence, is no text either.
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
        vocabulary.planMentions.contains { text.first($0, in: text.indices) != nil } && !isOrder(text)
    }

    func isOrder(_ text: Passage) -> Bool {
        vocabulary.assignmentWords.contains { text.first($0, in: text.indices) != nil } || HeaderReader.namesDeadline(text)
    }

    /// Whether a paragraph behind the last label is of the document and no more of the last item.
    mutating func isBehindLast(_ i: Int, _ current: Int?, of items: [OutlineItem]) -> Bool {
        guard let current, lines[i].block.cell == nil, !isPart(i, of: items[current]) else { return false }
        if isAssigned(items[current]) { return !isAssigned(lines[i].passage) && !goesOnBehindBracket(i, current, of: items) }
        guard isAboutThePlan(i) else { return false }
        // The same for all paragraphs behind it.
        if let known = lastItem, known.item == current, known.paragraphs == items[current].paragraphs.count { return known.isAlike }
        let isAlike = isOneParagraphAmongSuch(current, items)
        lastItem = (current, items[current].paragraphs.count, isAlike)
        return isAlike
    }

    /// `● 新建农田。` right behind the item's last line: a part of it.
    private func isPart(_ i: Int, of item: OutlineItem) -> Bool {
        guard let first = lines[i].passage.scalars.first(where: { !Passage.isBlank($0) }), vocabulary.bullets.contains(first) || vocabulary.listSigns.contains(first) else { return false }
        return item.ownSpans.last == lines[i - 1].block.span
    }

    /// Each of its sisters is one paragraph, and so is the item by now: `10.简化审批。…` ⏎ `其他领域的政策按照《…》执行。`
    private func isOneParagraphAmongSuch(_ index: Int, _ items: [OutlineItem]) -> Bool {
        let item = items[index]
        guard item.paragraphs.count == 1, item.children.isEmpty, let own = item.paragraphs.first, own.last.map({ Self.paragraphEnds.contains(item.passage.scalars[$0]) }) ?? false else { return false }
        let sisters = items.indices.filter { $0 != index && items[$0].division == item.division && items[$0].parent == item.parent && !items[$0].isCell }
        return sisters.count >= 2 && sisters.allSatisfy { items[$0].paragraphs.count == 1 && items[$0].children.isEmpty }
    }

    /// A paragraph that speaks of the whole plan: it begins so (`其他…`, `上述措施…`), or one that ends the plan follows. What assigns
    /// work or says by when stays with its item.
    private func isAboutThePlan(_ i: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        if isOrder(text) { return false }
        if vocabulary.planStarts.contains(where: { text.has($0, at: 0) }) { return true }
        guard i + 1 < end, lines[i + 1].label == nil else { return false }
        let next = lines[i + 1].passage.trimmed()
        return reader.isClosingRule(next)
    }

    static let paragraphEnds: ScalarSet = "。）)〕］】！"

    /// Behind the last item's responsibility bracket a further paragraph is of the document, unless it has one too.
    private func isAssigned(_ item: OutlineItem) -> Bool {
        item.paragraphs.last.map { Self.isAssigned(item.passage, $0) } ?? false
    }

    /// Says whose a duty is, in a bracket or on a line of its own: `责任单位：市卫健委`.
    func assigns(_ passage: Passage) -> Bool { isAssigned(passage) || vocabulary.assignmentKeys.match(passage.trimmed().scalars, at: 0) != nil }

    func isAssigned(_ passage: Passage) -> Bool { Self.isAssigned(passage, passage.indices) }

    static func isAssigned(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.last { !Passage.isBlank(p.scalars[$0]) && p.scalars[$0] != 0x3002 }.map { AssignmentBracket.ends(p, at: $0) } ?? false
    }

    func partKind(_ i: Int) -> OutlinePart.Kind {
        switch lines[i].kind(reader) {
        case .date, .organ: .signature
        default: .closing
        }
    }
}
