import FanganText

/// Makes the outline of a document: divisions, header, items by their labels, tables, roles, titles.
public struct OutlineBuilder: Sendable {
    let vocabulary: OutlineVocabulary

    public init(vocabulary: OutlineVocabulary = .standard) { self.vocabulary = vocabulary }

    public func build(_ document: SourceDocument) -> Outline {
        var walk = OutlineWalk(document: document, vocabulary: vocabulary)
        walk.run()
        // Taken out of the walk, so that the rules change them in place.
        var items: [OutlineItem] = []
        swap(&items, &walk.items)
        Shape.close(&items)
        HeadingRule(vocabulary: vocabulary).apply(to: &items)
        RoleRule(vocabulary: vocabulary, divisions: walk.divisionFacts).apply(to: &items)
        AnnouncedLists(vocabulary: vocabulary).apply(to: &items)
        ListedParagraphs(vocabulary: vocabulary, document: document).apply(to: &items)
        OwnersRule(vocabulary: vocabulary, divisions: walk.divisionFacts).apply(to: &items)
        Paths(divisions: walk.divisionFacts).apply(to: &items, rows: walk.rows)
        let guards = Completeness(items: items, rows: walk.rows, unreadRows: walk.unreadRows, repeatedNumbers: Set(walk.diagnostics.filter { $0.code == "outline.number-repeated" }.compactMap(\.span))).diagnostics()
        return Outline(header: walk.header, items: items, rows: walk.rows, parts: walk.parts.sorted { $0.span < $1.span }, diagnostics: walk.diagnostics + guards)
    }
}

/// What later rules need to know of a division.
struct DivisionFacts {
    var kind: Division.Kind
    /// `附件2`, only where the file has more than one part with items; of a further sheet its title, else its name.
    var label: String?
    var ordinal: Int?
    var title: Passage
    /// The name of a sheet whose title another one has as well.
    var sheet: String?
    /// Set for a table of measured indicators.
    var hasScoreColumn = false
    /// A notice whose numbers are said to be demands: 现提出如下要求.
    var hasDemands = false
}

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
    var header = DocumentHeader()
    var divisionFacts: [DivisionFacts] = []
    var diagnostics: [Diagnostic] = []
    /// Where the last table ended and its columns: on the next page it goes on without its titles.
    var lastTable: (end: Int, columns: [TableReader.Column])?
    let titleRuns: TitleRuns
    /// What was found of the last item and its sisters, and with how many paragraphs it was.
    private var lastItem: (item: Int, paragraphs: Int, isAlike: Bool)?

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
        let heads = UnitHeads(lines, in: division.lines, vocabulary)
        let duties = UnitParagraphs(lines, in: division.lines, reader)
        let start = duties.start(atMost: heads.start(atMost: firstItemLine(division, annexLists)))
        let front = Array(division.lines.lowerBound..<start)
        divisionFacts[index].title = titlePassage(front)
        if division.kind == .notice { divisionFacts[index].hasDemands = front.contains { i in vocabulary.noticeDemands.contains { lines[i].passage.first($0, in: lines[i].passage.indices) != nil } } }
        if division.kind == .sheet, !divisionFacts[index].title.isEmpty { divisionFacts[index].label = divisionFacts[index].title.squashed() }
        let behind = DocumentTail(self, in: division.lines, from: start, annexLists: annexLists), lastLabel = behind.lastLabel
        var stack = ItemStack(ranks: ItemStack.ranks(of: (start..<behind.start).compactMap { lines[$0].label.map { ItemStack.Mark($0.label) } }))
        var tail: [Int] = []
        // `注：` behind a table, up to the next section.
        var isInNotes = false
        // From a paragraph about several items on, up to the next label, nothing is the last item's; nor is it behind the plan's last words.
        var isBehindList = false, isOver = false
        var owners: (names: Owners, rank: Int)?
        var i = start
        while i < behind.start {
            if annexLists.contains(i) {
                parts.append(OutlinePart(kind: .annexList, span: lines[i].block.span))
            } else if mayBeginTable(i), var table = TableReader(walk: self, limit: division.lines.upperBound).table(at: i) {
                TableOwners(lines: lines, vocabulary: vocabulary, reader: reader).give(to: &table, at: i, from: division.lines.lowerBound)
                take(table, division: index, host: stack.current)
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
                let rank = min(stack.rank(label), owners?.rank ?? Int.max)
                owners = (Owners(names: names, isOwn: false), rank)
                stack.leave(from: rank)
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
                isBehindList = false
            } else if let head = owners, endsHead(i, head.rank, stack) {
                stack.leave(from: head.rank)
                owners = nil
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
                isBehindList = false
            } else if let label = label(at: i), stack.accepts(label.label), !goesOnInside(label.label, stack) {
                if label.label.form <= .chineseBracketed { isInNotes = false }
                isBehindList = false
                open(label.label, length: label.length, line: i, stack: &stack, division: index)
                if let head = owners {
                    if stack.rank(label.label) >= head.rank { items[items.count - 1].owners = head.names } else { owners = nil }
                }
                items[items.count - 1].isNote = isInNotes && !isAssigned(lines[i].passage)
            } else if beginsNotes(i) {
                isInNotes = true
                stack.leave()
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
            } else if isOver && !isAssigned(lines[i].passage) || endsPlan(i, behind, stack.current) || isLoose(i, in: division, lastLabel: lastLabel, behind: stack.current) {
                tail.append(i)
                parts.append(OutlinePart(kind: partKind(i), span: lines[i].block.span))
                isOver = isOver || i > lastLabel && !reader.isRemark(lines[i].passage.trimmed())
            } else if i > lastLabel, isBehindLast(i, stack.current, in: division) {
                tail.append(i)
                parts.append(OutlinePart(kind: partKind(i), span: lines[i].block.span))
            } else if let title = bareTitle(i, behind: stack.current, stack) {
                switch title {
                case .section: stack.close()
                case .from(let rank): stack.leave(from: rank)
                }
                isBehindList = true
                continue
            } else if let current = stack.current, !isBehindList {
                isBehindList = BackReference.begins(lines[i].passage.trimmed(), behind: sisters(of: current), vocabulary)
                if isBehindList { continue }
                append(i, to: head(namedBy: i, behind: current) ?? holder(spokenOf: i, behind: current, stack) ?? current)
            } else {
                parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
            }
            i += 1
        }
        for i in behind.start..<max(behind.start, division.lines.upperBound) {
            tail.append(i)
            parts.append(OutlinePart(kind: annexLists.contains(i) ? .annexList : partKind(i), span: lines[i].block.span))
        }
        return (front, tail)
    }

    /// The first line that begins an item or a table; a compiler's own number before the title is none.
    private func firstItemLine(_ division: Division, _ annexLists: Set<Int>) -> Int {
        let tables = TableReader(walk: self, limit: division.lines.upperBound)
        for i in division.lines where !annexLists.contains(i) {
            if mayBeginTable(i), tables.begins(at: i) { return i }
            guard let label = lines[i].label?.label else { continue }
            if i - division.lines.lowerBound < 3, label.form == .arabic, isCompilerNumber(i) { continue }
            if i - division.lines.lowerBound < 6, isNumberedNotice(i) || i + 1 < division.lines.upperBound && lines[i].passage.count <= 20 && isNumberedNotice(i + 1) { continue }
            guard label.form != .arabic || (label.ordinal ?? 1) <= 3 || i > division.lines.lowerBound + 6 else { continue }
            if label.damage != nil { continue }
            return i
        }
        return division.lines.upperBound
    }

    /// A cell, the first of some lines that are titles of columns, or a line that may hold several titles: most lines are told here.
    private func mayBeginTable(_ i: Int) -> Bool {
        if lines[i].block.cell != nil || titleRuns.run(beginningAt: i) != nil { return true }
        guard lines[i].label == nil else { return false }
        return KeyedLines.mayBegin(lines[i], vocabulary) || RunTogetherGrid.mayBegin(lines[i].passage) || lines[i].passage.count <= 200 && lines[i].passage.scalars.prefix(24).contains(where: Passage.isBlank)
    }

    /// `4. 示例省…关于印发《…》的通知（2023年2月28日）`: a collection's number.
    private func isCompilerNumber(_ i: Int) -> Bool {
        guard let length = lines[i].label?.length else { return false }
        let text = lines[i].passage.part(min(length, lines[i].passage.count)..<lines[i].passage.count)
        if text.last == nil { return true }
        let next = i + 1 < lines.count ? lines[i + 1].passage : Passage()
        let about = text.first("关于", in: text.indices) != nil || next.first("关于", in: next.indices) != nil
        return about && text.first("。", in: text.indices) == nil
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
        Self.begin(&items[index], lines[line], length: length)
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
        if let classes = PlainHeads.classes(title, vocabulary) { items[head].owners = Owners(names: title.part(classes), isOwn: false) }
    }

    /// `上述项目涉及易燃易爆的除外。` behind the last of several items, in front of an outer number: it speaks of them all.
    private func holder(spokenOf line: Int, behind current: Int, _ stack: ItemStack) -> Int? {
        guard let holder = items[current].parent, items[holder].children.count >= 3, items[current].children.isEmpty, let last = items[current].passage.last, Self.paragraphEnds.contains(last),
              line + 1 < lines.count, let next = lines[line + 1].label?.label, let rank = stack.open.last?.rank, stack.rank(next) < rank else { return nil }
        let text = lines[line].passage.trimmed()
        return vocabulary.backReferences.contains { text.has($0, at: 0) } && !isOrder(text) ? holder : nil
    }

    /// `责任领导：王某` behind the numbers under `县级责任：`: whose the whole list is, unless one of them has such a line of its own.
    private func head(namedBy line: Int, behind current: Int) -> Int? {
        guard let head = items[current].parent, items[head].label.form == .head, items[current].children.isEmpty, items[current].paragraphs.count == 1,
              PlainHeads.namesPerson(lines[line].passage.trimmed(), vocabulary), items[head].children.allSatisfy({ items[$0].paragraphs.count == 1 }) else { return nil }
        return head
    }

    static func begin(_ item: inout OutlineItem, _ line: Line, length: Int) {
        let p = line.passage
        item.passage = length == 0 ? p : p.part(min(length, p.count)..<p.count)
        item.paragraphs = [0..<item.passage.count]
        item.ownSpans = [line.block.span]
        item.span = Span(item.label.span.start, line.block.span.end)
    }

    /// How many items its parent has so far.
    private func sisters(of item: Int) -> Int { items[item].parent.map { items[$0].children.count } ?? 1 }

    private mutating func append(_ line: Int, to item: Int) { Self.append(lines[line], to: &items[item], in: document) }

    /// - Parameter joined: the line goes on inside the paragraph before it (a narrow column broke it).
    static func append(_ line: Line, to item: inout OutlineItem, in document: SourceDocument, joined: Bool = false) {
        append(line.block.span, to: &item, in: document, joined: joined)
    }

    static func append(_ span: Span, to item: inout OutlineItem, in document: SourceDocument, joined: Bool = false) {
        // A bracket that is still open goes on in the next line: `（乡应急办牵` ⏎ `头，乡派出所配合）`
        let goesOn = joined || item.paragraphs.last.map { hasOpenBracket(item.passage, $0) } ?? false
        if !goesOn { item.passage.appendBreak(at: item.ownSpans.last?.end ?? span.start) }
        let start = item.passage.count
        document.append(span, to: &item.passage)
        if goesOn, let last = item.paragraphs.popLast() { item.paragraphs.append(last.lowerBound..<item.passage.count) }
        else { item.paragraphs.append(start..<item.passage.count) }
        item.ownSpans.append(span)
        item.span.end = max(item.span.end, span.end)
    }

    /// Whether a paragraph ends inside a bracket that it opened near its end.
    private static func hasOpenBracket(_ p: Passage, _ range: Range<Int>) -> Bool {
        var depth = 0
        for i in range.suffix(120) {
            switch p.scalars[i] {
            case 0x28, 0xFF08, 0x3014, 0x3010: depth += 1
            case 0x29, 0xFF09, 0x3015, 0x3011: depth = max(0, depth - 1)
            default: break
            }
        }
        return depth > 0
    }

    /// `注：` alone on a line, right behind a table.
    private func beginsNotes(_ i: Int) -> Bool {
        guard let lastTable, i >= lastTable.end, i - lastTable.end <= 2, lines[i].label == nil else { return false }
        return vocabulary.noteMarks.contains(lines[i].passage.squashed())
    }

    // MARK: - Loose lines

    /// Lines inside or behind the items that belong to the document: signature, date, `（此页无正文）`, `本意见自…起施行`.
    private func isLoose(_ i: Int, in division: Division, lastLabel: Int, behind current: Int?) -> Bool {
        let text = lines[i].passage.trimmed()
        switch text.count == lines[i].passage.count ? lines[i].kind(reader) : reader.kind(of: text) {
        case .date, .closing: return true
        case .organ:
            let next = (i + 1..<min(i + 5, division.lines.upperBound)).first { lines[$0].kind(reader) != .organ }
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

    private func isOrder(_ text: Passage) -> Bool {
        vocabulary.assignmentWords.contains { text.first($0, in: text.indices) != nil } || HeaderReader.namesDeadline(text)
    }

    /// Whether a paragraph behind the last label is of the document and no more of the last item.
    private mutating func isBehindLast(_ i: Int, _ current: Int?, in division: Division) -> Bool {
        guard let current, lines[i].block.cell == nil, !isPart(i, of: items[current]) else { return false }
        if isAssigned(items[current]) { return !isAssigned(lines[i].passage) && !goesOnBehindBracket(i, current) }
        guard isAboutThePlan(i, in: division) else { return false }
        // The same for all paragraphs behind it.
        if let known = lastItem, known.item == current, known.paragraphs == items[current].paragraphs.count { return known.isAlike }
        let isAlike = isOneParagraphAmongSuch(items[current], current)
        lastItem = (current, items[current].paragraphs.count, isAlike)
        return isAlike
    }

    /// `● 新建农田。` right behind the item's last line: a part of it.
    private func isPart(_ i: Int, of item: OutlineItem) -> Bool {
        guard let first = lines[i].passage.scalars.first(where: { !Passage.isBlank($0) }), vocabulary.bullets.contains(first) || vocabulary.listSigns.contains(first) else { return false }
        return item.ownSpans.last == lines[i - 1].block.span
    }

    /// Each of its sisters is one paragraph, and so is the item by now: `10.简化审批。…` ⏎ `其他领域的政策按照《…》执行。`
    private func isOneParagraphAmongSuch(_ item: OutlineItem, _ index: Int) -> Bool {
        guard item.paragraphs.count == 1, item.children.isEmpty, let own = item.paragraphs.first, own.last.map({ Self.paragraphEnds.contains(item.passage.scalars[$0]) }) ?? false else { return false }
        let sisters = items.indices.filter { $0 != index && items[$0].division == item.division && items[$0].parent == item.parent && !items[$0].isCell }
        return sisters.count >= 2 && sisters.allSatisfy { items[$0].paragraphs.count == 1 && items[$0].children.isEmpty }
    }

    /// A paragraph that speaks of the whole plan: it begins so (`其他…`, `上述措施…`), or one that ends the plan follows. What assigns
    /// work or says by when stays with its item.
    private func isAboutThePlan(_ i: Int, in division: Division) -> Bool {
        let text = lines[i].passage.trimmed()
        if isOrder(text) { return false }
        if vocabulary.planStarts.contains(where: { text.has($0, at: 0) }) { return true }
        guard i + 1 < division.lines.upperBound, lines[i + 1].label == nil else { return false }
        let next = lines[i + 1].passage.trimmed()
        return reader.isClosingRule(next)
    }

    static let paragraphEnds: ScalarSet = "。）)〕］】！"

    /// Behind the last item's responsibility bracket a further paragraph is of the document, unless it has one too.
    private func isAssigned(_ item: OutlineItem) -> Bool {
        item.paragraphs.last.map { Self.isAssigned(item.passage, $0) } ?? false
    }

    private func isAssigned(_ passage: Passage) -> Bool { Self.isAssigned(passage, passage.indices) }

    static func isAssigned(_ p: Passage, _ range: Range<Int>) -> Bool {
        range.last { !Passage.isBlank(p.scalars[$0]) && p.scalars[$0] != 0x3002 }.map { AssignmentBracket.ends(p, at: $0) } ?? false
    }

    private func partKind(_ i: Int) -> OutlinePart.Kind {
        switch lines[i].kind(reader) {
        case .date, .organ: .signature
        default: .closing
        }
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

    // MARK: - Tables

    private mutating func take(_ table: TableReader.Table, division: Int, host: Int?) {
        if table.hasScoreColumn { divisionFacts[division].hasScoreColumn = true }
        if let titles = table.runTogether {
            note("table.run-together", .warning, "The cells of a table ran together without any mark; its \(table.rows.count) rows were parted by their numbers and names.", titles)
        }
        reportGaps(table.rows)
        parts += table.parts
        unreadRows += table.unread
        let rowBase = rows.count, itemBase = items.count
        rows += table.rows
        items += table.items
        // Changed in place: a copy of an item counts a dozen references.
        for i in itemBase..<items.count {
            items[i].division = division
            items[i].host = host
            items[i].isCell = true
            if let row = items[i].row { items[i].row = row + rowBase }
            if let parent = items[i].parent { items[i].parent = parent + itemBase }
            for k in items[i].children.indices { items[i].children[k] += itemBase }
        }
        lastTable = (table.end, table.columns)
    }
}

/// Closes spans upward: a parent reaches to the end of its last child.
enum Shape {
    static func close(_ items: inout [OutlineItem]) {
        for i in items.indices.reversed() {
            if let parent = items[i].parent { items[parent].span.end = max(items[parent].span.end, items[i].span.end) }
        }
    }
}
