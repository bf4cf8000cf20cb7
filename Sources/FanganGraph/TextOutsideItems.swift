import FanganFindings
import FanganOutline
import FanganText

/// What stands in no item and may yet be work: a paragraph of the end that sets a deadline, and a plan whose text is for the
/// most part not numbered. Tasks are made of items alone, so whoever relies on the table must be told.
struct TextOutsideItems {
    let outline: Outline
    let findings: Findings
    let text: CanonicalText

    /// None where the outline has no items: that is said anyway.
    var diagnostics: [Diagnostic] {
        if outline.items.isEmpty { return [] }
        let deadlines = deadlines, bulk = bulk
        return deadlines + (bulk.isEmpty ? ordered(besides: deadlines.compactMap(\.span)) : bulk)
    }

    /// 各有关部门制定的实施办法，于2018年12月31日前报送国务院办公厅。 in a closing paragraph without a number: one diagnostic for each paragraph.
    private var deadlines: [Diagnostic] {
        let dates = findings.periods.filter { $0.kind == .due && isDay($0) }.sorted { $0.span < $1.span }
        if dates.isEmpty { return [] }
        let parts = outline.parts.filter { $0.kind == .paragraph || $0.kind == .closing || $0.kind == .notice || $0.kind == .preamble }.sorted { $0.span < $1.span }
        var result: [Diagnostic] = [], next = 0
        for part in parts {
            while next < dates.count, dates[next].span.start < part.span.start { next += 1 }
            guard next < dates.count, part.span.contains(dates[next].span) else { continue }
            let message = "The paragraph sets a deadline (“\(text[dates[next].span])”) and stands in no numbered item; no task was made of it."
            result.append(Diagnostic("outline.deadline-outside", .warning, message, at: paragraph(around: dates[next].span, in: part.span)))
        }
        return result
    }

    /// 2023年，全市政务公开工作坚持…: a year alone is no day to be ready by. 年底, 12月, 6月30日前 are.
    private func isDay(_ date: PeriodFinding) -> Bool {
        if let detail = date.detail, detail.precision != .year { return true }
        return ["前", "底", "末"].contains { text[date.span].contains($0) }
    }

    /// The line of a part that a place lies in: a part may hold several paragraphs.
    private func paragraph(around place: Span, in part: Span) -> Span {
        var start = place.start, end = place.end
        while start > part.start, text.bytes[start - 1] != 0x0A { start -= 1 }
        while end < part.end, text.bytes[end] != 0x0A { end += 1 }
        return Span(start, end)
    }

    /// 一是加强宣传。二是落实资金。 in a paragraph without a number, or one that begins or ends with who is responsible: duties, and no tasks all the same.
    /// - Parameter said: ascending places that were told already.
    private func ordered(besides said: [Span]) -> [Diagnostic] {
        var next = 0
        let parts = outline.parts.filter { $0.kind == .paragraph || $0.kind == .closing || $0.kind == .preamble }.sorted { $0.span < $1.span }
        if parts.isEmpty { return [] }
        let orders = Set(outline.orders), rules = rules
        var rule = 0
        return parts.compactMap { part in
            while next < said.count, said[next].start < part.span.start { next += 1 }
            if next < said.count, part.span.contains(said[next]) { return nil }
            while rule < rules.count, rules[rule].start < part.span.start { rule += 1 }
            if rule < rules.count, part.span.contains(rules[rule]) { return nil }
            let isCounted = Self.counts.allSatisfy { holds($0, part.span) }
            guard isCounted || orders.contains(part.span) || assigns(part.span) else { return nil }
            let start = String(text[part.span].filter { !$0.isWhitespace }.prefix(12)), what = isCounted ? "counts out what is to be done" : "says who is responsible"
            return Diagnostic("outline.text-outside", .warning, "The paragraph “\(start)…” \(what) and stands in no numbered item; no task was made of it.", at: part.span)
        }
    }

    /// What holds for all items is in their tasks. Items are looked at in place: a copy of one counts a dozen references.
    private var rules: [Span] {
        var rules: [Span] = []
        for i in findings.items.indices {
            for k in findings.items[i].responsible.indices where findings.items[i].responsible[k].basis == .default { rules.append(findings.items[i].responsible[k].span) }
        }
        return rules.sorted()
    }

    /// `…落实优惠。（责任单位：市财政局）`: the paragraph ends in a bracket of units, or in one that never closes.
    private func assigns(_ span: Span) -> Bool {
        let tail = max(span.start, span.end - Self.bracket)..<span.end
        guard let open = Self.opening.compactMap({ ByteSearch.last($0, in: text.bytes, tail) }).max() else { return false }
        let bracket = Span(open, span.end)
        return Self.assigning.contains { holds($0, bracket) } && !holds(Self.explains, bracket)
    }

    private func holds(_ word: [UInt8], _ span: Span) -> Bool { ByteSearch.last(word, in: text.bytes, span.start..<span.end) != nil }

    private static let counts = ["一是", "二是"].map { Array($0.utf8) }
    private static let opening = ["（", "(", "〔", "[", "【"].map { Array($0.utf8) }
    private static let assigning = ["责任单位", "责任部门", "牵头", "负责）", "负责)", "负责〕", "负责】"].map { Array($0.utf8) }
    private static let explains = Array("解释".utf8)

    /// Bytes of such a bracket.
    private static let bracket = 400

    /// More than a third of the text, and more than a page of it, in paragraphs of no item.
    private var bulk: [Diagnostic] {
        let loose = outline.parts.filter { $0.kind == .paragraph }.map(\.span).sorted()
        guard let first = loose.first, let last = loose.last else { return [] }
        let outside = loose.reduce(0) { $0 + scalars($1) }, inside = outline.items.reduce(0) { $1.parent == nil ? $0 + scalars($1.span) : $0 }
        guard outside > 600, outside * 2 > inside else { return [] }
        let message = "\(outside) characters stand in paragraphs without a number, \(inside) in numbered items; what the paragraphs ask for is in no task."
        // Of one piece of unnumbered text all of it, of several the first: what lies between is items.
        let isOne = !outline.items.contains { $0.span.start >= first.start && $0.span.start < last.end }
        return [Diagnostic("outline.text-outside", .warning, message, at: isOne ? Span(first.start, last.end) : first)]
    }

    private func scalars(_ span: Span) -> Int { text.bytes[span.start..<span.end].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
