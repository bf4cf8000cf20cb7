import FanganText

/// A table's grid as its rules draw it: cells with the rows and columns that they take.
struct RuledGrid: Sendable {
    struct Cell: Sendable {
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int
    }

    /// Edges, ascending: one more than columns and rows.
    private(set) var columns: [Double]
    private(set) var rows: [Double]
    private(set) var cells: [Cell] = []
    /// For each square of the grid the number of its cell.
    private var owner: [Int] = []

    var box: PageBox { PageBox(left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0, bottom: rows.last ?? 0) }

    func box(of cell: Cell) -> PageBox {
        PageBox(
            left: columns[cell.column], top: rows[cell.row], right: columns[cell.column + cell.columnSpan],
            bottom: rows[cell.row + cell.rowSpan])
    }

    /// The number of the cell at a place.
    func cell(x: Double, y: Double) -> Int? {
        guard let column = Self.interval(x, columns), let row = Self.interval(y, rows) else { return nil }
        return owner[row * (columns.count - 1) + column]
    }

    private static func interval(_ value: Double, _ edges: [Double]) -> Int? {
        guard let first = edges.first, let last = edges.last, value >= first, value <= last else { return nil }
        var low = 0, high = edges.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if edges[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    // MARK: From rules

    /// Edges nearer than this are one.
    private static let tolerance = 2.5
    /// More squares than this are a drawing.
    private static let mostSquares = 40_000

    /// The tables of a page from top to bottom.
    static func grids(_ rules: [PageRule]) -> [RuledGrid] {
        components(rules).compactMap { RuledGrid($0) }.sorted { $0.box.top < $1.box.top }
    }

    private init?(_ rules: [PageRule]) {
        let across = rules.filter(\.isHorizontal), upright = rules.filter { !$0.isHorizontal }
        guard across.count >= 2, !upright.isEmpty else { return nil }
        // A table may be open at its sides.
        rows = Self.edges(across.map(\.at) + [upright.map(\.from).min() ?? 0, upright.map(\.to).max() ?? 0])
        columns = Self.edges(upright.map(\.at) + [across.map(\.from).min() ?? 0, across.map(\.to).max() ?? 0])
        let width = columns.count - 1, height = rows.count - 1
        guard width >= 1, height >= 1, width * height >= 2, width <= 1_000, height <= 1_000, width * height <= Self.mostSquares else { return nil }
        merge(across, upright)
    }

    /// Rules that touch each other, each group by itself.
    private static func components(_ rules: [PageRule]) -> [[PageRule]] {
        var groups = Groups(rules.count)
        // Sweep from the left: rules whose boxes overlap hang together.
        let boxes = rules.map { rule in
            rule.isHorizontal
                ? PageBox(left: rule.from - tolerance, top: rule.at - tolerance, right: rule.to + tolerance, bottom: rule.at + tolerance)
                : PageBox(left: rule.at - tolerance, top: rule.from - tolerance, right: rule.at + tolerance, bottom: rule.to + tolerance)
        }
        let order = boxes.indices.sorted { boxes[$0].left < boxes[$1].left }
        var active: [Int] = []
        for i in order {
            active.removeAll { boxes[$0].right < boxes[i].left }
            for k in active where boxes[k].top <= boxes[i].bottom && boxes[i].top <= boxes[k].bottom { groups.join(i, k) }
            active.append(i)
            // Thousands of rules at once are a drawing.
            if active.count > 3_000 { active.removeFirst() }
        }
        var found: [Int: [PageRule]] = [:]
        for i in rules.indices { found[groups.root(i), default: []].append(rules[i]) }
        return Array(found.values)
    }

    private static func edges(_ values: [Double]) -> [Double] {
        var edges: [Double] = [], members = 0.0
        for value in values.sorted() {
            if let last = edges.last, value - last < tolerance * 1.5 {
                members += 1
                edges[edges.count - 1] = last + (value - last) / members
            } else {
                edges.append(value)
                members = 1
            }
        }
        return edges
    }

    /// Squares without a rule between them are one cell.
    private mutating func merge(_ across: [PageRule], _ upright: [PageRule]) {
        let width = columns.count - 1, height = rows.count - 1
        var below = [Bool](repeating: false, count: width * height), right = below
        for rule in across {
            guard let row = Self.nearest(rule.at, rows), row > 0 else { continue }
            for column in covered(rule, columns) { below[(row - 1) * width + column] = true }
        }
        for rule in upright {
            guard let column = Self.nearest(rule.at, columns), column > 0 else { continue }
            for row in covered(rule, rows) { right[row * width + column - 1] = true }
        }
        var groups = Groups(width * height)
        for row in 0..<height {
            for column in 0..<width {
                let square = row * width + column
                if row + 1 < height, !below[square] { groups.join(square, square + width) }
                if column + 1 < width, !right[square] { groups.join(square, square + 1) }
            }
        }
        number(&groups, width, height)
    }

    private mutating func number(_ groups: inout Groups, _ width: Int, _ height: Int) {
        var cellOf: [Int: Int] = [:]
        owner = [Int](repeating: 0, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                let square = row * width + column, root = groups.root(square)
                if let cell = cellOf[root] {
                    owner[square] = cell
                    let right = max(cells[cell].column + cells[cell].columnSpan, column + 1)
                    cells[cell].column = min(cells[cell].column, column)
                    cells[cell].columnSpan = right - cells[cell].column
                    cells[cell].rowSpan = row - cells[cell].row + 1
                } else {
                    cellOf[root] = cells.count
                    owner[square] = cells.count
                    cells.append(Cell(row: row, column: column, rowSpan: 1, columnSpan: 1))
                }
            }
        }
    }

    /// The squares along a rule that it covers for the most part.
    private func covered(_ rule: PageRule, _ edges: [Double]) -> [Int] {
        edges.indices.dropLast().filter { i in
            let overlap = min(rule.to, edges[i + 1]) - max(rule.from, edges[i])
            return overlap > 0.6 * (edges[i + 1] - edges[i]) || overlap > edges[i + 1] - edges[i] - 2 * Self.tolerance
        }
    }

    private static func nearest(_ value: Double, _ edges: [Double]) -> Int? {
        guard let interval = interval(min(max(value, edges.first ?? 0), edges.last ?? 0), edges) else { return nil }
        let near = value - edges[interval] <= edges[interval + 1] - value ? interval : interval + 1
        return abs(edges[near] - value) < 2 * tolerance ? near : nil
    }
}

/// Sets that are joined one by one.
struct Groups {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ i: Int) -> Int {
        var i = i
        while parents[i] != i {
            parents[i] = parents[parents[i]]
            i = parents[i]
        }
        return i
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        if a != b { parents[max(a, b)] = min(a, b) }
    }
}
