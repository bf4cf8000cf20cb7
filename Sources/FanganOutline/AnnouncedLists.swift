import FanganText

/// Numbered lists of what is no order: conditions, materials, contents. `有下列行为之一的，依法查处：` ⏎ 1. ⏎ 2., `应当具备下列条件：`, 申报材料.
/// The item that announces them is the duty; its numbers only say more of it. Where a list may hold orders as well, its numbers stay tasks.
struct AnnouncedLists {
    let vocabulary: OutlineVocabulary

    func apply(to items: inout [OutlineItem]) {
        for i in items.indices where !items[i].isCell && items[i].kind == .section && items[i].role.imposesWork {
            let children = items[i].children
            // A bracket of units behind the last number is the whole list's.
            guard children.allSatisfy({ isPlain(items[$0]) }), !children.dropLast().contains(where: { AssignmentBracket.ends(items[$0].passage, in: items[$0].passage.indices) }) else { continue }
            let isTitle = isTitle(items[i])
            guard isTitle || items[i].parent != nil && announces(items[i]) else { continue }
            for child in children where items[child].kind == .task { items[child].kind = .item }
            if !isTitle { items[i].kind = .task }
        }
    }

    /// Without a heading and numbers of its own: a duty has one of them more often than not.
    private func isPlain(_ item: OutlineItem) -> Bool { item.children.isEmpty && item.heading == nil }

    /// 申报条件, 申报材料 and nothing else.
    private func isTitle(_ item: OutlineItem) -> Bool {
        let p = item.passage
        if item.label.form == .head { return vocabulary.titles.announcedTitles.contains(item.label.printed) }
        guard let heading = item.heading, p.indices[item.textStart...].allSatisfy({ Passage.isBlank(p.scalars[$0]) }) else { return false }
        return vocabulary.titles.announcedTitles.contains(p.part(heading).squashed())
    }

    /// Whether the last sentence above the numbers announces such a list, and the item says more than that.
    private func announces(_ item: OutlineItem) -> Bool {
        let p = item.passage
        guard let last = p.scalars.lastIndex(where: { !Passage.isBlank($0) }), Self.colons.contains(p.scalars[last]) || p.scalars[last] == Self.fullStop else { return false }
        let start = (0..<last).last { Self.ends.contains(p.scalars[$0]) }.map { $0 + 1 } ?? 0
        guard last - start <= Self.longest, let end = announced(p, start..<last), Self.colons.contains(p.scalars[last]) || p.scalars[end] == Self.those else { return false }
        return start > 0 || item.heading != nil || p.first(of: Self.commas, in: end..<last) != nil
    }

    /// Where the words end that announce a list: 有下列情形, 具备以下基本条件, 行为之一, 申报材料如下.
    private func announced(_ p: Passage, _ sentence: Range<Int>) -> Int? {
        for i in sentence.reversed() {
            guard let word = vocabulary.items.announcing.first(where: { i + $0.count <= sentence.upperBound && p.has($0, at: i) }) else { continue }
            if let (_, length) = vocabulary.items.announcedEnds.match(p, before: i, from: sentence.lowerBound), length > 0 { return i + word.count }
            // 应当具备|下列|条件; not 全面排查以下情况, which is work.
            guard vocabulary.items.havingEnds.match(p, before: i, from: sentence.lowerBound) != nil else { return nil }
            for noun in i + word.count..<min(i + word.count + Self.between, sentence.upperBound) {
                if let (_, length) = vocabulary.items.announcedNouns.match(p.scalars, at: noun, limit: sentence.upperBound) { return noun + length }
            }
            return nil
        }
        return nil
    }

    private static let colons: ScalarSet = "：:"
    private static let commas: ScalarSet = "，,"
    private static let ends: ScalarSet = "。；;！\n"
    private static let fullStop: UInt32 = 0x3002
    /// 的: `有下列情形之一的，应当立即报告。` announces a list without a colon too.
    private static let those: UInt32 = 0x7684
    /// Characters of such a sentence, and between what announces and what is announced.
    private static let longest = 120, between = 7
}
