import FanganText

/// What to look at before an outline is trusted: rows of tables that became no item, and items that cannot be told apart
/// by their paths.
struct Completeness {
    let items: [OutlineItem]
    /// An identifier was taken already: without one there is no path to look for that comes again.
    let areRepeated: Bool
    let rows: [TableRow]
    /// Rows that were put among the parts while their table was read.
    let unreadRows: [Span]
    /// Places where a number is the same as the one before it, which is said already.
    let repeatedNumbers: Set<Span>

    func diagnostics() -> [Diagnostic] { [rowsWithoutItem(), repeatedPaths()].compactMap { $0 } }

    private func rowsWithoutItem() -> Diagnostic? {
        var isUsed = [Bool](repeating: false, count: rows.count)
        for i in items.indices { if let row = items[i].row { isUsed[row] = true } }
        let unread = unreadRows + rows.indices.filter { !isUsed[$0] && rows[$0].cells.contains { !$0.passage.isEmpty } }.map { rows[$0].span }
        guard let first = unread.min() else { return nil }
        return Diagnostic("table.rows-unread", .note, "\(unread.count) row(s) of tables were not read as duties; their cells are among the document's parts.", at: first)
    }

    private func repeatedPaths() -> Diagnostic? {
        guard areRepeated else { return nil }
        var seen: Set<[String]> = []
        let repeated = items.filter { !seen.insert([String($0.division)] + $0.path).inserted && !repeatedNumbers.contains($0.label.span) }
        guard let first = repeated.first else { return nil }
        return Diagnostic("outline.path-repeated", .note,
                          "\(repeated.count) item(s) have the path of an earlier one, the first is “\(first.path.joined(separator: " "))”: numbers begin anew or are repeated. Their identifiers differ.", at: first.label.span)
    }
}
