/// A table for a terminal: cells wrap in their columns, a rule under the titles.
struct TextTable {
    /// Titles with the columns of the terminal that each takes.
    let columns: [(title: String, width: Int)]
    private let style: TerminalStyle
    private(set) var text: String

    init(_ columns: [(title: String, width: Int)], style: TerminalStyle) {
        self.columns = columns
        self.style = style
        text = ""
        let titles = columns.map { LineWrapper.cut($0.title, columns: $0.width) }
        text = style.apply(.bold, line(titles)) + "\n" + line(columns.map { String(repeating: "─", count: max($0.width / 2, 1)) }) + "\n"
    }

    /// Missing cells are empty. A row takes as many lines as its highest cell.
    mutating func add(_ cells: [String]) {
        let wrapped = columns.enumerated().map { place, column in
            place < cells.count ? cells[place].split(separator: "\n", omittingEmptySubsequences: false).flatMap { LineWrapper(width: column.width).lines(String($0)) } : []
        }
        for number in 0..<(wrapped.map(\.count).max() ?? 0) { text += line(wrapped.map { number < $0.count ? $0[number] : "" }) + "\n" }
    }

    private func line(_ cells: [String]) -> String {
        var line = ""
        for (cell, column) in zip(cells, columns) { line += cell + String(repeating: " ", count: max(column.width - DisplayWidth.of(cell), 0) + 2) }
        while line.last == " " { line.removeLast() }
        return line
    }
}
