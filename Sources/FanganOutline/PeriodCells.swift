import FanganText

/// What a cell under a stretch of the year says: `一季度` over `完成选址`, what the row's duty is then; `2025年` over `≥90%`, how far its indicator is to be
/// by then. Ticks say something else, and 无 or 不涉及 that there is nothing.
struct PeriodCells {
    let vocabulary: OutlineVocabulary

    func isDuty(_ cell: TableGrid.Cell, under period: Passage) -> Bool {
        !vocabulary.tables.emptyCells.contains(cell.text) && cell.lines.contains { $0.passage.scalars.contains { $0.isIdeograph } } && !isFigure(cell, under: period)
    }

    /// `2.5`, `≥90%`, `120个` under a year.
    func isFigure(_ cell: TableGrid.Cell, under period: Passage?) -> Bool {
        guard let period, cell.lines.count == 1, !GoalColumns.isWords(cell), PeriodTitle(vocabulary: vocabulary).isYear(period) else { return false }
        let scalars = cell.lines[0].passage.scalars
        // 完成12公里 says what is to be done, 不低于90% only how much.
        if let first = scalars.first(where: { !Passage.isBlank($0) }), first.isIdeograph, !vocabulary.tables.comparing.contains(first) { return false }
        return scalars.contains { digitValue($0) != nil }
    }
}
