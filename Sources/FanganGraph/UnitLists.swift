import FanganFindings
import FanganText

/// What the names of an item take from the list in which they stand, and what a document means by such a name elsewhere.
struct UnitLists {
    private let document: SourceDocument
    /// Names that are classes in one of the document's lists (园区管委会): they are so wherever it prints them.
    private var classes: [String: String] = [:]
    /// What each list gives: items under one section have the same ones.
    private var known: [[String]: [String?]] = [:]

    init(_ findings: Findings, _ document: SourceDocument, _ registry: UnitRegistry) {
        self.document = document
        for i in findings.items.indices where findings.items[i].responsible.count > 1 {
            let units = findings.items[i].responsible
            for range in lists(units) {
                let names = units[range].map(\.mention)
                if known[names] == nil { known[names] = registry.completed(list: names) }
            }
            for (unit, whole) in zip(units, completed(units, registry)) {
                if let whole, whole.hasSuffix(unit.mention) { classes[unit.mention] = whole }
            }
        }
    }

    /// For each name the text to read instead of it, or nil.
    func completed(_ units: [Responsibility], _ registry: UnitRegistry) -> [String?] {
        var result: [String?] = units.map { classes[$0.mention] }
        for range in lists(units) {
            let names = units[range].map(\.mention)
            for (place, whole) in zip(range, known[names] ?? registry.completed(list: names)) where whole != nil { result[place] = whole }
        }
        return result
    }

    /// The runs of names that stand in one list.
    private func lists(_ units: [Responsibility]) -> [Range<Int>] {
        var lists: [Range<Int>] = [], start = 0
        for i in units.indices where i + 1 == units.count || !isJoined(units[i], units[i + 1]) {
            if i > start { lists.append(start..<i + 1) }
            start = i + 1
        }
        return lists
    }

    /// Whether nothing but a mark of lists stands between two names.
    private func isJoined(_ a: Responsibility, _ b: Responsibility) -> Bool {
        guard a.role == b.role, a.span.end < b.span.start, b.span.start - a.span.end <= 6 else { return false }
        let between = document.text[Span(a.span.end, b.span.start)].unicodeScalars.filter { !$0.properties.isWhitespace }
        return between.count == 1 && Self.marks.contains(between[between.startIndex])
    }

    private static let marks: Set<Unicode.Scalar> = ["、", "，", ",", "和", "及", "与"]
}
