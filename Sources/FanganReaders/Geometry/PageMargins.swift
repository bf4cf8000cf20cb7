import FanganText

/// The edges between which running text is set: the same on all pages of one width.
enum PageMargins {
    /// Sets the bounds of all lines that stand in no table.
    /// - Parameter widths: of the pages, in points.
    static func set(_ pages: inout [[FlowElement]], widths: [Double]) {
        var groups: [Int: [Int]] = [:]
        for page in pages.indices { groups[Int(widths[page] / 8), default: []].append(page) }
        for members in groups.values {
            let lines = members.flatMap { page in pages[page].compactMap(\.runningLine) }
            guard !lines.isEmpty, let width = members.map({ widths[$0] }).max() else { continue }
            let size = lines.map(\.size).sorted()[lines.count / 2]
            let left = common(lines.map { -$0.box.left }, size).map { -$0 } ?? lines.map(\.box.left).min() ?? 0
            let right = common(lines.map(\.box.right), size) ?? max(lines.map(\.box.right).max() ?? width, width - left)
            for page in members { set(&pages[page], left, right) }
        }
    }

    private static func set(_ elements: inout [FlowElement], _ left: Double, _ right: Double) {
        for index in elements.indices {
            guard case var .line(line) = elements[index] else { continue }
            line.leftBound = left
            line.rightBound = max(right, line.leftBound + line.size)
            elements[index] = .line(line)
        }
    }

    /// The greatest value at which many lines end; marks may hang over it.
    private static func common(_ values: [Double], _ size: Double) -> Double? {
        let sorted = values.sorted(by: >)
        let wanted = max(2, sorted.count / 14)
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
