import FanganText

/// `1.县水利局 2.县住建局` beside `1.修复堤防。 2.改造管网。` in a row: the numbers in one cell are those of the duties in another.
enum NumberedCells {
    /// What a cell says under each number of a list, if it says something under each.
    static func parts(of p: Passage, numbers: ClosedRange<Int>) -> [Passage]? {
        var starts: [(mark: Int, text: Int)] = [], i = 0
        while i < p.count, Passage.isBlank(p.scalars[i]) { i += 1 }
        for number in numbers {
            // The first number begins the cell, the others are looked for.
            if !starts.isEmpty { while i < p.count, isInsideNumber(p, i) || mark(p, i, number) == nil { i += 1 } }
            guard i < p.count, let text = mark(p, i, number) else { return nil }
            starts.append((i, text))
            i = text
        }
        let parts = starts.indices.map { n in trimmed(p, starts[n].text..<(n + 1 < starts.count ? starts[n + 1].mark : p.count)) }
        return parts.allSatisfy { !$0.isEmpty } ? parts.map(p.part) : nil
    }

    /// Whether a cell begins with number 1.
    static func begins(_ p: Passage) -> Bool {
        guard let start = p.scalars.firstIndex(where: { !Passage.isBlank($0) }) else { return false }
        return mark(p, start, 1) != nil
    }

    /// Behind a digit no number begins.
    private static func isInsideNumber(_ p: Passage, _ i: Int) -> Bool { i > 0 && digitValue(p.scalars[i - 1]) != nil }

    /// Where the words behind `2.`, `（2）` or `②` begin.
    private static func mark(_ p: Passage, _ start: Int, _ number: Int) -> Int? {
        if number <= 20, p.scalars[start] == 0x2460 + UInt32(number) - 1 { return start + 1 }
        let isOpen = opening.contains(p.scalars[start])
        var i = isOpen ? start + 1 : start, value = 0, digits = 0
        while i < p.count, digits < 3, let digit = digitValue(p.scalars[i]) { value = value * 10 + digit; digits += 1; i += 1 }
        guard digits > 0, value == number, i < p.count, isOpen ? closing.contains(p.scalars[i]) : marks.contains(p.scalars[i]) else { return nil }
        return i + 1
    }

    private static func trimmed(_ p: Passage, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound, end = range.upperBound
        while start < end, Passage.isBlank(p.scalars[start]) { start += 1 }
        while end > start, Passage.isBlank(p.scalars[end - 1]) || stops.contains(p.scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    private static let opening: ScalarSet = "（("
    private static let closing: ScalarSet = "）)"
    private static let marks: ScalarSet = ".．、)）"
    private static let stops: ScalarSet = "。；;，,、\n"
}

extension GridInterpreter {
    /// Gives the numbered duties of a row a row each, where its other cells say under the same numbers whose they are or by when.
    mutating func shareOut(_ row: Int, from first: Int) {
        // Most cells have no numbers.
        guard table.rows[row].cells.contains(where: { Self.mayBeShared($0.column) && NumberedCells.begins($0.passage) }) else { return }
        let own = (first..<items.all.count).filter { items.all[$0].row == row && !items.all[$0].label.span.isEmpty && items.all[$0].children.isEmpty }
        guard own.count >= 2, own.count <= Self.mostShared, let lead = own.first, own.enumerated().allSatisfy({ n, item in
            items.all[item].label.ordinal == n + 1 && items.all[item].label.form == items.all[lead].label.form && items.all[item].parent == items.all[lead].parent
        }) else { return }
        let whole = table.rows[row]
        let parts = whole.cells.map { cell in Self.mayBeShared(cell.column) ? NumberedCells.parts(of: cell.passage, numbers: 1...own.count) : nil }
        guard parts.contains(where: { $0 != nil }) else { return }
        // The row's own item keeps the row and what is of all its duties; without one the first duty does.
        let hasOwn = (first..<items.all.count).contains { items.all[$0].row == row && !own.contains($0) }
        for (n, item) in own.enumerated() {
            var cells: [TableRow.Cell] = []
            for (place, cell) in whole.cells.enumerated() {
                var cell = cell
                if let part = parts[place] { cell.passage = part[n] } else if cell.column == .score || cell.column == .target { continue }
                cells.append(cell)
            }
            if n == 0, !hasOwn {
                table.rows[row].cells = cells
            } else {
                items.all[item].row = table.rows.count
                table.rows.append(TableRow(key: whole.key, cells: cells, span: whole.span))
            }
        }
        if hasOwn { table.rows[row].cells = whole.cells.indices.filter { parts[$0] == nil }.map { whole.cells[$0] } }
        sharedOut = (table.rows.count - 1, whole.cells)
    }

    /// Duties of one cell that are counted beside others.
    private static let mostShared = 50

    private static func mayBeShared(_ role: ColumnRole) -> Bool {
        role.namesUnits || [.due, .person, .target, .score, .note, .method, .unknown].contains(role)
    }
}
