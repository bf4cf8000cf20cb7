import FanganText

/// Tells from the words in front of a citation what the document is to the plan: 根据《…》, 贯彻落实《…》, 附件《…》. In a list
/// (根据《甲》《乙》和《丙》) each has the kind of the one before it. Citations must be asked for in their order.
struct CitationKinds {
    private let text: CompactText
    private var last: (end: Int, kind: CitationKind)?

    init(_ text: CompactText) { self.text = text }

    mutating func kind(of citation: Range<Int>) -> CitationKind {
        let start = citation.lowerBound
        let floor = max(last?.end ?? 0, start - 40)
        var from = start
        while from > floor, !text[from - 1].endsSentence, text[from - 1] != 0xFF0C, text[from - 1] != 0x2C, !text.startsLine(from) { from -= 1 }
        let kind = Self.writes.match(text, before: start) != nil ? .cited : word(in: from..<start) ?? carriedOut(citation, from) ?? inherited(by: citation) ?? .cited
        last = (citation.upperBound, kind)
        return kind
    }

    /// 推进《…》的落实, 推动《…》落地见效: the word stands behind it.
    private func carriedOut(_ citation: Range<Int>, _ from: Int) -> CitationKind? {
        let end = text[citation.upperBound] == 0x7684 ? citation.upperBound + 1 : citation.upperBound // 的
        return Self.results.match(text, at: end) != nil && Self.pushes.contains(text, in: from..<citation.lowerBound) ? .implements : nil
    }

    /// The last word that says it. One character (按, 附) counts only directly in front.
    private func word(in range: Range<Int>) -> CitationKind? {
        var found: CitationKind?
        var i = range.lowerBound
        while i < range.upperBound {
            guard let (kind, length) = word(at: i), i + length <= range.upperBound, length > 1 || i + 1 == range.upperBound else { i += 1; continue }
            found = kind
            i += length
        }
        return found
    }

    private func word(at i: Int) -> (CitationKind, Int)? {
        if let length = Self.implements.match(text, at: i) { return (.implements, length) }
        if let length = Self.bases.match(text, at: i) { return (.basis, length) }
        return Self.annexes.match(text, at: i).map { (.annex, $0) }
    }

    private static let implements = ValueVocabulary.documents[.implement]
    /// 参照编制《…》: what is still to be written is no basis.
    private static let writes = ValueVocabulary.documents[.write]
    private static let drafts = ValueVocabulary.documents[.draft]
    private static let pushes = ValueVocabulary.documents[.push]
    private static let results = ValueVocabulary.documents[.carriedOut]
    private static let bases = ValueVocabulary.documents[.basis]
    private static let annexes = ValueVocabulary.documents[.annex]

    /// Only marks and the names of issuers stand between it and the one before: 《甲》、《乙》, 《甲》和省政府办公厅《乙》.
    private func inherited(by citation: Range<Int>) -> CitationKind? {
        guard let last, last.end <= citation.lowerBound, citation.lowerBound - last.end <= 24 else { return nil }
        let gap = last.end..<citation.lowerBound
        guard gap.isEmpty || text.isOne(of: "、和及与以，,并》)", at: gap.lowerBound), !gap.contains(where: { text[$0].endsSentence || text.startsLine($0) }) else { return nil }
        // 落实《甲》，制定《乙》: what is to be drawn up is another thing.
        if Self.drafts.contains(text, in: gap) { return nil }
        return last.kind
    }
}
