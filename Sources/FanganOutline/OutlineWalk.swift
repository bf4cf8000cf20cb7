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
        titleRuns = TitleRuns(lines, vocabulary)
    }

    mutating func run() {
        let found = DivisionFinder(lines: lines, header: reader, document: document).divisions()
        let annexLists = Set(found.annexLists.flatMap { $0 })
        var front: [Int] = [], tail: [Int] = [], annexFronts: [[Int]] = []
        for division in found.divisions {
            if let mark = division.markLine { parts.append(OutlinePart(kind: .annexTitle, span: lines[mark].block.span)) }
            let (before, after) = walk(division, annexLists: annexLists)
            if division.kind == .plan { furtherPlan(division, front: before, annexLists) } else if division.isBehind { annexFronts.append(before) } else {
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

    /// A second plan in the file has a title of its own; a document of its own would have its number, day and region too.
    private mutating func furtherPlan(_ division: Division, front: [Int], _ annexLists: Set<Int>) {
        var facts = HeaderFacts(document: document, reader: reader, lines: lines)
        facts.read(front: front, annexLists: annexLists)
        parts += facts.parts
        guard let title = facts.header.title else { return }
        divisionFacts[divisionFacts.count - 1].label = title.text
        divisionFacts[divisionFacts.count - 1].title = document.passage(title.span)
        if division.isDocument { note("outline.second-document", .warning, "“\(title.text)” is a document of its own behind the first one; its duties stand under the first one's number, day and region.", title.span) }
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
        let heads = NumberHeads(lines, in: division.lines, vocabulary), runs = LabelRuns(lines, in: division.lines)
        let duties = UnitParagraphs(lines, in: division.lines, reader)
        let start = duties.start(atMost: heads.start(atMost: firstItemLine(division, annexLists, runs)))
        let front = Array(division.lines.lowerBound..<start)
        noteOrders(inFront: front)
        divisionFacts[index].title = titlePassage(front)
        if division.kind == .notice { divisionFacts[index].hasDemands = front.contains { i in vocabulary.head.noticeDemands.contains { lines[i].passage.first($0, in: lines[i].passage.indices) != nil } } }
        if division.kind == .sheet, !divisionFacts[index].title.isEmpty { divisionFacts[index].label = divisionFacts[index].title.squashed() }
        let behind = DocumentTail(self, in: division.lines, from: start, annexLists: annexLists), lastLabel = behind.lastLabel
        var stack = ItemStack(ranks: ItemStack.ranks(of: (start..<behind.start).compactMap { lines[$0].label.map { ItemStack.Mark($0.label) } }))
        var tail: [Int] = [], loose = LooseLines(of: lines, before: division.lines.upperBound, reader, document.text, namesBehind: heads.behindItems)
        // `注：` behind a table, up to the next section.
        var isInNotes = false
        // From a paragraph about several items on, up to the next label, nothing is the last item's; it is of the section that holds the items. Nor is
        // anything behind the plan's last words.
        var isBehindList = false, section: Int?, isOver = false
        var owners: (names: Owners, rank: Int)?
        var i = start
        while i < behind.start {
            if annexLists.contains(i) {
                parts.append(OutlinePart(kind: .annexList, span: lines[i].block.span))
            } else if mayBeginTable(i), var table = TableReader(walk: self, limit: behind.start).table(at: i) {
                TableOwners(lines: lines, vocabulary: vocabulary, reader: reader).give(to: &table, at: i, from: division.lines.lowerBound)
                take(table, at: i, division: index, host: stack.current)
                i = table.end
                continue
            } else if let lead = duties.lead(at: i) {
                open(UnitParagraphs.label(lead.names, of: lines[i]), length: lead.text, line: i, stack: &stack, division: index)
                items[items.count - 1].owners = Owners(names: lines[i].passage.part(lead.names), isOwn: true)
                // What stands under a name alone are its duties, and the first of them is no title of the others.
                items[items.count - 1].isUnderName = lead.text == lines[i].passage.count
                isBehindList = false
            } else if let names = heads.names(at: i), let label = label(at: i + 1)?.label {
                // `县财政局：` over 1. 2. 3.
                let rank = min(stack.rank(label), owners?.rank ?? rank(ofNumberedHead: stack) ?? Int.max)
                owners = (Owners(names: names, isOwn: false), rank)
                stack.leave(from: rank)
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
                isBehindList = false
            } else if let head = owners, endsHead(i, head.rank, stack) {
                stack.leave(from: head.rank)
                owners = nil
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
                isBehindList = false
            } else if let label = label(at: i), stack.accepts(label.label) || runs.contains(i), !goesOnInside(label.label, stack) {
                if label.label.form <= .chineseBracketed { isInNotes = false }
                isBehindList = false
                open(label.label, length: label.length, line: i, stack: &stack, division: index)
                if let head = owners {
                    if stack.rank(label.label) >= head.rank, label.label.form != .head { items[items.count - 1].owners = head.names } else { owners = nil }
                }
                items[items.count - 1].isNote = isInNotes && !AssignmentBracket.ends(lines[i].passage, in: lines[i].passage.indices)
            } else if beginsNotes(i) {
                isInNotes = true
                stack.leave()
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
            } else if isOver && !loose.assigns(lines[i].passage) || endsPlan(i, behind, stack.current) || loose.isLoose(i, lastLabel: lastLabel, behind: stack.current, of: items) {
                tail.append(i)
                parts.append(OutlinePart(kind: loose.partKind(i), span: lines[i].block.span))
                isOver = isOver || i > lastLabel && !reader.isRemark(lines[i].passage.trimmed())
            } else if i > lastLabel, loose.isBehindLast(i, stack.current, of: items) {
                tail.append(i)
                if loose.isMovedByLook { noteMoved(i) }
                parts.append(OutlinePart(kind: loose.partKind(i), span: lines[i].block.span))
            } else if let current = stack.current, let rank = stack.open.last?.rank, !isBehindList, isTitleOfLostItem(i, behind: current) {
                openUnnumbered(i, rank, &stack, index)
            } else if let title = bareTitle(i, behind: stack.current, stack) {
                switch title {
                case .section: stack.close()
                case .from(let rank): stack.leave(from: rank)
                }
                (isBehindList, section) = (true, nil)
                continue
            } else if let current = stack.current, !isBehindList, let holder = holder(ofUnitsAt: i, behind: current, stack), let rank = stack.open.last?.rank {
                // What follows, such as `完成时限：…`, is of that item too.
                stack.leave(from: rank)
                append(i, to: holder)
            } else if let current = stack.current, !isBehindList {
                reportUnread(i, behind: stack)
                isBehindList = BackReference.begins(lines[i].passage.trimmed(), behind: sisters(of: current), vocabulary)
                section = items[current].parent
                // What has lost its number is of no other item, and its units are not those of all.
                if loose.hasLostNumber(i, behind: current, of: items) { (isBehindList, section) = (true, nil) }
                if isBehindList { continue }
                append(i, to: head(namedBy: i, behind: current) ?? holder(spokenOf: i, behind: current, stack, loose) ?? current)
            } else if isBehindList, let section {
                append(i, to: section)
            } else {
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
            }
            i += 1
        }
        for i in max(i, behind.start)..<max(i, behind.start, division.lines.upperBound) {
            tail.append(i)
            parts.append(OutlinePart(kind: annexLists.contains(i) ? .annexList : loose.partKind(i), span: lines[i].block.span))
        }
        noteOrders(behind: tail)
        return (front, tail)
    }

    /// Whether a line behind the last number says that the plan is over.
    private func endsPlan(_ i: Int, _ behind: DocumentTail, _ current: Int?) -> Bool {
        i > behind.lastLabel && behind.begins(at: i, isComplete: current.map { items[$0].passage.last.map { LooseLines.paragraphEnds.contains($0) } ?? false } ?? true)
    }

    /// `…要素：（1）…；（2）…。` ⏎ `（3）…`: the numbers before it stand in the sentence, so that this one does too, though a line begins with it.
    private func goesOnInside(_ label: Label, _ stack: ItemStack) -> Bool {
        guard label.form == .arabicBracketed || label.form == .circled, let n = label.ordinal, n > 1, !stack.hasBegun(label), let current = stack.current else { return false }
        let text = items[current].passage
        return text.indices.reversed().contains { i in
            guard let before = LabelLexer(text).label(at: i)?.label, before.form == label.form else { return false }
            return before.ordinal == n - 1
        }
    }

    /// The label of a line, also a number whose mark is lost between two neighbours that make it certain.
    private func label(at i: Int) -> (label: Label, length: Int)? {
        if let found = lines[i].label { return found }
        guard let bare = LabelLexer(lines[i].passage).bareNumber(), let n = bare.label.ordinal else { return nil }
        let before = n == 1 || (0..<i).reversed().prefix(6).contains { lines[$0].label?.label.form == .arabic && lines[$0].label?.label.ordinal == n - 1 }
        let after = (i + 1..<min(i + 5, lines.count)).contains { $0 < lines.count && lines[$0].label?.label.form == .arabic && lines[$0].label?.label.ordinal == n + 1 }
        return before && after ? bare : nil
    }

    /// `工作要求：` over a 1. of the rank of the duties that stand under names: what follows is no more of those names.
    private func endsHead(_ i: Int, _ rank: Int, _ stack: ItemStack) -> Bool {
        let text = lines[i].passage.trimmed()
        guard lines[i].label == nil, text.count <= 20, let last = text.last, Self.colons.contains(last), i + 1 < lines.count, lines[i + 1].block.cell == nil,
              let below = lines[i + 1].label?.label else { return false }
        return below.ordinal == 1 && stack.rank(below) <= rank
    }

    private static let colons: ScalarSet = "：:"

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

    /// `县水利局：` behind the numbers of `乡镇责任：` is no more under that title, as it is right below it.
    private func rank(ofNumberedHead stack: ItemStack) -> Int? {
        stack.open.last { items[$0.item].label.form == .head && !items[$0.item].children.isEmpty }?.rank
    }

    /// The title is its label, and may say whose its duties are: `乡镇责任：`.
    private mutating func name(_ head: Int, by title: Passage) {
        items[head].isUnderName = true
        if let classes = NumberHeads.classes(title, vocabulary) { items[head].owners = Owners(names: title.part(classes), isOwn: false) }
    }

    /// `上述项目涉及易燃易爆的除外。` behind the last of several items, in front of an outer number: it speaks of them all.
    private func holder(spokenOf line: Int, behind current: Int, _ stack: ItemStack, _ loose: LooseLines) -> Int? {
        guard let holder = items[current].parent, items[holder].children.count >= 3, items[current].children.isEmpty, let last = items[current].passage.last, LooseLines.paragraphEnds.contains(last),
              line + 1 < lines.count, let next = lines[line + 1].label?.label, let rank = stack.open.last?.rank, stack.rank(next) < rank else { return nil }
        let text = lines[line].passage.trimmed()
        return vocabulary.items.backReferences.contains { text.has($0, at: 0) } && !loose.isOrder(text) ? holder : nil
    }

    /// `责任领导：王某` behind the numbers under `县级责任：`: whose the whole list is, unless one of them has such a line of its own.
    private func head(namedBy line: Int, behind current: Int) -> Int? {
        guard let head = items[current].parent, items[head].label.form == .head, items[current].children.isEmpty, items[current].paragraphs.count == 1,
              NumberHeads.namesPerson(lines[line].passage.trimmed(), vocabulary), items[head].children.allSatisfy({ items[$0].paragraphs.count == 1 }) else { return nil }
        return head
    }

    /// How many items its parent has so far.
    private func sisters(of item: Int) -> Int { items[item].parent.map { items[$0].children.count } ?? 1 }

    private mutating func append(_ line: Int, to item: Int) { items[item].append(lines[line], in: document) }

    /// `注：` alone on a line, right behind a table.
    private func beginsNotes(_ i: Int) -> Bool {
        guard let lastTable, i >= lastTable.end, i - lastTable.end <= 2, lines[i].label == nil else { return false }
        return vocabulary.items.noteMarks.contains(lines[i].passage.squashed())
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
