import FanganOutline
import FanganText

/// Reads the list of annexes at the end of a notice or a plan: `附件：1.领导小组成员名单`, `2.任务分解表`, titles over two lines, `（略）`.
struct AnnexList: Sendable {
    private struct Entry {
        var title: [UInt32]
        var span: Span
    }

    /// - Parameter document: the document that the outline is of.
    func read(_ outline: Outline, in document: SourceDocument) -> [CitationFinding] {
        var entries: [Entry] = []
        var isList = false, expected = 1
        for part in outline.parts where part.kind == .annexList {
            let line = document.passage(part.span)
            let mark = mark(line)
            if mark.isAnnex { (isList, expected) = (true, 1) }
            // A number out of the row begins something else.
            if let number = mark.number, !mark.isAnnex, number != expected { isList = false }
            guard isList else { continue }
            let rest = trimmed(line, from: mark.end)
            if mark.isAnnex || mark.number != nil {
                // 附件：（略） ⏎ 1.…
                expected = (mark.number ?? (rest.isEmpty ? 0 : 1)) + 1
                if !rest.isEmpty { entries.append(Entry(title: Array(line.scalars[rest]), span: line.span(rest))) }
                else if !mark.isAnnex { isList = false }
            } else if let last = entries.last, !isComplete(last.title), last.title.count + rest.count <= Self.longest {
                // 附件：1.领导小组 ⏎ 成员名单
                entries[entries.count - 1].title += line.scalars[rest]
                entries[entries.count - 1].span.end = line.span(rest).end
            } else if entries.isEmpty, !rest.isEmpty {
                // The mark stands alone on its line.
                entries.append(Entry(title: Array(line.scalars[rest]), span: line.span(rest)))
            } else {
                isList = false
            }
        }
        return entries.compactMap(finding)
    }

    private func finding(_ entry: Entry) -> CitationFinding? {
        let title = entry.title.filter { $0 > 0x20 && $0 != 0x3000 && $0 != 0xA0 && $0 != 0x300A && $0 != 0x300B }
        guard (4...Self.longest).contains(title.count), !title.contains(0x3002), !hasDay(title) else { return nil }
        return CitationFinding(title: Passage.string(title), number: nil, span: entry.span, kind: .annex)
    }

    private static let longest = 60

    /// …分工甲市人民政府2014年11月13日: without line ends the signature runs into the title.
    private func hasDay(_ title: [UInt32]) -> Bool {
        title.indices.contains { $0 > 0 && title[$0] == 0x65E5 && isDigit(title[$0 - 1]) }
    }

    /// 附件：1. at the beginning of a line, or 2.
    private func mark(_ p: Passage) -> (isAnnex: Bool, number: Int?, end: Int) {
        var i = blank(p, 0)
        let isWord = p.has("附件", at: i) || p.has("附表", at: i)
        var isAnnex = false
        if isWord {
            i = blank(p, i + 2)
            let digits = i
            while i < p.count, isDigit(p.scalars[i]) { i += 1 }
            isAnnex = i > digits
            i = blank(p, i)
            if i < p.count, p.scalars[i] == 0xFF1A || p.scalars[i] == 0x3A { (isAnnex, i) = (true, i + 1) }
            guard isAnnex else { return (false, nil, 0) }
            i = omitted(p, blank(p, i))
        }
        let digits = i
        while i < p.count, isDigit(p.scalars[i]) { i += 1 }
        // 2020年城市体检指标体系 begins with no label.
        guard i > digits, i - digits <= 2, i < p.count, p.scalars[i] == 0x2E || p.scalars[i] == 0xFF0E || p.scalars[i] == 0x3001 else { return (isAnnex, nil, digits) }
        return (isAnnex, p.scalars[digits..<i].reduce(0) { $0 * 10 + Int($1 & 0xF) }, i + 1)
    }

    /// Behind （略）.
    private func omitted(_ p: Passage, _ i: Int) -> Int {
        guard i + 2 < p.count, Brackets.isOpen(p.scalars[i]), p.scalars[i + 1] == 0x7565, Brackets.isClose(p.scalars[i + 2]) else { return i }
        return blank(p, i + 3)
    }

    /// Without blanks at both ends and （略） at the end.
    private func trimmed(_ p: Passage, from: Int) -> Range<Int> {
        let start = blank(p, from)
        var end = p.count
        func strip() { while end > start, isBlank(p.scalars[end - 1]) { end -= 1 } }
        strip()
        if end - 3 >= start, omitted(p, end - 3) > end - 3 { end -= 3 }
        strip()
        return start..<max(end, start)
    }

    private func isComplete(_ title: [UInt32]) -> Bool {
        let text = CompactText(Passage(Passage.string(title)), 0..<title.count)
        return ValueVocabulary.documents[.kind].match(text, before: text.count) != nil || ValueVocabulary.documents[.attachment].match(text, before: text.count) != nil
            || text[text.count - 1] == 0x300B
    }

    private func blank(_ p: Passage, _ from: Int) -> Int {
        var i = from
        while i < p.count, isBlank(p.scalars[i]) { i += 1 }
        return i
    }

    private func isBlank(_ scalar: UInt32) -> Bool { scalar <= 0x20 || scalar == 0x3000 || scalar == 0xA0 }
    private func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 || scalar >= 0xFF10 && scalar <= 0xFF19 }
}
