import FanganText

/// Lines of running text in reading order, on pages of one column and of two.
enum BodyColumns {
    /// - Parameter tables: in order; no column goes over one.
    static func lines(_ glyphs: [Glyph], between tables: [PageBox], page: Int, width: Double) -> [VisualLine] {
        var bands = [[Glyph]](repeating: [], count: tables.count + 1)
        for glyph in glyphs { bands[tables.firstIndex { glyph.baseline <= $0.bottom } ?? tables.count].append(glyph) }
        let builder = LineBuilder(page: page)
        return bands.flatMap { band in parted(band, builder.lines(band), builder, width) }
    }

    /// The lines of a band, those of a left column before those of the right one beside it.
    private static func parted(_ glyphs: [Glyph], _ whole: [VisualLine], _ builder: LineBuilder, _ width: Double) -> [VisualLine] {
        guard whole.count >= 2 * shortest, let gutter = gutter(glyphs, whole) else { return whole }
        let crossing = whole.filter { line in glyphs.contains { $0.left < gutter && $0.right > gutter && abs($0.baseline - line.baseline) < 0.5 * line.size } }
        let first = whole.firstIndex { line in !crossing.contains { $0.baseline == line.baseline } } ?? 0
        let top = crossing.filter { $0.baseline < whole[first].baseline }.last?.baseline ?? -Glyph.largest
        let bottom = crossing.filter { $0.baseline > whole[first].baseline }.first?.baseline ?? Glyph.largest
        func inside(_ glyph: Glyph) -> Bool { glyph.baseline > top + 0.5 * glyph.size && glyph.baseline < bottom - 0.5 * glyph.size }
        let above = whole.filter { $0.baseline <= top + 0.1 }, below = whole.filter { $0.baseline >= bottom - 0.1 }
        let left = builder.lines(glyphs.filter { inside($0) && $0.middle < gutter })
        let right = builder.lines(glyphs.filter { inside($0) && $0.middle >= gutter })
        return above + left.map { $0.inColumn(1) } + right.map { $0.inColumn(2) } + below
    }

    /// A column has at least so many lines.
    private static let shortest = 8

    /// The middle of an upright strip without characters that parts lines filled on both sides of it.
    private static func gutter(_ glyphs: [Glyph], _ lines: [VisualLine]) -> Double? {
        guard let left = lines.map(\.box.left).min(), let right = lines.map(\.box.right).max(), right - left > 200 else { return nil }
        let step = 2.0
        let slots = Int((right - left) / step) + 1
        var taken = [Int](repeating: 0, count: slots)
        for line in lines {
            for slot in max(0, Int((line.box.left - left) / step))...min(slots - 1, Int((line.box.right - left) / step)) { taken[slot] += 1 }
        }
        var filled = [Int](repeating: 0, count: slots)
        for glyph in glyphs where !glyph.isBlank {
            for slot in max(0, Int((glyph.left - left) / step))...min(slots - 1, Int((glyph.right - left) / step)) { filled[slot] += 1 }
        }
        // Where lines go past but hardly a character stands.
        let middle = (slots * 2 / 5)..<(slots * 3 / 5)
        guard let best = middle.min(by: { filled[$0] < filled[$1] }) else { return nil }
        let limit = lines.count / 5
        guard filled[best] <= limit, taken[best] >= lines.count / 2, taken[best] >= shortest else { return nil }
        var from = best, to = best
        while from > 0, filled[from - 1] <= filled[best] { from -= 1 }
        while to + 1 < slots, filled[to + 1] <= filled[best] { to += 1 }
        let size = lines.map(\.size).sorted()[lines.count / 2]
        return Double(to - from) * step >= 0.9 * size ? left + Double(from + to) / 2 * step : nil
    }
}

private extension VisualLine {
    func inColumn(_ number: Int) -> VisualLine {
        var line = self
        line.column = number
        return line
    }
}
