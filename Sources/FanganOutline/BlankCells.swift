import FanganText

/// What an empty cell of units or deadlines says: in a text that lost its merged cells, that it is one of several that share what stands above.
///
/// Where the format tells which cells are merged, an empty one is empty: nobody was named, no day was set. There it has what stands above only
/// if the column is written so throughout: filled more than once, and where groups begin and nowhere else, or in fewer than half of the rows and
/// never twice the same behind one another (who leaves cells empty on purpose does not repeat). What the first row alone says is of that row.
struct BlankCells {
    private let isTold: Bool
    private var heldOn: Set<Int> = []
    private let numbers: Int?

    /// - Parameter isTold: the format says which cells are merged.
    init(_ grid: TableGrid, content: Set<Int>, isTold: Bool) {
        self.isTold = isTold
        let roles = grid.columns.map(\.role)
        numbers = roles.firstIndex(of: .ordinal)
        guard isTold else { return }
        let rows = grid.rows.filter { row in row.cells.contains { content.contains($0.column) } }
        func filled(_ column: Int) -> [Bool] { rows.map { $0.cells.contains { $0.column == column && !$0.text.isEmpty } } }
        let units = Self.first(roles, \.namesUnits).map { ($0, filled($0)) }
        let heads = Self.first(roles) { $0 == .group || $0 == .unknown }.map(filled).filter { $0.contains(false) && $0.first == true }
        for (column, own) in units where own.first == true && own.contains(false) {
            let said = own.count(where: \.self)
            if said > 1, heads.contains(own) || said * 2 < own.count && !Self.repeats(column, rows) { heldOn.insert(column) }
        }
        for column in Self.first(roles, { $0 == .due }) {
            let own = filled(column)
            if own.first == true, own.count(where: \.self) > 1, heads.contains(own) || units.contains(where: { heldOn.contains($0.0) && $0.1 == own }) { heldOn.insert(column) }
        }
    }

    /// Columns of a kind; each is looked through once, and no printed table has as many.
    private static func first(_ roles: [ColumnRole], _ isOne: (ColumnRole) -> Bool) -> ArraySlice<Int> { roles.indices.filter { isOne(roles[$0]) }.prefix(8) }

    private static func repeats(_ column: Int, _ rows: [TableGrid.Row]) -> Bool {
        let said = rows.compactMap { $0.cells.first { $0.column == column }?.text }
        return zip(said, said.dropFirst()).contains { $0 == $1 }
    }

    /// Whether an empty cell of a row has what stands above it: in any table of text, in a column that is written so, and in a row without a number of
    /// its own, which goes on with the numbered one above.
    func holdsOn(_ column: Int, in row: TableGrid.Row) -> Bool {
        guard isTold, !heldOn.contains(column) else { return true }
        return numbers.map { number in !row.cells.contains { $0.column == number } } ?? false
    }
}
