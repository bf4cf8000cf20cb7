import FanganText

/// The items of a table while its rows are read: a label closes every open item of its own or an inner rank and is a child of what is left.
struct TableItems {
    var all: [OutlineItem] = []
    /// Open items with their ranks, outermost first.
    private(set) var open: [(item: Int, rank: Int)] = []
    let document: SourceDocument

    init(of document: SourceDocument) { self.document = document }

    func isOpen(_ item: Int) -> Bool { open.contains { $0.item == item } }

    mutating func open(_ label: Label, line: Line, length: Int, row: Int?) -> Int {
        push(label, line: line, length: length, row: row, rank: label.rank)
    }

    /// A row without numbered duties is itself the duty; its label is the row's key.
    mutating func rowItem(_ key: String, line: Line, row: Int, rank: Int?) -> Int {
        let span = Span(line.block.span.start, line.block.span.start)
        let label = Label(form: .arabic, ordinal: RowKey.ordinal(of: key), parts: [], printed: key, span: span)
        return push(label, line: line, length: 0, row: row, rank: rank ?? RowKey.rank(of: key))
    }

    /// Items are made in their place: a copy of one counts a dozen references.
    private mutating func push(_ label: Label, line: Line, length: Int, row: Int?, rank: Int) -> Int {
        close(rank)
        let index = all.count, parent = open.last?.item
        all.append(OutlineItem(label: label))
        all[index].begin(with: line, length: length)
        all[index].row = row
        all[index].parent = parent
        if let parent { all[parent].children.append(index) }
        open.append((index, rank))
        return index
    }

    mutating func close(_ rank: Int) {
        while let top = open.last, top.rank >= rank { open.removeLast() }
    }

    /// The next number in the column of numbers: what the row before opened in its own cells (`1 ⇥ （一）推动改革` above `2 ⇥ 加强宣传`) holds no further row.
    mutating func closeRows() {
        // Rows themselves may hold others: `2`, `（2）` in the column of numbers.
        if let first = open.firstIndex(where: { all[$0.item].row != nil && !all[$0.item].label.span.isEmpty }) { open.removeSubrange(first...) }
    }

    /// A line of a cell goes on with the item; a line that a narrow column broke is put together.
    mutating func append(_ line: Line, to item: Int, isFirst: Bool) {
        all[item].append(line, in: document, joined: !isFirst && line.continues)
    }
}
