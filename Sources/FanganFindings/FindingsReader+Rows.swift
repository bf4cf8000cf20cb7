import FanganOutline
import FanganText

/// What a row of a table says, for all its items or for its only one.
extension FindingsReader {
    func isSole(_ i: Int, _ outline: Outline) -> Bool {
        let row = outline.items[i].row
        return (i == 0 || outline.items[i - 1].row != row) && (i + 1 == outline.items.count || outline.items[i + 1].row != row)
    }

    /// What a row says, read once for all its items.
    struct RowFindings {
        var units: [Responsibility] = []
        var attributes: [(Passage, UnitList.Attribute)] = []
        var dates: [(Passage, [DateMention])] = []
        /// Whether a cell of deadlines says the row's last day: then a year or month in a column's title (2026年计划投资, 5月进度) is none.
        var hasDeadline = false
        var remarks: [ConditionFinding] = []
        /// What groups the row is in (类别), beside those that are its items' titles.
        var groups: [(name: Passage, remark: ConditionFinding)] = []
        /// Cells of deadlines that name no day and no rhythm: 适时, 按上级要求.
        var openDates: [OpenDateFinding] = []
    }

    func read(_ row: TableRow, _ plan: DateContext) -> RowFindings {
        var result = RowFindings(), inPeriods: [(Passage, [DateMention])] = []
        result.remarks = remarks(row)
        for cell in row.cells(.group) where !cell.title.isEmpty && cell.passage.scalars.contains(where: { $0 > 0x20 }) {
            result.groups.append((cell.passage, ConditionFinding(key: cell.title, span: cell.passage.span(cell.passage.indices))))
        }
        for cell in row.cells {
            if cell.column == .due || cell.column == .period {
                let mentions = dates.scan(cell.passage, in: cell.passage.indices, context: deadline(plan))
                if cell.column == .due {
                    result.hasDeadline = result.hasDeadline || mentions.contains { $0.kind == .due && $0.end != nil }
                    result.dates.append((cell.passage, mentions))
                    note(cell, mentions, in: &result)
                } else { inPeriods.append((cell.passage, mentions)) }
            }
            guard let role = Self.role(cell.column) else { continue }
            let (named, attributes) = responsibility.cell(cell.passage, role: role, title: cell.title)
            result.units += named
            result.attributes += attributes.map { (cell.passage, $0) }
        }
        if !result.hasDeadline { result.dates += inPeriods }
        return result
    }

    /// What a cell of deadlines says beside its dates is kept as it stands, so that none of its words are lost.
    private func note(_ cell: TableRow.Cell, _ mentions: [DateMention], in row: inout RowFindings) {
        let all = cell.passage.scalars.count { $0 > 0x20 }, vocabulary = OutlineVocabulary.standard
        guard all - mentions.reduce(0, { $0 + $1.range.count }) >= (mentions.isEmpty ? 1 : Self.fewestWords),
              cell.passage.scalars.contains(where: { $0.isIdeograph || $0 &- 0x30 < 10 || $0 == Self.tooNarrow }), !vocabulary.isEmptyCell(cell.passage.string(cell.passage.indices)) else { return }
        let span = cell.passage.span(cell.passage.indices)
        row.remarks.append(ConditionFinding(key: cell.title.isEmpty ? nil : cell.title, span: span))
        if mentions.isEmpty, all <= Self.longestTime { row.openDates.append(OpenDateFinding(why: .day, span: span)) }
    }

    /// `####`: what a spreadsheet prints of a day for which the column is too narrow.
    private static let tooNarrow: UInt32 = 0x23
    /// How many words beside a date are more than marks and joints (至, 前).
    private static let fewestWords = 6
    /// A longer cell tells steps of the work.
    static let longestTime = 24

    /// Rows and what they say are read in their places: a copy counts half a dozen references.
    ///
    /// - Parameters:
    ///   - item: the text of one of the row's items.
    ///   - title: what it has from a cell over several rows.
    func readRow(_ rows: [TableRow], _ said: [RowFindings], _ row: Int, sole: Bool, _ item: Passage, title: Passage?, _ plan: DateContext, into found: inout ItemFindings) {
        for (passage, attribute) in said[row].attributes { read(attribute, passage, plan, into: &found) }
        if found.responsible.isEmpty { found.responsible = said[row].units } else {
            let names = Set(said[row].units.map(\.mention))
            found.responsible = said[row].units + found.responsible.filter { !names.contains($0.mention) }
        }
        for group in said[row].groups where !(title.map { $0.scalars.elementsEqual(group.name.scalars) } ?? false) { found.conditions.append(group.remark) }
        found.conditions += said[row].remarks
        found.openDates += said[row].openDates
        for cell in sole ? rows[row].cells(.target) : [] { readGoal(cell, of: rows[row], item, plan, isDue: !said[row].hasDeadline, into: &found) }
        for (passage, mentions) in said[row].dates { take(mentions, passage, into: &found) }
        // 一季度 … 四季度: in the order of the year, whatever the text said of them.
        if found.due.count > 1, rows[row].cells.contains(where: { $0.column == .period || $0.period != nil }) { found.due.sort { $0.day < $1.day } }
        // Row totals stay at the row: they are an item's only where the row is one item, and its text does not share them out.
        if sole, !sharesOut(found.scores) {
            let points = rows[row].cells(.score).compactMap { cell in
                scores.points(ofCell: cell.passage).map { ScoreFinding(points: $0.points, span: cell.passage.span($0.range)) }
            }
            found.scores = (points + found.scores).sorted { $0.span.start < $1.span.start }
        }
    }

    /// `≥90%` under 目标值, `2.5` under 2025年 in a row that counts in 万亩: what the row's item is to reach, and by when.
    private func readGoal(_ cell: TableRow.Cell, of row: TableRow, _ item: Passage, _ plan: DateContext, isDue: Bool, into found: inout ItemFindings) {
        let unit = row.cells(.measure).first.flatMap { UnitOfMeasure($0.passage) } ?? UnitOfMeasure(endOf: Passage(cell.title)) ?? UnitOfMeasure(endOf: item)
        guard let figure = CellFigure.read(cell.passage, unit: unit) else {
            found.targets += targets.scan(cell.passage, in: cell.passage.indices).map { TargetFinding($0, cell.passage) }
            return
        }
        var target = TargetFinding(figure, cell.passage)
        if let period = cell.period {
            let mentions = dates.scan(period, in: period.indices, context: deadline(plan))
            // A year before the plan's tells what has been reached.
            guard let last = mentions.last?.end, last.year >= plan.firstYear ?? last.year else { return }
            if isDue { take(mentions, period, into: &found) }
            target.scope = mentions.last.map { period.span($0.range) }
        }
        found.targets.append(target)
    }

    /// 成立领导小组（得2分），有专人负责（得2分）: of a row with 4 points. 未成立的扣5分 and 每开展1场得3分 are no parts of them.
    private func sharesOut(_ scores: [ScoreFinding]) -> Bool { scores.contains { $0.isPart && $0.points > 0 } }

    /// What a row says in columns that no recogniser reads, and in those that are not of the duty's text: 推广范围, 测评方法, 备注, 单位, 目标值.
    private func remarks(_ row: TableRow) -> [ConditionFinding] {
        row.cells.compactMap { cell in
            guard [.note, .unknown, .method, .person, .explanation, .target, .measure].contains(cell.column), !cell.title.isEmpty,
                  cell.passage.scalars.contains(where: { $0 > 0x20 }) else { return nil }
            return ConditionFinding(key: cell.title, span: cell.passage.span(cell.passage.indices))
        }
    }

    private static func role(_ column: ColumnRole) -> ResponsibilityRole? {
        switch column {
        case .lead: .lead
        case .responsible, .owner: .responsible
        case .support: .support
        default: nil
        }
    }
}
