import FanganText

/// Numbered lists of what is no order, told by what announces them: `有下列行为之一的，依法查处：` ⏎ 1. ⏎ 2., `应当具备下列条件：`,
/// `方案应包括以下内容：`, 申报材料. The item that announces them is the duty, if it says more than that.
struct AnnouncedLists {
    let vocabulary: OutlineVocabulary

    func apply(to items: inout [OutlineItem]) {
        var isPart = [Bool](repeating: false, count: items.count)
        for i in items.indices where !items[i].isCell {
            if items[i].parent.map({ isPart[$0] }) ?? false { isPart[i] = true }
            if isPart[i], items[i].kind == .task { items[i].kind = .item }
            guard items[i].kind == .section, items[i].role.imposesWork, !isPart[i], let saysMore = announces(items[i]), !items[i].children.dropLast().contains(where: { isAssigned(items[$0]) }) else { continue }
            for child in items[i].children { isPart[child] = true }
            if saysMore { items[i].kind = .task }
        }
    }

    private func isAssigned(_ item: OutlineItem) -> Bool {
        let p = item.passage
        return p.indices.last { !Passage.isBlank(p.scalars[$0]) && p.scalars[$0] != 0x3002 }.map { AssignmentBracket.ends(p, at: $0) } ?? false // 。
    }

    /// Whether the words above an item's children announce such a list, and whether they say more.
    private func announces(_ item: OutlineItem) -> Bool? {
        let p = item.passage
        if let heading = item.heading, p.indices[item.textStart...].allSatisfy({ Passage.isBlank(p.scalars[$0]) }), vocabulary.announcedTitles.contains(p.part(heading).squashed()) { return false }
        if item.label.form == .head, vocabulary.announcedTitles.contains(item.label.printed) { return false }
        guard let last = p.scalars.lastIndex(where: { !Passage.isBlank($0) }), Self.colons.contains(p.scalars[last]) || p.scalars[last] == Self.stop else { return nil }
        let start = (0..<last).last { Self.ends.contains(p.scalars[$0]) }.map { $0 + 1 } ?? 0
        guard last - start <= Self.longest, let end = announced(p, start..<last), Self.colons.contains(p.scalars[last]) || p.scalars[end] == Self.those else { return nil }
        return start > 0 || p.first(of: Self.commas, in: end..<last) != nil
    }

    /// Where the words end that announce a list of what is no order, the last announcement of a sentence.
    private func announced(_ p: Passage, _ sentence: Range<Int>) -> Int? {
        for i in sentence.reversed() {
            guard let word = vocabulary.announcing.first(where: { i + $0.count <= sentence.upperBound && p.has($0, at: i) }) else { continue }
            let end = i + word.count
            // 行为之一, 条件如下; 下列申报材料, 以下三种情形.
            if let (_, length) = vocabulary.announcedEnds.match(p, before: i, from: sentence.lowerBound) { return isWork(p, i - length, before: i, sentence) ? nil : end }
            for noun in end..<min(end + Self.between, sentence.upperBound) {
                guard let (_, length) = vocabulary.announcedNouns.match(p.scalars, at: noun, limit: sentence.upperBound) else { continue }
                return isWork(p, end, before: noun, sentence) ? nil : noun + length
            }
            return nil
        }
        return nil
    }

    /// 以下重点任务情况, and 重点抓好以下内容: what is announced is work all the same.
    private func isWork(_ p: Passage, _ start: Int, before noun: Int, _ sentence: Range<Int>) -> Bool {
        isOrder(p, start..<noun) || p.first("内容", in: start..<min(noun + 2, sentence.upperBound)) != nil && isOrder(p, sentence)
    }

    private func isOrder(_ p: Passage, _ range: Range<Int>) -> Bool { vocabulary.announcedWork.contains { p.first($0, in: range) != nil } }

    private static let colons: ScalarSet = "：:"
    private static let stop: UInt32 = 0x3002
    /// 的: `有下列情形之一的，应当立即报告。` announces a list without a colon too.
    private static let those: UInt32 = 0x7684
    private static let commas: ScalarSet = "，,"
    private static let ends: ScalarSet = "。；;！\n"
    /// Characters of such a clause, and between what announces and what is announced.
    private static let longest = 120, between = 7
}
