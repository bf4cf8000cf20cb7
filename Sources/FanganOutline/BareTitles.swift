import FanganText

/// Titles without a number between numbered items. What stands under one is no more of the item in front of it.
extension OutlineWalk {
    /// What a title without a number ends.
    enum BareTitle {
        /// All that is open; the numbers go on behind it.
        case section
        /// What is of a rank or inside of it; its numbers begin anew.
        case from(rank: Int)
    }

    /// What the title in a line ends; nil for a line that is none.
    ///
    /// `关于校园食堂问题` ⏎ `会议要求：` ⏎ `1.…` behind `3.…`: the numbers of the same kind begin again under it. `主要任务` behind the text of
    /// `一、工作目标`: a section that has work under it has lost its number.
    func bareTitle(_ i: Int, behind current: Int?, _ stack: ItemStack) -> BareTitle? {
        guard let current, i > 0, lines[i].label == nil, lines[i].block.cell == nil, !items[current].isCell, lines[i - 1].passage.count >= 8, let end = lines[i - 1].passage.trimmed().last, Self.sentenceEnds.contains(end) else { return nil }
        let text = lines[i].passage.trimmed()
        guard (2...30).contains(text.count), isTitle(text) else { return nil }
        return isLostSection(text, behind: current) ? .section : restart(behind: i, stack).map { .from(rank: $0) }
    }

    /// No sentence, no key with what it holds (责任单位：县财政局).
    private func isTitle(_ text: Passage) -> Bool {
        guard let first = text.scalars.first, first >= 0x4E00 || first == 0x201C, !Self.brackets.contains(text.scalars[text.count - 1]) else { return false }
        let colon = text.first(of: Self.colons, in: text.indices)
        return text.first(of: Self.marks, in: text.indices) == nil && (colon == nil || colon == text.count - 1)
    }

    /// The rank of the number 1 that follows, where numbers of its kind were open.
    private func restart(behind i: Int, _ stack: ItemStack) -> Int? {
        for next in i + 1..<max(i + 1, min(i + 4, lines.count)) {
            if lines[next].block.cell != nil { return nil }
            guard let label = lines[next].label?.label else { continue }
            guard label.ordinal == 1, label.damage == nil, stack.hasBegun(label), let inner = stack.open.last?.rank, stack.rank(label) <= inner else { return nil }
            return stack.rank(label)
        }
        return nil
    }

    /// `开展隐患排查` ⏎ `4月10日前完成。` ⏎ `责任单位：县应急局` between 一、 and 二、, which both have such a line: an item without a number.
    func isTitleOfLostItem(_ i: Int, behind current: Int) -> Bool {
        let text = lines[i].passage.trimmed()
        guard (4...20).contains(text.count), lines[i].label == nil, lines[i].block.cell == nil, !items[current].isCell, items[current].children.isEmpty, items[current].paragraphs.count > 1,
              isUnitLine(lines[i - 1].passage), items[current].ownSpans.last == lines[i - 1].block.span, isTitle(text), text.first(of: Self.colons, in: text.indices) == nil, text.first(of: Self.listed, in: text.indices) == nil else { return false }
        // A line of units below its text, and another one below the next number's.
        var units: [Int] = [], label: Int?
        for n in i + 1..<max(i + 1, min(lines.count, i + Self.widest)) {
            if let own = lines[n].label?.label {
                if label != nil || own.form != items[current].label.form || own.ordinal != items[current].label.ordinal.map({ $0 + 1 }) { break }
                label = n
            }
            if isUnitLine(lines[n].passage) { units.append(n) }
        }
        guard let label, let first = units.first(where: { $0 < label }) else { return false }
        return first > i + 1 && units.contains { $0 > label }
    }

    /// A title in the place of a number that was never there, at the rank of the item in front of it.
    mutating func openUnnumbered(_ line: Int, _ rank: Int, _ stack: inout ItemStack, _ division: Int) {
        let text = lines[line].passage.trimmed(), index = items.count
        stack.push(unnumbered: index, rank)
        var item = OutlineItem(label: Label(form: .named, ordinal: nil, parts: [], printed: text.squashed(), span: text.span(text.indices)))
        item.parent = stack.open.dropLast().last?.item
        item.division = division
        item.begin(with: lines[line], length: lines[line].passage.count)
        items.append(item)
        if let parent = item.parent { items[parent].children.append(index) }
        note("outline.number-missing", .warning, "“\(text.squashed())” has no number; it was read as an item of its own, since it says whose it is as its neighbours do.", text.span(text.indices))
    }

    private func isLostSection(_ text: Passage, behind current: Int) -> Bool {
        guard items[current].parent == nil, text.count <= 10, let role = vocabulary.titles.role(ofHeading: text), role.imposesWork,
              let first = items[current].paragraphs.first, first.count <= 12, items[current].paragraphs.count > 1,
              let before = vocabulary.titles.role(ofHeading: items[current].passage.part(first)) else { return false }
        return !before.imposesWork
    }

    private static let sentenceEnds: ScalarSet = "。）)！；"
    private static let marks: ScalarSet = "。；，,;！？"
    private static let colons: ScalarSet = "：:"
    private static let listed: ScalarSet = "、"
    /// Lines of two such items.
    private static let widest = 24
    private static let brackets: ScalarSet = "）)〕]】"
}
