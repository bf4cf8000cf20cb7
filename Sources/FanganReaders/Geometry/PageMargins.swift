import FanganText

/// The edges between which running text is set: the same on all pages of one width, and for each column of its own.
enum PageMargins {
    private struct Setting: Hashable {
        var width: Int
        var column: Int
    }

    /// Sets the bounds of all lines that stand in no table.
    /// - Parameter widths: of the pages, in points.
    static func set(_ pages: inout [[FlowElement]], widths: [Double]) {
        var groups: [Setting: [VisualLine]] = [:]
        for page in pages.indices {
            for case let line? in pages[page].map(\.runningLine) { groups[Setting(width: Int(widths[page] / 8), column: line.column), default: []].append(line) }
        }
        var edges: [Setting: (left: Double, right: Double)] = [:]
        for (setting, lines) in groups { edges[setting] = Self.edges(lines, setting.column == 0 ? Double(setting.width) * 8 : nil) }
        for page in pages.indices {
            for index in pages[page].indices {
                guard case var .line(line) = pages[page][index] else { continue }
                // Heads and feet of pages without text.
                let found = edges[Setting(width: Int(widths[page] / 8), column: line.column)] ?? (line.box.left, line.box.right)
                line.leftBound = found.left
                line.rightBound = max(found.right, line.leftBound + line.size)
                pages[page][index] = .line(line)
            }
        }
    }

    /// - Parameter width: of the page, where the lines may take all of it.
    private static func edges(_ lines: [VisualLine], _ width: Double?) -> (left: Double, right: Double) {
        let size = lines.map(\.size).sorted()[lines.count / 2]
        let lefts = lines.map(\.box.left), rights = lines.map { $0.box.right - $0.hang }
        let left = common(lefts.map { -$0 }, size, wanted: max(2, lines.count / 14)).map { -$0 } ?? lefts.min() ?? 0
        let right = common(rights, size, wanted: max(2, lines.count / 14)) ?? rights.max() ?? 0
        guard let width, right < width - left - 2.5 * size else { return (left, right) }
        // The right margin is as wide as the left one, unless many lines say that it is wider: two short lines may end on one place.
        return (left, common(rights, size, wanted: max(5, lines.count / 5)) ?? max(right, width - left))
    }

    /// The greatest value at which so many lines end.
    private static func common(_ values: [Double], _ size: Double, wanted: Int) -> Double? {
        let sorted = values.sorted(by: >)
        var low = 0
        for high in sorted.indices {
            // Values from `sorted[high]` on down within a third of a character.
            low = max(low, high)
            while low + 1 < sorted.count, sorted[high] - sorted[low + 1] < 0.35 * size { low += 1 }
            if low - high + 1 >= wanted { return sorted[high] }
        }
        return nil
    }
}

extension FlowElement {
    /// A line of running text.
    var runningLine: VisualLine? {
        if case let .line(line) = self, line.furniture == nil { return line }
        return nil
    }
}
