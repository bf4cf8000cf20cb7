import FanganText

/// What is odd about the numbers of an outline.
extension OutlineWalk {
    mutating func report(_ label: Label, _ oddity: ItemStack.Oddity?) {
        switch label.damage {
        case .numberLost: note("outline.number-lost", .warning, "The number in “\(label.printed)” is lost; it was read as the next one.", label.span)
        case .markLost: note("outline.mark-lost", .warning, "The number “\(label.printed)” has no mark behind it; its neighbours make it an item.", label.span)
        case nil: break
        }
        switch oddity {
        case .missing(let expected): note("outline.number-missing", .warning, "“\(label.printed)” follows where number \(expected) was expected.", label.span)
        case .repeated: note("outline.number-repeated", .warning, "“\(label.printed)” repeats the number before it.", label.span)
        case .backwards: note("outline.number-backwards", .note, "“\(label.printed)” is lower than the number before it.", label.span)
        case nil: break
        }
    }

    /// `40.…` behind 3.: a number that ``ItemStack`` does not take.
    mutating func reportUnread(_ line: Int, behind stack: ItemStack) {
        guard let label = lines[line].label?.label, lines[line].block.cell == nil, !stack.accepts(label) else { return }
        note("outline.number-unread", .warning, "“\(label.printed)” begins a paragraph, is far from the number before it and was read as text of the item in front.", label.span)
    }

    /// Rows 15 to 20 were left out: `14`, `21`.
    mutating func reportGaps(_ rows: [TableRow]) {
        // Where they begin with 1: years, and numbers of a longer list, go on as they like.
        guard rows.first(where: { $0.key != nil })?.key == "1" else { return }
        var last = 0
        for row in rows {
            guard let key = row.key, let number = Int(key) else { continue }
            if last > 0, number > last, (2...Self.widestGap).contains(number - last) { note("outline.number-missing", .warning, "“\(key)” follows where number \(last + 1) was expected.", row.span) }
            last = number
        }
    }

    private static let widestGap = 50

    /// What ``MarkedGrid`` found; and a table that breaks off and goes on a few lines below, without its titles.
    mutating func reportBrokenRows(_ table: TableReader.Table, at line: Int) {
        if let broken = table.broken { noteBrokenRow(document.passage(broken), broken) }
        guard document.source.mediaType == "text/plain", !table.parts.contains(where: { $0.kind == .tableHead }), let first = table.rows.first?.span ?? table.parts.first?.span,
              let last = lastTable, last.columns.first?.role == .ordinal, (1...Self.widestBreak).contains(line - last.end), (last.end..<line).allSatisfy({ lines[$0].label == nil }) else { return }
        noteBrokenRow(lines[last.end].passage, first)
    }

    private mutating func noteBrokenRow(_ start: Passage, _ span: Span) {
        let what = start.scalars.allSatisfy { digitValue($0) != nil } ? "The row “\(start.squashed())” has more cells than the table has titles." : "“\(start.squashed().prefix(12))” stands where the number of a row was expected: a line end inside a cell broke the row, or cells are missing."
        note("table.row-broken", .warning, what, span)
    }

    /// Lines between the two parts of a table.
    private static let widestBreak = 8

    /// `附件：1.任务分解表` with nothing behind it: who does what may stand there alone.
    mutating func noteAnnexes(_ list: Range<Int>) {
        let span = Span(lines[list.lowerBound].block.span.start, lines[max(list.lowerBound, list.upperBound - 1)].block.span.end)
        note("outline.annex-missing", .note, "Annexes are named here and are not in the file; what they say of units and days is in no task.", span)
    }

    /// `市财政局要建立专班。`, `市住建局每月通报检查情况。` behind the plan: no item, but work all the same.
    mutating func noteOrders(behind tail: [Int]) {
        for i in tail where lines[i].block.cell == nil {
            guard ![.closing, .date, .organ, .number, .annexList].contains(lines[i].kind(reader)) else { continue }
            let text = lines[i].passage.part(min(lines[i].label?.length ?? 0, lines[i].passage.count)..<lines[i].passage.count).trimmed()
            if text.last == 0x3002, !reader.isClosingRule(text), UnitNames(vocabulary).namesDoer(text) { orders.append(lines[i].block.span) }
        }
    }

    /// `牵头单位：县教育局`, `本方案由县教育局牵头，…` in front of the items.
    mutating func noteOrders(inFront front: [Int]) {
        let names = UnitNames(vocabulary)
        for i in front where lines[i].block.cell == nil && [.preamble, .other].contains(lines[i].kind(reader)) {
            let text = lines[i].passage.trimmed()
            if vocabulary.titles.assignmentKeys.match(text.scalars, at: 0) != nil || names.saysByWhom(text) { orders.append(lines[i].block.span) }
        }
    }

    /// A paragraph that nothing but the look of its neighbours parts from the last item; one that orders a body is told in ``noteOrders(behind:)``, one with
    /// a day by its day.
    mutating func noteMoved(_ i: Int) {
        let text = lines[i].passage.trimmed()
        guard !UnitNames(vocabulary).namesDoer(text), !HeaderReader.namesDeadline(text), !HeaderReader.speaksToAll(text, at: 0) else { return }
        note("outline.text-outside", .warning, "“\(text.squashed().prefix(12))…” stands behind the last item as a paragraph of its own and was not read as that item's; no task was made of it.", lines[i].block.span)
    }

    mutating func note(_ code: String, _ severity: Severity, _ message: String, _ span: Span) {
        diagnostics.append(Diagnostic(code, severity, message, at: span))
    }
}
