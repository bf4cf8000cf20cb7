import FanganText

/// `责任单位：县水利局` right over a table without a column of units: whose all its rows are.
struct TableOwners {
    let lines: [Line]
    let vocabulary: OutlineVocabulary
    let reader: HeaderReader

    func give(to table: inout TableReader.Table, at line: Int, from start: Int) {
        guard !table.rows.isEmpty, !table.columns.contains(where: { $0.role.namesUnits }), let owners = owners(over: line, from: start) else { return }
        for i in table.rows.indices { table.rows[i].cells.append(owners) }
    }

    /// In one of the facts that stand over the table.
    private func owners(over line: Int, from start: Int) -> TableRow.Cell? {
        for i in (max(start, line - Self.most)..<line).reversed() {
            let text = lines[i].passage.trimmed()
            guard lines[i].block.cell == nil, lines[i].label == nil, reader.isFact(text), let colon = text.scalars.firstIndex(where: { $0 == 0xFF1A || $0 == 0x3A }) else { return nil }
            let key = text.part(0..<colon)
            guard let role = vocabulary.tables.role(ofColumn: key), role.namesUnits, UnitNames(vocabulary).isList(text, colon + 1..<text.count) else { continue }
            return TableRow.Cell(column: role, title: key.squashed(), passage: text.part(colon + 1..<text.count))
        }
        return nil
    }

    /// Facts over a table that are looked at.
    private static let most = 3
}
