/// The best pairing of rows with columns: each row gets one column at most and the reverse, and the sum of the gains is
/// the greatest that there is. What gains nothing stays alone.
///
/// Shortest augmenting paths (Jonker and Volgenant 1987) on a sparse graph; every row may also stay alone, at gain 0.
struct Assignment {
    /// A possible pair.
    struct Option { var column: Int; var gain: Double }

    private let options: [[Option]]
    private let columns: Int
    private var rowOf: [Int]
    private var columnOf: [Int]
    private var potential: [Double]

    /// The column of each row, or nil.
    static func best(_ options: [[Option]], columns: Int) -> [Int?] {
        var assignment = Assignment(options: options, columns: columns)
        for row in options.indices where !options[row].isEmpty { assignment.augment(row) }
        return assignment.columnOf.map { $0 >= 0 && $0 < columns ? $0 : nil }
    }

    /// Columns beyond the real ones are the rows' own places to stay alone in.
    private init(options: [[Option]], columns: Int) {
        self.options = options
        self.columns = columns
        rowOf = Array(repeating: -1, count: columns + options.count)
        columnOf = Array(repeating: -1, count: options.count)
        potential = Array(repeating: 0, count: columns + options.count)
    }

    /// Finds the cheapest way to give a row a column, moving others aside where that pays.
    private mutating func augment(_ start: Int) {
        var distance: [Int: Double] = [:], before: [Int: Int] = [:], done: Set<Int> = []
        var heap = Heap()
        var row = start, base = 0.0, end = -1
        while end < 0 {
            // Costs are 1 − gain, so that all are positive; staying alone costs 1.
            let held = columnOf[row] >= 0 ? cost(row, columnOf[row]) - potential[columnOf[row]] : 0
            func offer(_ column: Int, _ cost: Double) {
                guard !done.contains(column) else { return }
                let length = base + cost - potential[column] - held
                if length < distance[column] ?? .infinity {
                    distance[column] = length
                    before[column] = row
                    heap.push(length, column)
                }
            }
            for option in options[row] { offer(option.column, 1 - option.gain) }
            offer(columns + row, 1)
            while let (length, column) = heap.pop() {
                guard !done.contains(column), length <= distance[column] ?? .infinity else { continue }
                done.insert(column)
                base = length
                if rowOf[column] < 0 { end = column } else { row = rowOf[column] }
                break
            }
        }
        for column in done { potential[column] += (distance[column] ?? base) - base }
        var column = end
        while true {
            guard let from = before[column] else { return }
            let next = columnOf[from]
            rowOf[column] = from
            columnOf[from] = column
            if from == start { return }
            column = next
        }
    }

    private func cost(_ row: Int, _ column: Int) -> Double {
        if column >= columns { return 1 }
        return 1 - (options[row].first { $0.column == column }?.gain ?? -1e9)
    }
}

/// The smallest number first.
private struct Heap {
    private var entries: [(Double, Int)] = []

    mutating func push(_ key: Double, _ value: Int) {
        entries.append((key, value))
        var child = entries.count - 1
        while child > 0, entries[child] < entries[(child - 1) / 2] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (Double, Int)? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        if entries.isEmpty { return first }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count && entries[child] < entries[least] { least = child }
            if least == parent { return first }
            entries.swapAt(parent, least)
            parent = least
        }
    }
}
