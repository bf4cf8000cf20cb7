import FanganText

/// Duties that stand under a number each in a paragraph of its own without one: behind a sign (`● 新建农田。`), or behind the
/// name of whose they are, under a title that says so (成员单位职责 ⏎ `县气象局：负责监测。` ⏎ `县水利局负责…；`).
///
/// Runs when roles are known: what a principle or a goal is made up of stays its text, and so does a list that ends a sentence
/// (`重点做好以下对象：` ⏎ `● 独居老人；`).
struct ListedParagraphs {
    let vocabulary: OutlineVocabulary
    let document: SourceDocument

    /// One of them: from its label to the next one.
    private struct Entry {
        var label: Label
        /// The words behind the label and the paragraphs that follow.
        var range: Range<Int>
        /// The whole, label included.
        var start: Int
        /// Whose duty it is.
        var owners: Range<Int>?
        var isInner = false
    }

    func apply(to items: inout [OutlineItem]) {
        // What stands under a name may be set off by signs.
        if part(&items) { _ = part(&items) }
    }

    /// Whether there was anything to part.
    private func part(_ items: inout [OutlineItem]) -> Bool {
        var lists: [Int: [Entry]] = [:]
        // In place: a copy of an item counts its references.
        for i in items.indices where mayHold(items, i) {
            if let found = byUnit(items[i]) ?? bySigns(items[i]) { lists[i] = found }
        }
        guard !lists.isEmpty else { return false }
        // Each list goes behind its item; places move by what went in before.
        var result: [OutlineItem] = [], moved: [Int] = []
        result.reserveCapacity(items.count)
        for i in items.indices {
            moved.append(result.count)
            result.append(items[i])
            if let list = lists[i] { append(list, to: &result) }
        }
        for i in items.indices {
            let at = moved[i]
            result[at].parent = items[i].parent.map { moved[$0] }
            result[at].host = items[i].host.map { moved[$0] }
            if lists[i] == nil { result[at].children = items[i].children.map { moved[$0] } }
        }
        items = result
        return true
    }

    private func mayHold(_ items: [OutlineItem], _ i: Int) -> Bool {
        items[i].kind == .task && !items[i].isCell && items[i].children.isEmpty && items[i].paragraphs.count >= 2
    }

    // MARK: - By sign

    private func bySigns(_ item: OutlineItem) -> [Entry]? {
        let p = item.passage
        let starts = item.paragraphs.filter { sign(p, $0) != nil }
        guard starts.count >= 2, let first = starts.first, first.lowerBound >= item.textStart || item.heading == nil || item.owners?.isOwn ?? false,
              isClosed(item, before: first.lowerBound), starts.count(where: { isDuty(p, $0) }) * 2 >= starts.count else { return nil }
        var signs: [UInt32] = []
        var entries: [Entry] = []
        for (n, paragraph) in starts.enumerated() {
            guard let (mark, text) = sign(p, paragraph) else { continue }
            let end = n + 1 < starts.count ? starts[n + 1].lowerBound - 1 : p.count
            let printed = p.string(mark)
            let label = Label(form: .bullet, ordinal: nil, parts: [], printed: printed, span: p.span(mark))
            entries.append(Entry(label: label, range: text..<max(text, end), start: paragraph.lowerBound))
            signs.append(p.scalars[mark.lowerBound])
        }
        // ● — — ● —: the sign of the first one holds the others, where it comes back behind them.
        let last = signs.lastIndex(of: signs[0]) ?? 0
        for n in entries.indices where signs[n] != signs[0] && n < last { entries[n].isInner = true }
        entries[entries.count - 1].range = entries[entries.count - 1].range.clamped(to: 0..<max(0, end(of: item) - 1))
        return entries
    }

    /// Where the list ends: `（责任单位：县农业农村局）` and `责任单位：…` in lines behind it are of the item itself.
    private func end(of item: OutlineItem) -> Int {
        let p = item.passage
        guard let tail = item.paragraphs.reversed().prefix(while: { sign(p, $0) == nil && saysWho(p, $0) }).last else { return p.count + 1 }
        return tail.lowerBound
    }

    private func saysWho(_ p: Passage, _ paragraph: Range<Int>) -> Bool {
        guard let start = paragraph.first(where: { !Passage.isBlank(p.scalars[$0]) }) else { return false }
        if vocabulary.titles.assignmentKeys.begins(p.scalars, at: start, limit: paragraph.upperBound) { return true }
        return Self.opening.contains(p.scalars[start]) && vocabulary.items.assignmentWords.contains { p.first($0, in: paragraph) != nil }
    }

    /// A sign at the start of a paragraph, one or more times (——), with words behind it.
    private func sign(_ p: Passage, _ paragraph: Range<Int>) -> (Range<Int>, text: Int)? {
        guard let start = paragraph.first(where: { !Passage.isBlank(p.scalars[$0]) }), vocabulary.items.bullets.contains(p.scalars[start]) || vocabulary.items.listSigns.contains(p.scalars[start]) else { return nil }
        var end = start + 1
        while end < paragraph.upperBound, p.scalars[end] == p.scalars[start] { end += 1 }
        guard end - start <= 4 else { return nil }
        var text = end
        while text < paragraph.upperBound, Passage.isBlank(p.scalars[text]) { text += 1 }
        guard text < paragraph.upperBound, p.scalars[text] >= 0x2E80 || digitValue(p.scalars[text]) != nil else { return nil }
        return (start..<end, text)
    }

    /// A title or whole sentences stand in front, not the beginning of one that the list ends.
    private func isClosed(_ item: OutlineItem, before start: Int) -> Bool {
        let p = item.passage
        guard let last = (0..<start).last(where: { !Passage.isBlank(p.scalars[$0]) }) else { return item.owners?.isOwn ?? false }
        let isTitle = item.heading.map { $0.upperBound >= last } ?? false
        let commas = isTitle && p.first(of: Self.commas, in: 0..<start) != nil
        return Self.colons.contains(p.scalars[last]) ? isTitle && !commas : isTitle || Self.ends.contains(p.scalars[last])
    }

    private func isDuty(_ p: Passage, _ paragraph: Range<Int>) -> Bool {
        paragraph.count >= 8 || paragraph.last.map { Self.ends.contains(p.scalars[$0]) } ?? false
    }

    // MARK: - By unit

    private func byUnit(_ item: OutlineItem) -> [Entry]? {
        let p = item.passage
        let isTitled = item.heading.map { vocabulary.titles.dutiesTitles.contains(p, before: $0.upperBound, from: $0.lowerBound) } ?? false
        let names = UnitNames(vocabulary)
        let body = item.paragraphs.filter { $0.lowerBound >= item.textStart && !$0.isEmpty && sign(p, $0) == nil }
        let sure = body.compactMap { paragraph in names.lead(p, paragraph, isTitled: isTitled).map { (paragraph, $0) } }
        let found = withRow(p, body, sure, names)
        // Without such a title three of them tell, each with a colon, and nothing but a sentence in front.
        let isPlain = found.count >= 3 && found.count + 1 >= body.count && found.allSatisfy { Self.colons.contains(p.scalars[$0.1.text - 1]) }
        guard isTitled ? found.count >= 2 && found.count * 2 >= body.count : isPlain else { return nil }
        return found.enumerated().map { n, entry in
            let (paragraph, (owners, text)) = entry
            let end = n + 1 < found.count ? found[n + 1].0.lowerBound - 1 : p.count
            let printed = p.part(owners).squashed()
            let label = Label(form: .named, ordinal: nil, parts: [], printed: printed, span: p.span(owners))
            var from = text < end && p.scalars[text] == 0x0A ? text + 1 : text
            // One sign alone under a name begins no list: what stands behind it is the duty.
            if from < end, let lone = sign(p, from..<end), !(lone.text..<end).contains(where: { p.scalars[$0] == 0x0A && sign(p, $0 + 1..<end) != nil }) { from = lone.text }
            return Entry(label: label, range: min(from, end)..<end, start: paragraph.lowerBound, owners: owners)
        }
    }

    /// `县财政局：…` ⏎ `武警示例中队：…` ⏎ `县气象局：…`: beside names that are known and have their duties on their lines, others of the row are names too.
    private func withRow(_ p: Passage, _ body: [Range<Int>], _ sure: [(Range<Int>, (names: Range<Int>, text: Int))], _ names: UnitNames) -> [(Range<Int>, (names: Range<Int>, text: Int))] {
        guard sure.count >= 2, sure.count < body.count, sure.allSatisfy({ Self.colons.contains(p.scalars[$0.1.text - 1]) && $0.1.text < $0.0.upperBound }) else { return sure }
        let known = Set(sure.map(\.0.lowerBound))
        let others = body.filter { !known.contains($0.lowerBound) }.compactMap { paragraph in names.looseLead(p, paragraph).map { (paragraph, $0) } }
        return others.count <= sure.count ? (sure + others).sorted { $0.0.lowerBound < $1.0.lowerBound } : sure
    }

    // MARK: - Items

    private func append(_ list: [Entry], to items: inout [OutlineItem]) {
        let parent = items.count - 1, whole = items[parent]
        var made: [OutlineItem] = [], outer: Int?, counts: [Int: Int] = [:], paragraph = 0, span = 0
        for (n, entry) in list.enumerated() {
            let next = n + 1 < list.count ? list[n + 1].start : min(entry.range.upperBound + 1, whole.passage.count)
            var item = OutlineItem(label: entry.label)
            item.passage = whole.passage.part(entry.range)
            // Paragraphs and spans come in order, like the entries: each is looked at once.
            while paragraph < whole.paragraphs.count, whole.paragraphs[paragraph].upperBound <= entry.range.lowerBound { paragraph += 1 }
            while paragraph < whole.paragraphs.count, whole.paragraphs[paragraph].lowerBound < entry.range.upperBound {
                let kept = whole.paragraphs[paragraph].clamped(to: entry.range)
                item.paragraphs.append(kept.lowerBound - entry.range.lowerBound..<kept.upperBound - entry.range.lowerBound)
                paragraph += 1
            }
            if item.paragraphs.isEmpty { item.paragraphs = [0..<item.passage.count] }
            let from = whole.passage.span(entry.start..<entry.start + 1).start
            let to = next < whole.passage.count ? whole.passage.span(next..<next + 1).start : Int.max
            while span < whole.ownSpans.count, whole.ownSpans[span].start < from { span += 1 }
            while span < whole.ownSpans.count, whole.ownSpans[span].start < to {
                item.ownSpans.append(whole.ownSpans[span])
                span += 1
            }
            item.span = Span(entry.label.span.start, item.ownSpans.last?.end ?? entry.label.span.end)
            item.division = whole.division
            item.role = whole.role
            item.kind = .task
            item.owners = entry.owners.map { Owners(names: whole.passage.part($0), isOwn: true) } ?? whole.owners
            let above = entry.isInner ? outer : nil
            item.parent = above.map { parent + 1 + $0 } ?? parent
            counts[item.parent ?? parent, default: 0] += 1
            item.label.ordinal = counts[item.parent ?? parent]
            if let above {
                made[above].children.append(parent + 1 + n)
                made[above].kind = .section
                made[above].span.end = max(made[above].span.end, item.span.end)
            } else {
                outer = n
                items[parent].children.append(parent + 1 + n)
            }
            made.append(item)
        }
        var bare = made
        for i in bare.indices { (bare[i].parent, bare[i].children) = (nil, []) }
        HeadingRule(vocabulary: vocabulary).apply(to: &bare)
        for i in made.indices { (made[i].heading, made[i].textStart) = (bare[i].heading, bare[i].textStart) }
        cut(&items[parent], before: list[0].start, behind: list[list.count - 1].range.upperBound + 1, in: whole)
        items += made
    }

    /// What is left of the item in front of its list and behind it.
    private func cut(_ item: inout OutlineItem, before start: Int, behind rest: Int, in whole: OutlineItem) {
        let end = max(0, start - 1), from = whole.passage.span(start..<start + 1).start
        item.passage = whole.passage.part(0..<end)
        item.paragraphs = whole.paragraphs.filter { $0.lowerBound < start }.map { $0.clamped(to: 0..<end) }
        item.ownSpans = whole.ownSpans.filter { $0.start < from }
        item.textStart = min(whole.textStart, end)
        if let heading = item.heading, heading.upperBound > end { (item.heading, item.textStart) = (nil, 0) }
        item.kind = .section
        guard rest < whole.passage.count else { return }
        let behind = whole.passage.span(rest..<rest + 1).start
        for span in whole.ownSpans where span.start >= behind { item.append(span, in: document) }
    }

    private static let opening: ScalarSet = "(（〔[［【"
    private static let colons: ScalarSet = "：:"
    private static let commas: ScalarSet = "，,；;"
    private static let ends: ScalarSet = "。；;！）)"
}
