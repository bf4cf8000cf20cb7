import FanganText

/// Tables as parts of the outline.
extension OutlineWalk {
    private func isUnderForm(_ line: Int) -> Bool {
        let forms = FormRows(vocabulary: vocabulary)
        return (max(0, line - 2)..<line).contains { lines[$0].label == nil && forms.isFormHead(lines[$0].passage.trimmed()) }
    }

    /// - Parameter table: loses its items, which are moved: a copy of one counts a dozen references.
    mutating func take(_ table: inout TableReader.Table, at line: Int, division: Int, host: Int?) {
        if table.hasScoreColumn { divisionFacts[division].hasScoreColumn = true }
        if let titles = table.runTogether {
            note("table.run-together", .warning, "The cells of a table ran together without any mark; its \(table.rows.count) rows were parted by their numbers and names.", titles)
        }
        reportGaps(table.rows)
        reportBrokenRows(table, at: line)
        parts += table.parts
        unreadRows += table.unread
        let rowBase = rows.count, itemBase = items.count
        rows += table.rows
        if items.isEmpty { swap(&items, &table.items) } else { items += table.items }
        // Changed in place for the same reason.
        for i in itemBase..<items.count {
            items[i].division = division
            items[i].host = host
            items[i].isCell = true
            if let row = items[i].row { items[i].row = row + rowBase }
            if let parent = items[i].parent { items[i].parent = parent + itemBase }
            for k in items[i].children.indices { items[i].children[k] += itemBase }
        }
        // `单位：____ 填表人：____` over rows that name neither a unit nor a day: a form.
        if table.rows.allSatisfy({ $0.cells.allSatisfy { !$0.column.namesUnits && $0.column != .due } }), isUnderForm(line) { for i in itemBase..<items.count { items[i].isNote = true } }
        lastTable = (table.end, table.columns)
    }
}
