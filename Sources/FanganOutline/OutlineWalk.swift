import FanganText

/// One pass over the lines of a document.
struct OutlineWalk {
    let document: SourceDocument
    let vocabulary: OutlineVocabulary
    let reader: HeaderReader
    let lines: [Line]

    var items: [OutlineItem] = []
    var rows: [TableRow] = []
    /// Of tables, put among the parts.
    var unreadRows: [Span] = []
    var parts: [OutlinePart] = []
    /// Of them, what orders work.
    var orders: [Span] = []
    var header = DocumentHeader()
    var divisionFacts: [DivisionFacts] = []
    private(set) var plans: [FurtherPlan] = []
    var diagnostics: [Diagnostic] = []
    /// Where the last table ended and its columns: on the next page it goes on without its titles.
    var lastTable: (end: Int, columns: [TableReader.Column])?
    let titleRuns: TitleRuns

    init(document: SourceDocument, vocabulary: OutlineVocabulary) {
        self.document = document
        self.vocabulary = vocabulary
        reader = HeaderReader(vocabulary: vocabulary)
        var lines = Line.all(of: document)
        if let contents = ContentsFinder(lines: lines).contents() {
            parts = contents.map { OutlinePart(kind: .paragraph, span: lines[$0].block.span) }
            lines.removeSubrange(contents)
        }
        self.lines = lines
        items.reserveCapacity(lines.count { $0.label != nil })
        titleRuns = TitleRuns(lines, vocabulary)
    }

    mutating func run() {
        let found = DivisionFinder(lines: lines, header: reader, document: document).divisions()
        let annexLists = Set(found.annexLists.flatMap { $0 })
        var front: [Int] = [], tail: [Int] = [], annexFronts: [[Int]] = []
        for division in found.divisions {
            if let mark = division.markLine { parts.append(OutlinePart(kind: .annexTitle, span: lines[mark].block.span)) }
            let (before, after) = walk(division, annexLists: annexLists)
            if division.kind == .plan { furtherPlan(division, front: before, tail: after, annexLists) } else if division.isBehind { annexFronts.append(before) } else {
                front += before
                tail += after
            }
        }
        nameTwins(found.divisions)
        if let list = found.annexLists.first, found.divisions.allSatisfy({ !$0.isBehind }) { noteAnnexes(list) }
        // A plan that is itself the first annex, of a notice or of nothing, has its title behind that mark.
        let planIsAnnex = items.allSatisfy { [.annex, .sheet].contains(divisionFacts[$0.division].kind) }
        for (n, lines) in annexFronts.enumerated() { if n == 0, planIsAnnex { front += lines } else { annexFront(lines) } }
        var facts = HeaderFacts(document: document, reader: reader, lines: lines)
        facts.read(front: front, annexLists: annexLists)
        facts.read(tail: tail)
        facts.readFactsOutsideText()
        facts.readNumberOfFiles()
        header = facts.header
        parts += facts.parts
    }

    /// A second plan in the file has a title of its own; a document of its own has its number and day too, and would have its region.
    private mutating func furtherPlan(_ division: Division, front: [Int], tail: [Int], _ annexLists: Set<Int>) {
        var facts = HeaderFacts(document: document, reader: reader, lines: lines)
        facts.read(front: front, annexLists: annexLists)
        if division.isDocument { facts.read(tail: tail) }
        parts += facts.parts
        guard let title = facts.header.title else { return }
        divisionFacts[divisionFacts.count - 1].label = title.text
        divisionFacts[divisionFacts.count - 1].title = document.passage(title.span)
        plans.append(FurtherPlan(id: "p\(division.ordinal ?? plans.count + 2)", title: title, isDocument: division.isDocument, number: division.isDocument ? facts.header.number : nil, issued: division.isDocument ? facts.header.issued : nil))
        if division.isDocument { note("outline.second-document", .warning, "“\(title.text)” is a document of its own behind the first one; its units and years are read by the first one's region and day.", title.span) }
    }

    /// Sheets 一季度 and 二季度 under one title are told apart by their names.
    private mutating func nameTwins(_ divisions: [Division]) {
        guard divisionFacts.contains(where: { $0.kind == .sheet }) else { return }
        let titles = divisionFacts.map { $0.title.squashed() }
        let times = Dictionary(titles.map { ($0, 1) }, uniquingKeysWith: +)
        for (i, division) in divisions.enumerated() where division.kind == .sheet && !titles[i].isEmpty && times[titles[i]] ?? 0 > 1 {
            divisionFacts[i].sheet = division.label
        }
    }

    // MARK: - One division

    /// Walks a division; returns its lines in front of the first item and the loose ones behind the last.
    private mutating func walk(_ division: Division, annexLists: Set<Int>) -> (front: [Int], tail: [Int]) {
        let index = divisionFacts.count
        divisionFacts.append(DivisionFacts(kind: division.kind, label: division.label, ordinal: division.ordinal, title: Passage()))
        let heads = NumberHeads(lines, in: division.lines, vocabulary), runs = LabelRuns(lines, in: division.lines), duties = UnitParagraphs(lines, in: division.lines, reader)
        let start = duties.start(atMost: heads.start(atMost: firstItemLine(division, annexLists, runs)))
        let front = Array(division.lines.lowerBound..<start)
        readFront(front, of: division, index)
        let behind = DocumentTail(self, in: division.lines, from: start, annexLists: annexLists)
        var open = OpenDivision(index: index, lines: division.lines, heads: heads, runs: runs, duties: duties, behind: behind,
                                stack: ItemStack(ranks: ItemStack.ranks(of: (start..<behind.start).compactMap { lines[$0].mark })),
                                loose: LooseLines(of: lines, before: division.lines.upperBound, reader, document.text, namesBehind: heads.behindItems))
        var i = start
        while i < behind.start {
            if annexLists.contains(i) { parts.append(OutlinePart(kind: .annexList, span: lines[i].block.span)); i += 1 } else { i = take(i, &open) }
        }
        for i in max(i, behind.start)..<max(i, behind.start, division.lines.upperBound) {
            open.tail.append(i)
            parts.append(OutlinePart(kind: annexLists.contains(i) ? .annexList : open.loose.partKind(i), span: lines[i].block.span))
        }
        noteOrders(behind: open.tail)
        return (front, open.tail)
    }

    private mutating func readFront(_ front: [Int], of division: Division, _ index: Int) {
        noteOrders(inFront: front)
        divisionFacts[index].title = titlePassage(front)
        if division.kind == .notice { divisionFacts[index].hasDemands = front.contains { i in vocabulary.head.noticeDemands.contains { lines[i].passage.first($0, in: lines[i].passage.indices) != nil } } }
        if division.kind == .sheet, !divisionFacts[index].title.isEmpty { divisionFacts[index].label = divisionFacts[index].title.squashed() }
    }

    // MARK: - Items

    mutating func open(_ label: Label, length: Int, line: Int, stack: inout ItemStack, division: Int) {
        let index = items.count
        let (parent, ordinal, oddity) = stack.push(label, item: index)
        // Made in its place: a copy of an item counts a dozen references.
        items.append(OutlineItem(label: label))
        if label.ordinal == nil { items[index].label.ordinal = ordinal }
        items[index].parent = parent
        items[index].division = division
        items[index].begin(with: lines[line], length: length)
        if let parent {
            items[parent].children.append(index)
            if items[parent].label.form == .head { items[index].owners = items[parent].owners }
        }
        if label.form == .head { name(index, by: lines[line].passage) }
        report(label, oddity)
    }

    /// The title is its label, and may say whose its duties are: `乡镇责任：`.
    private mutating func name(_ head: Int, by title: Passage) {
        items[head].isUnderName = true
        if let classes = NumberHeads.classes(title, vocabulary) { items[head].owners = Owners(names: title.part(classes), isOwn: false) }
    }

    private func titlePassage(_ front: [Int]) -> Passage {
        var passage = Passage()
        for i in front.prefix(12) where lines[i].kind(reader) == .title { document.append(lines[i].block.span, to: &passage) }
        return passage
    }

    private mutating func annexFront(_ front: [Int]) {
        for i in front {
            let title = lines[i].kind(reader) == .title && lines[i].passage.count < 60
            parts.append(OutlinePart(kind: title ? .annexTitle : .paragraph, span: lines[i].block.span))
        }
    }
}
