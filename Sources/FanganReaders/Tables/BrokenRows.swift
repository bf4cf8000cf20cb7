import FanganText

/// Rows between tabs that a line end inside a cell broke:
///
///     1⇥摸底⇥县住建局
///     县人社局
///     县医保局⇥6月底
///
/// The lines of a row have together as many tabs as the titles. Where the last cells are empty and lost their tabs, the number of the next row ends it.
struct BrokenRows {
    let bytes: UnsafeBufferPointer<UInt8>
    let lines: [TextLine]
    let roles: [LineRole]

    /// Lines of a row.
    private static let longest = 64
    /// Lines that a first or a last cell goes on in where no number tells; columns of such a line.
    private static let fewest = 8, widest = 40

    /// The line behind the row that begins at a line with tabs.
    func end(of i: Int, _ columns: Int) -> Int {
        guard columns >= 3 else { return i + 1 }
        let number = number(i)
        if let number, let next = numberedRow(number + 1, behind: i), let end = end(of: i, before: next, columns) { return end }
        if let end = whole(i, columns, isNumbered: number != nil) { return behindNames(end, columns - 1 - tabs(i..<end)) }
        return number != nil || tabs(i) == columns - 1 ? behindNames(i + 1, columns - 1 - tabs(i)) : i + 1
    }

    /// The line behind a row whose first cell goes over lines: `开展小区` ⏎ `改造⇥县住建局⇥6月底`. Such a cell is narrow and no sentence.
    func end(ofFirstCellAt i: Int, _ columns: Int) -> Int? {
        guard columns >= 3 else { return nil }
        for at in i..<min(lines.count, i + Self.fewest) {
            guard goesOn(at), number(at) == nil else { return nil }
            if tabs(at) > 0 {
                // Its other cells may go over lines too.
                guard at > i, case let end = end(of: at, columns), tabs(at..<end) == columns - 1 else { return nil }
                return end
            }
            guard lines[at].width <= Self.widest, !hasColon(at), !endsSentence(at) else { return nil }
        }
        return nil
    }

    // MARK: - By the number of the next row

    /// The next line of text with a tab that begins with a number, if that is the one that is due.
    private func numberedRow(_ due: Int, behind i: Int) -> Int? {
        (i + 1..<min(lines.count, i + Self.longest)).first { number($0) != nil }.flatMap { number($0) == due ? $0 : nil }
    }

    /// - Parameter next: the line of the next number.
    private func end(of i: Int, before next: Int, _ columns: Int) -> Int? {
        guard next > i + 1 else { return nil }
        var sum = tabs(i), end = i + 1
        while end < next, goesOn(end), sum + tabs(end) <= columns - 1 {
            // What is whole has only its last cell yet.
            if sum == columns - 1, !goesOnInLastCell(end) { break }
            sum += tabs(end)
            end += 1
        }
        return end > i + 1 ? end : nil
    }

    /// Whether a line without tabs is a title over the next rows of a table whose rows are numbered: `资金方面` between 3 and 4.
    func isTitle(_ i: Int, over row: Range<Int>) -> Bool {
        guard goesOn(i), tabs(i) == 0, lines[i].width <= Self.widest, !endsSentence(i), i + 1 < lines.count, let above = number(row.lowerBound) else { return false }
        return number(i + 1) == above + 1
    }

    // MARK: - By the number of tabs

    /// Behind the lines that have together as many tabs as the titles.
    private func whole(_ i: Int, _ columns: Int, isNumbered: Bool) -> Int? {
        var sum = tabs(i), at = i + 1, end = i + 1
        while sum < columns - 1, at < min(lines.count, i + Self.longest), goesOn(at), number(at) == nil, sum + tabs(at) <= columns - 1 {
            sum += tabs(at)
            at += 1
            if tabs(at - 1) > 0 { end = at }
        }
        // Where the rows have numbers, the last one may lack its last cells.
        guard end > i + 1, sum == columns - 1 || isNumbered && end - i <= Self.fewest else { return nil }
        // 联系人：… ⇥ 电话：… behind a short last row has its own keys.
        guard !(i + 1..<end).contains(where: { hasColon($0) && tabs($0) > 0 }) || hasColon(i) else { return nil }
        return isNumbered || tabs(i + 1) == 0 || joins(i + 1) || endsSentence(i) && beginsWithSentence(i + 1) ? end : nil
    }

    /// The first cell of a line ends as a sentence does: `建立台账。⇥县住建局` behind `摸底⇥开展摸底。`.
    private func beginsWithSentence(_ i: Int) -> Bool {
        let end = bytes[lines[i].range].firstIndex(of: 0x09) ?? lines[i].end
        return end > lines[i].textStart && Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: end, floor: lines[i].textStart).value)
    }

    // MARK: - The last cell

    /// Names below a last cell of names. A signature has a day below it.
    /// - Parameter missing: cells that the row may have yet.
    private func behindNames(_ end: Int, _ missing: Int) -> Int {
        var at = end, missing = missing
        while at < min(lines.count, end + Self.fewest), goesOn(at), number(at) == nil, tabs(at) <= missing, endsInName(at - 1), beginsWithName(at) {
            missing -= tabs(at)
            at += 1
        }
        guard at > end else { return end }
        let below = (at..<min(lines.count, at + 2)).first { roles[$0] == .text }
        return below.map { digitValue(UTF8Scan.scalar(bytes, at: lines[$0].textStart).value) != nil && tabs($0) == 0 } ?? false ? end : at
    }

    /// A line without tabs in front of the next number: of the last cell, or a title over the rows below.
    private func goesOnInLastCell(_ i: Int) -> Bool { tabs(i) == 0 && (joins(i) || endsSentence(i)) }

    // MARK: - Lines

    /// Whether a line may stand inside a row: no empty cell is in front of it, and it is no section's title.
    private func goesOn(_ i: Int) -> Bool {
        guard i < lines.count, roles[i] == .text, leadingTabs(i) == 0 else { return false }
        let kind = NumberLabelScanner(bytes, limit: lines[i].end).label(at: lines[i].textStart)?.kind
        return kind != .annex && kind != .han && kind != .chapter
    }

    /// `县住建局` ⏎ `县人社局`, `县住建局、` ⏎ `县人社局`, `2025年` ⏎ `6月底`
    private func joins(_ i: Int) -> Bool {
        guard i > 0, lines[i - 1].end > lines[i - 1].textStart, lines[i].end > lines[i].textStart else { return false }
        let last = UTF8Scan.scalar(bytes, before: lines[i - 1].end, floor: lines[i - 1].textStart).value, first = UTF8Scan.scalar(bytes, at: lines[i].textStart).value
        return Punctuation.isComma(last) || Punctuation.opens(last) || Punctuation.cannotBegin(first) || [0x5E74, 0x6708].contains(last) || endsInName(i - 1) && beginsWithName(i) // 年月
    }

    private func endsInName(_ i: Int) -> Bool { ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: lines[i].end, floor: lines[i].textStart) }

    /// Of a line's first cell.
    private func beginsWithName(_ i: Int) -> Bool {
        ReaderVocabulary.shared.unitEnds.ends(in: bytes, at: bytes[lines[i].range].firstIndex(of: 0x09) ?? lines[i].end, floor: lines[i].textStart)
    }

    /// The number in the first of several cells.
    func number(_ i: Int) -> Int? {
        guard roles[i] == .text, leadingTabs(i) == 0, let tab = bytes[lines[i].range].firstIndex(of: 0x09) else { return nil }
        var end = tab
        while end > lines[i].textStart, bytes[end - 1] == 0x20 { end -= 1 }
        return PageMark.bareNumber(bytes, lines[i].textStart..<end)
    }

    func hasColon(_ i: Int) -> Bool {
        var at = lines[i].textStart
        while at < lines[i].end {
            let (scalar, width) = UTF8Scan.scalar(bytes, at: at)
            if Punctuation.isColon(scalar) { return true }
            at += width
        }
        return false
    }

    func endsSentence(_ i: Int) -> Bool { Punctuation.endsSentence(UTF8Scan.scalar(bytes, before: lines[i].end, floor: lines[i].textStart).value) }

    private func tabs(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + tabs($1) } }

    func tabs(_ i: Int) -> Int { leadingTabs(i) + lines[i].innerTabs + lines[i].trailingTabs }

    private func leadingTabs(_ i: Int) -> Int {
        guard lines[i].hasTab else { return 0 }
        return bytes[lines[i].start..<lines[i].textStart].reduce(0) { $0 + ($1 == 0x09 ? 1 : 0) }
    }
}
