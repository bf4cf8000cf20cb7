import FanganText

/// The titles of a marked table's columns: one row, or two where cells are merged (责任单位 over 牵头 and 配合), perhaps
/// under a row that names the table.
struct TableHeader {
    private(set) var columns: [TableReader.Column] = []
    /// Rows of the table that are no rows of duties.
    private(set) var rowCount = 0
    /// The texts of the title rows, to know them again on the next page.
    private var texts: [[String]] = []

    /// Wider merges are a mistake.
    private static let widest = 256

    init(rows: [Range<Int>], reader: TableReader) {
        // A caption over all columns, at most two rows of it.
        var first = 0
        while first < min(2, rows.count - 1), Self.isCaption(rows[first], reader) { first += 1 }
        for start in Set([first, 0]).sorted(by: >) where read(rows, from: start, reader) { return }
    }

    /// Whether a row of the body is the header once more.
    func isRepeated(_ row: Range<Int>, in lines: [Line]) -> Bool {
        guard row.count >= 2 else { return false }
        return texts.contains { $0.count == row.count && $0 == row.map { lines[$0].passage.squashed() } }
    }

    /// One cell alone, over several columns.
    private static func isCaption(_ row: Range<Int>, _ reader: TableReader) -> Bool {
        let cells = Set(row.compactMap { reader.walk.lines[$0].block.cell })
        guard cells.count == 1, let cell = cells.first else { return false }
        return cell.columnSpan > 1 && cell.rowSpan == 1
    }

    /// Takes the titles if most of them are known.
    private mutating func read(_ rows: [Range<Int>], from start: Int, _ reader: TableReader) -> Bool {
        let lines = reader.walk.lines
        // Rows that are empty under merged cells have no lines.
        let bottom = (lines[rows[start].lowerBound].block.cell?.row ?? 0) + Self.depth(rows, start, reader)
        let end = rows[start...].firstIndex { (lines[$0.lowerBound].block.cell?.row ?? bottom) >= bottom } ?? rows.count
        var titles: [(upper: String, lower: String)] = []
        for (n, row) in rows[start..<end].enumerated() {
            for i in row {
                guard let cell = lines[i].block.cell else { continue }
                let text = lines[i].passage.squashed()
                for column in cell.column..<min(cell.column + cell.columnSpan, Self.widest) {
                    while titles.count <= column { titles.append(("", "")) }
                    if n == 0 { titles[column].upper += text } else { titles[column].lower += text }
                }
            }
        }
        let found = titles.map { title in
            let role = title.lower.isEmpty ? reader.role(ofTitle: title.upper)
                : reader.role(ofTitle: title.lower) ?? reader.role(ofTitle: title.upper + title.lower) ?? reader.role(ofTitle: title.upper)
            return TableReader.Column(role: role ?? .unknown, title: title.lower.isEmpty ? title.upper : title.lower)
        }
        guard found.filter({ $0.role != .unknown }).count * 2 >= max(found.count, 2) else { return false }
        columns = found
        rowCount = end
        texts = rows[start..<rowCount].map { $0.map { lines[$0].passage.squashed() } }
        return true
    }

    /// Two rows where a title is merged downwards, or where all of the next row stands under titles merged sideways.
    private static func depth(_ rows: [Range<Int>], _ start: Int, _ reader: TableReader) -> Int {
        let cells = rows[start].compactMap { reader.walk.lines[$0].block.cell }
        let tallest = cells.map(\.rowSpan).max() ?? 1
        if tallest > 1 { return min(tallest, 3) }
        let wide = cells.filter { $0.columnSpan > 1 }
        guard !wide.isEmpty, start + 1 < rows.count else { return 1 }
        let isUnder = rows[start + 1].allSatisfy { i in
            let line = reader.walk.lines[i]
            guard let cell = line.block.cell else { return false }
            return reader.role(ofTitle: line.passage.squashed()) != nil
                && wide.contains { cell.column >= $0.column && cell.column < $0.column + $0.columnSpan }
        }
        return isUnder ? 2 : 1
    }
}
