import FanganText

/// Finds page numbers and running heads: what stands at the edges of pages and comes again on others.
struct PageEdges {
    private var pages: [[FlowElement]]
    private let heights: [Double]

    /// - Parameter heights: of the pages, in points.
    static func marked(_ pages: [[FlowElement]], heights: [Double]) -> [[FlowElement]] {
        var edges = PageEdges(pages: pages, heights: heights)
        edges.markTemplates()
        edges.markNumbers()
        edges.markHeads()
        return edges.pages
    }

    /// Part of the page at either end where heads and feet stand.
    private static let zone = 0.16
    private static let most = 4

    /// The lines at the top, or bottom, of a page, the outermost first; up to a table.
    private func edge(_ page: Int, top: Bool) -> [Int] {
        var found: [Int] = []
        for index in top ? Array(pages[page].indices) : pages[page].indices.reversed() {
            guard case let .line(line) = pages[page][index], found.count < Self.most else { break }
            let share = line.baseline / heights[page]
            guard top ? share < Self.zone : share > 1 - Self.zone else { break }
            found.append(index)
        }
        return found
    }

    private func line(_ page: Int, _ index: Int) -> VisualLine? {
        if case let .line(line) = pages[page][index] { return line }
        return nil
    }

    private mutating func mark(_ page: Int, _ index: Int, _ kind: Furniture.Kind) {
        guard var line = line(page, index) else { return }
        line.furniture = kind
        pages[page][index] = .line(line)
    }

    private mutating func markTemplates() {
        for page in pages.indices {
            for index in pages[page].indices {
                guard let line = line(page, index), line.isTemplate else { continue }
                mark(page, index, isPageMark(line.text) ? .pageMark : .runningHead)
            }
        }
    }

    private func isPageMark(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { PageMark.matches($0, 0..<$0.count) || PageMark.bareNumber($0, 0..<$0.count) != nil }
    }

    // MARK: Page numbers

    /// Numbers by themselves at the edge that count with the pages.
    private mutating func markNumbers() {
        var chains: [Int: [(page: Int, index: Int)]] = [:]
        for page in pages.indices {
            for top in [true, false] {
                guard let index = edge(page, top: top).first, let line = line(page, index) else { continue }
                let number = line.text.withUnsafeBufferPointer { PageMark.bareNumber($0, 0..<$0.count) }
                if let number { chains[number - page, default: []].append((page, index)) }
            }
        }
        for (shift, places) in chains where places.count >= 2 || pages.count == 1 && shift == 1 {
            for place in places { mark(place.page, place.index, .pageMark) }
        }
    }

    // MARK: Running heads

    /// The same words at the edge of several pages; a number in them may count with the pages.
    private mutating func markHeads() {
        for top in [true, false] {
            var places: [[UInt8]: [(page: Int, index: Int)]] = [:]
            let edges = pages.indices.map { edge($0, top: top) }
            for page in pages.indices {
                for index in edges[page] {
                    guard let line = line(page, index) else { continue }
                    places[key(line.text, page), default: []].append((page, index))
                }
            }
            var repeated: Set<Place> = []
            for group in places.values where Set(group.map(\.page)).count >= max(2, pages.count / 4) && isLevel(group) {
                for place in group { repeated.insert(Place(page: place.page, index: place.index)) }
            }
            for page in pages.indices { mark(edges[page], page, repeated) }
        }
    }

    private struct Place: Hashable {
        var page: Int
        var index: Int
    }

    /// From the edge inward as long as lines come again.
    private mutating func mark(_ edge: [Int], _ page: Int, _ repeated: Set<Place>) {
        for index in edge {
            guard let line = line(page, index) else { return }
            if line.furniture != nil { continue }
            if isMark(line.text) { mark(page, index, .pageMark) } else if repeated.contains(Place(page: page, index: index)) {
                mark(page, index, .runningHead)
            } else { return }
        }
    }

    private func isMark(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { PageMark.matches($0, 0..<$0.count) } }

    /// On one height, in the same size.
    private func isLevel(_ group: [(page: Int, index: Int)]) -> Bool {
        let lines = group.compactMap { line($0.page, $0.index) }
        guard let first = lines.first else { return false }
        return lines.filter { abs($0.baseline - first.baseline) < 6 && abs($0.size - first.size) < 1 }.count * 3 >= lines.count * 2
    }

    /// Its words, the last number in them as its distance from the page's.
    private func key(_ text: [UInt8], _ page: Int) -> [UInt8] {
        guard let last = text.lastIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return text }
        var first = last
        while first > 0, text[first - 1] >= 0x30, text[first - 1] <= 0x39, last - first < 3 { first -= 1 }
        let number = text[first...last].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard number <= pages.count + 20 else { return text }
        return Array(text[..<first]) + Array("\(number - page)".utf8) + [0] + Array(text[(last + 1)...])
    }
}
