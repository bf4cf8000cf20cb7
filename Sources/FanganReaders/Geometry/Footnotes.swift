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

    private static let shortest = 50.0, widest = 0.35, highest = 0.35
}
