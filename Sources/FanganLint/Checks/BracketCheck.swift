import FanganGraph
import FanganText

/// Brackets and book title marks that never close, or close and were never opened, in the item or part that they stand in.
struct BracketCheck: LintCheck {
    func findings(in plan: LintPlan) -> [LintFinding] {
        let isSaid = said(plan)
        var found: [LintFinding] = []
        for stretch in stretches(of: plan) { check(stretch, plan, &found) }
        return found.filter { finding in
            guard let span = finding.span else { return true }
            return !(span.start..<span.end).contains { isSaid[$0] }
        }
    }

    /// Items without their children, and parts of the document.
    private func stretches(of plan: LintPlan) -> [(span: ScalarSpan, item: String?)] {
        let items = plan.graph.items
        var ends = items.map(\.span.end)
        for (child, parent) in plan.parents.enumerated() { if let parent { ends[parent] = min(ends[parent], items[child].span.start) } }
        let own = items.indices.map { (ScalarSpan(items[$0].span.start, max(ends[$0], items[$0].span.start)), Optional(items[$0].id)) }
        return own + Self.joined(plan.graph.document.parts).map { ($0, nil) }
    }

    /// A title over several lines is one stretch: 关于印发《甲县 ⏎ 实施方案》的通知.
    private static func joined(_ parts: [DocumentPart]) -> [ScalarSpan] {
        let furniture: Set = ["blank", "page-mark", "running-head", "web-chrome", "catalogue", "ornament"]
        var spans: [ScalarSpan] = [], last: String?
        for part in parts.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) where !furniture.contains(part.kind) {
            if let span = spans.last, last == part.kind, part.kind.hasSuffix("title"), part.span.start - span.end <= 4 {
                spans[spans.count - 1].end = max(span.end, part.span.end)
            } else { spans.append(part.span) }
            last = part.kind
        }
        return spans
    }

    private func check(_ stretch: (span: ScalarSpan, item: String?), _ plan: LintPlan, _ found: inout [LintFinding]) {
        let text = plan.scalars
        var open: [(at: Int, family: Int)] = []
        var count = [0, 0, 0]
        for i in stretch.span.start..<min(stretch.span.end, text.count) {
            guard let (family, opens) = Self.bracket(text[i]) else { continue }
            if opens {
                open.append((i, family))
                count[family] += 1
            } else if count[family] > 0 {
                // 《…（…》: what stands inside never closed.
                while let last = open.popLast() {
                    count[last.family] -= 1
                    if last.family == family { break }
                    found.append(never(closed: last.at, stretch, text))
                }
            } else if !isLabel(text, i, from: stretch.span.start) {
                found.append(LintFinding("bracket.half", .warning, at: ScalarSpan(max(stretch.span.start, i - 12), i + 1), item: stretch.item, message: "只有后括号，没有前括号", advice: "补上前括号，或删去后括号"))
            }
        }
        // One text of thousands of open brackets has one fault, not thousands.
        for lost in open.prefix(Self.most) { found.append(never(closed: lost.at, stretch, text)) }
    }

    /// Findings of one kind for one stretch; more say nothing new.
    private static let most = 20

    private func never(closed at: Int, _ stretch: (span: ScalarSpan, item: String?), _ text: [UInt32]) -> LintFinding {
        LintFinding(
            "bracket.open", .warning, at: ScalarSpan(at, min(at + 14, stretch.span.end)), item: stretch.item,
            message: text[at] == 0x300A ? "书名号没有收尾" : "括号没有收尾", advice: "补上后一半")
    }

    /// 1） and a): the bracket of a label has no other half.
    private func isLabel(_ text: [UInt32], _ at: Int, from: Int) -> Bool {
        guard at > from else { return false }
        switch text[at - 1] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19: return true
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: return true  // 一 … 十
        default: return false
        }
    }

    /// Brackets of one family close each other, whatever their width: （…).
    private static func bracket(_ scalar: UInt32) -> (family: Int, opens: Bool)? {
        switch scalar {
        case 0x28, 0xFF08: (0, true)
        case 0x29, 0xFF09: (0, false)
        case 0x5B, 0xFF3B, 0x3010, 0x3014: (1, true)
        case 0x5D, 0xFF3D, 0x3011, 0x3015: (1, false)
        case 0x300A: (2, true)
        case 0x300B: (2, false)
        default: nil
        }
    }

    private static func isAboutBrackets(_ code: String) -> Bool {
        code.hasPrefix("responsibility.") || code.hasPrefix("reference.") || code == "outline.number-lost"
    }

    /// For each scalar whether a diagnostic about brackets is there already.
    private func said(_ plan: LintPlan) -> [Bool] {
        var isSaid = [Bool](repeating: false, count: plan.scalars.count)
        var reached = 0
        let spans = plan.graph.diagnostics.compactMap { Self.isAboutBrackets($0.code) ? $0.span : nil }
        for span in spans.sorted(by: { $0.start < $1.start }) {
            for i in max(span.start, reached)..<max(min(span.end, isSaid.count), span.start, reached) { isSaid[i] = true }
            reached = max(reached, span.end)
        }
        return isSaid
    }
}
