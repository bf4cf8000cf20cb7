import FanganOutline
import FanganText

/// Checks the arithmetic of points: a section's points against its items', a row's 分值 against the points of its items,
/// 满分100分 against the rows. Where two sums differ, both are said; nothing is corrected.
struct ScoreSums {
    let outline: Outline
    let items: [ItemFindings]
    /// Totals named outside the items.
    let totals: [ScoreLimitFinding]
    let text: CanonicalText

    /// Points with the places they were added up from.
    private struct Sum {
        var points = 0.0
        var parts: [Span] = []
        /// Every child or item has points.
        var isWhole = true
    }

    func diagnostics() -> [Diagnostic] {
        guard items.contains(where: { !$0.scores.isEmpty }) || outline.rows.contains(where: { !$0.cells(.score).isEmpty }) else { return [] }
        let sums = sumsOfChildren()
        var found: [Diagnostic] = []
        for i in items.indices {
            guard let own = ownPoints(i), let sum = sums[i] ?? parts(i, without: own), let diagnostic = compare(own.points, own.span, sum) else { continue }
            found.append(diagnostic)
        }
        return found + rowDiagnostics() + totalDiagnostics(sums)
    }

    // MARK: - Sections

    /// For each item the points of its children; nil without any. One pass from the last item to the first: children stand behind their parents.
    private func sumsOfChildren() -> [Sum?] {
        var sums = [Sum?](repeating: nil, count: items.count)
        for i in items.indices.reversed() where !outline.items[i].children.isEmpty {
            var sum = Sum()
            for child in outline.items[i].children {
                if let own = ownPoints(child) {
                    sum.points += own.points
                    sum.parts.append(own.span)
                } else if let inner = sums[child] {
                    sum.points += inner.points
                    sum.parts.append(contentsOf: inner.parts.prefix(2))
                    sum.isWhole = sum.isWhole && inner.isWhole
                } else if let parts = parts(child) {
                    sum.points += parts.points
                    sum.parts.append(contentsOf: parts.parts.prefix(2))
                } else { sum.isWhole = false }
            }
            if !sum.parts.isEmpty { sums[i] = sum }
        }
        return sums
    }

    /// The one number that an item gives as its own: （25分） in or behind its heading, a single （2分）.
    private func ownPoints(_ i: Int) -> ScoreFinding? {
        let parts = items[i].scores.filter { $0.isPart && $0.points > 0 }
        guard parts.count > 1, let heading = outline.items[i].heading else { return parts.count == 1 ? parts[0] : nil }
        return parts[0].span.start <= outline.items[i].passage.span(heading).end + Self.bracketReach ? parts[0] : nil
    }

    /// An opening bracket, in bytes, may stand between a heading and its points.
    private static let bracketReach = 3

    /// Several points of one item, each in its bracket: （得2分）…（得2分）.
    private func parts(_ i: Int, without own: ScoreFinding? = nil) -> Sum? {
        let awards = items[i].scores.filter { $0.points > 0 && $0 != own }
        guard !awards.isEmpty, awards.allSatisfy(\.isPart) else { return nil }
        return Sum(points: awards.reduce(0) { $0 + $1.points }, parts: awards.map(\.span))
    }

    // MARK: - Rows

    private func rowDiagnostics() -> [Diagnostic] {
        guard outline.rows.contains(where: { !$0.cells(.score).isEmpty }) else { return [] }
        var sums = [Sum?](repeating: nil, count: outline.rows.count)
        for i in items.indices {
            guard let row = outline.items[i].row, outline.items[i].children.isEmpty else { continue }
            var sum = sums[row] ?? Sum()
            if let parts = parts(i) {
                sum.points += parts.points
                sum.parts += parts.parts
            } else if sums[row] != nil || !outline.items[i].label.printed.isEmpty && outline.items[i].label.printed != outline.rows[row].key {
                // The item of the row itself (its 考核内容) has no points of its own.
                sum.isWhole = false
            }
            sums[row] = sum
        }
        return outline.rows.indices.compactMap { row in
            guard let sum = sums[row], !sum.parts.isEmpty, let (points, span) = points(ofRow: row) else { return nil }
            return compare(points, span, sum)
        }
    }

    private func points(ofRow row: Int) -> (Double, Span)? {
        let cells = outline.rows[row].cells(.score)
        guard cells.count == 1, let mention = ScoreRecogniser().points(ofCell: cells[0].passage) else { return nil }
        return (mention.points, cells[0].passage.span(mention.range))
    }

    // MARK: - Totals

    /// 满分100分 of an item is that of its own children; one outside the items that of all rows, else of the outermost items with points.
    private func totalDiagnostics(_ sums: [Sum?]) -> [Diagnostic] {
        var found: [Diagnostic] = [], ofDocument = totals
        for i in items.indices {
            for total in items[i].scoreLimits where total.kind == .total && total.points > 0 {
                if let sum = sums[i] {
                    if let diagnostic = compare(total.points, total.span, sum) { found.append(diagnostic) }
                } else { ofDocument.append(total) }
            }
        }
        // Several totals belong to several tables; which to which is not said.
        let wholes = [sumOfRows(), sumOfOutermost(sums)].compactMap { $0 }.filter { $0.parts.count > 1 }
        guard Set(ofDocument.map(\.points)).count == 1, let total = ofDocument.first, let first = wholes.first,
              !wholes.contains(where: { abs($0.points - total.points) < 0.001 }) else { return found }
        return found + [compare(total.points, total.span, first)].compactMap { $0 }
    }

    private func sumOfOutermost(_ sums: [Sum?]) -> Sum? {
        var sum = Sum()
        for i in items.indices where outline.items[i].parent == nil && outline.items[i].row == nil {
            if let own = ownPoints(i) {
                sum.points += own.points
                sum.parts.append(own.span)
            } else if let inner = sums[i] {
                sum.points += inner.points
                sum.parts += inner.parts
                sum.isWhole = sum.isWhole && inner.isWhole
            }
        }
        return sum.parts.isEmpty ? nil : sum
    }

    private func sumOfRows() -> Sum? {
        var sum = Sum()
        for row in outline.rows.indices {
            guard let (points, span) = points(ofRow: row) else {
                if !outline.rows[row].cells(.score).isEmpty { sum.isWhole = false }
                continue
            }
            sum.points += points
            sum.parts.append(span)
        }
        return sum.parts.isEmpty ? nil : sum
    }

    // MARK: - Comparison

    /// Where parts are missing, only too great a sum is a contradiction.
    private func compare(_ points: Double, _ span: Span, _ sum: Sum) -> Diagnostic? {
        guard sum.parts.count > 1, abs(points - sum.points) > 0.001, sum.isWhole || sum.points > points else { return nil }
        let first = sum.parts.map(\.start).min() ?? 0, last = sum.parts.map(\.end).max() ?? 0
        let (a, b) = (sum.parts.first { $0.start == first }, sum.parts.first { $0.end == last })
        let places = [a, b].compactMap { $0.map { "\u{201C}\(text[$0])\u{201D}" } }.joined(separator: " … ")
        return Diagnostic(
            "score.sum-differs", .warning,
            "\u{201C}\(text[span])\u{201D} gives \(Self.plain(points)) points, its parts (\(places)) add up to \(Self.plain(sum.points)).", at: span)
    }

    private static func plain(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let whole = hundredths / 100, rest = hundredths % 100
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
