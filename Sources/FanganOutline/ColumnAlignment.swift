import FanganText

/// Which column each line of a flattened table belongs to, where the marks between the cells are lost: lines keep their order,
/// and each stands where it fits what the column holds (a name under 责任单位, a day under 完成时限).
///
/// The table of costs is lines × columns; columns have different titles, so their number is bounded by the vocabulary.
struct ColumnAlignment {
    let reader: TableReader
    let columns: [TableReader.Column]
    private let costs: ColumnCosts

    init(reader: TableReader, columns: [TableReader.Column]) {
        self.reader = reader
        self.columns = columns
        costs = ColumnCosts(reader: reader, columns: columns)
    }

    /// For each line of a row the index of its column.
    func columns(for pieces: [Line]) -> [Int] {
        guard !columns.isEmpty, !pieces.isEmpty else { return [] }
        let found = Lines(pieces, costs, BrokenCells(reader: reader, lines: pieces))
        var way = Way(found, costs, isOneRow: true)
        for p in pieces.indices { way.take(p) }
        // As many pieces as columns: one for each, unless that is plainly worse.
        if pieces.count == columns.count {
            let leaves = columns.indices.dropLast().map { costs.leave($0, found.breaks[$0].cut(in: columns[$0].role, isText: costs.isText($0))) }
            // A text that seems to go on (`护岸加固14.9公里 ⏎ 嘉善县 ⏎ 2022-2027`) does not where all that can be told stands right, unbroken.
            let isUnbroken = zip(columns.indices, leaves).allSatisfy { $1 == 0 || columns[$0].role == .content || columns[$0].role == .explanation }
            if isTold(found.kinds), isUnbroken { return Array(columns.indices) }
            let broken = leaves.reduce(0, +)
            let each = columns.indices.reduce(broken) { $0 + costs.cost(found.kinds[$1], $1, isList: found.isList[$1]) }
            if each <= way.cost + Self.evenness { return Array(columns.indices) }
        }
        return way.places().map(\.column)
    }

    /// How many of some lines are a row that nothing ends: text behind the table fits none of its columns.
    /// - Parameter isOne: rows under merged cells stand behind no number of the table.
    func length(ofRow pieces: [Line], isOne: Bool) -> Int {
        guard !columns.isEmpty, pieces.count > 1 else { return pieces.count }
        let found = Lines(pieces, costs, BrokenCells(reader: reader, lines: pieces))
        // One line for each column, as their titles tell.
        if isOne, pieces.count == columns.count, isTold(found.kinds) { return pieces.count }
        var way = Way(found, costs, isOneRow: isOne)
        let prefixes = pieces.indices.map { p in
            way.take(p)
            return way.cost + (p + 1 == pieces.count ? 0 : Self.leftOver)
        }
        return (prefixes.indices.min { prefixes[$0] < prefixes[$1] } ?? 0) + 1
    }

    /// What it costs to leave lines behind a row.
    private static let leftOver = 5

    /// A line's column, and whether it is the first line of its row.
    struct Place { var column: Int, beginsRow: Bool }

    /// The places of lines of several rows that have no numbers.
    func rows(of pieces: [Line]) -> [Place] {
        guard !columns.isEmpty, !pieces.isEmpty else { return [] }
        let sentences = pieces.count { $0.passage.last == 0x3002 }
        var way = Way(Lines(pieces, costs, BrokenCells(reader: reader, hasSentences: sentences > 1 && sentences * columns.count * 2 >= pieces.count)), costs, isOneRow: false)
        for p in pieces.indices { way.take(p) }
        return way.places()
    }

    /// Units, days, points, years, sums and places each under their title: the others stand right too.
    private func isTold(_ kinds: [ColumnCosts.Kind]) -> Bool {
        var told = 0
        for i in columns.indices {
            let fits: Bool
            switch columns[i].role {
            case .lead, .responsible, .support, .owner: fits = kinds[i] == .names || kinds[i] == .nameLike
            case .due: fits = kinds[i] == .day
            case .score: fits = kinds[i] == .points
            default:
                guard let shape = costs.shapes[i] else { continue }
                fits = costs.cost(kinds[i], shape) <= 1
            }
            guard fits else { return false }
            told += 1
        }
        return told >= 2
    }

    /// How much worse one piece for each column may look.
    private static let evenness = 2
}

extension ColumnAlignment {
    /// What is known of lines before they have a place.
    fileprivate struct Lines {
        let kinds: [ColumnCosts.Kind]
        let isList: [Bool]
        /// Of each line and the next one.
        let breaks: [BrokenCells.Evidence]

        init(_ pieces: [Line], _ costs: ColumnCosts, _ broken: BrokenCells) {
            kinds = costs.kinds(pieces)
            isList = pieces.map { $0.passage.scalars.contains(0x3001) }
            breaks = zip(pieces, pieces.dropFirst()).map(broken.evidence)
        }
    }

    /// The cheapest way of the lines so far through the columns, for each column in which the last of them may stand.
    fileprivate struct Way {
        private let lines: Lines, costs: ColumnCosts
        private let isOneRow: Bool
        private var best: [Int]
        /// For each line and column the column of the line before, and whether a row begins between them.
        private var from: [UInt16] = []
        private static let never = 1 << 40, isNewRow: UInt16 = 1 << 15

        init(_ lines: Lines, _ costs: ColumnCosts, isOneRow: Bool) {
            (self.lines, self.costs, self.isOneRow) = (lines, costs, isOneRow)
            best = [Int](repeating: Self.never, count: costs.columns.count)
            from.reserveCapacity(lines.kinds.count * best.count)
        }

        mutating func take(_ p: Int) {
            var next = best
            // The cheapest end of a row before, what is skipped behind it counted too.
            let end = p == 0 ? (cost: 0, column: 0) : isOneRow ? (cost: Self.never, column: 0) : least { costs.leave($0, cut(p, $0)) }
            // The cheapest way to come from a column in front, the columns between passed over.
            var ahead = (cost: Self.never, column: 0), begin = end.cost
            for c in costs.columns.indices {
                let kind = lines.kinds[p], own = costs.cost(kind, c, isList: lines.isList[p]), cut = cut(p, c)
                var way = (cost: ahead.cost + own, from: UInt16(ahead.column))
                if begin < ahead.cost { way = (begin + own, UInt16(end.column) | Self.isNewRow) }
                if p > 0 {
                    // What goes on in the middle of a word is of no kind of its own.
                    let further = best[c] + costs.stay(kind, c, cut) + (cut == .none ? own : 0)
                    if further < way.cost || cut != .none && further == way.cost { way = (further, UInt16(c)) }
                }
                next[c] = min(way.cost, Self.never)
                from.append(way.from)
                ahead.cost += costs.skip(c)
                begin += isOneRow ? costs.skip(c) : costs.skipInFront(c)
                let leave = best[c] + costs.leave(c, cut)
                if p > 0, leave < ahead.cost { ahead = (leave, c) }
            }
            best = next
        }

        private func cut(_ p: Int, _ column: Int) -> BrokenCells.Cut {
            p == 0 ? .none : lines.breaks[p - 1].cut(in: costs.columns[column].role, isText: costs.isText(column))
        }

        /// The least cost of the way with what is skipped at its end.
        var cost: Int { least { _ in 0 }.cost }

        private func least(_ more: (Int) -> Int) -> (cost: Int, column: Int) {
            var tail = 0, found = (cost: Self.never, column: 0)
            for c in costs.columns.indices.reversed() {
                if best[c] + tail + more(c) < found.cost { found = (best[c] + tail + more(c), c) }
                tail += costs.skip(c)
            }
            return found
        }

        func places() -> [Place] {
            var places: [Place] = [], column = least { _ in 0 }.column
            for p in lines.kinds.indices.reversed() {
                let step = from[p * costs.columns.count + column]
                places.append(Place(column: column, beginsRow: step & Self.isNewRow != 0))
                column = Int(step & ~Self.isNewRow)
            }
            return places.reversed()
        }
    }
}
