import FanganText

/// Makes the rows and cells of a table without rules at its sides.
struct AlignedRows {
    typealias Stretch = AlignedLine.Stretch

    let page: Int
    let lines: [AlignedLine]
    let columns: [Stretch]
    let separators: [Double]
    /// It began on the page before: its first row may be the rest of one.
    var isGoingOn = false

    private let rightBounds: [Double]
    /// For each line and column what stands there; the text of a piece over several columns is in the first of them.
    private let texts: [[VisualLine?]]
    /// For each line the pieces over several columns: first column and how many.
    private let spans: [[Int: Int]]

    init(page: Int, lines: [AlignedLine], columns: [Stretch], separators: [Double]) {
        self.page = page
        self.lines = lines
        self.columns = columns
        self.separators = separators
        rightBounds = Self.rightBounds(columns)
        var texts: [[VisualLine?]] = [], spans: [[Int: Int]] = []
        for line in lines {
            let (text, span) = Self.parted(line, columns, page)
            texts.append(text)
            spans.append(span)
        }
        self.texts = texts
        self.spans = spans
    }

    /// Text may go on to the next column less a gap that is the same all over the table.
    private static func rightBounds(_ columns: [Stretch]) -> [Double] {
        let margin = zip(columns, columns.dropFirst()).map { max(0, $1.left - $0.right) }.min() ?? 0
        return columns.indices.map { $0 + 1 < columns.count ? columns[$0 + 1].left - margin : columns[$0].right }
    }

    private static func parted(_ line: AlignedLine, _ columns: [Stretch], _ page: Int) -> ([VisualLine?], [Int: Int]) {
        var glyphs = [[Glyph]](repeating: [], count: columns.count), spans: [Int: Int] = [:]
        var bounds: [(piece: Stretch, column: Int)] = []
        for piece in line.pieces {
            let over = columns.indices.filter { piece.right > columns[$0].left + 0.5 * line.size && piece.left < columns[$0].right - 0.5 * line.size }
            let nearest = columns.indices.min { abs(columns[$0].middle - piece.middle) < abs(columns[$1].middle - piece.middle) } ?? 0
            let column = over.first ?? nearest
            if over.count > 1 { spans[column] = over.count }
            bounds.append((piece, column))
        }
        var next = 0
        for glyph in line.glyphs {
            while next + 1 < bounds.count, glyph.left >= bounds[next + 1].piece.left - 0.01 { next += 1 }
            glyphs[bounds[next].column].append(glyph)
        }
        return (glyphs.map { LineBuilder(page: page).lines($0).first }, spans)
    }

    func table() -> FlowTable {
        var cells: [FlowTable.Cell] = []
        let starts = starts()
        for (row, start) in starts.enumerated() {
            let end = row + 1 < starts.count ? starts[row + 1] : lines.count
            cells += self.cells(row, start..<end)
        }
        var table = FlowTable(page: page, box: box(0, lines.count, 0, columns.count), columns: columns.map(\.left) + [columns.last?.right ?? 0], cells: cells, rows: starts.count)
        table.stretches = columns
        table.alignedSize = lines.last?.size ?? 0
        return table
    }

    private func cells(_ row: Int, _ range: Range<Int>) -> [FlowTable.Cell] {
        var cells: [FlowTable.Cell] = [], column = 0
        while column < columns.count {
            let span = range.compactMap { spans[$0][column] }.max() ?? 1
            let end = min(column + span, columns.count)
            var own: [VisualLine] = []
            for line in range {
                for c in column..<end {
                    guard var text = texts[line][c] else { continue }
                    text.leftBound = columns[c].left
                    text.rightBound = spans[line][c] == nil ? rightBounds[c] : rightBounds[end - 1]
                    own.append(text)
                }
            }
            cells.append(FlowTable.Cell(row: row, column: column, rowSpan: 1, columnSpan: end - column, box: box(range.lowerBound, range.upperBound, column, end), lines: own))
            column = end
        }
        return cells
    }

    private func box(_ start: Int, _ end: Int, _ column: Int, _ endColumn: Int) -> PageBox {
        guard start < end, column < endColumn else { return PageBox(left: 0, top: 0, right: 0, bottom: 0) }
        return PageBox(left: columns[column].left, top: lines[start].baseline - lines[start].size, right: columns[endColumn - 1].right, bottom: lines[end - 1].baseline + 1)
    }

    // MARK: Where rows begin

    /// At rules, else where the lines' distance is wider, where numbers stand, or where the first column has new text.
    private func starts() -> [Int] {
        let ruled = ruled()
        if ruled.count >= 2 { return whole(ruled) }
        let wide = wide(), numbers = numbers()
        if numbers.count >= 2 {
            let perBlock = blocks(wide).map { block in numbers.filter { block.contains($0) }.count }
            let isFit = !perBlock.contains { $0 > 1 } && perBlock.filter { $0 == 0 }.count * 2 <= perBlock.count + 2
            return whole(!wide.isEmpty && isFit ? wide : around(numbers))
        }
        let begun = begun()
        return whole(wide.count >= 2 && wide.count * 2 + 2 >= begun.count ? wide : begun)
    }

    private func whole(_ starts: [Int]) -> [Int] {
        let all = Set(starts + [0] + secondTitles() + lines.indices.dropFirst().filter(isTitleAgain))
        return all.sorted()
    }

    /// The titles of the columns stand once more.
    private func isTitleAgain(_ line: Int) -> Bool { !isGoingOn && texts[line][0] != nil && columns.indices.allSatisfy { texts[line][$0]?.text == texts[0][$0]?.text } }

    private func blocks(_ starts: [Int]) -> [Range<Int>] {
        let starts = starts.first == 0 ? starts : [0] + starts
        return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : lines.count) }
    }

    private func ruled() -> [Int] {
        lines.indices.dropFirst().filter { i in separators.contains { $0 > lines[i - 1].baseline && $0 < lines[i].baseline } }
    }

    /// Lines farther from the one before than lines of a cell are from each other.
    private func wide() -> [Int] {
        let steps = zip(lines.dropFirst(), lines).map { $0.baseline - $1.baseline }.sorted()
        guard let usual = steps.isEmpty ? nil : steps[steps.count / 5] else { return [] }
        let wide = lines.indices.dropFirst().filter { lines[$0].baseline - lines[$0 - 1].baseline > 1.2 * usual }
        return wide.count < steps.count ? wide : []
    }

    /// Lines with a running number in the first column, where that has hardly anything else.
    private func numbers() -> [Int] {
        let numbers = lines.indices.filter { isNumber(texts[$0][0]) }
        let filled = lines.indices.filter { texts[$0][0] != nil && !isTitleAgain($0) }.count
        return numbers.count * 3 >= filled * 2 ? numbers : []
    }

    private func isNumber(_ line: VisualLine?) -> Bool {
        guard let text = line?.text, text.count <= 4 else { return false }
        return text.withUnsafeBufferPointer { PageMark.bareNumber($0, 0..<$0.count) != nil }
    }

    /// Numbers stand at the top of their rows, or in the middle of their height.
    private func around(_ numbers: [Int]) -> [Int] {
        guard let first = numbers.first, let top = lines.indices.first(where: { $0 > 0 || isGoingOn }), first > top, !isGoingOn else { return numbers }
        // The head is what is above the first line that is not in every column's title.
        let head = headEnd(before: first)
        guard head < first else { return numbers }
        var starts: [Int] = [], start = head
        for number in numbers {
            guard start <= number else { return numbers }
            starts.append(start)
            let end = 2 * lines[number].baseline - lines[start].baseline
            start = lines.indices.first { $0 > number && lines[$0].baseline > end + 0.5 * lines[number].size } ?? lines.count
        }
        return starts
    }

    /// The first line of the body: below the titles of all columns.
    private func headEnd(before first: Int) -> Int {
        var titled = [Bool](repeating: false, count: columns.count)
        for i in 0..<first {
            for c in columns.indices where texts[i][c] != nil { titled[c] = true }
            if !titled.contains(false) { return i + 1 }
        }
        return first
    }

    /// Lines whose first column begins anew, not merely goes on for want of room.
    private func begun() -> [Int] {
        lines.indices.filter { i in
            guard texts[i][0] != nil else { return false }
            guard i > 0 else { return true }
            return columns.indices.contains { c in
                guard let now = texts[i][c] else { return false }
                guard var then = texts[i - 1][c] else { return c > 0 || texts[i - 1][0] == nil }
                then.leftBound = columns[c].left
                then.rightBound = rightBounds[c]
                return !then.isFull(before: now)
            }
        }
    }

    /// Titles that stand under one over several columns.
    private func secondTitles() -> [Int] {
        guard !isGoingOn, lines.count > 3 else { return [] }
        for i in 0..<2 {
            for (column, count) in spans[i] {
                let below = (i + 1..<min(i + 4, lines.count)).first { k in (column..<column + count).filter { texts[k][$0] != nil }.count > 1 }
                if let below { return [below] }
            }
        }
        return []
    }
}
