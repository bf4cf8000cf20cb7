import FanganText

/// What the columns of a table without titles hold, told by what stands in them: numbers that count, names of
/// units, days, points; the longest texts are what is to be done.
struct ColumnGuess {
    let reader: TableReader

    /// No columns where none of them names units: then it is no table of duties.
    func columns(of rows: [TableGrid.Row]) -> [TableReader.Column] {
        guard let width = rows.lazy.flatMap({ $0.cells.map(\.column) }).max(), width < 4096, rows.count >= 2 else { return [] }
        let columns = columns(of: rows, width: width + 1)
        guard columns.contains(where: { $0.role == .responsible }), let content = columns.firstIndex(where: { $0.role == .content }) else { return [] }
        return saysWords(content, rows) ? columns : []
    }

    /// What is to be done is told in words: `白水镇 ⇥ 100 ⇥ 200` are figures of a place.
    private func saysWords(_ column: Int, _ rows: [TableGrid.Row]) -> Bool {
        let cells = rows.compactMap { row in row.cells.first { $0.column == column } }
        return cells.count { $0.text.unicodeScalars.count(where: { $0.value.isIdeograph }) >= 2 } * 2 > cells.count
    }

    /// As many columns as are asked for; without a longest text none is what is to be done.
    func columns(of rows: [TableGrid.Row], width: Int) -> [TableReader.Column] {
        var seen: [Int: Column] = [:]
        for row in rows {
            for cell in row.cells { seen[cell.column, default: Column()].take(cell, reader) }
        }
        var columns = (0..<width).map { TableReader.Column(role: seen[$0]?.role ?? .unknown, title: "") }
        let free = columns.indices.filter { columns[$0].role == .unknown }
        guard let longest = free.max(by: { (seen[$0]?.length ?? 0) < (seen[$1]?.length ?? 0) }) else { return columns }
        for i in free { columns[i].role = i == longest ? .content : .group }
        return columns
    }

    private struct Column {
        var cells = 0, numbers = 0, names = 0, days = 0, points = 0, length = 0, last = 0

        mutating func take(_ cell: TableGrid.Cell, _ reader: TableReader) {
            let text = Passage(cell.text)
            cells += 1
            length += text.count
            if let n = Int(cell.text), n == last + 1 { numbers += 1; last = n }
            if TableReader.isDue(text) { days += 1 }
            if TableReader.isScore(text) { points += 1 }
            if text.count >= 2, text.count <= 80, reader.endsAsName(text), text.first("。", in: text.indices) == nil { names += 1 }
        }

        var role: ColumnRole? {
            let most = { (n: Int) in n * 4 >= self.cells * 3 }
            return most(numbers) ? .ordinal : most(points) ? .score : most(days) ? .due : most(names) ? .responsible : nil
        }
    }
}
