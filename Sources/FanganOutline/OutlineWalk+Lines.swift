import FanganText

/// What is open while the lines of a division are walked.
struct OpenDivision {
    let index: Int
    let lines: Range<Int>
    let heads: NumberHeads
    let runs: LabelRuns
    let duties: UnitParagraphs
    let behind: DocumentTail
    var stack: ItemStack
    var loose: LooseLines
    /// Loose lines behind the items.
    var tail: [Int] = []
    /// `注：` behind a table, up to the next section.
    var isInNotes = false
    /// From a paragraph about several items on, up to the next label, nothing is the last item's; it is of the section that holds the items.
    var isBehindList = false
    var section: Int?
    /// The plan's last words stand in front.
    var isOver = false
    /// Names without a number over the duties that follow.
    var owners: (names: Owners, rank: Int)?
}

/// Each line of a division by what it is: a table, a name over duties, a number, what is of no item, or text.
extension OutlineWalk {
    /// Takes a line; returns the next one.
    mutating func take(_ i: Int, _ open: inout OpenDivision) -> Int {
        if let end = takeTable(i, &open) { return end }
        if takeOwners(i, &open) || takeLabel(i, &open) || takeLoose(i, &open) { return i + 1 }
        return takeText(i, &open) ? i + 1 : i
    }

    private mutating func takeTable(_ i: Int, _ open: inout OpenDivision) -> Int? {
        guard mayBeginTable(i), var table = TableReader(walk: self, limit: open.behind.start).table(at: i) else { return nil }
        TableOwners(lines: lines, vocabulary: vocabulary, reader: reader).give(to: &table, at: i, from: open.lines.lowerBound)
        take(&table, at: i, division: open.index, host: open.stack.current)
        return table.end
    }

    /// Names of units in the place of a number, or over numbers.
    private mutating func takeOwners(_ i: Int, _ open: inout OpenDivision) -> Bool {
        if let lead = open.duties.lead(at: i) {
            self.open(UnitParagraphs.label(lead.names, of: lines[i]), length: lead.text, line: i, stack: &open.stack, division: open.index)
            items[items.count - 1].owners = Owners(names: lines[i].passage.part(lead.names), isOwn: true)
            // What stands under a name alone are its duties, and the first of them is no title of the others.
            items[items.count - 1].isUnderName = lead.text == lines[i].passage.count
        } else if let names = open.heads.names(at: i), let label = label(at: i + 1)?.label {
            // `县财政局：` over 1. 2. 3.
            let rank = min(open.stack.rank(label), open.owners?.rank ?? rank(ofNumberedHead: open.stack) ?? Int.max)
            open.owners = (Owners(names: names, isOwn: false), rank)
            open.stack.leave(from: rank)
            parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
        } else if let head = open.owners, let lead = open.heads.lead(at: i), !isInside(i, head.rank, open.stack) {
            self.open(lead, line: i, head.rank, &open)
        } else if let head = open.owners, endsHead(i, head.rank, open.stack) {
            open.stack.leave(from: head.rank)
            open.owners = nil
            parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
        } else { return false }
        open.isBehindList = false
        return true
    }

    private mutating func takeLabel(_ i: Int, _ open: inout OpenDivision) -> Bool {
        guard let label = label(at: i), open.stack.accepts(label.label) || open.runs.contains(i), !goesOnInside(label.label, open.stack) else { return false }
        if label.label.form <= .chineseBracketed { open.isInNotes = false }
        open.isBehindList = false
        self.open(label.label, length: label.length, line: i, stack: &open.stack, division: open.index)
        if let head = open.owners {
            if open.stack.rank(label.label) >= head.rank, label.label.form != .head { items[items.count - 1].owners = head.names } else { open.owners = nil }
        }
        items[items.count - 1].isNote = open.isInNotes && !AssignmentBracket.ends(lines[i].passage, in: lines[i].passage.indices)
        return true
    }

    /// What stands inside or behind the items and is of none of them.
    private mutating func takeLoose(_ i: Int, _ open: inout OpenDivision) -> Bool {
        let lastLabel = open.behind.lastLabel
        if beginsNotes(i) {
            open.isInNotes = true
            open.stack.leave()
            parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span))
            return true
        }
        if open.isOver && !open.loose.assigns(lines[i].passage) || endsPlan(i, open.behind, open.stack.current) || open.loose.isLoose(i, lastLabel: lastLabel, behind: open.stack.current, of: items) {
            open.isOver = open.isOver || i > lastLabel && !reader.isRemark(lines[i].passage.trimmed())
        } else if i > lastLabel, open.loose.isBehindLast(i, open.stack.current, of: items) {
            if open.loose.isMovedByLook { noteMoved(i) }
        } else { return false }
        open.tail.append(i)
        parts.append(OutlinePart(kind: open.loose.partKind(i), span: lines[i].block.span))
        return true
    }

    /// Text of an item, of the section that holds it, or of none. False where the line has only ended what was open and is to be looked at again.
    private mutating func takeText(_ i: Int, _ open: inout OpenDivision) -> Bool {
        if let current = open.stack.current, let rank = open.stack.open.last?.rank, !open.isBehindList, isTitleOfLostItem(i, behind: current) {
            openUnnumbered(i, rank, &open.stack, open.index)
            return true
        }
        if let title = bareTitle(i, behind: open.stack.current, open.stack) {
            switch title {
            case .section: open.stack.close()
            case .from(let rank): open.stack.leave(from: rank)
            }
            (open.isBehindList, open.section) = (true, nil)
            return false
        }
        guard let current = open.stack.current, !open.isBehindList else {
            if open.stack.current == nil { reportUnread(i, behind: open.stack) }
            if open.isBehindList, let section = open.section { append(i, to: section) } else { parts.append(OutlinePart(kind: .paragraph, span: lines[i].block.span)) }
            return true
        }
        if let holder = holder(ofUnitsAt: i, behind: current, open.stack), let rank = open.stack.open.last?.rank {
            // What follows, such as `完成时限：…`, is of that item too.
            open.stack.leave(from: rank)
            append(i, to: holder)
            return true
        }
        reportUnread(i, behind: open.stack)
        open.isBehindList = BackReference.begins(lines[i].passage.trimmed(), behind: sisters(of: current), vocabulary)
        open.section = items[current].parent
        // What has lost its number is of no other item, and its units are not those of all.
        if open.loose.hasLostNumber(i, behind: current, of: items) { (open.isBehindList, open.section) = (true, nil) }
        if open.isBehindList { return false }
        append(i, to: head(namedBy: i, behind: current) ?? holder(spokenOf: i, behind: current, open.stack, open.loose) ?? current)
        return true
    }

    // MARK: - Whose a line is

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

    /// `县教育局：负责排查。` between two numbers of one list is of the first of them.
    private func isInside(_ i: Int, _ rank: Int, _ stack: ItemStack) -> Bool {
        guard let label = lines[i + 1..<min(i + Self.nearest, lines.count)].first(where: { $0.label != nil })?.label?.label else { return false }
        return label.ordinal != 1 && stack.rank(label) >= rank
    }

    /// A duty behind the name of whose it is, in the place of numbers of a rank.
    private mutating func open(_ lead: (names: Range<Int>, text: Int), line: Int, _ rank: Int, _ open: inout OpenDivision) {
        var item = OutlineItem(label: UnitParagraphs.label(lead.names, of: lines[line]))
        open.stack.leave(from: rank)
        open.stack.push(unnumbered: items.count, rank)
        item.parent = open.stack.open.dropLast().last?.item
        item.division = open.index
        item.begin(with: lines[line], length: lead.text)
        item.owners = Owners(names: lines[line].passage.part(lead.names), isOwn: true)
        if let parent = item.parent { items[parent].children.append(items.count) }
        items.append(item)
    }

    /// `县水利局：` behind the numbers of `乡镇责任：` is no more under that title, as it is right below it.
    private func rank(ofNumberedHead stack: ItemStack) -> Int? {
        stack.open.last { items[$0.item].label.form == .head && !items[$0.item].children.isEmpty }?.rank
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

    private static let colons: ScalarSet = "：:"
    /// Lines that are looked at for the next number.
    private static let nearest = 12
}
