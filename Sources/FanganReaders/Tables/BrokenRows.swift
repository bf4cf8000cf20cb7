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
        let end = whole(i, columns, isNumbered: number != nil) ?? i + 1
        return tabs(i..<end) == columns - 1 ? behindNames(end) : end
    }

    /// The line behind a row whose first cell goes over lines: `开展小区` ⏎ `改造⇥县住建局⇥6月底`. Such a cell is narrow and no sentence.
    func end(ofFirstCellAt i: Int, _ columns: Int) -> Int? {
        guard columns >= 3 else { return nil }
        for at in i..<min(lines.count, i + Self.fewest) {
            guard goesOn(at), number(at) == nil else { return nil }
            if tabs(at) > 0 { return at > i && tabs(at) == columns - 1 ? behindNames(at + 1) : nil }
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
            // A row without its last cells, and one without its first ones, are two rows, unless the tabs say that they are one.
            let isWhole = sum + tabs(end..<next) == columns - 1 && (end..<next).allSatisfy(goesOn)
            if sum == columns - 1 ? !goesOnInLastCell(end) : tabs(end) > 0 && !isWhole && !joins(end) { break }
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
        var sum = tabs(i), end = i + 1
        while sum < columns - 1, end < min(lines.count, i + Self.longest), goesOn(end), number(end) == nil {
            sum += tabs(end)
            end += 1
        }
        guard sum == columns - 1, end > i + 1, tabs(end - 1) > 0 else { return nil }
        // 联系人：… ⇥ 电话：… behind a short last row has its own keys.
        guard !(i + 1..<end).contains(where: { hasColon($0) && tabs($0) > 0 }) || hasColon(i) else { return nil }
        return isNumbered || columns == 3 || end - i > 2 || joins(i + 1) ? end : nil
    }

    // MARK: - The last cell

    /// Names below a last cell of names. A signature has a day below it.
    private func behindNames(_ end: Int) -> Int {
        var at = end
        while at < min(lines.count, end + Self.fewest), goesOn(at), tabs(at) == 0, endsInName(at - 1), endsInName(at) { at += 1 }
        guard at > end else { return end }
        let below = (at..<min(lines.count, at + 2)).first { roles[$0] == .text }
        return below.map { Numerals.digit(UTF8Scan.scalar(bytes, at: lines[$0].textStart).value) != nil && tabs($0) == 0 } ?? false ? end : at
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

    private func hasColon(_ i: Int) -> Bool {
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
