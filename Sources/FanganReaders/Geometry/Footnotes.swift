import FanganText

/// Footnotes: what stands at a page's foot under a short rule at the left edge. They explain words of the text and are of no paragraph of it.
enum Footnotes {
    /// The lines of a page with those of its footnotes marked.
    /// - Parameter tables: where no such rule is looked for.
    static func marked(_ lines: [VisualLine], _ content: PageContent, tables: [PageBox]) -> [VisualLine] {
        guard let rule = rule(over: lines, content, tables) else { return lines }
        return lines.map { line in
            guard isBelow(line, rule), line.furniture == nil, !isPageMark(line) else { return line }
            var line = line
            line.furniture = .runningHead
            return line
        }
    }

    /// Word draws it two inches long, others a quarter of the text's width; the rules of forms and of a document's last lines are longer, or stand higher.
    private static func rule(over lines: [VisualLine], _ content: PageContent, _ tables: [PageBox]) -> PageRule? {
        guard let left = lines.map(\.box.left).min() else { return nil }
        let found = content.rules.filter { rule in
            rule.isHorizontal && rule.to - rule.from > shortest && rule.to - rule.from < widest * content.width && rule.at > highest * content.height
                && abs(rule.from - left) < 12 && !tables.contains { $0.bottom > rule.at - 2 }
        }
        guard let rule = found.max(by: { $0.at < $1.at }), let first = lines.first(where: { isBelow($0, rule) && !isPageMark($0) }),
              first.box.top - rule.at < 2 * first.size, beginsNote(first) else { return nil }
        return rule
    }

    /// The characters of running text without the raised numbers that lead to a page's notes: `水源保护区划定¹。` A raised number behind a letter or a digit (m²) is of the text.
    static func withoutMarks(_ glyphs: [Glyph]) -> [Glyph] {
        let sizes = glyphs.map(\.size).sorted()
        guard let size = sizes.isEmpty ? nil : sizes[sizes.count / 2], case let small = glyphs.indices.filter({ isSmallDigit(glyphs[$0], beside: size) }), small.count <= mostMarks else { return glyphs }
        var marks: Set<Int> = []
        // From the left, so that 2 of ¹² is known to stand behind a mark.
        for i in small.sorted(by: { glyphs[$0].left < glyphs[$1].left }) {
            let mark = glyphs[i]
            let before = glyphs.indices.last { $0 != i && abs(glyphs[$0].right - mark.left) < 0.3 * size && isRaised(mark, over: glyphs[$0], size, isMark: marks.contains($0)) }
            if let before, marks.contains(before) || !Punctuation.isLatin(glyphs[before].scalar) { marks.insert(i) }
        }
        return glyphs.indices.filter { !marks.contains($0) }.map { glyphs[$0] }
    }

    private static func isSmallDigit(_ glyph: Glyph, beside size: Double) -> Bool {
        glyph.size < 0.75 * size && (digitValue(glyph.scalar) != nil || 0x2460...0x2473 ~= glyph.scalar)
    }

    private static func isRaised(_ mark: Glyph, over glyph: Glyph, _ size: Double, isMark: Bool) -> Bool {
        isMark ? abs(mark.baseline - glyph.baseline) < 0.1 * size : glyph.size > 0.85 * size && 0.15 * size..<0.8 * size ~= glyph.baseline - mark.baseline
    }

    private static func isBelow(_ line: VisualLine, _ rule: PageRule) -> Bool { line.baseline - 0.5 * line.size > rule.at }

    private static func isPageMark(_ line: VisualLine) -> Bool {
        line.text.withUnsafeBufferPointer { PageMark.matches($0, 0..<$0.count) || PageMark.bareNumber($0, 0..<$0.count) != nil }
    }

    /// `1 指供水人口…`, `① 指…`, `[1] 指…`, `* 指…`
    private static func beginsNote(_ line: VisualLine) -> Bool {
        line.text.withUnsafeBufferPointer { bytes in
            let (first, width) = UTF8Scan.scalar(bytes, at: 0)
            switch first {
            case 0x2A, 0xFF0A, 0x203B, 0x2460...0x2473: return true // * ※ ①
            case 0x5B, 0x3014: return bytes.count > width && digitValue(UTF8Scan.scalar(bytes, at: width).value) != nil
            default: return digitValue(first) != nil || [0xB9, 0xB2, 0xB3].contains(first)
            }
        }
    }

    /// Notes of one page; more small digits are of something else.
    private static let mostMarks = 60
    private static let shortest = 50.0, widest = 0.35, highest = 0.35
}
